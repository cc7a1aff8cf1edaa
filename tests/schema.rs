//! The JSON Schema of the file format: it says what is written, and refuses what the reader refuses.

use jsonschema::Validator;
use raaderum::domain::limits;
use raaderum::{example, file};
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../schema/raaderum.v3.schema.json");
const GOLDEN: &str = include_str!("golden/v3.json");
/// As they were released; never edited.
const SCHEMA_1: &str = include_str!("../schema/raaderum.v1.schema.json");
const GOLDEN_1: &str = include_str!("golden/v1.json");
const SCHEMA_2: &str = include_str!("../schema/raaderum.v2.schema.json");
const GOLDEN_2: &str = include_str!("golden/v2.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).expect("JSON")
}

fn validator() -> Validator {
    validator_of(SCHEMA)
}

fn validator_of(schema: &str) -> Validator {
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&serde_json::from_str(schema).expect("JSON"))
        .expect("a JSON Schema")
}

/// The bounds that the schema names are the program's.
#[test]
fn bounds_are_those_of_the_program() {
    let schema = schema();
    let bound =
        |place: &str, bound: &str| schema["$defs"].pointer(place).expect(place)[bound].clone();
    for (place, most) in [
        ("/ActionPlan/properties/focus_areas", limits::FOCUS_AREAS),
        ("/ActionPlan/properties/stated_sums", limits::STATED_SUMS),
        ("/ActionPlan/properties/closed_updates", limits::UPDATES),
        (
            "/ActionPlan/properties/dismissed_advice",
            limits::DISMISSALS,
        ),
        ("/Proposal/properties/dismissed_advice", limits::DISMISSALS),
        ("/StatedSum/properties/focus_areas", limits::FOCUS_AREAS),
        ("/Catalogue/properties/entries", limits::CATALOGUE_ENTRIES),
        (
            "/Catalogue/properties/variant_groups",
            limits::VARIANT_GROUPS,
        ),
        ("/Catalogue/properties/relations", limits::RELATIONS),
        ("/Catalogue/properties/packages", limits::PACKAGES),
        (
            "/VariantGroup/properties/proposals",
            limits::CATALOGUE_ENTRIES,
        ),
        ("/Package/properties/proposals", limits::CATALOGUE_ENTRIES),
    ] {
        assert_eq!(bound(place, "maxItems"), json!(most), "{place}");
    }
    for list in ["proposals", "action_plans", "catalogues"] {
        let most = &schema["properties"][list]["maxItems"];
        assert_eq!(*most, json!(limits::DOCUMENTS), "{list}");
    }
    for (place, name, value) in [
        ("/Year", "minimum", json!(limits::YEARS.0)),
        ("/Year", "maximum", json!(limits::YEARS.1)),
        ("/People", "maximum", json!(limits::STAFF)),
        ("/Positions", "minimum", json!(-limits::STAFF)),
        ("/Positions", "maximum", json!(limits::STAFF)),
        ("/Kroner", "minimum", json!(-limits::AMOUNT_KRONER)),
        ("/Kroner", "maximum", json!(limits::AMOUNT_KRONER)),
        (
            "/Edition/properties/number",
            "maximum",
            json!(limits::EDITIONS),
        ),
    ] {
        assert_eq!(bound(place, name), value, "{place}");
    }
}

#[test]
fn it_is_a_json_schema() {
    let schema = schema();
    assert_eq!(
        schema["$schema"],
        json!("https://json-schema.org/draft/2020-12/schema")
    );
    assert!(jsonschema::meta::is_valid(&schema));
}

/// Every object and list in the schema, wherever it stands.
fn each(schema: &Value, visit: &mut impl FnMut(&serde_json::Map<String, Value>)) {
    match schema {
        Value::Object(fields) => {
            visit(fields);
            fields.values().for_each(|value| each(value, visit));
        }
        Value::Array(items) => items.iter().for_each(|value| each(value, visit)),
        _ => {}
    }
}

/// Nothing can be left out and nothing unknown put in, and every field says what it is.
#[test]
fn every_object_is_closed_and_described() {
    let schema = schema();
    let mut objects = 0;
    each(&schema, &mut |object| {
        let Some(properties) = object.get("properties").and_then(Value::as_object) else {
            return;
        };
        objects += 1;
        assert!(object["description"].is_string(), "{object:#?}");
        assert_eq!(object["type"], json!("object"));
        assert_eq!(object["additionalProperties"], json!(false), "{object:#?}");
        let required = object["required"].as_array().expect("required");
        assert_eq!(required.len(), properties.len(), "{required:?}");
        for (name, property) in properties {
            assert!(required.contains(&json!(name)), "{name} is not required");
            assert!(
                property["description"].is_string(),
                "{name} is not described"
            );
        }
    });
    // The file; a proposal, its year, stated totals and sections; a plan, its row and that one's source, a stated
    // sum, a closed update, the appropriation; dismissed advice; a catalogue, its entry, variant group, relation, package
    // and edition; and six kinds of unreadable text.
    assert_eq!(objects, 24);
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        assert!(
            definition["description"].is_string(),
            "{name} is not described"
        );
        assert!(!name.contains("Wire"), "{name} is a name of the program's");
    }
}

#[test]
fn years_and_effects_have_their_number() {
    let schema = schema();
    for (definition, field, count) in [
        ("Proposal", "years", 4),
        ("StatedTotals", "rows", 3),
        ("StatedTotals", "net_change", 4),
        ("FocusArea", "effects", 12),
        ("FocusArea", "realised", 12),
        ("StatedSum", "months", 12),
        ("Catalogue", "targets", 4),
        ("Relation", "weakening", 4),
    ] {
        let list = &schema["$defs"][definition]["properties"][field];
        assert_eq!(list["minItems"], json!(count), "{definition}.{field}");
        assert_eq!(list["maxItems"], json!(count), "{definition}.{field}");
    }
}

/// An amount is a number, null or a text that could not be read.
#[test]
fn an_amount_is_a_number_or_nothing_or_a_text() {
    let schema = schema();
    let year = &schema["$defs"]["ProposalYear"]["properties"];
    let row = &schema["$defs"]["FocusArea"]["properties"];
    let plan = &schema["$defs"]["ActionPlan"]["properties"];
    for place in [
        &year["current_budget"],
        &year["operating_change"],
        &year["estimated_gain"],
        &year["investment_need"],
        &row["effects"]["items"],
        &plan["expected_overspend_at_start"],
        &plan["expected_overspend_at_update"],
        &plan["carried_over_overspend"],
        &row["realised"]["items"],
        &row["stated_total"],
        &schema["$defs"]["StatedSum"]["properties"]["months"]["items"],
        &schema["$defs"]["StatedSum"]["properties"]["total"],
        &schema["$defs"]["StatedTotals"]["properties"]["rows"]["items"],
        &schema["$defs"]["StatedTotals"]["properties"]["net_change"]["items"],
        &schema["$defs"]["StatedTotals"]["properties"]["net_change_total"],
        &schema["$defs"]["SupplementaryAppropriation"]["properties"]["amount"],
        &schema["$defs"]["Catalogue"]["properties"]["targets"]["items"],
        &schema["$defs"]["Relation"]["properties"]["weakening"]["items"],
    ] {
        let anyof = json!([{"$ref": "#/$defs/KronerOrText"}, {"type": "null"}]);
        assert_eq!(place["anyOf"], anyof);
    }
    let [value, text] = schema["$defs"]["KronerOrText"]["anyOf"]
        .as_array()
        .unwrap()
        .as_slice()
    else {
        panic!("a value or a text");
    };
    assert_eq!(value["$ref"], json!("#/$defs/Kroner"));
    assert_eq!(schema["$defs"]["Kroner"]["type"], json!("number"));
    assert_eq!(text["properties"]["unreadable"]["type"], json!("string"));
}

fn check_valid(validator: &Validator, text: &str) {
    let value: Value = serde_json::from_str(text).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&value)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn the_golden_file_and_what_is_written_are_valid() {
    let examples = example::documents().expect("the examples");
    for text in [
        GOLDEN,
        &file::write(&examples).unwrap(),
        &file::write(&[]).unwrap(),
    ] {
        check_valid(&validator(), text);
    }
}

/// Files of older versions keep their schema, and no version is valid as another.
#[test]
fn older_versions_keep_their_schema() {
    let json = |text: &str| -> Value { serde_json::from_str(text).expect("JSON") };
    let versions = [(SCHEMA_1, GOLDEN_1), (SCHEMA_2, GOLDEN_2), (SCHEMA, GOLDEN)];
    for (place, (schema, golden)) in versions.into_iter().enumerate() {
        let validator = validator_of(schema);
        check_valid(&validator, golden);
        let maximum = &json(schema)["properties"]["version"]["maximum"];
        assert_eq!(*maximum, json!(place + 1));
        for (_, other) in versions.iter().filter(|(_, other)| *other != golden) {
            assert!(!validator.is_valid(&json(other)));
        }
    }
}

/// The golden file with one value replaced, added or (`None`) taken away: the schema and the reader both
/// refuse it.
fn check_broken(validator: &Validator, pointer: &str, replacement: Option<Value>) {
    let mut root: Value = serde_json::from_str(GOLDEN).unwrap();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    let parent = root
        .pointer_mut(parent)
        .expect("a place in the golden file");
    match (parent, replacement.clone()) {
        (Value::Object(fields), Some(json)) => _ = fields.insert(name.to_owned(), json),
        (Value::Object(fields), None) => _ = fields.remove(name).expect("a field"),
        (Value::Array(items), Some(json)) if name == "-" => items.push(json),
        (Value::Array(items), Some(json)) => items[name.parse::<usize>().unwrap()] = json,
        (Value::Array(items), None) => _ = items.remove(name.parse().unwrap()),
        (other, _) => panic!("{other} holds nothing"),
    }
    let what = format!("{replacement:?} at {pointer}");
    assert!(!validator.is_valid(&root), "the schema takes {what}");
    assert!(
        file::read(&root.to_string()).is_err(),
        "the reader takes {what}"
    );
}

#[test]
fn broken_files_are_not_valid() {
    let validator = validator();
    for (pointer, replacement) in [
        ("/format", Some(json!("Raaderum"))),
        ("/version", Some(json!(1))),
        ("/version", Some(json!(2))),
        ("/version", Some(json!(4))),
        ("/version", Some(json!(0))),
        ("/version", Some(json!("1"))),
        ("/notes", Some(json!([]))),
        ("/action_plans", None),
        ("/proposals/0/heading", Some(json!(null))),
        ("/proposals/0/heading", None),
        (
            "/proposals/0/id",
            Some(json!("4CFFBD3B-13FF-4F3A-AE47-DC6990640C54")),
        ),
        ("/proposals/0/id", Some(json!("1"))),
        ("/proposals/0/changed_at", Some(json!("i går"))),
        (
            "/proposals/0/changed_at",
            Some(json!("2023-06-01T08:00:00+02:00")),
        ),
        (
            "/proposals/0/changed_at",
            Some(json!("2023-02-30T08:00:00Z")),
        ),
        ("/proposals/0/kinds/0", Some(json!("besparelse"))),
        ("/proposals/0/kinds/0", Some(json!("saving"))),
        ("/proposals/0/first_year", Some(json!("2024"))),
        ("/proposals/0/first_year", Some(json!(1969))),
        ("/proposals/0/first_year", Some(json!(2101))),
        ("/proposals/0/years/3", None),
        ("/proposals/0/years/0/estimated_gain", Some(json!("-700"))),
        ("/proposals/0/years/0/estimated_gain", Some(json!({}))),
        (
            "/proposals/0/years/0/estimated_gain",
            Some(json!({"unreadable": 5})),
        ),
        (
            "/proposals/0/years/0/estimated_gain",
            Some(json!({"unreadable": "", "value": 5})),
        ),
        (
            "/proposals/0/years/0/estimated_gain",
            Some(json!(1_000_000_000_001_i64)),
        ),
        ("/proposals/0/years/0/estimated_gain", None),
        ("/proposals/0/years/0/employees_affected", Some(json!(-1))),
        ("/proposals/0/years/0/employees_affected", Some(json!(1.5))),
        (
            "/proposals/0/years/0/employees_affected",
            Some(json!(1_000_001)),
        ),
        (
            "/proposals/0/years/0/full_time_equivalents",
            Some(json!(-1_000_001)),
        ),
        ("/proposals/0/sections/summary", None),
        ("/action_plans/0/started_on", Some(json!("3.10.2022"))),
        ("/action_plans/0/started_on", Some(json!("2023-02-30"))),
        ("/action_plans/0/focus_areas/0/effects/-", Some(json!(null))),
        ("/action_plans/0/focus_areas/0/effects/3", None),
        (
            "/action_plans/0/focus_areas/0/effects/3",
            Some(json!(false)),
        ),
        (
            "/action_plans/0/focus_areas",
            Some(json!(vec![json!(null); 201])),
        ),
        ("/proposals/0/price_level", Some(json!("2024-pl"))),
        ("/proposals/0/price_level", Some(json!(1969))),
        ("/proposals/0/reimbursement_rate", Some(json!(100))),
        ("/proposals/0/reimbursement_rate", Some(json!(-1))),
        ("/proposals/0/reimbursement_rate", Some(json!("50 %"))),
        ("/proposals/0/stated_totals/rows/2", None),
        ("/proposals/0/stated_totals/net_change/-", Some(json!(0))),
        ("/proposals/0/dismissed_advice/0/reason", None),
        (
            "/proposals/0/dismissed_advice/0/since",
            Some(json!("2023-06-01")),
        ),
        ("/action_plans/0/carried_over_overspend", Some(json!("0"))),
        ("/action_plans/0/focus_areas/0/realised/11", None),
        (
            "/action_plans/0/focus_areas/0/stated_total",
            Some(json!([])),
        ),
        (
            "/action_plans/0/focus_areas/0/proposal/net_change",
            Some(json!(null)),
        ),
        (
            "/action_plans/0/focus_areas/0/proposal/id",
            Some(json!("1")),
        ),
        (
            "/action_plans/0/stated_sums/0/focus_areas/0",
            Some(json!("1")),
        ),
        ("/action_plans/0/stated_sums/0/months/0", None),
        ("/action_plans/0/realised_through", Some(json!(0))),
        ("/action_plans/0/realised_through", Some(json!(13))),
        (
            "/action_plans/0/realised_through",
            Some(json!({"unreadable": "juni"})),
        ),
        ("/action_plans/0/closed_through", Some(json!(13))),
        (
            "/action_plans/0/closed_updates/0/closed_on",
            Some(json!(null)),
        ),
        (
            "/action_plans/0/closed_updates/0/closed_on",
            Some(json!("2023-02-30")),
        ),
        ("/action_plans/0/closed_updates/0/effect", Some(json!(null))),
        (
            "/action_plans/0/closed_updates/0/expected_overspend",
            Some(json!(1e13)),
        ),
        (
            "/action_plans/0/supplementary_appropriation/financing",
            None,
        ),
        (
            "/action_plans/0/supplementary_appropriation",
            Some(json!(null)),
        ),
        ("/catalogues", None),
        ("/catalogues/0/introduction", None),
        ("/catalogues/0/targets/3", None),
        ("/catalogues/0/targets/0", Some(json!("-10"))),
        ("/catalogues/0/hearing_from", Some(json!("1.9.2023"))),
        ("/catalogues/0/entries/0/status", Some(json!("kladde"))),
        ("/catalogues/0/entries/0/proposal", Some(json!(null))),
        (
            "/catalogues/0/entries",
            Some(json!(vec![json!(null); 5_001])),
        ),
        (
            "/catalogues/0/variant_groups/0/proposals/0",
            Some(json!("1")),
        ),
        (
            "/catalogues/0/variant_groups/0/proposals/1",
            Some(json!("00000000-0000-4000-8000-00000000000f")),
        ),
        ("/catalogues/0/relations/0/kind", Some(json!("Weakens"))),
        ("/catalogues/0/relations/0/weakening/0", None),
        ("/catalogues/0/packages/0/seen", Some(json!(true))),
        ("/catalogues/0/edition/number", Some(json!(0))),
        ("/catalogues/0/edition/number", Some(json!(1.5))),
        ("/catalogues/0/edition/published_on", Some(json!(null))),
    ] {
        check_broken(&validator, pointer, replacement);
    }
}
