//! A catalogue as open data.
//!
//! The amounts are one line for each proposal and year, not one line for each proposal with the years side by side. So every
//! catalogue has the same columns, whatever its years: the files of several years and municipalities can be put under each
//! other, a pivot table counts by any column, and a filter on the year is enough for one budget year. What belongs to a
//! proposal as a whole, its texts above all, is in a second table, linked by the proposal's identity.

use std::collections::BTreeMap;

use super::table::{Cell, ColumnKind, ColumnOf, Table, filled};
use crate::domain::{
    AmountRow, Catalogue, CatalogueEntry, Fields, FormField, Id, Proposal, ProposalField,
    ProposalYear, Section, Slot, StaffRow, Total, largest_choice,
};
use crate::text::{document, labels, open_data};

/// A proposal of a catalogue, in one of its years or as a whole.
struct Line<'a> {
    catalogue: &'a Catalogue,
    /// Its number in the catalogue.
    number: usize,
    entry: &'a CatalogueEntry,
    proposal: &'a Proposal,
    /// Counted from 0.
    year: usize,
    /// Whether it is in the choice that saves most.
    is_in_largest: bool,
}

impl Line<'_> {
    fn slot(&self, field: ProposalField) -> Option<Slot<'_>> {
        self.proposal.slot(field)
    }
}

/// Returns the amounts of a catalogue's proposals, one line for each proposal and year. Proposals whose document is not
/// here are left out.
#[must_use]
pub fn catalogue_amounts(catalogue: &Catalogue, proposals: &BTreeMap<Id, &Proposal>) -> Table {
    let largest = largest_choice(catalogue, proposals).proposals;
    let mut columns = vec![
        identity(),
        ColumnOf::computed(
            open_data::YEAR_NUMBER,
            ColumnKind::WholeNumber,
            open_data::YEAR_NUMBER_MEANING,
            |line: &Line| line.year + 1,
        ),
    ];
    columns.extend(of_every_proposal());
    columns.extend([
        ColumnOf::computed(
            open_data::IN_LARGEST,
            ColumnKind::Text,
            open_data::IN_LARGEST_MEANING,
            |line: &Line| {
                if line.is_in_largest {
                    open_data::YES
                } else {
                    open_data::NO
                }
            },
        ),
        ColumnOf::computed(
            open_data::YEAR,
            ColumnKind::Year,
            open_data::YEAR_MEANING,
            |line: &Line| {
                let year = line.proposal.year(line.year);
                year.map_or(Cell::Blank, |year| usize::from(year.number()).into())
            },
        ),
        price_level(),
        amount(AmountRow::CurrentBudget, open_data::BUDGET_MEANING),
        amount(AmountRow::OperatingChange, open_data::CHANGE_MEANING),
        amount(AmountRow::EstimatedGain, open_data::CHANGE_MEANING),
        amount(AmountRow::InvestmentNeed, open_data::CHANGE_MEANING),
        ColumnOf::computed(
            &open_data::in_kroner(labels::NET_CHANGE),
            ColumnKind::Number,
            open_data::NET_CHANGE_MEANING,
            |line: &Line| {
                let year = line.proposal.years.get(line.year);
                year.map_or(Total::Blank, ProposalYear::net_change)
            },
        ),
        staff(StaffRow::EmployeesAffected, open_data::EMPLOYEES_MEANING),
        staff(StaffRow::FullTimeEquivalents, open_data::POSITIONS_MEANING),
    ]);
    let lines = lines(catalogue, proposals).flat_map(|line| {
        let is_in_largest = largest.contains(&line.proposal.id);
        (0..line.proposal.years.len()).map(move |year| Line {
            year,
            is_in_largest,
            ..line
        })
    });
    let (columns, rows) = filled(columns, lines);
    Table {
        name: open_data::AMOUNTS_FILE,
        title: open_data::amounts_title(&document::catalogue_title(catalogue)),
        columns,
        key: 2,
        refers_to: Some(open_data::PROPOSALS_FILE),
        rows,
    }
}

/// Returns the proposals of a catalogue with their texts, one line each. Proposals whose document is not here are left
/// out.
#[must_use]
pub fn catalogue_proposals(catalogue: &Catalogue, proposals: &BTreeMap<Id, &Proposal>) -> Table {
    let mut columns = vec![identity()];
    columns.extend(of_every_proposal());
    columns.extend([
        ColumnOf::computed(
            labels::OUTCOME,
            ColumnKind::Text,
            open_data::OUTCOME_MEANING,
            |line: &Line| line.entry.outcome.clone(),
        ),
        ColumnOf::computed(
            labels::APPROPRIATIONS,
            ColumnKind::Text,
            open_data::APPROPRIATIONS_MEANING,
            |line: &Line| {
                let lines: Vec<&str> = line.proposal.appropriation_lines().collect();
                lines.join("\n")
            },
        ),
        once(
            ProposalField::Kinds,
            labels::KINDS,
            open_data::KINDS_MEANING,
        ),
        once(
            ProposalField::FirstYear,
            labels::FIRST_YEAR,
            open_data::FIRST_YEAR_MEANING,
        ),
        price_level(),
        entered(
            open_data::REIMBURSEMENT,
            labels::REIMBURSEMENT,
            ProposalField::Reimbursement,
            open_data::REIMBURSEMENT_MEANING,
            |_| ProposalField::Reimbursement,
        ),
    ]);
    columns.extend(Section::ALL.map(|section| {
        let field = ProposalField::Section(section);
        let name = open_data::section(section);
        entered(
            &name,
            labels::section(section),
            field,
            open_data::SECTION_MEANING,
            move |_| field,
        )
    }));
    let (columns, rows) = filled(columns, lines(catalogue, proposals));
    Table {
        name: open_data::PROPOSALS_FILE,
        title: open_data::proposals_title(&document::catalogue_title(catalogue)),
        columns,
        key: 1,
        refers_to: None,
        rows,
    }
}

/// Returns the proposals of a catalogue that are here.
fn lines<'a>(
    catalogue: &'a Catalogue,
    proposals: &'a BTreeMap<Id, &'a Proposal>,
) -> impl Iterator<Item = Line<'a>> {
    let entries = catalogue.entries.iter().zip(1..);
    entries.filter_map(move |(entry, number)| {
        Some(Line {
            catalogue,
            number,
            entry,
            proposal: proposals.get(&entry.proposal)?,
            year: 0,
            is_in_largest: false,
        })
    })
}

/// Returns a column with a field of the proposal. `like` is a field of the same kind.
fn entered<'a>(
    name: &str,
    label: &'static str,
    like: ProposalField,
    meaning: &str,
    field: impl Fn(&Line) -> ProposalField + 'static,
) -> ColumnOf<Line<'a>> {
    ColumnOf::entered(
        name,
        label,
        like.describe().kind,
        meaning,
        move |line: &Line| line.slot(field(line)),
    )
}

/// Returns a column with a field that a proposal has once.
fn once<'a>(field: ProposalField, label: &'static str, meaning: &str) -> ColumnOf<Line<'a>> {
    entered(label, label, field, meaning, move |_| field)
}

fn price_level<'a>() -> ColumnOf<Line<'a>> {
    once(
        ProposalField::PriceLevel,
        labels::PRICE_LEVEL,
        open_data::PRICE_LEVEL_MEANING,
    )
}

fn amount<'a>(row: AmountRow, meaning: &str) -> ColumnOf<Line<'a>> {
    let label = labels::amount_row(row);
    let name = open_data::in_kroner(label);
    entered(
        &name,
        label,
        ProposalField::Amount(row, 0),
        meaning,
        move |line: &Line| ProposalField::Amount(row, line.year),
    )
}

fn staff<'a>(row: StaffRow, meaning: &str) -> ColumnOf<Line<'a>> {
    let label = labels::staff_row(row);
    entered(
        label,
        label,
        ProposalField::Staff(row, 0),
        meaning,
        move |line: &Line| ProposalField::Staff(row, line.year),
    )
}

/// Returns the identity of the proposal.
fn identity<'a>() -> ColumnOf<Line<'a>> {
    ColumnOf::computed(
        open_data::PROPOSAL_ID,
        ColumnKind::Text,
        open_data::PROPOSAL_ID_MEANING,
        |line: &Line| line.proposal.id.to_string(),
    )
}

/// Returns the columns by which a reader knows a proposal, in both tables.
fn of_every_proposal<'a>() -> [ColumnOf<Line<'a>>; 5] {
    [
        ColumnOf::computed(
            open_data::NUMBER,
            ColumnKind::WholeNumber,
            open_data::NUMBER_MEANING,
            |line: &Line| line.number,
        ),
        once(
            ProposalField::Heading,
            labels::HEADING,
            open_data::HEADING_MEANING,
        ),
        once(
            ProposalField::Department,
            labels::DEPARTMENT,
            open_data::DEPARTMENT_MEANING,
        ),
        ColumnOf::computed(
            labels::STATUS,
            ColumnKind::Text,
            open_data::STATUS_MEANING,
            |line: &Line| labels::status(line.entry.status),
        ),
        ColumnOf::computed(
            open_data::VARIANTS,
            ColumnKind::Text,
            open_data::VARIANTS_MEANING,
            |line: &Line| {
                let groups = line.catalogue.variant_groups.iter();
                let groups = groups.filter(|group| group.proposals.contains(&line.proposal.id));
                let names: Vec<&str> = groups.map(|group| group.name.as_str()).collect();
                names.join(" · ")
            },
        ),
    ]
}
