//! The file that a page hands over when the program has failed. It is made without the program, and so without knowing
//! what is in the records: each is a text.

use serde_json::Value;

/// One record as it lay in the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RescuedRecord {
    /// The key that it lay under.
    pub key: String,
    /// The record.
    pub text: String,
}

/// What such a file calls itself.
const FORMAT: &str = "raaderum-rescue";

/// The records of a rescue file. `None` when it is another kind of file.
#[must_use]
pub fn rescued_records(text: &str) -> Option<Vec<RescuedRecord>> {
    let text = text.trim_start_matches('\u{FEFF}');
    let file: Value = serde_json::from_str(text).ok()?;
    if file.get("format")?.as_str()? != FORMAT {
        return None;
    }
    let records = file.get("records")?.as_array()?.iter();
    let read = |record| RescuedRecord {
        key: text_of(record, "key"),
        text: text_of(record, "text"),
    };
    Some(records.map(read).collect())
}

/// A text of a record. Something else is kept as JSON: it cannot be read later, but is told about.
fn text_of(record: &Value, name: &str) -> String {
    match record.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}
