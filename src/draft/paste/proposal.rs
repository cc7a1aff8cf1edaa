//! The rows of a proposal's table, as tables name them.

use super::years::{Named, YearGrid};
use crate::domain::{
    AmountRow, Entry, Proposal, ProposalField, StaffRow, StatedFigure, YEARS, Year,
};

/// The row of the grid that a row of amounts is.
fn amounts(row: AmountRow) -> Option<usize> {
    AmountRow::ALL.iter().position(|&other| other == row)
}

/// The row of the grid that a row of staff is.
fn staff(row: StaffRow) -> Option<usize> {
    let place = StaffRow::ALL.iter().position(|&other| other == row)?;
    Some(AmountRow::ALL.len() + place)
}

impl YearGrid for Proposal {
    fn named(_grid: ProposalField, name: &str) -> Option<Named> {
        let rows = [
            ("nuværende budget", amounts(AmountRow::CurrentBudget)),
            ("budgetændring drift", amounts(AmountRow::OperatingChange)),
            ("estimeret gevinst", amounts(AmountRow::EstimatedGain)),
            ("investeringsbehov", amounts(AmountRow::InvestmentNeed)),
            (
                "berørte antal medarbejdere",
                staff(StaffRow::EmployeesAffected),
            ),
            (
                "ændring i antal årsværk",
                staff(StaffRow::FullTimeEquivalents),
            ),
        ];
        if name.starts_with("ændringsforslag i alt") {
            return Some(Named::Sum);
        }
        rows.into_iter()
            .find(|(row, _)| name.starts_with(row))
            .and_then(|(_, row)| row)
            .map(Named::Row)
    }

    fn likely(_grid: ProposalField, name: &str) -> Option<usize> {
        let rows = [
            (
                ["gevinst", "besparelse", "reduktion"].as_slice(),
                amounts(AmountRow::EstimatedGain),
            ),
            (&["investering"], amounts(AmountRow::InvestmentNeed)),
            (&["årsværk"], staff(StaffRow::FullTimeEquivalents)),
            (&["medarbejder"], staff(StaffRow::EmployeesAffected)),
            (&["budgetændring"], amounts(AmountRow::OperatingChange)),
            (&["budget"], amounts(AmountRow::CurrentBudget)),
        ];
        rows.into_iter()
            .find(|(words, _)| words.iter().any(|word| name.contains(word)))
            .and_then(|(_, row)| row)
    }

    fn sum(_grid: ProposalField, column: usize) -> Option<ProposalField> {
        Some(ProposalField::Stated(if column < YEARS {
            StatedFigure::NetChange(column)
        } else {
            StatedFigure::NetChangeTotal
        }))
    }

    const FIRST_YEAR: ProposalField = ProposalField::FirstYear;

    fn first_year(&self) -> &Entry<Year> {
        &self.first_year
    }
}
