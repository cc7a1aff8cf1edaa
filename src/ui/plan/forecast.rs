//! The forecast: what the overspend is expected to be when the year ends, and how it is covered.

use leptos::prelude::*;

use super::{UNIT, printed};
use crate::domain::{ActionPlan, Coverage, HeadField, PlanField};
use crate::draft::Form;
use crate::text::plan::forecast;
use crate::text::{explanation, labels};
use crate::ui::editor::Editor;
use crate::ui::form_field::form_field;
use crate::ui::outputs::{Printed, total_output};
use crate::ui::view::{text, when};

/// The block at the end of the form. The first two figures are those of the head: a figure is typed in one place
/// only, so that two pages cannot contradict one another.
pub fn forecast(editor: Editor<ActionPlan>) -> AnyView {
    let document = editor.document;
    let level = Printed::Level(UNIT);
    let start = text(move || {
        document.with(|plan| plan.shown(PlanField::Head(HeadField::OverspendAtStart)))
    });
    let update = text(move || level.optional(document.with(ActionPlan::overspend_at_last_update)));
    let effect = total_output(
        forecast::TOTAL_EFFECT.to_owned().into(),
        printed(editor),
        move || Some(document.with(ActionPlan::expected_effect)),
        editor.explain(explanation::expected_effect),
    );
    let after = total_output(
        labels::FORECAST.to_owned().into(),
        level,
        move || document.with(ActionPlan::forecast),
        editor.explain(explanation::forecast),
    );
    let heading = text(move || document.with(|plan| forecast::forecast_heading(&plan.year)));
    let words = text(move || document.with(forecast::forecast_in_words));
    view! {
        <section class="form-section form-section--forecast" aria-labelledby="forecast-heading">
            <h2 id="forecast-heading">{heading}</h2>
            <table class="table figures figures--forecast">
                <caption class="sr-only">{forecast::FORECAST_CAPTION}</caption>
                <tbody>
                    {row(labels::head(HeadField::OverspendAtStart), start.into_any())}
                    {row(labels::head(HeadField::OverspendAtUpdate), update.into_any())}
                    {row(forecast::TOTAL_EFFECT, effect)} {sum_row(labels::FORECAST, after)}
                    {carried_over(editor)}
                </tbody>
            </table>
            <p class="forecast-words">{words}</p>
            {coverage(editor)}
        </section>
    }
    .into_any()
}

fn row(label: &'static str, figure: AnyView) -> AnyView {
    view! {
        <tr>
            <th scope="row">{label}</th>
            <td class="number">{figure}</td>
        </tr>
    }
    .into_any()
}

fn sum_row(label: &'static str, figure: AnyView) -> AnyView {
    view! {
        <tr class="sum">
            <th scope="row">{label}</th>
            <td class="number">{figure}</td>
        </tr>
    }
    .into_any()
}

/// What was carried over from last year, apart from this year's, once there is any.
fn carried_over(editor: Editor<ActionPlan>) -> AnyView {
    let document = editor.document;
    when(
        move || document.with(|plan| !plan.carried_over.is_blank()),
        move || {
            let carried = text(move || {
                document.with(|plan| plan.shown(PlanField::Head(HeadField::CarriedOver)))
            });
            let to_cover = total_output(
                labels::TO_COVER.to_owned().into(),
                Printed::Level(UNIT),
                move || document.with(ActionPlan::to_cover),
                editor.explain(explanation::to_cover),
            );
            view! {
                {row(labels::head(HeadField::CarriedOver), carried.into_any())}
                {sum_row(labels::TO_COVER, to_cover)}
            }
            .into_any()
        },
    )
}

/// Whether the plan covers the overspend, what is missing, and the supplementary appropriation that is applied for.
fn coverage(editor: Editor<ActionPlan>) -> AnyView {
    let document = editor.document;
    let field = move |field| form_field(editor, PlanField::Head(field));
    let words = text(move || document.with(forecast::coverage));
    let is_applied_for = move || {
        document.with(|plan| {
            !plan.appropriation.is_blank() || !plan.appropriation_financing.trim().is_empty()
        })
    };
    let is_missing = move || document.with(|plan| matches!(plan.coverage(), Coverage::Missing(_)));
    let after = when(
        move || document.with(|plan| !plan.appropriation.is_blank()),
        move || {
            let remaining = total_output(
                labels::REMAINING.to_owned().into(),
                Printed::Level(UNIT),
                move || document.with(ActionPlan::remaining),
                editor.explain(explanation::remaining),
            );
            let words = text(move || document.with(forecast::remaining));
            view! {
                <table class="table figures figures--forecast">
                    <caption class="sr-only">{forecast::FORECAST_CAPTION}</caption>
                    <tbody>{sum_row(labels::REMAINING, remaining)}</tbody>
                </table>
                <p class="forecast-words">{words}</p>
            }
            .into_any()
        },
    );
    // Once it is there it stays: it must not vanish under the caret.
    let is_open = Memo::new(move |before: Option<&bool>| {
        before.copied().unwrap_or_default() || is_missing() || is_applied_for()
    });
    let application = when(
        move || is_open.get(),
        move || {
            view! {
                <div class="form-section--pairs">
                    {field(HeadField::Appropriation)} {field(HeadField::AppropriationFinancing)}
                </div>
            }
            .into_any()
        },
    );
    view! {
        <div class="coverage" role="group" aria-labelledby="coverage-heading">
            <h3 id="coverage-heading">{forecast::COVERAGE}</h3>
            <p class="coverage__words">{words}</p>
            {application}
            {after}
        </div>
    }
    .into_any()
}
