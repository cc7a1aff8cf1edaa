//! The head of the page, and the list of catalogues.

use crate::danish::{Signs, print_date};
use crate::domain::{Amount, Catalogue, CombinedYear, Date};
use crate::text::catalogue::{names, publish};
use crate::text::labels::year_column;
use crate::text::{document, labels, meaning, sums};

pub const CATALOGUES_HEADING: &str = "Råderumskataloger";
pub const CATALOGUE: &str = "Titel";
pub const CATALOGUE_PROPOSALS: &str = "Forslag";

/// Above the table of catalogues.
#[must_use]
pub fn catalogues_caption(signs: Signs) -> String {
    format!(
        "{} Tallene er det tilladte valg i hvert katalog, der sparer mest.",
        document::thousands(signs, "")
    )
}

/// Above the heading: `Råderumskatalog til Budget 2024-2027`.
#[must_use]
pub fn catalogue_kicker(catalogue: &Catalogue) -> String {
    match catalogue.first_year.value() {
        Some(_) => format!(
            "Råderumskatalog til Budget {}",
            labels::all_years(&catalogue.first_year)
        ),
        None => "Råderumskatalog".to_owned(),
    }
}

/// What every printed sheet says: that it is no decision, unless all is decided; and what it is a sheet of. It is never an
/// edition itself: nobody knows what has been changed since.
#[must_use]
pub fn not_decided(catalogue: &Catalogue, today: Date) -> String {
    let today = print_date(today);
    let state = match catalogue.edition {
        Some(edition) => format!(
            "arbejdsversion pr. {today} efter {}",
            names::edition(edition)
        ),
        None => format!("ikke udgivet, {today}"),
    };
    let sheet = format!("{}, {state}", document::catalogue_title(catalogue));
    match publish::decision_line(catalogue.decided()) {
        None => sheet,
        Some(line) => format!("{line}. {sheet}"),
    }
}

pub const TARGETS: &str = "Måltal";

/// How a target is read.
#[must_use]
pub fn targets_hint(signs: Signs) -> String {
    let saves = match signs {
        Signs::MinusSaves => "Minus betyder, at der skal spares",
        Signs::PlusSaves => "Plus betyder, at der skal spares",
        Signs::Words => "Skriv »sparer 6.000«, når der skal spares",
        Signs::RowDecides => "Skriv beløbet uden fortegn, når der skal spares",
    };
    format!(
        "Måltallet er den ændring i kommunens nettoudgifter, som kataloget skal nå i hvert år. {saves}. Et år uden måltal måles ikke."
    )
}

/// Above the row of targets.
#[must_use]
pub fn targets_caption(level: &str) -> String {
    match level {
        "" => "Beløb i hele 1.000 kr.".to_owned(),
        level => format!("Beløb i hele 1.000 kr., {level}."),
    }
}

/// What a target asks for.
#[must_use]
pub fn target_meaning(target: Amount) -> String {
    let size = meaning::short(meaning::size(target));
    if target.is_zero() {
        "må ikke koste noget".to_owned()
    } else if target.is_saving() {
        format!("skal spare {size}")
    } else {
        format!("må koste {size}")
    }
}

/// The same of all years that have a target, rounded: `2024: mangler 917.000 kr.`
#[must_use]
pub fn against_targets(catalogue: &Catalogue, years: &[CombinedYear]) -> Vec<String> {
    let words = years.iter().enumerate().filter_map(|(index, year)| {
        let words = sums::against_target_rounded(year);
        let column = year_column(&catalogue.first_year, index);
        (!words.is_empty()).then(|| format!("{column}: {words}"))
    });
    words.collect()
}
