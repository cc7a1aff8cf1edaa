//! A catalogue as open data.
//!
//! The amounts are one line for each proposal and year, not one line for each proposal with the years side by side. So every
//! catalogue has the same columns, whatever its years: the files of several years and municipalities can be put under each
//! other, a pivot table counts by any column, and a filter on the year is enough for one budget year. What belongs to a
//! proposal as a whole, its texts above all, is in a second table, linked by the proposal's identity.

use std::collections::BTreeMap;

use super::table::{Cell, Column, ColumnKind, Row, Table};
use crate::domain::{
    AmountRow, Catalogue, CatalogueEntry, Id, Proposal, ProposalYear, Section, StaffRow,
    largest_choice,
};
use crate::text::{labels, open_data, page};

/// The amounts of a catalogue's proposals, one line for each proposal and year. Proposals whose document is not here are left
/// out.
#[must_use]
pub fn catalogue_amounts(catalogue: &Catalogue, proposals: &BTreeMap<Id, &Proposal>) -> Table {
    let largest = largest_choice(catalogue, proposals).proposals;
    let amount = |row: AmountRow| open_data::in_kroner(labels::amount_row(row));
    let change = |row| Column::new(&amount(row), ColumnKind::Number, open_data::CHANGE_MEANING);
    let staff = |row, kind, meaning| Column::new(labels::staff_row(row), kind, meaning);
    let mut columns = vec![
        Column::new(
            open_data::PROPOSAL_ID,
            ColumnKind::Text,
            open_data::PROPOSAL_ID_MEANING,
        ),
        Column::new(
            open_data::YEAR_NUMBER,
            ColumnKind::WholeNumber,
            open_data::YEAR_NUMBER_MEANING,
        ),
    ];
    columns.extend(of_every_proposal());
    columns.extend([
        Column::new(
            open_data::IN_LARGEST,
            ColumnKind::Text,
            open_data::IN_LARGEST_MEANING,
        ),
        Column::new(open_data::YEAR, ColumnKind::Year, open_data::YEAR_MEANING),
        Column::new(
            labels::PRICE_LEVEL,
            ColumnKind::Year,
            open_data::PRICE_LEVEL_MEANING,
        ),
        Column::new(
            &amount(AmountRow::CurrentBudget),
            ColumnKind::Number,
            open_data::BUDGET_MEANING,
        ),
        change(AmountRow::OperatingChange),
        change(AmountRow::EstimatedGain),
        change(AmountRow::InvestmentNeed),
        Column::new(
            &open_data::in_kroner(labels::NET_CHANGE),
            ColumnKind::Number,
            open_data::NET_CHANGE_MEANING,
        ),
        staff(
            StaffRow::EmployeesAffected,
            ColumnKind::WholeNumber,
            open_data::EMPLOYEES_MEANING,
        ),
        staff(
            StaffRow::FullTimeEquivalents,
            ColumnKind::Number,
            open_data::POSITIONS_MEANING,
        ),
        Column::new(
            open_data::UNREADABLE,
            ColumnKind::Text,
            open_data::UNREADABLE_MEANING,
        ),
    ]);
    let rows = entries(catalogue, proposals).flat_map(|(number, entry, proposal)| {
        let is_in_largest = largest.contains(&proposal.id);
        let years = proposal.years.iter().enumerate();
        let rows = years.map(|(index, year)| {
            let row = Row::new()
                .with(proposal.id.to_string().as_str())
                .with(index + 1);
            let row = with_proposal(row, catalogue, number, entry, proposal);
            of_year(row, proposal, index, year, is_in_largest)
        });
        rows.collect::<Vec<_>>()
    });
    Table {
        name: open_data::AMOUNTS_FILE,
        title: open_data::amounts_title(&page::catalogue_title(catalogue)),
        columns,
        key: 2,
        refers_to: Some(open_data::PROPOSALS_FILE),
        rows: rows.collect(),
    }
}

/// The rest of a line of amounts.
fn of_year(
    row: Row,
    proposal: &Proposal,
    index: usize,
    year: &ProposalYear,
    is_in_largest: bool,
) -> Vec<Cell> {
    let calendar_year = proposal.year(index).map(|year| year.number());
    let year_cell = calendar_year.map_or(Cell::Blank, |year| Cell::from(usize::from(year)));
    let amount = |row: Row, of: AmountRow| row.entry(labels::amount_row(of), of.of(year));
    let largest = if is_in_largest {
        open_data::YES
    } else {
        open_data::NO
    };
    let row = row.with(largest).with(year_cell);
    let row = row.entry(labels::PRICE_LEVEL, &proposal.price_level);
    let row = AmountRow::ALL.into_iter().fold(row, amount);
    let people = labels::staff_row(StaffRow::EmployeesAffected);
    let positions = labels::staff_row(StaffRow::FullTimeEquivalents);
    row.total(year.net_change())
        .entry(people, &year.employees_affected)
        .entry(positions, &year.full_time_equivalents)
        .finish()
}

/// The proposals of a catalogue with their texts, one line each. Proposals whose document is not here are left out.
#[must_use]
pub fn catalogue_proposals(catalogue: &Catalogue, proposals: &BTreeMap<Id, &Proposal>) -> Table {
    let text = |name: &str, meaning| Column::new(name, ColumnKind::Text, meaning);
    let mut columns = vec![text(open_data::PROPOSAL_ID, open_data::PROPOSAL_ID_MEANING)];
    columns.extend(of_every_proposal());
    columns.extend([
        text(labels::OUTCOME, open_data::OUTCOME_MEANING),
        text(labels::APPROPRIATIONS, open_data::APPROPRIATIONS_MEANING),
        text(labels::KINDS, open_data::KINDS_MEANING),
        Column::new(
            labels::FIRST_YEAR,
            ColumnKind::Year,
            open_data::FIRST_YEAR_MEANING,
        ),
        Column::new(
            labels::PRICE_LEVEL,
            ColumnKind::Year,
            open_data::PRICE_LEVEL_MEANING,
        ),
        Column::new(
            open_data::REIMBURSEMENT,
            ColumnKind::Number,
            open_data::REIMBURSEMENT_MEANING,
        ),
    ]);
    let sections = Section::ALL.into_iter();
    columns.extend(
        sections.map(|section| text(&open_data::section(section), open_data::SECTION_MEANING)),
    );
    columns.push(text(open_data::UNREADABLE, open_data::UNREADABLE_MEANING));
    let rows = entries(catalogue, proposals).map(|(number, entry, proposal)| {
        let row = Row::new().with(proposal.id.to_string().as_str());
        let row = with_proposal(row, catalogue, number, entry, proposal);
        let lines: Vec<&str> = proposal.appropriation_lines().collect();
        let kinds: Vec<&str> = proposal
            .kinds
            .iter()
            .map(|&kind| labels::kind(kind))
            .collect();
        let row = row
            .with(entry.outcome.as_str())
            .with(lines.join("\n").as_str())
            .with(kinds.join(", ").as_str())
            .entry(labels::FIRST_YEAR, &proposal.first_year)
            .entry(labels::PRICE_LEVEL, &proposal.price_level)
            .entry(labels::REIMBURSEMENT, &proposal.reimbursement);
        let sections = Section::ALL.into_iter();
        sections
            .fold(row, |row, section| row.with(proposal.section(section)))
            .finish()
    });
    Table {
        name: open_data::PROPOSALS_FILE,
        title: open_data::proposals_title(&page::catalogue_title(catalogue)),
        columns,
        key: 1,
        refers_to: None,
        rows: rows.collect(),
    }
}

/// The entries of a catalogue with their numbers and the proposals that are here.
fn entries<'a>(
    catalogue: &'a Catalogue,
    proposals: &'a BTreeMap<Id, &'a Proposal>,
) -> impl Iterator<Item = (usize, &'a CatalogueEntry, &'a Proposal)> {
    let entries = catalogue.entries.iter().zip(1..);
    entries.filter_map(|(entry, number)| {
        let proposal = proposals.get(&entry.proposal)?;
        Some((number, entry, *proposal))
    })
}

/// The columns by which a reader knows a proposal, in both tables.
fn of_every_proposal() -> [Column; 5] {
    [
        Column::new(
            open_data::NUMBER,
            ColumnKind::WholeNumber,
            open_data::NUMBER_MEANING,
        ),
        Column::new(
            labels::HEADING,
            ColumnKind::Text,
            open_data::HEADING_MEANING,
        ),
        Column::new(
            labels::DEPARTMENT,
            ColumnKind::Text,
            open_data::DEPARTMENT_MEANING,
        ),
        Column::new(labels::STATUS, ColumnKind::Text, open_data::STATUS_MEANING),
        Column::new(
            open_data::VARIANTS,
            ColumnKind::Text,
            open_data::VARIANTS_MEANING,
        ),
    ]
}

/// A row with the cells of [`of_every_proposal`].
fn with_proposal(
    row: Row,
    catalogue: &Catalogue,
    number: usize,
    entry: &CatalogueEntry,
    proposal: &Proposal,
) -> Row {
    let groups = catalogue.variant_groups.iter();
    let groups = groups.filter(|group| group.proposals.contains(&proposal.id));
    let names: Vec<&str> = groups.map(|group| group.name.as_str()).collect();
    row.with(number)
        .with(proposal.heading.as_str())
        .with(proposal.department.as_str())
        .with(labels::status(entry.status))
        .with(names.join(" · ").as_str())
}
