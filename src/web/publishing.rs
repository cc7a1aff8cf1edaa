//! The file in which a catalogue is published, and how it will look. `page/modules/publish.ts` puts the file together.

use leptos::prelude::document;

use crate::publication::PublishedFile;

mod module {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(raw_module = "./lazy.js")]
    extern "C" {
        #[wasm_bindgen(catch, js_name = publishedFile)]
        pub async fn published_file(
            title: &str,
            description: &str,
            content: &str,
            data: &str,
        ) -> Result<JsValue, JsValue>;
    }
}

/// The text of the file, with the part of the program in it that its readers need. `None` when that cannot be had.
pub async fn published_file(file: &PublishedFile) -> Option<String> {
    let (title, description) = (&file.title, &file.description);
    let text = module::published_file(title, description, &file.content, &file.data).await;
    text.ok()?.as_string()
}

/// The page for a frame in this one, which lends it its style: this page's policy, which holds in the frame too, lets in no
/// other. A link to a place in the page leads there, any other to a tab of its own.
#[must_use]
pub fn preview(file: &PublishedFile) -> String {
    // Others may have added styles to the page, extensions of the browser above all.
    let style = document().get_element_by_id("raaderum-style");
    let style = style.map(|style| style.outer_html());
    // By itself, such a link would begin at the address of the page around the frame. And readers do have scripting.
    let content = file
        .content
        .replace("href=\"#", "target=\"_self\" href=\"about:srcdoc#")
        .replace("<noscript>", "<noscript hidden>");
    format!(
        "<!DOCTYPE html><html lang=\"da\"><head><meta charset=\"utf-8\"><base target=\"_blank\">{}</head><body>{content}</body></html>",
        style.unwrap_or_default(),
    )
}
