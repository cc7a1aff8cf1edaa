use std::iter::Sum;
use std::ops::{Add, Sub};

use super::{Amount, Entry};

/// A sum of entries, in kroner: known, or incomplete because one of the entries cannot be read.
///
/// An incomplete total has no amount, so that a wrong number cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Total {
    /// Every entry was blank or a value; this is their sum.
    Complete(Amount),
    /// At least one entry could not be read.
    Incomplete,
}

impl Total {
    /// The sum of nothing.
    pub const ZERO: Self = Self::Complete(Amount::ZERO);

    /// The sum of these entries, blank ones counting as nothing.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry<Amount>>) -> Self {
        entries.into_iter().map(Self::from).sum()
    }

    /// What a single field holds; `None` while it is blank.
    #[must_use]
    pub fn of_typed(entry: &Entry<Amount>) -> Option<Self> {
        (!entry.is_blank()).then(|| entry.into())
    }

    /// The amount, if every entry was readable.
    #[must_use]
    pub fn amount(self) -> Option<Amount> {
        match self {
            Self::Complete(amount) => Some(amount),
            Self::Incomplete => None,
        }
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
            Entry::Blank => Self::ZERO,
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
            _ => Self::Incomplete,
        }
    }
}

impl Sub for Total {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        match (self, other) {
            (Self::Complete(a), Self::Complete(b)) => Self::Complete(a - b),
            _ => Self::Incomplete,
        }
    }
}

impl Sum for Total {
    fn sum<I: Iterator<Item = Self>>(totals: I) -> Self {
        totals.fold(Self::ZERO, Add::add)
    }
}
