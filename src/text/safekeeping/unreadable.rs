//! What is stored and cannot be read.

use crate::domain::DocumentKind;
use crate::text::labels;

pub const UNREADABLE_HEADING: &str = "Noget, der er gemt i browseren, kan ikke læses";

pub const UNREADABLE_TEXT: &str =
    "Det er ladt urørt. Gem det, som det er, i en fil, hvis du vil have det undersøgt.";

pub const DOWNLOAD_AS_IS: &str = "Gem, som det er";

/// A record in the browser's storage, as far as it tells what it is and when it was stored.
#[must_use]
pub fn record(kind: Option<DocumentKind>, moment: Option<&str>) -> String {
    let kind = kind.map_or("Ukendt indhold", labels::form);
    match moment {
        Some(moment) => format!("{kind}, gemt {moment}"),
        None => kind.to_owned(),
    }
}

/// A change in the browser's storage that was not stored, as far as it tells which form it is of.
#[must_use]
pub fn pending_record(kind: Option<DocumentKind>) -> String {
    let kind = kind.map_or("Ukendt indhold", labels::form);
    format!("{kind}, en ændring, der ikke nåede at blive gemt")
}

/// What the button that hands over a record says to a screen reader.
#[must_use]
pub fn download_as_is(record: &str) -> String {
    format!("{}: {record}", DOWNLOAD_AS_IS)
}
