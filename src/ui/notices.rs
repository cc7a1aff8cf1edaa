//! What just happened, with a way to take it back.

use std::sync::Arc;

use leptos::ev::FocusEvent;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::view::{SECONDARY, button, dynamic};
use crate::text::{app, editor};
use crate::web::{focus_from_outside, give_back_focus, keep_focus_in_view, milliseconds};

/// What the notices stand in.
const AREA: &str = "notices";

/// The one notice that is shown. It stays until it is closed or another takes its place.
#[derive(Clone, Copy)]
pub struct Notices(RwSignal<Option<Notice>>);

/// Not a `Callback`: that would be gone with the dialog or the row in which it was made.
type Undo = Arc<dyn Fn() + Send + Sync>;

#[derive(Clone)]
struct Notice {
    text: String,
    undo: Option<Undo>,
    /// Whether it is undone in the page that is open, and so not in another.
    is_of_page: bool,
    /// In milliseconds.
    said_at: i64,
}

impl Notices {
    /// Nothing has happened yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Says what happened.
    pub fn say(self, text: String) {
        self.show(text, None, false);
    }

    /// Says what happened, and how it is undone, on whatever page.
    pub fn say_with_undo(self, text: String, undo: impl Fn() + Send + Sync + 'static) {
        self.show(text, Some(Arc::new(undo)), false);
    }

    /// Says what happened in the document that is open, and how it is undone there.
    pub fn say_with_undo_in_page(self, text: String, undo: impl Fn() + Send + Sync + 'static) {
        self.show(text, Some(Arc::new(undo)), true);
    }

    fn show(self, text: String, undo: Option<Undo>, is_of_page: bool) {
        self.0.set(Some(Notice {
            text,
            undo,
            is_of_page,
            said_at: milliseconds(),
        }));
        keep_focus_in_view();
    }

    /// Undoes what the notice is about. Whether there was anything to undo.
    pub fn undo(self) -> bool {
        let undo = self
            .0
            .with_untracked(|notice| notice.as_ref().and_then(|notice| notice.undo.clone()));
        match undo {
            Some(undo) => {
                self.close();
                undo();
                true
            }
            None => false,
        }
    }

    /// Takes the notice away when another page is opened, unless opening it is part of what just happened.
    pub fn page_changed(self) {
        let now = milliseconds();
        let is_over = self.0.with_untracked(|notice| {
            notice
                .as_ref()
                .is_some_and(|notice| notice.is_of_page || now - notice.said_at > 1_000)
        });
        if is_over {
            self.close();
        }
    }

    /// Takes the notice away.
    pub fn close(self) {
        self.0.set(None);
    }
}

/// The notice at the foot of the window.
pub fn notice_area(notices: Notices) -> AnyView {
    // What had the focus before the notice's buttons took it.
    let before = StoredValue::new_local(None::<HtmlElement>);
    let content = dynamic(move || {
        let notice = notices.0.get();
        before.set_value(None);
        let Some(notice) = notice else {
            return ().into_any();
        };
        let undo = notice.undo.map(|_| {
            button(SECONDARY, editor::UNDO, move || {
                leave(before, move || _ = notices.undo())
            })
        });
        let close = move || leave(before, move || notices.close());
        view! {
            <div class="notice d-print-none">
                <p>{notice.text}</p>
                {undo}
                {button("function-link", app::CLOSE, close)}
            </div>
        }
        .into_any()
    });
    let on_focus: Box<dyn FnMut(FocusEvent)> = Box::new(move |event| {
        // From another window it comes back from nowhere, and what is remembered stands.
        if let Some(element) = focus_from_outside(&event, AREA) {
            before.set_value(Some(element));
        }
    });
    view! {
        <div class=AREA role="status" on:focusin=on_focus>
            {content}
        </div>
    }
    .into_any()
}

/// The button goes with the notice: the focus goes back to where it was, so that nobody loses his place on a long page, or
/// else to the page's heading; unless what is undone takes it elsewhere.
fn leave(before: StoredValue<Option<HtmlElement>, LocalStorage>, action: impl Fn()) {
    let element = before.try_get_value().flatten();
    give_back_focus(element, "page-heading");
    action();
}
