//! The data of a published page, taken out of its text: another edition is compared without being opened.

use super::DATA;

/// Returns the JSON that a published page carries, as it stands in the page's text; `None` if it has none, or more than
/// one, or is cut off within it. It is a file in the public format.
#[must_use]
pub fn data_of_page(html: &str) -> Option<&str> {
    // Our own build writes the element. What anybody wrote is escaped in the page, and looks otherwise.
    let opening = format!("<script type=\"application/json\" id=\"{DATA}\">");
    let (_, rest) = html.split_once(&opening)?;
    // The JSON has this character as `\u003c` only.
    let (json, after) = rest.split_once('<')?;
    let is_whole = after.starts_with("/script>");
    let is_only = !after.contains(&opening);
    (is_whole && is_only).then_some(json)
}
