//! Showing, taking in and refusing what stands in a field: once for each kind of field.

use super::EntryError;
use super::read::{
    read_people, read_positions, read_price_level, read_rate, read_reduction, read_year,
};
use crate::danish::{
    AmountUnit, DateError, NumberError, has_equals, is_calculation, print_amount, print_date,
    print_number, read_amount, read_date, read_yearly_amount,
};
use crate::domain::{Amount, AmountRole, Entry, FieldKind, Period, Slot, SlotMut, Year, limits};

/// Proposals and catalogues are typed and shown in whole thousands.
pub const PROPOSAL_UNIT: AmountUnit = AmountUnit::Thousands;

/// Returns whether fields of the kind hold a number: an amount, a count, a rate or a year.
pub(super) fn is_number(kind: FieldKind) -> bool {
    match kind {
        FieldKind::Line | FieldKind::Text | FieldKind::ChangeKinds | FieldKind::Date => false,
        FieldKind::Amount(..)
        | FieldKind::Year
        | FieldKind::PriceLevel
        | FieldKind::Rate
        | FieldKind::People
        | FieldKind::Positions => true,
    }
}

/// Returns what the amounts of the kind say; `None` where they are none.
pub(super) fn role(kind: FieldKind) -> Option<AmountRole> {
    match kind {
        FieldKind::Amount(role, _) => Some(role),
        _ => None,
    }
}

/// Returns what a field shows. What kinds of change are ticked is no text.
pub(super) fn shown(kind: FieldKind, slot: Slot<'_>, unit: AmountUnit) -> String {
    match slot {
        Slot::Text(text) => text.clone(),
        Slot::ChangeKinds(_) => String::new(),
        Slot::Amount(amount) => print(amount, |amount| print_amount(amount, unit)),
        Slot::Year(year) if kind == FieldKind::PriceLevel => print(year, print_price_level),
        Slot::Year(year) => print(year, |year| year.number().to_string()),
        Slot::Date(date) => print(date, print_date),
        Slot::Rate(rate) => print(rate, |rate| format!("{} %", print_number(rate.percent()))),
        Slot::People(count) => print(count, |count| print_number(count.people().into())),
        Slot::Positions(change) => print(change, |change| print_number(change.positions())),
    }
}

/// Takes in what somebody typed into a field.
pub(super) fn enter(kind: FieldKind, slot: SlotMut<'_>, typed: &str, unit: AmountUnit) {
    match slot {
        SlotMut::Text(text) => typed.clone_into(text),
        SlotMut::ChangeKinds(_) => {}
        SlotMut::Amount(amount) => {
            *amount = entry(typed, |text| read_amount_of(kind, text, unit));
        }
        SlotMut::Year(year) if kind == FieldKind::PriceLevel => {
            *year = entry(typed, read_price_level);
        }
        SlotMut::Year(year) => *year = entry(typed, read_year),
        SlotMut::Date(date) => *date = entry(typed, read_date),
        SlotMut::Rate(rate) => *rate = entry(typed, read_rate),
        SlotMut::People(count) => *count = entry(typed, read_people),
        SlotMut::Positions(change) => *change = entry(typed, read_positions),
    }
}

/// Returns why what stands in a field cannot be read, if it cannot.
pub(super) fn error(kind: FieldKind, slot: Slot<'_>, unit: AmountUnit) -> Option<EntryError> {
    let unfinished = EntryError::Number(NumberError::Unfinished);
    match slot {
        Slot::Text(text) => text_error(text),
        Slot::ChangeKinds(_) => None,
        Slot::Amount(amount) if role(kind) == Some(AmountRole::Reduction) => {
            // A file can hold one with a minus.
            let is_saving = amount.value().is_some_and(Amount::is_saving);
            let read = |text: &str| read_amount_of(kind, text, unit);
            reason(amount, read, EntryError::Weakening)
                .or_else(|| is_saving.then_some(EntryError::Weakening))
        }
        Slot::Amount(amount) => reason(amount, |text| read_amount_of(kind, text, unit), unfinished),
        Slot::Year(year) if kind == FieldKind::PriceLevel => {
            reason(year, read_price_level, EntryError::PriceLevel)
        }
        Slot::Year(year) => reason(year, read_year, EntryError::Year),
        Slot::Date(date) => reason(date, read_date, EntryError::Date(DateError::Unknown)),
        Slot::Rate(rate) => reason(rate, read_rate, EntryError::Rate),
        Slot::People(count) => reason(count, read_people, unfinished),
        Slot::Positions(change) => reason(change, read_positions, unfinished),
    }
}

fn read_amount_of(
    kind: FieldKind,
    text: &str,
    unit: AmountUnit,
) -> Result<Option<Amount>, EntryError> {
    match kind {
        FieldKind::Amount(AmountRole::Reduction, _) => read_reduction(text, unit),
        FieldKind::Amount(_, Period::BudgetYear) => Ok(read_yearly_amount(text, unit)?),
        _ => Ok(read_amount(text, unit)?),
    }
}

/// Returns an amount from what was typed.
pub(super) fn amount_entry(typed: &str, unit: AmountUnit) -> Entry<Amount> {
    entry(typed, |text| read_amount(text, unit))
}

/// Returns an entry from what was typed: blank, a value, or the text as it was typed.
fn entry<T, E>(typed: &str, read: impl Fn(&str) -> Result<Option<T>, E>) -> Entry<T> {
    match read(typed) {
        Ok(None) => Entry::Blank,
        Ok(Some(value)) => Entry::Value(value),
        Err(_) => Entry::Unreadable(typed.to_owned()),
    }
}

/// Returns an entry as text: blank, the value printed, or the text as it was typed.
fn print<T: Copy>(entry: &Entry<T>, print: impl Fn(T) -> String) -> String {
    match entry {
        Entry::Blank => String::new(),
        Entry::Value(value) => print(*value),
        Entry::Unreadable(text) => text.clone(),
    }
}

/// Returns why an entry cannot be read: the text is read once more, so that the reason need not be stored.
fn reason<T, V, E>(
    entry: &Entry<T>,
    read: impl Fn(&str) -> Result<Option<V>, E>,
    otherwise: EntryError,
) -> Option<EntryError>
where
    E: Into<EntryError>,
{
    match entry {
        Entry::Blank | Entry::Value(_) => None,
        Entry::Unreadable(text) => Some(match read(text) {
            Err(error) => error.into(),
            Ok(_) if is_calculation(text) && !has_equals(text) => {
                EntryError::ComputesWithWhatStood(text.clone())
            }
            // A file can claim that a text is unreadable which this version can read.
            Ok(_) => otherwise,
        }),
    }
}

/// Returns what is wrong with a text: it is too long. It is kept however long it is, so that nothing that was typed or
/// pasted is lost.
fn text_error(text: &str) -> Option<EntryError> {
    // Counting is slow, and no text has more characters than bytes.
    let is_too_long =
        text.len() > limits::TEXT_CHARACTERS && text.chars().count() > limits::TEXT_CHARACTERS;
    is_too_long.then_some(EntryError::TextTooLong)
}

/// Prints `2024-pl`.
fn print_price_level(year: Year) -> String {
    format!("{}-pl", year.number())
}
