use std::cmp::Ordering;

use js_sys::{Array, JsString, Object};

/// The order of two names in a Danish list: æ, ø and å last, capitals and small letters alike.
#[must_use]
pub fn danish_order(a: &str, b: &str) -> Ordering {
    let danish = Array::of1(&"da".into());
    let order = JsString::from(a).locale_compare(b, &danish, &Object::new());
    order.cmp(&0)
}
