//! The forecast: what the overspend is expected to be when the year ends.

use leptos::prelude::*;

use super::UNIT;
use crate::domain::{ActionPlan, HeadField, PlanField};
use crate::draft::Form;
use crate::text::{labels, page};
use crate::ui::editor::Editor;
use crate::ui::outputs::{optional_total_output, total_text};
use crate::ui::view::text;

/// The block at the end of the form. The first two figures are those typed in the head: a figure is typed in
/// one place only, so that two pages cannot contradict one another.
pub fn forecast(editor: Editor<ActionPlan>) -> AnyView {
    let document = editor.document;
    let typed = |field| {
        let figure = text(move || document.with(|plan| plan.shown(PlanField::Head(field))));
        figure_row(labels::head(field), figure)
    };
    let effect = text(move || total_text(document.with(ActionPlan::total_effect), UNIT));
    let after = optional_total_output(labels::FORECAST.to_owned().into(), UNIT, move || {
        document.with(ActionPlan::forecast)
    });
    let heading = text(move || document.with(|plan| page::forecast_heading(&plan.year)));
    let words = text(move || document.with(|plan| page::forecast_in_words(plan.forecast())));
    view! {
        <section class="form-section form-section--forecast" aria-labelledby="forecast-heading">
            <h2 id="forecast-heading">{heading}</h2>
            <table class="table figures figures--forecast">
                <caption class="sr-only">{page::FORECAST_CAPTION}</caption>
                <tbody>
                    {typed(HeadField::OverspendAtStart)} {typed(HeadField::OverspendAtUpdate)}
                    {figure_row(page::TOTAL_EFFECT, effect)} <tr class="sum">
                        <th scope="row">{labels::FORECAST}</th>
                        <td class="number">{after}</td>
                    </tr>
                </tbody>
            </table>
            <p class="forecast-words">{words}</p>
        </section>
    }
    .into_any()
}

fn figure_row(label: &'static str, figure: Signal<String>) -> AnyView {
    view! {
        <tr>
            <th scope="row">{label}</th>
            <td class="number">{figure}</td>
        </tr>
    }
    .into_any()
}
