//! The picture: what is saved in each year, and the target. The table beside it has the same figures.

use leptos::prelude::*;

use super::Shown;
use super::table::years_of;
use crate::domain::{Amount, Combination, CombinedYear};
use crate::picture::{Bars, FULL};
use crate::text::{labels, page};
use crate::ui::view::dynamic;

/// The picture of a choice.
pub fn bars(shown: Shown, combination: Memo<Combination>) -> AnyView {
    dynamic(move || {
        let years = years_of(combination);
        match known(&years) {
            Some(known) => draw(shown, &years, &known),
            None => view! { <p class="form-hint">{page::BARS_INCOMPLETE}</p> }.into_any(),
        }
    })
}

/// What is saved in each year (plus), and the target, if all amounts are known.
fn known(years: &[CombinedYear]) -> Option<Vec<(Amount, Option<Amount>)>> {
    years
        .iter()
        .map(|year| {
            let target = match year.target {
                Some(target) => Some(-target.amount()?),
                None => None,
            };
            Some((-year.net_change.amount()?, target))
        })
        .collect()
}

fn draw(shown: Shown, years: &[CombinedYear], known: &[(Amount, Option<Amount>)]) -> AnyView {
    let all = known
        .iter()
        .flat_map(|(saving, target)| std::iter::once(*saving).chain(*target));
    let bars = Bars::of(known.len(), all);
    let zero = bars.zero().to_string();
    let drawn: Vec<AnyView> = known
        .iter()
        .enumerate()
        .map(|(place, (saving, target))| {
            let bar = bars.bar(place, *saving);
            let line = target.map(|target| {
                let (from, to) = bars.line(place);
                let down = bars.down(target).to_string();
                view! {
                    <line
                        class="bars__target"
                        x1=from.to_string()
                        x2=to.to_string()
                        y1=down.clone()
                        y2=down
                    />
                }
                .into_any()
            });
            view! {
                <rect
                    class="bars__bar"
                    x=bar.left.to_string()
                    y=bar.top.to_string()
                    width=bar.width.to_string()
                    height=bar.height.to_string()
                />
                {line}
            }
            .into_any()
        })
        .collect();
    let (in_words, captions) = shown.catalogue.with(|catalogue| {
        let captions: Vec<AnyView> = years
            .iter()
            .zip(known)
            .enumerate()
            .map(|(index, (year, (saving, _)))| {
                view! {
                    <span class="bars__caption">
                        <strong>{labels::year_column(&catalogue.first_year, index)}</strong>
                        <span>{page::bar_words(-*saving)}</span>
                        <span>{page::against_target(year)}</span>
                    </span>
                }
                .into_any()
            })
            .collect();
        (page::bars_in_words(catalogue, years), captions)
    });
    view! {
        <figure class="chart">
            <ul class="chart__legend" aria-hidden="true">
                <li class="chart__key bars__key">{page::BARS_SAVING}</li>
                <li class="chart__key bars__key--target">{page::BARS_TARGET}</li>
            </ul>
            <div class="chart__plot" role="img" aria-label=in_words>
                <svg
                    viewBox=format!("0 0 {FULL} {FULL}")
                    preserveAspectRatio="none"
                    aria-hidden="true"
                    focusable="false"
                >
                    {drawn}
                    <line class="chart__zero" x1="0" x2=FULL.to_string() y1=zero.clone() y2=zero />
                </svg>
            </div>
            <div class="bars__captions" aria-hidden="true">
                {captions}
            </div>
        </figure>
    }
    .into_any()
}
