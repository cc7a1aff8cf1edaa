//! The parts of the program that are loaded when they are first needed: a first visit is spared the editor of plans,
//! which is the largest. The build splits the program at the functions marked here.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::notices::Notices;
use super::plan::plan_page;
use super::view::{SECONDARY, button, dynamic};
use crate::danish::Signs;
use crate::domain::ActionPlan;
use crate::text::page;
use crate::web::{Library, focus_if_navigated};

/// The page of a plan.
type Page = fn(ActionPlan, Library, Notices, RwSignal<Signs>) -> AnyView;

#[wasm_split(plan, fallible)]
fn load_plan_page() -> Result<Page, SplitLoaderError> {
    Ok(plan_page)
}

/// What has come of loading a page.
#[derive(Clone, Copy)]
enum Loading {
    Begun,
    Here(Page),
    Failed,
}

/// The page of a plan, once its part of the program is here.
pub fn plan_page_when_loaded(
    plan: ActionPlan,
    library: Library,
    notices: Notices,
    signs: RwSignal<Signs>,
) -> AnyView {
    let loading = RwSignal::new(Loading::Begun);
    let load = move || {
        loading.set(Loading::Begun);
        spawn_local(async move {
            let loaded = load_plan_page().await;
            let unset = loading.try_set(loaded.map_or(Loading::Failed, Loading::Here));
            // The page may have been left by now.
            if unset.is_none() {
                focus_if_navigated("page-heading");
            }
        });
    };
    load();
    dynamic(move || match loading.get() {
        Loading::Begun => view! { <p aria-busy="true">{page::LOADING}</p> }.into_any(),
        Loading::Here(page) => page(plan.clone(), library, notices, signs),
        Loading::Failed => view! {
            <p role="alert">{page::NOT_LOADED}</p>
            {button(SECONDARY, page::TRY_AGAIN, load)}
        }
        .into_any(),
    })
}
