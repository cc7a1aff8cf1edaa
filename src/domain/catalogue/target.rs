//! How far a choice is from the targets of its catalogue.

use super::CombinedYear;
use crate::domain::{Amount, Total};

/// How a year compares with its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgainstTarget {
    /// The target or one of the amounts cannot be read.
    Unknown,
    /// The target is positive. It would permit the catalogue to cost something, which is hardly meant: nothing is
    /// compared with it.
    Doubtful,
    /// This much must still be saved, in kroner; plus.
    Missing(Amount),
    /// The target is reached.
    Reached {
        /// What is saved beyond it, in kroner; zero or plus.
        beyond: Amount,
    },
}

impl CombinedYear {
    /// Returns whether the target is positive, so that its sign is in doubt.
    #[must_use]
    pub fn has_doubtful_target(&self) -> bool {
        self.target.and_then(Total::amount).is_some_and(is_doubtful)
    }

    /// Returns the target in kroner, minus = must save, where something can be compared with it: there is one, it can
    /// be read, and its sign is not in doubt.
    #[must_use]
    pub fn comparable_target(&self) -> Option<Amount> {
        let target = self.target.and_then(Total::amount);
        target.filter(|&target| !is_doubtful(target))
    }

    /// Returns how the year compares with its target; `None` where there is none.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut catalogue = lejre.catalogue();
    /// let all: Vec<Id> = catalogue.proposals().into_iter().collect();
    /// let first_year = |catalogue: &Catalogue| combine(catalogue, &lejre.proposals(), &all).years[0].against_target();
    /// assert_eq!(first_year(&catalogue), None);
    /// // The eight save 5.083 thousand in 2024.
    /// catalogue.enter(CatalogueField::Target(0), "-6.000");
    /// assert_eq!(first_year(&catalogue), Some(AgainstTarget::Missing(Amount::from_kroner(917_000))));
    /// catalogue.enter(CatalogueField::Target(0), "-5.083");
    /// assert_eq!(first_year(&catalogue), Some(AgainstTarget::Reached { beyond: Amount::ZERO }));
    /// ```
    ///
    /// A target without its minus, as `Sparekrav` is often printed, is asked about and not compared with:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut catalogue = lejre.catalogue();
    /// catalogue.enter(CatalogueField::Target(0), "1.295");
    /// let year = &combine(&catalogue, &lejre.proposals(), &[]).years[0];
    /// assert_eq!(year.against_target(), Some(AgainstTarget::Doubtful));
    /// assert_eq!(year.comparable_target(), None);
    /// ```
    #[must_use]
    pub fn against_target(&self) -> Option<AgainstTarget> {
        let target = self.target?;
        if self.has_doubtful_target() {
            return Some(AgainstTarget::Doubtful);
        }
        let Some(missing) = (self.net_change - target).amount() else {
            return Some(AgainstTarget::Unknown);
        };
        Some(if missing > Amount::ZERO {
            AgainstTarget::Missing(missing)
        } else {
            AgainstTarget::Reached { beyond: -missing }
        })
    }
}

/// Returns whether the sign of a target is in doubt: a catalogue of reductions asks for a saving.
fn is_doubtful(target: Amount) -> bool {
    target > Amount::ZERO
}
