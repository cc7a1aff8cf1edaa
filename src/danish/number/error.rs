//! Why a text is not a number.

use crate::domain::{AmountError, limits};

/// The reason why a text is not a number. The words for it are in `text`.
///
/// A message can say what is wrong with this very text:
///
/// ```
/// use raaderum::danish::{AmountUnit, NumberError, read_amount};
///
/// let error = |text| read_amount(text, AmountUnit::Kroner).unwrap_err();
/// assert_eq!(error("ca. 300"), NumberError::Approximate("ca.".to_owned()));
/// assert_eq!(error("12 %"), NumberError::Percent);
/// assert_eq!(error("--4"), NumberError::TwoSigns);
/// assert_eq!(error("(450*12"), NumberError::Unfinished);
/// assert_eq!(error("01-01-2024"), NumberError::Date("01-01-2024".to_owned()));
/// ```
///
/// What may mean two things is not guessed, and every reading of it can be typed:
///
/// ```
/// use raaderum::danish::{AmountUnit, NumberError, read_amount};
///
/// let error = read_amount("5 + 3 mio.", AmountUnit::Thousands).unwrap_err();
/// let NumberError::UnclearUnit { calculations, .. } = error else { panic!("unclear") };
/// assert_eq!(calculations, ["=5 mio. + 3 mio.", "=5 t.kr. + 3 mio."]);
/// ```
///
/// Numbers in a row are told apart, so that each can go into a cell of its own:
///
/// ```
/// use raaderum::danish::{AmountUnit, NumberError, read_amount};
///
/// let row = read_amount("-120 -160 -160 -160", AmountUnit::Thousands);
/// let numbers = ["-120", "-160", "-160", "-160"].map(str::to_owned);
/// assert_eq!(row, Err(NumberError::Row(numbers.to_vec())));
/// ```
///
/// Beyond the bounds of an amount, nothing is cut off:
///
/// ```
/// use raaderum::danish::{AmountUnit, NumberError, read_amount};
///
/// assert!(read_amount("1.000 mia.", AmountUnit::Kroner).is_ok());
/// assert_eq!(read_amount("1.001 mia.", AmountUnit::Kroner), Err(NumberError::TooLarge));
/// assert_eq!(read_amount("0,001", AmountUnit::Kroner), Err(NumberError::TooManyDecimals(2)));
/// assert_eq!(read_amount(&"1".repeat(201), AmountUnit::Kroner), Err(NumberError::TooLong));
/// ```
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
    /// A dash alone, which in a table is nothing, 0 or a number that is still to come.
    LoneDash,
    /// Points and spaces between the thousands of what can only be one number: `1.000 000`.
    MixedSeparators {
        /// The text as it was typed.
        typed: String,
        /// What to type instead: `1.000.000`.
        number: String,
    },
    /// A number with what it counts behind it: `2 personer`.
    Counted {
        /// The word behind the number.
        word: String,
        /// The number alone, as it was typed.
        number: String,
    },
    /// The year of a price level: `2024-pl`; the text as it was typed.
    PriceLevel(String),
    /// A sum in which a number without a unit stands before one that has another unit than the field: `5 + 3 mio.`.
    UnclearUnit {
        /// The text as it was typed.
        typed: String,
        /// What to type for each thing that it may mean: `=5 mio. + 3 mio.`, `=5 kr. + 3 mio.`. Empty where the text is
        /// more than numbers with `+` and `-` between them.
        calculations: Vec<String>,
    },
    /// An amount times an amount, or a number divided by an amount: `2 mio. * 3 mio.`.
    NotAnAmount,
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
    /// More decimals than the field holds, with the number of decimals that it holds.
    TooManyDecimals(u32),
    /// Not a whole number, where people are counted, or fewer than none.
    NotAHeadCount,
    /// More text than any number has.
    TooLong,
}

/// A text that can be computed, and is not, because it probably means something else.
///
/// ```
/// use raaderum::danish::{AmountUnit, NumberError, read_amount};
///
/// let error = read_amount("2,5-3,5 mio.", AmountUnit::Kroner);
/// let Err(NumberError::Range(range)) = error else { panic!("a range") };
/// assert_eq!(range.calculation.as_deref(), Some("=2,5 mio. - 3,5 mio."));
/// ```
///
/// Years and subtractions are told from ranges by their numbers:
///
/// ```
/// use raaderum::danish::{AmountUnit, NumberError, read_amount};
///
/// let error = |text| read_amount(text, AmountUnit::Kroner).unwrap_err();
/// assert!(matches!(error("2024-2027"), NumberError::Years(_)));
/// assert!(matches!(error("1–2 mio."), NumberError::Range(_)));
/// assert!(matches!(error("120-50"), NumberError::Subtraction(_)));
/// ```
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
