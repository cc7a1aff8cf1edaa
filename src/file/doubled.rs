//! Names that an object has twice. The JSON parser keeps the last of them, and the first would be lost without a word.

use serde_json::{Map, Value};

use super::path::{Segment, spell};
use super::refusal::{Reason, Refusal};
use crate::domain::invariant;

/// The name under which the parser hands over a number digit for digit. It takes an object with this name for a number.
const NUMBER: &str = "$serde_json::private::Number";

/// An object or a list that is not at its end yet.
enum Open {
    /// The names so far, and the last of them.
    Object(Map<String, Value>, String),
    /// How many items came before.
    List(usize),
}

impl Open {
    /// Returns the segment of the path that leads to what was read last.
    fn segment(&self) -> Segment<'_> {
        match self {
            Self::Object(_, name) => Segment::Member(name),
            Self::List(item) => Segment::Item(*item),
        }
    }
}

/// Refuses a text that is JSON if one of its objects has a name twice, or one that the parser mistakes.
///
/// # Errors
/// [`Refusal`], with the path of the second.
pub(super) fn refuse(json: &str) -> Result<(), Refusal> {
    let mut open: Vec<Open> = Vec::new();
    let mut rest = json;
    // Between these nothing is said about the structure. A text is taken whole.
    while let Some(at) = rest.find(['"', '{', '[', '}', ']', ',']) {
        let from = invariant(rest.get(at..), "it was found there").unwrap_or_default();
        let length = if from.starts_with('"') {
            text_length(from)
        } else {
            1
        };
        let parts = invariant(from.split_at_checked(length), "a text ends in the text");
        let (token, behind) = parts.unwrap_or((from, ""));
        rest = behind;
        match (token, open.last_mut()) {
            ("{", _) => open.push(Open::Object(Map::new(), String::new())),
            ("[", _) => open.push(Open::List(0)),
            ("}" | "]", _) => _ = open.pop(),
            (",", Some(Open::List(item))) => *item += 1,
            (text, Some(Open::Object(names, last))) if rest.trim_start().starts_with(':') => {
                // Escapes are spelt out: `"\u0061"` is the name `"a"`.
                let name = serde_json::from_str(text).unwrap_or_default();
                if let Value::String(name) = name {
                    last.clone_from(&name);
                    let reason = if name == NUMBER {
                        Some(Reason::Unknown)
                    } else {
                        names.insert(name, Value::Null).map(|_| Reason::Doubled)
                    };
                    if let Some(reason) = reason {
                        return Err(Refusal {
                            path: spell(open.iter().map(Open::segment)),
                            reason,
                        });
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Returns the length of a text from its first quotation mark to its last.
fn text_length(json: &str) -> usize {
    let mut is_escaped = false;
    let end = json.bytes().skip(1).position(|byte| {
        let is_end = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_end
    });
    // The two marks.
    end.map_or(json.len(), |inside| inside + 2)
}
