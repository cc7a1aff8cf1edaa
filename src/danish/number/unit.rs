//! The unit that a field's numbers are in.

use rust_decimal::Decimal;

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
