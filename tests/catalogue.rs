//! The catalogue: what is told beside the sums, filling in, and editions. Which proposals count, and
//! what they add up to, stands in `regler/varianter.md`.

use crate::support;

use std::collections::BTreeSet;

use raaderum::danish::Signs;
use raaderum::domain::{
    Catalogue, CatalogueField, ChangeKind, Combination, Entry, Id, NotCountedReason, Part,
    PositionTotal, ProposalField, ProposalStatus, Relation, RelationKind, StaffRow, Total, YEARS,
    combine, largest_choice, limits, passed_over, weightiest,
};
use raaderum::draft::{EntryError, Form, enter_in, errors, shown_in};
use support::savings::{by_id, group, nr, nrs, relate, saving, savings, year};
use support::{catalogue, catalogue_of, complete, dec, is_met, kr, numbered, proposals, thousand};

fn net_changes(combination: &Combination) -> [Total; YEARS] {
    combination.years.each_ref().map(|year| year.net_change)
}

/// Sums of so many thousand kroner.
fn thousands<const N: usize>(amounts: [i64; N]) -> [Total; N] {
    amounts.map(|amount| Total::Complete(thousand(amount)))
}

/// What is left out, by number, and why.
fn left_out(combination: &Combination) -> Vec<(Id, Vec<NotCountedReason>)> {
    let left_out = combination.not_counted.iter();
    left_out
        .map(|one| (one.proposal, one.reasons.clone()))
        .collect()
}

// ---- Lejre ----

/// 6 mio. a year is met from 2025 on, and not in 2024.
#[test]
fn a_target_is_missed_in_one_year_and_met_in_another() {
    let proposals = proposals();
    let mut catalogue = catalogue_of(&proposals);
    for (index, typed) in ["-6.000", "-6.000", "-8.283", ""].into_iter().enumerate() {
        catalogue.enter(CatalogueField::Target(index), typed);
    }
    let all: Vec<Id> = proposals.iter().map(|proposal| proposal.id).collect();
    let sums = combine(&catalogue, &by_id(&proposals), &all);
    let met = sums.years.each_ref().map(is_met);
    assert_eq!(met, [Some(false), Some(true), Some(true), None]);

    // A target that cannot be read is neither met nor missed.
    catalogue.enter(CatalogueField::Target(0), "ca. 6 mio");
    let sums = combine(&catalogue, &by_id(&proposals), &all);
    assert_eq!(is_met(&sums.years[0]), None);
}

#[test]
fn the_parts_add_up_to_the_whole() {
    let proposals = proposals();
    let mut catalogue = catalogue();
    catalogue.variant_groups.clear();
    let weakens = catalogue.relations[1].id;
    for (index, typed) in ["100", "200", "", "300"].into_iter().enumerate() {
        catalogue.enter(CatalogueField::Weakening(weakens, index), typed);
    }
    let all: Vec<Id> = proposals.iter().map(|proposal| proposal.id).collect();
    let sums = combine(&catalogue, &by_id(&proposals), &all);
    // In the order in which the catalogue first names them.
    let mut names: Vec<String> = Vec::new();
    for proposal in &proposals {
        if !names.contains(&proposal.department) {
            names.push(proposal.department.clone());
        }
    }
    let of: Vec<&String> = sums.by_department.iter().map(|part| &part.of).collect();
    assert_eq!(of, names.iter().collect::<Vec<_>>());
    assert!(names.len() > 1 && sums.by_kinds.len() > 1);
    let departments = sums.by_department.iter().map(|part| part.net_change);
    let kinds = sums.by_kinds.iter().map(|part| part.net_change);
    for parts in [departments.collect::<Vec<_>>(), kinds.collect()] {
        for (index, whole) in net_changes(&sums).into_iter().enumerate() {
            let sum: Total = parts.iter().map(|part| part[index]).sum();
            assert_eq!(sum, whole);
        }
    }
    assert_eq!(
        sums.years.each_ref().map(|year| year.weakening),
        [
            Total::Complete(thousand(100)),
            Total::Complete(thousand(200)),
            Total::Blank,
            Total::Complete(thousand(300)),
        ]
    );
    assert_eq!(
        net_changes(&sums),
        thousands([-4_983, -8_083, -8_283, -7_983])
    );
    // What is weakened belongs to the department that saves less.
    let weakened = catalogue.relations[1].to;
    let part = sums
        .by_department
        .iter()
        .find(|part| part.proposals.contains(&weakened))
        .unwrap();
    let own = part.proposals.iter().map(|id| {
        let proposals = by_id(&proposals);
        catalogue.net_change_in(proposals[id], 0)
    });
    let with = own.sum::<Total>() + Total::Complete(thousand(100));
    assert_eq!(part.net_change[0], with);
}

#[test]
fn a_proposal_of_two_kinds_is_in_one_part() {
    let mut proposals = savings(&[-100, -200, -400]);
    proposals[0].kinds = BTreeSet::from([ChangeKind::Efficiency]);
    proposals[1].kinds = BTreeSet::from([ChangeKind::Efficiency, ChangeKind::Investment]);
    let sums = combine(
        &catalogue_of(&proposals),
        &by_id(&proposals),
        &nrs(&[1, 2, 3]),
    );
    let parts = sums.by_kinds.iter().map(|part| part.of.len());
    assert_eq!(parts.collect::<Vec<_>>(), [1, 2, 0]);
    let totals = sums.by_kinds.iter().map(|part| part.net_change_total());
    assert_eq!(totals.collect::<Vec<_>>(), thousands([-400, -800, -1_600]));
}

#[test]
fn it_is_counted_how_many_state_their_positions() {
    let mut proposals = savings(&[-100, -200, -300]);
    let field = |year| ProposalField::Staff(StaffRow::FullTimeEquivalents, year);
    for (place, year, typed) in [
        (0, 0, "-1,35"),
        (1, 0, "-2,05"),
        (1, 1, "en halv"),
        (2, 1, "1"),
    ] {
        proposals[place].enter(field(year), typed);
    }
    let catalogue = catalogue_of(&proposals);
    let sums = combine(&catalogue, &by_id(&proposals), &nrs(&[1, 2, 3]));
    let stated = sums.years.each_ref();
    let stated = stated.map(|year| year.full_time_equivalents_stated);
    assert_eq!(stated, [2, 2, 0, 0]);
    let complete = PositionTotal::Complete(dec("-3.4"));
    assert_eq!(complete.positions(), Some(dec("-3.4")));
}

// ---- relations ----

#[test]
fn what_is_weakened_is_told_where_both_count() {
    let proposals = savings(&[-100, -200]);
    let mut catalogue = catalogue_of(&proposals);
    let relation = relate(&mut catalogue, 1, RelationKind::Weakens, 2);
    let known = by_id(&proposals);
    let sums = combine(&catalogue, &known, &nrs(&[1, 2]));
    let told = &sums.weakenings[0];
    assert_eq!(
        (told.relation, told.from, told.to),
        (relation, nr(1), nr(2))
    );
    assert_eq!(combine(&catalogue, &known, &nrs(&[2])).weakenings, []);
}

// ---- what is not here ----

#[test]
fn what_is_not_here_or_cancelled_does_not_count() {
    let mut proposals = savings(&[-100, -200, -400, -800]);
    let mut catalogue = catalogue_of(&proposals);
    proposals.remove(1);
    catalogue.entries.remove(2);
    catalogue.entry_mut(nr(4)).unwrap().status = ProposalStatus::Cancelled;
    let known = by_id(&proposals);
    let sums = combine(&catalogue, &known, &nrs(&[4, 3, 2, 1, 4, 1]));
    assert_eq!(sums.counted, nrs(&[1]));
    assert_eq!(
        left_out(&sums),
        [
            (nr(4), vec![NotCountedReason::Cancelled]),
            (nr(3), vec![NotCountedReason::NotInCatalogue]),
            (nr(2), vec![NotCountedReason::Unknown]),
        ]
    );
    assert_eq!(largest_choice(&catalogue, &known).proposals, nrs(&[1]));
}

// ---- years and prices ----

#[test]
fn a_catalogue_whose_year_cannot_be_read_adds_up_to_nothing_known() {
    let proposals = vec![saving(101, [-1, -2, -3, -4])];
    let mut catalogue = catalogue_of(&proposals);
    catalogue.first_year = Entry::Unreadable("næste".to_owned());
    let sums = combine(&catalogue, &by_id(&proposals), &nrs(&[1]));
    assert_eq!(net_changes(&sums), [Total::Incomplete; 4]);
    assert!(sums.years.iter().all(|year| year.year.is_none()));
}

#[test]
fn different_price_levels_are_told() {
    let mut proposals = savings(&[-1, -2, -3]);
    proposals[0].price_level = year(2024);
    proposals[1].price_level = year(2023);
    let mut catalogue = catalogue_of(&proposals);
    let known = by_id(&proposals);
    let levels = |catalogue: &Catalogue, numbers: &[u32]| {
        let sums = combine(catalogue, &known, &nrs(numbers));
        (sums.has_different_price_levels(), sums.price_levels)
    };
    assert!(!levels(&catalogue, &[1, 3]).0);
    let (is_different, of) = levels(&catalogue, &[1, 2, 3]);
    assert!(is_different);
    let years: Vec<(u16, Vec<Id>)> = of
        .into_iter()
        .map(|(year, proposals)| (year.number(), proposals))
        .collect();
    assert_eq!(years, [(2023, nrs(&[2])), (2024, nrs(&[1]))]);
    catalogue.price_level = year(2025);
    assert!(levels(&catalogue, &[1, 3]).0);
}

// ---- the largest choice ----

#[test]
fn more_than_can_be_tried_is_not_proven() {
    let most = u32::try_from(limits::TRIED_PROPOSALS).unwrap();
    for (count, is_proven) in [(most, true), (most + 1, false)] {
        // Going through them in their order, or backwards, would take the small ones.
        let amounts: Vec<i64> = (1..=count)
            .map(|one| if one % 2 == 0 { -10 } else { -1 })
            .collect();
        let proposals = savings(&amounts);
        let mut catalogue = catalogue_of(&proposals);
        // Each excludes its neighbour.
        for number in 1..count {
            relate(&mut catalogue, number, RelationKind::Excludes, number + 1);
        }
        let known = by_id(&proposals);
        let largest = largest_choice(&catalogue, &known);
        let every_other: Vec<u32> = (1..=count).filter(|one| one % 2 == 0).collect();
        assert_eq!(largest.proposals, nrs(&every_other));
        let unproven = if is_proven {
            0
        } else {
            catalogue.entries.len()
        };
        assert_eq!(largest.unproven.len(), unproven);
    }
}

/// A thousand proposals, of which ever sixteen hang together, are gone through in no time.
#[test]
fn a_thousand_proposals_are_tried() {
    let amounts: Vec<i64> = (1..=1_000)
        .map(|number| -(number * 7_919 % 1_000))
        .collect();
    let proposals = savings(&amounts);
    let mut catalogue = catalogue_of(&proposals);
    for number in (1..1_000).filter(|number| number % 16 != 0) {
        relate(&mut catalogue, number, RelationKind::Weakens, number + 1);
    }
    let known = by_id(&proposals);
    let largest = largest_choice(&catalogue, &known);
    assert_eq!(largest.proposals.len(), 1_000);
    assert_eq!(largest.unproven, []);
}

// ---- filling in ----

#[test]
fn what_is_typed_into_a_catalogue_is_read_or_kept() {
    let mut catalogue = catalogue();
    catalogue.enter(CatalogueField::Target(1), "-6,5 mio.");
    assert_eq!(catalogue.targets[1], Entry::Value(kr("-6500000")));
    assert_eq!(catalogue.shown(CatalogueField::Target(1)), "−6.500");
    catalogue.enter(CatalogueField::PriceLevel, "2024 p/l");
    assert_eq!(catalogue.shown(CatalogueField::PriceLevel), "2024-pl");
    catalogue.enter(CatalogueField::HearingTo, "31.9.2023");
    assert_eq!(catalogue.shown(CatalogueField::HearingTo), "31.9.2023");
    let found = errors(&catalogue);
    assert!(matches!(
        found[..],
        [(CatalogueField::HearingTo, EntryError::Date(_))]
    ));
}

#[test]
fn every_field_takes_what_is_typed() {
    let mut catalogue = catalogue();
    let fields: Vec<CatalogueField> = catalogue.fields().collect();
    // Eight of the head, four targets, eight outcomes, a group, two relations of which one weakens, two packages.
    assert_eq!(fields.len(), 8 + 4 + 8 + 1 + 1 + 5 + 2);
    for (number, &field) in fields.iter().enumerate() {
        let typed = format!("ulæseligt {number}");
        catalogue.enter(field, &typed);
        assert_eq!(catalogue.shown(field), typed, "{field:?}");
        assert_eq!(catalogue.cell(field, 1, 0), None);
        if let Some((row, column)) = catalogue.position(field) {
            assert_eq!(catalogue.cell(field, row, column), Some(field));
            assert_eq!(catalogue.cell(field, row, YEARS), None);
        }
    }
    for (number, &field) in fields.iter().enumerate() {
        assert_eq!(catalogue.shown(field), format!("ulæseligt {number}"));
    }
    let cells = fields
        .iter()
        .filter(|field| catalogue.position(**field).is_some());
    assert_eq!(cells.count(), 8);
}

/// Where plus saves, a target of 6 mio. is a saving of 6 mio. What is taken off a saving has no sign in any convention.
#[test]
fn targets_follow_the_sign_convention_and_weakenings_do_not() {
    let mut catalogue = catalogue();
    enter_in(
        &mut catalogue,
        CatalogueField::Target(0),
        "6.000",
        Signs::PlusSaves,
    );
    let shown = shown_in(&catalogue, CatalogueField::Target(0), Signs::PlusSaves);
    assert_eq!(shown, "6.000");
    assert_eq!(catalogue.targets[0], Entry::Value(kr("-6000000")));
    let weakening = CatalogueField::Weakening(catalogue.relations[1].id, 0);
    for signs in Signs::ALL {
        enter_in(&mut catalogue, weakening, "250", signs);
        assert_eq!(shown_in(&catalogue, weakening, signs), "250");
        assert_eq!(
            catalogue.relations[1].weakening[0],
            Entry::Value(kr("250000"))
        );
    }
}

/// A weakening below nothing would make two proposals save more together than each for itself.
#[test]
fn a_weakening_with_a_minus_is_pointed_out_and_never_counted() {
    let (proposals, mut catalogue) = (proposals(), catalogue());
    let id = catalogue.relations[1].id;
    let field = CatalogueField::Weakening(id, 0);
    for typed in ["-100", "sparer 100", "abc"] {
        catalogue.enter(field, typed);
        assert_eq!(catalogue.shown(field), typed);
        assert_eq!(catalogue.error(field), Some(EntryError::Weakening));
        let relation = &catalogue.relations[1];
        let choice = [relation.from, relation.to];
        let sums = combine(&catalogue, &by_id(&proposals), &choice);
        assert_eq!(sums.years[0].weakening, Total::Incomplete);
    }
    // A file can hold one that can be read: it is pointed out and not counted either.
    catalogue.relations[1].weakening[0] = Entry::Value(kr("-100000"));
    assert_eq!(catalogue.error(field), Some(EntryError::Weakening));
    let choice = [catalogue.relations[1].from, catalogue.relations[1].to];
    let sums = combine(&catalogue, &by_id(&proposals), &choice);
    assert_eq!(sums.years[0].weakening, Total::Incomplete);
}

#[test]
fn what_requires_its_own_alternative_is_impossible() {
    let mut catalogue = catalogue();
    let requires = catalogue.relations[0].clone();
    assert!(!catalogue.is_impossible(&requires));
    for (from, to) in [(requires.from, requires.to), (requires.to, requires.from)] {
        catalogue.relations[1] = Relation::new(numbered(40), RelationKind::Excludes, from, to);
        assert!(catalogue.is_impossible(&requires));
        assert!(!catalogue.is_impossible(&catalogue.relations[1]));
    }
    catalogue.relations.truncate(1);
    catalogue.variant_groups[0].proposals = vec![requires.from, numbered(41)];
    assert!(!catalogue.is_impossible(&requires));
    catalogue.variant_groups[0].proposals.push(requires.to);
    assert!(catalogue.is_impossible(&requires));
}

#[test]
fn a_hearing_that_ends_before_it_begins_is_pointed_out() {
    let mut catalogue = catalogue();
    for (from, to, error) in [
        ("15.9.2023", "1.9.2023", Some(EntryError::HearingEndsFirst)),
        ("15.9.2023", "15.9.2023", None),
        ("15.9.2023", "", None),
        ("", "1.9.2023", None),
    ] {
        catalogue.enter(CatalogueField::HearingFrom, from);
        catalogue.enter(CatalogueField::HearingTo, to);
        assert_eq!(
            catalogue.error(CatalogueField::HearingTo),
            error,
            "{from} {to}"
        );
        assert_eq!(catalogue.error(CatalogueField::HearingFrom), None);
    }
}

#[test]
fn editions_are_numbered() {
    let mut catalogue = catalogue();
    let day = support::date("1.9.2023");
    for number in 1..=3 {
        let edition = catalogue.next_edition(day).unwrap();
        assert_eq!((edition.number(), edition.published_on()), (number, day));
        catalogue.edition = Some(edition);
    }
    // What was handed over counts, whatever state was brought back.
    let number = |handed_over| {
        let next = catalogue.next_edition_after(handed_over, day);
        next.map(raaderum::domain::Edition::number)
    };
    let last = catalogue.edition.unwrap().number();
    assert_eq!(number(0), Some(last + 1));
    assert_eq!(number(last - 1), Some(last + 1));
    assert_eq!(number(last + 4), Some(last + 5));
    assert_eq!(number(limits::EDITIONS), None);
    catalogue.edition = raaderum::domain::Edition::new(limits::EDITIONS, day);
    assert_eq!(catalogue.next_edition(day), None);
}

// ---- what is said beside a sum ----

#[test]
fn what_the_largest_choice_passes_over_is_told_with_what_stands_in_its_way() {
    let proposals = savings(&[-100, -200, 50, -300]);
    let mut catalogue = catalogue_of(&proposals);
    let group = group(&mut catalogue, &[1, 2]);
    catalogue.entry_mut(nr(4)).expect("an entry").status = ProposalStatus::Cancelled;
    let proposals = by_id(&proposals);
    let largest = largest_choice(&catalogue, &proposals);
    assert_eq!(largest.proposals, nrs(&[2]));
    let told: Vec<(Id, Vec<NotCountedReason>)> =
        passed_over(&catalogue, &proposals, &largest.proposals)
            .into_iter()
            .map(|one| (one.proposal, one.reasons))
            .collect();
    let counted = nr(2);
    assert_eq!(
        told,
        [
            (
                nr(1),
                vec![NotCountedReason::OtherVariant { group, counted }]
            ),
            // Nothing stands in its way: it costs.
            (nr(3), vec![]),
            (nr(4), vec![NotCountedReason::Cancelled]),
        ]
    );
}

#[test]
fn the_parts_that_weigh_most_stand_alone_and_the_others_are_one() {
    let part = |name: &'static str, thousands: i64| Part {
        of: name,
        proposals: vec![numbered(u32::try_from(thousands.abs()).expect("a number"))],
        net_change: [complete(&format!("{thousands}000")); 4],
    };
    let parts = [
        part("a", -1),
        part("b", -50),
        part("c", 30),
        part("d", -2),
        part("e", -40),
    ];
    let names = |parts: &[Part<&'static str>]| parts.iter().map(|part| part.of).collect::<String>();
    let (weighty, others) = weightiest(&parts, 4);
    assert_eq!(names(&weighty), "bce");
    let others = others.expect("others");
    assert_eq!(others.net_change, [complete("-3000"); 4]);
    assert_eq!(others.proposals, [numbered(1), numbered(2)]);
    let sum = |amounts: Vec<Total>| amounts.into_iter().sum::<Total>();
    let all = sum(parts.iter().map(Part::net_change_total).collect());
    let shown = sum(weighty.iter().map(Part::net_change_total).collect());
    assert_eq!(shown + others.net_change_total(), all);
    assert_eq!(weightiest(&parts, 5), (parts.to_vec(), None));
}
