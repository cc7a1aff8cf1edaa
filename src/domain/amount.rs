use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use rust_decimal::{Decimal, RoundingStrategy};

use super::{invariant, limits};

/// An exact amount of money in kroner.
///
/// Minus means lower net expenditure (a saving, or more revenue), plus means higher; an overspend is positive. An
/// amount made by [`Amount::new`] lies within [`limits::AMOUNT_KRONER`] and has at most two decimals; a sum of amounts
/// may exceed that bound, and is exact too.
///
/// What a table prints in thousands is kept in kroner, so half a thousand is exact:
///
/// ```
/// use raaderum::danish::{AmountUnit, read_amount};
/// use raaderum::domain::Amount;
///
/// let half = read_amount("0,5", AmountUnit::Thousands)?;
/// assert_eq!(half, Some(Amount::from_kroner(500)));
/// # Ok::<(), raaderum::danish::NumberError>(())
/// ```
///
/// No amount passes through a binary float: ten times 10 øre is exactly one krone.
///
/// ```
/// use raaderum::domain::Amount;
/// use rust_decimal::Decimal;
///
/// let ten_øre = Amount::new(Decimal::new(10, 2)).unwrap();
/// let sum: Amount = std::iter::repeat_n(ten_øre, 10).sum();
/// assert_eq!(sum, Amount::from_kroner(1));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(Decimal);

/// A million kroner.
const MILLION: u32 = 1_000_000;

/// The reason why a number is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountError {
    /// Beyond [`limits::AMOUNT_KRONER`], on either side of zero.
    TooLarge,
    /// More than [`limits::AMOUNT_DECIMALS`] decimals: finer than øre.
    TooManyDecimals,
}

impl Amount {
    /// The amount of 0 kr.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Returns the amount of this many kroner.
    ///
    /// # Errors
    /// [`AmountError`] where it is out of bounds or finer than øre. Nothing is rounded:
    ///
    /// ```
    /// use raaderum::domain::{Amount, AmountError};
    /// use rust_decimal::Decimal;
    ///
    /// assert!(Amount::new(Decimal::new(-26_050_000_25, 2)).is_ok());
    /// assert_eq!(Amount::new(Decimal::new(1_005, 3)), Err(AmountError::TooManyDecimals));
    /// // Noughts at the end are no decimals.
    /// assert_eq!(Amount::new(Decimal::new(1_500, 3)), Amount::new(Decimal::new(15, 1)));
    /// ```
    ///
    /// The bound itself, 1.000 mia. kr., is an amount, and the next øre is not:
    ///
    /// ```
    /// use raaderum::domain::{Amount, AmountError, limits};
    /// use rust_decimal::Decimal;
    ///
    /// let bound = Decimal::from(limits::AMOUNT_KRONER);
    /// assert!(Amount::new(-bound).is_ok());
    /// assert_eq!(Amount::new(bound + Decimal::new(1, 2)), Err(AmountError::TooLarge));
    /// ```
    pub fn new(kroner: Decimal) -> Result<Self, AmountError> {
        if kroner.abs() > Decimal::from(limits::AMOUNT_KRONER) {
            return Err(AmountError::TooLarge);
        }
        let normal = kroner.normalize();
        if normal.scale() > limits::AMOUNT_DECIMALS {
            return Err(AmountError::TooManyDecimals);
        }
        Ok(Self(normal))
    }

    /// Returns the amount nearest to the result of a calculation, to the øre, halves away from zero. Nothing else
    /// rounds an amount to the øre.
    ///
    /// # Errors
    /// [`AmountError::TooLarge`].
    ///
    /// ```
    /// use raaderum::domain::Amount;
    /// use rust_decimal::Decimal;
    ///
    /// let third = Amount::nearest(Decimal::from(100) / Decimal::from(3)).unwrap();
    /// assert_eq!(third.kroner().to_string(), "33.33");
    /// let half_øre = Amount::nearest(Decimal::new(-125, 3)).unwrap();
    /// assert_eq!(half_øre.kroner().to_string(), "-0.13");
    /// ```
    pub fn nearest(kroner: Decimal) -> Result<Self, AmountError> {
        Self::new(kroner.round_dp_with_strategy(
            limits::AMOUNT_DECIMALS,
            RoundingStrategy::MidpointAwayFromZero,
        ))
    }

    /// Returns the amount in millions of kroner, rounded to one decimal, halves away from zero: for a sentence beside a
    /// table that has the exact amount.
    ///
    /// ```
    /// use raaderum::danish::print_number;
    /// use raaderum::domain::Amount;
    ///
    /// // The net change of Lejre's catalogue over four years.
    /// let total = Amount::from_kroner(-29_932_000);
    /// assert_eq!(print_number(total.rounded_millions()), "−29,9");
    /// assert_eq!(print_number(Amount::from_kroner(950_000).rounded_millions()), "1");
    /// ```
    #[must_use]
    pub fn rounded_millions(self) -> Decimal {
        let millions = self.0.checked_div(Decimal::from(MILLION));
        let millions = invariant(millions, "a million is not 0").unwrap_or_default();
        millions
            .round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero)
            .normalize()
    }

    /// Returns whether the amount is at least a million kroner, on either side of zero.
    ///
    /// ```
    /// use raaderum::domain::Amount;
    ///
    /// assert!(Amount::from_kroner(-1_000_000).reaches_a_million());
    /// assert!(!Amount::from_kroner(-983_000).reaches_a_million());
    /// ```
    #[must_use]
    pub fn reaches_a_million(self) -> bool {
        self.0.abs() >= Decimal::from(MILLION)
    }

    /// Returns whether [`Amount::rounded_millions`] gives the amount itself.
    ///
    /// ```
    /// use raaderum::domain::Amount;
    ///
    /// assert!(Amount::from_kroner(-4_600_000).is_exact_in_rounded_millions());
    /// assert!(!Amount::from_kroner(26_050_000).is_exact_in_rounded_millions());
    /// ```
    #[must_use]
    pub fn is_exact_in_rounded_millions(self) -> bool {
        (self.0 % Decimal::from(MILLION / 10)).is_zero()
    }

    /// Returns the amount of this many whole kroner, for amounts that the program names itself, such as a limit. What is
    /// entered or read is made by [`Amount::new`] or [`Amount::nearest`], which refuse what is out of bounds. As a sum
    /// of amounts, this one may exceed the bound, and is exact:
    ///
    /// ```
    /// use raaderum::domain::Amount;
    ///
    /// let largest = Amount::from_kroner(i64::MAX);
    /// assert_eq!(largest.kroner().to_string(), i64::MAX.to_string());
    /// ```
    #[must_use]
    pub fn from_kroner(kroner: i64) -> Self {
        Self(Decimal::from(kroner))
    }

    /// Returns the amount of this many kroner that a sum or a mean of amounts comes to. The bound is not looked at.
    #[must_use]
    pub fn of_sum(kroner: Decimal) -> Self {
        Self(kroner.normalize())
    }

    /// Returns the number of kroner, without noughts at the end of its decimals.
    #[must_use]
    pub fn kroner(self) -> Decimal {
        self.0
    }

    /// Returns the whole thousand kroner nearest to the amount, halves away from zero.
    ///
    /// ```
    /// use raaderum::domain::Amount;
    ///
    /// // Row 9 of Slagelse's plan: its cells give 4 kr. less than the million that was meant.
    /// let cells = Amount::from_kroner(-999_996);
    /// assert_eq!(cells.nearest_thousand(), Amount::from_kroner(-1_000_000));
    /// assert_eq!(Amount::from_kroner(-500).nearest_thousand(), Amount::from_kroner(-1_000));
    /// ```
    #[must_use]
    pub fn nearest_thousand(self) -> Self {
        let thousand = Decimal::ONE_THOUSAND;
        let thousands = invariant(self.0.checked_div(thousand), "a thousand is not 0");
        let thousands = thousands.unwrap_or_default();
        let whole = thousands.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        Self(whole.saturating_mul(thousand).normalize())
    }

    /// Returns one of so many equal shares of the amount, in whole kroner towards zero. What is left over is in none of them. A
    /// sum beyond the bound of an amount has its share, too:
    ///
    /// ```
    /// use raaderum::domain::Amount;
    ///
    /// assert_eq!(Amount::from_kroner(-250_000).whole_share(12), Amount::from_kroner(-20_833));
    /// let sum = Amount::from_kroner(3_000_000_000_000);
    /// assert_eq!(sum.whole_share(2), Amount::from_kroner(1_500_000_000_000));
    /// ```
    #[must_use]
    pub fn whole_share(self, parts: usize) -> Self {
        let share = self.0.checked_div(Decimal::from(parts));
        let share = invariant(share, "there is at least one share");
        Self(share.unwrap_or(self.0).trunc().normalize())
    }

    /// Returns whether the amount is 0 kr.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Returns whether the amount lowers net expenditure: whether it is negative.
    ///
    /// ```
    /// use raaderum::domain::Amount;
    ///
    /// assert!(Amount::from_kroner(-1).is_saving());
    /// assert!(!Amount::ZERO.is_saving());
    /// ```
    #[must_use]
    pub fn is_saving(self) -> bool {
        self.0 < Decimal::ZERO
    }
}

impl Add for Amount {
    type Output = Self;

    // 10^16 amounts would have to be added to reach the end of the decimal type: saturating is unreachable,
    // and it cannot panic.
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0).normalize())
    }
}

impl Sub for Amount {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Neg for Amount {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}
