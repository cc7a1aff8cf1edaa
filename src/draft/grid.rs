//! Pasting into a grid, filling to the right, spreading and mending.

use super::{Form, enter_in};
use crate::danish::{AmountUnit, Signs, print_amount};
use crate::domain::{
    ActionPlan, Amount, FocusArea, Id, Month, PlanField, Spread, SpreadError, spread,
};

/// A block of cells as Excel and Word copy it: a row a line, tabs between cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block(Vec<Vec<String>>);

impl Block {
    /// The block in a text from the clipboard; `None` when it is a single cell, which needs no help.
    #[must_use]
    pub fn from_clipboard(text: &str) -> Option<Self> {
        // Excel ends every row, the last one too, with a line break.
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        if !text.contains(['\t', '\n']) {
            return None;
        }
        let rows = text
            .split('\n')
            .map(|row| row.strip_suffix('\r').unwrap_or(row))
            .map(|row| row.split('\t').map(str::to_owned).collect())
            .collect();
        Some(Self(rows))
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &[String]> {
        self.0.iter().map(Vec::as_slice)
    }
}

/// What pasting a block did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pasted {
    /// How many cells were written.
    pub written: usize,
    /// How many sums of the source were kept beside the cells.
    pub stated: usize,
    /// How many cells of the block, not blank, lay outside the grid and were left out.
    pub outside: usize,
    /// How many cells of the block, not blank, belonged in locked cells and were left out.
    pub locked: usize,
    /// How many rows the grid grew by.
    pub rows_added: usize,
}

impl Pasted {
    /// Notes a cell that has no place, unless it is blank.
    pub(super) fn leave_out(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.outside += 1;
        }
    }

    /// Writes a cell of the block into a field.
    pub(super) fn write<F: Form>(
        &mut self,
        form: &mut F,
        field: F::Field,
        text: &str,
        signs: Signs,
    ) {
        if form.is_locked(field) {
            self.locked += usize::from(!text.trim().is_empty());
        } else {
            enter_in(form, field, text, signs);
            self.written += 1;
        }
    }

    /// Keeps what the source states in a field beside the grid.
    pub(super) fn state<F: Form>(
        &mut self,
        form: &mut F,
        field: F::Field,
        text: &str,
        signs: Signs,
    ) {
        let written = self.written;
        self.write(form, field, text, signs);
        self.stated += usize::from(!text.trim().is_empty()) * (self.written - written);
        self.written = written;
    }
}

/// Writes a block into the grid, its first cell at `start`. A form that can grow gets the rows it lacks; what
/// lies outside all the same, or belongs in locked cells, is counted, not squeezed in. A block with headings or
/// sums of its own is placed by them. `None` when `start` is no cell of a grid.
pub fn paste<F: Form>(
    form: &mut F,
    start: F::Field,
    block: &Block,
    signs: Signs,
) -> Option<Pasted> {
    let (first_row, first_column) = form.position(start)?;
    if let Some(pasted) = form.paste_table(start, block, signs) {
        return Some(pasted);
    }
    let mut pasted = Pasted::default();
    for (row, cells) in block.rows().enumerate() {
        let row = first_row + row;
        let has_content = cells.iter().any(|cell| !cell.trim().is_empty());
        // More than one when empty lines of the block lie past the end of the grid.
        while has_content && form.cell(start, row, 0).is_none() && form.grow(start) {
            pasted.rows_added += 1;
        }
        for (column, text) in cells.iter().enumerate() {
            let column = first_column + column;
            if let Some(field) = form.cell(start, row, column) {
                pasted.write(form, field, text, signs);
            } else if let Some(field) = form.stated(start, row, column) {
                pasted.state(form, field, text, signs);
            } else {
                pasted.leave_out(text);
            }
        }
    }
    Some(pasted)
}

/// Copies a cell into every cell to its right that is not locked. Gives how many; `None` when the field is no cell or the
/// last of its row.
pub fn fill_right<F: Form>(form: &mut F, field: F::Field) -> Option<usize> {
    let (row, column) = form.position(field)?;
    let text = form.shown(field);
    let to_the_right: Vec<F::Field> = (column + 1..)
        .map_while(|column| form.cell(field, row, column))
        .filter(|&field| !form.is_locked(field))
        .collect();
    for &field in &to_the_right {
        form.enter(field, &text);
    }
    (!to_the_right.is_empty()).then_some(to_the_right.len())
}

/// Why an amount cannot be spread over the months of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpreadRefusal {
    /// The months themselves are no range.
    Months(SpreadError),
    /// The range begins in a month that is closed; the last closed month.
    Closed(Month),
}

/// Spreads an amount over the months of a row; months outside the range are left alone.
///
/// # Errors
/// [`SpreadRefusal`], and the row is as it was.
pub fn spread_over(plan: &mut ActionPlan, row: Id, how: &Spread) -> Result<(), SpreadRefusal> {
    let parts = can_spread(how, plan.closed_through)?;
    for (month, part) in Month::ALL.into_iter().zip(parts) {
        if let Some(part) = part {
            let text = print_amount(part, AmountUnit::Kroner);
            plan.enter(PlanField::Effect(row, month), &text);
        }
    }
    Ok(())
}

/// What each month gets of an amount that is spread, in a plan whose months are closed up to `closed`.
///
/// # Errors
/// [`SpreadRefusal`].
pub fn can_spread(
    how: &Spread,
    closed: Option<Month>,
) -> Result<[Option<Amount>; 12], SpreadRefusal> {
    let parts = spread(how).map_err(SpreadRefusal::Months)?;
    match closed.filter(|&closed| how.from <= closed) {
        Some(closed) => Err(SpreadRefusal::Closed(closed)),
        None => Ok(parts),
    }
}

/// Puts what a row lacks of the total that its source states into December. Whether it did: not when nothing is lacking,
/// or December is locked or cannot be read.
pub fn mend(plan: &mut ActionPlan, row: Id) -> bool {
    let december = PlanField::Effect(row, Month::December);
    let mended = plan
        .focus_area(row)
        .and_then(FocusArea::mended_december)
        .filter(|_| !plan.is_locked(december));
    if let Some(mended) = mended {
        plan.enter(december, &print_amount(mended, AmountUnit::Kroner));
    }
    mended.is_some()
}
