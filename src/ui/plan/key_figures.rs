//! What matters most, above the tabs: where the plan began, what its rows give, how the year is expected to end, a small curve
//! of it, and the head of the form in one line.

use leptos::prelude::*;

use super::chart::{Line, small_chart};
use super::{UNIT, printed};
use crate::domain::{ActionPlan, Coverage, Entry, HeadField, PlanField};
use crate::draft::Form;
use crate::text::plan::{forecast, key_figures};
use crate::text::{explanation, labels, messages};
use crate::ui::editor::Editor;
use crate::ui::outputs::{Printed, total_meaning, total_output};
use crate::ui::view::{dynamic, link_button, text};
use crate::web::focus;

/// The figures. Each is here and nowhere else on the page an output; below they are repeated as text.
pub fn key_figures(editor: Editor<ActionPlan>, line: Line) -> AnyView {
    let document = editor.document;
    let rows = Memo::new(move |_| document.with(|plan| plan.focus_areas.len()));
    let give = text(move || key_figures::rows_give(rows.get()));
    let expected = move || document.with(ActionPlan::expected_effect);
    let effect = total_output(
        forecast::TOTAL_EFFECT.to_owned().into(),
        printed(editor),
        move || Some(expected()),
        editor.explain(explanation::expected_effect),
    );
    let effect_words = total_meaning(editor.session.signs, expected);
    let year_ends = text(move || document.with(|plan| forecast::forecast_heading(&plan.year)));
    let level = total_output(
        labels::FORECAST.to_owned().into(),
        Printed::Level(UNIT),
        move || document.with(ActionPlan::forecast),
        editor.explain(explanation::forecast),
    );
    let words = text(move || document.with(forecast::forecast_in_words));
    let coverage = Memo::new(move |_| document.with(ActionPlan::coverage_of_forecast));
    let class = text(move || {
        let class = coverage.with(|coverage| match coverage {
            Coverage::Covered { .. } | Coverage::Rounding { .. } => {
                "key-figure key-figure--covered"
            }
            Coverage::Missing(_) => "key-figure key-figure--missing",
            Coverage::Unknown | Coverage::Doubtful(_) => "key-figure",
        });
        class.to_owned()
    });
    view! {
        <section class="key-figures" aria-label=key_figures::KEY_FIGURES>
            {start(editor)}
            <div class="key-figure">
                <p class="key-figure__label">{give}</p>
                <p class="key-figure__figure">{effect}</p>
                {effect_words}
            </div>
            <div class=class>
                <p class="key-figure__label">{year_ends}</p>
                <p class="key-figure__figure">{level}</p>
                <p class="key-figure__words forecast-words">{words}</p>
            </div>
            {small_chart(line)}
        </section>
    }
    .into_any()
}

/// The expected overspend at the start, which is typed among the details, and whether it requires a plan.
fn start(editor: Editor<ActionPlan>) -> AnyView {
    const FIELD: PlanField = PlanField::Head(HeadField::OverspendAtStart);
    let document = editor.document;
    let is_blank = Memo::new(move |_| document.with(|plan| plan.overspend_at_start.is_blank()));
    let figure = dynamic(move || {
        if is_blank.get() {
            return link_button(
                key_figures::TYPE_START.to_owned().into(),
                None,
                false.into(),
                || focus(&ActionPlan::name(FIELD)),
            );
        }
        let shown = text(move || document.with(|plan| plan.shown(FIELD)));
        let is_read = Memo::new(move |_| {
            document.with(|plan| matches!(plan.overspend_at_start, Entry::Value(_)))
        });
        let class = text(move || {
            let class = match is_read.get() {
                true => "figure",
                false => "figure figure--incomplete",
            };
            class.to_owned()
        });
        view! { <span class=class>{shown}</span> }.into_any()
    });
    let is_required = Memo::new(move |_| document.with(ActionPlan::is_required));
    let class = text(move || {
        let class = match is_required.get() {
            Some(true) => "key-figure__words requirement requirement--required",
            Some(false) | None => "key-figure__words requirement",
        };
        class.to_owned()
    });
    let requirement = text(move || messages::plan_required(is_required.get()));
    view! {
        <div class="key-figure">
            <p class="key-figure__label">{key_figures::AT_START}</p>
            <p class="key-figure__figure">{figure}</p>
            <p class=class>{requirement}</p>
        </div>
    }
    .into_any()
}

/// The head in one line, with the way to where it is typed.
pub fn head_line(editor: Editor<ActionPlan>) -> AnyView {
    let words = text(move || editor.document.with(key_figures::head_in_one_line));
    let edit = link_button(
        key_figures::EDIT.to_owned().into(),
        Some(key_figures::EDIT_DETAILS.to_owned().into()),
        false.into(),
        || {
            let first = PlanField::Head(HeadField::Department);
            focus(&ActionPlan::name(first));
        },
    );
    view! { <p class="head-line d-print-none">{words} " " {edit}</p> }.into_any()
}
