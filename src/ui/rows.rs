//! The rows of a list in a document: their order, and moving one.

use std::collections::BTreeSet;

use leptos::ev;
use leptos::prelude::*;

use super::view::{RowKey, link_button, text, when};
use crate::domain::Id;
use crate::text::filtering;

/// The rows of a list, in order.
#[derive(Clone, Copy)]
pub struct Rows(Memo<Vec<Id>>);

impl Rows {
    /// Rows with these identities.
    pub fn new(ids: impl Fn() -> Vec<Id> + Send + Sync + 'static) -> Self {
        fn new(ids: Box<dyn Fn() -> Vec<Id> + Send + Sync>) -> Rows {
            Rows(Memo::new(move |_| ids()))
        }
        new(Box::new(ids))
    }

    /// The identities.
    pub fn ids(self) -> Vec<Id> {
        self.0.get()
    }

    /// How many there are.
    pub fn count(self) -> usize {
        self.0.with(Vec::len)
    }

    /// What a list draws them by.
    pub fn keys(self) -> Signal<Vec<RowKey>> {
        Signal::derive(move || self.0.with(|ids| ids.iter().map(|&id| (id, 0)).collect()))
    }

    /// The place of a row, 0 for the first.
    pub fn position(self, id: Id) -> Memo<usize> {
        Memo::new(move |_| {
            self.0
                .with(|ids| ids.iter().position(|&other| other == id))
                .unwrap_or_default()
        })
    }
}

/// Rows that are drawn before somebody asks for all: a browser draws a thousand rows slower than anybody types.
pub const FIRST_ROWS: usize = 100;

/// What a long list draws its first rows by, and under it the way to the rest. Rows that somebody looks for are drawn in any
/// case.
pub fn first_rows(
    rows: Rows,
    is_looked_for: impl Fn(Id) -> bool + Send + Sync + 'static,
) -> (Signal<Vec<RowKey>>, AnyView) {
    let shows_all = RwSignal::new(false);
    // Paper has room for all.
    let printing = window_event_listener(ev::beforeprint, move |_| shows_all.set(true));
    on_cleanup(move || printing.remove());
    let known = StoredValue::new(None::<BTreeSet<Id>>);
    let keys = Memo::new(move |before: Option<&Vec<RowKey>>| {
        let all = shows_all.get();
        let ids = rows.ids();
        // What is drawn stays, wherever it is moved, and whoever adds some rows wants to see them.
        let drawn: BTreeSet<Id> = before.into_iter().flatten().map(|&(id, _)| id).collect();
        let here: BTreeSet<Id> = ids.iter().copied().collect();
        let added: BTreeSet<Id> = known.with_value(|known| match known {
            Some(known) => here.difference(known).copied().collect(),
            None => BTreeSet::new(),
        });
        let is_drawn = |place: usize, id: Id| {
            let is_added = added.len() <= FIRST_ROWS && added.contains(&id);
            all || place < FIRST_ROWS || drawn.contains(&id) || is_added || is_looked_for(id)
        };
        known.set_value(Some(here));
        let ids = ids.into_iter().enumerate();
        let drawn = ids.filter(|&(place, id)| is_drawn(place, id));
        drawn.map(|(_, id)| (id, 0)).collect::<Vec<RowKey>>()
    });
    let rest = when(
        move || keys.with(Vec::len) < rows.count(),
        move || {
            let all = text(move || filtering::show_all(rows.count()));
            let button = link_button(all, None, false.into(), move || shows_all.set(true));
            let drawn = text(move || filtering::drawn(keys.with(Vec::len), rows.count()));
            view! { <p>{drawn} " " {button}</p> }.into_any()
        },
    );
    (keys.into(), rest)
}

/// Moves a row so many places down; it stays where it is at either end.
pub fn shift<T>(rows: &mut [T], from: Option<usize>, places: isize) {
    if let Some(from) = from
        && let Some(to) = from.checked_add_signed(places)
        && to < rows.len()
    {
        rows.swap(from, to);
    }
}
