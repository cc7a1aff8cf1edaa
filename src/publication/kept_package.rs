//! A reader's own package as the browser keeps it. It is no format for others, and names proposals that this edition of the
//! catalogue does not have: another one may.

use serde_json::{Value, json};

use super::SharedPackage;
use crate::domain::Id;

/// Returns what is kept of a package; empty where there is nothing to keep.
#[must_use]
pub fn write_kept_package(package: &SharedPackage) -> String {
    if *package == SharedPackage::default() {
        return String::new();
    }
    let proposals = package.proposals.iter().map(ToString::to_string);
    json!({
        "name": package.name,
        "proposals": proposals.collect::<Vec<String>>(),
    })
    .to_string()
}

/// Returns what was kept. `None` where it is something else.
#[must_use]
pub fn read_kept_package(text: &str) -> Option<SharedPackage> {
    if text.is_empty() {
        return Some(SharedPackage::default());
    }
    let kept: Value = serde_json::from_str(text).ok()?;
    let proposals = kept.get("proposals")?.as_array()?.iter();
    let proposals = proposals.map(|id| Id::parse(id.as_str()?));
    Some(SharedPackage {
        name: kept.get("name")?.as_str()?.to_owned(),
        proposals: proposals.collect::<Option<Vec<Id>>>()?,
    })
}
