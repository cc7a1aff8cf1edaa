//! What the catalogue amounts to at most, in figures that explain themselves, in place of what stands in the page.

use leptos::prelude::*;

use super::state::Reader;
use crate::domain::largest_choice;
use crate::text;
use crate::ui::sums::{Level, bars, notes, parts, sentences, sums_table};

/// The figures.
pub fn overview(reader: Reader) -> AnyView {
    let shown = reader.shown;
    let largest = untrack(|| shown.with(largest_choice));
    let combination = shown.combined(move || largest.proposals.clone());
    let of: Signal<String> = text::sums::OF_CATALOGUE.to_owned().into();
    let caption = shown.caption(text::sums::AMOUNTS_TO.to_owned().into());
    let about = sentences(Level::Third, text::sums::ABOUT_SUM, move || {
        combination.with(|sums| notes(shown, sums, false))
    });
    view! {
        <div class="d-print-none">
            {bars(shown, "overview", combination)}
            {sums_table(shown, "overview", of, caption, combination)}
            {parts(shown, "overview", of, combination)} {about}
        </div>
    }
    .into_any()
}
