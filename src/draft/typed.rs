//! Typing over what stands in a field, and taking it back.

use super::{Form, enter_in};
use crate::danish::{AmountUnit, Signs, has_equals, is_calculation, read_amount};

/// What somebody typed into a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// What stands in the field now.
    pub text: String,
    /// What stood there when it was entered, while that is changed piece by piece; `None` once it was replaced whole.
    pub over: Option<String>,
}

impl Typed {
    /// Returns whether a number that stood there became part of arithmetic that nobody asked for by `=`.
    fn computes_with_what_stood(&self) -> bool {
        let stood = self.over.as_deref().unwrap_or_default();
        let stood = stood.trim_end_matches('%');
        // Arithmetic that can be read only stands there where it was refused before.
        let was_number = matches!(read_amount(stood, AmountUnit::Kroner), Ok(Some(_)));
        was_number && is_calculation(&self.text) && !has_equals(&self.text)
    }
}

/// Takes in what somebody typed in a sign convention. Arithmetic with a number that stood there is not computed unless
/// it begins with `=`: who types `-600` into `−500` means to write over it. It stays as it was typed, as something that
/// cannot be read.
pub fn enter_typed<F: Form>(form: &mut F, field: F::Field, typed: &Typed, signs: Signs) {
    if F::is_number(field) && typed.computes_with_what_stood() {
        form.keep_unread(field, &typed.text);
    } else {
        enter_in(form, field, &typed.text, signs);
    }
}

/// Puts back what the cells to the right of a field were before an amount per year that was typed into it filled them too.
pub fn put_back_years<F: Form>(form: &mut F, field: F::Field, before: &F) {
    let Some((row, column)) = form.position(field) else {
        return;
    };
    let cells = (column + 1..).map_while(|column| before.cell(field, row, column));
    for cell in cells {
        let shown = before.shown(cell);
        if before.error(cell).is_some() {
            form.keep_unread(cell, &shown);
        } else {
            form.enter(cell, &shown);
        }
    }
}

/// Puts back what a field showed. `could_be_read`: whether that was a value.
pub fn put_back<F: Form>(
    form: &mut F,
    field: F::Field,
    shown: &str,
    could_be_read: bool,
    signs: Signs,
) {
    enter_in(form, field, shown, signs);
    if !could_be_read && form.error(field).is_none() {
        form.keep_unread(field, shown);
    }
}
