//! The sum rows of pasted tables, and where they differ from the rows of the plan.

use super::{ActionPlan, FocusArea};
use crate::domain::{Amount, Entry, Id, Month, StatedDifference, Total};

/// The sum row of a pasted table: what its source states that some rows add up to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedSum {
    /// Its identity within the plan.
    pub id: Id,
    /// The rows that were pasted with it, and that it is a sum of.
    pub rows: Vec<Id>,
    /// The stated sum of each month, in kroner.
    pub months: [Entry<Amount>; 12],
    /// The stated grand total, in kroner.
    pub total: Entry<Amount>,
}

impl ActionPlan {
    /// Returns where a stated sum row differs from its rows: by month, and in all (`None`).
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let plan = slagelse.plan("Børn og Familie", 2023);
    /// let sum = StatedSum {
    ///     id: Id::random(),
    ///     rows: vec![plan.focus_areas[8].id],
    ///     months: Default::default(),
    ///     total: Entry::Value(Amount::from_kroner(-1_000_000)),
    /// };
    /// // Months of which nothing is stated do not differ.
    /// let [(month, difference)] = plan.stated_sum_differences(&sum).try_into().unwrap();
    /// assert_eq!(month, None);
    /// assert_eq!(difference.computed, Amount::from_kroner(-999_996));
    /// ```
    #[must_use]
    pub fn stated_sum_differences(
        &self,
        sum: &StatedSum,
    ) -> Vec<(Option<Month>, StatedDifference)> {
        let rows = || {
            let is_summed = |row: &&FocusArea| sum.rows.contains(&row.id);
            self.focus_areas.iter().filter(is_summed)
        };
        let by_month = Month::ALL
            .into_iter()
            .zip(&sum.months)
            .map(|(month, stated)| {
                let computed = Total::of(rows().filter_map(|row| row.effect(month)));
                (Some(month), StatedDifference::between(stated, computed))
            });
        let in_all = rows().map(FocusArea::planned_total).sum();
        let in_all = (None, StatedDifference::between(&sum.total, in_all));
        by_month
            .chain(std::iter::once(in_all))
            .filter_map(|(month, difference)| Some((month, difference?)))
            .collect()
    }
}
