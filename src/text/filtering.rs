//! Searching, choosing and ordering in lists.

use crate::text::messages;

pub const SEARCH: &str = "Søg i forslag";
pub const ALL_DEPARTMENTS: &str = "Alle centre";
pub const ALL_KINDS: &str = "Alt";
pub const ORDER: &str = "Sortér efter";
pub const ORDER_NUMBER: &str = "Nummer";
pub const ORDER_TITLE: &str = "Overskrift";
pub const ORDER_DEPARTMENT: &str = "Center";
pub const ORDER_TOTAL: &str = "Største besparelse";
pub const ORDER_CHANGED: &str = "Senest ændret";

/// How many proposals match, and of those how many have no amount yet: `8 forslag, 1 uden beløb endnu`.
#[must_use]
pub fn found(found: usize, all: usize, without_amount: usize) -> String {
    let (found_text, all_text) = (messages::count(found), messages::count(all));
    let found = match found == all {
        true => format!("{all_text} forslag"),
        false => format!("{found_text} af {all_text} forslag"),
    };
    match without_amount {
        0 => found,
        without => format!("{found}, {} uden beløb endnu", messages::count(without)),
    }
}

/// How many rows are drawn.
#[must_use]
pub fn shown_of(shown: usize) -> String {
    format!(
        "De første {} er vist; summen gælder alle.",
        messages::count(shown)
    )
}

/// How many rows of a long list are drawn.
#[must_use]
pub fn drawn(drawn: usize, all: usize) -> String {
    format!(
        "{} af {} er vist.",
        messages::count(drawn),
        messages::count(all)
    )
}

/// Draws all rows.
#[must_use]
pub fn show_all(all: usize) -> String {
    format!("Vis alle {}", messages::count(all))
}
