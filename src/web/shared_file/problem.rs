//! What stands in the way of keeping the documents in a file.

use wasm_bindgen::JsValue;

use crate::file::Refusal;
use crate::web::thrown::name_of_error;

/// What stands in the way of keeping the documents in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileProblem {
    /// The browser wants the user's permission, which takes a click.
    NotAllowed,
    /// The file is gone, or the drive is.
    Missing,
    /// Somebody else holds the file, or it may only be read.
    Locked,
    /// What the file holds cannot be read, and so is not written over.
    Refused(Refusal),
    /// The documents do not fit into a file.
    TooMuch(Refusal),
    /// The browser's storage could not be read at start: what is missing here need not have been deleted.
    NotWhole,
    /// Writing failed.
    Failed,
}

impl From<JsValue> for FileProblem {
    fn from(error: JsValue) -> Self {
        match name_of_error(&error).as_str() {
            "NotAllowedError" | "SecurityError" => Self::NotAllowed,
            "NotFoundError" => Self::Missing,
            "NoModificationAllowedError" | "InvalidStateError" | "NotReadableError" => Self::Locked,
            _ => Self::Failed,
        }
    }
}
