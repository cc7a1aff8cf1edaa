//! Planned and realised: what came of a plan up to `Status pr.`, and what the rest of the year must give.

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
    /// Returns Afvigelse: realised minus planned, in kroner. Positive: less was saved than planned.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut row = slagelse.plan("Børn og Familie", 2023).focus_areas[0].clone();
    /// row.realised[0] = Entry::Value(Amount::from_kroner(-400_000));
    /// let deviation = |month| row.follow_up(month).deviation();
    /// assert_eq!(deviation(Month::January), Total::from(Amount::from_kroner(100_000)));
    /// assert_eq!(deviation(Month::February), Total::from(Amount::from_kroner(600_000)));
    /// ```
    #[must_use]
    pub fn deviation(self) -> Total {
        self.realised - self.planned
    }
}

/// What each remaining month must give for the year to end at zero, in kroner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needed {
    /// How many months remain.
    pub months: usize,
    /// What each of them but the last must give; whole kroner.
    pub each: Amount,
    /// What the last must give, with the remainder.
    pub last: Amount,
    /// What all of them must give.
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
    /// Returns what is planned, realised and expected of the row up to a month.
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
    /// Returns what is planned, realised and expected of all rows up to a month.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Børn og Familie", 2023);
    /// plan.focus_areas[6].realised[6] = Entry::Value(Amount::from_kroner(-200_000));
    /// let july = plan.follow_up(Month::July);
    /// assert_eq!(july.realised, Total::from(Amount::from_kroner(-200_000)));
    /// assert_eq!(july.planned, plan.planned_effect() - plan.planned_after(Month::July));
    /// ```
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

    /// Returns what all rows are planned to give after a month, in kroner; negative reduces the overspend.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let havrebjerg = slagelse.plan("Havrebjerg", 2022);
    /// assert_eq!(havrebjerg.planned_after(Month::November), Total::from(Amount::from_kroner(-274_000)));
    /// assert_eq!(havrebjerg.planned_after(Month::December), Total::Blank);
    /// ```
    #[must_use]
    pub fn planned_after(&self, month: Month) -> Total {
        let later = Month::ALL.into_iter().filter(|&other| other > month);
        later.map(|month| self.month_total(month)).sum()
    }

    /// Returns Alle indsatser in a month as it counts in the forecast, in kroner: realised up to and including `Status
    /// pr.`, planned after it.
    #[must_use]
    pub fn counted_in(&self, month: Month) -> Total {
        let counted = |row: &FocusArea| row.counted(month, self.status).map(Total::from);
        self.focus_areas.iter().filter_map(counted).sum()
    }

    /// Returns what each remaining month must give for this year to end at zero, by the rule of [`spread`]. `None`
    /// where the start or what was realised is unknown, where the start is in doubt, and where no month remains.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.blank_plan();
    /// plan.enter(PlanField::Head(HeadField::OverspendAtStart), "1.300.000");
    /// let needed = plan.needed().unwrap();
    /// assert_eq!((needed.months, needed.each), (12, Amount::from_kroner(-108_333)));
    /// assert_eq!(needed.last, Amount::from_kroner(-108_337));
    /// ```
    ///
    /// What was realised counts, what is planned does not:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Havrebjerg", 2022);
    /// plan.enter(PlanField::Realised(plan.focus_areas[0].id, Month::October), "-48.567");
    /// plan.status = Some(Month::October);
    /// let needed = plan.needed().unwrap();
    /// assert_eq!(needed.total, Amount::from_kroner(-2_000_000));
    /// assert_eq!((needed.months, needed.each), (2, Amount::from_kroner(-1_000_000)));
    /// plan.status = Some(Month::December);
    /// assert_eq!(plan.needed(), None);
    /// ```
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

    /// Returns the expected overspend from the start level down, month by month: thirteen points, of which the last is
    /// the forecast. `None` where nothing is typed at start.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let plan = slagelse.plan("Børn og Familie", 2023);
    /// let line = plan.month_by_month().unwrap();
    /// assert_eq!(line.len(), 13);
    /// assert_eq!(line[0].expected, Total::from(Amount::from_kroner(26_050_000)));
    /// assert_eq!(Some(line[12].expected), plan.forecast());
    /// ```
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
