//! What holds for any two versions of a document.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use raaderum::domain::{
    Catalogue, CatalogueField, ChangeKind, Dismissal, Document, Edition, Fields, FormField,
    HeadField, Id, RowText,
};
use raaderum::draft::Form;
use raaderum::file::{self, merge};

use super::edits::{place, pool, typed, versions};
use super::{FromMerged, with};
use crate::support::{catalogue, head, month, plans, proposals};

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2023),
        ..ProptestConfig::default()
    }
}

/// Everything that a document says, place by place. The second map is for what is there or not: each row, each closed
/// update, and each advice that was dismissed.
#[derive(Debug, PartialEq)]
struct Said {
    fields: BTreeMap<String, String>,
    things: BTreeMap<String, BTreeMap<String, String>>,
}

fn said(document: &Document) -> Said {
    let mut fields = BTreeMap::new();
    let mut things = BTreeMap::new();
    let mut say = |name: String, value: String| assert_eq!(fields.insert(name, value), None);
    let none = Vec::new();
    let dismissed = match document {
        Document::Catalogue(catalogue) => {
            say_catalogue(catalogue, &mut say, &mut things);
            &none
        }
        Document::Proposal(proposal) => {
            for field in proposal.fields() {
                say(field.name(), proposal.shown(field));
            }
            for kind in ChangeKind::ALL {
                let is_ticked = proposal.kinds.contains(&kind);
                say(format!("{kind:?}"), is_ticked.to_string());
            }
            &proposal.dismissed
        }
        Document::ActionPlan(plan) => {
            for field in HeadField::ALL {
                say(head(field).name(), plan.shown(head(field)));
            }
            say("status".to_owned(), format!("{:?}", plan.status));
            say("closed".to_owned(), format!("{:?}", plan.closed_through));
            for row in &plan.focus_areas {
                let texts = RowText::ALL.map(|text| (format!("{text:?}"), text.of(row).clone()));
                let rest = [
                    ("source".to_owned(), format!("{:?}", row.source)),
                    ("stated".to_owned(), format!("{:?}", row.stated_total)),
                ];
                let mut all = BTreeMap::from_iter(texts.into_iter().chain(rest));
                for number in 1..=12 {
                    let month = month(number);
                    let amounts = (row.effect(month), row.realised_in(month));
                    all.insert(format!("effect {number}"), format!("{:?}", amounts.0));
                    all.insert(format!("realised {number}"), format!("{:?}", amounts.1));
                }
                things.insert(format!("row {}", row.id), all);
            }
            for update in plan.updates.all() {
                things.insert(format!("{update:?}"), BTreeMap::new());
            }
            &plan.dismissed
        }
    };
    for Dismissal { advice, reason, .. } in dismissed {
        let reason = BTreeMap::from([("reason".to_owned(), reason.clone())]);
        things.insert(format!("advice {advice}"), reason);
    }
    Said { fields, things }
}

/// What a catalogue says: its rows are things, and a package or a group has each proposal of the examples or has it not.
fn say_catalogue(
    catalogue: &Catalogue,
    say: &mut impl FnMut(String, String),
    things: &mut BTreeMap<String, BTreeMap<String, String>>,
) {
    let mut add = |name: String, field: &str, value: String| {
        let row = things.entry(name).or_default();
        row.insert(field.to_owned(), value);
    };
    for field in catalogue.fields() {
        let shown = catalogue.shown(field);
        match field {
            CatalogueField::Outcome(id) => add(format!("entry {id}"), "outcome", shown),
            CatalogueField::GroupName(id) => add(format!("group {id}"), "name", shown),
            CatalogueField::PackageName(id) => add(format!("package {id}"), "name", shown),
            CatalogueField::Note(id) => add(format!("relation {id}"), "note", shown),
            CatalogueField::Weakening(id, year) => {
                add(format!("relation {id}"), &format!("year {year}"), shown);
            }
            _ => say(field.name(), shown),
        }
    }
    for entry in &catalogue.entries {
        let name = format!("entry {}", entry.proposal);
        add(name, "status", format!("{:?}", entry.status));
    }
    let groups = catalogue.variant_groups.iter();
    let groups = groups.map(|group| (format!("group {}", group.id), &group.proposals));
    let packages = catalogue.packages.iter();
    let packages = packages.map(|one| (format!("package {}", one.id), &one.proposals));
    for (name, proposals) in groups.chain(packages) {
        for id in pool() {
            let has = proposals.contains(id).to_string();
            add(name.clone(), &format!("has {id}"), has);
        }
    }
}

/// What should become of fields that all three have, and how many both changed.
fn expected_fields(
    base: Option<&BTreeMap<String, String>>,
    ours: &BTreeMap<String, String>,
    theirs: &BTreeMap<String, String>,
) -> (BTreeMap<String, String>, usize) {
    let mut conflicts = 0;
    let expected = ours.iter().map(|(name, mine)| {
        let (base, theirs) = (base.and_then(|base| base.get(name)), &theirs[name]);
        let value = if Some(mine) == base { theirs } else { mine };
        if Some(mine) != base && Some(theirs) != base && mine != theirs {
            conflicts += 1;
        }
        (name.clone(), value.clone())
    });
    (expected.collect(), conflicts)
}

/// What should become of two versions, told by another rule than the module's: place by place, without their order.
fn expected(base: &Said, ours: &Said, theirs: &Said) -> (Said, usize) {
    let (fields, mut conflicts) = expected_fields(Some(&base.fields), &ours.fields, &theirs.fields);
    let mut things = BTreeMap::new();
    let names: BTreeSet<&String> = ours.things.keys().chain(theirs.things.keys()).collect();
    for name in names {
        let in_base = base.things.get(name);
        let thing = match (ours.things.get(name), theirs.things.get(name)) {
            (Some(ours), Some(theirs)) => {
                let (thing, more) = expected_fields(in_base, ours, theirs);
                conflicts += more;
                Some(thing)
            }
            (ours, theirs) => ours
                .or(theirs)
                .filter(|&only| in_base != Some(only))
                .cloned(),
        };
        _ = thing.map(|thing| things.insert(name.clone(), thing));
    }
    (Said { fields, things }, conflicts)
}

/// What was published last; `None` of other documents.
fn edition(document: &Document) -> Option<Edition> {
    match document {
        Document::Catalogue(catalogue) => catalogue.edition,
        Document::Proposal(_) | Document::ActionPlan(_) => None,
    }
}

/// The lists of a document whose order counts, by name.
fn lists(document: &Document) -> BTreeMap<String, Vec<Id>> {
    match document {
        Document::Proposal(_) => BTreeMap::new(),
        Document::ActionPlan(plan) => {
            let rows = plan.focus_areas.iter().map(|row| row.id).collect();
            BTreeMap::from([("rows".to_owned(), rows)])
        }
        Document::Catalogue(catalogue) => {
            let entries = catalogue.entries.iter().map(|entry| entry.proposal);
            let groups = catalogue.variant_groups.iter().map(|group| group.id);
            let relations = catalogue.relations.iter().map(|relation| relation.id);
            let packages = catalogue.packages.iter().map(|package| package.id);
            let of_groups = catalogue.variant_groups.iter();
            let of_groups = of_groups.map(|one| (format!("of {}", one.id), one.proposals.clone()));
            let of_packages = catalogue.packages.iter();
            let of_packages =
                of_packages.map(|one| (format!("of {}", one.id), one.proposals.clone()));
            [
                ("entries".to_owned(), entries.collect()),
                ("groups".to_owned(), groups.collect()),
                ("relations".to_owned(), relations.collect()),
                ("packages".to_owned(), packages.collect()),
            ]
            .into_iter()
            .chain(of_groups)
            .chain(of_packages)
            .collect()
        }
    }
}

/// The lists that all of these documents have.
fn shared_lists(documents: &[&Document]) -> Vec<String> {
    let mut names: Vec<String> = lists(documents[0]).into_keys().collect();
    names.retain(|name| {
        documents
            .iter()
            .all(|document| lists(document).contains_key(name))
    });
    names
}

/// The rows of a list of the first that the others have too, in its order.
fn common(list: &str, document: &Document, others: &[&Document]) -> Vec<Id> {
    let rows = |document| lists(document).remove(list).unwrap_or_default();
    let mut common = rows(document);
    common.retain(|id| others.iter().all(|other| rows(other).contains(id)));
    common
}

fn is_reordered(list: &str, one: &Document, other: &Document) -> bool {
    common(list, one, &[other]) != common(list, other, &[one])
}

fn check_readable(document: &Document) -> Result<(), TestCaseError> {
    let text = file::write([document]).expect("JSON");
    prop_assert_eq!(file::read(&text), Ok(vec![document.clone()]));
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_only_one_changed_is_what_it_changed([base, ours, theirs] in versions()) {
        for (merged, only) in [
            (merge(&base, &ours, &base), &ours),
            (merge(&base, &base, &theirs), &theirs),
            (merge(&base, &ours, &ours), &ours),
        ] {
            prop_assert!(merged.document.says_the_same_as(only));
            prop_assert!(merged.conflicts.is_empty());
            prop_assert_eq!(merged.document.changed_at(), only.changed_at().max(base.changed_at()));
        }
    }

    /// Every value and every row that either changed is there, and as many places are named as both changed.
    #[test]
    fn everything_that_either_changed_is_there([base, ours, theirs] in versions()) {
        let merged = merge(&base, &ours, &theirs);
        let (expected, mut conflicts) = expected(&said(&base), &said(&ours), &said(&theirs));
        prop_assert_eq!(said(&merged.document), expected);
        prop_assert_eq!(edition(&merged.document), edition(&ours).max(edition(&theirs)));
        for list in shared_lists(&[&base, &ours, &theirs]) {
            let is_moved = [(&base, &ours), (&base, &theirs), (&ours, &theirs)]
                .map(|(one, other)| is_reordered(&list, one, other));
            conflicts += usize::from(is_moved == [true; 3]);
        }
        prop_assert_eq!(merged.conflicts.len(), conflicts, "{:?}", merged.conflicts);
        prop_assert!(!merged.conflicts.contains(&String::new()));
        prop_assert_eq!(merged.document.changed_at(), ours.changed_at().max(theirs.changed_at()));
        prop_assert_eq!((merged.document.kind(), merged.document.id()), (base.kind(), base.id()));
    }

    #[test]
    fn a_merged_document_can_be_written_and_read([base, ours, theirs] in versions()) {
        check_readable(&merge(&base, &ours, &theirs).document)?;
    }

    /// The order is that of whoever moved rows; new ones stay behind those that they were added under.
    #[test]
    fn rows_are_in_the_order_of_whoever_moved_them([base, ours, theirs] in versions()) {
        let merged = merge(&base, &ours, &theirs).document;
        for list in shared_lists(&[&base, &ours, &theirs, &merged]) {
            let lead = if is_reordered(&list, &base, &ours) { &ours } else { &theirs };
            let all = [&base, &ours, &theirs];
            prop_assert_eq!(common(&list, &merged, &all), common(&list, lead, &all));
            prop_assert_eq!(common(&list, &merged, &[lead]), common(&list, lead, &[&merged]));
        }
    }

    /// Closed updates are oldest first, as they are in a plan by itself.
    #[test]
    fn closed_updates_stay_oldest_first([base, ours, theirs] in versions()) {
        if let Document::ActionPlan(plan) = merge(&base, &ours, &theirs).document {
            let dates = plan.updates.all().iter().map(|update| update.closed_on());
            prop_assert!(dates.is_sorted());
        }
    }

    #[test]
    fn without_a_conflict_it_does_not_matter_who_merges([base, ours, theirs] in versions()) {
        let (one, other) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        prop_assert_eq!(one.conflicts.len(), other.conflicts.len());
        if one.conflicts.is_empty() {
            prop_assert_eq!(said(&one.document), said(&other.document));
            let all = [&base, &ours, &theirs];
            for list in shared_lists(&[&one.document, &other.document]) {
                prop_assert_eq!(common(&list, &one.document, &all), common(&list, &other.document, &all));
            }
        }
    }

    /// Whoever takes what was merged for theirs has nothing left to merge.
    #[test]
    fn what_was_merged_has_both_in_it([base, ours, theirs] in versions()) {
        let merged = merge(&base, &ours, &theirs);
        let again = merge(&theirs, &theirs, &merged.document);
        prop_assert!(again.document.says_the_same_as(&merged.document));
        if merged.conflicts.is_empty() {
            let again = merge(&base, &merged.document, &theirs);
            prop_assert_eq!(said(&again.document), said(&merged.document));
            prop_assert_eq!(again.conflicts.len(), 0);
        }
    }

    #[test]
    fn two_fields_of_a_proposal_are_both_kept(form in select(proposals()), places in [place(), place()], typed in [typed(), typed()]) {
        check_two_fields(&form, places, &typed)?;
    }

    #[test]
    fn two_fields_of_a_catalogue_are_both_kept(places in [place(), place()], typed in [typed(), typed()]) {
        check_two_fields(&catalogue(), places, &typed)?;
    }

    #[test]
    fn two_fields_of_a_plan_are_both_kept(form in select(plans()), places in [place(), place()], typed in [typed(), typed()]) {
        check_two_fields(&form, places, &typed)?;
    }
}

fn check_two_fields<F>(
    form: &F,
    places: [usize; 2],
    typed: &[String; 2],
) -> Result<(), TestCaseError>
where
    F: Form + FromMerged + Debug + PartialEq,
    F::Field: Debug,
{
    let fields = form.fields();
    let [one, other] = places.map(|place| fields[place * 7 % fields.len()]);
    if one == other {
        return Ok(());
    }
    let ours = with(form, &[(one, &typed[0])]);
    let theirs = with(form, &[(other, &typed[1])]);
    let both = F::merge_both_ways(form, &ours, &theirs);
    prop_assert_eq!(
        both,
        with(form, &[(one, &typed[0]), (other, &typed[1])]),
        "{:?} and {:?}",
        one,
        other
    );
    Ok(())
}
