//! What keys and the clipboard do in the cells of a grid.

use leptos::prelude::*;

use super::{Editable, Editor, FieldOf};
use crate::draft;
use crate::text::editor;
use crate::ui::cell::CellAction;
use crate::web::select;

impl<F: Editable> Editor<F> {
    /// Does what a key or the clipboard asks for in a cell. Whether there was anything to do.
    pub(super) fn act(self, field: FieldOf<F>, action: CellAction) -> bool {
        match action {
            CellAction::MoveRows(rows) => self.move_by(field, rows, 0),
            CellAction::MoveColumns(columns) => self.move_by(field, 0, columns),
            CellAction::FillRight => {
                self.fill_right(field);
                true
            }
            CellAction::Paste(copied) => {
                self.paste(field, copied);
                true
            }
        }
    }

    fn move_by(self, from: FieldOf<F>, rows: isize, columns: isize) -> bool {
        let target = self.document.with_untracked(|document| {
            let (row, column) = document.position(from)?;
            let row = row.checked_add_signed(rows)?;
            document.cell(from, row, column.checked_add_signed(columns)?)
        });
        target.is_some_and(|field| select(&F::name(field)))
    }

    fn fill_right(self, field: FieldOf<F>) {
        let mut filled = None;
        self.edit(|document| filled = draft::fill_right(document, field));
        self.settle();
        if let Some(cells) = filled {
            self.say_undoable(editor::filled_right(cells));
        }
    }
}
