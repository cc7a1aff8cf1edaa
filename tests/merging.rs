//! Merging two changed versions of a document: what each of them changed is there, or is told about.

mod any_versions;
mod bounds;
mod catalogues;
mod edits;
mod fields;
mod rows;
mod updates;

use std::fmt::Debug;

use raaderum::domain::{
    ActionPlan, AmountRow, Catalogue, Dismissal, Document, FocusArea, Id, Proposal, ProposalField,
    ProposalSource, Timestamp, Year,
};
use raaderum::draft::Form;
use raaderum::file::{Merged, merge};

use crate::support::{kr, plan, proposal};

fn merged<D: Clone + Into<Document>>(base: &D, ours: &D, theirs: &D) -> Merged {
    let [base, ours, theirs] = [base, ours, theirs].map(|document| document.clone().into());
    merge(&base, &ours, &theirs)
}

/// What was merged, with the places that both changed.
trait FromMerged: Clone + Into<Document> + Sized {
    fn taken_from(document: Document) -> Self;

    fn merge(base: &Self, ours: &Self, theirs: &Self) -> (Self, Vec<String>) {
        let merged = merged(base, ours, theirs);
        (Self::taken_from(merged.document), merged.conflicts)
    }

    /// What was merged without a place that both changed, whoever merged.
    fn merge_both_ways(base: &Self, ours: &Self, theirs: &Self) -> Self
    where
        Self: Debug + PartialEq,
    {
        let (one, conflicts) = Self::merge(base, ours, theirs);
        assert_eq!(conflicts, [""; 0]);
        let (other, conflicts) = Self::merge(base, theirs, ours);
        assert_eq!(conflicts, [""; 0]);
        assert_eq!(one, other);
        one
    }
}

impl FromMerged for Proposal {
    fn taken_from(document: Document) -> Self {
        match document {
            Document::Proposal(proposal) => proposal,
            _ => panic!("a proposal became something else"),
        }
    }
}

impl FromMerged for Catalogue {
    fn taken_from(document: Document) -> Self {
        match document {
            Document::Catalogue(catalogue) => catalogue,
            _ => panic!("a catalogue became something else"),
        }
    }
}

impl FromMerged for ActionPlan {
    fn taken_from(document: Document) -> Self {
        match document {
            Document::ActionPlan(plan) => plan,
            _ => panic!("a plan became something else"),
        }
    }
}

/// The same form with these texts entered.
fn with<F: Form + Clone>(form: &F, texts: &[(F::Field, &str)]) -> F {
    let mut form = form.clone();
    for &(field, typed) in texts {
        form.enter(field, typed);
    }
    form
}

fn isafjord() -> Proposal {
    proposal("Isafjord")
}

/// The plan of Børn og Familie for 2022: Familiebehandling, Dagbehandling, Opholdssteder og Døgn.
fn three_rows() -> ActionPlan {
    plan("Afdeling Børn og Familie", 2022)
}

fn gain(year: usize) -> ProposalField {
    ProposalField::Amount(AmountRow::EstimatedGain, year)
}

fn new_row(area: &str) -> FocusArea {
    FocusArea {
        area: area.to_owned(),
        ..FocusArea::blank(Id::random())
    }
}

/// The first word of each row.
fn areas(plan: &ActionPlan) -> Vec<&str> {
    let words = plan.focus_areas.iter().map(|row| row.area.split(' '));
    words.filter_map(|mut words| words.next()).collect()
}

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_unix_timestamp(seconds).expect("a moment")
}

fn dismissal(advice: &str, reason: &str) -> Dismissal {
    Dismissal {
        advice: advice.to_owned(),
        field: "heading".to_owned(),
        detail: String::new(),
        reason: reason.to_owned(),
    }
}

fn source(heading: &str, year: i64, net_change: &str) -> Option<ProposalSource> {
    Some(ProposalSource {
        proposal: Id::random(),
        heading: heading.to_owned(),
        year: Year::new(year).expect("a year"),
        net_change: kr(net_change),
    })
}
