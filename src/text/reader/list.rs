//! The list of proposals to choose from.

use crate::domain::{Catalogue, Combination};
use crate::text::catalogue::{head, packages};
use crate::text::publication::page;
use crate::text::reader::own_package::OWN_PACKAGE;
use crate::text::yearly::ended;
use crate::text::{labels, messages};

pub const LIST_HINT: &str = "Søg, sortér og sæt kryds ved de forslag, du selv ville vælge. Under listen kan du se, hvad dit valg giver tilsammen.";
pub const GROUP: &str = "Gruppér efter";
pub const GROUP_NONE: &str = "Ingen grupper";
pub const GROUP_STATUS: &str = "Status";
pub const READ: &str = "Læs forslaget";
pub const NONE_FOUND: &str = "Ingen forslag passer til søgningen.";
pub const CHOICE_LEADS_TO: &str = "Konsekvenser";

/// What a proposal does to the budget, its center, and how far it is: `Sparer 1,5 mio. kr. om året · Center: CJS · i
/// høring.`
#[must_use]
pub fn about_proposal(effect: &str, department: &str, status: &str) -> String {
    let department = match department.trim() {
        "" => String::new(),
        department => format!("{}: {department}", labels::DEPARTMENT),
    };
    let parts = [effect, &department, status];
    let parts = parts.map(|part| part.trim().trim_end_matches('.'));
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    format!("{}.", parts.join(" · "))
}

/// The name of a group, and how many of its proposals are shown.
#[must_use]
pub fn group(name: &str, proposals: usize) -> String {
    format!("{name} ({})", messages::count(proposals))
}

pub const SEE_PACKAGE: &str = "Se din pakke";

/// The package in a line: `Din pakke: 3 forslag. 2024: mangler 917.000 kr.`
#[must_use]
pub fn package_line(catalogue: &Catalogue, sums: &Combination) -> String {
    let counts = packages::package_counts(
        sums.counted.len(),
        sums.counted.len() + sums.not_counted.len(),
    );
    let targets = head::against_targets(catalogue, &sums.years);
    let targets = if targets.is_empty() {
        let changes = sums.years.each_ref().map(|year| year.net_change);
        page::yearly_change(&catalogue.first_year, &changes)
    } else {
        ended(&targets.join(", "))
    };
    format!("{OWN_PACKAGE}: {counts} {targets}")
}
