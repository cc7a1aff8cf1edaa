use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Response};

use crate::domain::{Document, limits};
use crate::file::{self, Reason, Refusal};

/// A file that somebody chose, and what is in it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The file's name.
    pub name: String,
    /// Its documents, or why it is refused.
    pub content: Result<Vec<Document>, Refusal>,
}

/// Reads a file. One that is too large is not even loaded.
pub async fn open(file: File) -> Opened {
    let name = file.name();
    let content = if file.size() > limits::FILE_BYTES as f64 {
        Err(Refusal::whole(Reason::FileTooLarge))
    } else {
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => file::read_bytes(&js_sys::Uint8Array::new(&buffer).to_vec()),
            Err(_) => Err(Refusal::whole(Reason::NotText)),
        }
    };
    Opened { name, content }
}

/// Reads a file that lies beside the page. `None` when it cannot be had.
pub async fn open_beside_page(address: &str) -> Option<Vec<Document>> {
    let response = JsFuture::from(leptos::prelude::window().fetch_with_str(address))
        .await
        .ok()?;
    let response: Response = response.dyn_into().ok()?;
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    file::read_bytes(&js_sys::Uint8Array::new(&buffer).to_vec()).ok()
}
