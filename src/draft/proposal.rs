use super::paste::{Paste, Source, paste_years};
use super::{
    EntryError, Form, amount_entry, amount_error, amount_shown, entry, read_year, reason, shown,
    text_error, year_entry, year_error, year_shown,
};
use crate::danish::{AmountUnit, Direction, MINUS, NumberError, print_number, read_number};
use crate::domain::{
    AmountRow, FullTimeEquivalents, HeadCount, Proposal, ProposalField, ReimbursementRate,
    StaffRow, StatedFigure, YEARS, Year, limits,
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

/// Reads `2024-pl`, `2024 p/l` or just the year.
pub(super) fn read_price_level(text: &str) -> Result<Option<Year>, EntryError> {
    let lower = text.trim().to_lowercase();
    let year = ["p/l", "pl"]
        .iter()
        .find_map(|ending| lower.strip_suffix(ending))
        .map(|year| year.trim_end_matches(['-', ' ', '\u{2013}', MINUS]))
        .unwrap_or(&lower);
    if year.is_empty() && !lower.is_empty() {
        return Err(EntryError::PriceLevel);
    }
    read_year(year).map_err(|_| EntryError::PriceLevel)
}

/// Prints `2024-pl`.
pub(super) fn print_price_level(year: Year) -> String {
    format!("{}-pl", year.number())
}

/// Reads `50 %` or `50`.
fn read_rate(text: &str) -> Result<Option<ReimbursementRate>, EntryError> {
    let percent = text.trim().trim_end_matches('%');
    if percent.is_empty() && !text.trim().is_empty() {
        return Err(EntryError::Rate);
    }
    let rate = read_number(percent)?;
    rate.map(|rate| ReimbursementRate::new(rate).ok_or(EntryError::Rate))
        .transpose()
}

impl Form for Proposal {
    type Field = ProposalField;

    fn name(field: ProposalField) -> String {
        field.name()
    }

    fn shown(&self, field: ProposalField) -> String {
        match field {
            ProposalField::Heading => self.heading.clone(),
            ProposalField::Department => self.department.clone(),
            ProposalField::Appropriations => self.appropriations.clone(),
            ProposalField::Kinds => String::new(),
            ProposalField::FirstYear => year_shown(&self.first_year),
            ProposalField::PriceLevel => shown(&self.price_level, print_price_level),
            ProposalField::Reimbursement => shown(&self.reimbursement, |rate| {
                format!("{} %", print_number(rate.percent()))
            }),
            ProposalField::Stated(figure) => self
                .stated
                .of(figure)
                .map(|stated| amount_shown(stated, PROPOSAL_UNIT))
                .unwrap_or_default(),
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
            ProposalField::PriceLevel => self.price_level = entry(typed, read_price_level),
            ProposalField::Reimbursement => self.reimbursement = entry(typed, read_rate),
            ProposalField::Stated(figure) => {
                if let Some(stated) = self.stated.of_mut(figure) {
                    *stated = amount_entry(typed, PROPOSAL_UNIT);
                }
            }
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
            ProposalField::PriceLevel => {
                reason(&self.price_level, read_price_level, EntryError::PriceLevel)
            }
            ProposalField::Reimbursement => {
                reason(&self.reimbursement, read_rate, EntryError::Rate)
            }
            ProposalField::Stated(figure) => amount_error(self.stated.of(figure)?, PROPOSAL_UNIT),
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
            ProposalField::Heading => text_error(&self.heading),
            ProposalField::Department => text_error(&self.department),
            ProposalField::Appropriations => text_error(&self.appropriations),
            ProposalField::Section(section) => text_error(self.section(section)),
            ProposalField::Kinds => None,
        }
    }

    fn fields(&self) -> Vec<ProposalField> {
        ProposalField::all().collect()
    }

    fn is_change(field: ProposalField) -> bool {
        match field {
            ProposalField::Amount(row, _) => AmountRow::CHANGES.contains(&row),
            ProposalField::Stated(_) => true,
            _ => false,
        }
    }

    fn direction(field: ProposalField) -> Option<Direction> {
        let row = match field {
            ProposalField::Amount(row, _) | ProposalField::Stated(StatedFigure::Row(row)) => row,
            _ => return None,
        };
        match row {
            AmountRow::EstimatedGain => Some(Direction::Saves),
            AmountRow::InvestmentNeed => Some(Direction::Costs),
            AmountRow::CurrentBudget | AmountRow::OperatingChange => None,
        }
    }

    fn unit(field: ProposalField) -> Option<AmountUnit> {
        let is_amount = matches!(field, ProposalField::Amount(..) | ProposalField::Stated(_));
        is_amount.then_some(PROPOSAL_UNIT)
    }

    fn is_stated(field: ProposalField) -> bool {
        matches!(field, ProposalField::Stated(_))
    }

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
