//! Filling and emptying rectangles of cells.

use std::mem::discriminant;

use super::Form;
use super::range::{Place, Rectangle, field_at, grid_size};
use crate::domain::{Content, Slot};

/// What became of cells that were to be filled or emptied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filled {
    /// How many were written.
    pub written: usize,
    /// How many are locked, and were left alone.
    pub locked: usize,
    /// How many hold something of another kind than what was to be written, and were left alone: people and kroner, say.
    pub unlike: usize,
}

/// Returns whether nothing is in a cell.
fn is_blank(slot: Slot<'_>) -> bool {
    match slot {
        Slot::Amount(entry) => entry.is_blank(),
        Slot::People(entry) => entry.is_blank(),
        Slot::Positions(entry) => entry.is_blank(),
        // A grid has no cells of other kinds.
        _ => true,
    }
}

/// Where cells are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FillTo {
    /// To the right, from the first column.
    Right,
    /// Down, from the first row.
    Down,
}

/// Empties cells. Those that are blank count for nothing.
pub fn empty<F: Form>(form: &mut F, cells: impl IntoIterator<Item = F::Field>) -> Filled {
    let mut done = Filled::default();
    for field in cells {
        if form.slot(field).is_none_or(is_blank) {
            continue;
        }
        if form.is_locked(field) {
            done.locked += 1;
        } else {
            form.enter(field, "");
            done.written += 1;
        }
    }
    done
}

/// Fills a rectangle of a grid from its first row or its first column. A single row is filled from the one above, as in a
/// spreadsheet; a single column fills the columns to its right.
pub fn fill<F: Form>(
    form: &mut F,
    grid: F::Field,
    rectangle: Rectangle,
    to: FillTo,
) -> Option<Filled> {
    let (first, last) = (rectangle.first(), rectangle.last());
    let (from, over) = match to {
        FillTo::Down => {
            let row = if rectangle.size().rows == 1 {
                first.row.checked_sub(1)?
            } else {
                first.row
            };
            let start = Place { row, ..first };
            let end = Place { row, ..last };
            (
                Rectangle::between(start, end),
                Rectangle::between(start, last),
            )
        }
        FillTo::Right => {
            let column = if rectangle.size().columns == 1 {
                grid_size(form, grid).columns.checked_sub(1)?
            } else {
                last.column
            };
            let end = Place {
                column: first.column,
                ..last
            };
            let over = Rectangle::between(first, Place { column, ..last });
            (Rectangle::between(first, end), over)
        }
    };
    (from != over).then(|| fill_from(form, grid, from, over))
}

/// Fills a rectangle of a grid with what stands in another one, which is repeated as often as there is room. What stands in
/// both stays.
pub fn fill_from<F: Form>(
    form: &mut F,
    grid: F::Field,
    from: Rectangle,
    over: Rectangle,
) -> Filled {
    let mut done = Filled::default();
    // What is filled can be read from again, and is the same then.
    for place in over.places().filter(|&place| !from.contains(place)) {
        let source = repeated(from, place);
        let content = field_at(form, grid, source)
            .and_then(|field| form.slot(field))
            .map(Content::from);
        let (Some(content), Some(field)) = (content, field_at(form, grid, place)) else {
            continue;
        };
        let stands = form.slot(field).map(Content::from);
        let is_alike = stands.is_some_and(|it| discriminant(&it) == discriminant(&content));
        match (form.is_locked(field), is_alike) {
            (true, _) => done.locked += 1,
            (false, false) => done.unlike += 1,
            (false, true) => {
                form.put(field, content);
                done.written += 1;
            }
        }
    }
    done
}

/// The cell of a rectangle that stands in a place when the rectangle is repeated in all directions.
fn repeated(from: Rectangle, place: Place) -> Place {
    let along = |first: usize, length: usize, at: usize| {
        let offset = if at >= first {
            (at - first) % length
        } else {
            (length - (first - at) % length) % length
        };
        first + offset
    };
    let size = from.size();
    Place {
        row: along(from.first().row, size.rows, place.row),
        column: along(from.first().column, size.columns, place.column),
    }
}
