//! Which rows of the plan have their texts shown: one, beside the table, or all, below it.

use leptos::prelude::*;

use super::Rows;
use crate::domain::{ActionPlan, Id, PlanField, RowText};
use crate::draft::Form;
use crate::web::{focus_in_place, focused};

/// The rows that are open. Copies share it.
#[derive(Clone, Copy)]
pub struct Opened {
    rows: Rows,
    row: RwSignal<Option<Id>>,
    /// Whether the texts of all rows are shown.
    pub all: RwSignal<bool>,
}

impl Opened {
    /// None of these rows is open.
    pub fn new(rows: Rows) -> Self {
        Self {
            rows,
            row: RwSignal::new(None),
            all: RwSignal::new(false),
        }
    }

    /// Whether one row is open beside the table.
    pub fn is_beside(self) -> bool {
        // An open row may have been removed in another tab.
        let is_here = |row: Id| self.rows.ids().contains(&row);
        !self.all.get() && self.row.get().is_some_and(is_here)
    }

    /// Whether this row's texts are shown.
    pub fn shows(self, id: Id) -> bool {
        self.all.get() || self.is_chosen(id)
    }

    /// Whether this is the row that somebody has opened.
    pub fn is_chosen(self, id: Id) -> bool {
        self.row.get() == Some(id)
    }

    /// Opens a row, without moving the focus.
    pub fn show(self, id: Id) {
        self.row.set(Some(id));
    }

    /// Opens a row and goes to its heading; closes it if it is open beside the table.
    pub fn toggle(self, id: Id) {
        if untrack(|| self.is_beside() && self.is_chosen(id)) {
            self.close(id);
        } else {
            self.show(id);
            focus_in_place(&heading_id(id));
        }
    }

    /// Closes a row and goes back to its name in the table.
    pub fn close(self, id: Id) {
        self.row.set(None);
        focus_in_place(&name_id(id));
    }

    /// Nothing is open any more.
    pub fn forget(self) {
        self.row.set(None);
    }

    /// Opens the row so many rows below one that is open, and goes to the same text in it. Whether there is such a row.
    pub fn go(self, from: Id, places: isize) -> bool {
        let ids = untrack(|| self.rows.ids());
        let place = ids.iter().position(|&id| id == from);
        let place = place.and_then(|place| place.checked_add_signed(places));
        let Some(&to) = place.and_then(|place| ids.get(place)) else {
            return false;
        };
        let focused = focused();
        let text_of = |id, text| ActionPlan::name(PlanField::Text(id, text));
        let text = RowText::ALL
            .into_iter()
            .find(|&text| focused.as_ref() == Some(&text_of(from, text)));
        self.show(to);
        match text {
            Some(text) => focus_in_place(&text_of(to, text)),
            None => focus_in_place(&heading_id(to)),
        }
        true
    }
}

/// The element id of a row's heading.
pub fn heading_id(id: Id) -> String {
    format!("area-heading-{id}")
}

/// The element id of the button in the table that is called what the row is called.
pub fn name_id(id: Id) -> String {
    format!("area-name-{id}")
}

const TEXTS: &str = "area-texts-";

/// The element id of a row's texts.
pub fn texts_id(id: Id) -> String {
    format!("{TEXTS}{id}")
}

/// The row that an element has the texts of.
pub fn row_of_texts(element: &str) -> Option<Id> {
    Id::parse(element.strip_prefix(TEXTS)?)
}
