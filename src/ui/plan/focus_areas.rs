//! The focus areas: what is to be reached, what is done, and what it means.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::months::effects;
use super::opened::{Opened, heading_id, name_id, texts_id};
use super::pick::source_of;
use super::realised::realised;
use super::row_texts::RowTexts;
use crate::danish::{Signs, in_small_letters};
use crate::domain::{ActionPlan, FocusArea, Id, PlanField, RowText, Total, limits};
use crate::text;
use crate::text::plan::{focus_areas, matrix};
use crate::text::{labels, meaning};
use crate::ui::editor::Editor;
use crate::ui::form_field::form_field_called;
use crate::ui::messages::group_messages;
use crate::ui::outputs::meaning as small_words;
use crate::ui::rows::{Rows, shift as shift_row};
use crate::ui::view::{SECONDARY, click, flag, keyed, link_button, text, when};
use crate::web::{focus, focus_in_place};

/// The element id of the button that adds a row.
const ADD: &str = "add-area";

/// Every row's texts, of which those are shown that are open. Paper has all of them.
pub fn row_texts(editor: Editor<ActionPlan>, with: RowTexts) -> AnyView {
    let list = keyed(with.rows.keys(), move |id| focus_area(editor, with, id));
    view! {
        <section class="plan-sheet__texts" aria-labelledby="areas-heading">
            <h2 id="areas-heading" class="plan-sheet__texts-heading" tabindex="-1">
                {focus_areas::FOCUS_AREAS}
            </h2>
            {list}
        </section>
    }
    .into_any()
}

/// The button that adds a row, and what is said where there is no room for one.
pub fn add_row(editor: Editor<ActionPlan>, rows: Rows) -> (AnyView, AnyView) {
    let is_full = move || rows.count() >= limits::FOCUS_AREAS;
    let full = when(is_full, || {
        view! { <p class="form-hint">{matrix::focus_areas_full()}</p> }.into_any()
    });
    let button = view! {
        <button
            type="button"
            class=SECONDARY
            id=ADD
            disabled=flag(is_full)
            on:click=click(move || add(editor))
        >
            {focus_areas::ADD_FOCUS_AREA}
        </button>
    };
    (button.into_any(), full)
}

fn focus_area(editor: Editor<ActionPlan>, with: RowTexts, id: Id) -> AnyView {
    let RowTexts {
        rows,
        opened,
        problems,
        spreading,
    } = with;
    let position = rows.position(id);
    let name = text(move || labels::focus_area(position.get()));
    let is_last = flag(move || position.get() + 1 >= rows.count());
    let texts: Vec<AnyView> = RowText::ALL
        .into_iter()
        .map(|text| {
            let label = labels::row_text(text).to_owned();
            form_field_called(editor, PlanField::Text(id, text), label)
        })
        .collect();
    let named = move |label: &'static str| {
        Some(text(move || {
            format!("{label} {}", in_small_letters(&name.get()))
        }))
    };
    let button = |label: &'static str, is_disabled: Signal<bool>, action: fn(Editor<_>, Id)| {
        link_button(
            label.to_owned().into(),
            named(label),
            is_disabled,
            move || {
                action(editor, id);
            },
        )
    };
    let remove = link_button(
        text::editor::REMOVE.to_owned().into(),
        named(text::editor::REMOVE),
        false.into(),
        move || remove(editor, rows, opened, id),
    );
    let spread = link_button(
        matrix::SPREAD.to_owned().into(),
        Some(text(move || matrix::spread_label(&name.get()))),
        false.into(),
        move || spreading.set(Some(id)),
    );
    let close = when(
        move || opened.is_beside(),
        move || {
            link_button(
                focus_areas::CLOSE.to_owned().into(),
                named(focus_areas::CLOSE),
                false.into(),
                move || opened.close(id),
            )
        },
    );
    let on_keydown: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        let is_done = match (event.key().as_str(), event.ctrl_key()) {
            ("ArrowDown", true) => opened.go(id, 1),
            ("ArrowUp", true) => opened.go(id, -1),
            ("Escape", false) if opened.all.get_untracked() => false,
            ("Escape", false) => {
                opened.close(id);
                true
            }
            _ => false,
        };
        if is_done {
            event.prevent_default();
        }
    });
    let cells = effects(id).into_iter().chain(realised(id)).collect();
    view! {
        <div
            class="focus-area"
            role="group"
            id=texts_id(id)
            aria-labelledby=heading_id(id)
            hidden=flag(move || !opened.shows(id))
            on:keydown=on_keydown
        >
            <div class="focus-area__head">
                <h3 id=heading_id(id) tabindex="-1">
                    {name}
                </h3>
                {sum_in_words(editor, id)}
                {close}
            </div>
            {source_of(editor, id)}
            <div class="focus-area__texts">{texts}</div>
            {group_messages(cells, problems.advice)}
            <div class="focus-area__actions">
                {spread} {button(text::editor::MOVE_UP, flag(move || position.get() == 0), move_up)}
                {button(text::editor::MOVE_DOWN, is_last, move_down)} {remove}
            </div>
        </div>
    }
    .into_any()
}

/// What the row amounts to, in words; nothing where the words are in the sum itself.
fn sum_in_words(editor: Editor<ActionPlan>, id: Id) -> AnyView {
    small_words(move || {
        let total = |plan: &ActionPlan| plan.focus_area(id).map(FocusArea::planned_total);
        let amount = editor.document.with(total).and_then(Total::amount);
        match (editor.session.signs.get(), amount) {
            (Signs::Words | Signs::RowDecides, _) | (_, None) => String::new(),
            (_, Some(amount)) => meaning::change(amount),
        }
    })
}

fn add(editor: Editor<ActionPlan>) {
    let row = FocusArea::blank(Id::random());
    let id = row.id;
    editor.edit(|plan| {
        if plan.has_room() {
            plan.focus_areas.push(row);
        }
    });
    focus(&heading_id(id));
}

fn move_up(editor: Editor<ActionPlan>, id: Id) {
    shift(editor, id, -1);
}

fn move_down(editor: Editor<ActionPlan>, id: Id) {
    shift(editor, id, 1);
}

/// Moves a row up or down; the focus follows it.
fn shift(editor: Editor<ActionPlan>, id: Id, rows: isize) {
    editor.edit(|plan| {
        let from = plan.position(id);
        shift_row(&mut plan.focus_areas, from, rows);
    });
    editor.settle();
    focus(&heading_id(id));
}

/// Removes a row, and offers to put it back where it was; whatever else has been typed since stays.
fn remove(editor: Editor<ActionPlan>, rows: Rows, opened: Opened, id: Id) {
    let mut removed = None;
    editor.edit(|plan| {
        if let Some(position) = plan.position(id) {
            removed = Some((position, plan.focus_areas.remove(position)));
        }
    });
    editor.settle();
    let Some((position, row)) = removed else {
        return;
    };
    opened.forget();
    editor.say_undoable(focus_areas::focus_area_removed(position, &row.area));
    // The row that takes its place, or else the one before it.
    let ids = untrack(|| rows.ids());
    match ids.get(position).or(ids.last()) {
        Some(&next) => focus_in_place(&name_id(next)),
        None => focus(ADD),
    }
}
