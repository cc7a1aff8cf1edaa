//! Blank is not zero: what a sum over blanks is, and how it is said.

use crate::support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use raaderum::danish::Signs;
use raaderum::domain::{
    Amount, AmountRow, Entry, Id, Proposal, ProposalField, Timestamp, Total, Year, combine,
    largest_choice,
};
use raaderum::draft::Form;
use raaderum::picture::savings;
use raaderum::text::publication::hearing_answer;
use raaderum::text::{explanation, filtering, proposal, sums};
use support::{catalogue_of, complete, kr, numbered, plan, plan_2023, proposals, thousand};

/// A proposal for 2024 to which nothing was entered.
fn empty() -> Proposal {
    let year = Entry::Value(Year::new(2024).expect("a year"));
    Proposal::blank(numbered(99), Timestamp::UNIX_EPOCH, year)
}

fn total() -> impl Strategy<Value = Total> {
    prop_oneof![
        Just(Total::Blank),
        Just(Total::Incomplete),
        (-1_000_i64..1_000).prop_map(|amount| Total::Complete(Amount::from_kroner(amount))),
    ]
}

proptest! {
    /// What is blank changes no sum, what cannot be read spoils every one, and order does not matter.
    #[test]
    fn blank_is_the_nothing_of_every_sum(a in total(), b in total(), c in total()) {
        prop_assert_eq!(a + Total::Blank, a);
        prop_assert_eq!(a - Total::Blank, a);
        prop_assert_eq!(a + Total::Incomplete, Total::Incomplete);
        prop_assert_eq!(a + b, b + a);
        prop_assert_eq!((a + b) + c, a + (b + c));
        prop_assert_eq!((a + b).counted().is_some(), a.counted().is_some() && b.counted().is_some());
        // A sum is blank only where all of it is.
        prop_assert_eq!((a + b).is_blank(), a.is_blank() && b.is_blank());
        prop_assert_eq!((a - b).counted(), a.counted().zip(b.counted()).map(|(a, b)| a - b));
        // What is shown is never a number that nobody entered.
        prop_assert_eq!(a.amount().is_none(), a.is_blank() || a == Total::Incomplete);
    }
}

#[test]
fn a_sum_over_blanks_alone_is_blank() {
    assert_eq!(Total::of([]), Total::Blank);
    assert_eq!(Total::of([&Entry::Blank, &Entry::Blank]), Total::Blank);
    let zero = Entry::Value(kr("0"));
    assert_eq!(Total::of([&Entry::Blank, &zero]), Total::ZERO);
    assert_eq!([].into_iter().sum::<Total>(), Total::Blank);
    assert_eq!(Total::Blank - complete("5"), complete("-5"));
}

#[test]
fn an_empty_proposal_has_no_amount_and_says_so() {
    let mut form = empty();
    assert!(!form.has_amount());
    assert_eq!(form.net_change_total(), Total::Blank);
    assert_eq!(
        proposal::announce_net_change(&form.first_year, form.net_change_total()),
        "Ændringsforslag i alt 2024-2027: intet beløb endnu"
    );
    assert_eq!(sums::total_words(Total::Blank), "intet beløb endnu");
    assert_eq!(
        sums::four_years(Signs::MinusSaves, Total::Blank),
        "intet beløb endnu"
    );
    // Nothing is explained where nothing is shown.
    let told = explanation::net_change_total(&form, Signs::MinusSaves);
    assert_eq!(told.formula, "");
    // A budget changes nothing, and a rate has nothing to be a rate of.
    form.enter(ProposalField::Amount(AmountRow::CurrentBudget, 0), "1.213");
    form.enter(ProposalField::Reimbursement, "50 %");
    assert!(!form.has_amount());
    assert_eq!(form.years[0].budget_after(), Some(complete("1213000")));
    assert_eq!(
        form.gross_and_net_total().map(|of| of.gross),
        Some(Total::Blank)
    );
    // Zero is an amount, and so is what cannot be read.
    for typed in ["0", "ca. 4"] {
        let mut form = empty();
        form.enter(ProposalField::Amount(AmountRow::EstimatedGain, 3), typed);
        assert!(form.has_amount(), "{typed}");
        assert_eq!(form.years[0].net_change(), Total::Blank);
    }
}

#[test]
fn the_number_of_proposals_tells_how_many_have_no_amount() {
    assert_eq!(filtering::found(8, 8, 1), "8 forslag, 1 uden beløb endnu");
    assert_eq!(filtering::found(8, 8, 0), "8 forslag");
    assert_eq!(filtering::found(1, 1, 0), "1 forslag");
    assert_eq!(
        filtering::found(3, 8, 2),
        "3 af 8 forslag, 2 uden beløb endnu"
    );
}

#[test]
fn a_catalogue_without_amounts_has_blank_sums() {
    let mut all = vec![empty()];
    let known: BTreeMap<Id, &Proposal> = all.iter().map(|one| (one.id, one)).collect();
    let catalogue = catalogue_of(&all);
    let largest = largest_choice(&catalogue, &known);
    let sums = combine(&catalogue, &known, &largest.proposals);
    // It counts: it is not known to change nothing.
    assert_eq!(sums.counted, [numbered(99)]);
    assert_eq!(sums.net_change_total(), Total::Blank);
    assert!(
        sums.years
            .iter()
            .all(|year| year.net_change.is_blank() && !year.is_weakened())
    );
    assert!(
        sums.by_department
            .iter()
            .all(|part| part.net_change_total().is_blank())
    );
    assert_eq!(
        hearing_answer::years_in_words(&catalogue, &sums.years)
            .first()
            .map(String::as_str),
        Some("2024: intet beløb endnu")
    );
    // There is a picture, with nothing in it.
    let drawn = savings(&sums.years).expect("a picture");
    assert!(drawn.iter().all(|year| year.saving.is_zero()));
    // Beside the eight of Lejre it changes none of their sums, nor the choice that saves most.
    all.extend(proposals());
    let known: BTreeMap<Id, &Proposal> = all.iter().map(|one| (one.id, one)).collect();
    let catalogue = catalogue_of(&all);
    let largest = largest_choice(&catalogue, &known);
    assert_eq!(largest.unproven, []);
    let sums = combine(&catalogue, &known, &largest.proposals);
    assert_eq!(sums.net_change_total(), complete("-29932000"));
}

#[test]
fn a_plan_without_effects_has_none_and_the_forecast_is_the_start() {
    let empty = plan("Afdeling Børn og Familie", 2022);
    assert_eq!(empty.planned_effect(), Total::Blank);
    assert_eq!(empty.expected_effect(), Total::Blank);
    assert_eq!(empty.forecast(), Some(complete("83100000")));
    // The other plan has effects in seven rows of July and six of the other months.
    let full = plan_2023();
    assert_eq!(full.planned_effect(), complete("-26049996"));
    // Realised months in which nothing was reported are blank, and what was planned in them deviates.
    let mut passed = full;
    passed.status = Some(support::month(1));
    let january = passed.follow_up(support::month(1));
    assert_eq!(january.realised, Total::Blank);
    assert_eq!(january.deviation(), complete("2379168"));
}

#[test]
fn a_total_that_is_weighed_counts_blank_as_nothing() {
    assert_eq!(Total::Blank.counted(), Some(kr("0")));
    assert_eq!(Total::Blank.amount(), None);
    assert_eq!(Total::Incomplete.counted(), None);
    assert_eq!(
        Total::Complete(thousand(-450)).counted(),
        Some(thousand(-450))
    );
}
