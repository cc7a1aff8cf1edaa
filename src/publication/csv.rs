use std::borrow::Cow;

use super::{Cell, Table};

/// Tells Excel that the text is UTF-8.
const BYTE_ORDER_MARK: char = '\u{FEFF}';
/// Between cells, since a comma is in numbers.
pub(super) const DELIMITER: char = ';';
/// Between rows.
pub(super) const LINE_END: &str = "\r\n";
/// What a spreadsheet may take for the beginning of a formula, the wide forms included.
const FORMULA: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}',
];

/// Returns a table as a spreadsheet set to Danish opens it: semicolons, decimal commas, UTF-8 with a byte-order mark.
///
/// A text that a spreadsheet could take for a formula has an apostrophe before it; numbers are left alone.
#[must_use]
pub fn csv(table: &Table) -> String {
    let mut csv = BYTE_ORDER_MARK.to_string();
    let names = table.columns.iter().map(|column| text(&column.name));
    line(&mut csv, names);
    for row in &table.rows {
        line(&mut csv, row.iter().map(cell));
    }
    csv
}

fn line<'a>(csv: &mut String, cells: impl Iterator<Item = Cow<'a, str>>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            csv.push(DELIMITER);
        }
        csv.push_str(&cell);
    }
    csv.push_str(LINE_END);
}

fn cell(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Blank => Cow::Borrowed(""),
        Cell::Number(number) => Cow::Owned(number.normalize().to_string().replace('.', ",")),
        Cell::Text(written) => text(written),
    }
}

fn text(written: &str) -> Cow<'_, str> {
    let safe = if written.starts_with(FORMULA) {
        Cow::Owned(format!("'{written}"))
    } else {
        Cow::Borrowed(written)
    };
    let is_quoted = safe.contains([DELIMITER, '"', '\r', '\n']) || safe.trim() != safe;
    if is_quoted {
        Cow::Owned(format!("\"{}\"", safe.replace('"', "\"\"")))
    } else {
        safe
    }
}
