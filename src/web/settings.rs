//! What this browser remembers about how things are shown. It is no part of a document.

use leptos::ev;
use leptos::prelude::*;

use super::local_storage;
use crate::danish::Signs;
use crate::domain::{Edition, Id, Timestamp};

const KEY: &str = "raaderum-fortegn";

fn name(signs: Signs) -> &'static str {
    match signs {
        Signs::MinusSaves => "minus",
        Signs::PlusSaves => "plus",
        Signs::Words => "ord",
        Signs::RowDecides => "raekke",
    }
}

fn stored() -> Signs {
    let stored = local_storage::text_setting(KEY);
    Signs::ALL
        .into_iter()
        .find(|&signs| stored.as_deref() == Some(name(signs)))
        .unwrap_or_default()
}

/// How signs are shown, in every tab alike; setting it remembers it.
#[must_use]
pub fn sign_setting() -> RwSignal<Signs> {
    let signs = RwSignal::new(stored());
    Effect::new(move |before: Option<()>| {
        let now = signs.get();
        if before.is_some() {
            local_storage::remember(KEY, name(now));
        }
    });
    _ = window_event_listener(ev::storage, move |event| {
        if event.key().as_deref() == Some(KEY) {
            signs.set(stored());
        }
    });
    signs
}

const BACKUP: &str = "raaderum-sikkerhedskopi";

/// Remembers that every document was handed to the user.
pub fn remember_backup(now: Timestamp) {
    local_storage::remember(BACKUP, now.unix_timestamp());
}

/// When every document was last handed to the user.
#[must_use]
pub fn last_backup() -> Option<Timestamp> {
    Timestamp::from_unix_timestamp(local_storage::number_setting(BACKUP)?).ok()
}

/// What says that keys without Ctrl do nothing.
const NO_SINGLE_KEYS: &str = "raaderum-uden-enkelttaster";

/// Whether a key without Ctrl may do something outside a field.
#[must_use]
pub fn has_single_keys() -> bool {
    local_storage::record(NO_SINGLE_KEYS).is_none()
}

/// Remembers whether a key without Ctrl may do something.
pub fn remember_single_keys(is_wanted: bool) {
    if is_wanted {
        local_storage::remove(NO_SINGLE_KEYS);
    } else {
        local_storage::remember(NO_SINGLE_KEYS, 1);
    }
}

const BEGUN: &str = "raaderum-begyndt";

/// When the first document was stored in this browser.
#[must_use]
pub fn first_saved_at() -> Option<Timestamp> {
    Timestamp::from_unix_timestamp(local_storage::number_setting(BEGUN)?).ok()
}

/// Notes that a document was stored. Whether it was the first one in this browser.
pub(super) fn note_saving(now: Timestamp) -> bool {
    let is_first = local_storage::record(BEGUN).is_none();
    if is_first {
        local_storage::remember(BEGUN, now.unix_timestamp());
    }
    is_first
}

/// The number of the last edition of a catalogue that this browser handed over; 0 for none. It is remembered beside the catalogue,
/// of which an earlier state may have been brought back.
#[must_use]
pub fn last_handed_over(catalogue: Id) -> u32 {
    let number = local_storage::number_setting(&edition_key(catalogue));
    number
        .and_then(|number| number.try_into().ok())
        .unwrap_or_default()
}

/// Remembers that an edition was handed over.
pub fn remember_handed_over(catalogue: Id, edition: Edition) {
    let number = edition.number().max(last_handed_over(catalogue));
    local_storage::remember(&edition_key(catalogue), number);
}

fn edition_key(catalogue: Id) -> String {
    format!("raaderum-udgave-{catalogue}")
}

pub(super) const FILE: &str = "raaderum-fil";

/// The name of the file that the documents are tied to. Remembered here too, so that a page without one need not ask the
/// database, nor load what follows a file.
#[must_use]
pub fn shared_file_name() -> Option<String> {
    local_storage::text_setting(FILE)
}

/// Remembers the name of the file that the documents are tied to.
pub(super) fn remember_shared_file(name: Option<&str>) {
    match name {
        Some(name) => local_storage::remember(FILE, name),
        None => local_storage::remove(FILE),
    }
}
