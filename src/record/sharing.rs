//! Documents that lie in a file too, which others write to: what becomes of both.

use crate::domain::{Document, Id};
use crate::file::merge;

/// What becomes of the documents here when those of the file are taken in. Afterwards the file can hold what is here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Combined {
    /// Documents that come from the file and were not here.
    pub added: Vec<Document>,
    /// Documents that are here and say something else from now on.
    pub changed: Vec<Document>,
    /// Documents that somebody took out of the file, and nobody changed here: as they are here.
    pub removed: Vec<Document>,
    /// What must stand as a copy beside the document with the same identity: both changed the same field.
    pub set_aside: Vec<Document>,
}

impl Combined {
    /// Returns whether everything here stays as it is.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.added.is_empty()
            && self.changed.is_empty()
            && self.removed.is_empty()
            && self.set_aside.is_empty()
    }
}

/// Combines the documents here (`ours`) with those of the file (`theirs`), which both come from `base`: what the file held
/// when this browser last read or wrote it. Nothing that either wrote since is lost:
///
/// - A document that one of them added or changed stands; what both changed is merged.
/// - One that one of them deleted is gone, unless the other changed it.
/// - Where both changed the same field, ours stands and theirs is set aside. Without a base, nobody can tell who changed
///   what: the document that was changed last stands and the other is set aside.
#[must_use]
pub fn combine(base: &[Document], ours: &[Document], theirs: &[Document]) -> Combined {
    let mut combined = Combined::default();
    let only_theirs = theirs
        .iter()
        .filter(|theirs| of(ours, theirs.id()).is_none());
    for document in ours.iter().chain(only_theirs) {
        let id = document.id();
        match (of(base, id), of(ours, id), of(theirs, id)) {
            (base, None, Some(theirs)) => {
                let is_deleted_here = base.is_some_and(|base| base.says_the_same_as(theirs));
                if !is_deleted_here {
                    combined.added.push(theirs.clone());
                }
            }
            (Some(base), Some(ours), None) if base.says_the_same_as(ours) => {
                combined.removed.push(ours.clone());
            }
            (Some(base), Some(ours), Some(theirs)) => {
                let merged = merge(base, ours, theirs);
                if !merged.document.says_the_same_as(ours) {
                    combined.changed.push(merged.document);
                }
                if !merged.conflicts.is_empty() {
                    combined.set_aside.push(theirs.clone());
                }
            }
            (None, Some(ours), Some(theirs)) if !ours.says_the_same_as(theirs) => {
                if theirs.changed_at() > ours.changed_at() {
                    combined.changed.push(theirs.clone());
                    combined.set_aside.push(ours.clone());
                } else {
                    combined.set_aside.push(theirs.clone());
                }
            }
            (_, Some(_), _) | (_, None, None) => {}
        }
    }
    combined
}

/// Returns the document with this identity. There are few enough to look at each; a map would weigh more than all of
/// this.
fn of(documents: &[Document], id: Id) -> Option<&Document> {
    documents.iter().find(|document| document.id() == id)
}

/// Returns whether both hold the same documents, each saying the same. When they were changed does not count, or two
/// computers could correct each other for ever.
#[must_use]
pub fn say_the_same(one: &[Document], other: &[Document]) -> bool {
    let is_there = |document: &Document| {
        of(other, document.id()).is_some_and(|other| other.says_the_same_as(document))
    };
    one.len() == other.len() && one.iter().all(is_there)
}

/// Whoever writes within so many milliseconds of us may not have seen what we wrote.
const AT_ONCE: i64 = 10_000;

/// A file as this browser last read or wrote it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// What it held.
    pub text: String,
    /// When it was changed last, by the clock of the drive, in milliseconds.
    pub modified: i64,
    /// What it held before, if we wrote it.
    pub before: Option<String>,
}

impl Seen {
    /// Returns what another's text was made from, when it was written at this moment. No file system lets two computers
    /// take turns for certain: one that wrote just after us had read the file just before, and what we wrote is not in
    /// its text. That must not look as if it had been taken out.
    #[must_use]
    pub fn base(&self, modified: i64) -> &str {
        match &self.before {
            Some(before) if modified < self.modified + AT_ONCE => before,
            _ => &self.text,
        }
    }
}
