//! The part of the address after `#`: it works on any web server and from a file.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;

use super::focus::focus;
use crate::domain::{DocumentKind, Id};

/// What the address points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `#/`
    Overview,
    /// `#/forslag/<id>`
    Proposal(Id),
    /// `#/handleplaner/<id>`
    ActionPlan(Id),
    /// `#/kataloger/<id>`
    Catalogue(Id),
    /// `#/forslag/<id>/versioner`, and likewise for the others: the earlier states of a document.
    Earlier(DocumentKind, Id),
    /// `#/pakke/<link>`: a package that came by a link.
    Package(String),
    /// `#/opbevaring`: where documents lie, backups, and the bin.
    Safekeeping,
    /// Anything else; the address.
    Unknown(String),
}

const PROPOSAL: &str = "#/forslag/";
const ACTION_PLAN: &str = "#/handleplaner/";
const CATALOGUE: &str = "#/kataloger/";
const EARLIER: &str = "/versioner";
/// What [`EARLIER`] was called before: links and bookmarks have it.
const EARLIER_BEFORE: &str = "/udgaver";
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
        let id = |prefix| address.strip_prefix(prefix).and_then(Id::parse);
        let document = [
            (PROPOSAL, DocumentKind::Proposal),
            (ACTION_PLAN, DocumentKind::ActionPlan),
            (CATALOGUE, DocumentKind::Catalogue),
        ]
        .into_iter()
        .find_map(|(prefix, kind)| Some((kind, id(prefix)?)));
        match document {
            Some((kind, id)) if is_earlier => Self::Earlier(kind, id),
            Some((kind, id)) => Self::of(kind, id),
            None if matches!(hash, "" | "#" | "#/") => Self::Overview,
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

    /// The address, for a link.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Overview => "#/".to_owned(),
            Self::Proposal(id) => format!("{PROPOSAL}{id}"),
            Self::ActionPlan(id) => format!("{ACTION_PLAN}{id}"),
            Self::Catalogue(id) => format!("{CATALOGUE}{id}"),
            Self::Earlier(kind, id) => format!("{}{EARLIER}", Self::of(*kind, *id).href()),
            Self::Package(link) => format!("{PACKAGE}{link}"),
            Self::Safekeeping => SAFEKEEPING.to_owned(),
            Self::Unknown(hash) => hash.clone(),
        }
    }
}

/// Whether somebody has gone to another page since the program was loaded.
static HAS_NAVIGATED: AtomicBool = AtomicBool::new(false);

/// Moves the focus to an element that came late to a page that somebody went to. On the first page it stays where
/// the browser put it.
pub fn focus_if_navigated(id: &str) {
    if HAS_NAVIGATED.load(Ordering::Relaxed) {
        focus(id);
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
        HAS_NAVIGATED.store(true, Ordering::Relaxed);
        set_route.set(from_address());
    });
    on_cleanup(move || listener.remove());
    route
}

/// Goes to another page.
pub fn go(route: &Route) {
    // Setting the hash fails for no hash; there is nothing to do if it did.
    _ = window().location().set_hash(&route.href());
}
