use std::time::Duration;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;

use crate::domain::{Date, Entry, TimeOfDay, Timestamp, Year};

/// Milliseconds since 1970, to measure how long something has lasted.
#[must_use]
pub fn milliseconds() -> i64 {
    // The clock gives whole milliseconds in a float, far below 2^53.
    js_sys::Date::now() as i64
}

/// Calls `action` once that much time has passed, unless what this returns is dropped before.
pub fn after(time: Duration, action: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(u32::try_from(time.as_millis()).unwrap_or(u32::MAX), action)
}

/// The moment, to the second.
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::from_unix_timestamp(milliseconds() / 1_000).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The time of day where the user is, to the minute.
#[must_use]
pub fn time_of_day() -> TimeOfDay {
    let here = js_sys::Date::new_0();
    let hour = u8::try_from(here.get_hours()).unwrap_or_default();
    let minute = u8::try_from(here.get_minutes()).unwrap_or_default();
    TimeOfDay::from_hms(hour, minute, 0).unwrap_or(TimeOfDay::MIDNIGHT)
}

/// The date where the user is.
#[must_use]
pub fn today() -> Date {
    let here = js_sys::Date::new_0();
    let month = u8::try_from(here.get_month() + 1)
        .ok()
        .and_then(|month| time::Month::try_from(month).ok());
    let day = u8::try_from(here.get_date()).ok();
    let year = i32::try_from(here.get_full_year()).ok();
    year.zip(month.zip(day))
        .and_then(|(year, (month, day))| Date::from_calendar_date(year, month, day).ok())
        .unwrap_or_else(|| now().date())
}

/// The year where the user is, as an entry of a new plan.
#[must_use]
pub fn this_year() -> Entry<Year> {
    Year::new(i64::from(today().year())).map_or(Entry::Blank, Entry::Value)
}

/// The year whose budget is being made, as an entry of a new proposal or catalogue.
#[must_use]
pub fn next_budget_year() -> Entry<Year> {
    Year::next_budget(today()).map_or(Entry::Blank, Entry::Value)
}

/// A moment as the user's clock and calendar have it: `22. november 2026 kl. 05.22`.
#[must_use]
pub fn moment_in_words(moment: Timestamp) -> String {
    let milliseconds = moment.unix_timestamp() * 1_000;
    // Far below 2^53.
    let date = js_sys::Date::new(&JsValue::from_f64(milliseconds as f64));
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "long"), ("timeStyle", "short")] {
        // A plain object takes any property.
        _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    date.to_locale_string("da-DK", &options).into()
}
