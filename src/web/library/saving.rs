//! Storing what was changed: to local storage at once, and to the database, where it is safe.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Change, Library, SaveStatus, State, copy_of};
use crate::domain::{Document, Id};
use crate::file;
use crate::record::{
    Found, Key, Mine, Next, Occupied, Stamp, Standing, next_deleted, next_saved, split, thinned,
};
use crate::web::clock::{milliseconds, now};
use crate::web::quick::{self, StorageProblem};
use crate::web::settings::note_saving;
use crate::web::vault::{self, Replacement};

/// A change is stored when nobody has typed for this long …
const QUIET: Duration = Duration::from_millis(250);
/// … and while somebody types on and on, at least this often, in milliseconds.
const AT_LEAST_EVERY: i64 = 2_000;
/// What could not be stored is tried again after this long.
pub(super) const AGAIN: Duration = Duration::from_secs(5);

/// A change on its way to the database, as it was when it set out.
struct Sent {
    key: Key,
    document: Document,
    change: Change,
    seen: u64,
}

impl Library {
    /// Takes in a new or changed document; it is stored shortly.
    pub fn put(self, document: Document) {
        self.change(document, false);
    }

    /// The same, when what stood there is not what this was made from: it stays among the earlier states.
    pub fn put_in_place_of(self, document: Document) {
        self.change(document, true);
    }

    fn change(self, document: Document, keeps_replaced: bool) {
        let id = document.id();
        let before = self
            .documents
            .try_update(|documents| documents.insert(id, document))
            .flatten();
        let is_due = self.note(id, before, keeps_replaced, None);
        if self.status.get_untracked() == SaveStatus::Saved {
            self.status.set(SaveStatus::Saving);
        }
        if is_due {
            self.flush();
        } else {
            self.flush_in(QUIET);
        }
    }

    /// Notes that a document was changed. Whether it is high time to store it.
    fn note(
        self,
        id: Id,
        before: Option<Document>,
        keeps_replaced: bool,
        deleted: Option<Document>,
    ) -> bool {
        let now = milliseconds();
        let mut is_due = false;
        self.state.update_value(|state| {
            // The status is looked at: it is known without going through every document.
            if self.status.get_untracked() == SaveStatus::Saved {
                state.changed_since = now;
            }
            is_due = now > state.changed_since + AT_LEAST_EVERY;
            let known = state.of(id);
            known.is_quick = false;
            known.is_deleted = deleted.is_some();
            let change = known.change.get_or_insert(Change {
                base: before,
                count: 0,
                keeps_replaced: 0,
                deleted: None,
            });
            change.count += 1;
            if keeps_replaced {
                change.keeps_replaced = change.count;
            }
            change.deleted = deleted;
        });
        is_due
    }

    fn flush_in(self, time: Duration) {
        let timer = set_timeout_with_handle(move || self.flush(), time);
        let timer = timer.map_err(|_| self.flush()).ok();
        let before = self
            .state
            .try_update_value(|state| std::mem::replace(&mut state.timer, timer));
        if let Some(timer) = before.flatten() {
            timer.clear();
        }
    }

    /// Removes a document: it goes to the bin. Gives it back, so that it can be put again.
    pub fn remove(self, id: Id) -> Option<Document> {
        let document = self
            .documents
            .try_update(|documents| documents.remove(&id))
            .flatten()?;
        let before = Some(document.clone());
        _ = self.note(id, before, false, Some(document.clone()));
        self.flush();
        Some(document)
    }

    /// Begins to store every change that is not stored yet. When this ends, each is in local storage too if there is room
    /// ([`Library::can_be_left`] tells); they are safe when the status says so.
    pub fn flush(self) {
        let ids: Vec<Id> = self.state.with_value(|state| {
            let known = state.known.iter();
            known
                .filter(|(_, known)| known.change.is_some())
                .map(|(id, _)| *id)
                .collect()
        });
        for id in ids {
            let Some(sent) = self.send(id) else {
                continue;
            };
            let is_quick = self.write_quick(&sent);
            let is_storing = self.with_known(id, |known| {
                known.is_quick = is_quick;
                std::mem::replace(&mut known.is_storing, true)
            });
            if !is_storing {
                spawn_local(self.store(sent));
            }
        }
        self.state
            .update_value(|state| state.changed_since = milliseconds());
        self.show_status();
    }

    fn send(self, id: Id) -> Option<Sent> {
        let (change, seen) =
            self.with_known(id, |known| Some((known.change.clone()?, known.seen)))?;
        let document = match &change.deleted {
            Some(document) => document.clone(),
            None => self
                .documents
                .with_untracked(|documents| documents.get(&id).cloned())?,
        };
        Some(Sent {
            key: Key::of(&document),
            document,
            change,
            seen,
        })
    }

    /// The copy that opens at once, written before the browser can end the page. Whether it is there. What another tab
    /// stored meanwhile is left: it is merged when the change reaches the database. What cannot be read is left too.
    fn write_quick(self, sent: &Sent) -> bool {
        let id = sent.key.id;
        if self.with_known(id, |known| known.is_quick) {
            return true;
        }
        let stored = quick::stamped(&sent.key).map(|(stamp, _)| stamp);
        let mine = self
            .written_quick(id)
            .filter(|mine| stored.as_ref() == Some(&Some(mine.clone())));
        let is_left =
            |stored: Option<Stamp>| stored.is_none_or(|stored| stored.revision > sent.seen);
        if sent.change.deleted.is_some() || (mine.is_none() && stored.is_some_and(is_left)) {
            return false;
        }
        let Ok(text) = file::write([&sent.document]) else {
            return false;
        };
        // What is on its way to the database will be the next revision, and this the one after it.
        let is_storing = self.with_known(id, |known| known.is_storing);
        let revision = sent.seen + 1 + u64::from(is_storing);
        let revision = mine.map_or(revision, |mine| mine.revision.max(revision));
        let stamp = Stamp::of(&text, sent.key, revision, now(), Standing::Saved);
        self.put_quick(&stamp, &text)
    }

    /// Writes to local storage. Without room there, it is still stored in the database.
    fn put_quick(self, stamp: &Stamp, text: &str) -> bool {
        let is_written = quick::write(stamp, text).is_ok();
        if is_written {
            self.with_known(stamp.key.id, |known| known.quick = Some(stamp.clone()));
        }
        is_written
    }

    fn written_quick(self, id: Id) -> Option<Stamp> {
        self.with_known(id, |known| known.quick.clone())
    }

    async fn store(self, sent: Sent) {
        let id = sent.key.id;
        let no_database = self.state.with_value(|state| state.has_no_database);
        let stored = match no_database {
            None => store_safely(&sent).await,
            Some(problem) => store_quickly(&sent).map(|next| (next, Some(problem))),
        };
        let problem = match stored {
            Ok((next, problem)) => {
                if problem.is_none() {
                    keep_foreign(&sent.key).await;
                }
                self.stored(&sent, next);
                problem
            }
            Err(problem) => Some(problem),
        };
        let (waiting, is_changed) = self.with_known(id, |known| {
            known.problem = problem;
            known.is_storing = false;
            (known.waiting.take(), known.change.is_some())
        });
        if let Some(heard) = waiting {
            self.hear(heard);
        }
        self.show_status();
        if is_changed {
            self.flush_in(if problem.is_some() { AGAIN } else { QUIET });
        }
    }

    /// Takes note of what is stored now.
    fn stored(self, sent: &Sent, next: Option<Next>) {
        let id = sent.key.id;
        let Some(next) = next else {
            // Another tab changed what was to be deleted: that version stays, unless it was brought back here meanwhile.
            let is_over = self.with_known(id, |known| {
                let more = known.change.as_ref();
                let is_over = more.is_none_or(|change| change.count == sent.change.count);
                if is_over {
                    (known.change, known.is_deleted) = (None, false);
                }
                is_over
            });
            if is_over {
                self.fetch(sent.key);
            }
            return;
        };
        self.sees(id, next.stamp.revision);
        let has_asked = |state: &mut State| std::mem::replace(&mut state.has_asked, true);
        if note_saving(now()) && self.state.try_update_value(has_asked) == Some(false) {
            // The moment to ask: there is something to keep now. The page about storage tells the answer.
            spawn_local(async { _ = vault::ask_to_persist().await });
        }
        // When the page was left for a while, what was typed since is there already.
        let is_newer = |quick: Stamp| quick.revision > next.stamp.revision;
        if next.stamp.standing == Standing::Deleted {
            quick::remove(&sent.key.to_string());
        } else if !self.written_quick(id).is_some_and(is_newer) {
            _ = self.put_quick(&next.stamp, &next.text);
        }
        let merged = (next.document != sent.document).then_some(&next.document);
        // Somebody may have typed on while it was stored.
        let is_done = self.with_known(id, |known| {
            let more = known.change.as_mut();
            match more.filter(|change| change.count != sent.change.count) {
                None => {
                    known.change = None;
                    true
                }
                Some(change) => {
                    change.base = Some(next.document.clone());
                    if change.keeps_replaced <= sent.change.count {
                        change.keeps_replaced = 0;
                    }
                    false
                }
            }
        });
        if let Some(merged) = merged {
            let mut is_conflict = false;
            self.documents.update(|documents| {
                if let Some(here) = documents.get_mut(&id) {
                    *here = if is_done {
                        merged.clone()
                    } else {
                        let both = file::merge(&sent.document, here, merged);
                        is_conflict = !both.conflicts.is_empty();
                        both.document
                    };
                }
            });
            self.changed_elsewhere.set(Some(id));
            if is_conflict {
                // What was typed while it was stored takes the place of what another tab wrote.
                self.with_known(id, |known| {
                    if let Some(change) = &mut known.change {
                        change.keeps_replaced = change.count;
                    }
                });
                self.keep_copy(merged.clone());
            }
        }
        if let Some(theirs) = next.set_aside {
            self.keep_copy(theirs);
        }
    }

    /// Puts what another tab wrote in the same place beside the document. A second one takes the place of the first, which
    /// stays among the earlier states of the copy.
    pub fn keep_copy(self, theirs: Document) {
        let id = self.put_beside(theirs);
        self.conflict_copy.set(Some(id));
    }

    /// The same, without a word to the user. Gives the copy's identity.
    pub(super) fn put_beside(self, theirs: Document) -> Id {
        let of = theirs.id();
        let mut copy = copy_of(theirs);
        let new = copy.id();
        let id = self.with_known(of, |known| Some(*known.copy.get_or_insert(new)));
        let id = id.unwrap_or(new);
        copy = copy.with_id(id);
        self.put_in_place_of(copy);
        id
    }

    pub(super) fn show_status(self) {
        let status = self.state.with_value(|state| {
            let problems = state.known.values().filter_map(|known| known.problem);
            match state.problem.into_iter().chain(problems).next() {
                Some(problem) => SaveStatus::NotSaved(problem),
                None if state.has_changes() || !state.is_compared => SaveStatus::Saving,
                None => SaveStatus::Saved,
            }
        });
        if self.status.get_untracked() != status {
            self.status.set(status);
        }
    }
}

/// Somebody else may have written to local storage what is no record of the document, or has been damaged: it is kept
/// among the earlier states before a record takes its place.
async fn keep_foreign(key: &Key) {
    if let Some((None, text)) = quick::stamped(key) {
        let stamp = Stamp::of(&text, *key, 0, now(), Standing::SetAside);
        _ = vault::set_aside(&stamp.to_string(), &text).await;
    }
}

/// What is stored in place of what is there. `None` when it stays.
fn decide(sent: &Sent, found: Option<Found<'_>>) -> Result<Option<Next>, Occupied> {
    let mine = Mine {
        document: &sent.document,
        base: sent.change.base.as_ref(),
        seen: sent.seen,
    };
    if sent.change.deleted.is_some() {
        return next_deleted(mine, found.as_ref().map(|found| &found.stamp), now());
    }
    next_saved(mine, found, now()).map(Some)
}

/// Stores a change in the database, where it is safe when this ends.
async fn store_safely(
    sent: &Sent,
) -> Result<(Option<Next>, Option<StorageProblem>), StorageProblem> {
    let decided = Rc::new(RefCell::new(Ok(None)));
    let outcome = decided.clone();
    let sent = Sent {
        key: sent.key,
        document: sent.document.clone(),
        change: sent.change.clone(),
        seen: sent.seen,
    };
    vault::write(&sent.key.to_string(), move |stamp, text, earlier| {
        let made = replacement(&sent, stamp, text, &earlier);
        let (result, replacement) = match made {
            Ok(Some((next, replacement))) => (Ok(Some(next)), Some(replacement)),
            Ok(None) => (Ok(None), None),
            Err(occupied) => (Err(occupied), None),
        };
        _ = outcome.replace(result);
        replacement
    })
    .await?;
    let decided = decided.replace(Ok(None));
    let next = decided.map_err(|_| StorageProblem::Occupied)?;
    Ok((next, None))
}

fn replacement(
    sent: &Sent,
    stamp: Option<String>,
    text: Option<String>,
    earlier: &[String],
) -> Result<Option<(Next, Replacement)>, Occupied> {
    let unreadable = || Occupied(file::Refusal::whole(file::Reason::NotOurs));
    let found = match stamp.zip(text) {
        None => None,
        Some((line, text)) => Some((Stamp::parse(&line).ok_or_else(unreadable)?, text)),
    };
    let next = decide(
        sent,
        found.as_ref().map(|(stamp, text)| Found {
            stamp: stamp.clone(),
            text,
        }),
    )?;
    let Some(next) = next else {
        return Ok(None);
    };
    let mut states: Vec<Stamp> = earlier
        .iter()
        .filter_map(|line| Stamp::parse(line))
        .collect();
    let mut kept_as = String::new();
    if let Some((replaced, replaced_text)) = found {
        // What was damaged would not be missed among the earlier states, and so not be kept for long.
        let is_damaged = !replaced.is_of(&replaced_text);
        let is_kept = sent.change.keeps_replaced > 0 || next.set_aside.is_some() || is_damaged;
        let replaced = if is_kept {
            replaced.with_standing(Standing::SetAside)
        } else {
            replaced
        };
        kept_as = replaced.to_string();
        states.push(replaced);
    }
    let dropped = thinned(&states, now());
    let replacement = Replacement {
        stamp: next.stamp.to_string(),
        text: next.text.clone(),
        kept_as,
        dropped: dropped.iter().map(Stamp::to_string).collect(),
    };
    Ok(Some((next, replacement)))
}

/// Stores a change in local storage, where there is no database.
fn store_quickly(sent: &Sent) -> Result<Option<Next>, StorageProblem> {
    let record = quick::record(&sent.key.to_string());
    let found = record.as_deref().map(split);
    let found = match found {
        Some((Some(stamp), text)) if stamp.key == sent.key && stamp.is_of(text) => {
            Some(Found { stamp, text })
        }
        Some((Some(_), _)) => return Err(StorageProblem::Occupied),
        Some((None, text)) => {
            let plain = crate::record::plain_stamp(sent.key, text);
            let (stamp, _) = plain.map_err(|_| StorageProblem::Occupied)?;
            Some(Found { stamp, text })
        }
        None => None,
    };
    let next = decide(sent, found).map_err(|_| StorageProblem::Occupied)?;
    if let Some(next) = &next {
        if next.stamp.standing == Standing::Deleted {
            quick::remove(&sent.key.to_string());
        } else {
            quick::write(&next.stamp, &next.text)?;
        }
    }
    Ok(next)
}
