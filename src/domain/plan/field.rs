use super::{ActionPlan, FocusAreaField, RowText};
use crate::domain::{
    AmountRole, Audience, Description, FieldKind, Fields, FormField, Id, Month, Period, Slot,
    SlotMut,
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

/// A place in the plan form that somebody fills in.
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
            Self::Head(field) => field.describe(),
            Self::Text(row, text) => FocusAreaField::Text(text).describe().of_row(row),
            Self::Effect(row, month) => FocusAreaField::Effect(month).describe().of_row(row),
            Self::Realised(row, month) => FocusAreaField::Realised(month).describe().of_row(row),
            Self::StatedTotal(row) => FocusAreaField::StatedTotal.describe().of_row(row),
        }
    }
}

impl HeadField {
    fn describe(self) -> Description {
        // A plan is not published.
        let new = |name, kind| Description::new(name, kind, Audience::Staff);
        let text = |name| new(name, FieldKind::Text);
        let amount = |name, role| new(name, FieldKind::Amount(role, Period::Whole));
        match self {
            Self::Year => new("year", FieldKind::Year),
            Self::Department => text("department"),
            Self::DepartmentResponsible => text("department-responsible"),
            Self::Unit => text("unit"),
            Self::UnitResponsible => text("unit-responsible"),
            Self::StartedOn => new("started-on", FieldKind::Date),
            Self::OverspendAtStart => amount("overspend-at-start", AmountRole::Level),
            Self::UpdatedOn => new("updated-on", FieldKind::Date),
            Self::OverspendAtUpdate => amount("overspend-at-update", AmountRole::Level),
            Self::CarriedOver => amount("carried-over", AmountRole::Level),
            Self::Cause => text("cause"),
            Self::Appropriation => amount("appropriation", AmountRole::Level),
            Self::AppropriationFinancing => text("appropriation-financing"),
            Self::CaseNumber => text("case-number"),
        }
    }
}

impl Fields for ActionPlan {
    type Field = PlanField;

    fn fields(&self) -> Vec<PlanField> {
        Self::fields(self).collect()
    }

    fn slot(&self, field: PlanField) -> Option<Slot<'_>> {
        let (row, field) = match field {
            PlanField::Head(field) => {
                return Some(match field {
                    HeadField::Year => Slot::Year(&self.year),
                    HeadField::Department => Slot::Text(&self.department),
                    HeadField::DepartmentResponsible => Slot::Text(&self.department_responsible),
                    HeadField::Unit => Slot::Text(&self.unit),
                    HeadField::UnitResponsible => Slot::Text(&self.unit_responsible),
                    HeadField::StartedOn => Slot::Date(&self.started_on),
                    HeadField::OverspendAtStart => Slot::Amount(&self.overspend_at_start),
                    HeadField::UpdatedOn => Slot::Date(&self.updated_on),
                    HeadField::OverspendAtUpdate => Slot::Amount(&self.overspend_at_update),
                    HeadField::CarriedOver => Slot::Amount(&self.carried_over),
                    HeadField::Cause => Slot::Text(&self.cause),
                    HeadField::Appropriation => Slot::Amount(&self.appropriation),
                    HeadField::AppropriationFinancing => Slot::Text(&self.appropriation_financing),
                    HeadField::CaseNumber => Slot::Text(&self.case_number),
                });
            }
            PlanField::Text(row, text) => (row, FocusAreaField::Text(text)),
            PlanField::Effect(row, month) => (row, FocusAreaField::Effect(month)),
            PlanField::Realised(row, month) => (row, FocusAreaField::Realised(month)),
            PlanField::StatedTotal(row) => (row, FocusAreaField::StatedTotal),
        };
        self.focus_area(row)?.slot(field)
    }

    fn slot_mut(&mut self, field: PlanField) -> Option<SlotMut<'_>> {
        let (row, field) = match field {
            PlanField::Head(field) => {
                return Some(match field {
                    HeadField::Year => SlotMut::Year(&mut self.year),
                    HeadField::Department => SlotMut::Text(&mut self.department),
                    HeadField::DepartmentResponsible => {
                        SlotMut::Text(&mut self.department_responsible)
                    }
                    HeadField::Unit => SlotMut::Text(&mut self.unit),
                    HeadField::UnitResponsible => SlotMut::Text(&mut self.unit_responsible),
                    HeadField::StartedOn => SlotMut::Date(&mut self.started_on),
                    HeadField::OverspendAtStart => SlotMut::Amount(&mut self.overspend_at_start),
                    HeadField::UpdatedOn => SlotMut::Date(&mut self.updated_on),
                    HeadField::OverspendAtUpdate => SlotMut::Amount(&mut self.overspend_at_update),
                    HeadField::CarriedOver => SlotMut::Amount(&mut self.carried_over),
                    HeadField::Cause => SlotMut::Text(&mut self.cause),
                    HeadField::Appropriation => SlotMut::Amount(&mut self.appropriation),
                    HeadField::AppropriationFinancing => {
                        SlotMut::Text(&mut self.appropriation_financing)
                    }
                    HeadField::CaseNumber => SlotMut::Text(&mut self.case_number),
                });
            }
            PlanField::Text(row, text) => (row, FocusAreaField::Text(text)),
            PlanField::Effect(row, month) => (row, FocusAreaField::Effect(month)),
            PlanField::Realised(row, month) => (row, FocusAreaField::Realised(month)),
            PlanField::StatedTotal(row) => (row, FocusAreaField::StatedTotal),
        };
        self.focus_area_mut(row)?.slot_mut(field)
    }
}

impl ActionPlan {
    /// Every field, in the order of the form: the head, then the texts, then the matrix. Realised amounts have a field
    /// only up to `Status pr.`: what was typed in a later month counts for nothing and is not shown.
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
