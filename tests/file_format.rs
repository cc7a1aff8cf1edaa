//! The file format: what a file of ours means, and why every other file is refused.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

mod support;

use std::collections::BTreeSet;

use raaderum::domain::{
    ActionPlan, Amount, ChangeKind, Date, Document, Entry, FocusArea, FullTimeEquivalents,
    HeadCount, Id, Proposal, ProposalYear, Timestamp, Year, limits,
};
use raaderum::example;
use raaderum::file::{self, Comparison, Expected, Reason, Refusal};
use serde_json::Value;
use support::{dec, kr};

/// Never edited: files of version 1 are out there.
const GOLDEN: &str = include_str!("golden/v1.json");

fn id(text: &str) -> Id {
    Id::parse(text).expect("an identity")
}

fn value(kroner: &str) -> Entry<Amount> {
    Entry::Value(kr(kroner))
}

fn unreadable<T>(text: &str) -> Entry<T> {
    Entry::Unreadable(text.to_owned())
}

fn year(number: i64) -> Entry<Year> {
    Entry::Value(Year::new(number).expect("a year"))
}

fn people(count: i64) -> Entry<HeadCount> {
    Entry::Value(HeadCount::new(count.into()).expect("a head count"))
}

fn positions(number: &str) -> Entry<FullTimeEquivalents> {
    Entry::Value(FullTimeEquivalents::new(dec(number)).expect("positions"))
}

fn date(year: i32, day_of_year: u16) -> Entry<Date> {
    Entry::Value(Date::from_ordinal_date(year, day_of_year).expect("a date"))
}

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(seconds).expect("a moment")
}

// ---- the golden file ----

/// The golden file's documents, built from its text by hand.
fn golden_documents() -> Vec<Document> {
    let blank_row = FocusArea::blank(id("00000000-0000-4000-8000-000000000001"));
    let mut proposal = Proposal::blank(
        id("00000000-0000-4000-8000-00000000000a"),
        moment(1_685_606_400),
        year(2024),
    );
    proposal.heading = "Æbleø & \"Åen\" \\ <b>ørken</b>".to_owned();
    proposal.department = "CJS – Jobcenter".to_owned();
    proposal.appropriations = "3.20.35 Familiehuset\n\nVærestedet Horseager".to_owned();
    proposal.kinds = BTreeSet::from(ChangeKind::ALL);
    proposal.years = [
        ProposalYear {
            current_budget: value("1213000"),
            operating_change: value("0"),
            estimated_gain: value("-983000"),
            investment_need: Entry::Blank,
            employees_affected: people(2),
            full_time_equivalents: positions("-1.35"),
        },
        ProposalYear {
            current_budget: value("1000000000000"),
            operating_change: value("-1000000000000"),
            estimated_gain: value("123456789012.34"),
            investment_need: value("0.07"),
            employees_affected: people(1_000_000),
            full_time_equivalents: positions("-1000000"),
        },
        ProposalYear {
            current_budget: unreadable("1.5"),
            operating_change: unreadable("#VÆRDI!"),
            estimated_gain: unreadable(" --4 \t"),
            investment_need: unreadable("\"½\"\n\u{1F4B0}"),
            employees_affected: unreadable("to"),
            full_time_equivalents: unreadable("1,35 kr."),
        },
        ProposalYear {
            current_budget: Entry::Blank,
            operating_change: value("-0.01"),
            estimated_gain: value("0.1"),
            investment_need: value("-999999999999.99"),
            employees_affected: people(0),
            full_time_equivalents: positions("0.0001"),
        },
    ];
    proposal.sections = [
        "Første linje\nanden linje\n\n– og en fjerde: ≥ 50 %",
        "Tabulator\there, og en \"citeret\" linje",
        "",
        "\u{1F469}\u{200D}\u{1F467} mister et åbent sted",
        " mellemrum foran og bagved ",
        "null",
        "https://example.dk/bilag?nr=3&side=2",
    ]
    .map(str::to_owned);
    let empty = Proposal::blank(
        id("9fffffff-ffff-4fff-bfff-ffffffffffff"),
        moment(0),
        Entry::Blank,
    );
    let plan = ActionPlan {
        id: id("00000000-0000-4000-8000-00000000000b"),
        changed_at: moment(253_402_300_799),
        year: year(2023),
        department: "Børn og Familie".to_owned(),
        department_responsible: "Åse Ærø".to_owned(),
        unit: "Familieinstitutionen Havrebjerg".to_owned(),
        unit_responsible: "Øjvind".to_owned(),
        started_on: date(2022, 276),
        overspend_at_start: value("26050000"),
        updated_on: date(2024, 60),
        overspend_at_update: value("-0.5"),
        cause: "Stigende priser".to_owned(),
        case_number: "330-20".to_owned(),
        focus_areas: vec![
            FocusArea {
                id: id("00000000-0000-4000-8000-00000000000c"),
                area: "Egenbetaling".to_owned(),
                goal: "1 mio. kr. mere i 2023".to_owned(),
                action: "Samme beregning hver gang".to_owned(),
                consequences: "Ingen\n".to_owned(),
                effects: [
                    value("-83333"),
                    value("-83333.33"),
                    value("0"),
                    Entry::Blank,
                    unreadable("ca. 80.000"),
                    value("1000000000000"),
                    value("-1000000000000"),
                    value("0.5"),
                    value("-0.07"),
                    value("12"),
                    Entry::Blank,
                    value("-83337"),
                ],
            },
            blank_row,
        ],
    };
    let mut without_rows = ActionPlan::blank(
        id("00000000-0000-4000-8000-00000000000d"),
        moment(1_664_784_000),
        unreadable("næste år"),
    );
    without_rows.started_on = unreadable("31.4.2023");
    without_rows.overspend_at_start = unreadable("");
    without_rows.focus_areas.clear();
    vec![
        proposal.into(),
        empty.into(),
        plan.into(),
        without_rows.into(),
    ]
}

#[test]
fn the_golden_file_means_what_it_says() {
    assert_eq!(file::read(GOLDEN), Ok(golden_documents()));
}

#[test]
fn the_golden_file_is_written_byte_for_byte() {
    assert_eq!(file::write(&golden_documents()).unwrap(), GOLDEN);
    let documents = file::read_bytes(GOLDEN.as_bytes()).unwrap();
    assert_eq!(file::write(&documents).unwrap(), GOLDEN);
}

#[test]
fn the_examples_are_read_and_written_back() {
    let documents = example::documents().expect("the examples");
    let text = file::write(&documents).unwrap();
    let again = file::read(&text).unwrap();
    assert_eq!(file::write(&again).unwrap(), text);
    for document in &documents {
        assert!(again.contains(document), "{}", document.id());
    }
    assert_eq!(again.len(), 12);
}

#[test]
fn the_order_of_documents_does_not_matter() {
    let mut documents = golden_documents();
    for _ in 0..documents.len() {
        documents.rotate_left(1);
        assert_eq!(file::write(&documents).unwrap(), GOLDEN);
    }
    documents.reverse();
    assert_eq!(file::write(&documents).unwrap(), GOLDEN);
}

/// A budget line a line of text: none, empty ones and ones with other breaks come back as they were.
#[test]
fn the_lines_of_an_appropriation() {
    for lines in [
        "",
        "\n",
        "\n\n",
        "3.20.35\n",
        "\n3.20.35",
        "a\r\nb",
        " \t",
        "a\u{2028}b",
    ] {
        let mut proposal = Proposal::blank(Id::random(), moment(0), Entry::Blank);
        proposal.appropriations = lines.to_owned();
        let document = Document::from(proposal);
        let text = file::write(std::slice::from_ref(&document)).unwrap();
        assert_eq!(file::read(&text), Ok(vec![document]), "{lines:?}");
    }
}

#[test]
fn a_file_of_nothing() {
    let text = file::write(&[]).unwrap();
    assert_eq!(file::read(&text), Ok(Vec::new()));
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_file() {
    let marked = format!("\u{FEFF}{GOLDEN}");
    assert_eq!(file::read(&marked), Ok(golden_documents()));
    assert_eq!(file::read_bytes(marked.as_bytes()), Ok(golden_documents()));
}

// ---- refusals ----

fn refuse(place: &str, reason: Reason) -> Result<usize, Refusal> {
    let place = place.to_owned();
    Err(Refusal { place, reason })
}

/// How many documents a file has, or why it is refused: short enough to read when a test fails.
fn outcome(read: Result<Vec<Document>, Refusal>) -> Result<usize, Refusal> {
    read.map(|documents| documents.len())
}

/// A text that is no file of ours.
fn check_text(text: &str, place: &str, reason: Reason) {
    assert_eq!(outcome(file::read(text)), refuse(place, reason), "{text:?}");
}

#[test]
fn what_is_not_json_is_refused_with_line_and_column() {
    let at = |line, column| Reason::NotJson { line, column };
    check_text("{\n  \"format\": \"raaderum\",\n  oops\n}", "", at(3, 3));
    check_text("\u{FEFF}{\"format\": }", "", at(1, 12));
    check_text("hej", "", at(1, 1));
    check_text(GOLDEN.strip_suffix("]\n}\n").unwrap(), "", at(215, 2));
    check_text(&format!("{GOLDEN}{{}}"), "", at(217, 1));
    check_text("{'format': 'raaderum'}", "", at(1, 2));
    assert!(matches!(
        file::read(""),
        Err(Refusal {
            reason: Reason::NotJson { .. },
            ..
        })
    ));
    // Brackets nested so deeply that another reader would run out of stack.
    let deep = "[".repeat(1_000_000);
    assert!(matches!(
        file::read(&deep),
        Err(Refusal {
            reason: Reason::NotJson { .. },
            ..
        })
    ));
}

#[test]
fn what_is_not_ours_is_refused() {
    for text in [
        "null",
        "5",
        "[]",
        "{}",
        "\"raaderum\"",
        r#"{"version": 1}"#,
        r#"{"format": "Raaderum", "version": 1}"#,
        r#"{"format": 1, "version": 1}"#,
        r#"{"format": ["raaderum"], "version": 99}"#,
    ] {
        check_text(text, "", Reason::NotOurs);
    }
}

#[test]
fn other_versions_are_refused() {
    let of = |version| format!(r#"{{"format": "raaderum", "version": {version}, "notes": []}}"#);
    let whole = Reason::Expected(Expected::WholeNumber);
    let existing = Reason::Expected(Expected::Version);
    check_text(&of("2"), "version", Reason::TooNew(2));
    check_text(&of("999999"), "version", Reason::TooNew(999_999));
    check_text(&of("0"), "version", existing.clone());
    check_text(&of("-1"), "version", existing);
    for version in [
        "\"1\"",
        "1.5",
        "1.0",
        "1e0",
        "null",
        "[1]",
        "99999999999999999999",
    ] {
        check_text(&of(version), "version", whole.clone());
    }
    check_text(r#"{"format": "raaderum"}"#, "version", Reason::Missing);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let latin_1 = b"{\"format\": \"raaderum\", \"heading\": \"\xE6\"}";
    let mut cut = "{\"heading\": \"æ".as_bytes().to_vec();
    cut.pop();
    for bytes in [&latin_1[..], &cut, b"\xFF\xFE{\0}\0"] {
        assert_eq!(
            outcome(file::read_bytes(bytes)),
            refuse("", Reason::NotText)
        );
    }
}

#[test]
fn a_file_has_a_largest_size() {
    let fits = " ".repeat(limits::FILE_BYTES);
    let too_large = " ".repeat(limits::FILE_BYTES + 1);
    let refused = refuse("", Reason::FileTooLarge);
    for bytes in [too_large.as_bytes(), &vec![0xFF; limits::FILE_BYTES + 1]] {
        assert_eq!(outcome(file::read_bytes(bytes)), refused);
    }
    assert_eq!(outcome(file::read(&too_large)), refused);
    assert_ne!(outcome(file::read(&fits)), refused);
    let padded = format!("{GOLDEN}{}", " ".repeat(limits::FILE_BYTES - GOLDEN.len()));
    assert_eq!(file::read_bytes(padded.as_bytes()), Ok(golden_documents()));
}

/// The examples as JSON, with one value replaced, added or (`None`) taken away, as a file's text.
fn changed(pointer: &str, replacement: Option<&str>) -> String {
    let mut root: Value = serde_json::from_str(example::FILE).unwrap();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let parent = root.pointer_mut(parent).expect("a place in the examples");
    let replacement = replacement.map(|json| serde_json::from_str::<Value>(json).unwrap());
    match (parent, replacement) {
        (Value::Object(fields), Some(json)) => _ = fields.insert(name.to_owned(), json),
        (Value::Object(fields), None) => _ = fields.remove(name).expect("a field"),
        (Value::Array(items), Some(json)) if name == "-" => items.push(json),
        (Value::Array(items), Some(json)) => items[name.parse::<usize>().unwrap()] = json,
        (Value::Array(items), None) => _ = items.remove(name.parse().unwrap()),
        (other, _) => panic!("{other} holds nothing"),
    }
    root.to_string()
}

fn check(pointer: &str, replacement: Option<&str>, place: &str, reason: Reason) {
    let read = outcome(file::read(&changed(pointer, replacement)));
    assert_eq!(read, refuse(place, reason), "{replacement:?} at {pointer}");
}

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

#[test]
fn texts_longer_than_the_limit_are_refused() {
    let long = format!("\"{}\"", "æ".repeat(limits::TEXT_CHARACTERS + 1));
    let unreadable = format!("{{\"unreadable\": {long}}}");
    for (pointer, json, place) in [
        ("/proposals/0/heading", &long, "proposals[0].heading"),
        (
            "/proposals/0/appropriations/0",
            &long,
            "proposals[0].appropriations[0]",
        ),
        (
            "/proposals/0/sections/summary",
            &long,
            "proposals[0].sections.summary",
        ),
        (
            "/action_plans/1/focus_areas/0/goal",
            &long,
            "action_plans[1].focus_areas[0].goal",
        ),
        (
            "/action_plans/1/focus_areas/0/effects/3",
            &unreadable,
            "action_plans[1].focus_areas[0].effects[3].unreadable",
        ),
    ] {
        check(pointer, Some(json), place, Reason::TextTooLong);
    }
    // Characters are counted, not bytes.
    let fits = format!("\"{}\"", "æ".repeat(limits::TEXT_CHARACTERS));
    assert!(file::read(&changed("/proposals/0/heading", Some(&fits))).is_ok());
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

// ---- exact numbers ----

/// An amount as it stands in a file: its kroner, or `None` where it is out of bounds.
fn check_amount(json: &str, kroner: Option<&str>) {
    let text = example::FILE.replacen("-4600000", json, 1);
    let read = file::read(&text);
    let Some(kroner) = kroner else {
        let place = "proposals[0].years[0].estimated_gain";
        assert_eq!(
            outcome(read),
            refuse(place, Reason::AmountOutOfBounds),
            "{json}"
        );
        return;
    };
    let Document::Proposal(proposal) = &read.expect(json)[0] else {
        panic!("no proposal");
    };
    let gain = &proposal.years[0].estimated_gain;
    assert_eq!(*gain, value(kroner), "{json}");
    // It is written as plain digits, and nothing about them is rounded.
    let written = file::write(&[Document::from(proposal.clone())]).unwrap();
    let line = format!("          \"estimated_gain\": {kroner},\n");
    assert!(written.contains(&line), "{json} is not written as {kroner}");
}

#[test]
fn amounts_are_read_digit_for_digit() {
    for (json, kroner) in [
        ("0", "0"),
        ("-0", "0"),
        ("0.07", "0.07"),
        ("0.1", "0.1"),
        ("0.10", "0.1"),
        ("-0.29", "-0.29"),
        ("123456789012.34", "123456789012.34"),
        ("999999999999.99", "999999999999.99"),
        ("1000000000000", "1000000000000"),
        ("-1000000000000", "-1000000000000"),
        ("1e3", "1000"),
        ("1E3", "1000"),
        ("1.5e+3", "1500"),
        ("1000e-3", "1"),
        ("1e12", "1000000000000"),
        ("12.3456e2", "1234.56"),
        ("1.0000000000000000000000000000", "1"),
    ] {
        check_amount(json, Some(kroner));
    }
}

#[test]
fn amounts_out_of_bounds_are_refused_and_never_rounded() {
    for json in [
        "1000000000000.01",
        "-1000000000001",
        "1e13",
        "1e400",
        "-1e400",
        "1e99999999999",
        "1e4294967299",
        "1e-4294967299",
        "0.001",
        "-0.005",
        "1e-3",
        "1e-400",
        "1234567890123456789012345",
        "12345678901234567890123456789012345678901234567890",
        "0.10000000000000000555",
        "9007199254740993e-5",
        "4.9999999999999999999999999999999999999",
        "0.00000000000000000000000000000000000001",
        // A mantissa longer than the decimal type, with an exponent.
        "5.0000000000000000000000000000001e0",
        "0.50000000000000000000000000000001e1",
        "4.99999999999999999999999999999999999e0",
    ] {
        check_amount(json, None);
    }
}

// ---- comparison ----

#[test]
fn what_taking_in_a_document_would_mean() {
    for document in golden_documents() {
        let later = document.clone().with_changed_at(moment(1_700_000_000));
        assert_eq!(file::compare(&document, None), Comparison::New);
        assert_eq!(file::compare(&document, Some(&document)), Comparison::Same);
        assert_eq!(file::compare(&document, Some(&later)), Comparison::Same);
        let mut changed = document.clone();
        match &mut changed {
            Document::Proposal(proposal) => proposal.years[3].operating_change = value("0"),
            Document::ActionPlan(plan) => plan.case_number.push('.'),
        }
        assert_eq!(
            file::compare(&document, Some(&changed)),
            Comparison::Changed
        );
    }
}
