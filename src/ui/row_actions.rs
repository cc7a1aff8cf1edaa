//! What can be done with a document from the list.

use leptos::prelude::*;

use super::document_actions::{delete, duplicate};
use super::session::Session;
use super::view::link_button;
use crate::domain::{DocumentKind, Id};
use crate::text::document;
use crate::web::focus;

/// The buttons at the end of a row.
pub fn row_actions(kind: DocumentKind, id: Id, title: &str, session: Session) -> AnyView {
    let Session {
        library, notices, ..
    } = session;
    let action = |label: &'static str, action: Box<dyn Fn()>| {
        let name = format!("{label} {title}");
        link_button(
            label.to_owned().into(),
            Some(name.into()),
            false.into(),
            action,
        )
    };
    let duplicate_it = move || {
        if let Some(document) = library.get(kind, id) {
            let copy = duplicate(document, library);
            notices.say(document::duplicated(&document::title(&copy)));
        }
    };
    let delete_it = move || {
        delete(id, session);
        // The button is gone with its row.
        focus("page-heading");
    };
    view! {
        <div class="row-actions">
            {action(document::DUPLICATE, Box::new(duplicate_it))}
            {action(document::DELETE, Box::new(delete_it))}
        </div>
    }
    .into_any()
}
