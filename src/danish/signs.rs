//! How the sign of a change is shown. Municipalities print it differently; inside the program and in files it is
//! always the same: minus saves.

use super::number::{AmountUnit, print_amount};
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
    /// No sign: the row says whether its amounts save or cost. Whatever is not as its row says, and every sum, has the
    /// word, so that nothing is hidden.
    RowDecides,
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
    pub const ALL: [Self; 4] = [
        Self::MinusSaves,
        Self::PlusSaves,
        Self::Words,
        Self::RowDecides,
    ];

    /// Prints a change in a unit, without naming the unit and without knowing its row: `−4.600`, `4.600` or
    /// `sparer 4.600`.
    #[must_use]
    pub fn print(self, change: Amount, unit: AmountUnit) -> String {
        self.print_in_row(change, unit, None)
    }

    /// The same, in a row whose amounts without a sign save or cost: `4.600` where the row decides.
    #[must_use]
    pub fn print_in_row(self, change: Amount, unit: AmountUnit, row: Option<Direction>) -> String {
        match (self, Direction::of(change)) {
            (Self::MinusSaves, _) | (_, None) => print_amount(change, unit),
            (Self::PlusSaves, _) => print_amount(-change, unit),
            (Self::RowDecides, direction) if direction == row => {
                let amount = if change.is_saving() { -change } else { change };
                print_amount(amount, unit)
            }
            (Self::Words | Self::RowDecides, Some(direction)) => {
                let amount = if change.is_saving() { -change } else { change };
                format!("{} {}", direction.word(), print_amount(amount, unit))
            }
        }
    }
}

/// Whether plus and minus change places between what is typed or shown in a field and what the field holds.
/// `row` is what an amount without a sign means in the field's row.
#[must_use]
pub fn is_turned(signs: Signs, row: Option<Direction>) -> bool {
    match signs {
        Signs::MinusSaves | Signs::Words => false,
        Signs::PlusSaves => true,
        Signs::RowDecides => row == Some(Direction::Saves),
    }
}
