//! Steps: taken back, made again, and told with a way to take them back.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Editable, Editor};
use crate::domain::Document;
use crate::draft;
use crate::record::{Step, Steps};
use crate::text::app;
use crate::web::{focus, focus_if_lost, milliseconds, now};

impl<F: Editable> Editor<F> {
    /// Takes back the last step. Whether there was one.
    pub fn undo(self) -> bool {
        self.travel(Steps::undo, app::undone)
    }

    /// Makes the step again that was taken back last. Whether there was one.
    pub fn redo(self) -> bool {
        self.travel(Steps::redo, app::done_again)
    }

    fn travel(
        self,
        go: fn(&mut Steps, &Document) -> Option<Document>,
        said: fn(&str) -> String,
    ) -> bool {
        let before = self.document.get_untracked();
        let current = before.clone().into();
        let gone = self
            .remembered
            .try_update_value(|remembered| go(&mut remembered.steps, &current))
            .flatten();
        let Some(document) = gone.and_then(F::from_document) else {
            // The last step may have come to nothing: something was typed and taken away again.
            self.show_steps();
            return false;
        };
        self.session.notices.close();
        let says_the_same = document.clone().into().says_the_same_as(&current);
        self.arrive(&before, document, said);
        if says_the_same {
            // Somebody else has changed the same since, and that stands.
            self.session
                .notices
                .say(app::NOTHING_TO_TAKE_BACK.to_owned());
        }
        true
    }

    /// Shows a state that the document was brought to, and where it differs from the one before.
    fn arrive(self, before: &F, mut document: F, said: fn(&str) -> String) {
        document.set_changed_at(now());
        let place = draft::first_difference(before, &document);
        self.announcement.set(said(
            &place.map(|field| document.label(field)).unwrap_or_default(),
        ));
        self.document.set(document.clone());
        self.rewritten
            .update(|count| *count = count.wrapping_add(1));
        self.session.library.put(document.into());
        self.after_change();
        self.end_typing();
        self.settle();
        // So that it is seen what was changed.
        match place {
            Some(field) => focus(&F::name(field)),
            // The row with the focus may be gone.
            None => focus_if_lost("page-heading"),
        }
    }

    pub(super) fn show_steps(self) {
        let (undo, redo) = self
            .remembered
            .with_value(|remembered| (remembered.steps.can_undo(), remembered.steps.can_redo()));
        for (signal, now) in [(self.can_undo, undo), (self.can_redo, redo)] {
            if signal.get_untracked() != now {
                signal.set(now);
            }
        }
    }

    /// Says what was just done, and offers to take it back by itself, whatever is done next.
    pub fn say_undoable(self, text: String) {
        let current = self.document.get_untracked().into();
        let step = self
            .remembered
            .try_update_value(|remembered| remembered.steps.close(&current));
        match step.flatten() {
            Some(step) => self.offer_to_take_back(text, step),
            None => self.session.notices.say(text),
        }
    }

    fn offer_to_take_back(self, text: String, step: Arc<Step>) {
        self.session.notices.say_with_undo_in_page(text, move || {
            let before = self.document.get_untracked();
            let without = step.taken_back(&before.clone().into());
            match without.and_then(F::from_document) {
                Some(document) => {
                    self.remembered.update_value(|remembered| {
                        let steps = &mut remembered.steps;
                        steps.begin(None, milliseconds(), || before.clone().into());
                    });
                    self.arrive(&before, document, app::undone);
                }
                // The offer stands: there may be room later.
                None => self.offer_to_take_back(app::CANNOT_TAKE_BACK.to_owned(), step.clone()),
            }
        });
    }
}
