//! Views with one type each. Leptos gives every closure in a view a type, and compiles its rendering anew for
//! each; these helpers hide the closure, which makes the program that a browser loads a third smaller. Each boxes its
//! closure and hands it to an inner function without type parameters, which is compiled once.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::domain::Id;
use crate::text::app;
use crate::web::set_title;

/// A text that follows what it is derived from.
pub fn text(derive: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    fn text(derive: Box<dyn Fn() -> String + Send + Sync>) -> Signal<String> {
        Signal::derive(derive)
    }
    text(Box::new(derive))
}

/// A condition that follows what it is derived from.
pub fn flag(derive: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    fn flag(derive: Box<dyn Fn() -> bool + Send + Sync>) -> Signal<bool> {
        Signal::derive(derive)
    }
    flag(Box::new(derive))
}

type Draw = Box<dyn Fn() -> AnyView + Send + Sync>;

/// A part of a page that is drawn anew when what it is derived from changes.
pub fn dynamic(draw: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    fn dynamic(draw: Draw) -> AnyView {
        (move || draw()).into_any()
    }
    dynamic(Box::new(draw))
}

/// A part of a page that is there only while a condition holds; it is not drawn anew while it does.
pub fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    fn when(condition: Signal<bool>, draw: Draw) -> AnyView {
        let condition = Memo::new(move |_| condition.get());
        dynamic(move || {
            if condition.get() {
                draw()
            } else {
                ().into_any()
            }
        })
    }
    when(flag(condition), Box::new(draw))
}

/// The heading of a page, which is the page's title too.
pub fn page_heading(name: Signal<String>) -> AnyView {
    Effect::new(move |_| set_title(&app::page_title(&name.get())));
    view! {
        <h1 id="page-heading" tabindex="-1">
            {name}
        </h1>
    }
    .into_any()
}

/// What a row of a list is recognised by: its identity, and a number that changes when it must be drawn anew.
pub type RowKey = (Id, u64);

/// The key of a row that shows this and nothing else.
pub fn row_key(id: Id, shown: &impl Hash) -> RowKey {
    let mut hasher = DefaultHasher::new();
    shown.hash(&mut hasher);
    (id, hasher.finish())
}

/// A list whose rows stay as they are while others come, go and move.
pub fn keyed(
    keys: Signal<Vec<RowKey>>,
    draw: impl Fn(Id) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    fn keyed(keys: Signal<Vec<RowKey>>, draw: Arc<dyn Fn(Id) -> AnyView + Send + Sync>) -> AnyView {
        view! { <For each=move || keys.get() key=|key| *key children=move |(id, _)| draw(id) /> }
            .into_any()
    }
    keyed(keys, Arc::new(draw))
}

/// What a click does.
pub fn click(action: impl Fn() + 'static) -> Click {
    Box::new(move |_| action())
}

type Click = Box<dyn FnMut(MouseEvent)>;

/// A button.
pub fn button(class: &'static str, label: &'static str, action: impl Fn() + 'static) -> AnyView {
    fn button(class: &'static str, label: &'static str, action: Click) -> AnyView {
        view! {
            <button type="button" class=class on:click=action>
                {label}
            </button>
        }
        .into_any()
    }
    button(class, label, click(action))
}

/// A small button whose label says too little without what stands beside it: `name` says it all.
pub fn link_button(
    label: Signal<String>,
    name: Option<Signal<String>>,
    is_disabled: Signal<bool>,
    action: impl Fn() + 'static,
) -> AnyView {
    fn link_button(
        label: Signal<String>,
        name: Option<Signal<String>>,
        is_disabled: Signal<bool>,
        action: Click,
    ) -> AnyView {
        view! {
            <button
                type="button"
                class="function-link d-print-none"
                aria-label=name
                disabled=is_disabled
                on:click=action
            >
                {label}
            </button>
        }
        .into_any()
    }
    link_button(label, name, is_disabled, click(action))
}

/// The primary kind of button.
pub const PRIMARY: &str = "button button-primary";
/// The usual kind of button.
pub const SECONDARY: &str = "button button-secondary";
/// The quiet kind of button.
pub const TERTIARY: &str = "button button-tertiary";
