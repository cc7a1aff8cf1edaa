//! What can be done with a whole document: export it, print it, copy it, delete it.

use std::rc::Rc;

use leptos::prelude::*;

use super::icon;
use super::menu::Menu;
use super::notices::Notices;
use super::session::Session;
use crate::domain::{Document, Id, limits};
use crate::file;
use crate::text::commands::Command;
use crate::text::document;
use crate::web::{JSON, Library, Route, copy_of, download, go, now, remember_backup, today};

/// The address of a document's page.
pub fn route_of(document: &Document) -> Route {
    Route::of(document.kind(), document.id())
}

/// Hands documents to the user as a JSON file, or as several if one would be too large to be taken in again. Whether it
/// could be done.
pub fn export<'a>(
    documents: impl IntoIterator<Item = &'a Document>,
    name: &str,
    notices: Notices,
) -> bool {
    let documents: Vec<&Document> = documents.into_iter().collect();
    hand_over(&documents, name, notices)
}

fn hand_over(documents: &[&Document], name: &str, notices: Notices) -> bool {
    let texts = file::write_parts(documents).unwrap_or_default();
    let mut names = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        let name = match texts.len() {
            1 => document::file_name(name, today()),
            parts => document::file_name(&document::part_of(name, place + 1, parts), today()),
        };
        if download(&name, text, JSON).is_ok() {
            names.push(name);
        }
    }
    let is_exported = !names.is_empty() && names.len() == texts.len();
    if is_exported {
        let fits = |text: &String| text.len() <= limits::FILE_BYTES;
        notices.say(document::exported(&names, texts.iter().all(fits)));
    } else {
        notices.say(document::EXPORT_FAILED.to_owned());
    }
    is_exported
}

/// Hands every document to the user, those too that could not be stored: a backup.
pub fn export_all(session: Session) {
    let Session {
        library, notices, ..
    } = session;
    library.load_all();
    let is_exported = library
        .documents()
        .with_untracked(|documents| export(documents.values(), document::FILE_NAME_ALL, notices));
    // Before the database was looked into, a document can be missing.
    if is_exported && library.is_started().get_untracked() {
        remember_backup(now());
    }
}

/// Keeps a new document, and opens it.
pub fn create(document: Document, library: Library) {
    let route = route_of(&document);
    library.put(document);
    library.flush();
    go(&route);
}

/// Puts a copy beside a document, and gives it.
pub fn duplicate(document: Document, library: Library) -> Document {
    let copy = copy_of(document).with_changed_at(now());
    library.put(copy.clone());
    library.flush();
    copy
}

/// Deletes a document, and offers to bring it back.
pub fn delete(id: Id, session: Session) {
    let Session {
        library, notices, ..
    } = session;
    let Some(document) = library.remove(id) else {
        return;
    };
    notices.say_with_undo(document::deleted(&document::title(&document)), move || {
        // Another tab's version may have come back meanwhile: it stays among the earlier states.
        library.put_in_place_of(document.clone());
        library.flush();
    });
}

/// A way to hand a document over, beside the file of Råderum: its command, and what hands it over.
pub type Export = (Command, Rc<dyn Fn()>);

/// What can be done with a document as a whole, in two menus: ways to hand it over, and the rest. `current` gives the document as it is
/// now, `more` the ways to hand it over that only this kind has.
pub fn document_menus(
    more: Vec<Export>,
    current: impl Fn() -> Document + Copy + 'static,
    session: Session,
) -> AnyView {
    let Session {
        library,
        notices,
        commands,
        ..
    } = session;
    let save = Menu {
        id: "menu-save",
        label: document::SAVE_AS,
        icon: icon::SAVE,
        is_named: true,
    };
    let actions = Menu {
        id: "menu-actions",
        label: document::ACTIONS,
        icon: icon::MORE,
        is_named: false,
    };
    let export_this = move || {
        let document = current();
        _ = export([&document], &document::title(&document), notices);
    };
    let print = || _ = window().print();
    let duplicate_this = move || {
        let copy = duplicate(current(), library);
        notices.say(document::duplicated(&document::title(&copy)));
        go(&route_of(&copy));
    };
    let delete_this = move || {
        delete(current().id(), session);
        go(&Route::Overview);
    };
    let document = current();
    let earlier = Route::Earlier(document.kind(), document.id());
    let button = |menu: Menu, command, action: Rc<dyn Fn()>| {
        menu.button(commands, command, move || action())
    };
    let mut ways = vec![button(save, Command::SaveFile, Rc::new(export_this))];
    ways.extend(
        more.into_iter()
            .map(|(command, export)| button(save, command, export)),
    );
    ways.push(button(save, Command::Print, Rc::new(print)));
    let rest = vec![
        button(actions, Command::Duplicate, Rc::new(duplicate_this)),
        actions.link(commands, Command::Earlier, earlier),
        button(actions, Command::Delete, Rc::new(delete_this)),
    ];
    view! {
        {save.draw(ways)}
        {actions.draw(rest)}
    }
    .into_any()
}
