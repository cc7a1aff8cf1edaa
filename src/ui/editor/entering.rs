//! Taking in what is typed into the fields of an open document.

use leptos::prelude::*;

use super::{Editable, Editor, FieldOf};
use crate::danish::{print_date, read_date_on};
use crate::domain::{Content, FieldKind, FormField};
use crate::draft::{self, Calculations, Typed, enter_typed, put_back, put_back_years};
use crate::text::editor;
use crate::ui::field::Left;
use crate::web::{keep_calculations, kept_calculations, today, when_pointer_is_up};

/// What somebody typed, with the date in place of `i dag`: only the browser knows it.
fn with_day(kind: FieldKind, typed: &Typed) -> Typed {
    let date = match kind {
        FieldKind::Date => read_date_on(&typed.text, today()).ok().flatten(),
        _ => None,
    };
    Typed {
        text: date.map_or_else(|| typed.text.clone(), print_date),
        over: typed.over.clone(),
    }
}

impl<F: Editable> Editor<F> {
    /// Takes in what somebody typed into a field.
    pub(super) fn enter(self, field: FieldOf<F>, typed: &Typed) {
        let signs = self.session.signs.get_untracked();
        let name = F::name(field);
        let typed = &with_day(field.describe().kind, typed);
        let mut before = None;
        self.edit_once(Some(&name), &mut |document| {
            let stood = document.clone();
            enter_typed(document, field, typed, signs);
            if draft::filled_years(document, field, &typed.text) > 0 {
                before = Some(stood);
            }
        });
        if let Some(before) = before {
            self.remembered.try_update_value(|remembered| {
                let known = remembered.before_filling.take();
                let known = known.filter(|(of, _)| *of == name);
                remembered.before_filling = known.or(Some((name, before)));
            });
        }
        self.note_typed(field, &typed.text);
        self.heed(field, &typed.text);
    }

    /// Notes what is to be said about a text that was typed, beside what it did in its field.
    pub(super) fn heed(self, field: FieldOf<F>, typed: &str) {
        let signs = self.session.signs.get_untracked();
        let filled = self.document.try_with_untracked(|document| {
            self.remembered
                .update_value(|remembered| remembered.remarks.typed(document, field, typed, signs));
            draft::filled_years(document, field, typed)
        });
        if let Some(years @ 1..) = filled {
            self.settle();
            self.say_undoable(editor::filled_years(years));
        }
    }

    /// Notes what the value of a field was computed from. It is told once the field is left.
    pub(super) fn note_typed(self, field: FieldOf<F>, typed: &str) {
        if !F::is_number(field) {
            return;
        }
        // As it is shown: in another sign convention, what was typed does not give it.
        let signs = self.session.signs.get_untracked();
        let result = |document: &F| {
            let can_be_read = document.error(field).is_none();
            can_be_read.then(|| draft::shown_in(document, field, signs))
        };
        let result = self.document.try_with_untracked(result).flatten();
        self.change_calculations(|kept| kept.enter(&F::name(field), typed, result.as_deref()));
    }

    /// Somebody has left a field.
    pub(super) fn leave(self, field: FieldOf<F>, left: Left) {
        self.remembered
            .try_update_value(|remembered| remembered.before_filling = None);
        self.stand_by(field, left);
        when_pointer_is_up(move || {
            let name = F::name(field);
            let mut is_told = false;
            self.change_calculations(|kept| {
                is_told = kept.leave(&name);
                is_told
            });
            // Another tab may have kept something of a field that was only visited here.
            if is_told || (F::is_number(field) && left == Left::AsTyped) {
                self.keep_calculation(&name);
            }
        });
        self.settle();
    }

    /// What was typed in a field that is left takes the place of what another tab wrote there meanwhile, which nobody has seen
    /// here.
    fn stand_by(self, field: FieldOf<F>, left: Left) {
        let name = F::name(field);
        let changed = self
            .remembered
            .try_with_value(|remembered| {
                let changed = remembered.changed_elsewhere.as_ref();
                let changed = changed.filter(|changed| changed.field == name);
                changed.map(|changed| changed.mine.clone())
            })
            .flatten();
        let Some(mine) = changed else {
            return;
        };
        let stands = self
            .document
            .try_with_untracked(|document| document.slot(field).map(Content::from));
        let is_other = stands.flatten().is_some_and(|theirs| theirs != mine);
        if left == Left::AsTyped && is_other {
            let mut mine = Some(mine);
            self.edit_once(Some(&name), &mut |document| {
                if let Some(mine) = mine.take() {
                    document.put(field, mine);
                }
            });
        } else {
            self.remembered
                .try_update_value(|remembered| remembered.changed_elsewhere = None);
        }
    }

    /// Puts back what a field showed when it was entered, and what typing there since then filled. `could_be_read`: whether that
    /// was a value.
    pub(super) fn take_back(self, field: FieldOf<F>, shown: &str, could_be_read: bool) {
        let signs = self.session.signs.get_untracked();
        let name = F::name(field);
        let filled = self
            .remembered
            .try_update_value(|remembered| remembered.before_filling.take());
        let filled = filled.flatten().filter(|(of, _)| *of == name);
        self.edit_once(Some(&name), &mut |document| {
            put_back(document, field, shown, could_be_read, signs);
            if let Some((_, before)) = &filled {
                put_back_years(document, field, before);
            }
        });
        self.change_calculations(|kept| kept.take_back(&name));
        self.settle();
    }

    /// What the value of a field was computed from, as it is printed, where that is known.
    pub(super) fn computed_from(self, field: FieldOf<F>) -> Option<String> {
        let signs = self.session.signs.get();
        let shows = || {
            self.document
                .with(|document| draft::shown_in(document, field, signs))
        };
        self.calculations
            .with(|kept| kept.of(&F::name(field), shows).map(str::to_owned))
    }

    /// What was typed counts no longer, for the document was brought to another state: what values were computed from is told
    /// beside the field that was typed into too.
    pub(super) fn end_typing(self) {
        let typed_in = self.calculations.try_with_untracked(Calculations::typed_in);
        if let Some(field) = typed_in.flatten() {
            self.change_calculations(|kept| kept.leave(&field));
            self.keep_calculation(&field);
        }
    }

    /// Keeps what the value of a field that was left was computed from for when the document is opened again.
    fn keep_calculation(self, field: &str) {
        // The page may have been left by now.
        let Some(id) = self.document.try_with_untracked(Editable::id) else {
            return;
        };
        let kept = kept_calculations(id);
        let now = self
            .calculations
            .try_with_untracked(|calculations| calculations.kept_with(field, &kept));
        if let Some(now) = now.filter(|now| *now != kept) {
            keep_calculations(id, &now);
        }
    }

    /// Changes what is remembered, and shows that if `change` says that it changes what is told.
    fn change_calculations(self, change: impl FnOnce(&mut Calculations) -> bool) {
        // The page may have been left by now.
        self.calculations
            .try_maybe_update(|kept| (change(kept), ()));
    }
}
