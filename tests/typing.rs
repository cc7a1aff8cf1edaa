//! Typing over what stands in a field: what is computed, what is refused, what is taken back, and what was computed from.

use crate::support;

use proptest::prelude::*;
use raaderum::danish::{NumberError, Signs, is_calculation, print_calculation};
use raaderum::domain::{
    ActionPlan, AmountRow, Catalogue, CatalogueField, Entry, FocusArea, HeadField, Id, PlanField,
    ProposalField, StaffRow,
};
use raaderum::draft::{
    Calculations, Correction, EntryError, Form, Typed, enter_typed, put_back, put_back_years,
};
use raaderum::file;
use raaderum::text::offers;
use support::{plan_2023, proposal};

/// A text that took the place of whatever stood in its field.
fn whole(text: &str) -> Typed {
    Typed {
        text: text.to_owned(),
        over: None,
    }
}

const GAIN: ProposalField = ProposalField::Amount(AmountRow::EstimatedGain, 0);
const AT_START: PlanField = PlanField::Head(HeadField::OverspendAtStart);

fn typed_over(stood: &str, text: &str) -> Typed {
    Typed {
        text: text.to_owned(),
        over: Some(stood.to_owned()),
    }
}

/// Types piece by piece into a field that shows a text; what stands in it then must be refused as it was typed.
fn is_refused<F: Form>(form: &mut F, field: F::Field, stood: &str, text: &str) {
    enter_typed(form, field, &typed_over(stood, text), Signs::MinusSaves);
    assert_eq!(form.shown(field), text);
    let error = form.error(field).expect("it is refused");
    // A number, a dash and a number are refused whatever stood there.
    let computes = EntryError::ComputesWithWhatStood(text.to_owned());
    let is_subtraction = matches!(error, EntryError::Number(NumberError::Subtraction(_)));
    assert!(error == computes || is_subtraction, "{error:?}");
    let offered = offers::for_error(&error);
    let Some(Correction::Type(calculation)) = offered.first().map(|offer| &offer.correction) else {
        panic!("it is not offered to compute {text}");
    };
    assert!(calculation.contains('='), "{calculation}");
}

#[test]
fn a_number_that_stood_there_is_not_computed_with() {
    let mut plan = plan_2023();
    // The examples that gave wrong amounts without a word.
    for text in [
        "−500-600.000.000",
        "−500.000-600.000",
        "−500.000+5",
        "−500.000*2",
        "−500.000/2",
    ] {
        is_refused(&mut plan, AT_START, "−500.000", text);
        assert!(
            matches!(plan.overspend_at_start, Entry::Unreadable(_)),
            "{text}"
        );
    }
    let mut form = proposal("akut");
    for (stood, text) in [
        ("−4.600", "−4.600-5.000"),
        ("−4.600", "−4-5.000.600"),
        ("sparer 4.600", "sparer 4.600*2"),
    ] {
        is_refused(&mut form, GAIN, stood, text);
    }
    is_refused(
        &mut form,
        ProposalField::Staff(StaffRow::FullTimeEquivalents, 0),
        "−1",
        "−1+0,35",
    );
    is_refused(
        &mut form,
        ProposalField::Staff(StaffRow::EmployeesAffected, 0),
        "2",
        "2+3",
    );
    is_refused(&mut form, ProposalField::FirstYear, "2024", "2024+1");
    is_refused(&mut form, ProposalField::Reimbursement, "50 %", "50+5 %");
}

#[test]
fn what_was_refused_stays_refused() {
    let mut form = proposal("akut");
    is_refused(&mut form, GAIN, "−4.600", "−4.600+5");
    // Typing goes on in it, in another visit.
    is_refused(&mut form, GAIN, "−4.600+5", "−4.600+50");
    // A file keeps it, and it is refused there too.
    let read = file::read(&file::write([&form.clone().into()]).unwrap()).unwrap();
    assert_eq!(read, [form.clone().into()]);
    // Whoever asks for it gets it.
    enter_typed(
        &mut form,
        GAIN,
        &typed_over("−4.600+50", "=−4.600+50"),
        Signs::MinusSaves,
    );
    assert_eq!(form.shown(GAIN), "−4.550");
}

#[test]
fn what_is_no_arithmetic_with_a_number_is_read_as_ever() {
    let plus = Signs::PlusSaves;
    let minus = Signs::MinusSaves;
    for (typed, signs, shown) in [
        // It replaces what stood there.
        (whole("12*450"), minus, "5.400"),
        (whole("-5.000"), minus, "−5.000"),
        // Nothing stood there.
        (typed_over("", "12*450"), minus, "5.400"),
        // What stood there was no number yet.
        (typed_over("12+", "12*450"), minus, "5.400"),
        (typed_over("ca. 12", "12*450"), minus, "5.400"),
        // A number is mended.
        (typed_over("−4.600", "−4.650"), minus, "−4.650"),
        (typed_over("−4.600", "4.600"), minus, "4.600"),
        (typed_over("4.600", "4.600-"), minus, "−4.600"),
        (typed_over("−4.600", "−4.600 mio. kr."), minus, "−4.600.000"),
        // Somebody says that it is to be computed.
        (typed_over("−4.600", "=−4.600*2"), minus, "−9.200"),
        (
            typed_over("sparer 4.600", "sparer =4.600*2"),
            Signs::Words,
            "−9.200",
        ),
        (typed_over("4.600", "=4.600*2"), plus, "−9.200"),
    ] {
        let mut form = proposal("akut");
        enter_typed(&mut form, GAIN, &typed, signs);
        assert_eq!(form.shown(GAIN), shown, "{typed:?}");
        assert_eq!(form.error(GAIN), None, "{typed:?}");
    }
    // A date is not arithmetic, nor is a text.
    let mut plan = plan_2023();
    let started = PlanField::Head(HeadField::StartedOn);
    enter_typed(
        &mut plan,
        started,
        &typed_over("31.12.2023", "31-12-2023"),
        minus,
    );
    assert_eq!(plan.shown(started), "31.12.2023");
    let case = PlanField::Head(HeadField::CaseNumber);
    enter_typed(&mut plan, case, &typed_over("23", "23-4567"), minus);
    assert_eq!(plan.shown(case), "23-4567");
}

#[test]
fn closed_months_and_what_is_no_number_are_left_alone() {
    let mut plan = plan_2023();
    let row = plan.focus_areas[0].id;
    let january = PlanField::Effect(row, raaderum::domain::Month::January);
    plan.closed_through = Some(raaderum::domain::Month::March);
    let before = plan.clone();
    plan.keep_unread(january, "1+1");
    plan.keep_unread(PlanField::Head(HeadField::Cause), "1+1");
    assert_eq!(plan, before);
}

/// Every kind of field that holds a number keeps what was typed, and says why.
fn keeps_unread<F: Form + Clone>(form: &F) {
    for field in form.fields() {
        let mut form = form.clone();
        let before = form.shown(field);
        form.keep_unread(field, "1+1");
        if F::is_number(field) {
            assert_eq!(form.shown(field), "1+1", "{}", F::name(field));
            assert!(form.error(field).is_some(), "{}", F::name(field));
        } else {
            assert_eq!(form.shown(field), before, "{}", F::name(field));
        }
    }
}

#[test]
fn every_field_that_holds_a_number_can_keep_what_is_not_read() {
    keeps_unread(&proposal("Isafjord"));
    let mut plan: ActionPlan = plan_2023();
    plan.focus_areas.push(FocusArea::blank(Id::random()));
    keeps_unread(&plan);
    keeps_unread(&support::catalogue());
    assert!(Catalogue::is_number(CatalogueField::Target(0)));
}

#[test]
fn putting_back_restores_a_value_or_a_text() {
    for signs in Signs::ALL {
        let before = proposal("akut");
        let shown = raaderum::draft::shown_in(&before, GAIN, signs);
        let mut form = before.clone();
        enter_typed(&mut form, GAIN, &whole("7"), signs);
        put_back(&mut form, GAIN, &shown, true, signs);
        assert_eq!(form, before);
        // What cannot be read, and what could be but was not.
        for text in ["ca. 300", "−4.600+5"] {
            let mut before = before.clone();
            before.keep_unread(GAIN, text);
            let mut form = before.clone();
            enter_typed(&mut form, GAIN, &whole("7"), signs);
            put_back(&mut form, GAIN, text, false, signs);
            assert_eq!(form, before);
        }
    }
}

#[test]
fn an_amount_per_year_that_is_taken_back_is_taken_back_whole() {
    let year = |year| ProposalField::Amount(AmountRow::EstimatedGain, year);
    let mut before = proposal("Horseager");
    for place in 0..4 {
        before.enter(year(place), "");
    }
    before.enter(year(2), "-4.600");
    before.keep_unread(year(3), "5+5");
    let mut form = before.clone();
    enter_typed(
        &mut form,
        GAIN,
        &whole("-500.000 kr. om året"),
        Signs::MinusSaves,
    );
    assert_eq!(form.shown(year(3)), "−500");
    put_back(&mut form, GAIN, "", true, Signs::MinusSaves);
    put_back_years(&mut form, GAIN, &before);
    assert_eq!(form, before);
    // Of a field that is no cell, there are none.
    put_back_years(&mut form, ProposalField::Heading, &before);
    assert_eq!(form, before);
}

#[test]
fn arithmetic_is_printed_with_room_and_real_signs() {
    for (typed, printed) in [
        ("=12*450", "= 12 × 450"),
        ("12*450", "= 12 × 450"),
        (" = 12  *  450 ", "= 12 × 450"),
        ("(1.200-300)/3", "= (1.200 − 300) / 3"),
        ("=-3*4", "= −3 × 4"),
        ("=-3*-4", "= −3 × −4"),
        ("=- 3 - - 4", "= −3 − −4"),
        ("=3-2", "= 3 − 2"),
        ("26,1 mio. kr. - 50.000 kr.", "= 26,1 mio. kr. − 50.000 kr."),
        ("kr. -5*3", "= kr. −5 × 3"),
        ("sparer =12*450", "= sparer 12 × 450"),
        ("½ mio.+¼ mio.", "= ½ mio. + ¼ mio."),
        ("2·3×4", "= 2 × 3 × 4"),
        ("=500\u{2013}600", "= 500 − 600"),
    ] {
        assert_eq!(
            print_calculation(typed).as_deref(),
            Some(printed),
            "{typed}"
        );
    }
    for typed in [
        "",
        "=",
        "4.600",
        "=4.600",
        "−4.600",
        "4600-",
        "(4.600)",
        "4.600,-",
        "4.600,–",
        "0,480*",
        "-0,51)",
        "kr. -5",
        "sparer 4.600",
        "5,6 mio. kr.",
        "2024-pl",
        "+4",
        "12*",
        "--4",
        "500.000 per år",
    ] {
        assert!(!is_calculation(typed), "{typed}");
    }
}

#[test]
fn what_was_computed_from_is_told_until_the_field_is_typed_in_or_shows_something_else() {
    let of = |calculations: &Calculations, shows: &str| {
        calculations.of("a", || shows.to_owned()).map(str::to_owned)
    };
    let formula = Some("= 12 × 450".to_owned());
    let mut kept = Calculations::default();
    assert!(!kept.enter("a", "5", Some("5")));
    assert!(!kept.leave("a"));
    // It stands in the field itself while somebody types.
    kept.enter("a", "=12*450", Some("5.400"));
    assert_eq!(of(&kept, "5.400"), None);
    assert!(kept.leave("a"));
    assert_eq!(of(&kept, "5.400"), formula);
    assert_eq!(kept.of("b", || "5.400".to_owned()), None);
    // Undoing, pasting and other tabs change the value; doing it again brings it back.
    assert_eq!(of(&kept, "1"), None);
    assert_eq!(of(&kept, "5.400"), formula);
    // Being left again changes nothing.
    assert!(!kept.leave("a"));
    // Typing takes it away, taking that back brings it back.
    assert!(kept.enter("a", "7", Some("7")));
    assert!(!kept.enter("a", "7+", None));
    assert_eq!(of(&kept, "5.400"), None);
    assert!(kept.take_back("a"));
    assert_eq!(of(&kept, "5.400"), formula);
    assert!(!kept.take_back("a"));
    // Undoing what was typed over it brings it back, and doing that again takes it away.
    kept.enter("a", "7", Some("7"));
    kept.leave("a");
    assert_eq!(of(&kept, "7"), None);
    assert_eq!(of(&kept, "5.400"), formula);
    assert_eq!(kept.typed_in(), None);
    kept.enter("a", "8", Some("8"));
    assert_eq!(kept.typed_in().as_deref(), Some("a"));
    kept.leave("a");
    // What is left as it was typed is gone for good.
    kept.enter("a", "5.400", Some("5.400"));
    kept.leave("a");
    assert_eq!(of(&kept, "5.400"), None);
    // What cannot be read was computed from nothing.
    kept.enter("a", "=12*", None);
    kept.leave("a");
    assert_eq!(of(&kept, ""), None);
}

/// What was computed from is there again when the document is opened again, for as long as the field shows the result.
#[test]
fn what_was_computed_from_is_kept_beside_the_document() {
    let of = |kept: &str, field: &str, shows: &str| {
        let calculations = Calculations::from_kept(kept);
        let told = calculations.of(field, || shows.to_owned());
        told.map(str::to_owned)
    };
    let mut calculations = Calculations::default();
    calculations.enter("a", "=12*450", Some("5.400"));
    // It is kept once the field is left.
    assert_eq!(calculations.kept_with("a", ""), "");
    calculations.leave("a");
    let kept = calculations.kept_with("a", "");
    assert_eq!(of(&kept, "a", "5.400").as_deref(), Some("= 12 × 450"));
    assert_eq!(of(&kept, "a", "5.401"), None);
    assert_eq!(of(&kept, "b", "5.400"), None);

    calculations.enter("b", "(1.200-300)/3", Some("300"));
    calculations.leave("b");
    let kept = calculations.kept_with("b", &kept);
    assert_eq!(of(&kept, "a", "5.400").as_deref(), Some("= 12 × 450"));
    assert_eq!(
        of(&kept, "b", "300").as_deref(),
        Some("= (1.200 − 300) / 3")
    );

    // Typing takes it away for good, what was opened again too.
    let mut opened = Calculations::from_kept(&kept);
    opened.enter("a", "5.400", Some("5.400"));
    opened.leave("a");
    let kept = opened.kept_with("a", &kept);
    assert_eq!(of(&kept, "a", "5.400"), None);
    assert_eq!(
        of(&kept, "b", "300").as_deref(),
        Some("= (1.200 − 300) / 3")
    );
}

#[test]
fn what_is_kept_of_calculations_is_bounded_and_what_cannot_be_read_of_it_is_left_out() {
    let good = "a\t5.400\t= 12 × 450\n";
    let long = format!("b\t1\t= {}1", "1 × ".repeat(1_000));
    for bad in [
        "",
        "{}",
        "\t\t",
        "b\t1",
        "b\t\t= 1 × 1",
        "\t1\t= 1 × 1",
        "b\t1\t1",
        "b\t1\t=1*1",
        "b\t1\t<b>= 1 × 1</b>",
        &long,
    ] {
        let kept = format!("{bad}\n{good}");
        let calculations = Calculations::from_kept(&kept);
        let told = |field: &str, shows: &str| {
            let told = calculations.of(field, || shows.to_owned());
            told.map(str::to_owned)
        };
        assert_eq!(told("a", "5.400").as_deref(), Some("= 12 × 450"), "{bad:?}");
        assert_eq!(told("b", "1"), None, "{bad:?}");
        assert_eq!(Calculations::default().kept_with("c", &kept), good);
    }
    let mut kept = String::new();
    let mut calculations = Calculations::default();
    for field in 0..250 {
        let name = format!("field-{field}");
        calculations.enter(&name, "=12*450", Some("5.400"));
        calculations.leave(&name);
        kept = calculations.kept_with(&name, &kept);
    }
    assert_eq!(kept.lines().count(), 100);
    assert!(kept.starts_with("field-150\t") && kept.ends_with("= 12 × 450\n"));
}

proptest! {
    /// Wherever in a printed amount a signed amount is typed, the result is refused as it stands, or it is one plain number.
    #[test]
    fn a_signed_amount_typed_into_a_printed_one_is_never_added_to_it(
        stood in -9_999_999_i64..9_999_999,
        sign in prop::sample::select(vec!["-", "+", "−", "–", "*", "/"]),
        typed in 1_i64..9_999_999,
        place in 0_usize..12,
    ) {
        let mut form = proposal("Isafjord");
        form.enter(GAIN, &stood.to_string());
        let printed = form.shown(GAIN);
        let at = printed.char_indices().map(|(at, _)| at).nth(place).unwrap_or(printed.len());
        let text = format!("{}{sign}{typed}{}", &printed[..at], &printed[at..]);
        enter_typed(&mut form, GAIN, &typed_over(&printed, &text), Signs::MinusSaves);
        if is_calculation(&text) {
            prop_assert_eq!(form.shown(GAIN), text);
            prop_assert!(form.error(GAIN).is_some());
        } else if form.error(GAIN).is_none() {
            // It was typed in front of a number without a sign.
            prop_assert_eq!(at, 0);
        }
    }
}
