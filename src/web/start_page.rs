//! What the start page shows, in its address (`#/?soeg=…&center=…`), and how it is found again on the way back.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

use super::focus::focus_in_place;
use crate::domain::ChangeKind;

/// The address of the start page that shows everything.
const PLAIN: &str = "#/";
const BEFORE_FILTERS: &str = "#/?";
/// Frames in which the lists may come, before the page stays at its top: they are loaded, and long ones are drawn late.
const MOST_FRAMES: u32 = 120;

thread_local! {
    /// The address by which the start page was left, or where it is.
    static ADDRESS: RefCell<String> = RefCell::new(PLAIN.to_owned());
    /// How far it was scrolled when it was left, in pixels.
    static SCROLLED: Cell<f64> = const { Cell::new(0.0) };
}

/// What is looked for on the start page. Whatever is empty does not narrow it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// What was typed.
    pub text: String,
    /// The name of a center.
    pub department: String,
    /// What a proposal changes.
    pub kind: Option<ChangeKind>,
    /// What the list is sorted by, as the address calls it.
    pub order: String,
}

const TEXT: &str = "soeg";
const DEPARTMENT: &str = "center";
const KIND: &str = "vedroerer";
const ORDER: &str = "orden";

/// What the address calls a kind.
fn kind_name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Efficiency => "effektivisering",
        ChangeKind::Investment => "investering",
        ChangeKind::Saving => "besparelse",
        ChangeKind::AdditionalRevenue => "merindtaegt",
    }
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Whether an address is that of the start page, whatever it shows.
pub(super) fn is_start_page(hash: &str) -> bool {
    matches!(hash, "" | "#" | PLAIN) || hash.starts_with(BEFORE_FILTERS)
}

/// The address of the start page as it was left.
#[must_use]
pub(super) fn start_page_address() -> String {
    ADDRESS.with_borrow(Clone::clone)
}

/// What the address of the start page looks for. `None` on any other page.
#[must_use]
pub fn sought_in_address() -> Option<Sought> {
    let hash = hash();
    if !is_start_page(&hash) {
        return None;
    }
    let filters = hash.strip_prefix(BEFORE_FILTERS).unwrap_or_default();
    let Ok(filters) = UrlSearchParams::new_with_str(filters) else {
        return Some(Sought::default());
    };
    let of = |name| filters.get(name).unwrap_or_default();
    let kind = of(KIND);
    ADDRESS.set(hash);
    Some(Sought {
        text: of(TEXT),
        department: of(DEPARTMENT),
        kind: ChangeKind::ALL
            .into_iter()
            .find(|&one| kind_name(one) == kind),
        order: of(ORDER),
    })
}

/// Gives the start page the address of what is looked for, which is no step of its own on the way back.
pub fn show_sought_in_address(sought: &Sought) {
    let (Ok(filters), Ok(history)) = (UrlSearchParams::new(), window().history()) else {
        return;
    };
    let before = hash();
    if !is_start_page(&before) {
        return;
    }
    for (name, value) in [
        (TEXT, sought.text.as_str()),
        (DEPARTMENT, &sought.department),
        (KIND, sought.kind.map(kind_name).unwrap_or_default()),
        (ORDER, &sought.order),
    ] {
        if !value.is_empty() {
            filters.append(name, value);
        }
    }
    let filters: String = filters.to_string().into();
    let address = match filters.as_str() {
        "" => PLAIN.to_owned(),
        filters => format!("{BEFORE_FILTERS}{filters}"),
    };
    if address != before && !(address == PLAIN && before.len() < PLAIN.len()) {
        // A browser that refuses shows the same; only its address says less.
        _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
    ADDRESS.set(address);
}

/// Notes how far the start page is scrolled, as it is left.
pub(super) fn leave_start_page() {
    SCROLLED.set(window().scroll_y().unwrap_or_default());
}

/// Moves the focus to the heading of the start page, and the page to where it was left, as soon as its lists reach there.
pub fn come_back_to_start_page(heading: &str) {
    let to = SCROLLED.replace(0.0);
    if to > 0.0 {
        focus_in_place(heading);
        scroll_back(to, None, MOST_FRAMES);
    } else {
        super::focus::focus(heading);
    }
}

/// How far the page is scrolled, in whole pixels.
fn scrolled() -> i64 {
    window().scroll_y().unwrap_or_default() as i64
}

/// Scrolls as far as the page reaches, and further while it grows, until the reader scrolls it. `reached` is how far it came before.
fn scroll_back(to: f64, reached: Option<i64>, frames: u32) {
    request_animation_frame(move || {
        let is_left_alone = reached.is_none_or(|reached| reached == scrolled());
        if !is_left_alone || frames == 0 || !is_start_page(&hash()) {
            return;
        }
        window().scroll_to_with_x_and_y(0.0, to);
        let reached = scrolled();
        if reached < to as i64 {
            scroll_back(to, Some(reached), frames - 1);
        }
    });
}
