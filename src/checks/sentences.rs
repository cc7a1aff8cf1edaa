//! Sentences of running text.

/// Returns the sentences of a text. One ends with its line, or where a capital follows its full stop:
/// `19. september` and `1,3 mio. kr.` are in the middle of one.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .flat_map(|mut rest| {
            std::iter::from_fn(move || {
                let end = end_of_sentence(rest);
                let (sentence, after) = rest.split_at_checked(end)?;
                rest = after;
                (!sentence.is_empty()).then_some(sentence)
            })
        })
        .map(str::trim)
}

fn end_of_sentence(text: &str) -> usize {
    text.match_indices(['.', '!', '?'])
        .map(|(index, mark)| index + mark.len())
        .find(|&end| {
            let after = text.get(end..).unwrap_or_default();
            let next = after.trim_start();
            next.len() < after.len() && next.starts_with(char::is_uppercase)
        })
        .unwrap_or(text.len())
}
