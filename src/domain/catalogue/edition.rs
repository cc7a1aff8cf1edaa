use super::Catalogue;
use crate::domain::{Date, limits};

/// Udgave: a catalogue as it was published, by number and date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edition {
    number: u32,
    published_on: Date,
}

impl Edition {
    /// This edition, if its number is from 1 to [`limits::EDITIONS`].
    #[must_use]
    pub fn new(number: u32, published_on: Date) -> Option<Self> {
        (1..=limits::EDITIONS).contains(&number).then_some(Self {
            number,
            published_on,
        })
    }

    /// The number, from 1.
    #[must_use]
    pub fn number(self) -> u32 {
        self.number
    }

    /// The day on which it was published.
    #[must_use]
    pub fn published_on(self) -> Date {
        self.published_on
    }
}

impl Catalogue {
    /// The edition that is next to be published, on a day; `None` after [`limits::EDITIONS`] of them.
    #[must_use]
    pub fn next_edition(&self, published_on: Date) -> Option<Edition> {
        self.next_edition_after(0, published_on)
    }

    /// The same, where an edition with this number was handed over already, whatever the catalogue says: an earlier state of it may
    /// have been brought back. 0 for none.
    #[must_use]
    pub fn next_edition_after(&self, handed_over: u32, published_on: Date) -> Option<Edition> {
        let last = self.edition.map_or(0, Edition::number).max(handed_over);
        Edition::new(last.saturating_add(1), published_on)
    }

    /// Takes the edition of another state of the same catalogue, if that one was published later: a number that was handed over is
    /// never given away again. Of the same number, the later day stands.
    pub fn keep_edition(&mut self, other: &Self) {
        self.edition = self.edition.max(other.edition);
    }
}
