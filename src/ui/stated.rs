//! What the source of a pasted table states, where the cells give something else.

use leptos::prelude::*;

use super::editor::{Editable, Editor, FieldOf};
use super::view::{dynamic, link_button};
use crate::danish::Signs;
use crate::text::plan::matrix;
use crate::web::focus;

/// Lines below a row, each about one stated figure, with a button that forgets it, and what else `mend` offers.
pub fn stated_messages<F: Editable>(
    editor: Editor<F>,
    columns: usize,
    lines: impl Fn(&F, Signs) -> Vec<(FieldOf<F>, String)> + Send + Sync + 'static,
    mend: impl Fn(FieldOf<F>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let lines = Memo::new(move |_| {
        let signs = editor.session.signs.get();
        editor.document.with(|document| lines(document, signs))
    });
    dynamic(move || {
        let lines = lines.get();
        if lines.is_empty() {
            return ().into_any();
        }
        let line = |(field, words)| {
            let label = editor
                .document
                .with_untracked(|document| document.label(field));
            let forget = forget_button(&label, move || forget(editor, field));
            stated_line(
                label,
                words,
                view! {
                    {mend(field)}
                    " "
                    {forget}
                }
                .into_any(),
            )
        };
        let lines: Vec<AnyView> = lines.into_iter().map(line).collect();
        view! {
            <tr class="row-messages">
                <td colspan=columns.to_string()>
                    <div class="row-messages__frame">{lines}</div>
                </td>
            </tr>
        }
        .into_any()
    })
}

/// One line about a stated figure.
pub fn stated_line(label: String, words: String, actions: AnyView) -> AnyView {
    view! {
        <p class="message message--stated">
            <strong>{label} ": "</strong>
            {words}
            " "
            {actions}
        </p>
    }
    .into_any()
}

/// The button that forgets a stated figure.
pub fn forget_button(label: &str, forget: impl Fn() + 'static) -> AnyView {
    link_button(
        matrix::FORGET_STATED.to_owned().into(),
        Some(format!("{}: {label}", matrix::FORGET_STATED).into()),
        false.into(),
        forget,
    )
}

/// Empties a field, with a way back.
fn forget<F: Editable>(editor: Editor<F>, field: FieldOf<F>) {
    editor.edit(|document| document.enter(field, ""));
    editor.settle();
    editor.say_undoable(matrix::STATED_FORGOTTEN.to_owned());
    focus("page-heading");
}
