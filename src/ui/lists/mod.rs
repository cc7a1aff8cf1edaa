//! The lists of proposals and of plans on the start page.

mod plans;
mod proposals;

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::session::Session;
use crate::domain::{Catalogue, Id, Proposal};
use plans::plans;
use proposals::proposals;

/// Tells which proposals of a list do not count, as catalogues permit it.
pub type FindNotCounted = fn(&[&Catalogue], &BTreeMap<Id, &Proposal>) -> BTreeSet<Id>;

/// Gets [`FindNotCounted`] from when it is needed; `None` until it is here.
pub type LoadNotCounted = fn(Memo<bool>) -> RwSignal<Option<FindNotCounted>>;

/// The lists of proposals and of plans.
pub fn lists(load_not_counted: LoadNotCounted, session: Session) -> AnyView {
    view! {
        {proposals(load_not_counted, session)}
        {plans(session)}
    }
    .into_any()
}
