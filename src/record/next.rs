//! What is stored next, given what is stored already.

use super::{Damage, HIGHEST_REVISION, Key, Stamp, Standing};
use crate::domain::{Document, Timestamp};
use crate::file::{self, Refusal};

/// A document as this tab has it.
#[derive(Debug, Clone, Copy)]
pub struct Mine<'a> {
    /// What it says here.
    pub document: &'a Document,
    /// What it said when the change began. `None` for one that is new here.
    pub base: Option<&'a Document>,
    /// The revision in which this tab saw it last; 0 for none.
    pub seen: u64,
}

/// A record that is stored already.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    /// Its stamp.
    pub stamp: Stamp,
    /// Its text.
    pub text: &'a str,
}

/// What is stored next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The stamp of the new record.
    pub stamp: Stamp,
    /// Its text.
    pub text: String,
    /// What the document says now: what was mine, and what others changed meanwhile.
    pub document: Document,
    /// What somebody wrote where something else stands now, when both changed the same thing.
    pub set_aside: Option<Document>,
}

/// What is stored cannot be read, or has a revision that none can follow, and so is not written over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occupied(pub Refusal);

fn stored(
    document: Document,
    revision: u64,
    at: Timestamp,
    standing: Standing,
) -> Result<Next, Occupied> {
    if revision > HIGHEST_REVISION {
        return Err(Occupied(Refusal::whole(file::Reason::NotOurs)));
    }
    let text =
        file::write([&document]).map_err(|_| Occupied(Refusal::whole(file::Reason::NotText)))?;
    Ok(Next {
        stamp: Stamp::of(&text, Key::of(&document), revision, at, standing),
        text,
        document,
        set_aside: None,
    })
}

/// Returns what is stored when a document was changed here. What another tab stored meanwhile is merged in; where both
/// changed the same, mine stands. One that was deleted meanwhile is there again: somebody works in it.
///
/// # Errors
/// [`Occupied`] when the stored record must be merged and cannot be read, or no revision can follow its own.
pub fn next_saved(
    mine: Mine<'_>,
    found: Option<Found<'_>>,
    at: Timestamp,
) -> Result<Next, Occupied> {
    next(mine, found, at, Stands::Mine)
}

/// Returns the same, when what is stored was written after mine: where both changed the same, it stands and mine is set
/// aside.
///
/// # Errors
/// As [`next_saved`].
pub fn next_saved_earlier(
    mine: Mine<'_>,
    found: Option<Found<'_>>,
    at: Timestamp,
) -> Result<Next, Occupied> {
    next(mine, found, at, Stands::Theirs)
}

/// Which of two states stands where both changed the same.
enum Stands {
    Mine,
    Theirs,
}

fn next(
    mine: Mine<'_>,
    found: Option<Found<'_>>,
    at: Timestamp,
    stands: Stands,
) -> Result<Next, Occupied> {
    // Whoever has a new document has seen none, not even one from before there were revisions.
    let has_seen_none = mine.base.is_none() && mine.seen == 0;
    let newer = found.as_ref().filter(|found| {
        let is_unseen = has_seen_none || found.stamp.revision > mine.seen;
        is_unseen && found.stamp.standing == Standing::Saved
    });
    let last = found.as_ref().map_or(0, |found| found.stamp.revision);
    let revision = last.max(mine.seen) + 1;
    let Some(newer) = newer else {
        return stored(mine.document.clone(), revision, at, Standing::Saved);
    };
    let theirs = newer.stamp.read(newer.text).map_err(Occupied)?;
    let (standing, other) = match stands {
        Stands::Mine => (mine.document, &theirs),
        Stands::Theirs => (&theirs, mine.document),
    };
    let (document, is_conflict) = match mine.base {
        Some(base) => {
            let merged = file::merge(base, standing, other);
            (merged.document, !merged.conflicts.is_empty())
        }
        None => (standing.clone(), !standing.says_the_same_as(other)),
    };
    let mut next = stored(document, revision, at, Standing::Saved)?;
    next.set_aside = is_conflict.then(|| other.clone());
    Ok(next)
}

/// Returns what is stored when a document was deleted here: the state that was deleted. `None` when another tab changed
/// it meanwhile: that is not what was to be deleted.
///
/// # Errors
/// [`Occupied`] when the document cannot be written, or no revision can follow the one that is stored.
pub fn next_deleted(
    mine: Mine<'_>,
    found: Option<&Stamp>,
    at: Timestamp,
) -> Result<Option<Next>, Occupied> {
    let last = found.map_or(0, |stamp| stamp.revision);
    let is_changed =
        found.is_some_and(|stamp| stamp.standing == Standing::Saved) && last > mine.seen;
    if is_changed {
        return Ok(None);
    }
    let revision = last.max(mine.seen) + 1;
    stored(mine.document.clone(), revision, at, Standing::Deleted).map(Some)
}

/// Which of the two copies of a document counts at start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Newest {
    /// Both hold the same.
    Same,
    /// The one in local storage: the browser ended before it was in the database.
    LocalStorage,
    /// The one in the database. What is in local storage is older, or was never in the database.
    Database,
}

/// Returns which of the two copies counts: the one with the higher revision. At the same revision, the database: only
/// there does each revision exist once.
#[must_use]
pub fn newest(in_local_storage: Result<&Stamp, &Damage>, database: &Stamp) -> Newest {
    match in_local_storage {
        Ok(in_local_storage) if in_local_storage.revision > database.revision => {
            Newest::LocalStorage
        }
        Ok(in_local_storage)
            if in_local_storage.revision == database.revision
                && in_local_storage.is_same_text(database)
                && in_local_storage.standing == database.standing =>
        {
            Newest::Same
        }
        Ok(_) | Err(_) => Newest::Database,
    }
}
