//! Local storage: one entry a document, each a whole file in the public format. There is no index entry, so two
//! tabs cannot lose one another's documents.

use web_sys::Storage;

use crate::domain::{Document, DocumentKind, Id};
use crate::file::{self, Reason, Refusal};

/// Why something could not be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageProblem {
    /// The browser gives no storage: a private window or a policy.
    Blocked,
    /// No room is left.
    Full,
    /// The document's entry now holds something that this version cannot read, and is left alone.
    Occupied,
}

/// An entry that is ours and cannot be read. It is left exactly as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The entry's key.
    pub key: String,
    /// The entry as it is.
    pub text: String,
    /// Why it cannot be read.
    pub refusal: Refusal,
}

const PREFIX: &str = "raaderum/";

fn folder(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Proposal => "forslag",
        DocumentKind::ActionPlan => "handleplan",
    }
}

fn key(kind: DocumentKind, id: Id) -> String {
    format!("{PREFIX}{}/{id}", folder(kind))
}

/// The form that a key of ours names.
pub(super) fn kind_of(key: &str) -> Option<DocumentKind> {
    let (found, _) = key.strip_prefix(PREFIX)?.split_once('/')?;
    [DocumentKind::Proposal, DocumentKind::ActionPlan]
        .into_iter()
        .find(|&kind| folder(kind) == found)
}

fn storage() -> Result<Storage, StorageProblem> {
    leptos::prelude::window()
        .local_storage()
        .ok()
        .flatten()
        .ok_or(StorageProblem::Blocked)
}

/// Whether anything can be stored at all.
pub(super) fn check() -> Result<(), StorageProblem> {
    storage().map(|_| ())
}

/// Whether a key is one of ours.
pub(super) fn is_ours(key: &str) -> bool {
    key.starts_with(PREFIX)
}

/// The identity that a key of ours names.
pub(super) fn id_of(key: &str) -> Option<Id> {
    Id::parse(key.rsplit('/').next()?)
}

/// The keys that are ours.
pub(super) fn keys() -> Vec<String> {
    let Ok(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or(0);
    (0..count)
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter(|key| is_ours(key))
        .collect()
}

/// The entry as it is.
pub(super) fn text(key: &str) -> Option<String> {
    storage().ok()?.get_item(key).ok().flatten()
}

/// The key and the entry of a document, as it is.
pub(super) fn entry(kind: DocumentKind, id: Id) -> Option<(String, String)> {
    let key = key(kind, id);
    let text = text(&key)?;
    Some((key, text))
}

/// Reads an entry, which must hold the one document that its key names.
pub(super) fn decode(of_key: &str, text: String) -> Result<Document, Unreadable> {
    let unreadable = |refusal| Unreadable {
        key: of_key.to_owned(),
        text: text.clone(),
        refusal,
    };
    let mut documents = file::read(&text).map_err(unreadable)?;
    match documents.pop() {
        Some(document) if documents.is_empty() && key(document.kind(), document.id()) == of_key => {
            Ok(document)
        }
        _ => Err(unreadable(Refusal::whole(Reason::NotOurs))),
    }
}

/// Stores a document and gives the text that was stored. When it fails, the entry is as it was.
pub(super) fn write(document: &Document) -> Result<String, StorageProblem> {
    let text = file::write([document]).map_err(|_| StorageProblem::Blocked)?;
    storage()?
        .set_item(&key(document.kind(), document.id()), &text)
        .map_err(|_| StorageProblem::Full)?;
    Ok(text)
}

/// Removes a document's entry.
pub(super) fn remove(kind: DocumentKind, id: Id) -> Result<(), StorageProblem> {
    storage()?
        .remove_item(&key(kind, id))
        .map_err(|_| StorageProblem::Blocked)
}

/// Remembers a setting, where the browser allows it; losing one loses nothing that anybody wrote.
pub(super) fn remember(key: &str, value: &str) {
    if let Ok(storage) = storage() {
        _ = storage.set_item(key, value);
    }
}
