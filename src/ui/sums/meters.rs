//! What a choice saves in each year, as a bar that fills up to the target, with words beneath it. The tables have the same figures
//! exactly.

use leptos::prelude::*;

use super::ShownCatalogue;
use crate::domain::{AgainstTarget, Combination, CombinedYear, YEARS};
use crate::picture::{FULL, reached};
use crate::text::sums;
use crate::ui::view::{dynamic, text};

/// The years of a choice beside each other.
pub fn meters(shown: ShownCatalogue, combination: Memo<Combination>) -> AnyView {
    let years: Vec<AnyView> = (0..YEARS)
        .map(|index| {
            let year = move || combination.with(|sums| sums.years.get(index).cloned());
            meter(shown.year_label(index), Memo::new(move |_| year()))
        })
        .collect();
    view! { <ul class="meters">{years}</ul> }.into_any()
}

fn meter(label: Signal<String>, year: Memo<Option<CombinedYear>>) -> AnyView {
    let words = move |of: fn(&CombinedYear) -> String| {
        text(move || year.with(|year| year.as_ref().map(of).unwrap_or_default()))
    };
    let class = text(move || {
        let against = year.with(|year| year.as_ref().and_then(CombinedYear::against_target));
        let class = match against {
            Some(AgainstTarget::Reached { .. }) => "key-figure key-figure--covered",
            Some(AgainstTarget::Missing(_)) => "key-figure key-figure--missing",
            Some(AgainstTarget::Unknown | AgainstTarget::Doubtful) | None => "key-figure",
        };
        class.to_owned()
    });
    let filled = Memo::new(move |_| year.with(|year| year.as_ref().and_then(reached)));
    let bar = dynamic(move || match filled.get() {
        None => ().into_any(),
        Some(filled) => view! {
            <svg
                class="meter"
                viewBox=format!("0 0 {FULL} 1")
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
            >
                <rect class="meter__room" x="0" y="0" width=FULL.to_string() height="1" />
                <rect class="meter__filled" x="0" y="0" width=filled.to_string() height="1" />
            </svg>
        }
        .into_any(),
    });
    view! {
        <li class=class>
            <p class="key-figure__label">{label}</p>
            <p class="key-figure__figure">{words(|year| sums::total_words(year.net_change))}</p>
            {bar}
            <p class="key-figure__words">{words(sums::of_target)}</p>
        </li>
    }
    .into_any()
}
