//! The page of a catalogue: Råderumskatalog.

mod entries;
mod head;
mod list;
mod outcome;
mod packages;
mod publish;
mod received;
mod relations;

use leptos::prelude::*;

pub use list::catalogues;
pub use received::received_package;

use super::document_actions::document_menus;
use super::editions::editions_of_draft;
use super::editor::{Editor, grid_parts};
use super::problems::problem_summary;
use super::rows::Rows;
use super::session::Session;
use super::summary_bar::{BarFigure, summary_bar};
use super::sums::ShownCatalogue;
use super::view::{page_heading, text};
use crate::domain::{
    Catalogue, Combination, Document, LargestChoice, NotCounted, Total, YEARS, combine,
    largest_choice, passed_over, proposals_in,
};
use crate::text;
use crate::text::document;
use crate::web::today;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Page {
    editor: Editor<Catalogue>,
    /// The proposals of the catalogue, in its order.
    entries: Rows,
    /// What it is shown with.
    shown: ShownCatalogue,
    /// What the catalogue amounts to.
    sums: Memo<Sums>,
}

/// What the catalogue amounts to at most.
#[derive(Clone, PartialEq)]
struct Sums {
    largest: LargestChoice,
    combination: Combination,
    /// What does not count, and why.
    passed_over: Vec<NotCounted>,
}

impl Page {
    fn new(editor: Editor<Catalogue>) -> Self {
        let document = editor.document;
        let documents = editor.session.library.documents();
        let entries = Rows::new(move || {
            document.with(|catalogue| {
                let entries = catalogue.entries.iter();
                entries.map(|entry| entry.proposal).collect()
            })
        });
        let sums = Memo::new(move |_| {
            documents.with(|documents| {
                let proposals = proposals_in(documents);
                document.with(|catalogue| {
                    let largest = largest_choice(catalogue, &proposals);
                    Sums {
                        combination: combine(catalogue, &proposals, &largest.proposals),
                        passed_over: passed_over(catalogue, &proposals, &largest.proposals),
                        largest,
                    }
                })
            })
        });
        Self {
            editor,
            entries,
            shown: ShownCatalogue::new(document.into(), documents, editor.session.signs),
            sums,
        }
    }
}

/// The editor of a catalogue.
pub fn catalogue_page(catalogue: Catalogue, session: Session) -> AnyView {
    let Session { library, .. } = session;
    library.load_all();
    let editor = Editor::new(catalogue, session);
    let on_page = Page::new(editor);
    let document = editor.document;
    let title = text(move || document.with(document::catalogue_title));
    let kicker = text(move || document.with(text::catalogue::head::catalogue_kicker));
    let not_decided = text(move || {
        document.with(|catalogue| text::catalogue::head::not_decided(catalogue, today()))
    });
    let current = move || Document::from(document.get_untracked());
    let menus = move || document_menus(Vec::new(), current, session);
    view! {
        {summary_bar(title, move || bar_figures(on_page), menus, editor)}
        <p class="not-decided">{not_decided}</p>
        <article class="form-page form-page--catalogue">
            <p class="form-page__kind">{kicker}</p>
            {page_heading(title)}
            {problem_summary(editor)}
            {head::head(on_page)}
            {entries::entries(on_page)}
            {relations::relations(on_page)}
            {outcome::outcome(on_page)}
            {packages::packages(on_page)}
            {publish::publishing(on_page)}
            {editions_of_draft(on_page.shown)}
        </article>
        {grid_parts(editor)}
        <p class="sr-only" role="status">
            {editor.announcement}
        </p>
    }
    .into_any()
}

fn bar_figures(on_page: Page) -> Vec<BarFigure> {
    let printed = on_page.shown.printed();
    let sums = on_page.sums;
    let years = (0..YEARS).map(|year| {
        let total = move || {
            let of_year = |sums: &Sums| sums.combination.years.get(year).map(|of| of.net_change);
            sums.with(of_year)
        };
        BarFigure::new(on_page.shown.year_label(year), printed, total)
    });
    let all = BarFigure::new(on_page.shown.all_years(), printed, move || {
        let total: Total = sums.with(|sums| sums.combination.net_change_total());
        Some(total)
    });
    years.chain([all.main()]).collect()
}
