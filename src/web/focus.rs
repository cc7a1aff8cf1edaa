use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{
    FocusEvent, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Moves the focus to an element, once what is being drawn now is there.
pub fn focus(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || take(&id));
}

fn take(id: &str) {
    if let Some(element) = find::<HtmlElement>(id) {
        // An element that cannot take the focus is at least brought into view.
        element.scroll_into_view_with_bool(true);
        _ = element.focus();
    }
}

/// Gives the focus back to the element that had it, once what is being drawn now is there; to another where that one is gone or
/// is nothing to stand on any more. Wherever else it has gone by then, it stays.
pub fn give_back_focus(to: Option<HtmlElement>, otherwise: &str) {
    let otherwise = otherwise.to_owned();
    request_animation_frame(move || {
        if !is_focus_lost() {
            return;
        }
        if let Some(element) = to.filter(|element| element.is_connected()) {
            _ = element.focus();
        }
        if is_focus_lost() {
            take(&otherwise);
        }
    });
}

fn is_focus_lost() -> bool {
    let focused = document().active_element();
    focused.is_none_or(|element| element.tag_name() == "BODY")
}

/// The element from which the focus came into an area with a class. `None` where it was there already, or came from nowhere.
#[must_use]
pub fn focus_from_outside(event: &FocusEvent, class: &str) -> Option<HtmlElement> {
    let other: HtmlElement = event.related_target()?.dyn_into().ok()?;
    let area = other.closest(&format!(".{class}")).ok()?;
    area.is_none().then_some(other)
}

/// The identity of the element with the focus.
#[must_use]
pub fn focused() -> Option<String> {
    let focused = document().active_element()?.id();
    (!focused.is_empty()).then_some(focused)
}

/// Brings what has the focus into view, once what is being drawn now is there: something that lies over the page may have come.
pub fn keep_focus_in_view() {
    request_animation_frame(|| {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        nearest.set_inline(ScrollLogicalPosition::Nearest);
        if let Some(element) = document().active_element().filter(|_| !is_focus_lost()) {
            element.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });
}

/// Moves the focus to an element if what had it is gone.
pub fn focus_if_lost(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        if is_focus_lost() {
            focus(&id);
        }
    });
}

/// Moves the focus to an input and selects its text, as a spreadsheet does with a cell. Whether it is there.
pub fn select(id: &str) -> bool {
    let Some(input) = find::<HtmlInputElement>(id) else {
        return false;
    };
    let focused = input.focus().is_ok();
    input.select();
    focused
}

/// Selects all text in an element, so that it can be copied.
pub fn select_text(id: &str) {
    let element = document().get_element_by_id(id);
    let selection = leptos::prelude::window().get_selection().ok().flatten();
    if let (Some(element), Some(selection)) = (element, selection) {
        _ = selection.select_all_children(&element);
    }
}

/// Whether a dialog lies over the page.
#[must_use]
pub fn is_dialog_open() -> bool {
    let dialog = document().query_selector("dialog[open]");
    dialog.is_ok_and(|dialog| dialog.is_some())
}

/// Names the page, for the browser's tab, its history and a screen reader.
pub fn set_title(title: &str) {
    document().set_title(title);
}

fn find<T: JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
