//! What a choice amounts to: the figures per year, who carries how much, and what is to be said of the sum.

use leptos::prelude::*;

use super::ShownCatalogue;
use crate::domain::{Combination, CombinedYear, Part, Total, YEARS};
use crate::text::publication::page;
use crate::text::{labels, sums};
use crate::ui::outputs::{total_meaning, total_output};
use crate::ui::view::{dynamic, text, when};

/// The figures of a choice per year, with what is missing to the target. `of` names the choice.
pub fn sums_table(
    shown: ShownCatalogue,
    id: &str,
    of: Signal<String>,
    caption: Signal<String>,
    combination: Memo<Combination>,
) -> AnyView {
    let document = shown.catalogue;
    let year_of = move |year: usize| combination.with(|sums| sums.years.get(year).cloned());
    let net_change: Vec<AnyView> = (0..YEARS)
        .map(|year| {
            let label = text(move || {
                let figure = document.with(|of| sums::in_year(labels::NET_CHANGE, of, year));
                sums::figure_of(&of.get(), &figure)
            });
            let total = move || year_of(year).map(|sums| sums.net_change);
            let output = total_output(
                label,
                shown.printed(),
                total,
                shown.explain(combination, Some(year)),
            );
            let words = total_meaning(shown.signs, move || total().unwrap_or(Total::Blank));
            view! { <td class="number">{output} {words}</td> }.into_any()
        })
        .collect();
    let all = move || combination.with(Combination::net_change_total);
    let all_label =
        text(move || sums::figure_of(&of.get(), &labels::of_all_years(labels::NET_CHANGE)));
    let all_output = total_output(
        all_label,
        shown.printed(),
        move || Some(all()),
        shown.explain(combination, None),
    );
    let printed = shown.printed();
    let is_weakened =
        move || combination.with(|sums| sums.years.iter().any(CombinedYear::is_weakened));
    let weakening = when(is_weakened, move || {
        plain_row(sums::WEAKENING_ROW, move |year| {
            printed.optional(year_of(year).map(|sums| sums.weakening))
        })
    });
    let costs = move || combination.with(Combination::costs_something);
    let saving_and_cost = when(costs, move || {
        let of = move |year, part: fn(&CombinedYear) -> Total| {
            printed.optional(year_of(year).map(|sums| part(&sums)))
        };
        view! {
            {plain_row(page::SAVING_ROW, move |year| of(year, |sums| sums.saving))}
            {plain_row(page::COSTING_ROW, move |year| of(year, |sums| sums.cost))}
        }
        .into_any()
    });
    let target = plain_row(labels::TARGET, move |year| {
        printed.optional(year_of(year).and_then(|sums| sums.target))
    });
    let against = plain_row(sums::AGAINST_TARGET, move |year| {
        year_of(year)
            .map(|sums| sums::against_target(&sums))
            .unwrap_or_default()
    });
    let positions = plain_row(sums::POSITIONS_ROW, move |year| {
        sums::positions(year_of(year).and_then(|sums| sums.full_time_equivalents))
    });
    let stated = text(move || {
        combination.with(|sums| {
            let stated = sums
                .years
                .iter()
                .map(|year| year.full_time_equivalents_stated);
            {
                let without_sign = shown.positions_without_sign.with_value(|ids| {
                    let counted = sums.counted.iter();
                    counted.filter(|id| ids.contains(id)).count()
                });
                let stated = stated.max().unwrap_or_default();
                sums::positions_stated(stated, sums.counted.len(), without_sign)
            }
        })
    });
    let caption_id = format!("{id}-caption");
    view! {
        <div class="table-frame" role="region" aria-labelledby=caption_id.clone() tabindex="0">
            <table class="table figures figures--sums">
                <caption id=caption_id.clone()>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">
                            <span class="sr-only">{labels::ROW}</span>
                        </th>
                        {shown.year_heads()}
                        <th scope="col" class="number">
                            {labels::TOTAL}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <tr class="sum">
                        <th scope="row">{labels::NET_CHANGE}</th>
                        {net_change}
                        <td class="number row-sum">
                            {all_output} {total_meaning(shown.signs, all)}
                        </td>
                    </tr>
                    {saving_and_cost}
                    {weakening}
                    {target}
                    {against}
                    {positions}
                </tbody>
            </table>
        </div>
        <p class="catalogue__read">{stated}</p>
    }
    .into_any()
}

/// A row of texts, one per year.
fn plain_row(
    label: &'static str,
    words: impl Fn(usize) -> String + Copy + Send + Sync + 'static,
) -> AnyView {
    let cells: Vec<AnyView> = (0..YEARS)
        .map(|year| view! { <td class="number">{text(move || words(year))}</td> }.into_any())
        .collect();
    view! {
        <tr>
            <th scope="row">{label}</th>
            {cells}
            <td></td>
        </tr>
    }
    .into_any()
}

/// Who carries how much: by department and by kinds.
pub fn parts(
    shown: ShownCatalogue,
    id: &str,
    of: Signal<String>,
    combination: Memo<Combination>,
) -> AnyView {
    let caption =
        move |by: &'static str| shown.caption(text(move || sums::figure_of(&of.get(), by)));
    let by_department = parts_table(
        shown,
        format!("{id}-departments"),
        caption(sums::BY_DEPARTMENT),
        labels::DEPARTMENT,
        move || {
            combination.with(|sums| named(&sums.by_department, |name| sums::department_name(name)))
        },
    );
    let by_kinds = parts_table(
        shown,
        format!("{id}-kinds"),
        caption(sums::BY_KINDS),
        labels::KINDS,
        move || combination.with(|sums| named(&sums.by_kinds, sums::kinds_name)),
    );
    view! {
        <details class="details chart-table">
            <summary class="details-summary">{sums::PARTS}</summary>
            <div class="details-text">{by_department} {by_kinds}</div>
        </details>
    }
    .into_any()
}

/// Each part by its name: its years, and their sum.
fn named<T>(parts: &[Part<T>], name: impl Fn(&T) -> String) -> Vec<(String, Vec<Total>)> {
    let named = parts.iter().map(|part| {
        let years = part.net_change.iter().copied();
        let totals = years.chain([part.net_change_total()]).collect();
        (name(&part.of), totals)
    });
    named.collect()
}

fn parts_table(
    shown: ShownCatalogue,
    id: String,
    caption: Signal<String>,
    head: &'static str,
    parts: impl Fn() -> Vec<(String, Vec<Total>)> + Send + Sync + 'static,
) -> AnyView {
    let printed = shown.printed();
    let parts = Memo::new(move |_| parts());
    let body = dynamic(move || {
        let rows: Vec<AnyView> = parts
            .get()
            .into_iter()
            .map(|(name, totals)| {
                let cells: Vec<AnyView> = totals
                    .into_iter()
                    .map(|total| {
                        view! { <td class="number">{printed.total(total)}</td> }.into_any()
                    })
                    .collect();
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        {cells}
                    </tr>
                }
                .into_any()
            })
            .collect();
        rows.into_any()
    });
    view! {
        <div class="table-frame" role="region" aria-labelledby=id.clone() tabindex="0">
            <table class="table figures figures--sums">
                <caption id=id.clone()>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{head}</th>
                        {shown.year_heads()}
                        <th scope="col" class="number">
                            {labels::TOTAL}
                        </th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The years of a choice.
pub fn years_of(combination: Memo<Combination>) -> Vec<CombinedYear> {
    combination.with(|sums| sums.years.to_vec())
}
