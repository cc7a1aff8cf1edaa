//! What several tests share: short words for exact amounts, and the example documents by name.

pub mod case_file;
pub mod mutation;
pub mod reading;
pub mod savings;

use raaderum::danish::{Signs, read_date};
use raaderum::domain::{
    ActionPlan, AgainstTarget, Amount, Catalogue, CatalogueEntry, CatalogueField, ClosedUpdates,
    CombinedYear, Date, Document, Entry, FocusArea, HeadField, Id, Month, Package, PlanField,
    Proposal, Relation, RelationKind, Timestamp, Total, VariantGroup, Year,
};
use raaderum::draft::{Answers, Block, Form, Pasted, paste_as};
use raaderum::example;
use raaderum::record::Steps;
use rust_decimal::Decimal;

/// A decimal from its digits, with a point.
pub fn dec(digits: &str) -> Decimal {
    Decimal::from_str_exact(digits).expect("a decimal number")
}

/// An amount from its kroner, with a point before the øre.
pub fn kr(kroner: &str) -> Amount {
    Amount::new(dec(kroner)).expect("an amount within bounds")
}

/// Whole thousands of kroner, as the proposals print them.
pub fn thousand(thousands: i64) -> Amount {
    Amount::from_kroner(thousands * 1_000)
}

/// The eight proposals of the examples.
pub fn proposals() -> Vec<Proposal> {
    let documents = example::documents().expect("the examples");
    let proposals = documents.into_iter().filter_map(|document| match document {
        Document::Proposal(proposal) => Some(proposal),
        Document::ActionPlan(_) | Document::Catalogue(_) => None,
    });
    proposals.collect()
}

/// The four plans of the examples.
pub fn plans() -> Vec<ActionPlan> {
    let documents = example::documents().expect("the examples");
    let plans = documents.into_iter().filter_map(|document| match document {
        Document::ActionPlan(plan) => Some(plan),
        Document::Proposal(_) | Document::Catalogue(_) => None,
    });
    plans.collect()
}

/// A row's identity by its number: the same in every run.
pub fn numbered(number: u32) -> Id {
    Id::parse(&format!("00000000-0000-4000-8000-{number:012}")).expect("an identity")
}

/// A catalogue of these proposals for 2024, without relations.
pub fn catalogue_of(proposals: &[Proposal]) -> Catalogue {
    let year = Entry::Value(Year::new(2024).expect("a year"));
    let entries = proposals
        .iter()
        .map(|proposal| CatalogueEntry::draft(proposal.id));
    Catalogue {
        title: "Råderumskatalog 2024".to_owned(),
        entries: entries.collect(),
        ..Catalogue::blank(numbered(1), Timestamp::UNIX_EPOCH, year)
    }
}

/// A catalogue of the eight example proposals, with a target, a variant group, two relations and two packages.
pub fn catalogue() -> Catalogue {
    let proposals = proposals();
    let ids: Vec<Id> = proposals.iter().map(|proposal| proposal.id).collect();
    let of = |numbers: &[usize]| -> Vec<Id> {
        let places = numbers.iter().map(|number| number - 1);
        places.filter_map(|place| ids.get(place).copied()).collect()
    };
    let package = |number, name: &str, numbers: &[usize]| Package {
        id: numbered(number),
        name: name.to_owned(),
        proposals: of(numbers),
    };
    let mut pair = of(&[1, 5]).into_iter();
    let (Some(one), Some(other)) = (pair.next(), pair.next()) else {
        panic!("eight proposals");
    };
    let mut catalogue = Catalogue {
        municipality: "Lejre Kommune".to_owned(),
        variant_groups: vec![VariantGroup {
            id: numbered(10),
            name: "Ophold".to_owned(),
            proposals: of(&[6, 7]),
        }],
        relations: vec![
            Relation::new(numbered(20), RelationKind::Requires, other, one),
            Relation::new(numbered(21), RelationKind::Weakens, one, other),
        ],
        packages: vec![
            package(30, "Børn først", &[1, 2, 3]),
            package(31, "", &[4, 8]),
        ],
        ..catalogue_of(&proposals)
    };
    catalogue.enter(CatalogueField::Target(0), "-6.000");
    catalogue
}

/// The one example proposal whose heading contains these words.
pub fn proposal(words: &str) -> Proposal {
    let mut found = proposals();
    found.retain(|proposal| proposal.heading.contains(words));
    assert_eq!(found.len(), 1, "proposals called {words}");
    found.remove(0)
}

/// The one example plan of a unit in a year.
pub fn plan(unit: &str, year: u16) -> ActionPlan {
    let mut found = plans();
    found.retain(|plan| plan.unit == unit && plan.year.value().map(|y| y.number()) == Some(year));
    assert_eq!(found.len(), 1, "plans of {unit} in {year}");
    found.remove(0)
}

/// The plan of Børn og Familie for 2023: the one with eleven rows that was printed on two pages.
pub fn plan_2023() -> ActionPlan {
    plan("Afdeling Børn og Familie", 2023)
}

/// A row of a plan, by the number printed before it.
pub fn row(plan: &ActionPlan, number: usize) -> &FocusArea {
    plan.focus_areas.get(number - 1).expect("a row")
}

/// A month by its number, 1 for January.
pub fn month(number: usize) -> Month {
    *Month::ALL.get(number - 1).expect("a month")
}

/// A field of a plan's head.
pub fn head(field: HeadField) -> PlanField {
    PlanField::Head(field)
}

/// The planned effect of a row in a month, both by their numbers.
pub fn effect(plan: &ActionPlan, number: usize, of: usize) -> PlanField {
    PlanField::Effect(row(plan, number).id, month(of))
}

/// The realised effect of a row in a month, both by their numbers.
pub fn realised(plan: &ActionPlan, number: usize, of: usize) -> PlanField {
    PlanField::Realised(row(plan, number).id, month(of))
}

/// A date as it is typed.
pub fn date(typed: &str) -> Date {
    read_date(typed).expect("a date").expect("a date")
}

/// A total that is known.
pub fn complete(kroner: &str) -> Total {
    Total::Complete(kr(kroner))
}

/// An empty plan for 2023 with so much expected overspend at start, as it is typed.
pub fn empty_plan(overspend_at_start: &str) -> ActionPlan {
    let year = Entry::Value(Year::new(2023).expect("a year"));
    let mut plan = ActionPlan::blank(Id::random(), Timestamp::UNIX_EPOCH, year);
    plan.enter(head(HeadField::OverspendAtStart), overspend_at_start);
    plan
}

/// An empty plan with a row for each text of twelve months: `-100 -100 . .`, a point for a blank month, the last one
/// standing for all that follow.
pub fn plan_of(overspend_at_start: &str, rows: &[&str]) -> ActionPlan {
    let mut plan = empty_plan(overspend_at_start);
    plan.focus_areas.clear();
    for months in rows {
        plan.focus_areas.push(FocusArea::blank(Id::random()));
        let number = plan.focus_areas.len();
        type_months(&mut plan, number, months, PlanField::Effect);
    }
    plan
}

/// Types into the planned or realised months of a row, as [`plan_of`] has them.
pub fn type_months(
    plan: &mut ActionPlan,
    number: usize,
    months: &str,
    field: fn(Id, Month) -> PlanField,
) {
    let id = row(plan, number).id;
    let words: Vec<&str> = months.split_whitespace().collect();
    for (place, month) in Month::ALL.into_iter().enumerate() {
        let word = words.get(place).or(words.last()).expect("a month");
        plan.enter(field(id, month), if *word == "." { "" } else { word });
    }
}

/// Opdateret: the date of the last closed update, or else the date that was typed.
pub fn last_updated_on(plan: &ActionPlan) -> Option<Date> {
    match plan.updates.last() {
        Some(update) => Some(update.closed_on()),
        None => plan.updated_on.value(),
    }
}

/// Whether the target of a year is met; `None` where there is none, or it cannot be told.
pub fn is_met(year: &CombinedYear) -> Option<bool> {
    match year.against_target()? {
        AgainstTarget::Unknown | AgainstTarget::Doubtful => None,
        AgainstTarget::Missing(_) => Some(false),
        AgainstTarget::Reached { .. } => Some(true),
    }
}

/// The net change of a year minus its target: what must still be saved. `None` where there is no target.
pub fn missing(year: &CombinedYear) -> Option<Total> {
    Some(match year.against_target()? {
        AgainstTarget::Unknown | AgainstTarget::Doubtful => Total::Incomplete,
        AgainstTarget::Missing(missing) => Total::Complete(missing),
        AgainstTarget::Reached { beyond } => Total::Complete(-beyond),
    })
}

/// A block of cells from the clipboard.
pub fn block(text: &str) -> Block {
    Block::from_clipboard(text).expect("more than one cell")
}

/// Pastes a block from its first cell at `start` on, with nothing answered.
pub fn paste<F: Form>(
    form: &mut F,
    start: F::Field,
    block: &Block,
    signs: Signs,
) -> Option<Pasted> {
    paste_as(form, start, block, signs, &Answers::default()).map(|found| found.pasted)
}

/// Pastes a text from the clipboard where minus saves.
pub fn pasted<F: Form>(form: &mut F, start: F::Field, text: &str) -> Pasted {
    paste(form, start, &block(text), Signs::MinusSaves).expect("a cell")
}

/// The document as it is now, without what led from one state to another.
pub fn taken_back<F: Clone + Into<Document>>(before: &F, after: &F, now: &F) -> Document {
    let mut steps = Steps::default();
    steps.begin(None, 0, || before.clone().into());
    let step = steps.close(&after.clone().into()).expect("a change");
    step.taken_back(&now.clone().into()).expect("room for it")
}

/// A plan before its last update was closed, as far as its list of updates goes.
pub fn without_last_update(plan: &ActionPlan) -> ActionPlan {
    let mut updates = plan.updates.all().to_vec();
    updates.pop().expect("an update");
    let updates = ClosedUpdates::of(updates);
    ActionPlan {
        updates,
        ..plan.clone()
    }
}

/// What the twelve planned months of a row show.
pub fn months_shown(plan: &ActionPlan, number: usize) -> Vec<String> {
    let shown = |of| plan.shown(effect(plan, number, of));
    (1..=12).map(shown).collect()
}

/// Side 1 of Slagelse's plan for 2023 as it is printed, copied with its headings, numbers and sums.
pub const PAGE_1: &str = "\
\tJAN\tFEB\tMAR\tAPR\tMAJ\tJUN\tJUL\tAUG\tSEP\tOKT\tNOV\tDEC\tI ALT
1\t-500.000\t-500.000\t-500.000\t-500.000\t-500.000\t-500.000\t-500.000\t-500.000\t-500.000\t-500.000\t-500.000\t-500.000\t-6.000.000
2\t-108.333\t-108.333\t-108.333\t-108.333\t-108.333\t-108.333\t-108.333\t-108.333\t-108.333\t-108.333\t-108.333\t-108.337\t-1.300.000
3\t-583.333\t-583.333\t-583.333\t-583.333\t-583.333\t-583.333\t-583.333\t-583.333\t-583.333\t-583.333\t-583.333\t-583.337\t-7.000.000
4\t-441.666\t-441.666\t-441.666\t-441.666\t-441.666\t-441.666\t-441.666\t-441.666\t-441.666\t-441.666\t-441.666\t-441.674\t-5.300.000
5\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.337\t-1.000.000
6\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.337\t-1.000.000
7\t\t\t\t\t\t\t-250.000\t\t\t\t\t\t-250.000
I alt\t-1.799.998\t-1.799.998\t-1.799.998\t-1.799.998\t-1.799.998\t-1.799.998\t-2.049.998\t-1.799.998\t-1.799.998\t-1.799.998\t-1.799.998\t-1.800.022\t-21.850.000
";

/// Side 2 of it. Its rows 12 to 14 are empty.
pub const PAGE_2: &str = "\
\tJAN\tFEB\tMAR\tAPR\tMAJ\tJUN\tJUL\tAUG\tSEP\tOKT\tNOV\tDEC\tI ALT
8\t-225.000\t-225.000\t-225.000\t-225.000\t-225.000\t-225.000\t-225.000\t-225.000\t-225.000\t-225.000\t-225.000\t-225.000\t-2.700.000
9\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-83.333\t-1.000.000
10\t-20.837\t-20.833\t-20.833\t-20.833\t-20.833\t-20.833\t-20.833\t-20.833\t-20.833\t-20.833\t-20.833\t-20.833\t-250.000
11\t-250.000\t\t\t\t\t\t\t\t\t\t\t\t-250.000
12\t\t\t\t\t\t\t\t\t\t\t\t\t
13\t\t\t\t\t\t\t\t\t\t\t\t\t
14\t\t\t\t\t\t\t\t\t\t\t\t\t
I alt\t-579.170\t-329.166\t-329.166\t-329.166\t-329.166\t-329.166\t-329.166\t-329.166\t-329.166\t-329.166\t-329.166\t-329.170\t-4.200.000
";
