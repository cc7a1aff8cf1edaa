//! The start page.

use crate::text::{labels, messages, sums};

pub const NEW_CATALOGUE: &str = "Nyt råderumskatalog";

/// Some of the proposals of a list are not in its sum, because others are that they cannot be chosen together with.
#[must_use]
pub fn left_out_of_sum(proposals: usize) -> String {
    format!(
        "{} er ikke talt med i summen: af varianter og af forslag, der ikke kan vælges sammen i et råderumskatalog, er det valg talt med, der sparer mest. Alle andre viste forslag er talt med, også dem, der koster. »{}« i kataloget er derfor et andet tal, hvis nogle af forslagene koster eller ikke er i kataloget.",
        messages::proposals_in_words(proposals),
        sums::AMOUNTS_TO
    )
}

pub const NOT_IN_SUM: &str = "ikke talt med i summen";
pub const OVERVIEW_HEADING: &str = "Forslag og handleplaner";
pub const OVERVIEW_LEAD: &str = "Udfyld reduktionsforslag og handleplaner. Tallene regnes ud, mens du skriver, og alt gemmes her i browseren.";
pub const OVERVIEW_EMPTY: &str = "Her er ingen dokumenter endnu. Opret et nyt, åbn en fil, eller åbn eksemplet for at se dig omkring.";
pub const NEW_PROPOSAL: &str = "Nyt forslag";
pub const NEW_PLAN: &str = "Ny handleplan";
pub const IMPORT_JSON: &str = "Åbn fil";
pub const EXPORT_JSON: &str = "Gem som Råderum-fil (JSON)";
pub const OPEN_EXAMPLE: &str = "Åbn eksempel";
pub const DROP_HINT: &str = "Du kan også trække en fil herhen.";
pub const EXAMPLE_MISSING: &str = "Eksemplet kunne ikke indlæses. Er der forbindelse til serveren?";
pub const EXAMPLE_IS_HERE: &str = "Eksemplerne ligger her allerede.";
pub const PROPOSALS_HEADING: &str = "Reduktionsforslag";
pub const PLANS_HEADING: &str = "Handleplaner";
pub const HEADING: &str = "Overskrift";
pub const DEPARTMENT: &str = "Center";
pub const KIND: &str = labels::KINDS;
pub const PLAN: &str = "Virksomhed / område";
pub const YEAR: &str = "År";

/// Some proposals are in no year.
#[must_use]
pub fn without_year(proposals: usize) -> String {
    match proposals {
        1 => "1 forslag uden læsbart budgetår er ikke fordelt på år.".to_owned(),
        proposals => format!(
            "{} forslag uden læsbart budgetår er ikke fordelt på år.",
            messages::count(proposals)
        ),
    }
}

pub const SUM_OF_FOUND: &str = "Viste forslag i alt";
pub const KRONER: &str = "Beløb i kr.";

/// Proposals with several price levels are added up.
#[must_use]
pub fn mixed_price_levels(levels: &str) -> String {
    format!("Forslagene har forskellige prisniveauer ({levels}), så summen blander priser.")
}

/// A sum of the list.
#[must_use]
pub fn sum_of_found(column: &str) -> String {
    format!("Viste forslag {column}")
}

/// The examples were added.
#[must_use]
pub fn example_opened(documents: usize) -> String {
    format!(
        "Eksemplet er åbnet: {} er lagt i oversigten.",
        documents_counted(documents)
    )
}

pub(super) fn documents_counted(documents: usize) -> String {
    match documents {
        1 => "1 dokument".to_owned(),
        documents => format!("{} dokumenter", messages::count(documents)),
    }
}

/// Reminds of a backup that is so many days old, or was never made in so many days.
#[must_use]
pub fn backup_is_old(days: i64, is_made: bool) -> String {
    if is_made {
        format!("Sidste sikkerhedskopi er {days} dage gammel, og der er arbejdet siden.")
    } else {
        format!("Der er arbejdet her i {days} dage uden sikkerhedskopi.")
    }
}
