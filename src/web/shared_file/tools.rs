//! What the browser does of it (`page/modules/shared_file.ts`): it lets the user choose a file, and reads and writes it.

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use super::problem::FileProblem;
use crate::domain::limits;
use crate::file::{self, Reason, Refusal};
use crate::web::file_handle::FileHandle;

/// The module, which is loaded when it is needed. As in `database.rs`, what it promises is a `JsValue`.
mod module {
    use js_sys::Uint8Array;
    use wasm_bindgen::prelude::*;

    use super::FileHandle;

    #[wasm_bindgen(raw_module = "./lazy.js")]
    extern "C" {
        #[wasm_bindgen(catch, js_name = sharedFile)]
        pub async fn shared_file() -> Result<JsValue, JsValue>;
    }

    #[wasm_bindgen]
    extern "C" {
        #[derive(Clone)]
        pub type SharedFile;
        #[wasm_bindgen(method, js_name = isThere)]
        pub fn is_there(this: &SharedFile) -> bool;
        #[wasm_bindgen(method, catch)]
        pub async fn choose(
            this: &SharedFile,
            kind: &str,
            name: Option<&str>,
        ) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(method, catch, js_name = mayWrite)]
        pub async fn may_write(
            this: &SharedFile,
            file: &FileHandle,
            asks: bool,
        ) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(method, catch)]
        pub async fn modified(this: &SharedFile, file: &FileHandle) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(method, catch)]
        pub async fn read(
            this: &SharedFile,
            file: &FileHandle,
            most: f64,
        ) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(method, catch)]
        pub async fn write(
            this: &SharedFile,
            file: &FileHandle,
            text: &str,
            before: &str,
        ) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(method, catch)]
        pub async fn turn(this: &SharedFile) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(method, catch)]
        pub async fn wait(this: &SharedFile, milliseconds: u32) -> Result<(), JsValue>;

        pub type Content;
        #[wasm_bindgen(method, getter)]
        pub fn bytes(this: &Content) -> Uint8Array;
        #[wasm_bindgen(method, getter)]
        pub fn modified(this: &Content) -> f64;
    }
}

/// What the browser does of it.
#[derive(Clone)]
pub(super) struct Tools(module::SharedFile);

/// Lets the next tab at the file when it is dropped.
pub(super) struct FileTurn(Function);

impl Drop for FileTurn {
    fn drop(&mut self) {
        // It does nothing but end a wait.
        _ = self.0.call0(&JsValue::NULL);
    }
}

/// Milliseconds since 1970: far below 2^53.
fn moment(milliseconds: f64) -> i64 {
    milliseconds as i64
}

impl Tools {
    /// Loads them. `None` when they cannot be had.
    pub(super) async fn load() -> Option<Self> {
        let module = module::shared_file().await.ok()?;
        Some(Self(module.unchecked_into()))
    }

    /// Returns whether the browser can write files.
    pub(super) fn is_there(&self) -> bool {
        self.0.is_there()
    }

    /// Lets the user choose a file, or where a new one of that name is to lie. `None` when no choice is made.
    pub(super) async fn choose(
        &self,
        kind: &str,
        name: Option<&str>,
    ) -> Result<Option<FileHandle>, FileProblem> {
        let chosen = self.0.choose(kind, name).await?;
        Ok(chosen.is_truthy().then(|| chosen.unchecked_into()))
    }

    /// Returns whether the file may be written. The browser `asks` the user only after a click.
    pub(super) async fn may_write(
        &self,
        file: &FileHandle,
        asks: bool,
    ) -> Result<bool, FileProblem> {
        Ok(self.0.may_write(file, asks).await?.is_truthy())
    }

    /// Returns when the file was changed last.
    pub(super) async fn modified(&self, file: &FileHandle) -> Result<i64, FileProblem> {
        let modified = self.0.modified(file).await?.as_f64();
        Ok(moment(modified.unwrap_or_default()))
    }

    /// Returns the text of the file, and when that was written.
    pub(super) async fn read(&self, file: &FileHandle) -> Result<(String, i64), FileProblem> {
        let refuse = |reason| FileProblem::Refused(Refusal::whole(reason));
        let content = self.0.read(file, limits::FILE_BYTES as f64).await?;
        let content: module::Content = content.unchecked_into();
        let bytes = content.bytes().to_vec();
        if bytes.len() > limits::FILE_BYTES {
            return Err(refuse(Reason::FileTooLarge));
        }
        file::refuse_other_program(&bytes).map_err(FileProblem::Refused)?;
        let text = String::from_utf8(bytes).map_err(|_| refuse(Reason::NotText))?;
        Ok((text, moment(content.modified())))
    }

    /// Writes a text in place of the one that was read. Returns whether it did: not when the file holds something else by now.
    pub(super) async fn write(
        &self,
        file: &FileHandle,
        text: &str,
        before: &str,
    ) -> Result<bool, FileProblem> {
        Ok(self.0.write(file, text, before).await?.is_truthy())
    }

    /// Waits until no other tab of this browser is at the file.
    pub(super) async fn turn(&self) -> Result<FileTurn, FileProblem> {
        let end = self.0.turn().await?;
        Ok(FileTurn(end.unchecked_into()))
    }

    pub(super) async fn wait(&self, milliseconds: u32) -> Result<(), FileProblem> {
        Ok(self.0.wait(milliseconds).await?)
    }
}
