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
pub use stated::StatedSum;
pub use update::{CloseError, ClosedUpdate, ClosedUpdates, HistoryEntry, HistoryKind};

use super::{Amount, Date, Dismissal, Entry, Id, Month, Timestamp, Total, Year, limits};

/// The expected overspend above which a plan is required: 100.000 kr.
pub const PLAN_REQUIRED_ABOVE: i64 = 100_000;

/// Handleplan: what a unit does about an expected overspend in one year. Its amounts are in kroner.
///
/// Slagelse's plan for 2023 was printed on two pages, and each subtracted its own sum from the whole overspend:
/// 4.200.000 and 21.850.000 seemed to be left. As one plan, 4 kr. are left:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let plan = slagelse.plan("Børn og Familie", 2023);
/// assert_eq!(plan.overspend_at_start, Entry::Value(Amount::from_kroner(26_050_000)));
/// assert_eq!(plan.planned_effect(), Total::from(Amount::from_kroner(-26_049_996)));
/// assert_eq!(plan.forecast(), Some(Total::from(Amount::from_kroner(4))));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionPlan {
    /// The document's identity.
    pub id: Id,
    /// When the document was last changed.
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
    /// Opdateret, as typed.
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
    /// Finansiering af tillægsbevillingen: where that money is to come from.
    pub appropriation_financing: String,
    /// Advice that was considered and dismissed.
    pub dismissed: Vec<Dismissal>,
}

impl ActionPlan {
    /// Returns an empty form for a year, with one empty row to begin in.
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

    /// Returns the row with this identity.
    #[must_use]
    pub fn focus_area(&self, id: Id) -> Option<&FocusArea> {
        self.focus_areas.iter().find(|row| row.id == id)
    }

    /// Returns the row with this identity, to be changed.
    pub fn focus_area_mut(&mut self, id: Id) -> Option<&mut FocusArea> {
        self.focus_areas.iter_mut().find(|row| row.id == id)
    }

    /// Returns the index of the row with this identity.
    #[must_use]
    pub fn position(&self, id: Id) -> Option<usize> {
        self.focus_areas.iter().position(|row| row.id == id)
    }

    /// Returns whether another focus area may be added ([`limits::FOCUS_AREAS`]).
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.focus_areas.len() < limits::FOCUS_AREAS
    }

    /// Returns Alle indsatser in a month as planned, in kroner; negative reduces the overspend.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let havrebjerg = slagelse.plan("Havrebjerg", 2022);
    /// assert_eq!(havrebjerg.month_total(Month::January), Total::Blank);
    /// assert_eq!(havrebjerg.month_total(Month::August), Total::from(Amount::from_kroner(-2_000)));
    /// assert_eq!(havrebjerg.month_total(Month::December), Total::from(Amount::from_kroner(-274_000)));
    /// ```
    #[must_use]
    pub fn month_total(&self, month: Month) -> Total {
        Total::of(self.focus_areas.iter().filter_map(|row| row.effect(month)))
    }

    /// Returns Alle indsatser i alt as planned: the effect of every row in every month, in kroner; negative reduces the
    /// overspend.
    #[must_use]
    pub fn planned_effect(&self) -> Total {
        self.focus_areas.iter().map(FocusArea::planned_total).sum()
    }

    /// Returns the effect of every row over the year, in kroner: realised up to and including `Status pr.`, planned
    /// after it.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Havrebjerg", 2022);
    /// assert_eq!(plan.expected_effect(), Total::from(Amount::from_kroner(-282_000)));
    /// // From the status on, only what was realised counts: nothing so far.
    /// plan.status = Some(Month::December);
    /// assert_eq!(plan.expected_effect(), Total::Blank);
    /// ```
    #[must_use]
    pub fn expected_effect(&self) -> Total {
        let expected = |row: &FocusArea| row.expected_total(self.status);
        self.focus_areas.iter().map(expected).sum()
    }

    /// Returns the places of the rows that are described and have no amount yet, 0 for the first.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// // Slagelse 2022: 83,1 mio. kr. expected, three rows, and not one effect.
    /// let plan = slagelse.plan("Børn og Familie", 2022);
    /// assert_eq!(plan.without_amount(), [0, 1, 2]);
    /// // An empty row is not described.
    /// assert!(slagelse.blank_plan().without_amount().is_empty());
    /// ```
    #[must_use]
    pub fn without_amount(&self) -> Vec<usize> {
        let rows = self.focus_areas.iter().enumerate();
        rows.filter(|(_, row)| row.has_no_amount_yet())
            .map(|(index, _)| index)
            .collect()
    }

    /// Returns Forventet merforbrug efter denne opdatering: at start + the expected effect, in kroner; positive =
    /// overspend. What was carried over from last year is no part of it. `None` where nothing is typed at start: an
    /// unknown overspend is not an overspend of nothing.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let havrebjerg = slagelse.plan("Havrebjerg", 2022);
    /// assert_eq!(havrebjerg.forecast(), Some(Total::from(Amount::from_kroner(1_766_567))));
    /// // `kr. 1.586.691` broke the original's sum.
    /// let familiehusene = slagelse.plan("Familiehusene", 2022);
    /// assert_eq!(familiehusene.forecast(), Some(Total::from(Amount::from_kroner(1_304_691))));
    /// ```
    ///
    /// An empty matrix leaves the overspend as it is, and a start that cannot be read leaves the forecast open:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Børn og Familie", 2022);
    /// assert_eq!(plan.forecast(), Some(Total::from(Amount::from_kroner(83_100_000))));
    /// plan.enter(PlanField::Head(HeadField::OverspendAtStart), "ca. 83 mio.");
    /// assert_eq!(plan.forecast(), Some(Total::Incomplete));
    /// plan.enter(PlanField::Head(HeadField::OverspendAtStart), "");
    /// assert_eq!(plan.forecast(), None);
    /// ```
    #[must_use]
    pub fn forecast(&self) -> Option<Total> {
        Total::of_typed(&self.overspend_at_start).map(|start| start + self.expected_effect())
    }

    /// Returns whether a plan is required: whether the overspend expected at start or at the latest update exceeds
    /// [`PLAN_REQUIRED_ABOVE`]. `None` where neither is known. An overspend at start that is in doubt does not count.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.blank_plan();
    /// let start = PlanField::Head(HeadField::OverspendAtStart);
    /// assert_eq!(plan.is_required(), None);
    /// plan.enter(start, "100.000");
    /// assert_eq!(plan.is_required(), Some(false));
    /// plan.enter(start, "100.000,01");
    /// assert_eq!(plan.is_required(), Some(true));
    /// ```
    ///
    /// `26,1` may stand for millions, so it does not say that no plan is required:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.blank_plan();
    /// plan.enter(PlanField::Head(HeadField::OverspendAtStart), "26,1");
    /// assert_eq!(plan.is_required(), None);
    /// ```
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

    /// Copies from another state of the plan the cells of the months that are closed there, row by row.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut closed = slagelse.plan("Havrebjerg", 2022);
    /// closed.closed_through = Some(Month::August);
    /// // A state from before it was closed is brought back, with another amount in August.
    /// let mut earlier = slagelse.plan("Havrebjerg", 2022);
    /// earlier.focus_areas[0].effects[7] = Entry::Value(Amount::from_kroner(-9_000));
    /// earlier.keep_closed_months(&closed);
    /// assert_eq!(earlier.focus_areas[0].effects[7], Entry::Value(Amount::from_kroner(-2_000)));
    /// ```
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

    /// Returns whether a month is closed: whether its cells are locked against typing.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Havrebjerg", 2022);
    /// plan.closed_through = Some(Month::August);
    /// assert!(plan.is_closed(Month::August) && !plan.is_closed(Month::September));
    ///
    /// let august = PlanField::Effect(plan.focus_areas[0].id, Month::August);
    /// plan.enter(august, "-9.000");
    /// assert_eq!(plan.amount(august), Some(Amount::from_kroner(-2_000)));
    /// ```
    #[must_use]
    pub fn is_closed(&self, month: Month) -> bool {
        self.closed_through.is_some_and(|closed| month <= closed)
    }
}
