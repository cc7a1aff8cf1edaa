//! The public JSON format: what an exported file, and each record in the browser's storage, holds.
//!
//! A file names its format and version. The tables of a version name its members apart from the domain's fields and never
//! change once released; a golden file per version (`tests/golden/`) is never edited. The newest version is written
//! and read; an older one is made into the next, step by step.

mod comparison;
mod cursor;
mod doubled;
pub(crate) mod iso;
pub mod layout;
mod merge;
mod other_program;
mod refusal;
mod rescue;
mod v1;
mod v2;
mod v3;

use serde_json::Value;

pub use comparison::{Comparison, compare};
pub use merge::{Merged, merge, merge_records};
pub use refusal::{Expected, OtherProgram, Reason, Refusal};
pub use rescue::{RescuedRecord, rescued_records};

use crate::domain::{Document, DocumentKind, limits};
use cursor::Cursor;

/// What a file of ours calls itself.
pub const FORMAT: &str = "raaderum";
/// The version that is written, and the newest that is read.
pub const VERSION: u32 = v3::VERSION;

const NEWEST: i64 = VERSION as i64;

/// Writes documents as one file, in an order of their own, so that the same documents always give the same
/// bytes.
///
/// # Errors
/// Only if the JSON writer fails, which it does not for these types.
pub fn write<'a>(
    documents: impl IntoIterator<Item = &'a Document>,
) -> Result<String, serde_json::Error> {
    write_all(documents.into_iter().collect())
}

fn write_all(mut documents: Vec<&Document>) -> Result<String, serde_json::Error> {
    documents.sort_by_key(|document| (document.kind(), document.id()));
    let mut text = serde_json::to_string_pretty(&v3::write_file(&documents))?;
    text.push('\n');
    Ok(text)
}

/// Writes documents as files that can each be read again: one, if it holds them all. A document that is too large for any
/// file has one to itself all the same.
///
/// # Errors
/// As [`write`].
pub fn write_parts(documents: &[&Document]) -> Result<Vec<String>, serde_json::Error> {
    let is_plan = |document: &&&Document| document.kind() == DocumentKind::ActionPlan;
    let plans = documents.iter().filter(is_plan).count();
    if plans.max(documents.len() - plans) <= limits::DOCUMENTS {
        let text = write_all(documents.to_vec())?;
        if text.len() <= limits::FILE_BYTES || documents.len() < 2 {
            return Ok(vec![text]);
        }
    }
    let mut parts = Vec::new();
    for half in documents.chunks(documents.len().div_ceil(2)) {
        parts.extend(write_parts(half)?);
    }
    Ok(parts)
}

/// Whether an object in a text that is JSON has a name twice: the JSON parser keeps one of them, and the other would be lost.
#[must_use]
pub fn names_twice(json: &str) -> bool {
    doubled::refuse(json).is_err()
}

/// Reads a file's bytes: all of its documents, or the one reason why it is refused.
///
/// # Errors
/// [`Refusal`], which names the place.
pub fn read_bytes(bytes: &[u8]) -> Result<Vec<Document>, Refusal> {
    refuse_other_program(bytes)?;
    if bytes.len() > limits::FILE_BYTES {
        return Err(Refusal::whole(Reason::FileTooLarge));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::whole(Reason::NotText))?;
    read(text)
}

/// Refuses the file of another program by its name: it may be as healthy as it is useless here.
///
/// # Errors
/// [`Reason::OtherProgram`].
pub fn refuse_other_program(bytes: &[u8]) -> Result<(), Refusal> {
    match other_program::recognised(bytes) {
        Some(program) => Err(Refusal::whole(Reason::OtherProgram(program))),
        None => Ok(()),
    }
}

/// Reads a file's text: all of its documents, or the one reason why it is refused.
///
/// # Errors
/// [`Refusal`], which names the place.
pub fn read(text: &str) -> Result<Vec<Document>, Refusal> {
    refuse_other_program(text.as_bytes())?;
    if text.len() > limits::FILE_BYTES {
        return Err(Refusal::whole(Reason::FileTooLarge));
    }
    read_stored(text)
}

/// Reads what was stored as such a text, however large it is: it is here already, and must not be lost for its size.
///
/// # Errors
/// As [`read`].
pub fn read_stored(text: &str) -> Result<Vec<Document>, Refusal> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut value: Value = serde_json::from_str(text).map_err(|error| {
        Refusal::whole(Reason::NotJson {
            line: error.line(),
            column: error.column(),
        })
    })?;
    let is_ours = value.get("format").and_then(Value::as_str) == Some(FORMAT);
    if !is_ours {
        return Err(Refusal::whole(Reason::NotOurs));
    }
    let version = {
        let root = Cursor::root(&value);
        let version = root.field("version")?;
        match version.whole_number()? {
            known @ 1..=NEWEST => known,
            newer if newer > NEWEST => return Err(version.refuse(Reason::TooNew(newer))),
            _ => return Err(version.refuse(Reason::Expected(Expected::Version))),
        }
    };
    doubled::refuse(text)?;
    if version <= v1::VERSION {
        v1::migrate(&mut value)?;
    }
    if version <= v2::VERSION {
        v2::migrate(&mut value)?;
    }
    v3::read_file(&Cursor::root(&value))
}
