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
