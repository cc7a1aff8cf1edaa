//! A package as a file of its own:
//!
//! `{"format": "raaderum-package", "version": 1, "catalogue": "<id>", "name": "…", "proposals": ["<id>", …]}`
//!
//! It has these fields and no others, since what is not known would be lost.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::package::{PackageError, SharedPackage, shared_package};
use crate::domain::{Catalogue, Id, Package, limits};
use crate::file;

/// What the file calls itself.
const FORMAT: &str = "raaderum-package";
/// The version that is written, and the newest that is read.
const VERSION: u64 = 1;
/// The fields of the file.
const FIELDS: [&str; 5] = ["format", "version", "catalogue", "name", "proposals"];

/// Returns a package of a catalogue as a file. The same package always gives the same bytes.
///
/// # Errors
/// Only if the JSON writer fails, which it does not for these values.
pub fn package_file(catalogue: &Catalogue, package: &Package) -> Result<String, serde_json::Error> {
    let proposals = package.proposals.iter().map(Id::to_string);
    let mut text = serde_json::to_string_pretty(&json!({
        "format": FORMAT,
        "version": VERSION,
        "catalogue": catalogue.id.to_string(),
        "name": package.name,
        "proposals": proposals.collect::<Vec<_>>(),
    }))?;
    text.push('\n');
    Ok(text)
}

/// Reads what [`package_file`] made of a package, in the catalogue as it is now.
///
/// # Errors
/// [`PackageError`]. Where only some proposals are unknown, it has the package without them.
pub fn read_package_file(catalogue: &Catalogue, text: &str) -> Result<SharedPackage, PackageError> {
    if text.len() > limits::FILE_BYTES {
        return Err(PackageError::NotAPackage);
    }
    let text = text.trim_start_matches('\u{FEFF}');
    let value: Value = serde_json::from_str(text).map_err(|error| {
        if error.is_eof() && text.contains(FORMAT) {
            PackageError::Damaged
        } else {
            PackageError::NotAPackage
        }
    })?;
    let fields = value.as_object().ok_or(PackageError::NotAPackage)?;
    if fields.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(PackageError::NotAPackage);
    }
    match fields.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(PackageError::TooNew),
        _ => return Err(PackageError::Damaged),
    }
    let is_doubled = file::names_twice(text);
    let parts = parts(fields).filter(|_| !is_doubled);
    let (of, name, named) = parts.ok_or(PackageError::Damaged)?;
    let entries = catalogue.entries.iter().map(|entry| entry.proposal);
    let entries: BTreeSet<Id> = entries.collect();
    let named = named.into_iter().map(|id| entries.get(&id).copied());
    shared_package(catalogue, of, name, named)
}

/// Returns the catalogue, the name and the proposals; `None` if one of them is not what it should be, or there is more.
fn parts(fields: &Map<String, Value>) -> Option<(Id, String, Vec<Id>)> {
    let id = |value: &Value| Id::parse(value.as_str()?);
    let is_all = fields.keys().all(|name| FIELDS.contains(&name.as_str()));
    let proposals = fields.get("proposals")?.as_array()?;
    let is_sound = is_all && proposals.len() <= limits::CATALOGUE_ENTRIES;
    let proposals: Option<Vec<Id>> = proposals.iter().map(id).collect();
    let parts = (
        id(fields.get("catalogue")?)?,
        fields.get("name")?.as_str()?.to_owned(),
        proposals?,
    );
    is_sound.then_some(parts)
}
