//! Fields of a form: lines and areas of text with a label. They know no form. Cells of a grid are in `cell.rs`.

use leptos::ev::{Event, FocusEvent};
use leptos::prelude::*;

use super::cell::CellAction;
use super::editor::Problem;
use super::number_entry::{Keys, Look, NumberEntry, TypedText, computed_from_id, number_input};
use super::view::{dynamic, flag, link_button};
use crate::draft::Typed;
use crate::text::problems;
use crate::web::input_of;

/// A field of some form, as an input needs it.
#[derive(Clone)]
pub struct Field {
    /// The field's name, which is its element's id.
    pub name: String,
    /// The entry, as it is printed.
    pub shown: Signal<String>,
    /// Whether the field is locked against typing.
    pub is_locked: Signal<bool>,
    /// Every problem of the form.
    pub problems: Memo<Vec<Problem>>,
    /// Counts the times that fields were changed from elsewhere than their inputs.
    pub rewritten: RwSignal<u32>,
    /// Whether the field holds a number.
    pub is_number: bool,
    /// Whether what stands in the field can be read.
    pub can_be_read: Signal<bool>,
    /// What the value was computed from, as it is printed, where that is known.
    pub computed_from: Signal<Option<String>>,
    /// Takes in what somebody typed.
    pub enter: Callback<Typed>,
    /// Puts back what the field showed when it was entered, and whether that could be read.
    pub take_back: Callback<(String, bool)>,
    /// Somebody has left the field, which still showed what was typed there, or showed its value.
    pub leave: Callback<Left>,
    /// Does something in the grid; whether there was anything to do.
    pub act: Callback<CellAction, bool>,
}

/// How a field is left.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// It shows what was typed since it was entered.
    AsTyped,
    /// It shows its value.
    AsItStands,
}

/// How a labelled field is laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One line of text.
    Line,
    /// One line that holds a number or a date.
    Short,
    /// Several lines.
    Area,
}

/// An input's text, and what is said about it.
pub(super) struct Binding {
    /// How a number is typed, where the field holds one.
    pub number: NumberEntry,
    /// What stands in the field: what is being typed, or else the entry as it is printed.
    pub value: Signal<String>,
    pub is_invalid: Signal<bool>,
    pub aria_invalid: Signal<Option<&'static str>>,
    pub described_by: Signal<Option<String>>,
    pub on_input: Box<dyn FnMut(Event)>,
    pub on_blur: Box<dyn FnMut(FocusEvent)>,
}

impl Field {
    /// Points at the messages about the field, while there are any.
    pub fn described_by(&self) -> Signal<Option<String>> {
        let (name, problems) = (self.name.clone(), self.problems);
        Signal::derive(move || {
            let is_about = |problem: &Problem| problem.field == name;
            problems
                .with(|problems| problems.iter().any(is_about))
                .then(|| message_id(&name))
        })
    }

    pub(super) fn bind(&self, hint_id: Option<String>) -> Binding {
        // Left as it is until the field is left: rewriting it would move the caret. It counts no longer when the document was
        // changed from elsewhere, by undoing, say.
        let typed: TypedText = RwSignal::new(None);
        let rewritten = self.rewritten;
        let shown = self.shown;
        let shown = Memo::new(move |_| shown.get());
        let number = NumberEntry::new(typed, rewritten, shown, self.can_be_read);
        let (is_number, computed_from) = (self.is_number, self.computed_from);
        let (name, problems) = (self.name.clone(), self.problems);
        // Whether anything is said about the field, and whether it cannot be read.
        let state = Memo::new(move |_| {
            problems.with(|problems| {
                problems
                    .iter()
                    .filter(|problem| problem.field == name)
                    .fold((false, false), |(_, invalid), problem| {
                        (true, invalid || problem.is_error)
                    })
            })
        });
        let message_id = message_id(&self.name);
        let computed_from_id = computed_from_id(&self.name);
        let (enter, leave) = (self.enter, self.leave);
        Binding {
            number,
            value: Signal::derive(move || {
                let since = rewritten.get();
                let typed = typed.get().filter(|(_, then)| *then == since);
                typed.map_or_else(|| shown.get(), |(text, _)| text)
            }),
            is_invalid: flag(move || state.get().1),
            aria_invalid: Signal::derive(move || state.get().1.then_some("true")),
            described_by: Signal::derive(move || {
                let messages = state.get().0.then_some(message_id.as_str());
                let is_computed = is_number && computed_from.with(Option::is_some);
                let computed = is_computed.then_some(computed_from_id.as_str());
                let ids = messages.into_iter().chain(computed);
                let ids: Vec<&str> = ids.chain(hint_id.as_deref()).collect();
                (!ids.is_empty()).then(|| ids.join(" "))
            }),
            on_input: Box::new(move |event| {
                let text = event_target_value(&event);
                // The field may be gone already.
                let since = rewritten.try_get_untracked().unwrap_or_default();
                typed.try_set(Some((text.clone(), since)));
                let over = if is_number { number.over() } else { None };
                enter.try_run(Typed { text, over });
                if is_number {
                    number.note_result(input_of(&event).as_ref());
                }
            }),
            on_blur: Box::new(move |_| {
                let left = number.left();
                // The same, when the page is left or the row was taken away.
                if typed.try_set(None).is_none() {
                    number.leave();
                    leave.try_run(left);
                }
            }),
        }
    }
}

fn message_id(name: &str) -> String {
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

/// A field with its label, an optional hint that follows what it is derived from, its messages and, in print, its whole text.
pub fn labelled_field(
    field: &Field,
    label: String,
    hint: Option<Signal<String>>,
    layout: Layout,
) -> AnyView {
    let id = field.name.clone();
    let hint_id = hint.map(|_| format!("{id}-hint"));
    let binding = field.bind(hint_id.clone());
    let value = binding.value;
    let is_invalid = binding.is_invalid;
    let input = if layout == Layout::Short && field.is_number {
        let look = Look {
            class: "form-input form-input--short",
            label: None,
        };
        number_input(field, binding, look, Keys::none())
    } else if layout == Layout::Area {
        view! {
            <textarea
                class="form-input"
                id=id.clone()
                rows="3"
                aria-invalid=binding.aria_invalid
                aria-describedby=binding.described_by
                prop:value=value
                on:input=binding.on_input
                on:blur=binding.on_blur
            ></textarea>
        }
        .into_any()
    } else {
        let class = if layout == Layout::Short {
            "form-input form-input--short"
        } else {
            "form-input"
        };
        view! {
            <input
                type="text"
                autocomplete="off"
                class=class
                id=id.clone()
                aria-invalid=binding.aria_invalid
                aria-describedby=binding.described_by
                prop:value=value
                on:input=binding.on_input
                on:blur=binding.on_blur
            />
        }
        .into_any()
    };
    let hint = hint.map(|hint| {
        view! {
            <span class="form-hint" id=hint_id>
                {hint}
            </span>
        }
        .into_any()
    });
    view! {
        <div class="form-group field" class:form-error=is_invalid>
            <label class="form-label" for=id>
                {label}
            </label>
            {hint}
            {field_messages(&field.name, field.problems)}
            {input}
            <div class="print-text" aria-hidden="true">
                {value}
            </div>
        </div>
    }
    .into_any()
}

/// Several lines of text in a cell of a table, whose column says what it is. `label` says it with its row.
pub fn text_cell(field: &Field, label: Signal<String>) -> AnyView {
    let binding = field.bind(None);
    let value = binding.value;
    view! {
        <div class="field field--cell" class:form-error=binding.is_invalid>
            <textarea
                class="form-input"
                id=field.name.clone()
                rows="1"
                aria-label=label
                aria-invalid=binding.aria_invalid
                aria-describedby=binding.described_by
                prop:value=value
                on:input=binding.on_input
                on:blur=binding.on_blur
            ></textarea>
            <div class="print-text" aria-hidden="true">
                {value}
            </div>
            {field_messages(&field.name, field.problems)}
        </div>
    }
    .into_any()
}

/// What an amount means, in small words under its cell.
pub fn meaning(words: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    fn meaning(words: Signal<String>) -> AnyView {
        let words = Memo::new(move |_| words.get());
        let words = super::view::text(move || words.get());
        view! { <span class="meaning">{words}</span> }.into_any()
    }
    meaning(super::view::text(words))
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
