//! How a plan ends, in words: covered, missing, rounded, or in doubt.

use crate::danish::print_date;
use crate::domain::{
    ActionPlan, Amount, Coverage, Date, DoubtfulOverspend, Entry, HeadField, Total, Year,
};
use crate::text::labels;
use crate::text::meaning::{self, kroner};
use crate::text::messages::listed;

/// The forecast in words.
#[must_use]
pub fn forecast_in_words(plan: &ActionPlan) -> String {
    if plan.forecast() == Some(Total::Incomplete) {
        return "Et felt kan ikke læses, så resultatet kan ikke regnes ud.".to_owned();
    }
    match plan.coverage_of_forecast() {
        // That it is in doubt is said of how the plan is covered.
        Coverage::Unknown | Coverage::Doubtful(_) => String::new(),
        Coverage::Missing(missing) => format!(
            "Året ventes at ende med et merforbrug på {}",
            kroner(missing)
        ),
        Coverage::Rounding { missing, .. } => format!(
            "Året ventes at ende i balance ({} er afrunding).",
            kroner(missing)
        ),
        Coverage::Covered { left_over } if left_over.is_zero() => {
            "Året ventes at ende i nul.".to_owned()
        }
        Coverage::Covered { left_over } => format!(
            "Året ventes at ende med et mindreforbrug på {}",
            kroner(left_over)
        ),
    }
}

/// What is missing, and what can be done.
#[must_use]
pub fn coverage(plan: &ActionPlan) -> String {
    match plan.coverage() {
        Coverage::Unknown => String::new(),
        Coverage::Doubtful(doubt) => doubtful(doubt),
        Coverage::Covered { .. } => "Planen dækker merforbruget.".to_owned(),
        Coverage::Rounding { missing, rows } => rounding(missing, &rows),
        Coverage::Missing(missing) => {
            let missing = format!("Mangler {}", meaning::short(missing));
            if plan.appropriation.is_blank() {
                format!("{missing} Tilføj flere indsatser, eller søg om en tillægsbevilling.")
            } else {
                missing
            }
        }
    }
}

/// `I balance (4 kr. er afrunding, se indsats 9)`
fn rounding(missing: Amount, rows: &[usize]) -> String {
    let rows: Vec<String> = rows.iter().map(|row| (row + 1).to_string()).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let missing = kroner(missing);
    match rows.as_slice() {
        [] => format!("I balance ({missing} er afrunding)"),
        rows => format!(
            "I balance ({missing} er afrunding, se indsats {})",
            listed(rows)
        ),
    }
}

/// Nothing can be said of how the plan ends.
fn doubtful(doubt: DoubtfulOverspend) -> String {
    let why = match doubt {
        DoubtfulOverspend::Negative => "er negativt",
        DoubtfulOverspend::Unit => "er under 1.000 kr. og har decimaler",
    };
    format!(
        "Om merforbruget er dækket, kan ikke afgøres: »{}« {why}. Ret tallet, hvis det ikke er det, der er ment.",
        labels::head(HeadField::OverspendAtStart)
    )
}

/// What remains after the application; nothing while none is typed.
#[must_use]
pub fn remaining(plan: &ActionPlan) -> String {
    match plan.coverage_after_appropriation() {
        Coverage::Unknown | Coverage::Doubtful(_) => String::new(),
        Coverage::Covered { left_over } if left_over.is_zero() => {
            "Med tillægsbevillingen er alt dækket.".to_owned()
        }
        Coverage::Covered { left_over } => format!(
            "Tillægsbevillingen er {} større end det, der mangler.",
            meaning::short(left_over)
        ),
        Coverage::Rounding { missing, .. } => format!(
            "Med tillægsbevillingen er alt dækket ({} er afrunding).",
            kroner(missing)
        ),
        Coverage::Missing(missing) => format!(
            "Efter tillægsbevillingen mangler stadig {}",
            meaning::short(missing)
        ),
    }
}

pub const BAR_START: &str = "Ved opstart";
pub const BAR_EFFECT: &str = "Effekt af indsatser";
pub const BAR_FORECAST: &str = "Forventet merforbrug";
pub const TOTAL_EFFECT: &str = "Økonomisk effekt af alle indsatser";
pub const FORECAST_CAPTION: &str = "Forventet merforbrug, beløb i kr.";

/// The heading of the forecast, dated the last day of the plan's own year.
#[must_use]
pub fn forecast_heading(year: &Entry<Year>) -> String {
    let last_day = year.value().and_then(|year| {
        Date::from_calendar_date(year.number().into(), time::Month::December, 31).ok()
    });
    match last_day {
        Some(day) => format!("Forventet merforbrug pr. {}", print_date(day)),
        None => "Forventet merforbrug".to_owned(),
    }
}

pub const COVERAGE: &str = "Dækning";
