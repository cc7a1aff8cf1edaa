//! Writing by the tables of a version.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Number;

use super::{Holds, Member, kind_name};
use crate::domain::{Amount, Date, Dismissal, Entry, Fields, Id, Month, Slot, Year, invariant};
use crate::file::iso;

/// A JSON value whose members keep their order.
#[expect(missing_docs, reason = "each is what JSON calls so")]
pub enum Json<'a> {
    Null,
    Text(Cow<'a, str>),
    Number(Number),
    List(Vec<Json<'a>>),
    Object(Vec<(&'static str, Json<'a>)>),
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => number.serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// Writes a record as an object with these members.
pub fn record<'a, R: Fields>(members: &'static [Member<R>], record: &'a R) -> Json<'a> {
    let members = members.iter();
    Json::Object(
        members
            .map(|member| (member.name, value(&member.holds, record)))
            .collect(),
    )
}

fn value<'a, R: Fields>(holds: &Holds<R>, of: &'a R) -> Json<'a> {
    let field = |field| of.slot(field).map_or(Json::Null, slot);
    match holds {
        Holds::Field(of_record) => field(*of_record),
        Holds::Lines(of_record) => match of.slot(*of_record) {
            Some(Slot::Text(text)) if !text.is_empty() => list(text.split('\n'), text_of),
            _ => Json::List(Vec::new()),
        },
        Holds::Object(members) => record(members, of),
        Holds::Fields(count, at) => list(0..*count, |index| at(index).map_or(Json::Null, field)),
        Holds::Objects(count, columns) => list(0..*count, |index| {
            let columns = columns.iter();
            Json::Object(
                columns
                    .map(|(name, at)| (*name, field(at(index))))
                    .collect(),
            )
        }),
        Holds::Other { write, .. } => write(of),
    }
}

/// Writes what stands in a field, by its kind.
fn slot(slot: Slot<'_>) -> Json<'_> {
    match slot {
        Slot::Text(text) => text_of(text),
        Slot::ChangeKinds(kinds) => list(kinds, |&kind| text_of(kind_name(kind))),
        Slot::Amount(entry) => amount(entry),
        Slot::Year(entry) => cell(entry, year),
        Slot::Date(entry) => cell(entry, date),
        Slot::Rate(entry) => cell(entry, |rate| exact(rate.percent())),
        Slot::People(entry) => cell(entry, |count| Json::Number(count.people().into())),
        Slot::Positions(entry) => cell(entry, |change| exact(change.positions())),
    }
}

pub fn list<'a, T>(items: impl IntoIterator<Item = T>, write: impl Fn(T) -> Json<'a>) -> Json<'a> {
    Json::List(items.into_iter().map(write).collect())
}

pub fn text_of(text: &str) -> Json<'_> {
    Json::Text(text.into())
}

pub fn identity<'a>(id: Id) -> Json<'a> {
    Json::Text(id.to_string().into())
}

pub fn identities<'a>(ids: &[Id]) -> Json<'a> {
    list(ids, |&id| identity(id))
}

/// Writes the word for something.
pub fn named<'a, T: PartialEq>(names: &[(&'static str, T)], value: T) -> Json<'a> {
    let found = names.iter().find(|(_, other)| *other == value);
    invariant(found, "everything has a word").map_or(Json::Null, |(name, _)| text_of(name))
}

pub fn month<'a>(month: Option<Month>) -> Json<'a> {
    month.map_or(Json::Null, |month| Json::Number((month.index() + 1).into()))
}

pub fn year<'a>(year: Year) -> Json<'a> {
    Json::Number(year.number().into())
}

pub fn date<'a>(date: Date) -> Json<'a> {
    Json::Text(iso::date(date).into())
}

pub fn amounts<'a>(entries: &'a [Entry<Amount>]) -> Json<'a> {
    list(entries, amount)
}

pub fn amount(entry: &Entry<Amount>) -> Json<'_> {
    cell(entry, kroner)
}

pub fn kroner<'a>(amount: Amount) -> Json<'a> {
    exact(amount.kroner())
}

pub fn dismissed(advice: &[Dismissal]) -> Json<'_> {
    list(advice, |dismissal| {
        Json::Object(vec![
            ("advice", text_of(&dismissal.advice)),
            ("field", text_of(&dismissal.field)),
            ("detail", text_of(&dismissal.detail)),
            ("reason", text_of(&dismissal.reason)),
        ])
    })
}

/// Writes a field: null when blank, a value, or the text that was typed where a value belongs and could not be read.
fn cell<'a, T: Copy>(entry: &'a Entry<T>, write: impl Fn(T) -> Json<'a>) -> Json<'a> {
    match entry {
        Entry::Blank => Json::Null,
        Entry::Value(value) => write(*value),
        Entry::Unreadable(text) => Json::Object(vec![("unreadable", text_of(text))]),
    }
}

fn exact<'a>(number: Decimal) -> Json<'a> {
    // A decimal prints as digits with at most one point, which is always a JSON number.
    let digits = number.normalize().to_string();
    let number = digits.parse().ok();
    invariant(number, "a decimal is a number in JSON").map_or(Json::Null, Json::Number)
}
