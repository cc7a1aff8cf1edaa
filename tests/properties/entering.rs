//! Entering, showing and pasting in forms.

use std::fmt::Debug;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use raaderum::danish::Signs;
use raaderum::domain::Document;
use raaderum::draft::{Block, EntryError, Form, enter_in, shown_in};

use super::config;
use super::strategies::{catalogue, plan, proposal, typed};
use crate::support::reading::{check_stable, typed_out};
use crate::support::{self, paste};

/// Enters a text into every field in turn: shown and entered again it gives the same form, and what cannot be
/// read is shown as it was typed.
fn check_entering<F>(form: &F, typed: &str) -> Result<(), TestCaseError>
where
    F: Form + Clone + Debug + PartialEq,
    F::Field: Debug,
{
    for field in form.fields() {
        let mut once = form.clone();
        once.enter(field, typed);
        if form.is_locked(field) {
            prop_assert_eq!(&once, form, "{:?} is locked", field);
            continue;
        }
        let shown = once.shown(field);
        let mut twice = once.clone();
        twice.enter(field, &shown);
        prop_assert_eq!(&twice, &once, "{:?} shows {:?}", field, shown);
        match once.error(field) {
            // It is a date all the same, and printed as one.
            None | Some(EntryError::HearingEndsFirst) => {}
            Some(_) => prop_assert_eq!(&shown, typed, "{:?}", field),
        }
    }
    Ok(())
}

/// Typing what a field shows in a sign convention, in that convention, gives the same entry.
fn check_signs<F>(form: &F, signs: Signs) -> Result<(), TestCaseError>
where
    F: Form + Clone + Debug + PartialEq,
    F::Field: Debug,
{
    let form = typed_out(form.clone());
    for field in form.fields() {
        let shown = shown_in(&form, field, signs);
        let mut typed = form.clone();
        typed.enter(field, "");
        enter_in(&mut typed, field, &shown, signs);
        prop_assert_eq!(&typed, &form, "{:?} shows {:?}", field, shown);
    }
    Ok(())
}

/// Pasting gives a form that a file holds, and can be taken back after something else was done.
fn check_pasting<F>(
    original: &F,
    start: Index,
    block: &str,
    signs: Signs,
) -> Result<(), TestCaseError>
where
    F: Form + Clone + Debug + PartialEq + Into<Document>,
{
    let mut form = original.clone();
    let cells: Vec<F::Field> = form
        .fields()
        .into_iter()
        .filter(|&field| form.position(field).is_some())
        .collect();
    let (Some(block), false) = (Block::from_clipboard(block), cells.is_empty()) else {
        return Ok(());
    };
    paste(&mut form, *start.get(&cells), &block, signs).expect("a cell");
    check_stable(&[form.clone().into()]);
    if form != *original {
        let back = support::taken_back(original, &form, &form);
        let original: Document = original.clone().into();
        prop_assert_eq!(back, original);
    }
    Ok(())
}

pub fn block() -> impl Strategy<Value = String> {
    let cells = prop::collection::vec(prop_oneof![typed(), Just(String::new())], 1..6);
    let rows = prop::collection::vec(cells.prop_map(|cells| cells.join("\t")), 1..6);
    rows.prop_map(|rows| rows.join("\r\n"))
}

/// A matrix with months above and a sum below, as the printed plans have it.
pub fn plan_table() -> impl Strategy<Value = String> {
    let row = prop::collection::vec(prop_oneof![typed(), Just(String::new())], 5);
    prop::collection::vec(row, 1..6).prop_map(|rows| {
        let mut lines = vec!["\tJAN\tmar\tDecember\tI ALT".to_owned()];
        lines.extend(rows.into_iter().map(|cells| cells.join("\t")));
        lines.push("I alt\t-1\t−2\t\t-3".to_owned());
        lines.join("\n")
    })
}

/// A table with years above and the names of the rows, as the printed proposals have it.
fn proposal_table() -> impl Strategy<Value = String> {
    let row = || prop::collection::vec(prop_oneof![typed(), Just(String::new())], 1..6);
    [row(), row(), row(), row()].prop_map(|rows| {
        let names = [
            "Estimeret gevinst",
            "Investeringsbehov",
            "Ændringsforslag i alt",
            "Ændring i antal årsværk",
        ];
        let lines = names
            .iter()
            .zip(rows)
            .map(|(name, cells)| format!("{name}\t{}", cells.join("\t")));
        let lines: Vec<String> = lines.collect();
        format!(
            "Beløb i hele 1.000 kr.\t2024\t2025\t2026\t2027\tI alt\n{}",
            lines.join("\n")
        )
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn entering_what_is_shown_changes_nothing_in_a_proposal(form in proposal(), typed in typed()) {
        check_entering(&form, &typed)?;
    }

    #[test]
    fn entering_what_is_shown_changes_nothing_in_a_plan(form in plan(), typed in typed()) {
        check_entering(&form, &typed)?;
    }

    #[test]
    fn what_a_proposal_shows_in_a_sign_convention_reads_back(form in proposal(), signs in select(Signs::ALL.to_vec())) {
        check_signs(&form, signs)?;
    }

    #[test]
    fn what_a_plan_shows_in_a_sign_convention_reads_back(form in plan(), signs in select(Signs::ALL.to_vec())) {
        check_signs(&form, signs)?;
    }

    #[test]
    fn entering_what_is_shown_changes_nothing_in_a_catalogue(form in catalogue(), typed in typed()) {
        check_entering(&form, &typed)?;
    }

    #[test]
    fn what_a_catalogue_shows_in_a_sign_convention_reads_back(form in catalogue(), signs in select(Signs::ALL.to_vec())) {
        check_signs(&form, signs)?;
    }

    #[test]
    fn a_paste_into_a_proposal_is_taken_back(
        form in proposal(),
        start in any::<Index>(),
        block in prop_oneof![block(), proposal_table()],
        signs in select(Signs::ALL.to_vec()),
    ) {
        check_pasting(&typed_out(form), start, &block, signs)?;
    }

    #[test]
    fn a_paste_into_a_plan_is_taken_back(
        form in plan(),
        start in any::<Index>(),
        block in prop_oneof![block(), plan_table()],
        signs in select(Signs::ALL.to_vec()),
    ) {
        check_pasting(&typed_out(form), start, &block, signs)?;
    }
}
