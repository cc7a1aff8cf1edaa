//! Earlier states of a document.

use crate::text::document::EARLIER;

pub const EARLIER_LEAD: &str = "Råderum gemmer undervejs: for den sidste time hvert femte minut, for det sidste døgn hver time, for de sidste to måneder hver dag og derefter hver uge. Vælg en version for at se, hvad der er anderledes i dag.";
pub const NO_EARLIER: &str = "Der er endnu ingen tidligere versioner af dokumentet.";
pub const THEN: &str = "Dengang";
pub const TODAY: &str = "I dag";
pub const NO_DIFFERENCE: &str = "Versionen siger det samme som dokumentet i dag.";
pub const OTHER_DIFFERENCE: &str = "Det, der er anderledes, vises ikke her: en begrundelse for, at noget er i orden, eller en indsat sum.";
pub const BRING_STATE_BACK: &str = "Gendan denne version";
pub const STATE_AS_COPY: &str = "Læg den ved siden af som kopi";
pub const STATE_SET_ASIDE: &str = "lagt til side for en anden version";
pub const STATE_DELETED: &str = "da det blev slettet";

pub const STATE_IS_BACK: &str =
    "Versionen er gendannet. Det, der stod før, ligger under tidligere versioner.";

pub const STATE_GONE: &str = "Versionen gemmes ikke længere.";
pub const STATE_UNREADABLE: &str = "Versionen kan ikke læses.";
pub const DELETED_SINCE: &str = "Dokumentet er slettet siden.";
pub const TO_DOCUMENT: &str = "Til dokumentet";

/// The heading of the page of earlier states.
#[must_use]
pub fn earlier_heading(title: &str) -> String {
    format!("{EARLIER}: {title}")
}

/// In how many places two states differ.
#[must_use]
pub fn differences(count: usize) -> String {
    match count {
        1 => "1 sted er anderledes i dag".to_owned(),
        _ => format!("{count} steder er anderledes i dag"),
    }
}
