/// What a field of a form holds: nothing, a value, or text that could not be read as a value.
///
/// Blank is not zero: it counts as nothing in a sum and is stored and shown blank. Unreadable text is kept exactly as
/// it was typed, and a total that depends on it is incomplete.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut proposal = lejre.blank_proposal();
/// let gain = |year| ProposalField::Amount(AmountRow::EstimatedGain, year);
/// proposal.enter(gain(0), "0");
/// proposal.enter(gain(1), " ");
/// proposal.enter(gain(2), "ca. 300");
/// assert_eq!(proposal.years[0].estimated_gain, Entry::Value(Amount::ZERO));
/// assert_eq!(proposal.years[1].estimated_gain, Entry::Blank);
/// assert_eq!(proposal.years[2].estimated_gain, Entry::Unreadable("ca. 300".to_owned()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Entry<T> {
    /// Nothing was typed.
    #[default]
    Blank,
    /// A valid value.
    Value(T),
    /// Text that is no value, as it was typed.
    Unreadable(String),
}

impl<T: Copy> Entry<T> {
    /// Returns the value; `None` where the field is blank or cannot be read.
    ///
    /// ```
    /// use raaderum::domain::{Entry, Year};
    ///
    /// let unreadable: Entry<Year> = Entry::Unreadable("2024/25".to_owned());
    /// assert_eq!(unreadable.value(), None);
    /// assert!(!unreadable.is_blank());
    /// ```
    #[must_use]
    pub fn value(&self) -> Option<T> {
        match self {
            Self::Value(value) => Some(*value),
            Self::Blank | Self::Unreadable(_) => None,
        }
    }
}

impl<T> Entry<T> {
    /// Returns whether nothing is in the field. A zero is something.
    ///
    /// ```
    /// use raaderum::domain::{Amount, Entry};
    ///
    /// assert!(Entry::<Amount>::Blank.is_blank());
    /// assert!(!Entry::Value(Amount::ZERO).is_blank());
    /// ```
    #[must_use]
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    /// Returns whether the field holds text that could not be read as a value.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        matches!(self, Self::Unreadable(_))
    }
}
