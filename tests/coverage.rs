//! How a plan ends: covered, or with what is missing named; and the rows that have no amount yet.

use crate::support;

use raaderum::checks::Checked;
use raaderum::domain::{
    ActionPlan, Coverage, DoubtfulOverspend, FormField, HeadField, PlanField, RowText, Total,
};
use raaderum::draft::Form;
use raaderum::text::page;
use support::{complete, effect, head, kr, plan_2023, plan_of, realised, row};

/// 16.000.000 at start, and effects of 1.500.000.
fn lacking() -> ActionPlan {
    plan_of("16.000.000", &["-75.000", "-50.000"])
}

const CARRIED_OVER: PlanField = PlanField::Head(HeadField::CarriedOver);
const APPROPRIATION: PlanField = PlanField::Head(HeadField::Appropriation);

fn words(plan: &ActionPlan) -> String {
    page::coverage(plan)
}

fn words_after(plan: &ActionPlan) -> String {
    page::remaining(plan)
}

#[test]
fn what_is_missing_is_named() {
    let mut plan = lacking();
    assert_eq!(plan.forecast(), Some(complete("14500000")));
    assert_eq!(plan.to_cover(), Some(complete("14500000")));
    assert_eq!(
        words(&plan),
        "Mangler 14,5 mio. kr. Tilføj flere indsatser, eller søg om en tillægsbevilling."
    );
    plan.enter(APPROPRIATION, "14,5 mio.");
    assert_eq!(words(&plan), "Mangler 14,5 mio. kr.");
    // The application changes neither the forecast nor what has to be covered.
    assert_eq!(plan.forecast(), Some(complete("14500000")));
    assert_eq!(plan.to_cover(), Some(complete("14500000")));
    assert_eq!(plan.remaining(), Some(Total::ZERO));
    assert_eq!(words_after(&plan), "Med tillægsbevillingen er alt dækket.");
}

#[test]
fn an_application_can_be_too_small_or_too_large() {
    let mut plan = lacking();
    for (typed, remaining, told) in [
        (
            "",
            "14500000",
            "Efter tillægsbevillingen mangler stadig 14,5 mio. kr.",
        ),
        (
            "14 mio.",
            "500000",
            "Efter tillægsbevillingen mangler stadig 500.000 kr.",
        ),
        (
            "14.499.900",
            "100",
            "Efter tillægsbevillingen mangler stadig 100 kr.",
        ),
        (
            "15 mio.",
            "-500000",
            "Tillægsbevillingen er 500.000 kr. større end det, der mangler.",
        ),
        // With a minus it makes what is missing larger, and a check says so.
        (
            "-1 mio.",
            "15500000",
            "Efter tillægsbevillingen mangler stadig 15,5 mio. kr.",
        ),
    ] {
        plan.enter(APPROPRIATION, typed);
        assert_eq!(plan.remaining(), Some(complete(remaining)), "{typed}");
        assert_eq!(words_after(&plan), told);
    }
}

#[test]
fn what_was_carried_over_is_kept_apart_from_this_year() {
    let mut plan = lacking();
    let before = (plan.forecast(), plan.needed(), plan.month_by_month());
    plan.enter(CARRIED_OVER, "1.200.000");
    assert_eq!(
        (plan.forecast(), plan.needed(), plan.month_by_month()),
        before
    );
    assert_eq!(plan.to_cover(), Some(complete("15700000")));
    plan.enter(APPROPRIATION, "15,7 mio.");
    assert_eq!(plan.remaining(), Some(Total::ZERO));
    // Last year can also have left something over.
    plan.enter(CARRIED_OVER, "-1.500.000");
    assert_eq!(plan.to_cover(), Some(complete("13000000")));
}

#[test]
fn a_plan_that_is_covered_says_so() {
    let mut plan = lacking();
    for (at_start, is_covered) in [
        ("1.500.000", true),
        ("1.400.000", true),
        ("1.500.001", false),
    ] {
        plan.enter(head(HeadField::OverspendAtStart), at_start);
        let covered = words(&plan) == "Planen dækker merforbruget.";
        assert_eq!(covered, is_covered, "{at_start}");
    }
    // Realised months count here too.
    plan.enter(head(HeadField::OverspendAtStart), "1.500.000");
    plan.status = raaderum::domain::Month::ALL.first().copied();
    plan.enter(realised(&plan, 1, 1), "-74.999");
    plan.enter(realised(&plan, 2, 1), "-50.000");
    assert_eq!(plan.to_cover(), Some(complete("1")));
}

#[test]
fn the_plan_of_slagelse_is_in_balance_but_for_4_kroner_of_rounding() {
    let mut plan = plan_2023();
    // The figures stay exact.
    assert_eq!(plan.forecast(), Some(complete("4")));
    assert_eq!(plan.to_cover(), Some(complete("4")));
    let of_row_9 = Coverage::Rounding {
        missing: kr("4"),
        rows: vec![8],
    };
    assert_eq!(plan.coverage(), of_row_9);
    assert_eq!(words(&plan), "I balance (4 kr. er afrunding, se indsats 9)");
    assert_eq!(
        page::forecast_in_words(&plan),
        "Året ventes at ende i balance (4 kr. er afrunding)."
    );
    // Put right, nothing is missing.
    plan.enter(effect(&plan, 9, 12), "-83.337");
    assert_eq!(plan.coverage(), Coverage::Covered { left_over: kr("0") });
    assert_eq!(page::forecast_in_words(&plan), "Året ventes at ende i nul.");
}

#[test]
fn what_is_missing_is_rounding_below_a_bound_only() {
    let mut plan = lacking();
    for (at_start, expected) in [
        ("1.500.099", "I balance (99 kr. er afrunding)"),
        ("1.500.099,99", "I balance (99,99 kr. er afrunding)"),
        (
            "1.500.100",
            "Mangler 100 kr. Tilføj flere indsatser, eller søg om en tillægsbevilling.",
        ),
    ] {
        plan.enter(head(HeadField::OverspendAtStart), at_start);
        assert_eq!(words(&plan), expected);
    }
    // Several rows that lose a little each.
    let rows = ["-83.333", "-20.833"];
    let mut plan = plan_of("1.250.000", &rows);
    assert_eq!(
        words(&plan),
        "I balance (8 kr. er afrunding, se indsats 1 og 2)"
    );
    // They do not explain what is missing beside them.
    plan.enter(head(HeadField::OverspendAtStart), "1.250.010");
    assert_eq!(words(&plan), "I balance (18 kr. er afrunding)");
    // An application that lacks less than the bound covers it too.
    let mut plan = lacking();
    plan.enter(APPROPRIATION, "14.499.999");
    assert_eq!(
        words_after(&plan),
        "Med tillægsbevillingen er alt dækket (1 kr. er afrunding)."
    );
}

#[test]
fn an_overspend_in_doubt_covers_nothing() {
    let at_start = head(HeadField::OverspendAtStart);
    for (typed, doubt) in [
        ("-2 mio.", DoubtfulOverspend::Negative),
        ("-0,5", DoubtfulOverspend::Negative),
        ("26,1", DoubtfulOverspend::Unit),
        ("999,99", DoubtfulOverspend::Unit),
    ] {
        let mut plan = lacking();
        let figures = |plan: &ActionPlan| plan.to_cover();
        plan.enter(at_start, typed);
        plan.status = Some(support::month(3));
        assert_eq!(plan.doubtful_start(), Some(doubt), "{typed}");
        // The figures are what they are; what they mean is not said.
        assert!(figures(&plan).is_some_and(|total| total.amount().is_some()));
        assert_eq!(plan.coverage(), Coverage::Doubtful(doubt));
        assert!(words(&plan).contains("kan ikke afgøres"), "{typed}");
        assert_eq!(page::forecast_in_words(&plan), "");
        assert_eq!(plan.needed(), None);
        assert_eq!(plan.is_required(), None);
        plan.enter(APPROPRIATION, "1 mio.");
        assert_eq!(words_after(&plan), "");
    }
    for typed in ["0", "26", "1.000,5", "100.000", "26,1 mio.", ""] {
        let mut plan = lacking();
        plan.enter(at_start, typed);
        assert_eq!(plan.doubtful_start(), None, "{typed}");
    }
    // What an update says is known, whatever is typed at start.
    let mut plan = lacking();
    plan.enter(at_start, "26,1");
    plan.enter(head(HeadField::OverspendAtUpdate), "250.000");
    assert_eq!(plan.is_required(), Some(true));
}

#[test]
fn an_overspend_that_somebody_has_confirmed_is_computed_with() {
    let at_start = head(HeadField::OverspendAtStart);
    for typed in ["-2 mio.", "-0,5", "26,1", "999,99", "-1.234.567,8"] {
        let mut plan = lacking();
        plan.enter(at_start, typed);
        // Each thing that is said about it is answered by itself.
        while let Some(doubt) = plan.doubtful_start() {
            let about = plan
                .advice()
                .into_iter()
                .find(|advice| advice.field == at_start && advice.reason.code() == doubt.code());
            let about = about.expect("it is asked about");
            let dismissed = about.dismissed(|field| field.name(), "Det er rigtigt.".to_owned());
            plan.dismissed.push(dismissed);
        }
        assert_ne!(words(&plan), "", "{typed}");
        assert!(!words(&plan).contains("kan ikke afgøres"), "{typed}");
        assert!(plan.is_required().is_some() && plan.needed().is_some());
        // Another amount is another question.
        plan.enter(at_start, "27,3");
        assert_eq!(plan.doubtful_start(), Some(DoubtfulOverspend::Unit));
    }
    // What was said of another field, or of another amount, confirms nothing.
    let mut plan = lacking();
    plan.enter(head(HeadField::OverspendAtUpdate), "26,1");
    for advice in plan.advice() {
        let dismissed = advice.dismissed(|field| field.name(), "Ja.".to_owned());
        plan.dismissed.push(dismissed);
    }
    plan.enter(at_start, "26,1");
    assert_eq!(plan.doubtful_start(), Some(DoubtfulOverspend::Unit));
}

#[test]
fn what_cannot_be_read_leaves_the_rest_known() {
    let mut plan = lacking();
    plan.enter(APPROPRIATION, "?");
    assert_eq!(plan.to_cover(), Some(complete("14500000")));
    assert_eq!(plan.remaining(), Some(Total::Incomplete));
    assert_eq!(words_after(&plan), "");
    plan.enter(APPROPRIATION, "");
    plan.enter(CARRIED_OVER, "?");
    assert_eq!(plan.forecast(), Some(complete("14500000")));
    assert_eq!(plan.to_cover(), Some(Total::Incomplete));
    assert_eq!(
        (words(&plan), words_after(&plan)),
        (String::new(), String::new())
    );
    // While nothing is known at start, nothing is said.
    plan.enter(CARRIED_OVER, "1.200.000");
    plan.enter(head(HeadField::OverspendAtStart), "");
    assert_eq!((plan.to_cover(), plan.remaining()), (None, None));
    assert_eq!(words(&plan), "");
}

// ---- rows without an amount ----

#[test]
fn a_described_row_without_any_amount_has_none_yet() {
    let mut plan = lacking();
    plan.grow(effect(&plan, 1, 1));
    let has_none = |plan: &ActionPlan| row(plan, 3).has_no_amount_yet();
    // A blank row is nothing at all.
    assert!(!has_none(&plan));
    assert!(plan.without_amount().is_empty());
    for text in RowText::ALL {
        let mut described = plan.clone();
        described.enter(
            PlanField::Text(row(&plan, 3).id, text),
            "Budgettet overholdes",
        );
        assert!(has_none(&described), "{text:?}");
        assert_eq!(described.without_amount(), [2]);
        // The sums are those of the rows that have amounts.
        assert_eq!(described.planned_effect(), plan.planned_effect());
        assert_eq!(described.forecast(), plan.forecast());
        // Zero, a realised month and what cannot be read are something.
        for (field, typed) in [
            (effect(&plan, 3, 12), "0"),
            (effect(&plan, 3, 1), "?"),
            (realised(&plan, 3, 2), "-1"),
        ] {
            let mut entered = described.clone();
            entered.enter(field, typed);
            assert!(!has_none(&entered), "{typed}");
        }
    }
    plan.enter(PlanField::Text(row(&plan, 3).id, RowText::Goal), " \n");
    assert!(!has_none(&plan));
}

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
        page::without_amount(&plan.without_amount()),
        "2 indsatser har intet beløb endnu og tæller ikke med i summen: 2, 11."
    );
    assert_eq!(
        page::without_amount(&[1]),
        "Indsats 2 har intet beløb endnu og tæller ikke med i summen."
    );
    // The plan for 2022, to which nothing was entered.
    let empty = support::plan("Afdeling Børn og Familie", 2022);
    assert_eq!(empty.without_amount(), [0, 1, 2]);
}
