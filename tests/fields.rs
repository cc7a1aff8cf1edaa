//! Filling in a form field by field: what a field shows after typing, and the error beside it.

use crate::support;

use std::collections::BTreeSet;
use std::fmt::Debug;

use raaderum::danish::{DateError, NumberError};
use raaderum::domain::{
    AmountRow, ChangeKind, Document, Entry, Fields, FocusArea, FormField, HeadField, Id, PlanField,
    ProposalField, RowText, Section, SlotMut, StaffRow, StatedFigure, limits,
};
use raaderum::draft::{EntryError, Form, errors};
use raaderum::file;
use raaderum::text::plan::updates;
use raaderum::text::{hints, messages};
use support::{kr, month, plan_2023, proposal, row};

/// Types into a field of a form and compares what it then shows, and why it cannot be read.
fn check<F>(form: &F, field: F::Field, rows: &[(&str, &str, Option<EntryError>)])
where
    F: Form + Clone + Debug + PartialEq,
    F::Field: Debug,
{
    for (typed, shown, error) in rows {
        let mut form = form.clone();
        form.enter(field, typed);
        assert_eq!(form.shown(field), *shown, "{typed:?} in {field:?}");
        assert_eq!(form.error(field), *error, "{typed:?} in {field:?}");
        // What a source states is no field to fill in: it is told beside the sum instead.
        let errors_to_mend = error.iter().filter(|_| !F::is_stated(field));
        let all: Vec<_> = errors_to_mend.map(|error| (field, error.clone())).collect();
        assert_eq!(errors(&form), all, "{typed:?} in {field:?}");
    }
}

fn number(error: NumberError) -> Option<EntryError> {
    Some(EntryError::Number(error))
}

fn unknown(text: &str) -> Option<EntryError> {
    number(NumberError::Unknown(text.to_owned()))
}

#[test]
fn the_fields_of_a_proposal() {
    let form = proposal("Horseager");
    check(
        &form,
        ProposalField::Amount(AmountRow::EstimatedGain, 3),
        &[
            ("-4.600", "−4.600", None),
            ("0,5", "0,5", None),
            ("5,6 mio. kr.", "5.600", None),
            ("=12*450", "5.400", None),
            (" ", "", None),
            ("0", "0", None),
            (
                "1.5 ",
                "1.5 ",
                number(NumberError::Grouping("1.5".to_owned())),
            ),
            (
                "1.000.000.001",
                "1.000.000.001",
                number(NumberError::TooLarge),
            ),
            ("=1/0", "=1/0", number(NumberError::DivisionByZero)),
        ],
    );
    check(
        &form,
        ProposalField::Staff(StaffRow::EmployeesAffected, 0),
        &[
            ("2", "2", None),
            ("1.200", "1.200", None),
            ("3*4", "12", None),
            ("2,0", "2", None),
            ("1.000.000", "1.000.000", None),
            ("", "", None),
            ("1,5", "1,5", number(NumberError::NotAHeadCount)),
            (
                "1,0000000000005",
                "1,0000000000005",
                number(NumberError::NotAHeadCount),
            ),
            ("-2", "-2", number(NumberError::NotAHeadCount)),
            ("1.000.001", "1.000.001", number(NumberError::TooLarge)),
            ("2 kr.", "2 kr.", number(NumberError::UnitNotAllowed)),
            ("to", "to", unknown("to")),
        ],
    );
    check(
        &form,
        ProposalField::Staff(StaffRow::FullTimeEquivalents, 0),
        &[
            ("-1,35", "−1,35", None),
            ("+4", "4", None),
            ("37/37", "1", None),
            ("1,2345", "1,2345", None),
            ("1.000.000", "1.000.000", None),
            (
                "1,23456",
                "1,23456",
                number(NumberError::TooManyDecimals(4)),
            ),
            (
                "1,0000000000005",
                "1,0000000000005",
                number(NumberError::TooManyDecimals(4)),
            ),
            ("=1/3", "0,3333", None),
            ("-1.000.001", "-1.000.001", number(NumberError::TooLarge)),
            ("1 mio.", "1 mio.", number(NumberError::UnitNotAllowed)),
        ],
    );
    check(&form, ProposalField::FirstYear, &YEARS);
    let level = || Some(EntryError::PriceLevel);
    check(
        &form,
        ProposalField::PriceLevel,
        &[
            ("2024-pl", "2024-pl", None),
            ("2024 p/l", "2024-pl", None),
            ("p/l 2024", "2024-pl", None),
            ("PL-2024", "2024-pl", None),
            ("2024", "2024-pl", None),
            (" 2024-PL ", "2024-pl", None),
            ("2024pl", "2024-pl", None),
            ("2024 – pl", "2024-pl", None),
            ("\u{202D}2024-pl\u{202C}", "2024-pl", None),
            ("1970", "1970-pl", None),
            ("2100-pl", "2100-pl", None),
            ("", "", None),
            (" ", "", None),
            ("pl", "pl", level()),
            ("-pl", "-pl", level()),
            ("24-pl", "24-pl", level()),
            ("1969-pl", "1969-pl", level()),
            ("2101-pl", "2101-pl", level()),
            ("2024-lp", "2024-lp", level()),
            ("2024,5", "2024,5", level()),
            ("sidste år", "sidste år", level()),
        ],
    );
    let rate = || Some(EntryError::Rate);
    check(
        &form,
        ProposalField::Reimbursement,
        &[
            ("50 %", "50 %", None),
            ("50%", "50 %", None),
            ("50", "50 %", None),
            (" 50 % ", "50 %", None),
            ("50 %\u{202C}", "50 %", None),
            ("50 pct.", "50 %", None),
            ("50 procent", "50 %", None),
            ("½ %", "0,5 %", None),
            ("pct.", "pct.", rate()),
            ("33,33", "33,33 %", None),
            ("99,99 %", "99,99 %", None),
            ("0", "0 %", None),
            ("=100/2", "50 %", None),
            ("", "", None),
            (" ", "", None),
            ("100", "100", rate()),
            ("100 %", "100 %", rate()),
            ("33,333", "33,333", rate()),
            ("-1", "-1", rate()),
            ("%", "%", rate()),
            ("halvdelen", "halvdelen", unknown("halvdelen")),
            ("50 kr.", "50 kr.", number(NumberError::UnitNotAllowed)),
            (
                "1.5",
                "1.5",
                number(NumberError::Grouping("1.5".to_owned())),
            ),
        ],
    );
    for figure in StatedFigure::all() {
        check(
            &form,
            ProposalField::Stated(figure),
            &[
                ("-1.500", "−1.500", None),
                ("sparer 1,5 mio. kr.", "−1.500", None),
                ("", "", None),
                (
                    "1.5",
                    "1.5",
                    number(NumberError::Grouping("1.5".to_owned())),
                ),
            ],
        );
    }
    for field in [
        ProposalField::Heading,
        ProposalField::Department,
        ProposalField::Appropriations,
        ProposalField::Section(Section::Summary),
        ProposalField::Section(Section::RelevantDocuments),
    ] {
        check(&form, field, &TEXTS);
    }
}

/// Any year field.
const YEARS: [(&str, &str, Option<EntryError>); 8] = [
    ("2024", "2024", None),
    (" 2.024 ", "2024", None),
    ("1970", "1970", None),
    ("2100", "2100", None),
    ("", "", None),
    ("1969", "1969", Some(EntryError::Year)),
    ("24", "24", Some(EntryError::Year)),
    ("2024,5", "2024,5", Some(EntryError::Year)),
];

/// Any text field: it takes everything and shows it as it was typed.
const TEXTS: [(&str, &str, Option<EntryError>); 3] = [
    ("", "", None),
    (
        " Værestedet \"Horseager\"\n\n– 2. linje ",
        " Værestedet \"Horseager\"\n\n– 2. linje ",
        None,
    ),
    ("1.5", "1.5", None),
];

#[test]
fn the_fields_of_a_plan() {
    let mut form = plan_2023();
    // Realised amounts are asked for up to here.
    form.status = Some(month(12));
    let effect = |number, of| PlanField::Effect(row(&form, number).id, month(of));
    let amounts = [
        ("-108.333", "−108.333", None),
        ("kr. 1.586.691", "1.586.691", None),
        ("250 t.kr.", "250.000", None),
        ("=1000/3", "333,33", None),
        ("", "", None),
        ("0,001", "0,001", number(NumberError::TooManyDecimals(2))),
        ("#VÆRDI!", "#VÆRDI!", unknown("#")),
    ];
    check(&form, effect(1, 1), &amounts);
    check(&form, effect(11, 12), &amounts);
    for id in [1, 11].map(|number| row(&form, number).id) {
        check(&form, PlanField::Realised(id, month(1)), &amounts);
        check(&form, PlanField::Realised(id, month(12)), &amounts);
        check(&form, PlanField::StatedTotal(id), &amounts);
    }
    check(&form, PlanField::Head(HeadField::CarriedOver), &amounts);
    check(&form, PlanField::Head(HeadField::Appropriation), &amounts);
    check(
        &form,
        PlanField::Head(HeadField::OverspendAtStart),
        &amounts,
    );
    check(
        &form,
        PlanField::Head(HeadField::OverspendAtUpdate),
        &amounts,
    );
    let date = |error| Some(EntryError::Date(error));
    let dates = [
        ("3/10 2023", "03.10.2023", None),
        ("", "", None),
        ("31.4.2023", "31.4.2023", date(DateError::NotInCalendar)),
        ("oktober", "oktober", date(DateError::Unknown)),
    ];
    check(&form, PlanField::Head(HeadField::StartedOn), &dates);
    check(&form, PlanField::Head(HeadField::UpdatedOn), &dates);
    check(&form, PlanField::Head(HeadField::Year), &YEARS);
    for field in [
        HeadField::Department,
        HeadField::DepartmentResponsible,
        HeadField::Unit,
        HeadField::UnitResponsible,
        HeadField::Cause,
        HeadField::AppropriationFinancing,
        HeadField::CaseNumber,
    ] {
        check(&form, PlanField::Head(field), &TEXTS);
    }
    for text in RowText::ALL {
        check(&form, PlanField::Text(row(&form, 5).id, text), &TEXTS);
    }
}

/// Typing into one field changes that field and no other.
fn check_touches_nothing_else<F>(form: &F)
where
    F: Form + Clone,
    F::Field: Debug,
{
    let fields = form.fields();
    for &field in &fields {
        let mut changed = form.clone();
        if let Some(SlotMut::ChangeKinds(kinds)) = changed.slot_mut(field) {
            assert!(kinds.insert(ChangeKind::AdditionalRevenue), "ticked before");
        } else {
            changed.enter(field, "?");
        }
        assert_ne!(changed.slot(field), form.slot(field), "{field:?} on itself");
        for &other in fields.iter().filter(|&&other| other != field) {
            assert_eq!(
                changed.slot(other),
                form.slot(other),
                "{field:?} on {other:?}"
            );
        }
    }
}

#[test]
fn fields_do_not_touch_one_another() {
    check_touches_nothing_else(&proposal("Horseager"));
    let mut plan = plan_2023();
    plan.focus_areas.truncate(3);
    plan.status = Some(month(12));
    check_touches_nothing_else(&plan);
    check_touches_nothing_else(&support::catalogue());
}

/// Names are what the page calls its controls.
fn check_names<F: Form>(form: &F, count: usize) {
    let names: BTreeSet<String> = form.fields().into_iter().map(F::name).collect();
    assert_eq!(names.len(), count);
    for name in names {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(name.chars().all(plain), "{name}");
    }
}

#[test]
fn every_field_has_a_name_of_its_own() {
    // 7 in the head, 4 + 2 rows of 4 years, stated sums of 3 rows, 4 years and all, 7 sections.
    check_names(&proposal("Horseager"), 7 + 6 * 4 + 8 + 7);
    // 14 in the head, and 11 rows of 4 texts, 12 months planned, and a stated total.
    // Realised amounts have a field up to the month that is realised.
    let mut plan = plan_2023();
    check_names(&plan, 14 + 11 * (4 + 12 + 1));
    plan.status = Some(month(3));
    check_names(&plan, 14 + 11 * (4 + 12 + 3 + 1));
}

/// Dismissed advice names its field so in files: these names never change.
#[test]
fn the_names_of_fields_are_frozen() {
    let form = proposal("Horseager");
    let names: Vec<String> = form.fields().into_iter().map(ProposalField::name).collect();
    let mut expected: Vec<String> = [
        "heading",
        "department",
        "appropriations",
        "kinds",
        "first-year",
        "price-level",
        "reimbursement",
    ]
    .map(str::to_owned)
    .into();
    let by_year = |row: &str| {
        (0..4)
            .map(move |year| format!("{row}-{year}"))
            .collect::<Vec<_>>()
    };
    for row in [
        "current-budget",
        "operating-change",
        "estimated-gain",
        "investment-need",
    ] {
        expected.extend(by_year(row));
    }
    for row in ["operating-change", "estimated-gain", "investment-need"] {
        expected.push(format!("stated-{row}"));
    }
    expected.extend(by_year("stated-net-change"));
    expected.push("stated-net-change".to_owned());
    expected.extend(by_year("employees-affected"));
    expected.extend(by_year("full-time-equivalents"));
    expected.extend((1..=7).map(|number| format!("section-{number}")));
    assert_eq!(names, expected);

    let mut plan = plan_2023();
    plan.status = Some(month(12));
    plan.focus_areas.truncate(1);
    let id = plan.focus_areas[0].id;
    let names: Vec<String> = Fields::fields(&plan)
        .into_iter()
        .map(PlanField::name)
        .collect();
    let mut expected: Vec<String> = [
        "year",
        "department",
        "department-responsible",
        "unit",
        "unit-responsible",
        "started-on",
        "overspend-at-start",
        "updated-on",
        "overspend-at-update",
        "carried-over",
        "cause",
        "appropriation",
        "appropriation-financing",
        "case-number",
    ]
    .map(str::to_owned)
    .into();
    for text in ["area", "goal", "action", "consequences"] {
        expected.push(format!("{text}-{id}"));
    }
    for cell in ["effect", "realised"] {
        expected.extend((1..=12).map(|number| format!("{cell}-{id}-{number}")));
    }
    expected.push(format!("stated-total-{id}"));
    assert_eq!(names, expected);
}

#[test]
fn a_field_that_is_not_there_is_left_alone() {
    let mut form = proposal("Horseager");
    for field in [
        ProposalField::Amount(AmountRow::EstimatedGain, 4),
        ProposalField::Staff(StaffRow::EmployeesAffected, 4),
        ProposalField::Stated(StatedFigure::NetChange(4)),
        ProposalField::Stated(StatedFigure::Row(AmountRow::CurrentBudget)),
    ] {
        form.enter(field, "1.5");
        assert_eq!(
            (form.shown(field), form.error(field)),
            (String::new(), None)
        );
    }
    assert_eq!(form, proposal("Horseager"));

    let mut plan = plan_2023();
    let stranger = Id::random();
    for field in [
        PlanField::Text(stranger, RowText::Goal),
        PlanField::Effect(stranger, month(1)),
        PlanField::Realised(stranger, month(1)),
        PlanField::StatedTotal(stranger),
    ] {
        plan.enter(field, "1.5");
        assert_eq!(
            (plan.shown(field), plan.error(field)),
            (String::new(), None)
        );
    }
    assert_eq!(plan, plan_2023());
}

/// The last valid value is never used silently.
#[test]
fn bad_input_replaces_the_value() {
    let mut form = proposal("Horseager");
    let field = ProposalField::Amount(AmountRow::EstimatedGain, 0);
    assert_eq!(form.years[0].estimated_gain, Entry::Value(kr("-983000")));
    form.enter(field, "-1.5");
    assert_eq!(
        form.years[0].estimated_gain,
        Entry::Unreadable("-1.5".to_owned())
    );
    assert_eq!(form.years[0].estimated_gain.value(), None);
}

/// A file can claim that a text is unreadable which this version can read: it is still marked.
#[test]
fn a_readable_text_that_came_as_unreadable_is_still_marked() {
    let mut form = proposal("Horseager");
    form.years[0].estimated_gain = Entry::Unreadable("5".to_owned());
    form.first_year = Entry::Unreadable("2024".to_owned());
    let fields: Vec<_> = errors(&form).into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields,
        [
            ProposalField::FirstYear,
            ProposalField::Amount(AmountRow::EstimatedGain, 0)
        ]
    );
}

/// The longest text that a field has room for, and one that is longer. Characters are counted, not bytes.
fn check_length<F>(form: &F, texts: &[F::Field])
where
    F: Form + Clone + Into<Document>,
    F::Field: Debug,
{
    let [fits, long] = [0, 1].map(|more| "æ".repeat(limits::TEXT_CHARACTERS + more));
    let too_long = Some(EntryError::TextTooLong);
    for &field in texts {
        let mut form = form.clone();
        form.enter(field, &fits);
        assert_eq!(form.error(field), None, "{field:?}");
        form.enter(field, &long);
        // Nothing is cut, and the document can be stored and read again.
        assert!(form.shown(field) == long, "{field:?}");
        assert_eq!(form.error(field), too_long, "{field:?}");
        assert_eq!(errors(&form).len(), 1, "{field:?}");
        let document = form.into();
        let read = file::read(&file::write([&document]).unwrap());
        assert!(read == Ok(vec![document]), "{field:?}");
    }
}

#[test]
fn a_text_that_is_too_long_is_kept_with_an_error() {
    use HeadField::*;
    let sections = Section::ALL.map(ProposalField::Section);
    let head = [
        ProposalField::Heading,
        ProposalField::Department,
        ProposalField::Appropriations,
    ];
    check_length(&proposal("Horseager"), &[&head[..], &sections].concat());
    let plan = plan_2023();
    let head = [
        Department,
        DepartmentResponsible,
        Unit,
        UnitResponsible,
        Cause,
        AppropriationFinancing,
        CaseNumber,
    ];
    let head = head.map(PlanField::Head);
    let row = RowText::ALL.map(|text| PlanField::Text(row(&plan, 1).id, text));
    check_length(&plan, &[&head[..], &row].concat());
    let message = messages::entry_error(&EntryError::TextTooLong, 2027);
    assert!(message.contains("1.000.000 tegn"), "{message}");
}

/// An example of a year long gone makes a reader doubt that the right year may be typed.
#[test]
fn examples_are_of_the_documents_own_year() {
    for (error, sentence) in [
        (
            EntryError::Date(DateError::Unknown),
            "Skriv datoen med dag, måned og år, fx 31.12.2027 eller 31. december 2027.",
        ),
        (
            EntryError::Date(DateError::NotInCalendar),
            "Den dato findes ikke i kalenderen. Skriv fx 31.12.2027.",
        ),
        (
            EntryError::PriceLevel,
            "Skriv prisniveauet som et årstal, fx 2027-pl.",
        ),
    ] {
        assert_eq!(messages::entry_error(&error, 2027), sentence);
    }
    assert!(messages::entry_error(&EntryError::Year, 2027).ends_with("fx 2027."));
    assert_eq!(updates::date_hint(2027), "Dato, fx 31.12.2027");
    assert!(hints::price_level_hint(2027).ends_with("fx 2027-pl"));
}

#[test]
fn a_plan_grows_to_its_limit() {
    let mut plan = plan_2023();
    let grid = PlanField::Effect(row(&plan, 1).id, month(1));
    while plan.grow(grid) {}
    assert_eq!(plan.focus_areas.len(), limits::FOCUS_AREAS);
    assert!(plan.focus_areas[11..].iter().all(FocusArea::is_blank));
    let ids: BTreeSet<Id> = plan.focus_areas.iter().map(|row| row.id).collect();
    assert_eq!(ids.len(), limits::FOCUS_AREAS);
    let grid = ProposalField::Amount(AmountRow::EstimatedGain, 0);
    assert!(!proposal("Horseager").grow(grid));
}
