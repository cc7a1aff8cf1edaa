//! Reading and printing numbers and amounts the Danish way: `.` or a space between thousands, `,` before decimals, and
//! the arithmetic that people expect of a cell. What is as likely a range, a date or a row of numbers as a calculation is
//! not computed, unless it begins with `=`.

mod characters;
mod error;
mod evaluate;
mod looks;
mod marks;
mod print;
mod token;
mod unit;

pub use characters::{MINUS, is_format};
pub use error::{NotComputed, NumberError};
pub use print::{print_amount, print_number, print_percent};
pub use unit::AmountUnit;

use rust_decimal::{Decimal, RoundingStrategy};

use self::token::{Placed, Token};
use super::signs::Direction;
use crate::domain::{Amount, limits};

/// What was read in a field of amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// In kroner.
    pub amount: Amount,
    /// Whether the text was a calculation, or began as one with `=`.
    pub is_calculated: bool,
    /// The footnote mark behind the amount, as it was typed. It is no part of it.
    pub footnote: Option<String>,
    /// Whether the text says that the amount is one per year: `500.000 per år`.
    pub is_per_year: bool,
    /// Whether the text names a unit of money.
    pub has_unit: bool,
}

/// Reads an amount typed into a field of this unit; a unit in the text wins over the field's own. `None` for
/// blank. The result of a calculation is rounded to the øre; a number that is simply typed never is. A footnote mark
/// behind it is not read.
///
/// ```
/// use raaderum::danish::{AmountUnit, read_amount};
/// use raaderum::domain::Amount;
///
/// assert_eq!(read_amount("-4.600", AmountUnit::Thousands), Ok(Some(Amount::from_kroner(-4_600_000))));
/// assert_eq!(read_amount("5,6 mio. kr.", AmountUnit::Thousands), Ok(Some(Amount::from_kroner(5_600_000))));
/// assert_eq!(read_amount("sparer 4.600", AmountUnit::Kroner), Ok(Some(Amount::from_kroner(-4_600))));
/// assert_eq!(read_amount("=12*450", AmountUnit::Kroner), Ok(Some(Amount::from_kroner(5_400))));
/// assert_eq!(read_amount(" ", AmountUnit::Kroner), Ok(None));
/// assert!(read_amount("1.5", AmountUnit::Kroner).is_err());
/// assert!(read_amount("2024-2027", AmountUnit::Kroner).is_err());
/// ```
///
/// # Errors
/// [`NumberError`] when the text is no amount, or one per year.
pub fn read_amount(text: &str, unit: AmountUnit) -> Result<Option<Amount>, NumberError> {
    match reading(text, unit)? {
        Some(reading) if reading.is_per_year => Err(NumberError::PerYear),
        reading => Ok(reading.map(|reading| reading.amount)),
    }
}

/// Reads an amount typed into a field of this unit that is a year's: [`read_amount`], and `500.000 per år` too.
///
/// # Errors
/// [`NumberError`] when the text is no amount.
pub fn read_yearly_amount(text: &str, unit: AmountUnit) -> Result<Option<Amount>, NumberError> {
    Ok(reading(text, unit)?.map(|reading| reading.amount))
}

/// Reads an amount, with what else its text says. `None` for blank.
///
/// # Errors
/// [`NumberError`] when the text is no amount.
pub fn reading(text: &str, unit: AmountUnit) -> Result<Option<Reading>, NumberError> {
    let Some(found) = read(text, Some(unit))? else {
        return Ok(None);
    };
    let kroner = found
        .number
        .checked_mul(unit.kroner())
        .ok_or(NumberError::TooLarge);
    let amount = kroner.and_then(|kroner| {
        Ok(if found.is_calculated {
            Amount::nearest(kroner)?
        } else {
            Amount::new(kroner)?
        })
    });
    Ok(Some(Reading {
        amount: amount.map_err(|error| found.as_row(error))?,
        is_calculated: found.is_calculated || found.is_formula,
        footnote: found.footnote,
        is_per_year: found.is_per_year,
        has_unit: found.has_unit,
    }))
}

/// Reads a plain number, with arithmetic but without units of money. `None` for blank. The result of a
/// calculation is rounded to [`limits::STAFF_DECIMALS`]; a number that is simply typed never is. A footnote mark behind
/// it is not read.
///
/// # Errors
/// [`NumberError`] when the text is no number.
pub fn read_number(text: &str) -> Result<Option<Decimal>, NumberError> {
    let Some(found) = read(text, None)? else {
        return Ok(None);
    };
    if found.is_per_year {
        return Err(NumberError::PerYear);
    }
    let number = if found.is_calculated {
        found.number.round_dp_with_strategy(
            limits::STAFF_DECIMALS,
            RoundingStrategy::MidpointAwayFromZero,
        )
    } else {
        found.number
    };
    Ok(Some(number.normalize()))
}

/// The footnote mark behind a number of either kind, as it was typed; it is no part of the number. `None` where the text
/// has none or is no number.
#[must_use]
pub fn footnote_of(text: &str) -> Option<String> {
    let amount = read(text, Some(AmountUnit::Kroner)).ok()??;
    amount.footnote
}

/// The text of a cell of a pasted block, as it is to be read: a lone dash, with or without a unit, is `0` there.
///
/// ```
/// use raaderum::danish::cell_text;
///
/// assert_eq!(cell_text(" -   "), "0");
/// assert_eq!(cell_text("– kr."), "0");
/// assert_eq!(cell_text("-4.600"), "-4.600");
/// ```
#[must_use]
pub fn cell_text(text: &str) -> &str {
    let is_nothing = text.chars().nth(limits::NUMBER_CHARACTERS).is_none()
        && is_lone_dash(&characters::folded(text));
    if is_nothing { "0" } else { text }
}

/// Whether a text that was typed says in a word whether it saves or costs, so that no convention applies to it.
#[must_use]
pub fn says_direction(typed: &str) -> bool {
    direction(characters::folded(typed).trim()).0.is_some()
}

/// What was found in a text.
struct Found {
    /// In the field's unit.
    number: Decimal,
    /// Whether it took a calculation.
    is_calculated: bool,
    /// Whether the text began with `=`.
    is_formula: bool,
    footnote: Option<String>,
    is_per_year: bool,
    has_unit: bool,
    /// The parts of a number whose thousands are grouped with spaces.
    spaced_parts: Option<Vec<String>>,
}

impl Found {
    /// Why the number is refused: one that is too large only because its spaces group thousands is a row of numbers.
    fn as_row(&self, error: NumberError) -> NumberError {
        match (&error, &self.spaced_parts) {
            (NumberError::TooLarge, Some(parts)) => NumberError::Row(parts.clone()),
            _ => error,
        }
    }
}

/// A text with its many dashes and spaces as one of each, and without what is not seen.
pub(super) fn folded(text: &str) -> String {
    characters::folded(text)
}

fn read(text: &str, unit: Option<AmountUnit>) -> Result<Option<Found>, NumberError> {
    if text.chars().nth(limits::NUMBER_CHARACTERS).is_some() {
        return Err(NumberError::TooLong);
    }
    let folded = characters::folded(text);
    let trimmed = folded.trim();
    if trimmed.is_empty() {
        return Ok(None);
    }
    let (direction, body) = match unit {
        Some(_) => direction(trimmed),
        None => (None, trimmed),
    };
    let before = trimmed.strip_suffix(body).unwrap_or_default();
    let (is_formula, bare) = match body.strip_prefix('=') {
        Some(number) => (true, marks::without_any(number)),
        None => (false, marks::bare(body)),
    };
    let typed = || characters::quoted(text);
    if !is_formula {
        refuse_other_things(before, bare.number, typed)?;
    }
    let placed =
        token::tokens(bare.number).map_err(|error| looks::with_unknown(error, &typed()))?;
    let tokens: Vec<Token> = placed.iter().map(|placed| placed.token).collect();
    let has_unit = tokens.iter().any(|token| token.is_unit());
    if unit.is_none() && has_unit {
        return Err(NumberError::UnitNotAllowed);
    }
    if !is_formula && let Some(row) = looks::row(&placed) {
        return Err(NumberError::Row(row));
    }
    let kroner = unit.map_or(Decimal::ONE, AmountUnit::kroner);
    let evaluated = evaluate::evaluate(&tokens, kroner, is_formula)?;
    if !is_formula && evaluated.has_bare_dash {
        return Err(looks::dash(before, bare.number, &placed, &typed()));
    }
    // `450*12*` is a calculation that stops in the middle.
    if evaluated.is_calculated && bare.footnote.is_some() {
        return Err(NumberError::Unfinished);
    }
    let number = evaluated.number;
    let number = match direction {
        None => number,
        Some(_) if number.is_sign_negative() && !number.is_zero() => {
            return Err(NumberError::TwoSigns);
        }
        Some(Direction::Saves) => -number,
        Some(Direction::Costs) => number,
    };
    Ok(Some(Found {
        number,
        is_calculated: evaluated.is_calculated,
        is_formula,
        footnote: bare.footnote.map(str::to_owned),
        is_per_year: bare.is_per_year,
        has_unit,
        spaced_parts: looks::spaced_parts(&placed).filter(|_| !evaluated.is_calculated),
    }))
}

/// Refuses a text that is not to be taken for a number, although it can be read as one.
fn refuse_other_things(
    before: &str,
    text: &str,
    typed: impl Fn() -> String,
) -> Result<(), NumberError> {
    if looks::is_date(text) {
        return Err(NumberError::Date(typed()));
    }
    if looks::is_years(text) {
        return Err(NumberError::Years(NotComputed {
            typed: typed(),
            calculation: Some(format!("{before}={text}")),
        }));
    }
    if is_lone_dash(text) {
        return Err(NumberError::LoneDash);
    }
    match looks::before_glued_mark(text) {
        Some(number) => Err(NumberError::GluedMark(number.to_owned())),
        None => Ok(()),
    }
}

/// Whether a folded text is a dash, with or without a unit of money.
fn is_lone_dash(text: &str) -> bool {
    token::tokens(text).is_ok_and(|tokens| is_dash_with_units(&tokens))
}

fn is_dash_with_units(tokens: &[Placed<'_>]) -> bool {
    let is_dash = |placed: &&Placed<'_>| placed.token == Token::Operator('-');
    let others_are_units = tokens
        .iter()
        .all(|placed| is_dash(&placed) || placed.token.is_unit());
    others_are_units && tokens.iter().filter(is_dash).count() == 1
}

/// The word in front of an amount, and what follows it.
fn direction(text: &str) -> (Option<Direction>, &str) {
    [Direction::Saves, Direction::Costs]
        .into_iter()
        .find_map(|direction| {
            let word = direction.word();
            let begins = text.get(..word.len())?.eq_ignore_ascii_case(word);
            let rest = text.get(word.len()..)?;
            (begins && rest.starts_with(' ')).then(|| (Some(direction), rest.trim_start()))
        })
        .unwrap_or((None, text))
}
