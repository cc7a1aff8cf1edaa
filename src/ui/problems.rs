//! The summary of what is wrong or odd in a document. Each line jumps to its field; advice can be dismissed, with
//! a reason that stays with the document.

use std::sync::Arc;

use leptos::prelude::*;

use super::dialog::{Dialog, text_area};
use super::editor::{Editable, Editor};
use super::messages::Problem;
use super::view::{PRIMARY, TERTIARY, button, dynamic, link_button, text, when};
use crate::domain::{Dismissal, limits};
use crate::text::{app, problems};
use crate::web::focus;

/// The summary at the top of a form: errors openly, advice and what was dismissed folded away.
pub fn problem_summary<F: Editable>(editor: Editor<F>) -> AnyView {
    let problems = editor.problems;
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
    let (errors, advice, dismissed) = (of_kind(true), of_kind(false), editor.dismissed);
    let dismissing = RwSignal::new(None::<Problem>);
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
                            {text(move || problems::error_count(errors.with(Vec::len)))}
                        </h2>
                        {lines(errors, |_| ().into_any())}
                    </div>
                </section>
            }
            .into_any()
        },
    );
    let dismiss = move |problem: &Problem| {
        if problem.advice.is_none() {
            return ().into_any();
        }
        let problem = problem.clone();
        let name = format!("{}: {}", problems::DISMISS, problem.label);
        link_button(
            problems::DISMISS.to_owned().into(),
            Some(name.into()),
            false.into(),
            move || dismissing.set(Some(problem.clone())),
        )
    };
    let bring_back = move |problem: &Problem| {
        let name = format!("{}: {}", problems::BRING_BACK, problem.label);
        let dismissal = problem.advice.clone();
        let reason = dismissal
            .as_ref()
            .map(|dismissal| problems::dismissed_because(&dismissal.reason));
        let button = link_button(
            problems::BRING_BACK.to_owned().into(),
            Some(name.into()),
            false.into(),
            move || {
                let dismissal = dismissal.clone();
                change(editor, |dismissed| {
                    dismissed.retain(|other| Some(other) != dismissal.as_ref());
                });
            },
        );
        view! {
            <em>{reason}</em>
            " "
            {button}
        }
        .into_any()
    };
    view! {
        {error_summary}
        {folded(advice, problems::advice_count, dismiss)}
        {folded(dismissed, problems::dismissed_count, bring_back)}
        {dismiss_dialog(editor, dismissing)}
    }
    .into_any()
}

/// Lines that are folded away under their number; nothing while there are none.
fn folded(
    problems: Memo<Vec<Problem>>,
    heading: fn(usize) -> String,
    action: impl Fn(&Problem) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let action: Arc<dyn Fn(&Problem) -> AnyView + Send + Sync> = Arc::new(action);
    when(
        move || problems.with(|problems| !problems.is_empty()),
        move || {
            let action = action.clone();
            view! {
                <details class="details problems d-print-none">
                    <summary class="details-summary">
                        {text(move || heading(problems.with(Vec::len)))}
                    </summary>
                    <div class="details-text">
                        {lines(problems, move |problem| action(problem))}
                    </div>
                </details>
            }
            .into_any()
        },
    )
}

fn lines(
    problems: Memo<Vec<Problem>>,
    action: impl Fn(&Problem) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let line = move |problem: Problem| {
        let action = action(&problem);
        let jump = link_button(problem.label.into(), None, false.into(), move || {
            focus(&problem.field)
        });
        view! { <li>{jump} " " {problem.text} " " {action}</li> }.into_any()
    };
    let lines = dynamic(move || {
        let lines: Vec<AnyView> = problems.get().into_iter().map(&line).collect();
        lines.into_any()
    });
    view! { <ul class="problems__list">{lines}</ul> }.into_any()
}

/// Changes what is dismissed in the document.
fn change<F: Editable>(editor: Editor<F>, change: impl FnOnce(&mut Vec<Dismissal>)) {
    editor.edit(|document| {
        if let Some(dismissed) = document.dismissed_mut() {
            change(dismissed);
        }
    });
    editor.settle();
    // The button is gone with its line.
    focus("page-heading");
}

/// The dialog that asks why, open while `dismissing` holds advice.
fn dismiss_dialog<F: Editable>(
    editor: Editor<F>,
    dismissing: RwSignal<Option<Problem>>,
) -> AnyView {
    dynamic(move || {
        let Some(problem) = dismissing.get() else {
            return ().into_any();
        };
        let reason = RwSignal::new(String::new());
        let error = RwSignal::new(None::<&'static str>);
        let dialog = Dialog::new();
        let kept = problem.advice.clone();
        let apply = move || {
            let text = reason.get_untracked().trim().to_owned();
            let is_full = editor
                .document
                .with_untracked(|document| document.dismissed().len() >= limits::DISMISSALS);
            if text.is_empty() || is_full {
                error.set(Some(if is_full {
                    problems::DISMISS_FULL
                } else {
                    problems::DISMISS_NEEDS_REASON
                }));
                return;
            }
            let Some(kept) = kept.clone() else { return };
            let dismissal = Dismissal {
                reason: text,
                ..kept
            };
            dialog.close();
            change(editor, |dismissed| dismissed.push(dismissal));
            editor.say_undoable(problems::DISMISSED.to_owned());
        };
        let content = view! {
            <h2 id="dismiss-heading">{problems::DISMISS_HEADING}</h2>
            <p>
                <strong>{problem.label} ": "</strong>
                {problem.text}
            </p>
            {text_area(
                "dismiss-reason",
                problems::DISMISS_REASON,
                Some(problems::DISMISS_HINT),
                reason,
                error,
            )}
            <div class="button-group">
                {button(PRIMARY, problems::DISMISS, apply)}
                {button(TERTIARY, app::CANCEL, move || dialog.close())}
            </div>
        };
        dialog.draw("dialog", "dismiss-heading", content.into_any(), move || {
            dismissing.set(None);
        })
    })
}
