//! Filling in a form: what somebody types into a field becomes an entry of the document, and an entry is shown
//! as text again. Bad input is data: it stays in its field, with an error that says why.

mod calculations;
mod catalogue;
mod correction;
mod grid;
mod paste;
mod plan;
mod proposal;
mod remark;
mod signs;
mod typed;

pub use calculations::Calculations;
pub use correction::{Corrected, Correction, correct};
pub use grid::{SpreadRefusal, can_spread, fill_right, mend, spread_over};
pub use paste::{
    Answers, Block, BlockUnit, Commas, LeftOut, Pasted, Placed, Question, Recognised, TableCell,
    is_block, paste, paste_as, try_paste,
};
pub use proposal::PROPOSAL_UNIT;
pub use remark::{KRONER_IN_THOUSANDS, Remark, Remarks};
pub use signs::{enter_in, filled_years, shown_in};
pub use typed::{Typed, enter_typed, put_back, put_back_years};

use crate::danish::{
    AmountUnit, DateError, Direction, NumberError, has_equals, is_calculation, print_amount,
    print_date, read_amount, read_date, read_number, read_yearly_amount,
};
use crate::domain::{Amount, Date, Entry, Year, limits};
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
/// can have several grids, and any field of a grid names it.
pub trait Form {
    /// A place in the form.
    type Field: Copy + Eq + Send + Sync + 'static;

    /// A name for the field, unique in the form: letters, digits and hyphens.
    fn name(field: Self::Field) -> String;

    /// What the field shows when nobody is typing in it.
    fn shown(&self, field: Self::Field) -> String;

    /// Takes in what somebody typed. A field that is locked, or that the form does not have, is left alone.
    fn enter(&mut self, field: Self::Field, typed: &str);

    /// Why what stands in the field cannot be read, if it cannot.
    fn error(&self, field: Self::Field) -> Option<EntryError>;

    /// Keeps a text in a field that holds a number, as something that cannot be read, even if it could be. A field that is
    /// locked, or that holds no number, is left alone.
    fn keep_unread(&mut self, field: Self::Field, typed: &str);

    /// Every field, in the order of the form.
    fn fields(&self) -> Vec<Self::Field>;

    /// What kind of number the field holds; `None` where it holds none, or the number of a year or a rate.
    fn quantity(field: Self::Field) -> Option<Quantity>;

    /// Whether the field holds the amount of a year, and those of the years after it stand to its right.
    fn is_yearly(_field: Self::Field) -> bool {
        false
    }
    /// Whether the field holds a number: an amount, a count, a rate or a year.
    fn is_number(field: Self::Field) -> bool;

    /// Whether the sign of the field says that something saves or costs.
    fn is_change(field: Self::Field) -> bool;

    /// Whether an amount without a sign saves or costs, because the field's row is about one of them.
    fn direction(_field: Self::Field) -> Option<Direction> {
        None
    }

    /// The unit of the amounts in the field; `None` where it holds none.
    fn unit(field: Self::Field) -> Option<AmountUnit> {
        match Self::quantity(field)? {
            Quantity::Amount(unit) => Some(unit),
            Quantity::Number => None,
        }
    }

    /// Whether the field holds what a source states: nobody fills it in, and it is told beside the sum instead.
    fn is_stated(field: Self::Field) -> bool;

    /// Whether the field is locked against typing.
    fn is_locked(&self, _field: Self::Field) -> bool {
        false
    }

    /// The field in this cell of the grid that `grid` belongs to.
    fn cell(&self, grid: Self::Field, row: usize, column: usize) -> Option<Self::Field>;

    /// The field that holds what the source of a pasted table states in this place beside the grid.
    fn stated(&self, _grid: Self::Field, _row: usize, _column: usize) -> Option<Self::Field> {
        None
    }

    /// The row and column of a field that is a cell of a grid.
    fn position(&self, field: Self::Field) -> Option<(usize, usize)>;

    /// Adds a row at the end of the grid, where it can grow. Whether it did.
    fn grow(&mut self, _grid: Self::Field) -> bool {
        false
    }

    /// Writes a block that carries its own headings, names or sums, below so many lines of text, if that is what it is.
    /// Whether it did.
    fn paste_table(
        &mut self,
        start: Self::Field,
        block: &Source,
        captions: usize,
        paste: &mut Paste<'_, Self::Field>,
    ) -> bool;
}

/// Every field to fill in that holds something which cannot be read, in the order of the form.
pub fn errors<F: Form>(form: &F) -> Vec<(F::Field, EntryError)> {
    form.fields()
        .into_iter()
        .filter(|&field| !F::is_stated(field))
        .filter_map(|field| form.error(field).map(|error| (field, error)))
        .collect()
}

/// The first field that somebody can change and that is new in `after`, or shows something else than in `before`.
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

/// The fields that show something else in `after` than in `before`, in the order of the form; then those that only
/// `before` has.
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

/// An entry from what was typed: blank, a value, or the text as it was typed.
fn entry<T, E>(typed: &str, read: impl Fn(&str) -> Result<Option<T>, E>) -> Entry<T> {
    match read(typed) {
        Ok(None) => Entry::Blank,
        Ok(Some(value)) => Entry::Value(value),
        Err(_) => Entry::Unreadable(typed.to_owned()),
    }
}

/// An entry as text: blank, the value printed, or the text as it was typed.
fn shown<T: Copy>(entry: &Entry<T>, print: impl Fn(T) -> String) -> String {
    match entry {
        Entry::Blank => String::new(),
        Entry::Value(value) => print(*value),
        Entry::Unreadable(text) => text.clone(),
    }
}

/// Why an entry cannot be read: the text is read once more, so that the reason need not be stored.
fn reason<T, V, E>(
    entry: &Entry<T>,
    read: impl Fn(&str) -> Result<Option<V>, E>,
    otherwise: EntryError,
) -> Option<EntryError>
where
    E: Into<EntryError>,
{
    match entry {
        Entry::Blank | Entry::Value(_) => None,
        Entry::Unreadable(text) => Some(match read(text) {
            Err(error) => error.into(),
            Ok(_) if is_calculation(text) && !has_equals(text) => {
                EntryError::ComputesWithWhatStood(text.clone())
            }
            // A file can claim that a text is unreadable which this version can read.
            Ok(_) => otherwise,
        }),
    }
}

/// A text is kept however long it is, so that nothing that was typed or pasted is lost.
fn text_error(text: &str) -> Option<EntryError> {
    // Counting is slow, and no text has more characters than bytes.
    let is_too_long =
        text.len() > limits::TEXT_CHARACTERS && text.chars().count() > limits::TEXT_CHARACTERS;
    is_too_long.then_some(EntryError::TextTooLong)
}

fn amount_entry(typed: &str, unit: AmountUnit) -> Entry<Amount> {
    entry(typed, |text| read_amount(text, unit))
}

fn yearly_entry(typed: &str, unit: AmountUnit) -> Entry<Amount> {
    entry(typed, |text| read_yearly_amount(text, unit))
}

fn yearly_error(amount: &Entry<Amount>, unit: AmountUnit) -> Option<EntryError> {
    reason(
        amount,
        |text| read_yearly_amount(text, unit),
        EntryError::Number(NumberError::Unfinished),
    )
}

fn amount_shown(amount: &Entry<Amount>, unit: AmountUnit) -> String {
    shown(amount, |amount| print_amount(amount, unit))
}

fn amount_error(amount: &Entry<Amount>, unit: AmountUnit) -> Option<EntryError> {
    reason(
        amount,
        |text| read_amount(text, unit),
        EntryError::Number(NumberError::Unfinished),
    )
}

fn read_year(text: &str) -> Result<Option<Year>, EntryError> {
    let year = read_number(text)?;
    year.map(|year| {
        i64::try_from(year)
            .ok()
            .filter(|_| year.is_integer())
            .and_then(Year::new)
            .ok_or(EntryError::Year)
    })
    .transpose()
}

fn year_entry(typed: &str) -> Entry<Year> {
    entry(typed, read_year)
}

fn year_shown(year: &Entry<Year>) -> String {
    shown(year, |year| year.number().to_string())
}

fn year_error(year: &Entry<Year>) -> Option<EntryError> {
    reason(
        year,
        |text| {
            read_year(text).map_err(|error| match error {
                EntryError::Number(NumberError::Years(years)) => {
                    EntryError::SeveralYears(years.typed)
                }
                _ => EntryError::Year,
            })
        },
        EntryError::Year,
    )
}

fn date_entry(typed: &str) -> Entry<Date> {
    entry(typed, read_date)
}

fn date_shown(date: &Entry<Date>) -> String {
    shown(date, print_date)
}

fn date_error(date: &Entry<Date>) -> Option<EntryError> {
    reason(date, read_date, EntryError::Date(DateError::Unknown))
}
