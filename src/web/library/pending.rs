//! What is not stored yet: noted in local storage, where it is found again should the page end before it is stored, and
//! taken over from tabs that ended so.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::saving::{AGAIN, Sent};
use super::{Change, Known, Library, State, copy_of};
use crate::domain::{Id, Timestamp};
use crate::file::{Reason, Refusal};
use crate::record::{Key, Pending, PendingKey};
use crate::web::clock::now;
use crate::web::quick::{self, StorageProblem};
use crate::web::tabs::take_place;
use crate::web::vault;

/// Where nobody tells which tabs are open: what was noted so many seconds ago and is still there belongs to none.
/// A tab that is open stores within a few.
const LONG_AGO: i64 = 10;

/// How far a tab came is known for so many seconds. What is noted in local storage may be there again after the computer
/// has stopped, but only for as long as the browser takes to write it.
const ARRIVALS: i64 = 86_400;

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
    /// Where this tab notes what is not stored of a document.
    pub(super) fn pending_key(self, key: Key) -> PendingKey {
        let tab = self.state.with_value(|state| state.tab);
        PendingKey { tab, key }
    }

    /// From now on, others know that this tab is open, and leave to it what it notes.
    pub(super) fn live(self) {
        let tab = self.state.with_value(|state| state.tab);
        spawn_local(async move { _ = take_place(tab).await });
    }

    /// Notes a change before it is stored. Whether it is noted as it is now.
    pub(super) fn note_pending(self, sent: &Sent) -> bool {
        let key = sent.key();
        let (is_noted, on_its_way) = self.with_known(key.id, |known: &mut Known| {
            let on_its_way = known.on_its_way.as_ref();
            // Whether a deletion arrived, nobody can tell: another tab's change stays in spite of it.
            let on_its_way = on_its_way.filter(|sent| !sent.is_deleted);
            let on_its_way = on_its_way.map(|sent| (sent.number, sent.document.clone()));
            (known.is_noted, on_its_way)
        });
        if is_noted {
            return true;
        }
        let pending = Pending {
            on_its_way,
            ..sent.pending.clone()
        };
        let name = self.pending_key(key).to_string();
        let record = pending.print(now());
        let is_noted = record.is_ok_and(|record| quick::write(&name, &record).is_ok());
        self.with_known(key.id, |known| known.is_noted = is_noted);
        is_noted
    }

    /// Removes the note of a change that is stored.
    pub(super) fn forget_pending(self, key: Key) {
        quick::remove(&self.pending_key(key).to_string());
        if let Some(other) = self.with_known(key.id, |known| known.taken_from.take()) {
            quick::remove(&other.to_string());
        }
    }

    /// Stores what tabs that are gone had not stored. What tabs that are open have noted is looked at again before long.
    pub(super) async fn take_over(self) {
        let begins = |state: &mut State| !std::mem::replace(&mut state.takes_over, true);
        if self.state.try_update_value(begins) != Some(true) {
            // What came meanwhile is looked at too.
            self.take_over_soon();
            return;
        }
        let left = self.take_over_notes().await;
        self.state.update_value(|state| {
            state.takes_over = false;
            state.not_taken_over = left.err();
        });
        if left != Ok(Left::Nothing) {
            self.take_over_soon();
        }
    }

    /// The same in a while.
    pub(super) fn take_over_soon(self) {
        let waits = |state: &mut State| !std::mem::replace(&mut state.takes_over_soon, true);
        if self.state.try_update_value(waits) != Some(true) {
            return;
        }
        let look = move || {
            self.state
                .update_value(|state| state.takes_over_soon = false);
            spawn_local(async move {
                self.take_over().await;
                self.show_status();
            });
        };
        set_timeout(look, AGAIN);
    }

    /// In the order in which it was noted. What can be stored nowhere becomes a change of this tab, or stays noted.
    async fn take_over_notes(self) -> Result<Left, StorageProblem> {
        let mut notes = Vec::new();
        let mut left = Left::Nothing;
        for name in quick::keys(PendingKey::is_ours) {
            let Some(record) = quick::record(&name) else {
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
        notes.sort_by_key(|(at, _)| *at);
        let mut done = Ok(());
        for (at, note) in notes {
            let is_own =
                self.with_known(note.key.key.id, |known| known.taken_from == Some(note.key));
            if is_own {
                continue;
            }
            let name = note.key.to_string();
            let record = note.record.clone();
            match self.store_left(note, at).await {
                // Where nobody tells which tabs are open, this one may have noted more.
                Ok(()) if quick::record(&name) == Some(record) => quick::remove(&name),
                Ok(()) => {}
                Err(problem) => done = Err(problem),
            }
        }
        done.map(|()| left)
    }

    /// Whether a tab is gone, so that this one stores what it left. `None` where nobody can tell.
    async fn is_gone(self, tab: Id) -> Option<bool> {
        let is_taken_over = |state: &State| state.taken_over.contains(&tab);
        if self.state.with_value(is_taken_over) {
            return Some(true);
        }
        let is_gone = take_place(tab).await;
        if is_gone == Some(true) {
            self.state.update_value(|state| state.taken_over.push(tab));
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
        let number = self.with_known(id, |known| {
            known.changes += 1;
            known.changes
        });
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
            if known.change.is_some() {
                // Somebody has typed here already.
                return None;
            }
            // What was on its way may have arrived.
            let arrived = pending.on_its_way.map(|(_, document)| document);
            let arrived = arrived.filter(|document| {
                here.as_ref()
                    .is_some_and(|here| here.says_the_same_as(document))
            });
            let seen = known.seen;
            if arrived.is_none() {
                known.seen = pending.seen;
            }
            known.changes += 1;
            known.change = Some(Change {
                base: arrived.or(pending.base),
                number: known.changes,
                keeps_replaced: known.changes,
                deleted: pending.is_deleted.then(|| pending.document.clone()),
            });
            (known.is_noted, known.is_deleted) = (false, pending.is_deleted);
            known.taken_from = Some(taken_from);
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
        match self.with_known(key.id, |known| known.is_noted) {
            true => Ok(()),
            false => Err(problem),
        }
    }
}

/// How far tabs came that ended long ago and left no note.
pub(super) async fn forget_old_arrivals() -> Result<(), StorageProblem> {
    let noted = quick::keys(PendingKey::is_ours);
    let now = now().unix_timestamp();
    let mut old = vault::arrivals().await?;
    old.retain(|(key, arrived)| {
        let is_old = now - arrived.at.unix_timestamp() > ARRIVALS;
        is_old && !noted.contains(&key.to_string())
    });
    if old.is_empty() {
        return Ok(());
    }
    vault::forget_arrivals(&old).await
}
