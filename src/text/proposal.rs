//! The page of a proposal.

use crate::domain::{Entry, Total, Year};
use crate::text::messages::{INCOMPLETE, NO_AMOUNT_YET};
use crate::text::{labels, meaning};

pub const FIGURES: &str = "Økonomi og personale";
pub const DESCRIPTION: &str = "Beskrivelse";

/// Above the heading: `Reduktionsforslag til Budget 2024-2027`.
#[must_use]
pub fn proposal_kicker(first_year: &Entry<Year>) -> String {
    match first_year.value() {
        Some(_) => format!(
            "Reduktionsforslag til Budget {}",
            labels::all_years(first_year)
        ),
        None => "Reduktionsforslag".to_owned(),
    }
}

/// The four-year sum, for a screen reader.
#[must_use]
pub fn announce_net_change(first_year: &Entry<Year>, total: Total) -> String {
    let years = labels::all_years(first_year);
    match total {
        Total::Complete(amount) => {
            // In words, which are the same in every sign convention.
            let words = meaning::change(amount);
            let words = if words.is_empty() { "0 kr." } else { &words };
            format!("{} {years}: {words}", labels::NET_CHANGE)
        }
        Total::Blank => format!("{} {years}: {NO_AMOUNT_YET}", labels::NET_CHANGE),
        Total::Incomplete => format!("{} {years}: {INCOMPLETE}", labels::NET_CHANGE),
    }
}

pub const FOLLOW_UP_IN_PLANS: &str = "Opfølgning i handleplaner";

/// What has come of the proposal in a plan.
#[must_use]
pub fn followed_up(planned: Total, realised: Option<(Total, &str)>) -> String {
    let words = |total: Total| match total {
        Total::Blank => "intet endnu.".to_owned(),
        Total::Incomplete => INCOMPLETE.to_owned(),
        Total::Complete(amount) if amount.is_zero() => "0 kr.".to_owned(),
        Total::Complete(amount) => meaning::change(amount),
    };
    let planned = words(planned);
    match realised {
        Some((realised, month)) => format!(
            "Planlagt for hele året: {planned} Realiseret til og med {month}: {}",
            words(realised)
        ),
        None => format!("Planlagt for hele året: {planned} Intet er meldt realiseret endnu."),
    }
}

pub const LINKS: &str = "Links i relevante dokumenter";
pub const OPENS_IN_NEW_TAB: &str = " (åbner i en ny fane)";
