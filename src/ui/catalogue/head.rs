//! What the catalogue is about, and what it must reach.

use leptos::prelude::*;

use super::Page;
use crate::domain::{Catalogue, CatalogueField, YEARS};
use crate::draft::Form;
use crate::text::catalogue::head;
use crate::text::{editor, labels};
use crate::ui::cell::cell;
use crate::ui::form_field::form_field;
use crate::ui::messages::row_messages;
use crate::ui::outputs::meaning;
use crate::ui::view::text;

/// The head, and the targets.
pub fn head(on_page: Page) -> AnyView {
    let editor = on_page.editor;
    let field = move |field| form_field(editor, field);
    view! {
        <section
            class="form-section form-section--head form-section--pairs"
            aria-label=editor::HEAD
        >
            {field(CatalogueField::Title)}
            {field(CatalogueField::Municipality)}
            {field(CatalogueField::FirstYear)}
            {field(CatalogueField::PriceLevel)}
            {field(CatalogueField::Stage)}
            <div></div>
            {field(CatalogueField::HearingFrom)}
            {field(CatalogueField::HearingTo)}
            <div class="form-section__wide">{field(CatalogueField::Introduction)}</div>
        </section>
        {targets(on_page)}
    }
    .into_any()
}

fn targets(on_page: Page) -> AnyView {
    let editor = on_page.editor;
    let caption = text(move || {
        editor
            .document
            .with(|catalogue| head::targets_caption(&catalogue.shown(CatalogueField::PriceLevel)))
    });
    let words = move |year: usize| {
        meaning(move || {
            editor.document.with(|catalogue| {
                let target = catalogue.targets.get(year).and_then(|entry| entry.value());
                target.map(head::target_meaning).unwrap_or_default()
            })
        })
    };
    let hint = text(move || head::targets_hint(editor.session.signs.get()));
    view! {
        <section class="form-section" aria-labelledby="targets-heading">
            <h2 id="targets-heading">{head::TARGETS}</h2>
            <p class="form-hint catalogue__read">{hint}</p>
            <div class="table-frame" role="region" aria-labelledby="targets-caption" tabindex="0">
                <table class="table figures figures--targets">
                    <caption id="targets-caption">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">
                                <span class="sr-only">{labels::ROW}</span>
                            </th>
                            {on_page.shown.year_heads()}
                        </tr>
                    </thead>
                    <tbody>
                        {amounts_row(on_page, labels::TARGET, CatalogueField::Target, words)}
                    </tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// A row with an amount per year, and what is said about them.
pub fn amounts_row(
    on_page: Page,
    label: &'static str,
    field_of: impl Fn(usize) -> CatalogueField + Copy + Send + Sync + 'static,
    words: impl Fn(usize) -> AnyView,
) -> AnyView {
    let editor = on_page.editor;
    let cells: Vec<AnyView> = (0..YEARS)
        .map(|year| {
            let field = field_of(year);
            let name = text(move || {
                editor
                    .document
                    .with(|catalogue| labels::catalogue_field(catalogue, field))
            });
            view! { <td>{cell(&editor.field(field), name)} {words(year)}</td> }.into_any()
        })
        .collect();
    let names = (0..YEARS).map(|year| Catalogue::name(field_of(year)));
    view! {
        <tr>
            <th scope="row">{label}</th>
            {cells}
        </tr>
        {row_messages(names.collect(), editor.problems, YEARS + 1)}
    }
    .into_any()
}
