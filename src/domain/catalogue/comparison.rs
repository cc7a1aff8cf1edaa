use std::collections::{BTreeMap, BTreeSet};

use super::{Catalogue, Combination, Package, combine};
use crate::domain::{Id, Proposal, limits};

/// Packages side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageComparison {
    /// What each of them adds up to.
    pub combinations: Vec<Combination>,
    /// The proposals that count in all of them.
    pub shared: Vec<Id>,
    /// The proposals that all of them have chosen, and that do not count in all of them.
    pub chosen_in_all: Vec<Id>,
    /// The proposals that some of them have chosen, and others have not.
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

/// Compares packages, at most [`limits::COMPARED_PACKAGES`] of them, by what was chosen into each and counts there.
/// Proposals are in the catalogue's order; those that it does not have come last. Whether a chosen proposal counts is
/// in its combination.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let [akut, isafjord, tabt] = ["akut", "Isafjord", "tabt"].map(|words| lejre.id(words));
/// let package = |proposals: &[Id]| Package { proposals: proposals.to_vec(), ..Package::blank(Id::random()) };
/// let (one, other) = (package(&[akut, isafjord]), package(&[tabt, akut]));
/// let compared = compare_packages(&lejre.catalogue(), &lejre.proposals(), &[&one, &other]);
/// assert_eq!(compared.shared, [akut]);
/// let differing: Vec<Id> = compared.differing.iter().map(|with| with.proposal).collect();
/// assert_eq!(differing, [isafjord, tabt]);
/// assert_eq!(compared.differing[0].is_in, [true, false]);
/// ```
///
/// A proposal that was chosen into both and counts in neither is not shared:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut catalogue = lejre.catalogue();
/// let [akut, isafjord] = ["akut", "Isafjord"].map(|words| lejre.id(words));
/// catalogue.entry_mut(akut).unwrap().status = ProposalStatus::Cancelled;
/// let package = Package { proposals: vec![akut, isafjord], ..Package::blank(Id::random()) };
/// let compared = compare_packages(&catalogue, &lejre.proposals(), &[&package, &package]);
/// assert_eq!((compared.shared, compared.chosen_in_all), (vec![isafjord], vec![akut]));
/// ```
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
