//! Lists that the browser lays over the page as popovers.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, Node};

/// Where the focus goes in a list of commands; at its ends it goes round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InMenu {
    /// To the first.
    First,
    /// To the last.
    Last,
    /// To the one after the one with the focus.
    Next,
    /// To the one before it.
    Previous,
}

fn menu(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Opens a list.
pub fn open_menu(id: &str) {
    if let Some(menu) = menu(id) {
        // It fails where it is open already.
        _ = menu.show_popover();
    }
}

/// Closes a list.
pub fn close_menu(id: &str) {
    if let Some(menu) = menu(id) {
        // It fails where it is closed already.
        _ = menu.hide_popover();
    }
}

/// Closes every list that is open; the focus goes back to the button that opened it.
pub fn close_menus() {
    let open = document().query_selector_all(":popover-open");
    for menu in open
        .iter()
        .flat_map(|menus| (0..menus.length()).filter_map(|place| menus.item(place)))
    {
        if let Ok(menu) = menu.dyn_into::<HtmlElement>() {
            // It fails where it is closed already.
            _ = menu.hide_popover();
        }
    }
}

/// Whether a list is open.
#[must_use]
pub fn is_menu_open(id: &str) -> bool {
    menu(id).is_some_and(|menu| menu.matches(":popover-open").unwrap_or(false))
}

/// Moves the focus within a list.
pub fn focus_in_menu(id: &str, to: InMenu) {
    let Some(menu) = menu(id) else { return };
    let Ok(found) = menu.query_selector_all("button, a") else {
        return;
    };
    let items: Vec<Node> = (0..found.length())
        .filter_map(|place| found.get(place))
        .collect();
    let focused = document().active_element().map(Element::unchecked_into);
    let focused = focused.and_then(|focused: Node| {
        let mut items = items.iter();
        items.position(|item| item.is_same_node(Some(&focused)))
    });
    let (count, last) = (items.len(), items.len().saturating_sub(1));
    let place = match (to, focused) {
        (InMenu::First, _) | (InMenu::Next, None) => 0,
        (InMenu::Last, _) | (InMenu::Previous, None) => last,
        (InMenu::Next, Some(place)) => (place + 1).checked_rem(count).unwrap_or_default(),
        (InMenu::Previous, Some(place)) => place.checked_sub(1).unwrap_or(last),
    };
    let item = items
        .get(place)
        .and_then(|item| item.dyn_ref::<HtmlElement>());
    if let Some(item) = item {
        _ = item.focus();
    }
}

/// Whether the focus that leaves an element stays in the list, goes to the button that opens and closes it, or goes out of the window
/// and may come back.
#[must_use]
pub fn is_still_in_menu(event: &FocusEvent, id: &str) -> bool {
    let to = event
        .related_target()
        .and_then(|to| to.dyn_into::<Element>().ok());
    match (to, menu(id)) {
        (Some(to), Some(menu)) => {
            let opens = to.get_attribute("popovertarget");
            opens.as_deref() == Some(id) || menu.contains(Some(&to))
        }
        _ => true,
    }
}
