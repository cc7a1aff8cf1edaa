//! Addresses in a text that become links.

use raaderum::domain::links;

fn check(text: &str, expected: &[&str]) {
    assert_eq!(links(text).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn addresses_in_a_sentence_are_found_as_they_are_written() {
    check(
        "Se https://www.lejre.dk/budget?aar=2024#side, (http://eksempel.dk/a.pdf) og mailto:budget@lejre.dk.",
        &[
            "https://www.lejre.dk/budget?aar=2024#side",
            "http://eksempel.dk/a.pdf",
            "mailto:budget@lejre.dk",
        ],
    );
    check("HTTPS://LEJRE.DK/Æøå", &["HTTPS://LEJRE.DK/Æøå"]);
    check(
        "<https://a.dk>\nhttps://b.dk",
        &["https://a.dk", "https://b.dk"],
    );
}

#[test]
fn nothing_else_becomes_a_link() {
    for text in [
        "",
        "www.lejre.dk",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,<b>x</b>",
        "vbscript:x",
        "file:///C:/budget.docx",
        "blob:https",
        "java\nscript:alert(1)",
        "https://",
        "mailto:",
        "http:/en-skråstreg",
        "xhttps",
        "æhttps:",
    ] {
        check(text, &[]);
    }
}

#[test]
fn an_address_that_leads_elsewhere_than_it_seems_to_stays_text() {
    for text in [
        // A Cyrillic letter, a Greek one, letters of full width, and a dotless i.
        "https://www.lejr\u{435}.dk/budget",
        "https://\u{3bf}rsted.dk",
        "https://\u{ff4c}ejre.dk",
        "https://borger\u{3002}dk",
        "https://\u{131}nfo.dk",
        "https://leja\u{30a}.dk",
        "https://xn--lejr-43d.dk/budget",
        "https://www.XN--lejr-43d.dk",
        "https://lejr%D0%B5.dk",
        // What stands before the host is not where it leads.
        "https://www.lejre.dk@example.com/budget",
        "https://bruger:kodeord@lejre.dk",
        "http://bruger@lejre.dk",
        "https://lejre.dk:80@example.com",
        "https:///bruger@example.com",
        "https://\\example.com",
        "mailto:budget@lejr\u{435}.dk",
        "mailto:bruger:kodeord@lejre.dk",
        "mailto:budget@lejre.dk,budget@lejr\u{435}.dk",
        "mailto:budget",
        // What is not seen, and what turns the direction.
        "https://lej\u{200b}re.dk",
        "https://example.com/\u{202e}kd.erjel",
    ] {
        check(text, &[]);
    }
}

#[test]
fn danish_hosts_ports_and_numbers_may_be_followed() {
    for text in [
        "https://www.søborg-ærø-ålborg.dk/æ?ø=å",
        "https://CAFÉ.dk",
        "http://intranet:8080/budget",
        "http://192.168.1.20/budget.pdf",
        "http://[2001:db8::1]:8080/x",
        "https://www.lejre.dk/sti/bruger@lejre.dk",
        "https://www.lejre.dk?mail=bruger@lejre.dk",
        "https://www.lejre.dk/\u{435}",
        "mailto:budget@lejre.dk,ærø+budget@søborg.dk?subject=50%25",
    ] {
        check(text, &[text]);
    }
}
