//! Hearing what other tabs do to the document that is being edited.

use leptos::prelude::*;

use super::{ChangedElsewhere, Editable, Editor};
use crate::domain::Document;
use crate::draft;
use crate::web::focused;

impl<F: Editable> Editor<F> {
    /// Tracks when typing pauses, a field is left, or another tab has changed something.
    pub fn track_settled(self) {
        self.settled.track();
        self.session.library.changed_elsewhere().track();
        self.session.library.is_started().track();
    }

    /// Takes in what another tab made of the document.
    pub(super) fn follow(self, theirs: Document) {
        let before = self.document.get_untracked();
        let current = before.clone().into();
        if theirs == current {
            return;
        }
        let Some(theirs) = F::from_document(theirs) else {
            return;
        };
        self.remembered.update_value(|remembered| {
            _ = remembered.steps.close(&current);
            let focused = focused();
            let mut changed = draft::differences(&before, &theirs);
            let typed_in = changed.find(|&field| Some(F::name(field)) == focused);
            let now = typed_in.and_then(|field| {
                Some(ChangedElsewhere {
                    field: F::name(field),
                    mine: before.slot(field)?.into(),
                })
            });
            // What was typed here is what stood before the first of several changes.
            let known = remembered.changed_elsewhere.take();
            let is_same = now.is_none()
                || known.as_ref().map(|known| &known.field) == now.as_ref().map(|now| &now.field);
            remembered.changed_elsewhere = known.filter(|_| is_same).or(now);
        });
        self.document.set(theirs);
        self.show_steps();
        self.settle();
    }
}
