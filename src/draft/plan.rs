use super::Form;
use super::paste::{Paste, Source, paste_plan};
use crate::danish::AmountUnit;
use crate::domain::{ActionPlan, FocusArea, Id, Month, PlanField};

impl Form for ActionPlan {
    const UNIT: AmountUnit = AmountUnit::Kroner;

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
