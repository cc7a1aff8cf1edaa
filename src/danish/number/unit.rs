//! The unit that a field's numbers are in.

use rust_decimal::Decimal;

/// In a field of thousands, a number of at least this size beside an amount with a unit may be kroner.
pub(super) const MAY_BE_KRONER: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// The unit that a field's numbers are in when the text names none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountUnit {
    /// Kroner, as in action plans.
    Kroner,
    /// Thousands of kroner, as in proposals and catalogues.
    Thousands,
}

impl AmountUnit {
    pub(super) fn kroner(self) -> Decimal {
        match self {
            Self::Kroner => Decimal::ONE,
            Self::Thousands => Decimal::ONE_THOUSAND,
        }
    }
}
