//! Storing what was changed: to local storage at once, and to the database, where it is safe.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::copying::store_quickly;
use super::{Library, SaveStatus, State, copy_of};
use crate::domain::{Document, Id};
use crate::file;
use crate::record::{
    DatabaseState, Next, PendingKey, Saving, Sent, StorageProblem, StoredRecord, replacement,
};
use crate::web::calculations::forget_calculations;
use crate::web::clock::{after, milliseconds, now};
use crate::web::database::{self, Decision};
use crate::web::settings::note_saving;

/// A change is stored when nobody has typed for this long …
const QUIET: Duration = Duration::from_millis(250);
/// … and while somebody types on and on, at least this often, in milliseconds.
const AT_LEAST_EVERY: i64 = 2_000;
/// What could not be stored is tried again after this long.
pub(super) const AGAIN: Duration = Duration::from_secs(5);

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
            known.is_deleted = deleted.is_some();
            known.saving.changed(before, keeps_replaced, deleted);
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
        forget_calculations(id);
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
                .filter(|(_, known)| known.saving.is_changed())
                .map(|(id, _)| *id)
                .collect()
        });
        for id in ids {
            let Some(sent) = self.send(id) else {
                continue;
            };
            _ = self.note_pending(&sent);
            if self.with_known(id, |known| known.saving.begin(&sent.pending)) {
                spawn_local(self.store(sent));
            }
        }
        self.state
            .update_value(|state| state.changed_since = milliseconds());
        self.show_status();
    }

    pub(super) fn send(self, id: Id) -> Option<Sent> {
        let here = self
            .documents
            .with_untracked(|documents| documents.get(&id).cloned());
        self.with_known(id, |known| {
            known.saving.change()?.sent(here, known.seen, now())
        })
    }

    /// Stores a change: in the database, where it is safe when this ends, or in local storage where there is none.
    pub(super) async fn write(
        self,
        sent: &Sent,
        noted: PendingKey,
    ) -> Result<Written, StorageProblem> {
        match self.state.with_value(|state| state.database) {
            DatabaseState::Usable | DatabaseState::Full(_) => {
                let next = store_safely(sent, noted).await?;
                if let Some(next) = &next {
                    self.copy_quickly(next, sent.pending.base.as_ref()).await;
                }
                Ok((next, None))
            }
            DatabaseState::Unusable(problem) => Ok((store_quickly(sent)?, Some(problem))),
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
        let (heard, is_changed) = self.with_known(id, |known| {
            (known.saving.end(problem), known.saving.is_changed())
        });
        if let Some((stamp, text)) = heard {
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
                let is_over = known.saving.overruled(sent.pending.number);
                if is_over {
                    known.is_deleted = false;
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
            known.saving.arrived(sent.pending.number, &next.document)
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
                self.with_known(id, |known| known.saving.keep_replaced());
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
            let problems = state.savings().filter_map(Saving::problem);
            let problems = problems.chain(state.ended_tabs.problem);
            match state.database.problem().into_iter().chain(problems).next() {
                Some(problem) => SaveStatus::NotSaved(problem),
                None if state.savings().any(Saving::is_changed) => SaveStatus::Saving,
                None if !self.is_started.get_untracked() => SaveStatus::Saving,
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
    let outcome = Rc::new(RefCell::new(Ok(None)));
    let decided = outcome.clone();
    let sent = sent.clone();
    database::write(sent.key(), noted, move |stored: &StoredRecord| {
        let at = now();
        let arrived = sent.arrival(stored, at);
        let (next, decision) = match replacement(&sent, stored, at) {
            Ok(Some((next, new))) => (Ok(Some(next)), Decision::Replace(arrived, new)),
            Ok(None) => (Ok(None), Decision::Keep(arrived)),
            Err(_) => (Err(StorageProblem::Occupied), Decision::Refuse),
        };
        _ = decided.replace(next);
        decision
    })
    .await?;
    outcome.replace(Ok(None))
}
