//! What stands above a column of a proposal's table: a year however it is written, a sum, or something that is asked about.

use raaderum::danish::Signs;
use raaderum::domain::Entry;
use raaderum::draft::{Answers, FirstYear, LeftOut, Question, paste_as, try_paste};
use raaderum::text;

use super::{BUDGET, GAIN, as_text, check, into, proposal_for};
use crate::support::block;

const GAINS: &str = "Estimeret gevinst\t-1\t-2\t-3\t-4";

#[test]
fn a_year_is_read_with_its_unit_its_price_level_and_its_marks() {
    for heads in [
        "2024-pl\t2025-pl\t2026-pl\t2027-pl",
        "'24\t'25\t'26\t'27",
        "\u{2019}24\t\u{2019}25\t\u{2019}26\t\u{2019}27",
        "2024 1)\t2025\t2026\t2027",
        "2024\u{b9}\t2025*\t2026\t2027",
        "2.024\t2.025\t2.026\t2.027",
        "2024 B\t2025 OS1\t2026 OS2\t2027 OS3",
        "B 2024\tBO1 2025\tBO2 2026\tBO3 2027",
        "2024 (1.000 kr.)\t2025 (1.000 kr.)\t2026 (1.000 kr.)\t2027 (1.000 kr.)",
        "2024 (t.kr.)\t2025 (t.kr.)\t2026 (t.kr.)\t2027 (t.kr.)",
    ] {
        check(
            BUDGET,
            &format!("\t{heads}\n{GAINS}"),
            "2024\nEstimeret gevinst: −1 | −2 | −3 | −4",
        );
        // The years are placed by what they say and not in order.
        let turned: Vec<&str> = heads.split('\t').rev().collect();
        let (form, _) = into(
            &proposal_for("2024"),
            BUDGET,
            &format!("\t{}\nEstimeret gevinst\t-4\t-3\t-2\t-1", turned.join("\t")),
            false,
        );
        assert_eq!(
            form, "2024\nEstimeret gevinst: −1 | −2 | −3 | −4",
            "{heads}"
        );
    }
    for unit in ["(mio. kr.)", "mio. kr.", "i mio. kr."] {
        let heads = ["2024", "2025", "2026", "2027"].map(|year| format!("\t{year} {unit}"));
        check(
            BUDGET,
            &format!("{}\n{GAINS}", heads.concat()),
            "2024\nEstimeret gevinst: −1.000 | −2.000 | −3.000 | −4.000",
        );
    }
    // The corner is no year, though it names one.
    check(
        BUDGET,
        &format!("Mio. kr., 2024-pl\t2024\t2025\t2026\t2027\n{GAINS}"),
        "2024\nEstimeret gevinst: −1.000 | −2.000 | −3.000 | −4.000",
    );
    for (corner, heads) in [
        ("2025-pl", "2024\t2025\t2026\t2027"),
        ("2024-pl", "2024\t2025\t2026\t2027"),
        ("2023-pl", "2024\t2025\t2026\t2027"),
        ("2024 pl.", "2024\t2025\t2026\t2027\tI alt"),
        ("2024-pl", "2024-pl\t2025-pl\t2026-pl\t2027-pl"),
        ("2024", "2024\t2025\t2026\t2027"),
        ("2025-pl", "'24\t'25\t'26\t'27"),
    ] {
        check(
            BUDGET,
            &format!("{corner}\t{heads}\n{GAINS}"),
            "2024\nEstimeret gevinst: −1 | −2 | −3 | −4",
        );
    }
    check(
        BUDGET,
        "2025-pl\t2026\nEstimeret gevinst\t-3",
        "2024\nEstimeret gevinst:  |  | −3 | ",
    );
    check(
        BUDGET,
        "2025-pl\tEstimeret gevinst\tInvesteringsbehov\n2024\t-1\t5\n2025\t-2\t6",
        "2024\nEstimeret gevinst: −1 | −2 |  | \nInvesteringsbehov: 5 | 6 |  | ",
    );
    // All of them name a price level: that the first is the corner is to be seen.
    let (form, (questions, _)) = into(
        &proposal_for("2025"),
        BUDGET,
        "2024-pl\t2025-pl\t2026-pl\t2027-pl\t2028-pl\nEstimeret gevinst\t-1\t-2\t-3\t-4",
        false,
    );
    assert_eq!(form, "2025\nEstimeret gevinst: −1 | −2 | −3 | −4");
    assert_eq!(questions, [Question::Place]);
    // Before amounts alone it is their name and no amount of the first year; above them it is a caption.
    let row = "2025-pl\t-1\t-2\t-3\t-4";
    let (form, (questions, left_out)) = into(&proposal_for("2024"), GAIN, row, false);
    assert_eq!(form, "2024\nEstimeret gevinst: −1 | −2 | −3 | −4");
    let suggested = Some(2);
    assert_eq!(questions, [Question::Row { row: 0, suggested }]);
    assert_eq!(left_out, []);
    let above = format!("2025-pl\n\t2024\t2025\t2026\t2027\n{GAINS}");
    let (form, (questions, left_out)) = into(&proposal_for("2024"), BUDGET, &above, false);
    assert_eq!(form, "2024\nEstimeret gevinst: −1 | −2 | −3 | −4");
    assert_eq!((questions.len(), left_out.len()), (0, 1));
    // Not one after the other.
    check(
        BUDGET,
        "\t2024\t2026\nEstimeret gevinst\t-1\t-3",
        "2024\nEstimeret gevinst: −1 |  | −3 | ",
    );
}

#[test]
fn headings_that_are_no_years_are_asked_about_and_nothing_is_placed_before() {
    for heads in [
        "Oprindeligt\tKorrigeret\tForventet\tAfvigelse",
        "År 1\tÅr 2\tÅr 3\tÅr 4",
        "Oprindeligt\tKorrigeret\tForventet\t%",
    ] {
        let text = format!("\t{heads}\n{GAINS}");
        for is_answered in [false, true] {
            let (form, (questions, left_out)) =
                into(&proposal_for("2024"), BUDGET, &text, is_answered);
            assert_eq!(form, "2024", "{heads}");
            let asked = (1..=4).map(|column| Question::Column {
                column,
                suggested: None,
            });
            assert_eq!(questions, asked.collect::<Vec<_>>(), "{heads}");
            let named = heads
                .split('\t')
                .map(|head| LeftOut::Column(head.to_owned()));
            assert_eq!(left_out, named.collect::<Vec<_>>());
        }
        let mut answers = Answers::default();
        answers.columns.insert(2, Some(0));
        let pasted = try_paste(
            &proposal_for("2024"),
            BUDGET,
            &block(&text),
            Signs::MinusSaves,
            &answers,
        );
        let (form, ..) = pasted.expect("a cell");
        assert_eq!(as_text(&form), "2024\nEstimeret gevinst: −2 |  |  | ");
    }
}

#[test]
fn years_with_two_columns_each_are_asked_about() {
    for text in [
        "\t2024\t2024\t2025\t2025\nEstimeret gevinst\t-1\t5\t-2\t6",
        "Post\t2024\t2024\t2025\t2025\nEstimeret gevinst\t-1\t5\t-2\t6",
        "\t2024\t2025\t2024\t2025\nEstimeret gevinst\t-1\t5\t-2\t6",
        "\tB2024\tR2024\tB2025\tR2025\nEstimeret gevinst\t-1\t5\t-2\t6",
        "\t2023\t2024\t2024\t2025\nEstimeret gevinst\t-1\t5\t-2\t6",
        "\tB2024\tBO2025\tBO2026\tR2024\nEstimeret gevinst\t-1\t5\t-2\t6",
        "\t2024\t\t2025\t\n\tDrift\tAnlæg\tDrift\tAnlæg\nEstimeret gevinst\t-1\t5\t-2\t6",
        "\t2024\t\t2025\t\nEstimeret gevinst\t-1\t5\t-2\t6",
    ] {
        let (form, (questions, left_out)) = into(&proposal_for("2024"), BUDGET, text, false);
        assert_eq!(form, "2024", "{text}");
        assert_eq!(questions.len(), 4, "{questions:?}");
        let amounts = left_out
            .iter()
            .filter(|one| matches!(one, LeftOut::Column(_)));
        assert_eq!(amounts.count(), 4, "{left_out:?}");
    }
}

#[test]
fn a_year_with_two_columns_is_asked_about_by_what_stands_above_each() {
    let headings = |text: &str| {
        let mut form = proposal_for("2024");
        let block = block(text);
        let found = paste_as(
            &mut form,
            BUDGET,
            &block,
            Signs::MinusSaves,
            &Answers::default(),
        );
        let found = found.expect("a cell");
        assert_eq!(as_text(&form), "2024", "{text}");
        found.columns.into_values().collect::<Vec<_>>()
    };
    for (heads, expected) in [
        ("B2024\tR2024", vec!["B2024", "R2024"]),
        ("2024\t2024", vec!["2024", "2024"]),
        ("2024\t2024\t2025", vec!["2024", "2024", "2025"]),
        (
            "Budget 2024\tRegnskab 2024\tI alt",
            vec!["Budget 2024", "Regnskab 2024", "I alt"],
        ),
        (
            "2024\t2024\n\tBudget\tRegnskab",
            vec!["2024 Budget", "2024 Regnskab"],
        ),
    ] {
        let amounts = "\t-7".repeat(expected.len());
        let text = format!("\t{heads}\nEstimeret gevinst{amounts}");
        assert_eq!(headings(&text), expected, "{heads}");
    }
    // The row of amounts that are years by chance keeps them.
    check(
        BUDGET,
        "Nuværende budget\t2000\t2000\t2010\t2010\nInvesteringsbehov\t1\t2\t3\t4",
        "2024\nNuværende budget: 2.000 | 2.000 | 2.010 | 2.010\nInvesteringsbehov: 1 | 2 | 3 | 4",
    );
}

#[test]
fn which_of_many_years_a_form_without_one_begins_in_is_asked() {
    let text =
        "\tR 2022\tB 2023\t2024\t2025\t2026\t2027\nEstimeret gevinst\t-9\t-1\t-2\t-3\t-4\t-5";
    let (form, (questions, left_out)) = into(&proposal_for(""), BUDGET, text, true);
    assert_eq!(form, "");
    let asked = Question::Years {
        block: (2022, 2027),
        document: Entry::Blank,
        choices: vec![2022, 2023, 2024],
        suggested: None,
    };
    assert_eq!(questions, [asked]);
    assert_eq!(
        text::paste::paste_years((2022, 2027), &Entry::Blank),
        "Tabellen har årene 2022 til 2027, og der er plads til 4. Hvad er budgetåret?"
    );
    assert_eq!(
        text::paste::left_out(&left_out, None),
        [
            "2022, 2023, 2024, 2025, 2026 og 2027 er ikke med, fordi budgetåret mangler eller ikke kan læses."
        ]
    );
    let answers = Answers {
        first_year: Some(FirstYear::Take(2023)),
        ..Answers::default()
    };
    let pasted = try_paste(
        &proposal_for(""),
        BUDGET,
        &block(text),
        Signs::MinusSaves,
        &answers,
    );
    let (form, found, _) = pasted.expect("a cell");
    assert_eq!(as_text(&form), "2023\nEstimeret gevinst: −1 | −2 | −3 | −4");
    assert_eq!(found.left_out, [2022, 2027].map(LeftOut::Year));
    // Where the form has one, too, those that it can begin in are offered.
    let (_, (questions, _)) = into(&proposal_for("2026"), BUDGET, text, true);
    let [
        Question::Years {
            choices, document, ..
        },
    ] = questions.as_slice()
    else {
        panic!("{questions:?}");
    };
    assert_eq!(*choices, [2022, 2023, 2024]);
    assert_eq!(
        text::paste::paste_years((2022, 2027), document),
        "Tabellen har årene 2022 til 2027, og der er plads til 4 fra budgetåret, som er 2026. Hvad skal gælde?"
    );
}

#[test]
fn a_sum_before_the_years_is_what_the_source_states() {
    check(
        BUDGET,
        "\tI alt\t2024\t2025\t2026\t2027\nEstimeret gevinst\t-10\t-1\t-2\t-3\t-4",
        "2024\nEstimeret gevinst: −1 | −2 | −3 | −4 | (−10)",
    );
}

#[test]
fn the_years_of_the_form_are_taken_out_of_more() {
    let text =
        "\tR 2022\tR 2023\tB 2024\t2025\t2026\t2027\nEstimeret gevinst\t-8\t-9\t-1\t-2\t-3\t-4";
    let (form, (questions, left_out)) = into(&proposal_for("2024"), BUDGET, text, true);
    assert_eq!(form, "2024\nEstimeret gevinst: −1 | −2 | −3 | −4");
    assert_eq!(questions, []);
    assert_eq!(left_out, [2022, 2023].map(LeftOut::Year));
    // Which of six years are meant is not known where the form has none.
    let (_, (questions, _)) = into(&proposal_for("2026"), BUDGET, text, true);
    let [Question::Years { suggested, .. }] = questions.as_slice() else {
        panic!("{questions:?}");
    };
    assert_eq!(*suggested, None);
}

#[test]
fn a_year_that_stands_twice_is_told() {
    let (_, (questions, _)) = into(
        &proposal_for("2020"),
        BUDGET,
        "\t2020\t2021\t2022\t2020\nEstimeret gevinst\t-1\t-2\t-3\t-4",
        false,
    );
    let told = Question::YearTwice {
        year: 2020,
        read: 2023,
    };
    assert_eq!(questions, [Question::Place, told]);
}
