use std::iter::Sum;
use std::ops::{Add, Sub};

use super::{Amount, Entry};

/// A sum of entries, in kroner: blank, known, or incomplete because one of the entries cannot be read.
///
/// Blank is not zero: a sum over blanks alone is blank, and is shown blank.
///
/// ```
/// use raaderum::domain::{Amount, Total};
///
/// assert_eq!(Total::Blank + Total::Blank, Total::Blank);
/// assert_eq!(Total::Blank + Total::ZERO, Total::ZERO);
/// ```
///
/// An incomplete total has no amount, so that a wrong number cannot be shown. It stays incomplete, whatever is added:
///
/// ```
/// use raaderum::domain::{Amount, Total};
///
/// let known = Total::from(Amount::from_kroner(-450_000));
/// assert_eq!((known + Total::Incomplete).amount(), None);
/// assert_eq!(Total::Incomplete - Total::Incomplete, Total::Incomplete);
/// ```
///
/// What is subtracted from nothing is there with the other sign:
///
/// ```
/// use raaderum::domain::{Amount, Total};
///
/// let planned = Total::from(Amount::from_kroner(-83_333));
/// assert_eq!(Total::Blank - planned, Total::from(Amount::from_kroner(83_333)));
/// assert_eq!(planned - planned, Total::ZERO);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Total {
    /// Every entry was blank, or there was none.
    Blank,
    /// Every entry was blank or a value, and at least one was a value; this is their sum.
    Complete(Amount),
    /// At least one entry could not be read.
    Incomplete,
}

impl Total {
    /// A known zero. The sum of nothing is not zero but blank.
    pub const ZERO: Self = Self::Complete(Amount::ZERO);

    /// Returns the sum of these entries, blank ones counting as nothing.
    ///
    /// ```
    /// use raaderum::domain::{Amount, Entry, Total};
    ///
    /// let gain = Entry::Value(Amount::from_kroner(-4_600_000));
    /// let need = Entry::Value(Amount::from_kroner(3_100_000));
    /// let net = Total::of([&Entry::Blank, &gain, &need]);
    /// assert_eq!(net, Total::from(Amount::from_kroner(-1_500_000)));
    ///
    /// assert_eq!(Total::of([&gain, &Entry::Unreadable("1.5".to_owned())]), Total::Incomplete);
    /// assert_eq!(Total::of([]), Total::Blank);
    /// ```
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry<Amount>>) -> Self {
        entries.into_iter().map(Self::from).sum()
    }

    /// Returns what a single field holds as a total; `None` where it is blank.
    ///
    /// ```
    /// use raaderum::domain::{Entry, Total};
    ///
    /// assert_eq!(Total::of_typed(&Entry::Blank), None);
    /// assert_eq!(Total::of_typed(&Entry::Unreadable("26.1".to_owned())), Some(Total::Incomplete));
    /// ```
    #[must_use]
    pub fn of_typed(entry: &Entry<Amount>) -> Option<Self> {
        (!entry.is_blank()).then(|| entry.into())
    }

    /// Returns the amount that is shown; `None` where the total is blank or incomplete.
    #[must_use]
    pub fn amount(self) -> Option<Amount> {
        match self {
            Self::Complete(amount) => Some(amount),
            Self::Blank | Self::Incomplete => None,
        }
    }

    /// Returns the amount that the total counts for where it is compared or weighed: zero where it is blank, `None`
    /// where it is incomplete.
    ///
    /// ```
    /// use raaderum::domain::{Amount, Total};
    ///
    /// assert_eq!(Total::Blank.amount(), None);
    /// assert_eq!(Total::Blank.counted(), Some(Amount::ZERO));
    /// assert_eq!(Total::Incomplete.counted(), None);
    /// ```
    #[must_use]
    pub fn counted(self) -> Option<Amount> {
        match self {
            Self::Complete(amount) => Some(amount),
            Self::Blank => Some(Amount::ZERO),
            Self::Incomplete => None,
        }
    }

    /// Returns whether every entry was blank.
    #[must_use]
    pub fn is_blank(self) -> bool {
        self == Self::Blank
    }
}

impl From<Amount> for Total {
    fn from(amount: Amount) -> Self {
        Self::Complete(amount)
    }
}

impl From<&Entry<Amount>> for Total {
    fn from(entry: &Entry<Amount>) -> Self {
        match entry {
            Entry::Blank => Self::Blank,
            Entry::Value(amount) => Self::Complete(*amount),
            Entry::Unreadable(_) => Self::Incomplete,
        }
    }
}

impl Add for Total {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        match (self, other) {
            (Self::Complete(a), Self::Complete(b)) => Self::Complete(a + b),
            (Self::Incomplete, _) | (_, Self::Incomplete) => Self::Incomplete,
            (Self::Blank, other) => other,
            (known, Self::Blank) => known,
        }
    }
}

impl Sub for Total {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        match (self, other) {
            (Self::Complete(a), Self::Complete(b)) => Self::Complete(a - b),
            (Self::Incomplete, _) | (_, Self::Incomplete) => Self::Incomplete,
            (Self::Blank, Self::Complete(amount)) => Self::Complete(-amount),
            (known, Self::Blank) => known,
        }
    }
}

impl Sum for Total {
    fn sum<I: Iterator<Item = Self>>(totals: I) -> Self {
        totals.fold(Self::Blank, Add::add)
    }
}
