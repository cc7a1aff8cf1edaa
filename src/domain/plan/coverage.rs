//! How a plan ends: covered, or with what is missing named.

use super::{ActionPlan, DoubtfulOverspend, FocusArea};
use crate::domain::{Amount, Total, limits};

/// How much of an overspend is covered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Coverage {
    /// Nothing is typed at start, or something cannot be read.
    Unknown,
    /// The overspend at start is in doubt, so nothing can be said.
    Doubtful(DoubtfulOverspend),
    /// This much is missing, in kroner; plus.
    Missing(Amount),
    /// Less than [`limits::ROUNDING_KRONER`] is missing, which comes from rounding.
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
    /// Returns what must be covered in all, in kroner: this year's forecast and the overspend carried over from last
    /// year. Positive: it is missing. `None` where nothing is typed at start.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Havrebjerg", 2022);
    /// plan.enter(PlanField::Head(HeadField::CarriedOver), "233.433");
    /// assert_eq!(plan.to_cover(), Some(Total::from(Amount::from_kroner(2_000_000))));
    /// // This year's forecast is apart from it.
    /// assert_eq!(plan.forecast(), Some(Total::from(Amount::from_kroner(1_766_567))));
    /// ```
    #[must_use]
    pub fn to_cover(&self) -> Option<Total> {
        self.forecast()
            .map(|forecast| forecast + Total::from(&self.carried_over))
    }

    /// Returns what remains to be covered if the supplementary appropriation that is applied for is granted, in kroner.
    /// Positive: it is missing all the same.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Havrebjerg", 2022);
    /// plan.enter(PlanField::Head(HeadField::Appropriation), "1.766.567");
    /// assert_eq!(plan.remaining(), Some(Total::ZERO));
    /// assert_eq!(plan.coverage_after_appropriation(), Coverage::Covered { left_over: Amount::ZERO });
    /// ```
    #[must_use]
    pub fn remaining(&self) -> Option<Total> {
        self.to_cover()
            .map(|missing| missing - Total::from(&self.appropriation))
    }

    /// Returns how much of the overspend the plan covers.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let plan = slagelse.plan("Havrebjerg", 2022);
    /// assert_eq!(plan.coverage(), Coverage::Missing(Amount::from_kroner(1_766_567)));
    /// ```
    ///
    /// The 4 kr. that Slagelse's plan for 2023 lacks are the rounding of its ninth row, not a deficit. With December
    /// mended, nothing is missing:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Børn og Familie", 2023);
    /// let rounding = Coverage::Rounding { missing: Amount::from_kroner(4), rows: vec![8] };
    /// assert_eq!(plan.coverage(), rounding);
    /// let december = PlanField::Effect(plan.focus_areas[8].id, Month::December);
    /// plan.enter(december, "-83.337");
    /// assert_eq!(plan.coverage(), Coverage::Covered { left_over: Amount::ZERO });
    /// ```
    ///
    /// From 100 kr. on it is a deficit:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.blank_plan();
    /// plan.enter(PlanField::Head(HeadField::OverspendAtStart), "99");
    /// assert!(matches!(plan.coverage(), Coverage::Rounding { .. }));
    /// plan.enter(PlanField::Head(HeadField::OverspendAtStart), "100");
    /// assert_eq!(plan.coverage(), Coverage::Missing(Amount::from_kroner(100)));
    /// ```
    ///
    /// A negative overspend at start is not called covered before it is clear that it is meant:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.blank_plan();
    /// plan.enter(PlanField::Head(HeadField::OverspendAtStart), "-26.050.000");
    /// assert_eq!(plan.coverage(), Coverage::Doubtful(DoubtfulOverspend::Negative));
    /// ```
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        self.coverage_of(self.to_cover())
    }

    /// Returns how much of the overspend is covered if the supplementary appropriation that is applied for is granted.
    #[must_use]
    pub fn coverage_after_appropriation(&self) -> Coverage {
        self.coverage_of(self.remaining())
    }

    /// Returns how this year ends by itself, without what was carried over from last year.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.blank_plan();
    /// plan.enter(PlanField::Head(HeadField::OverspendAtStart), "0");
    /// plan.enter(PlanField::Head(HeadField::CarriedOver), "500.000");
    /// assert_eq!(plan.coverage_of_forecast(), Coverage::Covered { left_over: Amount::ZERO });
    /// assert_eq!(plan.coverage(), Coverage::Missing(Amount::from_kroner(500_000)));
    /// ```
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

    /// Returns the indices of the rows whose effects differ from whole thousands of kroner by rounding, if these
    /// differences add up to just what is missing; none otherwise.
    fn rounded_rows(&self, missing: Amount) -> Vec<usize> {
        let rows = self.focus_areas.iter().enumerate();
        let rounded: Vec<(usize, Amount)> = rows
            .filter_map(|(index, row)| Some((index, self.rounding(row)?)))
            .collect();
        let sum: Amount = rounded.iter().map(|&(_, lost)| lost).sum();
        if sum == missing {
            rounded.into_iter().map(|(index, _)| index).collect()
        } else {
            Vec::new()
        }
    }

    /// Returns what a row saves less than a whole number of thousands, in kroner, if that is a rounding difference.
    fn rounding(&self, row: &FocusArea) -> Option<Amount> {
        let effect = row.expected_total(self.status).amount()?;
        let lost = effect - effect.nearest_thousand();
        let bound = Amount::from_kroner(limits::ROUNDING_KRONER);
        (!lost.is_zero() && lost < bound && -lost < bound).then_some(lost)
    }
}
