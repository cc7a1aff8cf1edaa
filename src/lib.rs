//! Råderum: the two forms with which Danish municipalities cut and mend their budgets, and the catalogue of a year's
//! proposals, calculated in the browser.
//!
//! ARCHITECTURE.md has the code map and the invariants. Dependencies point one way:
//! `domain` ← `danish` ← `draft`, `checks`; `domain` ← `file` ← `example`, `record`; `domain` ← `picture`; all of these ← `text`
//! ← `publication` ← `web` ← `ui`.

pub mod checks;
pub mod danish;
pub mod domain;
pub mod draft;
pub mod example;
pub mod file;
pub mod picture;
pub mod publication;
pub mod record;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod web;

/// Mounts the app in the page; in a published page, what its readers can do with it.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    match web::published() {
        Some(documents) => ui::read(documents),
        None => leptos::mount::mount_to_body(ui::app),
    }
}
