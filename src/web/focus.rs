use leptos::prelude::{
    document, on_cleanup, request_animation_frame, window_event_listener_untyped,
};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventInit, FocusEvent, HtmlElement, HtmlInputElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// What happens to an element that is to take the focus and is hidden.
const ASKED_TO_SHOW: &str = "raaderum-show";
/// What hides a part of a page.
const HIDDEN: &str = "[hidden]";

/// Moves the focus to an element, once what is being drawn now is there.
pub fn focus(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || take(&id));
}

/// Moves the focus to an element, once what is being drawn now is there, and leaves the page where it is if the element is in
/// view.
pub fn focus_in_place(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        if let Some(element) = find::<HtmlElement>(&id) {
            _ = element.focus();
        }
    });
}

/// Moves the focus to the first cell of the page's grids that is shown, or else of one that is hidden and then shown. Whether there
/// is one.
pub fn focus_first_cell() -> bool {
    let first = |within: &str| {
        let cell = document().query_selector(&format!("{within} .cell"));
        cell.ok().flatten().map(|cell| cell.id())
    };
    let cell = first("[role=tabpanel]:not([hidden])").or_else(|| first("main"));
    if let Some(cell) = &cell {
        focus(cell);
    }
    cell.is_some()
}

fn take(id: &str) {
    let Some(element) = find::<HtmlElement>(id) else {
        return;
    };
    if !is_in_hidden_part(&element) {
        take_focus(&element);
        return;
    }
    let asked = EventInit::new();
    asked.set_bubbles(true);
    if let Ok(asked) = Event::new_with_event_init_dict(ASKED_TO_SHOW, &asked) {
        _ = element.dispatch_event(&asked);
    }
    // Once it is shown.
    request_animation_frame(move || take_focus(&element));
}

fn take_focus(element: &HtmlElement) {
    // An element that cannot take the focus is at least brought into view.
    element.scroll_into_view_with_bool(true);
    _ = element.focus();
}

fn is_in_hidden_part(element: &Element) -> bool {
    element.closest(HIDDEN).is_ok_and(|part| part.is_some())
}

/// Calls `show` with the identity of each hidden part of a page that something lies in which is to take the focus: a tab that
/// is not chosen, a row that is folded away.
pub fn when_asked_to_show(show: impl Fn(&str) + 'static) {
    let listener = window_event_listener_untyped(ASKED_TO_SHOW, move |event| {
        let mut inside = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        while let Some(part) = inside.and_then(|inside| inside.closest(HIDDEN).ok().flatten()) {
            show(&part.id());
            inside = part.parent_element();
        }
    });
    on_cleanup(move || listener.remove());
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

/// Whether the page has an element, shown or not.
#[must_use]
pub fn is_on_page(id: &str) -> bool {
    document().get_element_by_id(id).is_some()
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
