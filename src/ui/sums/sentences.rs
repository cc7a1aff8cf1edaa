//! What is to be said of a sum, in sentences.

use leptos::prelude::*;

use super::Shown;
use crate::domain::{Combination, Id, LeftOut};
use crate::text::page;
use crate::ui::view::dynamic;

/// How deep under the page's heading a heading stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// In a section.
    Third,
    /// In a part of a section.
    Fourth,
}

/// What is to be said of a sum: what was weakened, different prices, other years.
pub fn notes(shown: Shown, combination: &Combination) -> Vec<String> {
    let name = |id: Id| shown.name(id);
    let weakenings = combination.weakenings.iter().map(|one| {
        let (from, to) = (name(one.from), name(one.to));
        if one.amounts.is_some() {
            page::weakening_applied(&from, &to, one.over_all_years())
        } else {
            page::weakening_unknown(&from, &to)
        }
    });
    let levels = combination.has_different_price_levels().then(|| {
        let levels = combination.price_levels.iter().map(|(&year, of)| {
            let of: Vec<String> = of.iter().map(|&id| name(id)).collect();
            page::price_level_of(year, &of)
        });
        page::different_price_levels(&levels.collect::<Vec<_>>())
    });
    let other_years = combination
        .other_years
        .iter()
        .map(|&id| page::other_year(&name(id)));
    weakenings.chain(levels).chain(other_years).collect()
}

/// Sentences as a list under a heading; nothing where there are none.
pub fn sentences(
    level: Level,
    heading: &'static str,
    sentences: impl Fn() -> Vec<String> + Send + Sync + 'static,
) -> AnyView {
    let sentences = Memo::new(move |_| sentences());
    dynamic(move || {
        let sentences = sentences.get();
        if sentences.is_empty() {
            return ().into_any();
        }
        let heading = match level {
            Level::Third => view! { <h3>{heading}</h3> }.into_any(),
            Level::Fourth => view! { <h4>{heading}</h4> }.into_any(),
        };
        let lines: Vec<AnyView> = sentences
            .into_iter()
            .map(|sentence| view! { <li>{sentence}</li> }.into_any())
            .collect();
        view! {
            {heading}
            <ul class="catalogue__sentences">{lines}</ul>
        }
        .into_any()
    })
}

/// Why a proposal does not count, a sentence each.
pub fn reasons(shown: Shown, left_out: &LeftOut) -> Vec<String> {
    let reasons = left_out.reasons.iter();
    reasons
        .map(|&reason| {
            shown
                .catalogue
                .with(|catalogue| page::left_out_reason(catalogue, reason, &|id| shown.name(id)))
        })
        .collect()
}
