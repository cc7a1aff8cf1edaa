//! Version 2 of the file format is read by making version 3 of it: a file of version 2 has no catalogues.

use serde_json::Value;

use super::refusal::{Reason, Refusal};

/// The version's number.
pub const VERSION: i64 = 2;

/// What version 3 adds to a file.
const CATALOGUES: &str = "catalogues";

/// Makes version 3 of a file of version 2. What differs from version 2 is left for the reading of version 3, which
/// refuses it at the same path.
///
/// # Errors
/// [`Refusal`] of a field that version 2 does not know.
pub(super) fn migrate(file: &mut Value) -> Result<(), Refusal> {
    let Some(file) = file.as_object_mut() else {
        return Ok(());
    };
    match file.insert(CATALOGUES.to_owned(), Value::Array(Vec::new())) {
        None => Ok(()),
        Some(_) => Err(Refusal {
            path: CATALOGUES.to_owned(),
            reason: Reason::Unknown,
        }),
    }
}
