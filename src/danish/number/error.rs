//! Why a text is not a number.

use crate::domain::{AmountError, limits};

/// Why a text is not a number. Each says what stands in the way; the words for it are in `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberError {
    /// A point that does not stand between thousands: `1.5`, `12.34.567`.
    Grouping(String),
    /// More than one comma in a number: `1,2,3`.
    Commas(String),
    /// Something that is no part of a number: `abc`, `1e5`.
    Unknown(String),
    /// A word or sign before the number that says it is not exact; the word: `ca. 300`.
    Approximate(String),
    /// A per cent sign: `12 %`.
    Percent,
    /// Two signs after one another: `--4`.
    TwoSigns,
    /// The calculation stops in the middle, or a bracket has no partner.
    Unfinished,
    /// A dash alone, which in a table is nothing, 0 or a number still to come.
    LoneDash,
    /// A digit and a closing bracket glued to the number, which may be a footnote mark; the number without them:
    /// `-0,51)`.
    GluedMark(String),
    /// Two numbers with nothing between them: `2 mio. 3`.
    NothingBetween,
    /// Two numbers with a dash between them, the smaller first: `2,5-3,5 mio.`.
    Range(NotComputed),
    /// Two years: `2024-2027`, `2024/25`.
    Years(NotComputed),
    /// Numbers with a dash between them that are no range: `120-50`.
    Subtraction(NotComputed),
    /// Day, month and year: `01-01-2024`; the text as it was typed.
    Date(String),
    /// Numbers in a row, each with its sign: `-120 -160 -160 -160`.
    Row(Vec<String>),
    /// An amount per year in a field that is not a year's: `500.000 per år`.
    PerYear,
    /// A unit of money where a plain number belongs.
    UnitNotAllowed,
    /// Division by zero.
    DivisionByZero,
    /// Beyond the largest number that the field holds.
    TooLarge,
    /// More decimals than the field holds; their number.
    TooManyDecimals(u32),
    /// Not a whole number, where people are counted, or fewer than none.
    NotAHeadCount,
    /// More text than any number has.
    TooLong,
}

/// A text that can be computed, and is not because that is probably not what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotComputed {
    /// The text as it was typed.
    pub typed: String,
    /// What to type to have it computed all the same: `=2,5 mio. - 3,5 mio.`. `None` where it cannot be computed.
    pub calculation: Option<String>,
}

impl From<AmountError> for NumberError {
    fn from(error: AmountError) -> Self {
        match error {
            AmountError::TooLarge => Self::TooLarge,
            AmountError::TooManyDecimals => Self::TooManyDecimals(limits::AMOUNT_DECIMALS),
        }
    }
}
