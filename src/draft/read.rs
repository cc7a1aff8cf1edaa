//! Reading what is typed into a field that holds neither text nor a plain amount.

use super::EntryError;
use crate::danish::{
    AmountUnit, MINUS, NumberError, in_small_letters, is_format, read_number, read_yearly_amount,
};
use crate::domain::{Amount, FullTimeEquivalents, HeadCount, ReimbursementRate, Year, limits};

/// Reads a whole number of people.
pub(super) fn read_people(text: &str) -> Result<Option<HeadCount>, NumberError> {
    let number = read_number(text).map_err(|error| match error {
        NumberError::TooManyDecimals(_) => NumberError::NotAHeadCount,
        other => other,
    });
    let Some(number) = number? else {
        return Ok(None);
    };
    let error = if number > limits::STAFF.into() {
        NumberError::TooLarge
    } else {
        NumberError::NotAHeadCount
    };
    HeadCount::new(number).map(Some).ok_or(error)
}

/// Reads a change in positions.
pub(super) fn read_positions(text: &str) -> Result<Option<FullTimeEquivalents>, NumberError> {
    let too_fine = NumberError::TooManyDecimals(limits::STAFF_DECIMALS);
    let number = read_number(text).map_err(|error| match error {
        NumberError::TooManyDecimals(_) => too_fine.clone(),
        other => other,
    });
    let Some(number) = number? else {
        return Ok(None);
    };
    let error = if number.abs() > limits::STAFF.into() {
        NumberError::TooLarge
    } else {
        too_fine
    };
    FullTimeEquivalents::new(number).map(Some).ok_or(error)
}

/// Reads a calendar year.
pub(super) fn read_year(text: &str) -> Result<Option<Year>, EntryError> {
    let year = read_number(text).map_err(|error| match error {
        NumberError::Years(years) => EntryError::SeveralYears(years.typed),
        _ => EntryError::Year,
    })?;
    year.map(|year| {
        i64::try_from(year)
            .ok()
            .filter(|_| year.is_integer())
            .and_then(Year::new)
            .ok_or(EntryError::Year)
    })
    .transpose()
}

/// Reads `2024-pl`, `2024 p/l`, `p/l 2024` or just the year.
pub(super) fn read_price_level(text: &str) -> Result<Option<Year>, EntryError> {
    let lower = in_small_letters(&without_format(text));
    let year = ["p/l", "pl"]
        .iter()
        .find_map(|word| {
            lower
                .strip_suffix(word)
                .or_else(|| lower.strip_prefix(word))
        })
        .map(|year| year.trim_matches(['-', ' ', '\u{A0}', '\u{2013}', MINUS]))
        .unwrap_or(&lower);
    if year.is_empty() && !lower.is_empty() {
        return Err(EntryError::PriceLevel);
    }
    read_year(year).map_err(|_| EntryError::PriceLevel)
}

/// Reads `50 %`, `50 pct.`, `50 procent` or `50`.
pub(super) fn read_rate(text: &str) -> Result<Option<ReimbursementRate>, EntryError> {
    let text = without_format(text);
    let percent = before_percent(&text).unwrap_or(&text);
    if percent.is_empty() && !text.is_empty() {
        return Err(EntryError::Rate);
    }
    let rate = read_number(percent)?;
    rate.map(|rate| ReimbursementRate::new(rate).ok_or(EntryError::Rate))
        .transpose()
}

/// Returns whether a text says that its number is in per cent.
pub(super) fn names_percent(text: &str) -> bool {
    before_percent(&without_format(text)).is_some()
}

/// Returns what stands before the per cent sign of a text without spaces around it, or before the word for it.
fn before_percent(text: &str) -> Option<&str> {
    let is_word = |word: &str| ["pct", "procent"].contains(&in_small_letters(word).as_str());
    let before = match text.strip_suffix('%') {
        Some(before) => before,
        None => {
            let word = text.trim_end_matches('.');
            let before = word.trim_end_matches(char::is_alphabetic);
            word.get(before.len()..).filter(|word| is_word(word))?;
            before
        }
    };
    Some(before.trim_end())
}

/// Reads what is taken off a saving: an amount, and no saving.
pub(super) fn read_reduction(text: &str, unit: AmountUnit) -> Result<Option<Amount>, EntryError> {
    let amount = read_yearly_amount(text, unit).map_err(|_| EntryError::Weakening)?;
    match amount {
        Some(amount) if amount.is_saving() => Err(EntryError::Weakening),
        Some(_) | None => Ok(amount),
    }
}

/// Returns a text without spaces around it and without characters that are not seen.
fn without_format(text: &str) -> String {
    let seen: String = text.chars().filter(|&c| !is_format(c)).collect();
    seen.trim().to_owned()
}
