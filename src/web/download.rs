use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The kind of text in a file in the public format, and in one with all that is stored.
pub const JSON: &str = "application/json";
/// The kind of text that is only text.
pub const TEXT: &str = "text/plain;charset=utf-8";
/// The kind of text in a page.
pub const HTML: &str = "text/html";

/// Hands a text to the user as a file.
///
/// # Errors
/// What the browser said when it would not.
pub fn download(name: &str, text: &str, media_type: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = leptos::prelude::document()
        .create_element("a")?
        .unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Revoking at once can cancel the download in some browsers.
    leptos::prelude::set_timeout(
        move || _ = Url::revoke_object_url(&address),
        std::time::Duration::from_secs(60),
    );
    Ok(())
}
