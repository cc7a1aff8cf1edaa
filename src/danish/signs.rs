//! How the sign of a change is shown. Municipalities print it differently; inside the program and in files it is
//! always the same: minus saves.

use super::number::{AmountUnit, MINUS, print_amount};
use crate::domain::Amount;

/// How a municipality shows whether a change saves or costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Signs {
    /// Minus is a saving, as inside the program.
    #[default]
    MinusSaves,
    /// Plus is a saving, minus a cost.
    PlusSaves,
    /// No sign: the word `sparer` or `koster`.
    Words,
}

/// Whether an amount saves or costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Lower net expenditure.
    Saves,
    /// Higher net expenditure.
    Costs,
}

impl Direction {
    /// Whether a change saves or costs; `None` for nothing at all.
    #[must_use]
    pub fn of(change: Amount) -> Option<Self> {
        match change {
            change if change.is_zero() => None,
            change if change.is_saving() => Some(Self::Saves),
            _ => Some(Self::Costs),
        }
    }

    /// The word for it, which is also read in front of an amount.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Saves => "sparer",
            Self::Costs => "koster",
        }
    }
}

impl Signs {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::MinusSaves, Self::PlusSaves, Self::Words];

    /// Prints a change in a unit, without naming the unit: `−4.600`, `4.600` or `sparer 4.600`.
    #[must_use]
    pub fn print(self, change: Amount, unit: AmountUnit) -> String {
        match (self, Direction::of(change)) {
            (Self::MinusSaves, _) | (_, None) => print_amount(change, unit),
            (Self::PlusSaves, _) => print_amount(-change, unit),
            (Self::Words, Some(direction)) => {
                let amount = if change.is_saving() { -change } else { change };
                format!("{} {}", direction.word(), print_amount(amount, unit))
            }
        }
    }
}

/// A printed amount with the other sign.
#[must_use]
pub fn opposite(printed: &str) -> String {
    match printed.strip_prefix(MINUS) {
        Some(digits) => digits.to_owned(),
        None if printed == "0" => printed.to_owned(),
        None => format!("{MINUS}{printed}"),
    }
}
