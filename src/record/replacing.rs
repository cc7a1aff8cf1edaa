//! What takes the place of a record in the database, given what lies there when the change arrives.

use super::{Arrived, Found, Key, Next, Occupied, Pending, Stamp, Standing, thinned};
use crate::domain::Timestamp;
use crate::file::{Reason, Refusal};

/// A change on its way to the database, as it was when it set out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The change.
    pub pending: Pending,
    /// Whether the state that it replaces must stay among the earlier ones.
    pub keeps_replaced: bool,
    /// When it was made, or at least noted.
    pub noted_at: Timestamp,
}

impl Sent {
    /// Returns the key of its document.
    #[must_use]
    pub fn key(&self) -> Key {
        Key::of(&self.pending.document)
    }

    /// Returns how far its tab has come when it is stored.
    #[must_use]
    pub fn arrival(&self, stored: &StoredRecord, at: Timestamp) -> Arrived {
        let number = self.pending.number.max(stored.arrived);
        Arrived { number, at }
    }
}

/// What is stored of a document, and what surrounds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRecord {
    /// The stamp of the document's record and its text, if there is one.
    pub record: Option<(String, String)>,
    /// The stamps of earlier states.
    pub earlier: Vec<String>,
    /// The last change of the tab that is stored; 0 for none.
    pub arrived: u64,
}

/// What takes the place of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The stamp of the new record.
    pub stamp: String,
    /// Its text.
    pub text: String,
    /// The stamp that the old record is kept under. `None` when there is none.
    pub kept_as: Option<String>,
    /// The stamps of earlier states that are no longer kept.
    pub dropped: Vec<String>,
}

/// Returns what is stored next, and what that does to the records. `None` when what is stored stays as it is.
///
/// # Errors
/// [`Occupied`] when what is stored cannot be read.
pub fn replacement(
    sent: &Sent,
    stored: &StoredRecord,
    at: Timestamp,
) -> Result<Option<(Next, Replacement)>, Occupied> {
    let unreadable = || Occupied(Refusal::whole(Reason::NotOurs));
    let found = match &stored.record {
        None => None,
        Some((line, text)) => Some(Found {
            stamp: Stamp::parse(line).ok_or_else(unreadable)?,
            text,
        }),
    };
    let next = sent
        .pending
        .next(found.clone(), stored.arrived, sent.noted_at, at)?;
    let Some(next) = next else {
        return Ok(None);
    };
    let earlier = stored.earlier.iter();
    let mut states: Vec<Stamp> = earlier.filter_map(|line| Stamp::parse(line)).collect();
    let replaced = found.map(|replaced| {
        // What was damaged would not be missed among the earlier states, and so not be kept for long.
        let is_damaged = !replaced.stamp.is_of(replaced.text);
        let is_kept = sent.keeps_replaced || next.set_aside.is_some() || is_damaged;
        match replaced.stamp.standing {
            Standing::Saved if is_kept => replaced.stamp.with_standing(Standing::SetAside),
            _ => replaced.stamp,
        }
    });
    let kept_as = replaced.as_ref().map(Stamp::to_string);
    states.extend(replaced);
    let dropped = thinned(&states, at);
    let replacement = Replacement {
        stamp: next.stamp.to_string(),
        text: next.text.clone(),
        kept_as,
        dropped: dropped.iter().map(Stamp::to_string).collect(),
    };
    Ok(Some((next, replacement)))
}
