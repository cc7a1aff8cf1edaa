//! Computed totals: as an output that explains itself, or as text.

use leptos::prelude::*;

use super::explain::{Explain, output};
use super::view::{flag, text};
use crate::danish::{AmountUnit, Signs, print_amount};
use crate::domain::Total;
use crate::text::{meaning, messages};

/// How a total is printed.
#[derive(Clone, Copy)]
pub enum Printed {
    /// A change: its sign says that it saves or costs.
    Change(AmountUnit, RwSignal<Signs>),
    /// A level, such as a budget or an overspend.
    Level(AmountUnit),
}

impl Printed {
    /// A total as text: nothing for a blank one, and a word for one that is incomplete.
    pub fn total(self, total: Total) -> String {
        match (total, self) {
            (Total::Blank, _) => String::new(),
            (Total::Incomplete, _) => messages::INCOMPLETE.to_owned(),
            (Total::Complete(amount), Self::Change(unit, signs)) => signs.get().print(amount, unit),
            (Total::Complete(amount), Self::Level(unit)) => print_amount(amount, unit),
        }
    }

    /// A total as text, or nothing.
    pub fn optional(self, total: Option<Total>) -> String {
        total.map_or_else(String::new, |total| self.total(total))
    }
}

/// A computed total that explains itself; blank while there is nothing to compute it from.
pub fn total_output(
    label: Signal<String>,
    printed: Printed,
    total: impl Fn() -> Option<Total> + Send + Sync + 'static,
    explain: Explain,
) -> AnyView {
    let total = computed(total);
    output(
        label,
        text(move || printed.optional(total.get())),
        flag(move || total.get() == Some(Total::Incomplete)),
        explain,
    )
}

/// What a total means, in small words under it; nothing where the words are in the total itself.
pub fn total_meaning(
    signs: RwSignal<Signs>,
    total: impl Fn() -> Total + Send + Sync + 'static,
) -> AnyView {
    meaning(move || match (signs.get(), total().amount()) {
        (Signs::Words | Signs::RowDecides, _) | (_, None) => String::new(),
        (_, Some(amount)) => meaning::change(amount),
    })
}

/// A total that is computed anew only when what it is derived from changes.
pub fn computed(total: impl Fn() -> Option<Total> + Send + Sync + 'static) -> Memo<Option<Total>> {
    fn computed(total: Box<dyn Fn() -> Option<Total> + Send + Sync>) -> Memo<Option<Total>> {
        Memo::new(move |_| total())
    }
    computed(Box::new(total))
}

/// What an amount means, in small words under its cell.
pub fn meaning(words: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    fn meaning(words: Signal<String>) -> AnyView {
        let words = Memo::new(move |_| words.get());
        let words = text(move || words.get());
        view! { <span class="meaning">{words}</span> }.into_any()
    }
    meaning(text(words))
}
