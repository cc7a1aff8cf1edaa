//! A newer build is offered, never forced.

use leptos::prelude::*;

use super::session::Session;
use super::view::{SECONDARY, button, dynamic};
use crate::text::update;
use crate::web::{SaveStatus, Update, focus, take_into_use, updates};

/// Offers a newer build until it is taken into use or put off. It is taken into use when everything is stored.
pub fn update_offer(session: Session) -> AnyView {
    let Session {
        library, notices, ..
    } = session;
    let update = updates();
    let is_wanted = RwSignal::new(false);
    Effect::new(move |_| {
        if is_wanted.get() {
            match library.status().get() {
                SaveStatus::Saved => take_into_use(),
                SaveStatus::Saving => {}
                // Not safe, but not lost by loading the page anew either.
                SaveStatus::NotSaved(_) if library.can_be_left() => take_into_use(),
                SaveStatus::NotSaved(_) => {
                    is_wanted.set(false);
                    notices.say(update::UPDATE_NOT_SAVED.to_owned());
                }
            }
        }
    });
    let take = move || {
        library.flush();
        is_wanted.set(true);
    };
    let put_off = move || {
        focus("page-heading");
        update.set(Update::None);
    };
    let content = dynamic(move || {
        let (text, label) = match update.get() {
            Update::None => return ().into_any(),
            Update::Ready => (update::UPDATE_READY, update::UPDATE_TAKE),
            Update::Elsewhere => (update::UPDATE_ELSEWHERE, update::UPDATE_RELOAD),
        };
        view! {
            <div class="update">
                <div class="container banner__inner">
                    <p>{text}</p>
                    {button(SECONDARY, label, take)}
                    {button("function-link", update::UPDATE_LATER, put_off)}
                </div>
            </div>
        }
        .into_any()
    });
    // Not even an empty box on paper: it would be a page of its own before a plan, which is printed across.
    view! {
        <div class="d-print-none" role="status">
            {content}
        </div>
    }
    .into_any()
}
