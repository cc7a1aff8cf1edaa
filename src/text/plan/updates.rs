//! Updates that are closed, and what is said before.

use crate::danish::{print_date, print_number};
use crate::domain::{ActionPlan, CloseError, Date, Total, Unreported, limits};
use crate::text::messages::{example_date, listed};
use crate::text::{labels, meaning};

/// What the months up to `Status pr.` count as, where something in them was not reported or nothing is realised; nothing
/// where every planned month has its realised amount.
#[must_use]
pub fn closing_counts(plan: &ActionPlan) -> String {
    match plan.status {
        None => "Intet er realiseret endnu, så alle måneder tæller, som de er planlagt.".to_owned(),
        Some(_) if plan.unreported().is_empty() => String::new(),
        Some(status) => format!(
            "Nogle indsatser har intet regnskabstal i måneder til og med {}. De måneder tæller som 0 kr. i det forventede merforbrug; det planlagte i dem er ikke regnet med.",
            labels::month(status)
        ),
    }
}

/// A row without realised amounts: `Indsats 2: februar og marts (planlagt: sparer 100.000 kr.)`
#[must_use]
pub fn closing_unreported(unreported: &Unreported) -> String {
    let months = unreported.months.iter().map(|&month| labels::month(month));
    let planned = match unreported.planned {
        Total::Complete(amount) if amount.is_zero() => "0 kr.".to_owned(),
        Total::Complete(amount) => meaning::change(amount),
        Total::Blank | Total::Incomplete => "kan ikke læses".to_owned(),
    };
    format!(
        "{}: {} (planlagt: {planned})",
        labels::focus_area(unreported.row),
        listed(&months.collect::<Vec<_>>())
    )
}

/// How dates are typed, with an example in a year.
#[must_use]
pub fn date_hint(year: i32) -> String {
    format!("Dato, fx {}", example_date(year))
}

pub const UPDATES_CAPTION: &str = "Hvordan det forventede merforbrug har flyttet sig, beløb i kr.";
pub const UPDATES: &str = "Opdateringer";
pub const CLOSE_UPDATE: &str = "Gem som opdatering pr. …";
pub const CLOSE_UPDATE_APPLY: &str = "Gem som opdatering";
pub const CLOSE_UPDATE_TEXT: &str = "Dato, forventet merforbrug og summen af effekter gemmes, som de står i dag, og måneder med regnskabstal låses. En gemt opdatering kan ikke ændres.";
pub const CLOSE_UPDATE_DATE: &str = "Dato for opdateringen";
pub const NOTE: &str = "Bemærkning";
pub const UPDATE: &str = "Opdatering";
pub const UPDATE_EFFECT: &str = "Effekt";
pub const MOVED: &str = "Ændret siden sidst";
pub const AT_START: &str = "Opstart";
pub const TYPED_UPDATE: &str = "Skrevet på formularen";
pub const NOW: &str = "I dag";

/// An update was closed.
#[must_use]
pub fn update_closed(on: Date) -> String {
    format!("Opdateringen pr. {} er gemt.", print_date(on))
}

/// Why an update cannot be closed.
#[must_use]
pub fn close_error(error: CloseError) -> String {
    match error {
        CloseError::NoForecast => {
            "Skriv først det forventede merforbrug ved opstart. Uden det er der intet at gemme."
                .to_owned()
        }
        CloseError::Incomplete => {
            "Et felt kan ikke læses, så resultatet kan ikke regnes ud. Ret det først.".to_owned()
        }
        CloseError::TooLarge => {
            "Summen er for stor til at blive gemt. Tjek antallet af nuller.".to_owned()
        }
        CloseError::BeforeLast(last) => format!(
            "Datoen ligger før sidste opdatering, {}. Skriv en senere dato.",
            print_date(last)
        ),
        CloseError::NoteTooLong => format!(
            "Bemærkningen er for lang. Forkort den til højst {} tegn.",
            print_number(limits::TEXT_CHARACTERS.into())
        ),
        CloseError::TooMany => format!(
            "En handleplan kan højst have {} opdateringer. Fortsæt i en ny.",
            limits::UPDATES
        ),
    }
}

/// A date lies in another year than the plan's; the years.
#[must_use]
pub fn close_update_outside_year(dated: i32, year: u16) -> String {
    format!("Datoen ligger i {dated}, men planen er for {year}. Den kan ikke rettes bagefter.")
}

pub const CLOSE_UPDATE_NEEDS_DATE: &str = "Skriv datoen for opdateringen.";
