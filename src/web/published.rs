use leptos::prelude::document;

use crate::domain::Document;
use crate::file::{self, Refusal};
use crate::publication::DATA;

/// What is published in this page: the catalogue and its proposals, or why they cannot be read. `None` in every other page.
pub fn published() -> Option<Result<Vec<Document>, Refusal>> {
    let data = document().get_element_by_id(DATA)?;
    let text = data.text_content().unwrap_or_default();
    Some(file::read(&text))
}

/// Does what takes time before anything is mounted: Leptos' own tasks begin with that.
pub fn before_mounting(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}
