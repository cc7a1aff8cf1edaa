//! What the list of the start page adds up to: what is left out is told, and each catalogue by itself. The
//! sums stand in `regler/varianter.md`.

use crate::support;

use std::collections::{BTreeMap, BTreeSet};

use raaderum::danish::Signs;
use raaderum::domain::{
    Catalogue, Entry, Id, ListSum, Proposal, ProposalStatus, Timestamp, VariantGroup, Year,
    combine, largest_choice, not_counted,
};
use raaderum::text::{explanation, overview};
use support::{catalogue_of, numbered, thousand};

fn year(number: i64) -> Year {
    Year::new(number).expect("a year")
}

/// Proposals 1, 2, 3 … that change the budget of 2024 by so many thousand kroner.
fn list(amounts: &[i64]) -> Vec<Proposal> {
    let each = amounts.iter().zip(1..);
    let proposal = |(&amount, number): (&i64, u32)| {
        let first_year = Entry::Value(year(2024));
        let mut proposal = Proposal::blank(numbered(number), Timestamp::UNIX_EPOCH, first_year);
        proposal.years[0].estimated_gain = Entry::Value(thousand(amount));
        proposal
    };
    each.map(proposal).collect()
}

fn by_id(proposals: &[Proposal]) -> BTreeMap<Id, &Proposal> {
    proposals.iter().map(|one| (one.id, one)).collect()
}

fn group(number: u32, of: &[u32]) -> VariantGroup {
    VariantGroup {
        id: numbered(number),
        name: String::new(),
        proposals: of.iter().map(|&number| numbered(number)).collect(),
    }
}

fn numbers(of: &[u32]) -> BTreeSet<Id> {
    of.iter().map(|&number| numbered(number)).collect()
}

/// Three steps of one lever and a proposal beside them: 26.800 in all, of which 15.600 can be saved.
fn levers() -> (Vec<Proposal>, Catalogue) {
    let proposals = list(&[-3_600, -7_600, -11_600, -4_000]);
    let mut catalogue = catalogue_of(&proposals);
    catalogue.variant_groups.push(group(200, &[1, 2, 3]));
    (proposals, catalogue)
}

/// What a list of proposals adds up to as these catalogues permit it.
fn sum_of(catalogues: &[&Catalogue], proposals: &BTreeMap<Id, &Proposal>) -> ListSum {
    ListSum::of(not_counted(catalogues, proposals), proposals)
}

#[test]
fn what_is_left_out_of_the_sum_is_said_and_explained() {
    let (proposals, catalogue) = levers();
    let known = by_id(&proposals);
    let sum = sum_of(&[&catalogue], &known);
    let largest = largest_choice(&catalogue, &known).proposals;
    let of_catalogue = combine(&catalogue, &known, &largest);
    assert_eq!(sum.total, of_catalogue.net_change_total());
    assert_eq!(
        overview::left_out_of_sum(sum.not_counted.len()),
        "2 forslag er ikke talt med i summen: af varianter og af forslag, der ikke kan vælges sammen i et råderumskatalog, er det valg talt med, der sparer mest. Alle andre viste forslag er talt med, også dem, der koster. »Hvad kataloget højst kan give« i kataloget er derfor et andet tal, hvis nogle af forslagene koster eller ikke er i kataloget."
    );
    // The explanation is of what counts.
    let counted = proposals
        .iter()
        .filter(|of| !sum.not_counted.contains(&of.id));
    let told = explanation::proposals(counted, None, Signs::MinusSaves);
    assert_eq!(told.formula, "−11.600 − 4.000 = −15.600");
}

#[test]
fn what_a_catalogue_leaves_out_depends_on_its_own_entries() {
    let (proposals, mut catalogue) = levers();
    catalogue.entries[2].status = ProposalStatus::Cancelled;
    assert_eq!(
        sum_of(&[&catalogue], &by_id(&proposals)).not_counted,
        numbers(&[1, 3])
    );
    // One that has left the catalogue is a variant no more.
    catalogue
        .entries
        .retain(|entry| entry.proposal != numbered(3));
    let sum = sum_of(&[&catalogue], &by_id(&proposals));
    assert_eq!(sum.not_counted, numbers(&[1]));
    // What one catalogue leaves out stands in nobody's way in another.
    let (proposals, first) = levers();
    let mut second = catalogue_of(&proposals);
    second.variant_groups = vec![group(201, &[2, 4])];
    let sum = sum_of(&[&first, &second], &by_id(&proposals));
    assert_eq!(sum.not_counted, numbers(&[1, 2]));
}
