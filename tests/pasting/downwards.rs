//! Years that stand one below the other.

use raaderum::domain::{AmountRow, ProposalField};
use raaderum::draft::Question;

use super::{BUDGET, GAIN, check, into, proposal_for};

#[test]
fn a_table_with_its_years_down_the_side_is_turned() {
    check(
        BUDGET,
        "\tEstimeret gevinst\tInvesteringsbehov\n2024\t-1\t5\n2025\t-2\t6\n2026\t-3\t7\n2027\t-4\t8",
        "2024\nEstimeret gevinst: −1 | −2 | −3 | −4\nInvesteringsbehov: 5 | 6 | 7 | 8",
    );
    check(
        BUDGET,
        "Beløb i mio. kr.\t\nÅr\tEstimeret gevinst\n2024\t-1\n2025\t-2\nI alt\t-3",
        "2024\nEstimeret gevinst: −1.000 | −2.000 |  |  | (−3.000)",
    );
    // The name of a single row is no caption.
    check(
        BUDGET,
        "\tEstimeret gevinst\n2024\t-1\n2025\t-2",
        "2024\nEstimeret gevinst: −1 | −2 |  | ",
    );
    // Without its name the row is the one that it is put into, which is to be seen.
    let bare = "2024\t-1\n2025\t-2\n2026\t-3\n2027\t-4";
    let (form, (questions, _)) = into(&proposal_for("2024"), GAIN, bare, false);
    assert_eq!(form, "2024\nEstimeret gevinst: −1 | −2 | −3 | −4");
    let suggested = Some(2);
    assert_eq!(questions, [Question::Row { row: 1, suggested }]);
}

#[test]
fn a_column_of_as_many_numbers_as_years_is_asked_about() {
    let column = "-120\n-160\n-160\n-160";
    let asked = |suggested| {
        vec![Question::Downwards {
            are_months: false,
            suggested,
        }]
    };
    let (form, (questions, left_out)) = into(&proposal_for("2024"), GAIN, column, false);
    assert_eq!((form.as_str(), questions), ("2024", asked(Some(true))));
    assert_eq!(left_out.len(), 4);
    let (form, (questions, left_out)) = into(&proposal_for("2024"), GAIN, column, true);
    assert_eq!(form, "2024\nEstimeret gevinst: −120 | −160 | −160 | −160");
    assert_eq!((questions, left_out), (asked(Some(true)), vec![]));
    // From the first row on it can be a year of the form, too.
    let (form, (questions, _)) = into(&proposal_for("2024"), BUDGET, column, true);
    assert_eq!((form.as_str(), questions), ("2024", asked(None)));
    // With the name of the row above it.
    let (form, _) = into(
        &proposal_for("2024"),
        BUDGET,
        &format!("Estimeret gevinst\n{column}"),
        true,
    );
    assert_eq!(form, "2024\nEstimeret gevinst: −120 | −160 | −160 | −160");
}

#[test]
fn signs_are_not_turned_unasked() {
    let start = ProposalField::Amount(AmountRow::InvestmentNeed, 0);
    let (form, (questions, _)) = into(&proposal_for("2024"), start, "-160\t-160", true);
    assert_eq!(form, "2024\nInvesteringsbehov: −160 | −160 |  | ");
    assert_eq!(questions, [Question::Signs { suggested: None }]);
}
