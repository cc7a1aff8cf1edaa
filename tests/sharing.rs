//! Documents that lie in a file which others write to: nothing that either wrote is lost.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use raaderum::domain::{Document, Id, Proposal, ProposalField, Section, Timestamp, Year};
use raaderum::draft::Form;
use raaderum::record::{Combined, Seen, combine, say_the_same};

const HEADING: ProposalField = ProposalField::Heading;
const DEPARTMENT: ProposalField = ProposalField::Department;

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(1_795_341_600 + seconds).expect("a moment")
}

fn id(number: u8) -> Id {
    Id::parse(&format!("00000000-0000-4000-8000-0000000000{number:02}")).expect("an identity")
}

/// A proposal with this number, and a heading by which it is told from the others.
fn document(number: u8) -> Document {
    let year = Year::new(2027).expect("a year");
    let mut proposal = Proposal::blank(id(number), moment(0), raaderum::domain::Entry::Value(year));
    proposal.enter(HEADING, &format!("Forslag {number}"));
    proposal.into()
}

fn with(document: &Document, field: ProposalField, typed: &str, at: i64) -> Document {
    let Document::Proposal(mut proposal) = document.clone() else {
        panic!("a plan");
    };
    proposal.enter(field, typed);
    Document::from(proposal).with_changed_at(moment(at))
}

fn shown(document: &Document, field: ProposalField) -> String {
    match document {
        Document::Proposal(proposal) => proposal.shown(field),
        Document::ActionPlan(_) | Document::Catalogue(_) => panic!("no proposal"),
    }
}

/// What is here afterwards, without the copies.
fn after(ours: &[Document], combined: &Combined) -> Vec<Document> {
    let put = combined.added.iter().chain(&combined.changed);
    let is_gone = |document: &Document| {
        let gone = combined.removed.iter().chain(put.clone());
        gone.into_iter().any(|other| other.id() == document.id())
    };
    let mut after: Vec<Document> = ours.iter().filter(|one| !is_gone(one)).cloned().collect();
    after.extend(put.clone().cloned());
    after
}

fn only(change: impl FnOnce(&mut Combined)) -> Combined {
    let mut combined = Combined::default();
    change(&mut combined);
    combined
}

#[test]
fn the_same_on_both_sides_is_left_alone() {
    let base = [document(1), document(2)];
    assert!(combine(&base, &base, &base).is_nothing());
    // Both made the same change, at different times.
    let ours = [with(&base[0], HEADING, "Nyt", 10)];
    let theirs = [with(&base[0], HEADING, "Nyt", 20)];
    assert!(combine(&base[..1], &ours, &theirs).is_nothing());
    assert!(combine(&[], &ours, &theirs).is_nothing());
    assert!(say_the_same(&ours, &theirs));
    assert!(!say_the_same(&ours, &base[..1]));
    assert!(!say_the_same(&base, &base[..1]));
    assert!(!say_the_same(&base[..1], &base[1..]));
}

/// Whoever is told that nothing happens misses no document.
#[test]
fn one_document_in_any_list_is_not_nothing() {
    assert!(Combined::default().is_nothing());
    let changes: [fn(&mut Combined) -> &mut Vec<Document>; 4] = [
        |combined| &mut combined.added,
        |combined| &mut combined.changed,
        |combined| &mut combined.removed,
        |combined| &mut combined.set_aside,
    ];
    for list in changes {
        let combined = only(|combined| list(combined).push(document(1)));
        assert!(!combined.is_nothing(), "{combined:?}");
    }
}

#[test]
fn what_either_added_stands() {
    let base = [document(1)];
    let ours = [document(1), document(2)];
    let theirs = [document(1), document(3)];
    assert_eq!(
        combine(&base, &ours, &theirs),
        only(|combined| combined.added.push(document(3)))
    );
}

#[test]
fn changes_of_both_are_merged() {
    let base = [document(1)];
    let ours = [with(&base[0], HEADING, "Vores", 10)];
    let theirs = [with(&base[0], DEPARTMENT, "Deres", 20)];
    let both = with(&ours[0], DEPARTMENT, "Deres", 20);
    assert_eq!(
        combine(&base, &ours, &theirs),
        only(|combined| combined.changed.push(both))
    );
    // What only we changed is for the file to learn, not for us.
    assert!(combine(&base, &ours, &base).is_nothing());
    assert_eq!(
        combine(&base, &base, &theirs),
        only(|combined| combined.changed.push(theirs[0].clone()))
    );
}

#[test]
fn where_both_wrote_ours_stands_and_theirs_is_set_aside() {
    let base = [document(1)];
    let ours = [with(&base[0], HEADING, "Vores", 10)];
    let theirs = [with(&base[0], HEADING, "Deres", 20)];
    assert_eq!(
        combine(&base, &ours, &theirs),
        only(|combined| combined.set_aside.push(theirs[0].clone()))
    );
}

#[test]
fn without_a_base_the_newer_one_stands_and_the_other_is_set_aside() {
    let older = [with(&document(1), HEADING, "Ældre", 10)];
    let newer = [with(&document(1), HEADING, "Nyere", 20)];
    assert_eq!(
        combine(&[], &newer, &older),
        only(|combined| combined.set_aside.push(older[0].clone()))
    );
    assert_eq!(
        combine(&[], &older, &newer),
        only(|combined| {
            combined.changed.push(newer[0].clone());
            combined.set_aside.push(older[0].clone());
        })
    );
}

#[test]
fn what_was_deleted_stays_so_unless_the_other_changed_it() {
    let base = [document(1)];
    let changed = [with(&base[0], HEADING, "Ændret", 10)];
    assert_eq!(
        combine(&base, &base, &[]),
        only(|combined| combined.removed.push(base[0].clone()))
    );
    // Looked at and left alone is not changed.
    let touched = [base[0].clone().with_changed_at(moment(10))];
    assert_eq!(combine(&base, &touched, &[]).removed, touched);
    assert!(combine(&base, &changed, &[]).is_nothing());
    assert!(combine(&base, &[], &base).is_nothing());
    assert_eq!(
        combine(&base, &[], &changed),
        only(|combined| combined.added.push(changed[0].clone()))
    );
    assert!(combine(&base, &[], &[]).is_nothing());
}

#[test]
fn what_was_written_at_once_was_made_from_what_was_there_before() {
    let seen = |before: Option<&str>| Seen {
        text: "ours".to_owned(),
        modified: 1_000_000,
        before: before.map(str::to_owned),
    };
    let check = |before: Option<&str>, modified: i64, expected: &str| {
        assert_eq!(
            seen(before).base(modified),
            expected,
            "{before:?} {modified}"
        );
    };
    check(None, 1_000_001, "ours");
    check(Some("before"), 1_000_001, "before");
    check(Some("before"), 1_009_999, "before");
    check(Some("before"), 1_010_000, "ours");
    // An older copy was put back in its place: its clock says nothing of what whoever did it had seen.
    check(Some("before"), 500_000, "before");
}

// ---- properties ----

const FIELDS: [ProposalField; 4] = [
    HEADING,
    DEPARTMENT,
    ProposalField::Section(Section::Summary),
    ProposalField::Section(Section::Consequences),
];

/// What one side did to a document.
#[derive(Debug, Clone)]
enum Deed {
    Left,
    Deleted,
    Edited(Vec<(usize, &'static str)>),
}

fn deed() -> impl Strategy<Value = Deed> {
    let edit = (0..FIELDS.len(), select(vec!["a", "b", "c", "d"]));
    prop_oneof![
        Just(Deed::Left),
        Just(Deed::Deleted),
        prop::collection::vec(edit, 1..4).prop_map(Deed::Edited),
    ]
}

/// Whether it was in the base, what each side did to it, and when.
type Case = (bool, Deed, Deed, i64, i64);

fn cases() -> impl Strategy<Value = Vec<Case>> {
    prop::collection::vec((any::<bool>(), deed(), deed(), 1..9_i64, 1..9_i64), 0..6)
}

fn done(document: &Document, deed: &Deed, at: i64) -> Option<Document> {
    match deed {
        Deed::Left => Some(document.clone()),
        Deed::Deleted => None,
        Deed::Edited(edits) => Some(
            edits
                .iter()
                .fold(document.clone(), |document, &(field, typed)| {
                    with(&document, FIELDS[field], typed, at)
                }),
        ),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_that_either_wrote_is_lost(cases in cases()) {
        let (mut base, mut ours, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
        for (number, (in_base, our_deed, their_deed, our_time, their_time)) in (1..).zip(&cases) {
            let document = document(number);
            base.extend(in_base.then(|| document.clone()));
            ours.extend(done(&document, our_deed, *our_time));
            theirs.extend(done(&document, their_deed, *their_time));
        }
        let combined = combine(&base, &ours, &theirs);
        let after = after(&ours, &combined);
        let find = |documents: &[Document], id: Id| {
            documents.iter().find(|document| document.id() == id).cloned()
        };
        for (number, (in_base, our_deed, their_deed, ..)) in (1..).zip(&cases) {
            let before = document(number);
            let now = find(&after, id(number));
            let aside = find(&combined.set_aside, id(number));
            // Every change of either side can be found.
            for written in [find(&ours, id(number)), find(&theirs, id(number))].into_iter().flatten() {
                for field in FIELDS {
                    let typed = shown(&written, field);
                    let is_news = !in_base || typed != shown(&before, field);
                    let is_there = now.iter().chain(&aside).any(|one| shown(one, field) == typed);
                    prop_assert!(!is_news || is_there, "{number}: {typed} is lost");
                }
            }
            // A document is gone only if somebody deleted it and nobody wrote in it.
            let changed = |deed: &Deed| done(&before, deed, 0).is_some_and(|one| !one.says_the_same_as(&before));
            let is_deleted = [our_deed, their_deed].into_iter().any(|deed| matches!(deed, Deed::Deleted));
            let is_changed = changed(our_deed) || changed(their_deed);
            let is_nowhere = [our_deed, their_deed].into_iter().all(|deed| matches!(deed, Deed::Deleted));
            let is_gone = is_nowhere || (*in_base && is_deleted && !is_changed);
            prop_assert_eq!(now.is_none(), is_gone, "{}", number);
            // A copy always stands beside something.
            prop_assert!(aside.is_none() || now.is_some());
        }
    }

    /// Whoever takes in what the other has written finds nothing to take in afterwards, and neither does the other.
    #[test]
    fn two_computers_come_to_rest(cases in cases()) {
        let (mut base, mut ours, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
        for (number, (in_base, our_deed, their_deed, our_time, their_time)) in (1..).zip(&cases) {
            let document = document(number);
            base.extend(in_base.then(|| document.clone()));
            ours.extend(done(&document, our_deed, *our_time));
            theirs.extend(done(&document, their_deed, *their_time));
        }
        let here = after(&ours, &combine(&base, &ours, &theirs));
        // The file holds what is here now; the other computer, which wrote `theirs`, reads it.
        let there = after(&theirs, &combine(&theirs, &theirs, &here));
        prop_assert!(say_the_same(&here, &there));
        prop_assert!(combine(&here, &here, &there).is_nothing());
    }
}
