//! Every computed figure explains itself: on focus, under the pointer and on a tap.

use std::sync::Arc;

use gloo_events::EventListener;
use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::view::{dynamic, flag};
use crate::domain::Id;
use crate::text::explanation::Explanation;
use crate::web::{Place, Wanted, place_beside};

/// What gives the explanation of a figure, when somebody asks for it.
pub type Explain = Arc<dyn Fn() -> Explanation + Send + Sync>;

/// A computed figure. It takes the focus, as a cell with a formula does in a spreadsheet, and is no live region:
/// forty of them would drown a screen reader.
pub fn output(
    label: Signal<String>,
    figure: Signal<String>,
    is_incomplete: Signal<bool>,
    explain: Explain,
) -> AnyView {
    let id = format!("figure-{}", Id::random());
    let explanation_id = format!("{id}-explanation");
    let place = RwSignal::new(None::<Place>);
    // Why it is shown: the figure has the focus, the pointer is on it.
    let (has_focus, has_pointer) = (RwSignal::new(false), RwSignal::new(false));
    let is_dismissed = RwSignal::new(false);
    let update = {
        let id = id.clone();
        move || {
            let wanted = move || {
                let is = |flag: RwSignal<bool>| flag.try_get_untracked() == Some(true);
                match (is(is_dismissed), is(has_focus), is(has_pointer)) {
                    (false, true, _) => Wanted::InView,
                    (false, false, true) => Wanted::AsItIs,
                    (true, _, _) | (false, false, false) => Wanted::No,
                }
            };
            if wanted() == Wanted::No {
                place.set(None);
                return;
            }
            place_beside(&id, wanted, move |found| _ = place.try_set(Some(found)));
        }
    };
    let update: Arc<dyn Fn()> = Arc::new(update);
    let change = move |reason: RwSignal<bool>, is_so: bool| {
        let update = update.clone();
        move || {
            reason.set(is_so);
            is_dismissed.set(false);
            update();
        }
    };
    let focused = change(has_focus, true);
    let on_focus: Box<dyn FnMut(FocusEvent)> = Box::new(move |_| focused());
    let left = change(has_focus, false);
    let on_blur: Box<dyn FnMut(FocusEvent)> = Box::new(move |_| left());
    let entered = change(has_pointer, true);
    // A figure that the page scrolls under a pointer at rest was not pointed at.
    let on_move: Box<dyn FnMut(MouseEvent)> = Box::new(move |event| {
        let has_moved = event.movement_x() != 0 || event.movement_y() != 0;
        if has_moved && !has_pointer.get_untracked() {
            entered();
        }
    });
    let gone = change(has_pointer, false);
    let on_leave: Box<dyn FnMut(MouseEvent)> = Box::new(move |_| gone());
    // Escape takes it away wherever the focus is.
    let dismiss = move || {
        is_dismissed.set(true);
        place.set(None);
    };
    let listener = StoredValue::new_local(None::<EventListener>);
    Effect::new(move |_| {
        let is_shown = place.with(Option::is_some);
        listener.set_value(is_shown.then(|| {
            EventListener::new(&window(), "keydown", move |event| {
                let event: Option<&KeyboardEvent> = event.dyn_ref();
                if event.is_some_and(|event| event.key() == "Escape") {
                    dismiss();
                }
            })
        }));
    });
    let described_by = {
        let id = explanation_id.clone();
        Signal::derive(move || place.with(Option::is_some).then(|| id.clone()))
    };
    // A figure that is blank is nothing to go to.
    let tabindex = Signal::derive(move || figure.with(|figure| !figure.is_empty()).then_some("0"));
    let tooltip = dynamic(move || {
        let Some(place) = place.get() else {
            return ().into_any();
        };
        // Read here, so that it follows the figure while somebody types.
        let explanation = explain();
        if explanation.formula.is_empty() {
            return ().into_any();
        }
        let sources: Vec<AnyView> = explanation
            .sources
            .into_iter()
            .map(|source| view! { <span class="explanation__source">{source}</span> }.into_any())
            .collect();
        view! {
            <span
                class="explanation d-print-none"
                class:explanation--above=place.is_low
                role="tooltip"
                // A long one scrolls, and is no stop on the way through the form for that.
                tabindex="-1"
                id=explanation_id.clone()
                style:left=left_of(place)
                style:top=format!("{}px", place.top)
            >
                <span class="explanation__formula">{explanation.formula}</span>
                <span class="explanation__sources">{sources}</span>
            </span>
        }
        .into_any()
    });
    view! {
        <span class="explained" on:mousemove=on_move on:mouseleave=on_leave>
            <output
                aria-live="off"
                tabindex=tabindex
                id=id
                aria-label=label
                aria-describedby=described_by
                class="figure"
                class:figure--incomplete=flag(move || is_incomplete.get())
                on:focus=on_focus
                on:blur=on_blur
                // Not as a text node: other programs in the page put theirs in its place, and the figure would stand still.
                prop:textContent=figure
            ></output>
            {tooltip}
        </span>
    }
    .into_any()
}

/// How far from the left of the window an explanation begins: near its figure, and never past either edge. The widths
/// are those of the style.
fn left_of(place: Place) -> String {
    format!(
        "max(0.8rem, min({}px - 16rem, 100vw - 0.8rem - min(40rem, 100vw - 1.6rem)))",
        place.left
    )
}
