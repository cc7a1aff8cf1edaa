use std::collections::{BTreeMap, BTreeSet};

use super::publish::publish;
use crate::danish::Signs;
use crate::domain::{Catalogue, Date, Document, Id, Proposal, ProposalStatus};
use crate::text::differences::{
    Difference, edition_differences, field_differences, other_differences,
};
use crate::text::labels;

/// A catalogue as it was published: the catalogue and its proposals, by identity.
#[derive(Debug, Clone, Copy)]
pub struct PublishedEdition<'a> {
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// The proposals that were published with it.
    pub proposals: &'a BTreeMap<Id, &'a Proposal>,
}

/// Returns a catalogue that is being worked on as it would be published, to be compared with an edition: drafts are
/// news to nobody before they are public. It says of itself which edition it was last.
#[must_use]
pub fn would_be_public(
    catalogue: &Catalogue,
    proposals: &BTreeMap<Id, &Proposal>,
    today: Date,
    with_packages: bool,
) -> Catalogue {
    let last = catalogue.edition;
    let Some(edition) = last.or_else(|| catalogue.next_edition(today)) else {
        return catalogue.clone();
    };
    let (publication, _) = publish(catalogue, proposals, edition, with_packages);
    Catalogue {
        edition: last,
        ..publication.catalogue
    }
}

/// What one edition of a catalogue says otherwise than another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionComparison {
    /// The proposals that are new, in the catalogue's order.
    pub new: Vec<Id>,
    /// The proposals that are no longer in the catalogue, in the order that it had. One that was cancelled is still in it, and
    /// its status has changed.
    pub withdrawn: Vec<Id>,
    /// The proposals that say something else, in the catalogue's order.
    pub changed: Vec<ChangedProposal>,
    /// What the catalogue itself says otherwise, which edition it is and which proposals it has apart.
    pub catalogue: Vec<Difference>,
}

/// A proposal that says something else in the later edition, or of which the catalogue does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedProposal {
    /// The proposal.
    pub proposal: Id,
    /// Its status as it was and as it is, where that has changed.
    pub status: Option<(ProposalStatus, ProposalStatus)>,
    /// Everything else that has changed: what became of it, the fields of the form, and what was ticked.
    pub differences: Vec<Difference>,
}

/// Compares two editions of a catalogue, field by field, with amounts as a sign convention shows them. A proposal that was not
/// published with one of them is compared by what the catalogues say of it.
#[must_use]
pub fn compare_editions(
    before: PublishedEdition<'_>,
    after: PublishedEdition<'_>,
    signs: Signs,
) -> EditionComparison {
    let (then, today) = (before.catalogue, after.catalogue);
    let ids = |catalogue: &Catalogue| -> BTreeSet<Id> {
        catalogue
            .entries
            .iter()
            .map(|entry| entry.proposal)
            .collect()
    };
    let only_in = |catalogue: &Catalogue, other: &Catalogue| -> Vec<Id> {
        let others = ids(other);
        let entries = catalogue.entries.iter().map(|entry| entry.proposal);
        entries.filter(|id| !others.contains(id)).collect()
    };
    let entries = today.entries.iter();
    let changed = entries.filter_map(|entry| changed(before, after, entry.proposal, signs));
    EditionComparison {
        new: only_in(today, then),
        withdrawn: only_in(then, today),
        changed: changed.collect(),
        catalogue: of_catalogue(then, today, signs),
    }
}

/// Returns what is said otherwise of a proposal that both editions have.
fn changed(
    before: PublishedEdition<'_>,
    after: PublishedEdition<'_>,
    id: Id,
    signs: Signs,
) -> Option<ChangedProposal> {
    let (then, today) = (before.catalogue.entry(id)?, after.catalogue.entry(id)?);
    let mut differences = Vec::new();
    if then.outcome != today.outcome {
        differences.push(Difference {
            label: labels::OUTCOME.to_owned(),
            then: then.outcome.clone(),
            today: today.outcome.clone(),
        });
    }
    let (form_then, form_today) = (before.proposals.get(&id), after.proposals.get(&id));
    if let (Some(then), Some(today)) = (form_then, form_today) {
        let (then, today) = (then.published(), today.published());
        differences.extend(field_differences(
            &then,
            &today,
            signs,
            labels::proposal_field,
        ));
        let (then, today) = (Document::from(then), Document::from(today));
        differences.extend(other_differences(&then, &today));
    }
    let is_other_status = then.status != today.status;
    let status = is_other_status.then_some((then.status, today.status));
    let is_changed = status.is_some() || !differences.is_empty();
    is_changed.then_some(ChangedProposal {
        proposal: id,
        status,
        differences,
    })
}

/// Returns what is said otherwise of the catalogue, its proposals apart.
fn of_catalogue(then: &Catalogue, today: &Catalogue, signs: Signs) -> Vec<Difference> {
    // What became of each proposal is told with it.
    let head = |catalogue: &Catalogue| Catalogue {
        entries: Vec::new(),
        ..catalogue.clone()
    };
    let (head_then, head_today) = (head(then), head(today));
    let mut differences =
        field_differences(&head_then, &head_today, signs, labels::catalogue_field);
    differences.extend(edition_differences(then, today));
    differences
}
