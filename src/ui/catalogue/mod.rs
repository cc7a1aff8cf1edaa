//! The page of a catalogue: Råderumskatalog.

mod entries;
mod head;
mod key_figures;
mod list;
mod outcome;
mod packages;
mod publish;
mod received;
mod relations;
mod ticks;

use std::collections::BTreeMap;

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
use super::tabs::{DrawnTab, Tab, Tabs};
use super::view::{page_heading, text};
use crate::domain::{
    Catalogue, Combination, Document, Id, LargestChoice, NotCounted, Total, YEARS, combine,
    largest_choice, passed_over,
};
use crate::text;
use crate::text::catalogue::tabs;
use crate::text::document;
use crate::web::{CatalogueTab, today, when_asked_to_show};

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
    /// What proposals have to do with each other, in a few words each.
    ties: Memo<BTreeMap<Id, Vec<String>>>,
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
        let shown = ShownCatalogue::new(document.into(), documents, editor.session.signs);
        let sums = Memo::new(move |_| {
            shown.sum(|catalogue, proposals| {
                let largest = largest_choice(catalogue, proposals);
                Sums {
                    combination: combine(catalogue, proposals, &largest.proposals),
                    passed_over: passed_over(catalogue, proposals, &largest.proposals),
                    largest,
                }
            })
        });
        Self {
            editor,
            entries,
            shown,
            sums,
            ties: Memo::new(move |_| {
                shown.sum(|catalogue, _| text::catalogue::packages::ties(catalogue))
            }),
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
        <article class="form-page form-page--tabbed form-page--catalogue">
            <p class="form-page__kind">{kicker}</p>
            {page_heading(title)}
            {key_figures::key_figures(on_page)}
            <div class="page-notes">
                {key_figures::head_line(on_page)} {problem_summary(editor)}
            </div>
            {parts(on_page)}
        </article>
        {grid_parts(editor)}
        <p class="sr-only" role="status">
            {editor.announcement}
        </p>
    }
    .into_any()
}

impl DrawnTab for CatalogueTab {
    fn drawn(self) -> Tab {
        let (name, label) = match self {
            Self::Proposals => ("proposals", tabs::PROPOSALS),
            Self::Relations => ("relations", tabs::RELATIONS),
            Self::Packages => ("packages", tabs::PACKAGES),
            Self::Publish => ("publish", tabs::PUBLISH),
            Self::Details => ("details", tabs::DETAILS),
        };
        let below = match self {
            // Paper says how proposals relate before it says what that leads to.
            Self::Proposals => "outcome",
            Self::Relations | Self::Packages | Self::Publish | Self::Details => "",
        };
        Tab { name, label, below }
    }
}

/// The tabs with their panels, which stand in the order of the paper.
fn parts(on_page: Page) -> AnyView {
    let shown = Tabs::<CatalogueTab>::of(on_page.editor.document.with_untracked(|of| of.id));
    when_asked_to_show(move |hidden| shown.show(hidden));
    view! {
        {shown.list(tabs::TABS)}
        {shown.panel(CatalogueTab::Details, head::head(on_page))}
        {shown.panel(CatalogueTab::Proposals, entries::entries(on_page))}
        {shown.panel(CatalogueTab::Relations, relations::relations(on_page))}
        {shown.panel_below(CatalogueTab::Proposals, outcome::outcome(on_page))}
        {shown.panel(CatalogueTab::Packages, packages::packages(on_page))}
        {shown
            .panel(
                CatalogueTab::Publish,
                view! {
                    {publish::publishing(on_page, shown.is_shown(CatalogueTab::Publish))}
                    {editions_of_draft(on_page.shown)}
                }
                    .into_any(),
            )}
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
