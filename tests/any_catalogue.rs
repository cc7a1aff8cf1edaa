//! What holds for any catalogue and any choice of its proposals.

use crate::support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::RngSeed;
use raaderum::domain::{
    Amount, Catalogue, CatalogueField, Combination, Id, NotCountedReason, Proposal, ProposalStatus,
    Relation, RelationKind, Total, combine, largest_choice,
};
use raaderum::draft::Form;
use support::catalogue_of;
use support::savings::{by_id, group, nrs, relate, savings};

const PROPOSALS: u32 = 7;

/// A catalogue of seven proposals with any groups and relations, some with amounts, some of which cannot be read.
fn any_catalogue() -> BoxedStrategy<(Vec<Proposal>, Catalogue)> {
    let amounts = prop::collection::vec(-5_i64..3, 7);
    let number = || 1..=PROPOSALS;
    let numbers: Vec<u32> = number().collect();
    let groups = prop::collection::vec(subsequence(numbers, 0..4), 0..3);
    let typed = || select(vec!["", "1", "2", "?"]);
    let kinds = select(RelationKind::ALL.to_vec());
    let relation = (
        number(),
        kinds,
        number(),
        [typed(), typed(), typed(), typed()],
    );
    let relations = prop::collection::vec(relation, 0..6);
    let statuses = prop::collection::vec(select(ProposalStatus::ALL.to_vec()), 7);
    (amounts, groups, relations, statuses)
        .prop_map(|(amounts, groups, relations, statuses)| {
            let proposals = savings(&amounts);
            let mut catalogue = catalogue_of(&proposals);
            for (entry, status) in catalogue.entries.iter_mut().zip(statuses) {
                entry.status = status;
            }
            for numbers in &groups {
                group(&mut catalogue, numbers);
            }
            for (from, kind, to, typed) in relations {
                let id = relate(&mut catalogue, from, kind, to);
                for (index, typed) in typed.into_iter().enumerate() {
                    catalogue.enter(CatalogueField::Weakening(id, index), typed);
                }
            }
            (proposals, catalogue)
        })
        .boxed()
}

/// A choice, in any order.
fn choice() -> impl Strategy<Value = Vec<Id>> {
    let all = nrs(&[1, 2, 3, 4, 5, 6, 7]);
    subsequence(all, 0..=7).prop_shuffle()
}

/// Why two proposals may not count together, told by another rule than the module's.
fn is_permitted(catalogue: &Catalogue, counted: &[Id]) -> bool {
    let has = |id: &Id| counted.contains(id);
    let groups = catalogue.variant_groups.iter();
    let mut groups = groups.map(|group| group.proposals.iter().filter(|id| has(id)).count());
    groups.all(|variants| variants <= 1)
        && catalogue.relations.iter().all(|relation| {
            let is_other = relation.from != relation.to;
            match relation.kind {
                RelationKind::Excludes => !(is_other && has(&relation.from) && has(&relation.to)),
                RelationKind::Requires => !has(&relation.from) || has(&relation.to),
                RelationKind::Weakens => true,
            }
        })
        && counted.iter().all(|&id| {
            let entry = catalogue.entry(id);
            entry.is_some_and(|entry| entry.status != ProposalStatus::Cancelled)
        })
}

fn check_reason(
    catalogue: &Catalogue,
    sums: &Combination,
    chosen: &[Id],
    of: Id,
    reason: NotCountedReason,
) {
    let counts = |id| sums.counted.contains(&id);
    match reason {
        NotCountedReason::NotInCatalogue | NotCountedReason::Unknown => panic!("{of} is there"),
        NotCountedReason::Cancelled => {
            let entry = catalogue.entry(of).unwrap();
            assert_eq!(entry.status, ProposalStatus::Cancelled);
        }
        NotCountedReason::OtherVariant { group, counted } => {
            let group = catalogue.variant_group(group).unwrap();
            assert!(group.proposals.contains(&of) && group.proposals.contains(&counted));
            assert!(counts(counted) && counted != of);
        }
        NotCountedReason::Excluded { relation, counted } => {
            let relation = catalogue.relation(relation).unwrap();
            assert_eq!(relation.kind, RelationKind::Excludes);
            let pair = [relation.from, relation.to];
            assert!(pair == [of, counted] || pair == [counted, of]);
            assert!(counts(counted));
        }
        NotCountedReason::MissingPrerequisite {
            relation,
            proposal,
            is_chosen,
        } => {
            let relation = catalogue.relation(relation).unwrap();
            assert_eq!(relation.kind, RelationKind::Requires);
            assert_eq!((relation.from, relation.to), (of, proposal));
            assert!(!counts(proposal));
            assert_eq!(chosen.contains(&proposal), is_chosen);
        }
    }
}

/// What a choice adds up to over the four years: each proposal, and what is weakened between two of them.
fn total(catalogue: &Catalogue, proposals: &[Proposal], counted: &[Id]) -> Total {
    let proposals = proposals.iter().filter(|one| counted.contains(&one.id));
    let own: Total = proposals.map(Proposal::net_change_total).sum();
    let relations = catalogue.relations.iter();
    let weakening = relations.filter(|relation| {
        let is_weakening = relation.kind == RelationKind::Weakens;
        let both = [relation.from, relation.to];
        is_weakening && both[0] != both[1] && both.iter().all(|id| counted.contains(id))
    });
    let weakening: Total = weakening
        .map(|relation| Total::of(&relation.weakening))
        .sum();
    own + weakening
}

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2024),
        cases: 1_000,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn only_what_is_permitted_counts((proposals, catalogue) in any_catalogue(), chosen in choice()) {
        let sums = combine(&catalogue, &by_id(&proposals), &chosen);
        prop_assert!(is_permitted(&catalogue, &sums.counted));
        let left_out = sums.not_counted.iter().map(|one| one.proposal);
        let told: BTreeSet<Id> = sums.counted.iter().copied().chain(left_out).collect();
        prop_assert_eq!(told, chosen.iter().copied().collect::<BTreeSet<Id>>());
        prop_assert_eq!(sums.counted.len() + sums.not_counted.len(), chosen.len());
        for one in &sums.not_counted {
            prop_assert!(!one.reasons.is_empty());
            for &reason in &one.reasons {
                check_reason(&catalogue, &sums, &chosen, one.proposal, reason);
            }
        }
    }

    /// Nothing is left out that could be added to what counts without leaving out anything.
    #[test]
    fn what_could_be_added_is(
        (proposals, catalogue) in any_catalogue(),
        chosen in choice(),
    ) {
        let sums = combine(&catalogue, &by_id(&proposals), &chosen);
        for one in &sums.not_counted {
            let with: Vec<Id> = sums.counted.iter().copied().chain([one.proposal]).collect();
            prop_assert!(!is_permitted(&catalogue, &with));
        }
    }

    #[test]
    fn the_first_counts_if_it_can((proposals, catalogue) in any_catalogue(), chosen in choice()) {
        let sums = combine(&catalogue, &by_id(&proposals), &chosen);
        if let Some(&first) = chosen.first() && is_permitted(&catalogue, &[first]) {
            prop_assert!(sums.counted.contains(&first));
        }
    }

    #[test]
    fn without_a_conflict_the_order_does_not_matter(
        (proposals, catalogue) in any_catalogue(),
        (chosen, other) in choice().prop_flat_map(|chosen| (Just(chosen.clone()), Just(chosen).prop_shuffle())),
    ) {
        let known = by_id(&proposals);
        let sums = combine(&catalogue, &known, &chosen);
        prop_assert_eq!(&combine(&catalogue, &known, &chosen), &sums);
        if is_free_of_conflicts(&catalogue, &chosen) {
            let again = combine(&catalogue, &known, &other);
            prop_assert_eq!(&again.counted, &sums.counted);
            prop_assert_eq!(&again.years, &sums.years);
            prop_assert_eq!(&again.by_department, &sums.by_department);
        }
        // Nor does what was left out.
        let again = combine(&catalogue, &known, &sums.counted);
        prop_assert_eq!(&again.years, &sums.years);
    }

    #[test]
    fn the_sum_is_that_of_what_counts_and_what_is_weakened(
        (proposals, catalogue) in any_catalogue(),
        chosen in choice(),
    ) {
        let sums = combine(&catalogue, &by_id(&proposals), &chosen);
        prop_assert_eq!(sums.net_change_total(), total(&catalogue, &proposals, &sums.counted));
        let parts = |parts: Vec<Total>| parts.into_iter().sum::<Total>();
        let departments = sums.by_department.iter().map(|part| part.net_change_total());
        prop_assert_eq!(parts(departments.collect()), sums.net_change_total());
        for year in &sums.years {
            let rows = year.operating_change + year.estimated_gain + year.investment_need;
            prop_assert_eq!(rows + year.weakening, year.net_change);
        }
    }

    /// Of all choices that are permitted, none saves more.
    #[test]
    fn no_permitted_choice_saves_more((proposals, catalogue) in any_catalogue()) {
        let largest = largest_choice(&catalogue, &by_id(&proposals));
        prop_assert!(is_permitted(&catalogue, &largest.proposals));
        let sums = combine(&catalogue, &by_id(&proposals), &largest.proposals);
        prop_assert_eq!(&sums.counted, &largest.proposals);
        if !largest.unproven.is_empty() {
            return Ok(());
        }
        let all = nrs(&[1, 2, 3, 4, 5, 6, 7]);
        let best = total(&catalogue, &proposals, &largest.proposals).amount();
        for bits in 0..1_u32 << PROPOSALS {
            let choice = all.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1);
            let choice: Vec<Id> = choice.map(|(_, &id)| id).collect();
            if is_permitted(&catalogue, &choice) {
                let total = total(&catalogue, &proposals, &choice).amount();
                prop_assert!(best.unwrap_or(Amount::ZERO) <= total.unwrap_or(Amount::ZERO) || total.is_none());
                let is_larger = total == best && choice.len() > largest.proposals.len();
                prop_assert!(!is_larger, "{:?} has more proposals", choice);
            }
        }
    }
}

/// Whether no two of a choice stand in each other's way.
fn is_free_of_conflicts(catalogue: &Catalogue, chosen: &[Id]) -> bool {
    let mut without = catalogue.clone();
    let conflicts = |relation: &Relation| relation.kind == RelationKind::Excludes;
    without.relations.retain(conflicts);
    for entry in &mut without.entries {
        entry.status = ProposalStatus::Proposed;
    }
    is_permitted(&without, chosen)
}
