//! The unit of a table: that of its heading or caption, or asked about.

use raaderum::danish::Signs;
use raaderum::domain::PlanField;
use raaderum::draft::{Answers, BlockUnit, Commas, Form, LeftOut, OutsideCell, Question, paste_as};

use super::{BUDGET, GAIN, check, into, proposal_for};
use crate::support::{block, effect, empty_plan, months_shown, row};

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
    let title = OutsideCell {
        text: "Besparelse på 5 mio. kr.".to_owned(),
        ..OutsideCell::default()
    };
    assert_eq!(left_out, [LeftOut::Other(title)]);
}

#[test]
fn an_unlikely_unit_is_asked_about() {
    for (text, suggested, shown) in [
        ("-300.000\t-300.000", BlockUnit::Kroner, "−300 | −300 |  | "),
        ("-1,2\t-0,5", BlockUnit::Millions, "−1.200 | −500 |  | "),
    ] {
        let (form, (questions, _)) = into(&proposal_for("2024"), GAIN, text, true);
        assert_eq!(
            questions,
            [Question::Unit {
                suggested: Some(suggested)
            }],
            "{text}"
        );
        assert_eq!(form, format!("2024\nEstimeret gevinst: {shown}"));
    }
    // Of two units none is more likely, so that nothing is written before one is chosen.
    let (_, (questions, _)) = into(
        &proposal_for("2024"),
        GAIN,
        "\nBeløb i kr. og mio. kr.\n-1\t-2",
        true,
    );
    assert_eq!(questions, [Question::Unit { suggested: None }]);
    assert!(Answers::default().settled(&questions).lack_any(&questions));
    // A budget of 300 mio. beside a change of it is likely.
    let (_, (questions, _)) = into(&proposal_for("2024"), GAIN, "-300.000\t-1", false);
    assert_eq!(questions, []);
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

/// A table in millions whose author wrote one of its amounts without decimals is one in millions all the same.
#[test]
fn decimals_in_a_grid_of_thousands_are_asked_about() {
    for (text, suggested) in [
        ("-1,2\t-1,0\t-0,7\t-1,5", Some(BlockUnit::Millions)),
        ("-1,2\t-1\t-0,7\t-1,5", None),
        ("-4.600,50\t-4.600,00", None),
    ] {
        let (_, (questions, _)) = into(&proposal_for("2024"), GAIN, text, false);
        assert_eq!(questions, [Question::Unit { suggested }], "{text}");
    }
}

#[test]
fn kroner_that_are_written_beside_amounts_of_thousands_are_asked_about_once() {
    for (text, shown) in [
        (
            "Estimeret gevinst\tkr. -983\tkr. -1.183\tkr. -1.183\tkr. -1.183",
            ["−983", "−1.183"],
        ),
        (
            "Estimeret gevinst\t-4.600,-\t-4.601,-\t-4.601,–\t-4.601 kr.",
            ["−4.600", "−4.601"],
        ),
    ] {
        let (form, (questions, _)) = into(&proposal_for("2024"), GAIN, text, true);
        assert_eq!(questions, [Question::Kroner { suggested: None }], "{text}");
        assert!(!form.contains(shown[0]), "{form}");
        let answers = Answers {
            are_kroner: Some(false),
            ..Answers::default()
        };
        let mut proposal = proposal_for("2024");
        paste_as(
            &mut proposal,
            GAIN,
            &block(text),
            Signs::MinusSaves,
            &answers,
        )
        .unwrap();
        let [first, other] = shown;
        let expected = format!("2024\nEstimeret gevinst: {first} | {other} | {other} | {other}");
        assert_eq!(super::as_text(&proposal), expected);
    }
    check(
        GAIN,
        "kr. -983.000\tkr. -1.183.000",
        "2024\nEstimeret gevinst: −983 | −1.183 |  | ",
    );
}

#[test]
fn a_unit_counts_where_it_stands() {
    // In the name of a row, and from a line between the rows on.
    check(
        BUDGET,
        "1.000 kr.\t2024\t2025\t2026\t2027\nEstimeret gevinst (mio. kr.)\t-1\t-2\t-3\t-4\nInvesteringsbehov\t5\t6\t7\t8",
        "2024\nEstimeret gevinst: −1.000 | −2.000 | −3.000 | −4.000\nInvesteringsbehov: 5 | 6 | 7 | 8",
    );
    let (form, (questions, _)) = into(
        &proposal_for("2024"),
        BUDGET,
        "1.000 kr.\t2024\t2025\nEstimeret gevinst\t-1\t-2\nBeløb i mio. kr.\nInvesteringsbehov\t5\t6",
        false,
    );
    assert_eq!(
        form,
        "2024\nEstimeret gevinst: −1 | −2 |  | \nInvesteringsbehov: 5.000 | 6.000 |  | "
    );
    assert_eq!(questions, []);
    // One row has a unit, the other none.
    let (_, (questions, _)) = into(
        &proposal_for("2024"),
        BUDGET,
        "Estimeret gevinst (mio. kr.)\t-1\t-2\t-3\t-4\nInvesteringsbehov\t5\t6\t7\t8",
        false,
    );
    assert_eq!(questions, [Question::Unit { suggested: None }]);
}
