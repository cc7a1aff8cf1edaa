use std::collections::{BTreeMap, BTreeSet};

use super::figures::{AppliedWeakening, Part};
use super::rules::{NotCounted, Permitted, Rules, ineligible};
use super::{Catalogue, ProposalStatus};
use crate::domain::{
    Amount, AmountRow, ChangeKind, Entry, Id, PositionTotal, Proposal, Total, YEARS, Year,
};

/// What a choice of proposals adds up to in a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Combination {
    /// The proposals that count, in the catalogue's order.
    pub counted: Vec<Id>,
    /// The chosen ones that do not count, in the order of the choice, with the reasons.
    pub not_counted: Vec<NotCounted>,
    /// What proposals that count take from the saving of others that count.
    pub weakenings: Vec<AppliedWeakening>,
    /// The sums in each year of the catalogue, the budget year first.
    pub years: [CombinedYear; YEARS],
    /// What each department contributes, in the order in which the catalogue first names it. The name is blank for
    /// proposals without a department.
    pub by_department: Vec<Part<String>>,
    /// What the proposals with just these kinds ticked contribute. One that is both an efficiency and an investment is
    /// in a part of its own, so that no amount is in two parts.
    pub by_kinds: Vec<Part<BTreeSet<ChangeKind>>>,
    /// The price level of the catalogue, and of each proposal that counts and names one. More than one year: the
    /// amounts are in different prices, and their sum is not exact.
    pub price_levels: BTreeMap<Year, Vec<Id>>,
    /// The proposals that count and whose budget year is not the catalogue's. Only their amounts in the catalogue's
    /// years are in the sums; where their years are unknown, the sums are incomplete.
    pub other_years: Vec<Id>,
}

/// The sums of a choice in one year of a catalogue. Amounts in kroner; minus = lower net expenditure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CombinedYear {
    /// The calendar year; `None` while the catalogue's budget year is blank or cannot be read.
    pub year: Option<Year>,
    /// Budgetændring – drift.
    pub operating_change: Total,
    /// Estimeret gevinst.
    pub estimated_gain: Total,
    /// Investeringsbehov.
    pub investment_need: Total,
    /// What proposals save less because of one another; plus.
    pub weakening: Total,
    /// Ændringsforslag i alt: the three changes, and what is weakened.
    pub net_change: Total,
    /// What the proposals that save in this year save together, before what is weakened; minus.
    pub saving: Total,
    /// What the proposals that cost in this year cost together; plus.
    pub cost: Total,
    /// Ændring i antal årsværk; minus = positions removed. `None` where no proposal states it.
    pub full_time_equivalents: Option<PositionTotal>,
    /// How many of the proposals that count state a change in positions.
    pub full_time_equivalents_stated: usize,
    /// Måltal; `None` where there is none.
    pub target: Option<Total>,
}

impl CombinedYear {
    /// Returns whether proposals save less because of one another, or may do so.
    #[must_use]
    pub fn is_weakened(&self) -> bool {
        self.weakening.counted() != Some(Amount::ZERO)
    }
}

impl Combination {
    /// Returns Ændringsforslag i alt over the four years, in kroner; minus = saves.
    #[must_use]
    pub fn net_change_total(&self) -> Total {
        self.years.iter().map(|year| year.net_change).sum()
    }

    /// Returns whether one of the proposals that count costs something in a year.
    #[must_use]
    pub fn costs_something(&self) -> bool {
        let mut costs = self.years.iter().map(|year| year.cost.amount());
        costs.any(|cost| cost.is_some_and(|cost| !cost.is_zero()))
    }

    /// Returns whether the amounts are in the prices of different years.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut isafjord = lejre.proposal("Isafjord");
    /// isafjord.enter(ProposalField::PriceLevel, "2023-pl");
    /// let mut catalogue = lejre.catalogue();
    /// catalogue.enter(CatalogueField::PriceLevel, "2024-pl");
    /// let proposals = [(isafjord.id, &isafjord)].into();
    /// assert!(combine(&catalogue, &proposals, &[isafjord.id]).has_different_price_levels());
    /// ```
    #[must_use]
    pub fn has_different_price_levels(&self) -> bool {
        self.price_levels.len() > 1
    }
}

/// Adds up a choice of proposals as the catalogue permits it. The choice is gone through in its order: each proposal
/// counts, together with what it requires of the choice, unless one that counts already conflicts with it.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let (catalogue, proposals) = (lejre.catalogue(), lejre.proposals());
/// let [akut, isafjord] = ["akut", "Isafjord"].map(|words| lejre.id(words));
/// let combination = combine(&catalogue, &proposals, &[isafjord, akut, akut]);
/// // In the catalogue's order, and each once.
/// assert_eq!(combination.counted, [akut, isafjord]);
/// assert_eq!(combination.years[0].net_change, Total::from(Amount::from_kroner(-1_950_000)));
/// ```
///
/// Of two variants, and of two that exclude each other, the one that was chosen first counts:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let (mut catalogue, proposals) = (lejre.catalogue(), lejre.proposals());
/// let [ophold, tilbud] = ["§108", "§104"].map(|words| lejre.id(words));
/// let excludes = Relation::new(Id::random(), RelationKind::Excludes, ophold, tilbud);
/// catalogue.relations.push(excludes);
/// assert_eq!(combine(&catalogue, &proposals, &[ophold, tilbud]).counted, [ophold]);
/// assert_eq!(combine(&catalogue, &proposals, &[tilbud, ophold]).counted, [tilbud]);
/// ```
///
/// A proposal whose prerequisite is not chosen does not count:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let (mut catalogue, proposals) = (lejre.catalogue(), lejre.proposals());
/// let [samvær, akut] = ["samvær", "akut"].map(|words| lejre.id(words));
/// catalogue.relations.push(Relation::new(Id::random(), RelationKind::Requires, samvær, akut));
/// assert_eq!(combine(&catalogue, &proposals, &[samvær]).counted, []);
/// // Whatever the order of the choice.
/// assert_eq!(combine(&catalogue, &proposals, &[samvær, akut]).counted, [akut, samvær]);
/// ```
///
/// What a proposal takes from the saving of another is in the sum, with a plus:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let (mut catalogue, proposals) = (lejre.catalogue(), lejre.proposals());
/// let [akut, isafjord] = ["akut", "Isafjord"].map(|words| lejre.id(words));
/// let mut weakens = Relation::new(Id::random(), RelationKind::Weakens, akut, isafjord);
/// weakens.weakening[0] = Entry::Value(Amount::from_kroner(200_000));
/// catalogue.relations.push(weakens);
/// let combination = combine(&catalogue, &proposals, &[akut, isafjord]);
/// assert_eq!(combination.years[0].net_change, Total::from(Amount::from_kroner(-1_750_000)));
/// assert!(!combine(&catalogue, &proposals, &[isafjord]).years[0].is_weakened());
/// ```
///
/// Where no amount is written, nothing is taken off, and the sum says so:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let (mut catalogue, proposals) = (lejre.catalogue(), lejre.proposals());
/// let [akut, isafjord] = ["akut", "Isafjord"].map(|words| lejre.id(words));
/// catalogue.relations.push(Relation::new(Id::random(), RelationKind::Weakens, akut, isafjord));
/// let combination = combine(&catalogue, &proposals, &[akut, isafjord]);
/// assert!(combination.weakenings.iter().all(|weakening| weakening.amounts.is_none()));
/// assert_eq!(combination.years[0].net_change, Total::from(Amount::from_kroner(-1_950_000)));
/// ```
///
/// What saves and what costs are told apart, year by year:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut tilbud = lejre.proposal("§104");
/// tilbud.enter(ProposalField::Amount(AmountRow::InvestmentNeed, 0), "3.000");
/// let proposals = [(tilbud.id, &tilbud)].into();
/// let combination = combine(&lejre.catalogue(), &proposals, &[tilbud.id]);
/// assert_eq!(combination.years[0].cost, Total::from(Amount::from_kroner(2_000_000)));
/// assert_eq!(combination.years[1].saving, Total::from(Amount::from_kroner(-1_000_000)));
/// assert!(combination.costs_something());
/// ```
///
/// Positions are added up over the proposals that state them:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// use rust_decimal::Decimal;
///
/// let chosen = ["Isafjord", "tabt", "Horseager"].map(|words| lejre.id(words));
/// let combination = combine(&lejre.catalogue(), &lejre.proposals(), &chosen);
/// // −1 and, without its minus in the original, 1,35.
/// assert_eq!(combination.years[0].full_time_equivalents, Some(PositionTotal::Complete(Decimal::new(35, 2))));
/// assert_eq!(combination.years[0].full_time_equivalents_stated, 2);
/// ```
#[must_use]
pub fn combine(
    catalogue: &Catalogue,
    proposals: &BTreeMap<Id, &Proposal>,
    chosen: &[Id],
) -> Combination {
    let rules = Rules::of(catalogue);
    let choice = Choice::of(catalogue, &rules, proposals, chosen);
    let permitted = &choice.permitted;
    let not_counted = choice
        .chosen
        .iter()
        .filter(|&&id| !permitted.counts(id))
        .map(|&id| choice.not_counted(id));
    let counted: Vec<&Proposal> = catalogue
        .entries
        .iter()
        .filter(|entry| permitted.counts(entry.proposal))
        .filter_map(|entry| proposals.get(&entry.proposal).copied())
        .collect();
    let both_count = |from, to| permitted.counts(from) && permitted.counts(to);
    let weakenings: Vec<AppliedWeakening> = rules
        .weakenings
        .iter()
        .filter(|relation| both_count(relation.from, relation.to))
        .map(|relation| AppliedWeakening::of(relation))
        .collect();
    let sums = Sums {
        catalogue,
        counted: &counted,
        weakenings: &weakenings,
    };
    Combination {
        counted: counted.iter().map(|proposal| proposal.id).collect(),
        not_counted: not_counted.collect(),
        years: std::array::from_fn(|index| sums.year(index)),
        by_department: sums.parts(|proposal| proposal.department.trim().to_owned()),
        by_kinds: sums.parts(|proposal| proposal.kinds.clone()),
        price_levels: sums.price_levels(),
        other_years: sums.other_years(),
        weakenings,
    }
}

/// Returns the proposals of a catalogue that do not count in a choice, in the catalogue's order, with what conflicts
/// with them. One without a reason was not chosen, and could be.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let (mut catalogue, proposals) = (lejre.catalogue(), lejre.proposals());
/// let [ophold, tilbud] = ["§108", "§104"].map(|words| lejre.id(words));
/// let group = VariantGroup { id: Id::random(), name: "Ophold".to_owned(), proposals: vec![ophold, tilbud] };
/// let variant = NotCountedReason::OtherVariant { group: group.id, counted: ophold };
/// catalogue.variant_groups.push(group);
/// let left = passed_over(&catalogue, &proposals, &[ophold]);
/// assert_eq!(left.len(), 7);
/// let reasons = left.iter().flat_map(|left| &left.reasons);
/// assert_eq!(reasons.collect::<Vec<_>>(), [&variant]);
/// ```
#[must_use]
pub fn passed_over(
    catalogue: &Catalogue,
    proposals: &BTreeMap<Id, &Proposal>,
    chosen: &[Id],
) -> Vec<NotCounted> {
    let rules = Rules::of(catalogue);
    let choice = Choice::of(catalogue, &rules, proposals, chosen);
    let entries = catalogue.entries.iter().map(|entry| entry.proposal);
    entries
        .filter(|&id| !choice.permitted.counts(id))
        .map(|id| choice.not_counted(id))
        .collect()
}

/// A proposal that costs something in at least one year of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Costing {
    /// The proposal.
    pub proposal: Id,
    /// Ændringsforslag i alt in each year of the catalogue, in kroner; minus = saves.
    pub net_change: [Total; YEARS],
}

/// Returns the proposals of a catalogue that cost something in at least one of its years, in the catalogue's order.
/// Cancelled ones are not among them.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut catalogue = lejre.catalogue();
/// // Every proposal of Lejre saves or is in balance.
/// assert!(costing(&catalogue, &lejre.proposals()).is_empty());
///
/// let mut akut = lejre.proposal("akut");
/// akut.enter(ProposalField::Amount(AmountRow::InvestmentNeed, 0), "5.000");
/// let proposals = [(akut.id, &akut)].into();
/// assert_eq!(costing(&catalogue, &proposals)[0].net_change[0], Total::from(Amount::from_kroner(400_000)));
/// catalogue.entry_mut(akut.id).unwrap().status = ProposalStatus::Cancelled;
/// assert!(costing(&catalogue, &proposals).is_empty());
/// ```
#[must_use]
pub fn costing(catalogue: &Catalogue, proposals: &BTreeMap<Id, &Proposal>) -> Vec<Costing> {
    let entries = catalogue.entries.iter();
    let open = entries.filter(|entry| entry.status != ProposalStatus::Cancelled);
    let costing = open.filter_map(|entry| {
        let proposal = proposals.get(&entry.proposal)?;
        let net_change = catalogue.net_change_by_year(proposal);
        let mut amounts = net_change.iter().filter_map(|change| change.amount());
        let costs = amounts.any(|amount| !amount.is_zero() && !amount.is_saving());
        costs.then_some(Costing {
            proposal: entry.proposal,
            net_change,
        })
    });
    costing.collect()
}

/// A choice of proposals, and what counts of it.
struct Choice<'a> {
    /// Each once, in the order of the choice.
    chosen: Vec<Id>,
    /// The same, to be looked up.
    all: BTreeSet<Id>,
    permitted: Permitted<'a>,
    statuses: BTreeMap<Id, ProposalStatus>,
    proposals: &'a BTreeMap<Id, &'a Proposal>,
}

impl<'a> Choice<'a> {
    fn of(
        catalogue: &Catalogue,
        rules: &'a Rules<'a>,
        proposals: &'a BTreeMap<Id, &'a Proposal>,
        chosen: &[Id],
    ) -> Self {
        let statuses: BTreeMap<Id, ProposalStatus> = catalogue
            .entries
            .iter()
            .map(|entry| (entry.proposal, entry.status))
            .collect();
        let mut all = BTreeSet::new();
        let chosen = chosen.iter().copied().filter(|&id| all.insert(id));
        let chosen: Vec<Id> = chosen.collect();
        let eligible = chosen.iter().copied();
        let eligible = eligible.filter(|&id| ineligible(&statuses, proposals, id).is_none());
        let mut permitted = Permitted::new(rules, eligible.collect());
        for &id in &chosen {
            _ = permitted.take(id);
        }
        Self {
            chosen,
            all,
            permitted,
            statuses,
            proposals,
        }
    }

    /// Returns why a proposal does not count.
    fn not_counted(&self, proposal: Id) -> NotCounted {
        let reasons = match ineligible(&self.statuses, self.proposals, proposal) {
            Some(reason) => vec![reason],
            None => self.permitted.reasons(proposal, &self.all),
        };
        NotCounted { proposal, reasons }
    }
}

/// What is added up.
struct Sums<'a> {
    catalogue: &'a Catalogue,
    /// In the catalogue's order.
    counted: &'a [&'a Proposal],
    weakenings: &'a [AppliedWeakening],
}

impl Sums<'_> {
    fn year(&self, index: usize) -> CombinedYear {
        let row = |row| -> Total {
            let proposals = self.counted.iter();
            proposals
                .map(|proposal| self.catalogue.amount_in(proposal, row, index))
                .sum()
        };
        let [operating_change, estimated_gain, investment_need] = AmountRow::CHANGES.map(row);
        let weakening: Total = self.weakenings.iter().map(|one| one.in_year(index)).sum();
        let positions: Vec<_> = self
            .counted
            .iter()
            .map(|proposal| self.catalogue.positions_in(proposal, index))
            .collect();
        let target = self.catalogue.targets.get(index);
        let changes = self.counted.iter();
        let changes: Vec<Total> = changes
            .map(|proposal| self.catalogue.net_change_in(proposal, index))
            .collect();
        // What cannot be told could be either.
        let part = |belongs: fn(Amount) -> bool| -> Total {
            let changes = changes.iter().copied();
            let parts = changes.filter(|change| change.amount().is_none_or(belongs));
            parts.sum()
        };
        CombinedYear {
            year: self.catalogue.year(index),
            operating_change,
            estimated_gain,
            investment_need,
            weakening,
            net_change: operating_change + estimated_gain + investment_need + weakening,
            saving: part(Amount::is_saving),
            cost: part(|amount| !amount.is_saving()),
            full_time_equivalents: PositionTotal::of(&positions),
            full_time_equivalents_stated: positions
                .iter()
                .filter(|entry| !entry.is_blank())
                .count(),
            target: target.and_then(Total::of_typed),
        }
    }

    /// Returns the sum in parts by what proposals have in common. What is weakened belongs to the proposal that saves
    /// less.
    fn parts<T: PartialEq>(&self, of: impl Fn(&Proposal) -> T) -> Vec<Part<T>> {
        let mut parts: Vec<Part<T>> = Vec::new();
        for proposal in self.counted {
            let common = of(proposal);
            let weakenings = self.weakenings.iter();
            let weakenings: Vec<_> = weakenings.filter(|one| one.to == proposal.id).collect();
            let net_change = |index| -> Total {
                let weakening = weakenings.iter().map(|one| one.in_year(index));
                self.catalogue.net_change_in(proposal, index) + weakening.sum()
            };
            let index = parts.iter().position(|part| part.of == common);
            match index.and_then(|index| parts.get_mut(index)) {
                Some(part) => {
                    part.proposals.push(proposal.id);
                    for (index, sum) in part.net_change.iter_mut().enumerate() {
                        *sum = *sum + net_change(index);
                    }
                }
                None => parts.push(Part {
                    of: common,
                    proposals: vec![proposal.id],
                    net_change: std::array::from_fn(net_change),
                }),
            }
        }
        parts
    }

    fn price_levels(&self) -> BTreeMap<Year, Vec<Id>> {
        let mut levels: BTreeMap<Year, Vec<Id>> = BTreeMap::new();
        if let Entry::Value(year) = self.catalogue.price_level {
            _ = levels.insert(year, Vec::new());
        }
        for proposal in self.counted {
            if let Entry::Value(year) = proposal.price_level {
                levels.entry(year).or_default().push(proposal.id);
            }
        }
        levels
    }

    fn other_years(&self) -> Vec<Id> {
        let proposals = self.counted.iter();
        proposals
            .filter(|proposal| self.catalogue.has_other_years(proposal))
            .map(|proposal| proposal.id)
            .collect()
    }
}
