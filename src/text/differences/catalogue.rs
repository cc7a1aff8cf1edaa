//! What differs between two states of a catalogue beside its fields. Proposals are named by their numbers and compared by their
//! identities: another numbering alone changes nothing but the order.

use super::{Difference, number};
use crate::domain::{Catalogue, Id, RelationKind};
use crate::text::catalogue::names;
use crate::text::{differences, labels};

/// What differs between two states of a catalogue, the fields and what it says of each proposal apart: which proposals it has
/// and in which order, variants, relations, packages and edition.
pub(super) fn catalogue_differences(then: &Catalogue, today: &Catalogue) -> Vec<Difference> {
    let mut differences = proposals(then, today);
    differences.extend(edition_differences(then, today));
    let edition = |of: &Catalogue| of.edition.map_or(String::new(), names::edition);
    if then.edition != today.edition {
        differences.push(Difference {
            label: names::EDITION.to_owned(),
            then: edition(then),
            today: edition(today),
        });
    }
    differences
}

/// What differs between two editions, to somebody who is told which they are and which proposals came and went: the order of
/// the others, variants, relations and packages.
#[must_use]
pub fn edition_differences(then: &Catalogue, today: &Catalogue) -> Vec<Difference> {
    let mut differences: Vec<Difference> = order(then, today).into_iter().collect();
    differences.extend(rows(&groups(then), &groups(today), |place| {
        differences::proposals_of(differences::VARIANTS, place)
    }));
    differences.extend(rows(&relations(then), &relations(today), names::relation));
    differences.extend(rows(&packages(then), &packages(today), |place| {
        differences::proposals_of(names::PACKAGE, place)
    }));
    differences
}

/// The statuses that differ, of proposals that both states have.
pub(super) fn status_differences(then: &Catalogue, today: &Catalogue) -> Vec<Difference> {
    let entries = today.entries.iter().zip(1..);
    let differences = entries.filter_map(|(entry, number)| {
        let before = then.entry(entry.proposal)?;
        (before.status != entry.status).then(|| Difference {
            label: names::status_of(number),
            then: labels::status(before.status).to_owned(),
            today: labels::status(entry.status).to_owned(),
        })
    });
    differences.collect()
}

/// How many proposals came and went.
fn proposals(then: &Catalogue, today: &Catalogue) -> Vec<Difference> {
    let gone_from = |of: &Catalogue, other: &Catalogue| {
        let others = other.proposals();
        let entries = of.entries.iter();
        number(
            entries
                .filter(|entry| !others.contains(&entry.proposal))
                .count(),
        )
    };
    let (added, removed) = (gone_from(today, then), gone_from(then, today));
    let told = [
        (differences::PROPOSALS_ADDED, String::new(), added),
        (differences::PROPOSALS_REMOVED, removed, String::new()),
    ];
    told.into_iter()
        .filter(|(_, then, today)| then != today)
        .map(|(label, then, today)| Difference {
            label: label.to_owned(),
            then,
            today,
        })
        .collect()
}

/// Whether the proposals that both have are in another order.
fn order(then: &Catalogue, today: &Catalogue) -> Option<Difference> {
    let common = |of: &Catalogue, other: &Catalogue| -> Vec<Id> {
        let others = other.proposals();
        let ids = of.entries.iter().map(|entry| entry.proposal);
        ids.filter(|id| others.contains(id)).collect()
    };
    (common(then, today) != common(today, then)).then(|| Difference {
        label: differences::PROPOSALS_IN_ORDER.to_owned(),
        then: String::new(),
        today: differences::REORDERED.to_owned(),
    })
}

/// A row of a catalogue: what it says by identity, by which it is compared, and in words.
struct Row {
    id: Id,
    says: (Option<RelationKind>, Vec<Id>),
    words: String,
}

/// The rows that say something else, that are new or that are gone. Each is named by its place, the first being 0: in the list
/// that it is in, or was in.
fn rows(then: &[Row], today: &[Row], label: impl Fn(usize) -> String) -> Vec<Difference> {
    let words = |row: Option<&Row>| row.map_or(String::new(), |row| row.words.clone());
    let of = |rows: &'_ [Row], id: Id| rows.iter().position(|row| row.id == id);
    let here = today.iter().enumerate().filter_map(|(place, row)| {
        let before = of(then, row.id).and_then(|place| then.get(place));
        let is_same = before.is_some_and(|before| before.says == row.says);
        (!is_same).then_some((place, before, Some(row)))
    });
    let gone = then.iter().enumerate();
    let gone = gone.filter(|(_, row)| of(today, row.id).is_none());
    let gone = gone.map(|(place, row)| (place, Some(row), None));
    here.chain(gone)
        .map(|(place, then, today)| Difference {
            label: label(place),
            then: words(then),
            today: words(today),
        })
        .collect()
}

fn groups(catalogue: &Catalogue) -> Vec<Row> {
    let groups = catalogue.variant_groups.iter();
    groups
        .map(|group| choice(catalogue, group.id, &group.proposals))
        .collect()
}

fn packages(catalogue: &Catalogue) -> Vec<Row> {
    let packages = catalogue.packages.iter();
    packages
        .map(|package| choice(catalogue, package.id, &package.proposals))
        .collect()
}

fn choice(catalogue: &Catalogue, id: Id, proposals: &[Id]) -> Row {
    let numbers = proposals.iter().map(|&id| numbered(catalogue, id));
    Row {
        id,
        says: (None, proposals.to_vec()),
        words: numbers.collect::<Vec<_>>().join(", "),
    }
}

fn relations(catalogue: &Catalogue) -> Vec<Row> {
    let relations = catalogue.relations.iter();
    relations
        .map(|relation| Row {
            id: relation.id,
            says: (Some(relation.kind), vec![relation.from, relation.to]),
            words: differences::related(
                &numbered(catalogue, relation.from),
                relation.kind,
                &numbered(catalogue, relation.to),
            ),
        })
        .collect()
}

/// A proposal by its number in a catalogue. One that has left it is a question mark.
fn numbered(catalogue: &Catalogue, proposal: Id) -> String {
    let number = catalogue.number(proposal);
    number.map_or("?".to_owned(), |number| number.to_string())
}
