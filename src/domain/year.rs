use super::{Date, limits};

/// The month and the day by which a council adopts the budget of the next year (15 October).
const ADOPTED_BY: (u8, u8) = (10, 15);

/// A calendar year within [`limits::YEARS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// Returns the year; `None` where it is beyond [`limits::YEARS`].
    ///
    /// ```
    /// use raaderum::domain::Year;
    ///
    /// assert!(Year::new(1970).is_some() && Year::new(2100).is_some());
    /// assert_eq!(Year::new(1969), None);
    /// assert_eq!(Year::new(24), None);
    /// ```
    #[must_use]
    pub fn new(year: i64) -> Option<Self> {
        let (first, last) = limits::YEARS;
        let year = u16::try_from(year).ok()?;
        (first..=last).contains(&year).then_some(Self(year))
    }

    /// Returns the year as a number.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }

    /// Returns the budget year that is worked on at a date: the next one that is not adopted yet. Councils adopt the
    /// budget of the next year by 15 October, so from 16 October it is the year after that. `None` where it is beyond
    /// the bounds.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// assert_eq!(Year::next_budget(date(2023, 10, 15)), Year::new(2024));
    /// assert_eq!(Year::next_budget(date(2023, 10, 16)), Year::new(2025));
    /// assert_eq!(Year::next_budget(date(2024, 1, 1)), Year::new(2025));
    /// ```
    #[must_use]
    pub fn next_budget(today: Date) -> Option<Self> {
        let is_adopted = (u8::from(today.month()), today.day()) > ADOPTED_BY;
        Self::new(i64::from(today.year()) + if is_adopted { 2 } else { 1 })
    }

    /// Returns the year this many years later. A forecast year may lie past the bounds of the budget year:
    ///
    /// ```
    /// use raaderum::domain::Year;
    ///
    /// let last = Year::new(2100).unwrap();
    /// assert_eq!(last.plus(3).number(), 2103);
    /// assert_eq!(Year::new(2103), None);
    /// ```
    #[must_use]
    pub fn plus(self, years: usize) -> Self {
        Self(
            self.0
                .saturating_add(u16::try_from(years).unwrap_or(u16::MAX)),
        )
    }
}
