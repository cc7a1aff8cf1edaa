//! The page: mounts the app, and nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    raaderum::start();
}

/// There is nothing to run without a browser.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
