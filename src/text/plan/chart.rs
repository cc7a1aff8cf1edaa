//! The picture of planned and expected effect.

use crate::domain::{Amount, PLAN_REQUIRED_ABOVE};
use crate::text::meaning::{self, kroner};

pub const CHART_CAPTION: &str = "Forventet merforbrug ved månedens udgang, beløb i kr.";
pub const CHART: &str = "Forventet merforbrug måned for måned";
pub const CHART_REST: &str = "Ventet herefter";
pub const CHART_ZERO: &str = "0 kr.";
pub const CHART_START: &str = "Opstart";
pub const CHART_PLANNED: &str = "Som planlagt";
pub const CHART_EXPECTED: &str = "Realiseret og derefter planlagt";
pub const CHART_TABLE: &str = "Vis tallene som tabel";
pub const MONTH: &str = "Måned";

pub const CHART_EMPTY: &str =
    "Skriv det forventede merforbrug ved opstart, så tegnes forløbet her.";

pub const CHART_INCOMPLETE: &str = "Et felt kan ikke læses, så forløbet kan ikke tegnes.";

/// The line above which a plan is required.
#[must_use]
pub fn chart_limit() -> String {
    kroner(Amount::from_kroner(PLAN_REQUIRED_ABOVE))
}

/// The picture in one sentence.
#[must_use]
pub fn chart_in_words(start: Amount, end: Amount) -> String {
    format!(
        "Kurve over det forventede merforbrug: fra {} ved opstart til {} ved årets udgang.",
        meaning::short(start),
        meaning::short(end)
    )
}
