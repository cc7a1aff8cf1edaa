//! How a version of the file format lays a document out as JSON: tables of members, which reading, writing and merging follow.

pub(super) mod read;
pub(super) mod write;

pub use super::cursor::Cursor;
use serde_json::Value;

use super::refusal::Refusal;
use crate::domain::{ChangeKind, FieldKind, Fields, FormField};
pub use write::Json;

/// A member of a JSON object, and what of a record it holds. The names are the version's own: they stay when the program's change.
pub struct Member<R: Fields + 'static> {
    /// The member's name in JSON.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds<R>,
}

/// What a member holds.
pub enum Holds<R: Fields + 'static> {
    /// A field, as its kind is written.
    Field(R::Field),
    /// A field of text, as the list of its lines.
    Lines(R::Field),
    /// An object.
    Object(&'static [Member<R>]),
    /// A list of so many fields.
    Fields(usize, fn(usize) -> Option<R::Field>),
    /// A list of so many objects with the same members.
    Objects(usize, &'static [Column<R>]),
    /// What is no field.
    Other {
        /// Reads it into the record.
        read: fn(&Cursor<'_>, &mut R) -> Result<(), Refusal>,
        /// Writes it.
        write: for<'a> fn(&'a R) -> Json<'a>,
        /// How it is merged.
        merging: Merging,
    },
}

/// A member that every object of a list has, and the field that it holds in each.
pub type Column<R> = (&'static str, fn(usize) -> <R as Fields>::Field);

/// How a value is merged that two versions of a document have both changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merging {
    /// As a whole: one of the two stands.
    Whole,
    /// Member by member, or place by place.
    Parts,
    /// As things without identity, of which each is there or not.
    Set,
    /// As rows that are recognised by their identity; the members of a row that are not merged by parts.
    Rows(&'static [(&'static str, Self)]),
    /// As identities that are rows by themselves, whose order counts.
    Identities,
    /// The one that came last stands.
    Latest,
}

/// A member that holds a field.
pub const fn field<R: Fields>(name: &'static str, field: R::Field) -> Member<R> {
    Member {
        name,
        holds: Holds::Field(field),
    }
}

/// A member that holds something that is no field.
pub const fn other<R: Fields>(
    name: &'static str,
    read: fn(&Cursor<'_>, &mut R) -> Result<(), Refusal>,
    write: for<'a> fn(&'a R) -> Json<'a>,
    merging: Merging,
) -> Member<R> {
    Member {
        name,
        holds: Holds::Other {
            read,
            write,
            merging,
        },
    }
}

/// Writes a record as a JSON object with these members.
///
/// # Errors
/// Only if the JSON writer fails, which it does not for these types.
pub fn write_record<R: Fields>(
    members: &'static [Member<R>],
    record: &R,
) -> Result<Value, serde_json::Error> {
    serde_json::to_value(write::record(members, record))
}

/// Reads a JSON object with these members into a record that is blank.
///
/// # Errors
/// [`Refusal`] of what is unknown, missing or out of bounds, with its place.
pub fn read_record<R: Fields>(
    object: &Value,
    members: &[Member<R>],
    record: &mut R,
) -> Result<(), Refusal> {
    read::record(&Cursor::root(object), members, record)
}

/// Returns how the value is merged that a path of names and places leads to, from an object with these members.
pub fn merging<R: Fields>(members: &[Member<R>], path: &[String]) -> Merging {
    let Some((name, rest)) = path.split_first() else {
        return Merging::Parts;
    };
    let member = members.iter().find(|member| member.name == name);
    match member.map(|member| &member.holds) {
        None => Merging::Whole,
        Some(Holds::Field(field)) => match field.describe().kind {
            FieldKind::ChangeKinds => Merging::Set,
            _ => Merging::Whole,
        },
        Some(Holds::Lines(_)) => Merging::Whole,
        Some(Holds::Object(members)) => merging(members, rest),
        // Down to the field.
        Some(Holds::Fields(..)) if rest.is_empty() => Merging::Parts,
        Some(Holds::Objects(..)) if rest.len() < 2 => Merging::Parts,
        Some(Holds::Fields(..) | Holds::Objects(..)) => Merging::Whole,
        Some(Holds::Other { merging, .. }) => inside(*merging, rest),
    }
}

/// Returns how something inside a value is merged.
fn inside(merging: Merging, path: &[String]) -> Merging {
    match (merging, path) {
        (merging, []) => merging,
        (Merging::Rows(_), [_]) => Merging::Parts,
        (Merging::Rows(members), [_, name, rest @ ..]) => {
            let found = members.iter().find(|(other, _)| other == name);
            inside(found.map_or(Merging::Parts, |(_, merging)| *merging), rest)
        }
        _ => Merging::Parts,
    }
}

/// What a kind of change is called.
fn kind_name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Efficiency => "efficiency",
        ChangeKind::Investment => "investment",
        ChangeKind::Saving => "saving",
        ChangeKind::AdditionalRevenue => "additional_revenue",
    }
}
