//! Packages side by side, as the part of an address after `#`, and as a file.

use crate::support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use raaderum::domain::{
    Catalogue, CatalogueEntry, Entry, Id, NotCountedReason, Package, Proposal, Timestamp,
    compare_packages, limits,
};
use raaderum::publication::{
    PackageError, SharedPackage, catalogue_of_link, package_file, package_link, read_package_file,
    read_package_link,
};
use support::{catalogue, complete, numbered, proposals};

fn by_id(proposals: &[Proposal]) -> BTreeMap<Id, &Proposal> {
    proposals.iter().map(|one| (one.id, one)).collect()
}

/// A package of the example proposals with these numbers.
fn package(name: &str, numbers: &[usize]) -> Package {
    let all = proposals();
    Package {
        id: numbered(90),
        name: name.to_owned(),
        proposals: numbers.iter().map(|number| all[number - 1].id).collect(),
    }
}

/// What a link gives whoever opens it.
fn shared(package: &Package) -> SharedPackage {
    SharedPackage {
        name: package.name.clone(),
        proposals: package.proposals.clone(),
    }
}

/// A package of nothing is no choice, and a full catalogue takes no more.
#[test]
fn a_package_is_taken_in_where_there_is_something_to_take_in_and_room() {
    let shared = shared(&package("Vores", &[8, 1]));
    let read = SharedPackage::to_take_in(Ok(shared.clone()));
    assert_eq!(read, Ok((shared.clone(), None)));
    let refused = SharedPackage::to_take_in(Ok(SharedPackage::default()));
    assert!(refused.unwrap_err().starts_with("Pakken er tom"));
    let of_other = |known: SharedPackage| {
        SharedPackage::to_take_in(Err(PackageError::UnknownProposals { known, unknown: 2 }))
    };
    let (known, words) = of_other(shared.clone()).unwrap();
    assert_eq!(known, shared);
    assert!(words.unwrap().contains("anden udgave"));
    let none = of_other(SharedPackage::default()).unwrap_err();
    assert!(none.contains("ingen af dens forslag"), "{none}");
    let damaged = SharedPackage::to_take_in(Err(PackageError::Damaged));
    assert!(damaged.is_err());

    let mut full = catalogue();
    while shared.put_into(&mut full, Id::random()) {}
    assert_eq!(full.packages.len(), limits::PACKAGES);
    let last = full.packages.last().unwrap();
    assert_eq!(
        (&last.name, &last.proposals),
        (&shared.name, &shared.proposals)
    );
}

// ---- side by side ----

#[test]
fn packages_are_compared_by_what_they_share_and_where_they_differ() {
    let all = proposals();
    let catalogue = catalogue();
    let packages = [
        package("Første", &[8, 1, 2]),
        package("Anden", &[2, 1, 6, 7]),
        package("Tredje", &[1, 2, 8]),
    ];
    let told = compare_packages(&catalogue, &by_id(&all), &packages.each_ref());
    let id = |number: usize| all[number - 1].id;
    assert_eq!(told.shared, [id(1), id(2)]);
    let differing: Vec<(Id, &[bool])> = told
        .differing
        .iter()
        .map(|one| (one.proposal, one.is_in.as_slice()))
        .collect();
    assert_eq!(
        differing,
        [
            (id(6), &[false, true, false][..]),
            (id(7), &[false, true, false][..]),
            (id(8), &[true, false, true][..]),
        ]
    );
    let totals = told.combinations.iter().map(|one| one.years[0].net_change);
    assert_eq!(
        totals.collect::<Vec<_>>(),
        [
            complete("-2933000"),
            complete("-1950000"),
            complete("-2933000")
        ]
    );
    // Of the two variants of Ophold, the first that was chosen counts; what is named is what was chosen.
    let left_out = &told.combinations[1].not_counted;
    assert_eq!(left_out.len(), 1);
    assert_eq!(left_out[0].proposal, id(7));
    assert_eq!(
        left_out[0].reasons,
        [NotCountedReason::OtherVariant {
            group: catalogue.variant_groups[0].id,
            counted: id(6),
        }]
    );
}

/// What all have chosen and what counts in all are two things: a sum that all share has the latter only.
#[test]
fn what_is_chosen_in_all_and_does_not_count_in_all_is_a_group_of_its_own() {
    let all = proposals();
    let catalogue = catalogue();
    // Of the two variants 6 and 7, the first that was chosen counts.
    let packages = [
        package("Første", &[6, 7, 2]),
        package("Anden", &[7, 6, 2]),
        package("Tredje", &[6, 7, 2, 3]),
    ];
    let told = compare_packages(&catalogue, &by_id(&all), &packages.each_ref());
    let id = |number: usize| all[number - 1].id;
    assert_eq!(told.shared, [id(2)]);
    assert_eq!(told.chosen_in_all, [id(6), id(7)]);
    let differing = told.differing.iter().map(|one| one.proposal);
    assert_eq!(differing.collect::<Vec<_>>(), [id(3)]);
}

#[test]
fn at_most_four_packages_are_compared() {
    let all = proposals();
    let packages: Vec<Package> = (1..=5).map(|number| package("", &[number])).collect();
    let packages: Vec<&Package> = packages.iter().collect();
    let told = compare_packages(&catalogue(), &by_id(&all), &packages);
    assert_eq!(told.combinations.len(), limits::COMPARED_PACKAGES);
    assert_eq!(told.shared, []);
    let differing = told.differing.iter().map(|one| one.proposal);
    let four = all.iter().take(4).map(|proposal| proposal.id);
    assert_eq!(differing.collect::<Vec<_>>(), four.collect::<Vec<_>>());
    assert!(told.differing.iter().all(|one| one.is_in.len() == 4));
    let none = compare_packages(&catalogue(), &by_id(&all), &[]);
    assert_eq!((none.shared.len(), none.differing.len()), (0, 0));
}

#[test]
fn proposals_outside_the_catalogue_come_last() {
    let all = proposals();
    let mut catalogue = catalogue();
    catalogue.entries.remove(0);
    let packages = [package("", &[1, 8]), package("", &[1])];
    let told = compare_packages(&catalogue, &by_id(&all), &packages.each_ref());
    // Nothing of it counts.
    assert_eq!(told.shared, []);
    assert_eq!(told.chosen_in_all, [all[0].id]);
    assert_eq!(told.differing[0].proposal, all[7].id);
}

// ---- as a link ----

#[test]
fn a_link_is_the_package() {
    let catalogue = catalogue();
    for package in [
        package("Børn & unge: 5 % først. #1", &[3, 1, 8]),
        package("", &[]),
        package(".~-_\u{1F4B0}\n", &[2]),
        package("alt", &[1, 2, 3, 4, 5, 6, 7, 8]),
    ] {
        let link = package_link(&catalogue, &package);
        let is_plain =
            |character: char| character.is_ascii_alphanumeric() || "-_~%.".contains(character);
        assert!(link.chars().all(is_plain), "{link}");
        assert_eq!(read_package_link(&catalogue, &link), Ok(shared(&package)));
        assert_eq!(catalogue_of_link(&link), Ok(catalogue.id));
    }
}

/// Links are out there: what one of them means never changes.
#[test]
fn a_link_that_was_made_once_is_read_for_ever() {
    let catalogue = catalogue();
    let package = package("Børn først", &[1, 2, 3]);
    let link = "1.AAAAAAAAQACAAAAAAAAAAQ.B%C3%B8rn%20f%C3%B8rst.BEz_vTu-6ckfEualrQ.4cc60b95";
    assert_eq!(package_link(&catalogue, &package), link);
    assert_eq!(read_package_link(&catalogue, link), Ok(shared(&package)));
    // Programs on the way may encode a name otherwise.
    for other in [
        link.replacen("%C3%B8", "ø", 1),
        link.replacen("%C3%B8", "%c3%b8", 2),
        link.replacen("rn%20", "%72n%20", 1),
    ] {
        assert_ne!(other, link);
        assert_eq!(read_package_link(&catalogue, &other), Ok(shared(&package)));
    }
}

#[test]
fn a_link_that_was_cut_off_or_changed_is_damaged() {
    let catalogue = catalogue();
    let link = package_link(&catalogue, &package("Børn først", &[1, 2, 3]));
    for end in 0..link.len() {
        let read = read_package_link(&catalogue, &link[..end]);
        assert_eq!(read, Err(PackageError::Damaged), "{}", &link[..end]);
        assert_eq!(catalogue_of_link(&link[..end]), Err(PackageError::Damaged));
    }
    for other in [
        format!("{link}0"),
        format!("{link}."),
        format!("{link}.x"),
        link.replacen('1', "0", 1),
        link.replacen('1', "", 1),
        link.replacen('1', "-1", 1),
        link.replacen('1', "x", 1),
        link.replacen("først", "sidst", 1).replacen("%B8", "%B9", 1),
        link.replacen("%C3", "%FF", 1),
        link.replacen('.', "..", 1),
        "forslag".to_owned(),
    ] {
        let read = read_package_link(&catalogue, &other);
        assert_eq!(read, Err(PackageError::Damaged), "{other}");
    }
}

#[test]
fn a_link_of_a_later_version_is_told_apart() {
    let catalogue = catalogue();
    for link in ["2.x", "2", "12.AAAA.x.y.z.w"] {
        let read = read_package_link(&catalogue, link);
        assert_eq!(read, Err(PackageError::TooNew), "{link}");
    }
}

#[test]
fn a_link_names_its_catalogue() {
    let mut other = catalogue();
    let link = package_link(&other, &package("", &[1]));
    let id = other.id;
    other.id = numbered(2);
    let read = read_package_link(&other, &link);
    assert_eq!(read, Err(PackageError::OtherCatalogue(id)));
}

/// In another edition, the proposals that are still there are chosen, and the others are counted.
#[test]
fn what_a_catalogue_does_not_have_is_unknown() {
    let mut catalogue = catalogue();
    let chosen = package("Børn først", &[3, 1, 8, 2]);
    let link = package_link(&catalogue, &chosen);
    catalogue.entries.remove(7);
    catalogue.entries.remove(0);
    let known = shared(&package("Børn først", &[3, 2]));
    let unknown = PackageError::UnknownProposals { known, unknown: 2 };
    assert_eq!(read_package_link(&catalogue, &link), Err(unknown));
    // One that has left the catalogue can still be in a package.
    let link = package_link(&catalogue, &chosen);
    assert!(matches!(
        read_package_link(&catalogue, &link),
        Err(PackageError::UnknownProposals { unknown: 2, .. })
    ));
}

/// Identities that begin alike are told apart, and one that joins later and begins like another is not taken for it.
#[test]
fn proposals_that_begin_alike_are_told_apart() {
    let blank = Catalogue::blank(numbered(1), Timestamp::UNIX_EPOCH, Entry::Blank);
    let entries = [numbered(1), numbered(2)].map(CatalogueEntry::draft);
    let mut catalogue = Catalogue {
        entries: entries.to_vec(),
        ..blank
    };
    let chosen = Package {
        proposals: vec![numbered(2)],
        ..Package::blank(numbered(3))
    };
    let link = package_link(&catalogue, &chosen);
    assert_eq!(read_package_link(&catalogue, &link), Ok(shared(&chosen)));
    catalogue.entries.remove(0);
    let link = package_link(&catalogue, &chosen);
    catalogue.entries.push(CatalogueEntry::draft(numbered(1)));
    let nothing = shared(&Package::blank(numbered(3)));
    assert_eq!(
        read_package_link(&catalogue, &link),
        Err(PackageError::UnknownProposals {
            known: nothing,
            unknown: 1
        })
    );
}

// ---- as a file ----

#[test]
fn a_file_is_the_package() {
    let catalogue = catalogue();
    for package in [
        package("Børn & unge: 5 % først. \"1\"\n", &[3, 1, 8]),
        package("", &[]),
    ] {
        let file = package_file(&catalogue, &package).unwrap();
        assert_eq!(read_package_file(&catalogue, &file), Ok(shared(&package)));
        // As mail programs and editors leave it.
        let otherwise = format!("\u{FEFF}{}", file.replace('\n', "\r\n"));
        assert_eq!(
            read_package_file(&catalogue, &otherwise),
            Ok(shared(&package))
        );
    }
}

/// Files are out there: what one of them means never changes.
#[test]
fn a_file_that_was_made_once_is_read_for_ever() {
    let catalogue = catalogue();
    let package = package("Børn først", &[1, 2]);
    let file = r#"{
  "catalogue": "00000000-0000-4000-8000-000000000001",
  "format": "raaderum-package",
  "name": "Børn først",
  "proposals": [
    "4cffbd3b-13ff-4f3a-ae47-dc6990640c54",
    "bee9c91f-37db-40a4-b6c8-ccff252274bc"
  ],
  "version": 1
}
"#;
    assert_eq!(package_file(&catalogue, &package).unwrap(), file);
    assert_eq!(read_package_file(&catalogue, file), Ok(shared(&package)));
}

#[test]
fn a_file_that_was_cut_off_or_changed_is_refused() {
    let catalogue = catalogue();
    let file = package_file(&catalogue, &package("Børn først", &[1, 2])).unwrap();
    for (end, _) in file.trim_end().char_indices() {
        let read = read_package_file(&catalogue, &file[..end]);
        let is_refused = matches!(read, Err(PackageError::Damaged | PackageError::NotAPackage));
        assert!(is_refused, "{}", &file[..end]);
    }
    let half = &file[..file.len() - 10];
    assert_eq!(
        read_package_file(&catalogue, half),
        Err(PackageError::Damaged)
    );
    for (from, to, error) in [
        ("\"version\": 1", "\"version\": 2", PackageError::TooNew),
        ("\"version\": 1", "\"version\": 0", PackageError::Damaged),
        (
            "\"version\": 1",
            "\"version\": \"1\"",
            PackageError::Damaged,
        ),
        ("\"version\": 1", "\"version\": 1.0", PackageError::Damaged),
        (
            "\"version\": 1",
            "\"version\": 1, \"more\": 1",
            PackageError::Damaged,
        ),
        (
            "\"version\": 1",
            "\"version\": 1, \"version\": 1",
            PackageError::Damaged,
        ),
        ("\"Børn først\"", "null", PackageError::Damaged),
        ("\"Børn først\"", "[\"Børn først\"]", PackageError::Damaged),
        ("\"name\"", "\"navn\"", PackageError::Damaged),
        ("\"4cffbd3b", "1, \"4cffbd3b", PackageError::Damaged),
        ("\"4cffbd3b", "\"4CFFBD3B", PackageError::Damaged),
        (
            "\"raaderum-package\"",
            "\"raaderum\"",
            PackageError::NotAPackage,
        ),
        ("\"raaderum-package\"", "7", PackageError::NotAPackage),
    ] {
        let other = file.replacen(from, to, 1);
        assert_ne!(other, file);
        assert_eq!(read_package_file(&catalogue, &other), Err(error), "{other}");
    }
    for other in ["", "[]", "null", "1", "{}", "hej", "{\"format\""] {
        let read = read_package_file(&catalogue, other);
        assert_eq!(read, Err(PackageError::NotAPackage), "{other}");
    }
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let catalogue = catalogue();
    let long = package(&"a".repeat(limits::FILE_BYTES), &[1]);
    let file = package_file(&catalogue, &long).unwrap();
    let read = read_package_file(&catalogue, &file);
    assert_eq!(read, Err(PackageError::NotAPackage));
    let mut many = package("", &[]);
    many.proposals = vec![numbered(1); limits::CATALOGUE_ENTRIES + 1];
    let file = package_file(&catalogue, &many).unwrap();
    let read = read_package_file(&catalogue, &file);
    assert_eq!(read, Err(PackageError::Damaged));
}

/// A file tells of another catalogue and of another edition what a link tells.
#[test]
fn a_file_and_a_link_are_refused_alike() {
    let mut catalogue = catalogue();
    let package = package("Børn først", &[3, 1, 8, 2]);
    let file = package_file(&catalogue, &package).unwrap();
    let link = package_link(&catalogue, &package);
    catalogue.entries.remove(7);
    let read = read_package_file(&catalogue, &file);
    assert!(matches!(
        read,
        Err(PackageError::UnknownProposals { unknown: 1, .. })
    ));
    assert_eq!(read, read_package_link(&catalogue, &link));
    let id = catalogue.id;
    catalogue.id = numbered(2);
    let read = read_package_file(&catalogue, &file);
    assert_eq!(read, Err(PackageError::OtherCatalogue(id)));
    assert_eq!(read, read_package_link(&catalogue, &link));
}

#[test]
fn every_refusal_says_what_to_do() {
    let of_other_edition = |known: &[usize], unknown| PackageError::UnknownProposals {
        known: shared(&package("", known)),
        unknown,
    };
    assert_eq!(
        of_other_edition(&[1, 2, 3], 2).sentence(),
        "Pakken er lavet til en anden udgave af kataloget: 2 af dens 5 forslag er ikke i denne. Resten er med. Åbn den udgave, som pakken er lavet til, hvis alle skal med."
    );
    assert_eq!(
        of_other_edition(&[], 1).sentence(),
        "Pakken er lavet til en anden udgave af kataloget: ingen af dens forslag er i denne. Åbn den udgave, som pakken er lavet til."
    );
    let told = [
        PackageError::NotAPackage,
        PackageError::Damaged,
        PackageError::TooNew,
        PackageError::OtherCatalogue(numbered(2)),
    ];
    let told: std::collections::BTreeSet<String> =
        told.iter().map(PackageError::sentence).collect();
    assert_eq!(told.len(), 4);
    // What happened, and what to do.
    assert!(
        told.iter()
            .all(|words| words.matches(['.', ':']).count() > 1)
    );
}

fn id() -> impl Strategy<Value = Id> {
    // Some begin alike.
    let number = prop_oneof![
        any::<u128>(),
        0..300_u128,
        any::<u128>().prop_map(|n| n >> 40)
    ];
    number.prop_map(|number| Id::from_bytes(number.to_be_bytes()))
}

/// A catalogue, and a package of some of its proposals in any order.
fn any_package() -> impl Strategy<Value = (Catalogue, Package)> {
    let ids = prop::collection::btree_set(id(), 0..40);
    (id(), ids, any::<String>(), any::<u64>()).prop_perturb(|(id, ids, name, bits), mut random| {
        let mut all: Vec<Id> = ids.into_iter().collect();
        for place in (1..all.len()).rev() {
            let other = random.random_range(0..=place);
            all.swap(place, other);
        }
        let blank = Catalogue::blank(id, Timestamp::UNIX_EPOCH, Entry::Blank);
        let catalogue = Catalogue {
            entries: all.iter().copied().map(CatalogueEntry::draft).collect(),
            ..blank
        };
        let chosen = all.into_iter().enumerate();
        let chosen = chosen.filter(|(place, _)| bits >> place & 1 == 1);
        let package = Package {
            id,
            name,
            proposals: chosen.map(|(_, id)| id).rev().collect(),
        };
        (catalogue, package)
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2024),
        cases: 500,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_package_comes_back_from_its_link((catalogue, package) in any_package()) {
        let link = package_link(&catalogue, &package);
        prop_assert_eq!(read_package_link(&catalogue, &link), Ok(shared(&package)));
    }

    #[test]
    fn any_package_comes_back_from_its_file((catalogue, package) in any_package()) {
        let file = package_file(&catalogue, &package).unwrap();
        let read = read_package_file(&catalogue, &file);
        prop_assert_eq!(&read, &Ok(shared(&package)));
        let SharedPackage { name, proposals } = read.unwrap();
        let again = Package { id: package.id, name, proposals };
        prop_assert_eq!(package_file(&catalogue, &again).unwrap(), file);
    }

    #[test]
    fn any_text_is_no_file_of_a_package(text in "\\PC*", (catalogue, _) in any_package()) {
        prop_assert_eq!(read_package_file(&catalogue, &text), Err(PackageError::NotAPackage));
    }

    /// No changed character makes another package of it.
    #[test]
    fn a_changed_link_is_damaged_or_means_the_same(
        (catalogue, package) in any_package(),
        place in any::<Index>(),
        other in "[0-9A-Za-z._%~-]",
    ) {
        let mut link = package_link(&catalogue, &package);
        let at = place.index(link.len());
        link.replace_range(at..=at, &other);
        match read_package_link(&catalogue, &link) {
            Ok(read) => prop_assert_eq!(read, shared(&package)),
            Err(PackageError::Damaged | PackageError::TooNew) => {}
            Err(other) => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn any_text_is_read_or_damaged(text in "\\PC*", (catalogue, _) in any_package()) {
        prop_assert!(read_package_link(&catalogue, &text).is_err());
    }
}
