//! Reading and printing numbers and amounts the Danish way: `.` or a space between thousands, `,` before decimals, and
//! the arithmetic that people expect of a cell. What is as likely a range, a date or a row of numbers as a calculation is
//! not computed, unless it begins with `=`.

mod characters;
mod error;
mod evaluate;
mod looks;
mod marks;
mod print;
mod slashes;
mod token;
mod unit;

pub use characters::{MINUS, is_format};
pub use error::{NotComputed, NumberError};
pub use print::{in_unit, print_amount, print_number, print_percent};
pub use unit::AmountUnit;

use rust_decimal::{Decimal, RoundingStrategy};

use self::token::{Lexeme, Token};
use super::direction::Direction;
use crate::domain::{Amount, invariant, limits};

/// What was read in a field of amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// In kroner.
    pub amount: Amount,
    /// Whether the text was a calculation, or began as one with `=`.
    pub is_calculated: bool,
    /// The footnote mark behind the amount, as it was typed. It is no part of the amount.
    pub footnote: Option<String>,
    /// Whether the text says that the amount is one per year: `500.000 per år`.
    pub is_per_year: bool,
    /// Whether the text names kroner and nothing larger: `kr. -1.183`, `4.600,-`.
    pub is_in_kroner: bool,
}

/// Reads an amount typed into a field of this unit; `None` for blank. A footnote mark behind it is left out.
///
/// ```
/// use raaderum::danish::{AmountUnit, read_amount};
/// use raaderum::domain::Amount;
///
/// assert_eq!(read_amount("-4.600", AmountUnit::Thousands), Ok(Some(Amount::from_kroner(-4_600_000))));
/// assert_eq!(read_amount("-4.600", AmountUnit::Kroner), Ok(Some(Amount::from_kroner(-4_600))));
/// assert_eq!(read_amount(" ", AmountUnit::Kroner), Ok(None));
/// ```
///
/// A unit in the text wins over the field's own:
///
/// ```
/// use raaderum::danish::{AmountUnit, read_amount};
/// use raaderum::domain::Amount;
///
/// let kroner = |text| read_amount(text, AmountUnit::Thousands).unwrap().unwrap();
/// assert_eq!(kroner("5,6 mio. kr."), Amount::from_kroner(5_600_000));
/// assert_eq!(kroner("½ mio."), Amount::from_kroner(500_000));
/// assert_eq!(kroner("1,2 mia."), Amount::from_kroner(1_200_000_000));
/// assert_eq!(kroner("kr. -1.183"), Amount::from_kroner(-1_183));
/// ```
///
/// Every minus is read, also where ledgers put it, and `,-` is none:
///
/// ```
/// use raaderum::danish::{AmountUnit, read_amount};
/// use raaderum::domain::Amount;
///
/// let saving = Ok(Some(Amount::from_kroner(-4_600)));
/// for text in ["-4.600", "−4.600", "–4.600", "—4.600", "4600-", "(4.600)", "sparer 4.600"] {
///     assert_eq!(read_amount(text, AmountUnit::Kroner), saving, "{text}");
/// }
/// let whole_kroner = read_amount("4.600,-", AmountUnit::Kroner);
/// assert_eq!(whole_kroner, Ok(Some(Amount::from_kroner(4_600))));
/// ```
///
/// Spaces group thousands, if just three digits follow each of them:
///
/// ```
/// use raaderum::danish::{AmountUnit, read_amount};
/// use raaderum::domain::Amount;
///
/// for text in ["96 755", "96\u{a0}755", "96\u{202f}755", "96\u{2009}755"] {
///     assert_eq!(read_amount(text, AmountUnit::Kroner), Ok(Some(Amount::from_kroner(96_755))));
/// }
/// assert!(read_amount("12 13", AmountUnit::Kroner).is_err());
/// ```
///
/// Arithmetic follows the usual rules. Its result is rounded to the øre; a number that is simply typed never is:
///
/// ```
/// use raaderum::danish::{AmountUnit, NumberError, read_amount};
/// use raaderum::domain::Amount;
///
/// assert_eq!(read_amount("450*12", AmountUnit::Kroner), Ok(Some(Amount::from_kroner(5_400))));
/// assert_eq!(read_amount("(1.200-300)/3", AmountUnit::Kroner), Ok(Some(Amount::from_kroner(300))));
/// let third = read_amount("100/3", AmountUnit::Kroner).unwrap().unwrap();
/// assert_eq!(third.kroner().to_string(), "33.33");
/// assert_eq!(read_amount("33,333", AmountUnit::Kroner), Err(NumberError::TooManyDecimals(2)));
/// ```
///
/// What is as likely a range as a subtraction is not computed unless it begins with `=`, or both numbers have their
/// unit:
///
/// ```
/// use raaderum::danish::{AmountUnit, read_amount};
/// use raaderum::domain::Amount;
///
/// assert!(read_amount("120-50", AmountUnit::Kroner).is_err());
/// assert_eq!(read_amount("=120-50", AmountUnit::Kroner), Ok(Some(Amount::from_kroner(70))));
/// let both = read_amount("26,1 mio. kr. - 50.000 kr.", AmountUnit::Kroner);
/// assert_eq!(both, Ok(Some(Amount::from_kroner(26_050_000))));
/// ```
///
/// # Errors
/// [`NumberError`] where the text is no amount, or one per year.
///
/// ```
/// use raaderum::danish::{AmountUnit, NumberError, read_amount};
///
/// let error = |text| read_amount(text, AmountUnit::Kroner).unwrap_err();
/// assert_eq!(error("1.5"), NumberError::Grouping("1.5".to_owned()));
/// assert_eq!(error("1,2,3"), NumberError::Commas("1,2,3".to_owned()));
/// assert_eq!(error("1e5"), NumberError::Unknown("1e5".to_owned()));
/// assert_eq!(error("500.000 per år"), NumberError::PerYear);
/// ```
pub fn read_amount(text: &str, unit: AmountUnit) -> Result<Option<Amount>, NumberError> {
    match reading(text, unit)? {
        Some(reading) if reading.is_per_year => Err(NumberError::PerYear),
        reading => Ok(reading.map(|reading| reading.amount)),
    }
}

/// Reads an amount typed into the field of a year: like [`read_amount`], and `500.000 per år` too. `None` for blank.
///
/// ```
/// use raaderum::danish::{AmountUnit, read_yearly_amount};
/// use raaderum::domain::Amount;
///
/// for text in ["500 per år", "500 årligt", "500 om året", "500 pr. år"] {
///     let read = read_yearly_amount(text, AmountUnit::Thousands);
///     assert_eq!(read, Ok(Some(Amount::from_kroner(500_000))), "{text}");
/// }
/// ```
///
/// # Errors
/// [`NumberError`] where the text is no amount.
pub fn read_yearly_amount(text: &str, unit: AmountUnit) -> Result<Option<Amount>, NumberError> {
    Ok(reading(text, unit)?.map(|reading| reading.amount))
}

/// Reads an amount, with what else its text says. `None` for blank.
///
/// ```
/// use raaderum::danish::{AmountUnit, reading};
///
/// let calculated = reading("=12*450", AmountUnit::Kroner).unwrap().unwrap();
/// assert!(calculated.is_calculated);
/// // In a field of thousands, `kr.` is worth a question.
/// let in_kroner = reading("kr. -1.183", AmountUnit::Thousands).unwrap().unwrap();
/// assert!(in_kroner.is_in_kroner);
/// let marked = reading("4.600 1)", AmountUnit::Thousands).unwrap().unwrap();
/// assert_eq!(marked.footnote.as_deref(), Some("1)"));
/// ```
///
/// # Errors
/// [`NumberError`] where the text is no amount.
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
        is_in_kroner: found.is_in_kroner,
    }))
}

/// Reads a plain number, with arithmetic and without units of money. `None` for blank. The result of a calculation is
/// rounded to [`limits::STAFF_DECIMALS`]; a number that is simply typed never is. A footnote mark behind it is left
/// out.
///
/// ```
/// use raaderum::danish::read_number;
/// use rust_decimal::Decimal;
///
/// assert_eq!(read_number("-1,35"), Ok(Some(Decimal::new(-135, 2))));
/// assert_eq!(read_number("-3*0,45"), Ok(Some(Decimal::new(-135, 2))));
/// assert_eq!(read_number("1/3"), Ok(Some(Decimal::new(3333, 4))));
/// ```
///
/// # Errors
/// [`NumberError`] where the text is no number.
///
/// ```
/// use raaderum::danish::{NumberError, read_number};
///
/// assert_eq!(read_number("2 mio."), Err(NumberError::UnitNotAllowed));
/// assert_eq!(read_number("1/0"), Err(NumberError::DivisionByZero));
/// // One and a half, or a footnote?
/// assert_eq!(read_number("-0,51)"), Err(NumberError::GluedMark("-0,5".to_owned())));
/// ```
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

/// Returns the footnote mark behind an amount or a number, as it was typed; `None` where the text has none or is no
/// number.
///
/// ```
/// use raaderum::danish::footnote_of;
///
/// assert_eq!(footnote_of("4.600*").as_deref(), Some("*"));
/// assert_eq!(footnote_of("-0,5 1)").as_deref(), Some("1)"));
/// assert_eq!(footnote_of("(4.600)"), None);
/// ```
#[must_use]
pub fn footnote_of(text: &str) -> Option<String> {
    let amount = read(text, Some(AmountUnit::Kroner)).ok()??;
    amount.footnote
}

/// Returns whether a text is an amount per year, such as `500.000 årligt`.
#[must_use]
pub fn says_per_year(text: &str) -> bool {
    matches!(read(text, Some(AmountUnit::Kroner)), Ok(Some(found)) if found.is_per_year)
}

/// Returns the text of a cell of a pasted block as it is to be read: a lone dash, with or without a unit, is `0` there.
///
/// ```
/// use raaderum::danish::cell_text;
///
/// assert_eq!(cell_text(" -   "), "0");
/// assert_eq!(cell_text("– kr."), "0");
/// assert_eq!(cell_text("-4.600"), "-4.600");
/// ```
///
/// In a single field it is refused: it may be nothing, 0 or a number still to come.
///
/// ```
/// use raaderum::danish::{AmountUnit, NumberError, read_amount};
///
/// assert_eq!(read_amount("-", AmountUnit::Kroner), Err(NumberError::LoneDash));
/// ```
#[must_use]
pub fn cell_text(text: &str) -> &str {
    let is_nothing = text.chars().nth(limits::NUMBER_CHARACTERS).is_none()
        && is_lone_dash(&characters::folded(text));
    if is_nothing { "0" } else { text }
}

/// Returns whether a typed text says in a word whether it saves or costs, so that no convention of signs applies to it.
///
/// ```
/// use raaderum::danish::says_direction;
///
/// assert!(says_direction("sparer 4.600"));
/// assert!(says_direction("Koster 300"));
/// assert!(!says_direction("-4.600"));
/// ```
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
    is_in_kroner: bool,
    /// Why the number is refused where it is too large only because its spaces group thousands: it is a row of numbers.
    row: Option<NumberError>,
}

impl Found {
    /// Returns why the number is refused.
    fn as_row(&self, error: NumberError) -> NumberError {
        match (&error, &self.row) {
            (NumberError::TooLarge, Some(row)) => row.clone(),
            _ => error,
        }
    }
}

/// Returns a text with its many dashes and spaces as one of each, and without characters that are not seen.
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
    let before = invariant(trimmed.strip_suffix(body), "the body ends the text");
    let before = before.unwrap_or_default();
    let (is_formula, bare) = match body.strip_prefix('=') {
        Some(number) => (true, marks::in_formula(number)),
        None => (false, marks::bare(body)),
    };
    let typed = || characters::quoted(text);
    if !is_formula {
        refuse_other_things(before, bare.number, typed)?;
    }
    let in_row = |numbers: Vec<String>| {
        // The word in front of a row is said of each of its numbers.
        let each = numbers.iter().map(|number| format!("{before}{number}"));
        NumberError::Row(each.collect())
    };
    let lexemes = token::tokens(bare.number).map_err(|error| match error {
        NumberError::Row(numbers) => in_row(numbers),
        NumberError::Unknown(_) => {
            counted(&typed(), unit).unwrap_or_else(|| looks::with_unknown(error, &typed()))
        }
        error => error,
    })?;
    if let Some(number) = looks::with_points(trimmed, &lexemes) {
        return Err(NumberError::MixedSeparators {
            typed: typed(),
            number,
        });
    }
    let tokens: Vec<Token> = lexemes.iter().map(|lexeme| lexeme.token).collect();
    let has_unit = tokens.iter().any(|token| token.is_unit());
    let is_scale = |token: &Token| matches!(token, Token::Scale(_));
    let names_scale = tokens.iter().any(is_scale);
    if unit.is_none() && has_unit {
        return Err(NumberError::UnitNotAllowed);
    }
    let row = || looks::row(&lexemes).or_else(|| slashes::row(&lexemes));
    if !is_formula && let Some(row) = row() {
        return Err(in_row(row));
    }
    let kroner = unit.map_or(Decimal::ONE, AmountUnit::kroner);
    let evaluated = evaluate::evaluate(&tokens, kroner, is_formula)?;
    let dash = evaluated
        .has_bare_dash
        .then(|| looks::dash(before, bare.number, &lexemes, &typed()));
    let dash = match dash {
        // The unit is that of both, as in what is offered where there is no `=`.
        Some(NumberError::Range(NotComputed {
            calculation: Some(calculation),
            ..
        })) if is_formula && evaluated.has_unclear_unit => {
            let found = read(&calculation, unit)?;
            return Ok(found.map(|found| Found {
                is_per_year: bare.is_per_year,
                ..found
            }));
        }
        dash => dash.filter(|_| !is_formula),
    };
    let unclear = unit
        .filter(|_| evaluated.has_unclear_unit)
        .and_then(|unit| unclear_unit(before, &lexemes, unit, typed));
    match (dash, unclear) {
        (Some(NumberError::Subtraction(_)) | None, Some(error)) | (Some(error), _) => {
            return Err(if bare.is_per_year {
                with_per_year(error)
            } else {
                error
            });
        }
        (None, None) => {}
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
        is_in_kroner: has_unit && !names_scale,
        row: looks::spaced_parts(&lexemes)
            .filter(|_| !evaluated.is_calculated)
            .map(in_row),
    }))
}

/// Returns why a number with what it counts behind it is refused.
fn counted(typed: &str, unit: Option<AmountUnit>) -> Option<NumberError> {
    let (word, number) = looks::counted(typed)?;
    match read(number, unit) {
        Ok(Some(_)) => Some(NumberError::Counted {
            word: word.to_owned(),
            number: number.to_owned(),
        }),
        Ok(None) => None,
        Err(error) => Some(error),
    }
}

/// Returns why a sum in which a number has no unit is refused; `None` where it comes to the same with every unit that the
/// number may have.
fn unclear_unit(
    before: &str,
    lexemes: &[Lexeme<'_>],
    unit: AmountUnit,
    typed: impl Fn() -> String,
) -> Option<NumberError> {
    let mut calculations = looks::with_units(lexemes, unit);
    for calculation in &mut calculations {
        calculation.insert_str(0, before);
    }
    let read = |text: &String| read_yearly_amount(text, unit);
    let mut amounts = calculations.iter().map(read);
    if let Some(Ok(first)) = amounts.next()
        && amounts.all(|other| other == Ok(first))
        && calculations.len() > 1
    {
        return None;
    }
    calculations.retain(|text| read(text).is_ok());
    Some(NumberError::UnclearUnit {
        typed: typed(),
        calculations,
    })
}

/// Returns an error whose calculations are per year, as the text that they stand for is.
fn with_per_year(mut error: NumberError) -> NumberError {
    let calculations = match &mut error {
        NumberError::Range(text) | NumberError::Subtraction(text) => {
            text.calculation.as_mut_slice()
        }
        NumberError::UnclearUnit { calculations, .. } => calculations.as_mut_slice(),
        _ => &mut [],
    };
    for calculation in calculations {
        calculation.push_str(" om året");
    }
    error
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
    if looks::is_price_level(text) {
        return Err(NumberError::PriceLevel(typed()));
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

/// Returns whether a folded text is a dash, with or without a unit of money.
fn is_lone_dash(text: &str) -> bool {
    token::tokens(text).is_ok_and(|tokens| is_dash_with_units(&tokens))
}

fn is_dash_with_units(tokens: &[Lexeme<'_>]) -> bool {
    let is_dash = |lexeme: &&Lexeme<'_>| lexeme.token == Token::Operator('-');
    let others_are_units = tokens
        .iter()
        .all(|lexeme| is_dash(&lexeme) || lexeme.token.is_unit());
    others_are_units && tokens.iter().filter(is_dash).count() == 1
}

/// Returns what the word in front of an amount says, and what follows the word.
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
