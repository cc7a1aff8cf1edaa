//! What the list of the start page adds up to: variants once, blanks blank, and what is left out told.

use crate::support;

use std::collections::{BTreeMap, BTreeSet};

use raaderum::danish::Signs;
use raaderum::domain::{
    AmountRow, Catalogue, Entry, Id, ListSum, Proposal, ProposalField, ProposalStatus, Relation,
    RelationKind, Timestamp, Total, VariantGroup, Year, combine, largest_choice, not_counted,
};
use raaderum::draft::Form;
use raaderum::text::{explanation, page};
use support::{catalogue, catalogue_of, complete, numbered, proposals, thousand};

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
fn variants_count_once_as_in_the_catalogue() {
    let (proposals, catalogue) = levers();
    let known = by_id(&proposals);
    // Without a catalogue nobody says that they are variants.
    let sum = sum_of(&[], &known);
    assert_eq!(
        (sum.total, sum.left_out),
        (complete("-26800000"), BTreeSet::new())
    );
    let sum = sum_of(&[&catalogue], &known);
    assert_eq!(sum.total, complete("-15600000"));
    assert_eq!(sum.left_out, numbers(&[1, 2]));
    assert_eq!(sum.years[&year(2024)], complete("-15600000"));
    let largest = largest_choice(&catalogue, &known).proposals;
    let of_catalogue = combine(&catalogue, &known, &largest);
    assert_eq!(sum.total, of_catalogue.net_change_total());
    assert_eq!(
        page::left_out_of_sum(sum.left_out.len()),
        "2 forslag er ikke talt med i summen, fordi et råderumskatalog kun lader én af flere varianter eller alternativer vælge, og andre forslag er talt med. Summen er det valg, der sparer mest."
    );
    // The explanation is of what counts.
    let counted = proposals.iter().filter(|of| !sum.left_out.contains(&of.id));
    let told = explanation::proposals(counted, None, Signs::MinusSaves);
    assert_eq!(told.formula, "−11.600 − 4.000 = −15.600");
}

#[test]
fn what_the_list_does_not_show_leaves_nothing_out() {
    let (proposals, catalogue) = levers();
    let mut known = by_id(&proposals);
    // The largest variant is filtered away: the next one counts.
    known.remove(&numbered(3));
    let sum = sum_of(&[&catalogue], &known);
    assert_eq!(
        (sum.total, sum.left_out),
        (complete("-11600000"), numbers(&[1]))
    );
    known.remove(&numbered(2));
    let sum = sum_of(&[&catalogue], &known);
    assert_eq!(
        (sum.total, sum.left_out),
        (complete("-7600000"), BTreeSet::new())
    );
}

#[test]
fn only_what_stands_in_the_way_of_one_that_counts_is_left_out() {
    // What costs, what is cancelled and what lacks its prerequisite are in the list, and in its sum.
    let proposals = list(&[-100, 300, -200, 900, -50, 70, 80]);
    let mut catalogue = catalogue_of(&proposals);
    let relate = |kind, from, to| Relation::new(numbered(300), kind, numbered(from), numbered(to));
    catalogue.relations = vec![
        relate(RelationKind::Excludes, 1, 3),
        relate(RelationKind::Requires, 5, 99),
        relate(RelationKind::Excludes, 4, 4),
    ];
    // Variants that both cost are in no choice that saves: the first counts.
    catalogue.variant_groups = vec![group(200, &[6, 7])];
    catalogue.entries[3].status = ProposalStatus::Cancelled;
    let known = by_id(&proposals);
    let sum = sum_of(&[&catalogue], &known);
    assert_eq!(sum.left_out, numbers(&[1, 7]));
    assert_eq!(sum.total, complete("1020000"));
    // A cancelled variant gives way to one that can be chosen.
    let (proposals, mut catalogue) = levers();
    catalogue.entries[2].status = ProposalStatus::Cancelled;
    let sum = sum_of(&[&catalogue], &by_id(&proposals));
    assert_eq!(sum.left_out, numbers(&[1, 3]));
    // One that has left the catalogue is a variant no more.
    catalogue
        .entries
        .retain(|entry| entry.proposal != numbered(3));
    let sum = sum_of(&[&catalogue], &by_id(&proposals));
    assert_eq!(sum.left_out, numbers(&[1]));
    // What one catalogue leaves out stands in nobody's way in another.
    let (proposals, first) = levers();
    let mut second = catalogue_of(&proposals);
    second.variant_groups = vec![group(201, &[2, 4])];
    let sum = sum_of(&[&first, &second], &by_id(&proposals));
    assert_eq!(sum.left_out, numbers(&[1, 2]));
}

#[test]
fn the_variants_of_lejre_count_once() {
    let proposals = proposals();
    let catalogue = catalogue();
    let known = by_id(&proposals);
    let sum = sum_of(&[&catalogue], &known);
    // §108 saves 3 mio. in all and §104 3,2 mio.: §108 is left out, and −29.932 become −26.932.
    assert_eq!(sum.left_out, BTreeSet::from([proposals[5].id]));
    assert_eq!(sum.total, complete("-26932000"));
    let by_year: Vec<Total> = sum.years.values().copied().collect();
    let kroner = ["-5083000", "-7283000", "-7283000", "-7283000"];
    assert_eq!(by_year, kroner.map(complete));
}

#[test]
fn an_empty_proposal_opens_no_years_and_is_counted() {
    let mut all = proposals();
    let first_year = Entry::Value(year(2028));
    all.push(Proposal::blank(
        numbered(99),
        Timestamp::UNIX_EPOCH,
        first_year,
    ));
    let sum = sum_of(&[], &by_id(&all));
    let years: Vec<u16> = sum.years.keys().map(|year| year.number()).collect();
    assert_eq!(years, [2024, 2025, 2026, 2027]);
    assert_eq!((sum.without_amount, sum.without_year), (1, 0));
    assert_eq!(sum.total, complete("-29932000"));
    // Nor does one without a year spoil what others add up to, as long as it has no amount.
    all[8].first_year = Entry::Blank;
    let sum = sum_of(&[], &by_id(&all));
    assert_eq!(sum.years[&year(2024)], complete("-5083000"));
    assert_eq!(sum.without_year, 0);
    all[8].enter(ProposalField::Amount(AmountRow::EstimatedGain, 0), "-100");
    let sum = sum_of(&[], &by_id(&all));
    assert_eq!((sum.without_amount, sum.without_year), (0, 1));
    assert!(sum.years.values().all(|total| total.is_incomplete()));
    assert_eq!(sum.total, complete("-30032000"));
    // Alone, it adds up to nothing at all.
    let empty = list(&[]);
    assert_eq!(sum_of(&[], &by_id(&empty)).total, Total::Blank);
    let mut blank = list(&[-100]);
    blank[0].years = Default::default();
    let sum = sum_of(&[], &by_id(&blank));
    assert_eq!(
        (sum.total, sum.years.len(), sum.without_amount),
        (Total::Blank, 0, 1)
    );
}
