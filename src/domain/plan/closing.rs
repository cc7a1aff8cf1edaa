//! What is to be known before an update is closed: what was not reported, and the date that it is closed on.

use super::{ActionPlan, ClosedUpdate, FocusArea};
use crate::domain::{Date, Month, Total};

/// A row that has no realised amount in months that count as realised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreported {
    /// The row's place, 0 for the first.
    pub row: usize,
    /// The months for which something is planned and nothing was reported, in order; at least one.
    pub months: Vec<Month>,
    /// What is planned in those months, in kroner; negative reduces the overspend. None of it is in the forecast.
    pub planned: Total,
}

impl ActionPlan {
    /// The rows that have no realised amount in some month up to `Status pr.` for which something is planned. Such a month
    /// counts as nothing in the forecast: what was planned in it is not counted on any more.
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

    /// The date that is proposed for an update: today within the plan's year. Outside it, the last day of `Status pr.` or,
    /// without one, the day of that year nearest to today. Never before the last closed update.
    #[must_use]
    pub fn proposed_closing_date(&self, today: Date) -> Date {
        let proposed = self.within_year(today).unwrap_or(today);
        match self.updates.last().map(ClosedUpdate::closed_on) {
            Some(last) => proposed.max(last),
            None => proposed,
        }
    }

    /// The date of an update in the plan's year; `None` while that is blank or cannot be read.
    fn within_year(&self, today: Date) -> Option<Date> {
        let year = i32::from(self.year.value()?.number());
        if today.year() == year {
            return Some(today);
        }
        let month = match self.status {
            Some(status) => u8::try_from(status.index() + 1).ok()?,
            None if today.year() < year => {
                return Date::from_calendar_date(year, time::Month::January, 1).ok();
            }
            None => 12,
        };
        let month = time::Month::try_from(month).ok()?;
        Date::from_calendar_date(year, month, month.length(year)).ok()
    }
}
