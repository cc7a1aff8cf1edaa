//! The rows and years of a table, by the names and years that stand beside and above its amounts.

use raaderum::danish::Signs;
use raaderum::domain::{AmountRow, Entry, PlanField, ProposalField, RowText, StaffRow, Year};
use raaderum::draft::{Answers, FirstYear, Form, LeftOut, Question, paste_as};

use super::{BUDGET, GAIN, check, into, proposal_for};
use crate::support::{block, effect, months_shown, plan_of, row};

#[test]
fn one_known_name_is_enough() {
    let row = "Estimeret gevinst\t-1.000\t-2.000\t-2.000\t-2.000";
    let expected = "2024\nEstimeret gevinst: −1.000 | −2.000 | −2.000 | −2.000";
    // Wherever the row is put, it goes to its own place, from the first year on.
    for start in [
        BUDGET,
        GAIN,
        ProposalField::Staff(StaffRow::EmployeesAffected, 0),
    ] {
        check(start, row, expected);
    }
    let (form, (questions, _)) = into(
        &proposal_for("2024"),
        ProposalField::Amount(AmountRow::CurrentBudget, 2),
        row,
        false,
    );
    assert_eq!((form.as_str(), questions), (expected, vec![]));
    // With its number, with a fifth amount, and without its last years.
    check(BUDGET, &format!("3\t{row}"), expected);
    check(BUDGET, &format!("3. {row}"), expected);
    check(
        BUDGET,
        &format!("{row}\t-7.000"),
        &format!("{expected} | (−7.000)"),
    );
    check(
        BUDGET,
        "Estimeret gevinst\t-1.000\t-2.000",
        "2024\nEstimeret gevinst: −1.000 | −2.000 |  | ",
    );
}

#[test]
fn years_are_headings_and_never_amounts() {
    check(
        BUDGET,
        "\t2024\t2025\t2026\t2027\tI alt\nEstimeret gevinst\t-1\t-2\t-3\t-4\t-10",
        "2024\nEstimeret gevinst: −1 | −2 | −3 | −4 | (−10)",
    );
    for (heads, sum) in [
        ("2024\t2025\t2026\t2027\t2024-2027", "(−10)"),
        ("B2024\tBO2025\tBO2026\tBO2027\t2024-27", "(−10)"),
        (
            "Budget 2024\tOverslag 2025\tOverslag 2026\tOverslag 2027\t",
            "(−10)",
        ),
    ] {
        check(
            BUDGET,
            &format!("\t{heads}\nEstimeret gevinst\t-1\t-2\t-3\t-4\t-10"),
            &format!("2024\nEstimeret gevinst: −1 | −2 | −3 | −4 | {sum}"),
        );
    }
    // Backwards, and with a year between that the table does not have.
    check(
        BUDGET,
        "\t2027\t2026\t2025\t2024\nEstimeret gevinst\t-4\t-3\t-2\t-1",
        "2024\nEstimeret gevinst: −1 | −2 | −3 | −4",
    );
    // A column without an amount keeps its place.
    check(
        BUDGET,
        "\t2024\t2025\t2026\t2027\nEstimeret gevinst\t\t-2\t\t-4",
        "2024\nEstimeret gevinst:  | −2 |  | −4",
    );
    // The corner above the names was not copied.
    let (form, (questions, _)) = into(
        &proposal_for("2024"),
        GAIN,
        "2024\t2025\t2026\t2027\nEstimeret gevinst\t-1\t-2\t-3\t-4",
        false,
    );
    assert_eq!(form, "2024\nEstimeret gevinst: −1 | −2 | −3 | −4");
    assert_eq!(questions, [Question::Place]);
}

#[test]
fn years_without_a_known_name_are_headings_all_the_same() {
    let proposal = proposal_for("2024");
    for text in [
        "2024\t2025\t2026\t2027\n-1\t-2\t-3\t-4",
        "\t2024\t2025\t2026\t2027\nSkatkammeret\t-1\t-2\t-3\t-4",
    ] {
        let (form, (questions, left_out)) = into(&proposal, GAIN, text, false);
        assert_eq!(form, "2024\nEstimeret gevinst: −1 | −2 | −3 | −4", "{text}");
        let suggested = Some(2);
        assert_eq!(questions, [Question::Row { row: 1, suggested }]);
        assert_eq!(left_out, []);
    }
    // A year that stands twice is a slip: the columns follow one another, which is to be seen.
    let (form, (questions, _)) = into(
        &proposal_for("2020"),
        BUDGET,
        "\t2020\t2021\t2022\t2020\tI alt\nEstimeret gevinst\t-3.840\t-3.840\t-3.840\t-3.840\t",
        false,
    );
    assert_eq!(
        form,
        "2020\nEstimeret gevinst: −3.840 | −3.840 | −3.840 | −3.840"
    );
    let told = Question::YearTwice {
        year: 2020,
        read: 2023,
    };
    assert_eq!(questions, [Question::Place, told]);
}

#[test]
fn the_budget_year_of_the_table_is_offered() {
    let table = "\t2024\t2025\t2026\t2027\nEstimeret gevinst\t-1\t-2\t-3\t-4";
    let mut proposal = proposal_for("2027");
    let (form, (questions, left_out)) = into(&proposal, BUDGET, table, false);
    assert_eq!(form, "2027\nEstimeret gevinst: −4 |  |  | ");
    assert_eq!(left_out, [2024, 2025, 2026].map(LeftOut::Year));
    assert_eq!(
        questions,
        [Question::Years {
            block: (2024, 2027),
            document: Entry::Value(Year::new(2027).expect("a year")),
            choices: vec![2024],
            suggested: Some(FirstYear::Take(2024)),
        }]
    );
    let (form, (_, left_out)) = into(&proposal, BUDGET, table, true);
    assert_eq!(form, "2024\nEstimeret gevinst: −1 | −2 | −3 | −4");
    assert_eq!(left_out, []);
    // What is there already has its year, so that it is not likely.
    proposal.enter(BUDGET, "1.213");
    let (form, (questions, _)) = into(&proposal, BUDGET, table, true);
    assert_eq!(
        form,
        "2027\nNuværende budget: 1.213 |  |  | \nEstimeret gevinst: −4 |  |  | "
    );
    assert_eq!(questions.len(), 1);
    // A table of some of the years is certain.
    check(
        BUDGET,
        "\t2025\t2026\nEstimeret gevinst\t-2\t-3",
        "2024\nEstimeret gevinst:  | −2 | −3 | ",
    );
}

#[test]
fn a_row_that_is_not_known_is_asked_about_and_never_guessed() {
    let table = "\t2024\t2025\t2026\t2027\nEstimeret gevinst\t-1\t-2\t-3\t-4\nInvestering, netto\t5\t6\t7\t8\nBudget\t9\t9\t9\t9\nI alt\t4\t4\t4\t4";
    let (form, (questions, left_out)) = into(&proposal_for("2024"), BUDGET, table, false);
    assert_eq!(
        form,
        "2024\nEstimeret gevinst: −1 | −2 | −3 | −4\nkildens sum: 4 | 4 | 4 | 4 | "
    );
    let row = |row, suggested| Question::Row { row, suggested };
    assert_eq!(questions, [row(2, Some(3)), row(3, Some(0))]);
    assert_eq!(left_out.len(), 8);
    assert_eq!(left_out[0], LeftOut::Row("Investering, netto".to_owned()));
    let (form, (_, left_out)) = into(&proposal_for("2024"), BUDGET, table, true);
    assert_eq!(
        form,
        "2024\nNuværende budget: 9 | 9 | 9 | 9\nEstimeret gevinst: −1 | −2 | −3 | −4\n\
         Investeringsbehov: 5 | 6 | 7 | 8\nkildens sum: 4 | 4 | 4 | 4 | "
    );
    assert_eq!(left_out, []);
    // A name that stands twice does not write over what came before it.
    let twice = "Estimeret gevinst\t-1\t-2\t-3\t-4\nEstimeret gevinst\t-5\t-6\t-7\t-8";
    let (form, (questions, left_out)) = into(&proposal_for("2024"), BUDGET, twice, false);
    assert_eq!(form, "2024\nEstimeret gevinst: −1 | −2 | −3 | −4");
    assert_eq!(questions, [row(1, None)]);
    assert_eq!(
        left_out,
        vec![LeftOut::Twice("Estimeret gevinst".to_owned()); 4]
    );
}

#[test]
fn a_table_is_not_put_one_column_late_because_it_has_names() {
    let start = ProposalField::Amount(AmountRow::EstimatedGain, 1);
    let (form, (questions, _)) = into(
        &proposal_for("2024"),
        start,
        "Skatkammeret\t-300\t-300\t-300\t-300",
        false,
    );
    assert_eq!(form, "2024\nEstimeret gevinst: −300 | −300 | −300 | −300");
    let suggested = Some(2);
    assert_eq!(questions, [Question::Row { row: 0, suggested }]);
    // Fewer amounts than years begin where they are put, which is to be seen.
    let (form, (questions, _)) = into(
        &proposal_for("2024"),
        start,
        "Estimeret gevinst\t-1\t-2",
        false,
    );
    assert_eq!(form, "2024\nEstimeret gevinst:  | −1 | −2 | ");
    assert_eq!(questions, [Question::Place]);
    let mut plan = plan_of("0", &[".", "."]);
    let area = PlanField::Text(row(&plan, 2).id, RowText::Area);
    plan.enter(area, "Forplejning");
    let start = effect(&plan, 1, 3);
    let none = Answers::default();
    let found = paste_as(
        &mut plan,
        start,
        &block("Forplejning\t-1\t-2"),
        Signs::MinusSaves,
        &none,
    );
    assert_eq!(months_shown(&plan, 1), [""; 12]);
    assert_eq!(months_shown(&plan, 2)[1..5], ["", "−1", "−2", ""]);
    assert_eq!(found.unwrap().questions, [Question::Place]);
}

#[test]
fn a_row_of_a_plan_that_is_not_known_is_asked_about() {
    let mut plan = plan_of("0", &["-5", "-6"]);
    for (number, area) in [(1, "Vikarer"), (2, "Forplejning")] {
        plan.enter(PlanField::Text(row(&plan, number).id, RowText::Area), area);
    }
    let before = plan.clone();
    let start = effect(&plan, 1, 1);
    let table = block("Mad\t-1\t-2\nForplejning\t-3\t-4");
    let paste = |answer: Option<Option<usize>>| {
        let mut plan = before.clone();
        let mut answers = Answers::default();
        answers.rows.extend(answer.map(|place| (0, place)));
        let found = paste_as(&mut plan, start, &table, Signs::MinusSaves, &answers).unwrap();
        let rows = plan.focus_areas.iter().enumerate();
        let rows: Vec<String> = rows
            .map(|(place, of)| {
                format!(
                    "{}: {}",
                    of.area,
                    months_shown(&plan, place + 1)[..2].join(" ")
                )
            })
            .collect();
        (rows, found)
    };
    // What is likely is a row of its own.
    let asked = Question::Row {
        row: 0,
        suggested: Some(2),
    };
    let new = ["Vikarer: −5 −5", "Forplejning: −3 −4", "Mad: −1 −2"];
    for answer in [None, Some(Some(2))] {
        let (rows, found) = paste(answer);
        assert_eq!(rows, new);
        assert_eq!(found.questions, std::slice::from_ref(&asked));
        assert_eq!((found.pasted.rows_added, found.left_out), (1, vec![]));
        assert_eq!(found.names.get(&0).map(String::as_str), Some("Mad"));
    }
    // It goes into a row that is there, which keeps its name; or nowhere, which is said.
    let (rows, found) = paste(Some(Some(0)));
    assert_eq!(rows, ["Vikarer: −1 −2", "Forplejning: −3 −4"]);
    assert_eq!(
        (found.questions, found.left_out),
        (vec![asked.clone()], vec![])
    );
    let (rows, found) = paste(Some(None));
    assert_eq!(rows, ["Vikarer: −5 −5", "Forplejning: −3 −4"]);
    assert_eq!(found.questions, [asked]);
    assert!(
        found
            .left_out
            .iter()
            .all(|one| *one == LeftOut::Row("Mad".to_owned()))
    );
    assert_eq!(found.pasted.outside, found.left_out.len());
}
