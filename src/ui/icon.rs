//! Small drawings in the place of words, which stand beside them for whoever cannot see them.

use leptos::prelude::*;

use super::view::text;
use crate::text::commands::Command;

/// A drawing: lines on a field of 24 by 24, in the colour of the text.
#[derive(Clone, Copy)]
pub struct Icon(&'static str);

/// The way back.
pub const BACK: Icon = Icon("M20 12H5M11 6l-6 6 6 6");
/// Takes a step back.
pub const UNDO: Icon = Icon("M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4");
/// Makes it again.
pub const REDO: Icon = Icon("M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h4");
/// Hands something over.
pub const SAVE: Icon = Icon("M12 4v11M7 10l5 5 5-5M5 20h14");
/// Days of a month.
pub const CALENDAR: Icon = Icon("M5 6h14v14H5zM5 10h14M9 3v4M15 3v4");
/// There is more.
pub const MORE: Icon = Icon(
    "M4 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M18 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0",
);
/// Something can be added.
pub const ADD: Icon = Icon("M12 5v14M5 12h14");
/// Something is looked for.
pub const SEARCH: Icon = Icon("M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M15.5 15.5L21 21");
/// Something opens below.
pub const OPEN: Icon = Icon("M7 10l5 5 5-5");

impl Icon {
    /// Draws it.
    pub fn draw(self) -> AnyView {
        view! {
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d=self.0></path>
            </svg>
        }
        .into_any()
    }
}

/// A button that shows a drawing, and says what the command is called to whoever cannot see it. It stays where it is, and keeps the focus, while
/// there is nothing to do.
pub fn icon_button(
    icon: Icon,
    command: Command,
    is_idle: Signal<bool>,
    action: Box<dyn FnMut(leptos::ev::MouseEvent)>,
) -> AnyView {
    let is_disabled = text(move || is_idle.get().to_string());
    view! {
        <button
            type="button"
            class="icon-button"
            title=command.title()
            aria-disabled=is_disabled
            aria-keyshortcuts=command.keys_for_attribute()
            on:click=action
        >
            {icon.draw()}
            <span class="sr-only">{command.row().name}</span>
        </button>
    }
    .into_any()
}
