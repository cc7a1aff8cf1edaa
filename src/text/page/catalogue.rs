//! The catalogue, its packages and its editions.

use crate::danish::{print_date, print_number, print_time};
use crate::domain::{Edition, RelationKind, TimeOfDay};
use crate::text::labels;

pub const PROPOSALS_ADDED: &str = "Nye forslag";
pub const PROPOSALS_REMOVED: &str = "Forslag, der er taget ud";
pub const PROPOSALS_IN_ORDER: &str = "Forslagenes rækkefølge";
pub const REORDERED: &str = "ændret";
pub const VARIANTS: &str = "Varianter";
pub const PACKAGE: &str = "Pakke";
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

/// A file with an edition, told apart from all others: `2. udgave, 01.06.2024 kl. 14.05, kode 7f3a-91c2`
#[must_use]
pub fn edition_label(of: Edition, time: Option<TimeOfDay>, code: &str) -> String {
    let edition = edition(of);
    match time {
        Some(time) => format!("{edition} kl. {}, kode {code}", print_time(time)),
        None => format!("{edition}, kode {code}"),
    }
}

/// The status of a proposal: `Forslag 3: Status`.
#[must_use]
pub fn status_of(number: usize) -> String {
    format!("Forslag {number}: {}", labels::STATUS)
}
