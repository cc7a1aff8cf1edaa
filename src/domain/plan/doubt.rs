//! Expected overspends that are hardly meant as they stand. The field asks about them, and until they are put right no
//! overspend is called covered because of them.

use rust_decimal::Decimal;

use super::{ActionPlan, HeadField, PlanField};
use crate::domain::{Amount, FormField, limits};

/// The reason why an expected overspend is in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoubtfulOverspend {
    /// It is negative, which is an underspend: in the accounts a deficit often has a minus.
    Negative,
    /// It has decimals and is smaller than [`limits::WITHOUT_DECIMALS_KRONER`]: `26,1` that stands for millions.
    Unit,
}

impl DoubtfulOverspend {
    /// Returns why this expected overspend is in doubt, in the order in which it is asked about.
    ///
    /// ```
    /// use raaderum::domain::{Amount, DoubtfulOverspend};
    /// use rust_decimal::Decimal;
    ///
    /// let of = |hundredths| {
    ///     let overspend = Amount::new(Decimal::new(hundredths, 2)).unwrap();
    ///     DoubtfulOverspend::of(overspend).collect::<Vec<_>>()
    /// };
    /// assert_eq!(of(26_10), [DoubtfulOverspend::Unit]);
    /// assert_eq!(of(-26_050_000_00), [DoubtfulOverspend::Negative]);
    /// // Without decimals, or from 1.000 kr. on, it is taken as it stands.
    /// assert_eq!(of(26_00), []);
    /// assert_eq!(of(1_000_50), []);
    /// ```
    pub fn of(overspend: Amount) -> impl DoubleEndedIterator<Item = Self> {
        let size = overspend.kroner().abs();
        let is_small = size < Decimal::from(limits::WITHOUT_DECIMALS_KRONER);
        let is_unit = is_small && !size.fract().is_zero();
        let negative = overspend.is_saving().then_some(Self::Negative);
        negative.into_iter().chain(is_unit.then_some(Self::Unit))
    }

    /// Returns the word by which the advice about it is known, in files too. It never changes.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Negative => "overspend_is_negative",
            Self::Unit => "overspend_may_be_millions",
        }
    }
}

impl ActionPlan {
    /// Returns why the expected overspend at start is in doubt, and with it every figure that begins with it; `None`
    /// where it is not, or is unknown. Once somebody has dismissed what is said about just this amount, it is what was meant.
    #[must_use]
    pub fn doubtful_start(&self) -> Option<DoubtfulOverspend> {
        let overspend = self.overspend_at_start.value()?;
        let mut doubts = DoubtfulOverspend::of(overspend);
        doubts.find(|doubt| !self.is_dismissed(*doubt, overspend))
    }

    fn is_dismissed(&self, doubt: DoubtfulOverspend, overspend: Amount) -> bool {
        let field = PlanField::Head(HeadField::OverspendAtStart).name();
        self.dismissed.iter().any(|dismissal| {
            dismissal.advice == doubt.code()
                && dismissal.field == field
                && says(&dismissal.detail, overspend)
        })
    }
}

/// Returns whether the detail of a dismissal, which is an amount as Danes print it, is this amount.
fn says(detail: &str, amount: Amount) -> bool {
    let plain: String = detail
        .chars()
        .filter(|c| *c != '.')
        .map(|c| match c {
            ',' => '.',
            // The minus that amounts are printed with.
            '\u{2212}' => '-',
            other => other,
        })
        .collect();
    plain.parse() == Ok(amount.kroner())
}
