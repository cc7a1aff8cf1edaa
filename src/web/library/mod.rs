//! The documents: in memory while the page is open, in the database, where they are safe, and in local storage,
//! where they open at once.

mod copying;
mod ended_tabs;
mod following;
mod past;
mod pending;
mod saving;
mod starting;

use std::collections::BTreeMap;

use gloo_timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;
use web_sys::VisibilityState;

use super::database;
use super::local_storage::{self, Unreadable};
use crate::domain::{Document, DocumentKind, Id};
use crate::file::{Reason, Refusal};
use crate::record::{
    Damage, DatabaseState, Key, PendingKey, Saving, StorageProblem, Turn, stamped,
};
use crate::text::document;
pub use past::Deleted;

/// How the documents in memory relate to those stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveStatus {
    /// All are safe: they would be there if the browser were killed now.
    Saved,
    /// A change is about to be stored.
    Saving,
    /// At least one change is not safe, and why.
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
    is_started: RwSignal<bool>,
    state: StoredValue<State, LocalStorage>,
}

struct State {
    /// This tab, or rather this visit to the page.
    tab: Id,
    all_loaded: bool,
    /// What is known of each document that was read or written. One map: each kind of map weighs some kilobytes.
    known: BTreeMap<Id, Known>,
    /// When the oldest change that is not stored was made, in milliseconds.
    changed_since: i64,
    timer: Option<Timeout>,
    database: DatabaseState,
    /// Whether the browser has been asked to keep what is stored.
    has_asked: bool,
    ended_tabs: EndedTabs,
}

/// What is known of a document beside what it says.
#[derive(Default)]
struct Known {
    /// The revision in which this tab last saw it.
    seen: u64,
    /// Whether it was deleted: local storage may still hold it.
    is_deleted: bool,
    /// How far what was changed in it is stored.
    saving: Saving,
    /// The copy that was made of what another tab wrote in the same place, as it was made.
    copy: Option<Document>,
}

/// Taking over what tabs that are gone have noted and not stored.
#[derive(Default)]
struct EndedTabs {
    /// The tabs that are gone and whose place this one has taken.
    taken_over: Vec<Id>,
    /// Whether it is being done, and whether it will be before long.
    turn: Turn,
    /// Why something that another tab noted could not be stored.
    problem: Option<StorageProblem>,
}

impl State {
    fn of(&mut self, id: Id) -> &mut Known {
        self.known.entry(id).or_default()
    }

    fn savings(&self) -> impl Iterator<Item = &Saving> {
        self.known.values().map(|known| &known.saving)
    }
}

impl Library {
    /// The library, listening for the page being hidden or closed and for other tabs.
    #[must_use]
    pub fn new() -> Self {
        let library = Self {
            documents: RwSignal::new(BTreeMap::new()),
            unreadable: RwSignal::new(Vec::new()),
            status: RwSignal::new(SaveStatus::Saving),
            changed_elsewhere: RwSignal::new(None),
            conflict_copy: RwSignal::new(None),
            is_started: RwSignal::new(false),
            state: StoredValue::new_local(State {
                tab: Id::random(),
                all_loaded: false,
                known: BTreeMap::new(),
                changed_since: 0,
                timer: None,
                database: DatabaseState::default(),
                has_asked: false,
                ended_tabs: EndedTabs::default(),
            }),
        };
        library.listen();
        library.live();
        library.start();
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
        database::listen(move |stamp| self.hear_hint(&stamp));
        _ = window_event_listener(ev::storage, move |event| {
            let Some(name) = event.key() else {
                return;
            };
            if let Some(key) = Key::parse(&name) {
                self.hear_local_storage(key, event.new_value());
            } else if PendingKey::is_ours(&name) && event.new_value().is_some() {
                // Should that tab end before it has stored this, it is stored here.
                self.take_over_soon();
            }
        });
        _ = window_event_listener(ev::pageshow, move |event| {
            // While the page was put away, others may have taken it for gone, and told it nothing.
            if event.persisted() {
                self.live();
                self.start();
            }
        });
        _ = window_event_listener(ev::beforeunload, move |event| {
            self.flush();
            if !self.can_be_left() {
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

    /// Records of ours that cannot be read.
    #[must_use]
    pub fn unreadable(self) -> Signal<Vec<Unreadable>> {
        self.unreadable.into()
    }

    /// Whether everything is stored.
    #[must_use]
    pub fn status(self) -> Signal<SaveStatus> {
        self.status.into()
    }

    /// Whether the database has been compared with local storage: until then, a document that is only there is not here, and
    /// nothing is called saved.
    #[must_use]
    pub fn is_started(self) -> Signal<bool> {
        self.is_started.into()
    }

    /// Whether every document that the browser keeps is here, once it is started and all are loaded, but for those that
    /// cannot be read. Otherwise, one that is missing need not have been deleted.
    #[must_use]
    pub fn is_whole(self) -> bool {
        let database = self.state.with_value(|state| state.database);
        !matches!(database, DatabaseState::Unusable(_))
    }

    /// The document that was changed last by something else than its editor: another tab, in most cases.
    #[must_use]
    pub fn changed_elsewhere(self) -> Signal<Option<Id>> {
        self.changed_elsewhere.into()
    }

    /// The copy that was made last because two tabs changed the same text at once.
    #[must_use]
    pub fn conflict_copy(self) -> Signal<Option<Id>> {
        self.conflict_copy.into()
    }

    /// Loads every document that opens at once.
    pub fn load_all(self) {
        if self.state.with_value(|state| state.all_loaded) {
            return;
        }
        self.state.update_value(|state| state.all_loaded = true);
        let unreadable = self.load(|_, _| true);
        if !unreadable.is_empty() {
            self.unreadable.update(|entries| entries.extend(unreadable));
        }
    }

    /// Loads every action plan that is stored and speaks of something: its text contains this.
    pub fn load_plans_with(self, words: &str) {
        if !self.state.with_value(|state| state.all_loaded) {
            let is_wanted = |key: &Key, text: &str| {
                key.kind == DocumentKind::ActionPlan && text.contains(words)
            };
            _ = self.load(is_wanted);
        }
    }

    /// Loads stored documents that are wanted and not here yet. Gives those that cannot be read.
    fn load(self, is_wanted: impl Fn(&Key, &str) -> bool) -> Vec<Unreadable> {
        let mut loaded = Vec::new();
        let mut unreadable = Vec::new();
        for name in local_storage::keys(Key::is_ours) {
            let key = Key::parse(&name);
            let is_here = |key: Key| {
                self.documents
                    .with_untracked(|here| here.contains_key(&key.id))
            };
            if key.is_some_and(is_here) || key.is_some_and(|key| self.is_deleted(key.id)) {
                continue;
            }
            let Some(record) = local_storage::record(&name) else {
                continue;
            };
            if key.is_some_and(|key| !is_wanted(&key, &record)) {
                continue;
            }
            match self.decode(key, &record) {
                Ok(document) => loaded.push((document.id(), document)),
                Err(refusal) => unreadable.push(Unreadable {
                    key: name,
                    text: record,
                    refusal,
                }),
            }
        }
        if !loaded.is_empty() {
            self.documents.update(|documents| documents.extend(loaded));
        }
        unreadable
    }

    fn decode(self, key: Option<Key>, record: &str) -> Result<Document, Damage> {
        let key = key.ok_or(Refusal::whole(Reason::NotOurs))?;
        let (stamp, text) = stamped(key, record)?;
        let document = stamp.read(text)?;
        self.sees(key.id, stamp.revision);
        Ok(document)
    }

    fn sees(self, id: Id, revision: u64) {
        self.with_known(id, |known| known.seen = revision);
    }

    /// Reads or notes what is known of a document.
    fn with_known<T: Default>(self, id: Id, use_it: impl FnOnce(&mut Known) -> T) -> T {
        let used = self.state.try_update_value(|state| use_it(state.of(id)));
        used.unwrap_or_default()
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
        if self.is_deleted(id) {
            return None;
        }
        let key = Key { kind, id };
        let document = self
            .decode(Some(key), &local_storage::record(&key.to_string())?)
            .ok()?;
        self.documents
            .update(|documents| _ = documents.insert(id, document.clone()));
        Some(document)
    }

    /// Whether a document with this identity is here, readable or not.
    #[must_use]
    pub fn is_here(self, kind: DocumentKind, id: Id) -> bool {
        // What was just deleted may still lie in local storage.
        let is_loaded = self
            .documents
            .with_untracked(|documents| documents.contains_key(&id));
        let is_in_local_storage = || local_storage::record(&Key { kind, id }.to_string()).is_some();
        is_loaded || (!self.is_deleted(id) && is_in_local_storage())
    }

    fn is_deleted(self, id: Id) -> bool {
        self.with_known(id, |known| known.is_deleted)
    }

    /// Whether the page can be closed without losing anything: every change is at least noted in local storage.
    #[must_use]
    pub fn can_be_left(self) -> bool {
        self.state
            .with_value(|state| !state.savings().any(Saving::is_in_memory_only))
    }

    /// Notes a record that cannot be read, in place of what was known of it.
    fn cannot_read(self, key: String, text: String, refusal: Refusal) {
        self.unreadable.update(|entries| {
            entries.retain(|other| other.key != key);
            entries.push(Unreadable { key, text, refusal });
        });
    }
}

/// A copy of a document, to stand beside it.
#[must_use]
pub fn copy_of(document: Document) -> Document {
    let mut copy = document.with_id(Id::random());
    let name = copy.name_mut();
    *name = document::copy_of(name);
    copy
}

impl Default for Library {
    fn default() -> Self {
        Self::new()
    }
}
