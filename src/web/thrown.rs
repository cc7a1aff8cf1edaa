//! What the browser throws.

use wasm_bindgen::JsValue;

/// Returns the name by which the browser's errors are told apart; an empty one for anything else that was thrown.
pub(super) fn name_of_error(thrown: &JsValue) -> String {
    let name = js_sys::Reflect::get(thrown, &"name".into());
    let name = name.ok().and_then(|name| name.as_string());
    name.unwrap_or_default()
}
