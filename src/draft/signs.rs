//! Fields as a municipality's sign convention shows them.

use super::{Form, fill_right};
use crate::danish::{Signs, is_turned, says_direction, says_per_year};
use crate::domain::{Content, Entry};

/// Returns what a field shows in a sign convention.
pub fn shown_in<F: Form>(form: &F, field: F::Field, signs: Signs) -> String {
    let change = form.amount(field).filter(|_| F::is_change(field));
    match change {
        Some(change) => signs.print_in_row(change, F::UNIT, F::direction(field)),
        None => form.shown(field),
    }
}

/// Takes in what somebody typed in a sign convention. `sparer` and `koster` mean the same in all of them. An amount per
/// year is that of the years after it too.
pub fn enter_in<F: Form>(form: &mut F, field: F::Field, typed: &str, signs: Signs) {
    enter_alone(form, field, typed, signs);
    if filled_years(form, field, typed) > 0 {
        _ = fill_right(form, field);
    }
}

/// Returns how many years after its own an amount fills that was typed into a field: none, unless it says that it is
/// one per year.
pub fn filled_years<F: Form>(form: &F, field: F::Field, typed: &str) -> usize {
    let is_per_year = F::is_yearly(field) && says_per_year(typed) && form.error(field).is_none();
    let position = form.position(field).filter(|_| is_per_year);
    position.map_or(0, |(row, column)| {
        let after = |column| form.cell(field, row, column);
        (column + 1..).map_while(after).count()
    })
}

/// Takes in what somebody typed in a sign convention, in this field alone, even if it is an amount per year.
pub(super) fn enter_alone<F: Form>(form: &mut F, field: F::Field, typed: &str, signs: Signs) {
    form.enter(field, typed);
    let is_as_typed = !is_turned(signs, F::direction(field));
    if is_as_typed || !F::is_change(field) || says_direction(typed) {
        return;
    }
    if let Some(entered) = form.amount(field) {
        form.put(field, Content::Amount(Entry::Value(-entered)));
    }
}
