//! Planned and realised: what has come of a plan up to `Status pr.`, and what the rest of the year must deliver.

use super::{ActionPlan, FocusArea};
use crate::domain::{Amount, Month, Remainder, Spread, Total, spread};

/// What was planned and what was realised up to a month, in kroner; negative reduces the overspend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FollowUp {
    /// Planned up to and including the month.
    pub planned: Total,
    /// Realised up to and including the month.
    pub realised: Total,
    /// Expected for the whole year: realised up to the month, planned after it.
    pub expected: Total,
}

impl FollowUp {
    /// Afvigelse: realised minus planned, in kroner. Positive: less was saved than planned.
    #[must_use]
    pub fn deviation(self) -> Total {
        self.realised - self.planned
    }
}

/// What the months that are left must deliver for the year to end at zero, in kroner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needed {
    /// How many months are left.
    pub months: usize,
    /// Each of them but the last; whole kroner.
    pub each: Amount,
    /// The last of them, with the remainder.
    pub last: Amount,
    /// All of them.
    pub total: Amount,
}

/// The expected overspend at one point of the year, in kroner; positive = overspend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinePoint {
    /// At the end of this month; `None` is the start of the year.
    pub month: Option<Month>,
    /// If everything went as planned.
    pub planned: Total,
    /// With what was realised up to `Status pr.`, and as planned after it.
    pub expected: Total,
}

impl FocusArea {
    /// Planned, realised and expected up to a month.
    #[must_use]
    pub fn follow_up(&self, status: Month) -> FollowUp {
        FollowUp {
            planned: self.planned_through(status),
            realised: self.realised_through(status),
            expected: self.expected_total(Some(status)),
        }
    }
}

impl ActionPlan {
    /// Planned, realised and expected up to a month, of all rows.
    #[must_use]
    pub fn follow_up(&self, status: Month) -> FollowUp {
        let nothing = FollowUp {
            planned: Total::Blank,
            realised: Total::Blank,
            expected: Total::Blank,
        };
        self.focus_areas.iter().fold(nothing, |sum, row| {
            let row = row.follow_up(status);
            FollowUp {
                planned: sum.planned + row.planned,
                realised: sum.realised + row.realised,
                expected: sum.expected + row.expected,
            }
        })
    }

    /// What all rows are planned to give after a month, in kroner.
    #[must_use]
    pub fn planned_after(&self, month: Month) -> Total {
        let later = Month::ALL.into_iter().filter(|&other| other > month);
        later.map(|month| self.month_total(month)).sum()
    }

    /// Alle indsatser in a month, as it counts in the forecast, in kroner: realised or planned.
    #[must_use]
    pub fn counted_in(&self, month: Month) -> Total {
        let counted = |row: &FocusArea| row.counted(month, self.status).map(Total::from);
        self.focus_areas.iter().filter_map(counted).sum()
    }

    /// What each month that is left must deliver for this year to end at zero, by the rule of [`spread`]. `None`
    /// while the start or what was realised is unknown, while the start is in doubt, and when no month is left.
    #[must_use]
    pub fn needed(&self) -> Option<Needed> {
        if self.doubtful_start().is_some() {
            return None;
        }
        let first = self.status.map_or(0, |status| status.index() + 1);
        let from = *Month::ALL.get(first)?;
        let realised = self
            .status
            .map_or(Total::Blank, |status| self.follow_up(status).realised);
        let level = Total::of_typed(&self.overspend_at_start)? + realised;
        let total = -level.amount()?;
        let parts = spread(&Spread {
            amount: total,
            from,
            to: Month::December,
            remainder: Remainder::Last,
        })
        .ok()?;
        let [.., last] = parts;
        Some(Needed {
            months: Month::ALL.len() - first,
            each: parts.get(first).copied().flatten()?,
            last: last?,
            total,
        })
    }

    /// The expected overspend from the start level down, month by month. The last point is the forecast. `None`
    /// while nothing is typed at start.
    #[must_use]
    pub fn month_by_month(&self) -> Option<Vec<LinePoint>> {
        let start = Total::of_typed(&self.overspend_at_start)?;
        let mut line = vec![LinePoint {
            month: None,
            planned: start,
            expected: start,
        }];
        for month in Month::ALL {
            let before = line.last()?;
            line.push(LinePoint {
                month: Some(month),
                planned: before.planned + self.month_total(month),
                expected: before.expected + self.counted_in(month),
            });
        }
        Some(line)
    }
}
