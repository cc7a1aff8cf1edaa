//! An amount that is spread over months.

use crate::danish::Signs;
use crate::domain::SpreadError;
use crate::draft::SpreadRefusal;
use crate::text::labels;

pub const SPREAD_AMOUNT: &str = "Beløb, der skal fordeles";

/// How it is typed.
#[must_use]
pub fn spread_amount_hint(signs: Signs) -> &'static str {
    match signs {
        Signs::MinusSaves => "I kr.; minus er en besparelse, fx −1.300.000",
        Signs::PlusSaves => "I kr.; plus er en besparelse, fx 1.300.000",
        Signs::Words => "I kr., fx sparer 1.300.000",
        Signs::RowDecides => "I kr. og uden fortegn, når der spares, fx 1.300.000",
    }
}

pub const SPREAD_NEEDS_AMOUNT: &str = "Skriv det beløb, der skal fordeles.";
pub const SPREAD_FROM: &str = "Fra og med";
pub const SPREAD_TO: &str = "Til og med";
pub const SPREAD_REMAINDER: &str = "Resten efter deling i hele kroner";
pub const SPREAD_LAST: &str = "I sidste måned";
pub const SPREAD_FIRST: &str = "I første måned";
pub const SPREAD_APPLY: &str = "Fordel";

/// The heading of the dialog.
#[must_use]
pub fn spread_heading(focus_area: &str) -> String {
    format!("Fordel et beløb på månederne: {focus_area}")
}

/// What the months will hold.
#[must_use]
pub fn spread_preview(months: usize, each: &str, rest: &str, rest_month: &str) -> String {
    if months == 1 {
        format!("{rest} i {rest_month}. Det, der står i de måneder nu, erstattes.")
    } else if each == rest {
        format!("{months} × {each} Det, der står i de måneder nu, erstattes.")
    } else {
        format!(
            "{} × {each} og {rest} i {rest_month}. Det, der står i de måneder nu, erstattes.",
            months - 1
        )
    }
}

/// The amount was spread.
#[must_use]
pub fn spread_done(position: usize) -> String {
    format!(
        "Beløbet er fordelt på månederne i {}.",
        labels::focus_area(position).to_lowercase()
    )
}

/// Why an amount cannot be spread.
#[must_use]
pub fn spread_refusal(refusal: SpreadRefusal) -> String {
    match refusal {
        SpreadRefusal::Months(SpreadError::MonthsReversed) => {
            "Den sidste måned ligger før den første. Byt dem om.".to_owned()
        }
        SpreadRefusal::Closed(month) => format!(
            "Månederne til og med {} er lukket. Vælg en senere første måned, eller genåbn månederne.",
            labels::month(month)
        ),
    }
}
