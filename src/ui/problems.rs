//! The summary of what is wrong or odd in a document. Each line jumps to its field.

use leptos::prelude::*;

use super::editor::Problem;
use super::view::{dynamic, link_button, text, when};
use crate::text::page;
use crate::web::focus;

/// The summary at the top of a form: errors openly, advice folded away.
pub fn problem_summary(problems: Memo<Vec<Problem>>) -> AnyView {
    let of_kind = move |is_error: bool| {
        Memo::new(move |_| {
            problems.with(|problems| {
                problems
                    .iter()
                    .filter(|problem| problem.is_error == is_error)
                    .cloned()
                    .collect::<Vec<_>>()
            })
        })
    };
    let (errors, advice) = (of_kind(true), of_kind(false));
    let error_summary = when(
        move || errors.with(|errors| !errors.is_empty()),
        move || {
            view! {
                <section
                    class="alert alert-error problems d-print-none"
                    aria-labelledby="errors-heading"
                >
                    <div class="alert-body">
                        <h2 class="alert-heading" id="errors-heading">
                            {text(move || page::error_count(errors.with(Vec::len)))}
                        </h2>
                        {lines(errors)}
                    </div>
                </section>
            }
            .into_any()
        },
    );
    let advice_summary = when(
        move || advice.with(|advice| !advice.is_empty()),
        move || {
            view! {
                <details class="details problems d-print-none">
                    <summary class="details-summary">
                        {text(move || page::advice_count(advice.with(Vec::len)))}
                    </summary>
                    <div class="details-text">{lines(advice)}</div>
                </details>
            }
            .into_any()
        },
    );
    view! {
        {error_summary}
        {advice_summary}
    }
    .into_any()
}

fn lines(problems: Memo<Vec<Problem>>) -> AnyView {
    let line = |problem: Problem| {
        let jump = link_button(problem.label.into(), None, false.into(), move || {
            focus(&problem.field)
        });
        view! { <li>{jump} " " {problem.text}</li> }.into_any()
    };
    let lines = dynamic(move || {
        let lines: Vec<AnyView> = problems.get().into_iter().map(line).collect();
        lines.into_any()
    });
    view! { <ul class="problems__list">{lines}</ul> }.into_any()
}
