//! Catalogues that both changed.

use raaderum::domain::{Catalogue, CatalogueEntry, Edition, Id, ProposalStatus};

use super::FromMerged;
use super::edits::pool;
use crate::support::{catalogue, date};

/// Of the example catalogue, the proposals of a package by their numbers.
fn numbers(catalogue: &Catalogue, package: usize) -> Vec<usize> {
    let proposals = catalogue.packages[package].proposals.iter();
    let number = |id| pool().iter().position(|other| other == id);
    proposals
        .map(|id| number(id).expect("an example") + 1)
        .collect()
}

#[test]
fn proposals_that_both_take_into_a_catalogue_are_there_once() {
    let base = catalogue();
    let entry = CatalogueEntry::draft(Id::random());
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.entries.push(entry.clone());
    theirs.entries.insert(1, entry.clone());
    theirs.entries[0].status = ProposalStatus::Cancelled;
    let (both, conflicts) = Catalogue::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, [""; 0]);
    assert_eq!(both.entries.len(), 9);
    assert_eq!(both.entries[0].status, ProposalStatus::Cancelled);
    let of_both = both.entries.iter().filter(|other| **other == entry);
    assert_eq!(of_both.count(), 1);
}

#[test]
fn the_statuses_of_different_proposals_are_both_kept() {
    let base = catalogue();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.entries[2].status = ProposalStatus::Adopted;
    ours.entries[2].outcome = "Fra 1. juli".to_owned();
    theirs.entries[3].status = ProposalStatus::Amended;
    let both = Catalogue::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(both.entries[2], ours.entries[2]);
    assert_eq!(both.entries[3], theirs.entries[3]);
    // The same one is a conflict, and its place is told.
    theirs.entries[2].status = ProposalStatus::Cancelled;
    let (both, conflicts) = Catalogue::merge(&base, &ours, &theirs);
    assert_eq!(conflicts, ["catalogues[0].entries[2].status"]);
    assert_eq!(both.entries[2], ours.entries[2]);
}

#[test]
fn the_proposals_of_a_package_are_an_ordered_set() {
    let ids = pool();
    let base = catalogue();
    assert_eq!(numbers(&base, 0), [1, 2, 3]);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.packages[0].proposals.remove(1);
    ours.packages[0].proposals.push(ids[4]);
    theirs.packages[0].proposals.insert(0, ids[6]);
    theirs.packages[0].proposals.push(ids[4]);
    let both = Catalogue::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(numbers(&both, 0), [7, 1, 3, 5]);
    // Whoever moved them decides their order: of those that cannot be combined, the first counts. New ones stay behind those
    // that they were put behind.
    ours = base.clone();
    ours.packages[0].proposals.reverse();
    let both = Catalogue::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(numbers(&both, 0), [7, 3, 5, 2, 1]);
}

/// A number that was handed over is never given away again, whoever merges what.
#[test]
fn the_later_of_two_editions_stands() {
    let base = catalogue();
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.edition = Edition::new(1, date("1.9.2023"));
    theirs.edition = Edition::new(2, date("1.8.2023"));
    let both = Catalogue::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(both.edition, theirs.edition);
    // Not the number of the one with the date of the other.
    let base = ours;
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.edition = Edition::new(1, date("2.9.2023"));
    theirs.edition = Edition::new(2, date("1.9.2023"));
    let both = Catalogue::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(both.edition, theirs.edition);
    // Nor is it given up where an earlier state was brought back, or nothing else was changed.
    theirs.edition = None;
    let both = Catalogue::merge_both_ways(&base, &base, &theirs);
    assert_eq!(both.edition, base.edition);
    theirs.title = "Et andet navn".to_owned();
    let both = Catalogue::merge_both_ways(&base, &ours, &theirs);
    assert_eq!(both.edition, ours.edition);
    assert_eq!(both.title, theirs.title);
}
