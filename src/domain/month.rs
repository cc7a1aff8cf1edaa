/// A month of a plan's year. Months are ordered, January first:
///
/// ```
/// use raaderum::domain::Month;
///
/// assert!(Month::January < Month::December);
/// let second_half = Month::ALL.into_iter().filter(|&month| month >= Month::July);
/// assert_eq!(second_half.count(), 6);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the twelve months explain themselves")]
pub enum Month {
    January,
    February,
    March,
    April,
    May,
    June,
    July,
    August,
    September,
    October,
    November,
    December,
}

impl Month {
    /// January to December.
    pub const ALL: [Self; 12] = [
        Self::January,
        Self::February,
        Self::March,
        Self::April,
        Self::May,
        Self::June,
        Self::July,
        Self::August,
        Self::September,
        Self::October,
        Self::November,
        Self::December,
    ];

    /// Returns the month's index in the year: 0 for January, 11 for December.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }
}
