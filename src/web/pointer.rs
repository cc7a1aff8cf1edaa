//! Waiting for the pointer: what appears or vanishes between its press and its release moves what somebody aims at.

use std::cell::RefCell;
use std::time::Duration;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{set_timeout, window};
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent, Window};

/// On a touch screen the pointer is up already when the browser presses and releases a mouse in its place.
const PRESSED: [&str; 2] = ["pointerdown", "mousedown"];
/// A pointer may be released where the page does not see it: outside the window, in a menu, or after dragging.
const RELEASED: [&str; 6] = [
    "pointerup",
    "mouseup",
    "pointercancel",
    "dragend",
    "contextmenu",
    "blur",
];
/// Then the next movement tells that no button is pressed.
const MOVED: &str = "pointerover";

#[derive(Default)]
struct Pointer {
    is_watched: bool,
    is_down: bool,
    waiting: Vec<Box<dyn FnOnce()>>,
}

thread_local! {
    static POINTER: RefCell<Pointer> = RefCell::default();
}

/// Begins to watch the pointer, once for as long as the page lives.
pub fn watch_pointer() {
    let is_watched =
        POINTER.with_borrow_mut(|pointer| std::mem::replace(&mut pointer.is_watched, true));
    if is_watched {
        return;
    }
    // As the event comes in, so that nothing on its way can keep it.
    let options = EventListenerOptions::run_in_capture_phase();
    for kind in PRESSED.into_iter().chain(RELEASED).chain([MOVED]) {
        EventListener::new_with_options(&window(), kind, options, watch).forget();
    }
}

fn watch(event: &Event) {
    let kind = event.type_();
    if PRESSED.contains(&kind.as_str()) {
        POINTER.with_borrow_mut(|pointer| pointer.is_down = true);
    } else if is_release(&kind, event) {
        release();
    }
}

fn is_release(kind: &str, event: &Event) -> bool {
    match kind {
        MOVED => {
            let event: Option<&MouseEvent> = event.dyn_ref();
            event.is_some_and(|event| event.buttons() == 0)
        }
        // Not that of a field, which is left while the pointer goes down elsewhere.
        "blur" => event
            .target()
            .is_some_and(|target| target.is_instance_of::<Window>()),
        _ => true,
    }
}

/// Does something now, or once the pointer is up and what was clicked has been.
pub fn when_pointer_is_up(action: impl FnOnce() + 'static) {
    let mut action: Option<Box<dyn FnOnce()>> = Some(Box::new(action));
    POINTER.with_borrow_mut(|pointer| {
        if pointer.is_down {
            pointer.waiting.extend(action.take());
        }
    });
    if let Some(action) = action {
        action();
    }
}

fn release() {
    let is_waited_for = POINTER.with_borrow_mut(|pointer| {
        pointer.is_down = false;
        !pointer.waiting.is_empty()
    });
    if is_waited_for {
        // The click comes right after the release.
        set_timeout(do_what_waits, Duration::ZERO);
    }
}

fn do_what_waits() {
    let waiting = POINTER.with_borrow_mut(|pointer| {
        if pointer.is_down {
            Vec::new()
        } else {
            std::mem::take(&mut pointer.waiting)
        }
    });
    for action in waiting {
        action();
    }
}
