//! What stands behind a number and is no part of it: footnote marks, and “per year”.

use crate::danish::letter_case::in_small_letters;
use crate::domain::invariant;

/// Ways to say that an amount is that of one year and of every year after it.
const PER_YEAR: [&str; 8] = [
    "per år",
    "pr. år",
    "pr år",
    "pr.år",
    "om året",
    "hvert år",
    "årligt",
    "/år",
];

/// A folded text without what stands behind the number.
pub(super) struct Bare<'a> {
    /// The number alone.
    pub(super) number: &'a str,
    /// The footnote mark that stood behind it, as it was typed.
    pub(super) footnote: Option<&'a str>,
    /// Whether it was said that the amount is one per year.
    pub(super) is_per_year: bool,
}

/// Takes off a number what stands behind it, a footnote mark before or behind “per year”.
pub(super) fn bare(text: &str) -> Bare<'_> {
    let (text, behind) = without_footnote(text);
    let (text, is_per_year) = without_per_year(text);
    let (number, before) = if is_per_year {
        without_footnote(text)
    } else {
        (text, None)
    };
    Bare {
        number,
        footnote: before.or(behind),
        is_per_year,
    }
}

fn without_per_year(text: &str) -> (&str, bool) {
    let found = PER_YEAR.iter().find_map(|words| {
        let (before, last) = text.split_at_checked(text.len().checked_sub(words.len())?)?;
        let is_apart = !before.ends_with(char::is_alphabetic);
        (is_apart && in_small_letters(last) == *words).then(|| before.trim_end())
    });
    match found {
        Some(before) if !before.is_empty() => (before, true),
        _ => (text, false),
    }
}

fn without_footnote(text: &str) -> (&str, Option<&str>) {
    let found = stars(text)
        .or_else(|| superscripts(text))
        .or_else(|| bracketed(text));
    match found {
        Some(before) if ends_a_number(before) => {
            let mark = invariant(text.get(before.len()..), "the text begins so");
            (before, Some(mark.unwrap_or_default().trim()))
        }
        _ => (text, None),
    }
}

fn ends_a_number(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ')' | '-'))
}

/// Returns what stands before the stars of `4.600*`.
fn stars(text: &str) -> Option<&str> {
    let before = text.strip_suffix('*')?;
    Some(before.trim_end_matches(['*', ' ']))
}

/// Returns what stands before the small digits of `4.600¹` or `4.600 ²⁾`.
fn superscripts(text: &str) -> Option<&str> {
    let text = match unpartnered(text) {
        Some(open) => open,
        None => text.trim_end_matches('⁾'),
    };
    let before = text.trim_end_matches(|c| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹'));
    (before.len() < text.len()).then(|| before.trim_end_matches(['⁽', ' ']))
}

/// Returns what stands before the digits of `4.600 1)` and the bracket that nothing opens. A space must stand before
/// them: in `-0,51)` it is unknown where the number ends.
fn bracketed(text: &str) -> Option<&str> {
    let digits = unpartnered(text)?;
    let before = digits.trim_end_matches(|c: char| c.is_ascii_digit());
    let count = digits.len() - before.len();
    ((1..=2).contains(&count) && before.ends_with(' ')).then(|| before.trim_end())
}

/// Returns what stands before a closing bracket that nothing opens, at the end of a text.
pub(super) fn unpartnered(text: &str) -> Option<&str> {
    let inside = text.strip_suffix(')')?;
    let count = |bracket: char| text.matches(bracket).count();
    (count(')') > count('(')).then_some(inside)
}

/// Returns what follows an `=` without “per year”. What looks like a footnote mark is a part of the calculation.
pub(super) fn in_formula(text: &str) -> Bare<'_> {
    let (number, is_per_year) = without_per_year(text);
    Bare {
        number,
        footnote: None,
        is_per_year,
    }
}
