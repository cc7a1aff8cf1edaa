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
    Arrived, Found, Key, Next, Occupied, Pending, PendingKey, Stamp, Standing, stamped, thinned,
};
use crate::web::clock::{milliseconds, now};
use crate::web::quick::{self, StorageProblem};
use crate::web::settings::note_saving;
use crate::web::vault::{self, Replacement, Stored};

/// A change is stored when nobody has typed for this long …
const QUIET: Duration = Duration::from_millis(250);
/// … and while somebody types on and on, at least this often, in milliseconds.
const AT_LEAST_EVERY: i64 = 2_000;
/// What could not be stored is tried again after this long.
pub(super) const AGAIN: Duration = Duration::from_secs(5);

/// A change on its way to the database, as it was when it set out.
pub(super) struct Sent {
    pub(super) pending: Pending,
    /// Whether the state that it replaces must stay among the earlier ones.
    pub(super) keeps_replaced: bool,
}

impl Sent {
    pub(super) fn key(&self) -> Key {
        Key::of(&self.pending.document)
    }
}

/// What has become of a change: what is stored now (`None` when it stays as it was), and why that is not safe.
type Written = (Option<Next>, Option<StorageProblem>);

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
            known.is_noted = false;
            known.is_deleted = deleted.is_some();
            known.changes += 1;
            let change = known.change.get_or_insert(Change {
                base: before,
                number: 0,
                keeps_replaced: 0,
                deleted: None,
            });
            change.number = known.changes;
            if keeps_replaced {
                change.keeps_replaced = change.number;
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

    /// Begins to store every change that is not stored yet. When this ends, each is noted in local storage if there is room
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
            self.note_pending(&sent);
            let is_storing = self.with_known(id, |known| {
                let is_storing = known.on_its_way.is_some();
                if !is_storing {
                    known.on_its_way = Some((sent.pending.number, sent.pending.document.clone()));
                }
                is_storing
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
            pending: Pending {
                number: change.number,
                document,
                is_deleted: change.deleted.is_some(),
                seen,
                base: change.base,
                on_its_way: None,
            },
            keeps_replaced: change.keeps_replaced > 0,
        })
    }

    /// The copy that opens at once: what is stored by now, unless a newer one is there.
    pub(super) fn write_quick(self, next: &Next) {
        let key = next.stamp.key;
        let name = key.to_string();
        let is_newer = |record: String| {
            stamped(key, &record).is_ok_and(|(stamp, _)| stamp.revision > next.stamp.revision)
        };
        if quick::record(&name).is_some_and(is_newer) {
            return;
        }
        if next.stamp.standing == Standing::Deleted {
            quick::remove(&name);
        } else {
            // Without room for it, it opens from the database.
            _ = quick::write(&name, &next.stamp.record(&next.text));
        }
    }

    /// Stores a change: in the database, where it is safe when this ends, or in local storage where there is none.
    pub(super) async fn write(
        self,
        sent: &Sent,
        noted: PendingKey,
    ) -> Result<Written, StorageProblem> {
        match self.state.with_value(|state| state.has_no_database) {
            None => {
                let next = store_safely(sent, noted).await?;
                self.keep_foreign(sent).await;
                Ok((next, None))
            }
            Some(problem) => Ok((store_quickly(&sent.pending)?, Some(problem))),
        }
    }

    /// Somebody else may have written to local storage what is no record of a stored revision: a tab with the program's
    /// previous version, or it has been damaged. It is kept before a record takes its place.
    async fn keep_foreign(self, sent: &Sent) {
        let key = sent.key();
        let Some(record) = quick::record(&key.to_string()) else {
            return;
        };
        match stamped(key, &record) {
            Ok((stamp, text)) if stamp.revision == 0 => {
                _ = self
                    .keep_plain(&stamp, text, sent.pending.base.as_ref())
                    .await;
            }
            Ok(_) => {}
            Err(_) => {
                let stamp = Stamp::of(&record, key, 0, now(), Standing::SetAside);
                _ = vault::set_aside(&stamp.to_string(), &record).await;
            }
        }
    }

    /// Keeps a record without a revision: among the earlier states, and as a copy beside the document if it says what
    /// neither a stored state says, nor what this tab began with.
    pub(super) async fn keep_plain(
        self,
        stamp: &Stamp,
        text: &str,
        base: Option<&Document>,
    ) -> Result<(), StorageProblem> {
        let kept = vault::earlier_stamps(&stamp.key.to_string()).await?;
        let mut kept = kept.iter().filter_map(|line| Stamp::parse(line));
        if kept.any(|kept| kept.is_of(text)) {
            return Ok(());
        }
        let aside = stamp.clone().with_standing(Standing::SetAside);
        vault::set_aside(&aside.to_string(), text).await?;
        let here = self.get(stamp.key.kind, stamp.key.id);
        let says_it = |known: Option<&Document>, document| {
            known.is_some_and(|known| known.says_the_same_as(document))
        };
        if let Ok(document) = stamp.read(text)
            && !says_it(here.as_ref(), &document)
            && !says_it(base, &document)
        {
            self.keep_copy(document);
        }
        Ok(())
    }

    async fn store(self, sent: Sent) {
        let key = sent.key();
        let id = key.id;
        let stored = self.write(&sent, self.pending_key(key)).await;
        let problem = match stored {
            Ok((next, problem)) => {
                self.stored(&sent, next);
                problem
            }
            Err(problem) => Some(problem),
        };
        let (waiting, is_changed) = self.with_known(id, |known| {
            known.problem = problem;
            known.on_its_way = None;
            (known.waiting.take(), known.change.is_some())
        });
        if let Some((stamp, text)) = waiting {
            self.hear(stamp, text);
        }
        match self.send(id) {
            // What was typed on is noted anew, with what is stored now as what it was made from.
            Some(more) => self.note_pending(&more),
            None => self.forget_pending(key),
        }
        self.show_status();
        if is_changed {
            self.flush_in(if problem.is_some() { AGAIN } else { QUIET });
        }
    }

    /// Takes note of what is stored now.
    fn stored(self, sent: &Sent, next: Option<Next>) {
        let key = sent.key();
        let id = key.id;
        let Some(next) = next else {
            // Another tab changed what was to be deleted: that version stays, unless it was brought back here meanwhile.
            let is_over = self.with_known(id, |known| {
                let more = known.change.as_ref();
                let is_over = more.is_none_or(|change| change.number == sent.pending.number);
                if is_over {
                    (known.change, known.is_deleted) = (None, false);
                }
                is_over
            });
            if is_over {
                self.fetch(key);
            }
            return;
        };
        self.sees(id, next.stamp.revision);
        let has_asked = |state: &mut State| std::mem::replace(&mut state.has_asked, true);
        if note_saving(now()) && self.state.try_update_value(has_asked) == Some(false) {
            // The moment to ask: there is something to keep now. The page about storage tells the answer.
            spawn_local(async { _ = vault::ask_to_persist().await });
        }
        self.write_quick(&next);
        let merged = (next.document != sent.pending.document).then_some(&next.document);
        // Somebody may have typed on while it was stored.
        let is_done = self.with_known(id, |known| {
            let more = known.change.as_mut();
            known.is_noted = false;
            match more.filter(|change| change.number != sent.pending.number) {
                None => {
                    known.change = None;
                    true
                }
                Some(change) => {
                    change.base = Some(next.document.clone());
                    if change.keeps_replaced <= sent.pending.number {
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
                        let both = file::merge(&sent.pending.document, here, merged);
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
                        change.keeps_replaced = change.number;
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

/// Stores a change in the database, where it is safe when this ends.
async fn store_safely(sent: &Sent, noted: PendingKey) -> Result<Option<Next>, StorageProblem> {
    let decided = Rc::new(RefCell::new(Ok(None)));
    let outcome = decided.clone();
    let (pending, keeps_replaced) = (sent.pending.clone(), sent.keeps_replaced);
    vault::write(sent.key(), noted, move |stored| {
        let arrived = Arrived {
            number: pending.number.max(stored.arrived),
            at: now(),
        };
        let (result, made) = match replacement(&pending, keeps_replaced, &stored) {
            Ok(Some((next, replacement))) => (Ok(Some(next)), Some((arrived, Some(replacement)))),
            Ok(None) => (Ok(None), Some((arrived, None))),
            Err(occupied) => (Err(occupied), None),
        };
        _ = outcome.replace(result);
        made
    })
    .await?;
    let decided = decided.replace(Ok(None));
    decided.map_err(|_| StorageProblem::Occupied)
}

fn replacement(
    pending: &Pending,
    keeps_replaced: bool,
    stored: &Stored,
) -> Result<Option<(Next, Replacement)>, Occupied> {
    let unreadable = || Occupied(file::Refusal::whole(file::Reason::NotOurs));
    let found = match &stored.record {
        None => None,
        Some((line, text)) => Some(Found {
            stamp: Stamp::parse(line).ok_or_else(unreadable)?,
            text,
        }),
    };
    let Some(next) = pending.next(found.clone(), stored.arrived, now())? else {
        return Ok(None);
    };
    let earlier = stored.earlier.iter();
    let mut states: Vec<Stamp> = earlier.filter_map(|line| Stamp::parse(line)).collect();
    let mut kept_as = String::new();
    if let Some(replaced) = found {
        // What was damaged would not be missed among the earlier states, and so not be kept for long.
        let is_damaged = !replaced.stamp.is_of(replaced.text);
        let is_kept = keeps_replaced || next.set_aside.is_some() || is_damaged;
        let replaced = if is_kept {
            replaced.stamp.with_standing(Standing::SetAside)
        } else {
            replaced.stamp
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
fn store_quickly(pending: &Pending) -> Result<Option<Next>, StorageProblem> {
    let key = Key::of(&pending.document);
    let record = quick::record(&key.to_string());
    let found = record.as_deref().map(|record| stamped(key, record));
    let found = found.transpose().map_err(|_| StorageProblem::Occupied)?;
    let found = found.map(|(stamp, text)| Found { stamp, text });
    // What is noted is forgotten in the same place in which it is stored.
    let next = pending.next(found, 0, now());
    let next = next.map_err(|_| StorageProblem::Occupied)?;
    if let Some(next) = &next {
        if next.stamp.standing == Standing::Deleted {
            quick::remove(&key.to_string());
        } else {
            quick::write(&key.to_string(), &next.stamp.record(&next.text))?;
        }
    }
    Ok(next)
}
