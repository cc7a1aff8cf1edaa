//! The matrix: the planned effect of every focus area in every month and, up to `Status pr.`, the realised one.

use leptos::prelude::*;

use super::spread::spread_dialog;
use super::{Rows, UNIT, printed};
use crate::danish::Signs;
use crate::domain::{ActionPlan, Entry, FocusArea, Id, Month, PlanField, Total};
use crate::draft::{Form, mend};
use crate::text;
use crate::text::plan::matrix;
use crate::text::{explanation, labels, meaning, messages};
use crate::ui::cell::cell;
use crate::ui::editor::Editor;
use crate::ui::field::{meaning, row_messages};
use crate::ui::outputs::{total_meaning, total_output};
use crate::ui::stated::{forget_button, stated_line, stated_messages};
use crate::ui::view::{dynamic, keyed, link_button, text, when};
use crate::web::focus;

/// The label, twelve months and their sum.
const COLUMNS: usize = 14;

/// The matrix with its sums. It scrolls inside its own frame, the first column stays.
pub fn matrix(editor: Editor<ActionPlan>, rows: Rows, status: AnyView) -> AnyView {
    let document = editor.document;
    let spreading = RwSignal::new(None::<Id>);
    let name = move || document.with(|plan| matrix::matrix_heading(&plan.year));
    let (heading, caption) = (text(name), text(name));
    let hint = text(move || matrix::matrix_hint(editor.session.signs.get()));
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
            let output = total_output(
                label.into(),
                printed(editor),
                move || Some(document.with(|plan| plan.month_total(month))),
                editor.explain(move |plan, signs| explanation::month_total(plan, month, signs)),
            );
            view! { <td class="number">{output}</td> }.into_any()
        })
        .collect();
    let total = move || document.with(ActionPlan::planned_effect);
    let grand_total = total_output(
        format!("{} {}", labels::ALL_FOCUS_AREAS, labels::TOTAL).into(),
        printed(editor),
        move || Some(total()),
        editor.explain(explanation::planned_effect),
    );
    let body = keyed(rows.keys(), move |id| {
        view! { <tbody>{matrix_row(editor, rows, id, spreading)}</tbody> }.into_any()
    });
    let without_amount = Memo::new(move |_| document.with(ActionPlan::without_amount));
    let note = when(
        move || without_amount.with(|places| !places.is_empty()),
        move || {
            let words = text(move || without_amount.with(|places| matrix::without_amount(places)));
            view! { <p class="message message--advice">{words}</p> }.into_any()
        },
    );
    view! {
        <section class="form-section form-section--matrix" aria-labelledby="matrix-heading">
            <h2 id="matrix-heading">{heading}</h2>
            {status}
            <p class="form-hint d-print-none" id="matrix-hint">
                {hint}
            </p>
            <div class="table-frame" role="region" aria-labelledby="matrix-hint" tabindex="0">
                <table class="table figures figures--matrix">
                    <caption class="sr-only">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{matrix::FOCUS_AREA}</th>
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
                            <td class="number row-sum">
                                {grand_total} {total_meaning(editor.session.signs, total)}
                            </td>
                        </tr>
                    </tfoot>
                </table>
            </div>
            {note}
            {stated_sums(editor)}
            <p class="form-hint d-print-none">
                {text::editor::GRID_HINT} " " {explanation::EXPLAIN_HINT}
            </p>
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
    let of_row = move |figure: fn(&FocusArea) -> Total| {
        document.with(|plan| plan.focus_area(id).map_or(Total::Blank, figure))
    };
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
        printed(editor),
        move || Some(of_row(FocusArea::planned_total)),
        editor.explain(move |plan, signs| explanation::row_total(plan, id, signs)),
    );
    let has_no_amount = move || {
        let row = |plan: &ActionPlan| plan.focus_area(id).map(FocusArea::has_no_amount_yet);
        document.with(row).unwrap_or_default()
    };
    let words = meaning(move || {
        let total = of_row(FocusArea::planned_total);
        match (has_no_amount(), editor.session.signs.get(), total.amount()) {
            (true, _, _) => messages::NO_AMOUNT_YET.to_owned(),
            (false, Signs::Words | Signs::RowDecides, _) | (false, _, None) => String::new(),
            (false, _, Some(amount)) => meaning::change(amount),
        }
    });
    let spread = link_button(
        matrix::SPREAD.to_owned().into(),
        Some(text(move || matrix::spread_label(&name.get()))),
        false.into(),
        move || spreading.set(Some(id)),
    );
    let status = Memo::new(move |_| document.with(|plan| plan.status));
    let realised = dynamic(move || match status.get() {
        Some(status) => realised_row(editor, name, id, status),
        None => ().into_any(),
    });
    view! {
        <tr>
            <th scope="row">
                <span class="figures__row-name">{name} " " <span>{area}</span></span>
                {spread}
            </th>
            {cells}
            <td class="number row-sum">{total} {words}</td>
        </tr>
        {row_messages(names(id, PlanField::Effect), editor.problems, COLUMNS)}
        {stated_total(editor, id)}
        {realised}
    }
    .into_any()
}

fn names(id: Id, field: fn(Id, Month) -> PlanField) -> Vec<String> {
    Month::ALL
        .into_iter()
        .map(|month| ActionPlan::name(field(id, month)))
        .collect()
}

/// The realised amounts beside the planned ones, for the months that have passed.
fn realised_row(
    editor: Editor<ActionPlan>,
    name: Signal<String>,
    id: Id,
    status: Month,
) -> AnyView {
    let cells: Vec<AnyView> = Month::ALL
        .into_iter()
        .map(|month| {
            if month > status {
                return view! { <td class="not-yet"></td> }.into_any();
            }
            let label = text(move || labels::realised(&name.get(), month));
            let cell = cell(&editor.field(PlanField::Realised(id, month)), label);
            view! { <td>{cell}</td> }.into_any()
        })
        .collect();
    let total = total_output(
        text(move || format!("{} {}", name.get(), labels::REALISED.to_lowercase())),
        printed(editor),
        move || {
            let row = |plan: &ActionPlan| Some(plan.focus_area(id)?.realised_through(status));
            editor.document.with(row)
        },
        editor.explain(move |plan, signs| {
            let figure = explanation::FollowUpFigure::Realised;
            explanation::follow_up(plan, Some(id), figure, status, signs)
        }),
    );
    view! {
        <tr class="realised">
            <th scope="row">{labels::REALISED}</th>
            {cells}
            <td class="number row-sum">{total}</td>
        </tr>
        {row_messages(names(id, PlanField::Realised), editor.problems, COLUMNS)}
    }
    .into_any()
}

/// What the source of the row states in all, where the months give something else.
fn stated_total(editor: Editor<ActionPlan>, id: Id) -> AnyView {
    let lines = move |plan: &ActionPlan, signs| {
        let row = plan.focus_area(id);
        let words = match row.map(|row| &row.stated_total) {
            Some(Entry::Unreadable(text)) => Some(messages::stated_unreadable(text)),
            _ => row
                .and_then(FocusArea::stated_difference)
                .map(|difference| messages::stated_difference(&difference, UNIT, signs)),
        };
        words
            .map(|words| (PlanField::StatedTotal(id), words))
            .into_iter()
            .collect()
    };
    stated_messages(editor, COLUMNS, lines, move |_| {
        link_button(
            matrix::MEND.to_owned().into(),
            None,
            false.into(),
            move || mend_row(editor, id),
        )
    })
}

fn mend_row(editor: Editor<ActionPlan>, id: Id) {
    let mut is_mended = false;
    editor.edit(|plan| is_mended = mend(plan, id));
    editor.settle();
    if is_mended {
        let position = editor.document.with_untracked(|plan| plan.position(id));
        editor.say_undoable(matrix::mended(position.unwrap_or_default()));
    } else {
        editor.session.notices.say(matrix::CANNOT_MEND.to_owned());
    }
    focus(&ActionPlan::name(PlanField::Effect(id, Month::December)));
}

/// What the sum rows of sources state, where their rows give something else.
fn stated_sums(editor: Editor<ActionPlan>) -> AnyView {
    let lines = Memo::new(move |_| {
        let signs = editor.session.signs.get();
        editor.document.with(|plan| {
            plan.stated_sums
                .iter()
                .flat_map(|sum| {
                    let places: Vec<usize> = sum
                        .rows
                        .iter()
                        .filter_map(|&row| plan.position(row))
                        .collect();
                    let differences = plan.stated_sum_differences(sum).into_iter();
                    // Rows that are gone have no sum to compare.
                    let differences = differences.filter({
                        let has_rows = !places.is_empty();
                        move |_| has_rows
                    });
                    let unreadable = Month::ALL
                        .into_iter()
                        .map(Some)
                        .zip(&sum.months)
                        .chain([(None, &sum.total)])
                        .filter_map(|(month, stated)| match stated {
                            Entry::Unreadable(text) => {
                                Some((month, messages::stated_unreadable(text)))
                            }
                            Entry::Blank | Entry::Value(_) => None,
                        });
                    let words = move |(month, difference): (_, _)| {
                        (month, messages::stated_difference(&difference, UNIT, signs))
                    };
                    differences
                        .map(words)
                        .chain(unreadable)
                        .map(|(month, words)| (sum.id, matrix::stated_sum(&places, month), words))
                        .collect::<Vec<_>>()
                })
                .collect::<Vec<_>>()
        })
    });
    dynamic(move || {
        let lines: Vec<AnyView> = lines
            .get()
            .into_iter()
            .map(|(sum, label, words)| {
                let button = forget_button(&label, move || forget_sum(editor, sum));
                stated_line(label, words, button)
            })
            .collect();
        lines.into_any()
    })
}

fn forget_sum(editor: Editor<ActionPlan>, id: Id) {
    editor.edit(|plan| plan.stated_sums.retain(|sum| sum.id != id));
    editor.say_undoable(matrix::STATED_FORGOTTEN.to_owned());
    focus("matrix-heading");
}
