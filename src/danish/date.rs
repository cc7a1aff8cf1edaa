//! Dates as Danes write them.

use time::Month;

use super::number::folded;
use crate::domain::{Date, Year, limits};

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateError {
    /// Not day, month and year.
    Unknown,
    /// A day that the calendar does not have, such as 31.4.
    NotInCalendar,
}

/// Reads `3.10.2022`, `03-10-2022`, `3/10 2022` or `2022-10-03`, with any dash and whatever is not seen. The year has four digits, so that nobody has
/// to guess the century. `None` for blank.
///
/// ```
/// use raaderum::danish::{print_date, read_date};
///
/// let date = read_date("3/10 2022").unwrap().unwrap();
/// assert_eq!(print_date(date), "03.10.2022");
/// assert!(read_date("31.4.2023").is_err());
/// ```
///
/// # Errors
/// [`DateError`] when the text is no date.
pub fn read_date(text: &str) -> Result<Option<Date>, DateError> {
    if text.chars().nth(limits::NUMBER_CHARACTERS).is_some() {
        return Err(DateError::Unknown);
    }
    let text = folded(text);
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let parts: Vec<&str> = text
        .split(|c: char| matches!(c, '.' | '-' | '/') || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .collect();
    let [first, month, last] = parts.as_slice() else {
        return Err(DateError::Unknown);
    };
    let (day, year) = if first.len() == 4 {
        (last, first)
    } else {
        (first, last)
    };
    let number = |digits: &str, most: usize| {
        (digits.len() <= most && digits.chars().all(|c| c.is_ascii_digit()))
            .then(|| digits.parse::<u16>().ok())
            .flatten()
            .ok_or(DateError::Unknown)
    };
    if year.len() != 4 {
        return Err(DateError::Unknown);
    }
    let (day, month, year) = (number(day, 2)?, number(month, 2)?, number(year, 4)?);
    let year = Year::new(year.into()).ok_or(DateError::NotInCalendar)?;
    u8::try_from(month)
        .ok()
        .and_then(|month| Month::try_from(month).ok())
        .zip(u8::try_from(day).ok())
        .and_then(|(month, day)| Date::from_calendar_date(year.number().into(), month, day).ok())
        .map(Some)
        .ok_or(DateError::NotInCalendar)
}

/// Prints `03.10.2022`.
#[must_use]
pub fn print_date(date: Date) -> String {
    format!(
        "{:02}.{:02}.{:04}",
        date.day(),
        u8::from(date.month()),
        date.year()
    )
}
