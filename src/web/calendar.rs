//! The browser's own calendar, which an input for dates opens.

use js_sys::Reflect;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlInputElement;

use crate::danish::read_date;
use crate::file::iso;

/// Whether the browser has a calendar that a page can open.
#[must_use]
pub fn can_show_calendar() -> bool {
    let input = document().create_element("input").ok();
    input.is_some_and(|input| {
        let name = JsValue::from_str("showPicker");
        Reflect::has(&input, &name).unwrap_or_default()
    })
}

/// Opens the calendar of an input for dates, at the date that a text names.
pub fn show_calendar(id: &str, text: &str) {
    let input = document().get_element_by_id(id);
    let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    // Where the text is no date, the calendar opens at today.
    let date = read_date(text).ok().flatten();
    input.set_value(&date.map(iso::date).unwrap_or_default());
    // A browser may refuse; the date can be typed all the same.
    _ = input.show_picker();
}
