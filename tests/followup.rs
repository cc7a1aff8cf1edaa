//! Planned and realised: what counts up to `Status pr.`, how far it is from the plan, and what the rest of the year
//! must give.

use crate::support;

use raaderum::checks::{Advice, AdviceReason, Checked};
use raaderum::domain::{
    ActionPlan, Amount, Entry, FollowUp, HeadField, Month, Needed, PlanField, ProposalSource,
    Total, Year, limits,
};
use raaderum::draft::{Form, errors};
use raaderum::text::page;
use support::{complete, effect, head, kr, month, plan_2023, plan_of, realised, row, type_months};

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

#[test]
fn before_anything_is_realised_the_plan_counts() {
    let mut plan = first_quarter();
    plan.status = None;
    assert_eq!(plan.planned_effect(), complete("-1800000"));
    assert_eq!(plan.expected_effect(), complete("-1800000"));
    assert_eq!(plan.forecast(), Some(Total::ZERO));
    // What is realised counts only up to the status, however much is typed.
    let whole = row(&plan, 1).expected_total(None);
    assert_eq!(whole, row(&plan, 1).planned_total());
}

#[test]
fn realised_months_count_up_to_the_status_and_planned_ones_after_it() {
    let plan = first_quarter();
    let march = month(3);
    assert_eq!(
        row(&plan, 1).follow_up(march),
        FollowUp {
            planned: complete("-300000"),
            realised: complete("-170000"),
            expected: complete("-1070000"),
        }
    );
    let all = plan.follow_up(march);
    assert_eq!(
        all,
        FollowUp {
            planned: complete("-450000"),
            realised: complete("-320000"),
            expected: complete("-1670000"),
        }
    );
    // Less was saved than planned: a positive deviation.
    assert_eq!(all.deviation(), complete("130000"));
    assert_eq!(row(&plan, 2).follow_up(march).deviation(), Total::ZERO);
    assert_eq!(plan.expected_effect(), all.expected);
    assert_eq!(plan.forecast(), Some(complete("130000")));
    // The plan itself is what it was.
    assert_eq!(plan.planned_effect(), complete("-1800000"));
    let counted = [2, 3, 4].map(|of| plan.counted_in(month(of)));
    let expected = ["-140000", "-50000", "-150000"].map(complete);
    assert_eq!(counted, expected);
}

#[test]
fn the_status_decides_which_of_the_two_counts() {
    let mut plan = first_quarter();
    for (status, forecast) in [
        (None, "0"),
        (Some(1), "20000"),
        (Some(2), "30000"),
        (Some(3), "130000"),
        // April and later were not reported.
        (Some(4), "280000"),
        (Some(12), "1480000"),
    ] {
        plan.status = status.map(month);
        assert_eq!(plan.forecast(), Some(complete(forecast)), "{status:?}");
    }
}

fn not_reported(plan: &ActionPlan) -> Vec<Advice<PlanField>> {
    let mut advice = plan.advice();
    advice.retain(|advice| matches!(advice.reason, AdviceReason::NotReported(_)));
    advice
}

#[test]
fn a_planned_month_without_a_report_counts_as_nothing_and_is_pointed_out() {
    let mut plan = first_quarter();
    let march = realised(&plan, 1, 3);
    let unreported = |plan: &ActionPlan| row(plan, 1).unreported(month(3)).collect::<Vec<_>>();
    assert_eq!(unreported(&plan), [Month::March]);
    assert_eq!(
        not_reported(&plan),
        [Advice {
            field: march,
            reason: AdviceReason::NotReported(vec![Month::March])
        }]
    );
    // Zero is a report.
    for (typed, is_reported) in [("0", true), ("-100.000", true), ("?", true), ("", false)] {
        plan.enter(march, typed);
        assert_eq!(unreported(&plan).is_empty(), is_reported, "{typed:?}");
        assert_eq!(not_reported(&plan).is_empty(), is_reported, "{typed:?}");
    }
    // Where nothing is planned, nothing is missing.
    for (typed, is_missing) in [("0", false), ("", false), ("?", true), ("100", true)] {
        plan.enter(effect(&plan, 1, 3), typed);
        assert_eq!(!unreported(&plan).is_empty(), is_missing, "{typed:?}");
    }
    plan.status = None;
    assert_eq!(not_reported(&plan), []);
}

#[test]
fn each_row_that_lacks_a_report_is_pointed_out_where_it_begins_to_lack() {
    let mut plan = first_quarter();
    plan.status = Some(Month::May);
    let missing = |number, first, months: &[usize]| Advice {
        field: realised(&plan, number, first),
        reason: AdviceReason::NotReported(months.iter().map(|&of| month(of)).collect()),
    };
    assert_eq!(
        not_reported(&plan),
        [missing(1, 3, &[3, 4, 5]), missing(2, 4, &[4, 5])]
    );
}

#[test]
fn an_unreadable_report_makes_its_figures_incomplete() {
    let mut plan = first_quarter();
    plan.enter(realised(&plan, 1, 2), "ca. 90.000");
    assert_eq!(errors(&plan).len(), 1);
    let all = plan.follow_up(month(3));
    assert_eq!(all.planned, complete("-450000"));
    assert_eq!(all.realised, Total::Incomplete);
    assert_eq!(
        (all.expected, all.deviation()),
        (Total::Incomplete, Total::Incomplete)
    );
    assert_eq!(plan.forecast(), Some(Total::Incomplete));
    assert_eq!(plan.needed(), None);
    assert_eq!(
        row(&plan, 2).expected_total(plan.status),
        complete("-600000")
    );
    // A planned month that has passed no longer counts, so it may be unreadable.
    let mut passed = first_quarter();
    passed.enter(effect(&passed, 1, 2), "?");
    assert_eq!(passed.forecast(), Some(complete("130000")));
    assert_eq!(passed.follow_up(month(3)).planned, Total::Incomplete);
}

// ---- what is needed ----

/// What a plan with this start and status needs: the months that are left, each but the last, and the last.
fn check_needed(plan: &ActionPlan, expected: Option<(usize, &str, &str)>) {
    let needed = plan.needed();
    let expected = expected.map(|(months, each, last)| Needed {
        months,
        each: kr(each),
        last: kr(last),
        total: {
            let others = std::iter::repeat_n(kr(each), months - 1);
            others.sum::<Amount>() + kr(last)
        },
    });
    assert_eq!(needed, expected, "{:?}", plan.status);
}

#[test]
fn what_each_month_that_is_left_must_give() {
    let mut plan = first_quarter();
    // 1.800.000 − 320.000 over nine months: whole kroner, the rest in December.
    check_needed(&plan, Some((9, "-164444", "-164448")));
    assert_eq!(plan.needed().unwrap().total, kr("-1480000"));
    plan.status = None;
    check_needed(&plan, Some((12, "-150000", "-150000")));
    plan.status = Some(month(11));
    check_needed(&plan, Some((1, "-1480000", "-1480000")));
    plan.status = Some(month(12));
    check_needed(&plan, None);
    // The plan of Slagelse for 2023 before anything is realised.
    check_needed(&plan_2023(), Some((12, "-2170833", "-2170837")));
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

#[test]
fn what_is_needed_depends_on_the_start_and_on_what_was_realised() {
    let at_start = head(HeadField::OverspendAtStart);
    let mut plan = first_quarter();
    plan.enter(at_start, "");
    check_needed(&plan, None);
    plan.enter(at_start, "?");
    check_needed(&plan, None);
    plan.enter(at_start, "1.800.000");
    // What is planned for the months that are left does not matter.
    plan.enter(effect(&plan, 1, 7), "?");
    check_needed(&plan, Some((9, "-164444", "-164448")));
    // Last year's overspend is apart.
    plan.enter(head(HeadField::CarriedOver), "900.000");
    check_needed(&plan, Some((9, "-164444", "-164448")));
    // More was saved than was missing.
    plan.enter(at_start, "300.000");
    check_needed(&plan, Some((9, "2222", "2224")));
}

#[test]
fn what_is_needed_is_told_in_words() {
    let mut plan = first_quarter();
    let words = |plan: &ActionPlan| page::needed(&plan.needed().unwrap(), complete("-1350000"));
    assert_eq!(
        words(&plan),
        "Hver af de 9 resterende måneder skal spare 164.444 kr. og den sidste 164.448 kr., for at året ender i nul. \
         Planlagt i alt i de måneder: 1.350.000 kr."
    );
    plan.status = Some(month(11));
    assert!(
        words(&plan)
            .starts_with("Den sidste måned skal spare 1.480.000 kr., for at året ender i nul."),
        "{}",
        words(&plan)
    );
    for enough in ["300.000", "320.000"] {
        plan.enter(head(HeadField::OverspendAtStart), enough);
        assert_eq!(
            words(&plan),
            "Året ender i nul eller bedre, selv hvis de resterende måneder intet giver."
        );
    }
}

// ---- month by month ----

#[test]
fn the_line_runs_from_the_start_to_the_forecast() {
    let plan = first_quarter();
    let line = plan.month_by_month().expect("a line");
    let months: Vec<Option<Month>> = line.iter().map(|point| point.month).collect();
    let expected: Vec<Option<Month>> = std::iter::once(None).chain(Month::ALL.map(Some)).collect();
    assert_eq!(months, expected);
    for (place, planned, expected) in [
        (0, "1800000", "1800000"),
        (1, "1650000", "1670000"),
        (2, "1500000", "1530000"),
        (3, "1350000", "1480000"),
        (4, "1200000", "1330000"),
        (12, "0", "130000"),
    ] {
        let point = line[place];
        assert_eq!(point.planned, complete(planned), "{place}");
        assert_eq!(point.expected, complete(expected), "{place}");
    }
    assert_eq!(Some(line[12].expected), plan.forecast());
}

#[test]
fn the_line_of_the_plan_for_2023_ends_at_4_kroner() {
    let line = plan_2023().month_by_month().expect("a line");
    assert_eq!(line.len(), 13);
    assert_eq!(line[0].expected, complete("26050000"));
    assert_eq!(line[12].expected, complete("4"));
    assert!(line.iter().all(|point| point.planned == point.expected));
}

#[test]
fn a_line_needs_a_start_and_ends_where_something_cannot_be_read() {
    let at_start = head(HeadField::OverspendAtStart);
    let mut plan = first_quarter();
    plan.enter(at_start, "");
    assert_eq!(plan.month_by_month(), None);
    plan.enter(at_start, "?");
    let line = plan.month_by_month().expect("a line");
    assert!(line.iter().all(|point| point.expected == Total::Incomplete));
    plan.enter(at_start, "1.800.000");
    plan.enter(effect(&plan, 2, 6), "?");
    let line = plan.month_by_month().expect("a line");
    assert_eq!(line[5].expected, complete("1180000"));
    assert!(
        line[6..]
            .iter()
            .all(|point| point.expected == Total::Incomplete)
    );
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
        assert_eq!(page::proposal_now(&source, now), expected);
    }
}
