//! The rows of a list in a document: their order, and moving one.

use leptos::prelude::*;

use super::view::RowKey;
use crate::domain::Id;

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

/// Moves a row so many places down; it stays where it is at either end.
pub fn shift<T>(rows: &mut [T], from: Option<usize>, places: isize) {
    if let Some(from) = from
        && let Some(to) = from.checked_add_signed(places)
        && to < rows.len()
    {
        rows.swap(from, to);
    }
}
