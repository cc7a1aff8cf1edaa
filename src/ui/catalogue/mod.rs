//! The page of a catalogue: Råderumskatalog.

mod bars;
mod entries;
mod head;
mod list;
mod outcome;
mod packages;
mod publish;
mod relations;
mod sums;

use std::collections::BTreeMap;

use leptos::prelude::*;

pub use list::catalogues;

use super::document_actions::document_actions;
use super::editor::Editor;
use super::notices::Notices;
use super::outputs::Printed;
use super::problems::problem_summary;
use super::rows::Rows;
use super::summary_bar::{BarFigure, summary_bar};
use super::view::{page_heading, text};
use crate::danish::Signs;
use crate::domain::{
    Catalogue, CatalogueField, Combination, Document, Id, LargestChoice, LeftOut, Proposal, Total,
    YEARS, combine, largest_choice, passed_over, proposals_in,
};
use crate::draft::{Form, PROPOSAL_UNIT};
use crate::text::{labels, page};
use crate::web::{Library, today};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Page {
    editor: Editor<Catalogue>,
    /// The proposals of the catalogue, in its order.
    entries: Rows,
    /// What the proposals that are here are called.
    titles: Memo<BTreeMap<Id, String>>,
    /// What the catalogue amounts to.
    sums: Memo<Sums>,
}

/// What the catalogue amounts to at most.
#[derive(Clone, PartialEq)]
struct Sums {
    largest: LargestChoice,
    combination: Combination,
    /// What does not count, and why.
    passed_over: Vec<LeftOut>,
}

impl Page {
    fn new(editor: Editor<Catalogue>) -> Self {
        let document = editor.document;
        let documents = editor.library.documents();
        let entries = Rows::new(move || {
            document.with(|catalogue| {
                let entries = catalogue.entries.iter();
                entries.map(|entry| entry.proposal).collect()
            })
        });
        let titles = Memo::new(move |_| {
            documents.with(|documents| {
                let proposals = proposals_in(documents).into_iter();
                proposals
                    .map(|(id, proposal)| (id, page::proposal_title(proposal)))
                    .collect()
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
            titles,
            sums,
        }
    }

    /// Looks at the catalogue with the proposals that are here.
    fn with<T>(self, look: impl FnOnce(&Catalogue, &BTreeMap<Id, &Proposal>) -> T) -> T {
        self.editor.library.documents().with(|documents| {
            self.editor
                .document
                .with(|catalogue| look(catalogue, &proposals_in(documents)))
        })
    }

    /// What the catalogue makes of a choice of proposals.
    fn combined(
        self,
        chosen: impl Fn(&Catalogue) -> Vec<Id> + Send + Sync + 'static,
    ) -> Memo<Combination> {
        Memo::new(move |_| {
            self.with(|catalogue, proposals| combine(catalogue, proposals, &chosen(catalogue)))
        })
    }

    /// A proposal in a sentence: its number and what it is called.
    fn name(self, proposal: Id) -> String {
        let number = self
            .editor
            .document
            .with(|catalogue| catalogue.number(proposal));
        self.titles
            .with(|titles| page::entry_name(number, titles.get(&proposal).map(String::as_str)))
    }

    /// Above a table of amounts: what it is of, the unit and the catalogue's price level.
    fn caption(self, what: Signal<String>) -> Signal<String> {
        let Editor {
            document, signs, ..
        } = self.editor;
        text(move || {
            let level = document.with(|catalogue| catalogue.shown(CatalogueField::PriceLevel));
            page::caption(&what.get(), signs.get(), &level)
        })
    }

    /// How changes are printed.
    fn printed(self) -> Printed {
        Printed::Change(PROPOSAL_UNIT, self.editor.signs)
    }

    /// The heads of the columns of years.
    fn year_heads(self) -> Vec<AnyView> {
        let heads = (0..YEARS).map(|year| {
            view! {
                <th scope="col" class="number">
                    {self.year_label(year)}
                </th>
            }
            .into_any()
        });
        heads.collect()
    }

    /// The head of a year's column.
    fn year_label(self, year: usize) -> Signal<String> {
        let document = self.editor.document;
        text(move || document.with(|catalogue| labels::year_column(&catalogue.first_year, year)))
    }

    /// The head of the column of all years.
    fn all_years(self) -> Signal<String> {
        let document = self.editor.document;
        text(move || document.with(|catalogue| labels::all_years(&catalogue.first_year)))
    }
}

/// The editor of a catalogue.
pub fn catalogue_page(
    catalogue: Catalogue,
    library: Library,
    notices: Notices,
    signs: RwSignal<Signs>,
) -> AnyView {
    library.load_all();
    let editor = Editor::new(catalogue, library, notices, signs);
    let on_page = Page::new(editor);
    let document = editor.document;
    let title = text(move || document.with(page::catalogue_title));
    let kicker = text(move || document.with(page::catalogue_kicker));
    let not_decided =
        text(move || document.with(|catalogue| page::not_decided(catalogue, today())));
    let current = move || Document::from(document.get_untracked());
    view! {
        {summary_bar(title, bar_figures(on_page), editor)}
        <p class="not-decided">{not_decided}</p>
        <article class="form-page form-page--catalogue">
            <p class="form-page__kind">{kicker}</p>
            {page_heading(title)}
            {document_actions(current, library, notices)}
            {problem_summary(editor)}
            {head::head(on_page)}
            {entries::entries(on_page)}
            {relations::relations(on_page)}
            {outcome::outcome(on_page)}
            {packages::packages(on_page)}
            {publish::publishing(on_page)}
        </article>
        <p class="sr-only" role="status">
            {editor.announcement}
        </p>
    }
    .into_any()
}

fn bar_figures(on_page: Page) -> Vec<BarFigure> {
    let printed = on_page.printed();
    let sums = on_page.sums;
    let years = (0..YEARS).map(|year| {
        let total = move || {
            let of_year = |sums: &Sums| sums.combination.years.get(year).map(|of| of.net_change);
            sums.with(of_year)
        };
        BarFigure::new(on_page.year_label(year), printed, total)
    });
    let all = BarFigure::new(on_page.all_years(), printed, move || {
        let total: Total = sums.with(|sums| sums.combination.net_change_total());
        Some(total)
    });
    years.chain([all.main()]).collect()
}
