//! Proposals that save so much, by their numbers, and what a catalogue says of them.

use std::collections::BTreeMap;

use raaderum::domain::{
    Catalogue, Entry, Id, Proposal, Relation, RelationKind, Timestamp, VariantGroup, YEARS, Year,
};

use super::{numbered, thousand};

pub fn by_id(proposals: &[Proposal]) -> BTreeMap<Id, &Proposal> {
    proposals.iter().map(|one| (one.id, one)).collect()
}

pub fn year(number: i64) -> Entry<Year> {
    Entry::Value(Year::new(number).expect("a year"))
}

/// A proposal that changes its budget by so many thousand kroner in each year. Its identity is its number.
pub fn saving(number: u32, amounts: [i64; YEARS]) -> Proposal {
    let mut proposal = Proposal::blank(numbered(number), Timestamp::UNIX_EPOCH, year(2024));
    proposal.heading = format!("Forslag {number}");
    for (year, amount) in proposal.years.iter_mut().zip(amounts) {
        year.estimated_gain = Entry::Value(thousand(amount));
    }
    proposal
}

/// Proposals 1, 2, 3 …, each the same in every year.
pub fn savings(amounts: &[i64]) -> Vec<Proposal> {
    let numbers = 101..;
    let each = amounts.iter().zip(numbers);
    each.map(|(&amount, number)| saving(number, [amount; YEARS]))
        .collect()
}

/// The proposal of [`savings`] with this number.
pub fn nr(number: u32) -> Id {
    numbered(100 + number)
}

pub fn nrs(numbers: &[u32]) -> Vec<Id> {
    numbers.iter().map(|&number| nr(number)).collect()
}

pub fn group(catalogue: &mut Catalogue, numbers: &[u32]) -> Id {
    let id = numbered(200 + u32::try_from(catalogue.variant_groups.len()).unwrap());
    catalogue.variant_groups.push(VariantGroup {
        id,
        name: String::new(),
        proposals: nrs(numbers),
    });
    id
}

pub fn relate(catalogue: &mut Catalogue, from: u32, kind: RelationKind, to: u32) -> Id {
    let id = numbered(300 + u32::try_from(catalogue.relations.len()).unwrap());
    let relation = Relation::new(id, kind, nr(from), nr(to));
    catalogue.relations.push(relation);
    id
}
