//! Following what other tabs store.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use super::Library;
use crate::domain::{Document, Id};
use crate::file;
use crate::record::{Combined, Key, Stamp, Standing, stamped};
use crate::web::calculations::forget_calculations;
use crate::web::database;

impl Library {
    /// Another tab says that it stored a record in the database. What lies there is what counts.
    pub(super) fn hear_hint(self, stamp: &str) {
        let stamp = Stamp::parse(stamp);
        let news = stamp
            .filter(|stamp| self.with_known(stamp.key.id, |known| stamp.revision > known.seen));
        if let Some(stamp) = news {
            self.fetch(stamp.key);
        }
    }

    /// A record was found in the database.
    pub(super) fn hear_stored(self, stamp: &str, text: String) {
        if let Some(stamp) = Stamp::parse(stamp) {
            self.hear(stamp, text);
        }
    }

    /// Somebody else stored a record.
    pub(super) fn hear(self, stamp: Stamp, text: String) {
        let id = stamp.key.id;
        let is_new = self.with_known(id, |known| stamp.revision > known.seen);
        if !is_new {
            return;
        }
        let Some((stamp, text)) = self.with_known(id, |known| known.saving.hear(stamp, text))
        else {
            return;
        };
        match stamp.standing {
            Standing::SetAside => {}
            Standing::Deleted => self.follow_deletion(&stamp),
            Standing::Saved => match stamp.read(&text) {
                Ok(theirs) => self.follow(stamp.revision, theirs),
                Err(refusal) => self.cannot_read(stamp.key.to_string(), text, refusal),
            },
        }
    }

    /// Another tab wrote to local storage. Where there is a database, only what that tab stores there counts.
    pub(super) fn hear_local_storage(self, key: Key, record: Option<String>) {
        if self.is_whole() {
            return;
        }
        match record {
            Some(record) => match stamped(key, &record) {
                Ok((stamp, text)) => self.hear(stamp, text.to_owned()),
                Err(refusal) => self.cannot_read(key.to_string(), record, refusal),
            },
            None if !self.is_changed(key.id) => self.forget_here(key),
            None => {}
        }
    }

    /// Takes in what another tab stored. What was changed here and is not stored yet is changed in theirs too.
    pub(super) fn follow(self, revision: u64, theirs: Document) {
        let id = theirs.id();
        let change = self.with_known(id, |known| known.saving.change().cloned());
        let mine = self
            .documents
            .with_untracked(|documents| documents.get(&id).cloned());
        let now = match (change, mine) {
            // It was deleted here; whether it stays so is decided when that is stored.
            (Some(change), _) if change.deleted.is_some() => return,
            (Some(change), Some(mine)) => {
                let base = change.base.as_ref();
                let merged = file::merge(base.unwrap_or(&theirs), &mine, &theirs);
                let is_conflict = match base {
                    Some(_) => !merged.conflicts.is_empty(),
                    None => !mine.says_the_same_as(&theirs),
                };
                self.with_known(id, |known| {
                    known.saving.follow(&theirs);
                    if is_conflict {
                        known.saving.keep_replaced();
                    }
                });
                if is_conflict {
                    self.keep_copy(theirs);
                }
                merged.document
            }
            _ => theirs,
        };
        self.sees(id, revision);
        self.with_known(id, |known| known.is_deleted = false);
        let is_known = self
            .documents
            .with_untracked(|documents| documents.get(&id) == Some(&now));
        if !is_known {
            self.documents
                .update(|documents| _ = documents.insert(id, now));
        }
        // What is stored has changed, even when it says what was known.
        self.changed_elsewhere.set(Some(id));
    }

    /// Another tab deleted a document. One that was changed here is stored again.
    fn follow_deletion(self, stamp: &Stamp) {
        let id = stamp.key.id;
        self.sees(id, stamp.revision);
        if !self.is_changed(id) {
            self.forget_here(stamp.key);
        }
    }

    fn is_changed(self, id: Id) -> bool {
        self.with_known(id, |known| known.saving.is_changed())
    }

    fn forget_here(self, key: Key) {
        forget_calculations(key.id);
        self.with_known(key.id, |known| known.is_deleted = true);
        self.documents
            .update(|documents| _ = documents.remove(&key.id));
        self.changed_elsewhere.set(Some(key.id));
    }

    /// Takes in what others wrote in the file that the documents are tied to. All of it is here when this first waits: it
    /// then tells every editor that is open.
    pub async fn take_in(self, combined: &Combined) {
        let mut touched = Vec::new();
        for document in combined.added.iter().chain(&combined.changed) {
            self.put_in_place_of(document.clone());
            touched.push(document.id());
        }
        for document in &combined.removed {
            _ = self.remove(document.id());
            touched.push(document.id());
        }
        for document in &combined.set_aside {
            _ = self.put_beside(document.clone());
        }
        self.flush();
        for id in touched {
            self.changed_elsewhere.set(Some(id));
            // The signal holds one document: whoever listens must hear of each.
            tick().await;
        }
    }

    /// Takes in what the database holds of a document.
    pub(super) fn fetch(self, key: Key) {
        spawn_local(async move {
            let stamps = database::stamps().await.unwrap_or_default();
            let found = stamps
                .into_iter()
                .rfind(|line| Stamp::parse(line).is_some_and(|stamp| stamp.key == key));
            if let Some(line) = found
                && let Ok(texts) = database::texts(std::slice::from_ref(&line)).await
                && let Some(text) = texts.into_iter().flatten().next()
            {
                self.hear_stored(&line, text);
            }
        });
    }
}
