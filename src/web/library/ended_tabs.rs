//! What tabs that are gone have left: noted in local storage, and not stored.

use leptos::prelude::*;

use super::{Library, State, copy_of};
use crate::domain::{Id, Timestamp, sort_by};
use crate::file::{Reason, Refusal};
use crate::record::{Key, Pending, PendingKey, Sent, StorageProblem};
use crate::web::clock::now;
use crate::web::local_storage;
use crate::web::tabs::take_place;

/// Where nobody tells which tabs are open: what was noted so many seconds ago and is still there belongs to none.
/// A tab that is open stores within a few.
const LONG_AGO: i64 = 10;

/// What tabs have noted and this one has not stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// Nothing.
    Nothing,
    /// What tabs noted that are open, or may be.
    Waiting,
}

/// What another tab has noted.
struct Note {
    key: PendingKey,
    record: String,
    pending: Pending,
    /// Whether its tab is gone for certain.
    is_surely_gone: bool,
}

fn is_old(noted_at: Timestamp) -> bool {
    now().unix_timestamp() - noted_at.unix_timestamp() >= LONG_AGO
}

impl Library {
    /// Stores what tabs that are gone have left, in the order in which it was noted. What can be stored nowhere becomes a
    /// change of this tab, or stays noted.
    pub(super) async fn take_over_notes(self) -> Result<Left, StorageProblem> {
        let mut notes = Vec::new();
        let mut left = Left::Nothing;
        for name in local_storage::keys(PendingKey::is_ours) {
            let Some(record) = local_storage::record(&name) else {
                continue;
            };
            let Some(key) = PendingKey::parse(&name) else {
                self.cannot_read(name, record, Refusal::whole(Reason::NotOurs));
                continue;
            };
            if self.state.with_value(|state| state.tab) == key.tab {
                continue;
            }
            let is_gone = self.is_gone(key.tab).await;
            let read = match is_gone {
                Some(false) => None,
                _ => Some(Pending::read(key.key, &record)),
            };
            match read {
                Some(Ok((pending, at))) if is_gone.is_some() || is_old(at) => {
                    let note = Note {
                        key,
                        record,
                        pending,
                        is_surely_gone: is_gone.is_some(),
                    };
                    notes.push((at, note));
                }
                Some(Err(refusal)) => self.cannot_read(name, record, refusal),
                // Its tab may still store it.
                Some(Ok(_)) | None => left = Left::Waiting,
            }
        }
        let mut done = Ok(());
        sort_by(&mut notes, |(one, _), (other, _)| one.cmp(other));
        for (at, note) in notes {
            let is_own = self.with_known(note.key.key.id, |known| {
                known.saving.taken_from() == Some(note.key)
            });
            if is_own {
                continue;
            }
            let name = note.key.to_string();
            let record = note.record.clone();
            match self.store_left(note, at).await {
                // Where nobody tells which tabs are open, this one may have noted more.
                Ok(()) if local_storage::record(&name) == Some(record) => {
                    local_storage::remove(&name)
                }
                Ok(()) => {}
                Err(problem) => done = Err(problem),
            }
        }
        done.map(|()| left)
    }

    /// Whether a tab is gone, so that this one stores what it left. `None` where nobody can tell.
    async fn is_gone(self, tab: Id) -> Option<bool> {
        let is_taken_over = |state: &State| state.ended_tabs.taken_over.contains(&tab);
        if self.state.with_value(is_taken_over) {
            return Some(true);
        }
        let is_gone = take_place(tab).await;
        if is_gone == Some(true) {
            self.state
                .update_value(|state| state.ended_tabs.taken_over.push(tab));
        }
        is_gone
    }

    async fn store_left(self, note: Note, noted_at: Timestamp) -> Result<(), StorageProblem> {
        // What takes the place of something that another tab wrote leaves it among the earlier states.
        let left = Sent {
            pending: note.pending,
            keeps_replaced: true,
            noted_at,
        };
        match self.write(&left, note.key).await {
            Ok((None, _)) => Ok(()),
            Ok((Some(next), _)) => {
                let copy = next.set_aside.clone().map(|theirs| self.keep_copy(theirs));
                self.hear(next.stamp, next.text);
                // The copy is noted before this note is forgotten.
                match copy.and_then(|copy| self.send(copy)) {
                    Some(copy) if !self.note_pending(&copy) => Err(StorageProblem::Full),
                    _ => Ok(()),
                }
            }
            Err(StorageProblem::Occupied) if left.pending.is_deleted => Ok(()),
            Err(StorageProblem::Occupied) => self.store_beside(left).await,
            // Where it cannot be told whether the tab is gone, it may still store this itself.
            Err(problem) if !note.is_surely_gone => Err(problem),
            Err(problem) => self.make_own(left.pending, note.key, problem),
        }
    }

    /// What is stored cannot be read, and stays: the change stands beside it.
    async fn store_beside(self, left: Sent) -> Result<(), StorageProblem> {
        let copy = copy_of(left.pending.document);
        let (id, key) = (copy.id(), Key::of(&copy));
        let number = self.with_known(id, |known| known.saving.next_number());
        let beside = Sent {
            pending: Pending {
                number,
                document: copy,
                is_deleted: false,
                seen: 0,
                base: None,
                on_its_way: None,
            },
            ..left
        };
        let (next, _) = self.write(&beside, self.pending_key(key)).await?;
        if let Some(next) = next {
            self.hear(next.stamp, next.text);
            self.conflict_copy.set(Some(id));
        }
        Ok(())
    }

    /// Makes a change that cannot be stored now a change of this tab, which keeps trying.
    fn make_own(
        self,
        pending: Pending,
        taken_from: PendingKey,
        problem: StorageProblem,
    ) -> Result<(), StorageProblem> {
        let key = taken_from.key;
        let here = self.get(key.kind, key.id);
        let own = self.with_known(key.id, |known| {
            if known.saving.is_changed() {
                // Somebody has typed here already.
                return None;
            }
            // What was on its way may have arrived.
            let arrived = pending.on_its_way.as_ref().map(|(_, document)| document);
            let arrived = arrived.filter(|document| {
                here.as_ref()
                    .is_some_and(|here| here.says_the_same_as(document))
            });
            let seen = known.seen;
            if arrived.is_none() {
                known.seen = pending.seen;
            }
            let base = arrived.or(pending.base.as_ref()).cloned();
            known.saving.take_over(&pending, base, taken_from);
            known.is_deleted = pending.is_deleted;
            Some((seen, known.seen))
        });
        let (seen, made_from) = own.ok_or(problem)?;
        self.documents.update(|documents| {
            if pending.is_deleted {
                documents.remove(&key.id);
            } else {
                documents.insert(key.id, pending.document);
            }
        });
        // What is stored by now is merged in.
        match here {
            Some(here) if seen > made_from => self.follow(seen, here),
            _ => self.changed_elsewhere.set(Some(key.id)),
        }
        self.flush();
        // It goes with the change, unless that is noted already.
        match self.with_known(key.id, |known| known.saving.is_noted()) {
            true => Ok(()),
            false => Err(problem),
        }
    }
}
