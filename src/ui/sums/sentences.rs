//! What is to be said of a sum, in sentences.

use leptos::prelude::*;

use super::ShownCatalogue;
use crate::domain::{Combination, Id, NotCounted};
use crate::text::catalogue::packages;
use crate::text::sums;
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

/// What is to be said of a sum; and, to whoever can mend the catalogue, how.
pub fn notes(shown: ShownCatalogue, combination: &Combination, can_mend: bool) -> Vec<String> {
    sums::about_sum(combination, &|id| shown.name(id), can_mend)
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
pub fn reasons(shown: ShownCatalogue, not_counted: &NotCounted, can_mend: bool) -> Vec<String> {
    shown
        .catalogue
        .with(|catalogue| sums::reasons(catalogue, not_counted, &|id| shown.name(id), can_mend))
}

/// Why a chosen proposal does not count, and what to change. `None` where it counts, or was not chosen.
pub fn why_not_counted(
    shown: ShownCatalogue,
    combination: &Combination,
    proposal: Id,
    can_mend: bool,
) -> Option<String> {
    let mut not_counted = combination.not_counted.iter();
    let not_counted = not_counted.find(|one| one.proposal == proposal)?;
    let advice = not_counted.reasons.iter();
    let advice = advice.map(|&reason| sums::not_counted_advice(reason).to_owned());
    let words = reasons(shown, not_counted, can_mend)
        .into_iter()
        .chain(advice);
    let words: Vec<String> = words.filter(|words| !words.is_empty()).collect();
    Some(words.join(" "))
}

/// Why a chosen proposal does not count, where it is chosen; `id` is for what is described by it.
pub fn not_counted(why: Memo<Option<String>>, id: Option<String>) -> AnyView {
    dynamic(move || match why.get() {
        None => ().into_any(),
        Some(why) => view! {
            <p class="catalogue__why" id=id.clone()>
                <strong>{packages::NOT_COUNTED_HERE}</strong>
                " "
                {why}
            </p>
        }
        .into_any(),
    })
}
