//! Values that are missing, would be lost, are of another kind or out of bounds.

use raaderum::domain::{Document, limits};
use raaderum::example;
use raaderum::file::{self, Expected, Reason};
use serde_json::Value;

use super::{changed, check, id};

#[test]
fn missing_values_are_refused() {
    for (pointer, place) in [
        ("/proposals", "proposals"),
        ("/action_plans", "action_plans"),
        ("/proposals/0/id", "proposals[0].id"),
        ("/proposals/7/changed_at", "proposals[7].changed_at"),
        ("/proposals/1/kinds", "proposals[1].kinds"),
        (
            "/proposals/3/years/1/estimated_gain",
            "proposals[3].years[1].estimated_gain",
        ),
        (
            "/proposals/3/years/3/full_time_equivalents",
            "proposals[3].years[3].full_time_equivalents",
        ),
        ("/proposals/2/sections", "proposals[2].sections"),
        (
            "/proposals/2/sections/time_horizon",
            "proposals[2].sections.time_horizon",
        ),
        ("/action_plans/0/case_number", "action_plans[0].case_number"),
        (
            "/action_plans/1/focus_areas/10/goal",
            "action_plans[1].focus_areas[10].goal",
        ),
        (
            "/action_plans/1/focus_areas/10/effects",
            "action_plans[1].focus_areas[10].effects",
        ),
    ] {
        check(pointer, None, place, Reason::Missing);
    }
}

#[test]
fn values_that_would_be_lost_are_refused() {
    for (pointer, place) in [
        ("/notes", "notes"),
        ("/proposals/0/notes", "proposals[0].notes"),
        (
            "/proposals/0/years/3/Estimated_gain",
            "proposals[0].years[3].Estimated_gain",
        ),
        (
            "/proposals/0/sections/eighth",
            "proposals[0].sections.eighth",
        ),
        ("/action_plans/3/forecast", "action_plans[3].forecast"),
        (
            "/action_plans/3/focus_areas/1/total",
            "action_plans[3].focus_areas[1].total",
        ),
    ] {
        check(pointer, Some("null"), place, Reason::Unknown);
    }
    check(
        "/proposals/0/years/0/current_budget",
        Some(r#"{"unreadable": "1.5", "value": 1}"#),
        "proposals[0].years[0].current_budget.value",
        Reason::Unknown,
    );
}

#[test]
fn other_kinds_of_values_are_refused() {
    let gain = "/proposals/3/years/1/estimated_gain";
    let gain_place = "proposals[3].years[1].estimated_gain";
    let expected = |pointer, json, place, expected| {
        check(pointer, Some(json), place, Reason::Expected(expected));
    };
    for json in ["\"-700\"", "true", "[]", "\"\""] {
        expected(gain, json, gain_place, Expected::NumberOrBlank);
        expected(
            "/action_plans/0/focus_areas/0/effects/11",
            json,
            "action_plans[0].focus_areas[0].effects[11]",
            Expected::NumberOrBlank,
        );
    }
    let unreadable_place = format!("{gain_place}.unreadable");
    check(gain, Some("{}"), &unreadable_place, Reason::Missing);
    expected(
        gain,
        r#"{"unreadable": 5}"#,
        &unreadable_place,
        Expected::Text,
    );
    expected(
        gain,
        r#"{"unreadable": null}"#,
        &unreadable_place,
        Expected::Text,
    );

    expected("/proposals", "{}", "proposals", Expected::List);
    expected("/proposals/0", "null", "proposals[0]", Expected::Object);
    expected(
        "/proposals/0/years",
        "null",
        "proposals[0].years",
        Expected::List,
    );
    expected(
        "/proposals/0/years/2",
        "[]",
        "proposals[0].years[2]",
        Expected::Object,
    );
    expected(
        "/proposals/0/sections",
        "[]",
        "proposals[0].sections",
        Expected::Object,
    );
    expected(
        "/proposals/0/heading",
        "null",
        "proposals[0].heading",
        Expected::Text,
    );
    expected(
        "/proposals/0/sections/summary",
        "5",
        "proposals[0].sections.summary",
        Expected::Text,
    );
    expected(
        "/proposals/0/appropriations",
        "\"3.20.35\"",
        "proposals[0].appropriations",
        Expected::List,
    );
    expected(
        "/proposals/0/appropriations/0",
        "3",
        "proposals[0].appropriations[0]",
        Expected::Text,
    );
    expected(
        "/proposals/0/kinds/1",
        "1",
        "proposals[0].kinds[1]",
        Expected::Text,
    );
    for kind in ["\"Saving\"", "\"besparelse\"", "\"investment\""] {
        // The last of them stands there already.
        expected(
            "/proposals/0/kinds/1",
            kind,
            "proposals[0].kinds[1]",
            Expected::Kind,
        );
    }
    for year in [
        "1969", "2101", "2024.0", "2024.5", "\"2024\"", "-2024", "1e400",
    ] {
        expected(
            "/proposals/0/first_year",
            year,
            "proposals[0].first_year",
            Expected::YearOrBlank,
        );
        expected(
            "/action_plans/0/year",
            year,
            "action_plans[0].year",
            Expected::YearOrBlank,
        );
    }
    for id in [
        "\"\"",
        "\"4CFFBD3B-13FF-4F3A-AE47-DC6990640C54\"",
        "\"4cffbd3b13ff4f3aae47dc6990640c54\"",
        "\"{4cffbd3b-13ff-4f3a-ae47-dc6990640c54}\"",
        "\"4cffbd3b-13ff-4f3a-ae47-dc6990640c5\"",
    ] {
        expected("/proposals/0/id", id, "proposals[0].id", Expected::Identity);
        let row = "/action_plans/0/focus_areas/2/id";
        expected(
            row,
            id,
            "action_plans[0].focus_areas[2].id",
            Expected::Identity,
        );
    }
    expected("/proposals/0/id", "5", "proposals[0].id", Expected::Text);
}

#[test]
fn wrong_dates_and_moments_are_refused() {
    for date in [
        "\"2023-02-30\"",
        "\"2023-2-3\"",
        "\"2023-13-01\"",
        "\"31.12.2023\"",
        "\"2023-12-31T00:00:00Z\"",
        "\"+2023-12-31\"",
        "\"1969-12-31\"",
        "\"2101-01-01\"",
        "\"\"",
        "20231231",
    ] {
        for field in ["started_on", "updated_on"] {
            let pointer = format!("/action_plans/2/{field}");
            let place = format!("action_plans[2].{field}");
            check(
                &pointer,
                Some(date),
                &place,
                Reason::Expected(Expected::DateOrBlank),
            );
        }
    }
    for moment in [
        "\"2023-06-01T08:00:00\"",
        "\"2023-06-01 08:00:00Z\"",
        "\"2023-06-01T08:00:00+02:00\"",
        "\"2023-06-01T08:00:00.5Z\"",
        "\"2023-06-01T24:00:00Z\"",
        "\"2023-06-01T08:00:60Z\"",
        "\"2023-02-29T08:00:00Z\"",
        "\"+2023-06-01T08:00:00Z\"",
        "\"\"",
    ] {
        let expected = Reason::Expected(Expected::Moment);
        check(
            "/proposals/5/changed_at",
            Some(moment),
            "proposals[5].changed_at",
            expected.clone(),
        );
        check(
            "/action_plans/2/changed_at",
            Some(moment),
            "action_plans[2].changed_at",
            expected,
        );
    }
}

#[test]
fn staff_out_of_bounds_is_refused() {
    for (field, numbers) in [
        ("employees_affected", ["1.5", "-1", "1000001"]),
        (
            "full_time_equivalents",
            ["1.23456", "1000000.0001", "-1000001"],
        ),
    ] {
        for number in numbers {
            let pointer = format!("/proposals/7/years/0/{field}");
            let place = format!("proposals[7].years[0].{field}");
            check(&pointer, Some(number), &place, Reason::StaffOutOfBounds);
        }
    }
}

#[test]
fn lists_of_another_length_are_refused() {
    let four = Reason::Expected(Expected::ListOf(4));
    check(
        "/proposals/4/years/3",
        None,
        "proposals[4].years",
        four.clone(),
    );
    let a_year = serde_json::from_str::<Value>(example::FILE).unwrap()["proposals"][0]["years"][0]
        .to_string();
    check(
        "/proposals/4/years/-",
        Some(&a_year),
        "proposals[4].years",
        four,
    );
    let effects = "/action_plans/1/focus_areas/8/effects";
    let place = "action_plans[1].focus_areas[8].effects";
    let twelve = Reason::Expected(Expected::ListOf(12));
    check(&format!("{effects}/-"), Some("null"), place, twelve.clone());
    check(&format!("{effects}/0"), None, place, twelve.clone());
    check(effects, Some("[]"), place, twelve);
}

#[test]
fn more_entries_than_the_limit_are_refused() {
    let nulls = |count| format!("[{}]", vec!["null"; count].join(","));
    let not_an_object = || Reason::Expected(Expected::Object);
    let rows = "/action_plans/0/focus_areas";
    let rows_place = "action_plans[0].focus_areas";
    check(rows, Some(&nulls(201)), rows_place, Reason::TooMany(200));
    check(
        rows,
        Some(&nulls(200)),
        "action_plans[0].focus_areas[0]",
        not_an_object(),
    );
    for list in ["proposals", "action_plans"] {
        let pointer = format!("/{list}");
        check(&pointer, Some(&nulls(5_001)), list, Reason::TooMany(5_000));
        check(
            &pointer,
            Some(&nulls(5_000)),
            &format!("{list}[0]"),
            not_an_object(),
        );
    }
    check(
        "/proposals/0/kinds",
        Some(&nulls(5)),
        "proposals[0].kinds",
        Reason::TooMany(4),
    );
}

/// A text that is longer than its field has room for was typed there, and is in the file: it is read, and written again.
pub fn check_kept(text: &str, long: &str) {
    let documents = file::read(text).expect("a file of ours");
    let written = file::write(&documents).unwrap();
    assert!(written.contains(long), "the text is gone");
    let again = file::read(&written).expect("a file of ours");
    assert!(file::write(&again).unwrap() == written, "another text");
}

#[test]
fn texts_longer_than_the_limit_are_kept() {
    let long = "æ".repeat(limits::TEXT_CHARACTERS + 1);
    let text = format!("\"{long}\"");
    let unreadable = format!("{{\"unreadable\": {text}}}");
    for (pointer, json) in [
        ("/proposals/0/heading", &text),
        ("/proposals/0/appropriations/0", &text),
        ("/proposals/0/sections/summary", &text),
        ("/action_plans/1/focus_areas/0/goal", &text),
        ("/action_plans/1/focus_areas/0/effects/3", &unreadable),
    ] {
        check_kept(&changed(pointer, Some(json)), &long);
    }
    let lines = format!("[{}]", vec!["\"\""; limits::TEXT_CHARACTERS + 1].join(","));
    let documents = file::read(&changed("/proposals/0/appropriations", Some(&lines))).unwrap();
    let Some(Document::Proposal(proposal)) = documents.first() else {
        panic!("no proposal");
    };
    assert_eq!(proposal.appropriations.len(), limits::TEXT_CHARACTERS);
}

#[test]
fn an_identity_belongs_to_one_document_and_to_one_row_of_a_plan() {
    let first = "4cffbd3b-13ff-4f3a-ae47-dc6990640c54";
    let json = format!("\"{first}\"");
    let same = |text| Reason::SameId(id(text));
    check("/proposals/7/id", Some(&json), "proposals[7]", same(first));
    check(
        "/action_plans/2/id",
        Some(&json),
        "action_plans[2]",
        same(first),
    );
    let row = "c623f364-978c-4d0a-a8b0-990a672d7082";
    let json = format!("\"{row}\"");
    check(
        "/action_plans/0/focus_areas/2/id",
        Some(&json),
        "action_plans[0].focus_areas[2]",
        same(row),
    );
    // Another plan's row, and a document, can have it: a plan is copied with its rows.
    for pointer in ["/action_plans/1/focus_areas/2/id", "/action_plans/1/id"] {
        assert!(
            file::read(&changed(pointer, Some(&json))).is_ok(),
            "{pointer}"
        );
    }
}
