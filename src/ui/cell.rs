//! Cells of a grid: amounts and counts. They know no form.

use leptos::prelude::*;

use super::field::Field;
use super::number_entry::{Key, Keys, Look, NumberEntry, number_input};
use crate::web::{Copied, copied};

/// What a key or the clipboard asks for in a cell.
pub enum CellAction {
    /// Go so many rows down.
    MoveRows(isize),
    /// Go so many columns to the right.
    MoveColumns(isize),
    /// Copy the cell to every cell to its right.
    FillRight,
    /// Write what was copied from here on.
    Paste(Copied),
}

/// A cell of the grid. Its messages stand in the row below (see [`row_messages`](super::field::row_messages)).
pub fn cell(field: &Field, label: Signal<String>) -> AnyView {
    let binding = field.bind(None);
    let entry = binding.number;
    let keys = Keys {
        key: Box::new({
            let field = field.clone();
            move |key| act_on_key(&field, entry, &key)
        }),
        paste: Box::new({
            let field = field.clone();
            move |event, input| {
                let Some(copied) = copied(event) else {
                    return false;
                };
                entry.stop_typing();
                _ = act(&field, CellAction::Paste(copied));
                entry.show(input);
                true
            }
        }),
    };
    let look = Look {
        class: "form-input cell",
        label: Some(label),
    };
    number_input(field, binding, look, keys)
}

fn is_fill_right(key: &Key<'_>) -> bool {
    let event = key.event;
    let is_control = event.ctrl_key() || event.meta_key();
    is_control && !event.shift_key() && !event.alt_key() && event.key() == "r"
}

fn act(field: &Field, action: CellAction) -> bool {
    // The row may be gone already.
    field.act.try_run(action).unwrap_or_default()
}

/// Does what a key asks for in a cell. Whether the browser has nothing more to do with it.
fn act_on_key(field: &Field, entry: NumberEntry, key: &Key<'_>) -> bool {
    let Key { event, input } = *key;
    if is_fill_right(key) {
        entry.stop_typing();
        _ = act(field, CellAction::FillRight);
        entry.show(input);
        return true;
    }
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    let is_selected = entry.is_selected(input);
    match (event.key().as_str(), event.shift_key()) {
        // There is something to put the caret in.
        ("Enter", false) if is_selected && !input.read_only() && !input.value().is_empty() => {
            entry.edit(input);
            true
        }
        ("Enter", is_back) => {
            let rows = if is_back { -1 } else { 1 };
            if !act(field, CellAction::MoveRows(rows)) {
                entry.finish(field, input);
            }
            true
        }
        // Where there is no further cell, the selection stays.
        ("ArrowDown", false) => act(field, CellAction::MoveRows(1)) || is_selected,
        ("ArrowUp", false) => act(field, CellAction::MoveRows(-1)) || is_selected,
        ("ArrowRight", false) if is_selected => {
            _ = act(field, CellAction::MoveColumns(1));
            true
        }
        ("ArrowLeft", false) if is_selected => {
            _ = act(field, CellAction::MoveColumns(-1));
            true
        }
        _ => false,
    }
}
