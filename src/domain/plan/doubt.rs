//! An expected overspend that is hardly what was meant. It is asked about beside its field, and until it is put right nothing
//! is called covered on its account.

use super::ActionPlan;
use crate::domain::{Amount, limits};

/// Why an expected overspend is hardly what was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoubtfulOverspend {
    /// It is negative, which is an underspend: in the accounts a deficit often has a minus.
    Negative,
    /// It has decimals and is smaller than [`limits::WITHOUT_DECIMALS_KRONER`]: `26,1` that stands for millions.
    Unit,
}

impl DoubtfulOverspend {
    /// Why this expected overspend is in doubt; `None` where it is not.
    #[must_use]
    pub fn of(overspend: Amount) -> Option<Self> {
        let is_small = overspend < Amount::from_kroner(limits::WITHOUT_DECIMALS_KRONER);
        if overspend.is_saving() {
            Some(Self::Negative)
        } else if is_small && !overspend.kroner().fract().is_zero() {
            Some(Self::Unit)
        } else {
            None
        }
    }
}

impl ActionPlan {
    /// Why the expected overspend at start is in doubt, and with it every figure that begins with it; `None` where it is
    /// not, or is unknown.
    #[must_use]
    pub fn doubtful_start(&self) -> Option<DoubtfulOverspend> {
        self.overspend_at_start
            .value()
            .and_then(DoubtfulOverspend::of)
    }
}
