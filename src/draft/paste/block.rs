//! Blocks of cells, as other programs put them on the clipboard.

use crate::domain::invariant;

/// The most rows that are read from a table on a page.
const ROWS: usize = 2_000;
/// The most columns that are read from a table on a page.
const COLUMNS: usize = 200;

/// A block of cells: its rows, each with its cells. Rows may differ in length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    rows: Vec<Vec<String>>,
    omitted: Vec<Omitted>,
}

/// A text that was copied along and does not count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Omitted {
    /// It is struck through.
    Struck(String),
    /// It is not to be seen.
    Hidden(String),
}

/// A cell of a table on a page or in a letter, which can take the place of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCell {
    /// Its text.
    pub text: String,
    /// How many columns it takes up.
    pub columns: usize,
    /// How many rows it takes up.
    pub rows: usize,
}

impl Block {
    /// Returns the block in a text from the clipboard: a row a line, tabs between cells, and `"…"` around a cell that
    /// holds line breaks, tabs or quotation marks, which are doubled then. `None` when it is a single cell, which needs
    /// no help.
    #[must_use]
    pub fn from_clipboard(text: &str) -> Option<Self> {
        let mut rows = Vec::new();
        let mut row = Vec::new();
        let mut has_quotes = false;
        let mut rest = text;
        loop {
            let (cell, after) = match quoted(rest) {
                Some((cell, after)) => {
                    has_quotes = true;
                    (cell, after)
                }
                None => {
                    let end = rest.find(['\t', '\n', '\r']).unwrap_or(rest.len());
                    let (cell, after) = rest.split_at(end);
                    (cell.to_owned(), after)
                }
            };
            row.push(cell);
            if let Some(after) = after.strip_prefix('\t') {
                rest = after;
                continue;
            }
            rows.push(std::mem::take(&mut row));
            rest = match after.strip_prefix("\r\n") {
                Some(after) => after,
                None => after.get(1..).unwrap_or_default(),
            };
            // A spreadsheet ends every row, the last one too, with a line break.
            if rest.is_empty() {
                break;
            }
        }
        Self::of(rows).filter(|block| has_quotes || !block.is_one_cell())
    }

    /// Returns the block that consists of one cell.
    #[must_use]
    pub fn of_one_cell(text: &str) -> Self {
        Self::from(vec![vec![text.to_owned()]])
    }

    /// Returns the block in a table, row by row. A cell that spans several stands in the first of them.
    /// `None` when it is no more than one cell, or too large for any form.
    #[must_use]
    pub fn from_table(table: &[Vec<TableCell>]) -> Option<Self> {
        if table.len() > ROWS {
            return None;
        }
        let mut rows: Vec<Vec<Option<String>>> = vec![Vec::new(); table.len()];
        for (index, cells) in table.iter().enumerate() {
            let mut column = 0;
            for cell in cells {
                let is_taken = |column: usize| {
                    let row = invariant(rows.get(index), "there is one for each row");
                    matches!(row.and_then(|row| row.get(column)), Some(Some(_)))
                };
                while is_taken(column) {
                    column += 1;
                }
                if column >= COLUMNS {
                    return None;
                }
                let columns = cell.columns.clamp(1, COLUMNS - column);
                let below = invariant(rows.get_mut(index..), "there is one for each row");
                let below = below.unwrap_or_default();
                for (down, row) in below.iter_mut().take(cell.rows.max(1)).enumerate() {
                    if row.len() < column + columns {
                        row.resize(column + columns, None);
                    }
                    let covered = row.get_mut(column..column + columns);
                    let covered = invariant(covered, "the row is long enough").unwrap_or_default();
                    for (right, slot) in covered.iter_mut().enumerate() {
                        let is_first = (down, right) == (0, 0);
                        let text = if is_first { cell.text.as_str() } else { "" };
                        *slot = Some(text.to_owned());
                    }
                }
                column += columns;
            }
        }
        let rows = rows
            .into_iter()
            .map(|row| row.into_iter().map(Option::unwrap_or_default).collect())
            .collect();
        Self::of(rows).filter(|block| !block.is_one_cell())
    }

    /// Returns the block with lines of text above it, such as a caption.
    #[must_use]
    pub fn below(self, lines: impl IntoIterator<Item = String>) -> Self {
        let above = lines.into_iter().map(|line| vec![line]);
        Self {
            rows: above.chain(self.rows).collect(),
            omitted: self.omitted,
        }
    }

    /// Returns the block with another below it.
    #[must_use]
    pub fn followed_by(self, other: Self) -> Self {
        Self {
            rows: self.rows.into_iter().chain(other.rows).collect(),
            omitted: self.omitted.into_iter().chain(other.omitted).collect(),
        }
    }

    /// Returns the block with texts that were copied along with it and do not count.
    #[must_use]
    pub fn without(mut self, omitted: Vec<Omitted>) -> Self {
        self.omitted.extend(omitted);
        self
    }

    /// Returns the texts that were copied along and do not count.
    #[must_use]
    pub fn omitted(&self) -> &[Omitted] {
        &self.omitted
    }

    fn from(rows: Vec<Vec<String>>) -> Self {
        Self {
            rows,
            omitted: Vec::new(),
        }
    }

    fn of(rows: Vec<Vec<String>>) -> Option<Self> {
        let has_cells = rows.iter().any(|row| !row.is_empty());
        has_cells.then(|| Self::from(rows))
    }

    fn is_one_cell(&self) -> bool {
        matches!(self.rows.as_slice(), [row] if row.len() <= 1)
    }

    /// Returns its rows, each with its cells.
    pub fn rows(&self) -> impl Iterator<Item = &[String]> {
        self.rows.iter().map(Vec::as_slice)
    }

    /// Returns whether any row has more than one cell.
    #[must_use]
    pub fn is_table(&self) -> bool {
        self.rows.iter().any(|row| row.len() > 1)
    }
}

/// Returns whether a text from the clipboard is a block ([`Block::from_clipboard`]), which costs less to tell than to
/// read it.
#[must_use]
pub fn is_block(text: &str) -> bool {
    if quoted(text).is_some() {
        return true;
    }
    let Some(end) = text.find(['\t', '\n', '\r']) else {
        return false;
    };
    let (_, after) = text.split_at(end);
    // The line break that ends a row begins no other.
    after.starts_with('\t') || !matches!(after, "\r\n" | "\n" | "\r")
}

/// Returns a cell in quotation marks at the beginning of a text, and what follows it. `None` when the text begins with
/// a quotation mark of its own, or none: a cell ends where its mark is followed by another cell or by nothing.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        if let Some(after) = after.strip_prefix('"') {
            cell.push('"');
            rest = after;
        } else if after.is_empty() || after.starts_with(['\t', '\n', '\r']) {
            return Some((cell, after));
        } else {
            return None;
        }
    }
}
