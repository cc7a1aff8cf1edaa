use rust_decimal::Decimal;

use crate::domain::{
    Amount, Entry, FullTimeEquivalents, HeadCount, ReimbursementRate, Total, Year,
};

/// A table of open data: what is in it, and how it is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The name of its file, without an ending: lower-case letters, digits and hyphens.
    pub name: &'static str,
    /// What it is called.
    pub title: String,
    /// What each column holds.
    pub columns: Vec<Column>,
    /// How many of the first columns tell one row from all others.
    pub key: usize,
    /// The table whose rows the first column names, where there is one.
    pub refers_to: Option<&'static str>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The file that it becomes.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}.csv", self.name)
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// What it means: unit, sign, and what a blank says.
    pub description: String,
}

impl Column {
    pub(super) fn new(name: &str, kind: ColumnKind, description: &str) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            description: description.to_owned(),
        }
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text.
    Text,
    /// An exact decimal number.
    Number,
    /// A whole number.
    WholeNumber,
    /// A calendar year.
    Year,
}

/// What stands in a row under a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing was written, or it cannot be read.
    Blank,
    /// Text, as somebody wrote it.
    Text(String),
    /// A number, exact.
    Number(Decimal),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        match text {
            "" => Self::Blank,
            text => Self::Text(text.to_owned()),
        }
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(number.into())
    }
}

/// What an entry of a form may hold, as a number.
pub(super) trait AsNumber: Copy {
    fn number(self) -> Decimal;
}

impl AsNumber for Amount {
    fn number(self) -> Decimal {
        self.kroner()
    }
}

impl AsNumber for Year {
    fn number(self) -> Decimal {
        Self::number(self).into()
    }
}

impl AsNumber for HeadCount {
    fn number(self) -> Decimal {
        self.people().into()
    }
}

impl AsNumber for ReimbursementRate {
    fn number(self) -> Decimal {
        self.percent()
    }
}

impl AsNumber for FullTimeEquivalents {
    fn number(self) -> Decimal {
        self.positions()
    }
}

/// The cells of one row, in the order of its columns. What cannot be read leaves its cell blank and is quoted in the last
/// one: a column of numbers holds nothing else.
pub(super) struct Row {
    cells: Vec<Cell>,
    unreadable: Vec<String>,
}

impl Row {
    pub(super) fn new() -> Self {
        Self {
            cells: Vec::new(),
            unreadable: Vec::new(),
        }
    }

    pub(super) fn with(mut self, cell: impl Into<Cell>) -> Self {
        self.cells.push(cell.into());
        self
    }

    /// The entry of a field by this name.
    pub(super) fn entry<T: AsNumber>(mut self, name: &str, entry: &Entry<T>) -> Self {
        self.cells.push(match entry {
            Entry::Blank => Cell::Blank,
            Entry::Value(value) => Cell::Number(value.number()),
            Entry::Unreadable(text) => {
                self.unreadable.push(format!("{name}: {text}"));
                Cell::Blank
            }
        });
        self
    }

    /// A sum in kroner; blank where it is incomplete.
    pub(super) fn total(self, total: Total) -> Self {
        let amount = total.amount();
        self.with(amount.map_or(Cell::Blank, |amount| Cell::Number(amount.kroner())))
    }

    /// The row, its last cell being what cannot be read.
    pub(super) fn finish(self) -> Vec<Cell> {
        let unreadable = self.unreadable.join(" · ");
        let Self { mut cells, .. } = self;
        cells.push(unreadable.as_str().into());
        cells
    }
}
