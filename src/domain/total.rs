use std::iter::Sum;
use std::ops::{Add, Sub};

use super::{Amount, Entry};

/// A sum of entries, in kroner: blank, known, or incomplete because one of the entries cannot be read.
///
/// Blank is not zero: a sum over blanks alone is blank, and is shown blank. An incomplete total has no amount, so that a
/// wrong number cannot be shown.
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
    /// Zero, and known to be: not the sum of nothing, which is blank.
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

    /// The amount, if there is one that every entry was readable for: what is shown. `None` where it is blank, too.
    #[must_use]
    pub fn amount(self) -> Option<Amount> {
        match self {
            Self::Complete(amount) => Some(amount),
            Self::Blank | Self::Incomplete => None,
        }
    }

    /// The amount that this counts for where it is compared or weighed: zero where it is blank. `None` where it is
    /// incomplete.
    #[must_use]
    pub fn counted(self) -> Option<Amount> {
        match self {
            Self::Complete(amount) => Some(amount),
            Self::Blank => Some(Amount::ZERO),
            Self::Incomplete => None,
        }
    }

    /// Whether nothing was entered.
    #[must_use]
    pub fn is_blank(self) -> bool {
        self == Self::Blank
    }

    /// Whether an entry could not be read.
    #[must_use]
    pub fn is_incomplete(self) -> bool {
        self == Self::Incomplete
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
