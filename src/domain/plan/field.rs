use super::{ActionPlan, FocusAreaField, RowText};
use crate::domain::Audience::Staff;
use crate::domain::field::{Access, Row, described, row_of};
use crate::domain::{
    AmountRole, Description, FieldKind, Fields, FormField, Id, Month, Period, Slot, SlotMut,
};

/// A field in a plan's head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HeadField {
    /// The plan's year.
    Year,
    /// Center.
    Department,
    /// Ansvarlig, of the center.
    DepartmentResponsible,
    /// Virksomhed / område.
    Unit,
    /// Ansvarlig, of the unit.
    UnitResponsible,
    /// Opstart af handleplan.
    StartedOn,
    /// Forventet merforbrug ved opstart af handleplan.
    OverspendAtStart,
    /// Opdateret.
    UpdatedOn,
    /// Forventet merforbrug ved sidste opdatering.
    OverspendAtUpdate,
    /// Overført merforbrug fra sidste år.
    CarriedOver,
    /// Årsag til merforbrug.
    Cause,
    /// Ansøgt tillægsbevilling.
    Appropriation,
    /// Finansiering af tillægsbevillingen.
    AppropriationFinancing,
    /// Sagsnummer.
    CaseNumber,
}

impl HeadField {
    /// In the form's order.
    pub const ALL: [Self; 14] = [
        Self::Year,
        Self::Department,
        Self::DepartmentResponsible,
        Self::Unit,
        Self::UnitResponsible,
        Self::StartedOn,
        Self::OverspendAtStart,
        Self::UpdatedOn,
        Self::OverspendAtUpdate,
        Self::CarriedOver,
        Self::Cause,
        Self::Appropriation,
        Self::AppropriationFinancing,
        Self::CaseNumber,
    ];
}

/// A field of the plan form.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut plan = slagelse.blank_plan();
/// let row = plan.focus_areas[0].id;
/// plan.enter(PlanField::Effect(row, Month::July), "-250 t.kr.");
/// assert_eq!(plan.month_total(Month::July), Total::from(Amount::from_kroner(-250_000)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlanField {
    /// A field outside the rows.
    Head(HeadField),
    /// A text of a focus area.
    Text(Id, RowText),
    /// The planned effect of a focus area in a month.
    Effect(Id, Month),
    /// The realised effect of a focus area in a month.
    Realised(Id, Month),
    /// The total of a focus area, as the source of a pasted table states it.
    StatedTotal(Id),
}

impl FormField for PlanField {
    fn describe(self) -> Description {
        match self {
            Self::Head(field) => described(&HEAD, field),
            Self::Text(row, text) => FocusAreaField::Text(text).describe().of_row(row),
            Self::Effect(row, month) => FocusAreaField::Effect(month).describe().of_row(row),
            Self::Realised(row, month) => FocusAreaField::Realised(month).describe().of_row(row),
            Self::StatedTotal(row) => FocusAreaField::StatedTotal.describe().of_row(row),
        }
    }
}

const LEVEL: FieldKind = FieldKind::Amount(AmountRole::Level, Period::Whole);

/// The fields outside the rows. A plan is not published.
static HEAD: [Row<ActionPlan, HeadField>; HeadField::ALL.len()] = [
    Row::new(
        HeadField::Year,
        "year",
        FieldKind::Year,
        Staff,
        Access::Year(|of| &of.year, |of| &mut of.year),
    ),
    Row::new(
        HeadField::Department,
        "department",
        FieldKind::Line,
        Staff,
        Access::Text(|of| &of.department, |of| &mut of.department),
    ),
    Row::new(
        HeadField::DepartmentResponsible,
        "department-responsible",
        FieldKind::Line,
        Staff,
        Access::Text(
            |of| &of.department_responsible,
            |of| &mut of.department_responsible,
        ),
    ),
    Row::new(
        HeadField::Unit,
        "unit",
        FieldKind::Line,
        Staff,
        Access::Text(|of| &of.unit, |of| &mut of.unit),
    ),
    Row::new(
        HeadField::UnitResponsible,
        "unit-responsible",
        FieldKind::Line,
        Staff,
        Access::Text(|of| &of.unit_responsible, |of| &mut of.unit_responsible),
    ),
    Row::new(
        HeadField::StartedOn,
        "started-on",
        FieldKind::Date,
        Staff,
        Access::Date(|of| &of.started_on, |of| &mut of.started_on),
    ),
    Row::new(
        HeadField::OverspendAtStart,
        "overspend-at-start",
        LEVEL,
        Staff,
        Access::Amount(|of| &of.overspend_at_start, |of| &mut of.overspend_at_start),
    ),
    Row::new(
        HeadField::UpdatedOn,
        "updated-on",
        FieldKind::Date,
        Staff,
        Access::Date(|of| &of.updated_on, |of| &mut of.updated_on),
    ),
    Row::new(
        HeadField::OverspendAtUpdate,
        "overspend-at-update",
        LEVEL,
        Staff,
        Access::Amount(
            |of| &of.overspend_at_update,
            |of| &mut of.overspend_at_update,
        ),
    ),
    Row::new(
        HeadField::CarriedOver,
        "carried-over",
        LEVEL,
        Staff,
        Access::Amount(|of| &of.carried_over, |of| &mut of.carried_over),
    ),
    Row::new(
        HeadField::Cause,
        "cause",
        FieldKind::Text,
        Staff,
        Access::Text(|of| &of.cause, |of| &mut of.cause),
    ),
    Row::new(
        HeadField::Appropriation,
        "appropriation",
        LEVEL,
        Staff,
        Access::Amount(|of| &of.appropriation, |of| &mut of.appropriation),
    ),
    Row::new(
        HeadField::AppropriationFinancing,
        "appropriation-financing",
        FieldKind::Line,
        Staff,
        Access::Text(
            |of| &of.appropriation_financing,
            |of| &mut of.appropriation_financing,
        ),
    ),
    Row::new(
        HeadField::CaseNumber,
        "case-number",
        FieldKind::Line,
        Staff,
        Access::Text(|of| &of.case_number, |of| &mut of.case_number),
    ),
];

impl Fields for ActionPlan {
    type Field = PlanField;

    fn fields(&self) -> Vec<PlanField> {
        Self::fields(self).collect()
    }

    fn slot(&self, field: PlanField) -> Option<Slot<'_>> {
        let (row, field) = match field {
            PlanField::Head(field) => return Some(row_of(&HEAD, field)?.slot(self)),
            PlanField::Text(row, text) => (row, FocusAreaField::Text(text)),
            PlanField::Effect(row, month) => (row, FocusAreaField::Effect(month)),
            PlanField::Realised(row, month) => (row, FocusAreaField::Realised(month)),
            PlanField::StatedTotal(row) => (row, FocusAreaField::StatedTotal),
        };
        self.focus_area(row)?.slot(field)
    }

    fn slot_mut(&mut self, field: PlanField) -> Option<SlotMut<'_>> {
        let (row, field) = match field {
            PlanField::Head(field) => return Some(row_of(&HEAD, field)?.slot_mut(self)),
            PlanField::Text(row, text) => (row, FocusAreaField::Text(text)),
            PlanField::Effect(row, month) => (row, FocusAreaField::Effect(month)),
            PlanField::Realised(row, month) => (row, FocusAreaField::Realised(month)),
            PlanField::StatedTotal(row) => (row, FocusAreaField::StatedTotal),
        };
        self.focus_area_mut(row)?.slot_mut(field)
    }
}

impl ActionPlan {
    /// Returns every field, in the order of the form: the head, then the texts, then the matrix. A realised amount has
    /// a field only up to `Status pr.`: one in a later month counts for nothing and is not shown.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.blank_plan();
    /// let realised = |plan: &ActionPlan| plan.fields().filter(|field| matches!(field, PlanField::Realised(..))).count();
    /// assert_eq!(realised(&plan), 0);
    /// plan.status = Some(Month::March);
    /// assert_eq!(realised(&plan), 3);
    /// ```
    pub fn fields(&self) -> impl Iterator<Item = PlanField> {
        let ids = || self.focus_areas.iter().map(|row| row.id);
        let texts = ids().flat_map(|id| RowText::ALL.map(|text| PlanField::Text(id, text)));
        let cells = ids().flat_map(|id| {
            let planned = Month::ALL.map(|month| PlanField::Effect(id, month));
            let realised = Month::ALL
                .into_iter()
                .filter(|&month| self.status >= Some(month))
                .map(move |month| PlanField::Realised(id, month));
            let stated = std::iter::once(PlanField::StatedTotal(id));
            planned.into_iter().chain(realised).chain(stated)
        });
        HeadField::ALL
            .into_iter()
            .map(PlanField::Head)
            .chain(texts)
            .chain(cells)
    }
}
