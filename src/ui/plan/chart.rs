//! The picture: the expected overspend month by month, drawn and as a table with the same figures.

use leptos::prelude::*;

use super::UNIT;
use crate::domain::{ActionPlan, Amount, LinePoint, Month, PLAN_REQUIRED_ABOVE, Total};
use crate::picture::{Curve, FULL, across};
use crate::text::plan::chart;
use crate::text::{explanation, labels, meaning};
use crate::ui::editor::Editor;
use crate::ui::outputs::{Printed, total_output};
use crate::ui::view::dynamic;

/// The curve with its table.
pub fn chart(editor: Editor<ActionPlan>) -> AnyView {
    let line = Memo::new(move |_| {
        editor
            .document
            .with(|plan| (plan.month_by_month(), plan.status))
    });
    let picture = dynamic(move || {
        line.with(|(line, status)| match line {
            None => note(chart::CHART_EMPTY),
            Some(line) => match known(line) {
                None => note(chart::CHART_INCOMPLETE),
                Some(points) => draw(&points, *status),
            },
        })
    });
    view! {
        <section class="form-section form-section--chart" aria-labelledby="chart-heading">
            <h2 id="chart-heading">{chart::CHART}</h2>
            {picture}
            <details class="details chart-table">
                <summary class="details-summary">{chart::CHART_TABLE}</summary>
                <div class="details-text">{table(editor)}</div>
            </details>
        </section>
    }
    .into_any()
}

fn note(words: &'static str) -> AnyView {
    view! { <p class="form-hint">{words}</p> }.into_any()
}

/// The planned and the expected level at every point, if all are known.
fn known(line: &[LinePoint]) -> Option<Vec<(Amount, Amount)>> {
    line.iter()
        .map(|point| Some((point.planned.amount()?, point.expected.amount()?)))
        .collect()
}

fn draw(points: &[(Amount, Amount)], status: Option<Month>) -> AnyView {
    let limit = Amount::from_kroner(PLAN_REQUIRED_ABOVE);
    let both = points
        .iter()
        .flat_map(|(planned, expected)| [*planned, *expected]);
    let room = Curve::of(both.chain([limit]));
    let steps = points.len().saturating_sub(1);
    let place =
        |(step, amount): (usize, Amount)| format!("{},{}", across(step, steps), room.down(amount));
    let planned = || points.iter().map(|(planned, _)| *planned).enumerate();
    let expected = || points.iter().map(|(_, expected)| *expected).enumerate();
    let joined = |places: Vec<String>| places.join(" ");
    let realised_steps = status.map_or(0, |month| month.index() + 1);
    let planned_line = joined(planned().map(place).collect());
    let realised_line = joined(expected().take(realised_steps + 1).map(place).collect());
    let rest_line = joined(expected().skip(realised_steps).map(place).collect());
    let level = |class: &'static str, amount: Amount| {
        let down = room.down(amount).to_string();
        view! { <line class=class x1="0" x2=FULL.to_string() y1=down.clone() y2=down /> }.into_any()
    };
    let dots: Vec<AnyView> = expected()
        .take(realised_steps + 1)
        .skip(1)
        .map(|(step, amount)| {
            view! {
                <span
                    class="chart__dot"
                    style:left=percent(across(step, steps))
                    style:top=percent(room.down(amount))
                ></span>
            }
            .into_any()
        })
        .collect();
    let label = |class: &'static str, amount: Amount, words: String| {
        view! {
            <span class=class style:top=percent(room.down(amount))>
                {words}
            </span>
        }
        .into_any()
    };
    let start = points
        .first()
        .map(|(_, expected)| *expected)
        .unwrap_or_default();
    let end = points
        .last()
        .map(|(_, expected)| *expected)
        .unwrap_or_default();
    let lowest = room
        .lowest()
        .is_saving()
        .then(|| label("chart__level", room.lowest(), meaning::short(room.lowest())));
    let months: Vec<AnyView> = Month::ALL
        .into_iter()
        .map(|month| view! { <span>{labels::month_short(month)}</span> }.into_any())
        .collect();
    view! {
        <figure class="chart">
            <ul class="chart__legend" aria-hidden="true">
                <li class="chart__key chart__key--planned">{chart::CHART_PLANNED}</li>
                <li class="chart__key chart__key--realised">{labels::REALISED}</li>
                <li class="chart__key chart__key--rest">{chart::CHART_REST}</li>
            </ul>
            <div class="chart__plot" role="img" aria-label=chart::chart_in_words(start, end)>
                <svg
                    viewBox=format!("0 0 {FULL} {FULL}")
                    preserveAspectRatio="none"
                    aria-hidden="true"
                    focusable="false"
                >
                    {level("chart__zero", Amount::ZERO)}
                    {level("chart__limit", limit)}
                    <polyline class="chart__planned" points=planned_line />
                    <polyline class="chart__rest" points=rest_line />
                    <polyline class="chart__realised" points=realised_line />
                </svg>
                {dots}
                {label("chart__level", room.highest(), meaning::short(room.highest()))}
                {label(
                    "chart__level chart__level--zero",
                    Amount::ZERO,
                    chart::CHART_ZERO.to_owned(),
                )}
                {label("chart__level chart__level--limit", limit, chart::chart_limit())}
                {lowest}
            </div>
            <div class="chart__months" aria-hidden="true">
                {months}
            </div>
        </figure>
    }
    .into_any()
}

/// Thousandths as a percentage for a style.
fn percent(thousandths: u32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// The same figures as a table.
fn table(editor: Editor<ActionPlan>) -> AnyView {
    let level = move |month: Month, is_planned: bool| {
        let of = move |plan: &ActionPlan| -> Option<Total> {
            let line = plan.month_by_month()?;
            let point = line.get(month.index() + 1)?;
            Some(if is_planned {
                point.planned
            } else {
                point.expected
            })
        };
        let label = if is_planned {
            chart::CHART_PLANNED
        } else {
            chart::CHART_EXPECTED
        };
        total_output(
            format!("{label}: {}", labels::month(month)).into(),
            Printed::Level(UNIT),
            move || editor.document.with(of),
            editor.explain(move |plan, signs| {
                explanation::line_point(plan, month, is_planned, signs)
            }),
        )
    };
    let rows: Vec<AnyView> = Month::ALL
        .into_iter()
        .map(|month| {
            view! {
                <tr>
                    <th scope="row">{labels::month(month)}</th>
                    <td class="number">{level(month, true)}</td>
                    <td class="number">{level(month, false)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="table-frame" role="region" aria-labelledby="chart-caption" tabindex="0">
            <table class="table figures figures--narrow">
                <caption id="chart-caption">{chart::CHART_CAPTION}</caption>
                <thead>
                    <tr>
                        <th scope="col">{chart::MONTH}</th>
                        <th scope="col" class="number">
                            {chart::CHART_PLANNED}
                        </th>
                        <th scope="col" class="number">
                            {chart::CHART_EXPECTED}
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
