//! What keys and the clipboard do in the cells of a grid.

use super::{Editable, Editor, FieldOf};
use crate::ui::field::CellAction;

impl<F: Editable> Editor<F> {
    /// Does what a key or the clipboard asks for in a cell. Whether there was anything to do.
    pub(super) fn act(self, field: FieldOf<F>, action: CellAction) -> bool {
        match action {
            CellAction::Move(movement) => return self.move_by(field, movement),
            CellAction::GoOn(order, is_back) => return self.go_on(field, order, is_back),
            CellAction::Empty => return self.empty_selected(field),
            CellAction::PasteInAll(event) => return self.paste_in_all(field, &event),
            CellAction::SelectAlone => return self.select_alone(field),
            CellAction::Stretch(movement) => self.stretch_by(field, movement),
            CellAction::SelectAll => self.select_grid(field),
            CellAction::Fill(to) => self.fill_selected(field, to),
            CellAction::Paste(copied) => self.paste(self.first_selected(field), copied),
        }
        true
    }
}
