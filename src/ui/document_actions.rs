//! What can be done with a whole document: export it, print it, copy it, delete it.

use leptos::prelude::*;

use super::notices::Notices;
use super::session::Session;
use super::view::{SECONDARY, TERTIARY, button};
use crate::domain::{Document, Id, limits};
use crate::file;
use crate::text::{document, overview};
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

/// The row of buttons in an editor. `current` gives the document as it is now.
pub fn document_actions(
    current: impl Fn() -> Document + Copy + 'static,
    session: Session,
) -> AnyView {
    document_actions_with((), current, session)
}

/// The same with one button more, after the one that exports.
pub fn document_actions_with(
    more: impl IntoAny,
    current: impl Fn() -> Document + Copy + 'static,
    session: Session,
) -> AnyView {
    let Session {
        library, notices, ..
    } = session;
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
    view! {
        <div class="button-group actions d-print-none">
            {button(SECONDARY, overview::EXPORT_JSON, export_this)} {more.into_any()}
            {button(SECONDARY, document::PRINT, print)}
            {button(TERTIARY, document::DUPLICATE, duplicate_this)}
            {button(TERTIARY, document::DELETE, delete_this)} <a class=TERTIARY href=earlier.href()>
                {document::EARLIER}
            </a>
        </div>
    }
    .into_any()
}
