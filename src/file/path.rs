//! The path to a value in a JSON document: `proposals[3].years[1].estimated_gain`.

use std::fmt::Write;

/// A segment of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment<'a> {
    /// To the member of an object with this name.
    Member(&'a str),
    /// To an item of a list, counted from 0.
    Item(usize),
}

/// The most characters of a name that is spelt out.
const NAME_CHARACTERS: usize = 40;

/// Spells a path out. A name that is none of the format's stands in quotation marks, and is cut if it is long: a file
/// can hold any name, an empty one too.
pub(super) fn spell<'a>(segments: impl IntoIterator<Item = Segment<'a>>) -> String {
    let mut path = String::new();
    for segment in segments {
        match segment {
            Segment::Member(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                add_name(&mut path, name);
            }
            // Writing to a string does not fail.
            Segment::Item(index) => _ = write!(path, "[{index}]"),
        }
    }
    path
}

fn add_name(path: &mut String, name: &str) {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if !name.is_empty() && name.len() <= NAME_CHARACTERS && name.bytes().all(is_plain) {
        path.push_str(name);
        return;
    }
    path.push('"');
    path.extend(name.chars().take(NAME_CHARACTERS));
    if name.chars().nth(NAME_CHARACTERS).is_some() {
        path.push('…');
    }
    path.push('"');
}
