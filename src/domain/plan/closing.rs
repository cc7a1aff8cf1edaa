//! What must be known before an update is closed: what was not reported, and the date on which it is closed.

use super::{ActionPlan, ClosedUpdate, FocusArea};
use crate::domain::{Date, Month, Total, invariant};

/// A row without realised amounts in months that count as realised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreported {
    /// The row's index in the plan.
    pub row: usize,
    /// The months for which something is planned and nothing was reported, in order; at least one.
    pub months: Vec<Month>,
    /// What is planned in those months, in kroner; negative reduces the overspend. None of it is in the forecast.
    pub planned: Total,
}

impl ActionPlan {
    /// Returns the rows without a realised amount in some month up to `Status pr.` for which something is planned. Such
    /// a month counts as nothing in the forecast: what was planned in it is no longer expected.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Havrebjerg", 2022);
    /// assert!(plan.unreported().is_empty());
    /// plan.status = Some(Month::September);
    /// let [row] = plan.unreported().try_into().unwrap();
    /// assert_eq!((row.row, row.months), (0, vec![Month::August, Month::September]));
    /// assert_eq!(row.planned, Total::from(Amount::from_kroner(-4_000)));
    /// ```
    ///
    /// A zero is reported: nothing came of it.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Havrebjerg", 2022);
    /// plan.status = Some(Month::August);
    /// plan.enter(PlanField::Realised(plan.focus_areas[0].id, Month::August), "0");
    /// assert!(plan.unreported().is_empty());
    /// ```
    #[must_use]
    pub fn unreported(&self) -> Vec<Unreported> {
        let Some(status) = self.status else {
            return Vec::new();
        };
        let of_row = |(row, area): (usize, &FocusArea)| {
            let months: Vec<Month> = area.unreported(status).collect();
            let planned = months.iter().filter_map(|&month| area.effect(month));
            let planned = Total::of(planned);
            (!months.is_empty()).then_some(Unreported {
                row,
                months,
                planned,
            })
        };
        self.focus_areas
            .iter()
            .enumerate()
            .filter_map(of_row)
            .collect()
    }

    /// Returns the date that is proposed for an update: today, if it lies in the plan's year. Otherwise the last day of
    /// `Status pr.` or, without a status, the day of the plan's year nearest to today. Never a date before the last
    /// closed update.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Børn og Familie", 2023);
    /// assert_eq!(plan.proposed_closing_date(date(2023, 6, 9)), date(2023, 6, 9));
    /// assert_eq!(plan.proposed_closing_date(date(2024, 1, 8)), date(2023, 12, 31));
    /// plan.status = Some(Month::November);
    /// assert_eq!(plan.proposed_closing_date(date(2024, 1, 8)), date(2023, 11, 30));
    /// ```
    #[must_use]
    pub fn proposed_closing_date(&self, today: Date) -> Date {
        let proposed = self.within_year(today).unwrap_or(today);
        match self.updates.last().map(ClosedUpdate::closed_on) {
            Some(last) => proposed.max(last),
            None => proposed,
        }
    }

    /// Returns the date of an update in the plan's year; `None` where that is blank or cannot be read.
    fn within_year(&self, today: Date) -> Option<Date> {
        let year = i32::from(self.year.value()?.number());
        if today.year() == year {
            return Some(today);
        }
        let month = match self.status {
            Some(status) => u8::try_from(status.index() + 1).ok(),
            None if today.year() < year => {
                let first = Date::from_calendar_date(year, time::Month::January, 1);
                return invariant(first.ok(), "a year begins");
            }
            None => Some(12),
        };
        let month = month.and_then(|month| time::Month::try_from(month).ok());
        let month = invariant(month, "a year has twelve months")?;
        let last = Date::from_calendar_date(year, month, month.length(year));
        invariant(last.ok(), "a month has a last day")
    }
}
