//! The table of the plan: every row's name, how much of it is written, its planned effect in every month, and the sums.

use leptos::prelude::*;

use super::months::{effects, month_heads};
use super::opened::{name_id, texts_id};
use super::row_texts::RowTexts;
use super::{UNIT, printed};
use crate::domain::{ActionPlan, Entry, FocusArea, Id, Month, PlanField, RowText, Total};
use crate::draft::{Form, mend};
use crate::text::plan::{focus_areas, matrix};
use crate::text::{explanation, labels, messages};
use crate::ui::cell::cell;
use crate::ui::editor::Editor;
use crate::ui::messages::row_messages;
use crate::ui::outputs::{total_meaning, total_output};
use crate::ui::stated::{forget_button, stated_line, stated_messages};
use crate::ui::view::{click, dynamic, flag, keyed, link_button, text, when};
use crate::web::focus;

/// The name, the marks, twelve months and their sum.
const COLUMNS: usize = 15;

/// The texts of a row that say what it is about, beside its name.
const WRITTEN: [RowText; 3] = [RowText::Goal, RowText::Action, RowText::Consequences];

/// The table. It scrolls inside its own frame; its head, its name, its sum and its foot stay.
pub fn matrix(editor: Editor<ActionPlan>, with: RowTexts) -> AnyView {
    let document = editor.document;
    let caption = text(move || document.with(|plan| matrix::matrix_heading(&plan.year)));
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
    let body = keyed(with.rows.keys(), move |id| {
        view! { <tbody>{matrix_row(editor, with, id)}</tbody> }.into_any()
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
        <div class="table-frame" role="region" aria-labelledby="matrix-hint" tabindex="0">
            <table class="table figures figures--matrix">
                <caption class="sr-only">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{matrix::FOCUS_AREA}</th>
                        <th scope="col" class="figures__marks">
                            <span class="sr-only">{matrix::TEXTS}</span>
                        </th>
                        {month_heads()}
                        <th scope="col" class="number row-sum">
                            {labels::TOTAL}
                        </th>
                    </tr>
                </thead>
                {body}
                <tfoot>
                    <tr class="sum">
                        <th scope="row">{labels::ALL_FOCUS_AREAS}</th>
                        <td class="figures__marks"></td>
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
    }
    .into_any()
}

fn matrix_row(editor: Editor<ActionPlan>, with: RowTexts, id: Id) -> AnyView {
    let document = editor.document;
    let position = with.rows.position(id);
    let name = text(move || labels::focus_area(position.get()));
    let cells: Vec<AnyView> = Month::ALL
        .into_iter()
        .map(|month| {
            let label = text(move || format!("{} {}", name.get(), labels::month(month)));
            let cell = cell(&editor.field(PlanField::Effect(id, month)), label);
            view! { <td>{cell}</td> }.into_any()
        })
        .collect();
    let planned = move || {
        let total = |plan: &ActionPlan| plan.focus_area(id).map(FocusArea::planned_total);
        document.with(total).unwrap_or(Total::Blank)
    };
    let total = total_output(
        text(move || format!("{} {}", name.get(), labels::TOTAL)),
        printed(editor),
        move || Some(planned()),
        editor.explain(move |plan, signs| explanation::row_total(plan, id, signs)),
    );
    let has_no_amount = when(
        move || {
            let row = |plan: &ActionPlan| plan.focus_area(id).map(FocusArea::has_no_amount_yet);
            document.with(row).unwrap_or_default()
        },
        || view! { <span class="meaning">{messages::NO_AMOUNT_YET}</span> }.into_any(),
    );
    let class = text(move || {
        let is_open = with.opened.is_beside() && with.opened.is_chosen(id);
        let class = if is_open { "figures__row--open" } else { "" };
        class.to_owned()
    });
    view! {
        <tr class=class>
            <th scope="row">{row_name(editor, with, id)}</th>
            {marks(editor, with, id)}
            {cells}
            <td class="number row-sum">{total} {has_no_amount}</td>
        </tr>
        {row_messages(effects(id), with.problems.at_once, COLUMNS)}
        {stated_total(editor, id)}
    }
    .into_any()
}

/// The name of a row: a button that opens its texts and, on paper, text.
fn row_name(editor: Editor<ActionPlan>, with: RowTexts, id: Id) -> AnyView {
    let position = with.rows.position(id);
    let number = text(move || (position.get() + 1).to_string());
    let area = Memo::new(move |_| {
        let area = |plan: &ActionPlan| Some(plan.focus_area(id)?.area.clone());
        editor.document.with(area).unwrap_or_default()
    });
    let has_name = Memo::new(move |_| area.with(|area| !area.trim().is_empty()));
    let named = text(move || match has_name.get() {
        true => area.get(),
        false => focus_areas::UNNAMED.to_owned(),
    });
    let class = text(move || {
        let class = match has_name.get() {
            true => "row-name__text",
            false => "row-name__text row-name__text--missing",
        };
        class.to_owned()
    });
    let is_open = Signal::derive(move || with.opened.shows(id).to_string());
    let printed_name = text(move || format!("{} {}", number.get(), area.get()));
    // Where the months are scrolled into view, the sum is out of it.
    let sum = text(move || {
        let total = |plan: &ActionPlan| plan.focus_area(id).map(FocusArea::planned_total);
        printed(editor).optional(editor.document.with(total))
    });
    view! {
        <button
            type="button"
            class="row-name d-print-none"
            id=name_id(id)
            aria-expanded=is_open
            aria-controls=texts_id(id)
            on:click=click(move || with.opened.toggle(id))
        >
            <span class="sr-only">{matrix::FOCUS_AREA} " "</span>
            <span class="row-name__number">{number}</span>
            " "
            <span class=class>{named}</span>
        </button>
        <span class="row-name__printed" aria-hidden="true">
            {printed_name}
        </span>
        <span class="row-name__sum" aria-hidden="true">
            {sum}
        </span>
    }
    .into_any()
}

/// How many of the row's texts are written, and whether there is advice about it.
fn marks(editor: Editor<ActionPlan>, with: RowTexts, id: Id) -> AnyView {
    let written = Memo::new(move |_| {
        let of_row = |plan: &ActionPlan| {
            let row = plan.focus_area(id)?;
            Some(WRITTEN.map(|text| !text.of(row).trim().is_empty()))
        };
        editor.document.with(of_row).unwrap_or_default()
    });
    let count =
        move || written.with(|texts| texts.iter().filter(|&&is_written| is_written).count());
    let texts = RowText::ALL.map(|text| ActionPlan::name(PlanField::Text(id, text)));
    let fields = effects(id).into_iter().chain(super::realised::realised(id));
    let advice = with.problems.advice_about(fields.chain(texts).collect());
    let dots = dynamic(move || {
        let dot = |is_written| {
            let class = match is_written {
                true => "marks__text marks__text--written",
                false => "marks__text",
            };
            view! { <span class=class></span> }.into_any()
        };
        written.get().map(dot).collect_view().into_any()
    });
    let words = text(move || matrix::marks(count(), WRITTEN.len(), advice.get()));
    let has_advice = flag(move || advice.get() > 0);
    view! {
        <td class="figures__marks" title=words>
            <span class="marks" aria-hidden="true">
                {dots} <span class="marks__advice" class:marks__advice--some=has_advice></span>
            </span>
            <span class="sr-only">{words}</span>
        </td>
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
