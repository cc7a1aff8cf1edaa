//! The file format: what a file of ours means, and why every other file is refused.

use crate::support;

use std::collections::BTreeSet;

use raaderum::domain::{
    ActionPlan, Amount, Catalogue, CatalogueEntry, ChangeKind, ClosedUpdate, ClosedUpdates, Date,
    Dismissal, Document, Edition, Entry, FocusArea, FullTimeEquivalents, HeadCount, Id, Month,
    Package, Proposal, ProposalField, ProposalSource, ProposalStatus, ProposalYear,
    ReimbursementRate, Relation, RelationKind, Section, StatedFigures, StatedSum, Timestamp,
    VariantGroup, Year, limits,
};
use raaderum::draft::Form;
use raaderum::example;
use raaderum::file::{self, Comparison, Expected, OtherProgram, Reason, Refusal};
use raaderum::text::messages;
use serde_json::Value;
use support::{dec, kr};

/// Never edited: files of version 1 are out there.
const GOLDEN_1: &str = include_str!("golden/v1.json");
/// Never edited: files of version 2 are out there.
const GOLDEN_2: &str = include_str!("golden/v2.json");
/// The version that is written. Never edited once it is released.
const GOLDEN_3: &str = include_str!("golden/v3.json");

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

fn rate(percent: &str) -> Entry<ReimbursementRate> {
    Entry::Value(ReimbursementRate::new(dec(percent)).expect("a rate"))
}

fn date(year: i32, day_of_year: u16) -> Entry<Date> {
    Entry::Value(Date::from_ordinal_date(year, day_of_year).expect("a date"))
}

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(seconds).expect("a moment")
}

// ---- the golden files ----

/// The documents of the golden file of version 1, built from its text by hand. What version 1 does not know is
/// blank.
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
    let blank_plan = ActionPlan::blank(
        id("00000000-0000-4000-8000-00000000000b"),
        moment(253_402_300_799),
        year(2023),
    );
    let plan = ActionPlan {
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
                ..FocusArea::blank(id("00000000-0000-4000-8000-00000000000c"))
            },
            blank_row,
        ],
        ..blank_plan
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

/// What version 2 adds to the documents of the golden file, built from its text by hand.
fn golden_documents_2() -> Vec<Document> {
    let mut documents = golden_documents();
    let mut take = || documents.remove(0);
    let (
        Document::Proposal(mut full),
        Document::Proposal(empty),
        Document::ActionPlan(mut plan),
        Document::ActionPlan(without_rows),
    ) = (take(), take(), take(), take())
    else {
        panic!("two proposals and two plans");
    };
    let dismissal = |advice: &str, field: &str, detail: &str, reason: &str| Dismissal {
        advice: advice.to_owned(),
        field: field.to_owned(),
        detail: detail.to_owned(),
        reason: reason.to_owned(),
    };
    full.price_level = year(2024);
    full.reimbursement = rate("33.33");
    full.stated = StatedFigures {
        rows: [value("0"), unreadable("#VÆRDI!"), value("1000000000000")],
        net_change: [
            value("-1500000"),
            Entry::Blank,
            unreadable(" ca. \t−1"),
            value("-0.01"),
        ],
        net_change_total: value("-999999999999.99"),
    };
    full.dismissed = vec![
        dismissal(
            "text_names_another_amount",
            "section-2",
            "5,6 mio",
            "Købet i 2023, ikke gevinsten\n– \"uændret\"",
        ),
        dismissal("", "", "", ""),
        dismissal(
            "noget_fra_en_senere_råderum",
            "et-felt-der-ikke-findes",
            "\u{1F4B0}",
            " ",
        ),
    ];
    let with_rate = |place: &str, heading: &str, price_level, reimbursement| Proposal {
        id: id(&format!("00000000-0000-4000-8000-0000000000{place}")),
        heading: format!("Prisniveau og refusion, {heading}"),
        price_level,
        reimbursement,
        ..empty.clone()
    };
    let lowest = with_rate("0e", "de laveste", year(1970), rate("0"));
    let not_read = with_rate(
        "0f",
        "ulæselige",
        unreadable("2024-lp"),
        unreadable("100 %"),
    );
    let highest = with_rate("10", "de højeste", year(2100), rate("99.99"));

    let row = |place: &str| id(&format!("00000000-0000-4000-8000-0000000000{place}"));
    let from_proposal = |place: &str, heading: &str, year, net_change: &str| ProposalSource {
        proposal: row(place),
        heading: heading.to_owned(),
        year: Year::new(year).expect("a year"),
        net_change: kr(net_change),
    };
    let [egenbetaling, blank_row] = plan.focus_areas.as_mut_slice() else {
        panic!("two rows");
    };
    egenbetaling.realised = [
        value("-80000"),
        value("-83333.33"),
        value("0"),
        unreadable("ca. 80.000"),
        Entry::Blank,
        value("1000000000000"),
        value("-1000000000000"),
        value("0.5"),
        value("-0.07"),
        Entry::Blank,
        Entry::Blank,
        value("12"),
    ];
    egenbetaling.stated_total = value("-1000000");
    egenbetaling.source = Some(from_proposal("0a", "Æbleø & \"Åen\"", 2023, "-983000"));
    blank_row.stated_total = unreadable("i alt: ?");
    plan.focus_areas.push(FocusArea {
        area: "Fra et forslag, der er slettet".to_owned(),
        source: Some(from_proposal("ff", "", 2100, "0.07")),
        ..FocusArea::blank(row("02"))
    });
    plan.carried_over = value("1200000.5");
    let mut months = [const { Entry::Blank }; 12];
    for (month, stated) in [
        (0, value("-579170")),
        (1, value("-329166.5")),
        (2, value("0")),
        (4, unreadable("#VÆRDI!")),
        (5, value("1000000000000")),
        (6, value("-1000000000000")),
        (11, value("-329170")),
    ] {
        months[month] = stated;
    }
    let stated_sum = |place: &str, rows: &[&str], months, total| StatedSum {
        id: row(place),
        rows: rows.iter().map(|place| row(place)).collect(),
        months,
        total,
    };
    let no_months = || [const { Entry::Blank }; 12];
    plan.stated_sums = vec![
        stated_sum("20", &["0c", "01"], months, value("-4200000")),
        stated_sum("21", &["fe"], no_months(), unreadable("−4,2 mill")),
        stated_sum("22", &[], no_months(), Entry::Blank),
    ];
    plan.status = Some(Month::June);
    plan.closed_through = Some(Month::March);
    let update = |on: (i32, u16), status, effect: &str, forecast: &str, note: &str| {
        let on = Date::from_ordinal_date(on.0, on.1).expect("a date");
        ClosedUpdate::new(on, status, kr(effect), kr(forecast), note.to_owned())
    };
    plan.updates = ClosedUpdates::of(vec![
        update((1970, 1), None, "-1000000000000", "1000000000000", ""),
        update(
            (2023, 90),
            Some(Month::March),
            "-26049996",
            "4",
            "Første kvartal:\n\"4 kr.\" mangler – se række 9 \u{1F4B0}",
        ),
        update((2023, 90), Some(Month::January), "0.01", "-0.5", " "),
        update((2100, 365), Some(Month::December), "0", "0", "null"),
    ]);
    plan.appropriation = value("14500000");
    plan.appropriation_financing = "Kassen\nog \"puljen\" til uforudsete udgifter".to_owned();
    plan.dismissed = vec![dismissal(
        "effect_is_positive",
        "effect-00000000-0000-4000-8000-00000000000c-6",
        "",
        "Er en engangsudgift",
    )];

    let mut unread = without_rows.clone();
    unread.carried_over = unreadable("1.2 mio");
    unread.closed_through = Some(Month::December);
    unread.appropriation = unreadable("");
    let mut december = ActionPlan {
        id: row("11"),
        year: year(2023),
        started_on: Entry::Blank,
        overspend_at_start: Entry::Blank,
        ..without_rows
    };
    let mut january = december.clone();
    december.carried_over = value("-1000000000000");
    december.status = Some(Month::December);
    december.appropriation = value("-1000000000000");
    december.appropriation_financing = "null".to_owned();
    january.id = row("12");
    january.status = Some(Month::January);
    january.closed_through = Some(Month::January);
    vec![
        full.into(),
        lowest.into(),
        not_read.into(),
        highest.into(),
        empty.into(),
        plan.into(),
        unread.into(),
        december.into(),
        january.into(),
    ]
}

/// The catalogues that version 3 adds to the documents of the golden file, built from its text by hand.
fn golden_catalogues() -> [Catalogue; 3] {
    let row = |place: &str| id(&format!("00000000-0000-4000-8000-0000000000{place}"));
    let blank = |place: &str, first_year| Catalogue::blank(row(place), moment(0), first_year);
    let entry = |place: &str, status, outcome: &str| CatalogueEntry {
        proposal: row(place),
        status,
        outcome: outcome.to_owned(),
    };
    let group = |place: &str, name: &str, proposals: &[&str]| VariantGroup {
        id: row(place),
        name: name.to_owned(),
        proposals: proposals.iter().map(|place| row(place)).collect(),
    };
    let package = |place: &str, name: &str, proposals: &[&str]| Package {
        id: row(place),
        name: name.to_owned(),
        proposals: proposals.iter().map(|place| row(place)).collect(),
    };
    let edition = |number, year, day| {
        let published_on = Date::from_ordinal_date(year, day).expect("a date");
        Edition::new(number, published_on)
    };
    let full = Catalogue {
        changed_at: moment(1_685_606_400),
        title: "Råderum \"2024\" & <b>mere</b>".to_owned(),
        municipality: "Æbleø Kommune".to_owned(),
        stage: "Høring".to_owned(),
        price_level: year(2024),
        hearing_from: date(2023, 244),
        hearing_to: date(2023, 273),
        introduction: "Første linje\n\n– og en tredje: ≥ 50 % \u{1F4B0}".to_owned(),
        targets: [
            value("-10000000"),
            value("-1000000000000"),
            unreadable("ca. 8 mio"),
            value("0.07"),
        ],
        entries: vec![
            entry("0a", ProposalStatus::Consultation, ""),
            entry("0e", ProposalStatus::Draft, "null"),
            entry("0f", ProposalStatus::Proposed, " "),
            entry("10", ProposalStatus::Amended, "Halveret\ni udvalget"),
            entry("30", ProposalStatus::Adopted, ""),
            entry("31", ProposalStatus::PartlyAdopted, "Kun \"fase 1\""),
            entry("32", ProposalStatus::Cancelled, "Trukket"),
        ],
        variant_groups: vec![
            group("40", "Klubber: 5, 10 eller 15 %", &["0f", "0e", "10"]),
            group("41", "", &[]),
            group("42", "Én, der har forladt kataloget", &["fd"]),
        ],
        relations: vec![
            Relation {
                weakening: [
                    value("250000"),
                    value("-0.5"),
                    Entry::Blank,
                    unreadable("halvdelen"),
                ],
                note: "Samme borgere\n– \"dobbelt\"".to_owned(),
                ..Relation::new(row("50"), RelationKind::Weakens, row("0a"), row("30"))
            },
            Relation::new(row("51"), RelationKind::Requires, row("31"), row("30")),
            Relation::new(row("52"), RelationKind::Excludes, row("0a"), row("fd")),
            Relation::new(row("53"), RelationKind::Excludes, row("0a"), row("0a")),
        ],
        packages: vec![
            package("60", "Børn & unge først", &["30", "0a", "fd"]),
            package("61", "", &[]),
        ],
        edition: edition(limits::EDITIONS, 2023, 244),
        ..blank("33", year(2024))
    };
    let unread = Catalogue {
        price_level: unreadable("2024-lp"),
        hearing_from: unreadable("31.9.2023"),
        hearing_to: unreadable(""),
        edition: edition(1, 1970, 1),
        ..blank("34", unreadable("næste år"))
    };
    [full, unread, blank("35", Entry::Blank)]
}

fn golden_documents_3() -> Vec<Document> {
    let catalogues = golden_catalogues().map(Document::from);
    golden_documents_2().into_iter().chain(catalogues).collect()
}

#[test]
fn the_golden_files_mean_what_they_say() {
    assert_eq!(file::read(GOLDEN_1), Ok(golden_documents()));
    assert_eq!(file::read(GOLDEN_2), Ok(golden_documents_2()));
    assert_eq!(file::read(GOLDEN_3), Ok(golden_documents_3()));
}

#[test]
fn the_golden_file_of_the_newest_version_is_written_byte_for_byte() {
    assert_eq!(file::write(&golden_documents_3()).unwrap(), GOLDEN_3);
    let documents = file::read_bytes(GOLDEN_3.as_bytes()).unwrap();
    assert_eq!(file::write(&documents).unwrap(), GOLDEN_3);
}

/// A file of version 2 is written as version 3: all that it said, no catalogues, and nothing else.
#[test]
fn a_file_of_version_2_is_written_as_version_3() {
    let documents = file::read(GOLDEN_2).unwrap();
    let written = file::write(&documents).unwrap();
    assert_eq!(file::read(&written), Ok(documents));
    let mut written: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(written["version"], 3);
    written["version"] = 2.into();
    let catalogues = written.as_object_mut().unwrap().remove("catalogues");
    assert_eq!(catalogues, Some(Value::Array(Vec::new())));
    assert_eq!(written, serde_json::from_str::<Value>(GOLDEN_2).unwrap());
}

/// The fields that version 2 adds, by the object that holds them; and what stands there when nothing is entered.
fn new_fields() -> [(&'static str, &'static str, Value); 12] {
    let nulls = |count| Value::Array(vec![Value::Null; count]);
    let empty = || Value::Array(Vec::new());
    let stated = serde_json::json!({
        "rows": nulls(3), "net_change": nulls(4), "net_change_total": null
    });
    let appropriation = serde_json::json!({"amount": null, "financing": ""});
    [
        ("proposals", "price_level", Value::Null),
        ("proposals", "reimbursement_rate", Value::Null),
        ("proposals", "stated_totals", stated),
        ("proposals", "dismissed_advice", empty()),
        ("action_plans", "carried_over_overspend", Value::Null),
        ("action_plans", "stated_sums", empty()),
        ("action_plans", "realised_through", Value::Null),
        ("action_plans", "closed_through", Value::Null),
        ("action_plans", "closed_updates", empty()),
        ("action_plans", "supplementary_appropriation", appropriation),
        ("action_plans", "dismissed_advice", empty()),
        ("focus_areas", "realised", nulls(12)),
    ]
}

/// An older file is written as the newest version: all that it said, every new field blank, and nothing else.
#[test]
fn a_file_of_version_1_is_written_as_version_3() {
    let documents = file::read(GOLDEN_1).unwrap();
    let written = file::write(&documents).unwrap();
    assert_eq!(file::read(&written), Ok(documents));
    let mut written: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(written["version"], 3);
    written["version"] = 1.into();
    let catalogues = written.as_object_mut().unwrap().remove("catalogues");
    assert_eq!(catalogues, Some(Value::Array(Vec::new())));
    let take = |from: &mut Value, name: &str| {
        let fields = from.as_object_mut().expect("an object");
        fields.remove(name).expect("a new field")
    };
    for (list, name, blank) in new_fields()
        .iter()
        .filter(|(list, ..)| *list != "focus_areas")
    {
        for document in written[*list].as_array_mut().unwrap() {
            assert_eq!(take(document, name), *blank, "{name}");
        }
    }
    for plan in written["action_plans"].as_array_mut().unwrap() {
        for row in plan["focus_areas"].as_array_mut().unwrap() {
            assert_eq!(take(row, "realised"), Value::Array(vec![Value::Null; 12]));
            assert_eq!(take(row, "stated_total"), Value::Null);
            assert_eq!(take(row, "proposal"), Value::Null);
        }
    }
    let original: Value = serde_json::from_str(GOLDEN_1).unwrap();
    assert_eq!(written, original);
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
    let mut documents = golden_documents_3();
    for _ in 0..documents.len() {
        documents.rotate_left(1);
        assert_eq!(file::write(&documents).unwrap(), GOLDEN_3);
    }
    documents.reverse();
    assert_eq!(file::write(&documents).unwrap(), GOLDEN_3);
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
    let marked = format!("\u{FEFF}{GOLDEN_1}");
    assert_eq!(file::read(&marked), Ok(golden_documents()));
    assert_eq!(file::read_bytes(marked.as_bytes()), Ok(golden_documents()));
}

// ---- refusals ----

fn refuse(place: &str, reason: Reason) -> Result<usize, Refusal> {
    Err(Refusal {
        path: place.to_owned(),
        reason,
    })
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
    check_text(GOLDEN_1.strip_suffix("]\n}\n").unwrap(), "", at(215, 2));
    check_text(&format!("{GOLDEN_1}{{}}"), "", at(217, 1));
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
    check_text(&of("1"), "notes", Reason::Unknown);
    check_text(&of("2"), "notes", Reason::Unknown);
    check_text(&of("3"), "notes", Reason::Unknown);
    check_text(&of("4"), "version", Reason::TooNew(4));
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
    let padded = format!(
        "{GOLDEN_1}{}",
        " ".repeat(limits::FILE_BYTES - GOLDEN_1.len())
    );
    assert_eq!(file::read_bytes(padded.as_bytes()), Ok(golden_documents()));
}

fn proposal_with(number: usize, summary: &str) -> Document {
    let id = id(&format!("00000000-0000-4000-8000-{number:012}"));
    let mut proposal = Proposal::blank(id, Timestamp::UNIX_EPOCH, Entry::Blank);
    proposal.enter(ProposalField::Section(Section::Summary), summary);
    proposal.into()
}

#[test]
fn what_one_file_cannot_hold_is_written_to_several() {
    let check = |documents: &[Document], expected: &[usize]| {
        let all: Vec<&Document> = documents.iter().collect();
        let parts = file::write_parts(&all).unwrap();
        let read = parts.iter().map(|text| file::read(text).unwrap());
        let read: Vec<Vec<Document>> = read.collect();
        let counts: Vec<usize> = read.iter().map(Vec::len).collect();
        assert_eq!(counts, expected);
        assert!(read.concat() == documents);
    };
    check(&[], &[0]);
    check(&golden_documents(), &[golden_documents().len()]);
    let many = limits::DOCUMENTS + 1;
    let many: Vec<Document> = (0..many).map(|number| proposal_with(number, "")).collect();
    check(&many, &[limits::DOCUMENTS / 2 + 1, limits::DOCUMENTS / 2]);

    // One that is too large by itself is written all the same: what was typed is not lost.
    let long = "x".repeat(limits::FILE_BYTES);
    let documents = [proposal_with(1, "x"), proposal_with(2, &long)];
    let parts = file::write_parts(&documents.each_ref()).unwrap();
    let [fits, too_large] = &parts[..] else {
        panic!("two files");
    };
    assert_eq!(file::read(fits).unwrap(), documents[..1]);
    assert!(too_large.contains(&long));
}

/// The examples as JSON, with one value replaced, added or (`None`) taken away, as a file's text.
fn changed(pointer: &str, replacement: Option<&str>) -> String {
    changed_in(example::FILE, pointer, replacement)
}

/// The same with another file.
fn changed_in(file: &str, pointer: &str, replacement: Option<&str>) -> String {
    let mut root: Value = serde_json::from_str(file).unwrap();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let parent = root.pointer_mut(parent).expect("a place in the file");
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

/// What a person is told about a file that is refused.
fn check_told(text: &str, sentence: &str) {
    let refusal = file::read(text).expect_err("refused");
    assert_eq!(messages::refusal(&refusal), sentence);
}

#[test]
fn a_refusal_says_where_and_what_to_do() {
    check_told(
        &GOLDEN_2.replacen("\"summary\": ", "\"summary\": \"\", \"summary\": ", 1),
        "proposals[0].sections.summary: Feltet står to gange, og kun det ene kan læses. Slet det, der ikke gælder.",
    );
    let rows = format!("[{}]", vec!["null"; limits::FOCUS_AREAS + 1].join(","));
    check_told(
        &changed("/action_plans/0/focus_areas", Some(&rows)),
        "action_plans[0].focus_areas: Her er for mange. Grænsen er 200. Fjern nogle, eller del filen i flere.",
    );
    // Nested more deeply than the parser goes, and than any file of ours is.
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    check_told(
        &nested(127),
        "Filen er ikke fra Råderum. Vælg en fil, som Råderum har gemt.",
    );
    check_told(
        &nested(128),
        "Filen kan ikke læses som en Råderum-fil (JSON): linje 1, tegn 128. Er den fra Råderum, er den måske beskadiget eller ikke kopieret helt.",
    );
    check_told(
        &changed("/proposals/0/heading", Some(&nested(100))),
        "proposals[0].heading: Her skal stå en tekst.",
    );
}

/// A healthy file of another program is not called damaged: it is named, with what can be done with it.
#[test]
fn the_file_of_another_program_is_named() {
    let wide = |name: &str| -> Vec<u8> { name.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let archive = |name: &str| {
        [
            b"PK\x03\x04\x14\x00\x06\x00".as_slice(),
            name.as_bytes(),
            b"\x8d\xff",
        ]
        .concat()
    };
    let compound = |name: &str| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), wide(name)].concat();
    for (bytes, program, named) in [
        (
            archive("[Content_Types].xml word/document.xml"),
            OtherProgram::Word,
            "en Word-fil",
        ),
        (
            archive("[Content_Types].xml xl/workbook.xml"),
            OtherProgram::Excel,
            "en Excel-fil",
        ),
        (
            archive("[Content_Types].xml ppt/slides/"),
            OtherProgram::Office,
            "en Office-fil",
        ),
        (
            archive("mimetypeapplication/vnd.oasis.opendocument.text"),
            OtherProgram::Office,
            "en Office-fil",
        ),
        (
            archive("raaderum-alt.json"),
            OtherProgram::Zip,
            "en zip-fil",
        ),
        (compound("WordDocument"), OtherProgram::Word, "en Word-fil"),
        (compound("Workbook"), OtherProgram::Excel, "en Excel-fil"),
        (compound("Book"), OtherProgram::Excel, "en Excel-fil"),
        (
            compound("EncryptedPackage"),
            OtherProgram::Office,
            "en Office-fil",
        ),
        (
            b"{\\rtf1\\ansi }".to_vec(),
            OtherProgram::Word,
            "en Word-fil",
        ),
        (
            b"%PDF-1.7\n%\xe2\xe3".to_vec(),
            OtherProgram::Pdf,
            "en PDF-fil",
        ),
    ] {
        let refusal = file::read_bytes(&bytes).expect_err("not ours");
        assert_eq!(refusal, Refusal::whole(Reason::OtherProgram(program)));
        let told = messages::refusal(&refusal);
        assert!(
            told.starts_with(&format!("Det er {named}. Råderum kan ")),
            "{told}"
        );
    }
    // A file of ours may speak of them.
    let speaks = changed("/proposals/0/heading", Some("\"%PDF- word/document\""));
    assert!(file::read_bytes(speaks.as_bytes()).is_ok());
    // The beginning alone decides: JSON that was cut off is not theirs.
    assert!(matches!(
        file::read_bytes(b"{\"rtf").map_err(|refusal| refusal.reason),
        Err(Reason::NotJson { .. })
    ));
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
fn check_kept(text: &str, long: &str) {
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

// ---- what version 2 adds ----

/// The golden file of version 2 with one value changed is refused there.
fn check_2(pointer: &str, replacement: Option<&str>, place: &str, reason: Reason) {
    let read = outcome(file::read(&changed_in(GOLDEN_2, pointer, replacement)));
    assert_eq!(read, refuse(place, reason), "{replacement:?} at {pointer}");
}

/// A place as refusals spell it, from a JSON pointer: `/proposals/0/years` is `proposals[0].years`.
fn spelt(pointer: &str) -> String {
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

// ---- what version 3 adds ----

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
    for document in golden_documents_3() {
        let later = document.clone().with_changed_at(moment(1_700_000_000));
        assert_eq!(file::compare(&document, None), Comparison::New);
        assert_eq!(file::compare(&document, Some(&document)), Comparison::Same);
        assert_eq!(file::compare(&document, Some(&later)), Comparison::Same);
        let mut changed = document.clone();
        match &mut changed {
            Document::Proposal(proposal) => proposal.years[3].operating_change = value("0"),
            Document::ActionPlan(plan) => plan.case_number.push('.'),
            Document::Catalogue(catalogue) => catalogue.targets[3] = value("0"),
        }
        assert_eq!(
            file::compare(&document, Some(&changed)),
            Comparison::Changed
        );
    }
}
