//! A modal dialog, in the browser's own `<dialog>`: it keeps the focus inside and gives it back.

use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;

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
        let on_close: Box<dyn FnMut(Event)> = Box::new(move |_| on_close());
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
    let is_chosen = super::view::flag(move || chosen.get() == choice);
    let on_change: Box<dyn FnMut(Event)> = Box::new(move |_| chosen.set(choice));
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
            chosen.set(place);
        }
    });
    view! {
        <div class="form-group">
            <label class="form-label" for=id>
                {label}
            </label>
            <select class="form-select" id=id prop:value=value on:change=on_change>
                {drawn}
            </select>
        </div>
    }
    .into_any()
}
