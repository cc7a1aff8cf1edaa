use super::{ActionPlan, RowText};
use crate::domain::{Id, Month};

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

    fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Department => "department",
            Self::DepartmentResponsible => "department-responsible",
            Self::Unit => "unit",
            Self::UnitResponsible => "unit-responsible",
            Self::StartedOn => "started-on",
            Self::OverspendAtStart => "overspend-at-start",
            Self::UpdatedOn => "updated-on",
            Self::OverspendAtUpdate => "overspend-at-update",
            Self::CarriedOver => "carried-over",
            Self::Cause => "cause",
            Self::Appropriation => "appropriation",
            Self::AppropriationFinancing => "appropriation-financing",
            Self::CaseNumber => "case-number",
        }
    }
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

impl PlanField {
    /// A name for the field, unique in the form: letters, digits and hyphens. Dismissed advice names its field so
    /// in files, too: a name never changes.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Head(field) => field.name().to_owned(),
            Self::Text(row, text) => {
                let text = match text {
                    RowText::Area => "area",
                    RowText::Goal => "goal",
                    RowText::Action => "action",
                    RowText::Consequences => "consequences",
                };
                format!("{text}-{row}")
            }
            Self::Effect(row, month) => format!("effect-{row}-{}", month.index() + 1),
            Self::Realised(row, month) => format!("realised-{row}-{}", month.index() + 1),
            Self::StatedTotal(row) => format!("stated-total-{row}"),
        }
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
