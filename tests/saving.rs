//! How far a tab is in storing a document: what is typed while a change is stored, what other tabs store meanwhile, and what a
//! failure leaves. And who may use the database, and when.

use raaderum::domain::{Document, ProposalField, Timestamp};
use raaderum::draft::Form;
use raaderum::record::{
    Change, DatabaseState, Key, Pending, PendingKey, Saving, Sent, Stamp, Standing, StorageProblem,
    StoredRecord, Turn, replacement,
};

use crate::support::proposal;

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(1_795_341_600 + seconds).expect("a moment")
}

fn document(heading: &str) -> Document {
    let mut proposal = proposal("Isafjord");
    proposal.enter(ProposalField::Heading, heading);
    proposal.into()
}

fn changed() -> Saving {
    let mut saving = Saving::default();
    saving.changed(Some(document("")), false, None);
    saving
}

fn change(saving: &Saving) -> &Change {
    saving.change().expect("a change")
}

fn sent(saving: &Saving, heading: &str) -> Sent {
    let sent = change(saving).sent(Some(document(heading)), 3, moment(0));
    sent.expect("a document")
}

/// A tab that has typed `A` and is storing that.
fn storing() -> (Saving, Sent) {
    let mut saving = changed();
    let sent = sent(&saving, "A");
    assert!(saving.begin(&sent.pending));
    (saving, sent)
}

fn stamp(revision: u64) -> Stamp {
    let document = document("A");
    Stamp::of("", Key::of(&document), revision, moment(0), Standing::Saved)
}

#[test]
fn a_change_is_stored_and_nothing_is_left() {
    let (mut saving, sent) = storing();
    assert!(saving.is_in_memory_only());
    saving.set_noted(true);
    assert!(saving.is_changed() && saving.is_noted() && !saving.is_in_memory_only());
    assert!(saving.arrived(sent.pending.number, &document("A")));
    assert_eq!(saving.end(None), None);
    assert!(!saving.is_changed());
    assert_eq!(saving.problem(), None);
}

#[test]
fn one_change_is_stored_at_a_time() {
    let (mut saving, first) = storing();
    saving.changed(None, false, None);
    let second = sent(&saving, "AB");
    assert!(!saving.begin(&second.pending));
    assert!(!Saving::default().begin(&first.pending), "nothing to store");
}

#[test]
fn what_is_typed_meanwhile_is_a_change_of_what_is_stored_by_then() {
    let (mut saving, sent) = storing();
    saving.changed(Some(document("other")), true, None);
    saving.set_noted(true);
    assert_eq!(saving.on_its_way(), Some((1, document("A"))));
    assert!(!saving.arrived(sent.pending.number, &document("A, merged")));
    _ = saving.end(None);
    let left = change(&saving);
    assert_eq!(left.base, Some(document("A, merged")));
    assert_eq!((left.number, left.keeps_replaced), (2, Some(2)));
    assert!(!left.is_noted, "the note tells what was on its way");
    assert_eq!(saving.on_its_way(), None);
}

#[test]
fn the_state_that_a_change_replaced_is_kept_once() {
    let mut saving = Saving::default();
    saving.changed(None, true, None);
    let sent = sent(&saving, "A");
    assert!(sent.keeps_replaced);
    assert!(saving.begin(&sent.pending));
    saving.changed(None, false, None);
    assert_eq!(change(&saving).keeps_replaced, Some(1));
    _ = saving.arrived(1, &document("A"));
    assert_eq!(change(&saving).keeps_replaced, None);
    saving.keep_replaced();
    assert_eq!(change(&saving).keeps_replaced, Some(2));
}

#[test]
fn a_failure_leaves_the_change_and_says_so_until_it_is_stored() {
    let (mut saving, sent) = storing();
    saving.set_noted(true);
    _ = saving.end(Some(StorageProblem::Full));
    assert_eq!(saving.on_its_way(), None);
    assert!(saving.is_in_memory_only(), "it is noted anew");
    assert_eq!(saving.problem(), Some(StorageProblem::Full));
    saving.is_in_database();
    assert_eq!(saving.problem(), Some(StorageProblem::Full));
    assert!(saving.begin(&sent.pending));
    assert_eq!(saving.problem(), Some(StorageProblem::Full));
    _ = saving.arrived(1, &document("A"));
    _ = saving.end(Some(StorageProblem::NotSafe));
    assert_eq!(saving.problem(), Some(StorageProblem::NotSafe));
    saving.is_in_database();
    assert_eq!(saving.problem(), None);
}

#[test]
fn what_another_tab_stores_meanwhile_waits_and_the_newest_counts() {
    let (mut saving, _) = storing();
    for (revision, text) in [(5, "five"), (7, "seven"), (6, "six")] {
        assert_eq!(saving.hear(stamp(revision), text.to_owned()), None);
    }
    let heard = saving.end(None);
    assert_eq!(heard, Some((stamp(7), "seven".to_owned())));
    let now = saving.hear(stamp(8), "eight".to_owned());
    assert_eq!(now, Some((stamp(8), "eight".to_owned())));
}

#[test]
fn a_change_follows_what_another_tab_stored() {
    let mut saving = changed();
    saving.set_noted(true);
    saving.follow(&document("theirs"));
    assert_eq!(change(&saving).base, Some(document("theirs")));
    assert!(!saving.is_noted());
    let mut untouched = Saving::default();
    untouched.follow(&document("theirs"));
    untouched.keep_replaced();
    untouched.set_noted(true);
    assert_eq!(untouched, Saving::default());
}

#[test]
fn a_deletion_that_another_tab_overruled_is_over_unless_it_was_taken_back() {
    let mut saving = Saving::default();
    saving.changed(Some(document("A")), false, Some(document("A")));
    let deletion = change(&saving).sent(None, 3, moment(0)).expect("deleted");
    assert!(deletion.pending.is_deleted && saving.begin(&deletion.pending));
    assert_eq!(
        saving.on_its_way(),
        None,
        "nobody can tell whether it arrived"
    );
    let mut taken_back = saving.clone();
    taken_back.changed(None, false, None);
    assert!(!taken_back.overruled(1));
    assert!(taken_back.is_changed());
    assert!(saving.overruled(1));
    _ = saving.end(None);
    assert!(!saving.is_changed());
}

#[test]
fn a_document_that_is_not_here_cannot_be_sent() {
    assert_eq!(change(&changed()).sent(None, 3, moment(0)), None);
}

#[test]
fn what_an_ended_tab_left_goes_with_its_note() {
    let left = sent(&changed(), "left").pending;
    let note = PendingKey {
        tab: document("").id(),
        key: Key::of(&document("")),
    };
    let mut saving = Saving::default();
    saving.take_over(&left, Some(document("base")), note);
    assert_eq!(saving.taken_from(), Some(note));
    assert_eq!(change(&saving).keeps_replaced, Some(1));
    assert!(saving.is_in_memory_only());
    let own = sent(&saving, "left");
    assert_eq!(own.pending.base, Some(document("base")));
    assert!(saving.begin(&own.pending) && saving.arrived(1, &document("left")));
    _ = saving.end(None);
    assert_eq!(saving.release_note(), Some(note));
    assert_eq!(saving.release_note(), None);
}

// ---- what takes the place of a record ----

fn stored(document: &Document, revision: u64) -> (String, String) {
    let text = raaderum::file::write([document]).expect("JSON");
    let key = Key::of(document);
    let stamp = Stamp::of(&text, key, revision, moment(-60), Standing::Saved);
    (stamp.to_string(), text)
}

fn record(record: Option<(String, String)>) -> StoredRecord {
    StoredRecord {
        record,
        earlier: Vec::new(),
        arrived: 0,
    }
}

#[test]
fn the_first_record_takes_no_place() {
    let sent = sent(&changed(), "A");
    let (next, new) = replacement(&sent, &record(None), moment(0))
        .expect("free")
        .expect("new");
    assert_eq!(next.document, document("A"));
    assert_eq!((new.kept_as, new.dropped), (None, Vec::new()));
    assert_eq!(new.stamp, next.stamp.to_string());
}

#[test]
fn a_replaced_record_is_kept_and_longer_when_it_must_be() {
    for (keeps_replaced, standing) in [(false, " saved "), (true, " set-aside ")] {
        let sent = Sent {
            keeps_replaced,
            ..sent(&changed(), "A")
        };
        let old = stored(&document(""), 3);
        let new = replacement(&sent, &record(Some(old)), moment(0));
        let (_, new) = new.expect("free").expect("new");
        assert!(new.kept_as.expect("kept").contains(standing));
    }
}

#[test]
fn what_cannot_be_read_is_not_replaced() {
    let sent = sent(&changed(), "A");
    let strange = ("no stamp".to_owned(), String::new());
    assert!(replacement(&sent, &record(Some(strange)), moment(0)).is_err());
}

#[test]
fn what_has_arrived_is_not_stored_again() {
    let sent = sent(&changed(), "A");
    let mut stored = record(None);
    stored.arrived = 4;
    assert_eq!(replacement(&sent, &stored, moment(0)), Ok(None));
    assert_eq!(sent.arrival(&stored, moment(9)).number, 4);
    let later = Pending {
        number: 5,
        ..sent.pending.clone()
    };
    let later = Sent {
        pending: later,
        ..sent
    };
    assert_eq!(later.arrival(&stored, moment(9)).number, 5);
}

// ---- the database ----

#[test]
fn a_full_database_is_still_asked_and_any_other_failure_ends_that() {
    use StorageProblem::{Blocked, Blocking, Full, NotSafe, Occupied, TooNew};
    assert_eq!(DatabaseState::default(), DatabaseState::Usable);
    assert_eq!(DatabaseState::after(None, false), DatabaseState::Usable);
    for (problem, may_pass) in [
        (Full, true),
        (NotSafe, true),
        (Blocking, true),
        (TooNew, false),
        (Occupied, false),
        (Blocked, false),
    ] {
        assert_eq!(problem.may_pass(), may_pass, "{problem:?}");
        let state = DatabaseState::after(Some(problem), true);
        let is_readable = matches!(state, DatabaseState::Full(_));
        assert_eq!(is_readable, problem == Full);
        assert_eq!(state.problem(), Some(problem));
        let nowhere = DatabaseState::after(Some(problem), false);
        assert_eq!(nowhere.problem(), Some(Blocked));
    }
}

// ---- work that is done one at a time ----

#[test]
fn work_that_is_asked_for_while_it_is_done_is_done_again() {
    let mut turn = Turn::default();
    assert!(turn.begin());
    assert!(!turn.begin(), "one at a time");
    assert!(turn.ask());
    assert!(!turn.ask(), "somebody has asked");
    assert_eq!(turn, Turn::RunningAndDue);
    turn.end();
    assert_eq!(turn, Turn::Due);
    turn.take_up();
    assert_eq!(turn, Turn::Idle);
}

#[test]
fn what_is_due_stays_due_until_it_is_taken_up() {
    let mut turn = Turn::Idle;
    assert!(turn.ask());
    assert!(turn.begin());
    assert_eq!(turn, Turn::RunningAndDue);
    turn.take_up();
    assert_eq!(turn, Turn::Running);
    turn.end();
    assert_eq!(turn, Turn::Idle);
}
