//! What an amount means, in words, so that nobody has to know which sign saves.

use super::messages::kroner;
use crate::danish::{Direction, print_number};
use crate::domain::{Amount, FullTimeEquivalents};
use rust_decimal::{Decimal, RoundingStrategy};

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

/// An amount where it need not be exact: `61,9 mio. kr.`, `283.000 kr.` From one million it has one decimal of a million.
#[must_use]
pub fn rounded(amount: Amount) -> String {
    let million = Decimal::from(1_000_000);
    let millions = amount.kroner().checked_div(million);
    match millions.filter(|millions| millions.abs() >= Decimal::ONE) {
        Some(millions) => {
            let half_up = RoundingStrategy::MidpointAwayFromZero;
            let millions = millions.round_dp_with_strategy(1, half_up).normalize();
            format!("{} mio. kr.", print_number(millions))
        }
        None => kroner(amount),
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

/// An amount without its sign.
#[must_use]
pub fn size(amount: Amount) -> Amount {
    if amount.is_saving() { -amount } else { amount }
}
