//! What is said before an update is closed: which months were not reported, what they count as, and its date.

use crate::support;

use raaderum::domain::{ActionPlan, Entry, PlanField, Total, Unreported, Year};
use raaderum::draft::Form;
use raaderum::text::plan::updates;
use support::{complete, date, effect, month, plan_2023, plan_of, realised, type_months};

/// Two rows of 100.000 and 50.000 a month; the second one reported nothing for February and March.
fn first_quarter() -> ActionPlan {
    let mut plan = plan_of("1.800.000", &["-100.000", "-50.000"]);
    type_months(
        &mut plan,
        1,
        "-90.000 -110.000 -120.000 .",
        PlanField::Realised,
    );
    type_months(&mut plan, 2, "-50.000 .", PlanField::Realised);
    plan.status = Some(month(3));
    plan
}

#[test]
fn what_was_not_reported_is_named_with_what_it_counts_as() {
    let mut plan = first_quarter();
    let lacking = Unreported {
        row: 1,
        months: vec![month(2), month(3)],
        planned: complete("-100000"),
    };
    assert_eq!(plan.unreported(), std::slice::from_ref(&lacking));
    assert_eq!(
        updates::closing_counts(&plan),
        "Nogle indsatser har intet regnskabstal i måneder til og med marts. De måneder tæller som 0 kr. i det forventede merforbrug; det planlagte i dem er ikke regnet med."
    );
    assert_eq!(
        updates::closing_unreported(&lacking),
        "Indsats 2: februar og marts (planlagt: sparer 100.000 kr.)"
    );
    // That is so: reported as 0, nothing in the forecast moves, and nothing lacks.
    let before = plan.forecast();
    assert_eq!(before, Some(complete("80000")));
    for of in [2, 3] {
        plan.enter(realised(&plan, 2, of), "0");
    }
    assert_eq!(plan.forecast(), before);
    assert_eq!(plan.unreported(), []);
    assert_eq!(updates::closing_counts(&plan), "");
    // What is planned need not be readable.
    let mut plan = first_quarter();
    plan.enter(effect(&plan, 2, 2), "?");
    assert_eq!(plan.unreported()[0].planned, Total::Incomplete);
    assert_eq!(
        updates::closing_unreported(&plan.unreported()[0]),
        "Indsats 2: februar og marts (planlagt: kan ikke læses)"
    );
}

#[test]
fn without_a_status_everything_counts_as_planned() {
    let mut plan = plan_2023();
    assert_eq!(plan.unreported(), []);
    assert_eq!(
        updates::closing_counts(&plan),
        "Intet er realiseret endnu, så alle måneder tæller, som de er planlagt."
    );
    // In January ten of the eleven rows have something planned: only row 7 begins in July.
    plan.status = Some(month(1));
    let rows: Vec<usize> = plan.unreported().iter().map(|of| of.row + 1).collect();
    assert_eq!(rows, [1, 2, 3, 4, 5, 6, 8, 9, 10, 11]);
    let planned: Total = plan.unreported().iter().map(|of| of.planned).sum();
    assert_eq!(planned, plan.month_total(month(1)));
}

#[test]
fn the_date_of_an_update_is_proposed_within_the_plans_year() {
    let mut plan = plan_of("1.800.000", &["-100.000"]);
    let proposed = |plan: &ActionPlan, today| plan.proposed_closing_date(date(today));
    // The year of the plan is 2023.
    assert_eq!(proposed(&plan, "17.04.2023"), date("17.04.2023"));
    assert_eq!(proposed(&plan, "29.11.2026"), date("31.12.2023"));
    assert_eq!(proposed(&plan, "01.12.2022"), date("01.01.2023"));
    plan.status = Some(month(2));
    assert_eq!(proposed(&plan, "29.11.2026"), date("28.02.2023"));
    assert_eq!(proposed(&plan, "17.04.2023"), date("17.04.2023"));
    plan.year = Entry::Value(Year::new(2024).expect("a year"));
    assert_eq!(proposed(&plan, "29.11.2026"), date("29.02.2024"));
    // Never before the last one, which would be refused.
    plan.close_update(date("15.03.2024"), String::new())
        .expect("closed");
    assert_eq!(proposed(&plan, "29.11.2026"), date("15.03.2024"));
    plan.status = Some(month(6));
    assert_eq!(proposed(&plan, "29.11.2026"), date("30.06.2024"));
    // Without a year nobody can tell another one.
    plan.year = Entry::Blank;
    assert_eq!(proposed(&plan, "29.11.2026"), date("29.11.2026"));
}
