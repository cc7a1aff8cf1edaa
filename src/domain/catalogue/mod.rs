//! Råderumskatalog: the proposals of a budget year, how they relate, and the figures that follow from a choice of them.

mod combination;
mod comparison;
mod edition;
mod entry;
mod field;
mod figures;
mod largest;
mod list_sum;
mod net_change;
mod package;
mod relation;
mod rules;
mod target;

pub use combination::{Combination, CombinedYear, Costing, combine, costing, passed_over};
pub use comparison::{PackageComparison, PackagesWith, compare_packages};
pub use edition::Edition;
pub use entry::{CatalogueEntry, Decided, ProposalStatus};
pub use field::CatalogueField;
pub use figures::{AppliedWeakening, Part, weightiest};
pub use largest::{LargestChoice, largest_choice};
pub use list_sum::{ListSum, not_counted};
pub use net_change::net_change_by_year;
pub use package::Package;
pub use relation::{Relation, RelationKind, VariantGroup};
use rules::alternatives;
pub use rules::{NotCounted, NotCountedReason};
pub use target::AgainstTarget;

use std::collections::BTreeSet;

use super::{Amount, Date, Description, Entry, Fields, Id, Timestamp, YEARS, Year};

/// Råderumskatalog: the proposals of a budget year, which politicians negotiate over and citizens read.
///
/// It names its proposals by identity; each is a document of its own. What it says of a proposal that is missing, or
/// that was taken out of the catalogue, is kept and counts as nothing.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let (catalogue, proposals) = (lejre.catalogue(), lejre.proposals());
/// let everything: Vec<Id> = catalogue.entries.iter().map(|entry| entry.proposal).collect();
/// let combination = combine(&catalogue, &proposals, &everything);
/// // Lejre 2024: gains of 10.533 thousand, investments of 5.450.
/// assert_eq!(combination.years[0].estimated_gain, Total::from(Amount::from_kroner(-10_533_000)));
/// assert_eq!(combination.years[0].net_change, Total::from(Amount::from_kroner(-5_083_000)));
/// assert_eq!(combination.net_change_total(), Total::from(Amount::from_kroner(-29_932_000)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// The document's identity.
    pub id: Id,
    /// When the document was last changed.
    pub changed_at: Timestamp,
    /// Titel.
    pub title: String,
    /// Kommune.
    pub municipality: String,
    /// The budget year; three forecast years follow it.
    pub first_year: Entry<Year>,
    /// Fase, as typed: `Høring`, say.
    pub stage: String,
    /// Prisniveau: the year in whose prices the amounts are.
    pub price_level: Entry<Year>,
    /// The first day of the hearing.
    pub hearing_from: Entry<Date>,
    /// The last day of the hearing.
    pub hearing_to: Entry<Date>,
    /// Indledning.
    pub introduction: String,
    /// Måltal: the net change that must be reached in each year, in kroner; minus = must save.
    pub targets: [Entry<Amount>; YEARS],
    /// The proposals. Their order is the catalogue's numbering.
    pub entries: Vec<CatalogueEntry>,
    /// Variants of which at most one can be chosen.
    pub variant_groups: Vec<VariantGroup>,
    /// How two proposals relate.
    pub relations: Vec<Relation>,
    /// Choices of proposals with a name.
    pub packages: Vec<Package>,
    /// The edition that was published last; `None` while none is.
    pub edition: Option<Edition>,
}

impl Catalogue {
    /// Returns an empty catalogue for a budget year.
    #[must_use]
    pub fn blank(id: Id, changed_at: Timestamp, first_year: Entry<Year>) -> Self {
        Self {
            id,
            changed_at,
            title: String::new(),
            municipality: String::new(),
            first_year,
            stage: String::new(),
            price_level: Entry::Blank,
            hearing_from: Entry::Blank,
            hearing_to: Entry::Blank,
            introduction: String::new(),
            targets: Default::default(),
            entries: Vec::new(),
            variant_groups: Vec::new(),
            relations: Vec::new(),
            packages: Vec::new(),
            edition: None,
        }
    }

    /// Returns the catalogue as it is published: its rows and what its public fields hold, and nothing else.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut catalogue = lejre.catalogue();
    /// catalogue.introduction = "Otte forslag for 2024 til 2027.".to_owned();
    /// let public = catalogue.published();
    /// assert_eq!(public.introduction, catalogue.introduction);
    /// assert_eq!(public.proposals(), catalogue.proposals());
    /// ```
    #[must_use]
    pub fn published(&self) -> Self {
        let entries = self.entries.iter().map(|entry| CatalogueEntry {
            proposal: entry.proposal,
            status: entry.status,
            outcome: String::new(),
        });
        let groups = self.variant_groups.iter().map(|group| VariantGroup {
            id: group.id,
            name: String::new(),
            proposals: group.proposals.clone(),
        });
        let relations = self.relations.iter();
        let packages = self.packages.iter().map(|package| Package {
            id: package.id,
            name: String::new(),
            proposals: package.proposals.clone(),
        });
        let mut public = Self {
            entries: entries.collect(),
            variant_groups: groups.collect(),
            relations: relations
                .map(|of| Relation::new(of.id, of.kind, of.from, of.to))
                .collect(),
            packages: packages.collect(),
            edition: self.edition,
            ..Self::blank(self.id, self.changed_at, Entry::Blank)
        };
        public.copy_fields(self, Description::is_public);
        public
    }

    /// Returns the catalogue with what sums over its proposals depend on, and the names of its variants: two that differ in
    /// packages, texts or the time of their last change are the same.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let (catalogue, proposals) = (lejre.catalogue(), lejre.proposals());
    /// let all: Vec<Id> = catalogue.proposals().into_iter().collect();
    /// let mut changed = catalogue.clone();
    /// changed.packages.push(Package { id: Id::random(), name: "Et bud".to_owned(), proposals: all.clone() });
    /// assert_eq!(changed.for_sums(), catalogue.for_sums());
    /// assert_eq!(combine(&changed.for_sums(), &proposals, &all), combine(&changed, &proposals, &all));
    /// ```
    #[must_use]
    pub fn for_sums(&self) -> Self {
        let entries = self.entries.iter().map(|entry| CatalogueEntry {
            proposal: entry.proposal,
            status: entry.status,
            outcome: String::new(),
        });
        let relations = self.relations.iter().map(|relation| Relation {
            weakening: relation.weakening.clone(),
            ..Relation::new(relation.id, relation.kind, relation.from, relation.to)
        });
        Self {
            price_level: self.price_level.clone(),
            targets: self.targets.clone(),
            entries: entries.collect(),
            variant_groups: self.variant_groups.clone(),
            relations: relations.collect(),
            ..Self::blank(self.id, Timestamp::UNIX_EPOCH, self.first_year.clone())
        }
    }

    /// Returns the calendar year of a column, 0 for the budget year; `None` where the budget year is blank or cannot be
    /// read.
    #[must_use]
    pub fn year(&self, index: usize) -> Option<Year> {
        self.first_year.value().map(|first| first.plus(index))
    }

    /// Returns what the catalogue says of a proposal; `None` where it does not have it.
    #[must_use]
    pub fn entry(&self, proposal: Id) -> Option<&CatalogueEntry> {
        self.entries.iter().find(|entry| entry.proposal == proposal)
    }

    /// Returns what the catalogue says of a proposal, to be changed; `None` where it does not have it.
    pub fn entry_mut(&mut self, proposal: Id) -> Option<&mut CatalogueEntry> {
        self.entries
            .iter_mut()
            .find(|entry| entry.proposal == proposal)
    }

    /// Returns how much of the catalogue is decided. Until everything is, nothing of it may be mistaken for a decision.
    #[must_use]
    pub fn decided(&self) -> Decided {
        Decided::of(self.entries.iter().map(|entry| entry.status))
    }

    /// Returns the proposals of the catalogue.
    #[must_use]
    pub fn proposals(&self) -> BTreeSet<Id> {
        self.entries.iter().map(|entry| entry.proposal).collect()
    }

    /// Gives every draft another status; returns how many drafts there were. Other statuses stay.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut catalogue = lejre.catalogue();
    /// catalogue.entry_mut(lejre.id("Isafjord")).unwrap().status = ProposalStatus::Adopted;
    /// assert_eq!(catalogue.give_drafts(ProposalStatus::Consultation), 7);
    /// assert_eq!(catalogue.give_drafts(ProposalStatus::Consultation), 0);
    /// assert_eq!(catalogue.entry(lejre.id("Isafjord")).unwrap().status, ProposalStatus::Adopted);
    /// ```
    pub fn give_drafts(&mut self, status: ProposalStatus) -> usize {
        let mut given = 0;
        for entry in &mut self.entries {
            if entry.status == ProposalStatus::Draft && status != ProposalStatus::Draft {
                entry.status = status;
                given += 1;
            }
        }
        given
    }

    /// Returns a proposal's number in the catalogue, from 1; `None` where the catalogue does not have it.
    #[must_use]
    pub fn number(&self, proposal: Id) -> Option<usize> {
        let mut entries = self.entries.iter();
        let index = entries.position(|entry| entry.proposal == proposal)?;
        Some(index + 1)
    }

    /// Returns the variant group with this identity.
    #[must_use]
    pub fn variant_group(&self, id: Id) -> Option<&VariantGroup> {
        self.variant_groups.iter().find(|group| group.id == id)
    }

    /// Returns the variant group with this identity, to be changed.
    pub fn variant_group_mut(&mut self, id: Id) -> Option<&mut VariantGroup> {
        self.variant_groups.iter_mut().find(|group| group.id == id)
    }

    /// Returns the relation with this identity.
    #[must_use]
    pub fn relation(&self, id: Id) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.id == id)
    }

    /// Returns the relation with this identity, to be changed.
    pub fn relation_mut(&mut self, id: Id) -> Option<&mut Relation> {
        self.relations.iter_mut().find(|relation| relation.id == id)
    }

    /// Returns whether a relation requires a proposal that can never be chosen beside the one that requires it.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut catalogue = lejre.catalogue();
    /// let [ophold, tilbud] = ["§108", "§104"].map(|words| lejre.id(words));
    /// let requires = Relation::new(Id::random(), RelationKind::Requires, ophold, tilbud);
    /// assert!(!catalogue.is_impossible(&requires));
    /// let group = VariantGroup { id: Id::random(), name: String::new(), proposals: vec![tilbud, ophold] };
    /// catalogue.variant_groups.push(group);
    /// assert!(catalogue.is_impossible(&requires));
    /// ```
    #[must_use]
    pub fn is_impossible(&self, relation: &Relation) -> bool {
        let pair = [relation.from, relation.to];
        let excludes = |other: &Relation| {
            other.kind == RelationKind::Excludes
                && pair.contains(&other.from)
                && pair.contains(&other.to)
        };
        let are_variants =
            |group: &VariantGroup| pair.iter().all(|id| group.proposals.contains(id));
        relation.kind == RelationKind::Requires
            && (self.relations.iter().any(excludes) || self.variant_groups.iter().any(are_variants))
    }

    /// Returns the package with this identity.
    #[must_use]
    pub fn package(&self, id: Id) -> Option<&Package> {
        self.packages.iter().find(|package| package.id == id)
    }

    /// Returns the package with this identity, to be changed.
    pub fn package_mut(&mut self, id: Id) -> Option<&mut Package> {
        self.packages.iter_mut().find(|package| package.id == id)
    }
}
