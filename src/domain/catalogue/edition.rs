use super::Catalogue;
use crate::domain::{Date, limits};

/// Udgave: a catalogue as it was published, by number and date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edition {
    number: u32,
    published_on: Date,
}

impl Edition {
    /// Returns the edition; `None` where its number is not from 1 to [`limits::EDITIONS`].
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// assert_eq!(Edition::new(0, date(2023, 9, 1)), None);
    /// assert!(Edition::new(9_999, date(2023, 9, 1)).is_some());
    /// assert_eq!(Edition::new(10_000, date(2023, 9, 1)), None);
    /// ```
    #[must_use]
    pub fn new(number: u32, published_on: Date) -> Option<Self> {
        (1..=limits::EDITIONS).contains(&number).then_some(Self {
            number,
            published_on,
        })
    }

    /// Returns the edition's number, from 1.
    #[must_use]
    pub fn number(self) -> u32 {
        self.number
    }

    /// Returns the day on which the edition was published.
    #[must_use]
    pub fn published_on(self) -> Date {
        self.published_on
    }
}

impl Catalogue {
    /// Returns the edition that is to be published next, on a day; `None` after [`limits::EDITIONS`] of them.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut catalogue = lejre.catalogue();
    /// let first = catalogue.next_edition(date(2023, 9, 1)).unwrap();
    /// assert_eq!(first.number(), 1);
    /// catalogue.edition = Some(first);
    /// assert_eq!(catalogue.next_edition(date(2023, 9, 8)).unwrap().number(), 2);
    /// ```
    #[must_use]
    pub fn next_edition(&self, published_on: Date) -> Option<Edition> {
        self.next_edition_after(0, published_on)
    }

    /// Returns the edition that is to be published next where an edition with the number `handed_over` was handed over
    /// already (0 for none), whatever the catalogue says: an earlier state of it may have been restored.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// // Edition 3 was handed over; then a state without editions was restored.
    /// let restored = lejre.catalogue();
    /// assert_eq!(restored.next_edition_after(3, date(2023, 9, 8)).unwrap().number(), 4);
    /// ```
    #[must_use]
    pub fn next_edition_after(&self, handed_over: u32, published_on: Date) -> Option<Edition> {
        let last = self.edition.map_or(0, Edition::number).max(handed_over);
        Edition::new(last.saturating_add(1), published_on)
    }

    /// Takes over the edition of another state of the same catalogue if it is the later one, so that no number is used
    /// twice. Of the same number, the later day stands.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let (mut ours, mut theirs) = (lejre.catalogue(), lejre.catalogue());
    /// ours.edition = Edition::new(1, date(2023, 9, 1));
    /// theirs.edition = Edition::new(2, date(2023, 9, 1));
    /// ours.keep_edition(&theirs);
    /// assert_eq!(ours.edition, theirs.edition);
    /// theirs.edition = None;
    /// ours.keep_edition(&theirs);
    /// assert_eq!(ours.edition.unwrap().number(), 2);
    /// ```
    pub fn keep_edition(&mut self, other: &Self) {
        self.edition = self.edition.max(other.edition);
    }
}
