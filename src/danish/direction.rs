//! Whether a change saves or costs, and the word that says so.

use crate::domain::Amount;

/// The direction of a change: it saves or it costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Lower net expenditure.
    Saves,
    /// Higher net expenditure.
    Costs,
}

impl Direction {
    /// Returns whether a change saves or costs; `None` where it is 0 kr.
    #[must_use]
    pub fn of(change: Amount) -> Option<Self> {
        match change {
            change if change.is_zero() => None,
            change if change.is_saving() => Some(Self::Saves),
            _ => Some(Self::Costs),
        }
    }

    /// Returns the word for it, which is also read in front of an amount.
    ///
    /// ```
    /// use raaderum::danish::{AmountUnit, Direction, read_amount};
    /// use raaderum::domain::Amount;
    ///
    /// let typed = format!("{} 3.100", Direction::Costs.word());
    /// assert_eq!(read_amount(&typed, AmountUnit::Thousands), Ok(Some(Amount::from_kroner(3_100_000))));
    /// ```
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Saves => "sparer",
            Self::Costs => "koster",
        }
    }
}
