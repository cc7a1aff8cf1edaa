//! What an amount means, in words, so that nobody has to know which sign saves.

use rust_decimal::Decimal;

use crate::danish::{AmountUnit, Direction, print_amount, print_number};
use crate::domain::{Amount, FullTimeEquivalents};

/// Decimals that an amount in millions may have; one that needs more is printed in kroner.
const MOST_DECIMALS: u32 = 3;

/// `sparer 4,6 mio. kr.` or `koster 300.000 kr.`; nothing for nothing.
#[must_use]
pub fn change(amount: Amount) -> String {
    match Direction::of(amount) {
        None => String::new(),
        Some(direction) => format!("{} {}", direction.word(), short(size(amount))),
    }
}

/// The same, rounded as [`rounded`]: `sparer 4,6 mio. kr.` for 4.587.000.
#[must_use]
pub fn rounded_change(amount: Amount) -> String {
    match Direction::of(amount) {
        None => String::new(),
        Some(direction) => format!("{} {}", direction.word(), rounded(size(amount))),
    }
}

/// An amount in whole kroner with its unit: `−1.500.000 kr.`
#[must_use]
pub fn kroner(amount: Amount) -> String {
    format!("{} kr.", print_amount(amount, AmountUnit::Kroner))
}

/// An amount as briefly as it can be said exactly: `14,5 mio. kr.`, `26.049.996 kr.`
#[must_use]
pub fn short(amount: Amount) -> String {
    let million = Decimal::from(1_000_000);
    let millions = amount.kroner().checked_div(million).map(|n| n.normalize());
    match millions {
        Some(millions) if millions.abs() >= Decimal::ONE && millions.scale() <= MOST_DECIMALS => {
            format!("{} mio. kr.", print_number(millions))
        }
        _ => kroner(amount),
    }
}

/// An amount as it is said beside a table that has it exactly: `4,5 mio. kr.` for 4.532.000, below a million in kroner.
#[must_use]
pub fn rounded(amount: Amount) -> String {
    rounded_among(amount, amount.reaches_a_million())
}

/// The same in a sentence with others, which is said `in_millions` if one of them reaches a million. Then a smaller one is said
/// in millions too, where one decimal says it exactly: `0,3 mio. kr.`, but `983.000 kr.`
#[must_use]
pub fn rounded_among(amount: Amount, in_millions: bool) -> String {
    let is_said_in_millions =
        amount.reaches_a_million() || in_millions && amount.is_exact_in_rounded_millions();
    if is_said_in_millions && !amount.is_zero() {
        format!("{} mio. kr.", print_number(amount.rounded_millions()))
    } else {
        kroner(amount)
    }
}

/// `1,35 årsværk nedlægges` or `4 årsværk oprettes`; nothing for none.
#[must_use]
pub fn positions(change: FullTimeEquivalents) -> String {
    let positions = change.positions();
    let verb = if positions.is_sign_negative() {
        "nedlægges"
    } else {
        "oprettes"
    };
    if positions.is_zero() {
        String::new()
    } else {
        format!("{} årsværk {verb}", print_number(positions.abs()))
    }
}

/// `1,35 årsværk (fortegn ikke oplyst)`: whether they are cut or created cannot be told.
#[must_use]
pub fn positions_without_sign(change: FullTimeEquivalents) -> String {
    let positions = print_number(change.positions().abs());
    format!("{positions} årsværk (fortegn ikke oplyst)")
}

/// An amount without its sign.
#[must_use]
pub fn size(amount: Amount) -> Amount {
    if amount.is_saving() { -amount } else { amount }
}
