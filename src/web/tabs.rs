//! Which tabs are open (`page/modules/tabs.ts`).

use crate::domain::Id;

mod module {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(raw_module = "./tabs.js")]
    extern "C" {
        #[wasm_bindgen(js_name = takePlace)]
        pub async fn take_place(tab: &str) -> JsValue;
    }
}

/// Takes the place of a tab, for as long as this page lives. Whether it could be taken: that tab is gone, and nobody else
/// has taken its place. `None` where the browser does not tell.
pub(super) async fn take_place(tab: Id) -> Option<bool> {
    module::take_place(&tab.to_string()).await.as_bool()
}
