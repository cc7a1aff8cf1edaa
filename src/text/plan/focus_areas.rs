//! The focus areas in words, and what is fetched from proposals.

use crate::domain::{ProposalSource, Total};
use crate::text::{labels, meaning};

pub const FOCUS_AREAS: &str = "Indsatsområder";
pub const ADD_FOCUS_AREA: &str = "Tilføj indsats";
/// A row that has no name yet.
pub const UNNAMED: &str = "Uden navn";
pub const CLOSE: &str = "Luk";
/// Shows the texts of all rows at once.
pub const ALL_TEXTS: &str = "Tabelvisning";
pub const KEYS_HINT: &str = "Klik på en indsats, eller tryk Enter på dens navn, for at se dens tekster. Ctrl og pil ned eller op går til den næste eller forrige indsats, og Esc lukker.";

/// A row was removed.
#[must_use]
pub fn focus_area_removed(position: usize, area: &str) -> String {
    match area.trim() {
        "" => format!("{} er fjernet.", labels::focus_area(position)),
        area => format!("{} »{area}« er fjernet.", labels::focus_area(position)),
    }
}

pub const ADD_FROM_PROPOSAL: &str = "Tilføj fra forslag";
pub const PICK_HEADING: &str = "Vælg et forslag at følge op på";
pub const PICK_TEXT: &str = "Indsatsen får forslagets overskrift, og forslagets beløb for planens år fordeles på de måneder, der hverken er realiseret eller lukket.";
pub const PICK_NONE: &str = "Ingen forslag her i browseren har tal for planens år.";
pub const PICK_NO_YEAR: &str = "Skriv først, hvilket år handleplanen er for.";
pub const TO_PROPOSAL: &str = "Se forslaget";

/// A focus area was added from a proposal.
#[must_use]
pub fn picked(heading: &str) -> String {
    format!("»{heading}« er tilføjet som indsats.")
}

/// Where a row comes from.
#[must_use]
pub fn from_proposal(source: &ProposalSource) -> String {
    let (heading, year) = (&source.heading, source.year.number());
    match meaning::change(source.net_change).as_str() {
        "" => format!("Fra forslaget »{heading}«, som hverken sparer eller koster i {year}."),
        words => format!("Fra forslaget »{heading}«, der {words} i {year}."),
    }
}

/// What the proposal says of that year by now (`None`: its form does not cover it), where that is something else; nothing
/// where it says the same or cannot be read.
#[must_use]
pub fn proposal_now(source: &ProposalSource, net_change: Option<Total>) -> String {
    match net_change {
        Some(Total::Incomplete) => String::new(),
        Some(Total::Complete(now)) if now == source.net_change => String::new(),
        Some(Total::Complete(now)) if now.is_zero() => {
            "Forslaget er ændret siden og giver nu 0 kr.".to_owned()
        }
        Some(Total::Complete(now)) => {
            format!(
                "Forslaget er ændret siden: det {} nu.",
                meaning::change(now)
            )
        }
        Some(Total::Blank) | None => format!(
            "Forslaget er ændret siden: det har intet beløb for {} nu.",
            source.year.number()
        ),
    }
}

pub const PROPOSAL_MISSING: &str = "Forslaget ligger ikke i denne browser.";
