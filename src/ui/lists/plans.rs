//! The list of action plans with their forecasts.

use leptos::prelude::*;

use crate::danish::AmountUnit;
use crate::domain::{ActionPlan, Document, DocumentKind, HeadField, Id, PlanField, Total, sort_by};
use crate::draft::Form;
use crate::text::plan::forecast;
use crate::text::{document, overview};
use crate::ui::outputs::Printed;
use crate::ui::row_actions::row_actions;
use crate::ui::session::Session;
use crate::ui::view::{keyed, row_key, text, when};
use crate::web::{DanishOrder, Route};

/// A plan as the list shows it.
#[derive(Clone, PartialEq, Hash)]
struct Row {
    id: Id,
    title: String,
    year: String,
    department: String,
    /// Blank when it was not typed.
    at_start: Option<Total>,
    effect: Total,
    /// `None` while the overspend at start is unknown.
    forecast: Option<Total>,
}

impl Row {
    fn of(plan: &ActionPlan) -> Self {
        Self {
            id: plan.id,
            title: document::plan_title(plan),
            year: plan.shown(PlanField::Head(HeadField::Year)),
            department: plan.department.clone(),
            at_start: Total::of_typed(&plan.overspend_at_start),
            effect: plan.expected_effect(),
            forecast: plan.forecast(),
        }
    }
}

/// The section of the start page with the plans; nothing while there are none.
pub fn plans(session: Session) -> AnyView {
    let Session { library, .. } = session;
    let documents = library.documents();
    // The latest year first.
    let rows = Memo::new(move |_| {
        documents.with(|documents| {
            let mut rows: Vec<Row> = documents
                .values()
                .filter_map(|document| match document {
                    Document::ActionPlan(plan) => Some(Row::of(plan)),
                    Document::Proposal(_) | Document::Catalogue(_) => None,
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
    when(
        move || rows.with(|rows| !rows.is_empty()),
        move || {
            let body = keyed(keys, move |id| {
                let row = rows.with_untracked(|rows| rows.iter().find(|row| row.id == id).cloned());
                row.map_or_else(|| ().into_any(), |row| table_row(row, session))
            });
            view! {
                <section class="overview__section" aria-labelledby="plans-heading">
                    <h2 id="plans-heading">{overview::PLANS_HEADING}</h2>
                    <div
                        class="table-frame"
                        role="region"
                        aria-labelledby="plans-caption"
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
            <caption id="plans-caption">{overview::KRONER}</caption>
            <thead>
                <tr>
                    <th scope="col">{overview::PLAN}</th>
                    <th scope="col">{overview::YEAR}</th>
                    <th scope="col">{overview::DEPARTMENT}</th>
                    <th scope="col" class="number">
                        {forecast::BAR_START}
                    </th>
                    <th scope="col" class="number">
                        {forecast::BAR_EFFECT}
                    </th>
                    <th scope="col" class="number">
                        {forecast::BAR_FORECAST}
                    </th>
                    <th scope="col" class="d-print-none">
                        <span class="sr-only">{document::ACTIONS}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
    .into_any()
}

fn table_row(row: Row, session: Session) -> AnyView {
    let Session { signs, .. } = session;
    let level = Printed::Level(AmountUnit::Kroner);
    let effect = text(move || Printed::Change(AmountUnit::Kroner, signs).total(row.effect));
    let actions = row_actions(DocumentKind::ActionPlan, row.id, &row.title, session);
    view! {
        <tr>
            <th scope="row">
                <a href=Route::ActionPlan(row.id).href()>{row.title}</a>
            </th>
            <td>{row.year}</td>
            <td>{row.department}</td>
            <td class="number">{level.optional(row.at_start)}</td>
            <td class="number">{effect}</td>
            <td class="number row-sum">{level.optional(row.forecast)}</td>
            <td class="d-print-none">{actions}</td>
        </tr>
    }
    .into_any()
}
