use std::collections::{BTreeMap, BTreeSet};

use super::{Catalogue, Combination, Package, combine};
use crate::domain::{Id, Proposal, limits};

/// Packages side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageComparison {
    /// What each of them amounts to.
    pub combinations: Vec<Combination>,
    /// The proposals that count in all of them.
    pub shared: Vec<Id>,
    /// The proposals that all of them have chosen, and that do not count in all.
    pub chosen_in_all: Vec<Id>,
    /// The proposals that some of them have chosen, and others not.
    pub differing: Vec<PackagesWith>,
}

/// A proposal that some of the compared packages have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackagesWith {
    /// The proposal.
    pub proposal: Id,
    /// For each package, whether it has it.
    pub is_in: Vec<bool>,
}

/// Compares packages, at most [`limits::COMPARED_PACKAGES`] of them, by what was chosen into each and counts there. Proposals are in
/// the catalogue's order; those that it does not have come last. Whether a chosen proposal counts is told by its combination.
#[must_use]
pub fn compare_packages(
    catalogue: &Catalogue,
    proposals: &BTreeMap<Id, &Proposal>,
    packages: &[&Package],
) -> PackageComparison {
    let packages = || packages.iter().take(limits::COMPARED_PACKAGES);
    let mut order: Vec<Id> = catalogue
        .entries
        .iter()
        .map(|entry| entry.proposal)
        .collect();
    let mut is_known: BTreeSet<Id> = order.iter().copied().collect();
    let chosen = packages().flat_map(|package| package.proposals.iter().copied());
    order.extend(chosen.filter(|&id| is_known.insert(id)));
    let combinations: Vec<Combination> = packages()
        .map(|package| combine(catalogue, proposals, &package.proposals))
        .collect();
    let counts_in_all = |proposal: Id| {
        let mut combinations = combinations.iter();
        combinations.all(|combination| combination.counted.contains(&proposal))
    };
    let (mut shared, mut chosen_in_all, mut differing) = (Vec::new(), Vec::new(), Vec::new());
    for proposal in order {
        let is_in: Vec<bool> = packages()
            .map(|package| package.proposals.contains(&proposal))
            .collect();
        match (is_in.contains(&true), is_in.contains(&false)) {
            (true, false) if counts_in_all(proposal) => shared.push(proposal),
            (true, false) => chosen_in_all.push(proposal),
            (true, true) => differing.push(PackagesWith { proposal, is_in }),
            (false, _) => {}
        }
    }
    PackageComparison {
        combinations,
        shared,
        chosen_in_all,
        differing,
    }
}
