//! A labelled field of a form, as the form describes it.

use leptos::prelude::*;

use super::editor::{Editable, Editor, FieldOf};
use super::labelled_field::{Layout, labelled_field};
use super::view::text;
use crate::domain::{FieldKind, FormField};

/// The field with its label, its hint and its messages.
pub fn form_field<F: Editable>(editor: Editor<F>, field: FieldOf<F>) -> AnyView {
    let label = editor.document.with_untracked(|form| form.label(field));
    form_field_called(editor, field, label)
}

/// The same, under another label than the one by which the summary of problems names it.
pub fn form_field_called<F: Editable>(
    editor: Editor<F>,
    field: FieldOf<F>,
    label: String,
) -> AnyView {
    let document = editor.document;
    let layout = match field.describe().kind {
        FieldKind::Line => Layout::Line,
        FieldKind::Text => Layout::Area,
        FieldKind::Date => Layout::Date,
        FieldKind::ChangeKinds
        | FieldKind::Amount(..)
        | FieldKind::Year
        | FieldKind::PriceLevel
        | FieldKind::Rate
        | FieldKind::People
        | FieldKind::Positions => Layout::Short,
    };
    let has_hint = F::hint(field, document.with_untracked(F::year_of_examples)).is_some();
    let hint = has_hint.then(|| {
        let year = Memo::new(move |_| document.with(F::year_of_examples));
        text(move || F::hint(field, year.get()).unwrap_or_default())
    });
    labelled_field(&editor.field(field), label, hint, layout)
}
