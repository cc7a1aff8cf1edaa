//! The effect per month, planned and realised, and the sums that a source states.

use crate::danish::{AmountUnit, Signs, in_small_letters};
use crate::domain::{Entry, Month, Needed, Total, Year, limits};
use crate::text::meaning::kroner;
use crate::text::messages::{self, INCOMPLETE};
use crate::text::{app, labels, problems};

pub const FOCUS_AREA: &str = "Indsats";
pub const SPREAD: &str = "Fordel beløb";
/// The column that says how much of each row is written.
pub const TEXTS: &str = "Tekster";

/// How many of a row's texts are written, and how many things there are to look at.
#[must_use]
pub fn marks(written: usize, texts: usize, advice: usize) -> String {
    let texts = format!("{written} af {texts} tekster skrevet");
    match advice {
        0 => texts,
        advice => format!("{texts}. {}", problems::advice_count(advice)),
    }
}

/// Above the heading: `Handleplan 2023`.
#[must_use]
pub fn plan_kicker(year: &Entry<Year>) -> String {
    match year.value() {
        Some(year) => format!("Handleplan {}", year.number()),
        None => "Handleplan".to_owned(),
    }
}

/// The heading of the matrix.
#[must_use]
pub fn matrix_heading(year: &Entry<Year>) -> String {
    match year.value() {
        Some(year) => format!("Økonomisk effekt fordelt pr. måned i {}", year.number()),
        None => "Økonomisk effekt fordelt pr. måned".to_owned(),
    }
}

/// The forecast, for a screen reader.
#[must_use]
pub fn announce_forecast(forecast: Option<Total>) -> String {
    let Some(forecast) = forecast else {
        return String::new();
    };
    match forecast {
        Total::Complete(amount) => format!(
            "{}: {} kroner",
            labels::FORECAST,
            labels::spoken(amount, AmountUnit::Kroner)
        ),
        Total::Blank => String::new(),
        Total::Incomplete => format!("{}: {INCOMPLETE}", labels::FORECAST),
    }
}

/// No more rows.
#[must_use]
pub fn focus_areas_full() -> String {
    format!(
        "En handleplan kan højst have {} indsatser. Fjern en for at tilføje en anden.",
        limits::FOCUS_AREAS
    )
}

/// Opens the dialog, for a screen reader.
#[must_use]
pub fn spread_label(focus_area: &str) -> String {
    format!("{SPREAD} for {}", in_small_letters(focus_area))
}

/// About the matrix.
#[must_use]
pub fn matrix_hint(signs: Signs) -> String {
    let hint = match signs {
        // There is one kind of row.
        Signs::RowDecides => "Et beløb uden fortegn er en besparelse.",
        Signs::MinusSaves | Signs::PlusSaves | Signs::Words => app::sign_hint(signs),
    };
    format!("Beløb i kr. {hint} Den nedbringer merforbruget.")
}

pub const REALISED_CAPTION: &str = "Realiseret og derunder planlagt, beløb i kr.";

/// How many rows lack amounts that are realised.
#[must_use]
pub fn unreported(rows: usize, status: Month) -> String {
    let through = labels::month(status);
    match rows {
        1 => format!("1 indsats mangler tal til og med {through}."),
        rows => format!(
            "{} indsatser mangler tal til og med {through}.",
            messages::count(rows)
        ),
    }
}

pub const FOLLOW_UP_CAPTION: &str = "Planlagt og realiseret, beløb i kr.";
pub const NEEDED: &str = "Det skal de resterende måneder give";

/// The heading of the follow-up: `Opfølgning til og med juni`.
#[must_use]
pub fn follow_up_heading(status: Month) -> String {
    format!("Opfølgning til og med {}", labels::month(status))
}

/// What the months that are left must deliver.
#[must_use]
pub fn needed(needed: &Needed, planned: Total) -> String {
    if !needed.total.is_saving() {
        return "Året ender i nul eller bedre, selv hvis de resterende måneder intet giver."
            .to_owned();
    }
    let each = kroner(-needed.each);
    let left = match needed.months {
        1 => format!("Den sidste måned skal spare {}", kroner(-needed.last)),
        months if needed.each == needed.last => {
            format!("Hver af de {months} resterende måneder skal spare {each}")
        }
        months => format!(
            "Hver af de {months} resterende måneder skal spare {each} og den sidste {}",
            kroner(-needed.last)
        ),
    };
    let planned = match planned {
        Total::Complete(planned) => {
            format!(" Planlagt i alt i de måneder: {}", kroner(-planned))
        }
        Total::Blank => " Intet er planlagt i de måneder endnu.".to_owned(),
        Total::Incomplete => String::new(),
    };
    format!("{left}, for at året ender i nul.{planned}")
}

/// Rows without an amount count as nothing in the sum.
#[must_use]
pub fn without_amount(places: &[usize]) -> String {
    let names: Vec<String> = places.iter().map(|place| (place + 1).to_string()).collect();
    match names.as_slice() {
        [one] => format!("Indsats {one} har intet beløb endnu og tæller ikke med i summen."),
        _ => format!(
            "{} indsatser har intet beløb endnu og tæller ikke med i summen: {}.",
            messages::count(names.len()),
            names.join(", ")
        ),
    }
}

pub const MEND: &str = "Læg forskellen i december";
pub const CANNOT_MEND: &str = "Forskellen kan ikke lægges i december: måneden er lukket, kan ikke læses eller ville få et for stort beløb.";
pub const FORGET_STATED: &str = "Glem den indsatte sum";

/// The difference was put into December.
#[must_use]
pub fn mended(position: usize) -> String {
    format!(
        "{} giver nu den indsatte sum.",
        labels::focus_area(position)
    )
}

pub const STATED_FORGOTTEN: &str = "Den indsatte sum er glemt.";

/// The sum row of a source differs from its rows.
#[must_use]
pub fn stated_sum(rows: &[usize], month: Option<Month>) -> String {
    let rows: Vec<String> = rows.iter().map(|row| (row + 1).to_string()).collect();
    let column = month.map_or(labels::TOTAL, labels::month);
    format!("Indsat sum af indsats {}, {column}", rows.join(", "))
}
