//! Filling in a form: what somebody types into a field becomes an entry of the document, and an entry is shown
//! as text again. Bad input is data: it stays in its field, with an error that says why.

mod calculations;
mod catalogue;
mod copy;
mod correction;
mod fill;
mod grid;
mod kind;
mod paste;
mod plan;
mod proposal;
mod range;
mod read;
mod remark;
mod signs;
mod summing;
mod typed;

pub use calculations::Calculations;
pub use copy::{CopiedCells, copied_cells, may_be_formula};
pub use correction::{Corrected, Correction, correct};
pub use fill::{FillTo, Filled, empty, fill, fill_from};
pub use grid::{SpreadRefusal, can_spread, fill_right, mend, spread_over};
pub use kind::PROPOSAL_UNIT;
pub use paste::{
    Answers, Block, BlockUnit, Commas, FirstYear, LeftOut, Look, Omitted, OutsideCell, PageStyles,
    Pasted, Placed, Question, Recognised, STYLE_ATTRIBUTE, TableCell, is_block, paste_as,
    try_paste,
};
pub use range::{
    Movement, Order, Place, Rectangle, Selection, Size, field_at, grid_size, place_of,
};
pub use remark::{KRONER_IN_THOUSANDS, Remark, Remarks};
pub use signs::{enter_in, filled_years, shown_in};
pub use summing::{CellSum, Figures, Summed, sum_of_cells};
pub use typed::{Typed, enter_typed, put_back, put_back_years};

use crate::danish::{AmountUnit, DateError, Direction, NumberError};
use crate::domain::invariant;
#[cfg(doc)]
use crate::domain::limits;
use crate::domain::{
    Amount, AmountRole, Content, FieldKind, Fields, FormField, Origin, Period, Slot,
};
use paste::{Paste, Source};

/// Why what stands in a field is no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryError {
    /// A number or an amount belongs here.
    Number(NumberError),
    /// Arithmetic with a number that stood in the field before, not begun with `=`: the text.
    ComputesWithWhatStood(String),
    /// A date belongs here.
    Date(DateError),
    /// A year within bounds belongs here.
    Year,
    /// One year belongs here, and several stand here; the text: `2024-2027`.
    SeveralYears(String),
    /// A reimbursement rate from 0 to less than 100 per cent belongs here.
    Rate,
    /// The year of a price level belongs here.
    PriceLevel,
    /// An amount that is taken off a saving belongs here, without a sign.
    Weakening,
    /// The last day of a hearing is before its first.
    HearingEndsFirst,
    /// More characters than [`limits::TEXT_CHARACTERS`].
    TextTooLong,
}

impl From<NumberError> for EntryError {
    fn from(error: NumberError) -> Self {
        Self::Number(error)
    }
}

impl From<DateError> for EntryError {
    fn from(error: DateError) -> Self {
        Self::Date(error)
    }
}

/// What kind of number a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// An amount of money, in this unit where the text names none.
    Amount(AmountUnit),
    /// Something that is counted.
    Number,
}

/// A form that is filled in field by field. Some fields are cells of a grid, in which one pastes and fills; a form
/// can have several grids, and any field of a grid names it. What is done with a field follows from its description
/// ([`FormField::describe`]); a form adds what only it knows.
pub trait Form: Fields {
    /// The unit in which the form's amounts are typed and shown.
    const UNIT: AmountUnit;

    /// Returns the field's name, unique in the form: letters, digits and hyphens.
    fn name(field: Self::Field) -> String {
        field.name()
    }

    /// Returns what the field shows when nobody is typing in it.
    fn shown(&self, field: Self::Field) -> String {
        self.slot(field).map_or_else(String::new, |slot| {
            kind::shown(field.describe().kind, slot, Self::UNIT)
        })
    }

    /// Takes in what somebody typed. A field that is locked, or that the form does not have, is left alone.
    fn enter(&mut self, field: Self::Field, typed: &str) {
        if !self.is_locked(field)
            && let Some(slot) = self.slot_mut(field)
        {
            kind::enter(field.describe().kind, slot, typed, Self::UNIT);
        }
    }

    /// Puts content into a field as it is. A field that is locked, or that the form does not have, is left alone.
    fn put(&mut self, field: Self::Field, content: Content) {
        if !self.is_locked(field)
            && let Some(mut slot) = self.slot_mut(field)
        {
            let put = slot.put(content).then_some(());
            _ = invariant(put, "a field is given content of its kind");
        }
    }

    /// Returns why what stands in the field cannot be read, if it cannot.
    fn error(&self, field: Self::Field) -> Option<EntryError> {
        let slot = self.slot(field)?;
        kind::error(field.describe().kind, slot, Self::UNIT).or_else(|| self.contradiction(field))
    }

    /// Returns why what stands in the field cannot be, although it can be read.
    fn contradiction(&self, _field: Self::Field) -> Option<EntryError> {
        None
    }

    /// Keeps a text in a field that holds a number, as something that cannot be read, even if it could be. A field that is
    /// locked, or that holds no number, is left alone.
    fn keep_unread(&mut self, field: Self::Field, typed: &str) {
        if Self::is_number(field)
            && !self.is_locked(field)
            && let Some(slot) = self.slot_mut(field)
        {
            slot.put_unreadable(typed.to_owned());
        }
    }

    /// Returns what kind of number the field holds; `None` where it holds none, or the number of a year or a rate.
    fn quantity(field: Self::Field) -> Option<Quantity> {
        match field.describe().kind {
            FieldKind::Amount(..) => Some(Quantity::Amount(Self::UNIT)),
            FieldKind::People | FieldKind::Positions => Some(Quantity::Number),
            FieldKind::Line
            | FieldKind::Text
            | FieldKind::ChangeKinds
            | FieldKind::Year
            | FieldKind::PriceLevel
            | FieldKind::Date
            | FieldKind::Rate => None,
        }
    }

    /// Returns whether the field holds the amount of a year, and those of the years after it stand to its right.
    fn is_yearly(field: Self::Field) -> bool {
        matches!(
            field.describe().kind,
            FieldKind::Amount(_, Period::BudgetYear)
        )
    }

    /// Returns whether the field holds a number: an amount, a count, a rate or a year.
    fn is_number(field: Self::Field) -> bool {
        kind::is_number(field.describe().kind)
    }

    /// Returns whether the sign of the field says that something saves or costs.
    fn is_change(field: Self::Field) -> bool {
        kind::role(field.describe().kind).is_some_and(|role| match role {
            AmountRole::Change | AmountRole::Saving | AmountRole::Cost => true,
            AmountRole::Level | AmountRole::Reduction => false,
        })
    }

    /// Returns whether an amount without a sign saves or costs, because the field's row is about one of them.
    fn direction(field: Self::Field) -> Option<Direction> {
        match kind::role(field.describe().kind)? {
            AmountRole::Saving => Some(Direction::Saves),
            AmountRole::Cost => Some(Direction::Costs),
            AmountRole::Change | AmountRole::Level | AmountRole::Reduction => None,
        }
    }

    /// Returns the unit of the amounts in the field; `None` where it holds none.
    fn unit(field: Self::Field) -> Option<AmountUnit> {
        kind::role(field.describe().kind).map(|_| Self::UNIT)
    }

    /// Returns whether the field holds what a source states: nobody fills it in, and it is told beside the sum instead.
    fn is_stated(field: Self::Field) -> bool {
        field.describe().origin == Origin::Stated
    }

    /// Returns the amount in the field; `None` where it holds none that can be read.
    fn amount(&self, field: Self::Field) -> Option<Amount> {
        match self.slot(field) {
            Some(Slot::Amount(entry)) => entry.value(),
            _ => None,
        }
    }

    /// Returns whether the field is locked against typing.
    fn is_locked(&self, _field: Self::Field) -> bool {
        false
    }

    /// Returns the field in this cell of the grid that `grid` belongs to.
    fn cell(&self, _grid: Self::Field, _row: usize, _column: usize) -> Option<Self::Field> {
        None
    }

    /// Returns the field that holds what the source of a pasted table states in this cell beside the grid.
    fn stated(&self, _grid: Self::Field, _row: usize, _column: usize) -> Option<Self::Field> {
        None
    }

    /// Returns the row and column of a field that is a cell of a grid.
    fn position(&self, _field: Self::Field) -> Option<(usize, usize)> {
        None
    }

    /// Appends a row to the grid if it can grow; returns whether it did.
    fn grow(&mut self, _grid: Self::Field) -> bool {
        false
    }

    /// Writes a block that carries its own headings, names or sums, below so many lines of text, if that is what it is;
    /// returns whether it did.
    fn paste_table(
        &mut self,
        _start: Self::Field,
        _block: &Source,
        _captions: usize,
        _paste: &mut Paste<'_, Self::Field>,
    ) -> bool {
        false
    }
}

/// Returns every field to fill in that holds something which cannot be read, in the order of the form.
pub fn errors<F: Form>(form: &F) -> Vec<(F::Field, EntryError)> {
    form.fields()
        .into_iter()
        .filter(|&field| !F::is_stated(field))
        .filter_map(|field| form.error(field).map(|error| (field, error)))
        .collect()
}

/// Returns the first field that somebody can change and that is new in `after`, or shows something else than in
/// `before`.
pub fn first_difference<F: Form>(before: &F, after: &F) -> Option<F::Field> {
    let (known, now) = (before.fields(), after.fields());
    let has_other_rows = known.len() != now.len();
    now.into_iter()
        .filter(|&field| !F::is_stated(field) && !after.is_locked(field))
        .find(|&field| {
            let is_new = has_other_rows && !known.contains(&field);
            is_new || before.shown(field) != after.shown(field)
        })
}

/// Returns the fields that show something else in `after` than in `before`, in the order of the form; then those that
/// only `before` has.
pub fn differences<'a, F: Form>(
    before: &'a F,
    after: &'a F,
) -> impl Iterator<Item = F::Field> + 'a {
    let fields = after.fields();
    let gone: Vec<F::Field> = before
        .fields()
        .into_iter()
        .filter(|field| !fields.contains(field))
        .collect();
    fields
        .into_iter()
        .chain(gone)
        .filter(|&field| before.shown(field) != after.shown(field))
}
