//! Two parts of a page, which are beside each other in a wide window, and one below the other in a narrow one.

use leptos::prelude::{document, on_cleanup, window, window_event_listener};

/// From here on there are two columns: 1100 px, as `style/_proposal.scss` has it.
const WIDE: &str = "(min-width: 68.75em)";

/// Whether the window has room for two columns.
#[must_use]
pub fn has_two_columns() -> bool {
    let query = window().match_media(WIDE).ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// Lets the two children of an element change places whenever the window changes between one column and two: what stands at the right
/// in two columns is first in one. The one with the focus keeps its place in the page, and so the focus.
pub fn keep_columns_in_order(id: &'static str) {
    let had_two = std::cell::Cell::new(has_two_columns());
    let listener = window_event_listener(leptos::ev::resize, move |_| {
        if had_two.replace(has_two_columns()) != has_two_columns() {
            change_places(id);
        }
    });
    on_cleanup(move || listener.remove());
}

fn change_places(id: &str) {
    let Some(parent) = document().get_element_by_id(id) else {
        return;
    };
    let (Some(first), Some(last)) = (parent.first_element_child(), parent.last_element_child())
    else {
        return;
    };
    let focused = document().active_element();
    // It can only fail where one of them is gone.
    _ = if first.contains(focused.as_deref()) {
        parent.insert_before(&last, Some(&first))
    } else {
        parent.append_child(&first)
    };
}
