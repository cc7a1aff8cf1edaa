//! Dates as Danes write them.

use std::ops::RangeInclusive;

use time::Month;

use super::letter_case::in_small_letters;
use super::month::month_beginning;
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

/// Reads a day, a month and a year, or a year, a month and a day, from a typed text: `3.10.2022`, `3/10 22`, `3. oktober 2022`,
/// `03102022` or `2022-10-03`. Between them are points, dashes of any kind, slashes and spaces, one or several; `d.` or `den` may
/// stand in front. A year of two digits is one from 1970 to 2069. Characters that are not seen do not matter. `None` for blank.
///
/// ```
/// use raaderum::danish::{print_date, read_date};
///
/// for text in ["3.10.2022", "03-10-22", "3/10 2022", "den 3. oktober 2022", "3. okt. 22", "03102022", "2022-10-03"] {
///     assert_eq!(print_date(read_date(text).unwrap().unwrap()), "03.10.2022");
/// }
/// ```
///
/// # Errors
/// [`DateError`] where the text is no date. A date without its year is none, nor are six digits with nothing between them:
///
/// ```
/// use raaderum::danish::{DateError, read_date};
///
/// assert_eq!(read_date("3. oktober"), Err(DateError::Unknown));
/// assert_eq!(read_date("031022"), Err(DateError::Unknown));
/// assert_eq!(read_date("31.4.2023"), Err(DateError::NotInCalendar));
/// // A leap day, and none.
/// assert!(read_date("29.2.2024").is_ok());
/// assert_eq!(read_date("29.2.2023"), Err(DateError::NotInCalendar));
/// ```
pub fn read_date(text: &str) -> Result<Option<Date>, DateError> {
    if text.chars().nth(limits::NUMBER_CHARACTERS).is_some() {
        return Err(DateError::Unknown);
    }
    let text = in_small_letters(&folded(text));
    let parts: Vec<&str> = text
        .split(|c: char| matches!(c, '.' | '-' | '/') || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .collect();
    let (day, month, year) = match parts.as_slice() {
        [] => return Ok(None),
        [together] | ["d" | "den", together] => digits_together(together)?,
        ["d" | "den", day, month, year] => (*day, *month, *year),
        [year, month, day] if year.len() == 4 => (*day, *month, *year),
        [day, month, year] => (*day, *month, *year),
        _ => return Err(DateError::Unknown),
    };
    let day = number(day, 1..=2)?;
    let month = match month_beginning(month) {
        Some(month) => month.index() + 1,
        None => number(month, 1..=2)?.into(),
    };
    let year = match year.len() {
        2 => match number(year, 2..=2)? {
            year @ 0..70 => 2_000 + year,
            year => 1_900 + year,
        },
        _ => number(year, 4..=4)?,
    };
    let year = Year::new(year.into()).ok_or(DateError::NotInCalendar)?;
    u8::try_from(month)
        .ok()
        .and_then(|month| Month::try_from(month).ok())
        .zip(u8::try_from(day).ok())
        .and_then(|(month, day)| Date::from_calendar_date(year.number().into(), month, day).ok())
        .map(Some)
        .ok_or(DateError::NotInCalendar)
}

/// Reads the same, and `i dag`, `i går` and `i morgen`, as seen from a day.
///
/// ```
/// use raaderum::danish::{print_date, read_date, read_date_on};
///
/// let today = read_date("1.3.2024").unwrap().unwrap();
/// assert_eq!(print_date(read_date_on("i går", today).unwrap().unwrap()), "29.02.2024");
/// ```
///
/// # Errors
/// As [`read_date`].
pub fn read_date_on(text: &str, today: Date) -> Result<Option<Date>, DateError> {
    let letters: String = in_small_letters(&folded(text))
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    let day = match letters.as_str() {
        "idag" => Some(today),
        "igår" => today.previous_day(),
        "imorgen" => today.next_day(),
        _ => return read_date(text),
    };
    day.map(Some).ok_or(DateError::NotInCalendar)
}

/// Returns day, month and year of eight digits that stand together. Six may be in another order.
fn digits_together(text: &str) -> Result<(&str, &str, &str), DateError> {
    let parts = (text.len() == 8 && text.is_ascii())
        .then(|| Some((text.get(..2)?, text.get(2..4)?, text.get(4..)?)));
    parts.flatten().ok_or(DateError::Unknown)
}

fn number(digits: &str, length: RangeInclusive<usize>) -> Result<u16, DateError> {
    (length.contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_digit()))
        .then(|| digits.parse::<u16>().ok())
        .flatten()
        .ok_or(DateError::Unknown)
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
