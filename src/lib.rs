//! Råderum: the two forms with which Danish municipalities cut and mend their budgets, calculated in the
//! browser.
//!
//! ARCHITECTURE.md has the code map and the invariants. Dependencies point one way:
//! `domain` ← `danish` ← `draft`, `checks`; `domain` ← `file` ← `example`; all of these ← `text` ← `web` ← `ui`.

pub mod checks;
pub mod danish;
pub mod domain;
pub mod draft;
pub mod example;
pub mod file;
