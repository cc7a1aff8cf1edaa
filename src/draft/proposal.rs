use super::Form;
use super::kind::PROPOSAL_UNIT;
use super::paste::{Paste, Source, paste_years};
use crate::danish::AmountUnit;
use crate::domain::{AmountRow, Proposal, ProposalField, StatedFigure, YEARS};

impl Form for Proposal {
    const UNIT: AmountUnit = PROPOSAL_UNIT;

    fn cell(&self, _grid: ProposalField, row: usize, column: usize) -> Option<ProposalField> {
        let mut fields = ProposalField::of_year(column);
        fields.nth(row).filter(|_| column < YEARS)
    }

    fn stated(&self, _grid: ProposalField, row: usize, column: usize) -> Option<ProposalField> {
        let row = *AmountRow::ALL.get(row)?;
        let is_sum = column == YEARS && AmountRow::CHANGES.contains(&row);
        is_sum.then_some(ProposalField::Stated(StatedFigure::Row(row)))
    }

    fn paste_table(
        &mut self,
        start: ProposalField,
        block: &Source,
        captions: usize,
        paste: &mut Paste<'_, ProposalField>,
    ) -> bool {
        paste_years(self, start, block, captions, paste)
    }

    fn position(&self, field: ProposalField) -> Option<(usize, usize)> {
        let (ProposalField::Amount(_, year) | ProposalField::Staff(_, year)) = field else {
            return None;
        };
        let row = ProposalField::of_year(year).position(|other| other == field)?;
        Some((row, year))
    }
}
