//! What is said about fields: what is wrong or odd, beside the field that it is about.

use leptos::prelude::*;

use super::view::{dynamic, link_button};
use crate::domain::Dismissal;
use crate::draft::Correction;
use crate::text::offers::Offer;
use crate::text::problems;

/// Something to mend or to consider, beside the field and in the summary.
#[derive(Clone, PartialEq)]
pub struct Problem {
    /// The name of the field it is about ([`Form::name`]).
    pub field: String,
    /// Whether the field cannot be read; otherwise it is advice.
    pub is_error: bool,
    /// What the field is called.
    pub label: String,
    /// What to do.
    pub text: String,
    /// What can be done by one click.
    pub offers: Vec<Offer>,
    /// Takes the offer that was clicked, with the field's name.
    pub taken: RwSignal<Option<(String, Correction)>>,
    /// For advice that the document keeps an answer to: what is kept when it is dismissed, or why it was.
    pub advice: Option<Dismissal>,
}

/// The id of the messages about a field, or of the first one.
pub fn message_id(name: &str) -> String {
    format!("{name}-message")
}

/// One message, with or without the name of its field.
fn message(problem: Problem, id: Option<String>, is_named: bool) -> AnyView {
    let (class, kind) = if problem.is_error {
        ("message message--error", problems::ERROR)
    } else {
        ("message message--advice", problems::ADVICE)
    };
    let offers = offers(&problem);
    let label = is_named.then(|| view! { <strong>{problem.label} ": "</strong> }.into_any());
    view! {
        <p class=class id=id>
            <span class="sr-only">{kind} ": "</span>
            {label}
            {problem.text}
            {offers}
        </p>
    }
    .into_any()
}

/// A button for each thing that can be done about a problem by one click.
fn offers(problem: &Problem) -> Vec<AnyView> {
    let (field, taken) = (&problem.field, problem.taken);
    let offers = problem.offers.iter().map(|offer| {
        let take = (field.clone(), offer.correction.clone());
        let name = format!("{}: {}", offer.label, problem.label);
        let button = link_button(
            offer.label.clone().into(),
            Some(name.into()),
            false.into(),
            move || taken.set(Some(take.clone())),
        );
        view! {
            " "
            {button}
        }
        .into_any()
    });
    offers.collect()
}

/// The problems of a field.
fn problems_of(name: &str, problems: Memo<Vec<Problem>>) -> Memo<Vec<Problem>> {
    let name = name.to_owned();
    Memo::new(move |_| {
        problems.with(|problems| {
            problems
                .iter()
                .filter(|problem| problem.field == name)
                .cloned()
                .collect()
        })
    })
}

/// The messages about one field, beside it.
pub fn field_messages(name: &str, problems: Memo<Vec<Problem>>) -> AnyView {
    let id = message_id(name);
    let problems = problems_of(name, problems);
    dynamic(move || {
        let problems = problems.get();
        if problems.is_empty() {
            return ().into_any();
        }
        let lines: Vec<AnyView> = problems
            .into_iter()
            .map(|problem| message(problem, None, false))
            .collect();
        view! {
            <div class="messages" id=id.clone()>
                {lines}
            </div>
        }
        .into_any()
    })
}

/// The problems of several fields.
fn problems_of_all(names: Vec<String>, problems: Memo<Vec<Problem>>) -> Memo<Vec<Problem>> {
    Memo::new(move |_| {
        problems.with(|problems| {
            problems
                .iter()
                .filter(|problem| names.contains(&problem.field))
                .cloned()
                .collect()
        })
    })
}

/// One message after the other, each with the name of its field.
fn named_messages(problems: Vec<Problem>) -> Vec<AnyView> {
    let mut described = Vec::new();
    problems
        .into_iter()
        .map(|problem| {
            // A cell points at its first message.
            let is_first = !described.contains(&problem.field);
            described.push(problem.field.clone());
            let id = is_first.then(|| message_id(&problem.field));
            message(problem, id, true)
        })
        .collect()
}

/// The messages about several fields, one below the other. `names` are the fields' names.
pub fn group_messages(names: Vec<String>, problems: Memo<Vec<Problem>>) -> AnyView {
    let problems = problems_of_all(names, problems);
    dynamic(move || named_messages(problems.get()).into_any())
}

/// The messages about the cells of one row, in a row of their own below it. `names` are the cells' names.
pub fn row_messages(names: Vec<String>, problems: Memo<Vec<Problem>>, columns: usize) -> AnyView {
    let problems = problems_of_all(names, problems);
    dynamic(move || {
        let problems = problems.get();
        if problems.is_empty() {
            return ().into_any();
        }
        let lines = named_messages(problems);
        view! {
            <tr class="row-messages">
                <td colspan=columns.to_string()>
                    <div class="row-messages__frame">{lines}</div>
                </td>
            </tr>
        }
        .into_any()
    })
}
