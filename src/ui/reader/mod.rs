//! What the program adds to a published page for its readers. The text of the page stands as it is, and nothing here can
//! change what is published.

mod answer;
mod data;
mod list;
mod overview;
mod own_package;
mod share;
mod state;

use leptos::prelude::*;

use state::Reader;

use super::editions::editions;
use super::notices::notice_area;
use crate::domain::Document;
use crate::publication::{COLOPHON, Colophon, PROGRAM, PROGRAM_LINK, PROGRAM_SECTIONS, REPLACED};
use crate::web::{attribute, focus, mark, missed_place, mount_in, reveal, say_text_only};

/// Fills the places that the page leaves for the program. Where no catalogue is published, the page says that it can only be
/// read.
pub fn reader(documents: Vec<Document>) {
    let catalogue = documents.iter().find_map(|document| match document {
        Document::Catalogue(catalogue) => Some(catalogue.clone()),
        Document::Proposal(_) | Document::ActionPlan(_) => None,
    });
    let Some(catalogue) = catalogue else {
        say_text_only();
        return;
    };
    let documents = documents.into_iter();
    let documents = documents
        .map(|document| (document.id(), document))
        .collect();
    let [overview_place, proposals, choice, editions_place] = PROGRAM;
    mount_in(proposals, move || {
        let colophon = Colophon::read(|name| attribute(COLOPHON, name));
        let reader = Reader::new(catalogue, documents, colophon);
        mount_in(overview_place, move || overview::overview(reader));
        mount_in(choice, move || {
            view! {
                {own_package::own_package(reader)}
                {answer::answer(reader)}
            }
            .into_any()
        });
        mount_in(editions_place, move || {
            view! {
                {editions(reader.shown, reader.published_at)}
                {data::data(reader)}
            }
            .into_any()
        });
        view! {
            {list::list(reader)}
            <p class="sr-only" role="status">
                {reader.announcement}
            </p>
            {notice_area(reader.notices)}
        }
        .into_any()
    });
    // Not before: should the program fail while it draws, the text is there as it was.
    for replaced in REPLACED {
        mark(replaced, "on-paper-only");
    }
    reveal(PROGRAM_LINK);
    // When the browser looked for the place that the address names, it was not there yet.
    if let Some(place) = missed_place() {
        let sections = PROGRAM_SECTIONS.iter();
        if sections.map(|(id, _)| *id).any(|id| id == place) {
            focus(&place);
        }
    }
}
