//! The figures above the tabs, and the head in one line.

use crate::danish::{in_small_letters, print_date};
use crate::domain::{Catalogue, Date, Entry};
use crate::text::messages;

pub const KEY_FIGURES: &str = "Nøgletal for hvert år";
/// Leads to the targets where none is typed yet.
pub const TYPE_TARGETS: &str = "Skriv måltal";
pub const EDIT: &str = "Ret";
/// The same, for a screen reader.
pub const EDIT_DETAILS: &str = "Ret oplysninger";

/// How many proposals there are, who the catalogue is for and how far it is, in one line:
/// `8 forslag · Lejre Kommune · høring 01.09.2023–15.09.2023`
#[must_use]
pub fn head_in_one_line(catalogue: &Catalogue) -> String {
    let proposals = format!("{} forslag", messages::count(catalogue.entries.len()));
    let municipality = match catalogue.municipality.trim() {
        "" => "kommune ikke oplyst",
        name => name,
    };
    let stage = catalogue.stage.trim();
    let date = |entry: &Entry<Date>| entry.value().map(print_date);
    let hearing = match (date(&catalogue.hearing_from), date(&catalogue.hearing_to)) {
        (Some(from), Some(to)) => format!("høring {from}–{to}"),
        (None, Some(to)) => format!("høring til {to}"),
        (Some(from), None) => format!("høring fra {from}"),
        (None, None) => String::new(),
    };
    // The word is said once.
    let stage = match in_small_letters(stage).as_str() {
        "høring" if !hearing.is_empty() => "",
        _ => stage,
    };
    let parts = [
        proposals,
        municipality.to_owned(),
        stage.to_owned(),
        hearing,
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
