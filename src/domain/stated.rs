//! What the source of a pasted table states about its own sums. It is kept beside the cells, never computed with,
//! and never corrected: where the two differ, both are shown.

use super::{Amount, Entry, Total};

/// A stated total that differs from what the cells give, in kroner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatedDifference {
    /// What the source states.
    pub stated: Amount,
    /// What the cells give.
    pub computed: Amount,
}

impl StatedDifference {
    /// Returns the stated total beside the computed one where they differ; `None` where they agree or one of them is
    /// unknown. Blank cells give 0.
    ///
    /// ```
    /// use raaderum::domain::{Amount, Entry, StatedDifference, Total};
    ///
    /// // Printed 2.614.018 for eight rows that give 2.612.000: a spreadsheet added the heading 2018.
    /// let printed = Entry::Value(Amount::from_kroner(2_614_018));
    /// let rows = Total::from(Amount::from_kroner(2_612_000));
    /// let difference = StatedDifference::between(&printed, rows).unwrap();
    /// assert_eq!(difference.difference(), Amount::from_kroner(2_018));
    /// ```
    ///
    /// ```
    /// use raaderum::domain::{Amount, Entry, StatedDifference, Total};
    ///
    /// let printed = Entry::Value(Amount::ZERO);
    /// assert_eq!(StatedDifference::between(&printed, Total::Blank), None);
    /// assert_eq!(StatedDifference::between(&printed, Total::Incomplete), None);
    /// assert_eq!(StatedDifference::between(&Entry::Blank, Total::ZERO), None);
    /// ```
    #[must_use]
    pub fn between(stated: &Entry<Amount>, computed: Total) -> Option<Self> {
        let (stated, computed) = (stated.value()?, computed.counted()?);
        (stated != computed).then_some(Self { stated, computed })
    }

    /// Returns the stated total minus the computed one, in kroner: what would have to be added to the cells.
    #[must_use]
    pub fn difference(self) -> Amount {
        self.stated - self.computed
    }
}
