//! The head of the page, and the month that is reported.

use crate::domain::Month;
use crate::text::labels;

pub const PLAN_NOTE: &str = "Udarbejdes ved forventet merforbrug på over 100.000 kr.";
pub const STATUS: &str = "Regnskabstal til og med";
pub const STATUS_HINT: &str = "De måneder regnes med det, der faktisk kom; resten med planen.";
pub const NO_STATUS: &str = "Ingen måneder endnu";
pub const REOPEN: &str = "Genåbn måneder";
pub const LOCK: &str = "Lås måneder";

/// Which months are locked.
#[must_use]
pub fn closed_months(closed: Month) -> String {
    format!(
        "{} er lukket, så ingen kommer til at skrive i dem.",
        months_through(closed)
    )
}

/// The months were opened again.
#[must_use]
pub fn reopened(closed: Month) -> String {
    format!("{} kan rettes igen.", months_through(closed))
}

/// The months were locked.
#[must_use]
pub fn locked(closed: Month) -> String {
    format!("{} er låst.", months_through(closed))
}

fn months_through(last: Month) -> String {
    match last {
        Month::January => "Januar".to_owned(),
        last => format!("Januar til {}", labels::month(last)),
    }
}

pub const FROM_LAST_UPDATE: &str = "Fra sidste gemte opdatering";
