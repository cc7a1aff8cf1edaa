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
        self.library.changed_elsewhere().track();
        self.library.is_started().track();
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
        self.session.update_value(|session| {
            _ = session.steps.close(&current);
            let focused = focused();
            let mut changed = draft::differences(&before, &theirs).map(F::name);
            let typed_in = changed.find(|field| focused.as_ref() == Some(field));
            session.changed_elsewhere = typed_in.or(session.changed_elsewhere.take());
        });
        self.document.set(theirs);
        self.show_steps();
        self.settle();
    }
}
