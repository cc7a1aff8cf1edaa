//! What a tab has not stored yet, as it lies in local storage: should the tab be closed or end, another takes it over.

use std::fmt;

use super::{
    Damage, Found, Key, Mine, Next, Occupied, Stamp, Standing, next_deleted, next_saved,
    next_saved_earlier,
};
use crate::domain::{Document, Id, Timestamp};
use crate::file::{self, Reason, Refusal, iso};

const PREFIX: &str = "raaderum-venter/";

/// Where a tab notes what it has not stored yet of a document: `raaderum-venter/<tab>/raaderum/forslag/<identity>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PendingKey {
    /// The tab. Each visit to the page has its own.
    pub tab: Id,
    /// The document.
    pub key: Key,
}

impl PendingKey {
    /// Reads what such a key prints, and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (tab, key) = text.strip_prefix(PREFIX)?.split_once('/')?;
        let (tab, key) = (Id::parse(tab)?, Key::parse(key)?);
        Some(Self { tab, key })
    }

    /// Returns whether a text is meant as such a key, readable or not.
    #[must_use]
    pub fn is_ours(text: &str) -> bool {
        text.starts_with(PREFIX)
    }
}

impl fmt::Display for PendingKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{PREFIX}{}/{}", self.tab, self.key)
    }
}

/// A change that is not stored yet, with all that it takes to store it later, when others may have stored more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// The number of the change in its tab, where each change of a document has a higher one than the last, from 1.
    pub number: u64,
    /// What the document says in the tab; when it was deleted there, what it said then.
    pub document: Document,
    /// Whether it was deleted.
    pub is_deleted: bool,
    /// The revision that the change was made from; 0 for a document that is new.
    pub seen: u64,
    /// What the document said in that revision. `None` for one that is new.
    pub base: Option<Document>,
    /// What the tab was storing when it noted the change, and its number: an earlier stage of it, which may have arrived
    /// or not.
    pub on_its_way: Option<(u64, Document)>,
}

impl Pending {
    /// Returns the record in which the change is noted: a line with its number, and that of what was on its way, and
    /// then stamped texts, one after another: the change, what it was made from, and what was on its way.
    ///
    /// # Errors
    /// When a document is too large for a file.
    pub fn print(&self, at: Timestamp) -> Result<String, Occupied> {
        let standing = match self.is_deleted {
            true => Standing::Deleted,
            false => Standing::Saved,
        };
        let mut record = self.number.to_string();
        if let Some((number, _)) = &self.on_its_way {
            record.push_str(&format!(" {number}"));
        }
        let on_its_way = self.on_its_way.as_ref().map(|(_, document)| document);
        let parts = [
            (Some(&self.document), standing),
            (self.base.as_ref(), Standing::Saved),
            (on_its_way, Standing::Saved),
        ];
        for (document, standing) in parts {
            let Some(document) = document else { continue };
            let text = file::write([document]);
            let text = text.map_err(|_| Occupied(Refusal::whole(Reason::NotText)))?;
            let stamp = Stamp::of(&text, Key::of(document), self.seen, at, standing);
            record.push('\n');
            record.push_str(&stamp.record(&text));
        }
        Ok(record)
    }

    /// Reads such a record of a document, and when the change was noted.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read(key: Key, record: &str) -> Result<(Self, Timestamp), Damage> {
        let mut parts = parts(record);
        let numbers = parts.next().ok_or_else(not_ours)?;
        let (number, on_its_way) = match numbers.split_once(' ') {
            Some((number, other)) => (read_number(number)?, Some(read_number(other)?)),
            None => (read_number(numbers)?, None),
        };
        let mut documents = Vec::new();
        for part in parts {
            let (line, text) = part.split_once('\n').ok_or_else(not_ours)?;
            let stamp = Stamp::parse(line).ok_or_else(not_ours)?;
            if stamp.key != key {
                return Err(not_ours());
            }
            let document = stamp.read(text)?;
            documents.push((stamp, document));
        }
        let on_its_way = match on_its_way {
            Some(number) if documents.len() > 1 => {
                documents.pop().map(|(_, document)| (number, document))
            }
            Some(_) => return Err(not_ours()),
            None => None,
        };
        let mut documents = documents.into_iter();
        let (stamp, document) = documents.next().ok_or_else(not_ours)?;
        let pending = Self {
            number,
            document,
            is_deleted: stamp.standing == Standing::Deleted,
            seen: stamp.revision,
            base: documents.next().map(|(_, base)| base),
            on_its_way,
        };
        match documents.next() {
            None => Ok((pending, stamp.at)),
            Some(_) => Err(not_ours()),
        }
    }

    /// Returns what is stored next, given what is stored by now, the last change of this tab that arrived, and when
    /// this one was noted. Where another changed the same field, what was written last stands, and the other is set
    /// aside. `None` when what is stored stays as it is.
    ///
    /// # Errors
    /// [`Occupied`] when what is stored cannot be read.
    pub fn next(
        &self,
        found: Option<Found<'_>>,
        arrived: u64,
        noted_at: Timestamp,
        at: Timestamp,
    ) -> Result<Option<Next>, Occupied> {
        if self.number <= arrived {
            return Ok(None);
        }
        // What arrived is what the change was made from, whatever others have made of it since.
        let on_its_way = self.on_its_way.as_ref();
        let on_its_way = on_its_way.filter(|(number, _)| *number <= arrived);
        let base = match on_its_way {
            Some((_, document)) => Some(document),
            None => self.base.as_ref(),
        };
        let found_revision = found.as_ref().map_or(0, |found| found.stamp.revision);
        let is_still_there = on_its_way.is_some_and(|(_, document)| {
            let stored = found.as_ref().map(|found| found.stamp.read(found.text));
            stored
                .is_some_and(|stored| stored.is_ok_and(|stored| stored.says_the_same_as(document)))
        });
        let mine = Mine {
            document: &self.document,
            base,
            seen: match is_still_there {
                true => found_revision,
                false => self.seen,
            },
        };
        if self.is_deleted {
            return next_deleted(mine, found.as_ref().map(|found| &found.stamp), at);
        }
        let is_older = found
            .as_ref()
            .is_some_and(|found| found.stamp.at > noted_at);
        let next = if is_older {
            next_saved_earlier(mine, found, at)
        } else {
            next_saved(mine, found, at)
        };
        next.map(Some)
    }
}

/// How far a tab has come in storing its changes of a document. It lies beside the documents in the database, because
/// what is noted in local storage may be there again after the computer has stopped, though it was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrived {
    /// The number of the last change that the tab has done with: it is stored, or was a deletion of what another tab had
    /// changed meanwhile, which stays.
    pub number: u64,
    /// When that was.
    pub at: Timestamp,
}

impl Arrived {
    /// Reads what this prints, and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (number, at) = text.split_once(' ')?;
        let (number, at) = (read_number(number).ok()?, iso::read_moment(at)?);
        Some(Self { number, at })
    }
}

impl fmt::Display for Arrived {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.number, iso::moment(self.at))
    }
}

fn not_ours() -> Refusal {
    Refusal::whole(Reason::NotOurs)
}

fn read_number(text: &str) -> Result<u64, Damage> {
    let number: u64 = text.parse().map_err(|_| not_ours())?;
    let is_ours = number > 0 && number.to_string() == text;
    is_ours.then_some(number).ok_or_else(not_ours)
}

/// Returns the parts of a record: the line of numbers and the stamped texts. No line of a document's text begins as a
/// stamp does: within a JSON text, a line break stands only between its words.
fn parts(record: &str) -> impl Iterator<Item = &str> {
    let starts = record
        .match_indices("\nraaderum/")
        .map(|(index, _)| index + 1);
    let mut starts = std::iter::once(0).chain(starts).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        match starts.peek() {
            Some(end) => record.get(start..end - 1),
            None => record.get(start..),
        }
    })
}
