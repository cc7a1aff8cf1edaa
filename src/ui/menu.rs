//! A button that opens a list of commands over the page, in the browser's own popover: a click outside or Esc closes it and gives the
//! focus back. The arrow keys, Home and End go through it; so does Tab, which closes it at its end.

use leptos::ev::{Event, FocusEvent, KeyboardEvent};
use leptos::prelude::*;

use super::commands::Commands;
use super::icon::{Icon, OPEN};
use super::view::click;
use crate::text::commands::Command;
use crate::web::{
    InMenu, Route, close_menu, focus_in_menu, go, is_menu_open, is_still_in_menu, open_menu,
};

/// What opens a menu.
#[derive(Clone, Copy)]
pub struct Menu {
    /// The element id of the list.
    pub id: &'static str,
    /// What the button and the list are called.
    pub label: &'static str,
    /// The drawing on the button.
    pub icon: Icon,
    /// Whether the button shows its name, where there is room.
    pub is_named: bool,
}

impl Menu {
    /// Draws it with its commands, which were made by [`Menu::button`] and [`Menu::link`].
    pub fn draw(self, items: Vec<AnyView>) -> AnyView {
        let Self {
            id,
            label,
            icon,
            is_named,
        } = self;
        let label_class = if is_named { "menu__name" } else { "sr-only" };
        let opens = is_named.then(|| OPEN.draw());
        let on_opener_key: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
            if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") {
                event.prevent_default();
                open_menu(id);
            }
        });
        let on_toggle: Box<dyn FnMut(Event)> = Box::new(move |_| {
            if is_menu_open(id) {
                focus_in_menu(id, InMenu::First);
            }
        });
        let on_key: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
            let to = match event.key().as_str() {
                "ArrowDown" => InMenu::Next,
                "ArrowUp" => InMenu::Previous,
                "Home" => InMenu::First,
                "End" => InMenu::Last,
                _ => return,
            };
            event.prevent_default();
            focus_in_menu(id, to);
        });
        let on_leave: Box<dyn FnMut(FocusEvent)> = Box::new(move |event| {
            if !is_still_in_menu(&event, id) {
                close_menu(id);
            }
        });
        view! {
            <div class="menu">
                <button
                    type="button"
                    class="icon-button menu__opener"
                    class:menu__opener--named=is_named
                    title=(!is_named).then_some(label)
                    popovertarget=id
                    on:keydown=on_opener_key
                >
                    {icon.draw()}
                    <span class=label_class>{label}</span>
                    {opens}
                </button>
                <div
                    class="menu__list"
                    id=id
                    popover="auto"
                    role="group"
                    aria-label=label
                    on:toggle=on_toggle
                    on:keydown=on_key
                    on:focusout=on_leave
                >
                    {items}
                </div>
            </div>
        }
        .into_any()
    }

    /// A command, which is offered under its name, too.
    pub fn button(
        self,
        commands: Commands,
        command: Command,
        action: impl Fn() + Clone + 'static,
    ) -> AnyView {
        commands.offer(command, action.clone());
        view! {
            <button
                type="button"
                class="menu__item"
                popovertarget=self.id
                popovertargetaction="hide"
                on:click=click(action)
            >
                {command.row().name}
            </button>
        }
        .into_any()
    }

    /// A command that leads to another page.
    pub fn link(self, commands: Commands, command: Command, to: Route) -> AnyView {
        let href = to.href();
        commands.offer(command, move || go(&to));
        view! {
            <a class="menu__item" href=href>
                {command.row().name}
            </a>
        }
        .into_any()
    }
}
