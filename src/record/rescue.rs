//! The file that a page hands over when the program has failed: every record as it lies in the browser, readable or not.

use std::collections::BTreeMap;

use super::{Key, Stamp, Standing, plain_stamp, split};
use crate::domain::Document;
use crate::file::{self, Refusal, RescuedRecord};

/// What a rescue file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescued {
    /// Every document, as it was last.
    pub documents: Vec<Document>,
    /// The records that cannot be read, by key, and why.
    pub unreadable: Vec<(String, Refusal)>,
}

/// Reads a rescue file. `None` when it is another kind of file.
#[must_use]
pub fn read_rescue(text: &str) -> Option<Rescued> {
    let mut newest: BTreeMap<Key, (Stamp, Document)> = BTreeMap::new();
    let mut unreadable = Vec::new();
    for record in file::rescued_records(text)? {
        if !record.key.is_empty() && !Key::is_ours(&record.key) {
            // How things were shown, say: it holds nothing that anybody wrote.
            continue;
        }
        match read(&record) {
            // What was deleted, or was set aside, stays away.
            Ok((stamp, document)) => {
                // At the same revision the database counts, as it does at start.
                let is_in_database = Stamp::parse(&record.key).is_some();
                let is_newer = newest.get(&stamp.key).is_none_or(|(other, _)| {
                    (other.revision, false) < (stamp.revision, is_in_database)
                });
                if is_newer && stamp.standing != Standing::SetAside {
                    _ = newest.insert(stamp.key, (stamp, document));
                }
            }
            Err(refusal) => unreadable.push((record.key, refusal)),
        }
    }
    let documents = newest
        .into_values()
        .filter(|(stamp, _)| stamp.standing == Standing::Saved)
        .map(|(_, document)| document)
        .collect();
    Some(Rescued {
        documents,
        unreadable,
    })
}

/// In the database, a record's key is its stamp; in local storage, the stamp is the first line of the record.
fn read(record: &RescuedRecord) -> Result<(Stamp, Document), Refusal> {
    let (inside, text) = split(&record.text);
    match Stamp::parse(&record.key).or(inside) {
        Some(stamp) => {
            let document = stamp.read(text)?;
            Ok((stamp, document))
        }
        None => {
            let key = Key::parse(&record.key);
            let key = key.ok_or(Refusal::whole(file::Reason::NotOurs))?;
            plain_stamp(key, text)
        }
    }
}
