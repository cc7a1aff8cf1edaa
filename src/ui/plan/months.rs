//! The columns of months, and the names of the cells below them.

use leptos::prelude::*;

use crate::domain::{ActionPlan, Id, Month, PlanField};
use crate::draft::Form;
use crate::text::labels;

/// The heads of the columns of months.
pub fn month_heads() -> Vec<AnyView> {
    let head = |month| {
        view! {
            <th scope="col" class="number">
                <abbr title=labels::month(month)>{labels::month_short(month)}</abbr>
            </th>
        }
        .into_any()
    };
    Month::ALL.into_iter().map(head).collect()
}

/// The names of the planned effects of a row.
pub fn effects(id: Id) -> Vec<String> {
    names(|month| PlanField::Effect(id, month))
}

/// The names of a row's cells, one for each month.
pub fn names(field: impl Fn(Month) -> PlanField) -> Vec<String> {
    Month::ALL
        .into_iter()
        .map(|month| ActionPlan::name(field(month)))
        .collect()
}
