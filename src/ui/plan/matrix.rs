//! The matrix: the economic effect of every focus area in every month.

use leptos::prelude::*;

use super::spread::spread_dialog;
use super::{Rows, UNIT};
use crate::domain::{ActionPlan, FocusArea, Id, Month, PlanField, Total};
use crate::draft::Form;
use crate::text::{labels, page};
use crate::ui::editor::Editor;
use crate::ui::field::{cell, row_messages};
use crate::ui::outputs::total_output;
use crate::ui::view::{keyed, link_button, text};

/// The label, twelve months and their sum.
const COLUMNS: usize = 14;

/// The matrix with its sums. It scrolls inside its own frame, the first column stays.
pub fn matrix(editor: Editor<ActionPlan>, rows: Rows) -> AnyView {
    let document = editor.document;
    let spreading = RwSignal::new(None::<Id>);
    let heading = text(move || document.with(|plan| page::matrix_heading(&plan.year)));
    let month_heads: Vec<AnyView> = Month::ALL
        .into_iter()
        .map(|month| {
            view! {
                <th scope="col" class="number">
                    <abbr title=labels::month(month)>{labels::month_short(month)}</abbr>
                </th>
            }
            .into_any()
        })
        .collect();
    let month_totals: Vec<AnyView> = Month::ALL
        .into_iter()
        .map(|month| {
            let label = format!("{} {}", labels::ALL_FOCUS_AREAS, labels::month(month));
            let total = move || document.with(|plan| plan.month_total(month));
            let output = total_output(label.into(), UNIT, total);
            view! { <td class="number">{output}</td> }.into_any()
        })
        .collect();
    let grand_total = total_output(
        format!("{} {}", labels::ALL_FOCUS_AREAS, labels::TOTAL).into(),
        UNIT,
        move || document.with(ActionPlan::total_effect),
    );
    let body = keyed(rows.keys(), move |id| {
        view! { <tbody>{matrix_row(editor, rows, id, spreading)}</tbody> }.into_any()
    });
    view! {
        <section class="form-section form-section--matrix" aria-labelledby="matrix-heading">
            <h2 id="matrix-heading">{heading}</h2>
            <p class="form-hint d-print-none" id="matrix-hint">
                {page::MATRIX_HINT}
            </p>
            <div class="table-frame" role="region" aria-labelledby="matrix-hint" tabindex="0">
                <table class="table figures figures--matrix">
                    <thead>
                        <tr>
                            <th scope="col">{page::FOCUS_AREA}</th>
                            {month_heads}
                            <th scope="col" class="number">
                                {labels::TOTAL}
                            </th>
                        </tr>
                    </thead>
                    {body}
                    <tfoot>
                        <tr class="sum">
                            <th scope="row">{labels::ALL_FOCUS_AREAS}</th>
                            {month_totals}
                            <td class="number row-sum">{grand_total}</td>
                        </tr>
                    </tfoot>
                </table>
            </div>
            <p class="form-hint d-print-none">{page::GRID_HINT}</p>
            {spread_dialog(editor, spreading)}
        </section>
    }
    .into_any()
}

fn matrix_row(
    editor: Editor<ActionPlan>,
    rows: Rows,
    id: Id,
    spreading: RwSignal<Option<Id>>,
) -> AnyView {
    let document = editor.document;
    let position = rows.position(id);
    let name = text(move || labels::focus_area(position.get()));
    let area = text(move || {
        document.with(|plan| {
            plan.focus_area(id)
                .map(|row| row.area.clone())
                .unwrap_or_default()
        })
    });
    let cells: Vec<AnyView> = Month::ALL
        .into_iter()
        .map(|month| {
            let label = text(move || format!("{} {}", name.get(), labels::month(month)));
            let cell = cell(&editor.field(PlanField::Effect(id, month)), label);
            view! { <td>{cell}</td> }.into_any()
        })
        .collect();
    let total = total_output(
        text(move || format!("{} {}", name.get(), labels::TOTAL)),
        UNIT,
        move || document.with(|plan| plan.focus_area(id).map_or(Total::ZERO, FocusArea::total)),
    );
    let names = Month::ALL
        .into_iter()
        .map(|month| ActionPlan::name(PlanField::Effect(id, month)))
        .collect();
    let spread = link_button(
        page::SPREAD.to_owned().into(),
        Some(text(move || page::spread_label(&name.get()))),
        false.into(),
        move || spreading.set(Some(id)),
    );
    view! {
        <tr>
            <th scope="row">
                <span class="figures__row-name">{name} " " <span>{area}</span></span>
                {spread}
            </th>
            {cells}
            <td class="number row-sum">{total}</td>
        </tr>
        {row_messages(names, editor.problems, COLUMNS)}
    }
    .into_any()
}
