//! Publishing a catalogue: what of it becomes public, and what is left out.

use std::collections::{BTreeMap, BTreeSet};

use super::content_code::content_code;
use crate::checks::doubtful_signs;
use crate::domain::{
    Catalogue, CatalogueField, Document, Edition, Entry, Id, Package, Proposal, ProposalField,
    ProposalStatus, Relation, RelationKind, StaffRow, StatedFigures, TimeOfDay, YEARS,
};
use crate::draft::{self, Form};
use crate::text::catalogue::names;

/// A catalogue as it is published: what is not for everybody is gone from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// The catalogue, with the edition that this is.
    pub catalogue: Catalogue,
    /// Its proposals, in its order.
    pub proposals: Vec<Proposal>,
    /// The edition.
    pub edition: Edition,
    /// The time of day at which it was published; `None` while it is only looked at.
    pub published_at: Option<TimeOfDay>,
    /// In which years it cannot be told whether a proposal creates positions or cuts them; proposals without such a year are not
    /// in it.
    pub positions_without_sign: PositionsWithoutSign,
}

/// By proposal, for each of its years, whether it cannot be told whether positions are created or cut.
pub type PositionsWithoutSign = BTreeMap<Id, [bool; YEARS]>;

/// What does not become public.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Withheld {
    /// The proposals that are drafts, in the catalogue's order.
    pub drafts: Vec<Id>,
    /// The proposals that the catalogue names and that are not here.
    pub missing: Vec<Id>,
    /// The variant groups and relations that are about fewer than two public proposals: how many there are.
    pub relations: usize,
    /// The public proposals that require one that is not, in the catalogue's order: on the page they count without it.
    pub without_required: Vec<Id>,
    /// How many packages there are; 0 where they are published too.
    pub packages: usize,
    /// How many of the packages that are published lose proposals that are not public.
    pub shortened_packages: usize,
    /// The packages that are not published because none of their proposals is public, in the catalogue's order.
    pub emptied_packages: Vec<Id>,
    /// The fields of the catalogue itself that cannot be read. Readers find them blank, in the data too.
    pub unreadable: Vec<CatalogueField>,
    /// How much advice was dismissed in the public proposals.
    pub dismissed_advice: usize,
    /// How many of the public proposals say what sums their source stated.
    pub stated_sums: usize,
}

/// Returns what becomes public of a catalogue in an edition, and what does not. A proposal that nobody may see yet is
/// nowhere: not in a variant group, a relation or a package either.
#[must_use]
pub fn publish(
    catalogue: &Catalogue,
    proposals: &BTreeMap<Id, &Proposal>,
    edition: Edition,
    with_packages: bool,
) -> (Publication, Withheld) {
    let mut withheld = Withheld::default();
    let mut public = catalogue.published();
    public.edition = Some(edition);
    public.entries.retain(|entry| {
        let is_draft = entry.status == ProposalStatus::Draft;
        let is_here = proposals.contains_key(&entry.proposal);
        if is_draft {
            withheld.drafts.push(entry.proposal);
        } else if !is_here {
            withheld.missing.push(entry.proposal);
        }
        !is_draft && is_here
    });
    let are_public: BTreeSet<Id> = public.entries.iter().map(|entry| entry.proposal).collect();
    for group in &mut public.variant_groups {
        group.proposals.retain(|id| are_public.contains(id));
    }
    let lacks_required = |id: Id| {
        let mut relations = catalogue.relations.iter();
        relations.any(|relation| {
            relation.kind == RelationKind::Requires
                && relation.from == id
                && !are_public.contains(&relation.to)
        })
    };
    let entries = public.entries.iter().map(|entry| entry.proposal);
    withheld.without_required = entries.filter(|&id| lacks_required(id)).collect();
    let before = public.variant_groups.len() + public.relations.len();
    public
        .variant_groups
        .retain(|group| group.proposals.len() > 1);
    public.relations.retain(|relation| {
        are_public.contains(&relation.from) && are_public.contains(&relation.to)
    });
    withheld.relations = before - public.variant_groups.len() - public.relations.len();
    if with_packages {
        public
            .packages
            .retain_mut(|package| keep_public(package, &are_public, &mut withheld));
    } else {
        withheld.packages = public.packages.len();
        public.packages.clear();
    }
    withheld.unreadable = blank_unreadable(&mut public);
    let entries = public.entries.iter();
    let proposals = entries.filter_map(|entry| proposals.get(&entry.proposal).copied());
    let mut positions_without_sign = PositionsWithoutSign::new();
    let proposals = proposals.map(|proposal| {
        // Before it is taken out what somebody has said is as meant.
        let years = doubtful_positions(proposal);
        if years.contains(&true) {
            _ = positions_without_sign.insert(proposal.id, years);
        }
        withheld.dismissed_advice += proposal.dismissed.len();
        withheld.stated_sums += usize::from(proposal.stated != StatedFigures::default());
        proposal.published()
    });
    let publication = Publication {
        proposals: proposals.collect(),
        catalogue: public,
        edition,
        published_at: None,
        positions_without_sign,
    };
    (publication, withheld)
}

/// Takes out of a package what is not public. Returns whether the package remains: one that names drafts only is a draft
/// itself.
fn keep_public(package: &mut Package, are_public: &BTreeSet<Id>, withheld: &mut Withheld) -> bool {
    let before = package.proposals.len();
    package.proposals.retain(|id| are_public.contains(id));
    let is_shortened = package.proposals.len() < before;
    let is_emptied = is_shortened && package.proposals.is_empty();
    if is_emptied {
        withheld.emptied_packages.push(package.id);
    } else {
        withheld.shortened_packages += usize::from(is_shortened);
    }
    !is_emptied
}

/// Blanks what cannot be read in the catalogue's own fields: the page has no room where it could be told, and then it has no
/// business in the data either. The fields that were blanked.
fn blank_unreadable(catalogue: &mut Catalogue) -> Vec<CatalogueField> {
    let errors = draft::errors(catalogue).into_iter();
    let fields: Vec<CatalogueField> = errors.map(|(field, _)| field).collect();
    for &field in &fields {
        catalogue.enter(field, "");
    }
    // A weakening that lacks a year would take too little off a sum, and nobody would see it. Without amounts, that is told.
    for relation in &mut catalogue.relations {
        let is_weakening = |field: &CatalogueField| matches!(field, CatalogueField::Weakening(id, _) if *id == relation.id);
        if fields.iter().any(is_weakening) {
            relation.weakening = Default::default();
        }
    }
    fields
}

/// Returns in which years the sign of a proposal's positions is probably not meant.
fn doubtful_positions(proposal: &Proposal) -> [bool; YEARS] {
    let doubtful = doubtful_signs(proposal);
    std::array::from_fn(|year| {
        doubtful.contains(&ProposalField::Staff(StaffRow::FullTimeEquivalents, year))
    })
}

impl Publication {
    /// Returns the same as it is published at a time of day.
    #[must_use]
    pub fn at(self, time: TimeOfDay) -> Self {
        Self {
            published_at: Some(time),
            ..self
        }
    }

    /// Returns which edition it is, told apart from all others: `2. udgave, 22.11.2026 kl. 14.05, kode 7f3a-91c2`.
    #[must_use]
    pub fn label(&self) -> String {
        names::edition_label(self.edition, self.published_at, &self.code())
    }

    /// Returns the code of what it says.
    #[must_use]
    pub fn code(&self) -> String {
        content_code(&self.catalogue, &self.by_id())
    }

    /// Returns the relations by which one public proposal weakens another, of which nobody has written by how much:
    /// sums with both promise too much.
    #[must_use]
    pub fn unknown_weakenings(&self) -> Vec<&Relation> {
        let relations = self.catalogue.relations.iter();
        let unknown = relations.filter(|relation| {
            let mut amounts = relation.weakening.iter();
            relation.kind == RelationKind::Weakens && amounts.all(Entry::is_blank)
        });
        unknown.collect()
    }

    /// Returns the proposals and the catalogue as documents.
    #[must_use]
    pub fn documents(&self) -> Vec<Document> {
        let proposals = self.proposals.iter().cloned().map(Document::from);
        proposals.chain([self.catalogue.clone().into()]).collect()
    }

    /// Returns the proposals by identity.
    #[must_use]
    pub fn by_id(&self) -> BTreeMap<Id, &Proposal> {
        let proposals = self.proposals.iter();
        proposals.map(|proposal| (proposal.id, proposal)).collect()
    }
}
