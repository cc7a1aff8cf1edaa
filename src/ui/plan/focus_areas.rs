//! The focus areas: what is to be reached, what is done, and what it means.

use leptos::prelude::*;

use super::pick::{pick, source_of};
use crate::domain::{ActionPlan, FocusArea, Id, PlanField, RowText, limits};
use crate::text;
use crate::text::labels;
use crate::text::plan::{focus_areas, matrix};
use crate::ui::editor::Editor;
use crate::ui::form_field::form_field_called;
use crate::ui::rows::{Rows, shift as shift_row};
use crate::ui::view::{SECONDARY, click, flag, keyed, link_button, text, when};
use crate::web::focus;

/// Every row's texts, with buttons to add, remove and reorder.
pub fn focus_areas(editor: Editor<ActionPlan>, rows: Rows) -> AnyView {
    let is_full = move || rows.count() >= limits::FOCUS_AREAS;
    let list = keyed(rows.keys(), move |id| focus_area(editor, rows, id));
    let full = when(is_full, || {
        view! { <p class="form-hint">{matrix::focus_areas_full()}</p> }.into_any()
    });
    view! {
        <section class="form-section" aria-labelledby="areas-heading">
            <h2 id="areas-heading" tabindex="-1">
                {focus_areas::FOCUS_AREAS}
            </h2>
            {list}
            <p class="d-print-none">
                <button
                    type="button"
                    class=SECONDARY
                    disabled=flag(is_full)
                    on:click=click(move || add(editor))
                >
                    {focus_areas::ADD_FOCUS_AREA}
                </button>
                " "
                {pick(editor)}
            </p>
            {full}
        </section>
    }
    .into_any()
}

/// The element id of a row's heading.
pub fn heading_id(id: Id) -> String {
    format!("area-heading-{id}")
}

fn focus_area(editor: Editor<ActionPlan>, rows: Rows, id: Id) -> AnyView {
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
    let button = |label: &'static str, is_disabled: Signal<bool>, action: fn(Editor<_>, Id)| {
        let full_name = text(move || format!("{label} {}", name.get().to_lowercase()));
        link_button(
            label.to_owned().into(),
            Some(full_name),
            is_disabled,
            move || action(editor, id),
        )
    };
    view! {
        <div class="focus-area" role="group" aria-labelledby=heading_id(id)>
            <div class="focus-area__head">
                <h3 id=heading_id(id) tabindex="-1">
                    {name}
                </h3>
                <div class="focus-area__actions">
                    {button(text::editor::MOVE_UP, flag(move || position.get() == 0), move_up)}
                    {button(text::editor::MOVE_DOWN, is_last, move_down)}
                    {button(text::editor::REMOVE, false.into(), remove)}
                </div>
            </div>
            {source_of(editor, id)}
            <div class="focus-area__texts">{texts}</div>
        </div>
    }
    .into_any()
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
fn remove(editor: Editor<ActionPlan>, id: Id) {
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
    editor.say_undoable(focus_areas::focus_area_removed(position, &row.area));
    focus("areas-heading");
}
