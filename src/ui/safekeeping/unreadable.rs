//! Entries in the browser's storage that cannot be read.

use leptos::prelude::*;

use crate::record::{Key, PendingKey, Stamp, split};
use crate::text::safekeeping::unreadable;
use crate::text::{document, messages};
use crate::ui::notices::Notices;
use crate::ui::session::Session;
use crate::ui::view::{dynamic, link_button};
use crate::web::{JSON, Unreadable, download, moment_in_words};

/// The list of unreadable entries, each to be downloaded as it is.
pub fn unreadable(session: Session) -> AnyView {
    let Session {
        library, notices, ..
    } = session;
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
                    {unreadable::UNREADABLE_HEADING}
                </h2>
                <p class="alert-text">{unreadable::UNREADABLE_TEXT}</p>
                <ul class="safekeeping__list">{lines}</ul>
            </div>
        </section>
    }
    .into_any()
}

fn line(entry: Unreadable, notices: Notices) -> AnyView {
    let Unreadable { key, text, refusal } = entry;
    let what = what_it_is(&key, &text);
    let reason = messages::damage(&refusal);
    let button = download_as_is(key.clone(), text, notices);
    view! { <li>{what} " " <code>{key}</code> {reason} " " {button}</li> }.into_any()
}

/// What a record is, and when it was stored, as far as its key or its first line tells.
fn what_it_is(key: &str, text: &str) -> String {
    if PendingKey::is_ours(key) {
        return unreadable::pending_record(PendingKey::parse(key).map(|pending| pending.key.kind));
    }
    let of_key = key.split(' ').next().and_then(Key::parse);
    let stamp = Stamp::parse(key).or(split(text).0);
    // Under the key of one document may lie another.
    let stamp = stamp.filter(|stamp| of_key.is_none_or(|key| key == stamp.key));
    let of_stamp = stamp.as_ref().map(|stamp| stamp.key);
    let kind = of_key.or(of_stamp).map(|key| key.kind);
    let moment = stamp.map(|stamp| moment_in_words(stamp.at));
    unreadable::record(kind, moment.as_deref())
}

/// Hands over a record as it lies in the browser.
pub fn download_as_is(key: String, text: String, notices: Notices) -> AnyView {
    let name = unreadable::download_as_is(&format!("{}, {key}", what_it_is(&key, &text)));
    let file_name = format!("{}.txt", key.replace(['/', ' ', ':'], "-"));
    let action = move || {
        if download(&file_name, &text, JSON).is_err() {
            notices.say(document::EXPORT_FAILED.to_owned());
        }
    };
    link_button(
        unreadable::DOWNLOAD_AS_IS.to_owned().into(),
        Some(name.into()),
        false.into(),
        action,
    )
}
