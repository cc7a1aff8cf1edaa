//! Forms that have a page.

use leptos::prelude::WithUntracked;

use crate::checks::{Advice, Checked, copied_from};
use crate::domain::{
    ActionPlan, Catalogue, CatalogueField, Document, DocumentKind, Fields, Id, PlanField, Proposal,
    ProposalField, Timestamp, Year, combine, largest_choice, proposals_in,
};
use crate::draft::Form;
use crate::text::plan::matrix;
use crate::text::{document, hints, labels, proposal};
use crate::ui::paste::Pasteable;
use crate::web::{Library, today};

/// A form that has a page.
pub trait Editable: Form + Checked + Pasteable + Into<Document> {
    /// Which form it is.
    const KIND: DocumentKind;

    /// Whether it keeps which advice was dismissed.
    const KEEPS_DISMISSED: bool = true;

    /// The document's identity.
    fn id(&self) -> Id;

    /// The form in a document, if it is this one.
    fn from_document(document: Document) -> Option<Self>;

    /// Notes when it was changed.
    fn set_changed_at(&mut self, now: Timestamp);

    /// What a field is called in the summary of problems.
    fn label(&self, field: Self::Field) -> String;

    /// What stands below the field's label; `year` is that of the examples in it.
    fn hint(field: Self::Field, year: i32) -> Option<String>;

    /// What advice is about. That about a whole row is kept with the row's first month.
    fn advice_label(&self, advice: &Advice<Self::Field>) -> String {
        self.label(advice.field)
    }

    /// The year that the document is for.
    fn own_year(&self) -> Option<Year>;

    /// The year of the examples of what may be typed: the document's own, or else this one.
    fn year_of_examples(&self) -> i32 {
        self.own_year()
            .map_or_else(|| today().year(), |year| year.number().into())
    }

    /// The figure that matters most, in words, for a screen reader. That of a catalogue takes other documents.
    fn main_total(&self, library: Library) -> String;

    /// Advice that takes other documents to give.
    fn advice_beside(&self, _library: Library) -> Vec<Advice<Self::Field>> {
        Vec::new()
    }
}

/// A field of a form.
pub type FieldOf<F> = <F as Fields>::Field;

impl Editable for Proposal {
    const KIND: DocumentKind = DocumentKind::Proposal;

    fn set_changed_at(&mut self, now: Timestamp) {
        self.changed_at = now;
    }

    fn id(&self) -> Id {
        self.id
    }

    fn from_document(document: Document) -> Option<Self> {
        match document {
            Document::Proposal(proposal) => Some(proposal),
            Document::ActionPlan(_) | Document::Catalogue(_) => None,
        }
    }

    fn own_year(&self) -> Option<Year> {
        self.first_year.value()
    }

    fn label(&self, field: ProposalField) -> String {
        labels::proposal_field(self, field)
    }

    fn hint(field: ProposalField, year: i32) -> Option<String> {
        hints::proposal_field(field, year)
    }

    fn main_total(&self, _library: Library) -> String {
        proposal::announce_net_change(&self.first_year, self.net_change_total())
    }
}

impl Editable for ActionPlan {
    const KIND: DocumentKind = DocumentKind::ActionPlan;

    fn set_changed_at(&mut self, now: Timestamp) {
        self.changed_at = now;
    }

    fn id(&self) -> Id {
        self.id
    }

    fn from_document(document: Document) -> Option<Self> {
        match document {
            Document::ActionPlan(plan) => Some(plan),
            Document::Proposal(_) | Document::Catalogue(_) => None,
        }
    }

    fn own_year(&self) -> Option<Year> {
        self.year.value()
    }

    fn label(&self, field: PlanField) -> String {
        labels::plan_field(self, field)
    }

    fn hint(field: PlanField, year: i32) -> Option<String> {
        hints::plan_field(field, year)
    }

    fn advice_label(&self, advice: &Advice<PlanField>) -> String {
        labels::plan_advice(self, advice)
    }

    fn main_total(&self, _library: Library) -> String {
        matrix::announce_forecast(self.forecast())
    }

    fn advice_beside(&self, library: Library) -> Vec<Advice<PlanField>> {
        library.documents().with_untracked(|documents| {
            let others = documents.values().filter_map(|document| match document {
                Document::ActionPlan(plan) if plan.year == self.year => Some(plan),
                Document::ActionPlan(_) | Document::Proposal(_) | Document::Catalogue(_) => None,
            });
            others
                .flat_map(|other| copied_from(self, other, &document::plan_title(other)))
                .collect()
        })
    }
}

impl Editable for Catalogue {
    const KIND: DocumentKind = DocumentKind::Catalogue;
    const KEEPS_DISMISSED: bool = false;

    fn set_changed_at(&mut self, now: Timestamp) {
        self.changed_at = now;
    }

    fn id(&self) -> Id {
        self.id
    }

    fn from_document(document: Document) -> Option<Self> {
        match document {
            Document::Catalogue(catalogue) => Some(catalogue),
            Document::Proposal(_) | Document::ActionPlan(_) => None,
        }
    }

    fn own_year(&self) -> Option<Year> {
        self.first_year.value()
    }

    fn label(&self, field: CatalogueField) -> String {
        labels::catalogue_field(self, field)
    }

    fn hint(field: CatalogueField, year: i32) -> Option<String> {
        hints::catalogue_field(field, year)
    }

    fn main_total(&self, library: Library) -> String {
        let total = library.documents().with_untracked(|documents| {
            let proposals = proposals_in(documents);
            let largest = largest_choice(self, &proposals);
            combine(self, &proposals, &largest.proposals).net_change_total()
        });
        proposal::announce_net_change(&self.first_year, total)
    }
}
