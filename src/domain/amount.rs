use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use rust_decimal::{Decimal, RoundingStrategy};

use super::limits;

/// An exact amount of money in kroner.
///
/// Minus means lower net expenditure (a saving, or more revenue), plus means higher; an overspend is
/// positive. An amount made by [`Amount::new`] lies within [`limits::AMOUNT_KRONER`] and has at most two
/// decimals; a sum of amounts may exceed that bound, and is exact too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(Decimal);

/// A million kroner.
const MILLION: u32 = 1_000_000;

/// Why a number is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountError {
    /// Beyond [`limits::AMOUNT_KRONER`].
    TooLarge,
    /// Finer than øre.
    TooManyDecimals,
}

impl Amount {
    /// No kroner at all.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The amount of this many kroner.
    ///
    /// # Errors
    /// [`AmountError`] when it is out of bounds or finer than øre.
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

    /// The amount nearest to the result of a calculation, to the øre, halves away from zero.
    /// The only place where an amount is rounded to the øre.
    ///
    /// # Errors
    /// [`AmountError::TooLarge`].
    pub fn nearest(kroner: Decimal) -> Result<Self, AmountError> {
        Self::new(kroner.round_dp_with_strategy(
            limits::AMOUNT_DECIMALS,
            RoundingStrategy::MidpointAwayFromZero,
        ))
    }

    /// The amount in millions, rounded to one decimal, halves away from zero: for a sentence that stands beside a table with the
    /// exact amount.
    #[must_use]
    pub fn rounded_millions(self) -> Decimal {
        let millions = self.0.checked_div(Decimal::from(MILLION));
        let millions = millions.unwrap_or_default();
        millions
            .round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero)
            .normalize()
    }

    /// Whether it is a million kroner or more, whether it saves or costs.
    #[must_use]
    pub fn reaches_a_million(self) -> bool {
        self.0.abs() >= Decimal::from(MILLION)
    }

    /// Whether one decimal of a million says it exactly.
    #[must_use]
    pub fn is_exact_in_rounded_millions(self) -> bool {
        (self.0 % Decimal::from(MILLION / 10)).is_zero()
    }

    /// Whole kroner.
    #[must_use]
    pub fn from_kroner(kroner: i64) -> Self {
        Self(Decimal::from(kroner))
    }

    /// The number of kroner.
    #[must_use]
    pub fn kroner(self) -> Decimal {
        self.0
    }

    /// The whole thousand kroner nearest to this, halves away from zero.
    #[must_use]
    pub fn nearest_thousand(self) -> Self {
        let thousand = Decimal::ONE_THOUSAND;
        let thousands = self.0.checked_div(thousand).unwrap_or_default();
        let whole = thousands.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        Self(whole.saturating_mul(thousand).normalize())
    }

    /// Whether this is neither a cost nor a saving.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether this lowers net expenditure.
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
