//! Keys and stamps, and a record being whole or refused.

use raaderum::domain::{Document, Id, limits};
use raaderum::file::{self, Reason};
use raaderum::record::{Key, Stamp, Standing, plain_stamp, split, stamped};
use serde_json::json;

use super::tabs::OPENED;
use super::{heading, isafjord, now, stamp_of, text_of, whole};
use crate::support::{plan_2023, row};

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
    let examples = include_str!("../../src/example/examples.json");
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
