//! What the rows really gave, month by month up to `Regnskabstal til og med`, with what was planned beneath it.

use leptos::prelude::*;

use super::months::{month_heads, names};
use super::row_problems::RowProblems;
use super::{Rows, printed};
use crate::danish::in_small_letters;
use crate::domain::{ActionPlan, Id, Month, PlanField};
use crate::draft::shown_in;
use crate::text::plan::matrix;
use crate::text::{explanation, labels};
use crate::ui::cell::cell;
use crate::ui::editor::Editor;
use crate::ui::messages::row_messages;
use crate::ui::outputs::total_output;
use crate::ui::view::{keyed, text, when};

/// The name, twelve months and their sum.
const COLUMNS: usize = 14;

/// The table, for a status up to which months are realised.
pub fn realised_table(
    editor: Editor<ActionPlan>,
    rows: Rows,
    problems: RowProblems,
    status: Month,
) -> AnyView {
    let missing = Memo::new(move |_| editor.document.with(|plan| plan.unreported().len()));
    let missing = when(
        move || missing.get() > 0,
        move || {
            let words = text(move || matrix::unreported(missing.get(), status));
            view! { <p class="message message--advice">{words}</p> }.into_any()
        },
    );
    let body = keyed(rows.keys(), move |id| {
        view! { <tbody>{row(editor, rows, problems, id, status)}</tbody> }.into_any()
    });
    view! {
        {missing}
        <div class="table-frame" role="region" aria-labelledby="realised-caption" tabindex="0">
            <table class="table figures figures--matrix figures--realised">
                <caption id="realised-caption">{matrix::REALISED_CAPTION}</caption>
                <thead>
                    <tr>
                        <th scope="col">{matrix::FOCUS_AREA}</th>
                        {month_heads()}
                        <th scope="col" class="number row-sum">
                            {labels::REALISED}
                        </th>
                    </tr>
                </thead>
                {body}
            </table>
        </div>
    }
    .into_any()
}

fn row(
    editor: Editor<ActionPlan>,
    rows: Rows,
    problems: RowProblems,
    id: Id,
    status: Month,
) -> AnyView {
    let document = editor.document;
    let position = rows.position(id);
    let name = text(move || labels::focus_area(position.get()));
    let area = text(move || {
        let area = |plan: &ActionPlan| Some(plan.focus_area(id)?.area.clone());
        document.with(area).unwrap_or_default()
    });
    // One memo a row: a key in one row draws nothing in the others.
    let planned = Memo::new(move |_| {
        let signs = editor.session.signs.get();
        document.with(|plan| {
            Month::ALL.map(|month| shown_in(plan, PlanField::Effect(id, month), signs))
        })
    });
    let cells: Vec<AnyView> = Month::ALL
        .into_iter()
        .map(|month| {
            let planned = text(move || {
                planned.with(|planned| planned.get(month.index()).cloned().unwrap_or_default())
            });
            let planned = view! { <span class="planned">{planned}</span> };
            if month > status {
                return view! { <td class="number not-yet">{planned}</td> }.into_any();
            }
            let label = text(move || labels::realised(&name.get(), month));
            let cell = cell(&editor.field(PlanField::Realised(id, month)), label);
            view! { <td class="number">{cell} {planned}</td> }.into_any()
        })
        .collect();
    let total = total_output(
        text(move || format!("{} {}", name.get(), in_small_letters(labels::REALISED))),
        printed(editor),
        move || {
            let row = |plan: &ActionPlan| Some(plan.focus_area(id)?.realised_through(status));
            document.with(row)
        },
        editor.explain(move |plan, signs| {
            let figure = explanation::FollowUpFigure::Realised;
            explanation::follow_up(plan, Some(id), figure, status, signs)
        }),
    );
    view! {
        <tr>
            <th scope="row">{name} " " {area}</th>
            {cells}
            <td class="number row-sum">{total}</td>
        </tr>
        {row_messages(realised(id), problems.at_once, COLUMNS)}
    }
    .into_any()
}

/// The names of the realised amounts of a row.
pub fn realised(id: Id) -> Vec<String> {
    names(|month| PlanField::Realised(id, month))
}
