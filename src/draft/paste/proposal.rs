//! The rows of a proposal's table, as tables name them.

use super::years::{Named, YearGrid};
use crate::domain::{
    AmountRow, Entry, Proposal, ProposalField, StaffRow, StatedFigure, YEARS, Year,
};

/// What the names of the rows begin with on the form.
const NAMES: [(&str, ProposalField); 6] = [
    ("nuværende budget", amount(AmountRow::CurrentBudget)),
    ("budgetændring drift", amount(AmountRow::OperatingChange)),
    ("estimeret gevinst", amount(AmountRow::EstimatedGain)),
    ("investeringsbehov", amount(AmountRow::InvestmentNeed)),
    (
        "berørte antal medarbejdere",
        staff(StaffRow::EmployeesAffected),
    ),
    (
        "ændring i antal årsværk",
        staff(StaffRow::FullTimeEquivalents),
    ),
];

/// What other names of the rows are likely to contain; the first that one contains counts.
const LIKELY: [(&str, ProposalField); 8] = [
    ("gevinst", amount(AmountRow::EstimatedGain)),
    ("besparelse", amount(AmountRow::EstimatedGain)),
    ("reduktion", amount(AmountRow::EstimatedGain)),
    ("investering", amount(AmountRow::InvestmentNeed)),
    ("årsværk", staff(StaffRow::FullTimeEquivalents)),
    ("medarbejder", staff(StaffRow::EmployeesAffected)),
    ("budgetændring", amount(AmountRow::OperatingChange)),
    ("budget", amount(AmountRow::CurrentBudget)),
];

const fn amount(row: AmountRow) -> ProposalField {
    ProposalField::Amount(row, 0)
}

const fn staff(row: StaffRow) -> ProposalField {
    ProposalField::Staff(row, 0)
}

/// Returns the row of the grid with this field of the budget year.
fn row_of(field: ProposalField) -> Option<usize> {
    ProposalField::of_year(0).position(|other| other == field)
}

impl YearGrid for Proposal {
    fn named(_grid: ProposalField, name: &str) -> Option<Named> {
        if name.starts_with("ændringsforslag i alt") {
            return Some(Named::Sum);
        }
        let (_, field) = NAMES.into_iter().find(|(row, _)| name.starts_with(row))?;
        row_of(field).map(Named::Row)
    }

    fn likely(_grid: ProposalField, name: &str) -> Option<usize> {
        let (_, field) = LIKELY.into_iter().find(|(word, _)| name.contains(word))?;
        row_of(field)
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
