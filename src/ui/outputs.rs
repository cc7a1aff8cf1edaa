//! Computed figures.

use leptos::prelude::*;

use super::view::{flag, text};
use crate::danish::{AmountUnit, print_amount};
use crate::domain::Total;
use crate::text::messages;

/// A computed figure. It is no live region: forty of them would drown a screen reader.
pub fn output(
    label: Signal<String>,
    figure: Signal<String>,
    is_incomplete: Signal<bool>,
) -> AnyView {
    view! {
        <output
            aria-live="off"
            aria-label=label
            class="figure"
            class:figure--incomplete=is_incomplete
        >
            {figure}
        </output>
    }
    .into_any()
}

/// A computed total.
pub fn total_output(
    label: Signal<String>,
    unit: AmountUnit,
    total: impl Fn() -> Total + Send + Sync + 'static,
) -> AnyView {
    optional_total_output(label, unit, move || Some(total()))
}

/// A computed total that is blank while there is nothing to compute it from.
pub fn optional_total_output(
    label: Signal<String>,
    unit: AmountUnit,
    total: impl Fn() -> Option<Total> + Send + Sync + 'static,
) -> AnyView {
    let total = Memo::new(move |_| total());
    output(
        label,
        text(move || optional_total_text(total.get(), unit)),
        flag(move || total.get() == Some(Total::Incomplete)),
    )
}

/// A total in a unit, or the word for one that is incomplete.
pub fn total_text(total: Total, unit: AmountUnit) -> String {
    total.amount().map_or_else(
        || messages::INCOMPLETE.to_owned(),
        |amount| print_amount(amount, unit),
    )
}

/// A total in a unit, or nothing.
pub fn optional_total_text(total: Option<Total>, unit: AmountUnit) -> String {
    total.map_or_else(String::new, |total| total_text(total, unit))
}
