//! Planned and realised: the line through the months, its cells, rows without an amount, and what a row was picked
//! from. The figures stand in `regler/opfoelgning.md` and `regler/daekning.md`.

use crate::support;

use raaderum::domain::{
    ActionPlan, Amount, Entry, Month, PlanField, ProposalSource, Total, Year, limits,
};
use raaderum::draft::Form;
use raaderum::text::plan::{focus_areas, matrix};
use support::{complete, kr, month, plan_2023, plan_of, realised, row, type_months};

/// Two rows that are planned to give 1.800.000 together, and gave 320.000 in the first quarter of 450.000: the first
/// gave less, and did not report March.
fn first_quarter() -> ActionPlan {
    let mut plan = plan_of("1.800.000", &["-100.000", "-50.000"]);
    type_months(&mut plan, 1, "-80.000 -90.000 .", PlanField::Realised);
    type_months(
        &mut plan,
        2,
        "-50.000 -50.000 -50.000 .",
        PlanField::Realised,
    );
    plan.status = Some(Month::March);
    plan
}

// ---- month by month ----

#[test]
fn the_line_runs_from_the_start_to_the_forecast() {
    let plan = first_quarter();
    let line = plan.month_by_month().expect("a line");
    let months: Vec<Option<Month>> = line.iter().map(|point| point.month).collect();
    let expected: Vec<Option<Month>> = std::iter::once(None).chain(Month::ALL.map(Some)).collect();
    assert_eq!(months, expected);
    assert_eq!(line[0].planned, complete("1800000"));
    assert_eq!(line[0].expected, complete("1800000"));
    assert_eq!(Some(line[12].expected), plan.forecast());
}

// ---- typing ----

#[test]
fn only_months_that_have_passed_are_cells_of_the_realised_grid() {
    let mut plan = first_quarter();
    let grid = realised(&plan, 1, 1);
    let cells = |plan: &ActionPlan| {
        (0..12)
            .filter(|&of| plan.cell(grid, 0, of).is_some())
            .count()
    };
    assert_eq!(cells(&plan), 3);
    assert_eq!(plan.cell(grid, 1, 2), Some(realised(&plan, 2, 3)));
    assert_eq!(plan.cell(grid, 2, 0), None);
    plan.status = None;
    assert_eq!(cells(&plan), 0);
    plan.status = Some(month(12));
    assert_eq!(cells(&plan), 12);
    assert!(!plan.grow(grid));
    assert_eq!(plan.focus_areas.len(), 2);
    plan.enter(realised(&plan, 1, 1), "sparer 80.000");
    assert_eq!(row(&plan, 1).realised[0], Entry::Value(kr("-80000")));
    assert_eq!(row(&plan, 1).effects[0], Entry::Value(kr("-100000")));
}

/// What a row says of the proposal that it was picked from, once that says something else.
#[test]
fn a_proposal_that_changed_since_it_was_picked_says_so() {
    let source = ProposalSource {
        proposal: support::numbered(1),
        heading: "Lukning".to_owned(),
        year: Year::new(2024).unwrap(),
        net_change: kr("-1000000"),
    };
    for (now, expected) in [
        (Some(complete("-1000000")), ""),
        (Some(Total::Incomplete), ""),
        (
            Some(complete("-2000000")),
            "Forslaget er ændret siden: det sparer 2 mio. kr. nu.",
        ),
        (
            Some(Total::ZERO),
            "Forslaget er ændret siden og giver nu 0 kr.",
        ),
        (
            Some(Total::Blank),
            "Forslaget er ændret siden: det har intet beløb for 2024 nu.",
        ),
        (
            None,
            "Forslaget er ændret siden: det har intet beløb for 2024 nu.",
        ),
    ] {
        assert_eq!(focus_areas::proposal_now(&source, now), expected);
    }
}

// ---- rows without an amount ----

#[test]
fn rows_without_an_amount_are_named() {
    let mut plan = plan_2023();
    assert!(plan.without_amount().is_empty());
    for number in [2, 11] {
        plan.focus_areas[number - 1].effects = Default::default();
    }
    assert_eq!(plan.without_amount(), [1, 10]);
    assert_eq!(plan.planned_effect(), complete("-24499996"));
    assert_eq!(
        matrix::without_amount(&plan.without_amount()),
        "2 indsatser har intet beløb endnu og tæller ikke med i summen: 2, 11."
    );
    assert_eq!(
        matrix::without_amount(&[1]),
        "Indsats 2 har intet beløb endnu og tæller ikke med i summen."
    );
    // The plan for 2022, to which nothing was entered.
    let empty = support::plan("Afdeling Børn og Familie", 2022);
    assert_eq!(empty.without_amount(), [0, 1, 2]);
}

/// A sum of amounts can lie beyond the bound of one amount, and is shared out all the same.
#[test]
fn what_is_needed_beyond_the_bound_of_an_amount_is_shared_out() {
    let most = limits::AMOUNT_KRONER;
    let mut plan = plan_of(&most.to_string(), &[".", "."]);
    plan.status = Some(month(10));
    for number in [1, 2] {
        let january = realised(&plan, number, 1);
        plan.enter(january, &most.to_string());
    }
    let needed = plan.needed().expect("two months are left");
    assert_eq!(needed.total, Amount::from_kroner(-3 * most));
    assert_eq!(needed.each, Amount::from_kroner(-3 * most / 2));
    assert_eq!(needed.last, needed.each);
}
