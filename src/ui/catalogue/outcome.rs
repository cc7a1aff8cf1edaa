//! What the catalogue amounts to at most: the permitted choice that saves most.

use leptos::prelude::*;

use super::{Page, Sums};
use crate::domain::NotCounted;
use crate::text;
use crate::ui::sums::{Level, bars, notes, parts, reasons, sentences, sums_table};
use crate::ui::view::when;

/// The section.
pub fn outcome(on_page: Page) -> AnyView {
    let sums = on_page.sums;
    let combination = Memo::new(move |_| sums.with(|sums| sums.combination.clone()));
    let of = text::sums::OF_CATALOGUE.to_owned().into();
    let caption = on_page
        .shown
        .caption(text::sums::AMOUNTS_TO.to_owned().into());
    let has_figures = move || combination.with(|sums| !sums.counted.is_empty());
    let figures = when(has_figures, move || {
        view! {
            <div class="catalogue__outcome">
                <div>{bars(on_page.shown, "outcome", combination)}</div>
                <div>
                    {sums_table(on_page.shown, "outcome", of, caption, combination)}
                    {parts(on_page.shown, "outcome", of, combination)}
                </div>
            </div>
        }
        .into_any()
    });
    let counted = crate::ui::view::text(move || {
        sums.with(|sums| {
            let counted = sums.combination.counted.len();
            match counted + sums.passed_over.len() {
                0 => String::new(),
                all => text::sums::counted_of(counted, all),
            }
        })
    });
    let nothing = when(
        move || !has_figures(),
        || view! { <p>{text::sums::NOTHING_COUNTED}</p> }.into_any(),
    );
    let about = sentences(Level::Third, text::sums::ABOUT_SUM, move || {
        sums.with(|sums| {
            let unproven = sums.largest.unproven.len();
            let unproven = (unproven > 0).then(|| text::sums::unproven(unproven));
            let notes = notes(on_page.shown, &sums.combination, true).into_iter();
            notes.chain(unproven).collect()
        })
    });
    let not_counted = sentences(Level::Third, text::sums::NOT_COUNTED, move || {
        let explained = |sums: &Sums| {
            let not_counted = sums.passed_over.iter();
            not_counted
                .map(|one| not_counted_sentence(on_page, one))
                .collect()
        };
        sums.with(explained)
    });
    view! {
        <section class="form-section form-section--outcome" aria-labelledby="outcome-heading">
            <h2 id="outcome-heading">{text::sums::AMOUNTS_TO}</h2>
            <p class="catalogue__read">{text::sums::AMOUNTS_TO_HINT} " " {counted}</p>
            {nothing}
            {figures}
            {about}
            {not_counted}
        </section>
    }
    .into_any()
}

/// `3. Lukning af …: Det er annulleret. …`
fn not_counted_sentence(on_page: Page, not_counted: &NotCounted) -> String {
    let reasons = reasons(on_page.shown, not_counted, true);
    let reasons = if reasons.is_empty() {
        text::sums::SAVES_NOTHING_MORE.to_owned()
    } else {
        reasons.join(" ")
    };
    text::sums::figure_of(&on_page.shown.name(not_counted.proposal), &reasons)
}
