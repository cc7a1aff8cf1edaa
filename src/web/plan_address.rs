//! The tab of a plan in the address of the page: read, followed and written.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::plan_tab::PlanTab;
use super::route::{Route, plan_tab_in};
use crate::domain::Id;

/// What going to a tab leaves in the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visit {
    /// A step of its own, which the way back leads over.
    Step,
    /// No step: the address is that of the tab, and the way back leads to where somebody was before.
    Passing,
}

/// The tab of a plan that the address names, following it.
#[must_use]
pub fn current_plan_tab(plan: Id) -> RwSignal<PlanTab> {
    let in_address = move || plan_tab_in(&window().location().hash().unwrap_or_default(), plan);
    let tab = RwSignal::new(in_address().unwrap_or(PlanTab::Plan));
    let listener = window_event_listener(leptos::ev::hashchange, move |_| {
        if let Some(now) = in_address() {
            tab.set(now);
        }
    });
    on_cleanup(move || listener.remove());
    tab
}

/// Gives a plan's page the address of a tab. One that names a field keeps it while somebody only passes: it leads there again
/// when the page is loaded anew.
pub fn show_plan_tab_in_address(plan: Id, tab: PlanTab, visit: Visit) {
    let (Ok(history), Ok(hash)) = (window().history(), window().location().hash()) else {
        return;
    };
    let before = plan_tab_in(&hash, plan);
    if before == Some(tab) || (before.is_none() && visit == Visit::Passing) {
        return;
    }
    let href = Some(format!(
        "{}{}",
        Route::ActionPlan(plan).href(),
        tab.suffix()
    ));
    // A browser that refuses shows the tab all the same; only its address is that of another.
    _ = match visit {
        Visit::Step => history.push_state_with_url(&JsValue::NULL, "", href.as_deref()),
        Visit::Passing => history.replace_state_with_url(&JsValue::NULL, "", href.as_deref()),
    };
}
