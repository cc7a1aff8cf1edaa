//! What an input shows of its field, what it points at, and what it does with what is typed.

use leptos::ev::{Event, FocusEvent};
use leptos::prelude::*;

use super::field::Field;
use super::messages::message_id;
use super::number_entry::{NumberEntry, TypedText};
use super::view::flag;
use crate::draft::Typed;
use crate::web::input_of;

/// An input's text, and what is said about it.
pub struct Binding {
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

/// Ties an input to its field. `hint_id` is the id of the hint beside it.
pub fn bind(field: &Field, hint_id: Option<String>) -> Binding {
    // Left as it is until the field is left: rewriting it would move the caret. It counts no longer when the document was
    // changed from elsewhere, by undoing, say.
    let typed: TypedText = RwSignal::new(None);
    let rewritten = field.rewritten;
    let shown = field.shown;
    let shown = Memo::new(move |_| shown.get());
    let number = NumberEntry::new(typed, rewritten, shown, field.can_be_read);
    let (is_number, computed_from) = (field.is_number, field.computed_from);
    let (name, problems) = (field.name.clone(), field.problems);
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
    let message_id = message_id(&field.name);
    let computed_from_id = computed_from_id(&field.name);
    let (enter, leave) = (field.enter, field.leave);
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

/// The id of what tells what a value was computed from.
pub fn computed_from_id(name: &str) -> String {
    format!("{name}-computed-from")
}
