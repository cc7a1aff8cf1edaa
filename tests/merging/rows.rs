//! Rows that one or both added, changed, moved or removed.

use raaderum::domain::{ActionPlan, Entry, HeadField, Id, PlanField, RowText, StatedSum, Year};
use raaderum::draft::Form;

use super::{FromMerged, areas, new_row, source, three_rows, with};
use crate::support::{effect, head, kr, plan_2023, row};

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
    assert_eq!(conflicts, ["action_plans[0].focus_areas"]);
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
    assert_eq!(conflicts, ["action_plans[0].focus_areas[8].effects[11]"]);
    assert_eq!(both.shown(effect(&both, 9, 12)), "−1");
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
    assert_eq!(conflicts, ["action_plans[0].focus_areas[1].proposal"]);
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
