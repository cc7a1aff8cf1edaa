//! Which build of the program this is.

use leptos::prelude::document;

/// Returns the name of the build, a hash of all that the page loads, as the page tells it. The program does not hold its own.
pub fn build_name() -> Option<String> {
    let named = document().query_selector("meta[name=build]");
    named.ok().flatten()?.get_attribute("content")
}
