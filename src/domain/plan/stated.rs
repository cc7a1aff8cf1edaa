//! What the source of a pasted table states about its own sums. It is kept beside the cells, never computed with,
//! and never corrected: where the two differ, both are shown.

use super::{ActionPlan, FocusArea};
use crate::domain::{Amount, Entry, Id, Month, Total};

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

/// A stated total that the cells do not give, in kroner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatedDifference {
    /// What the source states.
    pub stated: Amount,
    /// What the cells give.
    pub computed: Amount,
}

impl StatedDifference {
    /// The difference between what was stated and what the cells give, if both are known and there is one.
    #[must_use]
    pub fn between(stated: &Entry<Amount>, computed: Total) -> Option<Self> {
        let (stated, computed) = (stated.value()?, computed.counted()?);
        (stated != computed).then_some(Self { stated, computed })
    }

    /// What would have to be added to the cells, in kroner.
    #[must_use]
    pub fn difference(self) -> Amount {
        self.stated - self.computed
    }
}

impl ActionPlan {
    /// Where a stated sum row differs from its rows: by month, or in all (`None`).
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
