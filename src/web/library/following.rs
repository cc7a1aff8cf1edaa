//! Following what other tabs store.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use super::{Library, read_quick};
use crate::domain::Document;
use crate::file;
use crate::record::{Combined, Key, Stamp, Standing};
use crate::web::{quick, vault};

impl Library {
    /// Another tab stored a record.
    pub(super) fn hear(self, stamp: &str, text: String) {
        let Some(stamp) = Stamp::parse(stamp) else {
            return;
        };
        let id = stamp.key.id;
        let (seen, is_storing) = self.with_known(id, |known| (known.seen, known.is_storing));
        if stamp.revision <= seen {
            return;
        }
        if is_storing {
            self.with_known(id, |known| {
                let waiting = known.waiting.as_ref();
                if waiting.is_none_or(|(other, _)| other.revision < stamp.revision) {
                    known.waiting = Some((stamp, text));
                }
            });
            return;
        }
        match stamp.standing {
            Standing::SetAside => {}
            Standing::Deleted => self.follow_deletion(&stamp),
            Standing::Saved => match stamp.read(&text) {
                Ok(theirs) => self.follow(&stamp, theirs),
                Err(refusal) => self.cannot_read(stamp.key.to_string(), text, refusal),
            },
        }
    }

    /// Another tab wrote to local storage. What it wrote will come through the database too, unless that tab was closed
    /// before, or there is no database.
    pub(super) fn hear_quick(self, key: &str, record: Option<String>) {
        let Some(parsed) = Key::parse(key) else {
            return;
        };
        let has_no_database = self
            .state
            .with_value(|state| state.has_no_database.is_some());
        match record {
            Some(record) => match read_quick(Some(parsed), &record) {
                Ok((stamp, _)) => {
                    let text = crate::record::split(&record).1.to_owned();
                    self.hear(&stamp.to_string(), text);
                }
                Err(refusal) => self.cannot_read(key.to_owned(), record, refusal),
            },
            None if has_no_database => self.forget_here(parsed),
            None => {}
        }
    }

    /// Takes in what another tab stored. What was changed here and is not stored yet is changed in theirs too.
    pub(super) fn follow(self, stamp: &Stamp, theirs: Document) {
        let id = stamp.key.id;
        let change = self.with_known(id, |known| known.change.clone());
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
                    if let Some(change) = &mut known.change {
                        change.base = Some(theirs.clone());
                        change.keeps_replaced |= is_conflict;
                    }
                });
                if is_conflict {
                    self.keep_copy(theirs);
                }
                merged.document
            }
            _ => theirs,
        };
        self.sees(stamp);
        self.documents
            .update(|documents| _ = documents.insert(id, now));
        self.changed_elsewhere.set(Some(id));
    }

    /// Another tab deleted a document. One that was changed here is stored again.
    fn follow_deletion(self, stamp: &Stamp) {
        let id = stamp.key.id;
        self.sees(stamp);
        if !self.with_known(id, |known| known.change.is_some()) {
            self.forget_here(stamp.key);
        }
    }

    fn forget_here(self, key: Key) {
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
            let stamps = vault::stamps().await.unwrap_or_default();
            let found = stamps
                .into_iter()
                .find(|line| Stamp::parse(line).is_some_and(|stamp| stamp.key == key));
            if let Some(line) = found
                && let Ok(texts) = vault::texts(std::slice::from_ref(&line)).await
                && let Some(text) = texts.into_iter().flatten().next()
            {
                if let Some(stamp) = Stamp::parse(&line) {
                    _ = quick::write(&stamp, &text);
                }
                self.hear(&line, text);
            }
        });
    }
}
