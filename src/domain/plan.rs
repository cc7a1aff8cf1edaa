use super::{Amount, Date, Entry, Id, Month, Timestamp, Total, Year, limits};

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
    /// Opdateret.
    pub updated_on: Entry<Date>,
    /// Forventet merforbrug ved sidste opdatering, in kroner; positive = overspend.
    pub overspend_at_update: Entry<Amount>,
    /// Årsag til merforbrug.
    pub cause: String,
    /// Sagsnummer.
    pub case_number: String,
    /// The rows of the plan, in order.
    pub focus_areas: Vec<FocusArea>,
}

/// Indsatsområde: one row of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FocusArea {
    /// The row's identity within its plan.
    pub id: Id,
    /// Indsatsområde.
    pub area: String,
    /// Konkrete mål.
    pub goal: String,
    /// Handling og indsats.
    pub action: String,
    /// Konsekvenser.
    pub consequences: String,
    /// Økonomisk effekt, January to December, in kroner; negative reduces the overspend.
    pub effects: [Entry<Amount>; 12],
}

/// A text of a focus area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowText {
    /// Indsatsområde.
    Area,
    /// Konkrete mål.
    Goal,
    /// Handling og indsats.
    Action,
    /// Konsekvenser.
    Consequences,
}

impl RowText {
    /// In the form's order.
    pub const ALL: [Self; 4] = [Self::Area, Self::Goal, Self::Action, Self::Consequences];

    /// This text of a row.
    #[must_use]
    pub fn of(self, row: &FocusArea) -> &String {
        match self {
            Self::Area => &row.area,
            Self::Goal => &row.goal,
            Self::Action => &row.action,
            Self::Consequences => &row.consequences,
        }
    }

    /// This text of a row, to be changed.
    pub fn of_mut(self, row: &mut FocusArea) -> &mut String {
        match self {
            Self::Area => &mut row.area,
            Self::Goal => &mut row.goal,
            Self::Action => &mut row.action,
            Self::Consequences => &mut row.consequences,
        }
    }
}

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
    /// Årsag til merforbrug.
    Cause,
    /// Sagsnummer.
    CaseNumber,
}

impl HeadField {
    /// In the form's order.
    pub const ALL: [Self; 11] = [
        Self::Year,
        Self::Department,
        Self::DepartmentResponsible,
        Self::Unit,
        Self::UnitResponsible,
        Self::StartedOn,
        Self::OverspendAtStart,
        Self::UpdatedOn,
        Self::OverspendAtUpdate,
        Self::Cause,
        Self::CaseNumber,
    ];
}

/// A place in the plan form that somebody fills in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlanField {
    /// A field of the head.
    Head(HeadField),
    /// A text of a focus area.
    Text(Id, RowText),
    /// The effect of a focus area in a month.
    Effect(Id, Month),
}

impl FocusArea {
    /// An empty row.
    #[must_use]
    pub fn blank(id: Id) -> Self {
        Self {
            id,
            area: String::new(),
            goal: String::new(),
            action: String::new(),
            consequences: String::new(),
            effects: Default::default(),
        }
    }

    /// Indsats i alt: the row's effect over the year, in kroner.
    #[must_use]
    pub fn total(&self) -> Total {
        Total::of(&self.effects)
    }

    /// The effect in a month.
    #[must_use]
    pub fn effect(&self, month: Month) -> Option<&Entry<Amount>> {
        self.effects.get(month.index())
    }

    /// Whether nothing at all was entered in the row.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        RowText::ALL
            .iter()
            .all(|text| text.of(self).trim().is_empty())
            && self.effects.iter().all(Entry::is_blank)
    }
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

    /// Alle indsatser in a month, in kroner.
    #[must_use]
    pub fn month_total(&self, month: Month) -> Total {
        Total::of(self.focus_areas.iter().filter_map(|row| row.effect(month)))
    }

    /// Alle indsatser i alt: the effect of every row in every month, in kroner.
    #[must_use]
    pub fn total_effect(&self) -> Total {
        self.focus_areas.iter().map(FocusArea::total).sum()
    }

    /// Forventet merforbrug efter denne opdatering: at start + every effect, in kroner; positive = overspend.
    /// `None` while nothing is typed at start: an unknown overspend is not an overspend of nothing.
    #[must_use]
    pub fn forecast(&self) -> Option<Total> {
        (!self.overspend_at_start.is_blank())
            .then(|| Total::from(&self.overspend_at_start) + self.total_effect())
    }

    /// Whether the expected overspend, at start or at the latest update, makes a plan required; `None` while
    /// neither is known.
    #[must_use]
    pub fn is_required(&self) -> Option<bool> {
        [&self.overspend_at_start, &self.overspend_at_update]
            .into_iter()
            .filter_map(Entry::value)
            .map(|overspend| overspend > Amount::from_kroner(PLAN_REQUIRED_ABOVE))
            .reduce(|one, other| one || other)
    }

    /// Every field, in the order of the form: the head, then the texts, then the matrix.
    pub fn fields(&self) -> impl Iterator<Item = PlanField> {
        let texts = self
            .focus_areas
            .iter()
            .flat_map(|row| RowText::ALL.map(|text| PlanField::Text(row.id, text)));
        let effects = self
            .focus_areas
            .iter()
            .flat_map(|row| Month::ALL.map(|month| PlanField::Effect(row.id, month)));
        HeadField::ALL
            .into_iter()
            .map(PlanField::Head)
            .chain(texts)
            .chain(effects)
    }
}
