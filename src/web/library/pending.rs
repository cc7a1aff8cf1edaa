//! What is not stored yet: noted in local storage, where it is found again should the page end before it is stored.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::ended_tabs::Left;
use super::saving::AGAIN;
use super::{Library, State};
use crate::record::{Key, Pending, PendingKey, Sent, StorageProblem};
use crate::web::clock::now;
use crate::web::local_storage;
use crate::web::tabs::take_place;

/// Stores what tabs that are gone have left.
type TakeOver = fn(Library) -> Pin<Box<dyn Future<Output = Result<Left, StorageProblem>>>>;

/// It is seldom needed, and so it is loaded when it is, with the page about storage.
#[wasm_split(safekeeping, fallible)]
fn load_take_over() -> Result<TakeOver, SplitLoaderError> {
    Ok(|library| Box::pin(library.take_over_notes()))
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
        let (is_noted, on_its_way) = self.with_known(key.id, |known| {
            (known.saving.is_noted(), known.saving.on_its_way())
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
        let is_noted = record.is_ok_and(|record| local_storage::write(&name, &record).is_ok());
        self.with_known(key.id, |known| known.saving.set_noted(is_noted));
        is_noted
    }

    /// Removes the note of a change that is stored.
    pub(super) fn forget_pending(self, key: Key) {
        local_storage::remove(&self.pending_key(key).to_string());
        if let Some(other) = self.with_known(key.id, |known| known.saving.release_note()) {
            local_storage::remove(&other.to_string());
        }
    }

    /// Stores what tabs that are gone had not stored. What tabs that are open have noted is looked at again before long.
    pub(super) async fn take_over(self) {
        let begins = |state: &mut State| state.ended_tabs.turn.begin();
        if self.state.try_update_value(begins) != Some(true) {
            // It is being done. What came meanwhile is looked at too.
            self.take_over_soon();
            return;
        }
        let tab = self.state.with_value(|state| state.tab);
        let is_others = |name: &String| PendingKey::parse(name).is_none_or(|key| key.tab != tab);
        let left = if local_storage::keys(PendingKey::is_ours)
            .iter()
            .any(is_others)
        {
            match load_take_over().await {
                Ok(take_over) => take_over(self).await,
                Err(_) => Ok(Left::Waiting),
            }
        } else {
            Ok(Left::Nothing)
        };
        self.state.update_value(|state| {
            state.ended_tabs.turn.end();
            state.ended_tabs.problem = left.err();
        });
        if left != Ok(Left::Nothing) {
            self.take_over_soon();
        }
    }

    /// The same in a while.
    pub(super) fn take_over_soon(self) {
        let is_new = |state: &mut State| state.ended_tabs.turn.ask();
        if self.state.try_update_value(is_new) != Some(true) {
            return;
        }
        let look = move || {
            self.state
                .update_value(|state| state.ended_tabs.turn.take_up());
            spawn_local(async move {
                self.take_over().await;
                self.show_status();
            });
        };
        set_timeout(look, AGAIN);
    }
}
