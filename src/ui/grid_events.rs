//! What the pointer, the focus and the clipboard do in the cells of all grids of a page. One listener for each kind of event
//! hears it for all cells; keys are heard by the cell that has the focus (see `cell.rs`).

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, HtmlInputElement, PointerEvent};

use crate::web::{
    cell_of, enter_anew, focused_cell, is_all_selected, is_editing, is_on_handle, select_all,
};

/// Something that happens in a grid. Cells are told by their names.
pub enum GridEvent<'a> {
    /// The pointer was pressed on a cell.
    Pressed(&'a str),
    /// A cell got the focus.
    Entered(&'a str),
    /// Something else got the focus.
    Left,
    /// The selection is to reach from the cell with the focus to another one; whether they are cells of one grid.
    Stretched(&'a str),
    /// The handle of what is selected is dragged to a cell: what is selected is to fill all up to there.
    FillStretched(&'a str),
    /// The handle is let go of; whether what was reached is to be filled.
    FillEnded(bool),
    /// What is selected is copied; whether there was anything to copy.
    Copied {
        /// The event that takes it.
        event: &'a ClipboardEvent,
        /// Whether the whole text of the cell with the focus is selected, as it is while that is not edited.
        is_whole: bool,
        /// Whether the cells are emptied, too.
        is_cut: bool,
    },
}

/// Does what something asks for that happens in a grid; returns whether there was anything to do.
type Act = Rc<dyn Fn(GridEvent<'_>) -> bool>;

const KINDS: [&str; 9] = [
    "pointerdown",
    "mousedown",
    "pointerover",
    "pointerup",
    "pointercancel",
    "click",
    "focusin",
    "copy",
    "cut",
];

/// What the pointer is doing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pointer {
    /// Nothing.
    Up,
    /// It was pressed on a cell, and may be dragged from there.
    Down,
    /// It is dragged over cells.
    Dragged,
    /// It drags the handle of what is selected.
    Filling,
    /// It was dragged: the click that ends that is none.
    Released,
}

/// Follows what happens in the grids of the page, while the listeners are kept.
#[must_use]
pub fn follow_grids(act: impl Fn(GridEvent<'_>) -> bool + 'static) -> Vec<EventListener> {
    let act: Act = Rc::new(act);
    let pointer = Rc::new(Cell::new(Pointer::Up));
    // Before the cells themselves, which are not to hear of a press that stretches the selection.
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    KINDS
        .into_iter()
        .map(|kind| {
            let (act, pointer) = (act.clone(), pointer.clone());
            EventListener::new_with_options(&window(), kind, options, move |event| {
                hear(event, &act, &pointer);
            })
        })
        .collect()
}

fn hear(event: &Event, act: &Act, pointer: &Cell<Pointer>) {
    match event.type_().as_str() {
        "pointerdown" => {
            pointer.set(Pointer::Up);
            if let (Some(event), Some(cell)) = (event.dyn_ref(), cell_of(event)) {
                pointer.set(press(event, &cell, act));
            }
        }
        "pointerover" if matches!(pointer.get(), Pointer::Down | Pointer::Dragged) => {
            let is_pressed = event
                .dyn_ref::<PointerEvent>()
                .is_some_and(|event| event.buttons() & 1 == 1);
            if !is_pressed {
                pointer.set(Pointer::Up);
            } else if let Some(cell) = cell_of(event) {
                let is_other = focused_cell().is_some_and(|focused| focused != cell);
                if (is_other || pointer.get() == Pointer::Dragged)
                    && act(GridEvent::Stretched(&cell.id()))
                {
                    pointer.set(Pointer::Dragged);
                }
            }
        }
        "pointerover" if pointer.get() == Pointer::Filling => {
            if let Some(cell) = cell_of(event) {
                _ = act(GridEvent::FillStretched(&cell.id()));
            }
        }
        "mousedown" if matches!(pointer.get(), Pointer::Dragged | Pointer::Filling) => stop(event),
        kind @ ("pointerup" | "pointercancel") if pointer.get() == Pointer::Filling => {
            _ = act(GridEvent::FillEnded(kind == "pointerup"));
            pointer.set(Pointer::Released);
        }
        "pointerup" | "pointercancel" => {
            let was_dragged = pointer.get() == Pointer::Dragged;
            if was_dragged && let Some(input) = focused_cell() {
                select_all(&input);
            }
            pointer.set(if was_dragged {
                Pointer::Released
            } else {
                Pointer::Up
            });
        }
        "click" if pointer.replace(Pointer::Up) == Pointer::Released => stop(event),
        "focusin" => {
            match focused_cell() {
                Some(cell) => act(GridEvent::Entered(&cell.id())),
                None => act(GridEvent::Left),
            };
        }
        kind @ ("copy" | "cut") => {
            let is_cut = kind == "cut";
            if copy(event, is_cut, act) {
                event.prevent_default();
            }
        }
        _ => {}
    }
}

/// The pointer is pressed on a cell; returns what it is doing from now on.
fn press(event: &PointerEvent, cell: &HtmlInputElement, act: &Act) -> Pointer {
    let is_finger = event.pointer_type() == "touch";
    if event.button() != 0 || event.ctrl_key() || event.meta_key() {
        return Pointer::Up;
    }
    let focused = focused_cell();
    let has_focus = focused.as_ref() == Some(cell);
    if event.shift_key() && !has_focus && act(GridEvent::Stretched(&cell.id())) {
        stop(event);
        if let Some(focused) = focused.filter(is_editing) {
            enter_anew(&focused);
        }
        return Pointer::Dragged;
    }
    // Its text is selected by dragging.
    if has_focus && is_editing(cell) {
        return Pointer::Up;
    }
    // Beside an input, in its cell of the table, is no press on it.
    let is_on_input = event
        .target()
        .is_some_and(|target| target.loose_eq(cell.as_ref()));
    if !is_on_input {
        return Pointer::Up;
    }
    if !is_finger && is_on_handle(event, cell) && !focused.as_ref().is_some_and(is_editing) {
        stop(event);
        return Pointer::Filling;
    }
    _ = act(GridEvent::Pressed(&cell.id()));
    // A finger scrolls.
    if is_finger {
        Pointer::Up
    } else {
        Pointer::Down
    }
}

fn stop(event: &Event) {
    event.prevent_default();
    event.stop_propagation();
}

fn copy(event: &Event, is_cut: bool, act: &Act) -> bool {
    let Some(event) = event.dyn_ref() else {
        return false;
    };
    match focused_cell() {
        // The part of its text that is selected is the browser's business.
        Some(cell) if !is_editing(&cell) => act(GridEvent::Copied {
            event,
            is_whole: is_all_selected(&cell),
            is_cut,
        }),
        Some(_) | None => false,
    }
}
