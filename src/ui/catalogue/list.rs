//! The catalogues on the start page. Their figures take the sums of a catalogue, so they are loaded with its page.

use leptos::prelude::*;

use crate::domain::{
    Catalogue, CatalogueField, Document, DocumentKind, Id, Total, combine, largest_choice,
    proposals_in, sort_by,
};
use crate::draft::{Form, PROPOSAL_UNIT};
use crate::text::catalogue::{head, names};
use crate::text::{document, labels, sums};
use crate::ui::outputs::Printed;
use crate::ui::row_actions::row_actions;
use crate::ui::session::Session;
use crate::ui::view::{keyed, row_key, text};
use crate::web::{DanishOrder, Route};

/// A catalogue as the list shows it.
#[derive(Clone, PartialEq, Hash)]
struct Row {
    id: Id,
    title: String,
    year: String,
    edition: String,
    proposals: usize,
    /// Of the permitted choice that saves most, over the four years.
    net_change: Total,
    /// How far each year is from its target.
    against_targets: Vec<String>,
}

/// The section of the start page with the catalogues.
pub fn catalogues(session: Session) -> AnyView {
    let Session { library, signs, .. } = session;
    let documents = library.documents();
    // The latest year first.
    let rows = Memo::new(move |_| {
        documents.with(|documents| {
            let proposals = proposals_in(documents);
            let row = |catalogue: &Catalogue| {
                let largest = largest_choice(catalogue, &proposals);
                let sums = combine(catalogue, &proposals, &largest.proposals);
                Row {
                    id: catalogue.id,
                    title: document::catalogue_title(catalogue),
                    year: catalogue.shown(CatalogueField::FirstYear),
                    edition: catalogue.edition.map(names::edition).unwrap_or_default(),
                    proposals: catalogue.entries.len(),
                    net_change: sums.net_change_total(),
                    against_targets: head::against_targets(catalogue, &sums.years),
                }
            };
            let mut rows: Vec<Row> = documents
                .values()
                .filter_map(|document| match document {
                    Document::Catalogue(catalogue) => Some(row(catalogue)),
                    Document::Proposal(_) | Document::ActionPlan(_) => None,
                })
                .collect();
            let danish = DanishOrder::new();
            sort_by(&mut rows, |a, b| {
                let by_year = b.year.cmp(&a.year);
                by_year.then_with(|| danish.compare(&a.title, &b.title))
            });
            rows
        })
    });
    let keys = Signal::derive(move || {
        rows.with(|rows| rows.iter().map(|row| row_key(row.id, row)).collect())
    });
    let body = keyed(keys, move |id| {
        let row = rows.with_untracked(|rows| rows.iter().find(|row| row.id == id).cloned());
        row.map_or_else(|| ().into_any(), |row| table_row(row, session))
    });
    let caption = text(move || head::catalogues_caption(signs.get()));
    view! {
        <section class="overview__section" aria-labelledby="catalogues-heading">
            <h2 id="catalogues-heading">{head::CATALOGUES_HEADING}</h2>
            <div
                class="table-frame"
                role="region"
                aria-labelledby="catalogues-caption"
                tabindex="0"
            >
                <table class="table figures figures--list">
                    <caption id="catalogues-caption">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{head::CATALOGUE}</th>
                            <th scope="col">{labels::FIRST_YEAR}</th>
                            <th scope="col">{names::EDITION}</th>
                            <th scope="col" class="number">
                                {head::CATALOGUE_PROPOSALS}
                            </th>
                            <th scope="col" class="number">
                                {labels::of_all_years(labels::NET_CHANGE)}
                            </th>
                            <th scope="col">{sums::AGAINST_TARGET}</th>
                            <th scope="col" class="d-print-none">
                                <span class="sr-only">{document::ACTIONS}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn table_row(row: Row, session: Session) -> AnyView {
    let Session { signs, .. } = session;
    let net_change = text(move || Printed::Change(PROPOSAL_UNIT, signs).total(row.net_change));
    let actions = row_actions(DocumentKind::Catalogue, row.id, &row.title, session);
    let targets: Vec<AnyView> = row
        .against_targets
        .into_iter()
        .map(|words| view! { <div>{words}</div> }.into_any())
        .collect();
    view! {
        <tr>
            <th scope="row">
                <a href=Route::Catalogue(row.id).href()>{row.title}</a>
            </th>
            <td>{row.year}</td>
            <td>{row.edition}</td>
            <td class="number">{row.proposals.to_string()}</td>
            <td class="number row-sum">{net_change}</td>
            <td>{targets}</td>
            <td class="d-print-none">{actions}</td>
        </tr>
    }
    .into_any()
}
