//! What lives as long as the page is open.

use leptos::prelude::*;

use super::notices::Notices;
use crate::danish::Signs;
use crate::web::{Library, sign_setting};

/// What every view is handed: the documents that are kept, the notices, and how signs are printed. Copies share all of it.
#[derive(Clone, Copy)]
pub struct Session {
    pub library: Library,
    pub notices: Notices,
    pub signs: RwSignal<Signs>,
}

impl Session {
    /// Starts the library, with no notice shown and the signs that were chosen last.
    pub fn new() -> Self {
        Self {
            library: Library::new(),
            notices: Notices::new(),
            signs: sign_setting(),
        }
    }
}
