//! What is said before an update is closed.

use crate::domain::{ActionPlan, Total, Unreported};
use crate::text::messages::listed;
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
