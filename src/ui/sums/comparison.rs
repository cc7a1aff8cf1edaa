//! Packages side by side.

use leptos::ev::Event;
use leptos::prelude::*;

use super::{Level, ShownCatalogue};
use crate::domain::{
    Catalogue, Combination, Id, Package, PackageComparison, YEARS, compare_packages, limits,
};
use crate::text::catalogue::{entries, packages};
use crate::text::{labels, sums};
use crate::ui::rows::Rows;
use crate::ui::view::{dynamic, flag, keyed, text, when};

/// A package, and what it is called beside others.
#[derive(Clone, PartialEq)]
pub struct NamedPackage {
    /// What it is called.
    pub title: String,
    /// The package.
    pub package: Package,
}

impl NamedPackage {
    /// The packages of a catalogue, in its order.
    pub fn all_of(catalogue: &Catalogue) -> Vec<Self> {
        let packages = catalogue.packages.iter().enumerate();
        let named = packages.map(|(place, package)| Self {
            title: packages::package_title(place, &package.name),
            package: package.clone(),
        });
        named.collect()
    }
}

/// Packages as they stand beside each other.
#[derive(Clone, PartialEq)]
struct Compared {
    titles: Vec<String>,
    told: PackageComparison,
}

/// Up to four packages side by side; of more, it can be chosen which.
pub fn comparison(
    shown: ShownCatalogue,
    level: Level,
    packages: Memo<Vec<NamedPackage>>,
) -> AnyView {
    let ids = Rows::new(move || {
        packages.with(|packages| packages.iter().map(|one| one.package.id).collect())
    });
    // The packages that are left out of the comparison: at first, those after the fourth.
    let first = ids.ids().into_iter().skip(limits::COMPARED_PACKAGES);
    let is_left_out = RwSignal::new(first.collect::<Vec<Id>>());
    let beside = Memo::new(move |_| {
        let mut ids = ids.ids();
        is_left_out.with(|left_out| ids.retain(|id| !left_out.contains(id)));
        ids.truncate(limits::COMPARED_PACKAGES);
        ids
    });
    let compared = Memo::new(move |_| {
        shown.with(|catalogue, proposals| {
            packages.with(|packages| {
                let beside = beside.get();
                let packages = packages.iter();
                let packages: Vec<&NamedPackage> = packages
                    .filter(|one| beside.contains(&one.package.id))
                    .collect();
                let compared: Vec<&Package> = packages.iter().map(|one| &one.package).collect();
                Compared {
                    titles: packages.iter().map(|one| one.title.clone()).collect(),
                    told: compare_packages(catalogue, proposals, &compared),
                }
            })
        })
    });
    let choices = when(
        move || ids.count() > limits::COMPARED_PACKAGES,
        move || {
            let boxes = keyed(ids.keys(), move |id| {
                compared_box(packages, id, beside, is_left_out)
            });
            view! {
                <fieldset class="catalogue__ticks d-print-none">
                    <legend class="form-label">{sums::compared(limits::COMPARED_PACKAGES)}</legend>
                    {boxes}
                </fieldset>
            }
            .into_any()
        },
    );
    let tables = dynamic(move || {
        compared.with(|compared| {
            view! {
                {compared_figures(shown, compared)}
                {compared_proposals(shown, compared)}
            }
            .into_any()
        })
    });
    view! {
        {level.heading(sums::COMPARISON)}
        {choices}
        {tables}
    }
    .into_any()
}

/// Whether a package stands beside the others.
fn compared_box(
    packages: Memo<Vec<NamedPackage>>,
    id: Id,
    beside: Memo<Vec<Id>>,
    left_out: RwSignal<Vec<Id>>,
) -> AnyView {
    let label = text(move || {
        let title = |packages: &Vec<NamedPackage>| {
            let mut packages = packages.iter();
            let found = packages.find(|one| one.package.id == id)?;
            Some(found.title.clone())
        };
        packages.with(title).unwrap_or_default()
    });
    let is_shown = flag(move || beside.with(|beside| beside.contains(&id)));
    let is_full = flag(move || {
        beside.with(|beside| beside.len() >= limits::COMPARED_PACKAGES && !beside.contains(&id))
    });
    let on_change: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let is_shown = event_target_checked(&event);
        left_out.update(|left_out| {
            left_out.retain(|&other| other != id);
            if !is_shown {
                left_out.push(id);
            }
        });
    });
    let element = format!("compared-{id}");
    view! {
        <div class="form-group-checkbox">
            <input
                type="checkbox"
                class="form-checkbox"
                id=element.clone()
                disabled=is_full
                prop:checked=is_shown
                on:change=on_change
            />
            <label for=element>{label}</label>
        </div>
    }
    .into_any()
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
fn compared_figures(shown: ShownCatalogue, compared: &Compared) -> AnyView {
    let printed = shown.printed();
    let rows: Vec<AnyView> = (0..YEARS)
        .map(|year| {
            let label = |figure: &str| {
                shown
                    .catalogue
                    .with(|catalogue| sums::in_year(figure, catalogue, year))
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
                    label(sums::AGAINST_TARGET),
                    compared,
                    "derived",
                    |sums| of(sums).map(|of| sums::against_target(&of)).unwrap_or_default(),
                )}
                {row_of(
                    label(sums::POSITIONS_ROW),
                    compared,
                    "derived",
                    |sums| sums::positions(of(sums).and_then(|of| of.full_time_equivalents)),
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
                    {shown.caption(sums::COMPARED_FIGURES.to_owned().into())}
                </caption>
                <thead>
                    <tr>
                        <th scope="col">
                            <span class="sr-only">{labels::ROW}</span>
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
fn compared_proposals(shown: ShownCatalogue, compared: &Compared) -> AnyView {
    let combinations = &compared.told.combinations;
    let row = |proposal: Id, is_in: Vec<bool>| {
        let cells: Vec<AnyView> = is_in
            .into_iter()
            .zip(combinations)
            .map(|(is_in, sums)| {
                let words = match (is_in, sums.counted.contains(&proposal)) {
                    (false, _) => sums::HAS_NOT,
                    (true, true) => sums::HAS,
                    (true, false) => sums::HAS_NOT_COUNTED,
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
    let in_all = |proposals: &[Id]| -> Vec<AnyView> {
        let proposals = proposals.iter();
        proposals.map(|&id| row(id, vec![true; count])).collect()
    };
    let shared = in_all(&compared.told.shared);
    let chosen_in_all = in_all(&compared.told.chosen_in_all);
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
    if shared.is_empty() && chosen_in_all.is_empty() && differing.is_empty() {
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
                <caption id="compared-proposals-caption">{sums::COMPARED_PROPOSALS}</caption>
                <thead>
                    <tr>
                        <th scope="col">{entries::ENTRY}</th>
                        {package_heads(compared)}
                    </tr>
                </thead>
                {part(sums::SHARED, shared)}
                {part(sums::CHOSEN_IN_ALL, chosen_in_all)}
                {part(sums::DIFFERING, differing)}
            </table>
        </div>
    }
    .into_any()
}
