//! Pasting into a grid, filling to the right and spreading, each with what is needed to take it back.

use super::Form;
use crate::danish::{AmountUnit, print_amount};
use crate::domain::{ActionPlan, Id, Month, PlanField, Spread, SpreadError, limits, spread};

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
}

/// What pasting a block did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted<F> {
    /// What stood in the cells before.
    pub before: Before<F>,
    /// How many cells were written.
    pub written: usize,
    /// How many cells of the block, not blank, lay outside the grid and were left out.
    pub outside: usize,
    /// How many rows the grid grew by.
    pub rows_added: usize,
}

/// Writes a block into the grid, its first cell at `start`. A form that can grow gets the rows it lacks; what
/// lies outside all the same is counted, not squeezed in. `None` when `start` is no cell of the grid.
pub fn paste<F: Form>(form: &mut F, start: F::Field, block: &Block) -> Option<Pasted<F::Field>> {
    let (first_row, first_column) = form.position(start)?;
    let mut pasted = Pasted {
        before: Vec::new(),
        written: 0,
        outside: 0,
        rows_added: 0,
    };
    for (row, cells) in block.0.iter().enumerate() {
        let row = first_row + row;
        let has_content = cells.iter().any(|cell| !cell.trim().is_empty());
        // More than one when empty lines of the block lie past the end of the grid.
        while has_content && form.cell(row, 0).is_none() && form.grow() {
            pasted.rows_added += 1;
        }
        for (column, text) in cells.iter().enumerate() {
            match form.cell(row, first_column + column) {
                // More text than any field holds is left out rather than cut.
                Some(field) if text.len() <= limits::TEXT_CHARACTERS => {
                    pasted.before.push(overwrite(form, field, text));
                    pasted.written += 1;
                }
                _ if !text.trim().is_empty() => pasted.outside += 1,
                _ => {}
            }
        }
    }
    Some(pasted)
}

/// Copies a cell into every cell to its right. Gives what stood there before; `None` when the field is no cell
/// or the last of its row.
pub fn fill_right<F: Form>(form: &mut F, field: F::Field) -> Option<Before<F::Field>> {
    let (row, column) = form.position(field)?;
    let text = form.shown(field);
    let to_the_right: Vec<F::Field> = (column + 1..)
        .map_while(|column| form.cell(row, column))
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

/// Spreads an amount over the months of a row; months outside the range are left alone. Gives what stood in
/// the others before.
///
/// # Errors
/// [`SpreadError`], and the row is as it was.
pub fn spread_over(
    plan: &mut ActionPlan,
    row: Id,
    how: &Spread,
) -> Result<Before<PlanField>, SpreadError> {
    let parts = spread(how)?;
    let cells = Month::ALL
        .into_iter()
        .zip(parts)
        .filter_map(|(month, part)| {
            let text = print_amount(part?, AmountUnit::Kroner);
            Some((PlanField::Effect(row, month), text))
        });
    Ok(write(plan, cells))
}

fn write<F: Form>(
    form: &mut F,
    texts: impl IntoIterator<Item = (F::Field, String)>,
) -> Before<F::Field> {
    texts
        .into_iter()
        .map(|(field, text)| overwrite(form, field, &text))
        .collect()
}

fn overwrite<F: Form>(form: &mut F, field: F::Field, text: &str) -> Overwritten<F::Field> {
    let before = form.shown(field);
    form.enter(field, text);
    Overwritten {
        field,
        before,
        after: form.shown(field),
    }
}
