//! Dates and moments as ISO 8601, in the one spelling that the format uses. Written out by hand: the general
//! parser and printer of the `time` crate would be a tenth of the program that a browser loads.

use time::{Month, Time};

use crate::domain::{Date, Timestamp};

/// Writes `2023-12-31`.
pub(crate) fn date(date: Date) -> String {
    let (year, month, day) = date.to_calendar_date();
    format!("{year:04}-{:02}-{day:02}", u8::from(month))
}

/// Writes `2023-12-31T10:00:00Z`.
pub(crate) fn moment(moment: Timestamp) -> String {
    let (hour, minute, second) = moment.as_hms();
    format!("{}T{hour:02}:{minute:02}:{second:02}Z", date(moment.date()))
}

/// Reads what [`date`] writes, and nothing else.
pub(super) fn read_date(text: &str) -> Option<Date> {
    let mut numbers = text.splitn(3, '-').map(str::parse::<u16>);
    let mut next = || numbers.next()?.ok();
    let (year, month, day) = (next()?, next()?, next()?);
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    let read = Date::from_calendar_date(year.into(), month, u8::try_from(day).ok()?).ok()?;
    (date(read) == text).then_some(read)
}

/// Reads what [`moment`] writes, and nothing else.
pub(crate) fn read_moment(text: &str) -> Option<Timestamp> {
    let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
    let mut numbers = time.splitn(3, ':').map(str::parse::<u8>);
    let mut next = || numbers.next()?.ok();
    let time = Time::from_hms(next()?, next()?, next()?).ok()?;
    let read = Timestamp::new(read_date(day)?, time);
    (moment(read) == text).then_some(read)
}
