//! What holds for files and the documents in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use raaderum::checks::{Checked, copied_from};
use raaderum::danish::{AmountUnit, Signs};
use raaderum::domain::{
    ActionPlan, Amount, AmountRow, Catalogue, CatalogueField, ClosedUpdate, Date, Dismissal,
    Document, Edition, Entry, Fields, FormField, Id, Month, Proposal, Total, combine,
    compare_packages, largest_choice, limits, net_change_by_year,
};
use raaderum::draft::{self, Form, enter_in, mend, shown_in};
use raaderum::file::{self, Reason, Refusal};
use raaderum::picture::Curve;
use raaderum::text::plan::{matrix, updates};
use raaderum::text::{document, explanation, labels, meaning, messages};

use super::check_sentence;
use super::explanations::{check_sums_of_plan, check_sums_of_proposal};

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
        Reason::FileTooLarge
            | Reason::Empty
            | Reason::OtherProgram(_)
            | Reason::NotText
            | Reason::NotJson { .. }
            | Reason::NotOurs
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
        assert!(!document::title(document).is_empty());
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

pub fn check_amount(amount: Amount) {
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
    let _ = matrix::announce_forecast(plan.forecast());
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
        assert_eq!(told.counted.len() + told.not_counted.len(), chosen.len());
        assert!(told.not_counted.iter().all(|one| !one.reasons.is_empty()));
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
            check_sentence(&updates::close_error(error));
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
