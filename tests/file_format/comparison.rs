//! What taking in a document would mean.

use raaderum::domain::Document;
use raaderum::file::{self, Comparison};

use super::golden::golden_documents_3;
use super::{moment, value};

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
