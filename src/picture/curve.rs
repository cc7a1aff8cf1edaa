use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::domain::Amount;

/// The width and the height of a picture.
pub const FULL: u32 = 1_000;

/// The room between the highest and the lowest amount of a curve, and zero, which is always in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Curve {
    highest: Amount,
    lowest: Amount,
}

impl Curve {
    /// Returns the room for these amounts, in kroner.
    #[must_use]
    pub fn of(amounts: impl IntoIterator<Item = Amount>) -> Self {
        let nothing = Self {
            highest: Amount::ZERO,
            lowest: Amount::ZERO,
        };
        amounts.into_iter().fold(nothing, |room, amount| Self {
            highest: room.highest.max(amount),
            lowest: room.lowest.min(amount),
        })
    }

    /// Returns the largest amount.
    #[must_use]
    pub fn highest(self) -> Amount {
        self.highest
    }

    /// Returns the smallest amount.
    #[must_use]
    pub fn lowest(self) -> Amount {
        self.lowest
    }

    /// Returns how far down from the top an amount lies: 0 for the highest, [`FULL`] for the lowest.
    #[must_use]
    pub fn down(self, amount: Amount) -> u32 {
        let height = (self.highest - self.lowest).kroner();
        let below = (self.highest - amount).kroner();
        below
            .checked_mul(Decimal::from(FULL))
            .and_then(|below| below.checked_div(height))
            .and_then(|down| down.round().to_u32())
            .unwrap_or(FULL)
            .min(FULL)
    }
}

/// Returns how far from the left the step `step` of `steps` lies: 0 for the first, [`FULL`] for the last.
#[must_use]
pub fn across(step: usize, steps: usize) -> u32 {
    let full = u64::from(FULL);
    let (step, steps) = (step as u64, steps as u64);
    (step * full)
        .checked_div(steps)
        .and_then(|across| u32::try_from(across).ok())
        .unwrap_or(FULL)
        .min(FULL)
}
