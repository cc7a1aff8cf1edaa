//! What happens once nothing else has for a while.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::set_timeout_with_handle;

/// A timer of which at most one runs.
///
/// The timer of `gloo` gives its closure up when it is stopped: a page whose clock is another than the one that it began with, as in
/// a test, would call it all the same, and fail.
#[derive(Default)]
pub(super) struct Timer(Option<TimeoutHandle>);

impl Timer {
    /// Starts anew: what was to be done before is not done.
    pub(super) fn start(&mut self, delay: Duration, done: impl FnOnce() + 'static) {
        self.stop();
        self.0 = set_timeout_with_handle(done, delay).ok();
    }

    /// What was to be done is not done.
    pub(super) fn stop(&mut self) {
        if let Some(running) = self.0.take() {
            running.clear();
        }
    }
}
