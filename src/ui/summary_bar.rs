//! What stays in view while a form scrolls: its name, its main figures and whether it is saved.

use leptos::prelude::*;

use super::editor::{Editable, Editor};
use super::outputs::{Printed, computed};
use super::view::{click, flag, text};
use crate::domain::Total;
use crate::text;
use crate::web::{Library, SaveStatus};

/// A figure of the bar.
pub struct BarFigure {
    label: Signal<String>,
    value: Signal<String>,
    is_incomplete: Signal<bool>,
    is_main: bool,
}

impl BarFigure {
    /// A total under a label; blank while there is nothing to compute it from.
    pub fn new(
        label: Signal<String>,
        printed: Printed,
        total: impl Fn() -> Option<Total> + Send + Sync + 'static,
    ) -> Self {
        let total = computed(total);
        Self {
            label,
            value: text(move || printed.optional(total.get())),
            is_incomplete: flag(move || total.get() == Some(Total::Incomplete)),
            is_main: false,
        }
    }

    /// The figure that matters most.
    pub fn main(mut self) -> Self {
        self.is_main = true;
        self
    }

    fn draw(self) -> AnyView {
        let class = if self.is_main {
            "summary-bar__figure summary-bar__figure--main"
        } else {
            "summary-bar__figure"
        };
        view! {
            <div class=class class:figure--incomplete=self.is_incomplete>
                <span class="summary-bar__label">{self.label}</span>
                <span class="summary-bar__value" prop:textContent=self.value></span>
            </div>
        }
        .into_any()
    }
}

/// The bar. Its figures repeat those of the form, for the eye only.
pub fn summary_bar<F: Editable>(
    title: Signal<String>,
    figures: Vec<BarFigure>,
    editor: Editor<F>,
) -> AnyView {
    let (can_undo, can_redo) = (editor.can_undo, editor.can_redo);
    let undo = step_button(
        text::editor::UNDO,
        "Control+Z",
        flag(move || !can_undo.get()),
        move || {
            _ = editor.undo();
        },
    );
    let redo = step_button(
        text::editor::REDO,
        "Control+Y",
        flag(move || !can_redo.get()),
        move || {
            _ = editor.redo();
        },
    );
    draw(title, figures, [undo, redo], editor.session.library)
}

/// A button that stays where it is, and keeps the focus, when there is nothing more to do.
fn step_button(
    label: &'static str,
    keys: &'static str,
    is_idle: Signal<bool>,
    action: impl Fn() + 'static,
) -> AnyView {
    let is_disabled = text(move || is_idle.get().to_string());
    view! {
        <button
            type="button"
            class="function-link summary-bar__step"
            aria-disabled=is_disabled
            aria-keyshortcuts=keys
            on:click=click(action)
        >
            {label}
        </button>
    }
    .into_any()
}

fn draw(
    title: Signal<String>,
    figures: Vec<BarFigure>,
    steps: [AnyView; 2],
    library: Library,
) -> AnyView {
    let figures: Vec<AnyView> = figures.into_iter().map(BarFigure::draw).collect();
    view! {
        <div class="summary-bar d-print-none">
            <div class="summary-bar__title" aria-hidden="true">
                {title}
            </div>
            <div class="summary-bar__figures" aria-hidden="true">
                {figures}
            </div>
            <div class="summary-bar__state">
                {save_status(library)} {steps.into_iter().collect_view()}
            </div>
        </div>
    }
    .into_any()
}

/// Saved, saving, or not saved.
fn save_status(library: Library) -> AnyView {
    let status = library.status();
    let class = text(move || {
        let status = match status.get() {
            SaveStatus::Saved => "saved",
            SaveStatus::Saving => "saving",
            SaveStatus::NotSaved(_) => "failed",
        };
        format!("save-status save-status--{status}")
    });
    let words = text(move || {
        let words = match status.get() {
            SaveStatus::Saved => text::editor::SAVED,
            SaveStatus::Saving => text::editor::SAVING,
            SaveStatus::NotSaved(_) => text::editor::NOT_SAVED,
        };
        words.to_owned()
    });
    view! { <p class=class prop:textContent=words></p> }.into_any()
}
