//! The file that a page hands over when the program has failed: every record as it lies in the browser, readable or not.

use std::collections::BTreeMap;

use super::{Arrived, Found, Key, Pending, PendingKey, Stamp, Standing, plain_stamp, split};
use crate::domain::{Document, Timestamp};
use crate::file::{self, Refusal, RescuedRecord};

/// What a rescue file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescued {
    /// Every document, as it was last, with what had not been stored yet.
    pub documents: Vec<Document>,
    /// What was stored where something not stored yet now stands: it belongs beside the document with the same identity.
    pub set_aside: Vec<Document>,
    /// The records that cannot be read, by key, and why.
    pub unreadable: Vec<(String, Refusal)>,
    /// How many texts there are that a reader of a published page chose or wrote. They are no documents, and stay in the file.
    pub of_readers: usize,
}

/// What the keys begin with under which a published page keeps what its readers choose and write.
pub const READER_KEYS: &str = "raaderum-laeser/";

/// Reads a rescue file. `None` when it is another kind of file.
#[must_use]
pub fn read_rescue(text: &str) -> Option<Rescued> {
    let mut newest: BTreeMap<Key, (Stamp, Document)> = BTreeMap::new();
    let mut unreadable = Vec::new();
    let (mut pending, mut arrived) = (Vec::new(), BTreeMap::new());
    let mut of_readers = 0;
    for record in file::rescued_records(text)? {
        if let (Some(key), Some(number)) =
            (PendingKey::parse(&record.key), Arrived::parse(&record.text))
        {
            _ = arrived.insert(key, number.number);
            continue;
        }
        if PendingKey::is_ours(&record.key) {
            match read_pending(&record) {
                Ok(read) => pending.push(read),
                Err(refusal) => unreadable.push((record.key, refusal)),
            }
            continue;
        }
        if record.key.starts_with(READER_KEYS) {
            of_readers += 1;
            continue;
        }
        if !record.key.is_empty() && !Key::is_ours(&record.key) {
            // How things were shown, say: all that anybody chose or wrote lies under the keys above and ours.
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
    let set_aside = add_pending(&mut newest, pending, &arrived);
    let documents = newest
        .into_values()
        .filter(|(stamp, _)| stamp.standing == Standing::Saved)
        .map(|(_, document)| document)
        .collect();
    Some(Rescued {
        documents,
        set_aside,
        unreadable,
        of_readers,
    })
}

fn read_pending(record: &RescuedRecord) -> Result<(Timestamp, PendingKey, Pending), Refusal> {
    let key = PendingKey::parse(&record.key).ok_or(Refusal::whole(file::Reason::NotOurs))?;
    let (pending, at) = Pending::read(key.key, &record.text)?;
    Ok((at, key, pending))
}

/// Adds what had not been stored to what was. Gives what it takes the place of.
fn add_pending(
    newest: &mut BTreeMap<Key, (Stamp, Document)>,
    mut pending: Vec<(Timestamp, PendingKey, Pending)>,
    arrived: &BTreeMap<PendingKey, u64>,
) -> Vec<Document> {
    let mut set_aside = Vec::new();
    pending.sort_by_key(|(at, ..)| *at);
    for (at, noted, pending) in pending {
        let key = noted.key;
        let arrived = arrived.get(&noted).copied().unwrap_or_default();
        // What was read can be written.
        let stored = newest.get(&key).and_then(|(stamp, document)| {
            let text = file::write([document]).ok()?;
            let stamp = Stamp::of(&text, key, stamp.revision, stamp.at, stamp.standing);
            Some((stamp, text))
        });
        let found = stored.as_ref().map(|(stamp, text)| Found {
            stamp: stamp.clone(),
            text,
        });
        if let Ok(Some(next)) = pending.next(found, arrived, at, at) {
            set_aside.extend(next.set_aside);
            _ = newest.insert(key, (next.stamp, next.document));
        }
    }
    set_aside
}

/// Reads a record. In the database, its key is its stamp; in local storage, the stamp is its first line.
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
