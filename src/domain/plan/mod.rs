//! Handleplan: its entries, and the figures that follow from them.

mod closing;
mod coverage;
mod doubt;
mod field;
mod focus_area;
mod followup;
mod stated;
mod update;

pub use closing::Unreported;
pub use coverage::Coverage;
pub use doubt::DoubtfulOverspend;
pub use field::{HeadField, PlanField};
pub use focus_area::{FocusArea, FocusAreaField, ProposalSource, RowText};
pub use followup::{FollowUp, LinePoint, Needed};
pub use stated::{StatedDifference, StatedSum};
pub use update::{CloseError, ClosedUpdate, ClosedUpdates, HistoryEntry, HistoryKind};

use super::{Amount, Date, Dismissal, Entry, Id, Month, Timestamp, Total, Year, limits};

/// A plan is required when the expected overspend exceeds this: 100.000 kr.
pub const PLAN_REQUIRED_ABOVE: i64 = 100_000;

/// Handleplan: what a unit does about an expected overspend in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionPlan {
    /// The document's identity.
    pub id: Id,
    /// When somebody last changed it.
    pub changed_at: Timestamp,
    /// The plan's year; the forecast is dated its 31 December.
    pub year: Entry<Year>,
    /// Center.
    pub department: String,
    /// Ansvarlig, of the center.
    pub department_responsible: String,
    /// Virksomhed / område.
    pub unit: String,
    /// Ansvarlig, of the unit.
    pub unit_responsible: String,
    /// Opstart af handleplan.
    pub started_on: Entry<Date>,
    /// Forventet merforbrug ved opstart af handleplan, in kroner; positive = overspend.
    pub overspend_at_start: Entry<Amount>,
    /// Opdateret, as typed; see [`ActionPlan::last_updated_on`].
    pub updated_on: Entry<Date>,
    /// Forventet merforbrug ved sidste opdatering, as typed, in kroner; positive = overspend. See
    /// [`ActionPlan::overspend_at_last_update`].
    pub overspend_at_update: Entry<Amount>,
    /// Overført merforbrug fra sidste år, in kroner; positive = overspend. Apart from this year's.
    pub carried_over: Entry<Amount>,
    /// Årsag til merforbrug.
    pub cause: String,
    /// Sagsnummer.
    pub case_number: String,
    /// The rows of the plan, in order.
    pub focus_areas: Vec<FocusArea>,
    /// Sum rows that pasted tables stated.
    pub stated_sums: Vec<StatedSum>,
    /// Status pr.: the last month whose effects are realised. Up to it, realised amounts count.
    pub status: Option<Month>,
    /// The last month that is closed: up to it, cells are locked against typing.
    pub closed_through: Option<Month>,
    /// The updates that were closed.
    pub updates: ClosedUpdates,
    /// Ansøgt tillægsbevilling: what the council is asked to add, in kroner; positive.
    pub appropriation: Entry<Amount>,
    /// Where that money is to come from.
    pub appropriation_financing: String,
    /// Advice that somebody has weighed and put aside.
    pub dismissed: Vec<Dismissal>,
}

impl ActionPlan {
    /// An empty form for a year, with one empty row to begin in.
    #[must_use]
    pub fn blank(id: Id, changed_at: Timestamp, year: Entry<Year>) -> Self {
        Self {
            id,
            changed_at,
            year,
            department: String::new(),
            department_responsible: String::new(),
            unit: String::new(),
            unit_responsible: String::new(),
            started_on: Entry::Blank,
            overspend_at_start: Entry::Blank,
            updated_on: Entry::Blank,
            overspend_at_update: Entry::Blank,
            cause: String::new(),
            case_number: String::new(),
            focus_areas: vec![FocusArea::blank(Id::random())],
            carried_over: Entry::Blank,
            stated_sums: Vec::new(),
            status: None,
            closed_through: None,
            updates: ClosedUpdates::default(),
            appropriation: Entry::Blank,
            appropriation_financing: String::new(),
            dismissed: Vec::new(),
        }
    }

    /// The row with this identity.
    #[must_use]
    pub fn focus_area(&self, id: Id) -> Option<&FocusArea> {
        self.focus_areas.iter().find(|row| row.id == id)
    }

    /// The row with this identity, to be changed.
    pub fn focus_area_mut(&mut self, id: Id) -> Option<&mut FocusArea> {
        self.focus_areas.iter_mut().find(|row| row.id == id)
    }

    /// The place of a row, 0 for the first.
    #[must_use]
    pub fn position(&self, id: Id) -> Option<usize> {
        self.focus_areas.iter().position(|row| row.id == id)
    }

    /// Whether another focus area may be added ([`limits::FOCUS_AREAS`]).
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.focus_areas.len() < limits::FOCUS_AREAS
    }

    /// Alle indsatser in a month as planned, in kroner.
    #[must_use]
    pub fn month_total(&self, month: Month) -> Total {
        Total::of(self.focus_areas.iter().filter_map(|row| row.effect(month)))
    }

    /// Alle indsatser i alt as planned: the effect of every row in every month, in kroner.
    #[must_use]
    pub fn planned_effect(&self) -> Total {
        self.focus_areas.iter().map(FocusArea::planned_total).sum()
    }

    /// The effect of every row over the year, in kroner: realised up to and including `Status pr.`, planned after it.
    #[must_use]
    pub fn expected_effect(&self) -> Total {
        let expected = |row: &FocusArea| row.expected_total(self.status);
        self.focus_areas.iter().map(expected).sum()
    }

    /// The places of the rows that are described but have no amount yet, 0 for the first.
    #[must_use]
    pub fn without_amount(&self) -> Vec<usize> {
        let rows = self.focus_areas.iter().enumerate();
        rows.filter(|(_, row)| row.has_no_amount_yet())
            .map(|(place, _)| place)
            .collect()
    }

    /// Forventet merforbrug efter denne opdatering: at start + the expected effect, in kroner; positive =
    /// overspend. This year's only: what was carried over is apart. `None` while nothing is typed at start: an
    /// unknown overspend is not an overspend of nothing.
    #[must_use]
    pub fn forecast(&self) -> Option<Total> {
        Total::of_typed(&self.overspend_at_start).map(|start| start + self.expected_effect())
    }

    /// Whether the expected overspend, at start or at the latest update, makes a plan required; `None` while
    /// neither is known. What is typed at start counts only where it is not in doubt.
    #[must_use]
    pub fn is_required(&self) -> Option<bool> {
        let at_start = self.overspend_at_start.value();
        let at_start = at_start.filter(|_| self.doubtful_start().is_none());
        let at_update = self.overspend_at_last_update().and_then(Total::amount);
        [at_start, at_update]
            .into_iter()
            .flatten()
            .map(|overspend| overspend > Amount::from_kroner(PLAN_REQUIRED_ABOVE))
            .reduce(|one, other| one || other)
    }

    /// Takes over what the closed months of another state of the plan hold, row by row.
    pub fn keep_closed_months(&mut self, of: &Self) {
        let closed = of.closed_through.map_or(0, |month| month.index() + 1);
        for row in &mut self.focus_areas {
            let Some(kept) = of.focus_area(row.id) else {
                continue;
            };
            let effects = row.effects.iter_mut().zip(&kept.effects);
            let realised = row.realised.iter_mut().zip(&kept.realised);
            for (cell, kept) in effects.take(closed).chain(realised.take(closed)) {
                cell.clone_from(kept);
            }
        }
    }

    /// Whether the cells of a month are locked against typing.
    #[must_use]
    pub fn is_closed(&self, month: Month) -> bool {
        self.closed_through.is_some_and(|closed| month <= closed)
    }
}
