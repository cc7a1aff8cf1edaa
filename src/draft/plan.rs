use super::paste::{Paste, Source, paste_plan};
use super::{
    EntryError, Form, amount_entry, amount_error, amount_shown, date_entry, date_error, date_shown,
    text_error, year_entry, year_error, year_shown,
};
use crate::danish::{AmountUnit, Direction};
use crate::domain::{ActionPlan, Amount, Entry, FocusArea, HeadField, Id, Month, PlanField};

const UNIT: AmountUnit = AmountUnit::Kroner;

impl Form for ActionPlan {
    type Field = PlanField;

    fn name(field: PlanField) -> String {
        field.name()
    }

    fn shown(&self, field: PlanField) -> String {
        match field {
            PlanField::Head(HeadField::Year) => year_shown(&self.year),
            PlanField::Head(HeadField::StartedOn) => date_shown(&self.started_on),
            PlanField::Head(HeadField::UpdatedOn) => date_shown(&self.updated_on),
            _ => match self.amount(field) {
                Some(amount) => amount_shown(amount, UNIT),
                None => self.text(field).cloned().unwrap_or_default(),
            },
        }
    }

    fn enter(&mut self, field: PlanField, typed: &str) {
        if self.is_locked(field) {
            return;
        }
        if let Some(amount) = self.amount_mut(field) {
            *amount = amount_entry(typed, UNIT);
            return;
        }
        match field {
            PlanField::Head(field) => match field {
                HeadField::Year => self.year = year_entry(typed),
                HeadField::StartedOn => self.started_on = date_entry(typed),
                HeadField::UpdatedOn => self.updated_on = date_entry(typed),
                HeadField::Department => typed.clone_into(&mut self.department),
                HeadField::DepartmentResponsible => {
                    typed.clone_into(&mut self.department_responsible);
                }
                HeadField::Unit => typed.clone_into(&mut self.unit),
                HeadField::UnitResponsible => typed.clone_into(&mut self.unit_responsible),
                HeadField::Cause => typed.clone_into(&mut self.cause),
                HeadField::AppropriationFinancing => {
                    typed.clone_into(&mut self.appropriation_financing);
                }
                HeadField::CaseNumber => typed.clone_into(&mut self.case_number),
                HeadField::OverspendAtStart
                | HeadField::OverspendAtUpdate
                | HeadField::CarriedOver
                | HeadField::Appropriation => {}
            },
            PlanField::Text(row, text) => {
                if let Some(row) = self.focus_area_mut(row) {
                    typed.clone_into(text.of_mut(row));
                }
            }
            PlanField::Effect(..) | PlanField::Realised(..) | PlanField::StatedTotal(_) => {}
        }
    }

    fn error(&self, field: PlanField) -> Option<EntryError> {
        match field {
            PlanField::Head(HeadField::Year) => year_error(&self.year),
            PlanField::Head(HeadField::StartedOn) => date_error(&self.started_on),
            PlanField::Head(HeadField::UpdatedOn) => date_error(&self.updated_on),
            _ => match self.amount(field) {
                Some(amount) => amount_error(amount, UNIT),
                None => text_error(self.text(field)?),
            },
        }
    }

    fn fields(&self) -> Vec<PlanField> {
        ActionPlan::fields(self).collect()
    }

    fn is_change(field: PlanField) -> bool {
        matches!(
            field,
            PlanField::Effect(..) | PlanField::Realised(..) | PlanField::StatedTotal(_)
        )
    }

    fn direction(field: PlanField) -> Option<Direction> {
        // An effect reduces the overspend.
        Self::is_change(field).then_some(Direction::Saves)
    }

    fn unit(field: PlanField) -> Option<AmountUnit> {
        let is_amount = match field {
            PlanField::Head(field) => matches!(
                field,
                HeadField::OverspendAtStart
                    | HeadField::OverspendAtUpdate
                    | HeadField::CarriedOver
                    | HeadField::Appropriation
            ),
            PlanField::Text(..) => false,
            PlanField::Effect(..) | PlanField::Realised(..) | PlanField::StatedTotal(_) => true,
        };
        is_amount.then_some(UNIT)
    }

    fn is_stated(field: PlanField) -> bool {
        matches!(field, PlanField::StatedTotal(_))
    }

    fn is_locked(&self, field: PlanField) -> bool {
        match field {
            PlanField::Effect(_, month) | PlanField::Realised(_, month) => self.is_closed(month),
            PlanField::Head(_) | PlanField::Text(..) | PlanField::StatedTotal(_) => false,
        }
    }

    fn cell(&self, grid: PlanField, row: usize, column: usize) -> Option<PlanField> {
        let row = self.focus_areas.get(row)?.id;
        let month = *Month::ALL.get(column)?;
        match grid {
            PlanField::Effect(..) => Some(PlanField::Effect(row, month)),
            // Only months that have passed have a realised amount.
            PlanField::Realised(..) => {
                (self.status >= Some(month)).then_some(PlanField::Realised(row, month))
            }
            PlanField::Head(_) | PlanField::Text(..) | PlanField::StatedTotal(_) => None,
        }
    }

    fn stated(&self, grid: PlanField, row: usize, column: usize) -> Option<PlanField> {
        let row = self.focus_areas.get(row)?;
        let is_total = matches!(grid, PlanField::Effect(..)) && column == Month::ALL.len();
        is_total.then_some(PlanField::StatedTotal(row.id))
    }

    fn position(&self, field: PlanField) -> Option<(usize, usize)> {
        match field {
            PlanField::Effect(row, month) | PlanField::Realised(row, month) => {
                Some((ActionPlan::position(self, row)?, month.index()))
            }
            PlanField::Head(_) | PlanField::Text(..) | PlanField::StatedTotal(_) => None,
        }
    }

    fn grow(&mut self, grid: PlanField) -> bool {
        let grows = matches!(grid, PlanField::Effect(..)) && self.has_room();
        if grows {
            self.focus_areas.push(FocusArea::blank(Id::random()));
        }
        grows
    }

    fn paste_table(
        &mut self,
        start: PlanField,
        block: &Source,
        captions: usize,
        paste: &mut Paste<'_, PlanField>,
    ) -> bool {
        paste_plan(self, start, block, captions, paste)
    }
}

impl ActionPlan {
    /// The amount in a field, where it holds one.
    fn amount(&self, field: PlanField) -> Option<&Entry<Amount>> {
        match field {
            PlanField::Head(HeadField::OverspendAtStart) => Some(&self.overspend_at_start),
            PlanField::Head(HeadField::OverspendAtUpdate) => Some(&self.overspend_at_update),
            PlanField::Head(HeadField::CarriedOver) => Some(&self.carried_over),
            PlanField::Head(HeadField::Appropriation) => Some(&self.appropriation),
            PlanField::Head(_) | PlanField::Text(..) => None,
            PlanField::Effect(row, month) => self.focus_area(row)?.effect(month),
            PlanField::Realised(row, month) => self.focus_area(row)?.realised_in(month),
            PlanField::StatedTotal(row) => Some(&self.focus_area(row)?.stated_total),
        }
    }

    fn amount_mut(&mut self, field: PlanField) -> Option<&mut Entry<Amount>> {
        match field {
            PlanField::Head(HeadField::OverspendAtStart) => Some(&mut self.overspend_at_start),
            PlanField::Head(HeadField::OverspendAtUpdate) => Some(&mut self.overspend_at_update),
            PlanField::Head(HeadField::CarriedOver) => Some(&mut self.carried_over),
            PlanField::Head(HeadField::Appropriation) => Some(&mut self.appropriation),
            PlanField::Head(_) | PlanField::Text(..) => None,
            PlanField::Effect(row, month) => {
                self.focus_area_mut(row)?.effects.get_mut(month.index())
            }
            PlanField::Realised(row, month) => {
                self.focus_area_mut(row)?.realised.get_mut(month.index())
            }
            PlanField::StatedTotal(row) => Some(&mut self.focus_area_mut(row)?.stated_total),
        }
    }

    /// The text in a field, where it holds one.
    fn text(&self, field: PlanField) -> Option<&String> {
        match field {
            PlanField::Head(field) => match field {
                HeadField::Department => Some(&self.department),
                HeadField::DepartmentResponsible => Some(&self.department_responsible),
                HeadField::Unit => Some(&self.unit),
                HeadField::UnitResponsible => Some(&self.unit_responsible),
                HeadField::Cause => Some(&self.cause),
                HeadField::AppropriationFinancing => Some(&self.appropriation_financing),
                HeadField::CaseNumber => Some(&self.case_number),
                HeadField::Year
                | HeadField::StartedOn
                | HeadField::UpdatedOn
                | HeadField::OverspendAtStart
                | HeadField::OverspendAtUpdate
                | HeadField::CarriedOver
                | HeadField::Appropriation => None,
            },
            PlanField::Text(row, text) => Some(text.of(self.focus_area(row)?)),
            PlanField::Effect(..) | PlanField::Realised(..) | PlanField::StatedTotal(_) => None,
        }
    }
}
