use super::Form;
use super::kind::PROPOSAL_UNIT;
use super::paste::{Paste, Source, paste_years};
use crate::danish::AmountUnit;
use crate::domain::{AmountRow, Proposal, ProposalField, StaffRow, StatedFigure, YEARS};

impl Form for Proposal {
    const UNIT: AmountUnit = PROPOSAL_UNIT;

    fn cell(&self, _grid: ProposalField, row: usize, column: usize) -> Option<ProposalField> {
        if column >= YEARS {
            return None;
        }
        let amount = AmountRow::ALL.get(row).copied();
        let staff = || {
            let row = row.checked_sub(AmountRow::ALL.len())?;
            StaffRow::ALL.get(row).copied()
        };
        amount
            .map(|row| ProposalField::Amount(row, column))
            .or_else(|| staff().map(|row| ProposalField::Staff(row, column)))
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
        match field {
            ProposalField::Amount(row, year) => {
                Some((AmountRow::ALL.iter().position(|&other| other == row)?, year))
            }
            ProposalField::Staff(row, year) => {
                let row = StaffRow::ALL.iter().position(|&other| other == row)?;
                Some((AmountRow::ALL.len() + row, year))
            }
            _ => None,
        }
    }
}
