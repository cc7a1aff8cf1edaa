use std::cmp::Ordering;

use js_sys::{Array, Function, Intl, Object};
use wasm_bindgen::JsValue;

/// The order of names in a Danish list: æ, ø and å last, capitals and small letters alike.
pub struct DanishOrder(Function);

impl DanishOrder {
    /// The browser's own collation for Danish.
    #[must_use]
    pub fn new() -> Self {
        Self(Intl::Collator::new(&Array::of1(&"da".into()), &Object::new()).compare())
    }

    /// Which of two names stands first.
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let order = self.0.call2(&JsValue::UNDEFINED, &a.into(), &b.into());
        let order = order.ok().and_then(|order| order.as_f64());
        order
            .and_then(|order| order.partial_cmp(&0.0))
            .unwrap_or_else(|| a.cmp(b))
    }
}

impl Default for DanishOrder {
    fn default() -> Self {
        Self::new()
    }
}
