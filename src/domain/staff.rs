use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Entry, limits};

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

/// A sum of changes in full-time positions: known, or incomplete because one of the entries cannot be read. Minus =
/// positions removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PositionTotal {
    /// Every entry was blank or a value; this is their sum.
    Complete(Decimal),
    /// At least one entry could not be read.
    Incomplete,
}

impl PositionTotal {
    /// The sum of these entries; `None` where all are blank.
    pub fn of<'a>(
        entries: impl IntoIterator<Item = &'a Entry<FullTimeEquivalents>>,
    ) -> Option<Self> {
        entries
            .into_iter()
            .filter_map(Self::of_typed)
            .reduce(Self::plus)
    }

    fn of_typed(entry: &Entry<FullTimeEquivalents>) -> Option<Self> {
        match entry {
            Entry::Blank => None,
            Entry::Value(change) => Some(Self::Complete(change.positions())),
            Entry::Unreadable(_) => Some(Self::Incomplete),
        }
    }

    // No sum of a million positions each comes near the end of the decimal type: saturating is unreachable, and it cannot
    // panic.
    fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Complete(one), Self::Complete(other)) => {
                Self::Complete(one.saturating_add(other).normalize())
            }
            _ => Self::Incomplete,
        }
    }

    /// The number of positions, if every entry was readable.
    #[must_use]
    pub fn positions(self) -> Option<Decimal> {
        match self {
            Self::Complete(positions) => Some(positions),
            Self::Incomplete => None,
        }
    }
}
