//! What is said of a choice of proposals to somebody who only reads, on a page and in a hearing answer.

use std::collections::BTreeMap;

use crate::domain::{Catalogue, Combination, Id, Proposal};
use crate::text::page;

/// A proposal in a sentence: its number and what it is called. On paper, the number is the way to it.
pub(super) fn proposal_name(
    catalogue: &Catalogue,
    proposals: &BTreeMap<Id, &Proposal>,
    proposal: Id,
) -> String {
    let title = proposals.get(&proposal);
    let title = title.map(|proposal| page::proposal_title(proposal));
    page::entry_name(catalogue.number(proposal), title.as_deref())
}

/// What makes a sum inexact, a sentence each; `name` gives the name of a proposal.
pub(super) fn notes(combination: &Combination, name: &dyn Fn(Id) -> String) -> Vec<String> {
    let weakenings = combination.weakenings.iter().map(|one| {
        let amount = one.amounts.is_some().then(|| one.over_all_years());
        page::weakened_for_readers(&name(one.from), &name(one.to), amount)
    });
    let levels = combination.has_different_price_levels().then(|| {
        let levels = combination.price_levels.iter().map(|(&year, of)| {
            let of: Vec<String> = of.iter().map(|&id| name(id)).collect();
            page::price_level_of(year, &of)
        });
        page::price_levels_for_readers(&levels.collect::<Vec<_>>())
    });
    let other_years = combination.other_years.iter();
    let other_years = other_years.map(|&id| page::other_year_for_readers(&name(id)));
    weakenings.chain(levels).chain(other_years).collect()
}
