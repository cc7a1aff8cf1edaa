//! Fields of a form: lines and areas of text with a label. They know no form. Cells of a grid are in `cell.rs`.

use leptos::prelude::*;

use super::binding::bind;
use super::calendar::calendar;
use super::field::Field;
use super::messages::field_messages;
use super::number_input::{Keys, Look, number_input};
use crate::draft::Typed;

/// How a labelled field is laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One line of text.
    Line,
    /// One line that holds a number.
    Short,
    /// One line that holds a date, and a calendar beside it.
    Date,
    /// Several lines.
    Area,
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
    let binding = bind(field, hint_id.clone());
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
        let class = if layout == Layout::Line {
            "form-input"
        } else {
            "form-input form-input--short"
        };
        let enter = field.enter;
        let choose = Callback::new(move |text| enter.run(Typed { text, over: None }));
        let calendar = (layout == Layout::Date).then(|| calendar(&id, &label, value, choose));
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
            {calendar}
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
    let binding = bind(field, None);
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
