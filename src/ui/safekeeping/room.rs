//! How much the browser keeps, and whether it has promised to.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::text::app;
use crate::text::safekeeping::storage;
use crate::ui::view::{SECONDARY, button, dynamic};
use crate::web::{Room, ask_to_persist, focus, storage_room};

/// What is known of the room that the browser has.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Asking,
    Unknown,
    Known(Room, bool),
}

/// The section about storage.
pub fn room() -> AnyView {
    let state = RwSignal::new(State::Asking);
    let look = move |was_refused: bool| async move {
        let room = storage_room().await;
        _ = state.try_set(room.map_or(State::Unknown, |room| State::Known(room, was_refused)));
    };
    spawn_local(look(false));
    let ask = move || {
        spawn_local(async move {
            let answer = ask_to_persist().await;
            look(answer != Some(true)).await;
            // The button is gone, or another.
            focus("room-heading");
        });
    };
    let content = dynamic(move || match state.get() {
        State::Asking => view! { <p aria-busy="true">{app::LOADING}</p> }.into_any(),
        State::Unknown => view! { <p>{storage::ROOM_UNKNOWN}</p> }.into_any(),
        State::Known(room, was_refused) => known(room, was_refused, ask),
    });
    view! {
        <section aria-labelledby="room-heading">
            <h2 id="room-heading" tabindex="-1">
                {storage::ROOM}
            </h2>
            <div role="status">{content}</div>
            <p>{storage::ROOM_WARNING}</p>
        </section>
    }
    .into_any()
}

fn known(room: Room, was_refused: bool, ask: impl Fn() + 'static) -> AnyView {
    let short = room
        .is_short()
        .then(|| view! { <p class="message message--error">{storage::ROOM_SHORT}</p> }.into_any());
    let promise = if room.is_persistent {
        view! { <p>{storage::PERSISTENT}</p> }.into_any()
    } else {
        let refused = was_refused.then(|| view! { <p>{storage::PERSIST_REFUSED}</p> }.into_any());
        view! {
            <p>{storage::NOT_PERSISTENT}</p>
            {refused}
            {button(SECONDARY, storage::ASK_TO_PERSIST, ask)}
        }
        .into_any()
    };
    view! {
        <p>{storage::room_used(room.used, room.available)}</p>
        {short}
        {promise}
    }
    .into_any()
}
