//! What months are called.

use crate::domain::{Month, invariant};

/// The letters that a month is told by at least.
const LETTERS: usize = 3;

/// Returns the name of a month: `januar`.
#[must_use]
pub fn month_name(month: Month) -> &'static str {
    match month {
        Month::January => "januar",
        Month::February => "februar",
        Month::March => "marts",
        Month::April => "april",
        Month::May => "maj",
        Month::June => "juni",
        Month::July => "juli",
        Month::August => "august",
        Month::September => "september",
        Month::October => "oktober",
        Month::November => "november",
        Month::December => "december",
    }
}

/// Returns the first letters of a month's name: `jan`.
#[must_use]
pub fn month_short(month: Month) -> &'static str {
    let short = month_name(month).get(..LETTERS);
    invariant(short, "every name of a month is as long").unwrap_or_default()
}

/// Returns the month whose name, in small letters, begins with a text of at least three: `jan`, `sept`, `januar`.
#[must_use]
pub fn month_beginning(text: &str) -> Option<Month> {
    let begins = |month: &Month| text.len() >= LETTERS && month_name(*month).starts_with(text);
    Month::ALL.into_iter().find(begins)
}
