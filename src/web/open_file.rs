use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Response};

use crate::domain::{Document, limits};
use crate::file::{self, Reason, Refusal};
use crate::record::read_rescue;
use crate::web::library::copy_of;

/// A file that somebody chose, and what is in it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The file's name.
    pub name: String,
    /// Its documents, or why it is refused.
    pub content: Result<Vec<Document>, Refusal>,
    /// What a rescue file holds that cannot be read: its key, and why. It stays in the file.
    pub unreadable: Vec<(String, Refusal)>,
    /// How many texts a rescue file holds that readers of published pages chose or wrote. They stay in the file.
    pub of_readers: usize,
}

/// Reads a file. One that is too large is not even loaded.
pub async fn open(file: File) -> Opened {
    let name = file.name();
    let mut unreadable = Vec::new();
    let mut of_readers = 0;
    let content = if file.size() > limits::RESCUE_BYTES as f64 {
        Err(Refusal::whole(Reason::FileTooLarge))
    } else {
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => {
                let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
                file::read_bytes(&bytes).or_else(|refusal| {
                    let text = std::str::from_utf8(&bytes);
                    let rescued = text.ok().and_then(read_rescue).ok_or(refusal)?;
                    unreadable = rescued.unreadable;
                    of_readers = rescued.of_readers;
                    let beside = rescued.set_aside.into_iter().map(copy_of);
                    Ok(rescued.documents.into_iter().chain(beside).collect())
                })
            }
            Err(_) => Err(Refusal::whole(Reason::NotText)),
        }
    };
    Opened {
        name,
        content,
        unreadable,
        of_readers,
    }
}

/// The text of a file that somebody chose, if it is text and not larger than what is read.
pub async fn read_file(file: File) -> Option<String> {
    if file.size() > limits::RESCUE_BYTES as f64 {
        return None;
    }
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    String::from_utf8(js_sys::Uint8Array::new(&buffer).to_vec()).ok()
}

/// Reads a file that lies beside the page, or in it, where the page is one file: in an element of that name. `None` when it
/// cannot be had.
pub async fn open_beside_page(address: &str) -> Option<Vec<Document>> {
    let bytes = match document().get_element_by_id(address) {
        Some(inside) => inside.text_content()?.into_bytes(),
        None => {
            let response = JsFuture::from(window().fetch_with_str(address))
                .await
                .ok()?;
            let response: Response = response.dyn_into().ok()?;
            let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
            js_sys::Uint8Array::new(&buffer).to_vec()
        }
    };
    file::read_bytes(&bytes).ok()
}
