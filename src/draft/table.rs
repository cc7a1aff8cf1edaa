//! What tables that are pasted whole have in common: headings and sums of their own.

/// Whether a row or column with this name holds sums.
pub(super) fn names_a_sum(text: &str) -> bool {
    let name = plain(text);
    ["i alt", "ialt", "total", "sum", "alle indsatser"]
        .iter()
        .any(|sum| {
            name == *sum
                || name
                    .strip_prefix(sum)
                    .is_some_and(|rest| rest.starts_with(' '))
        })
}

/// A heading without capitals, dots, dashes and repeated spaces, so that small differences in print do not matter.
pub(super) fn plain(text: &str) -> String {
    let letters: String = text
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a row holds nothing at all.
pub(super) fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
}
