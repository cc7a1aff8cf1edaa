//! Copying cells of a grid: as text that spreadsheets read as numbers, and as a table for letters and pages.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::Form;
use crate::danish::{Signs, in_unit, is_turned};
use crate::domain::{Entry, Slot};

/// Between cells.
const DELIMITER: char = '\t';
/// Behind each row, as Excel has it: without it, a blank last row would be lost.
const LINE_END: &str = "\r\n";
/// What a spreadsheet may take for the beginning of a formula, the wide forms included.
const FORMULA: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}',
];

/// Returns whether a spreadsheet could take a text for a formula.
#[must_use]
pub fn may_be_formula(text: &str) -> bool {
    text.starts_with(FORMULA)
}

/// A text that was copied from a cell, without the apostrophe that kept spreadsheets from taking it for a formula.
pub(super) fn without_apostrophe(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(formula) if may_be_formula(formula) => formula,
        _ => text,
    }
}

/// Cells that are copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedCells {
    /// As text: a tab between cells, a line for each row, and one cell as it is.
    pub text: String,
    /// As a table of a page; none for one cell, which becomes no table in a letter.
    pub page: Option<String>,
}

/// What one cell is copied as.
enum CopiedCell {
    Number(Decimal),
    Text(String),
}

/// Returns cells as they are copied: with the sign and in the unit that they are shown in, but as numbers, without words and
/// points between thousands.
pub fn copied_cells<F: Form>(form: &F, cells: &[Vec<F::Field>], signs: Signs) -> CopiedCells {
    let copied: Vec<Vec<CopiedCell>> = cells
        .iter()
        .map(|row| {
            row.iter()
                .map(|&field| copied_cell(form, field, signs))
                .collect()
        })
        .collect();
    if let [row] = copied.as_slice()
        && let [cell] = row.as_slice()
    {
        return CopiedCells {
            text: cell.text(),
            page: None,
        };
    }
    CopiedCells {
        text: text(&copied),
        page: Some(page(&copied)),
    }
}

fn copied_cell<F: Form>(form: &F, field: F::Field, signs: Signs) -> CopiedCell {
    let is_turned = F::is_change(field) && is_turned(signs, F::direction(field));
    let turned = |number: Decimal| if is_turned { -number } else { number };
    match form.slot(field) {
        Some(Slot::Amount(Entry::Value(amount))) => {
            CopiedCell::Number(turned(in_unit(*amount, F::UNIT)))
        }
        Some(Slot::People(Entry::Value(count))) => CopiedCell::Number(count.people().into()),
        Some(Slot::Positions(Entry::Value(change))) => CopiedCell::Number(change.positions()),
        // What cannot be read is shown as it is, and a grid has no cells of other kinds.
        Some(_) => CopiedCell::Text(form.shown(field)),
        None => CopiedCell::Text(String::new()),
    }
}

impl CopiedCell {
    fn text(&self) -> String {
        match self {
            Self::Number(number) => danish(*number),
            Self::Text(text) => {
                let safe = no_formula(text);
                if safe.starts_with('"') || safe.contains([DELIMITER, '\r', '\n']) {
                    format!("\"{}\"", safe.replace('"', "\"\""))
                } else {
                    safe.into_owned()
                }
            }
        }
    }
}

/// A text that no spreadsheet takes for a formula.
fn no_formula(text: &str) -> Cow<'_, str> {
    if may_be_formula(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A number as spreadsheets read it that are set to Danish.
fn danish(number: Decimal) -> String {
    number.normalize().to_string().replace('.', ",")
}

fn text(cells: &[Vec<CopiedCell>]) -> String {
    let mut text = String::new();
    for row in cells {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                text.push(DELIMITER);
            }
            text.push_str(&cell.text());
        }
        text.push_str(LINE_END);
    }
    text
}

fn page(cells: &[Vec<CopiedCell>]) -> String {
    // The letters of a page that names no encoding are guessed at.
    let mut page = "<meta charset=\"utf-8\"><table lang=\"da\">".to_owned();
    for row in cells {
        page.push_str("<tr>");
        for cell in row {
            match cell {
                CopiedCell::Number(number) => {
                    let (exact, danish) = (number.normalize(), danish(*number));
                    // LibreOffice reads the number in the attributes, which they say is written as in English (1033), whatever
                    // language it is set to itself.
                    page.push_str(&format!(
                        "<td align=\"right\" sdval=\"{exact}\" sdnum=\"1033;\">{danish}</td>"
                    ));
                }
                CopiedCell::Text(text) => {
                    page.push_str("<td>");
                    for character in no_formula(text).chars() {
                        match character {
                            '&' => page.push_str("&amp;"),
                            '<' => page.push_str("&lt;"),
                            '>' => page.push_str("&gt;"),
                            other => page.push(other),
                        }
                    }
                    page.push_str("</td>");
                }
            }
        }
        page.push_str("</tr>");
    }
    page.push_str("</table>");
    page
}
