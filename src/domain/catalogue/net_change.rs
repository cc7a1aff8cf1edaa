use std::collections::BTreeMap;

use crate::domain::{Proposal, Total, Year};

/// The net change of all these proposals in each calendar year that one of them covers, in kroner.
/// Proposals whose budget year cannot be read are in no year.
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
