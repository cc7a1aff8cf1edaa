//! Tabs of a page: a list of them, of which one is chosen, and a panel for each. All panels are there, so that paper has
//! them all; on a screen, one is shown.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::view::{click, flag};
use crate::web::{Visit, focus_in_place};

/// A tab and its panel.
#[derive(Clone, Copy)]
pub struct Tab {
    /// What the ids of its elements are made of.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
}

impl Tab {
    fn id(self) -> String {
        format!("tab-{}", self.name)
    }

    /// The element id of its panel.
    pub fn panel_id(self) -> String {
        format!("panel-{}", self.name)
    }
}

/// The list. `chosen` is the place of the tab that is shown, 0 for the first; `choose` is handed the one that is wanted.
pub fn tab_list(
    label: &'static str,
    tabs: &'static [Tab],
    chosen: Signal<usize>,
    choose: impl Fn(usize, Visit) + Copy + 'static,
) -> AnyView {
    let buttons: Vec<AnyView> = tabs
        .iter()
        .enumerate()
        .map(|(place, &tab)| {
            let is_chosen = move || chosen.get() == place;
            let selected = Signal::derive(move || if is_chosen() { "true" } else { "false" });
            // Tab goes on to the panel, the arrow keys to the other tabs.
            let tabindex = Signal::derive(move || if is_chosen() { "0" } else { "-1" });
            let on_keydown: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
                let Some(place) = place_after(&event, place, tabs.len()) else {
                    return;
                };
                event.prevent_default();
                choose(place, Visit::Passing);
                if let Some(tab) = tabs.get(place) {
                    focus_in_place(&tab.id());
                }
            });
            view! {
                <button
                    type="button"
                    role="tab"
                    class="tabs__tab"
                    id=tab.id()
                    aria-selected=selected
                    aria-controls=tab.panel_id()
                    tabindex=tabindex
                    on:click=click(move || choose(place, Visit::Step))
                    on:keydown=on_keydown
                >
                    {tab.label}
                </button>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="tabs d-print-none" role="tablist" aria-label=label>
            {buttons}
        </div>
    }
    .into_any()
}

/// The panel of a tab, shown while it is the one that is chosen.
pub fn tab_panel(
    tab: Tab,
    is_chosen: impl Fn() -> bool + Send + Sync + 'static,
    content: AnyView,
) -> AnyView {
    let is_hidden = flag(move || !is_chosen());
    view! {
        <div
            role="tabpanel"
            class="tabs__panel"
            id=tab.panel_id()
            aria-labelledby=tab.id()
            hidden=is_hidden
        >
            {content}
        </div>
    }
    .into_any()
}

/// The place of the tab that a key leads to.
fn place_after(event: &KeyboardEvent, place: usize, count: usize) -> Option<usize> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return None;
    }
    match event.key().as_str() {
        "ArrowRight" => (place + 1).checked_rem(count),
        "ArrowLeft" => (place + count - 1).checked_rem(count),
        "Home" => Some(0),
        "End" => count.checked_sub(1),
        _ => None,
    }
}
