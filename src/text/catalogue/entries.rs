//! The proposals of a catalogue.

use crate::domain::Year;
use crate::text::messages;

pub const ENTRIES: &str = "Forslag i kataloget";
pub const ENTRIES_HINT: &str = "Rækkefølgen er katalogets nummerering.";
pub const ENTRIES_FIGURES: &str = "Ændringsforslag i alt for hvert forslag";
pub const ENTRIES_EMPTY: &str = "Der er ingen forslag i kataloget endnu.";
pub const ENTRY: &str = "Forslag";
pub const ADD_PROPOSALS: &str = "Tilføj forslag";
pub const PICK_ENTRY_HEADING: &str = "Tilføj forslag til kataloget";

pub const PICK_ENTRY_TEXT: &str =
    "Vælg et forslag for at tage det med. Listen bliver stående, så du kan tage flere.";

pub const PICK_ENTRY_NONE: &str = "Alle forslag her i browseren er med i kataloget.";
pub const DONE: &str = "Færdig";
pub const GIVE_DRAFTS: &str = "Giv alle kladder en anden status";
pub const GIVE: &str = "Sæt status";

/// Drafts were given a status.
#[must_use]
pub fn drafts_given(drafts: usize, status: &str) -> String {
    format!(
        "{} kladder har fået status »{status}«.",
        messages::count(drafts)
    )
}

/// Takes in every proposal of the budget year.
#[must_use]
pub fn take_all(year: Year) -> String {
    format!("Tag alle forslag med budgetår {} med", year.number())
}

/// How many that would be.
#[must_use]
pub fn take_all_count(proposals: usize) -> String {
    match proposals {
        1 => "1 forslag i browseren har det budgetår og er ikke med.".to_owned(),
        proposals => format!(
            "{} forslag i browseren har det budgetår og er ikke med.",
            messages::count(proposals)
        ),
    }
}

/// Proposals were taken in.
#[must_use]
pub fn entries_added(proposals: usize) -> String {
    match proposals {
        1 => "1 forslag er taget med.".to_owned(),
        proposals => format!("{} forslag er taget med.", messages::count(proposals)),
    }
}

/// One proposal was taken in.
#[must_use]
pub fn entry_added(title: &str) -> String {
    format!("»{title}« er taget med.")
}

/// A proposal was taken out.
#[must_use]
pub fn entry_removed(name: &str) -> String {
    format!("»{name}« er taget ud af kataloget. Forslaget selv ligger her stadig.")
}

/// There is no room for more.
#[must_use]
pub fn full_list() -> String {
    "Der er ikke plads til flere.".to_owned()
}

/// `forslag 3`, to follow the name of a button.
#[must_use]
pub fn entry_number(number: usize) -> String {
    format!("forslag {}", messages::count(number))
}

pub const ENTRY_MISSING: &str = "Er det slettet, så gendan det fra papirkurven. Ellers åbn den fil, det ligger i, eller fjern det fra kataloget.";
