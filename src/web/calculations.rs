//! What the values of a document were computed from, as this browser remembers it. It is no part of the document.

use super::local_storage;
use crate::domain::Id;

fn key(document: Id) -> String {
    format!("raaderum-regnestykker/{document}")
}

/// What is kept of what the values of a document were computed from.
#[must_use]
pub fn kept_calculations(document: Id) -> String {
    local_storage::record(&key(document)).unwrap_or_default()
}

/// Keeps what the values of a document were computed from, where there is room; losing it loses nothing that anybody wrote.
pub fn keep_calculations(document: Id, kept: &str) {
    if kept.is_empty() {
        forget_calculations(document);
    } else {
        _ = local_storage::write(&key(document), kept);
    }
}

/// Forgets what the values of a document were computed from.
pub(super) fn forget_calculations(document: Id) {
    local_storage::remove(&key(document));
}
