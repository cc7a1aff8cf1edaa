use super::{Date, limits};

/// The month and the day by which a council adopts the budget of the next year.
const ADOPTED_BY: (u8, u8) = (10, 15);

/// A calendar year within [`limits::YEARS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// This year, if it lies within the bounds.
    #[must_use]
    pub fn new(year: i64) -> Option<Self> {
        let (first, last) = limits::YEARS;
        let year = u16::try_from(year).ok()?;
        (first..=last).contains(&year).then_some(Self(year))
    }

    /// The year as a number.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }

    /// The budget year that is worked on at a date: the next one that is not adopted yet. Councils adopt the budget of the
    /// next year by 15 October, so that from 16 October it is the year after that. `None` beyond the bounds.
    #[must_use]
    pub fn next_budget(today: Date) -> Option<Self> {
        let is_adopted = (u8::from(today.month()), today.day()) > ADOPTED_BY;
        Self::new(i64::from(today.year()) + if is_adopted { 2 } else { 1 })
    }

    /// The year this many years later. A forecast year may lie past the bounds of the budget year.
    #[must_use]
    pub fn plus(self, years: usize) -> Self {
        Self(self.0.saturating_add(u16::try_from(years).unwrap_or(0)))
    }
}
