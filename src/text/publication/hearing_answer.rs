//! A hearing answer: the text that somebody mails or hands in.

use crate::danish::print_date;
use crate::domain::{Catalogue, CombinedYear, Date, Id};
use crate::text::sums;

/// What each year amounts to, and how far it is from its target: `2024: sparer 5,083 mio. kr., mangler 917.000 kr.`
#[must_use]
pub fn years_in_words(catalogue: &Catalogue, years: &[CombinedYear]) -> Vec<String> {
    sums::each_year_in_words(catalogue, years, |year| sums::total_words(year.net_change))
}

pub const HEARING_ANSWER: &str = "Høringssvar";
pub const GENERAL_REMARK: &str = "BEMÆRKNINGER TIL HELE KATALOGET";
pub const REMARKS: &str = "BEMÆRKNINGER TIL FORSLAG";
pub const REMARKS_ELSEWHERE: &str = "BEMÆRKNINGER TIL FORSLAG, DER IKKE ER I DENNE UDGAVE";

/// On which day it was written: `Skrevet 15.09.2023`
#[must_use]
pub fn written_on(today: Date) -> String {
    format!("Skrevet {}", print_date(today))
}

/// Who sends it: `Fra Forældrebestyrelsen i Solsikken`
#[must_use]
pub fn sent_by(sender: &str) -> String {
    format!("Fra {sender}")
}

/// A proposal that the catalogue does not have, as it was called, or else by its identity.
#[must_use]
pub fn proposal_elsewhere(title: &str, id: Id) -> String {
    match title {
        "" => format!("Forslaget med nøglen {id}"),
        title => title.to_owned(),
    }
}

/// The heading of the choice of whoever answers.
#[must_use]
pub fn chosen_package(name: &str) -> String {
    match name {
        "" => "VALG AF FORSLAG".to_owned(),
        name => format!("VALG AF FORSLAG: {name}"),
    }
}
