//! What is new, changed and withdrawn in an edition of a catalogue.

use crate::support;

use std::collections::BTreeMap;

use raaderum::danish::Signs;
use raaderum::domain::{
    AmountRow, Catalogue, CatalogueEntry, CatalogueField, ChangeKind, Dismissal, Document, Edition,
    Entry, Id, Proposal, ProposalField, ProposalStatus, RelationKind, Section,
};
use raaderum::draft::Form;
use raaderum::publication::{
    EditionComparison, PublishedEdition, compare_editions, would_be_public,
};
use raaderum::text::differences::{Difference, other_differences};
use support::{catalogue, date, numbered, proposals};

fn by_id(proposals: &[Proposal]) -> BTreeMap<Id, &Proposal> {
    proposals.iter().map(|one| (one.id, one)).collect()
}

/// Compares an edition of the example catalogue with what somebody made of it.
fn compared(
    edit: impl FnOnce(&mut Catalogue, &mut Vec<Proposal>),
) -> (EditionComparison, Vec<Proposal>) {
    compared_in(Signs::MinusSaves, edit)
}

fn compared_in(
    signs: Signs,
    edit: impl FnOnce(&mut Catalogue, &mut Vec<Proposal>),
) -> (EditionComparison, Vec<Proposal>) {
    let (then, all) = (catalogue(), proposals());
    let (mut today, mut after) = (then.clone(), all.clone());
    edit(&mut today, &mut after);
    let comparison = compare_editions(
        PublishedEdition {
            catalogue: &then,
            proposals: &by_id(&all),
        },
        PublishedEdition {
            catalogue: &today,
            proposals: &by_id(&after),
        },
        signs,
    );
    (comparison, all)
}

/// Differences as `label: then → today`.
fn told(differences: &[Difference]) -> Vec<String> {
    let differences = differences.iter();
    differences
        .map(|one| format!("{}: {} → {}", one.label, one.then, one.today))
        .collect()
}

fn is_nothing(changes: &EditionComparison) -> bool {
    changes.new.is_empty()
        && changes.withdrawn.is_empty()
        && changes.changed.is_empty()
        && changes.catalogue.is_empty()
}

#[test]
fn an_edition_does_not_differ_from_itself() {
    let (nothing, _) = compared(|_, _| {});
    assert!(is_nothing(&nothing));
    // What only its writers see is no part of it, nor is when it was written.
    let (nothing, _) = compared(|catalogue, proposals| {
        catalogue.changed_at = date("1.9.2023").midnight().assume_utc().into();
        proposals[0].enter(
            ProposalField::Stated(raaderum::domain::StatedFigure::NetChangeTotal),
            "-1",
        );
        proposals[0].dismissed.push(Dismissal {
            advice: "no-kind".to_owned(),
            field: "kinds".to_owned(),
            detail: String::new(),
            reason: "Aftalt".to_owned(),
        });
    });
    assert!(is_nothing(&nothing), "{nothing:?}");
}

/// Which editions they are is said above the comparison.
#[test]
fn editions_that_say_the_same_do_not_differ() {
    let (nothing, _) = compared(|catalogue, _| {
        catalogue.edition = Edition::new(2, date("1.9.2023"));
    });
    assert!(is_nothing(&nothing), "{nothing:?}");
}

#[test]
fn proposals_come_and_go() {
    let (told, all) = compared(|catalogue, proposals| {
        let mut new = proposals[0].clone();
        new.id = numbered(70);
        catalogue.entries.remove(6);
        catalogue.entries.remove(1);
        catalogue.entries.insert(0, CatalogueEntry::draft(new.id));
        proposals.push(new);
    });
    assert_eq!(told.new, [numbered(70)]);
    assert_eq!(told.withdrawn, [all[1].id, all[6].id]);
    assert_eq!(told.changed, []);
    // How many there are, and that the others moved up, is told by their names.
    let of_catalogue: Vec<&str> = told
        .catalogue
        .iter()
        .map(|one| one.label.as_str())
        .collect();
    assert!(!of_catalogue.contains(&"Nye forslag"), "{of_catalogue:?}");
    assert!(
        !of_catalogue.contains(&"Forslag, der er taget ud"),
        "{of_catalogue:?}"
    );
    assert!(
        !of_catalogue.contains(&"Forslagenes rækkefølge"),
        "{of_catalogue:?}"
    );
}

#[test]
fn a_changed_proposal_is_told_field_by_field() {
    let gain = ProposalField::Amount(AmountRow::EstimatedGain, 1);
    let consequences = ProposalField::Section(Section::Consequences);
    let edit = |catalogue: &mut Catalogue, proposals: &mut Vec<Proposal>| {
        let isafjord = &mut proposals[1];
        assert!(isafjord.heading.contains("Isafjord"));
        isafjord.enter(gain, "-700");
        isafjord.enter(consequences, "Ingen kendte.");
        isafjord.kinds.insert(ChangeKind::Efficiency);
        catalogue.entries[1].status = ProposalStatus::Amended;
        catalogue.entries[1].outcome = "Skærpet".to_owned();
        catalogue.entries[4].status = ProposalStatus::Cancelled;
    };
    let (changes, all) = compared(edit);
    assert_eq!((changes.new.len(), changes.withdrawn.len()), (0, 0));
    assert_eq!(changes.catalogue, []);
    let [isafjord, other] = changes.changed.as_slice() else {
        panic!("two proposals: {:?}", changes.changed);
    };
    assert_eq!(isafjord.proposal, all[1].id);
    assert_eq!(
        isafjord.status,
        Some((ProposalStatus::Draft, ProposalStatus::Amended))
    );
    let before = all[1].shown(consequences);
    assert_eq!(
        told(&isafjord.differences),
        [
            "Hvad blev der af det?:  → Skærpet".to_owned(),
            "Estimeret gevinst 2025: −650 → −700".to_owned(),
            format!("Konsekvenser ved forslaget: {before} → Ingen kendte."),
            "Ændringen vedrører: Besparelse → Effektivisering, Besparelse".to_owned(),
        ]
    );
    assert_eq!(other.proposal, all[4].id);
    assert_eq!(
        other.status,
        Some((ProposalStatus::Draft, ProposalStatus::Cancelled))
    );
    assert_eq!(other.differences, []);
    // Signs are presentation.
    let (changes, _) = compared_in(Signs::PlusSaves, edit);
    let of_isafjord = told(&changes.changed[0].differences);
    assert_eq!(of_isafjord[1], "Estimeret gevinst 2025: 650 → 700");
}

/// One that was not published with one of the editions is not compared with nothing.
#[test]
fn a_proposal_that_is_not_here_is_compared_by_its_entry() {
    let (changes, _) = compared(|_, proposals| _ = proposals.remove(0));
    assert!(is_nothing(&changes), "{changes:?}");
    let (changes, all) = compared(|catalogue, proposals| {
        catalogue.entries[0].outcome = "Udsat".to_owned();
        _ = proposals.remove(0);
    });
    assert_eq!(changes.changed.len(), 1);
    assert_eq!(changes.changed[0].proposal, all[0].id);
}

#[test]
fn what_the_catalogue_itself_says_is_told() {
    let (changes, _) = compared(|catalogue, _| {
        catalogue.enter(CatalogueField::Stage, "Budgetforlig");
        catalogue.enter(CatalogueField::Target(0), "-5.000");
        catalogue.enter(CatalogueField::Target(1), "-8.000");
        catalogue.entries.swap(0, 2);
        catalogue.variant_groups[0].proposals.pop();
        catalogue.relations[0].kind = RelationKind::Excludes;
        catalogue.packages.remove(1);
        catalogue.edition = Edition::new(2, date("1.9.2023"));
    });
    assert_eq!((changes.new.len(), changes.withdrawn.len()), (0, 0));
    assert_eq!(changes.changed, []);
    assert_eq!(
        told(&changes.catalogue),
        [
            "Fase:  → Budgetforlig",
            "Måltal 2024: −6.000 → −5.000",
            "Måltal 2025:  → −8.000",
            "Forslagenes rækkefølge:  → ændret",
            "Varianter 1: forslag: 6, 7 → 6",
            "Sammenhæng 1: 5 kræver 1 → 5 udelukker 3",
            "Pakke 2: forslag: 4, 8 → ",
        ]
    );
}

/// The page of earlier states tells what no field says, the statuses too.
#[test]
fn two_states_of_a_catalogue_differ_in_more_than_fields() {
    let then = catalogue();
    let mut today = then.clone();
    today.entries[2].status = ProposalStatus::Consultation;
    today.entries.remove(0);
    let new = [numbered(70), numbered(71)].map(CatalogueEntry::draft);
    today.entries.extend(new);
    let differences = other_differences(&Document::from(then), &Document::from(today));
    assert_eq!(
        told(&differences),
        [
            "Nye forslag:  → 2",
            "Forslag, der er taget ud: 1 → ",
            "Forslag 2: Status: kladde → i høring",
        ]
    );
    let mut blank = catalogue();
    blank.first_year = Entry::Blank;
    assert!(other_differences(&catalogue().into(), &blank.into()).is_empty());
}

/// Somebody works on the next edition: what is a draft in it is news to nobody yet.
#[test]
fn a_catalogue_that_is_worked_on_is_compared_as_it_would_be_published() {
    let (mut working, mut all) = (catalogue(), proposals());
    working.edition = Edition::new(1, date("1.9.2023"));
    for entry in &mut working.entries {
        entry.status = ProposalStatus::Consultation;
    }
    let day = date("1.10.2023");
    let public = |catalogue: &Catalogue, all: &[Proposal]| {
        would_be_public(catalogue, &by_id(all), day, true)
    };
    let published = public(&working, &all);
    assert_eq!(published, working);
    let mut draft = all[0].clone();
    draft.id = numbered(70);
    working.entries.insert(0, CatalogueEntry::draft(draft.id));
    working.packages[0].proposals.push(draft.id);
    all.push(draft);
    let compare = |after: &Catalogue| {
        let all = by_id(&all);
        let edition = |catalogue| PublishedEdition {
            catalogue,
            proposals: &all,
        };
        compare_editions(edition(&published), edition(after), Signs::MinusSaves)
    };
    assert!(is_nothing(&compare(&public(&working, &all))));
    working.entries[0].status = ProposalStatus::Consultation;
    assert_eq!(compare(&public(&working, &all)).new, [numbered(70)]);
    // What the published catalogue did not have is not new by being there.
    let without = would_be_public(&working, &by_id(&all), day, false);
    assert_eq!(without.packages, []);
    assert_eq!(without.edition, Edition::new(1, date("1.9.2023")));
}
