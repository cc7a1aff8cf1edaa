//! Addresses in a text that may be followed.

/// What an address may begin with. Nothing else becomes a link: `javascript:` and `data:` can run what somebody wrote.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// The addresses in a text that are safe to follow, in order, each as it is written.
pub fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| character.is_whitespace() || "<>\"“”»«".contains(character))
        .map(|word| word.trim_start_matches(['(', '[', '\'']))
        .map(|word| word.trim_end_matches(['.', ',', ';', ':', ')', ']', '\'', '!', '?']))
        .filter(|word| {
            SCHEMES.iter().any(|scheme| {
                let begins = word.get(..scheme.len());
                begins.is_some_and(|begins| begins.eq_ignore_ascii_case(scheme))
                    && word.len() > scheme.len()
            })
        })
}
