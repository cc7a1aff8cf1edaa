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
