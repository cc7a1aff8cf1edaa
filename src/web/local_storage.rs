//! Local storage: the copy of every document that opens at once. The browser writes it to disk seconds late, so it is
//! never the only one, unless there is no database.

use std::str::FromStr;

use web_sys::Storage;

use crate::file::Refusal;

/// Why something could not be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageProblem {
    /// The browser gives no storage: a private window or a policy.
    Blocked,
    /// No room is left.
    Full,
    /// The document's record now holds something that this version cannot read, and is left alone.
    Occupied,
    /// The database belongs to a newer version of the program.
    TooNew,
    /// Another tab keeps the database from being opened. It is opened as soon as that tab is closed.
    Blocking,
    /// The database cannot be used: what is stored lies only in local storage, which is written to disk late.
    NotSafe,
}

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

/// Remembers a number, where the browser allows it; losing one loses nothing that anybody wrote.
pub(super) fn remember_number(key: &str, number: impl ToString) {
    _ = write(key, &number.to_string());
}

/// Returns a number that was remembered. `None` where there is none, or something else.
pub(super) fn remembered_number<N: FromStr>(key: &str) -> Option<N> {
    record(key)?.parse().ok()
}

/// Remembers a text as JSON, where the browser allows it.
pub(super) fn remember_text(key: &str, text: &str) {
    if let Ok(json) = serde_json::to_string(text) {
        _ = write(key, &json);
    }
}

/// Returns a text that was remembered. Until version 0.2.0, texts were stored as they are, without the quotation marks of JSON.
pub(super) fn remembered_text(key: &str) -> Option<String> {
    let record = record(key)?;
    serde_json::from_str(&record).ok().or(Some(record))
}
