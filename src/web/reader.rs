//! What the browser does for readers of a published page: it keeps what they chose and wrote, under keys of the published
//! catalogue, and tells which package a link carried. Documents of the editor are never touched.

use gloo_events::EventListener;
use leptos::ev;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, HtmlElement};

use super::local_storage;
use super::route::PACKAGE;
use crate::domain::Id;
use crate::record::READER_KEYS;

/// Something of a reader's that is kept in this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    catalogue: Id,
    name: &'static str,
}

impl Kept {
    /// The reader's own package of a catalogue.
    #[must_use]
    pub fn package(catalogue: Id) -> Self {
        let name = "pakke";
        Self { catalogue, name }
    }

    /// The reader's hearing answer about a catalogue.
    #[must_use]
    pub fn answer(catalogue: Id) -> Self {
        let name = "svar";
        Self { catalogue, name }
    }

    fn key(self) -> String {
        format!("{READER_KEYS}{}/{}", self.catalogue, self.name)
    }

    fn read(self) -> String {
        local_storage::record(&self.key()).unwrap_or_default()
    }

    /// Keeps a text in place of what was kept; nothing is kept of an empty one. Whether the browser does it.
    fn write(self, text: &str) -> bool {
        if text.is_empty() {
            local_storage::remove(&self.key());
            return local_storage::is_there();
        }
        local_storage::write(&self.key(), text).is_ok()
    }

    /// Puts what cannot be read aside, so that nothing is written over it.
    pub fn set_aside(self, text: &str) {
        _ = local_storage::write(&format!("{}/ulaest", self.key()), text);
    }

    /// Keeps what `text` gives, whenever that changes. `take_up` is told what was kept at an earlier visit, and what another tab
    /// keeps. What was taken up is not written back: the other tab may be further by then. The signal tells whether the browser
    /// keeps anything.
    pub fn follow(
        self,
        take_up: impl Fn(&str) + Copy + 'static,
        text: impl Fn() -> String + 'static,
    ) -> ReadSignal<bool> {
        let (is_kept, set_kept) = signal(true);
        let known = StoredValue::new(self.read());
        known.with_value(|kept| {
            if !kept.is_empty() {
                take_up(kept);
            }
        });
        let look = move || {
            // What could not be kept is only here: nothing may take its place.
            if !is_kept.get_untracked() {
                return;
            }
            let kept = self.read();
            if known.with_value(|known| *known != kept) {
                known.set_value(kept.clone());
                take_up(&kept);
            }
        };
        let key = self.key();
        _ = window_event_listener(ev::storage, move |event| {
            if event.key().as_deref() == Some(&key) {
                look();
            }
        });
        // A page that was put away hears of nothing meanwhile.
        _ = window_event_listener(ev::pageshow, move |_| look());
        _ = window_event_listener(ev::visibilitychange, move |_| look());
        Effect::new(move |before: Option<()>| {
            let text = text();
            // Nobody has changed anything yet.
            if before.is_none() {
                return;
            }
            // What could not be kept may be taken back to what is.
            let is_written = known.with_value(|known| *known == text) || self.write(&text);
            set_kept.set(is_written);
            if is_written {
                known.set_value(text);
            }
        });
        is_kept
    }
}

/// The package that the address carries now, and whenever another link is followed in this tab.
#[must_use]
pub fn package_in_address() -> ReadSignal<Option<String>> {
    let read = || {
        let hash = window().location().hash().unwrap_or_default();
        hash.strip_prefix(PACKAGE).map(str::to_owned)
    };
    let (package, set_package) = signal(read());
    _ = window_event_listener(ev::hashchange, move |_| set_package.set(read()));
    package
}

/// The place in the page that the address names, where the page was not moved to it, nor to where it was before.
#[must_use]
pub fn missed_place() -> Option<String> {
    let is_moved = window().scroll_y().is_ok_and(|above| above > 0.0);
    let hash = window().location().hash().ok()?;
    hash.strip_prefix('#')
        .filter(|_| !is_moved)
        .map(str::to_owned)
}

/// Takes the package out of the address, so that loading the page anew does not bring it again.
pub fn forget_package_in_address() {
    let place = window().location();
    let address = place.href().unwrap_or_default();
    let address = address.split('#').next().unwrap_or_default();
    if let Ok(history) = window().history() {
        _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// The address of this page with a package in it.
#[must_use]
pub fn address_with(package: &str) -> String {
    let address = window().location().href().unwrap_or_default();
    let address = address.split('#').next().unwrap_or_default();
    format!("{address}{PACKAGE}{package}")
}

/// Whether the page lies on this computer only, so that its address leads nowhere on another: a file on a disk, say, or one that
/// a program shows as its own.
#[must_use]
pub fn is_local() -> bool {
    let protocol = window().location().protocol();
    !protocol.is_ok_and(|protocol| matches!(protocol.as_str(), "http:" | "https:"))
}

#[wasm_bindgen]
extern "C" {
    /// The browser as it may be: not every one has a clipboard, and none has where the page does not come from a safe origin.
    type AnyNavigator;
    #[wasm_bindgen(method, getter)]
    fn clipboard(this: &AnyNavigator) -> Option<Clipboard>;
}

/// Puts a text on the clipboard. Whether the browser does it.
pub async fn copy_text(text: &str) -> bool {
    let navigator: AnyNavigator = window().navigator().unchecked_into();
    let Some(clipboard) = navigator.clipboard() else {
        return false;
    };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Draws something in an element of the page, until the page is left. Nothing where there is no such element.
pub fn mount_in(id: &str, draw: impl FnOnce() -> AnyView + 'static) {
    let place = document().get_element_by_id(id);
    if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        mount_to(place, draw).forget();
    }
}

/// Shows what was hidden while the program was not there: the elements of a class.
pub fn reveal(class: &str) {
    let hidden = document().get_elements_by_class_name(class);
    for place in 0..hidden.length() {
        if let Some(element) = hidden.item(place) {
            _ = element.remove_attribute("hidden");
        }
    }
}

/// Says that the page can only be read: what the program adds to it cannot be had. `page/published.ts` does the same where
/// there is no program.
pub fn say_text_only() {
    if let Some(element) = document().get_element_by_id("text-only") {
        _ = element.remove_attribute("hidden");
    }
}

/// An attribute of an element of the page. `None` where one of the two is not there.
#[must_use]
pub fn attribute(id: &str, name: &str) -> Option<String> {
    document().get_element_by_id(id)?.get_attribute(name)
}

/// Gives an element of the page a class.
pub fn mark(id: &str, class: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        _ = element.class_list().add_1(class);
    }
}

/// Prints a part of the page: while it is printed, the page's body has a class that the style goes by.
pub fn print_only(class: &'static str) {
    let Some(body) = document().body() else {
        return;
    };
    // Some browsers print while the program goes on.
    let classes = body.class_list();
    EventListener::once(&window(), "afterprint", move |_| {
        _ = classes.remove_1(class)
    })
    .forget();
    _ = body.class_list().add_1(class);
    _ = window().print();
}
