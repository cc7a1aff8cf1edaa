//! Names that stand twice, and unknown ones.

use raaderum::file::{self, Reason};

use super::not_ours::check_text;
use super::{GOLDEN_1, GOLDEN_2, changed, check};

/// Where a name of the first proposal or plan is put a second time, and the place that is refused.
fn check_doubled(before: &str, inserted: &str, place: &str, reason: Reason) {
    assert!(GOLDEN_2.contains(before), "{before}");
    let text = GOLDEN_2.replacen(before, &format!("{before}{inserted}"), 1);
    check_text(&text, place, reason);
}

/// The parser keeps the last of two values of one name: the first would be lost without a word.
#[test]
fn a_name_that_stands_twice_is_refused() {
    for (before, inserted, place) in [
        ("{", "\"proposals\": [],", "proposals"),
        ("{", "\"version\": 2,", "version"),
        (
            "\"proposals\": [\n    {",
            "\"heading\": \"\",",
            "proposals[0].heading",
        ),
        // The same value, and the same name spelt otherwise.
        (
            "\"proposals\": [\n    {",
            "\"years\": [ ],",
            "proposals[0].years",
        ),
        (
            "\"proposals\": [\n    {",
            "\"\\u0068eading\":\"\",",
            "proposals[0].heading",
        ),
        (
            "\"proposals\": [\n    {",
            "\"heading\"\n\t : \"a\\\\\\\"{[,\",",
            "proposals[0].heading",
        ),
        (
            "\"years\": [\n        {",
            "\"current_budget\": 1,",
            "proposals[0].years[0].current_budget",
        ),
        (
            "\"sections\": {",
            "\"summary\": \"\",",
            "proposals[0].sections.summary",
        ),
        (
            "\"focus_areas\": [\n        {",
            "\"area\": \"\",",
            "action_plans[0].focus_areas[0].area",
        ),
        (
            "\"current_budget\": {",
            "\"unreadable\": \"\",",
            "proposals[0].years[2].current_budget.unreadable",
        ),
    ] {
        check_doubled(before, inserted, place, Reason::Doubled);
    }
    let doubled = |text: &str| text.replacen('{', "{\"version\": 1,", 1);
    check_text(&doubled(GOLDEN_1), "version", Reason::Doubled);
    // A value may be called as another is elsewhere, and a text may hold anything.
    let text = changed("/proposals/0/heading", Some(r#""{\"a\":1,\"a\":2}""#));
    assert!(file::read(&text).is_ok());
    // What is no file of ours is called that first.
    check_text(r#"{"a": 1, "a": 2}"#, "", Reason::NotOurs);
}

/// The parser hands over a number as an object of one name, and takes an object of that name for a number.
#[test]
fn the_name_by_which_the_parser_knows_numbers_is_unknown() {
    const NAME: &str = "$serde_json::private::Number";
    for name in [NAME.to_owned(), NAME.replacen('$', "\\u0024", 1)] {
        for (pointer, place) in [
            (
                "/proposals/0/years/0/current_budget",
                "proposals[0].years[0].current_budget",
            ),
            (
                "/action_plans/0/focus_areas/0/effects/11",
                "action_plans[0].focus_areas[0].effects[11]",
            ),
            ("/notes", "notes"),
        ] {
            let text = changed(pointer, Some("\"here\""));
            let text = text.replacen("\"here\"", &format!("{{\"{name}\":\"5\"}}"), 1);
            let place = format!("{place}.\"{NAME}\"");
            check_text(&text, &place, Reason::Unknown);
        }
    }
    // Anybody may write about it.
    let text = changed("/proposals/0/heading", Some(&format!("\"{NAME}\"")));
    assert!(file::read(&text).is_ok());
}

/// Fuzzing found an unknown field without a name refused without a place. Names that are none of the format's are
/// quoted, and cut: a refusal is a sentence.
#[test]
fn the_place_of_an_unknown_field_is_always_told() {
    let long = "æ".repeat(1_000);
    let cut = format!("\"{}…\"", "æ".repeat(40));
    for (name, place) in [
        ("", "\"\""),
        ("a b", "\"a b\""),
        ("years[0]", "\"years[0]\""),
        ("a.b", "\"a.b\""),
        ("Heading", "Heading"),
        (&long, &cut),
    ] {
        for (pointer, before) in [("", ""), ("/proposals/0", "proposals[0].")] {
            let place = format!("{before}{place}");
            check(
                &format!("{pointer}/{name}"),
                Some("1"),
                &place,
                Reason::Unknown,
            );
        }
    }
}
