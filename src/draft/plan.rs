use super::{
    EntryError, Form, amount_entry, amount_error, amount_shown, date_entry, date_error, date_shown,
    year_entry, year_error, year_shown,
};
use crate::danish::AmountUnit;
use crate::domain::{ActionPlan, FocusArea, HeadField, Id, Month, PlanField, RowText};

const UNIT: AmountUnit = AmountUnit::Kroner;

impl Form for ActionPlan {
    type Field = PlanField;

    fn name(field: PlanField) -> String {
        match field {
            PlanField::Head(field) => head(field).to_owned(),
            PlanField::Text(row, text) => {
                let text = match text {
                    RowText::Area => "area",
                    RowText::Goal => "goal",
                    RowText::Action => "action",
                    RowText::Consequences => "consequences",
                };
                format!("{text}-{row}")
            }
            PlanField::Effect(row, month) => format!("effect-{row}-{}", month.index() + 1),
        }
    }

    fn shown(&self, field: PlanField) -> String {
        match field {
            PlanField::Head(field) => match field {
                HeadField::Year => year_shown(&self.year),
                HeadField::StartedOn => date_shown(&self.started_on),
                HeadField::OverspendAtStart => amount_shown(&self.overspend_at_start, UNIT),
                HeadField::UpdatedOn => date_shown(&self.updated_on),
                HeadField::OverspendAtUpdate => amount_shown(&self.overspend_at_update, UNIT),
                HeadField::Department => self.department.clone(),
                HeadField::DepartmentResponsible => self.department_responsible.clone(),
                HeadField::Unit => self.unit.clone(),
                HeadField::UnitResponsible => self.unit_responsible.clone(),
                HeadField::Cause => self.cause.clone(),
                HeadField::CaseNumber => self.case_number.clone(),
            },
            PlanField::Text(row, text) => self
                .focus_area(row)
                .map(|row| text.of(row).clone())
                .unwrap_or_default(),
            PlanField::Effect(row, month) => self
                .focus_area(row)
                .and_then(|row| row.effect(month))
                .map(|effect| amount_shown(effect, UNIT))
                .unwrap_or_default(),
        }
    }

    fn enter(&mut self, field: PlanField, typed: &str) {
        match field {
            PlanField::Head(field) => match field {
                HeadField::Year => self.year = year_entry(typed),
                HeadField::StartedOn => self.started_on = date_entry(typed),
                HeadField::OverspendAtStart => {
                    self.overspend_at_start = amount_entry(typed, UNIT);
                }
                HeadField::UpdatedOn => self.updated_on = date_entry(typed),
                HeadField::OverspendAtUpdate => {
                    self.overspend_at_update = amount_entry(typed, UNIT);
                }
                HeadField::Department => typed.clone_into(&mut self.department),
                HeadField::DepartmentResponsible => {
                    typed.clone_into(&mut self.department_responsible);
                }
                HeadField::Unit => typed.clone_into(&mut self.unit),
                HeadField::UnitResponsible => typed.clone_into(&mut self.unit_responsible),
                HeadField::Cause => typed.clone_into(&mut self.cause),
                HeadField::CaseNumber => typed.clone_into(&mut self.case_number),
            },
            PlanField::Text(row, text) => {
                if let Some(row) = self.focus_area_mut(row) {
                    typed.clone_into(text.of_mut(row));
                }
            }
            PlanField::Effect(row, month) => {
                let effect = self
                    .focus_area_mut(row)
                    .and_then(|row| row.effects.get_mut(month.index()));
                if let Some(effect) = effect {
                    *effect = amount_entry(typed, UNIT);
                }
            }
        }
    }

    fn error(&self, field: PlanField) -> Option<EntryError> {
        match field {
            PlanField::Head(HeadField::Year) => year_error(&self.year),
            PlanField::Head(HeadField::StartedOn) => date_error(&self.started_on),
            PlanField::Head(HeadField::UpdatedOn) => date_error(&self.updated_on),
            PlanField::Head(HeadField::OverspendAtStart) => {
                amount_error(&self.overspend_at_start, UNIT)
            }
            PlanField::Head(HeadField::OverspendAtUpdate) => {
                amount_error(&self.overspend_at_update, UNIT)
            }
            PlanField::Effect(row, month) => {
                amount_error(self.focus_area(row)?.effect(month)?, UNIT)
            }
            PlanField::Head(_) | PlanField::Text(..) => None,
        }
    }

    fn fields(&self) -> Vec<PlanField> {
        ActionPlan::fields(self).collect()
    }

    fn cell(&self, row: usize, column: usize) -> Option<PlanField> {
        let row = self.focus_areas.get(row)?;
        let month = Month::ALL.get(column)?;
        Some(PlanField::Effect(row.id, *month))
    }

    fn position(&self, field: PlanField) -> Option<(usize, usize)> {
        match field {
            PlanField::Effect(row, month) => {
                Some((ActionPlan::position(self, row)?, month.index()))
            }
            PlanField::Head(_) | PlanField::Text(..) => None,
        }
    }

    fn grow(&mut self) -> bool {
        let has_room = self.has_room();
        if has_room {
            self.focus_areas.push(FocusArea::blank(Id::random()));
        }
        has_room
    }

    fn shrink(&mut self, rows: usize) {
        for _ in 0..rows {
            self.focus_areas.pop_if(|row| row.is_blank());
        }
    }
}

fn head(field: HeadField) -> &'static str {
    match field {
        HeadField::Year => "year",
        HeadField::Department => "department",
        HeadField::DepartmentResponsible => "department-responsible",
        HeadField::Unit => "unit",
        HeadField::UnitResponsible => "unit-responsible",
        HeadField::StartedOn => "started-on",
        HeadField::OverspendAtStart => "overspend-at-start",
        HeadField::UpdatedOn => "updated-on",
        HeadField::OverspendAtUpdate => "overspend-at-update",
        HeadField::Cause => "cause",
        HeadField::CaseNumber => "case-number",
    }
}
