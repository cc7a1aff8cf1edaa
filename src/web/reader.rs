//! What the browser does for readers of a published page: it keeps what they chose and wrote, under keys of the published
//! catalogue, and tells which package a link carried. Documents of the editor are never touched.

use leptos::ev;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use super::quick;
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

    /// What is kept.
    #[must_use]
    pub fn read(self) -> Option<String> {
        quick::record(&self.key())
    }

    /// Keeps a text in place of what was kept; nothing is kept of an empty one. Whether the browser does it.
    #[must_use]
    pub fn write(self, text: &str) -> bool {
        if text.is_empty() {
            quick::remove(&self.key());
            return quick::is_there();
        }
        quick::write(&self.key(), text).is_ok()
    }

    /// Tells what another tab kept.
    pub fn follow(self, heard: impl Fn(String) + 'static) {
        let key = self.key();
        _ = window_event_listener(ev::storage, move |event| {
            if event.key().as_deref() == Some(&key) {
                heard(event.new_value().unwrap_or_default());
            }
        });
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

/// Puts a text on the clipboard. Whether the browser does it.
pub async fn copy_text(text: &str) -> bool {
    // Elsewhere the browser has no clipboard to ask.
    if !window().is_secure_context() {
        return false;
    }
    let writing = window().navigator().clipboard().write_text(text);
    JsFuture::from(writing).await.is_ok()
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
    let over = StoredValue::new_local(None);
    let classes = body.class_list();
    over.set_value(Some(window_event_listener(ev::afterprint, move |_| {
        _ = classes.remove_1(class);
        over.update_value(|listener| {
            if let Some(listener) = Option::take(listener) {
                WindowListenerHandle::remove(listener);
            }
        });
    })));
    _ = body.class_list().add_1(class);
    _ = window().print();
}
