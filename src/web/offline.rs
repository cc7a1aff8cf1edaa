//! New builds of the program. A service worker (`page/worker.ts`) keeps the program on the computer;
//! `page/modules/offline.ts` is what the page does with it.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// What is known of a newer build than this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Update {
    /// There is none, or it was put off.
    None,
    /// It is on the computer and waits to be taken into use.
    Ready,
    /// Another tab has taken it into use; this one goes on with its own.
    Elsewhere,
}

mod module {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(raw_module = "./offline.js")]
    extern "C" {
        pub fn watch(ready: &Closure<dyn FnMut()>, elsewhere: &Closure<dyn FnMut()>);

        #[wasm_bindgen(js_name = takeIntoUse)]
        pub fn take_into_use();
    }
}

/// Keeps the program on the computer from now on, and follows newer builds.
#[must_use]
pub fn updates() -> RwSignal<Update> {
    let update = RwSignal::new(Update::None);
    let says = |news: Update| Closure::new(move || update.set(news));
    let (ready, elsewhere) = (says(Update::Ready), says(Update::Elsewhere));
    module::watch(&ready, &elsewhere);
    // They live as long as the page.
    ready.forget();
    elsewhere.forget();
    update
}

/// Takes the newer build into use: the page is loaded anew. Everything must be stored by now.
pub fn take_into_use() {
    module::take_into_use();
}
