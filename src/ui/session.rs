//! What lives as long as the page is open.

use leptos::prelude::*;

use super::commands::Commands;
use super::notices::Notices;
use crate::danish::Signs;
use crate::web::{Library, sign_setting};

/// What every view is handed: the documents that are kept, the notices, how signs are printed, and the commands
/// that are offered. Copies share all of it.
#[derive(Clone, Copy)]
pub struct Session {
    pub library: Library,
    pub notices: Notices,
    pub signs: RwSignal<Signs>,
    pub commands: Commands,
}

impl Session {
    /// Starts the library, with no notice shown, no command offered, and the signs that were chosen last.
    pub fn new() -> Self {
        Self {
            library: Library::new(),
            notices: Notices::new(),
            signs: sign_setting(),
            commands: Commands::new(),
        }
    }
}
