//! Reading by the tables of a version, strictly: what is unknown, missing or out of bounds is refused, with its path.

use std::collections::BTreeSet;

use super::{Holds, Member, kind_name};
use crate::domain::{
    Amount, ChangeKind, Date, Dismissal, Entry, Fields, FullTimeEquivalents, HeadCount, Id, Month,
    ReimbursementRate, SlotMut, Timestamp, Year, invariant, limits,
};
use crate::file::cursor::Cursor;
use crate::file::iso;
use crate::file::refusal::{Expected, Reason, Refusal};

/// Reads an object with these members into a record that is blank.
pub fn record<R: Fields>(
    at: &Cursor<'_>,
    members: &[Member<R>],
    record: &mut R,
) -> Result<(), Refusal> {
    let names: Vec<&str> = members.iter().map(|member| member.name).collect();
    at.only(&names)?;
    for member in members {
        value(&at.field(member.name)?, &member.holds, record)?;
    }
    Ok(())
}

fn value<R: Fields>(at: &Cursor<'_>, holds: &Holds<R>, of: &mut R) -> Result<(), Refusal> {
    match holds {
        Holds::Field(field) => slot(at, of.slot_mut(*field)),
        Holds::Lines(field) => {
            let lines = lines(at)?;
            if let Some(SlotMut::Text(text)) = of.slot_mut(*field) {
                *text = lines;
            }
            Ok(())
        }
        Holds::Object(members) => record(at, members, of),
        Holds::Fields(count, field) => each(at, *count, &mut |item, index| {
            slot(item, field(index).and_then(|field| of.slot_mut(field)))
        }),
        Holds::Objects(count, columns) => {
            let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
            each(at, *count, &mut |item, index| {
                item.only(&names)?;
                for (name, field) in *columns {
                    slot(&item.field(name)?, of.slot_mut(field(index)))?;
                }
                Ok(())
            })
        }
        Holds::Other { read, .. } => read(at, of),
    }
}

/// Reads what belongs into a field, by its kind.
fn slot(at: &Cursor<'_>, slot: Option<SlotMut<'_>>) -> Result<(), Refusal> {
    match invariant(slot, "every member has a field") {
        None => {}
        Some(SlotMut::Text(text)) => at.text()?.clone_into(text),
        Some(SlotMut::ChangeKinds(kinds)) => *kinds = change_kinds(at)?,
        Some(SlotMut::Amount(entry)) => *entry = amount(at)?,
        Some(SlotMut::Year(entry)) => *entry = cell(at, year)?,
        Some(SlotMut::Date(entry)) => *entry = cell(at, date)?,
        Some(SlotMut::Rate(entry)) => {
            *entry = cell(at, |at| {
                ReimbursementRate::new(at.number()?)
                    .ok_or_else(|| at.refuse(Reason::RateOutOfBounds))
            })?;
        }
        Some(SlotMut::People(entry)) => {
            *entry = cell(at, |at| {
                HeadCount::new(at.number()?).ok_or_else(|| at.refuse(Reason::StaffOutOfBounds))
            })?;
        }
        Some(SlotMut::Positions(entry)) => {
            *entry = cell(at, |at| {
                FullTimeEquivalents::new(at.number()?)
                    .ok_or_else(|| at.refuse(Reason::StaffOutOfBounds))
            })?;
        }
    }
    Ok(())
}

fn change_kinds(at: &Cursor<'_>) -> Result<BTreeSet<ChangeKind>, Refusal> {
    let mut kinds = BTreeSet::new();
    for item in at.items(ChangeKind::ALL.len())? {
        let name = item.text()?;
        let mut all = ChangeKind::ALL.into_iter();
        let kind = all.find(|&kind| kind_name(kind) == name);
        kind.filter(|&kind| kinds.insert(kind))
            .ok_or_else(|| item.refuse(Reason::Expected(Expected::Kind)))?;
    }
    Ok(kinds)
}

/// Returns a text that is written as the list of its lines.
fn lines(at: &Cursor<'_>) -> Result<String, Refusal> {
    let lines = list(at, usize::MAX, |line| line.text().map(str::to_owned))?;
    Ok(lines.join("\n"))
}

/// Reads the items of a list of exactly `count`.
fn each(
    at: &Cursor<'_>,
    count: usize,
    read: &mut dyn FnMut(&Cursor<'_>, usize) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let items = at.items(usize::MAX)?;
    if items.len() != count {
        return Err(at.refuse(Reason::Expected(Expected::ListOf(count))));
    }
    for (index, item) in items.enumerate() {
        read(&item, index)?;
    }
    Ok(())
}

/// Reads the items of a list of at most `most`.
pub fn list<T>(
    at: &Cursor<'_>,
    most: usize,
    read: impl Fn(&Cursor<'_>) -> Result<T, Refusal>,
) -> Result<Vec<T>, Refusal> {
    at.items(most)?.map(|item| read(&item)).collect()
}

/// Reads the items of a list of at most `most`, of which no two may have the same identity.
pub fn rows<T>(
    at: &Cursor<'_>,
    most: usize,
    read: impl Fn(&Cursor<'_>) -> Result<T, Refusal>,
    id: impl Fn(&T) -> Id,
) -> Result<Vec<T>, Refusal> {
    let mut ids = BTreeSet::new();
    let mut rows = Vec::new();
    for item in at.items(most)? {
        let row = read(&item)?;
        if !ids.insert(id(&row)) {
            return Err(item.refuse(Reason::SameId(id(&row))));
        }
        rows.push(row);
    }
    Ok(rows)
}

pub fn dismissed(at: &Cursor<'_>) -> Result<Vec<Dismissal>, Refusal> {
    list(at, limits::DISMISSALS, |at| {
        at.only(&["advice", "field", "detail", "reason"])?;
        Ok(Dismissal {
            advice: text(at, "advice")?,
            field: text(at, "field")?,
            detail: text(at, "detail")?,
            reason: text(at, "reason")?,
        })
    })
}

pub fn text(at: &Cursor<'_>, name: &str) -> Result<String, Refusal> {
    Ok(at.field(name)?.text()?.to_owned())
}

pub fn amount(at: &Cursor<'_>) -> Result<Entry<Amount>, Refusal> {
    cell(at, kroner)
}

pub fn kroner(at: &Cursor<'_>) -> Result<Amount, Refusal> {
    Amount::new(at.number()?).map_err(|_| at.refuse(Reason::AmountOutOfBounds))
}

pub fn month(at: &Cursor<'_>) -> Result<Option<Month>, Refusal> {
    if at.is_null() {
        return Ok(None);
    }
    let number = at.whole_number()?;
    let mut months = Month::ALL.into_iter().zip(1..);
    let found = months.find(|(_, other)| *other == number);
    found
        .map(|(month, _)| Some(month))
        .ok_or_else(|| at.refuse(Reason::Expected(Expected::Month)))
}

pub fn year(at: &Cursor<'_>) -> Result<Year, Refusal> {
    at.whole_number()
        .ok()
        .and_then(Year::new)
        .ok_or_else(|| at.refuse(Reason::Expected(Expected::YearOrBlank)))
}

pub fn date(at: &Cursor<'_>) -> Result<Date, Refusal> {
    at.text()
        .ok()
        .and_then(iso::read_date)
        .filter(|date| Year::new(date.year().into()).is_some())
        .ok_or_else(|| at.refuse(Reason::Expected(Expected::DateOrBlank)))
}

pub fn moment(at: &Cursor<'_>) -> Result<Timestamp, Refusal> {
    iso::read_moment(at.text()?).ok_or_else(|| at.refuse(Reason::Expected(Expected::Moment)))
}

/// Reads a word; returns what it stands for.
pub fn named<T: Copy>(
    at: &Cursor<'_>,
    names: &[(&str, T)],
    expected: Expected,
) -> Result<T, Refusal> {
    let name = at.text()?;
    let found = names.iter().find(|(other, _)| *other == name);
    found
        .map(|&(_, value)| value)
        .ok_or_else(|| at.refuse(Reason::Expected(expected)))
}

/// Reads a field: null when blank, a value, or text that is none.
fn cell<T>(
    at: &Cursor<'_>,
    read: impl Fn(&Cursor<'_>) -> Result<T, Refusal>,
) -> Result<Entry<T>, Refusal> {
    if at.is_null() {
        return Ok(Entry::Blank);
    }
    match at.unreadable()? {
        Some(text) => Ok(Entry::Unreadable(text)),
        None => read(at).map(Entry::Value),
    }
}
