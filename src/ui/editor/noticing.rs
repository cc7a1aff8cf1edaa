//! What is wrong or odd in a document that is being edited.

use leptos::prelude::RwSignal;

use super::{Editable, Remembered};
use crate::danish::Signs;
use crate::domain::Dismissal;
use crate::draft::{self, Correction};
use crate::text::offers::Offer;
use crate::text::{messages, offers, problems};
use crate::ui::messages::Problem;
use crate::web::Library;

/// What is wrong or odd in a document, and what would be, had it not been dismissed.
pub(super) fn noticed<F: Editable>(
    document: &F,
    library: Library,
    remembered: &Remembered<F>,
    signs: Signs,
    taken: RwSignal<Option<(String, Correction)>>,
) -> (Vec<Problem>, Vec<Problem>) {
    let problem = |field, text, offers: Vec<Offer>| Problem {
        field: F::name(field),
        is_error: false,
        label: document.label(field),
        text,
        offers,
        taken,
        advice: None,
    };
    let year = document.year_of_examples();
    let mut open: Vec<Problem> = draft::errors(document)
        .into_iter()
        .map(|(field, error)| {
            let mut offers = offers::for_error(&error);
            // A row of numbers can only be put into the cells of a grid.
            if document.position(field).is_none() {
                offers.retain(|offer| !matches!(offer.correction, Correction::OneInEachCell(_)));
            }
            Problem {
                is_error: true,
                ..problem(field, messages::entry_error(&error, year), offers)
            }
        })
        .collect();
    let remarks = remembered.remarks.standing(document, signs).into_iter();
    open.extend(remarks.map(|(field, remark)| {
        problem(field, messages::remark(remark), offers::for_remark(remark))
    }));
    let mut dismissed = Vec::new();
    let beside = document.advice_beside(library);
    for advice in document.advice().into_iter().chain(beside) {
        let text = messages::advice(&advice.reason);
        let label = document.advice_label(&advice);
        let dismissal = document
            .dismissed()
            .iter()
            .find(|dismissal| advice.is_dismissed_by(dismissal));
        match dismissal {
            Some(dismissal) => dismissed.push(Problem {
                advice: Some(dismissal.clone()),
                label,
                ..problem(advice.field, text, Vec::new())
            }),
            None => {
                let is_answered = |answer: &Dismissal| advice.is_dismissed_by(answer);
                if remembered.answered.iter().any(is_answered) {
                    continue;
                }
                let kept = F::KEEPS_DISMISSED.then(|| advice.dismissed(String::new()));
                open.push(Problem {
                    advice: kept,
                    label,
                    ..problem(advice.field, text, offers::for_advice(&advice.reason))
                });
            }
        }
    }
    (open, dismissed)
}

/// The main total, and how many fields cannot be read.
pub(super) fn spoken_state<F: Editable>(document: &F, library: Library) -> String {
    match draft::errors(document).len() {
        0 => document.main_total(library),
        errors => {
            let total = document.main_total(library);
            format!("{total}. {}", problems::error_count(errors))
        }
    }
}
