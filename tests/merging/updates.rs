//! Updates that one or both closed.

use raaderum::domain::{ActionPlan, HeadField, Month};
use raaderum::draft::Form;

use super::{FromMerged, with};
use crate::support::{
    self, date, effect, head, last_updated_on, plan_2023, realised, without_last_update,
};

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
    assert_eq!(conflicts, ["action_plans[0].closed_through"]);
    assert_eq!(notes(&both), ["Første kvartal", "Til og med maj"]);
    assert_eq!(
        (both.status, both.closed_through),
        (theirs.status, ours.closed_through)
    );
}
