//! What is not stored yet: noted in local storage, where it is found again should the page end before it is stored, and
//! taken over from tabs that ended so.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::saving::Sent;
use super::{Change, Known, Library, State};
use crate::domain::Id;
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

    /// Notes a change before it is stored.
    pub(super) fn note_pending(self, sent: &Sent) {
        let key = sent.key();
        let (is_noted, on_its_way) = self.with_known(key.id, |known: &mut Known| {
            (known.is_noted, known.on_its_way.clone())
        });
        if is_noted {
            return;
        }
        let pending = Pending {
            on_its_way,
            ..sent.pending.clone()
        };
        let name = self.pending_key(key).to_string();
        let record = pending.print(now());
        let is_noted = record.is_ok_and(|record| quick::write(&name, &record).is_ok());
        self.with_known(key.id, |known| known.is_noted = is_noted);
    }

    /// The change is stored.
    pub(super) fn forget_pending(self, key: Key) {
        quick::remove(&self.pending_key(key).to_string());
    }

    /// Stores what tabs that are gone had not stored. What cannot be stored stays noted.
    pub(super) async fn take_over(self) -> Result<(), StorageProblem> {
        let mut done = Ok(());
        let noted = quick::keys(PendingKey::is_ours);
        for name in &noted {
            let Some(record) = quick::record(name) else {
                continue;
            };
            let Some(noted) = PendingKey::parse(name) else {
                self.cannot_read(name.clone(), record, Refusal::whole(Reason::NotOurs));
                continue;
            };
            if self.state.with_value(|state| state.tab) == noted.tab {
                continue;
            }
            let read = Pending::read(noted.key, &record);
            let is_old = read.as_ref().map_or(true, |(_, at)| {
                now().unix_timestamp() - at.unix_timestamp() >= LONG_AGO
            });
            if !self.is_gone(noted.tab).await.unwrap_or(is_old) {
                continue;
            }
            match read {
                Ok((pending, _)) => match self.store_left(pending, noted).await {
                    // Where nobody tells which tabs are open, this one may have noted more.
                    Ok(()) if quick::record(name).as_ref() == Some(&record) => quick::remove(name),
                    Ok(()) => {}
                    Err(problem) => done = Err(problem),
                },
                Err(refusal) => self.cannot_read(name.clone(), record, refusal),
            }
        }
        if self.is_whole() {
            self.forget_old_arrivals(&noted).await?;
        }
        done
    }

    async fn forget_old_arrivals(self, noted: &[String]) -> Result<(), StorageProblem> {
        let now = now().unix_timestamp();
        let mut old = Vec::new();
        for (key, arrived) in vault::arrivals().await? {
            let is_old = now - arrived.at.unix_timestamp() > ARRIVALS;
            if is_old && !noted.contains(&key.to_string()) {
                old.push(key);
            }
        }
        if old.is_empty() {
            return Ok(());
        }
        vault::forget_arrivals(&old).await
    }

    /// Whether a tab is gone, so that this one stores what it left.
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

    async fn store_left(self, pending: Pending, noted: PendingKey) -> Result<(), StorageProblem> {
        // What takes the place of something that another tab wrote leaves it among the earlier states.
        let left = Sent {
            pending,
            keeps_replaced: true,
        };
        match self.write(&left, noted).await {
            Ok((next, _)) => {
                if let Some(next) = next {
                    self.write_quick(&next);
                    if let Some(theirs) = &next.set_aside {
                        self.keep_copy(theirs.clone());
                    }
                    self.hear(next.stamp, next.text);
                }
            }
            // What is stored cannot be read, and stays: the change stands beside it.
            Err(StorageProblem::Occupied) => self.keep_copy(left.pending.document),
            Err(problem) => {
                if !self.make_own(left.pending) {
                    return Err(problem);
                }
            }
        }
        // A copy is noted before the change is forgotten.
        self.flush();
        if self.can_be_left() {
            Ok(())
        } else {
            Err(StorageProblem::Full)
        }
    }

    /// Makes a change that cannot be stored now a change of this tab. Whether it is one: somebody may have typed here already.
    fn make_own(self, pending: Pending) -> bool {
        let id = pending.document.id();
        let key = Key::of(&pending.document);
        let here = self.get(key.kind, id);
        let seen = self.with_known(id, |known| {
            if known.change.is_some() {
                return None;
            }
            known.changes += 1;
            known.change = Some(Change {
                base: pending.base,
                number: known.changes,
                keeps_replaced: known.changes,
                deleted: pending.is_deleted.then(|| pending.document.clone()),
            });
            (known.is_noted, known.is_deleted) = (false, pending.is_deleted);
            Some(std::mem::replace(&mut known.seen, pending.seen))
        });
        let Some(seen) = seen else {
            return false;
        };
        self.documents.update(|documents| {
            if pending.is_deleted {
                documents.remove(&id);
            } else {
                documents.insert(id, pending.document);
            }
        });
        // What is stored by now is merged in.
        match here {
            Some(here) if seen > pending.seen => self.follow(seen, here),
            _ => self.changed_elsewhere.set(Some(id)),
        }
        true
    }
}
