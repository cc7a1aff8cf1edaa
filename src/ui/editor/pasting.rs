//! Pasting into the document that is being edited.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Editable, Editor, FieldOf};
use crate::draft::{self, Block};
use crate::record::Step;
use crate::text;
use crate::ui::paste::{Asking, Outcome, load};
use crate::ui::view::dynamic;
use crate::web::{Copied, focused, select};

/// A block that is asked about, and the cell that it was pasted into.
#[derive(Clone, PartialEq)]
pub(super) struct Pasting<Field> {
    start: Field,
    block: Block,
}

/// What was pasted into a cell, and the document as it was then.
pub(super) struct Waiting<F: Editable> {
    start: FieldOf<F>,
    copied: Copied,
    before: F,
}

/// The dialog, open while a block is asked about.
pub fn paste_dialog<F: Editable>(editor: Editor<F>) -> AnyView {
    dynamic(move || match editor.pasting.get() {
        Some(pasting) => editor.ask_about(pasting),
        None => ().into_any(),
    })
}

impl<F: Editable> Editor<F> {
    /// Pastes what was copied, as one step. It waits for the part of the program that does that; what is typed meanwhile comes
    /// after it.
    pub(super) fn paste(self, start: FieldOf<F>, copied: Copied) {
        let before = self.document.get_untracked();
        let state = self.remembered.try_update_value(|remembered| {
            // Whatever is typed next is another step.
            _ = remembered.steps.close(&before.clone().into());
            remembered.waiting.push_back(Waiting {
                start,
                copied,
                before,
            });
            (remembered.paste.is_some(), remembered.waiting.len())
        });
        match state {
            Some((true, _)) => self.paste_next(false),
            Some((false, 1)) => spawn_local(self.load_what_pastes()),
            // It is being loaded already, or the page has been left.
            Some((false, _)) | None => {}
        }
    }

    async fn load_what_pastes(self) {
        let Some(paste) = load::<F>().await else {
            self.remembered
                .try_update_value(|remembered| remembered.waiting.clear());
            self.session
                .notices
                .say(text::paste::PASTE_NOT_LOADED.to_owned());
            return;
        };
        let is_here = self
            .remembered
            .try_update_value(|remembered| remembered.paste = Some(paste));
        match is_here {
            Some(()) => self.paste_next(true),
            None => self
                .session
                .notices
                .say(text::paste::PASTE_PAGE_LEFT.to_owned()),
        }
    }

    /// Pastes what waits, until something is asked about. A block that is certain is written; any other is asked about first.
    fn paste_next(self, is_late: bool) {
        while self.pasting.with_untracked(Option::is_none) {
            let next = self.remembered.try_update_value(|remembered| {
                let paste = remembered.paste?;
                Some((paste, remembered.waiting.pop_front()?))
            });
            let Some((paste, next)) = next.flatten() else {
                return;
            };
            let signs = self.session.signs.get_untracked();
            match (paste.paste)(&next.before, next.start, &next.copied, signs) {
                Some(Outcome::Pasted { document, said }) => {
                    self.put_pasted(next.before, document, said, is_late);
                }
                Some(Outcome::Asks(block)) => self.pasting.set(Some(Pasting {
                    start: next.start,
                    block,
                })),
                None => {}
            }
        }
    }

    fn ask_about(self, pasting: Pasting<FieldOf<F>>) -> AnyView {
        let Some(paste) = self.remembered.with_value(|remembered| remembered.paste) else {
            return ().into_any();
        };
        (paste.ask)(Asking {
            document: Arc::new(move || self.document.get()),
            start: pasting.start,
            block: pasting.block,
            signs: self.session.signs.get_untracked(),
            apply: Box::new(move |document, said| {
                self.put_pasted(self.document.get_untracked(), document, said, false);
            }),
            on_close: Box::new(move || {
                self.pasting.set(None);
                self.paste_next(true);
            }),
        })
    }

    /// Changes the document as pasting changed it from what it was. What was changed since stands.
    fn put_pasted(self, before: F, pasted: F, said: String, is_late: bool) {
        let current = self.document.get_untracked();
        let step = Step::between(before.into(), pasted.into());
        let document = step.made_again(&current.clone().into());
        let Some(document) = document.and_then(F::from_document) else {
            self.session
                .notices
                .say(text::paste::PASTE_NO_ROOM.to_owned());
            return;
        };
        if is_late {
            self.select_rewritten(&current, &document);
        }
        self.edit(|changed| *changed = document);
        self.settle();
        self.say_undoable(said);
    }

    /// Selects the cell that has the focus if it gets another value, as if it had been entered after that: what is typed next
    /// replaces it.
    fn select_rewritten(self, before: &F, after: &F) {
        let focused = focused();
        let field =
            draft::differences(before, after).find(|&field| Some(F::name(field)) == focused);
        let Some(field) = field else {
            return;
        };
        let value = after.shown(field);
        request_animation_frame(move || {
            let shows = |document: &F| document.shown(field) == value;
            // Somebody may be typing there by now.
            if self.document.try_with_untracked(shows) == Some(true) {
                _ = select(&F::name(field));
            }
        });
    }
}
