//! What a document puts into the bar over the page, which stays in view: its name, its main figures, whether it is saved, and what can be
//! done with it.

use leptos::portal::Portal;
use leptos::prelude::*;

use super::editor::{Editable, Editor};
use super::icon::{self, icon_button};
use super::outputs::{Printed, computed};
use super::view::{click, flag, text};
use crate::domain::Total;
use crate::text;
use crate::text::commands::Command;
use crate::web::{Library, SaveStatus};

/// The part of the bar that is the document's.
pub const DOCUMENT_IN_BAR: &str = "bar-document";

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

/// Puts the document into the bar over the page: its title and its figures, which repeat those of the form and are for the eye only,
/// whether it is saved, the steps back and forth, and `menus`.
pub fn summary_bar<F: Editable>(
    title: Signal<String>,
    figures: impl Fn() -> Vec<BarFigure> + Send + Sync + 'static,
    menus: impl Fn() -> AnyView + Send + Sync + 'static,
    editor: Editor<F>,
) -> AnyView {
    let (can_undo, can_redo) = (editor.can_undo, editor.can_redo);
    let library = editor.session.library;
    in_bar(Box::new(move || {
        let undo = icon_button(
            icon::UNDO,
            Command::Undo,
            flag(move || !can_undo.get()),
            click(move || _ = editor.undo()),
        );
        let redo = icon_button(
            icon::REDO,
            Command::Redo,
            flag(move || !can_redo.get()),
            click(move || _ = editor.redo()),
        );
        draw(title, figures(), [undo, redo], menus(), library)
    }))
}

/// Draws something in the bar over the page, for as long as the page is there.
fn in_bar(content: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    match document().get_element_by_id(DOCUMENT_IN_BAR) {
        Some(bar) => view! { <Portal mount=bar>{content()}</Portal> }.into_any(),
        None => ().into_any(),
    }
}

fn draw(
    title: Signal<String>,
    figures: Vec<BarFigure>,
    steps: [AnyView; 2],
    menus: AnyView,
    library: Library,
) -> AnyView {
    let figures: Vec<AnyView> = figures.into_iter().map(BarFigure::draw).collect();
    view! {
        <div class="summary-bar">
            <div class="summary-bar__title" aria-hidden="true">
                {title}
            </div>
            <div class="summary-bar__state">
                <div class="summary-bar__figures" aria-hidden="true">
                    {figures}
                </div>
                {save_status(library)}
            </div>
            <div class="summary-bar__steps">{steps.into_iter().collect_view()}</div>
            {menus}
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
