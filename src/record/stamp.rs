//! What is known of a record without reading it.

use std::fmt;
use std::hash::Hasher;

use fnv::FnvHasher;

use super::Key;
use crate::domain::{Document, Timestamp, invariant};
use crate::file::{self, Reason, Refusal, iso};

/// What a state of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// What the document says, or said until the next revision.
    Saved,
    /// What the document said when it was deleted.
    Deleted,
    /// Another state took its place that was made without it.
    SetAside,
}

const STANDINGS: [(Standing, &str); 3] = [
    (Standing::Saved, "saved"),
    (Standing::Deleted, "deleted"),
    (Standing::SetAside, "set-aside"),
];

/// What is known of a record without reading it. It is printed as one line, and is the record's key in the database:
///
/// `raaderum/forslag/<identity> 000000000017 2026-11-22T10:00:00Z saved 00e1f2a3b4c5d6e7`
///
/// The records of a document, sorted by that line, are in the order of their revisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The document.
    pub key: Key,
    /// How many times the document had been stored, with this one, from 1. A record that knows nothing of revisions has 0.
    pub revision: u64,
    /// When it was stored.
    pub at: Timestamp,
    /// What the state is.
    pub standing: Standing,
    /// Tells whether the text is still the one that was stored.
    checksum: u64,
}

/// More than anybody stores one document.
const REVISION_DIGITS: usize = 12;

/// The highest revision that a stamp can hold: one with more digits would be sorted wrong, and not be read again.
pub const HIGHEST_REVISION: u64 = 999_999_999_999;

/// Why a record cannot be read.
pub type Damage = Refusal;

fn checksum(text: &str) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

impl Stamp {
    /// Returns the stamp of a text that is about to be stored.
    #[must_use]
    pub fn of(text: &str, key: Key, revision: u64, at: Timestamp, standing: Standing) -> Self {
        Self {
            key,
            revision,
            at,
            standing,
            checksum: checksum(text),
        }
    }

    /// Reads what a stamp prints, and nothing else.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let mut next = || words.next();
        let (key, revision, at, standing, sum) = (next()?, next()?, next()?, next()?, next()?);
        let stamp = Self {
            key: Key::parse(key)?,
            revision: revision.parse().ok()?,
            at: iso::read_moment(at)?,
            standing: STANDINGS.iter().find(|(_, name)| *name == standing)?.0,
            checksum: u64::from_str_radix(sum, 16).ok()?,
        };
        // A revision with more digits would be sorted wrong.
        (stamp.to_string() == line && revision.len() == REVISION_DIGITS).then_some(stamp)
    }

    /// Returns the same state under another standing.
    #[must_use]
    pub fn with_standing(mut self, standing: Standing) -> Self {
        self.standing = standing;
        self
    }

    /// Returns the record of local storage in which the text lies under this stamp: see [`stamped`].
    #[must_use]
    pub fn record(&self, text: &str) -> String {
        format!("{self}\n{text}")
    }

    /// Returns whether a text is the one that was stored.
    #[must_use]
    pub fn is_of(&self, text: &str) -> bool {
        checksum(text) == self.checksum
    }

    /// Returns whether both are stamps of the same text.
    #[must_use]
    pub fn is_same_text(&self, other: &Self) -> bool {
        self.checksum == other.checksum
    }

    /// Reads the text that the stamp belongs to: a file with the one document that the key names.
    ///
    /// # Errors
    /// Why it cannot be read: it is not the text that was stored, or this version does not know its format.
    pub fn read(&self, text: &str) -> Result<Document, Damage> {
        let document = read_one(self.key, text)?;
        // Told last: what else is wrong says more.
        if self.is_of(text) {
            Ok(document)
        } else {
            Err(Refusal::whole(Reason::Damaged))
        }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let standing = STANDINGS.iter().find(|(known, _)| *known == self.standing);
        let standing = invariant(standing, "every standing has a word");
        write!(
            formatter,
            "{} {:0REVISION_DIGITS$} {} {} {:016x}",
            self.key,
            self.revision,
            iso::moment(self.at),
            standing.map_or("", |(_, name)| name),
            self.checksum
        )
    }
}

fn read_one(key: Key, text: &str) -> Result<Document, Damage> {
    let mut documents = file::read_stored(text)?;
    match documents.pop() {
        Some(document) if documents.is_empty() && Key::of(&document) == key => Ok(document),
        _ => Err(Refusal::whole(Reason::NotOurs)),
    }
}

/// Returns the stamp of a record without one, as earlier versions of Råderum stored them: a file by itself.
///
/// # Errors
/// Why it cannot be read.
pub fn plain_stamp(key: Key, text: &str) -> Result<(Stamp, Document), Damage> {
    let document = read_one(key, text)?;
    let stamp = Stamp::of(text, key, 0, document.changed_at(), Standing::Saved);
    Ok((stamp, document))
}

/// Returns the stamp and the text of a record of local storage that holds what was stored. The text under a stamp is
/// only compared with its checksum, which is quick; one without a stamp is read.
///
/// # Errors
/// Why it cannot be read.
pub fn stamped(key: Key, record: &str) -> Result<(Stamp, &str), Damage> {
    match split(record) {
        (Some(stamp), _) if stamp.key != key => Err(Refusal::whole(Reason::NotOurs)),
        (Some(stamp), text) if stamp.is_of(text) => Ok((stamp, text)),
        (Some(stamp), text) => {
            _ = stamp.read(text)?;
            Err(Refusal::whole(Reason::Damaged))
        }
        (None, text) => plain_stamp(key, text).map(|(stamp, _)| (stamp, text)),
    }
}

/// Returns the stamp and the text of a record that is one text: the stamp's line, then the text. Without a stamp, the
/// whole.
#[must_use]
pub fn split(record: &str) -> (Option<Stamp>, &str) {
    let parts = record.split_once('\n');
    match parts.and_then(|(line, text)| Some((Stamp::parse(line)?, text))) {
        Some((stamp, text)) => (Some(stamp), text),
        None => (None, record),
    }
}
