//! Selecting cells of a grid, and what is done with those that are selected.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::ClipboardEvent;

use super::{Editable, Editor, FieldOf};
use crate::draft::{
    self, FillTo, Movement, Order, Selection, copied_cells, field_at, grid_size, place_of,
    sum_of_cells,
};
use crate::text::editor;
use crate::ui::grid_events::{GridEvent, follow_grids};
use crate::ui::view::text;
use crate::web::{put_on_clipboard, repeated, scroll_into_view, select, show_selected};

/// What is selected is said aloud when it has not changed for this long.
const SAY: Duration = Duration::from_millis(600);

/// The line that says what the selected cells come to.
pub(super) fn range_line<F: Editable>(editor: Editor<F>) -> AnyView {
    let words = Memo::new(move |_| editor.sum_of_range());
    view! {
        // Not as a text node: other programs in the page put theirs in its place, and the figure would stand still.
        <output
            class="range-line d-print-none"
            // Said once it rests, with the name of the cell that the selection reaches to.
            aria-live="off"
            aria-label=editor::RANGE
            prop:textContent=text(move || words.get())
        ></output>
        <div class="sr-only" role="status">
            {editor.range_announcement}
        </div>
    }
    .into_any()
}

impl<F: Editable> Editor<F> {
    /// Follows what is selected in the grids of the page.
    pub(super) fn follow_selection(self) {
        let listeners = follow_grids(move |event| self.hear(event));
        let listeners = StoredValue::new_local(listeners);
        on_cleanup(move || drop(listeners.try_update_value(std::mem::take)));
        Effect::new(move |_| {
            let selection = self.selection.get();
            let names = self.document.with_untracked(|document| {
                let range = selection.filter(|selection| selection.is_range());
                let cells = range.map(|range| range.cells(document));
                let cells = cells.unwrap_or_default().concat();
                cells.into_iter().map(F::name).collect::<Vec<_>>()
            });
            let last = self.document.with_untracked(|document| {
                let selection = selection?;
                let last = selection.rectangle(document)?.last();
                field_at(document, selection.active, last).map(F::name)
            });
            show_selected(&names, last.as_deref(), editor::IN_RANGE);
            if names.is_empty() {
                self.range_announcement.set(String::new());
            }
            self.remembered.update_value(|remembered| {
                remembered.say_range.stop();
                if !names.is_empty() {
                    remembered.say_range.start(SAY, move || self.say_range());
                }
            });
        });
    }

    /// What several selected cells come to; empty while one cell or none is selected.
    fn sum_of_range(self) -> String {
        let range = self.selection.get().filter(|range| range.is_range());
        let Some(range) = range else {
            return String::new();
        };
        let signs = self.session.signs.get();
        self.document.with(|document| {
            let cells = range.cells(document).concat();
            if cells.is_empty() {
                return String::new();
            }
            editor::sum_of_cells(&sum_of_cells(document, cells), F::UNIT, signs)
        })
    }

    fn say_range(self) {
        let selection = self.selection.try_get_untracked().flatten();
        let words = untrack(|| self.sum_of_range());
        if let Some(selection) = selection
            && !words.is_empty()
        {
            let label = |field| self.document.with_untracked(|form| form.label(field));
            let said = editor::selected(&label(selection.active), &label(selection.moving), &words);
            self.range_announcement.set(said);
        }
    }

    fn set_selection(self, selection: Option<Selection<FieldOf<F>>>) {
        if self.selection.try_get_untracked() != Some(selection) {
            _ = self.selection.try_set(selection);
        }
    }

    /// What is selected around a cell with the focus.
    fn selection_at(self, field: FieldOf<F>) -> Selection<FieldOf<F>> {
        let selection = self.selection.try_get_untracked().flatten();
        selection
            .filter(|selection| selection.active == field)
            .unwrap_or_else(|| Selection::of_one(field))
    }

    fn is_range_at(self, field: FieldOf<F>) -> bool {
        self.selection_at(field).is_range()
    }

    /// The cell of a grid that has a name.
    fn cell_named(self, name: &str) -> Option<FieldOf<F>> {
        let found = self.document.try_with_untracked(|document| {
            let mut fields = document.fields().into_iter();
            fields.find(|&field| document.position(field).is_some() && F::name(field) == name)
        });
        found.flatten()
    }

    /// Does what something asks for that happens in a grid. Whether there was anything to do.
    fn hear(self, event: GridEvent<'_>) -> bool {
        let selection = self.selection.try_get_untracked().flatten();
        match event {
            GridEvent::Pressed(name) => {
                self.set_selection(self.cell_named(name).map(Selection::of_one));
                true
            }
            GridEvent::Entered(name) => {
                let is_active = |selection: Selection<_>| F::name(selection.active) == name;
                if !selection.is_some_and(is_active) {
                    self.set_selection(self.cell_named(name).map(Selection::of_one));
                }
                true
            }
            GridEvent::Left => {
                self.set_selection(None);
                true
            }
            GridEvent::Stretched(name) => {
                let stretched = selection.zip(self.cell_named(name));
                stretched.is_some_and(|(selection, field)| self.stretch_to(selection, field))
            }
            GridEvent::FillStretched(name) => {
                let stretched = selection.zip(self.cell_named(name));
                stretched.is_some_and(|(selection, field)| self.stretch_fill(selection, field))
            }
            GridEvent::FillEnded(is_done) => {
                let from = self
                    .remembered
                    .try_update_value(|remembered| remembered.filled_from.take());
                if let Some((from, over)) = from.flatten().zip(selection) {
                    self.end_fill(from, over, is_done);
                }
                true
            }
            GridEvent::Copied {
                event,
                is_whole,
                is_cut,
            } => selection.is_some_and(|selection| {
                (is_whole || selection.is_range()) && self.copy(selection, event, is_cut)
            }),
        }
    }

    /// Selects up to a cell; returns whether that is one of the same grid.
    fn stretch_to(self, selection: Selection<FieldOf<F>>, field: FieldOf<F>) -> bool {
        let stretched = selection.stretched_to(field);
        let is_one_grid = self
            .document
            .with_untracked(|document| stretched.rectangle(document).is_some());
        if is_one_grid {
            self.set_selection(Some(stretched));
            scroll_into_view(&F::name(field));
        }
        is_one_grid
    }

    /// Goes from a cell to another one, which alone is selected then. Whether there is another one.
    pub(super) fn move_by(self, from: FieldOf<F>, movement: Movement) -> bool {
        let target = self.moved(from, movement);
        self.set_selection(Some(Selection::of_one(target.unwrap_or(from))));
        target.is_some_and(|field| select(&F::name(field)))
    }

    fn moved(self, from: FieldOf<F>, movement: Movement) -> Option<FieldOf<F>> {
        self.document.with_untracked(|document| {
            let place = place_of(document, from)?;
            let to = grid_size(document, from).moved(place, movement)?;
            field_at(document, from, to)
        })
    }

    /// Moves the corner of the selection that is not the cell with the focus.
    pub(super) fn stretch_by(self, field: FieldOf<F>, movement: Movement) {
        let selection = self.selection_at(field);
        let moving = if selection.is_range() {
            selection.moving
        } else {
            field
        };
        if let Some(target) = self.moved(moving, movement) {
            self.stretch_to(selection, target);
        }
    }

    /// Selects all cells of the grid.
    pub(super) fn select_grid(self, field: FieldOf<F>) {
        let corners = self.document.with_untracked(|document| {
            let all = grid_size(document, field).all()?;
            let first = field_at(document, field, all.first())?;
            Some((first, field_at(document, field, all.last())?))
        });
        if let Some((first, last)) = corners {
            let selection = self.selection_at(field).between(first, last);
            self.set_selection(Some(selection));
        }
    }

    /// Selects one cell of several alone; returns whether there were several.
    pub(super) fn select_alone(self, field: FieldOf<F>) -> bool {
        let is_range = self.is_range_at(field);
        self.set_selection(Some(Selection::of_one(field)));
        is_range
    }

    /// Goes to the next cell within the selection; returns whether several cells are selected.
    pub(super) fn go_on(self, field: FieldOf<F>, order: Order, is_back: bool) -> bool {
        let selection = self.selection_at(field);
        if !selection.is_range() {
            return false;
        }
        let next = self.document.with_untracked(|document| {
            let rectangle = selection.rectangle(document)?;
            let place = place_of(document, field)?;
            field_at(document, field, rectangle.after(place, order, is_back))
        });
        if let Some(next) = next {
            self.set_selection(Some(selection.with_active(next)));
            _ = select(&F::name(next));
        }
        next.is_some()
    }

    /// The cell at which what is pasted begins: the upper left one of those that are selected.
    pub(super) fn first_selected(self, field: FieldOf<F>) -> FieldOf<F> {
        let selection = self.selection_at(field);
        let first = self.document.with_untracked(|document| {
            let rectangle = selection.rectangle(document)?;
            field_at(document, field, rectangle.first())
        });
        first.unwrap_or(field)
    }

    /// Pastes the one cell that was copied into all that are selected around a cell; returns whether those are several.
    pub(super) fn paste_in_all(self, field: FieldOf<F>, event: &ClipboardEvent) -> bool {
        let selection = self.selection_at(field);
        let rectangle = self
            .document
            .with_untracked(|document| selection.rectangle(document));
        let rectangle = rectangle.filter(|_| selection.is_range());
        let copied = rectangle.and_then(|rectangle| repeated(event, rectangle.size()));
        match copied {
            Some(copied) => {
                self.paste(self.first_selected(field), copied);
                true
            }
            None => false,
        }
    }

    fn copy(self, selection: Selection<FieldOf<F>>, event: &ClipboardEvent, is_cut: bool) -> bool {
        let signs = self.session.signs.get_untracked();
        let (cells, copied) = self.document.with_untracked(|document| {
            let cells = selection.cells(document);
            let copied = copied_cells(document, &cells, signs);
            (cells.concat().len(), copied)
        });
        let is_done = cells > 0 && put_on_clipboard(event, &copied);
        if is_done && is_cut {
            self.empty(selection);
            _ = select(&F::name(selection.active));
        } else if is_done && selection.is_range() {
            // What was selected need not be said any more.
            self.remembered
                .update_value(|remembered| remembered.say_range.stop());
            self.range_announcement.set(editor::copied(cells));
        }
        is_done
    }

    /// Empties what is selected around a cell; returns whether there was anything to do that the cell does not do by itself.
    pub(super) fn empty_selected(self, field: FieldOf<F>) -> bool {
        let selection = self.selection_at(field);
        let is_locked = self.document.with_untracked(|form| form.is_locked(field));
        let is_done = selection.is_range() || is_locked;
        if is_done {
            self.empty(selection);
        }
        is_done
    }

    fn empty(self, selection: Selection<FieldOf<F>>) {
        let mut document = self.document.get_untracked();
        let cells = selection.cells(&document).concat();
        let emptied = draft::empty(&mut document, cells);
        self.put_filled(document, emptied.written, editor::emptied(emptied));
    }

    /// Fills what is selected around a cell.
    pub(super) fn fill_selected(self, field: FieldOf<F>, to: FillTo) {
        let mut document = self.document.get_untracked();
        let rectangle = self.selection_at(field).rectangle(&document);
        let filled =
            rectangle.and_then(|rectangle| draft::fill(&mut document, field, rectangle, to));
        if let Some(filled) = filled {
            self.put_filled(document, filled.written, editor::filled(filled, Some(to)));
        }
    }

    /// Shows which cells would be filled up to one; returns whether that is one of the same grid.
    fn stretch_fill(self, selection: Selection<FieldOf<F>>, to: FieldOf<F>) -> bool {
        let from = self
            .remembered
            .try_update_value(|remembered| *remembered.filled_from.get_or_insert(selection))
            .unwrap_or(selection);
        let corners = self.document.with_untracked(|document| {
            let place = place_of(document, to)?;
            // Cells of other grids have places, too.
            field_at(document, from.active, place).filter(|&field| field == to)?;
            let over = from.rectangle(document)?.stretched_to(place);
            let corner = |place| field_at(document, from.active, place);
            Some((corner(over.first())?, corner(over.last())?))
        });
        if let Some((first, last)) = corners {
            self.set_selection(Some(from.between(first, last)));
        }
        corners.is_some()
    }

    /// Fills what the handle was dragged over, or leaves all as it was.
    fn end_fill(self, from: Selection<FieldOf<F>>, over: Selection<FieldOf<F>>, is_done: bool) {
        let mut document = self.document.get_untracked();
        let rectangles = from.rectangle(&document).zip(over.rectangle(&document));
        match rectangles {
            Some((source, target)) if is_done && source != target => {
                let filled = draft::fill_from(&mut document, from.active, source, target);
                self.put_filled(document, filled.written, editor::filled(filled, None));
                _ = select(&F::name(from.active));
            }
            Some(_) | None => self.set_selection(Some(from)),
        }
    }

    /// Changes the document as one step if so many cells were written, and says what was done and what was left alone.
    fn put_filled(self, document: F, written: usize, said: String) {
        if written > 0 {
            self.edit(|changed| *changed = document);
            self.rewritten
                .update(|count| *count = count.wrapping_add(1));
            self.settle();
            self.say_undoable(said);
        } else if !said.is_empty() {
            self.session.notices.say(said);
        }
    }
}
