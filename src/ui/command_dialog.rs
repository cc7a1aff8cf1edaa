//! Finding a command, a field, a document or a setting by its name, and the list of keys.

use std::rc::Rc;

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;

use super::commands::CommandDialog;
use super::dialog::Dialog;
use super::document_actions::route_of;
use super::session::Session;
use super::view::{TERTIARY, button, click, dynamic, text};
use crate::danish::{Signs, in_small_letters};
use crate::text::commands::{self, Command};
use crate::text::{app, document, labels};
use crate::web::{focus, go, has_single_keys, is_on_page, remember_single_keys, scroll_into_view};

/// Results that are shown.
const MOST_SHOWN: usize = 12;
const LIST: &str = "command-list";
const HEADING: &str = "command-heading";

/// The dialog.
pub fn command_dialog(which: CommandDialog, session: Session) -> AnyView {
    match which {
        CommandDialog::Search => search(session),
        CommandDialog::Keys => keys(session),
    }
}

/// Something that can be found.
#[derive(Clone)]
struct Found {
    name: String,
    /// What is said beside the name: the keys, or what kind of thing it is.
    detail: String,
    /// What is searched, in small letters.
    words: String,
    is_command: bool,
    run: Rc<dyn Fn()>,
}

impl Found {
    fn new(name: String, detail: String, run: impl Fn() + 'static) -> Self {
        Self {
            words: in_small_letters(&format!("{name} {detail}")),
            name,
            detail,
            is_command: false,
            run: Rc::new(run),
        }
    }

    fn is_meant_by(&self, words: &str) -> bool {
        words
            .split_whitespace()
            .all(|word| self.words.contains(word))
    }
}

/// Everything that can be found now.
fn everything(session: Session) -> Vec<Found> {
    let Session {
        library,
        signs,
        commands: offered,
        ..
    } = session;
    let of_command = move |command: Command| {
        let row = command.row();
        let keys = command.keys_in_words().unwrap_or_default();
        let found = Found::new(row.name.to_owned(), keys, move || _ = offered.run(command));
        Found {
            words: format!("{} {}", found.words, row.synonyms),
            is_command: true,
            ..found
        }
    };
    // A field may have no input now: one of a row that is filtered away, say.
    let here = offered
        .fields()
        .into_iter()
        .filter(|(_, id)| is_on_page(id));
    let fields = here
        .map(|(label, id)| Found::new(label, commands::OF_FIELD.to_owned(), move || focus(&id)));
    library.load_all();
    let documents: Vec<Found> = library.documents().with_untracked(|documents| {
        let documents = documents.values().map(|document| {
            let route = route_of(document);
            let kind = labels::form(document.kind()).to_owned();
            Found::new(document::title(document), kind, move || go(&route))
        });
        documents.collect()
    });
    let settings = Signs::ALL.into_iter().map(|choice| {
        let name = format!("{}: {}", app::SIGNS, app::signs(choice));
        Found::new(name, commands::OF_SETTING.to_owned(), move || {
            signs.set(choice)
        })
    });
    let commands = offered.offered().into_iter().map(of_command);
    commands
        .chain(documents)
        .chain(fields)
        .chain(settings)
        .collect()
}

fn search(session: Session) -> AnyView {
    let dialog = Dialog::new();
    let everything = StoredValue::new_local(everything(session));
    let typed = RwSignal::new(String::new());
    let active = RwSignal::new(0_usize);
    // Places in the list of everything.
    let shown = Memo::new(move |_| {
        let words = in_small_letters(&typed.get());
        everything.with_value(|everything| {
            let is_shown = |found: &Found| match words.trim() {
                "" => found.is_command,
                words => found.is_meant_by(words),
            };
            let places = everything.iter().enumerate();
            let places = places.filter(|(_, found)| is_shown(found));
            places.map(|(place, _)| place).collect::<Vec<usize>>()
        })
    });
    let most = move || match typed.with(|typed| typed.trim().is_empty()) {
        true => Command::ALL.len(),
        false => MOST_SHOWN,
    };
    let run = move |place: usize| {
        let run =
            everything.with_value(|everything| everything.get(place).map(|of| of.run.clone()));
        dialog.close();
        if let Some(run) = run {
            run();
        }
    };
    let on_input: Box<dyn FnMut(Event)> = Box::new(move |event| {
        typed.set(event_target_value(&event));
        active.set(0);
    });
    let on_key: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
        if event.is_composing() {
            return;
        }
        let count = shown.with_untracked(Vec::len).min(untrack(most));
        let now = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => active.set((now + 1).checked_rem(count).unwrap_or_default()),
            "ArrowUp" => active.set(
                (now + count.max(1) - 1)
                    .checked_rem(count)
                    .unwrap_or_default(),
            ),
            "Enter" => {
                if let Some(place) = shown.with_untracked(|shown| shown.get(now).copied()) {
                    run(place);
                }
            }
            _ => return,
        }
        event.prevent_default();
        scroll_into_view(&option_id(active.get_untracked()));
    });
    let active_id = text(move || option_id(active.get()));
    let options = dynamic(move || {
        let shown = shown.get();
        let options = shown.into_iter().take(most()).enumerate();
        let options: Vec<AnyView> = options
            .filter_map(|(place, of)| {
                let found = everything.with_value(|everything| everything.get(of).cloned())?;
                let selected = text(move || (active.get() == place).to_string());
                let option = view! {
                    <li
                        role="option"
                        class="command"
                        id=option_id(place)
                        aria-selected=selected
                        on:click=click(move || run(of))
                    >
                        <span class="command__name">{found.name}</span>
                        " "
                        <span class="command__detail">{found.detail}</span>
                    </li>
                };
                Some(option.into_any())
            })
            .collect();
        options.into_any()
    });
    let count = text(move || commands::found(shown.with(Vec::len), most()));
    let content = view! {
        <h2 id=HEADING class="sr-only">
            {commands::SEARCH_COMMANDS}
        </h2>
        <input
            type="text"
            class="form-input command-search"
            id="command-search"
            role="combobox"
            autocomplete="off"
            autofocus
            aria-label=commands::SEARCH_COMMANDS
            aria-expanded="true"
            aria-controls=LIST
            aria-activedescendant=active_id
            aria-describedby="command-hint"
            placeholder=commands::SEARCH_COMMANDS
            on:input=on_input
            on:keydown=on_key
        />
        <p class="form-hint" id="command-hint">
            {commands::SEARCH_HINT}
        </p>
        <ul class="command-list" id=LIST role="listbox" aria-label=commands::RESULTS>
            {options}
        </ul>
        <p class="form-hint" role="status">
            {count}
        </p>
        <div class="button-group">{button(TERTIARY, app::CLOSE, move || dialog.close())}</div>
    };
    draw(dialog, content.into_any(), session)
}

fn option_id(place: usize) -> String {
    format!("command-option-{place}")
}

/// Every command with its keys, and the keys of tables.
fn keys(session: Session) -> AnyView {
    let dialog = Dialog::new();
    let searched = RwSignal::new(String::new());
    let of_commands = Command::ALL.map(|command| {
        let keys = command.keys_in_words();
        (
            keys.unwrap_or_else(|| commands::NO_KEYS.to_owned()),
            command.row().name.to_owned(),
        )
    });
    let owned = |rows: &[(&str, &str)]| -> Vec<(String, String)> {
        let rows = rows.iter();
        rows.map(|&(keys, does)| (keys.to_owned(), does.to_owned()))
            .collect()
    };
    let sections = [
        (commands::KEYS_EVERYWHERE, of_commands.to_vec()),
        (commands::KEYS_IN_GRID, owned(&commands::GRID)),
        (commands::KEYS_IN_PLAN, owned(&commands::PLAN)),
    ];
    let sections: Vec<AnyView> = sections
        .into_iter()
        .map(|(heading, rows)| key_section(heading, rows, searched))
        .collect();
    let on_input: Box<dyn FnMut(Event)> =
        Box::new(move |event| searched.set(event_target_value(&event)));
    // A key without Ctrl is in the way of whoever speaks to the computer.
    let on_single_keys: Box<dyn FnMut(Event)> =
        Box::new(|event| remember_single_keys(event_target_checked(&event)));
    let content = view! {
        <h2 id=HEADING>{commands::KEYS}</h2>
        <input
            type="text"
            class="form-input command-search"
            id="keys-search"
            autocomplete="off"
            autofocus
            aria-label=commands::KEYS_SEARCH
            placeholder=commands::KEYS_SEARCH
            on:input=on_input
        />
        {sections}
        <div class="form-group-checkbox">
            <input
                type="checkbox"
                class="form-checkbox"
                id="single-keys"
                prop:checked=has_single_keys()
                on:change=on_single_keys
            />
            <label for="single-keys">{commands::SINGLE_KEYS}</label>
        </div>
        <div class="button-group">{button(TERTIARY, app::CLOSE, move || dialog.close())}</div>
    };
    draw(dialog, content.into_any(), session)
}

fn key_section(
    heading: &'static str,
    rows: Vec<(String, String)>,
    searched: RwSignal<String>,
) -> AnyView {
    dynamic(move || {
        let words = in_small_letters(&searched.get());
        let rows: Vec<AnyView> = rows
            .iter()
            .filter(|(keys, does)| {
                let row = in_small_letters(&format!("{keys} {does}"));
                words.split_whitespace().all(|word| row.contains(word))
            })
            .map(|(keys, does)| {
                view! {
                    <div class="keys__row">
                        <dt>
                            <kbd>{keys.clone()}</kbd>
                        </dt>
                        <dd>{does.clone()}</dd>
                    </div>
                }
                .into_any()
            })
            .collect();
        if rows.is_empty() {
            return ().into_any();
        }
        view! {
            <h3>{heading}</h3>
            <dl class="keys">{rows}</dl>
        }
        .into_any()
    })
}

fn draw(dialog: Dialog, content: AnyView, session: Session) -> AnyView {
    let open = session.commands.dialog;
    dialog.draw("dialog dialog--commands", HEADING, content, move || {
        open.set(None)
    })
}
