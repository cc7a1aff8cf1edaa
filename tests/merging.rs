//! Merging two changed versions of a document: what each of them changed is there, or is told about.

use crate::support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use raaderum::domain::{
    ActionPlan, AmountRow, Catalogue, CatalogueEntry, CatalogueField, ChangeKind, Dismissal,
    Document, Edition, Entry, Fields, FocusArea, FormField, HeadField, Id, Month, Package,
    PlanField, Proposal, ProposalField, ProposalSource, ProposalStatus, Relation, RelationKind,
    RowText, Section, StatedSum, Timestamp, VariantGroup, Year, limits,
};
use raaderum::draft::Form;
use raaderum::file::{self, Merged, merge};
use support::{
    catalogue, date, effect, head, kr, last_updated_on, month, plan, plan_2023, plans, proposal,
    proposals, realised, row, without_last_update,
};

fn merged<D: Clone + Into<Document>>(base: &D, ours: &D, theirs: &D) -> Merged {
    let [base, ours, theirs] = [base, ours, theirs].map(|document| document.clone().into());
    merge(&base, &ours, &theirs)
}

/// What was merged, with the places that both changed.
trait FromMerged: Clone + Into<Document> + Sized {
    fn taken_from(document: Document) -> Self;

    fn merge(base: &Self, ours: &Self, theirs: &Self) -> (Self, Vec<String>) {
        let merged = merged(base, ours, theirs);
        (Self::taken_from(merged.document), merged.conflicts)
    }

    /// What was merged without a place that both changed, whoever merged.
    fn merge_both_ways(base: &Self, ours: &Self, theirs: &Self) -> Self
    where
        Self: Debug + PartialEq,
    {
        let (one, conflicts) = Self::merge(base, ours, theirs);
        assert_eq!(conflicts, [""; 0]);
        let (other, conflicts) = Self::merge(base, theirs, ours);
        assert_eq!(conflicts, [""; 0]);
        assert_eq!(one, other);
        one
    }
}

impl FromMerged for Proposal {
    fn taken_from(document: Document) -> Self {
        match document {
            Document::Proposal(proposal) => proposal,
            _ => panic!("a proposal became something else"),
        }
    }
}

impl FromMerged for Catalogue {
    fn taken_from(document: Document) -> Self {
        match document {
            Document::Catalogue(catalogue) => catalogue,
            _ => panic!("a catalogue became something else"),
        }
    }
}

impl FromMerged for ActionPlan {
    fn taken_from(document: Document) -> Self {
        match document {
            Document::ActionPlan(plan) => plan,
            _ => panic!("a plan became something else"),
        }
    }
}

/// The same form with these texts entered.
fn with<F: Form + Clone>(form: &F, texts: &[(F::Field, &str)]) -> F {
    let mut form = form.clone();
    for &(field, typed) in texts {
        form.enter(field, typed);
    }
    form
}

fn isafjord() -> Proposal {
    proposal("Isafjord")
}

/// The plan of Børn og Familie for 2022: Familiebehandling, Dagbehandling, Opholdssteder og Døgn.
fn three_rows() -> ActionPlan {
    plan("Afdeling Børn og Familie", 2022)
}

fn gain(year: usize) -> ProposalField {
    ProposalField::Amount(AmountRow::EstimatedGain, year)
}

fn new_row(area: &str) -> FocusArea {
    FocusArea {
        area: area.to_owned(),
        ..FocusArea::blank(Id::random())
    }
}

/// The first word of each row.
fn areas(plan: &ActionPlan) -> Vec<&str> {
    let words = plan.focus_areas.iter().map(|row| row.area.split(' '));
    words.filter_map(|mut words| words.next()).collect()
}

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(seconds).expect("a moment")
}

// ---- fields ----

#[test]
fn different_fields_of_a_proposal_are_both_kept() {
    let base = isafjord();
    let summary = ProposalField::Section(Section::Summary);
    let ours = with(&base, &[(gain(0), "-1.700"), (gain(1), "-1.800")]);
    let theirs = with(
        &base,
        &[
            (gain(2), "-1.900"),
            (summary, "Tilbuddet lukkes 1. juni."),
            (ProposalField::PriceLevel, "2024-pl"),
        ],
    );
    let both = Proposal::merge_both_ways(&base, &ours, &theirs);
    let shown = [gain(0), gain(1), gain(2), summary].map(|field| both.shown(field));
    assert_eq!(
        shown,
        ["−1.700", "−1.800", "−1.900", "Tilbuddet lukkes 1. juni."]
    );
    assert_eq!(both.shown(ProposalField::PriceLevel), "2024-pl");
    assert_eq!(both.shown(gain(3)), base.shown(gain(3)));
}

#[test]
fn the_same_field_is_ours_and_is_named() {
    let base = isafjord();
    let ours = with(&base, &[(ProposalField::Heading, "Isafjord nedlægges")]);
    let theirs = with(
        &base,
        &[
            (ProposalField::Heading, "Isafjord lukkes"),
            (ProposalField::Department, "Center for Børn"),
        ],
    );
    let (both, conflicts) = Proposal::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, ["proposals.0.heading"]);
    assert_eq!(both.heading, "Isafjord nedlægges");
    assert_eq!(both.department, "Center for Børn");

    // An amount, one that cannot be read, and one that was cleared.
    for (mine, other) in [("-1.700", "-1.800"), ("-1.7oo", "-1.800"), ("", "-1.7oo")] {
        let (ours, theirs) = (
            with(&base, &[(gain(1), mine)]),
            with(&base, &[(gain(1), other)]),
        );
        let (both, conflicts) = Proposal::merge(&base, &ours, &theirs);
        assert_eq!(conflicts, ["proposals.0.years.1.estimated_gain"]);
        assert_eq!(both, ours, "{mine} and {other}");
    }
}

#[test]
fn the_same_change_in_both_is_no_conflict() {
    let base = isafjord();
    let ours = with(&base, &[(gain(0), "-1.700"), (gain(1), "-1.800")]);
    let theirs = with(&base, &[(gain(0), "-1.700"), (gain(2), "-1.900")]);
    let both = Proposal::merge_both_ways(&base, &ours, &theirs);
    let all = [
        (gain(0), "-1.700"),
        (gain(1), "-1.800"),
        (gain(2), "-1.900"),
    ];
    assert_eq!(both, with(&base, &all));
}

#[test]
fn kinds_ticked_and_cleared_by_both_are_merged() {
    let mut base = proposal("Hjemtagning af akut");
    base.kinds = BTreeSet::from([ChangeKind::Investment, ChangeKind::Saving]);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    assert!(ours.kinds.insert(ChangeKind::Efficiency));
    assert!(theirs.kinds.insert(ChangeKind::AdditionalRevenue));
    assert!(theirs.kinds.remove(&ChangeKind::Saving));
    let both = Proposal::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(
        both.kinds,
        BTreeSet::from([
            ChangeKind::Efficiency,
            ChangeKind::Investment,
            ChangeKind::AdditionalRevenue
        ])
    );
}

#[test]
fn appropriations_are_one_text() {
    let base = proposal("Hjemtagning af Støttet");
    let two_lines = format!("{}\n6.20.31 Voksenområdet", base.appropriations);
    let ours = with(&base, &[(ProposalField::Appropriations, &two_lines)]);
    let heading = with(&base, &[(ProposalField::Heading, "Støttet samvær")]);
    let both = Proposal::merge_both_ways(&base, &ours, &heading);
    assert_eq!(both.appropriations, two_lines);

    // As many lines in each: not even then is one put together line by line.
    let lines = |first: &str, second: &str| {
        let text = format!("{first}\n{second}");
        with(&base, &[(ProposalField::Appropriations, &text)])
    };
    let (first, second) = base.appropriations.split_once('\n').expect("two lines");
    let (ours, theirs) = (lines("3.20.99", second), lines(first, "3.20.98"));
    let (both, conflicts) = Proposal::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, ["proposals.0.appropriations"]);
    assert_eq!(both, ours);
}

fn dismissal(advice: &str, reason: &str) -> Dismissal {
    Dismissal {
        advice: advice.to_owned(),
        field: "heading".to_owned(),
        detail: String::new(),
        reason: reason.to_owned(),
    }
}

#[test]
fn advice_dismissed_in_both_is_dismissed() {
    let mut base = isafjord();
    base.dismissed = vec![dismissal("gain-is-positive", "")];
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.dismissed
        .push(dismissal("no-investment", "Aftalt med centret"));
    theirs.dismissed = vec![dismissal("no-summary", "Kommer senere")];
    let (both, conflicts) = Proposal::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, [""; 0]);
    assert_eq!(
        both.dismissed,
        [
            dismissal("no-investment", "Aftalt med centret"),
            dismissal("no-summary", "Kommer senere")
        ]
    );
}

/// Advice is recognised by its code, field and detail: one that was dismissed twice would have to be brought back twice.
#[test]
fn the_same_advice_is_dismissed_once() {
    let base = isafjord();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.dismissed.push(dismissal("no-investment", "Aftalt"));
    theirs.dismissed.push(dismissal("no-investment", "Aftalt"));
    theirs.heading = "Isafjord lukkes".to_owned();
    assert_eq!(
        Proposal::merge_both_ways(&base, &ours, &theirs).dismissed,
        ours.dismissed
    );

    theirs.dismissed = vec![
        dismissal("no-investment", "Står i bilaget"),
        dismissal("no-summary", ""),
    ];
    let (both, conflicts) = Proposal::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, ["proposals.0.dismissed_advice"]);
    assert_eq!(
        both.dismissed,
        [
            dismissal("no-investment", "Aftalt"),
            dismissal("no-summary", "")
        ]
    );

    // The reason was changed by one, and the advice brought back by the other.
    let base = both;
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.dismissed[0].reason = "Aftalt den 3. maj".to_owned();
    theirs.dismissed.remove(0);
    theirs.heading = "Isafjord nedlægges".to_owned();
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let (both, conflicts) = Proposal::merge(&base, ours, theirs);
        assert_eq!(conflicts, [""; 0]);
        let reasons = both.dismissed.iter().map(|advice| advice.reason.as_str());
        assert_eq!(
            BTreeSet::from_iter(reasons),
            BTreeSet::from(["Aftalt den 3. maj", ""])
        );
        assert_eq!(both.dismissed.len(), 2);
    }
}

// ---- rows ----

#[test]
fn a_row_added_by_one_and_a_cell_typed_by_the_other_are_both_there() {
    let base = three_rows();
    let mut ours = base.clone();
    ours.focus_areas.insert(1, new_row("Aflastning"));
    ours.enter(effect(&ours, 2, 6), "-125.000");
    let theirs = with(
        &base,
        &[
            (effect(&base, 3, 1), "-90.000"),
            (PlanField::Text(row(&base, 1).id, RowText::Goal), "Færre"),
        ],
    );
    let both = ActionPlan::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(
        areas(&both),
        [
            "Familiebehandling",
            "Aflastning",
            "Dagbehandling",
            "Opholdssteder"
        ]
    );
    assert_eq!(both.shown(effect(&both, 2, 6)), "−125.000");
    assert_eq!(both.shown(effect(&both, 4, 1)), "−90.000");
    assert_eq!(row(&both, 1).goal, "Færre");
}

#[test]
fn rows_added_by_both_are_both_there() {
    let base = three_rows();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.focus_areas.push(new_row("Aflastning"));
    ours.focus_areas.insert(0, new_row("Egenbetaling"));
    theirs.focus_areas.push(new_row("Kontaktpersoner"));
    theirs.focus_areas.push(new_row("Koordinatorer"));
    let (both, conflicts) = ActionPlan::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, [""; 0]);
    assert_eq!(
        areas(&both),
        [
            "Egenbetaling",
            "Familiebehandling",
            "Dagbehandling",
            "Opholdssteder",
            "Aflastning",
            "Kontaktpersoner",
            "Koordinatorer"
        ]
    );
    // Who merges decides only which of the new ones comes first.
    let (other, _) = ActionPlan::merge(&base, &theirs, &ours);
    assert_eq!(
        areas(&other)[4..],
        ["Kontaktpersoner", "Koordinatorer", "Aflastning"]
    );
}

#[test]
fn a_row_that_one_removed_and_the_other_changed_stays() {
    let base = three_rows();
    let mut removed = base.clone();
    removed.focus_areas.remove(1);
    removed.cause = "Flere anbringelser".to_owned();
    let typed = with(&base, &[(effect(&base, 2, 3), "-77.000")]);
    let both = ActionPlan::merge_both_ways(&base, &removed, &typed);
    assert_eq!(both.focus_areas, typed.focus_areas);
    assert_eq!(both.cause, "Flere anbringelser");
}

#[test]
fn a_row_that_one_removed_and_the_other_left_is_gone() {
    let base = three_rows();
    let mut removed = base.clone();
    removed.focus_areas.remove(1);
    let typed = with(&base, &[(effect(&base, 3, 3), "-77.000")]);
    let both = ActionPlan::merge_both_ways(&base, &removed, &typed);
    assert_eq!(areas(&both), ["Familiebehandling", "Opholdssteder"]);
    assert_eq!(both.shown(effect(&both, 2, 3)), "−77.000");

    // Removed by both, and moved past by a third one.
    let mut other = typed.clone();
    other.focus_areas.remove(1);
    other.focus_areas.swap(0, 1);
    let both = ActionPlan::merge_both_ways(&base, &removed, &other);
    assert_eq!(areas(&both), ["Opholdssteder", "Familiebehandling"]);
}

#[test]
fn a_row_that_one_moved_and_the_other_changed_is_both() {
    let base = three_rows();
    let mut moved = base.clone();
    moved.focus_areas.swap(0, 2);
    let mut typed = with(&base, &[(effect(&base, 3, 3), "-77.000")]);
    typed.focus_areas.push(new_row("Aflastning"));
    let both = ActionPlan::merge_both_ways(&base, &moved, &typed);
    // The new row stays behind the one that it was typed under.
    assert_eq!(
        areas(&both),
        [
            "Opholdssteder",
            "Aflastning",
            "Dagbehandling",
            "Familiebehandling"
        ]
    );
    assert_eq!(both.shown(effect(&both, 1, 3)), "−77.000");
}

#[test]
fn rows_that_both_moved_stand_as_ours_and_are_named() {
    let base = three_rows();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.focus_areas.swap(0, 1);
    theirs.focus_areas.swap(1, 2);
    theirs.enter(effect(&theirs, 2, 1), "-90.000");
    let (both, conflicts) = ActionPlan::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, ["action_plans.0.focus_areas"]);
    assert_eq!(areas(&both), areas(&ours));
    assert_eq!(both.shown(effect(&both, 3, 1)), "−90.000");

    // Both moved the same row to the same place.
    theirs.focus_areas = vec![
        row(&base, 2).clone(),
        row(&base, 1).clone(),
        row(&base, 3).clone(),
    ];
    theirs.enter(effect(&theirs, 1, 1), "-80.000");
    let ours = with(&ours, &[(head(HeadField::CaseNumber), "27.00.00-S00-1-23")]);
    let both = ActionPlan::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(areas(&both), areas(&ours));
    assert_eq!(both.shown(effect(&both, 1, 1)), "−80.000");
}

#[test]
fn a_cell_that_both_typed_in_is_named_with_its_row() {
    let base = plan_2023();
    let ours = with(&base, &[(effect(&base, 8, 12), "-1")]);
    let mut theirs = with(&base, &[(effect(&base, 8, 12), "-2")]);
    theirs.focus_areas.insert(0, new_row("Ny"));
    let (both, conflicts) = ActionPlan::merge(&base, &ours, &theirs);
    // Row 8 is the ninth now.
    assert_eq!(conflicts, ["action_plans.0.focus_areas.8.effects.11"]);
    assert_eq!(both.shown(effect(&both, 9, 12)), "−1");
}

fn source(heading: &str, year: i64, net_change: &str) -> Option<ProposalSource> {
    Some(ProposalSource {
        proposal: Id::random(),
        heading: heading.to_owned(),
        year: Year::new(year).expect("a year"),
        net_change: kr(net_change),
    })
}

#[test]
fn the_proposal_that_a_row_comes_from_is_never_mixed() {
    let mut base = three_rows();
    base.focus_areas[1].source = source("Nedlægge tilbuddet Isafjord", 2023, "-1200000");
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    // One picked it again, a year later; the other with its new heading.
    let ours_source = ours.focus_areas[1].source.as_mut().expect("picked");
    ours_source.year = Year::new(2024).expect("a year");
    ours_source.net_change = kr("-1700000");
    let theirs_source = theirs.focus_areas[1].source.as_mut().expect("picked");
    theirs_source.heading = "Isafjord lukkes".to_owned();
    theirs.enter(effect(&theirs, 2, 1), "-90.000");
    let (both, conflicts) = ActionPlan::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, ["action_plans.0.focus_areas.1.proposal"]);
    assert_eq!(row(&both, 2).source, row(&ours, 2).source);
    assert_eq!(both.shown(effect(&both, 2, 1)), "−90.000");

    // Picked by one, while the other types.
    base.focus_areas[1].source = None;
    theirs.focus_areas[1].source = None;
    let both = ActionPlan::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(row(&both, 2).source, row(&ours, 2).source);
}

#[test]
fn sums_that_both_pasted_are_both_there() {
    let mut base = three_rows();
    let sum = |rows: &[usize], total: &str| StatedSum {
        id: Id::random(),
        rows: rows.iter().map(|&number| row(&base, number).id).collect(),
        months: Default::default(),
        total: Entry::Value(kr(total)),
    };
    let [first, second, third] = [
        sum(&[1], "-500"),
        sum(&[2], "-600"),
        sum(&[1, 2, 3], "-700"),
    ];
    base.stated_sums = vec![first.clone()];
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.stated_sums.push(second.clone());
    theirs.stated_sums = vec![third.clone()];
    let (both, conflicts) = ActionPlan::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, [""; 0]);
    assert_eq!(both.stated_sums, [second, third]);

    // Rows that were pasted over, in one of them by another paste.
    let mut ours = base.clone();
    ours.stated_sums[0].rows.push(row(&base, 2).id);
    let mut theirs = base.clone();
    theirs.stated_sums[0].rows = vec![row(&base, 3).id];
    let (both, conflicts) = ActionPlan::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, [""; 0]);
    let summed = [row(&base, 2).id, row(&base, 3).id];
    assert_eq!(both.stated_sums[0].rows, summed);
}

// ---- updates ----

/// The plan of 2023 with its first quarter realised as planned.
fn first_quarter() -> ActionPlan {
    let mut plan = plan_2023();
    plan.status = Some(Month::March);
    for row in &mut plan.focus_areas {
        row.realised[..3].clone_from_slice(&row.effects[..3]);
    }
    plan
}

fn close(plan: &ActionPlan, on: &str, note: &str) -> ActionPlan {
    let mut plan = plan.clone();
    assert_eq!(plan.close_update(date(on), note.to_owned()), Ok(()));
    plan
}

fn notes(plan: &ActionPlan) -> Vec<&str> {
    let updates = plan.updates.all().iter();
    updates.map(|update| update.note()).collect()
}

#[test]
fn an_update_closed_by_one_stays_as_it_was_when_the_other_typed() {
    let base = first_quarter();
    let ours = close(&base, "31.3.2023", "Første kvartal");
    let theirs = with(
        &base,
        &[
            (realised(&base, 1, 3), "-450.000"),
            (effect(&base, 2, 9), "-1"),
        ],
    );
    let both = ActionPlan::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(both.updates, ours.updates);
    assert_eq!(both.closed_through, Some(Month::March));
    // What the other typed in a month that is closed now is not lost; the closed update says what it said.
    assert_eq!(both.shown(realised(&both, 1, 3)), "−450.000");
    assert_eq!(both.shown(effect(&both, 2, 9)), "−1");
    assert_ne!(
        both.forecast(),
        both.updates
            .last()
            .map(|update| support::complete(&update.forecast().kroner().to_string()))
    );
}

#[test]
fn updates_closed_by_both_are_both_there_oldest_first() {
    let base = close(&first_quarter(), "31.3.2023", "Første kvartal");
    let ours = close(&base, "30.6.2023", "Andet kvartal");
    let theirs = close(&base, "15.5.2023", "Ekstra, aftalt i maj");
    let both = ActionPlan::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(
        notes(&both),
        ["Første kvartal", "Ekstra, aftalt i maj", "Andet kvartal"]
    );
    assert_eq!(last_updated_on(&both), Some(date("30.6.2023")));

    // Both closed the same one, and then one took it back.
    let theirs = with(&ours, &[(head(HeadField::Cause), "Anbringelser")]);
    let once = ActionPlan::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(notes(&once), ["Første kvartal", "Andet kvartal"]);
    let taken_back = without_last_update(&once);
    let typed = with(&once, &[(head(HeadField::Cause), "Andre anbringelser")]);
    let both = ActionPlan::merge_both_ways(&once, &taken_back, &typed);
    assert_eq!(notes(&both), ["Første kvartal"]);
    assert_eq!(both.cause, "Andre anbringelser");
}

#[test]
fn updates_closed_through_different_months_are_named() {
    let base = first_quarter();
    let ours = close(&base, "31.3.2023", "Første kvartal");
    let mut theirs = base.clone();
    theirs.status = Some(Month::May);
    let theirs = close(&theirs, "31.5.2023", "Til og med maj");
    let (both, conflicts) = ActionPlan::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, ["action_plans.0.closed_through"]);
    assert_eq!(notes(&both), ["Første kvartal", "Til og med maj"]);
    assert_eq!(
        (both.status, both.closed_through),
        (theirs.status, ours.closed_through)
    );
}

// ---- bounds and moments ----

#[test]
fn more_rows_than_a_plan_holds_are_not_merged_and_nothing_is_lost() {
    let mut base = three_rows();
    for number in base.focus_areas.len() + 1..limits::FOCUS_AREAS {
        base.focus_areas.push(new_row(&format!("Indsats {number}")));
    }
    assert_eq!(base.focus_areas.len(), limits::FOCUS_AREAS - 1);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.focus_areas.push(new_row("Vores"));
    theirs.cause = "Flere anbringelser".to_owned();
    let (full, conflicts) = ActionPlan::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, [""; 0]);
    assert_eq!(full.focus_areas, ours.focus_areas);

    theirs.focus_areas.push(new_row("Deres"));
    theirs.changed_at = moment(base.changed_at.unix_timestamp() + 60);
    for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
        let (both, conflicts) = ActionPlan::merge(&base, ours, theirs);
        assert_eq!(conflicts, [""], "the whole is a conflict");
        let expected = ActionPlan {
            changed_at: ours.changed_at.max(theirs.changed_at),
            ..ours.clone()
        };
        assert_eq!(both, expected);
    }
}

#[test]
fn a_merged_document_was_changed_at_the_later_moment() {
    let at = |proposal: &Proposal, seconds| Proposal {
        changed_at: moment(seconds),
        ..proposal.clone()
    };
    let base = at(&isafjord(), 100);
    let ours = |seconds| at(&with(&base, &[(ProposalField::Heading, "Vores")]), seconds);
    for (theirs, is_conflict) in [
        (base.clone(), false),
        (ours(0), false),
        (with(&base, &[(gain(0), "-1")]), false),
        (with(&base, &[(ProposalField::Heading, "Deres")]), true),
    ] {
        for (mine, other) in [(200, 300), (300, 200), (200, 200)] {
            let (both, conflicts) = Proposal::merge(&base, &ours(mine), &at(&theirs, other));
            assert_eq!(both.changed_at, moment(mine.max(other)));
            assert_eq!(!conflicts.is_empty(), is_conflict);
            assert_eq!(both.heading, "Vores");
        }
    }
}

// ---- catalogues ----

/// Of the example catalogue, the proposals of a package by their numbers.
fn numbers(catalogue: &Catalogue, package: usize) -> Vec<usize> {
    let proposals = catalogue.packages[package].proposals.iter();
    let number = |id| pool().iter().position(|other| other == id);
    proposals
        .map(|id| number(id).expect("an example") + 1)
        .collect()
}

#[test]
fn proposals_that_both_take_into_a_catalogue_are_there_once() {
    let base = catalogue();
    let entry = CatalogueEntry::draft(Id::random());
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.entries.push(entry.clone());
    theirs.entries.insert(1, entry.clone());
    theirs.entries[0].status = ProposalStatus::Cancelled;
    let (both, conflicts) = Catalogue::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, [""; 0]);
    assert_eq!(both.entries.len(), 9);
    assert_eq!(both.entries[0].status, ProposalStatus::Cancelled);
    let of_both = both.entries.iter().filter(|other| **other == entry);
    assert_eq!(of_both.count(), 1);
}

#[test]
fn the_statuses_of_different_proposals_are_both_kept() {
    let base = catalogue();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.entries[2].status = ProposalStatus::Adopted;
    ours.entries[2].outcome = "Fra 1. juli".to_owned();
    theirs.entries[3].status = ProposalStatus::Amended;
    let both = Catalogue::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(both.entries[2], ours.entries[2]);
    assert_eq!(both.entries[3], theirs.entries[3]);
    // The same one is a conflict, and its place is told.
    theirs.entries[2].status = ProposalStatus::Cancelled;
    let (both, conflicts) = Catalogue::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, ["catalogues.0.entries.2.status"]);
    assert_eq!(both.entries[2], ours.entries[2]);
}

#[test]
fn the_proposals_of_a_package_are_an_ordered_set() {
    let ids = pool();
    let base = catalogue();
    assert_eq!(numbers(&base, 0), [1, 2, 3]);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.packages[0].proposals.remove(1);
    ours.packages[0].proposals.push(ids[4]);
    theirs.packages[0].proposals.insert(0, ids[6]);
    theirs.packages[0].proposals.push(ids[4]);
    let both = Catalogue::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(numbers(&both, 0), [7, 1, 3, 5]);
    // Whoever moved them decides their order: of those that cannot be combined, the first counts. New ones stay behind those
    // that they were put behind.
    ours = base.clone();
    ours.packages[0].proposals.reverse();
    let both = Catalogue::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(numbers(&both, 0), [7, 3, 5, 2, 1]);
}

/// A number that was handed over is never given away again, whoever merges what.
#[test]
fn the_later_of_two_editions_stands() {
    let base = catalogue();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.edition = Edition::new(1, date("1.9.2023"));
    theirs.edition = Edition::new(2, date("1.8.2023"));
    let both = Catalogue::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(both.edition, theirs.edition);
    // Not the number of the one with the date of the other.
    let base = ours;
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.edition = Edition::new(1, date("2.9.2023"));
    theirs.edition = Edition::new(2, date("1.9.2023"));
    let both = Catalogue::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(both.edition, theirs.edition);
    // Nor is it given up where an earlier state was brought back, or nothing else was changed.
    theirs.edition = None;
    let both = Catalogue::merge_both_ways(&base, &base, &theirs);
    assert_eq!(both.edition, base.edition);
    theirs.title = "Et andet navn".to_owned();
    let both = Catalogue::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(both.edition, ours.edition);
    assert_eq!(both.title, theirs.title);
}

// ---- any two versions ----

/// What somebody does to a document. Places are counted round.
#[derive(Debug, Clone)]
enum Edit {
    Enter(usize, String),
    Tick(ChangeKind),
    Add(usize, Id, String),
    Remove(usize),
    Move(usize, usize),
    Pick(usize, Option<usize>),
    Status(Option<Month>),
    Close(u8, usize),
    TakeBack,
    Dismiss(usize, usize),
    BringBack(usize),
}

/// Often one of a few, so that both meet.
fn place() -> impl Strategy<Value = usize> {
    prop_oneof![0..4_usize, 0..400_usize]
}

fn id() -> impl Strategy<Value = Id> {
    any::<(u32, u16, u16, u16, u64)>().prop_map(|(a, b, c, d, e)| {
        let e = e >> 16;
        Id::parse(&format!("{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}")).expect("an identity")
    })
}

fn typed() -> impl Strategy<Value = String> {
    let texts = [
        "",
        "-1.200",
        "450",
        "4,4,4",
        "halvtreds",
        "2024",
        "1.5.2023",
        "50",
        "3.20.35 Familiehuset\n3.20.32 Unge",
        "3.20.35 Familiehuset\n3.20.33 Børn",
    ];
    select(texts.to_vec()).prop_map(str::to_owned)
}

const TEXTS: [&str; 3] = ["", "Aftalt", "Står i bilaget"];

fn edits() -> BoxedStrategy<Vec<Edit>> {
    let edit = prop_oneof![
        6 => (place(), typed()).prop_map(|(place, typed)| Edit::Enter(place, typed)),
        1 => select(ChangeKind::ALL.to_vec()).prop_map(Edit::Tick),
        2 => (place(), id(), typed()).prop_map(|(place, id, typed)| Edit::Add(place, id, typed)),
        2 => place().prop_map(Edit::Remove),
        2 => (place(), place()).prop_map(|(from, to)| Edit::Move(from, to)),
        3 => (place(), prop::option::of(0..3_usize)).prop_map(|(row, of)| Edit::Pick(row, of)),
        1 => prop::option::of(select(Month::ALL[..4].to_vec())).prop_map(Edit::Status),
        1 => (1..28_u8, 0..3_usize).prop_map(|(day, note)| Edit::Close(day, note)),
        1 => Just(Edit::TakeBack),
        1 => (0..3_usize, 0..3_usize).prop_map(|(advice, reason)| Edit::Dismiss(advice, reason)),
        1 => (0..3_usize).prop_map(Edit::BringBack),
    ];
    prop::collection::vec(edit, 0..9).boxed()
}

fn round<T>(list: &[T], place: usize) -> Option<usize> {
    (!list.is_empty()).then(|| place % list.len())
}

/// Enters a text in one of the fields; one of the first is anywhere in the form.
fn enter<F: Form>(form: &mut F, place: usize, typed: &str) {
    let fields = form.fields();
    form.enter(fields[place * 7 % fields.len()], typed);
}

fn edit_advice(dismissed: &mut Vec<Dismissal>, edit: &Edit) {
    let advice = |number: usize| ["no-summary", "no-investment", "gain-is-positive"][number];
    let number = match edit {
        Edit::Dismiss(number, _) | Edit::BringBack(number) => *number,
        _ => return,
    };
    dismissed.retain(|dismissal| dismissal.advice != advice(number));
    if let Edit::Dismiss(_, reason) = edit {
        dismissed.push(dismissal(advice(number), TEXTS[*reason]));
    }
}

fn edit_proposal(proposal: &mut Proposal, edit: &Edit) {
    match edit {
        Edit::Enter(place, typed) => enter(proposal, *place, typed),
        Edit::Tick(kind) if !proposal.kinds.remove(kind) => {
            proposal.kinds.insert(*kind);
        }
        _ => edit_advice(&mut proposal.dismissed, edit),
    }
}

fn edit_plan(plan: &mut ActionPlan, edit: &Edit) {
    let rows = &mut plan.focus_areas;
    match edit {
        Edit::Enter(place, typed) => enter(plan, *place, typed),
        Edit::Add(place, id, area) => {
            let row = FocusArea {
                area: area.clone(),
                ..FocusArea::blank(*id)
            };
            rows.insert(place % (rows.len() + 1), row);
        }
        Edit::Remove(place) => {
            let place = round(rows, *place);
            _ = place.map(|place| rows.remove(place));
        }
        Edit::Move(from, to) => {
            if let (Some(from), Some(to)) = (round(rows, *from), round(rows, *to)) {
                let row = rows.remove(from);
                rows.insert(to, row);
            }
        }
        Edit::Pick(place, of) => {
            if let Some(place) = round(rows, *place) {
                rows[place].source = of.and_then(|number| {
                    let picked = &proposals()[number];
                    let mut source = source(&picked.heading, 2023, "-1200000")?;
                    source.proposal = picked.id;
                    Some(source)
                });
            }
        }
        Edit::Status(status) => plan.status = *status,
        Edit::Close(day, note) => {
            // Not every plan can be closed, and not on every day.
            _ = plan.close_update(date(&format!("{day}.4.2023")), TEXTS[*note].to_owned());
        }
        Edit::TakeBack => {
            if plan.updates.last().is_some() {
                *plan = without_last_update(plan);
            }
        }
        _ => edit_advice(&mut plan.dismissed, edit),
    }
}

/// Does something to one of the lists of a catalogue.
fn in_list(catalogue: &mut Catalogue, list: usize, edit: impl Fn(&mut dyn Rows)) {
    match list % 4 {
        0 => edit(&mut catalogue.entries),
        1 => edit(&mut catalogue.variant_groups),
        2 => edit(&mut catalogue.relations),
        _ => edit(&mut catalogue.packages),
    }
}

/// Rows that come, go and move.
trait Rows {
    fn take_out(&mut self, place: usize);
    fn shift(&mut self, from: usize, to: usize);
}

impl<T> Rows for Vec<T> {
    fn take_out(&mut self, place: usize) {
        _ = round(self, place).map(|place| self.remove(place));
    }

    fn shift(&mut self, from: usize, to: usize) {
        if let (Some(from), Some(to)) = (round(self, from), round(self, to)) {
            let row = self.remove(from);
            self.insert(to, row);
        }
    }
}

/// The proposals that packages and groups have in these tests: those of the examples.
fn pool() -> &'static [Id] {
    static POOL: LazyLock<Vec<Id>> =
        LazyLock::new(|| proposals().iter().map(|proposal| proposal.id).collect());
    &POOL
}

fn edit_catalogue(catalogue: &mut Catalogue, edit: &Edit) {
    match edit {
        Edit::Enter(place, typed) => enter(catalogue, *place, typed),
        Edit::Add(place, id, name) => {
            let name = name.clone();
            let at = |length: usize| place / 4 % (length + 1);
            match place % 4 {
                0 => {
                    let entry = CatalogueEntry::draft(*id);
                    catalogue.entries.insert(at(catalogue.entries.len()), entry);
                }
                1 => {
                    let group = VariantGroup {
                        id: *id,
                        name,
                        proposals: pool()[..2].to_vec(),
                    };
                    let at = at(catalogue.variant_groups.len());
                    catalogue.variant_groups.insert(at, group);
                }
                2 => {
                    let relation = Relation::new(*id, RelationKind::Weakens, pool()[0], pool()[1]);
                    let at = at(catalogue.relations.len());
                    catalogue.relations.insert(at, relation);
                }
                _ => {
                    let package = Package {
                        id: *id,
                        name,
                        proposals: pool()[1..4].to_vec(),
                    };
                    catalogue
                        .packages
                        .insert(at(catalogue.packages.len()), package);
                }
            }
        }
        Edit::Remove(place) => in_list(catalogue, *place, |rows| rows.take_out(place / 4)),
        // Also within the first package.
        Edit::Move(from, to) if from % 5 == 4 => {
            if let Some(package) = catalogue.packages.first_mut() {
                package.proposals.shift(from / 5, *to);
            }
        }
        Edit::Move(from, to) => in_list(catalogue, from % 5, |rows| rows.shift(from / 5, *to)),
        Edit::Pick(place, of) => {
            let picked = pool()[of.unwrap_or(7)];
            let lists = catalogue.packages.iter_mut().map(|one| &mut one.proposals);
            let groups = catalogue.variant_groups.iter_mut();
            let mut lists: Vec<_> = lists.chain(groups.map(|one| &mut one.proposals)).collect();
            if let Some(at) = round(&lists, *place) {
                let had = lists[at].len();
                lists[at].retain(|id| *id != picked);
                if lists[at].len() == had {
                    lists[at].push(picked);
                }
            }
        }
        Edit::Status(month) => {
            let status = ProposalStatus::ALL[month.map_or(6, Month::index)];
            let entries = catalogue.entries.len();
            if let Some(entry) = catalogue.entries.get_mut(entries / 2) {
                entry.status = status;
            }
        }
        Edit::Close(day, note) => {
            let number = u32::try_from(note + 1).expect("a number");
            let edition = Edition::new(number, date(&format!("{day}.4.2023")));
            // No number falls: what was handed over stays so.
            catalogue.edition = catalogue.edition.max(edition);
        }
        Edit::TakeBack | Edit::Tick(_) | Edit::Dismiss(..) | Edit::BringBack(_) => {}
    }
}

fn edited(document: &Document, edits: &[Edit], changed_at: i64) -> Document {
    let mut document = document.clone();
    for edit in edits {
        match &mut document {
            Document::Proposal(proposal) => edit_proposal(proposal, edit),
            Document::ActionPlan(plan) => edit_plan(plan, edit),
            Document::Catalogue(catalogue) => edit_catalogue(catalogue, edit),
        }
    }
    document.with_changed_at(moment(changed_at))
}

fn base() -> BoxedStrategy<Document> {
    let plans = plans().into_iter().map(|mut plan| {
        plan.status = Some(Month::February);
        plan.into()
    });
    let documents: Vec<Document> = plans
        .chain(proposals().into_iter().take(4).map(Document::from))
        .chain((0..4).map(|_| catalogue().into()))
        .collect();
    (select(documents), edits())
        .prop_map(|(document, edits)| edited(&document, &edits, 1_000))
        .boxed()
}

/// A document and two that were made from it.
fn versions() -> BoxedStrategy<[Document; 3]> {
    (base(), edits(), edits(), 1_000..3_000_i64)
        .prop_map(|(base, ours, theirs, at)| {
            let (ours, theirs) = (edited(&base, &ours, 2_000), edited(&base, &theirs, at));
            [base, ours, theirs]
        })
        .boxed()
}

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2023),
        ..ProptestConfig::default()
    }
}

/// Everything that a document says, place by place. The second map is for what is there or not: each row, each closed
/// update, and each advice that was dismissed.
#[derive(Debug, PartialEq)]
struct Said {
    fields: BTreeMap<String, String>,
    things: BTreeMap<String, BTreeMap<String, String>>,
}

fn said(document: &Document) -> Said {
    let mut fields = BTreeMap::new();
    let mut things = BTreeMap::new();
    let mut say = |name: String, value: String| assert_eq!(fields.insert(name, value), None);
    let none = Vec::new();
    let dismissed = match document {
        Document::Catalogue(catalogue) => {
            say_catalogue(catalogue, &mut say, &mut things);
            &none
        }
        Document::Proposal(proposal) => {
            for field in proposal.fields() {
                say(field.name(), proposal.shown(field));
            }
            for kind in ChangeKind::ALL {
                let is_ticked = proposal.kinds.contains(&kind);
                say(format!("{kind:?}"), is_ticked.to_string());
            }
            &proposal.dismissed
        }
        Document::ActionPlan(plan) => {
            for field in HeadField::ALL {
                say(head(field).name(), plan.shown(head(field)));
            }
            say("status".to_owned(), format!("{:?}", plan.status));
            say("closed".to_owned(), format!("{:?}", plan.closed_through));
            for row in &plan.focus_areas {
                let texts = RowText::ALL.map(|text| (format!("{text:?}"), text.of(row).clone()));
                let rest = [
                    ("source".to_owned(), format!("{:?}", row.source)),
                    ("stated".to_owned(), format!("{:?}", row.stated_total)),
                ];
                let mut all = BTreeMap::from_iter(texts.into_iter().chain(rest));
                for number in 1..=12 {
                    let month = month(number);
                    let amounts = (row.effect(month), row.realised_in(month));
                    all.insert(format!("effect {number}"), format!("{:?}", amounts.0));
                    all.insert(format!("realised {number}"), format!("{:?}", amounts.1));
                }
                things.insert(format!("row {}", row.id), all);
            }
            for update in plan.updates.all() {
                things.insert(format!("{update:?}"), BTreeMap::new());
            }
            &plan.dismissed
        }
    };
    for Dismissal { advice, reason, .. } in dismissed {
        let reason = BTreeMap::from([("reason".to_owned(), reason.clone())]);
        things.insert(format!("advice {advice}"), reason);
    }
    Said { fields, things }
}

/// What a catalogue says: its rows are things, and a package or a group has each proposal of the examples or has it not.
fn say_catalogue(
    catalogue: &Catalogue,
    say: &mut impl FnMut(String, String),
    things: &mut BTreeMap<String, BTreeMap<String, String>>,
) {
    let mut add = |name: String, field: &str, value: String| {
        let row = things.entry(name).or_default();
        row.insert(field.to_owned(), value);
    };
    for field in catalogue.fields() {
        let shown = catalogue.shown(field);
        match field {
            CatalogueField::Outcome(id) => add(format!("entry {id}"), "outcome", shown),
            CatalogueField::GroupName(id) => add(format!("group {id}"), "name", shown),
            CatalogueField::PackageName(id) => add(format!("package {id}"), "name", shown),
            CatalogueField::Note(id) => add(format!("relation {id}"), "note", shown),
            CatalogueField::Weakening(id, year) => {
                add(format!("relation {id}"), &format!("year {year}"), shown);
            }
            _ => say(field.name(), shown),
        }
    }
    for entry in &catalogue.entries {
        let name = format!("entry {}", entry.proposal);
        add(name, "status", format!("{:?}", entry.status));
    }
    let groups = catalogue.variant_groups.iter();
    let groups = groups.map(|group| (format!("group {}", group.id), &group.proposals));
    let packages = catalogue.packages.iter();
    let packages = packages.map(|one| (format!("package {}", one.id), &one.proposals));
    for (name, proposals) in groups.chain(packages) {
        for id in pool() {
            let has = proposals.contains(id).to_string();
            add(name.clone(), &format!("has {id}"), has);
        }
    }
}

/// What should become of fields that all three have, and how many both changed.
fn expected_fields(
    base: Option<&BTreeMap<String, String>>,
    ours: &BTreeMap<String, String>,
    theirs: &BTreeMap<String, String>,
) -> (BTreeMap<String, String>, usize) {
    let mut conflicts = 0;
    let expected = ours.iter().map(|(name, mine)| {
        let (base, theirs) = (base.and_then(|base| base.get(name)), &theirs[name]);
        let value = if Some(mine) == base { theirs } else { mine };
        if Some(mine) != base && Some(theirs) != base && mine != theirs {
            conflicts += 1;
        }
        (name.clone(), value.clone())
    });
    (expected.collect(), conflicts)
}

/// What should become of two versions, told by another rule than the module's: place by place, without their order.
fn expected(base: &Said, ours: &Said, theirs: &Said) -> (Said, usize) {
    let (fields, mut conflicts) = expected_fields(Some(&base.fields), &ours.fields, &theirs.fields);
    let mut things = BTreeMap::new();
    let names: BTreeSet<&String> = ours.things.keys().chain(theirs.things.keys()).collect();
    for name in names {
        let in_base = base.things.get(name);
        let thing = match (ours.things.get(name), theirs.things.get(name)) {
            (Some(ours), Some(theirs)) => {
                let (thing, more) = expected_fields(in_base, ours, theirs);
                conflicts += more;
                Some(thing)
            }
            (ours, theirs) => ours
                .or(theirs)
                .filter(|&only| in_base != Some(only))
                .cloned(),
        };
        _ = thing.map(|thing| things.insert(name.clone(), thing));
    }
    (Said { fields, things }, conflicts)
}

/// What was published last; `None` of other documents.
fn edition(document: &Document) -> Option<Edition> {
    match document {
        Document::Catalogue(catalogue) => catalogue.edition,
        Document::Proposal(_) | Document::ActionPlan(_) => None,
    }
}

/// The lists of a document whose order counts, by name.
fn lists(document: &Document) -> BTreeMap<String, Vec<Id>> {
    match document {
        Document::Proposal(_) => BTreeMap::new(),
        Document::ActionPlan(plan) => {
            let rows = plan.focus_areas.iter().map(|row| row.id).collect();
            BTreeMap::from([("rows".to_owned(), rows)])
        }
        Document::Catalogue(catalogue) => {
            let entries = catalogue.entries.iter().map(|entry| entry.proposal);
            let groups = catalogue.variant_groups.iter().map(|group| group.id);
            let relations = catalogue.relations.iter().map(|relation| relation.id);
            let packages = catalogue.packages.iter().map(|package| package.id);
            let of_groups = catalogue.variant_groups.iter();
            let of_groups = of_groups.map(|one| (format!("of {}", one.id), one.proposals.clone()));
            let of_packages = catalogue.packages.iter();
            let of_packages =
                of_packages.map(|one| (format!("of {}", one.id), one.proposals.clone()));
            [
                ("entries".to_owned(), entries.collect()),
                ("groups".to_owned(), groups.collect()),
                ("relations".to_owned(), relations.collect()),
                ("packages".to_owned(), packages.collect()),
            ]
            .into_iter()
            .chain(of_groups)
            .chain(of_packages)
            .collect()
        }
    }
}

/// The lists that all of these documents have.
fn shared_lists(documents: &[&Document]) -> Vec<String> {
    let mut names: Vec<String> = lists(documents[0]).into_keys().collect();
    names.retain(|name| {
        documents
            .iter()
            .all(|document| lists(document).contains_key(name))
    });
    names
}

/// The rows of a list of the first that the others have too, in its order.
fn common(list: &str, document: &Document, others: &[&Document]) -> Vec<Id> {
    let rows = |document| lists(document).remove(list).unwrap_or_default();
    let mut common = rows(document);
    common.retain(|id| others.iter().all(|other| rows(other).contains(id)));
    common
}

fn is_reordered(list: &str, one: &Document, other: &Document) -> bool {
    common(list, one, &[other]) != common(list, other, &[one])
}

fn check_readable(document: &Document) -> Result<(), TestCaseError> {
    let text = file::write([document]).expect("JSON");
    prop_assert_eq!(file::read(&text), Ok(vec![document.clone()]));
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_only_one_changed_is_what_it_changed([base, ours, theirs] in versions()) {
        for (merged, only) in [
            (merge(&base, &ours, &base), &ours),
            (merge(&base, &base, &theirs), &theirs),
            (merge(&base, &ours, &ours), &ours),
        ] {
            prop_assert!(merged.document.says_the_same_as(only));
            prop_assert!(merged.conflicts.is_empty());
            prop_assert_eq!(merged.document.changed_at(), only.changed_at().max(base.changed_at()));
        }
    }

    /// Every value and every row that either changed is there, and as many places are named as both changed.
    #[test]
    fn everything_that_either_changed_is_there([base, ours, theirs] in versions()) {
        let merged = merge(&base, &ours, &theirs);
        let (expected, mut conflicts) = expected(&said(&base), &said(&ours), &said(&theirs));
        prop_assert_eq!(said(&merged.document), expected);
        prop_assert_eq!(edition(&merged.document), edition(&ours).max(edition(&theirs)));
        for list in shared_lists(&[&base, &ours, &theirs]) {
            let is_moved = [(&base, &ours), (&base, &theirs), (&ours, &theirs)]
                .map(|(one, other)| is_reordered(&list, one, other));
            conflicts += usize::from(is_moved == [true; 3]);
        }
        prop_assert_eq!(merged.conflicts.len(), conflicts, "{:?}", merged.conflicts);
        prop_assert!(!merged.conflicts.contains(&String::new()));
        prop_assert_eq!(merged.document.changed_at(), ours.changed_at().max(theirs.changed_at()));
        prop_assert_eq!((merged.document.kind(), merged.document.id()), (base.kind(), base.id()));
    }

    #[test]
    fn a_merged_document_can_be_written_and_read([base, ours, theirs] in versions()) {
        check_readable(&merge(&base, &ours, &theirs).document)?;
    }

    /// The order is that of whoever moved rows; new ones stay behind those that they were added under.
    #[test]
    fn rows_are_in_the_order_of_whoever_moved_them([base, ours, theirs] in versions()) {
        let merged = merge(&base, &ours, &theirs).document;
        for list in shared_lists(&[&base, &ours, &theirs, &merged]) {
            let lead = if is_reordered(&list, &base, &ours) { &ours } else { &theirs };
            let all = [&base, &ours, &theirs];
            prop_assert_eq!(common(&list, &merged, &all), common(&list, lead, &all));
            prop_assert_eq!(common(&list, &merged, &[lead]), common(&list, lead, &[&merged]));
        }
    }

    /// Closed updates are oldest first, as they are in a plan by itself.
    #[test]
    fn closed_updates_stay_oldest_first([base, ours, theirs] in versions()) {
        if let Document::ActionPlan(plan) = merge(&base, &ours, &theirs).document {
            let dates = plan.updates.all().iter().map(|update| update.closed_on());
            prop_assert!(dates.is_sorted());
        }
    }

    #[test]
    fn without_a_conflict_it_does_not_matter_who_merges([base, ours, theirs] in versions()) {
        let (one, other) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        prop_assert_eq!(one.conflicts.len(), other.conflicts.len());
        if one.conflicts.is_empty() {
            prop_assert_eq!(said(&one.document), said(&other.document));
            let all = [&base, &ours, &theirs];
            for list in shared_lists(&[&one.document, &other.document]) {
                prop_assert_eq!(common(&list, &one.document, &all), common(&list, &other.document, &all));
            }
        }
    }

    /// Whoever takes what was merged for theirs has nothing left to merge.
    #[test]
    fn what_was_merged_has_both_in_it([base, ours, theirs] in versions()) {
        let merged = merge(&base, &ours, &theirs);
        let again = merge(&theirs, &theirs, &merged.document);
        prop_assert!(again.document.says_the_same_as(&merged.document));
        if merged.conflicts.is_empty() {
            let again = merge(&base, &merged.document, &theirs);
            prop_assert_eq!(said(&again.document), said(&merged.document));
            prop_assert_eq!(again.conflicts.len(), 0);
        }
    }

    #[test]
    fn two_fields_of_a_proposal_are_both_kept(form in select(proposals()), places in [place(), place()], typed in [typed(), typed()]) {
        check_two_fields(&form, places, &typed)?;
    }

    #[test]
    fn two_fields_of_a_catalogue_are_both_kept(places in [place(), place()], typed in [typed(), typed()]) {
        check_two_fields(&catalogue(), places, &typed)?;
    }

    #[test]
    fn two_fields_of_a_plan_are_both_kept(form in select(plans()), places in [place(), place()], typed in [typed(), typed()]) {
        check_two_fields(&form, places, &typed)?;
    }
}

fn check_two_fields<F>(
    form: &F,
    places: [usize; 2],
    typed: &[String; 2],
) -> Result<(), TestCaseError>
where
    F: Form + FromMerged + Debug + PartialEq,
    F::Field: Debug,
{
    let fields = form.fields();
    let [one, other] = places.map(|place| fields[place * 7 % fields.len()]);
    if one == other {
        return Ok(());
    }
    let ours = with(form, &[(one, &typed[0])]);
    let theirs = with(form, &[(other, &typed[1])]);
    let both = F::merge_both_ways(form, &ours, &theirs);
    prop_assert_eq!(
        both,
        with(form, &[(one, &typed[0]), (other, &typed[1])]),
        "{:?} and {:?}",
        one,
        other
    );
    Ok(())
}
