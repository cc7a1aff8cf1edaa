//! The table of a proposal that is pasted whole, as the form has it: years above, the names of the posts before the
//! rows, Ændringsforslag i alt below them.

use super::table::{is_blank, names_a_sum, plain};
use super::{Block, Form, Pasted};
use crate::danish::Signs;
use crate::domain::{AmountRow, Proposal, ProposalField, StaffRow, StatedFigure, YEARS, Year};

/// What a row of the table holds.
#[derive(Clone, Copy)]
enum Row {
    Amount(AmountRow),
    NetChange,
    Staff(StaffRow),
}

/// Places a table by the names of its rows. `None` when fewer than two of them are those of the form.
pub(super) fn paste(
    proposal: &mut Proposal,
    start: ProposalField,
    block: &Block,
    signs: Signs,
) -> Option<Pasted> {
    proposal.position(start)?;
    let rows: Vec<&[String]> = block.rows().filter(|row| !is_blank(row)).collect();
    let named = rows.iter().filter(|row| row_named(row).is_some()).count();
    if named < 2 {
        return None;
    }
    let mut pasted = Pasted::default();
    // Without years above, the columns are the years of the form and their sum, in order.
    let mut columns: Vec<Option<usize>> = (0..=YEARS).map(Some).collect();
    for cells in rows {
        let Some((name, cells)) = cells.split_first() else {
            continue;
        };
        match row_named(std::slice::from_ref(name)) {
            Some(row) => {
                let columns = columns.iter().copied().chain(std::iter::repeat(None));
                for (column, text) in columns.zip(cells) {
                    match column.and_then(|column| field(row, column)) {
                        Some(field @ ProposalField::Stated(_)) => {
                            pasted.state(proposal, field, text, signs);
                        }
                        Some(field) => pasted.write(proposal, field, text, signs),
                        None => pasted.leave_out(text),
                    }
                }
            }
            None => match years(proposal, cells, signs, &mut pasted) {
                Some(years) => columns = years,
                None => cells.iter().for_each(|text| pasted.leave_out(text)),
            },
        }
    }
    Some(pasted)
}

fn field(row: Row, column: usize) -> Option<ProposalField> {
    match (row, column < YEARS) {
        (Row::Amount(row), true) => Some(ProposalField::Amount(row, column)),
        (Row::Amount(row), false) => AmountRow::CHANGES
            .contains(&row)
            .then_some(ProposalField::Stated(StatedFigure::Row(row))),
        (Row::NetChange, true) => Some(ProposalField::Stated(StatedFigure::NetChange(column))),
        (Row::NetChange, false) => Some(ProposalField::Stated(StatedFigure::NetChangeTotal)),
        (Row::Staff(row), true) => Some(ProposalField::Staff(row, column)),
        (Row::Staff(_), false) => None,
    }
}

/// The columns under a row of consecutive years; the first of them becomes the budget year where none is typed.
fn years(
    proposal: &mut Proposal,
    heads: &[String],
    signs: Signs,
    pasted: &mut Pasted,
) -> Option<Vec<Option<usize>>> {
    let year = |head: &String| -> Option<u16> {
        let head = head.trim();
        (head.len() == 4).then(|| head.parse().ok()).flatten()
    };
    let named: Vec<u16> = heads.iter().filter_map(year).collect();
    let first = *named.first()?;
    // Amounts of four digits are no years.
    let are_years =
        Year::new(first.into()).is_some() && (first..).zip(&named).all(|(a, b)| a == *b);
    if !are_years {
        return None;
    }
    if proposal.first_year.is_blank() {
        let typed = first.to_string();
        pasted.write(proposal, ProposalField::FirstYear, &typed, signs);
    }
    let budget_year = proposal
        .first_year
        .value()
        .map_or(first, |year| year.number());
    let columns = heads.iter().map(|head| match year(head) {
        Some(year) => {
            let column = usize::from(year.checked_sub(budget_year)?);
            (column < YEARS).then_some(column)
        }
        None if names_a_sum(head) || head.contains(['-', '\u{2013}']) => Some(YEARS),
        None => None,
    });
    Some(columns.collect())
}

fn row_named(cells: &[String]) -> Option<Row> {
    let name = plain(cells.first()?);
    let rows = [
        ("nuværende budget", Row::Amount(AmountRow::CurrentBudget)),
        (
            "budgetændring drift",
            Row::Amount(AmountRow::OperatingChange),
        ),
        ("estimeret gevinst", Row::Amount(AmountRow::EstimatedGain)),
        ("investeringsbehov", Row::Amount(AmountRow::InvestmentNeed)),
        ("ændringsforslag i alt", Row::NetChange),
        (
            "berørte antal medarbejdere",
            Row::Staff(StaffRow::EmployeesAffected),
        ),
        (
            "ændring i antal årsværk",
            Row::Staff(StaffRow::FullTimeEquivalents),
        ),
    ];
    rows.into_iter()
        .find(|(row, _)| name.starts_with(row))
        .map(|(_, row)| row)
}
