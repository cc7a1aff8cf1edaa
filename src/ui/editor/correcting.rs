//! Taking the offers that are made beside a field.

use leptos::prelude::*;

use super::{Editable, Editor, FieldOf};
use crate::draft::{self, Correction};
use crate::text::editor;
use crate::ui::field::Left;
use crate::web::{focus, select};

impl<F: Editable> Editor<F> {
    /// Takes an offer that was made beside a field.
    pub(super) fn correct(self, name: &str, correction: &Correction) {
        let found = self.document.try_with_untracked(|document| {
            let mut fields = document.fields().into_iter();
            fields.find(|&field| F::name(field) == name)
        });
        let Some(field) = found.flatten() else {
            return;
        };
        let signs = self.session.signs.get_untracked();
        match correction {
            Correction::Keep => self.answer(field),
            Correction::Type(_) | Correction::OneInEachCell(_) | Correction::TurnSigns => {
                let mut corrected = None;
                self.edit(|document| {
                    corrected = Some(draft::correct(document, field, correction, signs));
                });
                self.rewritten
                    .update(|count| *count = count.wrapping_add(1));
                if let Correction::Type(text) = correction {
                    self.note_typed(field, text);
                    self.leave(field, Left::AsTyped);
                    self.heed(field, text);
                } else if let Some(corrected) = corrected {
                    self.say_undoable(editor::corrected(corrected));
                }
            }
        }
        self.settle();
        // The button is gone with its message.
        if !select(name) {
            focus(name);
        }
    }

    /// Notes that what was asked about a field is meant as it stands.
    fn answer(self, field: FieldOf<F>) {
        let asked = self.document.with_untracked(|document| {
            let about = document.advice().into_iter();
            let about = about.filter(|advice| advice.field == field);
            about
                .map(|advice| advice.dismissed(String::new()))
                .collect::<Vec<_>>()
        });
        self.remembered.update_value(|remembered| {
            remembered.remarks.answer(&F::name(field));
            remembered.answered.extend(asked);
        });
    }
}
