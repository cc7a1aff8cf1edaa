//! Tables with their years one below the other, which are turned so that they stand side by side.

use super::Source;
use super::headings::{Head, heads, is_name};
use super::months::{is_quarter, month_named, numbered_months};
use super::reading::is_amount;
use crate::domain::{Month, YEARS};
use crate::draft::Form;

/// A single column of amounts that can be the years or the months of one row.
#[derive(Clone, Copy)]
pub(super) struct ColumnOfPeriods {
    /// Whether a name stands above them.
    pub has_name: bool,
    /// Whether they are months, and not years.
    pub are_months: bool,
}

/// How the months of a table stand down its side.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Months {
    /// By their names.
    Named,
    /// As the numbers from 1 to 12, which are probably those of months.
    Numbered,
}

/// Returns how many columns a grid has for periods: years or months.
fn periods<F: Form>(form: &F, start: F::Field) -> Option<usize> {
    let has = |columns: usize| {
        let last = columns.checked_sub(1)?;
        let is_all = form.cell(start, 0, last).is_some() && form.cell(start, 0, columns).is_none();
        is_all.then_some(columns)
    };
    has(YEARS).or_else(|| has(Month::ALL.len()))
}

/// Returns the single column of as many amounts as a form has years or months that a block is, if it is one.
pub(super) fn column_of_periods<F: Form>(
    form: &F,
    start: F::Field,
    source: &Source,
    captions: usize,
) -> Option<ColumnOfPeriods> {
    let periods = periods(form, start)?;
    let lines = || source.0.iter().skip(captions);
    if lines().any(|cells| cells.len() > 1) {
        return None;
    }
    let mut cells = lines()
        .filter_map(|cells| cells.first())
        .filter(|cell| !cell.trim().is_empty())
        .peekable();
    let has_name = cells.next_if(|cell| is_name(cell)).is_some();
    let amounts: Vec<&String> = cells.collect();
    let are_periods = amounts.len() == periods && amounts.iter().all(|cell| is_amount(cell));
    are_periods.then_some(ColumnOfPeriods {
        has_name,
        are_months: periods != YEARS,
    })
}

/// Returns how the first cells of a block's lines are the months of a plan, or parts of its year, with nothing but amounts
/// beside them and no months above. `None` where they are not.
pub(super) fn months_down_the_side<F: Form>(
    form: &F,
    start: F::Field,
    source: &Source,
    captions: usize,
) -> Option<Months> {
    if periods(form, start) != Some(Month::ALL.len()) {
        return None;
    }
    let lines = || source.0.iter().skip(captions);
    let side: Vec<String> = lines()
        .map(|cells| cells.first().cloned().unwrap_or_default())
        .collect();
    let is_named = |cell: &String| month_named(cell).is_some() || is_quarter(cell);
    let numbered = numbered_months(&side);
    let is_month = |line: usize| {
        let is_named = side.get(line).is_some_and(is_named);
        let months = numbered.as_ref().and_then(|months| months.get(line));
        is_named || matches!(months, Some(Some(_)))
    };
    let filled = |cells: &'_ [String]| {
        let cells = cells.iter().skip(1).filter(|cell| !cell.trim().is_empty());
        cells.cloned().collect::<Vec<String>>()
    };
    let beside = || {
        let lines = lines().enumerate().filter(|(line, _)| is_month(*line));
        lines.flat_map(|(_, cells)| filled(cells))
    };
    let has_amounts = beside().next().is_some() && beside().all(|cell| is_amount(&cell));
    let has_months_above =
        lines().any(|cells| cells.iter().filter(|cell| is_named(cell)).count() >= 2);
    if !has_amounts || has_months_above {
        return None;
    }
    if side.iter().filter(|cell| is_named(cell)).count() >= 2 {
        return Some(Months::Named);
    }
    // The rows of a plan have numbers too: months have names above what stands beside them.
    let has_names_above = lines().take_while(|cells| !cells.iter().any(|cell| is_amount(cell)));
    let mut above = has_names_above.flat_map(|cells| filled(cells));
    let has_name = above.any(|cell| is_name(&cell));
    (numbered.is_some() && has_name).then_some(Months::Numbered)
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
