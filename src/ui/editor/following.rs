//! Hearing what other tabs do to the document that is being edited.

use leptos::prelude::*;

use super::{Editable, Editor};
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
            let mut changed = draft::differences(&before, &theirs).map(F::name);
            let typed_in = changed.find(|field| focused.as_ref() == Some(field));
            remembered.changed_elsewhere = typed_in.or(remembered.changed_elsewhere.take());
        });
        self.document.set(theirs);
        self.show_steps();
        self.settle();
    }
}
