//! The documents: in memory while the page is open, and in the browser's storage.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use web_sys::VisibilityState;

use super::clock::milliseconds;
use super::storage::{self, StorageProblem, Unreadable};
use crate::domain::{Document, DocumentKind, Id};
use crate::text::page;

/// A change is stored when nobody has typed for this long …
const QUIET: Duration = Duration::from_millis(250);
/// … and while somebody types on and on, at least this often, in milliseconds.
const AT_LEAST_EVERY: i64 = 2_000;

/// How the documents in memory relate to those stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveStatus {
    /// All are stored.
    Saved,
    /// A change is about to be stored.
    Saving,
    /// At least one change is not stored, and why.
    NotSaved(StorageProblem),
}

/// The documents of this browser. What is in memory is the truth while the page is open: a document that could
/// not be stored is still here, and in every export.
#[derive(Clone, Copy)]
pub struct Library {
    documents: RwSignal<BTreeMap<Id, Document>>,
    unreadable: RwSignal<Vec<Unreadable>>,
    status: RwSignal<SaveStatus>,
    changed_elsewhere: RwSignal<Option<Id>>,
    conflict_copy: RwSignal<Option<Id>>,
    state: StoredValue<State, LocalStorage>,
}

#[derive(Default)]
struct State {
    all_loaded: bool,
    /// Documents whose latest change is not stored yet.
    pending: BTreeSet<Id>,
    /// When the oldest of those changes was made, in milliseconds.
    pending_since: i64,
    timer: Option<TimeoutHandle>,
    /// Fingerprints of the entries as this tab last read or wrote them: another one means another tab wrote.
    known: BTreeMap<Id, u64>,
    /// Fingerprints of every entry that this tab has read or written.
    seen: BTreeSet<u64>,
}

impl State {
    fn know(&mut self, id: Id, entry: u64) {
        self.known.insert(id, entry);
        self.seen.insert(entry);
    }
}

fn fingerprint(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

impl Library {
    /// The library, listening for the page being hidden or closed and for other tabs.
    #[must_use]
    pub fn new() -> Self {
        let status = match storage::check() {
            Ok(()) => SaveStatus::Saved,
            Err(problem) => SaveStatus::NotSaved(problem),
        };
        let library = Self {
            documents: RwSignal::new(BTreeMap::new()),
            unreadable: RwSignal::new(Vec::new()),
            status: RwSignal::new(status),
            changed_elsewhere: RwSignal::new(None),
            conflict_copy: RwSignal::new(None),
            state: StoredValue::new_local(State::default()),
        };
        library.listen();
        library
    }

    /// These listeners live as long as the page.
    fn listen(self) {
        _ = window_event_listener(ev::pagehide, move |_| self.flush());
        _ = window_event_listener(ev::visibilitychange, move |_| {
            if document().visibility_state() == VisibilityState::Hidden {
                self.flush();
            }
        });
        _ = window_event_listener(ev::storage, move |event| {
            if let Some(key) = event.key().filter(|key| storage::is_ours(key)) {
                let (before, after) = (event.old_value(), event.new_value());
                self.take_from_other_tab(&key, before.as_deref(), after.as_deref());
            }
        });
        _ = window_event_listener(ev::beforeunload, move |event| {
            self.flush();
            if self.state.with_value(|state| !state.pending.is_empty()) {
                // The browser asks whether to leave all the same.
                event.prevent_default();
            }
        });
    }

    /// The documents that have been loaded; all of them after [`Library::load_all`].
    #[must_use]
    pub fn documents(self) -> Signal<BTreeMap<Id, Document>> {
        self.documents.into()
    }

    /// Entries of ours that cannot be read.
    #[must_use]
    pub fn unreadable(self) -> Signal<Vec<Unreadable>> {
        self.unreadable.into()
    }

    /// Whether everything is stored.
    #[must_use]
    pub fn status(self) -> Signal<SaveStatus> {
        self.status.into()
    }

    /// The document that another tab changed last.
    #[must_use]
    pub fn changed_elsewhere(self) -> Signal<Option<Id>> {
        self.changed_elsewhere.into()
    }

    /// The copy that was made last because two tabs changed the same document at once.
    #[must_use]
    pub fn conflict_copy(self) -> Signal<Option<Id>> {
        self.conflict_copy.into()
    }

    /// Loads every document that is stored.
    pub fn load_all(self) {
        if self.state.with_value(|state| state.all_loaded) {
            return;
        }
        self.state.update_value(|state| state.all_loaded = true);
        let unreadable = self.load(|_, _| true);
        self.unreadable.set(unreadable);
    }

    /// Loads every action plan that is stored and speaks of something: its text contains this.
    pub fn load_plans_with(self, words: &str) {
        if !self.state.with_value(|state| state.all_loaded) {
            let is_wanted = |key: &str, text: &str| {
                storage::kind_of(key) == Some(DocumentKind::ActionPlan) && text.contains(words)
            };
            _ = self.load(is_wanted);
        }
    }

    /// Loads stored documents that are wanted and not here yet. Gives those that cannot be read.
    fn load(self, is_wanted: impl Fn(&str, &str) -> bool) -> Vec<Unreadable> {
        let mut loaded = Vec::new();
        let mut unreadable = Vec::new();
        for key in storage::keys() {
            let is_here = |id: &Id| self.documents.with_untracked(|here| here.contains_key(id));
            if storage::id_of(&key).is_some_and(|id| is_here(&id)) {
                continue;
            }
            let Some(text) = storage::text(&key).filter(|text| is_wanted(&key, text)) else {
                continue;
            };
            match self.decode(&key, text) {
                Ok(document) => loaded.push((document.id(), document)),
                Err(entry) => unreadable.push(entry),
            }
        }
        if !loaded.is_empty() {
            self.documents.update(|documents| documents.extend(loaded));
        }
        unreadable
    }

    fn decode(self, key: &str, text: String) -> Result<Document, Unreadable> {
        let known = fingerprint(&text);
        let document = storage::decode(key, text)?;
        self.state
            .update_value(|state| state.know(document.id(), known));
        Ok(document)
    }

    /// The document with this identity, loaded if need be. `None` when it is not here or cannot be read.
    #[must_use]
    pub fn get(self, kind: DocumentKind, id: Id) -> Option<Document> {
        let loaded = self
            .documents
            .with_untracked(|documents| documents.get(&id).cloned());
        if loaded.is_some() {
            return loaded.filter(|document| document.kind() == kind);
        }
        let (key, text) = storage::entry(kind, id)?;
        let document = self.decode(&key, text).ok()?;
        self.documents
            .update(|documents| _ = documents.insert(id, document.clone()));
        Some(document)
    }

    /// Whether a document with this identity is here, readable or not.
    #[must_use]
    pub fn is_here(self, kind: DocumentKind, id: Id) -> bool {
        self.documents
            .with_untracked(|documents| documents.contains_key(&id))
            || storage::entry(kind, id).is_some()
    }

    /// Takes in a new or changed document; it is stored shortly.
    pub fn put(self, document: Document) {
        let id = document.id();
        self.documents
            .update(|documents| _ = documents.insert(id, document));
        let now = milliseconds();
        let mut is_due = false;
        self.state.update_value(|state| {
            if state.pending.is_empty() {
                state.pending_since = now;
            }
            state.pending.insert(id);
            is_due = now > state.pending_since + AT_LEAST_EVERY;
            if let Some(timer) = state.timer.take() {
                timer.clear();
            }
        });
        if self.status.get_untracked() == SaveStatus::Saved {
            self.status.set(SaveStatus::Saving);
        }
        if is_due {
            self.flush();
            return;
        }
        match set_timeout_with_handle(move || self.flush(), QUIET) {
            Ok(timer) => self.state.update_value(|state| state.timer = Some(timer)),
            Err(_) => self.flush(),
        }
    }

    /// Stores every change that is not stored yet.
    pub fn flush(self) {
        let pending = self.state.with_value(|state| state.pending.clone());
        let mut problem = storage::check().err();
        for id in pending {
            let document = self
                .documents
                .with_untracked(|documents| documents.get(&id).cloned());
            let stored = match document {
                Some(document) => self.store(&document),
                None => Ok(()),
            };
            match stored {
                Ok(()) => self
                    .state
                    .update_value(|state| _ = state.pending.remove(&id)),
                Err(error) => problem = Some(error),
            }
        }
        self.state
            .update_value(|state| state.pending_since = milliseconds());
        let status = problem.map_or(SaveStatus::Saved, SaveStatus::NotSaved);
        if self.status.get_untracked() != status {
            self.status.set(status);
        }
    }

    fn store(self, document: &Document) -> Result<(), StorageProblem> {
        let id = document.id();
        if let Some((key, text)) = storage::entry(document.kind(), id) {
            let known = self.state.with_value(|state| state.known.get(&id).copied());
            if known != Some(fingerprint(&text)) {
                self.keep_other_version(&key, text, document)?;
            }
        }
        let text = storage::write(document)?;
        self.state
            .update_value(|state| state.know(id, fingerprint(&text)));
        Ok(())
    }

    /// Another tab wrote this document since this tab read it. What it wrote becomes a copy of its own before
    /// it is written over. An entry that cannot be read is left as it is.
    fn keep_other_version(
        self,
        key: &str,
        text: String,
        ours: &Document,
    ) -> Result<(), StorageProblem> {
        let seen = fingerprint(&text);
        let Ok(theirs) = storage::decode(key, text) else {
            return Err(StorageProblem::Occupied);
        };
        self.state.update_value(|state| _ = state.seen.insert(seen));
        if theirs.says_the_same_as(ours) {
            return Ok(());
        }
        self.keep_copy(theirs)
    }

    /// Stores a version of a document as a document of its own.
    fn keep_copy(self, version: Document) -> Result<(), StorageProblem> {
        let copy = copy_of(version);
        let text = storage::write(&copy)?;
        let id = copy.id();
        self.state
            .update_value(|state| state.know(id, fingerprint(&text)));
        self.documents
            .update(|documents| _ = documents.insert(id, copy));
        self.conflict_copy.set(Some(id));
        Ok(())
    }

    /// Removes a document from memory and storage, and gives it back so that it can be put again.
    pub fn remove(self, id: Id) -> Option<Document> {
        let document = self
            .documents
            .try_update(|documents| documents.remove(&id))
            .flatten()?;
        let mut known = None;
        self.state.update_value(|state| {
            state.pending.remove(&id);
            known = state.known.remove(&id);
        });
        if let Some((key, text)) = storage::entry(document.kind(), id) {
            if known == Some(fingerprint(&text)) {
                // Where storage is blocked there is no entry to remove.
                _ = storage::remove(document.kind(), id);
            } else {
                // Another tab wrote it since: that version is not what was to be deleted.
                self.take_in(&key, id, text);
            }
        }
        // There may be room now for what could not be stored before.
        self.flush();
        Some(document)
    }

    /// Another tab wrote, or removed, an entry: it replaced `before` by `after`, as it saw it.
    fn take_from_other_tab(self, key: &str, before: Option<&str>, after: Option<&str>) {
        let Some(id) = storage::id_of(key) else {
            return;
        };
        let (is_pending, known) = self
            .state
            .with_value(|state| (state.pending.contains(&id), state.known.get(&id).copied()));
        if is_pending {
            // Both are changed: `store` keeps the other version.
            return;
        }
        // A write that did not replace what is known here was made without seeing it.
        let was_unseen = known.is_some() && before.map(fingerprint) != known;
        match storage::text(key) {
            // What this tab wrote is what is there: the other's write, if it was not seen either, is gone.
            Some(text) if known == Some(fingerprint(&text)) => {
                let lost = after
                    .filter(|_| was_unseen)
                    .filter(|after| !self.has_seen(fingerprint(after)))
                    .and_then(|after| storage::decode(key, after.to_owned()).ok());
                if let Some(lost) = lost {
                    self.keep_copy_or_put(lost);
                }
                return;
            }
            Some(text) => {
                let ours = self
                    .documents
                    .with_untracked(|documents| documents.get(&id).cloned())
                    .filter(|_| was_unseen);
                self.take_in(key, id, text);
                if let Some(ours) = ours {
                    self.keep_copy_or_put(ours);
                }
            }
            None => {
                self.documents.update(|documents| _ = documents.remove(&id));
                self.state.update_value(|state| _ = state.known.remove(&id));
            }
        }
        self.changed_elsewhere.set(Some(id));
    }

    /// Stores a version as a document of its own; without room for it, it stays in memory and in the export.
    fn keep_copy_or_put(self, version: Document) {
        if self.keep_copy(version.clone()).is_err() {
            self.put(copy_of(version));
        }
    }

    fn has_seen(self, entry: u64) -> bool {
        self.state.with_value(|state| state.seen.contains(&entry))
    }

    /// Takes in what an entry holds now.
    fn take_in(self, key: &str, id: Id, text: String) {
        match self.decode(key, text) {
            Ok(document) => self
                .documents
                .update(|documents| _ = documents.insert(id, document)),
            Err(entry) => self.unreadable.update(|entries| {
                entries.retain(|other| other.key != entry.key);
                entries.push(entry);
            }),
        }
    }
}

/// A copy of a document, to stand beside it.
#[must_use]
pub fn copy_of(document: Document) -> Document {
    let mut copy = document.with_id(Id::random());
    let name = copy.name_mut();
    *name = page::copy_of(name);
    copy
}

impl Default for Library {
    fn default() -> Self {
        Self::new()
    }
}
