//! Tabs of a document's page: a list of them, of which one is chosen, and the panels of each. All panels are there, so that paper
//! has them all, in their own order; on a screen, those of one tab are shown.

use std::rc::Rc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::view::{click, flag};
use crate::domain::Id;
use crate::web::{PageTab, Visit, current_tab, focus_in_place, show_tab_in_address};

/// A tab as it is drawn.
#[derive(Clone, Copy)]
pub struct Tab {
    /// What the ids of its elements are made of.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// The same as `name` for what it shows below its panel and paper has elsewhere; nothing where there is no such panel.
    pub below: &'static str,
}

impl Tab {
    fn id(self) -> String {
        format!("tab-{}", self.name)
    }

    /// The element ids of its panels.
    fn panel_ids(self) -> impl Iterator<Item = String> {
        let names = [self.name, self.below].into_iter();
        names.filter(|name| !name.is_empty()).map(panel_id)
    }
}

fn panel_id(name: &str) -> String {
    format!("panel-{name}")
}

/// A tab of a page that knows how it is drawn.
pub trait DrawnTab: PageTab {
    /// How it is drawn.
    fn drawn(self) -> Tab;
}

/// The tabs of a document's page. Copies share which of them is chosen.
#[derive(Clone, Copy)]
pub struct Tabs<T: DrawnTab> {
    document: Id,
    chosen: RwSignal<T>,
}

impl<T: DrawnTab> Tabs<T> {
    /// The tabs of a document's page; the one that the address names is chosen.
    pub fn of(document: Id) -> Self {
        Self {
            document,
            chosen: current_tab(document),
        }
    }

    /// Shows a tab.
    pub fn go(self, tab: T, visit: Visit) {
        self.chosen.set(tab);
        show_tab_in_address(self.document, tab, visit);
    }

    /// Shows the tab that a hidden panel belongs to, by the panel's element id.
    pub fn show(self, hidden: &str) {
        let has_it = |tab: &T| tab.drawn().panel_ids().any(|id| id == hidden);
        if let Some(tab) = T::ALL.iter().copied().find(has_it) {
            self.go(tab, Visit::Passing);
        }
    }

    /// The list of them, which `label` names.
    pub fn list(self, label: &'static str) -> AnyView {
        let place = Signal::derive(move || {
            let chosen = self.chosen.get();
            let place = T::ALL.iter().position(|&tab| tab == chosen);
            place.unwrap_or_default()
        });
        let choose = move |place: usize, visit| {
            if let Some(&tab) = T::ALL.get(place) {
                self.go(tab, visit);
            }
        };
        let drawn = T::ALL.iter().map(|tab| tab.drawn()).collect();
        list(label, drawn, place, Rc::new(choose))
    }

    /// The panel of a tab.
    pub fn panel(self, tab: T, content: AnyView) -> AnyView {
        panel(tab.drawn(), tab.drawn().name, self.is_shown(tab), content)
    }

    /// What a tab shows below its panel.
    pub fn panel_below(self, tab: T, content: AnyView) -> AnyView {
        panel(tab.drawn(), tab.drawn().below, self.is_shown(tab), content)
    }

    /// Whether a tab is shown.
    pub fn is_shown(self, tab: T) -> Signal<bool> {
        flag(move || self.chosen.get() == tab)
    }
}

/// The list. `chosen` is the place of the tab that is shown, 0 for the first; `choose` is handed the one that is wanted.
fn list(
    label: &'static str,
    tabs: Vec<Tab>,
    chosen: Signal<usize>,
    choose: Rc<dyn Fn(usize, Visit)>,
) -> AnyView {
    let tabs: Rc<[Tab]> = tabs.into();
    let buttons: Vec<AnyView> = tabs
        .iter()
        .enumerate()
        .map(|(place, &tab)| {
            let is_chosen = move || chosen.get() == place;
            let selected = Signal::derive(move || if is_chosen() { "true" } else { "false" });
            // Tab goes on to the panel, the arrow keys to the other tabs.
            let tabindex = Signal::derive(move || if is_chosen() { "0" } else { "-1" });
            let (tabs, go, choose) = (tabs.clone(), choose.clone(), choose.clone());
            let on_keydown: Box<dyn FnMut(KeyboardEvent)> = Box::new(move |event| {
                let Some(place) = place_after(&event, place, tabs.len()) else {
                    return;
                };
                event.prevent_default();
                go(place, Visit::Passing);
                if let Some(tab) = tabs.get(place) {
                    focus_in_place(&tab.id());
                }
            });
            let panels: Vec<String> = tab.panel_ids().collect();
            view! {
                <button
                    type="button"
                    role="tab"
                    class="tabs__tab"
                    id=tab.id()
                    aria-selected=selected
                    aria-controls=panels.join(" ")
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

/// A panel of a tab.
fn panel(tab: Tab, name: &'static str, is_shown: Signal<bool>, content: AnyView) -> AnyView {
    let is_hidden = flag(move || !is_shown.get());
    view! {
        <div
            role="tabpanel"
            class="tabs__panel"
            id=panel_id(name)
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
