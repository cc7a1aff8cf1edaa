//! What stays in view while a form scrolls: its name, its main figures and whether it is saved.

use leptos::prelude::*;

use super::view::{dynamic, text};
use crate::domain::Total;
use crate::text::page;
use crate::web::{Library, SaveStatus};

/// A figure of the bar.
#[derive(Clone, PartialEq)]
pub struct BarFigure {
    /// What it is called.
    pub label: String,
    /// The figure, printed.
    pub value: String,
    /// Whether it is the one that matters most.
    pub is_main: bool,
    /// Whether it lacks a field that cannot be read.
    pub is_incomplete: bool,
}

impl BarFigure {
    /// A total under a label.
    pub fn new(label: String, total: Total, value: String) -> Self {
        Self {
            label,
            value,
            is_main: false,
            is_incomplete: total == Total::Incomplete,
        }
    }

    /// The figure that matters most.
    pub fn main(mut self) -> Self {
        self.is_main = true;
        self
    }
}

/// The bar. Its figures repeat those of the form, for the eye only.
pub fn summary_bar(
    title: Signal<String>,
    figures: impl Fn() -> Vec<BarFigure> + Send + Sync + 'static,
    library: Library,
) -> AnyView {
    let figures = Memo::new(move |_| figures());
    let figure = |figure: BarFigure| {
        let class = match (figure.is_main, figure.is_incomplete) {
            (true, false) => "summary-bar__figure summary-bar__figure--main",
            (true, true) => "summary-bar__figure summary-bar__figure--main figure--incomplete",
            (false, false) => "summary-bar__figure",
            (false, true) => "summary-bar__figure figure--incomplete",
        };
        view! {
            <div class=class>
                <span class="summary-bar__label">{figure.label}</span>
                <span class="summary-bar__value">{figure.value}</span>
            </div>
        }
        .into_any()
    };
    let figures = dynamic(move || {
        let figures: Vec<AnyView> = figures.get().into_iter().map(figure).collect();
        figures.into_any()
    });
    view! {
        <div class="summary-bar d-print-none">
            <div class="summary-bar__title" aria-hidden="true">
                {title}
            </div>
            <div class="summary-bar__figures" aria-hidden="true">
                {figures}
            </div>
            {save_status(library)}
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
            SaveStatus::Saved => page::SAVED,
            SaveStatus::Saving => page::SAVING,
            SaveStatus::NotSaved(_) => page::NOT_SAVED,
        };
        words.to_owned()
    });
    view! { <p class=class>{words}</p> }.into_any()
}
