//! Storing what was changed: to local storage at once, and to the database, where it is safe.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::copying::store_quickly;
use super::{Change, Library, SaveStatus, State, copy_of};
use crate::domain::{Document, Id, Timestamp};
use crate::file;
use crate::record::{
    Arrived, Found, Key, Next, Occupied, Pending, PendingKey, Stamp, Standing, thinned,
};
use crate::web::clock::{after, milliseconds, now};
use crate::web::database::{self, Replacement, Stored};
use crate::web::local_storage::StorageProblem;
use crate::web::settings::note_saving;

/// A change is stored when nobody has typed for this long …
const QUIET: Duration = Duration::from_millis(250);
/// … and while somebody types on and on, at least this often, in milliseconds.
const AT_LEAST_EVERY: i64 = 2_000;
/// What could not be stored is tried again after this long.
pub(super) const AGAIN: Duration = Duration::from_secs(5);

/// A change on its way to the database, as it was when it set out.
#[derive(Clone)]
pub(super) struct Sent {
    pub(super) pending: Pending,
    /// Whether the state that it replaces must stay among the earlier ones.
    pub(super) keeps_replaced: bool,
    /// When it was made, or at least noted.
    pub(super) noted_at: Timestamp,
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

    /// The same, of a document that may be open: its editor follows, as it follows another tab.
    pub fn put_beside_editor(self, document: Document) {
        let id = document.id();
        self.change(document, true);
        self.changed_elsewhere.set(Some(id));
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
        let timer = after(time, move || self.flush());
        self.state
            .try_update_value(|state| state.timer = Some(timer));
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
            _ = self.note_pending(&sent);
            let is_storing = self.with_known(id, |known| {
                let is_storing = known.on_its_way.is_some();
                if !is_storing {
                    known.on_its_way = Some(sent.pending.clone());
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

    pub(super) fn send(self, id: Id) -> Option<Sent> {
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
            noted_at: now(),
        })
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
                if let Some(next) = &next {
                    self.copy_quickly(next, sent.pending.base.as_ref()).await;
                }
                Ok((next, None))
            }
            Some(problem) => Ok((store_quickly(sent)?, Some(problem))),
        }
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
            // What is noted tells what was on its way.
            known.is_noted = false;
            (known.waiting.take(), known.change.is_some())
        });
        if let Some((stamp, text)) = waiting {
            self.hear(stamp, text);
        }
        match self.send(id) {
            // What was typed on is noted anew, with what is stored now as what it was made from.
            Some(more) => _ = self.note_pending(&more),
            None => self.forget_pending(key),
        }
        self.show_status();
        match problem {
            // Other documents do not wait for this one.
            Some(_) if is_changed => set_timeout(move || self.flush(), AGAIN),
            None if is_changed => self.flush_in(QUIET),
            _ => {}
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
            spawn_local(async { _ = database::ask_to_persist().await });
        }
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
    /// stays among the earlier states of the copy, unless somebody has written in that. Gives the copy's identity.
    pub fn keep_copy(self, theirs: Document) -> Id {
        let id = self.put_beside(theirs);
        self.conflict_copy.set(Some(id));
        id
    }

    /// The same, without a word to the user.
    pub(super) fn put_beside(self, theirs: Document) -> Id {
        let of = theirs.id();
        let copy = copy_of(theirs);
        let before = self.with_known(of, |known| known.copy.take());
        let before = before.filter(|before| {
            self.documents
                .with_untracked(|here| here.get(&before.id()) == Some(before))
        });
        let id = before.map_or(copy.id(), |before| before.id());
        let copy = copy.with_id(id);
        self.with_known(of, |known| known.copy = Some(copy.clone()));
        self.put_in_place_of(copy);
        id
    }

    pub(super) fn show_status(self) {
        let status = self.state.with_value(|state| {
            let problems = state.known.values().filter_map(|known| known.problem);
            let problems = problems.chain(state.not_taken_over);
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
    let sent = sent.clone();
    database::write(sent.key(), noted, move |stored| {
        let arrived = Arrived {
            number: sent.pending.number.max(stored.arrived),
            at: now(),
        };
        let (result, made) = match replacement(&sent, &stored) {
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

fn replacement(sent: &Sent, stored: &Stored) -> Result<Option<(Next, Replacement)>, Occupied> {
    let unreadable = || Occupied(file::Refusal::whole(file::Reason::NotOurs));
    let found = match &stored.record {
        None => None,
        Some((line, text)) => Some(Found {
            stamp: Stamp::parse(line).ok_or_else(unreadable)?,
            text,
        }),
    };
    let next = sent
        .pending
        .next(found.clone(), stored.arrived, sent.noted_at, now())?;
    let Some(next) = next else {
        return Ok(None);
    };
    let earlier = stored.earlier.iter();
    let mut states: Vec<Stamp> = earlier.filter_map(|line| Stamp::parse(line)).collect();
    let mut kept_as = String::new();
    if let Some(replaced) = found {
        // What was damaged would not be missed among the earlier states, and so not be kept for long.
        let is_damaged = !replaced.stamp.is_of(replaced.text);
        let is_kept = sent.keeps_replaced || next.set_aside.is_some() || is_damaged;
        let replaced = match replaced.stamp.standing {
            Standing::Saved if is_kept => replaced.stamp.with_standing(Standing::SetAside),
            _ => replaced.stamp,
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
