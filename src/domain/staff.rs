use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Entry, limits};

/// Berørte antal medarbejdere: how many people a proposal affects in a year. A whole number, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeadCount(u32);

impl HeadCount {
    /// Returns a count of this many people; `None` where it is no whole number from 0 to [`limits::STAFF`].
    ///
    /// ```
    /// use raaderum::domain::HeadCount;
    /// use rust_decimal::Decimal;
    ///
    /// assert!(HeadCount::new(Decimal::from(2)).is_some());
    /// assert!(HeadCount::new(Decimal::ZERO).is_some());
    /// // Neither half a person nor fewer than none.
    /// assert_eq!(HeadCount::new(Decimal::new(15, 1)), None);
    /// assert_eq!(HeadCount::new(Decimal::from(-2)), None);
    /// ```
    #[must_use]
    pub fn new(people: Decimal) -> Option<Self> {
        let in_bounds = people >= Decimal::ZERO && people <= Decimal::from(limits::STAFF);
        (in_bounds && people.fract().is_zero())
            .then(|| people.to_u32())
            .flatten()
            .map(Self)
    }

    /// Returns the number of people.
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
    /// Returns a change of this many positions; `None` where it is beyond [`limits::STAFF`] on either side of zero, or
    /// has more than [`limits::STAFF_DECIMALS`] decimals.
    ///
    /// ```
    /// use raaderum::domain::FullTimeEquivalents;
    /// use rust_decimal::Decimal;
    ///
    /// // Horseager: 1,35 positions less.
    /// assert!(FullTimeEquivalents::new(Decimal::new(-135, 2)).is_some());
    /// assert_eq!(FullTimeEquivalents::new(Decimal::new(-1_35001, 5)), None);
    /// assert_eq!(FullTimeEquivalents::new(Decimal::from(1_000_001)), None);
    /// ```
    #[must_use]
    pub fn new(positions: Decimal) -> Option<Self> {
        let normal = positions.normalize();
        (normal.abs() <= Decimal::from(limits::STAFF) && normal.scale() <= limits::STAFF_DECIMALS)
            .then_some(Self(normal))
    }

    /// Returns the number of positions; minus = removed.
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
    /// Returns the sum of these entries, blank ones counting as nothing; `None` where all are blank.
    ///
    /// ```
    /// use raaderum::domain::{Entry, FullTimeEquivalents, PositionTotal};
    /// use rust_decimal::Decimal;
    ///
    /// let of = |hundredths| Entry::Value(FullTimeEquivalents::new(Decimal::new(hundredths, 2)).unwrap());
    /// let total = PositionTotal::of([&of(-130), &Entry::Blank, &of(-135)]);
    /// assert_eq!(total.unwrap().positions(), Some(Decimal::new(-265, 2)));
    /// ```
    ///
    /// Two that cancel out give zero; none at all gives nothing; text that cannot be read leaves the sum open.
    ///
    /// ```
    /// # use raaderum::domain::{Entry, FullTimeEquivalents, PositionTotal};
    /// # use rust_decimal::Decimal;
    /// # let of = |hundredths| Entry::Value(FullTimeEquivalents::new(Decimal::new(hundredths, 2)).unwrap());
    /// assert_eq!(PositionTotal::of([&of(100), &of(-100)]), Some(PositionTotal::Complete(Decimal::ZERO)));
    /// assert_eq!(PositionTotal::of([&Entry::Blank, &Entry::Blank]), None);
    /// let unreadable = Entry::Unreadable("ca. 1".to_owned());
    /// assert_eq!(PositionTotal::of([&of(-100), &unreadable]), Some(PositionTotal::Incomplete));
    /// ```
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

    /// Returns the number of positions; `None` where an entry could not be read.
    #[must_use]
    pub fn positions(self) -> Option<Decimal> {
        match self {
            Self::Complete(positions) => Some(positions),
            Self::Incomplete => None,
        }
    }
}
