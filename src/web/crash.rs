use std::panic;

/// Should the program fail, the page says so in plain HTML that stands in `index.html`: a failed program can
/// draw nothing any more.
pub fn report_crashes() {
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(message) = leptos::prelude::document().get_element_by_id("crash") {
            _ = message.remove_attribute("hidden");
        }
    }));
}
