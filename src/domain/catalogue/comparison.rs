use std::collections::{BTreeMap, BTreeSet};

use super::{Catalogue, Combination, Package, combine};
use crate::domain::{Id, Proposal, limits};

/// Packages side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageComparison {
    /// What each of them amounts to.
    pub combinations: Vec<Combination>,
    /// The proposals that all of them have.
    pub shared: Vec<Id>,
    /// The proposals that some of them have.
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

/// Compares packages, at most [`limits::COMPARED_PACKAGES`] of them, by what was chosen into each. Proposals are in the
/// catalogue's order; those that it does not have come last. Whether a chosen proposal counts is told by its combination.
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
    let (mut shared, mut differing) = (Vec::new(), Vec::new());
    for proposal in order {
        let is_in: Vec<bool> = packages()
            .map(|package| package.proposals.contains(&proposal))
            .collect();
        match (is_in.contains(&true), is_in.contains(&false)) {
            (true, false) => shared.push(proposal),
            (true, true) => differing.push(PackagesWith { proposal, is_in }),
            (false, _) => {}
        }
    }
    PackageComparison {
        combinations: packages()
            .map(|package| combine(catalogue, proposals, &package.proposals))
            .collect(),
        shared,
        differing,
    }
}
