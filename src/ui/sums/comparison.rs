//! Packages side by side.

use leptos::prelude::*;

use super::Shown;
use crate::domain::{Combination, Id, PackageComparison, YEARS};
use crate::text::{labels, page};

/// A package as it stands beside others.
#[derive(Clone, PartialEq)]
pub struct Compared {
    /// What they are called.
    pub titles: Vec<String>,
    /// What they amount to, share and differ in.
    pub told: PackageComparison,
}

fn package_heads(compared: &Compared) -> Vec<AnyView> {
    let heads = compared.titles.iter().map(|title| {
        view! {
            <th scope="col" class="number">
                {title.clone()}
            </th>
        }
        .into_any()
    });
    heads.collect()
}

/// A row with a text per package.
fn row_of(
    label: String,
    compared: &Compared,
    class: &'static str,
    words: impl Fn(&Combination) -> String,
) -> AnyView {
    let cells: Vec<AnyView> = compared
        .told
        .combinations
        .iter()
        .map(|sums| view! { <td class="number">{words(sums)}</td> }.into_any())
        .collect();
    view! {
        <tr class=class>
            <th scope="row">{label}</th>
            {cells}
        </tr>
    }
    .into_any()
}

/// The figures of packages side by side: per year what changes, what is missing, and positions.
pub fn compared_figures(shown: Shown, compared: &Compared) -> AnyView {
    let printed = shown.printed();
    let rows: Vec<AnyView> = (0..YEARS)
        .map(|year| {
            let label = |figure: &str| {
                shown
                    .catalogue
                    .with(|catalogue| page::in_year(figure, catalogue, year))
            };
            let of = |sums: &Combination| sums.years.get(year).cloned();
            view! {
                {row_of(
                    label(labels::NET_CHANGE),
                    compared,
                    "",
                    |sums| printed.optional(of(sums).map(|of| of.net_change)),
                )}
                {row_of(
                    label(page::AGAINST_TARGET),
                    compared,
                    "derived",
                    |sums| of(sums).map(|of| page::against_target(&of)).unwrap_or_default(),
                )}
                {row_of(
                    label(page::POSITIONS_ROW),
                    compared,
                    "derived",
                    |sums| page::positions(of(sums).and_then(|of| of.full_time_equivalents)),
                )}
            }
            .into_any()
        })
        .collect();
    let total = row_of(
        labels::of_all_years(labels::NET_CHANGE),
        compared,
        "sum",
        |sums| printed.total(sums.net_change_total()),
    );
    view! {
        <div class="table-frame" role="region" aria-labelledby="compared-caption" tabindex="0">
            <table class="table figures figures--compared">
                <caption id="compared-caption">
                    {shown.caption(page::COMPARED_FIGURES.to_owned().into())}
                </caption>
                <thead>
                    <tr>
                        <th scope="col">
                            <span class="sr-only">{page::ROW}</span>
                        </th>
                        {package_heads(compared)}
                    </tr>
                </thead>
                <tbody>{rows} {total}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Which proposals the packages share, and where they differ.
pub fn compared_proposals(shown: Shown, compared: &Compared) -> AnyView {
    let combinations = &compared.told.combinations;
    let row = |proposal: Id, is_in: Vec<bool>| {
        let cells: Vec<AnyView> = is_in
            .into_iter()
            .zip(combinations)
            .map(|(is_in, sums)| {
                let words = match (is_in, sums.counted.contains(&proposal)) {
                    (false, _) => page::HAS_NOT,
                    (true, true) => page::HAS,
                    (true, false) => page::HAS_NOT_COUNTED,
                };
                view! { <td class="number">{words}</td> }.into_any()
            })
            .collect();
        view! {
            <tr>
                <th scope="row">{shown.name(proposal)}</th>
                {cells}
            </tr>
        }
        .into_any()
    };
    let count = combinations.len();
    let shared = compared.told.shared.iter();
    let shared: Vec<AnyView> = shared.map(|&id| row(id, vec![true; count])).collect();
    let differing = compared.told.differing.iter();
    let differing: Vec<AnyView> = differing
        .map(|one| row(one.proposal, one.is_in.clone()))
        .collect();
    let part = |heading: &'static str, rows: Vec<AnyView>| {
        (!rows.is_empty()).then(|| {
            view! {
                <tbody>
                    <tr class="subheading">
                        <th scope="rowgroup" colspan=(count + 1).to_string()>
                            {heading}
                        </th>
                    </tr>
                    {rows}
                </tbody>
            }
            .into_any()
        })
    };
    if shared.is_empty() && differing.is_empty() {
        return ().into_any();
    }
    view! {
        <div
            class="table-frame"
            role="region"
            aria-labelledby="compared-proposals-caption"
            tabindex="0"
        >
            <table class="table figures figures--compared">
                <caption id="compared-proposals-caption">{page::COMPARED_PROPOSALS}</caption>
                <thead>
                    <tr>
                        <th scope="col">{page::ENTRY}</th>
                        {package_heads(compared)}
                    </tr>
                </thead>
                {part(page::SHARED, shared)}
                {part(page::DIFFERING, differing)}
            </table>
        </div>
    }
    .into_any()
}
