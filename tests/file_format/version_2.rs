//! What version 2 adds, and how it is refused.

use raaderum::domain::limits;
use raaderum::file::{self, Expected, Reason};

use super::golden::new_fields;
use super::values::check_kept;
use super::{GOLDEN_1, GOLDEN_2, changed_in, id, outcome, refuse};

/// The golden file of version 2 with one value changed is refused there.
fn check_2(pointer: &str, replacement: Option<&str>, place: &str, reason: Reason) {
    let read = outcome(file::read(&changed_in(GOLDEN_2, pointer, replacement)));
    assert_eq!(read, refuse(place, reason), "{replacement:?} at {pointer}");
}

/// A place as refusals spell it, from a JSON pointer: `/proposals/0/years` is `proposals[0].years`.
pub fn spelt(pointer: &str) -> String {
    let mut place = String::new();
    for step in pointer.split('/').skip(1) {
        if step.parse::<usize>().is_ok() {
            place.push_str(&format!("[{step}]"));
        } else {
            place.push_str(if place.is_empty() { "" } else { "." });
            place.push_str(step);
        }
    }
    place
}

#[test]
fn new_values_that_are_missing_are_refused() {
    for pointer in [
        "/proposals/0/price_level",
        "/proposals/0/reimbursement_rate",
        "/proposals/4/stated_totals",
        "/proposals/4/stated_totals/rows",
        "/proposals/4/stated_totals/net_change",
        "/proposals/4/stated_totals/net_change_total",
        "/proposals/0/dismissed_advice",
        "/proposals/0/dismissed_advice/1/advice",
        "/proposals/0/dismissed_advice/1/field",
        "/proposals/0/dismissed_advice/1/detail",
        "/proposals/0/dismissed_advice/1/reason",
        "/action_plans/0/carried_over_overspend",
        "/action_plans/0/focus_areas/1/realised",
        "/action_plans/0/focus_areas/1/stated_total",
        "/action_plans/0/focus_areas/1/proposal",
        "/action_plans/0/focus_areas/2/proposal/id",
        "/action_plans/0/focus_areas/2/proposal/heading",
        "/action_plans/0/focus_areas/2/proposal/net_change",
        "/action_plans/0/focus_areas/2/proposal/year",
        "/action_plans/1/stated_sums",
        "/action_plans/0/stated_sums/2/id",
        "/action_plans/0/stated_sums/2/focus_areas",
        "/action_plans/0/stated_sums/2/months",
        "/action_plans/0/stated_sums/2/total",
        "/action_plans/3/realised_through",
        "/action_plans/3/closed_through",
        "/action_plans/3/closed_updates",
        "/action_plans/0/closed_updates/3/closed_on",
        "/action_plans/0/closed_updates/3/realised_through",
        "/action_plans/0/closed_updates/3/effect",
        "/action_plans/0/closed_updates/3/expected_overspend",
        "/action_plans/0/closed_updates/3/note",
        "/action_plans/2/supplementary_appropriation",
        "/action_plans/2/supplementary_appropriation/amount",
        "/action_plans/2/supplementary_appropriation/financing",
        "/action_plans/0/dismissed_advice",
        "/action_plans/0/dismissed_advice/0/reason",
    ] {
        check_2(pointer, None, &spelt(pointer), Reason::Missing);
    }
}

#[test]
fn new_values_that_would_be_lost_are_refused() {
    for parent in [
        "/proposals/0/stated_totals",
        "/proposals/0/dismissed_advice/0",
        "/action_plans/0/focus_areas/0/proposal",
        "/action_plans/0/stated_sums/0",
        "/action_plans/0/closed_updates/0",
        "/action_plans/0/supplementary_appropriation",
        "/action_plans/0/dismissed_advice/0",
        "/action_plans/0/carried_over_overspend/",
        "/proposals/3/reimbursement_rate/",
        "/proposals/3/price_level/",
        "/action_plans/0/stated_sums/1/total/",
    ] {
        // Where a value stands, a text that cannot be read is put in its place, with one field too many.
        if let Some(cell) = parent.strip_suffix('/') {
            let place = format!("{}.value", spelt(cell));
            let two = r#"{"unreadable": "1.5", "value": 1}"#;
            check_2(cell, Some(two), &place, Reason::Unknown);
        } else {
            let pointer = format!("{parent}/seen");
            check_2(&pointer, Some("null"), &spelt(&pointer), Reason::Unknown);
        }
    }
}

#[test]
fn new_values_of_another_kind_are_refused() {
    use Expected::{
        DateOrBlank, Identity, List, ListOf, Month, NumberOrBlank, Object, Text, WholeNumber,
        YearOrBlank,
    };
    for (pointer, json, expected) in [
        ("/proposals/0/price_level", "\"2024-pl\"", YearOrBlank),
        ("/proposals/0/price_level", "1969", YearOrBlank),
        ("/proposals/0/price_level", "2101", YearOrBlank),
        ("/proposals/0/price_level", "2024.5", YearOrBlank),
        ("/proposals/0/reimbursement_rate", "\"50 %\"", NumberOrBlank),
        ("/proposals/0/reimbursement_rate", "[]", NumberOrBlank),
        ("/proposals/0/stated_totals", "[]", Object),
        ("/proposals/0/stated_totals", "null", Object),
        ("/proposals/0/stated_totals/rows", "null", List),
        ("/proposals/0/stated_totals/rows", "[null, null]", ListOf(3)),
        ("/proposals/0/stated_totals/rows/0", "\"0\"", NumberOrBlank),
        ("/proposals/0/stated_totals/net_change", "[]", ListOf(4)),
        (
            "/proposals/0/stated_totals/net_change/3",
            "false",
            NumberOrBlank,
        ),
        (
            "/proposals/0/stated_totals/net_change_total",
            "\"\"",
            NumberOrBlank,
        ),
        ("/proposals/0/dismissed_advice", "null", List),
        ("/proposals/0/dismissed_advice/0", "\"no_kind\"", Object),
        ("/proposals/0/dismissed_advice/0/advice", "null", Text),
        ("/proposals/0/dismissed_advice/0/field", "2", Text),
        ("/proposals/0/dismissed_advice/0/detail", "null", Text),
        ("/proposals/0/dismissed_advice/0/reason", "[]", Text),
        (
            "/action_plans/0/carried_over_overspend",
            "\"1.200.000\"",
            NumberOrBlank,
        ),
        ("/action_plans/0/focus_areas/0/realised", "null", List),
        ("/action_plans/0/focus_areas/0/realised", "[0]", ListOf(12)),
        ("/action_plans/0/focus_areas/0/realised/-", "0", ListOf(12)),
        (
            "/action_plans/0/focus_areas/0/realised/11",
            "true",
            NumberOrBlank,
        ),
        (
            "/action_plans/0/focus_areas/0/stated_total",
            "[]",
            NumberOrBlank,
        ),
        ("/action_plans/0/focus_areas/0/proposal", "\"\"", Object),
        (
            "/action_plans/0/focus_areas/0/proposal/id",
            "\"\"",
            Identity,
        ),
        (
            "/action_plans/0/focus_areas/0/proposal/heading",
            "null",
            Text,
        ),
        (
            "/action_plans/0/focus_areas/0/proposal/net_change",
            "null",
            NumberOrBlank,
        ),
        (
            "/action_plans/0/focus_areas/0/proposal/net_change",
            r#"{"unreadable": "?"}"#,
            NumberOrBlank,
        ),
        ("/action_plans/0/stated_sums", "{}", List),
        ("/action_plans/0/stated_sums/0", "[]", Object),
        ("/action_plans/0/stated_sums/0/id", "null", Text),
        ("/action_plans/0/stated_sums/0/id", "\"20\"", Identity),
        ("/action_plans/0/stated_sums/0/focus_areas", "null", List),
        (
            "/action_plans/0/stated_sums/0/focus_areas/1",
            "\"1\"",
            Identity,
        ),
        ("/action_plans/0/stated_sums/0/focus_areas/1", "1", Text),
        ("/action_plans/0/stated_sums/0/months", "[]", ListOf(12)),
        (
            "/action_plans/0/stated_sums/0/months/3",
            "\"\"",
            NumberOrBlank,
        ),
        ("/action_plans/0/stated_sums/0/total", "true", NumberOrBlank),
        ("/action_plans/0/realised_through", "0", Month),
        ("/action_plans/0/realised_through", "13", Month),
        ("/action_plans/0/realised_through", "-1", Month),
        ("/action_plans/0/realised_through", "6.0", WholeNumber),
        ("/action_plans/0/realised_through", "\"juni\"", WholeNumber),
        (
            "/action_plans/0/realised_through",
            r#"{"unreadable": "juni"}"#,
            WholeNumber,
        ),
        ("/action_plans/0/closed_through", "0", Month),
        ("/action_plans/0/closed_through", "13", Month),
        ("/action_plans/0/closed_through", "[3]", WholeNumber),
        ("/action_plans/0/closed_updates", "null", List),
        ("/action_plans/0/closed_updates/0", "null", Object),
        (
            "/action_plans/0/closed_updates/0/closed_on",
            "null",
            DateOrBlank,
        ),
        (
            "/action_plans/0/closed_updates/0/closed_on",
            "\"2023-02-30\"",
            DateOrBlank,
        ),
        (
            "/action_plans/0/closed_updates/0/closed_on",
            "\"31.3.2023\"",
            DateOrBlank,
        ),
        (
            "/action_plans/0/closed_updates/0/closed_on",
            "\"1969-12-31\"",
            DateOrBlank,
        ),
        (
            "/action_plans/0/closed_updates/0/closed_on",
            r#"{"unreadable": "31.3"}"#,
            DateOrBlank,
        ),
        (
            "/action_plans/0/closed_updates/1/realised_through",
            "13",
            Month,
        ),
        (
            "/action_plans/0/closed_updates/1/effect",
            "null",
            NumberOrBlank,
        ),
        (
            "/action_plans/0/closed_updates/1/expected_overspend",
            r#"{"unreadable": "?"}"#,
            NumberOrBlank,
        ),
        ("/action_plans/0/closed_updates/1/note", "null", Text),
        (
            "/action_plans/0/supplementary_appropriation",
            "null",
            Object,
        ),
        (
            "/action_plans/0/supplementary_appropriation",
            "14500000",
            Object,
        ),
        (
            "/action_plans/0/supplementary_appropriation/amount",
            "\"14,5 mio.\"",
            NumberOrBlank,
        ),
        (
            "/action_plans/0/supplementary_appropriation/financing",
            "null",
            Text,
        ),
        ("/action_plans/0/dismissed_advice", "{}", List),
        ("/action_plans/0/dismissed_advice/0/reason", "null", Text),
    ] {
        let place = spelt(pointer.trim_end_matches("/-"));
        check_2(pointer, Some(json), &place, Reason::Expected(expected));
    }
}

#[test]
fn new_values_out_of_bounds_are_refused() {
    for pointer in [
        "/proposals/0/stated_totals/rows/2",
        "/proposals/0/stated_totals/net_change/1",
        "/proposals/0/stated_totals/net_change_total",
        "/action_plans/0/carried_over_overspend",
        "/action_plans/0/focus_areas/0/realised/5",
        "/action_plans/0/focus_areas/0/stated_total",
        "/action_plans/0/focus_areas/0/proposal/net_change",
        "/action_plans/0/stated_sums/0/months/5",
        "/action_plans/0/stated_sums/0/total",
        "/action_plans/0/closed_updates/1/effect",
        "/action_plans/0/closed_updates/1/expected_overspend",
        "/action_plans/0/supplementary_appropriation/amount",
    ] {
        for json in ["1000000000000.01", "-1000000000001", "0.001", "1e400"] {
            check_2(
                pointer,
                Some(json),
                &spelt(pointer),
                Reason::AmountOutOfBounds,
            );
        }
    }
    let rate = "/proposals/0/reimbursement_rate";
    for json in ["100", "-0.01", "33.333", "1000", "1e-3"] {
        check_2(rate, Some(json), &spelt(rate), Reason::RateOutOfBounds);
    }
    check_2(rate, Some("1e400"), &spelt(rate), Reason::AmountOutOfBounds);
    for json in ["0", "0.01", "50", "50.00", "99.99", "null"] {
        assert!(
            file::read(&changed_in(GOLDEN_2, rate, Some(json))).is_ok(),
            "{json}"
        );
    }
}

#[test]
fn more_new_entries_than_the_limit_are_refused() {
    let nulls = |count| format!("[{}]", vec!["null"; count].join(","));
    for (pointer, most, inside) in [
        (
            "/proposals/0/dismissed_advice",
            limits::DISMISSALS,
            Expected::Object,
        ),
        (
            "/action_plans/0/dismissed_advice",
            limits::DISMISSALS,
            Expected::Object,
        ),
        (
            "/action_plans/0/stated_sums",
            limits::STATED_SUMS,
            Expected::Object,
        ),
        (
            "/action_plans/0/closed_updates",
            limits::UPDATES,
            Expected::Object,
        ),
        (
            "/action_plans/0/stated_sums/0/focus_areas",
            limits::FOCUS_AREAS,
            Expected::Text,
        ),
    ] {
        let place = spelt(pointer);
        check_2(
            pointer,
            Some(&nulls(most + 1)),
            &place,
            Reason::TooMany(most),
        );
        let first = format!("{place}[0]");
        check_2(
            pointer,
            Some(&nulls(most)),
            &first,
            Reason::Expected(inside),
        );
    }
}

#[test]
fn new_texts_longer_than_the_limit_are_kept() {
    let long = "æ".repeat(limits::TEXT_CHARACTERS + 1);
    let text = format!("\"{long}\"");
    for pointer in [
        "/proposals/0/dismissed_advice/0/advice",
        "/proposals/0/dismissed_advice/0/field",
        "/proposals/0/dismissed_advice/0/detail",
        "/proposals/0/dismissed_advice/0/reason",
        "/proposals/0/stated_totals/rows/1/unreadable",
        "/action_plans/0/focus_areas/0/proposal/heading",
        "/action_plans/0/focus_areas/1/stated_total/unreadable",
        "/action_plans/0/closed_updates/0/note",
        "/action_plans/0/supplementary_appropriation/financing",
    ] {
        check_kept(&changed_in(GOLDEN_2, pointer, Some(&text)), &long);
    }
}

/// Two sum rows with one identity would be forgotten together.
#[test]
fn an_identity_belongs_to_one_sum_row_of_a_plan() {
    let first = "00000000-0000-4000-8000-000000000020";
    check_2(
        "/action_plans/0/stated_sums/2/id",
        Some(&format!("\"{first}\"")),
        "action_plans[0].stated_sums[2]",
        Reason::SameId(id(first)),
    );
}

/// Version 1 does not know them, so a file that has one was not written by it.
#[test]
fn a_file_of_version_1_with_a_new_field_is_refused() {
    for (list, name, blank) in new_fields() {
        let parent = match list {
            "focus_areas" => "/action_plans/0/focus_areas/1".to_owned(),
            list => format!("/{list}/1"),
        };
        let pointer = format!("{parent}/{name}");
        let changed = changed_in(GOLDEN_1, &pointer, Some(&blank.to_string()));
        let refused = refuse(&spelt(&pointer), Reason::Unknown);
        assert_eq!(outcome(file::read(&changed)), refused, "{pointer}");
    }
    for name in ["stated_total", "proposal"] {
        let pointer = format!("/action_plans/0/focus_areas/0/{name}");
        let changed = changed_in(GOLDEN_1, &pointer, Some("null"));
        let refused = refuse(&spelt(&pointer), Reason::Unknown);
        assert_eq!(outcome(file::read(&changed)), refused, "{pointer}");
    }
}

/// And one of version 2 that lacks what is new is no file of version 2.
#[test]
fn a_file_of_version_1_that_says_it_is_of_version_2_is_refused() {
    let changed = changed_in(GOLDEN_1, "/version", Some("2"));
    let refused = refuse("proposals[0].price_level", Reason::Missing);
    assert_eq!(outcome(file::read(&changed)), refused);
}
