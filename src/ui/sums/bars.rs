//! The picture: what is saved in each year, as a whole or by who saves it, and the target. The tables beside it have the same
//! figures.

use leptos::prelude::*;

use super::ShownCatalogue;
use super::table::years_of;
use crate::domain::{Amount, Combination, CombinedYear, Part, YEARS, weightiest};
use crate::picture::{Bar, Bars, FULL, Saving, reach, savings};
use crate::text::{labels, sums};
use crate::ui::dialog::choice_in_row;
use crate::ui::view::dynamic;

/// The parts that bars are split into; of more, the smallest are one.
const MOST_PARTS: usize = 6;

/// What bars are split by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Nothing,
    Department,
    Kinds,
}

impl By {
    const ALL: [Self; 3] = [Self::Nothing, Self::Department, Self::Kinds];

    fn label(self) -> &'static str {
        match self {
            Self::Nothing => sums::BARS_WHOLE,
            Self::Department => labels::DEPARTMENT,
            Self::Kinds => labels::KINDS,
        }
    }
}

/// A part of every bar: its name, and what it saves in each year (plus).
struct Share {
    name: String,
    savings: [Amount; YEARS],
}

/// The picture of a choice. `id` tells it from others in the page.
pub fn bars(shown: ShownCatalogue, id: &str, combination: Memo<Combination>) -> AnyView {
    let by = RwSignal::new(By::Nothing);
    let options: Vec<String> = By::ALL.map(|by| by.label().to_owned()).into();
    let place = move || By::ALL.iter().position(|&choice| choice == by.get());
    let choose = move |place: usize| {
        if let Some(&choice) = By::ALL.get(place) {
            by.set(choice);
        }
    };
    let choice = choice_in_row(
        format!("{id}-bars-by"),
        "form-label",
        sums::BARS_BY.to_owned().into(),
        options.into(),
        Signal::derive(move || place().unwrap_or_default()),
        Box::new(choose),
    );
    let picture = dynamic(move || {
        let years = years_of(combination);
        let shares = combination.with(|sums| shares(by.get(), sums));
        match (savings(&years), shares) {
            (Some(savings), Some(shares)) => draw(shown, &years, &savings, &shares),
            _ => view! { <p class="form-hint">{sums::BARS_INCOMPLETE}</p> }.into_any(),
        }
    });
    view! {
        <div class="d-print-none">{choice}</div>
        {picture}
    }
    .into_any()
}

/// What bars are split into; nothing where they are not. `None` where an amount cannot be read.
fn shares(by: By, sums: &Combination) -> Option<Vec<Share>> {
    match by {
        By::Nothing => Some(Vec::new()),
        By::Department => named(&sums.by_department, |name| sums::department_name(name)),
        By::Kinds => named(&sums.by_kinds, sums::kinds_name),
    }
}

fn named<T: Clone>(parts: &[Part<T>], name: impl Fn(&T) -> String) -> Option<Vec<Share>> {
    let (weighty, others) = weightiest(parts, MOST_PARTS);
    let weighty = weighty.iter().map(|part| share(part, name(&part.of)));
    let others = others.map(|part| share(&part, sums::BARS_OTHERS.to_owned()));
    weighty.chain(others).collect()
}

fn share<T>(part: &Part<T>, name: String) -> Option<Share> {
    let mut savings = [Amount::ZERO; YEARS];
    for (saving, net_change) in savings.iter_mut().zip(part.net_change) {
        *saving = -net_change.counted()?;
    }
    Some(Share { name, savings })
}

/// The parts of a bar, as a style class and where it lies.
fn parts_of(
    bars: Bars,
    place: usize,
    one: Saving,
    shares: &[Share],
    costs: bool,
) -> Vec<(String, Bar)> {
    let parts = if shares.is_empty() {
        one.parts()
    } else {
        in_year(shares, place)
    };
    let stacked = bars.stack(place, &parts).into_iter();
    if shares.is_empty() && !costs {
        return stacked.map(|bar| ("bars__bar".to_owned(), bar)).collect();
    }
    let numbered = stacked.enumerate();
    numbered
        .map(|(number, bar)| (format!("bars__bar bars__bar--{number}"), bar))
        .collect()
}

fn in_year(shares: &[Share], place: usize) -> Vec<Amount> {
    let savings = shares.iter();
    savings
        .filter_map(|share| share.savings.get(place).copied())
        .collect()
}

fn draw(
    shown: ShownCatalogue,
    years: &[CombinedYear],
    savings: &[Saving],
    shares: &[Share],
) -> AnyView {
    let all = savings
        .iter()
        .enumerate()
        .flat_map(|(place, one)| one.reach().chain(reach(&in_year(shares, place))));
    let costs = savings.iter().any(|one| !one.cost.is_zero());
    let bars = Bars::of(savings.len(), all);
    let zero = bars.zero().to_string();
    let drawn: Vec<AnyView> = savings
        .iter()
        .enumerate()
        .map(|(place, one)| {
            view! {
                {rectangles(parts_of(bars, place, *one, shares, costs))}
                {one.target.map(|target| target_line(bars, place, target))}
            }
            .into_any()
        })
        .collect();
    let (in_words, captions) = shown.catalogue.with(|catalogue| {
        let captions: Vec<AnyView> = years
            .iter()
            .enumerate()
            .map(|(index, year)| {
                view! {
                    <span class="bars__caption">
                        <strong>{labels::year_column(&catalogue.first_year, index)}</strong>
                        <span>{sums::total_words(year.net_change)}</span>
                        <span>{sums::against_target_rounded(year)}</span>
                    </span>
                }
                .into_any()
            })
            .collect();
        (sums::bars_in_words(catalogue, years), captions)
    });
    view! {
        <figure class="chart">
            <ul class="chart__legend" aria-hidden="true">
                {keys(shares, costs)}
                <li class="chart__key bars__key--target">{sums::BARS_TARGET}</li>
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

fn rectangles(parts: Vec<(String, Bar)>) -> Vec<AnyView> {
    let parts = parts.into_iter().map(|(class, bar)| {
        view! {
            <rect
                class=class
                x=bar.left.to_string()
                y=bar.top.to_string()
                width=bar.width.to_string()
                height=bar.height.to_string()
            />
        }
        .into_any()
    });
    parts.collect()
}

fn target_line(bars: Bars, place: usize, target: Amount) -> AnyView {
    let (from, to) = bars.line(place);
    let down = bars.down(target).to_string();
    view! {
        <line class="bars__target" x1=from.to_string() x2=to.to_string() y1=down.clone() y2=down />
    }
    .into_any()
}

/// What the colours stand for, from the bottom of a bar to its top.
fn keys(shares: &[Share], costs: bool) -> Vec<AnyView> {
    let names: Vec<String> = if !shares.is_empty() {
        shares.iter().map(|share| share.name.clone()).collect()
    } else if costs {
        vec![sums::BARS_SAVING.to_owned(), sums::BARS_COST.to_owned()]
    } else {
        return vec![
            view! { <li class="chart__key bars__key">{sums::BARS_SAVING}</li> }.into_any(),
        ];
    };
    let keys = names.into_iter().enumerate().map(|(number, name)| {
        let class = format!("chart__key bars__key bars__key--{number}");
        view! { <li class=class>{name}</li> }.into_any()
    });
    keys.collect()
}
