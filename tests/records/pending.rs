//! What is not stored yet, and waits for the next tab.

use raaderum::domain::{AmountRow, Document, Id, ProposalField};
use raaderum::file::Reason;
use raaderum::record::{Arrived, Found, Key, Pending, PendingKey, Standing};

use super::next::check_next;
use super::{heading, isafjord, moment, now, stamp_of, text_of, whole, with};
use crate::support::plan_2023;

pub fn tab() -> Id {
    Id::parse("7d2f6c1e-0b3a-4c5d-9e8f-1a2b3c4d5e6f").expect("an identity")
}

fn pending_key(document: &Document) -> String {
    let key = Key::of(document);
    PendingKey { tab: tab(), key }.to_string()
}

/// A change of the heading that was made from revision 4.
pub fn changed_heading(to: &str) -> Pending {
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
