//! Undoing, and doing again.

use crate::support;

use proptest::prelude::*;
use raaderum::domain::{
    Catalogue, Document, Edition, Id, Month, PlanField, Proposal, ProposalField, Section, Timestamp,
};
use raaderum::draft::Form;
use raaderum::file;
use raaderum::record::{Step, Steps};

const FIELDS: [ProposalField; 3] = [
    ProposalField::Heading,
    ProposalField::Department,
    ProposalField::Section(Section::Summary),
];

fn blank() -> Document {
    let id = Id::parse("00000000-0000-4000-8000-000000000001").unwrap();
    let entry = raaderum::domain::Entry::Blank;
    Proposal::blank(id, Timestamp::UNIX_EPOCH, entry).into()
}

fn with(document: &Document, field: ProposalField, typed: &str) -> Document {
    let Document::Proposal(mut proposal) = document.clone() else {
        panic!("a proposal");
    };
    proposal.enter(field, typed);
    proposal.into()
}

fn shown(document: &Document, field: ProposalField) -> String {
    let Document::Proposal(proposal) = document else {
        panic!("a proposal");
    };
    proposal.shown(field)
}

/// A document that is being worked in, with a clock of its own.
struct Desk {
    steps: Steps,
    now: Document,
    clock: i64,
}

impl Desk {
    fn new() -> Self {
        Self {
            steps: Steps::default(),
            now: blank(),
            clock: 0,
        }
    }

    fn type_after(&mut self, pause: i64, field: ProposalField, typed: &str) {
        self.clock += pause;
        let now = &self.now;
        let name = Proposal::name(field);
        self.steps.begin(Some(&name), self.clock, || now.clone());
        self.now = with(&self.now, field, typed);
    }

    fn change(&mut self, field: ProposalField, typed: &str) {
        let now = &self.now;
        self.steps.begin(None, self.clock, || now.clone());
        self.now = with(&self.now, field, typed);
    }

    fn follow(&mut self, field: ProposalField, typed: &str) {
        _ = self.steps.close(&self.now);
        self.now = with(&self.now, field, typed);
    }

    fn undo(&mut self) -> bool {
        let undone = self.steps.undo(&self.now);
        undone.map(|document| self.now = document).is_some()
    }

    fn redo(&mut self) -> bool {
        let redone = self.steps.redo(&self.now);
        redone.map(|document| self.now = document).is_some()
    }
}

#[test]
fn what_is_typed_into_a_field_without_a_pause_is_one_step() {
    let mut desk = Desk::new();
    for text in ["I", "Is", "Isa"] {
        desk.type_after(300, FIELDS[0], text);
    }
    desk.type_after(1_000, FIELDS[0], "Isafjord");
    assert!(desk.undo());
    assert_eq!(shown(&desk.now, FIELDS[0]), "Isa");
    assert!(desk.undo());
    assert_eq!(shown(&desk.now, FIELDS[0]), "");
    assert!(!desk.undo());
    assert!(desk.redo() && desk.redo() && !desk.redo());
    assert_eq!(shown(&desk.now, FIELDS[0]), "Isafjord");
}

#[test]
fn another_field_and_another_kind_of_change_are_steps_of_their_own() {
    let mut desk = Desk::new();
    desk.type_after(10, FIELDS[0], "Isafjord");
    desk.type_after(10, FIELDS[1], "CJS");
    desk.change(FIELDS[2], "Lukkes");
    desk.change(FIELDS[2], "Lukkes nu");
    for expected in [
        ("Isafjord", "CJS", "Lukkes"),
        ("Isafjord", "CJS", ""),
        ("Isafjord", "", ""),
        ("", "", ""),
    ] {
        assert!(desk.undo());
        let now = FIELDS.map(|field| shown(&desk.now, field));
        assert_eq!(
            (now[0].as_str(), now[1].as_str(), now[2].as_str()),
            expected
        );
    }
}

#[test]
fn a_change_that_changes_nothing_is_no_step() {
    let mut desk = Desk::new();
    desk.type_after(10, FIELDS[0], "Isafjord");
    desk.change(FIELDS[1], "");
    assert!(desk.undo());
    assert_eq!(shown(&desk.now, FIELDS[0]), "");
    assert!(!desk.steps.can_undo());
    assert!(desk.steps.can_redo());
}

#[test]
fn a_new_change_leaves_nothing_to_do_again() {
    let mut desk = Desk::new();
    desk.type_after(10, FIELDS[0], "Isafjord");
    assert!(desk.undo());
    desk.type_after(10, FIELDS[1], "CJS");
    assert!(!desk.redo());
    assert_eq!(shown(&desk.now, FIELDS[0]), "");
}

#[test]
fn what_another_tab_changed_stays() {
    let mut desk = Desk::new();
    desk.type_after(10, FIELDS[0], "Isafjord");
    desk.follow(FIELDS[1], "CJS");
    desk.type_after(2_000, FIELDS[0], "Isafjord lukkes");
    desk.follow(FIELDS[2], "Resumé");
    assert!(desk.undo() && desk.undo() && !desk.undo());
    assert_eq!(
        FIELDS.map(|field| shown(&desk.now, field)),
        ["", "CJS", "Resumé"]
    );
    assert!(desk.redo() && desk.redo());
    assert_eq!(
        FIELDS.map(|field| shown(&desk.now, field)),
        ["Isafjord lukkes", "CJS", "Resumé"]
    );
}

#[test]
fn what_another_tab_wrote_over_is_not_undone() {
    let mut desk = Desk::new();
    desk.type_after(10, FIELDS[0], "Isafjord");
    desk.follow(FIELDS[0], "Isafjord og Horseager");
    assert!(desk.undo());
    assert_eq!(shown(&desk.now, FIELDS[0]), "Isafjord og Horseager");
}

/// A row is removed, and others are added until the plan is full: with the row put back, no file would hold it.
#[test]
fn a_step_that_leaves_no_room_is_taken_back_when_there_is_room() {
    let before = support::plan_2023();
    let mut after = before.clone();
    after.focus_areas.remove(2);
    let mut full = after.clone();
    while full.grow(PlanField::Effect(full.focus_areas[0].id, Month::January)) {}
    let mut steps = Steps::default();
    steps.begin(None, 0, || before.clone().into());
    let step = steps.close(&after.into()).expect("a step");
    assert!(step.taken_back(&full.clone().into()).is_none());
    assert!(steps.undo(&full.clone().into()).is_none() && steps.can_undo());

    full.focus_areas.truncate(12);
    let Some(Document::ActionPlan(back)) = step.taken_back(&full.into()) else {
        panic!("room for the row");
    };
    assert_eq!(back.focus_areas[..11], before.focus_areas);
}

/// What an import or another hand changed from outside the document's own steps.
#[test]
fn a_step_between_two_states_is_taken_back_from_whatever_came_of_them() {
    let before = with(&blank(), FIELDS[0], "Isafjord");
    let imported = with(
        &with(&before, FIELDS[0], "Isafjord lukkes"),
        FIELDS[1],
        "CJS",
    );
    let step = Step::between(before.clone(), imported.clone());
    assert_eq!(step.taken_back(&imported), Some(before.clone()));

    let worked_in = with(&with(&imported, FIELDS[1], "Sundhed"), FIELDS[2], "Resumé");
    let back = step.taken_back(&worked_in).expect("room");
    assert_eq!(
        FIELDS.map(|field| shown(&back, field)),
        ["Isafjord", "Sundhed", "Resumé"]
    );

    let nothing = Step::between(before.clone(), before);
    assert_eq!(nothing.taken_back(&worked_in), Some(worked_in));
}

/// A file that was handed over is not taken back by undoing: the next one has another number.
#[test]
fn a_step_is_made_in_whatever_came_of_what_it_began_with() {
    let before = with(&blank(), FIELDS[0], "Før");
    let after = with(&with(&before, FIELDS[0], "Sat ind"), FIELDS[1], "Sat ind");
    let step = Step::between(before.clone(), after.clone());
    assert_eq!(step.made_again(&before), Some(after.clone()));
    // What was typed meanwhile stands beside it, and where both wrote, it stands as what came last.
    let now = with(&with(&before, FIELDS[1], "Skrevet"), FIELDS[2], "Skrevet");
    let both = step.made_again(&now).expect("both");
    let all = FIELDS.map(|field| shown(&both, field));
    assert_eq!(all, ["Sat ind", "Skrevet", "Skrevet"]);
}

#[test]
fn an_edition_that_was_handed_over_is_not_undone() {
    let catalogue = support::catalogue();
    let state = |title: &str, edition| {
        Document::from(Catalogue {
            title: title.to_owned(),
            edition: Edition::new(edition, support::date("29.11.2026")),
            ..catalogue.clone()
        })
    };
    let edition = |document: &Document| match document {
        Document::Catalogue(catalogue) => catalogue.edition.map(Edition::number),
        Document::Proposal(_) | Document::ActionPlan(_) => None,
    };
    let mut steps = Steps::default();
    steps.begin(None, 0, || state("A", 1));
    // Published since.
    let undone = steps.undo(&state("B", 2)).expect("a step");
    assert_eq!(undone.clone().name_mut(), "A");
    assert_eq!(edition(&undone), Some(2));
    let again = steps.redo(&undone).expect("a step");
    assert_eq!(again.clone().name_mut(), "B");
    assert_eq!(edition(&again), Some(2));
    // By itself, whatever came after: another edition, or an earlier state that was brought back.
    let step = Step::between(state("A", 1), state("B", 2));
    for (now, number) in [(state("B", 2), 2), (state("C", 3), 3), (state("B", 1), 2)] {
        let taken_back = step.taken_back(&now).expect("it can be taken back");
        assert_eq!(edition(&taken_back), Some(number));
    }
}

/// The latest can be undone, and memory is not filled with the rest.
#[test]
fn steps_in_a_large_document_are_fewer() {
    let mut desk = Desk::new();
    desk.now = with(&desk.now, FIELDS[2], &"x".repeat(13_000_000));
    for number in 0..5 {
        desk.change(FIELDS[0], &number.to_string());
    }
    let undone = std::iter::from_fn(|| desk.undo().then_some(())).count();
    assert_eq!(undone, 3);
    assert_eq!(shown(&desk.now, FIELDS[0]), "1");

    // One by itself is undone even if it is larger than all of them may be.
    desk.change(FIELDS[2], &"y".repeat(51_000_000));
    assert!(desk.undo() && !desk.undo());
    assert!(shown(&desk.now, FIELDS[2]).starts_with('x'));
}

#[test]
fn no_more_than_three_hundred_steps_are_undone() {
    let mut desk = Desk::new();
    for number in 0..400 {
        desk.change(FIELDS[0], &number.to_string());
    }
    let undone = std::iter::from_fn(|| desk.undo().then_some(())).count();
    assert_eq!(undone, 300);
    assert_eq!(shown(&desk.now, FIELDS[0]), "99");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn undoing_everything_gives_the_first_and_doing_it_again_the_last(
        changes in prop::collection::vec((0_i64..1_500, 0_usize..3, "[a-c]{0,3}", any::<bool>()), 0..40),
    ) {
        let mut desk = Desk::new();
        let first = desk.now.clone();
        for (pause, field, text, is_typed) in changes {
            if is_typed {
                desk.type_after(pause, FIELDS[field], &text);
            } else {
                desk.change(FIELDS[field], &text);
            }
        }
        let last = desk.now.clone();
        while desk.undo() {}
        prop_assert!(desk.now.says_the_same_as(&first));
        while desk.redo() {}
        prop_assert!(desk.now.says_the_same_as(&last));
        prop_assert_eq!(file::write([&desk.now]).unwrap(), file::write([&last.with_changed_at(desk.now.changed_at())]).unwrap());
    }
}
