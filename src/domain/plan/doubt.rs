//! Expected overspends that are hardly meant as they stand. The field asks about them, and until they are put right no
//! overspend is called covered because of them.

use super::ActionPlan;
use crate::domain::{Amount, limits};

/// The reason why an expected overspend is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoubtfulOverspend {
    /// It is negative, which is an underspend: in the accounts a deficit often has a minus.
    Negative,
    /// It has decimals and is smaller than [`limits::WITHOUT_DECIMALS_KRONER`]: `26,1` that stands for millions.
    Unit,
}

impl DoubtfulOverspend {
    /// Returns why this expected overspend is in doubt; `None` where it is not.
    ///
    /// ```
    /// use raaderum::domain::{Amount, DoubtfulOverspend};
    /// use rust_decimal::Decimal;
    ///
    /// let of = |hundredths| DoubtfulOverspend::of(Amount::new(Decimal::new(hundredths, 2)).unwrap());
    /// assert_eq!(of(26_10), Some(DoubtfulOverspend::Unit));
    /// assert_eq!(of(-26_050_000_00), Some(DoubtfulOverspend::Negative));
    /// // Without decimals, or from 1.000 kr. on, it is taken as it stands.
    /// assert_eq!(of(26_00), None);
    /// assert_eq!(of(1_000_50), None);
    /// ```
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
    /// Returns why the expected overspend at start is in doubt, and with it every figure that begins with it; `None`
    /// where it is not, or is unknown.
    #[must_use]
    pub fn doubtful_start(&self) -> Option<DoubtfulOverspend> {
        self.overspend_at_start
            .value()
            .and_then(DoubtfulOverspend::of)
    }
}
