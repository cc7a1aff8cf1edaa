//! What differs between two states of a document, in words.

mod catalogue;

pub use catalogue::edition_differences;

use crate::text::plan::{head, updates};
use catalogue::{catalogue_differences, status_differences};

use super::labels;
use crate::danish::{Signs, print_date};
use crate::domain::{ActionPlan, Document, Month, Proposal, RelationKind};
use crate::draft::{self, Form, shown_in};

/// One place in a document, as it was and as it is. Blank where there was nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub label: String,
    /// As it was.
    pub then: String,
    /// As it is.
    pub today: String,
}

/// The fields that differ between two states of the same document, in the order of the form, as a sign convention shows
/// them. A field of a row that was removed is named as it was.
pub fn field_differences<F: Form>(
    then: &F,
    today: &F,
    signs: Signs,
    label: impl Fn(&F, F::Field) -> String,
) -> Vec<Difference> {
    let of_today = today.fields();
    draft::differences(then, today)
        .map(|field| {
            let is_here = of_today.contains(&field);
            Difference {
                label: label(if is_here { today } else { then }, field),
                then: shown_in(then, field, signs),
                today: shown_in(today, field, signs),
            }
        })
        .collect()
}

/// Everything that differs between two states of the same document.
#[must_use]
pub fn document_differences(then: &Document, today: &Document, signs: Signs) -> Vec<Difference> {
    let fields = match (then, today) {
        (Document::Proposal(then), Document::Proposal(today)) => {
            field_differences(then, today, signs, labels::proposal_field)
        }
        (Document::ActionPlan(then), Document::ActionPlan(today)) => {
            field_differences(then, today, signs, labels::plan_field)
        }
        (Document::Catalogue(then), Document::Catalogue(today)) => {
            field_differences(then, today, signs, labels::catalogue_field)
        }
        // They are of different kinds.
        _ => Vec::new(),
    };
    let others = other_differences(then, today);
    fields.into_iter().chain(others).collect()
}

/// What differs between two states of the same document, fields apart.
#[must_use]
pub fn other_differences(then: &Document, today: &Document) -> Vec<Difference> {
    if let (Document::Catalogue(then), Document::Catalogue(today)) = (then, today) {
        let mut differences = catalogue_differences(then, today);
        differences.extend(status_differences(then, today));
        return differences;
    }
    let (then, today) = (others(then), others(today));
    let pairs = then.into_iter().zip(today);
    pairs
        .filter(|((_, then), (_, today))| then != today)
        .map(|((label, then), (_, today))| Difference {
            label: label.to_owned(),
            then,
            today,
        })
        .collect()
}

/// Everything in a form that is no field, in words; the same list for every document of a kind.
fn others(document: &Document) -> Vec<(&'static str, String)> {
    match document {
        Document::Proposal(proposal) => of_proposal(proposal),
        Document::ActionPlan(plan) => of_plan(plan),
        // Its rows are compared one by one.
        Document::Catalogue(_) => Vec::new(),
    }
}

fn of_proposal(proposal: &Proposal) -> Vec<(&'static str, String)> {
    let kinds = proposal.kinds.iter().map(|&kind| labels::kind(kind));
    vec![
        (labels::KINDS, kinds.collect::<Vec<_>>().join(", ")),
        (DISMISSED_ADVICE, number(proposal.dismissed.len())),
    ]
}

fn of_plan(plan: &ActionPlan) -> Vec<(&'static str, String)> {
    let month = |month: Option<Month>| month.map(labels::month).unwrap_or_default().to_owned();
    let rows = plan.focus_areas.iter().map(|row| row.area.as_str());
    let sources = plan.focus_areas.iter().map(|row| &row.source);
    let sources = sources.flatten().map(|source| source.heading.as_str());
    let updates = plan.updates.all().iter();
    let updates = updates.map(|update| print_date(update.closed_on()));
    vec![
        (head::STATUS, month(plan.status)),
        (CLOSED_MONTHS, month(plan.closed_through)),
        (updates::UPDATES, updates.collect::<Vec<_>>().join(", ")),
        (ROWS_IN_ORDER, rows.collect::<Vec<_>>().join(" · ")),
        (ROWS_FROM_PROPOSALS, sources.collect::<Vec<_>>().join(" · ")),
        (STATED_SUMS, number(plan.stated_sums.len())),
        (DISMISSED_ADVICE, number(plan.dismissed.len())),
    ]
}

fn number(count: usize) -> String {
    match count {
        0 => String::new(),
        _ => count.to_string(),
    }
}

pub const PROPOSALS_ADDED: &str = "Nye forslag";
pub const PROPOSALS_REMOVED: &str = "Forslag, der er taget ud";
pub const PROPOSALS_IN_ORDER: &str = "Forslagenes rækkefølge";
pub const REORDERED: &str = "ændret";
pub const VARIANTS: &str = "Varianter";

/// The proposals of a variant group or a package, the first being 0: `Pakke 1: forslag`.
#[must_use]
pub fn proposals_of(label: &str, place: usize) -> String {
    format!("{label} {}: forslag", place + 1)
}

/// `3 kræver 5`
#[must_use]
pub fn related(from: &str, kind: RelationKind, to: &str) -> String {
    format!("{from} {} {to}", labels::relation(kind))
}

pub const FIELD: &str = "Felt";
pub const CLOSED_MONTHS: &str = "Lukket til og med";
pub const ROWS_IN_ORDER: &str = "Indsatser i rækkefølge";
pub const ROWS_FROM_PROPOSALS: &str = "Indsatser fra forslag";
pub const STATED_SUMS: &str = "Indsatte sumrækker";
pub const DISMISSED_ADVICE: &str = "Set på og i orden";
pub const BLANK: &str = "tomt";
