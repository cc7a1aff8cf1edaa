//! The input of a field that holds a number: it is typed in as in a spreadsheet.

use leptos::ev::{
    ClipboardEvent, Event, FocusEvent, InputEvent, KeyboardEvent, MouseEvent, PointerEvent,
};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::binding::{Binding, computed_from_id};
use super::field::Field;
use super::view::{flag, text};
use crate::web::input_of;

/// Keys pressed while an input method composes are its own; old browsers tell by this code alone.
const COMPOSING: u32 = 229;

/// A key in an input.
pub struct Key<'a> {
    /// The event.
    pub event: &'a KeyboardEvent,
    /// The input.
    pub input: &'a HtmlInputElement,
}

type Paste = Box<dyn Fn(&ClipboardEvent, &HtmlInputElement) -> bool>;

/// What a field does with keys and with the clipboard beyond typing. Each says whether there was anything to do.
pub struct Keys {
    /// A key was pressed.
    pub key: Box<dyn Fn(Key<'_>) -> bool>,
    /// Something is pasted into the input.
    pub paste: Paste,
}

impl Keys {
    /// Nothing.
    pub fn none() -> Self {
        Self {
            key: Box::new(|_| false),
            paste: Box::new(|_, _| false),
        }
    }
}

/// How an input looks, and how it is named.
pub struct Look {
    /// Its classes.
    pub class: &'static str,
    /// Its accessible name, where no label stands beside it.
    pub label: Option<Signal<String>>,
}

/// The input of a field that holds a number, and under it what its value was computed from.
pub fn number_input(field: &Field, binding: Binding, look: Look, keys: Keys) -> AnyView {
    let entry = binding.number;
    let is_locked = field.is_locked;
    let is_locked = Memo::new(move |_| is_locked.get());
    let on_focus = with_input(move |input, _: &FocusEvent| entry.enter(input));
    let on_pointer_down = with_input(move |input, _: &PointerEvent| entry.press(input));
    let on_click = with_input(move |input, _: &MouseEvent| entry.release(input));
    let on_menu = with_input(move |input, _: &MouseEvent| entry.open_menu(input));
    let on_before_input = with_input(move |input, _: &InputEvent| entry.before_input(input));
    // A number dragged into another field would become part of what stands there.
    let on_drag: Box<dyn FnMut(leptos::ev::DragEvent)> = Box::new(|event| event.prevent_default());
    let of_field = field.clone();
    let (key, paste) = (keys.key, keys.paste);
    let on_key = with_input(move |input, event: &KeyboardEvent| {
        if event.is_composing() || event.key_code() == COMPOSING {
            return;
        }
        let is_plain =
            !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.shift_key();
        let is_done = match event.key().as_str() {
            "Escape" if is_plain && entry.escape(&of_field, input) => true,
            "F2" if is_plain && !input.read_only() => {
                entry.edit(input);
                true
            }
            _ => key(Key { event, input }),
        };
        if is_done {
            event.prevent_default();
        }
    });
    let on_paste = with_input(move |input, event: &ClipboardEvent| {
        if paste(event, input) {
            event.prevent_default();
        }
    });
    let computed_from = field.computed_from;
    view! {
        <input
            type="text"
            autocomplete="off"
            class=look.class
            readonly=flag(move || is_locked.get())
            id=field.name.clone()
            aria-label=look.label
            aria-invalid=binding.aria_invalid
            aria-describedby=binding.described_by
            prop:value=binding.value
            on:focus=on_focus
            on:pointerdown=on_pointer_down
            on:click=on_click
            on:contextmenu=on_menu
            on:dragstart=on_drag
            on:beforeinput=on_before_input
            on:input=binding.on_input
            on:blur=binding.on_blur
            on:keydown=on_key
            on:paste=on_paste
        />
        <span class="computed-from d-print-none" id=computed_from_id(&field.name)>
            {text(move || computed_from.get().unwrap_or_default())}
        </span>
    }
    .into_any()
}

type Handler<E> = Box<dyn FnMut(E)>;

fn with_input<E: AsRef<Event> + 'static>(
    act: impl Fn(&HtmlInputElement, &E) + 'static,
) -> Handler<E> {
    Box::new(move |event| {
        if let Some(input) = input_of(event.as_ref()) {
            act(&input, &event);
        }
    })
}
