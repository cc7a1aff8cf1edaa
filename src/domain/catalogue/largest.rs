use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::figures::AppliedWeakening;
use super::rules::{Permitted, Rules, ineligible};
use super::{Catalogue, ProposalStatus};
use crate::domain::{Amount, Id, Proposal, Total, limits};

/// The permitted choice that saves most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LargestChoice {
    /// The proposals, in the catalogue's order. All of them count together.
    pub proposals: Vec<Id>,
    /// The proposals among which a better choice may have been missed, in the catalogue's order: more than
    /// [`limits::TRIED_PROPOSALS`] are connected, or one of their amounts cannot be read. Empty: no permitted choice
    /// saves more.
    pub unproven: Vec<Id>,
}

/// Returns the permitted choice of a catalogue with the lowest net change over its four years: the most that the
/// catalogue can give, since a sum over variants is never the sum of all of them. Of several, the one with the most
/// proposals, and of those the one whose proposals come first in the catalogue. A proposal that costs is in it only
/// where one that saves more requires it.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let (mut catalogue, proposals) = (lejre.catalogue(), lejre.proposals());
/// // All eight can be chosen together.
/// assert_eq!(largest_choice(&catalogue, &proposals).proposals.len(), 8);
///
/// // §108 saves 3 mio. kr. over four years, §104 3,2.
/// let [ophold, tilbud] = ["§108", "§104"].map(|words| lejre.id(words));
/// let group = VariantGroup { id: Id::random(), name: String::new(), proposals: vec![ophold, tilbud] };
/// catalogue.variant_groups.push(group);
/// let largest = largest_choice(&catalogue, &proposals);
/// assert!(largest.proposals.contains(&tilbud) && !largest.proposals.contains(&ophold));
/// assert!(largest.unproven.is_empty());
/// ```
///
/// One that costs is in it for the sake of one that requires it and saves more:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut samvær = lejre.proposal("samvær");
/// // From now on it costs 5.050 thousand over the four years; the other saves 6.000.
/// samvær.enter(ProposalField::Amount(AmountRow::InvestmentNeed, 0), "8.000");
/// let akut = lejre.proposal("akut");
/// let proposals = [(samvær.id, &samvær), (akut.id, &akut)].into();
/// let mut catalogue = lejre.catalogue();
/// assert_eq!(largest_choice(&catalogue, &proposals).proposals, [akut.id]);
/// let requires = Relation::new(Id::random(), RelationKind::Requires, akut.id, samvær.id);
/// catalogue.relations.push(requires);
/// assert_eq!(largest_choice(&catalogue, &proposals).proposals, [akut.id, samvær.id]);
/// ```
///
/// An amount that cannot be read leaves open whether a better choice was missed:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut akut = lejre.proposal("akut");
/// akut.enter(ProposalField::Amount(AmountRow::EstimatedGain, 0), "ca. -4.600");
/// let proposals = [(akut.id, &akut)].into();
/// assert_eq!(largest_choice(&lejre.catalogue(), &proposals).unproven, [akut.id]);
/// ```
///
/// Proposals are connected where they are variants of each other or a relation links them. Groups that are not
/// connected are chosen apart; within one, every choice is tried.
#[must_use]
pub fn largest_choice(catalogue: &Catalogue, proposals: &BTreeMap<Id, &Proposal>) -> LargestChoice {
    let rules = Rules::of(catalogue);
    let search = Search::of(catalogue, &rules, proposals);
    let mut best = BTreeSet::new();
    let mut unproven = BTreeSet::new();
    for component in search.components() {
        if component.len() > limits::TRIED_PROPOSALS {
            best.extend(search.greedy(&component));
            unproven.extend(component);
        } else {
            best.extend(search.tried(&component));
            if !search.is_readable(&component) {
                unproven.extend(component);
            }
        }
    }
    let in_order = |set: &BTreeSet<Id>| -> Vec<Id> {
        let entries = catalogue.entries.iter().map(|entry| entry.proposal);
        entries.filter(|id| set.contains(id)).collect()
    };
    LargestChoice {
        proposals: in_order(&best),
        unproven: in_order(&unproven),
    }
}

struct Search<'a> {
    rules: &'a Rules<'a>,
    /// The proposals that may be counted, in the catalogue's order.
    order: Vec<Id>,
    /// Their net change over the four years.
    values: BTreeMap<Id, Total>,
    /// What is taken off when both of two proposals count: the one that weakens, the other, and how much.
    weakenings: Vec<(Id, Id, Total)>,
}

/// The proposals that are connected, by union.
struct Unions {
    parent: BTreeMap<Id, Id>,
}

impl Unions {
    fn root(&mut self, of: Id) -> Id {
        let mut root = of;
        while let Some(&parent) = self.parent.get(&root)
            && parent != root
        {
            root = parent;
        }
        // The next one who asks has a shorter way.
        _ = self.parent.insert(of, root);
        root
    }

    fn unite(&mut self, one: Id, other: Id) {
        let (one, other) = (self.root(one), self.root(other));
        _ = self.parent.insert(one, other);
    }
}

/// What is known of a choice within a component while it is tried: sets are bits, the first proposal the lowest.
#[derive(Clone, Copy)]
struct Tried {
    taken: u32,
    /// What the taken ones require.
    needed: u32,
    net_change: Amount,
}

/// A proposal of a component that is tried.
struct Node {
    id: Id,
    bit: u32,
    value: Amount,
    conflicts: u32,
    needed: u32,
    /// What is taken off together with each of these.
    weakenings: Vec<(u32, Amount)>,
}

impl<'a> Search<'a> {
    fn of(
        catalogue: &Catalogue,
        rules: &'a Rules<'a>,
        proposals: &BTreeMap<Id, &Proposal>,
    ) -> Self {
        let entries = catalogue.entries.iter();
        let statuses: BTreeMap<Id, ProposalStatus> = entries
            .clone()
            .map(|entry| (entry.proposal, entry.status))
            .collect();
        let eligible: BTreeSet<Id> = entries
            .clone()
            .map(|entry| entry.proposal)
            .filter(|&id| ineligible(&statuses, proposals, id).is_none())
            .collect();
        // What can never have all that it requires is in no choice.
        let mut order: Vec<Id> = entries
            .map(|entry| entry.proposal)
            .filter(|id| eligible.contains(id))
            .collect();
        let mut alone = Permitted::new(rules, eligible);
        order.retain(|&id| {
            let taken = alone.take(id);
            alone.give_back(&taken);
            !taken.is_empty()
        });
        let possible: BTreeSet<Id> = order.iter().copied().collect();
        let value = |&id: &Id| {
            let proposal = proposals.get(&id)?;
            Some((id, catalogue.net_change_over_all_years(proposal)))
        };
        let values = order.iter().filter_map(value).collect();
        let weakenings = rules
            .weakenings
            .iter()
            .filter(|relation| possible.contains(&relation.from) && possible.contains(&relation.to))
            .map(|relation| {
                let amount = AppliedWeakening::of(relation).over_all_years();
                (relation.from, relation.to, amount)
            })
            .collect();
        Self {
            rules,
            order,
            values,
            weakenings,
        }
    }

    /// Returns the groups of proposals that are connected, each in the catalogue's order.
    fn components(&self) -> Vec<Vec<Id>> {
        let ids = || self.order.iter().copied();
        let mut unions = Unions {
            parent: ids().map(|id| (id, id)).collect(),
        };
        let mut first_variants: BTreeMap<Id, Id> = BTreeMap::new();
        for id in ids() {
            for &group in self.rules.groups(id) {
                let first = *first_variants.entry(group).or_insert(id);
                unions.unite(id, first);
            }
            let related = self
                .rules
                .excluded_by(id)
                .chain(self.rules.prerequisites(id));
            for other in related {
                if unions.parent.contains_key(&other) {
                    unions.unite(id, other);
                }
            }
        }
        for &(from, to, _) in &self.weakenings {
            unions.unite(from, to);
        }
        let mut components: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
        for id in ids() {
            components.entry(unions.root(id)).or_default().push(id);
        }
        components.into_values().collect()
    }

    fn value(&self, id: Id) -> Total {
        self.values.get(&id).copied().unwrap_or(Total::Blank)
    }

    fn is_readable(&self, component: &[Id]) -> bool {
        let weakenings = self.weakenings.iter();
        let mut weakenings = weakenings.filter(|(from, ..)| component.contains(from));
        let values = component.iter().map(|&id| self.value(id));
        values.map(Total::counted).all(|amount| amount.is_some())
            && weakenings.all(|(.., amount)| amount.counted().is_some())
    }

    /// Returns the best of all permitted choices within a component. An amount that cannot be read counts as nothing.
    fn tried(&self, component: &[Id]) -> Vec<Id> {
        let nodes = self.nodes(component);
        let mut best = Tried {
            taken: 0,
            needed: 0,
            net_change: Amount::ZERO,
        };
        try_all(&nodes, best, &mut best);
        let taken = nodes.iter().filter(|node| best.taken & node.bit != 0);
        taken.map(|node| node.id).collect()
    }

    fn nodes(&self, component: &[Id]) -> Vec<Node> {
        let bits = || component.iter().zip((0..32).map(|index| 1_u32 << index));
        let bit_of = |id: Id| {
            bits()
                .find(|(other, _)| **other == id)
                .map_or(0, |(_, bit)| bit)
        };
        let groups = |id: Id| self.rules.groups(id);
        bits()
            .map(|(&id, bit)| {
                let is_variant =
                    |other: Id| groups(other).iter().any(|group| groups(id).contains(group));
                let variants = bits().filter(|&(&other, _)| other != id && is_variant(other));
                let excluded = self.rules.excluded_by(id).map(bit_of);
                let weakenings = self.weakenings.iter().filter_map(|&(from, to, amount)| {
                    let other = match (from == id, to == id) {
                        (true, false) => bit_of(to),
                        (false, true) => bit_of(from),
                        _ => return None,
                    };
                    Some((other, amount.amount().unwrap_or_default()))
                });
                Node {
                    id,
                    bit,
                    value: self.value(id).amount().unwrap_or_default(),
                    conflicts: variants.map(|(_, bit)| bit).chain(excluded).fold(0, or),
                    needed: self.rules.prerequisites(id).map(bit_of).fold(0, or),
                    weakenings: weakenings.collect(),
                }
            })
            .collect()
    }

    /// Returns a good choice within a component: what saves most first, with what it requires, unless that raises the
    /// sum.
    fn greedy(&self, component: &[Id]) -> Vec<Id> {
        let mut order: Vec<Id> = component.to_vec();
        order.sort_by_key(|&id| self.value(id).amount().unwrap_or_default());
        let mut permitted = Permitted::new(self.rules, component.iter().copied().collect());
        for id in order {
            let taken = permitted.take(id);
            let values = taken.iter().map(|&id| self.value(id));
            let weakened = self.weakenings.iter().filter(|(from, to, _)| {
                permitted.counts(*from)
                    && permitted.counts(*to)
                    && (taken.contains(from) || taken.contains(to))
            });
            let change: Amount = values
                .chain(weakened.map(|&(.., amount)| amount))
                .filter_map(Total::amount)
                .sum();
            if change > Amount::ZERO {
                permitted.give_back(&taken);
            }
        }
        let mut taken = component.to_vec();
        taken.retain(|&id| permitted.counts(id));
        taken
    }
}

fn or(one: u32, other: u32) -> u32 {
    one | other
}

/// Tries every choice of the remaining nodes. The first of equals stays: taking comes before leaving out, so that it is
/// the one with the earliest proposals.
fn try_all(nodes: &[Node], so_far: Tried, best: &mut Tried) {
    let Some((node, rest)) = nodes.split_first() else {
        let rank = |tried: &Tried| (tried.net_change, Reverse(tried.taken.count_ones()));
        if so_far.needed & !so_far.taken == 0 && rank(&so_far) < rank(best) {
            *best = so_far;
        }
        return;
    };
    if node.conflicts & so_far.taken == 0 {
        let weakened = node.weakenings.iter();
        let weakened = weakened.filter(|(other, _)| other & so_far.taken != 0);
        let weakened: Amount = weakened.map(|&(_, amount)| amount).sum();
        let with = Tried {
            taken: so_far.taken | node.bit,
            needed: so_far.needed | node.needed,
            net_change: so_far.net_change + node.value + weakened,
        };
        try_all(rest, with, best);
    }
    // What is required cannot be left out.
    if so_far.needed & node.bit == 0 {
        try_all(rest, so_far, best);
    }
}
