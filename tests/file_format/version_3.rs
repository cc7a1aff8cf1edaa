//! What version 3 adds, and how it is refused.

use raaderum::domain::limits;
use raaderum::file::{self, Expected, Reason};
use serde_json::Value;

use super::not_ours::check_text;
use super::values::check_kept;
use super::version_2::spelt;
use super::{GOLDEN_1, GOLDEN_2, GOLDEN_3, changed_in, id, outcome, refuse};

/// The golden file of version 3 with one value changed is refused there.
fn check_3(pointer: &str, replacement: Option<&str>, place: &str, reason: Reason) {
    let read = outcome(file::read(&changed_in(GOLDEN_3, pointer, replacement)));
    assert_eq!(read, refuse(place, reason), "{replacement:?} at {pointer}");
}

/// Every field of version 3, in one catalogue and its rows.
fn catalogue_fields() -> Vec<String> {
    let root: Value = serde_json::from_str(GOLDEN_3).unwrap();
    let of = |pointer: &str| -> Vec<String> {
        let object = root.pointer(pointer).and_then(Value::as_object);
        let fields = object.expect("an object").keys();
        fields.map(|name| format!("{pointer}/{name}")).collect()
    };
    let parents = [
        "/catalogues/0",
        "/catalogues/0/entries/6",
        "/catalogues/0/variant_groups/2",
        "/catalogues/0/relations/3",
        "/catalogues/0/packages/1",
        "/catalogues/0/edition",
    ];
    parents.into_iter().flat_map(of).collect()
}

#[test]
fn parts_of_a_catalogue_that_are_missing_are_refused() {
    check_3("/catalogues", None, "catalogues", Reason::Missing);
    let fields = catalogue_fields();
    assert_eq!(fields.len(), 16 + 3 + 3 + 6 + 3 + 2);
    for pointer in fields {
        check_3(&pointer, None, &spelt(&pointer), Reason::Missing);
    }
}

#[test]
fn parts_of_a_catalogue_that_would_be_lost_are_refused() {
    for parent in [
        "/catalogues/0",
        "/catalogues/0/entries/0",
        "/catalogues/0/variant_groups/0",
        "/catalogues/0/relations/0",
        "/catalogues/0/packages/0",
        "/catalogues/0/edition",
        "/catalogues/0/targets/2",
    ] {
        let pointer = format!("{parent}/seen");
        check_3(&pointer, Some("null"), &spelt(&pointer), Reason::Unknown);
    }
}

#[test]
fn parts_of_a_catalogue_of_another_kind_are_refused() {
    use Expected::{
        DateOrBlank, EditionNumber, Identity, List, ListOf, Moment, NumberOrBlank, Object,
        RelationKind, Status, Text, WholeNumber, YearOrBlank,
    };
    for (pointer, json, expected) in [
        ("", "null", List),
        ("", "{}", List),
        ("/0", "null", Object),
        ("/0/id", "\"1\"", Identity),
        ("/0/changed_at", "\"2023-02-30T08:00:00Z\"", Moment),
        ("/0/title", "null", Text),
        ("/0/municipality", "1", Text),
        ("/0/first_year", "\"2024\"", YearOrBlank),
        ("/0/first_year", "1969", YearOrBlank),
        ("/0/stage", "null", Text),
        ("/0/price_level", "2101", YearOrBlank),
        ("/0/hearing_from", "\"2023-02-29\"", DateOrBlank),
        ("/0/hearing_to", "2023", DateOrBlank),
        ("/0/introduction", "[]", Text),
        ("/0/targets", "null", List),
        ("/0/targets", "[null, null, null]", ListOf(4)),
        ("/0/targets/0", "\"-10\"", NumberOrBlank),
        ("/0/entries", "null", List),
        ("/0/entries/0", "\"0a\"", Object),
        ("/0/entries/0/proposal", "null", Text),
        ("/0/entries/0/proposal", "\"0A\"", Identity),
        ("/0/entries/0/status", "\"kladde\"", Status),
        ("/0/entries/0/status", "null", Text),
        ("/0/entries/0/outcome", "null", Text),
        ("/0/variant_groups", "null", List),
        ("/0/variant_groups/0/id", "\"\"", Identity),
        ("/0/variant_groups/0/name", "null", Text),
        ("/0/variant_groups/0/proposals", "null", List),
        ("/0/variant_groups/0/proposals/0", "0", Text),
        ("/0/relations", "null", List),
        ("/0/relations/0/kind", "\"Weakens\"", RelationKind),
        ("/0/relations/0/from", "null", Text),
        ("/0/relations/0/to", "\"x\"", Identity),
        ("/0/relations/0/weakening", "[0, 0, 0, 0, 0]", ListOf(4)),
        ("/0/relations/0/weakening/3", "true", NumberOrBlank),
        ("/0/relations/0/note", "null", Text),
        ("/0/packages", "null", List),
        ("/0/packages/0/id", "null", Text),
        ("/0/packages/0/name", "null", Text),
        ("/0/packages/0/proposals/2", "\"x\"", Identity),
        ("/0/edition", "1", Object),
        ("/0/edition/number", "\"1\"", WholeNumber),
        ("/0/edition/number", "1.5", WholeNumber),
        ("/0/edition/number", "0", EditionNumber),
        ("/0/edition/number", "10000", EditionNumber),
        ("/0/edition/number", "-1", EditionNumber),
        ("/0/edition/number", "4294967297", EditionNumber),
        ("/0/edition/published_on", "null", DateOrBlank),
        ("/0/edition/published_on", "\"1.6.2024\"", DateOrBlank),
    ] {
        let pointer = format!("/catalogues{pointer}");
        let reason = Reason::Expected(expected);
        check_3(&pointer, Some(json), &spelt(&pointer), reason);
    }
    for pointer in [
        "/catalogues/0/targets/0",
        "/catalogues/0/relations/0/weakening/0",
    ] {
        for json in ["1000000000000.01", "0.001", "1e400"] {
            let reason = Reason::AmountOutOfBounds;
            check_3(pointer, Some(json), &spelt(pointer), reason);
        }
    }
}

#[test]
fn a_catalogue_of_more_than_the_limits_is_refused() {
    for (list, most, inside) in [
        ("", limits::DOCUMENTS, Expected::Object),
        ("/0/entries", limits::CATALOGUE_ENTRIES, Expected::Object),
        (
            "/0/variant_groups",
            limits::VARIANT_GROUPS,
            Expected::Object,
        ),
        (
            "/0/variant_groups/0/proposals",
            limits::CATALOGUE_ENTRIES,
            Expected::Text,
        ),
        ("/0/relations", limits::RELATIONS, Expected::Object),
        ("/0/packages", limits::PACKAGES, Expected::Object),
        (
            "/0/packages/0/proposals",
            limits::CATALOGUE_ENTRIES,
            Expected::Text,
        ),
    ] {
        let nulls = |count| format!("[{}]", vec!["null"; count].join(","));
        let pointer = format!("/catalogues{list}");
        let place = spelt(&pointer);
        let too_many = Reason::TooMany(most);
        check_3(&pointer, Some(&nulls(most + 1)), &place, too_many);
        let first = format!("{place}[0]");
        let inside = Reason::Expected(inside);
        check_3(&pointer, Some(&nulls(most)), &first, inside);
    }
}

#[test]
fn a_catalogue_has_each_proposal_and_each_row_once() {
    for (pointer, place, first) in [
        ("/0/id", "[0]", "0a"),
        ("/2/id", "[2]", "33"),
        ("/0/entries/6/proposal", "[0].entries[6]", "0a"),
        ("/0/variant_groups/1/id", "[0].variant_groups[1]", "40"),
        (
            "/0/variant_groups/0/proposals/2",
            "[0].variant_groups[0].proposals[2]",
            "0f",
        ),
        ("/0/relations/3/id", "[0].relations[3]", "50"),
        ("/0/packages/1/id", "[0].packages[1]", "60"),
        (
            "/0/packages/0/proposals/1",
            "[0].packages[0].proposals[1]",
            "30",
        ),
    ] {
        let first = format!("00000000-0000-4000-8000-0000000000{first}");
        check_3(
            &format!("/catalogues{pointer}"),
            Some(&format!("\"{first}\"")),
            &format!("catalogues{place}"),
            Reason::SameId(id(&first)),
        );
    }
    // Rows of different lists can have the same, and a relation can be of a proposal to itself.
    let of_group = "\"00000000-0000-4000-8000-000000000040\"";
    for pointer in [
        "/catalogues/0/packages/0/id",
        "/catalogues/0/relations/0/to",
    ] {
        let read = file::read(&changed_in(GOLDEN_3, pointer, Some(of_group)));
        assert!(read.is_ok(), "{pointer}");
    }
}

#[test]
fn texts_of_a_catalogue_longer_than_the_limit_are_kept() {
    let long = "æ".repeat(limits::TEXT_CHARACTERS + 1);
    let text = format!("\"{long}\"");
    for pointer in [
        "/catalogues/0/introduction",
        "/catalogues/0/entries/0/outcome",
        "/catalogues/0/targets/2/unreadable",
        "/catalogues/0/relations/0/note",
    ] {
        check_kept(&changed_in(GOLDEN_3, pointer, Some(&text)), &long);
    }
}

/// Versions 1 and 2 do not know catalogues, so a file that has some was not written by them; and one of version 3 that has
/// none is no file of version 3.
#[test]
fn a_file_has_catalogues_from_version_3_on() {
    for golden in [GOLDEN_1, GOLDEN_2] {
        for json in ["[]", "null"] {
            let changed = changed_in(golden, "/catalogues", Some(json));
            let refused = refuse("catalogues", Reason::Unknown);
            assert_eq!(outcome(file::read(&changed)), refused);
        }
    }
    let changed = changed_in(GOLDEN_2, "/version", Some("3"));
    let refused = refuse("catalogues", Reason::Missing);
    assert_eq!(outcome(file::read(&changed)), refused);
}

#[test]
fn a_name_that_stands_twice_in_a_catalogue_is_refused() {
    let text = GOLDEN_3.replacen("\"stage\": ", "\"stage\": \"\", \"stage\": ", 1);
    check_text(&text, "catalogues[0].stage", Reason::Doubled);
    let text = GOLDEN_3.replacen("\"from\": ", "\"from\": null, \"\\u0066rom\": ", 1);
    check_text(&text, "catalogues[0].relations[0].from", Reason::Doubled);
}
