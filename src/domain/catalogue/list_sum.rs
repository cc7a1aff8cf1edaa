//! What a list of proposals adds up to where some of them can never be chosen together.

use std::collections::{BTreeMap, BTreeSet};

use super::rules::{Permitted, Rules};
use super::{Catalogue, alternatives, largest_choice, net_change_by_year};
use crate::domain::{Id, Proposal, Total, Year};

/// What a list of proposals adds up to. Of proposals that a catalogue has as variants of each other, or that exclude
/// each other, only what can be chosen together is in the sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListSum {
    /// The proposals that are not in the sums, because they cannot be chosen together with one that is.
    pub not_counted: BTreeSet<Id>,
    /// How many of the list have no amount yet.
    pub without_amount: usize,
    /// How many have amounts and no budget year that can be read, so that the years of the amounts are unknown.
    pub without_year: usize,
    /// The net change in each calendar year that a proposal with an amount covers, in kroner; minus = saves. Incomplete
    /// where an amount of an unknown year may belong to it.
    pub years: BTreeMap<Year, Total>,
    /// The net change over all years, in kroner; minus = saves.
    pub total: Total,
}

impl ListSum {
    /// Adds up proposals without those that do not count ([`not_counted`]).
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let sum = ListSum::of(Default::default(), &lejre.proposals());
    /// assert_eq!(sum.total, Total::from(Amount::from_kroner(-29_932_000)));
    /// let years: Vec<u16> = sum.years.keys().map(|year| year.number()).collect();
    /// assert_eq!(years, [2024, 2025, 2026, 2027]);
    /// ```
    ///
    /// A proposal without a budget year leaves every year open, and the total known:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let (mut isafjord, horseager) = (lejre.proposal("Isafjord"), lejre.proposal("Horseager"));
    /// isafjord.first_year = Entry::Blank;
    /// let listed = [(isafjord.id, &isafjord), (horseager.id, &horseager)].into();
    /// let sum = ListSum::of(Default::default(), &listed);
    /// assert_eq!(sum.without_year, 1);
    /// assert_eq!(sum.years[&Year::new(2024).unwrap()], Total::Incomplete);
    /// assert_eq!(sum.total, Total::from(Amount::from_kroner(-6_932_000)));
    /// ```
    #[must_use]
    pub fn of(not_counted: BTreeSet<Id>, proposals: &BTreeMap<Id, &Proposal>) -> Self {
        let listed = || proposals.values().copied();
        let with_amount = || listed().filter(|proposal| proposal.has_amount());
        let counted = || with_amount().filter(|proposal| !not_counted.contains(&proposal.id));
        let has_no_year = |proposal: &&Proposal| proposal.first_year.value().is_none();
        let mut years = net_change_by_year(counted());
        for year in with_amount().flat_map(Proposal::calendar_years) {
            _ = years.entry(year).or_insert(Total::Blank);
        }
        // One whose year cannot be read may belong in any of them.
        if counted().any(|proposal| has_no_year(&proposal)) {
            for total in years.values_mut() {
                *total = Total::Incomplete;
            }
        }
        Self {
            without_amount: listed().count() - with_amount().count(),
            without_year: with_amount().filter(has_no_year).count(),
            years,
            total: counted().map(Proposal::net_change_total).sum(),
            not_counted,
        }
    }

    /// Returns the same with blank sums, for as long as it is unknown which of the proposals count.
    #[must_use]
    pub fn without_sums(proposals: &BTreeMap<Id, &Proposal>) -> Self {
        let all = Self::of(BTreeSet::new(), proposals);
        Self {
            years: all
                .years
                .into_keys()
                .map(|year| (year, Total::Blank))
                .collect(),
            total: Total::Blank,
            ..all
        }
    }
}

/// Returns those of the proposals that do not count as these catalogues permit it: of what cannot be chosen together,
/// the choice that saves most counts, as in the catalogue; where that has none of them, the first.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut catalogue = lejre.catalogue();
/// let [ophold, tilbud] = ["§108", "§104"].map(|words| lejre.id(words));
/// let excludes = Relation::new(Id::random(), RelationKind::Excludes, ophold, tilbud);
/// catalogue.relations.push(excludes);
/// // §104 saves more.
/// assert_eq!(not_counted(&[&catalogue], &lejre.proposals()), [ophold].into());
///
/// // A list that shows only one of the two counts it.
/// let mut listed = lejre.proposals();
/// listed.remove(&tilbud);
/// assert!(not_counted(&[&catalogue], &listed).is_empty());
/// ```
#[must_use]
pub fn not_counted(catalogues: &[&Catalogue], proposals: &BTreeMap<Id, &Proposal>) -> BTreeSet<Id> {
    let mut not_counted = BTreeSet::new();
    for catalogue in catalogues {
        let mut here = proposals.clone();
        here.retain(|id, _| !not_counted.contains(id));
        not_counted.extend(not_in_choice(catalogue, &here));
    }
    not_counted
}

/// Returns those of the proposals that do not count because one that they cannot be combined with does.
fn not_in_choice(catalogue: &Catalogue, proposals: &BTreeMap<Id, &Proposal>) -> BTreeSet<Id> {
    let entries = || catalogue.entries.iter().map(|entry| entry.proposal);
    let listed: BTreeSet<Id> = entries().filter(|id| proposals.contains_key(id)).collect();
    let alternatives = alternatives([catalogue], &listed);
    if alternatives.is_empty() {
        return BTreeSet::new();
    }
    // What the list lacks is not asked for here: a list that is filtered adds up what it shows.
    let rules = Rules::of(catalogue).without_prerequisites();
    let mut permitted = Permitted::new(&rules, alternatives.clone());
    let largest = largest_choice(catalogue, proposals).proposals;
    for id in largest.into_iter().chain(entries()) {
        if alternatives.contains(&id) {
            _ = permitted.take(id);
        }
    }
    let mut not_counted = alternatives;
    not_counted.retain(|&id| !permitted.counts(id));
    not_counted
}
