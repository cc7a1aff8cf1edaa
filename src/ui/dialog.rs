//! A modal dialog, in the browser's own `<dialog>`: it keeps the focus inside and gives it back.

use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;

use super::calendar::calendar;

/// A dialog that is open. Closing it, by whatever means, gives the focus back and runs `on_close`.
#[derive(Clone, Copy)]
pub struct Dialog(NodeRef<html::Dialog>);

impl Dialog {
    /// A dialog that opens as soon as it is drawn.
    pub fn new() -> Self {
        let reference = NodeRef::<html::Dialog>::new();
        Effect::new(move |_| {
            if let Some(dialog) = reference.get() {
                // It fails only for a dialog that is open already.
                _ = dialog.show_modal();
            }
        });
        Self(reference)
    }

    /// Closes it.
    pub fn close(self) {
        if let Some(dialog) = self.0.get_untracked() {
            dialog.close();
        }
    }

    /// Draws it.
    pub fn draw(
        self,
        class: &'static str,
        heading_id: &'static str,
        content: AnyView,
        on_close: impl Fn() + 'static,
    ) -> AnyView {
        self.draw_boxed(class, heading_id, content, Box::new(move |_| on_close()))
    }

    fn draw_boxed(
        self,
        class: &'static str,
        heading_id: &'static str,
        content: AnyView,
        on_close: Box<dyn FnMut(Event)>,
    ) -> AnyView {
        view! {
            <dialog class=class node_ref=self.0 aria-labelledby=heading_id on:close=on_close>
                {content}
            </dialog>
        }
        .into_any()
    }
}

/// One choice of several, of which one is chosen.
pub fn radio<T: Copy + PartialEq + Send + Sync + 'static>(
    id: String,
    group: String,
    label: &'static str,
    choice: T,
    chosen: RwSignal<T>,
) -> AnyView {
    radio_button(
        id,
        group,
        label.to_owned(),
        super::view::flag(move || chosen.get() == choice),
        Box::new(move || chosen.set(choice)),
    )
}

/// The same, of something that is chosen elsewhere too.
pub fn radio_button(
    id: String,
    group: String,
    label: String,
    is_chosen: Signal<bool>,
    choose: Box<dyn Fn()>,
) -> AnyView {
    let on_change: Box<dyn FnMut(Event)> = Box::new(move |_| choose());
    view! {
        <div class="form-group-radio">
            <input
                type="radio"
                class="form-radio"
                name=group
                id=id.clone()
                prop:checked=is_chosen
                on:change=on_change
            />
            <label for=id>{label}</label>
        </div>
    }
    .into_any()
}

/// One of several choices, each with its label; the value of an option is its place.
pub fn select(
    id: &'static str,
    label: &'static str,
    options: Signal<Vec<String>>,
    chosen: RwSignal<usize>,
) -> AnyView {
    choice(id, label, options, chosen.into(), move |place| {
        chosen.set(place)
    })
}

/// The same, of something that is chosen elsewhere too.
pub fn choice(
    id: &'static str,
    label: &'static str,
    options: Signal<Vec<String>>,
    chosen: Signal<usize>,
    choose: impl Fn(usize) + 'static,
) -> AnyView {
    let label = label.to_owned().into();
    choice_in_row(
        id.to_owned(),
        "form-label",
        label,
        options,
        chosen,
        Box::new(choose),
    )
}

/// The same, in a row of which there are several. `label_class` is `sr-only` where the column says what it is.
pub fn choice_in_row(
    id: String,
    label_class: &'static str,
    label: Signal<String>,
    options: Signal<Vec<String>>,
    chosen: Signal<usize>,
    choose: Box<dyn Fn(usize)>,
) -> AnyView {
    let drawn = super::view::dynamic(move || {
        let options: Vec<AnyView> = options
            .get()
            .into_iter()
            .enumerate()
            .map(|(place, label)| {
                let is_chosen = chosen.get_untracked() == place;
                view! {
                    <option value=place.to_string() selected=is_chosen>
                        {label}
                    </option>
                }
                .into_any()
            })
            .collect();
        options.into_any()
    });
    let value = super::view::text(move || chosen.get().to_string());
    let on_change: Box<dyn FnMut(Event)> = Box::new(move |event| {
        if let Ok(place) = event_target_value(&event).parse() {
            choose(place);
        }
    });
    view! {
        <div class="form-group">
            <label class=label_class for=id.clone()>
                {label}
            </label>
            <select class="form-select" id=id prop:value=value on:change=on_change>
                {drawn}
            </select>
        </div>
    }
    .into_any()
}

/// A field of a dialog: its label, hint and error, and `input`, which is described by them.
pub fn labelled(
    id: &'static str,
    label: &'static str,
    hint: Option<String>,
    error: Signal<String>,
    input: AnyView,
) -> AnyView {
    let error = Memo::new(move |_| error.get());
    let hint = hint.map(|hint| {
        view! {
            <span class="form-hint" id=format!("{id}-hint")>
                {hint}
            </span>
        }
        .into_any()
    });
    let has_error = super::view::flag(move || error.with(|error| !error.is_empty()));
    view! {
        <div class="form-group" class:form-error=has_error>
            <label class="form-label" for=id>
                {label}
            </label>
            {hint}
            <p class="form-error-message" id=format!("{id}-error") role="alert">
                {super::view::text(move || error.get())}
            </p>
            {input}
        </div>
    }
    .into_any()
}

fn typed_into(value: RwSignal<String>) -> Box<dyn FnMut(Event)> {
    Box::new(move |event| value.set(event_target_value(&event)))
}

fn described_by(id: &str, has_hint: bool) -> String {
    match has_hint {
        true => format!("{id}-hint {id}-error"),
        false => format!("{id}-error"),
    }
}

/// Several lines of text in a dialog.
pub fn text_area(
    id: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    value: RwSignal<String>,
    error: RwSignal<Option<&'static str>>,
) -> AnyView {
    let hint = hint.map(str::to_owned);
    let (on_input, described_by) = (typed_into(value), described_by(id, hint.is_some()));
    let input = view! {
        <textarea
            class="form-input"
            id=id
            rows="3"
            aria-describedby=described_by
            prop:value=value
            on:input=on_input
        ></textarea>
    };
    let error = super::view::text(move || error.get().unwrap_or_default().to_owned());
    labelled(id, label, hint, error, input.into_any())
}

/// A date in a dialog.
pub fn date_line(
    id: &'static str,
    label: &'static str,
    hint: String,
    value: RwSignal<String>,
    error: Signal<String>,
) -> AnyView {
    let choose = Callback::new(move |date| value.set(date));
    let calendar = calendar(id, label, value.into(), choose);
    let input = view! {
        {line(id, true, value)}
        {calendar}
    };
    labelled(id, label, Some(hint), error, input.into_any())
}

/// One line of text in a dialog.
pub fn text_line(
    id: &'static str,
    label: &'static str,
    hint: Option<String>,
    value: RwSignal<String>,
    error: Signal<String>,
) -> AnyView {
    let input = line(id, hint.is_some(), value);
    labelled(id, label, hint, error, input)
}

fn line(id: &'static str, has_hint: bool, value: RwSignal<String>) -> AnyView {
    let (on_input, described_by) = (typed_into(value), described_by(id, has_hint));
    view! {
        <input
            type="text"
            class="form-input form-input--short"
            id=id
            autocomplete="off"
            autofocus
            aria-describedby=described_by
            prop:value=value
            on:input=on_input
        />
    }
    .into_any()
}
