//! What is called what in a catalogue and its editions.

use crate::danish::{print_date, print_number, print_time};
use crate::domain::{Edition, TimeOfDay};
use crate::text::{labels, messages};

pub const PACKAGE: &str = "Pakke";
pub const EDITION: &str = "Udgave";

/// `Sammenhæng 1`, the first being 0.
#[must_use]
pub fn relation(place: usize) -> String {
    format!("Sammenhæng {}", place + 1)
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

/// A proposal in a sentence: `3. Lukning af …`.
#[must_use]
pub fn entry_name(number: Option<usize>, title: Option<&str>) -> String {
    match (number, title) {
        (Some(number), Some(title)) => format!("{}. {title}", messages::count(number)),
        (Some(number), None) => format!(
            "{}. Forslaget mangler her i browseren",
            messages::count(number)
        ),
        (None, Some(title)) => format!("{title} (ikke i kataloget)"),
        (None, None) => "Et forslag, der hverken er i kataloget eller i browseren".to_owned(),
    }
}
