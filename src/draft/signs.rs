//! Fields as a municipality's sign convention shows them.

use super::Form;
use crate::danish::{Direction, MINUS, Signs, is_turned, opposite, says_direction};

/// What a field shows in a sign convention.
pub fn shown_in<F: Form>(form: &F, field: F::Field, signs: Signs) -> String {
    let shown = form.shown(field);
    if signs == Signs::MinusSaves || !F::is_change(field) || !is_value(form, field, &shown) {
        return shown;
    }
    let other = opposite(&shown);
    let is_nothing = shown == "0";
    let (direction, size) = if shown.starts_with(MINUS) {
        (Direction::Saves, &other)
    } else {
        (Direction::Costs, &shown)
    };
    match signs {
        Signs::MinusSaves => shown,
        Signs::PlusSaves => other,
        Signs::Words | Signs::RowDecides if is_nothing => shown,
        Signs::RowDecides if F::direction(field) == Some(direction) => size.clone(),
        Signs::Words | Signs::RowDecides => format!("{} {size}", direction.word()),
    }
}

/// Takes in what somebody typed in a sign convention. `sparer` and `koster` mean the same in all of them.
pub fn enter_in<F: Form>(form: &mut F, field: F::Field, typed: &str, signs: Signs) {
    form.enter(field, typed);
    let is_as_typed = !is_turned(signs, F::direction(field));
    if is_as_typed || !F::is_change(field) || says_direction(typed) {
        return;
    }
    let entered = form.shown(field);
    if is_value(form, field, &entered) {
        form.enter(field, &opposite(&entered));
    }
}

fn is_value<F: Form>(form: &F, field: F::Field, shown: &str) -> bool {
    !shown.is_empty() && form.error(field).is_none()
}
