//! Local storage: the copy of every document that opens at once. The browser writes it to disk seconds late, so it is
//! never the only one, unless there is no database.

use gloo_storage::{LocalStorage, Storage as _};
use serde::Serialize;
use web_sys::Storage;

use crate::file::Refusal;
use crate::record::StorageProblem;

/// A record that is ours and cannot be read. It is left exactly as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The record's key.
    pub key: String,
    /// The record as it is.
    pub text: String,
    /// Why it cannot be read.
    pub refusal: Refusal,
}

fn storage() -> Result<Storage, StorageProblem> {
    leptos::prelude::window()
        .local_storage()
        .ok()
        .flatten()
        .ok_or(StorageProblem::Blocked)
}

/// Whether anything can be stored at all.
pub(super) fn is_there() -> bool {
    storage().is_ok()
}

/// The keys of local storage that are wanted.
pub(super) fn keys(is_wanted: fn(&str) -> bool) -> Vec<String> {
    let Ok(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or(0);
    (0..count)
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter(|key| is_wanted(key))
        .collect()
}

/// The record as it is.
pub(super) fn record(key: &str) -> Option<String> {
    storage().ok()?.get_item(key).ok().flatten()
}

/// Stores a record. When it fails, what was there is as it was.
pub(super) fn write(key: &str, record: &str) -> Result<(), StorageProblem> {
    let written = storage()?.set_item(key, record);
    written.map_err(|_| StorageProblem::Full)
}

/// Removes a record. Where storage is blocked there is none to remove.
pub(super) fn remove(key: &str) {
    if let Ok(storage) = storage() {
        _ = storage.remove_item(key);
    }
}

/// Remembers a setting as JSON, where the browser allows it; losing one loses nothing that anybody wrote.
pub(super) fn remember(key: &str, value: impl Serialize) {
    // `LocalStorage` fails where there is none.
    if is_there() {
        _ = LocalStorage::set(key, value);
    }
}

/// Returns a setting that is a number. `None` where there is none.
pub(super) fn number_setting(key: &str) -> Option<i64> {
    is_there().then(|| LocalStorage::get(key).ok()).flatten()
}

/// Returns a setting that is a text. Until version 0.2.0, texts were stored as they are, without the quotation marks of JSON.
pub(super) fn text_setting(key: &str) -> Option<String> {
    let text = is_there().then(|| LocalStorage::get(key).ok()).flatten();
    text.or_else(|| record(key))
}
