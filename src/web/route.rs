//! The part of the address after `#`: it works on any web server and from a file.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;

use super::focus::focus;
use super::page_tab::suffixes;
use super::start_page::{is_start_page, leave_start_page, start_page_address};
use crate::domain::{DocumentKind, Id};

/// What the address points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `#/`, and the same with what is looked for; a link leads to where it was left
    Overview,
    /// `#/forslag/<id>`
    Proposal(Id),
    /// `#/handleplaner/<id>`, and the same with one of its tabs ([`PageTab`](super::PageTab))
    ActionPlan(Id),
    /// `#/kataloger/<id>`, and the same with one of its tabs
    Catalogue(Id),
    /// `#/forslag/<id>/felt/<name>`, and likewise for the others: a document, with the focus in a field.
    Field(DocumentKind, Id, String),
    /// `#/forslag/<id>/versioner`, and likewise for the others: the earlier states of a document.
    Earlier(DocumentKind, Id),
    /// `#/pakke/<link>`: a package that came by a link.
    Package(String),
    /// `#/opbevaring`: where documents lie, backups, and the bin.
    Safekeeping,
    /// Anything else; the address.
    Unknown(String),
}

/// The heading of every page.
const HEADING: &str = "page-heading";
const PROPOSAL: &str = "#/forslag/";
const ACTION_PLAN: &str = "#/handleplaner/";
const CATALOGUE: &str = "#/kataloger/";
/// What the address of a document begins with, by its kind.
const DOCUMENTS: [(&str, DocumentKind); 3] = [
    (PROPOSAL, DocumentKind::Proposal),
    (ACTION_PLAN, DocumentKind::ActionPlan),
    (CATALOGUE, DocumentKind::Catalogue),
];
const EARLIER: &str = "/versioner";
/// What [`EARLIER`] was called before: links and bookmarks have it.
const EARLIER_BEFORE: &str = "/udgaver";
const FIELD: &str = "/felt/";
/// Before a package in the part of the address after `#`, in the editor and in a published page.
pub(super) const PACKAGE: &str = "#/pakke/";
const SAFEKEEPING: &str = "#/opbevaring";
/// What [`SAFEKEEPING`] was called before: links and bookmarks have it.
const SAFEKEEPING_BEFORE: &str = "#/lager";

impl Route {
    fn parse(hash: &str) -> Self {
        let (address, is_earlier) = match hash
            .strip_suffix(EARLIER)
            .or_else(|| hash.strip_suffix(EARLIER_BEFORE))
        {
            Some(address) => (address, true),
            None => (hash, false),
        };
        let (address, field) = match address.split_once(FIELD) {
            Some((address, field)) => (address, Some(field.to_owned())),
            None => (without_tab(address), None),
        };
        let id = |prefix| address.strip_prefix(prefix).and_then(Id::parse);
        let document = DOCUMENTS
            .into_iter()
            .find_map(|(prefix, kind)| Some((kind, id(prefix)?)));
        match document {
            Some((kind, id)) => match field {
                None if is_earlier => Self::Earlier(kind, id),
                None => Self::of(kind, id),
                Some(field) => Self::Field(kind, id, field),
            },
            None if is_start_page(hash) => Self::Overview,
            None if matches!(hash, SAFEKEEPING | SAFEKEEPING_BEFORE) => Self::Safekeeping,
            None => match hash.strip_prefix(PACKAGE) {
                Some(link) => Self::Package(link.to_owned()),
                None => Self::Unknown(hash.to_owned()),
            },
        }
    }

    /// The page of a document.
    #[must_use]
    pub fn of(kind: DocumentKind, id: Id) -> Self {
        match kind {
            DocumentKind::Proposal => Self::Proposal(id),
            DocumentKind::ActionPlan => Self::ActionPlan(id),
            DocumentKind::Catalogue => Self::Catalogue(id),
        }
    }

    /// The element that takes the focus when somebody goes there.
    #[must_use]
    pub fn place(&self) -> &str {
        match self {
            Self::Field(_, _, field) => field,
            _ => HEADING,
        }
    }

    /// The address, for a link.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Overview => start_page_address(),
            Self::Proposal(id) => format!("{PROPOSAL}{id}"),
            Self::ActionPlan(id) => format!("{ACTION_PLAN}{id}"),
            Self::Catalogue(id) => format!("{CATALOGUE}{id}"),
            Self::Field(kind, id, field) => {
                format!("{}{FIELD}{field}", Self::of(*kind, *id).href())
            }
            Self::Earlier(kind, id) => format!("{}{EARLIER}", Self::of(*kind, *id).href()),
            Self::Package(link) => format!("{PACKAGE}{link}"),
            Self::Safekeeping => SAFEKEEPING.to_owned(),
            Self::Unknown(hash) => hash.clone(),
        }
    }
}

/// The address of a document, whatever the tab of its page; any other address as it is.
fn without_tab(address: &str) -> &str {
    let document = DOCUMENTS
        .into_iter()
        .find(|(prefix, _)| address.starts_with(prefix));
    let tabs = document.map_or_else(Vec::new, |(_, kind)| suffixes(kind));
    let mut tabs = tabs.into_iter().filter(|tab| !tab.is_empty());
    tabs.find_map(|tab| address.strip_suffix(tab))
        .unwrap_or(address)
}

/// What the address of a document ends with, after its identity. `None` for the address of anything else.
pub(super) fn suffix_in(address: &str, kind: DocumentKind, document: Id) -> Option<&str> {
    address.strip_prefix(&Route::of(kind, document).href())
}

/// Whether somebody has gone to another page since the program was loaded.
static HAS_NAVIGATED: AtomicBool = AtomicBool::new(false);

/// Moves the focus into a page that came late, where somebody goes to it. On the first page it stays where the browser put it,
/// unless the address names a field.
pub fn focus_in_late_page() {
    let route = from_address();
    if HAS_NAVIGATED.load(Ordering::Relaxed) || matches!(route, Route::Field(..)) {
        focus(route.place());
    }
}

fn from_address() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// The route, following the address.
#[must_use]
pub fn current_route() -> ReadSignal<Route> {
    let (route, set_route) = signal(from_address());
    let listener = window_event_listener(leptos::ev::hashchange, move |_| {
        let now = from_address();
        // A page changes its tabs itself: drawn anew, it would forget what can be undone.
        if route.with_untracked(|before| *before != now) {
            HAS_NAVIGATED.store(true, Ordering::Relaxed);
            if route.with_untracked(|before| *before == Route::Overview) {
                leave_start_page();
            }
            set_route.set(now);
        }
    });
    on_cleanup(move || listener.remove());
    route
}

/// Loads the page anew, from the server where there is one.
pub fn reload() {
    // A browser that refuses leaves the page as it is.
    _ = window().location().reload();
}

/// Goes to another page.
pub fn go(route: &Route) {
    // Setting the hash fails for no hash; there is nothing to do if it did.
    _ = window().location().set_hash(&route.href());
}
