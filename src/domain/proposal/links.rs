//! Addresses in a text that may be followed.

/// What an address of a page may begin with.
const PAGE_SCHEMES: [&str; 2] = ["https://", "http://"];

/// What an address of a mailbox begins with. Nothing else becomes a link: `javascript:` and `data:` can run what is
/// written in them.
const MAILBOX_SCHEME: &str = "mailto:";

/// The letters beside a to z that Danish domain names may have.
const DANISH_LETTERS: &str = "æøåäöüéÆØÅÄÖÜÉ";

/// Returns the addresses in a text that are safe to follow, in order, each as it is written.
///
/// ```
/// use raaderum::domain::links;
///
/// let found: Vec<&str> = links("Se bilaget (https://www.lejre.dk/budget).").collect();
/// assert_eq!(found, ["https://www.lejre.dk/budget"]);
/// ```
///
/// Only pages and mailboxes are linked, and only where the scheme is written:
///
/// ```
/// use raaderum::domain::links;
///
/// let found: Vec<&str> = links("mailto:budget@lejre.dk javascript:alert(1) www.lejre.dk").collect();
/// assert_eq!(found, ["mailto:budget@lejre.dk"]);
/// ```
///
/// An address that leads elsewhere than it seems to is left out, and so stays text: one with letters of other alphabets
/// in its host (a Cyrillic `а` looks like a Latin one), one with a name and a password before its host, and one with
/// characters that are not seen or that turn the direction of text.
///
/// ```
/// use raaderum::domain::links;
///
/// assert_eq!(links("https://www.lejre.dk@example.org/").count(), 0);
/// assert_eq!(links("https://lejre.d\u{200b}k/").count(), 0);
/// assert_eq!(links("https://m\u{430}il.dk/").count(), 0);
/// // Danish letters are no disguise.
/// assert_eq!(links("https://rødovre.dk/").count(), 1);
/// ```
pub fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| character.is_whitespace() || "<>\"“”»«".contains(character))
        .map(|word| word.trim_start_matches(['(', '[', '\'']))
        .map(|word| word.trim_end_matches(['.', ',', ';', ':', ')', ']', '\'', '!', '?']))
        .filter(|word| is_safe(word))
}

fn is_safe(address: &str) -> bool {
    if address.chars().any(is_unseen) {
        return false;
    }
    let after = |scheme: &str| {
        let begins = address.get(..scheme.len());
        let begins = begins.is_some_and(|begins| begins.eq_ignore_ascii_case(scheme));
        begins.then(|| address.get(scheme.len()..)).flatten()
    };
    if let Some(mailboxes) = after(MAILBOX_SCHEME) {
        let mailboxes = mailboxes
            .split_once('?')
            .map_or(mailboxes, |(before, _)| before);
        return mailboxes.split(',').all(is_mailbox);
    }
    PAGE_SCHEMES
        .into_iter()
        .find_map(after)
        .is_some_and(|rest| {
            // A browser takes `\` for `/`.
            let host = rest.split(['/', '\\', '?', '#']).next();
            host.is_some_and(is_host_with_port)
        })
}

/// Returns whether a character is not seen, or changes the order in which others are seen.
fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

fn is_mailbox(mailbox: &str) -> bool {
    mailbox.split_once('@').is_some_and(|(name, host)| {
        let is_plain = |character: char| is_letter(character) || "._+-'&".contains(character);
        !name.is_empty() && name.chars().all(is_plain) && is_host(host)
    })
}

fn is_host_with_port(text: &str) -> bool {
    // An address in brackets is one by numbers (IPv6).
    if let Some((numbers, port)) = text.strip_prefix('[').and_then(|text| text.split_once(']')) {
        let is_numeric =
            |character: char| character.is_ascii_hexdigit() || ":.".contains(character);
        let port = port.strip_prefix(':').unwrap_or(port);
        return !numbers.is_empty() && numbers.chars().all(is_numeric) && is_port(port);
    }
    let (host, port) = text.split_once(':').unwrap_or((text, ""));
    is_host(host) && is_port(port)
}

fn is_port(text: &str) -> bool {
    text.chars().all(|character| character.is_ascii_digit())
}

/// Returns whether a host reads as what it is. A label that begins with `xn--` stands for letters that are not shown
/// here.
fn is_host(host: &str) -> bool {
    let is_plain = |character: char| is_letter(character) || "-_.".contains(character);
    let is_coded = |label: &str| {
        let begins = label.get(..4);
        begins.is_some_and(|begins| begins.eq_ignore_ascii_case("xn--"))
    };
    !host.is_empty() && host.chars().all(is_plain) && !host.split('.').any(is_coded)
}

fn is_letter(character: char) -> bool {
    character.is_ascii_alphanumeric() || DANISH_LETTERS.contains(character)
}
