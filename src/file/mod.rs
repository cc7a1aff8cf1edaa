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
mod path;
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

use crate::domain::{Document, DocumentKind, limits, sort_by};
use cursor::Cursor;

/// The name that a file of Råderum gives its format.
pub const FORMAT: &str = "raaderum";
/// The version that is written, and the newest that is read.
pub const VERSION: u32 = v3::VERSION;

const NEWEST: i64 = VERSION as i64;

/// Writes documents as one file, sorted by kind and identity, so that the same documents always give the same bytes.
///
/// ```
/// use raaderum::{example, file};
///
/// let documents = example::documents()?;
/// let written = file::write(&documents).unwrap();
/// assert_eq!(file::write(documents.iter().rev()).unwrap(), written);
/// assert_eq!(file::write(&file::read(&written)?).unwrap(), written);
/// # Ok::<(), file::Refusal>(())
/// ```
///
/// An amount is an exact number of kroner, blank is null, and text that could not be read is kept:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut isafjord = lejre.proposal("Isafjord");
/// isafjord.enter(ProposalField::Amount(AmountRow::EstimatedGain, 0), "-0,5");
/// isafjord.enter(ProposalField::Amount(AmountRow::EstimatedGain, 1), "ca. 650");
/// let written = raaderum::file::write([&isafjord.into()]).unwrap();
/// assert!(written.contains(r#""estimated_gain": -500,"#));
/// assert!(written.contains(r#""unreadable": "ca. 650""#));
/// assert!(written.contains(r#""investment_need": null"#));
/// ```
///
/// # Errors
/// Only if the JSON writer fails, which it does not for these types.
pub fn write<'a>(
    documents: impl IntoIterator<Item = &'a Document>,
) -> Result<String, serde_json::Error> {
    write_all(documents.into_iter().collect())
}

fn write_all(mut documents: Vec<&Document>) -> Result<String, serde_json::Error> {
    sort_by(&mut documents, |one, other| {
        (one.kind(), one.id()).cmp(&(other.kind(), other.id()))
    });
    let mut text = serde_json::to_string_pretty(&v3::write_file(&documents))?;
    text.push('\n');
    Ok(text)
}

/// Writes documents as files that can each be read again: one, if it holds them all. A document that is too large for
/// any file is alone in one.
///
/// ```
/// use raaderum::{example, file};
///
/// let documents = example::documents()?;
/// let parts = file::write_parts(&documents.iter().collect::<Vec<_>>()).unwrap();
/// assert_eq!(parts, [file::write(&documents).unwrap()]);
/// # Ok::<(), file::Refusal>(())
/// ```
///
/// # Errors
/// As [`write()`].
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

/// Returns whether an object in a text that is JSON has a name twice: the JSON parser keeps only the last.
///
/// ```
/// use raaderum::file::names_twice;
///
/// assert!(names_twice(r#"{"note": "a", "note": "b"}"#));
/// // In two objects it is two names; and an escape is spelt out.
/// assert!(!names_twice(r#"[{"note": "a"}, {"note": "a"}]"#));
/// assert!(names_twice(r#"{"a": 1, "\u0061": 2}"#));
/// ```
#[must_use]
pub fn names_twice(json: &str) -> bool {
    doubled::refuse(json).is_err()
}

/// Reads the bytes of a file. Returns all of its documents, or the one reason why it is refused: never some of them.
///
/// # Errors
/// [`Refusal`], with the path of the value.
///
/// ```
/// use raaderum::file::{Reason, Refusal, read_bytes};
///
/// assert_eq!(read_bytes(b"{\xe6\xf8\xe5}"), Err(Refusal::whole(Reason::NotText)));
/// assert_eq!(read_bytes(b""), Err(Refusal::whole(Reason::Empty)));
/// ```
pub fn read_bytes(bytes: &[u8]) -> Result<Vec<Document>, Refusal> {
    refuse_other_program(bytes)?;
    if bytes.len() > limits::FILE_BYTES {
        return Err(Refusal::whole(Reason::FileTooLarge));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text),
        Err(_) => Err(Refusal::whole(
            other_program::recognised_text(bytes).map_or(Reason::NotText, Reason::OtherProgram),
        )),
    }
}

/// Refuses the file of another program and names the program. Such a file is recognised by its content, not by its
/// name.
///
/// # Errors
/// [`Reason::OtherProgram`].
///
/// ```
/// use raaderum::file::{OtherProgram, Reason, Refusal, refuse_other_program};
///
/// let word = Refusal::whole(Reason::OtherProgram(OtherProgram::Word));
/// assert_eq!(refuse_other_program(b"PK\x03\x04...word/document.xml"), Err(word));
/// let pdf = Refusal::whole(Reason::OtherProgram(OtherProgram::Pdf));
/// assert_eq!(refuse_other_program(b"%PDF-1.7"), Err(pdf));
/// assert!(refuse_other_program(b"{}").is_ok());
/// // One that is empty is nobody's: it may be a new one.
/// assert!(refuse_other_program(b"").is_ok());
/// ```
pub fn refuse_other_program(bytes: &[u8]) -> Result<(), Refusal> {
    match other_program::recognised(bytes) {
        Some(program) => Err(Refusal::whole(Reason::OtherProgram(program))),
        None => Ok(()),
    }
}

/// Reads the text of a file. Returns all of its documents, or the one reason why it is refused: never some of them.
///
/// ```
/// use raaderum::file;
///
/// let empty = r#"{"format": "raaderum", "version": 3, "proposals": [], "action_plans": [], "catalogues": []}"#;
/// assert_eq!(file::read(empty), Ok(vec![]));
/// // Version 1 had no catalogues.
/// let old = r#"{"format": "raaderum", "version": 1, "proposals": [], "action_plans": []}"#;
/// assert_eq!(file::read(old), Ok(vec![]));
/// ```
///
/// # Errors
/// [`Refusal`], with the path of the value. What another program wrote, and what a later Råderum wrote, is told apart:
///
/// ```
/// use raaderum::file::{Reason, Refusal, read};
///
/// assert_eq!(read(r#"{"format": "andet"}"#), Err(Refusal::whole(Reason::NotOurs)));
/// let later = read(r#"{"format": "raaderum", "version": 99}"#).unwrap_err();
/// assert_eq!((later.path.as_str(), later.reason), ("version", Reason::TooNew(99)));
/// ```
///
/// A file that was cut off is refused where it ends:
///
/// ```
/// use raaderum::{example, file};
///
/// let cut = example::FILE.split_at(9).0;
/// let refusal = file::read(cut).unwrap_err();
/// assert!(matches!(refusal.reason, file::Reason::NotJson { line: 2, .. }));
/// ```
///
/// Two documents with one identity would overwrite each other:
///
/// ```
/// use raaderum::{example, file};
///
/// let documents = example::documents()?;
/// let twice = file::write([&documents[0], &documents[0]]).unwrap();
/// let refusal = file::read(&twice).unwrap_err();
/// assert_eq!(refusal.path, "proposals[1]");
/// assert_eq!(refusal.reason, file::Reason::SameId(documents[0].id()));
/// # Ok::<(), file::Refusal>(())
/// ```
pub fn read(text: &str) -> Result<Vec<Document>, Refusal> {
    refuse_other_program(text.as_bytes())?;
    if text.len() > limits::FILE_BYTES {
        return Err(Refusal::whole(Reason::FileTooLarge));
    }
    if text.trim_matches(is_nothing).is_empty() {
        return Err(Refusal::whole(Reason::Empty));
    }
    read_stored(text).map_err(|refusal| match refusal.reason {
        // What is no JSON at all is the healthy file of something else.
        Reason::NotJson { .. } => other_program::recognised_text(text.as_bytes())
            .map_or(refusal, |program| {
                Refusal::whole(Reason::OtherProgram(program))
            }),
        _ => refusal,
    })
}

/// Returns whether a character says nothing at the beginning or end of a file: space, or the mark of an encoding.
fn is_nothing(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\0')
}

/// Reads a text that was stored in this format, however large it is: it must not be lost for its size.
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
