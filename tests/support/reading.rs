//! What holds for everything that is read, whoever wrote it: files and numbers. Both the fuzz targets (`fuzz/`) and the
//! native tests try these, so that a property is written once.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests; each uses a part of it"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use raaderum::checks::{Checked, copied_from};
use raaderum::danish::{
    AmountUnit, Direction, NumberError, Signs, amounts_mentioned, is_format, print_amount,
    print_date, print_number, read_amount, read_date, read_number,
};
use raaderum::domain::{
    ActionPlan, Amount, AmountRow, Catalogue, CatalogueField, ClosedUpdate, Date, Dismissal,
    Document, Edition, Entry, Fields, FormField, HeadField, Id, Month, PlanField, Proposal,
    ProposalField, StaffRow, Timestamp, Total, Year, combine, compare_packages, largest_choice,
    limits, net_change_by_year,
};
use raaderum::draft::{self, EntryError, Form, enter_in, mend, shown_in};
use raaderum::file::{self, Reason, Refusal};
use raaderum::picture::Curve;
use raaderum::text::explanation::{self, Explanation, FollowUpFigure};
use raaderum::text::{labels, meaning, messages, page};
use rust_decimal::Decimal;

/// A message is for a person: it says something, and can be read through.
const MESSAGE_CHARACTERS: usize = 1_000;

#[track_caller]
fn check_sentence(sentence: &str) {
    assert!(!sentence.trim().is_empty(), "no words");
    let length = sentence.chars().count();
    assert!(length <= MESSAGE_CHARACTERS, "{length} characters");
}

// ---- files ----

/// Reads a file's bytes: either it is refused in words, or it means documents that are sound, that are written and read
/// back the same, and in which nothing is left out. Gives how many there are.
pub fn check_file(bytes: &[u8]) -> Option<usize> {
    let read = file::read_bytes(bytes);
    assert_eq!(file::read_bytes(bytes), read, "read twice");
    if let Ok(text) = std::str::from_utf8(bytes) {
        assert_eq!(file::read(text), read, "read as text");
    }
    match read {
        Ok(documents) => {
            check_stable(&documents);
            check_nothing_is_left_out(bytes, &documents);
            check_documents(&documents);
            Some(documents.len())
        }
        Err(refusal) => {
            check_refusal(&refusal);
            None
        }
    }
}

/// What a file of ours reads as is what it writes again, to the byte.
pub fn check_stable(documents: &[Document]) {
    let text = file::write(documents).expect("JSON");
    if text.len() > limits::FILE_BYTES {
        return;
    }
    let read = file::read(&text).expect("a file of ours");
    assert_eq!(read.len(), documents.len());
    for document in documents {
        assert!(read.contains(document), "{document:?}");
    }
    assert_eq!(file::write(&read).expect("JSON"), text);
}

/// Every value of a file has its place in what is written: version 3 has no optional fields, so that both have as many.
fn check_nothing_is_left_out(bytes: &[u8], documents: &[Document]) {
    let is_newest = String::from_utf8_lossy(bytes)
        .split_once("\"version\"")
        .and_then(|(_, after)| after.split_once(':'))
        .is_some_and(|(_, version)| version.trim_start().starts_with('3'));
    if is_newest {
        let written = file::write(documents).expect("JSON");
        assert_eq!(members(bytes), members(written.as_bytes()), "fields");
    }
}

/// How many fields the objects of a JSON text have in all: every colon outside texts belongs to one.
fn members(json: &[u8]) -> usize {
    let (mut members, mut is_text, mut is_escaped) = (0, false, false);
    for byte in json {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => is_text = !is_text,
            b':' if !is_text => members += 1,
            _ => {}
        }
    }
    members
}

/// A refusal says what is wrong, and where if it is in one place.
pub fn check_refusal(refusal: &Refusal) {
    let sentence = messages::refusal(refusal);
    check_sentence(&sentence);
    let of_the_whole = matches!(
        refusal.reason,
        Reason::FileTooLarge | Reason::NotText | Reason::NotJson { .. } | Reason::NotOurs
    );
    assert_eq!(refusal.path.is_empty(), of_the_whole, "{refusal:?}");
    // An unknown field can be called anything, at any length.
    if refusal.path.len() < 40 {
        assert!(sentence.starts_with(&refusal.path), "{sentence}");
    }
    if let Reason::NotJson { line, column } = refusal.reason {
        assert!(line > 0, "line {line}, column {column}");
        assert!(sentence.contains(&format!("linje {line}, tegn {column}")));
    }
}

/// Documents that a file may hold: within the limits, and every figure of them can be computed.
pub fn check_documents(documents: &[Document]) {
    let plans = documents.iter().filter_map(|document| match document {
        Document::ActionPlan(plan) => Some(plan),
        Document::Proposal(_) | Document::Catalogue(_) => None,
    });
    let catalogues = documents.iter().filter_map(|document| match document {
        Document::Catalogue(catalogue) => Some(catalogue),
        Document::Proposal(_) | Document::ActionPlan(_) => None,
    });
    let proposals = documents.iter().filter_map(|document| match document {
        Document::Proposal(proposal) => Some(proposal),
        Document::ActionPlan(_) | Document::Catalogue(_) => None,
    });
    assert!(catalogues.clone().count() <= limits::DOCUMENTS);
    assert!(plans.clone().count() <= limits::DOCUMENTS);
    assert!(proposals.clone().count() <= limits::DOCUMENTS);
    for proposal in proposals.clone() {
        check_proposal(proposal);
    }
    for plan in plans.clone() {
        check_plan(plan);
    }
    let by_id: BTreeMap<Id, &Proposal> = proposals.clone().map(|one| (one.id, one)).collect();
    for catalogue in catalogues {
        check_catalogue(catalogue, &by_id);
    }
    let all: Vec<Proposal> = proposals.cloned().collect();
    let _ = net_change_by_year(&all);
    for signs in Signs::ALL {
        let _ = explanation::proposals(all.iter(), None, signs);
    }
    for document in documents {
        assert!(!page::title(document).is_empty());
        assert!(document.says_the_same_as(document));
    }
    let plans: Vec<&ActionPlan> = plans.take(8).collect();
    for plan in &plans {
        for other in plans.iter().filter(|other| other.id != plan.id) {
            for advice in copied_from(plan, other, "en anden") {
                check_sentence(&messages::advice(&advice.reason));
            }
        }
    }
}

fn check_amount(amount: Amount) {
    assert_eq!(Amount::new(amount.kroner()), Ok(amount), "{amount:?}");
}

fn check_entry(entry: &Entry<Amount>) {
    entry.value().into_iter().for_each(check_amount);
}

fn check_dismissed(dismissed: &[Dismissal]) {
    assert!(dismissed.len() <= limits::DISMISSALS);
}

fn check_proposal(form: &Proposal) {
    let cells = AmountRow::ALL.map(|row| form.years.each_ref().map(|year| row.of(year)));
    cells.as_flattened().iter().copied().for_each(check_entry);
    let stated = &form.stated;
    let stated = stated.rows.iter().chain(&stated.net_change);
    stated.for_each(check_entry);
    check_entry(&form.stated.net_change_total);
    check_dismissed(&form.dismissed);
    for signs in Signs::ALL {
        check_sums_of_proposal(form, signs);
        for year in 0..form.years.len() {
            let _ = explanation::change_percent(form, year, signs);
            let _ = explanation::gross(form, Some(year), signs);
        }
        let _ = explanation::gross(form, None, signs);
    }
    for year in 0..form.years.len() {
        let _ = (form.year(year), form.gross_and_net(year));
        let _ = form.years[year].change_percent();
    }
    let _ = form.gross_and_net_total();
    for figure in raaderum::domain::StatedFigure::all() {
        if let Some(difference) = form.stated_difference(figure) {
            for signs in Signs::ALL {
                let unit = AmountUnit::Thousands;
                check_sentence(&messages::stated_difference(&difference, unit, signs));
            }
        }
    }
    check_form(form, |field| labels::proposal_field(form, field));
}

fn check_plan(plan: &ActionPlan) {
    let head = [
        &plan.overspend_at_start,
        &plan.overspend_at_update,
        &plan.carried_over,
        &plan.appropriation,
    ];
    head.into_iter().for_each(check_entry);
    assert!(plan.focus_areas.len() <= limits::FOCUS_AREAS);
    for row in &plan.focus_areas {
        let cells = row.effects.iter().chain(&row.realised);
        cells.for_each(check_entry);
        check_entry(&row.stated_total);
        row.source
            .iter()
            .for_each(|source| check_amount(source.net_change));
    }
    assert!(plan.stated_sums.len() <= limits::STATED_SUMS);
    for sum in &plan.stated_sums {
        sum.months.iter().for_each(check_entry);
        check_entry(&sum.total);
        assert!(sum.rows.len() <= limits::FOCUS_AREAS);
        for (_, difference) in plan.stated_sum_differences(sum) {
            let unit = AmountUnit::Kroner;
            for signs in Signs::ALL {
                check_sentence(&messages::stated_difference(&difference, unit, signs));
            }
        }
    }
    assert!(plan.updates.all().len() <= limits::UPDATES);
    for update in plan.updates.all() {
        check_amount(update.effect());
        check_amount(update.forecast());
    }
    check_dismissed(&plan.dismissed);
    for signs in Signs::ALL {
        check_sums_of_plan(plan, Month::June, signs);
        let _ = explanation::needed(plan, signs);
    }
    for forecast in plan.history().iter().map(|entry| entry.forecast) {
        let _ = forecast.amount().map(meaning::short);
    }
    if let Some(line) = plan.month_by_month() {
        let amounts = || line.iter().filter_map(|point| point.expected.amount());
        let curve = Curve::of(amounts());
        amounts().for_each(|amount| assert!(curve.down(amount) <= 1_000));
    }
    let _ = (plan.needed(), plan.without_amount(), plan.is_required());
    let _ = page::announce_forecast(plan.forecast());
    check_mending(plan);
    check_closing(plan);
    check_form(plan, |field| labels::plan_field(plan, field));
}

/// A catalogue is within its limits, and what it amounts to is what it permits.
fn check_catalogue(catalogue: &Catalogue, proposals: &BTreeMap<Id, &Proposal>) {
    let weakenings = catalogue.relations.iter().flat_map(|one| &one.weakening);
    catalogue
        .targets
        .iter()
        .chain(weakenings)
        .for_each(check_entry);
    assert!(catalogue.entries.len() <= limits::CATALOGUE_ENTRIES);
    assert!(catalogue.variant_groups.len() <= limits::VARIANT_GROUPS);
    assert!(catalogue.relations.len() <= limits::RELATIONS);
    assert!(catalogue.packages.len() <= limits::PACKAGES);
    if let Some(edition) = catalogue.edition {
        let again = Edition::new(edition.number(), edition.published_on());
        assert_eq!(again, Some(edition));
    }
    let all: Vec<Id> = catalogue
        .entries
        .iter()
        .map(|entry| entry.proposal)
        .collect();
    let packages: Vec<_> = catalogue.packages.iter().collect();
    for chosen in [&all]
        .into_iter()
        .chain(packages.iter().map(|package| &package.proposals))
    {
        let told = combine(catalogue, proposals, chosen);
        assert_eq!(told.counted.len() + told.left_out.len(), chosen.len());
        assert!(told.left_out.iter().all(|one| !one.reasons.is_empty()));
    }
    let largest = largest_choice(catalogue, proposals);
    let told = combine(catalogue, proposals, &largest.proposals);
    assert_eq!(told.counted, largest.proposals);
    let _ = compare_packages(catalogue, proposals, &packages);
    let fields = catalogue.fields().count();
    let names: BTreeSet<String> = catalogue.fields().map(CatalogueField::name).collect();
    assert_eq!(names.len(), fields, "two fields of one name");
    check_filling_in(catalogue, |field| labels::catalogue_field(catalogue, field));
}

/// Mending gives what the source states.
fn check_mending(plan: &ActionPlan) {
    let mut mended = plan.clone();
    for row in &plan.focus_areas {
        if mend(&mut mended, row.id) {
            let after = mended.focus_area(row.id).expect("the row");
            assert_eq!(after.planned_total(), Total::from(&row.stated_total));
        } else {
            assert_eq!(mended.focus_area(row.id), Some(row));
        }
    }
}

/// An update can be closed where there is a forecast, and taken back.
fn check_closing(plan: &ActionPlan) {
    let last = plan.updates.last().map(ClosedUpdate::closed_on);
    let on = last.unwrap_or_else(|| Date::from_ordinal_date(2023, 1).expect("a date"));
    let mut closed = plan.clone();
    match closed.close_update(on, "Fuzz".to_owned()) {
        Ok(()) => {
            let update = closed.updates.last().cloned().expect("an update");
            assert_eq!(plan.forecast(), Some(Total::Complete(update.forecast())));
            let before = closed.updates.all().split_last().expect("an update").1;
            assert_eq!(before, plan.updates.all());
        }
        Err(error) => {
            check_sentence(&page::close_error(error));
            assert_eq!(&closed, plan);
        }
    }
}

/// Every message about a form has words, and every field that can be read is the same when what it shows is entered
/// again, in any sign convention.
fn check_form<F>(form: &F, label: impl Fn(<F as Fields>::Field) -> String)
where
    F: Form + Checked + Clone + Debug + PartialEq,
    <F as Fields>::Field: Debug,
{
    for advice in form.advice() {
        check_sentence(&messages::advice(&advice.reason));
        let dismissal = advice.dismissed("Passer".to_owned());
        assert!(advice.is_dismissed_by(&dismissal), "{dismissal:?}");
    }
    check_filling_in(form, label);
}

/// The same of a form about which there is no advice.
fn check_filling_in<F>(form: &F, label: impl Fn(F::Field) -> String)
where
    F: Form + Clone + Debug + PartialEq,
    F::Field: Debug,
{
    for (field, error) in draft::errors(form) {
        check_sentence(&messages::entry_error(&error, 2027));
        check_sentence(&label(field));
    }
    for signs in Signs::ALL {
        let mut again = form.clone();
        for field in form.fields() {
            if form.error(field).is_none() {
                enter_in(&mut again, field, &shown_in(form, field, signs), signs);
            }
        }
        assert_eq!(&again, form, "entered again where {signs:?}");
    }
    let once = typed_out(form.clone());
    assert_eq!(typed_out(once.clone()), once, "typed out twice");
}

/// A form as it can come about by typing: every field entered once more. (A file can also hold texts as unreadable
/// that this version can read.)
pub fn typed_out<F: Form>(mut form: F) -> F {
    for field in form.fields() {
        let shown = form.shown(field);
        form.enter(field, &shown);
    }
    form
}

/// Each document of some files, as a file of its own: the smaller a file, the more of it a change reaches.
pub fn parts(files: &[&str]) -> Vec<Vec<u8>> {
    let documents = files
        .iter()
        .flat_map(|text| file::read(text).expect("a file of ours"));
    documents
        .map(|document| file::write([&document]).expect("JSON").into_bytes())
        .collect()
}

/// The names of the fields in some files.
pub fn keys(files: &[&str]) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for text in files {
        // A name is what stands in quotation marks before a colon.
        let mut quoted = text.split('"').skip(1).peekable();
        while let Some(name) = quoted.next() {
            if quoted
                .peek()
                .is_some_and(|next| next.trim_start().starts_with(':'))
            {
                keys.insert(name.to_owned());
            }
        }
    }
    keys
}

// ---- explanations ----

/// What a formula says that a figure is, and the figure.
fn check_result(explanation: &Explanation, figure: Total, unit: AmountUnit, is_turned: bool) {
    // What is blank is shown blank, and there is nothing to explain.
    if figure.is_blank() {
        assert_eq!(*explanation, Explanation::default());
        return;
    }
    let (formula, result) = explanation.formula.rsplit_once(" = ").expect("a result");
    match figure {
        Total::Blank => {}
        Total::Incomplete => {
            assert_eq!(result, "kan ikke regnes ud");
            assert!(formula.contains('?'), "{formula}");
        }
        Total::Complete(amount) => {
            let amount = if is_turned { -amount } else { amount };
            assert_eq!(result, print_amount(amount, unit));
            // The formula is one that adds up, as the reader of arithmetic sees it.
            if formula.len() < limits::NUMBER_CHARACTERS && Amount::new(amount.kroner()).is_ok() {
                let read = read_amount(&format!("={formula}"), unit);
                assert_eq!(read, Ok(Some(amount)), "{formula}");
            }
        }
    }
}

/// Every sum of a proposal explains itself.
pub fn check_sums_of_proposal(form: &Proposal, signs: Signs) {
    let turned = signs == Signs::PlusSaves;
    let unit = AmountUnit::Thousands;
    for (year, of_year) in form.years.iter().enumerate() {
        let told = explanation::net_change(form, year, signs);
        check_result(&told, of_year.net_change(), unit, turned);
        if let Some(after) = of_year.budget_after() {
            let told = explanation::budget_after(form, year, signs);
            check_result(&told, after, unit, false);
        }
    }
    for row in AmountRow::CHANGES {
        let total = form.row_total(row).unwrap_or(Total::Blank);
        let told = explanation::row_of_amounts(form, row, signs);
        check_result(&told, total, unit, turned);
    }
    let total = form.net_change_total();
    let told = explanation::net_change_total(form, signs);
    check_result(&told, total, unit, turned);
    let told = explanation::proposals([form, form].into_iter(), None, signs);
    check_result(&told, total + total, unit, turned);
}

/// Every sum of a plan explains itself, with the realised amounts up to a month beside the planned ones.
pub fn check_sums_of_plan(plan: &ActionPlan, status: Month, signs: Signs) {
    let turned = signs == Signs::PlusSaves;
    let unit = AmountUnit::Kroner;
    let all = plan.follow_up(status);
    for row in &plan.focus_areas {
        let told = explanation::row_total(plan, row.id, signs);
        check_result(&told, row.planned_total(), unit, turned);
        let of_row = row.follow_up(status);
        for (figure, total) in [
            (FollowUpFigure::Planned, of_row.planned),
            (FollowUpFigure::Realised, of_row.realised),
            (FollowUpFigure::Deviation, of_row.deviation()),
            (FollowUpFigure::Expected, of_row.expected),
        ] {
            let told = explanation::follow_up(plan, Some(row.id), figure, status, signs);
            check_result(&told, total, unit, turned);
        }
    }
    for (figure, total) in [
        (FollowUpFigure::Planned, all.planned),
        (FollowUpFigure::Realised, all.realised),
        (FollowUpFigure::Deviation, all.deviation()),
    ] {
        let told = explanation::follow_up(plan, None, figure, status, signs);
        check_result(&told, total, unit, turned);
    }
    let told = explanation::planned_effect(plan, signs);
    check_result(&told, plan.planned_effect(), unit, turned);
    let told = explanation::expected_effect(plan, signs);
    check_result(&told, plan.expected_effect(), unit, turned);
    for month in Month::ALL {
        let told = explanation::month_total(plan, month, signs);
        check_result(&told, plan.month_total(month), unit, turned);
    }
    // Levels keep their sign.
    let (Some(forecast), Some(to_cover), Some(remaining), Some(line)) = (
        plan.forecast(),
        plan.to_cover(),
        plan.remaining(),
        plan.month_by_month(),
    ) else {
        return;
    };
    let told = explanation::forecast(plan, signs);
    check_result(&told, forecast, unit, false);
    let told = explanation::to_cover(plan, signs);
    check_result(&told, to_cover, unit, false);
    let told = explanation::remaining(plan, signs);
    check_result(&told, remaining, unit, false);
    for (month, point) in Month::ALL.into_iter().zip(&line[1..]) {
        let told = explanation::line_point(plan, month, true, signs);
        check_result(&told, point.planned, unit, false);
        let told = explanation::line_point(plan, month, false, signs);
        check_result(&told, point.expected, unit, false);
    }
}

// ---- numbers ----

/// The largest number, in digits before the comma, that the reader takes as it stands.
const DIGITS: u32 = 15;

/// Reads a text as every kind of number, and as every field reads it. Gives whether it is one.
pub fn check_number(text: &str) -> bool {
    let mut is_one = false;
    for unit in [AmountUnit::Kroner, AmountUnit::Thousands] {
        match read_amount(text, unit) {
            Ok(Some(amount)) => {
                is_one = true;
                check_amount(amount);
                let printed = print_amount(amount, unit);
                assert_eq!(read_amount(&printed, unit), Ok(Some(amount)), "{printed}");
                for signs in Signs::ALL {
                    let printed = signs.print(amount, unit);
                    let turned = signs == Signs::PlusSaves;
                    let expected = if turned { -amount } else { amount };
                    assert_eq!(read_amount(&printed, unit), Ok(Some(expected)), "{printed}");
                }
                let _ = (meaning::change(amount), meaning::short(amount));
            }
            Ok(None) => {}
            Err(error) => check_number_error(error),
        }
        // What surrounds a number says nothing.
        assert_eq!(
            read_amount(&format!(" {text}"), unit).is_ok(),
            read_amount(text, unit).is_ok() && !is_at_limit(text)
        );
    }
    match read_number(text) {
        Ok(Some(number)) => {
            assert_eq!(number, number.normalize());
            if number.abs() < Decimal::from(10_i64.pow(DIGITS)) {
                let printed = print_number(number);
                assert_eq!(read_number(&printed), Ok(Some(number)), "{printed}");
            }
            // A plain number is an amount of kroner, calculations apart, and names no unit.
            if let Ok(Some(amount)) = read_amount(text, AmountUnit::Kroner) {
                // Each is rounded to its own decimals, and to nothing in between.
                let off = (amount.kroner() - number).abs();
                assert!(off <= Decimal::new(5_050, 6), "{amount:?} and {number}");
            }
        }
        Ok(None) => assert_eq!(read_amount(text, AmountUnit::Kroner), Ok(None)),
        Err(error) => check_number_error(error),
    }
    if let Ok(Some(date)) = read_date(text) {
        assert_eq!(read_date(&print_date(date)), Ok(Some(date)));
    }
    for found in amounts_mentioned(text) {
        assert!(found.amount >= Amount::from_kroner(1_000) && found.precision > Decimal::ZERO);
        assert!(found.is(found.amount) && found.agrees_with(found.amount));
    }
    // One field of each kind: the others are read in the same way.
    let proposal = [
        ProposalField::Heading,
        ProposalField::FirstYear,
        ProposalField::PriceLevel,
        ProposalField::Reimbursement,
        ProposalField::Amount(AmountRow::CurrentBudget, 0),
        ProposalField::Amount(AmountRow::EstimatedGain, 0),
        ProposalField::Staff(StaffRow::EmployeesAffected, 0),
        ProposalField::Staff(StaffRow::FullTimeEquivalents, 0),
    ];
    check_fields(&blank_proposal(), &proposal, text);
    let plan = blank_plan();
    let row = plan.focus_areas[0].id;
    let fields = [
        PlanField::Head(HeadField::Year),
        PlanField::Head(HeadField::StartedOn),
        PlanField::Head(HeadField::OverspendAtStart),
        PlanField::Effect(row, Month::January),
    ];
    check_fields(&plan, &fields, text);
    let fields = [CatalogueField::PriceLevel, CatalogueField::Target(0)];
    check_fields(&blank_catalogue(), &fields, text);
    is_one
}

/// Whether one more character makes a text too long for a number.
fn is_at_limit(text: &str) -> bool {
    text.chars().count() == limits::NUMBER_CHARACTERS
}

fn check_number_error(error: NumberError) {
    check_sentence(&messages::entry_error(&EntryError::Number(error), 2027));
}

/// An empty proposal.
pub fn blank_proposal() -> Proposal {
    Proposal::blank(Id::random(), Timestamp::UNIX_EPOCH, Entry::Blank)
}

/// An empty plan of one row, with a realised half year.
pub fn blank_plan() -> ActionPlan {
    let year = Entry::Value(Year::new(2023).expect("a year"));
    let mut plan = ActionPlan::blank(Id::random(), Timestamp::UNIX_EPOCH, year);
    plan.status = Some(Month::June);
    plan
}

/// An empty catalogue.
pub fn blank_catalogue() -> Catalogue {
    Catalogue::blank(Id::random(), Timestamp::UNIX_EPOCH, Entry::Blank)
}

/// Types a text into fields, in every sign convention.
fn check_fields<F>(blank: &F, fields: &[F::Field], typed: &str)
where
    F: Form + Clone + Debug + PartialEq,
    F::Field: Debug,
{
    let mut form = blank.clone();
    for &field in fields {
        let mut entered = |typed: &str, signs: Signs| {
            enter_in(&mut form, field, typed, signs);
            let entered = (form.shown(field), form.error(field));
            check_field(&mut form, field, typed, signs);
            assert_eq!((form.shown(field), form.error(field)), entered, "{field:?}");
            entered
        };
        let canonical = entered(typed, Signs::MinusSaves);
        if !F::is_change(field) {
            empty(&mut form, blank);
            continue;
        }
        let plus = entered(typed, Signs::PlusSaves);
        assert_eq!(entered(typed, Signs::Words), canonical, "{field:?}");
        let by_row = entered(typed, Signs::RowDecides);
        let saves = F::direction(field) == Some(Direction::Saves);
        let expected = if saves { &plus } else { &canonical };
        assert_eq!(&by_row, expected, "{field:?} as {typed:?} is typed");
        let turns = canonical.1.is_none() && !says_in_words(typed);
        if turns && !canonical.0.is_empty() {
            let turned = entered(&opposite(&canonical.0), Signs::MinusSaves);
            assert_eq!(plus, turned, "{field:?} as {typed:?} is typed");
        } else {
            assert_eq!(plus, canonical, "{field:?} as {typed:?} is typed");
        }
        empty(&mut form, blank);
    }
    assert_eq!(&form, blank);
}

/// Empties the fields that were typed into: an amount per year stands in those of the years after it too.
fn empty<F: Form>(form: &mut F, blank: &F) {
    let filled: Vec<F::Field> = draft::differences(blank, form).collect();
    for field in filled {
        form.enter(field, &blank.shown(field));
    }
}

/// Whether an amount that can be read says in a word whether it saves or costs.
fn says_in_words(typed: &str) -> bool {
    let seen: String = typed.chars().filter(|&c| !is_format(c)).collect();
    let typed = seen.to_lowercase();
    typed.contains("sparer") || typed.contains("koster")
}

/// What was typed is a value that is shown and can be typed again, or stands as it was typed, with a reason.
fn check_field<F: Form>(form: &mut F, field: F::Field, typed: &str, signs: Signs) {
    match form.error(field) {
        Some(error) => {
            check_sentence(&messages::entry_error(&error, 2027));
            assert_eq!(shown_in(form, field, signs), typed);
        }
        None => {
            let shown = shown_in(form, field, signs);
            enter_in(form, field, &shown, signs);
            assert_eq!(shown_in(form, field, signs), shown);
        }
    }
    let shown = form.shown(field);
    form.enter(field, &shown);
}

/// A printed amount with the other sign.
fn opposite(printed: &str) -> String {
    match printed.strip_prefix('−') {
        Some(digits) => digits.to_owned(),
        None if printed == "0" => printed.to_owned(),
        None => format!("−{printed}"),
    }
}
