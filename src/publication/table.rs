use rust_decimal::Decimal;

use crate::danish::print_date;
use crate::domain::{
    Amount, Entry, FieldKind, FullTimeEquivalents, ReimbursementRate, Slot, Total,
};
use crate::text::{labels, open_data};

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
    /// Returns the file that it becomes.
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

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Self::Blank
        } else {
            Self::Text(text)
        }
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(number.into())
    }
}

impl From<Total> for Cell {
    /// Returns a sum in kroner; blank where it is blank or incomplete.
    fn from(total: Total) -> Self {
        let amount = total.amount();
        amount.map_or(Self::Blank, |amount| Self::Number(amount.kroner()))
    }
}

/// A column, and what each line has in it.
pub(super) struct ColumnOf<L> {
    column: Column,
    cell: CellOf<L>,
}

enum CellOf<L> {
    Computed(Box<dyn Fn(&L) -> Cell>),
    /// What stands in a field, and what the field is called where it cannot be read.
    Entered(&'static str, SlotOf<L>),
}

/// What stands in a field of a line.
type SlotOf<L> = Box<dyn Fn(&L) -> Option<Slot<'_>>>;

impl<L> ColumnOf<L> {
    /// Returns a column that is computed from the line.
    pub(super) fn computed<C: Into<Cell>>(
        name: &str,
        kind: ColumnKind,
        description: &str,
        cell: impl Fn(&L) -> C + 'static,
    ) -> Self {
        Self {
            column: Column::new(name, kind, description),
            cell: CellOf::Computed(Box::new(move |line| cell(line).into())),
        }
    }

    /// Returns a column with the text, or the number, that stands in a field of a kind.
    pub(super) fn entered(
        name: &str,
        label: &'static str,
        kind: FieldKind,
        description: &str,
        slot: impl Fn(&L) -> Option<Slot<'_>> + 'static,
    ) -> Self {
        let kind = match kind {
            FieldKind::Line | FieldKind::Text | FieldKind::ChangeKinds | FieldKind::Date => {
                ColumnKind::Text
            }
            FieldKind::Amount(..) | FieldKind::Rate | FieldKind::Positions => ColumnKind::Number,
            FieldKind::Year | FieldKind::PriceLevel => ColumnKind::Year,
            FieldKind::People => ColumnKind::WholeNumber,
        };
        Self {
            column: Column::new(name, kind, description),
            cell: CellOf::Entered(label, Box::new(slot)),
        }
    }
}

/// Returns the columns and the rows of a table. What cannot be read leaves its cell blank and is quoted in a last
/// column: a column of numbers holds nothing else.
pub(super) fn filled<L>(
    columns: Vec<ColumnOf<L>>,
    lines: impl Iterator<Item = L>,
) -> (Vec<Column>, Vec<Vec<Cell>>) {
    let rows = lines.map(|line| {
        let mut unreadable = Vec::new();
        let mut cells: Vec<Cell> = Vec::with_capacity(columns.len() + 1);
        for column in &columns {
            cells.push(match &column.cell {
                CellOf::Computed(cell) => cell(&line),
                CellOf::Entered(label, slot) => {
                    let (cell, text) = slot(&line).map_or((Cell::Blank, None), entered);
                    unreadable.extend(text.map(|text| format!("{label}: {text}")));
                    cell
                }
            });
        }
        cells.push(unreadable.join(" · ").as_str().into());
        cells
    });
    let rows = rows.collect();
    let unreadable = Column::new(
        open_data::UNREADABLE,
        ColumnKind::Text,
        open_data::UNREADABLE_MEANING,
    );
    let columns = columns.into_iter().map(|column| column.column);
    (columns.chain([unreadable]).collect(), rows)
}

/// Returns the cell for what stands in a field, and its text where it cannot be read.
fn entered(slot: Slot<'_>) -> (Cell, Option<&str>) {
    fn number<T: Copy>(entry: &Entry<T>, number: impl Fn(T) -> Decimal) -> (Cell, Option<&str>) {
        match entry {
            Entry::Blank => (Cell::Blank, None),
            Entry::Value(value) => (Cell::Number(number(*value)), None),
            Entry::Unreadable(text) => (Cell::Blank, Some(text)),
        }
    }
    match slot {
        Slot::Text(text) => (text.as_str().into(), None),
        Slot::ChangeKinds(kinds) => {
            let kinds: Vec<&str> = kinds.iter().map(|&kind| labels::kind(kind)).collect();
            (kinds.join(", ").as_str().into(), None)
        }
        Slot::Amount(entry) => number(entry, Amount::kroner),
        Slot::Year(entry) => number(entry, |year| year.number().into()),
        Slot::Date(Entry::Value(date)) => (print_date(*date).as_str().into(), None),
        Slot::Date(Entry::Unreadable(text)) => (Cell::Blank, Some(text)),
        Slot::Date(Entry::Blank) => (Cell::Blank, None),
        Slot::Rate(entry) => number(entry, ReimbursementRate::percent),
        Slot::People(entry) => number(entry, |count| count.people().into()),
        Slot::Positions(entry) => number(entry, FullTimeEquivalents::positions),
    }
}
