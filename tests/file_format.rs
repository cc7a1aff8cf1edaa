//! The file format: what a file of ours means, and why every other file is refused.

mod comparison;
mod golden;
mod names;
mod not_ours;
mod numbers;
mod sizes;
mod told;
mod values;
mod version_2;
mod version_3;

use raaderum::domain::{
    Amount, Date, Document, Entry, FullTimeEquivalents, HeadCount, Id, ReimbursementRate,
    Timestamp, Year,
};
use raaderum::example;
use raaderum::file::{self, Reason, Refusal};
use serde_json::Value;

use crate::support::{dec, kr};

/// Never edited: files of version 1 are out there.
const GOLDEN_1: &str = include_str!("golden/v1.json");
/// Never edited: files of version 2 are out there.
const GOLDEN_2: &str = include_str!("golden/v2.json");
/// The version that is written. Never edited once it is released.
const GOLDEN_3: &str = include_str!("golden/v3.json");

fn id(text: &str) -> Id {
    Id::parse(text).expect("an identity")
}

fn value(kroner: &str) -> Entry<Amount> {
    Entry::Value(kr(kroner))
}

fn unreadable<T>(text: &str) -> Entry<T> {
    Entry::Unreadable(text.to_owned())
}

fn year(number: i64) -> Entry<Year> {
    Entry::Value(Year::new(number).expect("a year"))
}

fn people(count: i64) -> Entry<HeadCount> {
    Entry::Value(HeadCount::new(count.into()).expect("a head count"))
}

fn positions(number: &str) -> Entry<FullTimeEquivalents> {
    Entry::Value(FullTimeEquivalents::new(dec(number)).expect("positions"))
}

fn rate(percent: &str) -> Entry<ReimbursementRate> {
    Entry::Value(ReimbursementRate::new(dec(percent)).expect("a rate"))
}

fn date(year: i32, day_of_year: u16) -> Entry<Date> {
    Entry::Value(Date::from_ordinal_date(year, day_of_year).expect("a date"))
}

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(seconds).expect("a moment")
}

fn refuse(place: &str, reason: Reason) -> Result<usize, Refusal> {
    Err(Refusal {
        path: place.to_owned(),
        reason,
    })
}

/// How many documents a file has, or why it is refused: short enough to read when a test fails.
fn outcome(read: Result<Vec<Document>, Refusal>) -> Result<usize, Refusal> {
    read.map(|documents| documents.len())
}

/// The examples as JSON, with one value replaced, added or (`None`) taken away, as a file's text.
fn changed(pointer: &str, replacement: Option<&str>) -> String {
    changed_in(example::FILE, pointer, replacement)
}

/// The same with another file.
fn changed_in(file: &str, pointer: &str, replacement: Option<&str>) -> String {
    let mut root: Value = serde_json::from_str(file).unwrap();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let parent = root.pointer_mut(parent).expect("a place in the file");
    let replacement = replacement.map(|json| serde_json::from_str::<Value>(json).unwrap());
    match (parent, replacement) {
        (Value::Object(fields), Some(json)) => _ = fields.insert(name.to_owned(), json),
        (Value::Object(fields), None) => _ = fields.remove(name).expect("a field"),
        (Value::Array(items), Some(json)) if name == "-" => items.push(json),
        (Value::Array(items), Some(json)) => items[name.parse::<usize>().unwrap()] = json,
        (Value::Array(items), None) => _ = items.remove(name.parse().unwrap()),
        (other, _) => panic!("{other} holds nothing"),
    }
    root.to_string()
}

fn check(pointer: &str, replacement: Option<&str>, place: &str, reason: Reason) {
    let read = outcome(file::read(&changed(pointer, replacement)));
    assert_eq!(read, refuse(place, reason), "{replacement:?} at {pointer}");
}
