//! Cells of a grid: amounts and counts. They know no form.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::binding::bind;
use super::field::{CellAction, Field};
use super::number_entry::NumberEntry;
use super::number_input::{Key, Keys, Look, number_input};
use crate::draft::{FillTo, Movement, Order};
use crate::web::{copied, is_editing};

/// A cell of the grid. Its messages stand in the row below (see [`row_messages`](super::messages::row_messages)).
pub fn cell(field: &Field, label: Signal<String>) -> AnyView {
    let binding = bind(field, None);
    let entry = binding.number;
    let keys = Keys {
        key: Box::new({
            let field = field.clone();
            move |key| act_on_key(&field, entry, &key)
        }),
        paste: Box::new({
            let field = field.clone();
            move |event, input| {
                let action = match copied(event) {
                    Some(copied) => CellAction::Paste(copied),
                    // One cell is put where the caret is, unless several are selected.
                    None if is_editing(input) => return false,
                    None => CellAction::PasteInAll(event.clone()),
                };
                change(&field, entry, input, action)
            }
        }),
    };
    let look = Look {
        class: "form-input cell",
        label: Some(label),
    };
    number_input(field, binding, look, keys)
}

fn act(field: &Field, action: CellAction) -> bool {
    // The row may be gone already.
    field.act.try_run(action).unwrap_or_default()
}

/// Does what a key asks for in a cell. Whether the browser has nothing more to do with it.
fn act_on_key(field: &Field, entry: NumberEntry, key: &Key<'_>) -> bool {
    let Key { event, input } = *key;
    let is_control = event.ctrl_key() || event.meta_key();
    let is_shift = event.shift_key();
    let name = event.key();
    if event.alt_key() {
        return false;
    }
    let is_selected = entry.is_selected(input);
    match (name.as_str(), is_control, is_shift) {
        ("r", true, false) => change(field, entry, input, CellAction::Fill(FillTo::Right)),
        ("d", true, false) => change(field, entry, input, CellAction::Fill(FillTo::Down)),
        ("a", true, false) if is_selected => act(field, CellAction::SelectAll),
        ("Escape", false, false) => act(field, CellAction::SelectAlone),
        ("Delete" | "Backspace", false, false) if is_selected => {
            change(field, entry, input, CellAction::Empty)
        }
        ("Tab", false, is_back) => act(field, CellAction::GoOn(Order::Rows, is_back)),
        ("Enter", false, is_back) => {
            if !act(field, CellAction::GoOn(Order::Columns, is_back)) {
                enter(field, entry, input, is_back);
            }
            true
        }
        _ => match movement(&name, is_control) {
            Some(movement) if is_shift => is_selected && act(field, CellAction::Stretch(movement)),
            // Where there is no further cell, the selection stays. An arrow up or down leaves a text that is being edited.
            Some(movement @ (Movement::Up | Movement::Down)) => {
                act(field, CellAction::Move(movement)) || is_selected
            }
            Some(movement) if is_selected => {
                _ = act(field, CellAction::Move(movement));
                true
            }
            Some(_) | None => false,
        },
    }
}

/// Does what Enter asks for in a cell that is selected alone.
fn enter(field: &Field, entry: NumberEntry, input: &HtmlInputElement, is_back: bool) {
    // There is something to put the caret in.
    let can_be_edited = !input.read_only() && !input.value().is_empty();
    if !is_back && can_be_edited && entry.is_selected(input) {
        entry.edit(input);
        return;
    }
    let movement = if is_back {
        Movement::Up
    } else {
        Movement::Down
    };
    if !act(field, CellAction::Move(movement)) {
        entry.finish(field, input);
    }
}

/// Changes cells, of which this one may be one. Whether there was anything to do.
fn change(field: &Field, entry: NumberEntry, input: &HtmlInputElement, action: CellAction) -> bool {
    let is_done = act(field, action);
    if is_done {
        entry.stop_typing();
        entry.show(input);
    }
    is_done
}

/// Where a key leads.
fn movement(key: &str, is_control: bool) -> Option<Movement> {
    Some(match (key, is_control) {
        ("ArrowUp", false) => Movement::Up,
        ("ArrowDown", false) => Movement::Down,
        ("ArrowLeft", false) => Movement::Left,
        ("ArrowRight", false) => Movement::Right,
        ("Home", false) => Movement::RowStart,
        ("End", false) => Movement::RowEnd,
        ("Home", true) => Movement::GridStart,
        ("End", true) => Movement::GridEnd,
        ("PageUp", false) => Movement::PageUp,
        ("PageDown", false) => Movement::PageDown,
        _ => return None,
    })
}
