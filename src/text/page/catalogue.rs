//! The catalogue, its packages and its editions.

use crate::danish::{print_date, print_number};
use crate::domain::{Edition, RelationKind};
use crate::text::labels;

/// How many proposals a catalogue has taken in.
pub const PROPOSALS_ADDED: &str = "Nye forslag";
/// How many proposals have left a catalogue.
pub const PROPOSALS_REMOVED: &str = "Forslag, der er taget ud";
/// The numbering of a catalogue.
pub const PROPOSALS_IN_ORDER: &str = "Forslagenes rækkefølge";
/// It is another.
pub const REORDERED: &str = "ændret";
/// A variant group.
pub const VARIANTS: &str = "Varianter";
/// A choice of proposals with a name.
pub const PACKAGE: &str = "Pakke";
/// What was published last.
pub const EDITION: &str = "Udgave";

/// The proposals of a variant group or a package, the first being 0: `Pakke 1: forslag`.
#[must_use]
pub fn proposals_of(label: &str, place: usize) -> String {
    format!("{label} {}: forslag", place + 1)
}

/// `Sammenhæng 1`, the first being 0.
#[must_use]
pub fn relation(place: usize) -> String {
    format!("Sammenhæng {}", place + 1)
}

/// `3 kræver 5`
#[must_use]
pub fn related(from: &str, kind: RelationKind, to: &str) -> String {
    format!("{from} {} {to}", labels::relation(kind))
}

/// `2. udgave, 01.06.2024`
#[must_use]
pub fn edition(edition: Edition) -> String {
    let number = print_number(edition.number().into());
    format!("{number}. udgave, {}", print_date(edition.published_on()))
}

/// The status of a proposal: `Forslag 3: Status`.
#[must_use]
pub fn status_of(number: usize) -> String {
    format!("Forslag {number}: {}", labels::STATUS)
}
