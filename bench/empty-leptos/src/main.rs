//! An empty page by Leptos.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <p>"Tom"</p> });
}
