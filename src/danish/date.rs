//! Dates as Danes write them.

use time::Month;

use super::number::folded;
use crate::domain::{Date, TimeOfDay, Year, limits};

/// The reason why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateError {
    /// Not day, month and year.
    Unknown,
    /// A day that the calendar does not have, such as 31.4.
    NotInCalendar,
}

/// Reads a day, a month and a year, or a year, a month and a day, from a typed text: `3.10.2022`, `3/10 2022` or
/// `2022-10-03`. Between the numbers are points, dashes of any kind, slashes and spaces, one or several of them.
/// Characters that are not seen do not matter. `None` for blank.
///
/// ```
/// use raaderum::danish::{print_date, read_date};
///
/// for text in ["3.10.2022", "03-10-2022", "3/10 2022", "3. 10. 2022", "2022-10-03", "3–10–2022"] {
///     assert_eq!(print_date(read_date(text).unwrap().unwrap()), "03.10.2022");
/// }
/// ```
///
/// # Errors
/// [`DateError`] where the text is no date. The year has four digits, so that the century is never guessed:
///
/// ```
/// use raaderum::danish::{DateError, read_date};
///
/// assert_eq!(read_date("3.10.22"), Err(DateError::Unknown));
/// assert_eq!(read_date("31.4.2023"), Err(DateError::NotInCalendar));
/// // A leap day, and none.
/// assert!(read_date("29.2.2024").is_ok());
/// assert_eq!(read_date("29.2.2023"), Err(DateError::NotInCalendar));
/// ```
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

/// Prints a time of day to the minute: `14.05`.
#[must_use]
pub fn print_time(time: TimeOfDay) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

/// Reads what [`print_time`] prints; `None` for anything else.
///
/// ```
/// use raaderum::danish::{print_time, read_time};
///
/// let time = read_time("14.05").unwrap();
/// assert_eq!(print_time(time), "14.05");
/// assert_eq!(read_time("14:05"), None);
/// assert_eq!(read_time("24.00"), None);
/// ```
#[must_use]
pub fn read_time(text: &str) -> Option<TimeOfDay> {
    let (hour, minute) = text.split_once('.')?;
    let time = TimeOfDay::from_hms(hour.parse().ok()?, minute.parse().ok()?, 0).ok()?;
    (print_time(time) == text).then_some(time)
}

/// Prints a date: `03.10.2022`.
#[must_use]
pub fn print_date(date: Date) -> String {
    format!(
        "{:02}.{:02}.{:04}",
        date.day(),
        u8::from(date.month()),
        date.year()
    )
}
