//! What holds for explanations of sums.

use raaderum::danish::{AmountUnit, Signs, print_amount, read_amount};
use raaderum::domain::{ActionPlan, Amount, AmountRow, Month, Proposal, Total, limits};
use raaderum::text::explanation::{self, Explanation, FollowUpFigure};

/// What a formula says that a figure is, and the figure.
fn check_result(explanation: &Explanation, figure: Total, unit: AmountUnit, is_turned: bool) {
    // What is blank is shown blank, and there is nothing to explain.
    if figure.is_blank() {
        assert_eq!(*explanation, Explanation::default());
        return;
    }
    let (formula, result) = explanation.formula.rsplit_once(" = ").expect("a result");
    match figure {
        Total::Blank => {}
        Total::Incomplete => {
            assert_eq!(result, "kan ikke regnes ud");
            assert!(formula.contains('?'), "{formula}");
        }
        Total::Complete(amount) => {
            let amount = if is_turned { -amount } else { amount };
            assert_eq!(result, print_amount(amount, unit));
            // The formula is one that adds up, as the reader of arithmetic sees it.
            if formula.len() < limits::NUMBER_CHARACTERS && Amount::new(amount.kroner()).is_ok() {
                let read = read_amount(&format!("={formula}"), unit);
                assert_eq!(read, Ok(Some(amount)), "{formula}");
            }
        }
    }
}

/// Every sum of a proposal explains itself.
pub fn check_sums_of_proposal(form: &Proposal, signs: Signs) {
    let turned = signs == Signs::PlusSaves;
    let unit = AmountUnit::Thousands;
    for (year, of_year) in form.years.iter().enumerate() {
        let told = explanation::net_change(form, year, signs);
        check_result(&told, of_year.net_change(), unit, turned);
        if let Some(after) = of_year.budget_after() {
            let told = explanation::budget_after(form, year, signs);
            check_result(&told, after, unit, false);
        }
    }
    for row in AmountRow::CHANGES {
        let total = form.row_total(row).unwrap_or(Total::Blank);
        let told = explanation::row_of_amounts(form, row, signs);
        check_result(&told, total, unit, turned);
    }
    let total = form.net_change_total();
    let told = explanation::net_change_total(form, signs);
    check_result(&told, total, unit, turned);
    let told = explanation::proposals([form, form].into_iter(), None, signs);
    check_result(&told, total + total, unit, turned);
}

/// Every sum of a plan explains itself, with the realised amounts up to a month beside the planned ones.
pub fn check_sums_of_plan(plan: &ActionPlan, status: Month, signs: Signs) {
    let turned = signs == Signs::PlusSaves;
    let unit = AmountUnit::Kroner;
    let all = plan.follow_up(status);
    for row in &plan.focus_areas {
        let told = explanation::row_total(plan, row.id, signs);
        check_result(&told, row.planned_total(), unit, turned);
        let of_row = row.follow_up(status);
        for (figure, total) in [
            (FollowUpFigure::Planned, of_row.planned),
            (FollowUpFigure::Realised, of_row.realised),
            (FollowUpFigure::Deviation, of_row.deviation()),
            (FollowUpFigure::Expected, of_row.expected),
        ] {
            let told = explanation::follow_up(plan, Some(row.id), figure, status, signs);
            check_result(&told, total, unit, turned);
        }
    }
    for (figure, total) in [
        (FollowUpFigure::Planned, all.planned),
        (FollowUpFigure::Realised, all.realised),
        (FollowUpFigure::Deviation, all.deviation()),
    ] {
        let told = explanation::follow_up(plan, None, figure, status, signs);
        check_result(&told, total, unit, turned);
    }
    let told = explanation::planned_effect(plan, signs);
    check_result(&told, plan.planned_effect(), unit, turned);
    let told = explanation::expected_effect(plan, signs);
    check_result(&told, plan.expected_effect(), unit, turned);
    for month in Month::ALL {
        let told = explanation::month_total(plan, month, signs);
        check_result(&told, plan.month_total(month), unit, turned);
    }
    // Levels keep their sign.
    let (Some(forecast), Some(to_cover), Some(remaining), Some(line)) = (
        plan.forecast(),
        plan.to_cover(),
        plan.remaining(),
        plan.month_by_month(),
    ) else {
        return;
    };
    let told = explanation::forecast(plan, signs);
    check_result(&told, forecast, unit, false);
    let told = explanation::to_cover(plan, signs);
    check_result(&told, to_cover, unit, false);
    let told = explanation::remaining(plan, signs);
    check_result(&told, remaining, unit, false);
    for (month, point) in Month::ALL.into_iter().zip(&line[1..]) {
        let told = explanation::line_point(plan, month, true, signs);
        check_result(&told, point.planned, unit, false);
        let told = explanation::line_point(plan, month, false, signs);
        check_result(&told, point.expected, unit, false);
    }
}
