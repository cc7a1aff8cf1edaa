//! What a catalogue permits: which proposals conflict, and which require others.

use std::collections::{BTreeMap, BTreeSet};

use super::{Catalogue, ProposalStatus, Relation, RelationKind};
use crate::domain::{Id, Proposal};

/// A proposal that was chosen and does not count, and every reason why. Each reason is about what counts.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut catalogue = lejre.catalogue();
/// let [akut, isafjord] = ["akut", "Isafjord"].map(|words| lejre.id(words));
/// catalogue.entry_mut(akut).unwrap().status = ProposalStatus::Cancelled;
/// let combination = combine(&catalogue, &lejre.proposals(), &[akut, isafjord]);
/// assert_eq!(combination.counted, [isafjord]);
/// assert_eq!(combination.not_counted[0].reasons, [NotCountedReason::Cancelled]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotCounted {
    /// The proposal.
    pub proposal: Id,
    /// At least one, unless the proposal was not chosen.
    pub reasons: Vec<NotCountedReason>,
}

/// The reason why a proposal that was chosen does not count.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let catalogue = lejre.catalogue();
/// let isafjord = lejre.id("Isafjord");
/// // A proposal of another catalogue.
/// let combination = combine(&catalogue, &lejre.proposals(), &[Id::random()]);
/// assert_eq!(combination.not_counted[0].reasons, [NotCountedReason::NotInCatalogue]);
/// // One whose document is missing.
/// let combination = combine(&catalogue, &Default::default(), &[isafjord]);
/// assert_eq!(combination.not_counted[0].reasons, [NotCountedReason::Unknown]);
/// ```
///
/// Every conflict is named, with the relation that causes it:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut catalogue = lejre.catalogue();
/// let [akut, samvær] = ["akut", "samvær"].map(|words| lejre.id(words));
/// let requires = Relation::new(Id::random(), RelationKind::Requires, samvær, akut);
/// let reason = NotCountedReason::MissingPrerequisite {
///     relation: requires.id,
///     proposal: akut,
///     is_chosen: false,
/// };
/// catalogue.relations.push(requires);
/// let combination = combine(&catalogue, &lejre.proposals(), &[samvær]);
/// assert_eq!(combination.not_counted, [NotCounted { proposal: samvær, reasons: vec![reason] }]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotCountedReason {
    /// The catalogue does not have it.
    NotInCatalogue,
    /// The catalogue has it, but its document is missing.
    Unknown,
    /// It is cancelled.
    Cancelled,
    /// Another variant of its group counts.
    OtherVariant {
        /// The variant group.
        group: Id,
        /// The variant that counts.
        counted: Id,
    },
    /// It cannot be combined with one that counts.
    Excluded {
        /// The relation that says so.
        relation: Id,
        /// The proposal that counts.
        counted: Id,
    },
    /// It requires a proposal that does not count.
    MissingPrerequisite {
        /// The relation that says so.
        relation: Id,
        /// What it requires.
        proposal: Id,
        /// Whether that one is chosen, and is left out itself.
        is_chosen: bool,
    },
}

/// Returns those of the proposals that cannot all be chosen: variants of each other, or proposals that exclude each
/// other, by any of the catalogues. A sum of them all promises more than can be chosen.
pub(super) fn alternatives<'a>(
    catalogues: impl IntoIterator<Item = &'a Catalogue>,
    proposals: &BTreeSet<Id>,
) -> BTreeSet<Id> {
    let mut found = BTreeSet::new();
    for catalogue in catalogues {
        let groups = catalogue
            .variant_groups
            .iter()
            .map(|group| group.proposals.clone());
        let exclusions = catalogue.relations.iter().filter_map(|relation| {
            let is_one = relation.kind == RelationKind::Excludes && relation.from != relation.to;
            is_one.then(|| vec![relation.from, relation.to])
        });
        for mut group in groups.chain(exclusions) {
            group.retain(|proposal| proposals.contains(proposal));
            if group.len() > 1 {
                found.extend(group);
            }
        }
    }
    found
}

/// The relations of a catalogue, by proposal.
pub(super) struct Rules<'a> {
    /// The groups that a proposal is a variant in.
    groups: BTreeMap<Id, Vec<Id>>,
    /// The relations by which a proposal and another exclude each other, with that other.
    exclusions: BTreeMap<Id, Vec<(Id, Id)>>,
    /// The relations by which a proposal requires another, with that other.
    prerequisites: BTreeMap<Id, Vec<(Id, Id)>>,
    /// What weakens, in the catalogue's order.
    pub(super) weakenings: Vec<&'a Relation>,
}

/// Returns what belongs to a proposal; nothing where it is not named.
fn of<T>(map: &BTreeMap<Id, Vec<T>>, proposal: Id) -> &[T] {
    map.get(&proposal).map_or(&[], Vec::as_slice)
}

impl<'a> Rules<'a> {
    pub(super) fn of(catalogue: &'a Catalogue) -> Self {
        let mut rules = Self {
            groups: BTreeMap::new(),
            exclusions: BTreeMap::new(),
            prerequisites: BTreeMap::new(),
            weakenings: Vec::new(),
        };
        for group in &catalogue.variant_groups {
            for &proposal in &group.proposals {
                rules.groups.entry(proposal).or_default().push(group.id);
            }
        }
        let relations = catalogue.relations.iter();
        for relation in relations.filter(|relation| relation.from != relation.to) {
            let &Relation { id, from, to, .. } = relation;
            match relation.kind {
                RelationKind::Requires => {
                    rules.prerequisites.entry(from).or_default().push((id, to));
                }
                RelationKind::Excludes => {
                    rules.exclusions.entry(from).or_default().push((id, to));
                    rules.exclusions.entry(to).or_default().push((id, from));
                }
                RelationKind::Weakens => rules.weakenings.push(relation),
            }
        }
        rules
    }

    /// Returns the same rules without prerequisites.
    pub(super) fn without_prerequisites(mut self) -> Self {
        self.prerequisites.clear();
        self
    }

    /// Returns what a proposal requires.
    pub(super) fn prerequisites(&self, proposal: Id) -> impl Iterator<Item = Id> {
        of(&self.prerequisites, proposal).iter().map(|&(_, to)| to)
    }

    /// Returns what excludes a proposal or is excluded by it; its variants are not among them.
    pub(super) fn excluded_by(&self, proposal: Id) -> impl Iterator<Item = Id> {
        of(&self.exclusions, proposal)
            .iter()
            .map(|&(_, other)| other)
    }

    /// Returns the variant groups of a proposal.
    pub(super) fn groups(&self, proposal: Id) -> &[Id] {
        of(&self.groups, proposal)
    }
}

/// Returns why a proposal of a catalogue counts in no choice; `None` where it may count.
pub(super) fn ineligible(
    entries: &BTreeMap<Id, ProposalStatus>,
    proposals: &BTreeMap<Id, &Proposal>,
    proposal: Id,
) -> Option<NotCountedReason> {
    match entries.get(&proposal) {
        None => Some(NotCountedReason::NotInCatalogue),
        Some(ProposalStatus::Cancelled) => Some(NotCountedReason::Cancelled),
        Some(_) if !proposals.contains_key(&proposal) => Some(NotCountedReason::Unknown),
        Some(_) => None,
    }
}

/// What counts of the proposals that may be counted: never two variants of a group, never two that exclude each other, and
/// nothing without what it requires.
pub(super) struct Permitted<'a> {
    rules: &'a Rules<'a>,
    /// The proposals that may be counted.
    eligible: BTreeSet<Id>,
    counted: BTreeSet<Id>,
    /// The variant that counts in each group.
    variants: BTreeMap<Id, Id>,
}

impl<'a> Permitted<'a> {
    /// Returns the state in which nothing counts yet.
    pub(super) fn new(rules: &'a Rules<'a>, eligible: BTreeSet<Id>) -> Self {
        Self {
            rules,
            eligible,
            counted: BTreeSet::new(),
            variants: BTreeMap::new(),
        }
    }

    pub(super) fn counts(&self, proposal: Id) -> bool {
        self.counted.contains(&proposal)
    }

    /// Counts a proposal together with all that it requires, if the rules permit it. Returns what counts from now on
    /// and did not before: nothing where they do not.
    ///
    /// A proposal and what it requires stand and fall together. So a proposal is left out whenever something that it
    /// requires is, whatever the order, and proposals that require each other count together or not at all.
    pub(super) fn take(&mut self, proposal: Id) -> Vec<Id> {
        let mut taken = Vec::new();
        let mut needed = vec![proposal];
        while let Some(next) = needed.pop() {
            if self.counts(next) {
                continue;
            }
            if !self.eligible.contains(&next) || self.is_blocked(next) {
                self.give_back(&taken);
                return Vec::new();
            }
            _ = self.counted.insert(next);
            let groups = self.rules.groups(next).iter();
            self.variants.extend(groups.map(|&group| (group, next)));
            taken.push(next);
            needed.extend(self.rules.prerequisites(next));
        }
        taken
    }

    /// Takes out of what counts what was taken last.
    pub(super) fn give_back(&mut self, taken: &[Id]) {
        for &proposal in taken {
            _ = self.counted.remove(&proposal);
            for group in self.rules.groups(proposal) {
                _ = self.variants.remove(group);
            }
        }
    }

    /// Returns whether a proposal conflicts with one that counts.
    fn is_blocked(&self, proposal: Id) -> bool {
        let mut groups = self.rules.groups(proposal).iter();
        groups.any(|group| self.variants.contains_key(group))
            || self
                .rules
                .excluded_by(proposal)
                .any(|other| self.counts(other))
    }

    /// Returns why a proposal that may count does not, given all that is chosen: every conflict with what counts, and
    /// everything that it lacks.
    ///
    /// There is always a reason. Had it no conflict and did all that it requires count, then it would have been taken:
    /// what it requires can have been refused only for a conflict of its own, and then does not count.
    pub(super) fn reasons(&self, proposal: Id, chosen: &BTreeSet<Id>) -> Vec<NotCountedReason> {
        let variants = self.rules.groups(proposal).iter().filter_map(|&group| {
            let &counted = self.variants.get(&group)?;
            Some(NotCountedReason::OtherVariant { group, counted })
        });
        let excluded = of(&self.rules.exclusions, proposal)
            .iter()
            .filter(|(_, other)| self.counts(*other))
            .map(|&(relation, counted)| NotCountedReason::Excluded { relation, counted });
        let missing = of(&self.rules.prerequisites, proposal)
            .iter()
            .filter(|(_, other)| !self.counts(*other))
            .map(
                |&(relation, proposal)| NotCountedReason::MissingPrerequisite {
                    relation,
                    proposal,
                    is_chosen: chosen.contains(&proposal),
                },
            );
        variants.chain(excluded).chain(missing).collect()
    }
}
