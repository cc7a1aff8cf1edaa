//! What is to be said of a sum, in sentences.

use leptos::prelude::*;

use super::Shown;
use crate::domain::{Combination, Id, LeftOut, Total};
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

impl Level {
    /// A heading of this level.
    pub fn heading(self, heading: &'static str) -> AnyView {
        match self {
            Self::Third => view! { <h3>{heading}</h3> }.into_any(),
            Self::Fourth => view! { <h4>{heading}</h4> }.into_any(),
        }
    }
}

/// What is to be said of a sum: what was weakened, different prices, other years; and, to whoever can mend the catalogue, how.
pub fn notes(shown: Shown, combination: &Combination, can_mend: bool) -> Vec<String> {
    let name = |id: Id| shown.name(id);
    let mended = |note: String, how: &'static str| match can_mend {
        true => format!("{note} {how}"),
        false => note,
    };
    let weakenings = combination.weakenings.iter().map(|one| {
        let (from, to) = (name(one.from), name(one.to));
        let is_known = one.amounts.is_some();
        let note = match is_known {
            true => page::weakening_applied(&from, &to, one.over_all_years()),
            false => page::weakening_unknown(&from, &to),
        };
        match one.over_all_years() {
            Total::Complete(_) if is_known => note,
            Total::Complete(_) | Total::Incomplete => mended(note, page::MEND_WEAKENING),
        }
    });
    let levels = combination.has_different_price_levels().then(|| {
        let levels = combination.price_levels.iter().map(|(&year, of)| {
            let of: Vec<String> = of.iter().map(|&id| name(id)).collect();
            page::price_level_of(year, &of)
        });
        let note = page::different_price_levels(&levels.collect::<Vec<_>>());
        mended(note, page::MEND_PRICE_LEVELS)
    });
    let other_years = combination.other_years.iter();
    let other_years = other_years.map(|&id| mended(page::other_year(&name(id)), page::MEND_YEAR));
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
        let lines: Vec<AnyView> = sentences
            .into_iter()
            .map(|sentence| view! { <li>{sentence}</li> }.into_any())
            .collect();
        view! {
            {level.heading(heading)}
            <ul class="catalogue__sentences">{lines}</ul>
        }
        .into_any()
    })
}

/// Why a proposal does not count, a sentence each; and, to whoever can mend the catalogue, how.
pub fn reasons(shown: Shown, left_out: &LeftOut, can_mend: bool) -> Vec<String> {
    let sentences = left_out.reasons.iter().flat_map(|&reason| {
        let why = shown
            .catalogue
            .with(|catalogue| page::left_out_reason(catalogue, reason, &|id| shown.name(id)));
        let how = if can_mend {
            page::left_out_mending(reason)
        } else {
            ""
        };
        [why, how.to_owned()]
    });
    sentences.filter(|sentence| !sentence.is_empty()).collect()
}
