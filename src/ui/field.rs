//! What an input of a form knows of its field. It knows no form.

use leptos::prelude::*;
use web_sys::ClipboardEvent;

use super::messages::{Problem, message_id};
use crate::draft::{FillTo, Movement, Order, Typed};
use crate::web::Copied;

/// A field of some form, as an input needs it.
#[derive(Clone)]
pub struct Field {
    /// The field's name, which is its element's id.
    pub name: String,
    /// The entry, as it is printed.
    pub shown: Signal<String>,
    /// Whether the field is locked against typing.
    pub is_locked: Signal<bool>,
    /// Every problem of the form.
    pub problems: Memo<Vec<Problem>>,
    /// Counts the times that fields were changed from elsewhere than their inputs.
    pub rewritten: RwSignal<u32>,
    /// Whether the field holds a number.
    pub is_number: bool,
    /// Whether what stands in the field can be read.
    pub can_be_read: Signal<bool>,
    /// What the value was computed from, as it is printed, where that is known.
    pub computed_from: Signal<Option<String>>,
    /// Takes in what somebody typed.
    pub enter: Callback<Typed>,
    /// Puts back what the field showed when it was entered, and whether that could be read.
    pub take_back: Callback<(String, bool)>,
    /// Somebody has left the field, which still showed what was typed there, or showed its value.
    pub leave: Callback<Left>,
    /// Does something in the grid; whether there was anything to do.
    pub act: Callback<CellAction, bool>,
}

/// How a field is left.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// It shows what was typed since it was entered.
    AsTyped,
    /// It shows its value.
    AsItStands,
}

impl Field {
    /// Points at the messages about the field, while there are any.
    pub fn described_by(&self) -> Signal<Option<String>> {
        let (name, problems) = (self.name.clone(), self.problems);
        Signal::derive(move || {
            let is_about = |problem: &Problem| problem.field == name;
            problems
                .with(|problems| problems.iter().any(is_about))
                .then(|| message_id(&name))
        })
    }
}

/// What a key or the clipboard asks for in a cell.
pub enum CellAction {
    /// Go to another cell.
    Move(Movement),
    /// Move the corner of what is selected.
    Stretch(Movement),
    /// Go to the next cell, or back to the one before, of those that are selected.
    GoOn(Order, bool),
    /// Select all cells of the grid.
    SelectAll,
    /// Select the cell alone.
    SelectAlone,
    /// Empty what is selected, where that is more than the text of the cell.
    Empty,
    /// Fill what is selected from its first row or column.
    Fill(FillTo),
    /// Write what was copied from here on.
    Paste(Copied),
    /// Write the one cell that was copied in all that are selected, where those are several.
    PasteInAll(ClipboardEvent),
}
