//! What differs between two states of a document, in words.

use std::collections::BTreeSet;

use super::{labels, page};
use crate::danish::{Signs, print_date};
use crate::domain::{ActionPlan, Catalogue, CatalogueEntry, Document, Id, Month, Proposal};
use crate::draft::{self, Form, shown_in};

/// One place in a document, as it was and as it is. Blank where there was nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub label: String,
    /// As it was.
    pub then: String,
    /// As it is.
    pub today: String,
}

/// The fields that differ between two states of the same document, in the order of the form, as a sign convention shows
/// them. A field of a row that was removed is named as it was.
pub fn field_differences<F: Form>(
    then: &F,
    today: &F,
    signs: Signs,
    label: impl Fn(&F, F::Field) -> String,
) -> Vec<Difference> {
    let of_today = today.fields();
    draft::differences(then, today)
        .map(|field| {
            let is_here = of_today.contains(&field);
            Difference {
                label: label(if is_here { today } else { then }, field),
                then: shown_in(then, field, signs),
                today: shown_in(today, field, signs),
            }
        })
        .collect()
}

/// What differs between two states of the same document, fields apart.
#[must_use]
pub fn other_differences(then: &Document, today: &Document) -> Vec<Difference> {
    if let (Document::Catalogue(then), Document::Catalogue(today)) = (then, today) {
        let mut differences = catalogue_differences(then, today);
        for entry in &today.entries {
            if let Some(before) = then.entry(entry.proposal) {
                let number = today.number(entry.proposal);
                differences.extend(status_difference(before, entry, number));
            }
        }
        return differences;
    }
    let (then, today) = (others(then), others(today));
    let pairs = then.into_iter().zip(today);
    pairs
        .filter(|((_, then), (_, today))| then != today)
        .map(|((label, then), (_, today))| Difference {
            label: label.to_owned(),
            then,
            today,
        })
        .collect()
}

/// Everything in a form that is no field, in words; the same list for every document of a kind.
fn others(document: &Document) -> Vec<(&'static str, String)> {
    match document {
        Document::Proposal(proposal) => of_proposal(proposal),
        Document::ActionPlan(plan) => of_plan(plan),
        // Its rows are compared one by one.
        Document::Catalogue(_) => Vec::new(),
    }
}

/// What differs between two states of a catalogue, the fields and what it says of each proposal apart: which proposals it has
/// and in which order, variants, relations, packages and edition.
#[must_use]
pub fn catalogue_differences(then: &Catalogue, today: &Catalogue) -> Vec<Difference> {
    let mut differences = Vec::new();
    let mut compare = |label: String, then: String, today: String| {
        if then != today {
            differences.push(Difference { label, then, today });
        }
    };
    let (before, after) = (ids(then), ids(today));
    let added = after.iter().filter(|id| !before.contains(id)).count();
    let removed = before.iter().filter(|id| !after.contains(id)).count();
    compare(
        page::PROPOSALS_ADDED.to_owned(),
        String::new(),
        number(added),
    );
    compare(
        page::PROPOSALS_REMOVED.to_owned(),
        number(removed),
        String::new(),
    );
    let common = |ids: &[Id], others: &[Id]| -> Vec<Id> {
        let others: BTreeSet<&Id> = others.iter().collect();
        ids.iter()
            .copied()
            .filter(|id| others.contains(id))
            .collect()
    };
    if common(&before, &after) != common(&after, &before) {
        let now = page::REORDERED.to_owned();
        compare(page::PROPOSALS_IN_ORDER.to_owned(), String::new(), now);
    }
    let groups = |of: &Catalogue| -> Vec<(Id, Vec<Id>)> {
        let groups = of.variant_groups.iter();
        groups
            .map(|group| (group.id, group.proposals.clone()))
            .collect()
    };
    let packages = |of: &Catalogue| -> Vec<(Id, Vec<Id>)> {
        let packages = of.packages.iter();
        packages
            .map(|package| (package.id, package.proposals.clone()))
            .collect()
    };
    for (label, before, after) in [
        (page::VARIANTS, groups(then), groups(today)),
        (page::PACKAGE, packages(then), packages(today)),
    ] {
        for (place, id) in places(&before, &after) {
            let of = |lists: &[(Id, Vec<Id>)], catalogue: &Catalogue| {
                let list = lists.iter().find(|(other, _)| *other == id);
                list.map_or(String::new(), |(_, ids)| numbers(catalogue, ids))
            };
            // Told by identity: a number may stand for another proposal now.
            let is_same = before.iter().find(|(other, _)| *other == id)
                == after.iter().find(|(other, _)| *other == id);
            if !is_same {
                compare(
                    page::proposals_of(label, place),
                    of(&before, then),
                    of(&after, today),
                );
            }
        }
    }
    let relations = |of: &Catalogue| -> Vec<(Id, Vec<Id>)> {
        let relations = of.relations.iter();
        relations
            .map(|relation| (relation.id, Vec::new()))
            .collect()
    };
    for (place, id) in places(&relations(then), &relations(today)) {
        let of = |catalogue: &Catalogue| {
            catalogue.relation(id).map_or(String::new(), |relation| {
                page::related(
                    &numbers(catalogue, &[relation.from]),
                    relation.kind,
                    &numbers(catalogue, &[relation.to]),
                )
            })
        };
        compare(page::relation(place), of(then), of(today));
    }
    let edition = |of: &Catalogue| of.edition.map_or(String::new(), page::edition);
    compare(page::EDITION.to_owned(), edition(then), edition(today));
    differences
}

/// The status of a proposal of a catalogue, if it differs. Its label names the proposal by its number, if one is given.
#[must_use]
pub fn status_difference(
    then: &CatalogueEntry,
    today: &CatalogueEntry,
    number: Option<usize>,
) -> Option<Difference> {
    (then.status != today.status).then(|| Difference {
        label: page::status_of(number),
        then: labels::status(then.status).to_owned(),
        today: labels::status(today.status).to_owned(),
    })
}

fn ids(catalogue: &Catalogue) -> Vec<Id> {
    catalogue
        .entries
        .iter()
        .map(|entry| entry.proposal)
        .collect()
}

/// The rows of both, each with its place from 0: in the list that it is in now, or else was in.
fn places(then: &[(Id, Vec<Id>)], today: &[(Id, Vec<Id>)]) -> Vec<(usize, Id)> {
    let place = |(place, (id, _)): (usize, &(Id, Vec<Id>))| (place, *id);
    let is_gone = |(_, id): &(usize, Id)| today.iter().all(|(other, _)| other != id);
    let gone = then.iter().enumerate().map(place).filter(is_gone);
    today.iter().enumerate().map(place).chain(gone).collect()
}

/// Proposals by their numbers in a catalogue: `2, 5, 7`. One that has left it is a question mark.
fn numbers(catalogue: &Catalogue, proposals: &[Id]) -> String {
    let number = |&id: &Id| match catalogue.number(id) {
        Some(number) => number.to_string(),
        None => "?".to_owned(),
    };
    proposals.iter().map(number).collect::<Vec<_>>().join(", ")
}

fn of_proposal(proposal: &Proposal) -> Vec<(&'static str, String)> {
    let kinds = proposal.kinds.iter().map(|&kind| labels::kind(kind));
    vec![
        (labels::KINDS, kinds.collect::<Vec<_>>().join(", ")),
        (page::DISMISSED_ADVICE, number(proposal.dismissed.len())),
    ]
}

fn of_plan(plan: &ActionPlan) -> Vec<(&'static str, String)> {
    let month = |month: Option<Month>| month.map(labels::month).unwrap_or_default().to_owned();
    let rows = plan.focus_areas.iter().map(|row| row.area.as_str());
    let sources = plan.focus_areas.iter().map(|row| &row.source);
    let sources = sources.flatten().map(|source| source.heading.as_str());
    let updates = plan.updates.all().iter();
    let updates = updates.map(|update| print_date(update.closed_on()));
    vec![
        (page::STATUS, month(plan.status)),
        (page::CLOSED_MONTHS, month(plan.closed_through)),
        (page::UPDATES, updates.collect::<Vec<_>>().join(", ")),
        (page::ROWS_IN_ORDER, rows.collect::<Vec<_>>().join(" · ")),
        (
            page::ROWS_FROM_PROPOSALS,
            sources.collect::<Vec<_>>().join(" · "),
        ),
        (page::STATED_SUMS, number(plan.stated_sums.len())),
        (page::DISMISSED_ADVICE, number(plan.dismissed.len())),
    ]
}

fn number(count: usize) -> String {
    match count {
        0 => String::new(),
        _ => count.to_string(),
    }
}
