//! Records: what is known of one without reading it, what is stored next, and what several tabs lose to each other:
//! nothing.

use crate::support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;
use raaderum::domain::{
    ActionPlan, AmountRow, Document, DocumentKind, Entry, HeadField, Id, PlanField, Proposal,
    ProposalField, RowText, Timestamp, Year, limits,
};
use raaderum::draft::Form;
use raaderum::file::{self, Reason, Refusal};
use raaderum::record::{
    Arrived, Found, HIGHEST_REVISION, Key, Mine, Newest, Next, Occupied, Pending, PendingKey,
    Rescued, Stamp, Standing, newest, next_deleted, next_saved, plain_stamp, read_rescue, split,
    stamped,
};
use serde_json::json;
use support::{head, plan, plan_2023, proposal, row};

const STANDINGS: [Standing; 3] = [Standing::Saved, Standing::Deleted, Standing::SetAside];

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(seconds).expect("a moment")
}

/// The 22nd of November 2026 at ten.
fn now() -> Timestamp {
    moment(1_795_341_600)
}

fn isafjord() -> Document {
    proposal("Isafjord").into()
}

fn with(document: &Document, texts: &[(ProposalField, &str)]) -> Document {
    let Document::Proposal(mut proposal) = document.clone() else {
        panic!("a plan");
    };
    for &(field, typed) in texts {
        proposal.enter(field, typed);
    }
    proposal.into()
}

fn heading(document: &Document, heading: &str) -> Document {
    with(document, &[(ProposalField::Heading, heading)])
}

fn text_of(document: &Document) -> String {
    file::write([document]).expect("JSON")
}

fn stamp_of(document: &Document, revision: u64, standing: Standing) -> Stamp {
    let text = text_of(document);
    Stamp::of(&text, Key::of(document), revision, now(), standing)
}

fn whole(reason: Reason) -> Refusal {
    Refusal::whole(reason)
}

// ---- keys ----

#[test]
fn a_key_names_the_form_and_the_document() {
    let proposal = Key::of(&isafjord());
    assert_eq!(
        proposal.to_string(),
        "raaderum/forslag/bee9c91f-37db-40a4-b6c8-ccff252274bc"
    );
    let plan = plan_2023();
    let key = Key::of(&Document::from(plan.clone()));
    assert_eq!(key.to_string(), format!("raaderum/handleplan/{}", plan.id));
    for key in [proposal, key] {
        assert_eq!(Key::parse(&key.to_string()), Some(key));
    }
}

#[test]
fn nothing_else_is_a_key() {
    let id = "bee9c91f-37db-40a4-b6c8-ccff252274bc";
    for (text, is_ours) in [
        (format!("raaderum/forslag/{}", id.to_uppercase()), true),
        (format!("raaderum/forslag/{id}/"), true),
        (format!("raaderum/forslag/{id} "), true),
        (format!("raaderum/forslag//{id}"), true),
        (format!("raaderum/proposal/{id}"), true),
        (format!("raaderum/{id}"), true),
        ("raaderum/".to_owned(), true),
        (format!("Raaderum/forslag/{id}"), false),
        (format!("/raaderum/forslag/{id}"), false),
        (id.to_owned(), false),
        ("raaderum-signs".to_owned(), false),
        (String::new(), false),
    ] {
        assert_eq!(Key::parse(&text), None, "{text}");
        assert_eq!(Key::is_ours(&text), is_ours, "{text}");
    }
}

// ---- stamps ----

#[test]
fn a_stamp_is_one_line() {
    let document = isafjord();
    let line = stamp_of(&document, 17, Standing::SetAside).to_string();
    let (known, checksum) = line.rsplit_once(' ').expect("words");
    assert_eq!(
        known,
        "raaderum/forslag/bee9c91f-37db-40a4-b6c8-ccff252274bc 000000000017 2026-11-22T10:00:00Z set-aside"
    );
    assert_eq!(checksum.len(), 16);

    // The checksum is 64-bit FNV-1a, which never changes: that of "a" is published.
    let a = Stamp::of("a", Key::of(&document), 1, now(), Standing::Saved);
    assert!(a.to_string().ends_with(" saved af63dc4c8601ec8c"));
}

#[test]
fn nothing_else_is_a_stamp() {
    let line = stamp_of(&isafjord(), 17, Standing::Saved).to_string();
    assert!(Stamp::parse(&line).is_some());
    let changed = |from: &str, to: &str| {
        assert!(line.contains(from), "{from}");
        line.replacen(from, to, 1)
    };
    let cut = line.rsplit_once(' ').expect("words").0;
    for other in [
        String::new(),
        format!("{line} "),
        format!(" {line}"),
        format!("{line}\n"),
        format!("{line}0"),
        format!("{line} saved"),
        line.strip_suffix(|_| true).expect("a character").to_owned(),
        cut.to_owned(),
        format!("{cut} 00000000000g0000"),
        format!("{cut} +000000000000000"),
        format!("{cut} 00E1F2A3B4C5D6E7"),
        changed(" saved", "  saved"),
        changed("saved", "Saved"),
        changed("saved", "stored"),
        changed("saved", "set aside"),
        changed("000000000017", "17"),
        changed("000000000017", "00000000017"),
        changed("000000000017", "0000000000017"),
        changed("000000000017", "+00000000017"),
        changed("000000000017", "-00000000017"),
        // It would be sorted before the others.
        changed("000000000017", "1000000000017"),
        changed("000000000017", "99999999999999999999"),
        changed("T10", " 10"),
        changed("00Z", "00"),
        changed("00Z", "00+00:00"),
        changed("11-22", "02-30"),
        changed("forslag", "Forslag"),
        changed("bee9c91f", "BEE9C91F"),
        "raaderum/forslag/bee9c91f-37db-40a4-b6c8-ccff252274bc".to_owned(),
    ] {
        assert_eq!(Stamp::parse(&other), None, "{other:?}");
    }
}

/// Every character of a record, changed, removed or doubled: it is never taken for what was stored.
#[test]
fn a_flipped_character_anywhere_is_noticed() {
    let document = isafjord();
    let text = text_of(&document);
    let stamp = stamp_of(&document, 3, Standing::Saved);
    assert_eq!(stamp.read(&text), Ok(document.clone()));
    let mut still_a_file = 0;
    for (place, character) in text.char_indices() {
        let (before, rest) = text.split_at(place);
        let after = rest.strip_prefix(character).expect("the character");
        let other = if character == '1' { '2' } else { '1' };
        for changed in [
            format!("{before}{other}{after}"),
            format!("{before}{after}"),
            format!("{before}{character}{character}{after}"),
        ] {
            // A doubled space, or a removed one of two, is the same file: only the checksum knows.
            let read = stamp.read(&changed);
            assert!(read.is_err(), "{place}: {character:?}");
            still_a_file += usize::from(read == Err(whole(Reason::Damaged)));
        }
    }
    assert!(
        still_a_file > 1_000,
        "{still_a_file} noticed by the checksum alone"
    );
}

#[test]
fn what_is_not_the_document_is_refused() {
    let document = isafjord();
    let stamp = stamp_of(&document, 3, Standing::Saved);
    let text = text_of(&document);
    let other = plan_2023().into();
    for (found, reason) in [
        (String::new(), None),
        (text.chars().take(text.len() / 2).collect(), None),
        (format!("{text}\n"), Some(Reason::Damaged)),
        (format!("\u{FEFF}{text}"), Some(Reason::Damaged)),
        (
            text_of(&heading(&document, "Isafjord lukkes")),
            Some(Reason::Damaged),
        ),
        (text_of(&other), Some(Reason::NotOurs)),
        (
            file::write([&document, &other]).expect("JSON"),
            Some(Reason::NotOurs),
        ),
        (file::write([]).expect("JSON"), Some(Reason::NotOurs)),
        (
            text_of(&document.clone().with_id(Id::random())),
            Some(Reason::NotOurs),
        ),
        (
            text.replacen("\"version\": 3", "\"version\": 4", 1),
            Some(Reason::TooNew(4)),
        ),
    ] {
        let refusal = stamp.read(&found).expect_err("another text");
        if let Some(reason) = reason {
            assert_eq!(refusal.reason, reason, "{found}");
        }
    }
}

#[test]
fn a_record_of_one_text_is_its_stamp_and_its_text() {
    let document = isafjord();
    let text = text_of(&document);
    let stamp = stamp_of(&document, 3, Standing::Saved);
    let record = format!("{stamp}\n{text}");
    let (found, rest) = split(&record);
    assert_eq!((found.as_ref(), rest), (Some(&stamp), text.as_str()));
    assert_eq!(stamp.read(rest), Ok(document.clone()));

    // Without a stamp that can be read, it is all text.
    for record in [
        text.clone(),
        String::new(),
        "\n".to_owned(),
        stamp.to_string(),
        format!("{stamp}\r\n{text}"),
        format!("\n{stamp}\n{text}"),
        format!("{stamp}{text}"),
        record.replacen("000000000003", "00000000000x", 1),
    ] {
        assert_eq!(split(&record), (None, record.as_str()));
    }
}

/// A document can be stored that is too large for a file: it can be read again.
#[test]
fn a_record_has_no_size() {
    let mut plan = OPENED.clone();
    let row = row(&plan, 1).clone();
    let long = "a".repeat(1_000_000);
    plan.focus_areas = (0..21)
        .map(|_| {
            let mut row = row.clone();
            (row.id, row.goal) = (Id::random(), long.clone());
            row
        })
        .collect();
    let document = plan.into();
    let text = text_of(&document);
    assert!(text.len() > limits::FILE_BYTES);
    let stamp = stamp_of(&document, 1, Standing::Saved);
    assert_eq!(stamp.read(&text), Ok(document));
}

#[test]
fn a_record_of_local_storage_is_whole_or_refused() {
    let document = isafjord();
    let (key, text) = (Key::of(&document), text_of(&document));
    let stamp = stamp_of(&document, 3, Standing::Saved);
    let record = stamp.record(&text);
    assert_eq!(stamped(key, &record), Ok((stamp.clone(), text.as_str())));
    let plain = plain_stamp(key, &text).map(|(stamp, _)| stamp);
    assert_eq!(
        stamped(key, &text),
        plain.map(|stamp| (stamp, text.as_str()))
    );

    let other = Key::of(&plan_2023().into());
    assert_eq!(stamped(other, &record), Err(whole(Reason::NotOurs)));
    let damaged = record.replacen("Isafjord", "Isafjorb", 1);
    assert_eq!(stamped(key, &damaged), Err(whole(Reason::Damaged)));
    let cut: String = record.chars().take(300).collect();
    let refused = stamped(key, &cut).expect_err("cut off");
    assert!(matches!(refused.reason, Reason::NotJson { .. }));
}

#[test]
fn a_record_of_an_earlier_version_knows_no_revision() {
    let document = isafjord();
    let (key, text) = (Key::of(&document), text_of(&document));
    let (stamp, read) = plain_stamp(key, &text).expect("a record");
    assert_eq!(read, document);
    assert_eq!((stamp.key, stamp.revision), (key, 0));
    assert_eq!(
        (stamp.at, stamp.standing),
        (document.changed_at(), Standing::Saved)
    );
    assert_eq!(stamp.read(&text), Ok(document.clone()));

    // The first version of the format, as the examples have it.
    let examples = include_str!("../src/example/examples.json");
    let mut file: serde_json::Value = serde_json::from_str(examples).expect("JSON");
    file["action_plans"] = json!([]);
    file["proposals"] = json!([file["proposals"][1]]);
    assert_eq!(
        plain_stamp(key, &file.to_string()).map(|(_, read)| read),
        Ok(document)
    );

    let other = Key::of(&plan_2023().into());
    assert_eq!(plain_stamp(other, &text), Err(whole(Reason::NotOurs)));
    assert!(plain_stamp(key, "{").is_err());
}

// ---- what is stored next ----

fn mine<'a>(document: &'a Document, base: Option<&'a Document>, seen: u64) -> Mine<'a> {
    Mine {
        document,
        base,
        seen,
    }
}

/// What is stored after a document of this revision and standing.
fn after(mine: Mine<'_>, stored: Option<(&Document, u64, Standing)>) -> Result<Next, Occupied> {
    let text = stored.map_or(String::new(), |(document, ..)| text_of(document));
    let found = stored.map(|(document, revision, standing)| Found {
        stamp: stamp_of(document, revision, standing),
        text: &text,
    });
    next_saved(mine, found, now())
}

/// What was stored reads as the document that it was stored for.
fn check_next(next: &Next, revision: u64, standing: Standing) {
    assert_eq!(next.stamp.revision, revision);
    assert_eq!((next.stamp.standing, next.stamp.at), (standing, now()));
    assert_eq!(next.stamp.read(&next.text), Ok(next.document.clone()));
}

#[test]
fn what_is_saved_is_mine_when_nobody_else_stored() {
    let base = isafjord();
    let ours = heading(&base, "Isafjord lukkes");
    let other = heading(&base, "Noget ældre");
    use Standing::{Deleted, Saved, SetAside};
    for (seen, stored, revision) in [
        // New here.
        (0, None, 1),
        // As this tab saw it last.
        (1, Some((&base, 1, Saved)), 2),
        (0, Some((&base, 0, Saved)), 1),
        (41, Some((&base, 41, Saved)), 42),
        // Older than what this tab saw, or gone altogether: the browser lost something.
        (5, Some((&other, 3, Saved)), 6),
        (5, None, 6),
        // Deleted meanwhile or before, or set aside: somebody works in it.
        (5, Some((&other, 8, Deleted)), 9),
        (5, Some((&other, 5, Deleted)), 6),
        (5, Some((&other, 8, SetAside)), 9),
    ] {
        let next = after(mine(&ours, Some(&base), seen), stored).expect("stored");
        check_next(&next, revision, Saved);
        assert_eq!(next.document, ours);
        assert_eq!(next.set_aside, None);
    }
}

#[test]
fn what_is_saved_has_what_another_tab_stored_in_it() {
    let base = isafjord();
    let ours = heading(&base, "Isafjord lukkes");
    let theirs = with(&base, &[(ProposalField::Department, "Center for Børn")]);
    let next = after(
        mine(&ours, Some(&base), 2),
        Some((&theirs, 5, Standing::Saved)),
    );
    let next = next.expect("stored");
    check_next(&next, 6, Standing::Saved);
    assert_eq!(
        next.document,
        with(&theirs, &[(ProposalField::Heading, "Isafjord lukkes")])
    );
    assert_eq!(next.set_aside, None);
}

#[test]
fn what_another_tab_wrote_in_the_same_field_is_set_aside() {
    let base = isafjord();
    let ours = heading(&base, "Isafjord lukkes");
    let theirs = with(
        &base,
        &[
            (ProposalField::Heading, "Isafjord nedlægges"),
            (ProposalField::Department, "Center for Børn"),
        ],
    );
    let stored = Some((&theirs, 3, Standing::Saved));
    let next = after(mine(&ours, Some(&base), 2), stored).expect("stored");
    check_next(&next, 4, Standing::Saved);
    assert_eq!(
        next.document,
        with(&ours, &[(ProposalField::Department, "Center for Børn")])
    );
    assert_eq!(next.set_aside, Some(theirs.clone()));

    // One that is new here was made from nothing, so that there is nothing to merge from. It has seen no record, not
    // even one from before there were revisions.
    for revision in [0, 1, 3] {
        let stored = Some((&theirs, revision, Standing::Saved));
        let next = after(mine(&ours, None, 0), stored).expect("stored");
        check_next(&next, revision + 1, Standing::Saved);
        assert_eq!(next.document, ours);
        assert_eq!(next.set_aside, Some(theirs.clone()), "{revision}");
        let next = after(mine(&theirs, None, 0), stored).expect("stored");
        assert_eq!(next.set_aside, None, "{revision}: it says the same");
    }
}

#[test]
fn what_cannot_be_read_is_not_written_over() {
    let base = isafjord();
    let ours = heading(&base, "Isafjord lukkes");
    let text = text_of(&base);
    let stamp = stamp_of(&base, 3, Standing::Saved);
    let damaged = text.replacen("Isafjord", "Isafjorb", 1);
    let found = || Found {
        stamp: stamp.clone(),
        text: &damaged,
    };
    let saved = |base, seen| next_saved(mine(&ours, base, seen), Some(found()), now());
    let occupied = Err(Occupied(whole(Reason::Damaged)));
    assert_eq!(saved(Some(&base), 2), occupied);
    assert_eq!(saved(None, 0), occupied);
    // This tab has seen it whole, and made its own from it.
    let next = saved(Some(&base), 3).expect("stored");
    check_next(&next, 4, Standing::Saved);
    assert_eq!(next.document, ours);
}

#[test]
fn nothing_follows_the_highest_revision_that_a_stamp_can_hold() {
    let (stored, ours) = (isafjord(), heading(&isafjord(), "Vores"));
    let stamp = |revision| stamp_of(&stored, revision, Standing::Saved);
    let text = text_of(&stored);
    let found = |revision| {
        Some(Found {
            stamp: stamp(revision),
            text: &text,
        })
    };
    let last = HIGHEST_REVISION;
    let mine = |seen| mine(&ours, Some(&stored), seen);
    let next = next_saved(mine(last - 1), found(last - 1), now()).expect("stored");
    check_next(&next, last, Standing::Saved);
    assert_eq!(Stamp::parse(&next.stamp.to_string()), Some(next.stamp));
    let full = Occupied(whole(Reason::NotOurs));
    assert_eq!(
        next_saved(mine(last), found(last), now()),
        Err(full.clone())
    );
    assert_eq!(
        next_saved(mine(last - 1), found(last), now()),
        Err(full.clone())
    );
    // Neither does what a note says that it has seen.
    assert_eq!(next_saved(mine(last), None, now()), Err(full.clone()));
    let deleted = next_deleted(mine(last), Some(&stamp(last)), now());
    assert_eq!(deleted, Err(full));
    assert_eq!(
        Stamp::parse(&stamp(last + 1).to_string()),
        None,
        "a stamp with more digits"
    );
}

#[test]
fn what_is_deleted_is_what_was_seen() {
    let base = isafjord();
    let ours = heading(&base, "Isafjord lukkes");
    use Standing::{Deleted, Saved, SetAside};
    for (seen, stored, revision) in [
        (0, None, Some(1)),
        (0, Some((0, Saved)), Some(1)),
        (5, None, Some(6)),
        (5, Some((5, Saved)), Some(6)),
        (5, Some((3, Saved)), Some(6)),
        (5, Some((8, Deleted)), Some(9)),
        (5, Some((8, SetAside)), Some(9)),
        // Another tab wrote in it meanwhile.
        (5, Some((6, Saved)), None),
        (0, Some((1, Saved)), None),
    ] {
        let stamp = stored.map(|(revision, standing)| stamp_of(&base, revision, standing));
        let next = next_deleted(mine(&ours, Some(&base), seen), stamp.as_ref(), now());
        let next = next.expect("written");
        assert_eq!(next.as_ref().map(|next| next.stamp.revision), revision);
        if let (Some(next), Some(revision)) = (next, revision) {
            check_next(&next, revision, Deleted);
            assert_eq!(next.document, ours, "it can be brought back as it was");
        }
    }
}

#[test]
fn at_start_the_higher_revision_counts() {
    let base = isafjord();
    let other = heading(&base, "Isafjord lukkes");
    let damage = whole(Reason::Damaged);
    use Standing::{Deleted, Saved};
    let stamp = |document, (revision, standing)| stamp_of(document, revision, standing);
    for (in_local_storage, in_database, expected) in [
        (Some((&base, (3, Saved))), (3, Saved), Newest::Same),
        (Some((&base, (3, Deleted))), (3, Deleted), Newest::Same),
        (Some((&base, (4, Saved))), (3, Saved), Newest::LocalStorage),
        (Some((&other, (4, Saved))), (3, Saved), Newest::LocalStorage),
        (
            Some((&other, (4, Deleted))),
            (3, Saved),
            Newest::LocalStorage,
        ),
        (
            Some((&other, (4, Saved))),
            (3, Deleted),
            Newest::LocalStorage,
        ),
        (Some((&base, (2, Saved))), (3, Saved), Newest::Database),
        (Some((&other, (3, Saved))), (3, Saved), Newest::Database),
        (Some((&base, (3, Saved))), (3, Deleted), Newest::Database),
        (Some((&base, (3, Deleted))), (3, Saved), Newest::Database),
        // Of an earlier version of the program.
        (Some((&base, (0, Saved))), (0, Saved), Newest::Same),
        (Some((&other, (0, Saved))), (1, Saved), Newest::Database),
        (None, (0, Saved), Newest::Database),
    ] {
        let in_local_storage = in_local_storage.map(|(document, known)| stamp(document, known));
        let in_local_storage = in_local_storage.as_ref().ok_or(&damage);
        assert_eq!(
            newest(in_local_storage, &stamp(&base, in_database)),
            expected,
            "{in_local_storage:?}"
        );
    }
    // When it was stored does not matter.
    let text = text_of(&base);
    let [early, late] = [1, 2].map(|at| Stamp::of(&text, Key::of(&base), 3, moment(at), Saved));
    assert_eq!(newest(Ok(&early), &late), Newest::Same);
}

// ---- what is not stored yet ----

fn tab() -> Id {
    Id::parse("7d2f6c1e-0b3a-4c5d-9e8f-1a2b3c4d5e6f").expect("an identity")
}

fn pending_key(document: &Document) -> String {
    let key = Key::of(document);
    PendingKey { tab: tab(), key }.to_string()
}

/// A change of the heading that was made from revision 4.
fn changed_heading(to: &str) -> Pending {
    Pending {
        number: 3,
        document: heading(&isafjord(), to),
        is_deleted: false,
        seen: 4,
        base: Some(isafjord()),
        on_its_way: None,
    }
}

fn printed(pending: &Pending) -> String {
    pending.print(now()).expect("a record")
}

#[test]
fn a_pending_key_names_the_tab_and_the_document() {
    let document = isafjord();
    let text = pending_key(&document);
    assert_eq!(
        text,
        format!("raaderum-venter/{}/{}", tab(), Key::of(&document))
    );
    let key = PendingKey::parse(&text).expect("a key");
    assert_eq!((key.tab, key.key), (tab(), Key::of(&document)));
    assert!(PendingKey::is_ours(&text) && !Key::is_ours(&text));

    let key = Key::of(&document).to_string();
    assert!(!PendingKey::is_ours(&key));
    for other in [
        key.clone(),
        format!("raaderum-venter/{key}"),
        format!("raaderum-venter/tab/{key}"),
        format!("{text} "),
    ] {
        assert_eq!(PendingKey::parse(&other), None, "{other}");
    }
}

#[test]
fn a_pending_change_reads_back() {
    let change = changed_heading("Isafjord lukkes");
    let new = Pending {
        base: None,
        seen: 0,
        ..change.clone()
    };
    let deleted = Pending {
        is_deleted: true,
        ..change.clone()
    };
    let on_its_way = Some((2, heading(&isafjord(), "Isafjord luk")));
    let longer = Pending {
        on_its_way: on_its_way.clone(),
        ..change.clone()
    };
    let newer = Pending {
        on_its_way,
        ..new.clone()
    };
    for pending in [change, new, deleted, longer, newer] {
        let key = Key::of(&pending.document);
        assert_eq!(Pending::read(key, &printed(&pending)), Ok((pending, now())));
    }
}

/// A text that looks like the beginning of a record does not end one.
#[test]
fn a_text_cannot_end_a_pending_change() {
    let stamp = stamp_of(&isafjord(), 5, Standing::Saved);
    let pending = changed_heading(&format!("Hej\n{stamp}\nraaderum/forslag/"));
    let key = Key::of(&pending.document);
    assert_eq!(Pending::read(key, &printed(&pending)), Ok((pending, now())));
}

#[test]
fn a_damaged_pending_change_is_refused() {
    let on_its_way = Some((2, heading(&isafjord(), "Isafjord luk")));
    let pending = Pending {
        on_its_way,
        ..changed_heading("Isafjord lukkes")
    };
    let (key, record) = (Key::of(&pending.document), printed(&pending));
    for (place, _) in record.char_indices().step_by(97) {
        let cut = record.get(..place).expect("a text");
        // Cut between two of its texts, it is a change that knows less.
        let is_whole = cut.is_empty()
            || record
                .get(place..)
                .is_some_and(|rest| rest.starts_with("\nraaderum/"));
        assert_eq!(
            Pending::read(key, cut).is_ok(),
            is_whole && !cut.is_empty(),
            "{place}"
        );
        let flipped = format!("{cut}#{}", record.get(place + 1..).unwrap_or_default());
        assert!(Pending::read(key, &flipped).is_err(), "{place}");
    }
    let other = Key::of(&plan_2023().into());
    assert_eq!(Pending::read(other, &record), Err(whole(Reason::NotOurs)));
}

#[test]
fn a_pending_change_is_merged_into_what_is_stored_by_now() {
    let pending = changed_heading("Isafjord lukkes");
    let gain = ProposalField::Amount(AmountRow::EstimatedGain, 0);
    let stored_as = |document: &Document, revision, standing| {
        let text = text_of(document);
        let found = Found {
            stamp: stamp_of(document, revision, standing),
            text: &text,
        };
        let next = pending
            .next(Some(found), 0, now(), now())
            .expect("it can be read");
        next.expect("it is stored")
    };
    // Nobody stored more.
    let next = stored_as(&isafjord(), 4, Standing::Saved);
    check_next(&next, 5, Standing::Saved);
    assert_eq!(
        (next.document, next.set_aside),
        (pending.document.clone(), None)
    );
    // Another tab stored an amount.
    let next = stored_as(&with(&isafjord(), &[(gain, "-1.700")]), 5, Standing::Saved);
    assert_eq!(next.document, with(&pending.document, &[(gain, "-1.700")]));
    assert_eq!(next.set_aside, None);
    // Another tab stored another heading.
    let theirs = heading(&isafjord(), "Isafjord nedlægges");
    let next = stored_as(&theirs, 6, Standing::Saved);
    assert_eq!(
        (next.document, next.set_aside),
        (pending.document.clone(), Some(theirs))
    );
    // It was stored already, and only that was not noted.
    let next = stored_as(&pending.document, 5, Standing::Saved);
    assert_eq!((&next.document, next.set_aside), (&pending.document, None));
}

#[test]
fn what_was_on_its_way_is_no_other_text() {
    let on_its_way = heading(&isafjord(), "Isafjord luk");
    let gain = ProposalField::Amount(AmountRow::EstimatedGain, 0);
    let also_elsewhere = with(&on_its_way, &[(gain, "-1.700")]);
    let pending = Pending {
        on_its_way: Some((2, on_its_way.clone())),
        ..changed_heading("Isafjord lukkes")
    };
    let all = with(&pending.document, &[(gain, "-1.700")]);
    for (stored, revision, arrived, expected) in [
        (isafjord(), 4, 0, &pending.document),
        (on_its_way, 5, 2, &pending.document),
        // Another tab has stored more since.
        (also_elsewhere, 9, 2, &all),
    ] {
        let text = text_of(&stored);
        let found = Found {
            stamp: stamp_of(&stored, revision, Standing::Saved),
            text: &text,
        };
        let next = pending.next(Some(found), arrived, now(), now());
        let next = next.expect("it can be read").expect("it is stored");
        check_next(&next, revision + 1, Standing::Saved);
        assert_eq!((&next.document, next.set_aside), (expected, None));
    }
}

/// Of what both wrote in the same place, the text that was written last stands.
#[test]
fn a_note_does_not_stand_over_what_was_written_after_it() {
    let pending = changed_heading("Isafjord lukkes");
    let gain = ProposalField::Amount(AmountRow::EstimatedGain, 0);
    let pending = Pending {
        document: with(&pending.document, &[(gain, "-1.700")]),
        ..pending
    };
    let theirs = heading(&isafjord(), "Isafjord nedlægges");
    let text = text_of(&theirs);
    let found = Found {
        stamp: stamp_of(&theirs, 5, Standing::Saved),
        text: &text,
    };
    for (seconds, stands, other) in [
        (-1, &theirs, &pending.document),
        (0, &pending.document, &theirs),
        (1, &pending.document, &theirs),
    ] {
        let noted_at = moment(now().unix_timestamp() + seconds);
        let next = pending.next(Some(found.clone()), 0, noted_at, now());
        let next = next.expect("it can be read").expect("it is stored");
        assert_eq!(next.document, with(stands, &[(gain, "-1.700")]));
        assert_eq!(next.set_aside.as_ref(), Some(other));
    }
}

/// A deletion while the last change was on its way is of what arrived.
#[test]
fn what_is_deleted_is_what_arrived() {
    let on_its_way = heading(&isafjord(), "Isafjord luk");
    let pending = Pending {
        is_deleted: true,
        on_its_way: Some((2, on_its_way.clone())),
        document: on_its_way.clone(),
        ..changed_heading("")
    };
    let next_of = |stored: &Document, arrived| {
        let text = text_of(stored);
        let found = Found {
            stamp: stamp_of(stored, 5, Standing::Saved),
            text: &text,
        };
        let next = pending.next(Some(found), arrived, now(), now());
        next.expect("it can be read")
    };
    let next = next_of(&on_its_way, 2).expect("it is deleted");
    check_next(&next, 6, Standing::Deleted);
    // Another tab has changed it since, or something else arrived.
    assert_eq!(next_of(&heading(&isafjord(), "Fra en anden"), 2), None);
    assert_eq!(next_of(&on_its_way, 0), None);
}

/// What the browser wrote last before the computer stopped may have been stored long ago.
#[test]
fn what_has_arrived_is_not_stored_again() {
    let pending = changed_heading("Isafjord lukkes");
    let newer = heading(&isafjord(), "Isafjord nedlægges");
    let text = text_of(&newer);
    for arrived in [3, 4, 17] {
        let found = Found {
            stamp: stamp_of(&newer, 6, Standing::Saved),
            text: &text,
        };
        assert_eq!(pending.next(Some(found), arrived, now(), now()), Ok(None));
    }
}

#[test]
fn how_far_a_tab_has_come_is_one_line() {
    let arrived = Arrived {
        number: 17,
        at: now(),
    };
    assert_eq!(arrived.to_string(), "17 2026-11-22T10:00:00Z");
    assert_eq!(Arrived::parse(&arrived.to_string()), Some(arrived));
    for other in [
        "",
        "17",
        "0 2026-11-22T10:00:00Z",
        "017 2026-11-22T10:00:00Z",
        "17 i dag",
        "-1 2026-11-22T10:00:00Z",
    ] {
        assert_eq!(Arrived::parse(other), None, "{other}");
    }
}

#[test]
fn a_pending_deletion_is_of_what_was_seen() {
    let pending = Pending {
        is_deleted: true,
        ..changed_heading("Isafjord")
    };
    let text = text_of(&isafjord());
    let found = |revision| Found {
        stamp: stamp_of(&isafjord(), revision, Standing::Saved),
        text: &text,
    };
    let next = pending
        .next(Some(found(4)), 0, now(), now())
        .expect("written")
        .expect("deleted");
    check_next(&next, 5, Standing::Deleted);
    assert_eq!(pending.next(Some(found(5)), 0, now(), now()), Ok(None));
}

// ---- rescue files ----

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

// ---- any stamp ----

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2023),
        ..ProptestConfig::default()
    }
}

fn id() -> impl Strategy<Value = Id> {
    any::<(u32, u16, u16, u16, u64)>().prop_map(|(a, b, c, d, e)| {
        let e = e >> 16;
        Id::parse(&format!("{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}")).expect("an identity")
    })
}

fn key() -> impl Strategy<Value = Key> {
    let kinds = DocumentKind::ALL.to_vec();
    (select(kinds), id()).prop_map(|(kind, id)| Key { kind, id })
}

fn revision() -> impl Strategy<Value = u64> {
    const MOST: u64 = 999_999_999_999;
    prop_oneof![0..20_u64, 0..=MOST, MOST - 1..=MOST]
}

fn stamp() -> impl Strategy<Value = Stamp> {
    let moments = (0_i64..=253_402_300_799).prop_map(moment);
    (
        any::<String>(),
        key(),
        revision(),
        moments,
        select(&STANDINGS[..]),
    )
        .prop_map(|(text, key, revision, at, standing)| {
            Stamp::of(&text, key, revision, at, standing)
        })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_stamp_prints_and_reads_back(stamp in stamp()) {
        let line = stamp.to_string();
        prop_assert!(!line.contains('\n'));
        prop_assert!(Key::is_ours(&line));
        prop_assert_eq!(Stamp::parse(&line), Some(stamp.clone()));
        let record = format!("{line}\n\n{line}\nHej");
        let (found, text) = split(&record);
        prop_assert_eq!(found, Some(stamp));
        prop_assert_eq!(text, format!("\n{line}\nHej"));
    }

    /// A stamp that was damaged is none, or it is printed as it was read.
    #[test]
    fn a_stamp_has_one_spelling(stamp in stamp(), place in any::<Index>(), byte in b' '..=b'~') {
        let mut line = stamp.to_string().into_bytes();
        *place.get_mut(&mut line) = byte;
        let line = String::from_utf8(line).expect("ASCII");
        if let Some(other) = Stamp::parse(&line) {
            prop_assert_eq!(other.to_string(), line);
        }
    }

    #[test]
    fn stamps_of_a_document_sort_by_revision(key in key(), one in stamp(), other in stamp()) {
        let [one, other] = [one, other].map(|mut stamp| {
            stamp.key = key;
            stamp
        });
        prop_assume!(one.revision != other.revision);
        prop_assert_eq!(one.to_string() < other.to_string(), one.revision < other.revision);
    }

    #[test]
    fn any_text_is_split_or_left_whole(text in any::<String>()) {
        prop_assert_eq!(split(&text), (None, text.as_str()));
        prop_assert_eq!(Stamp::parse(&text), None);
        prop_assert_eq!(Key::parse(&text), None);
        prop_assert_eq!(read_rescue(&text), None);
    }
}

// ---- several tabs ----

/// A tab with a document open.
struct Tab {
    /// Gone where another tab deleted it.
    document: Option<Document>,
    base: Document,
    seen: u64,
    /// Each tab has its own.
    number: usize,
    /// What is being stored, and how many of the typed texts are in it.
    on_its_way: Option<(Pending, usize)>,
    /// How many changes there were.
    changes: u64,
    /// What it has noted so far, with what was typed in it.
    noted: Vec<(String, Vec<(String, String)>)>,
    /// What other tabs told, and this one has not heard yet.
    messages: Vec<(Stamp, String)>,
    /// What was typed here and is not stored yet, with what it was typed over.
    typed: Vec<(String, String)>,
}

/// The browser: what is stored, and what was ever typed.
struct Browser {
    stored: (Stamp, String),
    tabs: Vec<Option<Tab>>,
    /// What tabs that are gone have left, as it is noted. It is never forgotten here: the computer can stop before the
    /// browser has written that it is.
    left: Vec<(usize, String)>,
    /// How far each tab has come.
    arrived: BTreeMap<usize, u64>,
    /// How many tabs were ever open.
    opened: usize,
    set_aside: Vec<Document>,
    /// What was typed.
    typed: Vec<String>,
    /// What somebody who had seen it typed over, or deleted.
    given_up: BTreeSet<String>,
    counter: usize,
}

#[derive(Debug, Clone)]
enum Step {
    Type(usize, usize),
    /// Begins to store.
    Send(usize),
    /// Notes what was typed since.
    Note(usize),
    /// What was sent is stored.
    Arrive(usize),
    Hear(usize, Index),
    Lose(usize, Index),
    Delete(usize),
    /// Is closed; what was sent arrives afterwards, or never.
    Close(usize, bool),
    /// Is closed while it deletes.
    CloseDeleting(usize),
    /// Ends without a word, and something that it noted is there; what was sent arrives afterwards, or never.
    End(usize, Index, bool),
    /// Opens, and takes over what tabs that are gone have left.
    Open(usize),
}

fn steps() -> BoxedStrategy<Vec<Step>> {
    let tab = || 0..4_usize;
    let step = prop_oneof![
        8 => (tab(), 0..5_usize).prop_map(|(tab, field)| Step::Type(tab, field)),
        6 => tab().prop_map(Step::Send),
        6 => tab().prop_map(Step::Arrive),
        3 => tab().prop_map(Step::Note),
        6 => (tab(), any::<Index>()).prop_map(|(tab, which)| Step::Hear(tab, which)),
        2 => (tab(), any::<Index>()).prop_map(|(tab, which)| Step::Lose(tab, which)),
        1 => tab().prop_map(Step::Delete),
        2 => (tab(), any::<bool>()).prop_map(|(tab, arrives)| Step::Close(tab, arrives)),
        1 => tab().prop_map(Step::CloseDeleting),
        1 => (tab(), any::<Index>(), any::<bool>()).prop_map(|(tab, which, arrives)| Step::End(tab, which, arrives)),
        3 => tab().prop_map(Step::Open),
    ];
    prop::collection::vec(step, 0..60).boxed()
}

/// The document that the tabs have open.
static OPENED: LazyLock<ActionPlan> = LazyLock::new(|| plan("Afdeling Børn og Familie", 2022));

/// The fields that are typed in: of the head, and of the three rows.
fn fields() -> [PlanField; 5] {
    let row = |number| row(&OPENED, number).id;
    [
        head(HeadField::Cause),
        head(HeadField::CaseNumber),
        PlanField::Text(row(1), RowText::Goal),
        PlanField::Text(row(1), RowText::Action),
        PlanField::Text(row(3), RowText::Goal),
    ]
}

fn texts(document: &Document) -> Vec<String> {
    let Document::ActionPlan(plan) = document else {
        panic!("a proposal");
    };
    fields().map(|field| plan.shown(field)).to_vec()
}

impl Tab {
    fn open(number: usize, stored: &(Stamp, String)) -> Self {
        let base = stored.0.read(&stored.1).expect("a document");
        Self {
            document: (stored.0.standing == Standing::Saved).then(|| base.clone()),
            base,
            seen: stored.0.revision,
            number,
            on_its_way: None,
            changes: 0,
            noted: Vec::new(),
            messages: Vec::new(),
            typed: Vec::new(),
        }
    }

    /// What is not stored.
    fn pending(&self, is_deleted: bool) -> Option<Pending> {
        let document = self.document.clone()?;
        let on_its_way = self.on_its_way.as_ref();
        (is_deleted || self.is_changed()).then(|| Pending {
            number: self.changes + u64::from(is_deleted),
            document,
            is_deleted,
            seen: self.seen,
            base: Some(self.base.clone()),
            on_its_way: on_its_way.map(|(sent, _)| (sent.number, sent.document.clone())),
        })
    }

    /// Notes what is not stored.
    fn write_down(&mut self) {
        if let Some(pending) = self.pending(false) {
            let record = pending.print(now()).expect("a record");
            self.noted.push((record, self.typed.clone()));
        }
    }

    fn is_changed(&self) -> bool {
        let document = self.document.as_ref();
        document.is_some_and(|document| !document.says_the_same_as(&self.base))
    }

    /// Follows what another tab stored. What both changed is set aside.
    fn hear(&mut self, stamp: &Stamp, text: &str) -> Option<Document> {
        if stamp.revision <= self.seen {
            return None;
        }
        let theirs = stamp.read(text).expect("a document");
        let is_changed = self.is_changed();
        self.seen = stamp.revision;
        if stamp.standing == Standing::Deleted {
            // What was changed here is stored again as soon as this tab stores.
            self.document = self.document.take().filter(|_| is_changed);
            return None;
        }
        let mut set_aside = None;
        self.document = Some(match &self.document {
            Some(mine) if is_changed => {
                let merged = file::merge(&self.base, mine, &theirs);
                set_aside = (!merged.conflicts.is_empty()).then(|| theirs.clone());
                merged.document
            }
            _ => theirs.clone(),
        });
        self.base = theirs;
        set_aside
    }
}

impl Browser {
    fn new(tabs: usize, revision: u64) -> Self {
        let document = OPENED.clone().into();
        let stored = (
            stamp_of(&document, revision, Standing::Saved),
            text_of(&document),
        );
        let tab = |number| Some(Tab::open(number, &stored));
        Self {
            tabs: (0..tabs).map(tab).collect(),
            stored,
            left: Vec::new(),
            arrived: BTreeMap::new(),
            opened: tabs,
            set_aside: Vec::new(),
            typed: Vec::new(),
            given_up: BTreeSet::new(),
            counter: 0,
        }
    }

    fn tab(&mut self, number: usize) -> Option<&mut Tab> {
        let count = self.tabs.len();
        self.tabs[number % count].as_mut()
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Type(tab, field) => {
                self.counter += 1;
                let typed = format!("Tekst {}", self.counter);
                let Some(tab) = self.tab(*tab) else { return };
                if let Some(Document::ActionPlan(plan)) = &mut tab.document {
                    let over = plan.shown(fields()[*field]);
                    plan.enter(fields()[*field], &typed);
                    tab.changes += 1;
                    tab.typed.push((typed, over));
                }
            }
            Step::Send(tab) => self.send(*tab),
            Step::Arrive(tab) => self.arrive(*tab),
            Step::Note(tab) => {
                if let Some(tab) = self.tab(*tab) {
                    tab.write_down();
                }
            }
            Step::Hear(tab, which) => {
                let Some(tab) = self.tab(*tab) else { return };
                // What is heard while something is stored waits.
                if !tab.messages.is_empty() && tab.on_its_way.is_none() {
                    let message = tab.messages.remove(which.index(tab.messages.len()));
                    let set_aside = tab.hear(&message.0, &message.1);
                    self.set_aside.extend(set_aside);
                }
            }
            Step::Lose(tab, which) => {
                let Some(tab) = self.tab(*tab) else { return };
                if !tab.messages.is_empty() {
                    _ = tab.messages.remove(which.index(tab.messages.len()));
                }
            }
            Step::Delete(tab) => self.delete(*tab),
            Step::Close(tab, arrives) => self.close(*tab, *arrives, false),
            Step::CloseDeleting(tab) => self.close(*tab, true, true),
            Step::End(tab, which, arrives) => self.end(*tab, *which, *arrives),
            Step::Open(tab) => {
                let count = self.tabs.len();
                if self.tabs[*tab % count].is_none() {
                    self.take_over();
                    self.tabs[*tab % count] = Some(Tab::open(self.opened, &self.stored));
                    self.opened += 1;
                }
            }
        }
    }

    fn send(&mut self, number: usize) {
        let Some(tab) = self.tab(number) else { return };
        if tab.on_its_way.is_none()
            && let Some(pending) = tab.pending(false)
        {
            tab.write_down();
            tab.on_its_way = Some((
                Pending {
                    on_its_way: None,
                    ..pending
                },
                tab.typed.len(),
            ));
        }
    }

    /// What is stored next, noting how far the tab has come.
    fn next(&mut self, tab: usize, pending: &Pending) -> Option<Next> {
        let arrived = self.arrived.get(&tab).copied().unwrap_or_default();
        let found = Found {
            stamp: self.stored.0.clone(),
            text: &self.stored.1,
        };
        let next = pending
            .next(Some(found), arrived, now(), now())
            .expect("what is stored can be read");
        self.arrived.insert(tab, arrived.max(pending.number));
        if let Some(next) = &next {
            assert_eq!(next.stamp.revision, self.stored.0.revision + 1);
        }
        next
    }

    fn arrive(&mut self, number: usize) {
        let Some(tab) = self.tab(number) else { return };
        let Some((sent, count)) = tab.on_its_way.take() else {
            return;
        };
        let id = tab.number;
        let next = self.next(id, &sent).expect("nothing was deleted");
        let tab = self.tab(number).expect("the tab");
        let mut set_aside = next.set_aside.clone();
        if let Some(document) = &mut tab.document {
            let merged = file::merge(&sent.document, document, &next.document);
            *document = merged.document;
            if !merged.conflicts.is_empty() {
                set_aside = Some(next.document.clone());
            }
        }
        tab.base = next.document.clone();
        tab.seen = next.stamp.revision;
        let typed: Vec<_> = tab.typed.drain(..count).collect();
        self.note(typed);
        self.set_aside.extend(next.set_aside.clone());
        self.set_aside.extend(set_aside);
        self.put(number, next);
    }

    fn note(&mut self, typed: Vec<(String, String)>) {
        for (typed, over) in typed {
            self.typed.push(typed);
            self.given_up.insert(over);
        }
    }

    /// A tab is closed. It notes what it has not stored.
    fn close(&mut self, number: usize, arrives: bool, is_deleted: bool) {
        let count = self.tabs.len();
        let Some(tab) = self.tabs[number % count].take() else {
            return;
        };
        if let Some(pending) = tab.pending(is_deleted) {
            let record = pending.print(now()).expect("a record");
            self.left.push((tab.number, record));
            if is_deleted {
                self.given_up.extend(texts(&pending.document));
            }
        }
        self.note(tab.typed);
        if let Some((sent, _)) = tab.on_its_way
            && arrives
        {
            self.arrive_alone(tab.number, &sent);
        }
    }

    /// A tab ends without a word. Any earlier note of it may be there.
    fn end(&mut self, number: usize, which: Index, arrives: bool) {
        let count = self.tabs.len();
        let Some(tab) = self.tabs[number % count].take() else {
            return;
        };
        if let Some((sent, count)) = tab.on_its_way
            && arrives
        {
            let typed = tab.typed.into_iter().take(count).collect();
            self.note(typed);
            self.arrive_alone(tab.number, &sent);
        }
        if !tab.noted.is_empty() {
            let (record, typed) = tab.noted[which.index(tab.noted.len())].clone();
            self.note(typed);
            self.left.push((tab.number, record));
        }
    }

    /// What a tab sent that is gone: there is nobody to tell the others.
    fn arrive_alone(&mut self, tab: usize, sent: &Pending) {
        if let Some(next) = self.next(tab, sent) {
            self.stored = (next.stamp, next.text);
            self.set_aside.extend(next.set_aside);
        }
    }

    /// What tabs that are gone have left is stored.
    fn take_over(&mut self) {
        for (tab, record) in self.left.clone() {
            let key = self.stored.0.key;
            let (pending, _) = Pending::read(key, &record).expect("a record");
            if let Some(next) = self.next(tab, &pending) {
                self.set_aside.extend(next.set_aside.clone());
                self.put(usize::MAX, next);
            }
        }
    }

    fn delete(&mut self, number: usize) {
        let stored = self.stored.clone();
        let Some(tab) = self.tab(number) else { return };
        let Some(document) = &tab.document else {
            return;
        };
        if tab.on_its_way.is_some() {
            return;
        }
        let next = next_deleted(
            mine(document, Some(&tab.base), tab.seen),
            Some(&stored.0),
            now(),
        );
        match next.expect("it can be written") {
            Some(next) => {
                tab.document = None;
                tab.seen = next.stamp.revision;
                let typed: Vec<_> = tab.typed.drain(..).collect();
                self.note(typed);
                self.given_up.extend(texts(&next.document));
                self.put(number, next);
            }
            // It is shown what another tab wrote.
            None => {
                let set_aside = tab.hear(&stored.0, &stored.1);
                self.set_aside.extend(set_aside);
            }
        }
    }

    /// Stores a record and tells the others.
    fn put(&mut self, number: usize, next: Next) {
        let count = self.tabs.len();
        for (other, tab) in self.tabs.iter_mut().enumerate() {
            if let Some(tab) = tab
                && (number == usize::MAX || other != number % count)
            {
                tab.messages.push((next.stamp.clone(), next.text.clone()));
            }
        }
        self.stored = (next.stamp, next.text);
    }

    /// Every tab that lives stores, and follows.
    fn settle(&mut self) {
        for number in 0..self.tabs.len() {
            self.arrive(number);
            self.send(number);
            self.arrive(number);
        }
        self.take_over();
        let (stamp, text) = self.stored.clone();
        for tab in self.tabs.iter_mut().flatten() {
            assert!(!tab.is_changed());
            assert!(tab.typed.is_empty());
            self.set_aside.extend(tab.hear(&stamp, &text));
        }
    }
}

proptest! {
    #![proptest_config(config())]

    /// Whatever is typed in whichever tab, and however late, out of order or never the others hear of it: it is in the
    /// document, or somebody who saw it wrote over it, or it is in a document that was set aside.
    #[test]
    fn tabs_lose_nothing_to_each_other(tabs in 2..=4_usize, revision in select(vec![0_u64, 1, 17]), steps in steps()) {
        let mut browser = Browser::new(tabs, revision);
        for step in &steps {
            browser.take(step);
        }
        browser.settle();

        let (stamp, text) = &browser.stored;
        let last = stamp.read(text).expect("a document");
        for tab in browser.tabs.iter().flatten() {
            match (&tab.document, stamp.standing) {
                (Some(document), Standing::Saved) => prop_assert!(document.says_the_same_as(&last)),
                (None, Standing::Deleted) => {}
                other => prop_assert!(false, "{:?}", other),
            }
            prop_assert_eq!(tab.seen, stamp.revision);
        }
        let mut found = browser.given_up.clone();
        found.extend(texts(&last));
        found.extend(browser.set_aside.iter().flat_map(texts));
        for typed in &browser.typed {
            prop_assert!(found.contains(typed), "{} is lost", typed);
        }
    }

    /// Whoever has only one tab at a time is never told of a copy, however often it is closed while it stores.
    #[test]
    fn one_tab_sets_nothing_aside(steps in steps()) {
        let mut browser = Browser::new(1, 1);
        for step in &steps {
            browser.take(step);
        }
        browser.settle();
        let (_, text) = &browser.stored;
        for document in &browser.set_aside {
            prop_assert_eq!(&text_of(document), text);
        }
    }

    /// As long as everybody types in a field of their own, and nobody deletes, nothing is ever set aside.
    #[test]
    fn tabs_with_a_field_each_set_nothing_aside(steps in steps()) {
        let mut browser = Browser::new(4, 1);
        let mut last_typed = BTreeMap::new();
        for step in &steps {
            match *step {
                Step::Type(tab, _) => {
                    browser.take(&Step::Type(tab, tab));
                    last_typed.insert(tab, format!("Tekst {}", browser.counter));
                }
                Step::Delete(_) | Step::CloseDeleting(_) | Step::Close(..) | Step::End(..) => {}
                _ => browser.take(step),
            }
        }
        browser.settle();
        prop_assert_eq!(&browser.set_aside, &[]);
        let (stamp, text) = &browser.stored;
        let shown = texts(&stamp.read(text).expect("a document"));
        for (tab, typed) in last_typed {
            prop_assert_eq!(&shown[tab], &typed);
        }
    }
}

/// One story of two tabs, told in full.
#[test]
fn two_tabs_type_in_the_same_field_and_in_others() {
    let mut first = proposal("Isafjord");
    first.first_year = Entry::Value(Year::new(2024).expect("a year"));
    let base: Document = first.into();
    let gain = ProposalField::Amount(AmountRow::EstimatedGain, 0);
    // Both opened revision 4. The first stores revision 5.
    let ours = with(&base, &[(gain, "-1.700")]);
    let stored = Some((&base, 4, Standing::Saved));
    let fifth = after(mine(&ours, Some(&base), 4), stored).expect("stored");
    check_next(&fifth, 5, Standing::Saved);
    // The second has not heard of it, and stores revision 6 with both in it.
    let theirs = heading(&base, "Isafjord lukkes");
    let stored = Some((&fifth.document, 5, Standing::Saved));
    let sixth = after(mine(&theirs, Some(&base), 4), stored).expect("stored");
    check_next(&sixth, 6, Standing::Saved);
    assert_eq!(sixth.set_aside, None);
    assert_eq!(sixth.document, heading(&ours, "Isafjord lukkes"));
    // The first types in the heading too, without having heard.
    let again = heading(&fifth.document, "Isafjord nedlægges");
    let stored = Some((&sixth.document, 6, Standing::Saved));
    let seventh = after(mine(&again, Some(&fifth.document), 5), stored).expect("stored");
    check_next(&seventh, 7, Standing::Saved);
    assert_eq!(seventh.document, again);
    assert_eq!(seventh.set_aside, Some(sixth.document));
    // The second cannot delete what it has not seen.
    let seen = Document::from(Proposal::blank(base.id(), now(), Entry::Blank));
    let refused = next_deleted(mine(&seen, Some(&seen), 6), Some(&seventh.stamp), now());
    assert_eq!(refused, Ok(None));
}
