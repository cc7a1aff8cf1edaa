//! What holds for whatever is typed where a number belongs.

use std::fmt::Debug;

use raaderum::danish::{
    AmountUnit, Direction, NumberError, Signs, amounts_mentioned, is_format, print_amount,
    print_date, print_number, read_amount, read_date, read_number,
};
use raaderum::domain::{
    ActionPlan, Amount, AmountRow, Catalogue, CatalogueField, Entry, HeadField, Id, Month,
    PlanField, Proposal, ProposalField, StaffRow, Timestamp, Year, limits,
};
use raaderum::draft::{self, EntryError, Form, enter_in, shown_in};
use raaderum::text::{meaning, messages};
use rust_decimal::Decimal;

use super::check_sentence;
use super::files::check_amount;

/// The largest number, in digits before the comma, that the reader takes as it stands.
const DIGITS: u32 = 15;

/// Reads a text as every kind of number, and as every field reads it. Gives whether it is one.
pub fn check_number(text: &str) -> bool {
    let mut is_one = false;
    for unit in [AmountUnit::Kroner, AmountUnit::Thousands] {
        match read_amount(text, unit) {
            Ok(Some(amount)) => {
                is_one = true;
                check_amount(amount);
                let printed = print_amount(amount, unit);
                assert_eq!(read_amount(&printed, unit), Ok(Some(amount)), "{printed}");
                for signs in Signs::ALL {
                    let printed = signs.print(amount, unit);
                    let turned = signs == Signs::PlusSaves;
                    let expected = if turned { -amount } else { amount };
                    assert_eq!(read_amount(&printed, unit), Ok(Some(expected)), "{printed}");
                }
                let _ = (meaning::change(amount), meaning::short(amount));
            }
            Ok(None) => {}
            Err(error) => check_number_error(error),
        }
        // What surrounds a number says nothing.
        assert_eq!(
            read_amount(&format!(" {text}"), unit).is_ok(),
            read_amount(text, unit).is_ok() && !is_at_limit(text)
        );
    }
    match read_number(text) {
        Ok(Some(number)) => {
            assert_eq!(number, number.normalize());
            if number.abs() < Decimal::from(10_i64.pow(DIGITS)) {
                let printed = print_number(number);
                assert_eq!(read_number(&printed), Ok(Some(number)), "{printed}");
            }
            // A plain number is an amount of kroner, calculations apart, and names no unit.
            if let Ok(Some(amount)) = read_amount(text, AmountUnit::Kroner) {
                // Each is rounded to its own decimals, and to nothing in between.
                let off = (amount.kroner() - number).abs();
                assert!(off <= Decimal::new(5_050, 6), "{amount:?} and {number}");
            }
        }
        Ok(None) => assert_eq!(read_amount(text, AmountUnit::Kroner), Ok(None)),
        Err(error) => check_number_error(error),
    }
    if let Ok(Some(date)) = read_date(text) {
        assert_eq!(read_date(&print_date(date)), Ok(Some(date)));
    }
    for found in amounts_mentioned(text) {
        assert!(found.amount >= Amount::from_kroner(1_000) && found.precision > Decimal::ZERO);
        assert!(found.is(found.amount) && found.agrees_with(found.amount));
    }
    // One field of each kind: the others are read in the same way.
    let proposal = [
        ProposalField::Heading,
        ProposalField::FirstYear,
        ProposalField::PriceLevel,
        ProposalField::Reimbursement,
        ProposalField::Amount(AmountRow::CurrentBudget, 0),
        ProposalField::Amount(AmountRow::EstimatedGain, 0),
        ProposalField::Staff(StaffRow::EmployeesAffected, 0),
        ProposalField::Staff(StaffRow::FullTimeEquivalents, 0),
    ];
    check_fields(&blank_proposal(), &proposal, text);
    let plan = blank_plan();
    let row = plan.focus_areas[0].id;
    let fields = [
        PlanField::Head(HeadField::Year),
        PlanField::Head(HeadField::StartedOn),
        PlanField::Head(HeadField::OverspendAtStart),
        PlanField::Effect(row, Month::January),
    ];
    check_fields(&plan, &fields, text);
    let fields = [CatalogueField::PriceLevel, CatalogueField::Target(0)];
    check_fields(&blank_catalogue(), &fields, text);
    is_one
}

/// Whether one more character makes a text too long for a number.
fn is_at_limit(text: &str) -> bool {
    text.chars().count() == limits::NUMBER_CHARACTERS
}

fn check_number_error(error: NumberError) {
    check_sentence(&messages::entry_error(&EntryError::Number(error), 2027));
}

/// An empty proposal.
pub fn blank_proposal() -> Proposal {
    Proposal::blank(Id::random(), Timestamp::UNIX_EPOCH, Entry::Blank)
}

/// An empty plan of one row, with a realised half year.
pub fn blank_plan() -> ActionPlan {
    let year = Entry::Value(Year::new(2023).expect("a year"));
    let mut plan = ActionPlan::blank(Id::random(), Timestamp::UNIX_EPOCH, year);
    plan.status = Some(Month::June);
    plan
}

/// An empty catalogue.
pub fn blank_catalogue() -> Catalogue {
    Catalogue::blank(Id::random(), Timestamp::UNIX_EPOCH, Entry::Blank)
}

/// Types a text into fields, in every sign convention.
fn check_fields<F>(blank: &F, fields: &[F::Field], typed: &str)
where
    F: Form + Clone + Debug + PartialEq,
    F::Field: Debug,
{
    let mut form = blank.clone();
    for &field in fields {
        let mut entered = |typed: &str, signs: Signs| {
            enter_in(&mut form, field, typed, signs);
            let entered = (form.shown(field), form.error(field));
            check_field(&mut form, field, typed, signs);
            assert_eq!((form.shown(field), form.error(field)), entered, "{field:?}");
            entered
        };
        let canonical = entered(typed, Signs::MinusSaves);
        if !F::is_change(field) {
            empty(&mut form, blank);
            continue;
        }
        let plus = entered(typed, Signs::PlusSaves);
        assert_eq!(entered(typed, Signs::Words), canonical, "{field:?}");
        let by_row = entered(typed, Signs::RowDecides);
        let saves = F::direction(field) == Some(Direction::Saves);
        let expected = if saves { &plus } else { &canonical };
        assert_eq!(&by_row, expected, "{field:?} as {typed:?} is typed");
        let turns = canonical.1.is_none() && !says_in_words(typed);
        if turns && !canonical.0.is_empty() {
            let turned = entered(&opposite(&canonical.0), Signs::MinusSaves);
            assert_eq!(plus, turned, "{field:?} as {typed:?} is typed");
        } else {
            assert_eq!(plus, canonical, "{field:?} as {typed:?} is typed");
        }
        empty(&mut form, blank);
    }
    assert_eq!(&form, blank);
}

/// Empties the fields that were typed into: an amount per year stands in those of the years after it too.
fn empty<F: Form>(form: &mut F, blank: &F) {
    let filled: Vec<F::Field> = draft::differences(blank, form).collect();
    for field in filled {
        form.enter(field, &blank.shown(field));
    }
}

/// Whether an amount that can be read says in a word whether it saves or costs.
fn says_in_words(typed: &str) -> bool {
    let seen: String = typed.chars().filter(|&c| !is_format(c)).collect();
    let typed = seen.to_lowercase();
    typed.contains("sparer") || typed.contains("koster")
}

/// What was typed is a value that is shown and can be typed again, or stands as it was typed, with a reason.
fn check_field<F: Form>(form: &mut F, field: F::Field, typed: &str, signs: Signs) {
    match form.error(field) {
        Some(error) => {
            check_sentence(&messages::entry_error(&error, 2027));
            assert_eq!(shown_in(form, field, signs), typed);
        }
        None => {
            let shown = shown_in(form, field, signs);
            enter_in(form, field, &shown, signs);
            assert_eq!(shown_in(form, field, signs), shown);
        }
    }
    let shown = form.shown(field);
    form.enter(field, &shown);
}

/// A printed amount with the other sign.
fn opposite(printed: &str) -> String {
    match printed.strip_prefix('−') {
        Some(digits) => digits.to_owned(),
        None if printed == "0" => printed.to_owned(),
        None => format!("−{printed}"),
    }
}
