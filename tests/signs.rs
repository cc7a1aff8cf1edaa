//! Signs as municipalities print and type them. Inside and in files minus saves, whatever the convention.

use crate::support;

use raaderum::danish::{
    AmountUnit, Direction, NumberError, Signs, read_amount, read_number, says_direction,
};
use raaderum::domain::{
    ActionPlan, AmountRow, Document, Entry, Fields, FullTimeEquivalents, HeadField, Proposal,
    ProposalField, RowText, StaffRow, StatedFigure,
};
use raaderum::draft::{Form, enter_in, errors, shown_in};
use raaderum::file;
use raaderum::text::plan::matrix;
use raaderum::text::{document, meaning};
use support::{block, dec, effect, head, kr, paste, plan_2023, proposal, proposals, realised, row};

/// An amount in kroner as the three conventions print it; where the row decides, as words do, since no row is known.
fn check_printed(kroner: &str, unit: AmountUnit, [minus, plus, words]: [&str; 3]) {
    let expected = [minus, plus, words, words];
    let printed = Signs::ALL.map(|signs| signs.print(kr(kroner), unit));
    assert_eq!(printed, expected, "{kroner}");
    // What is printed reads back: in its convention, and where it has words in any.
    for (signs, printed) in Signs::ALL.into_iter().zip(expected) {
        let read = read_amount(printed, unit).unwrap().unwrap();
        let expected = match signs {
            Signs::PlusSaves => -kr(kroner),
            Signs::MinusSaves | Signs::Words | Signs::RowDecides => kr(kroner),
        };
        assert_eq!(read, expected, "{printed}");
    }
}

#[test]
fn the_three_conventions_print_a_change() {
    use AmountUnit::{Kroner, Thousands};
    check_printed("-4600000", Thousands, ["−4.600", "4.600", "sparer 4.600"]);
    check_printed("3100000", Thousands, ["3.100", "−3.100", "koster 3.100"]);
    check_printed(
        "-83333.33",
        Kroner,
        ["−83.333,33", "83.333,33", "sparer 83.333,33"],
    );
    check_printed("0", Kroner, ["0", "0", "0"]);
    check_printed("0.5", Kroner, ["0,5", "−0,5", "koster 0,5"]);
}

#[test]
fn words_in_front_of_an_amount_are_read() {
    let in_thousands = |typed| read_amount(typed, AmountUnit::Thousands);
    for (typed, kroner) in [
        ("sparer 4.600", "-4600000"),
        ("koster 3.100", "3100000"),
        ("Sparer 4.600", "-4600000"),
        ("KOSTER 3.100", "3100000"),
        ("  sparer   4.600 ", "-4600000"),
        ("sparer\u{A0}4.600", "-4600000"),
        ("sparer 4,6 mio. kr.", "-4600000"),
        ("koster kr. 300.000", "300000"),
        ("sparer =12*450", "-5400000"),
        ("koster +4", "4000"),
        ("sparer 0", "0"),
        ("koster 0", "0"),
    ] {
        assert_eq!(in_thousands(typed), Ok(Some(kr(kroner))), "{typed}");
    }
    // Nothing is saved by a minus that the word says already.
    for typed in [
        "sparer -4",
        "sparer −4.600",
        "koster -3.100",
        "sparer (4.600)",
        "koster 4600-",
    ] {
        assert_eq!(in_thousands(typed), Err(NumberError::TwoSigns), "{typed}");
    }
    for typed in [
        "sparer",
        "koster ",
        "sparer4.600",
        "sparerer 4",
        "4.600 sparer",
        "spar 4",
        "sparer x",
    ] {
        assert!(in_thousands(typed).is_err(), "{typed}");
    }
    // A number of people or positions neither saves nor costs.
    assert!(read_number("sparer 4").is_err());
}

#[test]
fn nothing_saved_is_nothing() {
    let read = read_amount("sparer 0", AmountUnit::Kroner)
        .unwrap()
        .unwrap();
    assert!(read.is_zero() && !read.is_saving());
    assert_eq!(read.kroner().to_string(), "0");
    for typed in ["-0", "0"] {
        let mut form = proposal("Isafjord");
        enter_in(&mut form, GAIN, typed, Signs::PlusSaves);
        let text = file::write([&Document::from(form)]).unwrap();
        assert!(text.contains("\"estimated_gain\": 0,"), "{typed}");
    }
}

#[test]
fn the_words_and_the_sign_of_a_direction() {
    assert_eq!(Direction::of(kr("-0.01")), Some(Direction::Saves));
    assert_eq!(Direction::of(kr("0.01")), Some(Direction::Costs));
    assert_eq!(Direction::of(kr("0")), None);
    for (text, says) in [
        ("sparer 4", true),
        (" Koster 4", true),
        // What the reader takes for a space: fuzzing found the first two taken for signs.
        ("\u{FEFF}koster 4", true),
        ("\u{200B}sparer 4", true),
        ("\u{A0}sparer\u{A0}4", true),
        ("sparer4", false),
        ("4", false),
        ("-4", false),
        ("", false),
        ("4 sparer", false),
    ] {
        assert_eq!(says_direction(text), says, "{text}");
    }
}

// ---- fields ----

const GAIN: ProposalField = ProposalField::Amount(AmountRow::EstimatedGain, 0);
const BUDGET: ProposalField = ProposalField::Amount(AmountRow::CurrentBudget, 0);

/// What is typed into a field in each convention, what it is in kroner, and what it then shows in each of them.
fn check_typed(typed: [&str; 4], kroner: &str, shown: [&str; 4]) {
    for (signs, typed) in Signs::ALL.into_iter().zip(typed) {
        let mut form = proposal("Isafjord");
        enter_in(&mut form, GAIN, typed, signs);
        let entry = &form.years[0].estimated_gain;
        assert_eq!(*entry, Entry::Value(kr(kroner)), "{typed} in {signs:?}");
        let all = Signs::ALL.map(|signs| shown_in(&form, GAIN, signs));
        assert_eq!(all, shown, "{typed} in {signs:?}");
    }
}

#[test]
fn a_change_is_typed_and_shown_in_a_convention() {
    let saves = ["−4.600", "4.600", "sparer 4.600", "4.600"];
    let costs = ["3.100", "−3.100", "koster 3.100", "koster 3.100"];
    check_typed(saves, "-4600000", saves);
    check_typed(["-4.600", "4600", "-4600", "+4600"], "-4600000", saves);
    check_typed(
        ["4600-", "=4000+600", "(4.600)", "4000+600"],
        "-4600000",
        saves,
    );
    check_typed(
        ["-4,6 mio.", "4,6 mio. kr.", "sparer 4,6 mio.", "4,6 mio."],
        "-4600000",
        saves,
    );
    // A word says the same in all of them.
    check_typed(["sparer 4.600"; 4], "-4600000", saves);
    check_typed(["koster 3.100"; 4], "3100000", costs);
    check_typed(["\u{FEFF}koster 3.100"; 4], "3100000", costs);
    // Without a word, the words are typed as inside the program.
    check_typed(["3.100", "-3.100", "3.100", "-3.100"], "3100000", costs);
    check_typed(["0"; 4], "0", ["0"; 4]);
}

#[test]
fn levels_and_positions_have_one_sign_in_every_convention() {
    let check = |form: &Proposal, field, typed, expected: &str| {
        for signs in Signs::ALL {
            let mut form = form.clone();
            enter_in(&mut form, field, typed, signs);
            assert_eq!(form.shown(field), expected, "{field:?}");
            assert_eq!(shown_in(&form, field, signs), expected, "{field:?}");
        }
    };
    let form = proposal("Horseager");
    check(&form, BUDGET, "1.213", "1.213");
    check(
        &form,
        ProposalField::Staff(StaffRow::FullTimeEquivalents, 0),
        "-1,35",
        "−1,35",
    );
    check(&form, ProposalField::FirstYear, "2025", "2025");
    check(&form, ProposalField::Heading, "4.600", "4.600");
    let plan = plan_2023();
    for (field, typed, expected) in [
        (
            head(HeadField::OverspendAtStart),
            "26,05 mio.",
            "26.050.000",
        ),
        (head(HeadField::OverspendAtUpdate), "4", "4"),
        (head(HeadField::CarriedOver), "-1", "−1"),
        (head(HeadField::Appropriation), "14,5 mio.", "14.500.000"),
    ] {
        for signs in Signs::ALL {
            let mut plan = plan.clone();
            enter_in(&mut plan, field, typed, signs);
            assert_eq!(shown_in(&plan, field, signs), expected, "{field:?}");
        }
    }
}

#[test]
fn every_change_follows_the_convention() {
    let plan = plan_2023();
    let stated = raaderum::domain::PlanField::StatedTotal(row(&plan, 1).id);
    for field in [effect(&plan, 1, 1), realised(&plan, 1, 1), stated] {
        let mut plan = plan.clone();
        enter_in(&mut plan, field, "83.333", Signs::PlusSaves);
        assert_eq!(plan.shown(field), "−83.333", "{field:?}");
        assert_eq!(shown_in(&plan, field, Signs::PlusSaves), "83.333");
        assert_eq!(shown_in(&plan, field, Signs::Words), "sparer 83.333");
    }
    let form = proposal("Horseager");
    let rows = AmountRow::CHANGES.map(|row| ProposalField::Amount(row, 3));
    let stated = StatedFigure::all().map(ProposalField::Stated);
    for field in rows.into_iter().chain(stated) {
        let mut form = form.clone();
        enter_in(&mut form, field, "-1.183", Signs::PlusSaves);
        assert_eq!(form.shown(field), "1.183", "{field:?}");
        assert_eq!(shown_in(&form, field, Signs::Words), "koster 1.183");
    }
}

#[test]
fn what_cannot_be_read_is_shown_as_it_was_typed_in_every_convention() {
    for typed in ["1.5", "--4", "#VÆRDI!", "sparer -4", " 4 5 "] {
        for signs in Signs::ALL {
            let mut form = proposal("Isafjord");
            enter_in(&mut form, GAIN, typed, signs);
            assert_eq!(
                form.years[0].estimated_gain,
                Entry::Unreadable(typed.to_owned())
            );
            for signs in Signs::ALL {
                assert_eq!(shown_in(&form, GAIN, signs), typed);
            }
        }
    }
    let mut form = proposal("Isafjord");
    enter_in(&mut form, GAIN, " ", Signs::PlusSaves);
    assert!(form.years[0].estimated_gain.is_blank());
    assert_eq!(
        Signs::ALL.map(|signs| shown_in(&form, GAIN, signs)),
        [""; 4]
    );
}

/// Gains and investments as Copenhagen prints them: without a sign, by their rows. An amount that goes the other way, and
/// a row that says nothing, has a word.
#[test]
fn without_signs_the_row_decides() {
    let signs = Signs::RowDecides;
    let amount = |row| ProposalField::Amount(row, 0);
    for (row, typed, kroner, shown) in [
        (AmountRow::EstimatedGain, "39.300", "-39300000", "39.300"),
        (AmountRow::InvestmentNeed, "39.300", "39300000", "39.300"),
        (AmountRow::EstimatedGain, "-300", "300000", "koster 300"),
        (AmountRow::InvestmentNeed, "-300", "-300000", "sparer 300"),
        (
            AmountRow::EstimatedGain,
            "koster 300",
            "300000",
            "koster 300",
        ),
        (AmountRow::OperatingChange, "300", "300000", "koster 300"),
        (AmountRow::OperatingChange, "-300", "-300000", "sparer 300"),
        (AmountRow::CurrentBudget, "-300", "-300000", "−300"),
    ] {
        let mut form = proposal("Isafjord");
        enter_in(&mut form, amount(row), typed, signs);
        let entry = row.of(&form.years[0]);
        assert_eq!(*entry, Entry::Value(kr(kroner)), "{row:?}: {typed}");
        assert_eq!(shown_in(&form, amount(row), signs), shown, "{row:?}");
        // Nothing is turned by being looked at and typed again.
        enter_in(&mut form, amount(row), shown, signs);
        assert_eq!(*row.of(&form.years[0]), Entry::Value(kr(kroner)), "{row:?}");
    }
    let mut plan = plan_2023();
    for field in [effect(&plan, 1, 1), realised(&plan, 1, 1)] {
        enter_in(&mut plan, field, "83.333", signs);
        assert_eq!(plan.shown(field), "−83.333");
        assert_eq!(shown_in(&plan, field, signs), "83.333");
    }
    assert_eq!(
        matrix::matrix_hint(signs),
        "Beløb i kr. Et beløb uden fortegn er en besparelse. Den nedbringer merforbruget."
    );
    assert_eq!(
        document::thousands(signs, ""),
        "Beløb i hele 1.000 kr. Uden fortegn sparer en gevinst, og en investering koster."
    );
}

/// All that a form shows in a convention, typed into an empty one in that convention, is the same document.
#[test]
fn the_document_is_the_same_whichever_convention_it_was_typed_in() {
    for original in proposals() {
        for signs in Signs::ALL {
            let mut form = Proposal {
                kinds: original.kinds.clone(),
                ..Proposal::blank(original.id, original.changed_at, Entry::Blank)
            };
            for field in original.fields() {
                enter_in(&mut form, field, &shown_in(&original, field, signs), signs);
            }
            assert_eq!(form, original, "{signs:?}");
        }
    }
    let original = plan_2023();
    for signs in Signs::ALL {
        let mut plan = ActionPlan::blank(original.id, original.changed_at, Entry::Blank);
        plan.focus_areas.clear();
        for row in &original.focus_areas {
            plan.focus_areas
                .push(raaderum::domain::FocusArea::blank(row.id));
        }
        for field in Fields::fields(&original) {
            enter_in(&mut plan, field, &shown_in(&original, field, signs), signs);
        }
        assert_eq!(plan, original, "{signs:?}");
    }
}

#[test]
fn a_paste_is_in_the_convention() {
    let mut form = proposal("Isafjord");
    // The budget has one sign, the change below it is turned.
    let text = "1.000\t-1.000\n0\tsparer 5\n450\t-5";
    let done = paste(&mut form, BUDGET, &block(text), Signs::PlusSaves).expect("a cell");
    let shown = [
        (AmountRow::CurrentBudget, ["1.000", "−1.000"]),
        (AmountRow::OperatingChange, ["0", "−5"]),
        (AmountRow::EstimatedGain, ["−450", "5"]),
    ];
    for (row, expected) in shown {
        let cells = [0, 1].map(|year| form.shown(ProposalField::Amount(row, year)));
        assert_eq!(cells, expected, "{row:?}");
    }
    assert_eq!(errors(&form), []);
    assert_eq!(done.written, 6);
}

// ---- the words beside the figures ----

#[test]
fn an_amount_is_told_in_words() {
    for (kroner, change, short) in [
        ("-4600000", "sparer 4,6 mio. kr.", "−4,6 mio. kr."),
        ("3100000", "koster 3,1 mio. kr.", "3,1 mio. kr."),
        ("300000", "koster 300.000 kr.", "300.000 kr."),
        ("-26049996", "sparer 26.049.996 kr.", "−26.049.996 kr."),
        ("-1000000", "sparer 1 mio. kr.", "−1 mio. kr."),
        ("-999999", "sparer 999.999 kr.", "−999.999 kr."),
        ("1234000", "koster 1,234 mio. kr.", "1,234 mio. kr."),
        ("1234500", "koster 1.234.500 kr.", "1.234.500 kr."),
        ("-0.5", "sparer 0,5 kr.", "−0,5 kr."),
        ("1200000000", "koster 1.200 mio. kr.", "1.200 mio. kr."),
        ("0", "", "0 kr."),
    ] {
        assert_eq!(meaning::change(kr(kroner)), change);
        assert_eq!(meaning::short(kr(kroner)), short);
    }
    for (positions, told) in [
        ("-1.35", "1,35 årsværk nedlægges"),
        ("4", "4 årsværk oprettes"),
        ("0", ""),
    ] {
        let positions = FullTimeEquivalents::new(dec(positions)).unwrap();
        assert_eq!(meaning::positions(positions), told);
    }
}

#[test]
fn texts_are_never_turned() {
    let plan = plan_2023();
    let field = raaderum::domain::PlanField::Text(row(&plan, 1).id, RowText::Goal);
    let mut typed = plan;
    enter_in(&mut typed, field, "-4.600", Signs::PlusSaves);
    assert_eq!(shown_in(&typed, field, Signs::Words), "-4.600");
    assert_eq!(shown_in(&typed, field, Signs::PlusSaves), "-4.600");
}
