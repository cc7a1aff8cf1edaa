//! Cells of grids in the page: which one something happens to, which are shown as selected, and what is copied from them.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, Element, Event, HtmlElement, HtmlInputElement, MouseEvent,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::draft::CopiedCells;

/// The class of a cell.
const CELL: &str = "cell";
/// The class of a cell that is one of several that are selected.
const SELECTED: &str = "cell--selected";
/// The class of the last of the cells that are selected, at whose corner they are dragged on.
const CORNER: &str = "cell--corner";
/// So near to its corner, in pixels, the pointer is on the handle of a cell.
const HANDLE: i32 = 10;
/// What says that the text of a field is being edited.
const EDITING: &str = "data-editing";
/// What a screen reader says of a cell besides its name and its value.
const DESCRIPTION: &str = "aria-description";

/// The cell that an event happens to, or beside which it happens.
#[must_use]
pub fn cell_of(event: &Event) -> Option<HtmlInputElement> {
    let element: Element = event.target()?.dyn_into().ok()?;
    if element.class_list().contains(CELL) {
        return element.dyn_into().ok();
    }
    let cell = element.closest("td").ok()??;
    let input = cell.query_selector(&format!(".{CELL}")).ok()??;
    input.dyn_into().ok()
}

/// The cell that has the focus.
#[must_use]
pub fn focused_cell() -> Option<HtmlInputElement> {
    let element = document().active_element()?;
    let is_cell = element.class_list().contains(CELL);
    is_cell.then(|| element.dyn_into().ok()).flatten()
}

/// Notes whether the text of a field is being edited.
pub fn set_editing(input: &HtmlInputElement, is_editing: bool) {
    if is_editing {
        _ = input.set_attribute(EDITING, "");
    } else {
        _ = input.remove_attribute(EDITING);
    }
}

/// Whether the text of a field is being edited.
#[must_use]
pub fn is_editing(input: &HtmlInputElement) -> bool {
    input.has_attribute(EDITING)
}

/// Whether a press is on the handle by which what is selected is dragged on.
#[must_use]
pub fn is_on_handle(event: &MouseEvent, cell: &HtmlInputElement) -> bool {
    // The event happens to the cell itself.
    let is_near = |size: i32, at: i32| (size - HANDLE..=size).contains(&at);
    cell.class_list().contains(CORNER)
        && is_near(cell.client_width(), event.offset_x())
        && is_near(cell.client_height(), event.offset_y())
}

/// Shows these cells as selected, and no others, and the handle at the corner of one.
pub fn show_selected(ids: &[String], corner: Option<&str>, description: &str) {
    let document = document();
    let corners = document.get_elements_by_class_name(CORNER);
    while let Some(element) = corners.item(0) {
        _ = element.class_list().remove_1(CORNER);
    }
    if let Some(element) = corner.and_then(|corner| document.get_element_by_id(corner)) {
        _ = element.class_list().add_1(CORNER);
    }
    let selected = document.get_elements_by_class_name(SELECTED);
    // The collection follows what is done to its elements.
    while let Some(element) = selected.item(0) {
        _ = element.class_list().remove_1(SELECTED);
        _ = element.remove_attribute(DESCRIPTION);
    }
    for id in ids {
        if let Some(element) = document.get_element_by_id(id) {
            _ = element.class_list().add_1(SELECTED);
            _ = element.set_attribute(DESCRIPTION, description);
        }
    }
}

/// Scrolls to an element, a cell say, as little as possible. The focus stays.
pub fn scroll_into_view(id: &str) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Enters the field with the focus anew: what was typed there is taken in, and its text selected.
pub fn enter_anew(input: &HtmlInputElement) {
    let input: &HtmlElement = input;
    _ = input.blur();
    _ = input.focus();
}

/// Puts cells on the clipboard; returns whether that was possible.
#[must_use]
pub fn put_on_clipboard(event: &ClipboardEvent, copied: &CopiedCells) -> bool {
    let Some(data) = event.clipboard_data() else {
        return false;
    };
    if let Some(page) = &copied.page {
        _ = data.set_data("text/html", page);
    }
    data.set_data("text/plain", &copied.text).is_ok()
}
