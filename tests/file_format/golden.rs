//! The golden files and the examples: what they mean, and how they are written.

use std::collections::BTreeSet;

use raaderum::domain::{
    ActionPlan, Catalogue, CatalogueEntry, ChangeKind, ClosedUpdate, ClosedUpdates, Date,
    Dismissal, Document, Edition, Entry, FocusArea, Id, Month, Package, Proposal, ProposalSource,
    ProposalStatus, ProposalYear, Relation, RelationKind, StatedFigures, StatedSum, VariantGroup,
    Year, limits,
};
use raaderum::example;
use raaderum::file;
use serde_json::Value;

use super::{
    GOLDEN_1, GOLDEN_2, GOLDEN_3, date, id, moment, people, positions, rate, unreadable, value,
    year,
};
use crate::support::kr;

/// The documents of the golden file of version 1, built from its text by hand. What version 1 does not know is
/// blank.
pub fn golden_documents() -> Vec<Document> {
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

pub fn golden_documents_3() -> Vec<Document> {
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
pub fn new_fields() -> [(&'static str, &'static str, Value); 12] {
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
