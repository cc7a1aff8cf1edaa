//! Fields as a municipality's sign convention shows them.

use super::Form;
use crate::danish::{Direction, MINUS, Signs, opposite, says_direction};

/// What a field shows in a sign convention.
pub fn shown_in<F: Form>(form: &F, field: F::Field, signs: Signs) -> String {
    let shown = form.shown(field);
    if signs == Signs::MinusSaves || !F::is_change(field) || !is_value(form, field, &shown) {
        return shown;
    }
    let other = opposite(&shown);
    match signs {
        Signs::MinusSaves => shown,
        Signs::PlusSaves => other,
        Signs::Words if shown == "0" => shown,
        Signs::Words if shown.starts_with(MINUS) => {
            format!("{} {other}", Direction::Saves.word())
        }
        Signs::Words => format!("{} {shown}", Direction::Costs.word()),
    }
}

/// Takes in what somebody typed in a sign convention. `sparer` and `koster` mean the same in all of them.
pub fn enter_in<F: Form>(form: &mut F, field: F::Field, typed: &str, signs: Signs) {
    form.enter(field, typed);
    if signs != Signs::PlusSaves || !F::is_change(field) || says_direction(typed) {
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
