//! How a plan ends: covered, or with what is missing named.

use super::{ActionPlan, DoubtfulOverspend, FocusArea};
use crate::domain::{Amount, Total, limits};

/// How an amount that has to be covered stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Coverage {
    /// Nothing is typed at start, or something cannot be read.
    Unknown,
    /// The overspend at start is hardly what was meant, so nothing can be said.
    Doubtful(DoubtfulOverspend),
    /// So much is missing, in kroner; plus.
    Missing(Amount),
    /// So little is missing that it comes from rounding.
    Rounding {
        /// What is missing, in kroner; plus.
        missing: Amount,
        /// The places of the rows whose rounding it is, 0 for the first; none where they do not explain it.
        rows: Vec<usize>,
    },
    /// Nothing is missing.
    Covered {
        /// What is left over, in kroner; zero or plus.
        left_over: Amount,
    },
}

impl ActionPlan {
    /// What has to be covered in all, in kroner: this year's forecast and the overspend carried over from last
    /// year. Positive: it is missing. `None` while nothing is typed at start.
    #[must_use]
    pub fn to_cover(&self) -> Option<Total> {
        self.forecast()
            .map(|forecast| forecast + Total::from(&self.carried_over))
    }

    /// What remains when the supplementary appropriation that is applied for is granted, in kroner. Positive: it is
    /// missing all the same.
    #[must_use]
    pub fn remaining(&self) -> Option<Total> {
        self.to_cover()
            .map(|missing| missing - Total::from(&self.appropriation))
    }

    /// Whether the plan covers the overspend.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        self.coverage_of(self.to_cover())
    }

    /// Whether the overspend is covered when the supplementary appropriation that is applied for is granted.
    #[must_use]
    pub fn coverage_after_appropriation(&self) -> Coverage {
        self.coverage_of(self.remaining())
    }

    /// Whether this year alone ends in balance: the forecast, without what was carried over.
    #[must_use]
    pub fn coverage_of_forecast(&self) -> Coverage {
        self.coverage_of(self.forecast())
    }

    fn coverage_of(&self, total: Option<Total>) -> Coverage {
        let Some(missing) = total.and_then(Total::amount) else {
            return Coverage::Unknown;
        };
        if let Some(doubt) = self.doubtful_start() {
            return Coverage::Doubtful(doubt);
        }
        if missing <= Amount::ZERO {
            Coverage::Covered {
                left_over: -missing,
            }
        } else if missing < Amount::from_kroner(limits::ROUNDING_KRONER) {
            Coverage::Rounding {
                missing,
                rows: self.rounded_rows(missing),
            }
        } else {
            Coverage::Missing(missing)
        }
    }

    /// The places of the rows whose effects lie so little off a whole thousand kroner that this comes from rounding, where
    /// together they give just this much too little; none otherwise.
    fn rounded_rows(&self, missing: Amount) -> Vec<usize> {
        let rows = self.focus_areas.iter().enumerate();
        let rounded: Vec<(usize, Amount)> = rows
            .filter_map(|(place, row)| Some((place, self.rounding(row)?)))
            .collect();
        let sum: Amount = rounded.iter().map(|&(_, lost)| lost).sum();
        if sum == missing {
            rounded.into_iter().map(|(place, _)| place).collect()
        } else {
            Vec::new()
        }
    }

    /// What a row saves less than a whole number of thousand kroner, in kroner, where that is a rounding difference.
    fn rounding(&self, row: &FocusArea) -> Option<Amount> {
        let effect = row.expected_total(self.status).amount()?;
        let lost = effect - effect.nearest_thousand();
        let bound = Amount::from_kroner(limits::ROUNDING_KRONER);
        (!lost.is_zero() && lost < bound && -lost < bound).then_some(lost)
    }
}
