//! A file on the computer that the browser lets us read and write.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The browser's handle of a file. It can be kept in the database.
    #[wasm_bindgen(js_name = FileSystemFileHandle)]
    #[derive(Debug, Clone)]
    pub type FileHandle;

    #[wasm_bindgen(method, getter, catch, js_name = name)]
    fn told_name(this: &FileHandle) -> Result<String, JsValue>;
}

impl FileHandle {
    /// Returns the file's name; an empty one for what is no handle after all.
    pub(super) fn name(&self) -> String {
        self.told_name().unwrap_or_default()
    }
}
