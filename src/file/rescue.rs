//! The file that a page hands over when the program has failed. It is made without the program, and so without knowing
//! what the records hold: each is a text.

use serde_json::Value;

/// One record as the browser held it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RescuedRecord {
    /// The key of the record.
    pub key: String,
    /// The record's content.
    pub text: String,
}

/// What such a file calls itself.
const FORMAT: &str = "raaderum-rescue";

/// Returns the records of a rescue file; `None` where the text is another kind of file.
///
/// ```
/// use raaderum::file::rescued_records;
///
/// let rescue = r#"{"format": "raaderum-rescue", "records": [{"key": "a", "text": "{}"}, {"key": "b", "text": 7}]}"#;
/// let records = rescued_records(rescue).unwrap();
/// assert_eq!((records[0].key.as_str(), records[0].text.as_str()), ("a", "{}"));
/// // What is no text is kept as JSON.
/// assert_eq!(records[1].text, "7");
/// assert_eq!(rescued_records(r#"{"format": "raaderum"}"#), None);
/// ```
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

/// Returns a text of a record. Something else is returned as JSON: it cannot be read later, but can be told of.
fn text_of(record: &Value, name: &str) -> String {
    match record.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}
