//! Tables of savings without a minus, and tables in the other sign convention.

use raaderum::danish::Signs;
use raaderum::domain::{AmountRow, ProposalField};
use raaderum::draft::{Answers, Question, paste_as, shown_in};

use super::{BUDGET, GAIN, as_text, check, proposal_for};
use crate::support::block;

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
            [Question::Signs {
                suggested: Some(suggested)
            }],
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
    assert_eq!(
        found.questions,
        [Question::Signs {
            suggested: Some(suggested)
        }]
    );
}

/// In the convention without signs a minus says something, but not what.
#[test]
fn a_minus_where_there_should_be_no_signs_is_asked_about() {
    for (text, suggested) in [
        ("Estimeret gevinst\t-4.600\t300", None),
        ("Estimeret gevinst\t-4.600\t-300", None),
        (
            "Estimeret gevinst\t-4.600\t-300\nInvesteringsbehov\t5\t6",
            Some(Signs::MinusSaves),
        ),
    ] {
        let mut form = proposal_for("2024");
        let answers = Answers::default();
        let found = paste_as(&mut form, BUDGET, &block(text), Signs::RowDecides, &answers).unwrap();
        assert_eq!(found.questions, [Question::Signs { suggested }], "{text}");
        assert_eq!(
            answers.settled(&found.questions).lack_any(&found.questions),
            suggested.is_none()
        );
    }
}
