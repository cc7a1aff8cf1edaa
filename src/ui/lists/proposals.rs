//! The list of proposals: found, filtered, sorted and added up.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use super::LoadNotCounted;
use crate::domain::{
    Catalogue, Document, DocumentKind, Id, ListSum, Proposal, ProposalField, Total, Year,
    proposals_in,
};
use crate::draft::{Form, PROPOSAL_UNIT};
use crate::text;
use crate::text::{document, explanation, labels, messages, overview};
use crate::ui::explain::Explain;
use crate::ui::filtering::{Filter, Listed, Order};
use crate::ui::outputs::{Printed, meaning, total_output};
use crate::ui::row_actions::row_actions;
use crate::ui::rows::FIRST_ROWS;
use crate::ui::session::Session;
use crate::ui::view::{dynamic, keyed, link_button, row_key, text, when};
use crate::web::Route;

/// The catalogues of the library.
fn catalogues_in(documents: &BTreeMap<Id, Document>) -> impl Iterator<Item = &Catalogue> {
    documents.values().filter_map(|document| match document {
        Document::Catalogue(catalogue) => Some(catalogue),
        Document::Proposal(_) | Document::ActionPlan(_) => None,
    })
}

/// What the list can be sorted by.
const ORDERS: [Order; 4] = [
    Order::Changed,
    Order::Title,
    Order::Department,
    Order::Total,
];

/// A proposal as the list needs it.
#[derive(Clone, PartialEq, Hash)]
struct Row {
    listed: Listed,
    by_year: Vec<(Year, Total)>,
    /// As it is printed; empty when there is none.
    price_level: String,
}

impl Row {
    fn of(proposal: &Proposal) -> Self {
        Self {
            listed: Listed::new(proposal, proposal.net_change_total(), ""),
            by_year: proposal
                .calendar_years()
                .filter_map(|year| Some((year, proposal.net_change_in(year)?)))
                .collect(),
            price_level: proposal.shown(ProposalField::PriceLevel),
        }
    }

    fn in_year(&self, year: Year) -> Option<Total> {
        self.by_year
            .iter()
            .find(|(other, _)| *other == year)
            .map(|(_, total)| *total)
    }
}

/// The section of the start page with the proposals; nothing while there are none.
pub fn proposals(load_not_counted: LoadNotCounted, session: Session) -> AnyView {
    let Session { library, .. } = session;
    let documents = library.documents();
    let rows = Memo::new(move |_| {
        documents.with(|documents| {
            documents
                .values()
                .filter_map(|document| match document {
                    Document::Proposal(proposal) => Some(Row::of(proposal)),
                    Document::ActionPlan(_) | Document::Catalogue(_) => None,
                })
                .collect::<Vec<_>>()
        })
    });
    when(
        move || rows.with(|rows| !rows.is_empty()),
        move || {
            view! {
                <section class="overview__section" aria-labelledby="proposals-heading">
                    <h2 id="proposals-heading">{overview::PROPOSALS_HEADING}</h2>
                    {list(rows, load_not_counted, session)}
                </section>
            }
            .into_any()
        },
    )
}

fn list(rows: Memo<Vec<Row>>, load_not_counted: LoadNotCounted, session: Session) -> AnyView {
    let Session { library, signs, .. } = session;
    let filter = Filter::in_address(&ORDERS, move || {
        rows.with(|rows| {
            rows.iter()
                .map(|row| row.listed.department.clone())
                .collect()
        })
    });
    let shows_all = RwSignal::new(false);
    let found = Memo::new(move |_| rows.with(|rows| filter.apply(rows, |row| &row.listed)));
    let count = move || found.with(Vec::len);
    let has_catalogues = Memo::new(move |_| {
        library
            .documents()
            .with(|documents| catalogues_in(documents).next().is_some())
    });
    // A first visit has no catalogue, and does not load what computes with them.
    let not_counted = load_not_counted(has_catalogues);
    let sum = Memo::new(move |_| {
        let not_counted = not_counted.get();
        let shown: BTreeSet<Id> = found.with(|rows| rows.iter().map(|row| row.listed.id).collect());
        library.documents().with(|documents| {
            let catalogues: Vec<&Catalogue> = catalogues_in(documents).collect();
            let mut proposals = proposals_in(documents);
            proposals.retain(|id, _| shown.contains(id));
            match not_counted {
                Some(not_counted) => ListSum::of(not_counted(&catalogues, &proposals), &proposals),
                None if catalogues.is_empty() => ListSum::of(BTreeSet::new(), &proposals),
                None => ListSum::without_sums(&proposals),
            }
        })
    });
    let years = Memo::new(move |_| sum.with(|sum| sum.years.keys().copied().collect::<Vec<_>>()));
    let keys = Signal::derive(move || {
        let most = if shows_all.get() {
            usize::MAX
        } else {
            FIRST_ROWS
        };
        found.with(|rows| {
            let rows = rows.iter().take(most);
            rows.map(|row| row_key(row.listed.id, row)).collect()
        })
    });
    let body = keyed(keys, move |id| {
        found
            .with_untracked(|rows| rows.iter().find(|row| row.listed.id == id).cloned())
            .map_or_else(|| ().into_any(), |row| table_row(row, years, sum, session))
    });
    let year_heads = dynamic(move || {
        let years = years.get().into_iter();
        let heads: Vec<AnyView> = years
            .map(|year| {
                view! {
                    <th scope="col" class="number">
                        {year.number().to_string()}
                    </th>
                }
                .into_any()
            })
            .collect();
        heads.into_any()
    });
    let rest = when(
        move || count() > FIRST_ROWS && !shows_all.get(),
        move || {
            let all = text(move || text::filtering::show_all(count()));
            let button = link_button(all, None, false.into(), move || shows_all.set(true));
            view! { <p>{text::filtering::shown_of(FIRST_ROWS)} " " {button}</p> }.into_any()
        },
    );
    let count_without_year = move || sum.with(|sum| sum.without_year);
    let without_year = when(
        move || count_without_year() > 0,
        move || {
            let words = text(move || overview::without_year(count_without_year()));
            view! { <p class="message message--advice">{words}</p> }.into_any()
        },
    );
    let levels = Memo::new(move |_| {
        found.with(|rows| {
            let levels: BTreeSet<String> = rows.iter().map(|row| row.price_level.clone()).collect();
            levels.into_iter().collect::<Vec<_>>()
        })
    });
    let caption = text(move || {
        levels.with(|levels| {
            let common = match levels.as_slice() {
                [common] => common.as_str(),
                _ => "",
            };
            document::thousands(signs.get(), common)
        })
    });
    // Proposals that name no level say nothing about it.
    let named_levels = move || {
        levels.with(|levels| {
            let named = levels.iter().filter(|level| !level.is_empty());
            named.cloned().collect::<Vec<_>>()
        })
    };
    let mixed_levels = when(
        move || named_levels().len() > 1,
        move || {
            let words = text(move || overview::mixed_price_levels(&named_levels().join(", ")));
            view! { <p class="message message--advice">{words}</p> }.into_any()
        },
    );
    let count_left_out = move || sum.with(|sum| sum.not_counted.len());
    let not_counted = when(
        move || count_left_out() > 0,
        move || {
            let words = text(move || overview::left_out_of_sum(count_left_out()));
            view! { <p class="message message--advice">{words}</p> }.into_any()
        },
    );
    view! {
        {filter.draw(().into_any())}
        <p class="overview__count" role="status">
            {text(move || {
                let without_amount = sum.with(|sum| sum.without_amount);
                text::filtering::found(count(), rows.with(Vec::len), without_amount)
            })}
        </p>
        <div class="table-frame" role="region" aria-labelledby="proposals-caption" tabindex="0">
            <table class="table figures figures--list">
                <caption id="proposals-caption">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{overview::HEADING}</th>
                        <th scope="col">{overview::DEPARTMENT}</th>
                        <th scope="col">{overview::KIND}</th>
                        {year_heads}
                        <th scope="col" class="number">
                            {labels::TOTAL}
                        </th>
                        <th scope="col" class="d-print-none">
                            <span class="sr-only">{document::ACTIONS}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
                <tfoot>{sum_row(sum, found, years, session)}</tfoot>
            </table>
        </div>
        {rest}
        {without_year}
        {mixed_levels}
        {not_counted}
    }
    .into_any()
}

fn table_row(row: Row, years: Memo<Vec<Year>>, sum: Memo<ListSum>, session: Session) -> AnyView {
    let Session { signs, .. } = session;
    let printed = Printed::Change(PROPOSAL_UNIT, signs);
    let kinds: Vec<_> = row
        .listed
        .kinds
        .iter()
        .map(|&kind| labels::kind(kind))
        .collect();
    let actions = row_actions(
        DocumentKind::Proposal,
        row.listed.id,
        &row.listed.title,
        session,
    );
    let address = Route::Proposal(row.listed.id).href();
    let (title, department) = (row.listed.title.clone(), row.listed.department.clone());
    let (row_total, has_amount) = (row.listed.total, row.listed.has_amount);
    let total = text(move || printed.total(row_total));
    let id = row.listed.id;
    let is_left_out = Memo::new(move |_| sum.with(|sum| sum.not_counted.contains(&id)));
    let note = meaning(move || {
        let note = match (has_amount, is_left_out.get()) {
            (false, _) => messages::NO_AMOUNT_YET,
            (true, true) => overview::NOT_IN_SUM,
            (true, false) => "",
        };
        note.to_owned()
    });
    let by_year = dynamic(move || {
        let years = years.get().into_iter();
        let cells: Vec<AnyView> = years
            .map(|year| {
                let total = row.in_year(year);
                view! { <td class="number">{printed.optional(total)}</td> }.into_any()
            })
            .collect();
        cells.into_any()
    });
    view! {
        <tr>
            <th scope="row">
                <a href=address>{title}</a>
            </th>
            <td>{department}</td>
            <td>{kinds.join(", ")}</td>
            {by_year}
            <td class="number row-sum">{total} {note}</td>
            <td class="d-print-none">{actions}</td>
        </tr>
    }
    .into_any()
}

/// The sum of the proposals that were found, not only of those drawn.
fn sum_row(
    sum: Memo<ListSum>,
    found: Memo<Vec<Row>>,
    years: Memo<Vec<Year>>,
    session: Session,
) -> AnyView {
    let Session { library, signs, .. } = session;
    let printed = Printed::Change(PROPOSAL_UNIT, signs);
    let explain = move |year: Option<Year>| -> Explain {
        Arc::new(move || {
            library.documents().with_untracked(|documents| {
                found.with_untracked(|rows| {
                    let counted = rows
                        .iter()
                        .map(|row| row.listed.id)
                        .filter(|id| sum.with_untracked(|sum| !sum.not_counted.contains(id)));
                    let proposals = counted.filter_map(|id| match documents.get(&id) {
                        Some(Document::Proposal(proposal)) => Some(proposal),
                        _ => None,
                    });
                    explanation::proposals(proposals, year, signs.get_untracked())
                })
            })
        })
    };
    let of_years = dynamic(move || {
        let years = years.get().into_iter();
        let cells: Vec<AnyView> = years
            .map(|year| {
                let label = overview::sum_of_found(&year.number().to_string());
                let total = move || sum.with(|sum| sum.years.get(&year).copied());
                let output = total_output(label.into(), printed, total, explain(Some(year)));
                view! { <td class="number">{output}</td> }.into_any()
            })
            .collect();
        cells.into_any()
    });
    let total = total_output(
        overview::sum_of_found(labels::TOTAL).into(),
        printed,
        move || Some(sum.with(|sum| sum.total)),
        explain(None),
    );
    view! {
        <tr class="sum">
            <th scope="row" colspan="3">
                {overview::SUM_OF_FOUND}
            </th>
            {of_years}
            <td class="number row-sum">{total}</td>
            <td class="d-print-none"></td>
        </tr>
    }
    .into_any()
}
