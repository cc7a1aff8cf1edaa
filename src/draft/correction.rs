//! Ways out of what cannot be read or may be meant otherwise, each taken by one click.

use super::{Form, enter_in};
use crate::danish::Signs;
use crate::domain::{Amount, Content, Entry};

/// What is done to a field, or from it on, instead of typing it anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Correction {
    /// Type this instead.
    Type(String),
    /// Type one of these into each cell from the field on.
    OneInEachCell(Vec<String>),
    /// Turn the sign of every cell in the field's row that has the same sign.
    TurnSigns,
    /// Leave everything as it is: it is meant so.
    Keep,
}

/// What a correction did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Corrected {
    /// How many fields were written.
    pub written: usize,
    /// How many numbers there was no cell for.
    pub left_out: usize,
}

/// Corrects a field. Texts are read in the sign convention in which they were typed.
pub fn correct<F: Form>(
    form: &mut F,
    field: F::Field,
    correction: &Correction,
    signs: Signs,
) -> Corrected {
    match correction {
        Correction::Type(text) => {
            enter_in(form, field, text, signs);
            Corrected {
                written: 1,
                left_out: 0,
            }
        }
        Correction::OneInEachCell(numbers) => {
            let cells = cells_from(form, field);
            for (cell, number) in cells.iter().zip(numbers) {
                enter_in(form, *cell, number, signs);
            }
            let written = cells.len().min(numbers.len());
            Corrected {
                written,
                left_out: numbers.len() - written,
            }
        }
        Correction::TurnSigns => {
            let saves = |form: &F, cell| form.amount(cell).is_some_and(Amount::is_saving);
            let sign = saves(form, field);
            let mut written = 0;
            for cell in row_of(form, field) {
                let amount = form.amount(cell).filter(|amount| !amount.is_zero());
                if let Some(amount) = amount
                    && amount.is_saving() == sign
                    && !form.is_locked(cell)
                {
                    form.put(cell, Content::Amount(Entry::Value(-amount)));
                    written += 1;
                }
            }
            Corrected {
                written,
                left_out: 0,
            }
        }
        Correction::Keep => Corrected::default(),
    }
}

/// Returns the cells that a row of numbers is typed into from a field on: those that are not locked.
fn cells_from<F: Form>(form: &F, field: F::Field) -> Vec<F::Field> {
    let Some((row, column)) = form.position(field) else {
        return Vec::new();
    };
    (column..)
        .map_while(|column| form.cell(field, row, column))
        .filter(|&cell| !form.is_locked(cell))
        .collect()
}

/// Returns every cell in the row of a field; the field alone where it is no cell.
fn row_of<F: Form>(form: &F, field: F::Field) -> Vec<F::Field> {
    let Some((row, _)) = form.position(field) else {
        return vec![field];
    };
    (0..)
        .map_while(|column| form.cell(field, row, column))
        .collect()
}
