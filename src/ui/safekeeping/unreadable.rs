//! Entries in the browser's storage that cannot be read.

use leptos::prelude::*;

use crate::text::{messages, page};
use crate::ui::notices::Notices;
use crate::ui::view::{dynamic, link_button};
use crate::web::{Library, Unreadable, download};

/// The list of unreadable entries, each to be downloaded as it is.
pub fn unreadable(library: Library, notices: Notices) -> AnyView {
    let entries = library.unreadable();
    let lines = dynamic(move || {
        let entries = entries.get().into_iter();
        let lines: Vec<AnyView> = entries.map(|entry| line(entry, notices)).collect();
        lines.into_any()
    });
    view! {
        <section class="alert alert-warning" aria-labelledby="unreadable-heading">
            <div class="alert-body">
                <h2 class="alert-heading" id="unreadable-heading">
                    {page::UNREADABLE_HEADING}
                </h2>
                <p class="alert-text">{page::UNREADABLE_TEXT}</p>
                <ul class="problems__list">{lines}</ul>
            </div>
        </section>
    }
    .into_any()
}

fn line(entry: Unreadable, notices: Notices) -> AnyView {
    let key = entry.key.clone();
    let reason = messages::refusal(&entry.refusal);
    let file_name = format!("{}.txt", key.replace('/', "-"));
    let action = move || {
        if download(&file_name, &entry.text).is_err() {
            notices.say(page::EXPORT_FAILED.to_owned());
        }
    };
    let name = format!("{} {key}", page::DOWNLOAD_AS_IS);
    let button = link_button(
        page::DOWNLOAD_AS_IS.to_owned().into(),
        Some(name.into()),
        false.into(),
        action,
    );
    view! { <li><code>{key}</code> ": " {reason} " " {button}</li> }.into_any()
}
