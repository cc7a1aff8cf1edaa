//! How the sign of a change is shown. Municipalities print it differently; inside the program and in files it is always
//! the same: minus saves.

use super::direction::Direction;
use super::number::{AmountUnit, print_amount};
use crate::domain::Amount;

/// How a municipality shows whether a change saves or costs.
///
/// ```
/// use raaderum::danish::{AmountUnit, Signs};
/// use raaderum::domain::Amount;
///
/// let saving = Amount::from_kroner(-4_600_000);
/// assert_eq!(Signs::MinusSaves.print(saving, AmountUnit::Thousands), "−4.600");
/// // Herning.
/// assert_eq!(Signs::PlusSaves.print(saving, AmountUnit::Thousands), "4.600");
/// assert_eq!(Signs::Words.print(saving, AmountUnit::Thousands), "sparer 4.600");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Signs {
    /// Minus is a saving, as inside the program.
    #[default]
    MinusSaves,
    /// Plus is a saving, minus a cost.
    PlusSaves,
    /// No sign: the word `sparer` or `koster`.
    Words,
    /// No sign: the row says whether its amounts save or cost. An amount that is not as its row says, and every sum,
    /// has the word, so that nothing is hidden.
    RowDecides,
}

impl Signs {
    /// All conventions.
    pub const ALL: [Self; 4] = [
        Self::MinusSaves,
        Self::PlusSaves,
        Self::Words,
        Self::RowDecides,
    ];

    /// Prints a change in a unit, without naming the unit and outside a row: `−4.600`, `4.600` or `sparer 4.600`. Zero
    /// has neither sign nor word:
    ///
    /// ```
    /// use raaderum::danish::{AmountUnit, Signs};
    /// use raaderum::domain::Amount;
    ///
    /// for signs in Signs::ALL {
    ///     assert_eq!(signs.print(Amount::ZERO, AmountUnit::Kroner), "0");
    /// }
    /// ```
    #[must_use]
    pub fn print(self, change: Amount, unit: AmountUnit) -> String {
        self.print_in_row(change, unit, None)
    }

    /// Prints a change in a unit, in a row whose amounts without a sign save or cost: `4.600` where the row decides.
    ///
    /// ```
    /// use raaderum::danish::{AmountUnit, Direction, Signs};
    /// use raaderum::domain::Amount;
    ///
    /// // Copenhagen prints gains unsigned.
    /// let gains = Some(Direction::Saves);
    /// let print = |kroner| Signs::RowDecides.print_in_row(Amount::from_kroner(kroner), AmountUnit::Thousands, gains);
    /// assert_eq!(print(-4_600_000), "4.600");
    /// assert_eq!(print(300_000), "koster 300");
    /// ```
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

/// Returns whether plus and minus change places between what is typed or shown in a field and what the field holds.
/// `row` is what an amount without a sign means in the field's row.
///
/// ```
/// use raaderum::danish::{Direction, Signs, is_turned};
///
/// assert!(is_turned(Signs::PlusSaves, None));
/// assert!(is_turned(Signs::RowDecides, Some(Direction::Saves)));
/// // In a row of costs, plus costs here as there.
/// assert!(!is_turned(Signs::RowDecides, Some(Direction::Costs)));
/// ```
#[must_use]
pub fn is_turned(signs: Signs, row: Option<Direction>) -> bool {
    match signs {
        Signs::MinusSaves | Signs::Words => false,
        Signs::PlusSaves => true,
        Signs::RowDecides => row == Some(Direction::Saves),
    }
}
