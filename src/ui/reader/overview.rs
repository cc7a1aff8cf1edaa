//! What the catalogue amounts to at most, in figures that explain themselves, in place of the table that stands in the page.

use leptos::prelude::*;

use super::state::Reader;
use crate::domain::largest_choice;
use crate::text::page;
use crate::ui::sums::{parts, sums_table};

/// The figures.
pub fn overview(reader: Reader) -> AnyView {
    let shown = reader.shown;
    let largest = shown.with(|catalogue, proposals| largest_choice(catalogue, proposals));
    let combination = shown.combined(move |_| largest.proposals.clone());
    let of: Signal<String> = page::OF_CATALOGUE.to_owned().into();
    let caption = shown.caption(page::AMOUNTS_TO.to_owned().into());
    view! {
        <div class="d-print-none">
            {sums_table(shown, "overview", of, caption, combination)}
            {parts(shown, "overview", of, combination)}
        </div>
    }
    .into_any()
}
