//! What differs between two states of a document.

use crate::support;

use raaderum::domain::{AmountRow, ChangeKind, Document, Month, PlanField, ProposalField};
use raaderum::draft::{Form, differences};
use raaderum::text::differences::other_differences;

/// What differs beside the fields, as `label: then → today`.
fn others(then: impl Into<Document>, today: impl Into<Document>) -> Vec<String> {
    let differences = other_differences(&then.into(), &today.into()).into_iter();
    differences
        .map(|one| format!("{}: {} → {}", one.label, one.then, one.today))
        .collect()
}

#[test]
fn a_document_does_not_differ_from_itself() {
    let proposal = support::proposal("Isafjord");
    let plan = support::plan_2023();
    assert_eq!(differences(&proposal, &proposal).count(), 0);
    assert_eq!(differences(&plan, &plan).count(), 0);
    assert!(others(proposal.clone(), proposal).is_empty());
    assert!(others(plan.clone(), plan).is_empty());
}

#[test]
fn fields_that_differ_come_in_the_order_of_the_form() {
    let then = support::proposal("Isafjord");
    let mut today = then.clone();
    let gain = ProposalField::Amount(AmountRow::EstimatedGain, 1);
    today.enter(gain, "-700");
    today.enter(ProposalField::Heading, "Isafjord lukkes");
    assert_eq!(
        differences(&then, &today).collect::<Vec<_>>(),
        [ProposalField::Heading, gain]
    );
}

#[test]
fn the_fields_of_a_row_that_was_removed_differ() {
    let then = support::plan_2023();
    let mut today = then.clone();
    let removed = today.focus_areas.remove(0);
    let found: Vec<PlanField> = differences(&then, &today).collect();
    assert!(!found.is_empty());
    for field in found {
        assert!(
            matches!(field, PlanField::Text(id, _) | PlanField::Effect(id, _) if id == removed.id),
            "{field:?}"
        );
        assert_eq!(today.shown(field), "");
    }
}

#[test]
fn what_is_no_field_is_told_in_words() {
    let then = support::proposal("Isafjord");
    let mut today = then.clone();
    today.kinds = [ChangeKind::Efficiency, ChangeKind::Saving].into();
    assert_eq!(others(then, today).len(), 1);

    let then = support::plan_2023();
    let mut today = then.clone();
    today.status = Some(Month::March);
    today.closed_through = Some(Month::February);
    today.focus_areas.swap(0, 1);
    let told = others(then, today);
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!(told[0], "Regnskabstal til og med:  → marts");
    assert_eq!(told[1], "Lukket til og med:  → februar");
    assert!(told[2].starts_with("Indsatser i rækkefølge: "));
}
