use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::limits;

/// Berørte antal medarbejdere: how many people a proposal affects in a year. A whole number, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeadCount(u32);

impl HeadCount {
    /// This many people, if it is a whole number from 0 to [`limits::STAFF`].
    #[must_use]
    pub fn new(people: Decimal) -> Option<Self> {
        let in_bounds = people >= Decimal::ZERO && people <= Decimal::from(limits::STAFF);
        (in_bounds && people.fract().is_zero())
            .then(|| people.to_u32())
            .flatten()
            .map(Self)
    }

    /// The number of people.
    #[must_use]
    pub fn people(self) -> u32 {
        self.0
    }
}

/// Ændring i antal årsværk: the change in full-time positions in a year, exact, at most
/// [`limits::STAFF_DECIMALS`] decimals. Minus = positions removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FullTimeEquivalents(Decimal);

impl FullTimeEquivalents {
    /// This many positions, if the number is within [`limits::STAFF`] and not finer than its decimals.
    #[must_use]
    pub fn new(positions: Decimal) -> Option<Self> {
        let normal = positions.normalize();
        (normal.abs() <= Decimal::from(limits::STAFF) && normal.scale() <= limits::STAFF_DECIMALS)
            .then_some(Self(normal))
    }

    /// The number of positions; minus = removed.
    #[must_use]
    pub fn positions(self) -> Decimal {
        self.0
    }
}
