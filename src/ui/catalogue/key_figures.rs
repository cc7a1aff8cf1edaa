//! What matters most, above the tabs: what the catalogue can give in each year against its target, and its head in one line.

use leptos::prelude::*;

use super::{Page, Sums};
use crate::domain::{Catalogue, CatalogueField};
use crate::draft::Form;
use crate::text::catalogue::key_figures;
use crate::ui::sums::meters;
use crate::ui::view::{link_button, text, when};
use crate::web::focus;

/// The figures of the permitted choice that saves most. Paper has them in the tables.
pub fn key_figures(on_page: Page) -> AnyView {
    let sums = on_page.sums;
    let combination = Memo::new(move |_| sums.with(|sums: &Sums| sums.combination.clone()));
    view! {
        <section class="key-figures d-print-none" aria-label=key_figures::KEY_FIGURES>
            {meters(on_page.shown, combination)}
        </section>
    }
    .into_any()
}

/// The head in one line, with the way to where it is typed.
pub fn head_line(on_page: Page) -> AnyView {
    let document = on_page.editor.document;
    let words = text(move || document.with(key_figures::head_in_one_line));
    let link = |label: &'static str, name: Option<&'static str>, field: CatalogueField| {
        let name = name.map(|name| name.to_owned().into());
        let go = move || focus(&Catalogue::name(field));
        link_button(label.to_owned().into(), name, false.into(), go)
    };
    let edit = link(
        key_figures::EDIT,
        Some(key_figures::EDIT_DETAILS),
        CatalogueField::Title,
    );
    let has_no_target =
        move || document.with(|catalogue| catalogue.targets.iter().all(|target| target.is_blank()));
    let targets = when(has_no_target, move || {
        let link = link(key_figures::TYPE_TARGETS, None, CatalogueField::Target(0));
        view! { " · " {link} }.into_any()
    });
    view! { <p class="head-line d-print-none">{words} " " {edit} {targets}</p> }.into_any()
}
