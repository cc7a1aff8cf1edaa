//! Rectangles of cells in a grid: which cells they have, how keys move in a grid, and what is selected in it.

use std::ops::RangeInclusive;

use super::Form;

/// The place of a cell in its grid, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// Cells that stand in a rectangle: one at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rectangle {
    /// The upper left corner.
    first: Place,
    /// The lower right corner.
    last: Place,
}

/// The order in which cells of a rectangle follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Row by row, as Tab goes.
    Rows,
    /// Column by column, as Enter goes.
    Columns,
}

impl Rectangle {
    /// Returns the rectangle between two cells, which are opposite corners of it.
    ///
    /// ```
    /// use raaderum::draft::{Place, Rectangle};
    ///
    /// let place = |row, column| Place { row, column };
    /// let rectangle = Rectangle::between(place(2, 0), place(1, 3));
    /// assert_eq!((rectangle.rows(), rectangle.columns()), (1..=2, 0..=3));
    /// assert!(rectangle.contains(place(1, 0)));
    /// ```
    #[must_use]
    pub fn between(one: Place, other: Place) -> Self {
        Self {
            first: Place {
                row: one.row.min(other.row),
                column: one.column.min(other.column),
            },
            last: Place {
                row: one.row.max(other.row),
                column: one.column.max(other.column),
            },
        }
    }

    /// Returns the upper left corner.
    #[must_use]
    pub fn first(self) -> Place {
        self.first
    }

    /// Returns the lower right corner.
    #[must_use]
    pub fn last(self) -> Place {
        self.last
    }

    /// Returns its rows.
    #[must_use]
    pub fn rows(self) -> RangeInclusive<usize> {
        self.first.row..=self.last.row
    }

    /// Returns its columns.
    #[must_use]
    pub fn columns(self) -> RangeInclusive<usize> {
        self.first.column..=self.last.column
    }

    /// Returns how many rows and columns it has.
    #[must_use]
    pub fn size(self) -> Size {
        Size {
            rows: self.last.row - self.first.row + 1,
            columns: self.last.column - self.first.column + 1,
        }
    }

    /// Returns whether a cell is in it.
    #[must_use]
    pub fn contains(self, place: Place) -> bool {
        self.rows().contains(&place.row) && self.columns().contains(&place.column)
    }

    /// Returns it stretched to a cell in the one direction, along its rows or its columns, in which that is farther away.
    ///
    /// ```
    /// use raaderum::draft::{Place, Rectangle};
    ///
    /// let place = |row, column| Place { row, column };
    /// let rectangle = Rectangle::between(place(1, 1), place(2, 2));
    /// let to = |row, column| rectangle.stretched_to(place(row, column));
    /// assert_eq!(to(3, 5), Rectangle::between(place(1, 1), place(2, 5)));
    /// assert_eq!(to(0, 2), Rectangle::between(place(0, 1), place(2, 2)));
    /// assert_eq!(to(2, 1), rectangle);
    /// ```
    #[must_use]
    pub fn stretched_to(self, place: Place) -> Self {
        let (first, last) = (self.first, self.last);
        let outside =
            |at: usize, from: usize, to: usize| from.saturating_sub(at).max(at.saturating_sub(to));
        let rows = outside(place.row, first.row, last.row);
        let columns = outside(place.column, first.column, last.column);
        let to = if columns > rows {
            Place {
                row: first.row,
                ..place
            }
        } else {
            Place {
                column: first.column,
                ..place
            }
        };
        let Self { first, .. } = Self::between(first, to);
        let Self { last, .. } = Self::between(last, to);
        Self { first, last }
    }

    /// Returns its cells, row by row.
    pub fn places(self) -> impl Iterator<Item = Place> {
        self.rows()
            .flat_map(move |row| self.columns().map(move |column| Place { row, column }))
    }

    /// Returns the cell of it that comes after another one, or before it; after the last comes the first.
    ///
    /// ```
    /// use raaderum::draft::{Order, Place, Rectangle};
    ///
    /// let place = |row, column| Place { row, column };
    /// let rectangle = Rectangle::between(place(1, 1), place(2, 2));
    /// assert_eq!(rectangle.after(place(1, 2), Order::Rows, false), place(2, 1));
    /// assert_eq!(rectangle.after(place(1, 2), Order::Columns, false), place(2, 2));
    /// assert_eq!(rectangle.after(place(1, 1), Order::Columns, true), place(2, 2));
    /// ```
    #[must_use]
    pub fn after(self, place: Place, order: Order, is_back: bool) -> Place {
        let Size { rows, columns } = self.size();
        let cells = rows * columns;
        let row = place.row.saturating_sub(self.first.row).min(rows - 1);
        let column = place.column.saturating_sub(self.first.column);
        let column = column.min(columns - 1);
        let number = match order {
            Order::Rows => row * columns + column,
            Order::Columns => column * rows + row,
        };
        let next = (number + if is_back { cells - 1 } else { 1 }) % cells;
        let (row, column) = match order {
            Order::Rows => (next / columns, next % columns),
            Order::Columns => (next % rows, next / rows),
        };
        Place {
            row: self.first.row + row,
            column: self.first.column + column,
        }
    }
}

/// So many rows are gone up or down by a page.
const PAGE: usize = 10;

/// Where to go from a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// To the next row above.
    Up,
    /// To the next row below.
    Down,
    /// To the next column on the left.
    Left,
    /// To the next column on the right.
    Right,
    /// To the first column.
    RowStart,
    /// To the last column.
    RowEnd,
    /// To the first cell of the grid.
    GridStart,
    /// To the last cell of the grid.
    GridEnd,
    /// Several rows up.
    PageUp,
    /// Several rows down.
    PageDown,
}

/// How many rows and columns a grid or a rectangle has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How many rows.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
}

impl Size {
    /// Returns the rectangle of all cells; `None` where there are none.
    #[must_use]
    pub fn all(self) -> Option<Rectangle> {
        let last = Place {
            row: self.rows.checked_sub(1)?,
            column: self.columns.checked_sub(1)?,
        };
        let first = Place { row: 0, column: 0 };
        Some(Rectangle { first, last })
    }

    /// Returns the cell that a movement leads to from a cell of the grid; `None` where that is the cell itself.
    ///
    /// ```
    /// use raaderum::draft::{Movement, Place, Size};
    ///
    /// let grid = Size { rows: 6, columns: 4 };
    /// let from = Place { row: 1, column: 3 };
    /// assert_eq!(grid.moved(from, Movement::GridEnd), Some(Place { row: 5, column: 3 }));
    /// assert_eq!(grid.moved(from, Movement::Right), None);
    /// ```
    #[must_use]
    pub fn moved(self, from: Place, by: Movement) -> Option<Place> {
        let Rectangle { first, last } = self.all()?;
        let Place { row, column } = from;
        let to = match by {
            Movement::Up => Place {
                row: row.saturating_sub(1),
                column,
            },
            Movement::Down => Place {
                row: row + 1,
                column,
            },
            Movement::Left => Place {
                row,
                column: column.saturating_sub(1),
            },
            Movement::Right => Place {
                row,
                column: column + 1,
            },
            Movement::RowStart => Place { row, column: 0 },
            Movement::RowEnd => Place {
                row,
                column: last.column,
            },
            Movement::GridStart => first,
            Movement::GridEnd => last,
            Movement::PageUp => Place {
                row: row.saturating_sub(PAGE),
                column,
            },
            Movement::PageDown => Place {
                row: row + PAGE,
                column,
            },
        };
        let to = Place {
            row: to.row.min(last.row),
            column: to.column.min(last.column),
        };
        (to != from).then_some(to)
    }
}

/// Returns how many rows and columns the grid has that a field is a cell of.
pub fn grid_size<F: Form>(form: &F, grid: F::Field) -> Size {
    let count =
        |is_there: &dyn Fn(usize) -> bool| (0..).take_while(|&place| is_there(place)).count();
    Size {
        rows: count(&|row| form.cell(grid, row, 0).is_some()),
        columns: count(&|column| form.cell(grid, 0, column).is_some()),
    }
}

/// Returns the place of a field that is a cell of a grid.
pub fn place_of<F: Form>(form: &F, field: F::Field) -> Option<Place> {
    let (row, column) = form.position(field)?;
    Some(Place { row, column })
}

/// Returns the field in a place of the grid that another field is a cell of.
pub fn field_at<F: Form>(form: &F, grid: F::Field, place: Place) -> Option<F::Field> {
    form.cell(grid, place.row, place.column)
}

/// What is selected in a grid: the cell that is typed into, and the rectangle between two cells that it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection<Field> {
    /// The cell that is typed into.
    pub active: Field,
    /// The corner that stays when the rectangle is stretched.
    corner: Field,
    /// The corner that moves.
    pub moving: Field,
}

impl<Field: Copy + Eq> Selection<Field> {
    /// Returns the selection of one cell.
    #[must_use]
    pub fn of_one(field: Field) -> Self {
        Self {
            active: field,
            corner: field,
            moving: field,
        }
    }

    /// Returns the selection from the active cell to another one.
    #[must_use]
    pub fn stretched_to(self, field: Field) -> Self {
        Self {
            active: self.active,
            corner: self.active,
            moving: field,
        }
    }

    /// Returns the selection between two corners, with the same active cell.
    #[must_use]
    pub fn between(self, corner: Field, moving: Field) -> Self {
        Self {
            active: self.active,
            corner,
            moving,
        }
    }

    /// Returns the same rectangle with another active cell.
    #[must_use]
    pub fn with_active(self, field: Field) -> Self {
        Self {
            active: field,
            ..self
        }
    }

    /// Returns whether more than one cell is selected.
    #[must_use]
    pub fn is_range(self) -> bool {
        self.corner != self.moving
    }

    /// Returns the rectangle that is selected; `None` where a corner of it is gone from the form, or the corners are cells of
    /// two grids.
    pub fn rectangle<F: Form<Field = Field>>(self, form: &F) -> Option<Rectangle> {
        let corner = place_of(form, self.corner)?;
        let moving = place_of(form, self.moving)?;
        // Cells of other grids have places, too.
        let is_one_grid = field_at(form, self.corner, moving) == Some(self.moving);
        is_one_grid.then(|| Rectangle::between(corner, moving))
    }

    /// Returns the fields that are selected, row by row; none where the selection is gone from the form.
    pub fn cells<F: Form<Field = Field>>(self, form: &F) -> Vec<Vec<Field>> {
        let Some(rectangle) = self.rectangle(form) else {
            return Vec::new();
        };
        let row = |row| {
            let columns = rectangle.columns();
            columns
                .filter_map(|column| form.cell(self.corner, row, column))
                .collect()
        };
        rectangle.rows().map(row).collect()
    }
}
