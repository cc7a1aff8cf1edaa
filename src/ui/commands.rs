//! What can be done now: whatever is on the page offers commands of the table, and they are done by a button, a key or their name.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use web_sys::Event;

use crate::text::commands::Command;
use crate::web::{has_single_keys, is_dialog_open};

/// What a command does.
type Action = Rc<dyn Fn()>;

/// Lists the fields of the document that is open.
type ListFields = Rc<dyn Fn() -> Vec<FieldPlace>>;

/// A field that can be gone to: what it is called, and its element id.
pub type FieldPlace = (String, String);

/// What kind of input text is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextInput {
    /// One in which something is looked for: it is no part of a document.
    Search,
    /// Any other.
    Field,
}

/// A dialog about commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandDialog {
    /// A command, a field or a document is found by its name.
    Search,
    /// The keys are listed.
    Keys,
}

/// The commands that are offered, each for as long as what offers it is on the page.
#[derive(Clone, Copy)]
pub struct Commands {
    offered: StoredValue<Vec<(Command, Action)>, LocalStorage>,
    fields: StoredValue<Option<ListFields>, LocalStorage>,
    /// The dialog that is open, if any.
    pub dialog: RwSignal<Option<CommandDialog>>,
}

impl Commands {
    /// None is offered yet.
    pub fn new() -> Self {
        Self {
            offered: StoredValue::new_local(Vec::new()),
            fields: StoredValue::new_local(None),
            dialog: RwSignal::new(None),
        }
    }

    /// Offers a command, until what offers it goes away.
    pub fn offer(self, command: Command, action: impl Fn() + 'static) {
        let action: Action = Rc::new(action);
        let is_this = {
            let action = action.clone();
            move |other: &Action| Rc::ptr_eq(other, &action)
        };
        self.offered
            .update_value(|offered| offered.push((command, action)));
        // A clean-up is run by the one thread of the page.
        let is_this = StoredValue::new_local(is_this);
        on_cleanup(move || {
            _ = is_this.try_with_value(|is_this| {
                self.offered
                    .try_update_value(|offered| offered.retain(|(_, other)| !is_this(other)))
            });
        });
    }

    /// Offers the fields of the document that is open.
    pub fn offer_fields(self, fields: impl Fn() -> Vec<FieldPlace> + 'static) {
        self.fields.set_value(Some(Rc::new(fields)));
        on_cleanup(move || _ = self.fields.try_update_value(|fields| *fields = None));
    }

    /// Returns the fields of the document that is open.
    pub fn fields(self) -> Vec<FieldPlace> {
        let fields = self.fields.with_value(Clone::clone);
        fields.map(|fields| fields()).unwrap_or_default()
    }

    /// Returns the commands that are offered, in the order of the table.
    pub fn offered(self) -> Vec<Command> {
        self.offered.with_value(|offered| {
            let is_offered =
                |command: &Command| offered.iter().any(|(offered, _)| offered == command);
            Command::ALL.into_iter().filter(is_offered).collect()
        })
    }

    /// Does a command. Returns whether it is offered.
    pub fn run(self, command: Command) -> bool {
        let action = self.offered.with_value(|offered| {
            let mut of_command = offered.iter().filter(|(offered, _)| *offered == command);
            of_command.next_back().map(|(_, action)| action.clone())
        });
        // It may take away what offers it.
        action.is_some_and(|action| {
            action();
            true
        })
    }

    /// Does what keys ask for, for as long as the page is open. `typed_in` tells which kind of input text is typed into, `otherwise`
    /// takes a command that nothing offers, and tells whether it did it.
    pub fn follow_keys(
        self,
        typed_in: fn(&Event) -> Option<TextInput>,
        otherwise: impl Fn(Command, Option<TextInput>) -> bool + 'static,
    ) {
        _ = window_event_listener(ev::keydown, move |event| {
            let control = event.ctrl_key() || event.meta_key();
            let command = Command::of_keys(&event.key(), control, event.shift_key());
            let Some(command) = command.filter(|_| !event.alt_key() && !is_dialog_open()) else {
                return;
            };
            let typed_in = typed_in(&event);
            // A character that is typed is no command.
            if !control && (typed_in.is_some() || !has_single_keys()) {
                return;
            }
            let is_step = matches!(command, Command::Undo | Command::Redo);
            if is_step && typed_in == Some(TextInput::Search) {
                return;
            }
            if self.run(command) || otherwise(command, typed_in) {
                event.prevent_default();
            }
        });
    }
}
