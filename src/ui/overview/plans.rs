//! The list of action plans with their forecasts.

use std::cmp::Reverse;

use leptos::prelude::*;

use super::row_actions::row_actions;
use crate::danish::AmountUnit;
use crate::domain::{ActionPlan, Document, DocumentKind, HeadField, PlanField, Total};
use crate::draft::Form;
use crate::text::page;
use crate::ui::notices::Notices;
use crate::ui::outputs::total_text;
use crate::ui::view::{keyed, when};
use crate::web::{Library, Route};

/// The section of the start page with the plans; nothing while there are none.
pub fn plans(library: Library, notices: Notices) -> AnyView {
    let documents = library.documents();
    // The latest year first.
    let keys = Memo::new(move |_| {
        documents.with(|documents| {
            let mut plans: Vec<&ActionPlan> = documents
                .values()
                .filter_map(|document| match document {
                    Document::ActionPlan(plan) => Some(plan),
                    Document::Proposal(_) => None,
                })
                .collect();
            plans.sort_by_key(|plan| (Reverse(plan.year.value()), page::plan_title(plan)));
            let keys = plans.into_iter();
            keys.map(|plan| (plan.id, plan.changed_at.unix_timestamp()))
                .collect::<Vec<_>>()
        })
    });
    when(
        move || keys.with(|keys| !keys.is_empty()),
        move || {
            let body = keyed(keys.into(), move |id| {
                match library.get(DocumentKind::ActionPlan, id) {
                    Some(Document::ActionPlan(plan)) => table_row(&plan, library, notices),
                    Some(Document::Proposal(_)) | None => ().into_any(),
                }
            });
            view! {
                <section class="overview__section" aria-labelledby="plans-heading">
                    <h2 id="plans-heading">{page::PLANS_HEADING}</h2>
                    <div
                        class="table-frame"
                        role="region"
                        aria-labelledby="plans-heading"
                        tabindex="0"
                    >
                        {table(body)}
                    </div>
                </section>
            }
            .into_any()
        },
    )
}

fn table(body: AnyView) -> AnyView {
    view! {
        <table class="table figures figures--list">
            <caption>{page::KRONER}</caption>
            <thead>
                <tr>
                    <th scope="col">{page::PLAN}</th>
                    <th scope="col">{page::YEAR}</th>
                    <th scope="col">{page::DEPARTMENT}</th>
                    <th scope="col" class="number">
                        {page::BAR_START}
                    </th>
                    <th scope="col" class="number">
                        {page::BAR_EFFECT}
                    </th>
                    <th scope="col" class="number">
                        {page::BAR_FORECAST}
                    </th>
                    <th scope="col" class="d-print-none">
                        <span class="sr-only">{page::ACTIONS}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
    .into_any()
}

fn table_row(plan: &ActionPlan, library: Library, notices: Notices) -> AnyView {
    const UNIT: AmountUnit = AmountUnit::Kroner;
    let title = page::plan_title(plan);
    let actions = row_actions(DocumentKind::ActionPlan, plan.id, &title, library, notices);
    let start = (!plan.overspend_at_start.is_blank())
        .then(|| total_text(Total::from(&plan.overspend_at_start), UNIT));
    view! {
        <tr>
            <th scope="row">
                <a href=Route::ActionPlan(plan.id).href()>{title}</a>
            </th>
            <td>{plan.shown(PlanField::Head(HeadField::Year))}</td>
            <td>{plan.department.clone()}</td>
            <td class="number">{start}</td>
            <td class="number">{total_text(plan.total_effect(), UNIT)}</td>
            <td class="number row-sum">{total_text(plan.forecast(), UNIT)}</td>
            <td class="d-print-none">{actions}</td>
        </tr>
    }
    .into_any()
}
