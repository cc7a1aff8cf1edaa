//! The tab `Plan`: the table of all rows and, beside it, the texts of the row that is open.

use leptos::prelude::*;

use super::Rows;
use super::focus_areas::{add_row, row_texts};
use super::matrix::matrix;
use super::opened::Opened;
use super::pick::pick;
use super::row_problems::RowProblems;
use super::row_texts::RowTexts;
use super::spread::spread_dialog;
use crate::domain::{ActionPlan, Id};
use crate::text;
use crate::text::explanation;
use crate::text::plan::{focus_areas, matrix as words};
use crate::ui::editor::Editor;
use crate::ui::view::{TERTIARY, click, text};

/// The table with its buttons and the rows' texts.
pub fn sheet(
    editor: Editor<ActionPlan>,
    rows: Rows,
    opened: Opened,
    problems: RowProblems,
) -> AnyView {
    let spreading = RwSignal::new(None::<Id>);
    let with = RowTexts {
        rows,
        opened,
        problems,
        spreading,
    };
    let document = editor.document;
    let heading = text(move || document.with(|plan| words::matrix_heading(&plan.year)));
    let hint = text(move || words::matrix_hint(editor.session.signs.get()));
    let (add, full) = add_row(editor, rows);
    let all = opened.all;
    let shows_all = Signal::derive(move || all.get().to_string());
    let class = text(move || {
        let class = match (all.get(), opened.is_beside()) {
            (true, _) => "plan-sheet plan-sheet--all",
            (false, true) => "plan-sheet plan-sheet--open",
            (false, false) => "plan-sheet",
        };
        class.to_owned()
    });
    view! {
        <div class=class>
            <section class="plan-sheet__table" aria-labelledby="matrix-heading">
                <div class="plan-sheet__head">
                    <h2 id="matrix-heading" tabindex="-1">
                        {heading}
                    </h2>
                    <p class="form-hint d-print-none" id="matrix-hint">
                        {hint}
                    </p>
                </div>
                {matrix(editor, with)}
                {full}
                <div class="plan-sheet__actions d-print-none">
                    {add}
                    {pick(editor)}
                    <button
                        type="button"
                        class=TERTIARY
                        aria-pressed=shows_all
                        on:click=click(move || all.update(|all| *all = !*all))
                    >
                        {focus_areas::ALL_TEXTS}
                    </button>
                    <details class="details">
                        <summary class="details-summary">{text::editor::GRID_KEYS}</summary>
                        <p class="details-text">
                            {text::editor::GRID_HINT} " " {explanation::EXPLAIN_HINT} " "
                            {focus_areas::KEYS_HINT}
                        </p>
                    </details>
                </div>
            </section>
            {row_texts(editor, with)}
            {spread_dialog(editor, spreading)}
        </div>
    }
    .into_any()
}
