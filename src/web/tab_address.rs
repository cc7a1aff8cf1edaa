//! The tab of a document's page in the address: read, followed and written.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::page_tab::PageTab;
use super::route::{Route, suffix_in};
use crate::domain::Id;

/// What going to a tab leaves in the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visit {
    /// A step of its own, which the way back leads over.
    Step,
    /// No step: the address is that of the tab, and the way back leads to where somebody was before.
    Passing,
}

/// Returns the tab of a document's page that an address names; `None` for the address of anything else.
fn tab_in<T: PageTab>(address: &str, document: Id) -> Option<T> {
    let suffix = suffix_in(address, T::KIND, document)?;
    T::ALL.iter().copied().find(|tab| tab.suffix() == suffix)
}

/// The tab of a document's page that the address names, following it.
#[must_use]
pub fn current_tab<T: PageTab>(document: Id) -> RwSignal<T> {
    let in_address = move || tab_in(&window().location().hash().unwrap_or_default(), document);
    let tab = RwSignal::new(in_address().unwrap_or(T::FIRST));
    let listener = window_event_listener(leptos::ev::hashchange, move |_| {
        if let Some(now) = in_address() {
            tab.set(now);
        }
    });
    on_cleanup(move || listener.remove());
    tab
}

/// Gives a document's page the address of a tab. One that names a field keeps it while somebody only passes: it leads there again
/// when the page is loaded anew.
pub fn show_tab_in_address<T: PageTab>(document: Id, tab: T, visit: Visit) {
    let (Ok(history), Ok(hash)) = (window().history(), window().location().hash()) else {
        return;
    };
    let before = tab_in(&hash, document);
    if before == Some(tab) || (before.is_none() && visit == Visit::Passing) {
        return;
    }
    let page = Route::of(T::KIND, document).href();
    let href = Some(format!("{page}{}", tab.suffix()));
    // A browser that refuses shows the tab all the same; only its address is that of another.
    _ = match visit {
        Visit::Step => history.push_state_with_url(&JsValue::NULL, "", href.as_deref()),
        Visit::Passing => history.replace_state_with_url(&JsValue::NULL, "", href.as_deref()),
    };
}

/// Goes to a document's page, at one of its tabs.
pub fn go_to_tab<T: PageTab>(document: Id, tab: T) {
    let page = Route::of(T::KIND, document).href();
    // Setting the hash fails for no hash; there is nothing to do if it did.
    _ = window()
        .location()
        .set_hash(&format!("{page}{}", tab.suffix()));
}
