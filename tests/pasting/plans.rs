//! Tables that are pasted into the months of a plan: headings are months or nothing, and no row takes another's place.

use raaderum::danish::Signs;
use raaderum::domain::{ActionPlan, PlanField};
use raaderum::draft::{Answers, Recognised, paste_as};

use super::numbers_lost;
use crate::support::{block, effect, empty_plan, months_shown};

/// Pastes into the first month of an empty plan; gives the rows that hold something, and what was told.
fn into(text: &str) -> (Vec<String>, Recognised<PlanField>) {
    let mut plan = empty_plan("0");
    let start = effect(&plan, 1, 1);
    let answers = Answers::default();
    let found = paste_as(&mut plan, start, &block(text), Signs::MinusSaves, &answers);
    let found = found.expect("a cell");
    assert_eq!(numbers_lost(text, &found), Vec::<String>::new(), "{text}");
    (rows(&plan), found)
}

/// The rows of a plan that have a name or an amount, as texts.
fn rows(plan: &ActionPlan) -> Vec<String> {
    let rows = plan.focus_areas.iter().enumerate().map(|(place, row)| {
        let months = months_shown(plan, place + 1).join(" ");
        format!("{}: {}", row.area, months.trim_end())
    });
    rows.filter(|row| row != ": ").collect()
}

#[test]
fn years_are_headings_in_a_plan_too() {
    for heads in [
        "\t2023\t2024\t2025\t2026",
        "Indsats\tB2023\tBO2024\tBO2025\tBO2026",
        "\t1. kvartal\t2. kvartal\t3. kvartal\t4. kvartal",
        "\tQ1\tQ2\tQ3\tQ4",
        "\tOprindeligt\tKorrigeret\tForventet\tAfvigelse",
    ] {
        let (rows, found) = into(&format!("{heads}\nFamilie\t-1\t-2\t-3\t-4"));
        // Nothing of them is an amount of a month, and that is to be seen.
        assert_eq!(rows, ["Familie: "], "{heads}");
        assert!(!found.questions.is_empty(), "{heads}");
        assert!(!found.left_out.is_empty(), "{heads}");
    }
}

#[test]
fn the_numbers_and_dates_of_months_are_headings() {
    let numbers = (1..=12).map(|month| format!("\t{month}"));
    let padded = (1..=12).map(|month| format!("\t{month:02}"));
    let danish = (1..=12).map(|month| format!("\t01-{month:02}-2023"));
    let dots = (1..=12).map(|month| format!("\t1.{month}.2023"));
    let iso = (1..=12).map(|month| format!("\t2023-{month:02}-01"));
    let short = (1..=12).map(|month| format!("\t2023-{month:02}"));
    let all: [Vec<String>; 6] = [
        numbers.collect(),
        padded.collect(),
        danish.collect(),
        dots.collect(),
        iso.collect(),
        short.collect(),
    ];
    for heads in all.map(|heads| heads.concat()) {
        let (rows, found) = into(&format!("{heads}\nFamilie{}", "\t-5".repeat(12)));
        assert_eq!(
            rows,
            [format!("Familie: {}", ["−5"; 12].join(" "))],
            "{heads}"
        );
        assert_eq!(
            (found.questions, found.left_out),
            (vec![], vec![]),
            "{heads}"
        );
    }
    let (rows, _) = into("\t01-04-2023\t01-05-2023\nFamilie\t-1\t-2");
    assert_eq!(rows, ["Familie:    −1 −2"]);
}

#[test]
fn months_of_another_year_are_asked_about() {
    let (_, found) = into("\tjan-19\tfeb-19\nFamilie\t-1\t-2");
    assert_eq!(found.questions.len(), 1);
}

#[test]
fn two_rows_of_one_name_are_two_rows() {
    let (rows, found) = into("\tJAN\tFEB\nFamilie\t-1\t-2\nFamilie\t-3\t-4");
    assert_eq!(rows, ["Familie: −1 −2", "Familie: −3 −4"]);
    assert_eq!(found.questions.len(), 1);
    assert_eq!(found.left_out, []);
}

#[test]
fn a_month_that_stands_twice_is_asked_about() {
    let (rows, found) = into("\tJAN\tFEB\tJAN\nFamilie\t-1\t-2\t-3");
    assert_eq!(rows, ["Familie: −1 −2"]);
    assert_eq!(found.questions.len(), 1);
    assert_eq!(found.left_out.len(), 1);
}
