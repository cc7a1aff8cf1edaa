//! Pasting into a grid, filling to the right, spreading and mending, each with what is needed to take it back.

use super::{Form, enter_in};
use crate::danish::{AmountUnit, Signs, print_amount};
use crate::domain::{
    ActionPlan, Amount, Id, Month, PlanField, Spread, SpreadError, StatedSum, spread,
};

/// Fields that were written over. Printed text reads back as the same entry, so this restores them exactly,
/// and touches no other field.
pub type Before<F> = Vec<Overwritten<F>>;

/// A field that was written over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overwritten<F> {
    /// The field.
    pub field: F,
    /// What it showed before.
    pub before: String,
    /// What it showed afterwards.
    pub after: String,
}

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted<F> {
    /// What stood in the fields before.
    pub before: Before<F>,
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
    /// The sum rows that were kept.
    pub stated_sums: Vec<Id>,
    /// The sum rows of the same rows that they took the place of.
    pub replaced_sums: Vec<StatedSum>,
}

impl<F> Pasted<F> {
    pub(super) fn nothing() -> Self {
        Self {
            before: Vec::new(),
            written: 0,
            stated: 0,
            outside: 0,
            locked: 0,
            rows_added: 0,
            stated_sums: Vec::new(),
            replaced_sums: Vec::new(),
        }
    }

    /// Notes a cell that has no place, unless it is blank.
    pub(super) fn leave_out(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.outside += 1;
        }
    }
}

impl<F: Copy> Pasted<F> {
    /// Writes a cell of the block into a field.
    pub(super) fn write<T>(&mut self, form: &mut T, field: F, text: &str, signs: Signs)
    where
        T: Form<Field = F>,
    {
        if form.is_locked(field) {
            self.locked += usize::from(!text.trim().is_empty());
        } else {
            let overwritten = overwrite(form, field, |form| enter_in(form, field, text, signs));
            self.before.push(overwritten);
            self.written += 1;
        }
    }

    /// Keeps what the source states in a field beside the grid.
    pub(super) fn state<T>(&mut self, form: &mut T, field: F, text: &str, signs: Signs)
    where
        T: Form<Field = F>,
    {
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
) -> Option<Pasted<F::Field>> {
    let (first_row, first_column) = form.position(start)?;
    if let Some(pasted) = form.paste_table(start, block, signs) {
        return Some(pasted);
    }
    let mut pasted = Pasted::nothing();
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

/// Copies a cell into every cell to its right that is not locked. Gives what stood there before; `None` when the
/// field is no cell or the last of its row.
pub fn fill_right<F: Form>(form: &mut F, field: F::Field) -> Option<Before<F::Field>> {
    let (row, column) = form.position(field)?;
    let text = form.shown(field);
    let to_the_right: Vec<F::Field> = (column + 1..)
        .map_while(|column| form.cell(field, row, column))
        .filter(|&field| !form.is_locked(field))
        .collect();
    (!to_the_right.is_empty()).then(|| {
        write(
            form,
            to_the_right.into_iter().map(|field| (field, text.clone())),
        )
    })
}

/// Puts back what stood in fields before, save where something else has been typed since.
pub fn restore<F: Form>(form: &mut F, before: &Before<F::Field>) {
    for overwritten in before {
        if form.shown(overwritten.field) == overwritten.after {
            form.enter(overwritten.field, &overwritten.before);
        }
    }
}

/// Why an amount cannot be spread over the months of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpreadRefusal {
    /// The months themselves are no range.
    Months(SpreadError),
    /// The range begins in a month that is closed; the last closed month.
    Closed(Month),
}

/// Spreads an amount over the months of a row; months outside the range are left alone. Gives what stood in
/// the others before.
///
/// # Errors
/// [`SpreadRefusal`], and the row is as it was.
pub fn spread_over(
    plan: &mut ActionPlan,
    row: Id,
    how: &Spread,
) -> Result<Before<PlanField>, SpreadRefusal> {
    let parts = can_spread(how, plan.closed_through)?;
    let cells = Month::ALL
        .into_iter()
        .zip(parts)
        .filter_map(|(month, part)| {
            let text = print_amount(part?, AmountUnit::Kroner);
            Some((PlanField::Effect(row, month), text))
        });
    Ok(write(plan, cells))
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

/// Puts what a row lacks of the total that its source states into December. Gives what stood there before; `None`
/// when nothing is lacking, or December is locked or cannot be read.
pub fn mend(plan: &mut ActionPlan, row: Id) -> Option<Before<PlanField>> {
    let december = PlanField::Effect(row, Month::December);
    let mended = plan.focus_area(row)?.mended_december()?;
    (!plan.is_locked(december)).then(|| {
        let text = print_amount(mended, AmountUnit::Kroner);
        write(plan, [(december, text)])
    })
}

fn write<F: Form>(
    form: &mut F,
    texts: impl IntoIterator<Item = (F::Field, String)>,
) -> Before<F::Field> {
    texts
        .into_iter()
        .map(|(field, text)| overwrite(form, field, |form| form.enter(field, &text)))
        .collect()
}

fn overwrite<F: Form>(
    form: &mut F,
    field: F::Field,
    enter: impl FnOnce(&mut F),
) -> Overwritten<F::Field> {
    let before = form.shown(field);
    enter(form);
    Overwritten {
        field,
        before,
        after: form.shown(field),
    }
}
