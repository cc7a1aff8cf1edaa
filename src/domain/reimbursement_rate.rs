//! The share of an expenditure that the state reimburses.

use rust_decimal::Decimal;

use super::{Amount, limits};

/// The share that the state reimburses, in per cent: from 0 to less than 100, at most two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReimbursementRate(Decimal);

impl ReimbursementRate {
    /// Returns the rate; `None` where it is out of bounds or has more than [`limits::RATE_DECIMALS`] decimals.
    ///
    /// ```
    /// use raaderum::domain::ReimbursementRate;
    /// use rust_decimal::Decimal;
    ///
    /// assert!(ReimbursementRate::new(Decimal::ZERO).is_some());
    /// assert!(ReimbursementRate::new(Decimal::new(99_99, 2)).is_some());
    /// // Of what the state pays whole, no net amount says how much it is.
    /// assert_eq!(ReimbursementRate::new(Decimal::from(100)), None);
    /// ```
    #[must_use]
    pub fn new(percent: Decimal) -> Option<Self> {
        let percent = percent.normalize();
        let is_share = percent >= Decimal::ZERO && percent < Decimal::ONE_HUNDRED;
        (is_share && percent.scale() <= limits::RATE_DECIMALS).then_some(Self(percent))
    }

    /// Returns the rate in per cent.
    #[must_use]
    pub fn percent(self) -> Decimal {
        self.0
    }

    /// Returns the gross amount of which `net` is the municipality's own share, rounded to the øre. `None` where it is
    /// larger than an amount can be.
    ///
    /// ```
    /// use raaderum::domain::{Amount, ReimbursementRate};
    /// use rust_decimal::Decimal;
    ///
    /// // At 50 per cent, a net saving of 2 mio. kr. is 4 mio. gross.
    /// let half = ReimbursementRate::new(Decimal::from(50)).unwrap();
    /// let gross = half.gross(Amount::from_kroner(-2_000_000));
    /// assert_eq!(gross, Some(Amount::from_kroner(-4_000_000)));
    /// ```
    ///
    /// ```
    /// use raaderum::domain::{Amount, ReimbursementRate};
    /// use rust_decimal::Decimal;
    ///
    /// let rate = ReimbursementRate::new(Decimal::new(30, 0)).unwrap();
    /// // 100 / 0,7
    /// assert_eq!(rate.gross(Amount::from_kroner(100)).unwrap().kroner().to_string(), "142.86");
    /// assert_eq!(rate.gross(Amount::from_kroner(900_000_000_000)), None);
    /// ```
    #[must_use]
    pub fn gross(self, net: Amount) -> Option<Amount> {
        let own_share = Decimal::ONE_HUNDRED - self.0;
        let gross = net
            .kroner()
            .checked_mul(Decimal::ONE_HUNDRED)?
            .checked_div(own_share)?;
        Amount::nearest(gross).ok()
    }
}
