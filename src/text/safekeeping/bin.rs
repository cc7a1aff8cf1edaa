//! Deleted documents.

pub const BIN: &str = "Papirkurv";
pub const BIN_TEXT: &str = "Slettede dokumenter ligger her, til du tømmer papirkurven.";
pub const BIN_EMPTY: &str = "Papirkurven er tom.";
pub const RESTORE: &str = "Gendan";
pub const EMPTY_BIN: &str = "Tøm papirkurven";

pub const EMPTY_BIN_SURE: &str =
    "Dokumenterne og deres tidligere versioner fjernes for altid. Det kan ikke fortrydes.";

pub const EMPTY_BIN_YES: &str = "Fjern for altid";
pub const BIN_EMPTIED: &str = "Papirkurven er tømt.";
pub const DELETED_AT: &str = "Slettet";

/// What the button that brings a document back says to a screen reader.
#[must_use]
pub fn bring_back(title: &str) -> String {
    format!("{RESTORE}: {title}")
}

/// A document was brought back from the bin.
#[must_use]
pub fn brought_back(title: &str) -> String {
    format!("»{title}« er gendannet fra papirkurven.")
}
