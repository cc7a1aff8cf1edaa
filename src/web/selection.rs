//! What is selected in an input.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, Node};

/// The input that an event happens to.
#[must_use]
pub fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

fn length(input: &HtmlInputElement) -> u32 {
    u32::try_from(input.value().encode_utf16().count()).unwrap_or(u32::MAX)
}

/// Selects the whole text of an input.
pub fn select_all(input: &HtmlInputElement) {
    _ = input.set_selection_range(0, length(input));
}

/// Puts the caret behind the text of an input.
pub fn put_caret_at_end(input: &HtmlInputElement) {
    let end = length(input);
    _ = input.set_selection_range(end, end);
}

/// Whether the whole text of an input is selected, or there is none.
#[must_use]
pub fn is_all_selected(input: &HtmlInputElement) -> bool {
    let start = input.selection_start().ok().flatten();
    let end = input.selection_end().ok().flatten();
    start == Some(0) && end >= Some(length(input))
}

/// Whether an input has the focus.
#[must_use]
pub fn has_focus(input: &HtmlInputElement) -> bool {
    let input: &Node = input;
    let focused = document().active_element();
    focused.is_some_and(|focused| focused.is_same_node(Some(input)))
}

/// Whether the window has the focus, not another one.
#[must_use]
pub fn has_window_focus() -> bool {
    document().has_focus().unwrap_or(true)
}
