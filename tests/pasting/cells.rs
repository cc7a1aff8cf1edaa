//! What single cells are: dashes, and commas that can be between thousands.

use raaderum::draft::{BlockUnit, Commas, Question};

use super::{GAIN, check, into, proposal_for};

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
            suggested: Some(BlockUnit::Thousands),
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

#[test]
fn footnote_marks_are_left_out_and_counted() {
    let (form, found) = {
        let mut form = proposal_for("2024");
        let block = crate::support::block("-4.600*\t-4.601\u{b9}\t-4.602 1)\t-4.603");
        let answers = raaderum::draft::Answers::default();
        let signs = raaderum::danish::Signs::MinusSaves;
        let found = raaderum::draft::paste_as(&mut form, GAIN, &block, signs, &answers);
        (super::as_text(&form), found.expect("a cell"))
    };
    assert_eq!(
        form,
        "2024\nEstimeret gevinst: −4.600 | −4.601 | −4.602 | −4.603"
    );
    assert_eq!(found.pasted.marks, 3);
    let said = raaderum::text::paste::pasted_all(found.pasted, &found.left_out, None);
    assert_eq!(
        said,
        "4 celler er sat ind. Fodnotetegn ved 3 tal er ikke med."
    );
}
