//! Tables as they are copied from spreadsheets, letters and web pages: where they go, what stays out and what is asked.
//! Each case is a table and the form that it makes, as text.

use crate::support;

use proptest::prelude::*;
use raaderum::danish::Signs;
use raaderum::domain::{
    AmountRow, Catalogue, CatalogueField, Entry, Id, PlanField, Proposal, ProposalField, RowText,
    StaffRow, StatedFigure, Timestamp,
};
use raaderum::draft::{
    Answers, Block, BlockUnit, Commas, Form, LeftOut, Question, TableCell, is_block, paste_as,
    shown_in, try_paste,
};
use raaderum::text::labels;
use support::{block, effect, empty_plan, months_shown, plan_of, row};

const GAIN: ProposalField = ProposalField::Amount(AmountRow::EstimatedGain, 0);
const BUDGET: ProposalField = ProposalField::Amount(AmountRow::CurrentBudget, 0);

/// An empty proposal for a budget year; none when the text is blank.
fn proposal_for(year: &str) -> Proposal {
    let mut proposal = Proposal::blank(Id::random(), Timestamp::UNIX_EPOCH, Entry::Blank);
    proposal.enter(ProposalField::FirstYear, year);
    proposal
}

/// The rows of a proposal that hold something, as a text: its budget year, its rows, what the source states.
fn as_text(proposal: &Proposal) -> String {
    let shown = |field| proposal.shown(field);
    let mut lines = vec![shown(ProposalField::FirstYear)];
    let mut row = |name: &str, cells: Vec<String>| {
        if cells.iter().any(|cell| !cell.is_empty()) {
            lines.push(format!("{name}: {}", cells.join(" | ")));
        }
    };
    for amount in AmountRow::ALL {
        let mut cells: Vec<String> = (0..4)
            .map(|year| shown(ProposalField::Amount(amount, year)))
            .collect();
        let stated = shown(ProposalField::Stated(StatedFigure::Row(amount)));
        if !stated.is_empty() {
            cells.push(format!("({stated})"));
        }
        row(labels::amount_row(amount), cells);
    }
    let net = (0..4).map(|year| shown(ProposalField::Stated(StatedFigure::NetChange(year))));
    let total = shown(ProposalField::Stated(StatedFigure::NetChangeTotal));
    row("kildens sum", net.chain([total]).collect());
    for staff in StaffRow::ALL {
        let cells = (0..4).map(|year| shown(ProposalField::Staff(staff, year)));
        row(labels::staff_row(staff), cells.collect());
    }
    lines.join("\n")
}

/// What is asked about a block and what stays out of it, in short.
type Told = (Vec<Question>, Vec<LeftOut>);

/// Pastes into a proposal, with what is likely answered when `answers`; gives the form as text, and what was told.
fn into(proposal: &Proposal, start: ProposalField, text: &str, answers: bool) -> (String, Told) {
    let block = block(text);
    let signs = Signs::MinusSaves;
    if answers {
        let pasted = try_paste(proposal, start, &block, signs, &Answers::default());
        let (form, found, _) = pasted.expect("a cell");
        return (as_text(&form), (found.questions, found.left_out));
    }
    let mut form = proposal.clone();
    let found = paste_as(&mut form, start, &block, signs, &Answers::default()).expect("a cell");
    (as_text(&form), (found.questions, found.left_out))
}

/// A table that is certain: it lands as the text says, and nothing is asked and nothing left out.
fn check(start: ProposalField, text: &str, expected: &str) {
    let (form, (questions, left_out)) = into(&proposal_for("2024"), start, text, false);
    assert_eq!(form, expected, "{text}");
    assert_eq!((questions, left_out), (vec![], vec![]), "{text}");
}

// ---- the unit ----

#[test]
fn the_unit_in_a_heading_or_caption_is_that_of_the_block() {
    for (unit, typed, shown) in [
        ("Beløb i hele 1.000 kr.", "-1.229", "−1.229"),
        ("i hele kr.", "-500.000", "−500"),
        ("Beløb i kr.", "-500.000", "−500"),
        ("(mio. kr.)", "-1,2", "−1.200"),
        ("Mio. kr., 2024-pl", "-0,5", "−500"),
        ("Beløb i 1.000 kr.", "-0,5", "−0,5"),
        ("1.000 kr.", "-450", "−450"),
        ("t.kr.", "-450", "−450"),
        ("Tkr.", "-450", "−450"),
        ("i tusinde kr.", "-450", "−450"),
        ("mia. kr.", "-0,1", "−100.000"),
        ("1 mio. kr.", "-2", "−2.000"),
    ] {
        let row = ["\t", typed].concat().repeat(4);
        let expected = format!("2024\nEstimeret gevinst: {}", [shown; 4].join(" | "));
        // In the corner, in a row above, and in the name of the row.
        check(
            BUDGET,
            &format!("{unit}\t2024\t2025\t2026\t2027\nEstimeret gevinst{row}"),
            &expected,
        );
        check(
            BUDGET,
            &format!("{unit}\n\t2024\t2025\t2026\t2027\nEstimeret gevinst{row}"),
            &expected,
        );
        let numbers = row.trim_start();
        check(GAIN, &format!("{unit}\n{numbers}"), &expected);
        check(GAIN, &format!("Estimeret gevinst ({unit}){row}"), &expected);
    }
}

/// The two of the report: 1,229 mio. became 1.229 kr., and 500.000 kr. became 500 mio.
#[test]
fn a_thousandfold_error_is_not_made() {
    let table = "Beløb i mio. kr.\t2024\t2025\t2026\t2027\nEstimeret gevinst\t-1,229\t-1,229\t-1,229\t-1,229";
    let (form, (questions, _)) = into(&proposal_for("2024"), BUDGET, table, true);
    assert_eq!(
        form,
        "2024\nEstimeret gevinst: −1.229 | −1.229 | −1.229 | −1.229"
    );
    // Three digits after every comma are asked about.
    let suggested = Commas::Decimals;
    assert_eq!(questions, [Question::Commas { suggested }]);
}

#[test]
fn an_amount_that_a_text_mentions_is_no_unit() {
    // The unit of a cell wins over that of the block.
    check(
        GAIN,
        "Besparelse på 5 mio. kr. i alt (1.000 kr.)\n-1\t-2\t0,5 mio. kr.\t-4",
        "2024\nEstimeret gevinst: −1 | −2 | 500 | −4",
    );
    let (form, (_, left_out)) = into(
        &proposal_for("2024"),
        GAIN,
        "Besparelse på 5 mio. kr.\n-1\t-2\t-3\t-4",
        false,
    );
    assert_eq!(form, "2024\nEstimeret gevinst: −1 | −2 | −3 | −4");
    let title = "Besparelse på 5 mio. kr.".to_owned();
    assert_eq!(left_out, [LeftOut::Other(title)]);
}

#[test]
fn an_unlikely_unit_is_asked_about() {
    for (text, suggested, shown) in [
        ("-300.000\t-300.000", BlockUnit::Kroner, "−300 | −300 |  | "),
        ("-1,2\t-0,5", BlockUnit::Millions, "−1.200 | −500 |  | "),
        (
            "\nBeløb i kr. og mio. kr.\n-1\t-2",
            BlockUnit::Kroner,
            "−0,001 | −0,002 |  | ",
        ),
    ] {
        let (form, (questions, _)) = into(&proposal_for("2024"), GAIN, text, true);
        assert_eq!(questions, [Question::Unit { suggested }], "{text}");
        assert_eq!(form, format!("2024\nEstimeret gevinst: {shown}"));
    }
    // Half a thousand beside whole ones, and a budget of 300 mio. beside a change of it, are likely.
    for text in ["-0,5\t-2", "-300.000\t-1"] {
        let (_, (questions, _)) = into(&proposal_for("2024"), GAIN, text, false);
        assert_eq!(questions, [], "{text}");
    }
    let mut plan = empty_plan("0");
    let start = effect(&plan, 1, 1);
    let table =
        "Mio. kr.\tJAN\tFEB\tI ALT\nAflastning\t-0,5\t-0,25\t-0,75\nI alt\t-0,5\t-0,25\t-0,75";
    let none = Answers::default();
    let found = paste_as(&mut plan, start, &block(table), Signs::MinusSaves, &none).unwrap();
    assert_eq!(months_shown(&plan, 1)[..2], ["−500.000", "−250.000"]);
    assert_eq!(
        plan.shown(PlanField::StatedTotal(row(&plan, 1).id)),
        "−750.000"
    );
    assert_eq!(plan.stated_sum_differences(&plan.stated_sums[0]), []);
    assert_eq!((found.questions, found.left_out), (vec![], vec![]));
}

// ---- names and years ----

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
    assert_eq!(questions, [Question::Place]);
}

#[test]
fn the_budget_year_of_the_table_is_offered() {
    let table = "\t2024\t2025\t2026\t2027\nEstimeret gevinst\t-1\t-2\t-3\t-4";
    let mut proposal = proposal_for("2027");
    let (form, (questions, left_out)) = into(&proposal, BUDGET, table, false);
    assert_eq!(form, "2027\nEstimeret gevinst: −4 |  |  | ");
    assert_eq!(left_out, [2024, 2025, 2026].map(LeftOut::Year));
    let [
        Question::Years {
            block,
            document,
            suggested,
        },
    ] = questions.as_slice()
    else {
        panic!("{questions:?}");
    };
    let numbers = (block.number(), document.map(|year| year.number()));
    assert_eq!((numbers, *suggested), ((2024, Some(2027)), true));
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

// ---- what single cells are ----

#[test]
fn a_lone_dash_is_nothing() {
    check(
        GAIN,
        " -   \t\u{2013}\t -   kr. \t-4",
        "2024\nEstimeret gevinst: 0 | 0 | 0 | −4",
    );
}

#[test]
fn commas_that_can_be_between_thousands_are_asked_about_once() {
    for (text, suggested, answered) in [
        ("-4,600\t-4,600", Commas::Decimals, "−4,6 | −4,6 |  | "),
        ("-4,600\t12", Commas::Decimals, "−4,6 | 12 |  | "),
        (
            "-1,234,567\t-4,600",
            Commas::Thousands,
            "−1.234.567 | −4.600 |  | ",
        ),
        (
            "-4,600.50\t-4,600",
            Commas::Thousands,
            "−4.600,5 | −4.600 |  | ",
        ),
    ] {
        let (form, (questions, _)) = into(&proposal_for("2024"), GAIN, text, true);
        assert_eq!(
            form,
            format!("2024\nEstimeret gevinst: {answered}"),
            "{text}"
        );
        // How large they are is not known, so that the unit is asked about too.
        let unit = Question::Unit {
            suggested: BlockUnit::Thousands,
        };
        assert_eq!(questions, [unit, Question::Commas { suggested }], "{text}");
    }
    for text in ["-4,600\t-4,5", "-1.234,567\t-2", "-4,5\t-12", "-4\t-5"] {
        let (_, (questions, _)) = into(&proposal_for("2024"), GAIN, text, false);
        let is_asked = questions
            .iter()
            .any(|question| matches!(question, Question::Commas { .. }));
        assert!(!is_asked, "{text}");
    }
}

// ---- signs ----

#[test]
fn unsigned_savings_are_asked_about_once() {
    let table = "\t2024\t2025\t2026\t2027\nEstimeret gevinst\t4.600\t4.600\t4.600\t4.600\nInvesteringsbehov\t3.100\t3.100\t3.100\t3.100\nÆndringsforslag i alt\t-1.500\t-1.500\t-1.500\t-1.500";
    // The sum has a minus, the rows have none.
    let block = block(table);
    for signs in [Signs::MinusSaves, Signs::PlusSaves, Signs::Words] {
        let mut form = proposal_for("2024");
        let found = paste_as(&mut form, BUDGET, &block, signs, &Answers::default()).unwrap();
        let suggested = Signs::RowDecides;
        assert_eq!(
            found.questions,
            [Question::Signs { suggested }],
            "{signs:?}"
        );
        let likely = Answers::default().settled(&found.questions);
        let mut form = proposal_for("2024");
        paste_as(&mut form, BUDGET, &block, signs, &likely).unwrap();
        let shown = as_text(&form);
        let rows = "2024\nEstimeret gevinst: −4.600 | −4.600 | −4.600 | −4.600\nInvesteringsbehov: 3.100 | 3.100 | 3.100 | 3.100";
        assert!(shown.starts_with(rows), "{shown}");
        assert_eq!(shown_in(&form, GAIN, Signs::RowDecides), "4.600");
    }
    // Where the row decides nothing is in doubt, and neither are investments alone.
    let mut form = proposal_for("2024");
    let found = paste_as(
        &mut form,
        BUDGET,
        &block,
        Signs::RowDecides,
        &Answers::default(),
    );
    assert_eq!(found.unwrap().questions, []);
    check(
        ProposalField::Amount(AmountRow::InvestmentNeed, 0),
        "3.100\t3.100",
        "2024\nInvesteringsbehov: 3.100 | 3.100 |  | ",
    );
}

#[test]
fn signs_of_the_other_convention_are_asked_about() {
    let table = "Estimeret gevinst\t-4.600\t-4.600\t-4.600\t-4.600\nInvesteringsbehov\t3.100\t3.100\t3.100\t3.100";
    let mut form = proposal_for("2024");
    let answers = Answers::default();
    let found = paste_as(&mut form, BUDGET, &block(table), Signs::PlusSaves, &answers).unwrap();
    let suggested = Signs::MinusSaves;
    assert_eq!(found.questions, [Question::Signs { suggested }]);
}

// ---- cases from public budgets ----

/// Savings without minus, and printed sums into which the year headings were added.
const UNSIGNED: &str = "\
Børneområdet, kr.\t2018\t2019\t2020\t2021
1 Skatkammeret\t300.000\t300.000\t300.000\t300.000
2 Naturvejleder\t0\t285.000\t285.000\t285.000
3 Dagplejekonsulenter\t0\t300.000\t900.000\t900.000
I alt\t2.614.018\t4.020.019\t5.140.020\t5.140.021
Sparekrav\t1.295.000\t2.588.000\t3.871.000\t3.871.000
";

#[test]
fn unsigned_savings_with_wrong_sums_are_held_back() {
    // Into a proposal: three savings have no row there, and the heading is no amount.
    let (form, (questions, left_out)) = into(&proposal_for("2018"), GAIN, UNSIGNED, true);
    assert_eq!(form, "2018");
    assert_eq!(questions.len(), 4);
    assert_eq!(left_out.len(), 3 * 4 + 4 + 4);
    // One of them, chosen by hand, is a saving in kroner.
    let one =
        "Børneområdet, kr.\t2018\t2019\t2020\t2021\n2 Naturvejleder\t0\t285.000\t285.000\t285.000";
    let (form, (questions, _)) = into(&proposal_for("2018"), GAIN, one, true);
    assert_eq!(form, "2018\nEstimeret gevinst: 0 | −285 | −285 | −285");
    assert_eq!(questions.len(), 2);
}

#[test]
fn a_target_is_known_by_its_name_and_is_a_saving() {
    let mut catalogue = Catalogue::blank(Id::random(), Timestamp::UNIX_EPOCH, Entry::Blank);
    let start = CatalogueField::Target(0);
    let targets = |catalogue: &Catalogue| {
        [0, 1, 2, 3].map(|year| catalogue.shown(CatalogueField::Target(year)))
    };
    let block = block(UNSIGNED);
    let mut asked = catalogue.clone();
    let found = paste_as(
        &mut asked,
        start,
        &block,
        Signs::MinusSaves,
        &Answers::default(),
    );
    let likely = Answers::default().settled(&found.unwrap().questions);
    assert_eq!(likely.signs, Some(Signs::RowDecides));
    let found = paste_as(&mut catalogue, start, &block, Signs::MinusSaves, &likely).unwrap();
    assert_eq!(
        targets(&catalogue),
        ["−1.295", "−2.588", "−3.871", "−3.871"]
    );
    assert_eq!(catalogue.shown(CatalogueField::FirstYear), "2018");
    assert_eq!(found.left_out.len(), 4 * 4);
}

/// The unit in a sentence above the table, rows of four or five amounts, a title that stands twice.
#[test]
fn ragged_rows_are_each_placed_or_asked_about() {
    let heads = "Alle beløb er i 1.000 kr.\n\t2020\t2021\t2022\t2023\tI alt\n";
    for (row, expected) in [
        (
            "Gang i knæene\t-120\t-160\t-160\t-160",
            "−120 | −160 | −160 | −160",
        ),
        (
            "Sundhed\t-2.248\t-2.427\t-2.427\t-2.427\t-9.529",
            "−2.248 | −2.427 | −2.427 | −2.427 | (−9.529)",
        ),
    ] {
        let (form, (questions, left_out)) =
            into(&proposal_for("2020"), GAIN, &format!("{heads}{row}"), false);
        assert_eq!(form, format!("2020\nEstimeret gevinst: {expected}"));
        let suggested = Some(2);
        assert_eq!(questions, [Question::Row { row: 2, suggested }]);
        assert_eq!(left_out, []);
    }
    // As a plan's page, the same title twice is two rows.
    let all = "\t2020\t2021\t2022\t2023\tI alt\nGang i knæene\t-120\t-160\t-160\t-160\t\nGang i knæene\t-32\t-32\t-32\t-32\t\nSundhed i alt\t-152\t-192\t-192\t-192\t-728";
    let (form, (questions, _)) = into(&proposal_for("2020"), GAIN, all, false);
    assert_eq!(form, "2020");
    assert_eq!(questions.len(), 2);
}

/// A budget follow-up and a table of indices have neither years nor rows of a form: nothing of them is written unasked.
#[test]
fn tables_of_something_else_are_not_written() {
    for table in [
        "\tOprindeligt\tKorrigeret\tForventet\tAfvigelse\t%\nBFU\t768,2\t769,5\t771,0\t1,5\t0,2\nKFL\t48,2\t68,5\t60,0\t-8,5\t12,5\ni alt\t2.946,6\t2.983,3\t2.975,3\t-8,0\t0,3",
        "index (%)\tniveaukorrektion\t2024–25\tin all\nStatsligt lønindeks\t0,9\t3,2\t4,1\nForbrugerprisindeks\t-0,9\t2,1\t1,2",
    ] {
        let (form, (questions, left_out)) = into(&proposal_for("2025"), GAIN, table, false);
        assert_eq!(form, "2025", "{table}");
        assert!(!questions.is_empty() && !left_out.is_empty(), "{table}");
    }
}

// ---- what other programs put on the clipboard ----

#[test]
fn a_cell_in_quotation_marks_is_one_cell() {
    let cells = |text: &str| {
        let found = Block::from_clipboard(text);
        found.unwrap_or_else(|| panic!("{text}"))
    };
    let table = |rows: &[&[&str]]| {
        let rows: Vec<Vec<TableCell>> = rows
            .iter()
            .map(|row| row.iter().map(|text| cell(text, 1, 1)).collect())
            .collect();
        Block::from_table(&rows).expect("cells")
    };
    for (text, same) in [
        ("\"a\nb\"\t1\r\n", table(&[&["a\nb", "1"]])),
        ("\"a\tb\"\t1", table(&[&["a\tb", "1"]])),
        (
            "1\t\"han sagde \"\"ja\"\"\"\n2\t3",
            table(&[&["1", "han sagde \"ja\""], &["2", "3"]]),
        ),
        ("1\t\"\"\t2", table(&[&["1", "", "2"]])),
        ("1\t\"\"\"\"", table(&[&["1", "\""]])),
        // A mark of its own stands for itself.
        (
            "5\" rør\t1\n\"åben\t2",
            table(&[&["5\" rør", "1"], &["\"åben", "2"]]),
        ),
        ("\"a\" b\t1", table(&[&["\"a\" b", "1"]])),
        ("1\r2", table(&[&["1"], &["2"]])),
    ] {
        assert_eq!(cells(text), same, "{text:?}");
    }
    // One cell alone needs help only for its marks.
    assert_eq!(Block::from_clipboard("-4.600\r\n"), None);
    assert!(!cells("\"-4.600\n\"\r\n").is_table());
    check(
        BUDGET,
        "\"Estimeret\ngevinst\"\t\"-1\n\"\t-2\t-3\t-4",
        "2024\nEstimeret gevinst: −1 | −2 | −3 | −4",
    );
}

fn cell(text: &str, columns: usize, rows: usize) -> TableCell {
    TableCell {
        text: text.to_owned(),
        columns,
        rows,
    }
}

#[test]
fn cells_of_a_page_that_take_up_several_places_stand_in_the_first() {
    let table = [
        vec![cell("a", 2, 1), cell("b", 1, 2)],
        vec![cell("c", 1, 2), cell("d", 1, 1)],
        vec![cell("e", 1, 1), cell("f", 1, 0)],
    ];
    assert_eq!(
        Block::from_table(&table),
        Block::from_clipboard("a\t\tb\nc\td\t\n\te\tf")
    );
    assert_eq!(Block::from_table(&[vec![cell("a", 1, 1)]]), None);
    assert_eq!(Block::from_table(&[]), None);
    // However large a cell claims to be, a block has its bounds.
    let huge = [vec![cell("a", usize::MAX, usize::MAX), cell("b", 1, 1)]];
    assert_eq!(Block::from_table(&huge), None);
    let rows = vec![vec![cell("a", 1, usize::MAX)], vec![cell("b", 1, 1)]];
    assert_eq!(Block::from_table(&rows), Block::from_clipboard("a\n\tb"));
}

/// A cell as a spreadsheet writes it to the clipboard.
fn written(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r']) || cell.starts_with('"') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

proptest! {
    #[test]
    fn any_cells_come_back_as_a_spreadsheet_writes_them(
        rows in prop::collection::vec(prop::collection::vec("[a\"\t\n\r1 ,-]{0,6}", 1..4), 1..4),
        line_end in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        let lines = rows.iter().map(|row| {
            row.iter().map(|cell| written(cell)).collect::<Vec<_>>().join("\t")
        });
        let text = lines.collect::<Vec<_>>().join(line_end) + line_end;
        let cells: Vec<Vec<TableCell>> = rows
            .iter()
            .map(|row| row.iter().map(|text| cell(text, 1, 1)).collect())
            .collect();
        if let Some(expected) = Block::from_table(&cells) {
            prop_assert_eq!(Block::from_clipboard(&text), Some(expected), "{:?}", text);
        }
    }

    /// That a text is a block is told without reading it.
    #[test]
    fn a_block_is_known_before_it_is_read(text in "([ a\"\\t\\n]|\\r\\n|\\r){0,6}") {
        prop_assert_eq!(is_block(&text), Block::from_clipboard(&text).is_some(), "{:?}", text);
    }

    /// Whatever is pasted, every cell that is not blank is written, kept as what the source states, or named as left out.
    #[test]
    fn no_cell_is_lost(
        rows in prop::collection::vec(
            prop::collection::vec(
                prop::sample::select(vec!["", "-1", "2024", "2025", "Estimeret gevinst", "Andet", "I alt", "4,600", "x"]),
                1..7,
            ),
            1..6,
        ),
    ) {
        let lines: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        let Some(block) = Block::from_clipboard(&lines.join("\n")) else {
            return Ok(());
        };
        let mut form = proposal_for("2024");
        let found = paste_as(&mut form, GAIN, &block, Signs::MinusSaves, &Answers::default());
        let found = found.expect("a cell");
        prop_assert_eq!(found.pasted.outside, found.left_out.len());
        // Numbers are never dropped: each is placed, stated or named.
        let amounts = rows.iter().flatten().filter(|cell| matches!(**cell, "-1" | "4,600")).count();
        let is_amount = |text: &str| matches!(text, "-1" | "4,600");
        let placed = found.placed.iter().filter(|placed| {
            let (row, column) = placed.from;
            is_amount(rows[row][column])
        });
        let named = found.left_out.iter().filter(|left_out| match left_out {
            LeftOut::Other(text) => is_amount(text),
            LeftOut::Year(_) | LeftOut::Row(_) | LeftOut::Twice(_) => true,
        });
        prop_assert!(placed.count() + named.count() >= amounts, "{:?}", found);
    }
}
