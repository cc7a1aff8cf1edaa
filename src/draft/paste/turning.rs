//! Tables with their years one below the other, which are turned so that they stand side by side.

use super::Source;
use super::headings::{Head, heads, is_name};
use super::reading::is_amount;
use crate::domain::YEARS;
use crate::draft::Form;

/// A single column of amounts that can be the years of one row.
#[derive(Clone, Copy)]
pub(super) struct ColumnOfYears {
    /// Whether a name stands above them.
    pub has_name: bool,
}

/// Returns the single column of as many amounts as a form has years that a block is, if it is one.
pub(super) fn column_of_years<F: Form>(
    form: &F,
    start: F::Field,
    source: &Source,
    captions: usize,
) -> Option<ColumnOfYears> {
    let is_grid_of_years =
        form.cell(start, 0, YEARS - 1).is_some() && form.cell(start, 0, YEARS).is_none();
    let lines = || source.0.iter().skip(captions);
    if !is_grid_of_years || lines().any(|cells| cells.len() > 1) {
        return None;
    }
    let mut cells = lines()
        .filter_map(|cells| cells.first())
        .filter(|cell| !cell.trim().is_empty())
        .peekable();
    let has_name = cells.next_if(|cell| is_name(cell)).is_some();
    let amounts: Vec<&String> = cells.collect();
    let are_years = amounts.len() == YEARS && amounts.iter().all(|cell| is_amount(cell));
    are_years.then_some(ColumnOfYears { has_name })
}

/// Returns whether the first cells of a block's lines are years, with amounts beside them and no years above.
pub(super) fn has_years_down_the_side(source: &Source, captions: usize) -> bool {
    let lines = || source.0.iter().skip(captions);
    let side: Vec<String> = lines()
        .map(|cells| cells.first().cloned().unwrap_or_default())
        .collect();
    let Some(years) = heads(&side, true) else {
        return false;
    };
    let is_year = |line: usize| matches!(years.columns.get(line), Some(Head::Year(_)));
    let has_amounts = lines()
        .enumerate()
        .any(|(line, cells)| is_year(line) && cells.iter().skip(1).any(|cell| is_amount(cell)));
    let has_years_above = lines().any(|cells| {
        let found = heads(cells, true);
        found.is_some_and(|heads| heads.years().count() >= 2)
    });
    years.years().count() >= 2 && has_amounts && !has_years_above
}

/// Returns a block whose columns are rows, below its captions.
pub(super) fn turned(source: &Source, captions: usize) -> Vec<Vec<String>> {
    let above = source.0.iter().take(captions).map(|cells| cells.to_vec());
    let lines = || source.0.iter().skip(captions);
    let width = lines().map(|cells| cells.len()).max().unwrap_or_default();
    let rows = (0..width).map(|column| {
        let cells = lines().map(|cells| cells.get(column).cloned().unwrap_or_default());
        cells.collect()
    });
    above.chain(rows).collect()
}

/// Returns where a cell of a turned block stood before.
pub(super) fn before((row, column): (usize, usize), captions: usize) -> (usize, usize) {
    match row.checked_sub(captions) {
        Some(row) => (column + captions, row),
        None => (row, column),
    }
}
