use super::limits;

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

    /// The year this many years later. A forecast year may lie past the bounds of the budget year.
    #[must_use]
    pub fn plus(self, years: usize) -> Self {
        Self(self.0.saturating_add(u16::try_from(years).unwrap_or(0)))
    }
}
