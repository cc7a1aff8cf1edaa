//! A field with which a file is chosen, and its text read.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::web::read_file;

/// The field. `accept` says which files the browser offers first; `read` is told the text of a chosen one, or nothing where it
/// cannot be read.
pub fn pick_file(
    id: &'static str,
    label: &'static str,
    accept: &'static str,
    read: impl Fn(Option<String>) + Copy + 'static,
) -> AnyView {
    let is_here = StoredValue::new(());
    let on_change: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let input = event.target().and_then(|target| target.dyn_into().ok());
        let Some(input): Option<HtmlInputElement> = input else {
            return;
        };
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        // The same file can be chosen again.
        input.set_value("");
        spawn_local(async move {
            let text = read_file(file).await;
            // The page may have been left while the file was read.
            if is_here.try_get_value().is_some() {
                read(text);
            }
        });
    });
    view! {
        <div class="form-group d-print-none">
            <label class="form-label" for=id>
                {label}
            </label>
            <input type="file" id=id accept=accept on:change=on_change />
        </div>
    }
    .into_any()
}
