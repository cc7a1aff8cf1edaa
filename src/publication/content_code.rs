//! A short code for what a publication says, so that two files are told apart whatever they are called.

use std::collections::BTreeMap;
use std::hash::Hasher;

use fnv::FnvHasher;

use crate::domain::{Catalogue, Document, Id, Proposal, Timestamp};
use crate::file;

/// Returns the code of what a catalogue and its proposals say: eight hexadecimal digits, as `7f3a-91c2`. Files that say
/// the same have the same code, whichever edition they are and whenever they were made. That two that say something
/// else have the same one is possible, once in four thousand million pairs: beside number, date and time of day, that
/// is enough to tell files apart by. It proves nothing against who wants to deceive.
#[must_use]
pub fn content_code(catalogue: &Catalogue, proposals: &BTreeMap<Id, &Proposal>) -> String {
    let entries = catalogue.entries.iter();
    let proposals = entries.filter_map(|entry| proposals.get(&entry.proposal).copied());
    let proposals = proposals.cloned().map(Document::from);
    let catalogue = Catalogue {
        edition: None,
        ..catalogue.clone()
    };
    let documents = proposals.chain([catalogue.into()]);
    // When something was last changed is no part of what it says.
    let documents: Vec<Document> = documents
        .map(|document| document.with_changed_at(Timestamp::UNIX_EPOCH))
        .collect();
    let mut hasher = FnvHasher::default();
    hasher.write(file::write(&documents).unwrap_or_default().as_bytes());
    let hash = hasher.finish();
    // All bits count.
    let [a, b, c, d, e, f, g, h] = hash.to_be_bytes();
    let [a, b, c, d] = [a ^ e, b ^ f, c ^ g, d ^ h];
    format!("{a:02x}{b:02x}-{c:02x}{d:02x}")
}
