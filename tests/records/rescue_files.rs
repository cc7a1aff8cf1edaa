//! Rescue files: everything that a browser holds, handed over and taken in again.

use raaderum::domain::{Document, Id};
use raaderum::file::Reason;
use raaderum::record::{Arrived, Key, Pending, PendingKey, Rescued, Standing, read_rescue};
use serde_json::json;

use super::pending::{changed_heading, tab};
use super::{heading, isafjord, moment, now, stamp_of, text_of, whole};
use crate::support::{plan_2023, proposal};

fn rescue_file(records: &[(String, String)]) -> String {
    let records: Vec<_> = records
        .iter()
        .map(|(key, text)| json!({ "key": key, "text": text }))
        .collect();
    json!({ "format": "raaderum-rescue", "version": 1, "records": records }).to_string()
}

/// A record as it lies in the database.
fn in_database(document: &Document, revision: u64, standing: Standing) -> (String, String) {
    let stamp = stamp_of(document, revision, standing);
    (stamp.to_string(), text_of(document))
}

/// A record as it lies in local storage.
fn in_storage(document: &Document, revision: u64, standing: Standing) -> (String, String) {
    let (stamp, text) = in_database(document, revision, standing);
    (Key::of(document).to_string(), format!("{stamp}\n{text}"))
}

/// A record as an earlier version of Råderum stored it.
fn plain(document: &Document) -> (String, String) {
    (Key::of(document).to_string(), text_of(document))
}

fn rescued(records: &[(String, String)]) -> Rescued {
    read_rescue(&rescue_file(records)).expect("a rescue file")
}

#[test]
fn a_rescue_file_holds_every_document_as_it_was_last() {
    use Standing::{Deleted, Saved, SetAside};
    let isafjord = isafjord();
    let newer = heading(&isafjord, "Isafjord lukkes");
    let newest = heading(&isafjord, "Isafjord nedlægges");
    let deleted: Document = proposal("Horseager").into();
    let revived: Document = proposal("Jobcentret").into();
    let old: Document = plan_2023().into();
    let only_aside: Document = proposal("Hjemtagning af akut").into();
    let mut records = vec![
        in_storage(&newest, 7, Saved),
        in_database(&isafjord, 5, Saved),
        in_database(&newer, 6, Saved),
        in_database(&heading(&isafjord, "Sat til side"), 9, SetAside),
        in_database(&deleted, 1, Saved),
        in_database(&deleted, 2, Deleted),
        in_storage(&deleted, 1, Saved),
        in_database(&revived, 3, Deleted),
        in_storage(&heading(&revived, "Igen"), 4, Saved),
        plain(&old),
        in_database(&only_aside, 1, SetAside),
    ];
    // In whatever order they lie there.
    for _ in 0..records.len() {
        let found = rescued(&records);
        let mut expected = vec![newest.clone(), heading(&revived, "Igen"), old.clone()];
        expected.sort_by_key(Key::of);
        assert_eq!(found.documents, expected);
        assert_eq!(found.unreadable, []);
        records.rotate_left(1);
    }
}

#[test]
fn what_was_not_stored_yet_is_rescued() {
    let stored = isafjord();
    let (first, last) = (
        changed_heading("Isafjord lukkes"),
        changed_heading("Isafjord nedlægges"),
    );
    let deleted = Pending {
        number: 1,
        document: plan_2023().into(),
        is_deleted: true,
        seen: 1,
        base: Some(plan_2023().into()),
        on_its_way: None,
    };
    let new = Pending {
        document: proposal("Horseager").into(),
        base: None,
        seen: 0,
        ..first.clone()
    };
    let other_tab = Id::random();
    let record = |tab, pending: &Pending, seconds| {
        let key = Key::of(&pending.document);
        let at = moment(now().unix_timestamp() + seconds);
        (
            PendingKey { tab, key }.to_string(),
            pending.print(at).expect("a record"),
        )
    };
    let damaged = (format!("raaderum-venter/{other_tab}/hej"), "Hej".to_owned());
    // This one had been stored, and was typed over.
    let third_tab = Id::random();
    let key = Key::of(&stored);
    let old = record(third_tab, &changed_heading("Isafjord luk"), 20);
    let arrived = Arrived {
        number: 3,
        at: now(),
    };
    let arrived = (
        PendingKey {
            tab: third_tab,
            key,
        }
        .to_string(),
        arrived.to_string(),
    );
    let found = rescued(&[
        record(other_tab, &last, 9),
        in_database(&stored, 4, Standing::Saved),
        record(tab(), &first, 1),
        in_database(&plan_2023().into(), 1, Standing::Saved),
        record(tab(), &deleted, 1),
        record(tab(), &new, 1),
        old,
        arrived,
        damaged.clone(),
    ]);
    let mut expected = vec![last.document, new.document];
    expected.sort_by_key(Key::of);
    assert_eq!(found.documents, expected);
    assert_eq!(found.set_aside, [first.document]);
    assert_eq!(found.unreadable, [(damaged.0, whole(Reason::NotOurs))]);
}

#[test]
fn at_the_same_revision_the_database_counts() {
    let document = isafjord();
    let in_local_storage = in_storage(&heading(&document, "Hurtig"), 4, Standing::Saved);
    let database = in_database(&document, 4, Standing::Saved);
    for records in [
        [in_local_storage.clone(), database.clone()],
        [database.clone(), in_local_storage.clone()],
    ] {
        assert_eq!(rescued(&records).documents, std::slice::from_ref(&document));
    }
}

#[test]
fn what_cannot_be_rescued_is_told_about() {
    let document = isafjord();
    let (key, text) = in_database(&document, 4, Standing::Saved);
    let damaged = text.replacen("Isafjord", "Isafjorb", 1);
    let older = heading(&document, "Tidligere");
    let plain_key = Key::of(&document).to_string();
    let records = [
        (key.clone(), damaged.clone()),
        in_database(&older, 3, Standing::Saved),
        (plain_key.clone(), damaged.chars().take(100).collect()),
        (
            plain_key.clone(),
            in_storage(&document, 5, Standing::Saved)
                .1
                .replacen("00005 ", "0005 ", 1),
        ),
        ("raaderum/handleplan/nothing".to_owned(), "Hej".to_owned()),
        ("raaderum/forslag/".to_owned(), text.clone()),
        (Key::of(&plan_2023().into()).to_string(), text.clone()),
    ];
    let found = rescued(&records);
    // The last that can be read.
    assert_eq!(found.documents, [older]);
    let told: Vec<&str> = found
        .unreadable
        .iter()
        .map(|(key, _)| key.as_str())
        .collect();
    assert_eq!(
        told,
        [
            key.as_str(),
            &plain_key,
            &plain_key,
            "raaderum/handleplan/nothing",
            "raaderum/forslag/",
            &records[6].0,
        ]
    );
    assert_eq!(found.unreadable[0].1, whole(Reason::Damaged));
    for other in [3, 4, 5] {
        assert_eq!(found.unreadable[other].1, whole(Reason::NotOurs));
    }
}

/// A published page may lie beside the editor: what its readers chose and wrote is no document, and is not passed over in silence.
#[test]
fn what_readers_keep_is_counted() {
    let id = isafjord().id();
    let mut records: Vec<(String, String)> = ["pakke", "svar"]
        .map(|name| (format!("raaderum-laeser/{id}/{name}"), "{}".to_owned()))
        .into();
    records.push(("raaderum-fortegn".to_owned(), "minus".to_owned()));
    records.push(plain(&isafjord()));
    let found = rescued(&records);
    assert_eq!(found.of_readers, 2);
    assert_eq!(found.documents, [isafjord()]);
    assert_eq!(found.unreadable, []);
}

/// What lies in the browser need not be a text, and a text editor can put a mark before a file.
#[test]
fn a_record_that_is_no_text_is_told_about() {
    let file = json!({ "format": "raaderum-rescue", "records": [
        { "key": "raaderum/forslag/1", "text": { "not": "a text" } },
        { "key": "raaderum/forslag/2", "text": null },
        { "key": "raaderum/forslag/3" },
        { "text": "Hej" },
        "Hej",
        { "key": plain(&isafjord()).0, "text": plain(&isafjord()).1, "found": "storage" },
    ] });
    let found = read_rescue(&format!("\u{FEFF}{file}")).expect("a rescue file");
    assert_eq!(found.documents, [isafjord()]);
    let told: Vec<&str> = found
        .unreadable
        .iter()
        .map(|(key, _)| key.as_str())
        .collect();
    let keys = [1, 2, 3].map(|number| format!("raaderum/forslag/{number}"));
    assert_eq!(told, [&keys[0], &keys[1], &keys[2], "", ""]);
}

#[test]
fn another_file_is_no_rescue_file() {
    for text in [
        "",
        "Hej",
        "[]",
        "{}",
        r#"{"format": "raaderum", "records": []}"#,
        r#"{"format": "raaderum-rescue"}"#,
        r#"{"format": "raaderum-rescue", "records": {}}"#,
        &text_of(&isafjord()),
    ] {
        assert_eq!(read_rescue(text), None, "{text}");
    }
    let empty = rescued(&[]);
    assert!(empty.documents.is_empty() && empty.unreadable.is_empty());
}
