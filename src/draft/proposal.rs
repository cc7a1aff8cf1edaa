use super::{
    EntryError, Form, amount_entry, amount_error, amount_shown, entry, reason, shown, year_entry,
    year_error, year_shown,
};
use crate::danish::{AmountUnit, NumberError, print_number, read_number};
use crate::domain::{
    AmountRow, FullTimeEquivalents, HeadCount, Proposal, ProposalField, StaffRow, YEARS, limits,
};

/// Proposals are typed and shown in whole thousands.
pub const PROPOSAL_UNIT: AmountUnit = AmountUnit::Thousands;

fn read_head_count(text: &str) -> Result<Option<HeadCount>, NumberError> {
    let number = read_number(text).map_err(|error| match error {
        NumberError::TooManyDecimals(_) => NumberError::NotAHeadCount,
        other => other,
    });
    let Some(number) = number? else {
        return Ok(None);
    };
    let error = if number > limits::STAFF.into() {
        NumberError::TooLarge
    } else {
        NumberError::NotAHeadCount
    };
    HeadCount::new(number).map(Some).ok_or(error)
}

fn read_positions(text: &str) -> Result<Option<FullTimeEquivalents>, NumberError> {
    let too_fine = NumberError::TooManyDecimals(limits::STAFF_DECIMALS);
    let number = read_number(text).map_err(|error| match error {
        NumberError::TooManyDecimals(_) => too_fine.clone(),
        other => other,
    });
    let Some(number) = number? else {
        return Ok(None);
    };
    let error = if number.abs() > limits::STAFF.into() {
        NumberError::TooLarge
    } else {
        too_fine
    };
    FullTimeEquivalents::new(number).map(Some).ok_or(error)
}

impl Form for Proposal {
    type Field = ProposalField;

    fn name(field: ProposalField) -> String {
        match field {
            ProposalField::Heading => "heading".to_owned(),
            ProposalField::Department => "department".to_owned(),
            ProposalField::Appropriations => "appropriations".to_owned(),
            ProposalField::Kinds => "kinds".to_owned(),
            ProposalField::FirstYear => "first-year".to_owned(),
            ProposalField::Amount(row, year) => format!("{}-{year}", amount_row(row)),
            ProposalField::Staff(StaffRow::EmployeesAffected, year) => {
                format!("employees-affected-{year}")
            }
            ProposalField::Staff(StaffRow::FullTimeEquivalents, year) => {
                format!("full-time-equivalents-{year}")
            }
            ProposalField::Section(section) => format!("section-{}", section.index() + 1),
        }
    }

    fn shown(&self, field: ProposalField) -> String {
        match field {
            ProposalField::Heading => self.heading.clone(),
            ProposalField::Department => self.department.clone(),
            ProposalField::Appropriations => self.appropriations.clone(),
            ProposalField::Kinds => String::new(),
            ProposalField::FirstYear => year_shown(&self.first_year),
            ProposalField::Amount(row, year) => self
                .years
                .get(year)
                .map(|year| amount_shown(row.of(year), PROPOSAL_UNIT))
                .unwrap_or_default(),
            ProposalField::Staff(row, year) => self
                .years
                .get(year)
                .map(|year| match row {
                    StaffRow::EmployeesAffected => shown(&year.employees_affected, |count| {
                        print_number(count.people().into())
                    }),
                    StaffRow::FullTimeEquivalents => shown(&year.full_time_equivalents, |change| {
                        print_number(change.positions())
                    }),
                })
                .unwrap_or_default(),
            ProposalField::Section(section) => self.section(section).to_owned(),
        }
    }

    fn enter(&mut self, field: ProposalField, typed: &str) {
        match field {
            ProposalField::Heading => typed.clone_into(&mut self.heading),
            ProposalField::Department => typed.clone_into(&mut self.department),
            ProposalField::Appropriations => typed.clone_into(&mut self.appropriations),
            ProposalField::Kinds => {}
            ProposalField::FirstYear => self.first_year = year_entry(typed),
            ProposalField::Amount(row, year) => {
                if let Some(year) = self.years.get_mut(year) {
                    *row.of_mut(year) = amount_entry(typed, PROPOSAL_UNIT);
                }
            }
            ProposalField::Staff(row, year) => {
                if let Some(year) = self.years.get_mut(year) {
                    match row {
                        StaffRow::EmployeesAffected => {
                            year.employees_affected = entry(typed, read_head_count);
                        }
                        StaffRow::FullTimeEquivalents => {
                            year.full_time_equivalents = entry(typed, read_positions);
                        }
                    }
                }
            }
            ProposalField::Section(section) => {
                if let Some(text) = self.sections.get_mut(section.index()) {
                    typed.clone_into(text);
                }
            }
        }
    }

    fn error(&self, field: ProposalField) -> Option<EntryError> {
        let unfinished = EntryError::Number(NumberError::Unfinished);
        match field {
            ProposalField::FirstYear => year_error(&self.first_year),
            ProposalField::Amount(row, year) => {
                amount_error(row.of(self.years.get(year)?), PROPOSAL_UNIT)
            }
            ProposalField::Staff(StaffRow::EmployeesAffected, year) => reason(
                &self.years.get(year)?.employees_affected,
                read_head_count,
                unfinished,
            ),
            ProposalField::Staff(StaffRow::FullTimeEquivalents, year) => reason(
                &self.years.get(year)?.full_time_equivalents,
                read_positions,
                unfinished,
            ),
            ProposalField::Heading
            | ProposalField::Department
            | ProposalField::Appropriations
            | ProposalField::Kinds
            | ProposalField::Section(_) => None,
        }
    }

    fn fields(&self) -> Vec<ProposalField> {
        ProposalField::all().collect()
    }

    fn cell(&self, row: usize, column: usize) -> Option<ProposalField> {
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

fn amount_row(row: AmountRow) -> &'static str {
    match row {
        AmountRow::CurrentBudget => "current-budget",
        AmountRow::OperatingChange => "operating-change",
        AmountRow::EstimatedGain => "estimated-gain",
        AmountRow::InvestmentNeed => "investment-need",
    }
}
