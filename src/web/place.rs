use leptos::prelude::{document, request_animation_frame, window};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

/// Where something belongs that is shown beside an element, in pixels of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// From the left.
    pub left: i32,
    /// From the top.
    pub top: i32,
    /// Whether it stands low in the window, so that there is more room above it.
    pub is_low: bool,
}

/// How a place is wanted, once it is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Not any more.
    No,
    /// Where the element is.
    AsItIs,
    /// With the element wholly in view: a browser leaves one that is half under a column that stays.
    InView,
}

/// Finds the place beside an element, once what is happening now has been drawn, if it is still wanted then.
pub fn place_beside(
    id: &str,
    wanted: impl FnOnce() -> Wanted + 'static,
    then: impl FnOnce(Place) + 'static,
) {
    let id = id.to_owned();
    request_animation_frame(move || {
        let wanted = wanted();
        let Some(element) = document()
            .get_element_by_id(&id)
            .filter(|_| wanted != Wanted::No)
        else {
            return;
        };
        if wanted == Wanted::InView {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            nearest.set_inline(ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
        let bounds = element.get_bounding_client_rect();
        let height = window()
            .inner_height()
            .ok()
            .and_then(|height| height.as_f64());
        // Whole pixels are near enough.
        let (top, bottom) = (bounds.top() as i32, bounds.bottom() as i32);
        let is_low = height.is_some_and(|height| bottom > height as i32 / 2);
        then(Place {
            left: bounds.left() as i32,
            top: if is_low { top } else { bottom },
            is_low,
        });
    });
}
