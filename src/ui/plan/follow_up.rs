//! What has come of the plan up to `Status pr.`: planned, realised and the deviation, of every row and in all.

use leptos::prelude::*;

use super::{Rows, printed};
use crate::domain::{ActionPlan, FollowUp, Id, Month, Total};
use crate::text::explanation::FollowUpFigure;
use crate::text::plan::matrix;
use crate::text::{explanation, labels};
use crate::ui::editor::Editor;
use crate::ui::explain::output;
use crate::ui::outputs::total_output;
use crate::ui::view::{dynamic, keyed, text, when};

const FIGURES: [(FollowUpFigure, &str); 4] = [
    (FollowUpFigure::Planned, labels::PLANNED),
    (FollowUpFigure::Realised, labels::REALISED),
    (FollowUpFigure::Deviation, labels::DEVIATION),
    (FollowUpFigure::Expected, labels::EXPECTED),
];

/// The table, once a month is realised.
pub fn follow_up(editor: Editor<ActionPlan>, rows: Rows) -> AnyView {
    let status = Memo::new(move |_| editor.document.with(|plan| plan.status));
    dynamic(move || match status.get() {
        Some(status) => table(editor, rows, status),
        None => ().into_any(),
    })
}

fn table(editor: Editor<ActionPlan>, rows: Rows, status: Month) -> AnyView {
    let heads: Vec<AnyView> = FIGURES
        .into_iter()
        .map(|(_, label)| {
            view! {
                <th scope="col" class="number">
                    {label}
                </th>
            }
            .into_any()
        })
        .collect();
    let body = keyed(rows.keys(), move |id| {
        let position = rows.position(id);
        let name = text(move || labels::focus_area(position.get()));
        let area = text(move || {
            let area = |plan: &ActionPlan| Some(plan.focus_area(id)?.area.clone());
            editor.document.with(area).unwrap_or_default()
        });
        view! {
            <tr>
                <th scope="row">{name} " " {area}</th>
                {cells(editor, Some(id), name, status)}
            </tr>
        }
        .into_any()
    });
    let all = labels::ALL_FOCUS_AREAS.to_owned().into();
    let needed = Memo::new(move |_| editor.document.with(ActionPlan::needed).is_some());
    let needed = when(
        move || needed.get(),
        move || {
            let words = text(move || {
                editor.document.with(|plan| {
                    let planned = plan.planned_after(status);
                    let words = plan.needed().map(|needed| matrix::needed(&needed, planned));
                    words.unwrap_or_default()
                })
            });
            let label = matrix::NEEDED.to_owned().into();
            output(
                label,
                words,
                false.into(),
                editor.explain(explanation::needed),
            )
        },
    );
    view! {
        <section class="form-section" aria-labelledby="progress-heading">
            <h2 id="progress-heading">{matrix::follow_up_heading(status)}</h2>
            <div class="table-frame" role="region" aria-labelledby="progress-caption" tabindex="0">
                <table class="table figures figures--follow-up">
                    <caption id="progress-caption">{matrix::FOLLOW_UP_CAPTION}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{matrix::FOCUS_AREA}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{body}</tbody>
                    <tfoot>
                        <tr class="sum">
                            <th scope="row">{labels::ALL_FOCUS_AREAS}</th>
                            {cells(editor, None, all, status)}
                        </tr>
                    </tfoot>
                </table>
            </div>
            <p class="follow-up__needed">{needed}</p>
        </section>
    }
    .into_any()
}

fn cells(
    editor: Editor<ActionPlan>,
    row: Option<Id>,
    name: Signal<String>,
    status: Month,
) -> Vec<AnyView> {
    let figures = move || {
        editor.document.with(|plan| match row {
            Some(id) => plan.focus_area(id).map(|row| row.follow_up(status)),
            None => Some(plan.follow_up(status)),
        })
    };
    FIGURES
        .into_iter()
        .map(|(figure, label)| {
            let output = total_output(
                text(move || format!("{}: {label}", name.get())),
                printed(editor),
                move || figures().map(|figures| of(figures, figure)),
                editor.explain(move |plan, signs| {
                    explanation::follow_up(plan, row, figure, status, signs)
                }),
            );
            view! { <td class="number">{output}</td> }.into_any()
        })
        .collect()
}

fn of(figures: FollowUp, figure: FollowUpFigure) -> Total {
    match figure {
        FollowUpFigure::Planned => figures.planned,
        FollowUpFigure::Realised => figures.realised,
        FollowUpFigure::Deviation => figures.deviation(),
        FollowUpFigure::Expected => figures.expected,
    }
}
