//! How a version of the file format lays a document out as JSON: tables of members, which reading, writing and merging
//! follow.
//!
//! The names of the members are the version's own. They stay when a field is renamed:
//!
//! ```
//! use raaderum::domain::{Entry, Id, Proposal, ProposalField, Timestamp};
//! use raaderum::file::layout::{Member, field, read_record, write_record};
//! use serde_json::json;
//!
//! static MEMBERS: [Member<Proposal>; 2] =
//!     [field("title", ProposalField::Heading), field("rate", ProposalField::Reimbursement)];
//!
//! let mut proposal = Proposal::blank(Id::random(), Timestamp::UNIX_EPOCH, Entry::Blank);
//! read_record(&json!({"title": "Isafjord", "rate": 50}), &MEMBERS, &mut proposal)?;
//! assert_eq!(proposal.heading, "Isafjord");
//! assert_eq!(write_record(&MEMBERS, &proposal).unwrap(), json!({"title": "Isafjord", "rate": 50}));
//! # Ok::<(), raaderum::file::Refusal>(())
//! ```

pub(super) mod read;
pub(super) mod write;

use serde_json::Value;

pub use super::cursor::Cursor;
pub use super::path::Segment;
use super::refusal::Refusal;
use crate::domain::{ChangeKind, FieldKind, Fields, FormField};
pub use write::Json;

/// A member of a JSON object, and what it holds of a record. Its name belongs to the version: it stays when a name in
/// the program changes.
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
    /// A list of a fixed number of fields.
    Fields(usize, fn(usize) -> Option<R::Field>),
    /// A list of a fixed number of objects with the same members.
    Objects(usize, &'static [Column<R>]),
    /// Something that is no field.
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
    /// Member by member, or item by item.
    Parts,
    /// As things without identity, of which each is there or not.
    Set,
    /// As rows that are recognised by their identity; the members of a row that are not merged by parts.
    Rows(&'static [(&'static str, Self)]),
    /// As identities that are rows by themselves, whose order counts.
    Identities,
    /// The later one stands.
    Latest,
}

/// Returns a member that holds a field.
pub const fn field<R: Fields>(name: &'static str, field: R::Field) -> Member<R> {
    Member {
        name,
        holds: Holds::Field(field),
    }
}

/// Returns a member that holds something that is no field.
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

/// Writes a record as a JSON object with these members. A blank field is null, and text that could not be read is kept:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// use raaderum::file::layout::{Member, field, write_record};
/// use serde_json::json;
///
/// static MEMBERS: [Member<Proposal>; 2] =
///     [field("year", ProposalField::FirstYear), field("prices", ProposalField::PriceLevel)];
///
/// let mut proposal = lejre.blank_proposal();
/// proposal.enter(ProposalField::FirstYear, "2024/25");
/// let written = write_record(&MEMBERS, &proposal).unwrap();
/// assert_eq!(written, json!({"year": {"unreadable": "2024/25"}, "prices": null}));
/// ```
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
/// [`Refusal`] of what is unknown, missing or out of bounds, with its path:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// use raaderum::file::Reason;
/// use raaderum::file::layout::{Member, field, read_record};
/// use serde_json::json;
///
/// let members: [Member<Proposal>; 1] = [field("rate", ProposalField::Reimbursement)];
/// let mut proposal = lejre.blank_proposal();
/// let mut refusal = |object| read_record(&object, &members, &mut proposal).unwrap_err().reason;
/// assert_eq!(refusal(json!({})), Reason::Missing);
/// assert_eq!(refusal(json!({"rate": 100})), Reason::RateOutOfBounds);
/// assert_eq!(refusal(json!({"rate": 50, "note": ""})), Reason::Unknown);
/// ```
pub fn read_record<R: Fields>(
    object: &Value,
    members: &[Member<R>],
    record: &mut R,
) -> Result<(), Refusal> {
    read::record(&Cursor::root(object), members, record)
}

/// Returns how the value is merged that a path leads to, from an object with these members.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// use raaderum::file::layout::{Member, Merging, Segment, field, merging};
///
/// let members: [Member<Proposal>; 2] =
///     [field("heading", ProposalField::Heading), field("kinds", ProposalField::Kinds)];
/// assert_eq!(merging(&members, &[Segment::Member("heading")]), Merging::Whole);
/// // One version ticks Besparelse, the other Investering: both are ticked.
/// assert_eq!(merging(&members, &[Segment::Member("kinds")]), Merging::Set);
/// // The object itself.
/// assert_eq!(merging(&members, &[]), Merging::Parts);
/// ```
pub fn merging<R: Fields>(members: &[Member<R>], path: &[Segment<'_>]) -> Merging {
    let Some((segment, rest)) = path.split_first() else {
        return Merging::Parts;
    };
    let mut members = members.iter();
    let member = members.find(|member| Segment::Member(member.name) == *segment);
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
fn inside(merging: Merging, path: &[Segment<'_>]) -> Merging {
    match (merging, path) {
        (merging, []) => merging,
        (Merging::Rows(_), [_]) => Merging::Parts,
        (Merging::Rows(members), [_, segment, rest @ ..]) => {
            let mut members = members.iter();
            let found = members.find(|(name, _)| Segment::Member(name) == *segment);
            inside(found.map_or(Merging::Parts, |(_, merging)| *merging), rest)
        }
        _ => Merging::Parts,
    }
}

/// Returns the name of a kind of change.
fn kind_name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Efficiency => "efficiency",
        ChangeKind::Investment => "investment",
        ChangeKind::Saving => "saving",
        ChangeKind::AdditionalRevenue => "additional_revenue",
    }
}
