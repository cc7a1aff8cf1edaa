//! Tables that are pasted into the months of a plan: headings are months or nothing, and no row takes another's place.

use raaderum::danish::Signs;
use raaderum::domain::{ActionPlan, PlanField};
use raaderum::draft::{Answers, Question, Recognised, paste_as};

use super::numbers_lost;
use crate::support::{block, effect, empty_plan, months_shown};

/// Pastes into the first month of an empty plan; gives the plan, and what was told.
fn pasted(text: &str, answers: &Answers) -> (ActionPlan, Recognised<PlanField>) {
    let mut plan = empty_plan("0");
    let start = effect(&plan, 1, 1);
    let found = paste_as(&mut plan, start, &block(text), Signs::MinusSaves, answers);
    (plan, found.expect("a cell"))
}

/// The same; gives the rows that hold something. No number is lost.
fn into(text: &str) -> (Vec<String>, Recognised<PlanField>) {
    let (plan, found) = pasted(text, &Answers::default());
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

#[test]
fn a_table_with_its_months_down_the_side_is_turned() {
    for (text, expected) in [
        (
            "\tFamilie\tVikarer\nJanuar\t-1\t-10\nFebruar\t-2\t-20\nMarts\t-3\t",
            vec!["Familie: −1 −2 −3", "Vikarer: −10 −20"],
        ),
        (
            "Måned\tFamilie\tVikarer\njan-23\t-1\t-10\nmar-23\t-3\t-30",
            vec!["Familie: −1  −3", "Vikarer: −10  −30"],
        ),
        ("Januar\t-1\nFebruar\t-2", vec![": −1 −2"]),
    ] {
        let (rows, found) = into(text);
        assert_eq!(rows, expected, "{text}");
        assert_eq!(
            (found.questions, found.left_out),
            (vec![], vec![]),
            "{text}"
        );
    }
    // By dates, and with the sum of the year below them.
    let none = Answers::default();
    let table = "\tFamilie\n01-01-2023\t-1\n01-02-2023\t-2\nI alt\t-3";
    let (plan, found) = pasted(table, &none);
    assert_eq!(rows(&plan), ["Familie: −1 −2"]);
    assert_eq!((found.pasted.written, found.pasted.stated), (3, 1));
    // A column of sums is what the source states of the rows before it.
    let table = "\tFamilie\tVikarer\tI alt\nJAN\t-1\t-10\t-11\nFEB\t-2\t-20\t-22";
    let (plan, found) = pasted(table, &none);
    assert_eq!(rows(&plan), ["Familie: −1 −2", "Vikarer: −10 −20"]);
    assert_eq!((found.pasted.stated, plan.stated_sums.len()), (2, 1));
    // Numbers alone are probably months, where names stand above what is beside them: that is to be seen.
    let lines: Vec<String> = (1..=12)
        .map(|month| format!("{month}\t-{month}\t-5"))
        .collect();
    let table = format!("\tFamilie\tVikarer\n{}", lines.join("\n"));
    let (plan, found) = pasted(&table, &none);
    assert_eq!(
        rows(&plan),
        [
            "Familie: −1 −2 −3 −4 −5 −6 −7 −8 −9 −10 −11 −12",
            "Vikarer: −5 −5 −5 −5 −5 −5 −5 −5 −5 −5 −5 −5"
        ]
    );
    assert_eq!(found.questions, [Question::Place]);
}

#[test]
fn months_down_the_side_that_cannot_be_turned_are_asked_about() {
    // Quarters are no months.
    let (filled, found) = into("\tFamilie\n1. kvartal\t-1\n2. kvartal\t-2");
    assert_eq!(filled, ["Familie: "]);
    assert_eq!(found.questions.len(), 2, "{:?}", found.questions);
    // Names stand beside the months.
    let (_, found) = into("Januar\tFamilie\t-1\nFebruar\tVikarer\t-2");
    assert_eq!(found.questions, [Question::Place]);
    // Twelve amounts can be one month of twelve rows, or the twelve months of one.
    let twelve: Vec<String> = (1..=12).map(|month| format!("-{month}")).collect();
    let asked = |suggested| Question::Downwards {
        are_months: true,
        suggested,
    };
    let (filled, found) = into(&twelve.join("\n"));
    assert_eq!((filled, found.questions), (vec![], vec![asked(None)]));
    let (_, found) = into(&format!("Familie\n{}", twelve.join("\n")));
    assert_eq!(found.questions, [asked(Some(true))]);
    let answers = Answers {
        is_downwards: Some(true),
        ..Answers::default()
    };
    let (plan, _) = pasted(&format!("Familie\n{}", twelve.join("\n")), &answers);
    assert_eq!(
        rows(&plan),
        ["Familie: −1 −2 −3 −4 −5 −6 −7 −8 −9 −10 −11 −12"]
    );
}
