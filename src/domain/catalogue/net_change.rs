use std::collections::BTreeMap;

use crate::domain::{Proposal, Total, Year};

/// Returns the net change of all these proposals together in each calendar year that one of them covers, in kroner;
/// minus = saves. Proposals whose budget year cannot be read are in no year.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let (isafjord, mut horseager) = (lejre.proposal("Isafjord"), lejre.proposal("Horseager"));
/// horseager.enter(ProposalField::FirstYear, "2025");
/// let years = net_change_by_year([&isafjord, &horseager]);
/// let of = |year| years[&Year::new(year).unwrap()];
/// assert_eq!(of(2024), Total::from(Amount::from_kroner(-450_000)));
/// assert_eq!(of(2025), Total::from(Amount::from_kroner(-1_633_000)));
/// assert_eq!(of(2028), Total::from(Amount::from_kroner(-1_183_000)));
/// ```
pub fn net_change_by_year<'a>(
    proposals: impl IntoIterator<Item = &'a Proposal>,
) -> BTreeMap<Year, Total> {
    let mut totals = BTreeMap::new();
    for proposal in proposals {
        let Some(first) = proposal.first_year.value() else {
            continue;
        };
        for (index, year) in proposal.years.iter().enumerate() {
            let total = totals.entry(first.plus(index)).or_insert(Total::Blank);
            *total = *total + year.net_change();
        }
    }
    totals
}
