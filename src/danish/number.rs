//! Reading and printing numbers and amounts the Danish way: `.` between thousands, `,` before decimals, and
//! the arithmetic that people expect of a cell.

use rust_decimal::{Decimal, RoundingStrategy};

use super::signs::Direction;
use crate::domain::{Amount, AmountError, limits};

/// The minus sign that is printed. Hyphen, minus and dashes are all read as minus.
pub const MINUS: char = '\u{2212}';

/// The unit that a field's numbers are in when the text names none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountUnit {
    /// Action plans.
    Kroner,
    /// Proposals: 1.000 kr.
    Thousands,
}

impl AmountUnit {
    fn kroner(self) -> Decimal {
        match self {
            Self::Kroner => Decimal::ONE,
            Self::Thousands => Decimal::ONE_THOUSAND,
        }
    }
}

/// Why a text is not a number. Each says what stands in the way; the words for it are in `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberError {
    /// A point that does not stand between thousands: `1.5`, `12.34.567`.
    Grouping(String),
    /// More than one comma in a number: `1,2,3`.
    Commas(String),
    /// Something that is no part of a number: `abc`, `1e5`.
    Unknown(String),
    /// Two signs after one another: `--4`.
    TwoSigns,
    /// The calculation stops in the middle, or a bracket has no partner.
    Unfinished,
    /// Two numbers with nothing between them: `1 213`.
    NothingBetween,
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

impl From<AmountError> for NumberError {
    fn from(error: AmountError) -> Self {
        match error {
            AmountError::TooLarge => Self::TooLarge,
            AmountError::TooManyDecimals => Self::TooManyDecimals(limits::AMOUNT_DECIMALS),
        }
    }
}

/// Reads an amount typed into a field of this unit; a unit in the text wins over the field's own. `None` for
/// blank. The result of a calculation is rounded to the øre; a number that is simply typed never is.
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
/// ```
///
/// # Errors
/// [`NumberError`] when the text is no amount.
pub fn read_amount(text: &str, unit: AmountUnit) -> Result<Option<Amount>, NumberError> {
    let Some(reading) = read(text, Some(unit))? else {
        return Ok(None);
    };
    let kroner = reading
        .number
        .checked_mul(unit.kroner())
        .ok_or(NumberError::TooLarge)?;
    let amount = if reading.calculated {
        Amount::nearest(kroner)?
    } else {
        Amount::new(kroner)?
    };
    Ok(Some(amount))
}

/// Reads a plain number, with arithmetic but without units of money. `None` for blank. The result of a
/// calculation is rounded to [`limits::STAFF_DECIMALS`]; a number that is simply typed never is.
///
/// # Errors
/// [`NumberError`] when the text is no number.
pub fn read_number(text: &str) -> Result<Option<Decimal>, NumberError> {
    let Some(reading) = read(text, None)? else {
        return Ok(None);
    };
    let number = if reading.calculated {
        reading.number.round_dp_with_strategy(
            limits::STAFF_DECIMALS,
            RoundingStrategy::MidpointAwayFromZero,
        )
    } else {
        reading.number
    };
    Ok(Some(number.normalize()))
}

/// Prints an amount in a unit, without naming the unit: `−1.586.691,5`.
#[must_use]
pub fn print_amount(amount: Amount, unit: AmountUnit) -> String {
    let number = amount
        .kroner()
        .checked_div(unit.kroner())
        .unwrap_or_default();
    print_number(number)
}

/// Prints a number with `.` between thousands, `,` before decimals and a real minus sign, and no more decimals
/// than it has.
#[must_use]
pub fn print_number(number: Decimal) -> String {
    print_digits(number.normalize())
}

/// Prints a percentage that was rounded to one decimal, with that decimal: `−81,0 %`.
#[must_use]
pub fn print_percent(mut percent: Decimal) -> String {
    percent.rescale(1);
    format!("{} %", print_digits(percent))
}

fn print_digits(number: Decimal) -> String {
    let digits = number.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 4);
    if number.is_sign_negative() && !number.is_zero() {
        text.push(MINUS);
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push('.');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(',');
        text.push_str(fraction);
    }
    text
}

/// A number in the field's unit, and whether it took a calculation to get it.
struct Reading {
    number: Decimal,
    calculated: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Number(Decimal),
    Operator(char),
    Open,
    Close,
    /// `kr.`, before or after a number.
    Kroner,
    /// `t.kr.`, `mio.`, `mia.`: so many kroner, after a number.
    Scale(i64),
}

fn read(text: &str, unit: Option<AmountUnit>) -> Result<Option<Reading>, NumberError> {
    if text.chars().nth(limits::NUMBER_CHARACTERS).is_some() {
        return Err(NumberError::TooLong);
    }
    let folded = folded(text);
    let trimmed = folded.trim();
    if trimmed.is_empty() {
        return Ok(None);
    }
    let (direction, trimmed) = match unit {
        Some(_) => direction(trimmed),
        None => (None, trimmed),
    };
    let (formula, body) = match trimmed.strip_prefix('=') {
        Some(rest) => (true, rest),
        None => (false, trimmed),
    };
    let tokens = tokens(body)?;
    if unit.is_none()
        && tokens
            .iter()
            .any(|token| matches!(token, Token::Kroner | Token::Scale(_)))
    {
        return Err(NumberError::UnitNotAllowed);
    }
    let mut parser = Parser {
        tokens: &tokens,
        unit: unit.map_or(Decimal::ONE, AmountUnit::kroner),
        calculated: false,
        named: false,
    };
    let number = match parser.as_ledgers_print(formula)? {
        Some(number) => number,
        None => parser.whole()?,
    };
    let number = match direction {
        None => number,
        Some(_) if number.is_sign_negative() && !number.is_zero() => {
            return Err(NumberError::TwoSigns);
        }
        Some(Direction::Saves) => -number,
        Some(Direction::Costs) => number,
    };
    Ok(Some(Reading {
        number,
        calculated: parser.calculated,
    }))
}

/// Whether a text that was typed says in a word whether it saves or costs, so that no convention applies to it.
#[must_use]
pub fn says_direction(typed: &str) -> bool {
    direction(folded(typed).trim()).0.is_some()
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

fn folded(text: &str) -> String {
    text.chars().map(plain).collect()
}

/// Folds the many spellings of minus, times and space into one.
fn plain(character: char) -> char {
    match character {
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | MINUS | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{D7}' | '\u{B7}' => '*',
        '\u{200B}' | '\u{FEFF}' => ' ',
        space if space.is_whitespace() => ' ',
        other => other,
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, NumberError> {
    let mut tokens = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(&character) = rest.peek() {
        if character.is_ascii_digit() || character == ',' || character == '.' {
            let literal = take_while(&mut rest, |c| c.is_ascii_digit() || c == ',' || c == '.');
            tokens.push(Token::Number(literal_number(&literal)?));
            // Letters directly after the digits: a unit, or a mistake that is named whole, such as `1e5`.
            let word = take_while(&mut rest, |c| c.is_alphabetic() || c == '.');
            if !word.is_empty() {
                let Some(unit) = unit_word(&word) else {
                    let rest = take_while(&mut rest, char::is_alphanumeric);
                    return Err(NumberError::Unknown(literal + &word + &rest));
                };
                tokens.push(unit);
            }
        } else if character.is_alphabetic() {
            let word = take_while(&mut rest, |c| c.is_alphabetic() || c == '.');
            tokens.push(unit_word(&word).ok_or(NumberError::Unknown(word))?);
        } else {
            rest.next();
            match character {
                ' ' => {}
                '+' | '-' | '*' | '/' => tokens.push(Token::Operator(character)),
                '(' => tokens.push(Token::Open),
                ')' => tokens.push(Token::Close),
                other => return Err(NumberError::Unknown(other.to_string())),
            }
        }
    }
    Ok(tokens)
}

fn take_while(
    rest: &mut std::iter::Peekable<std::str::Chars<'_>>,
    belongs: impl Fn(char) -> bool,
) -> String {
    let mut taken = String::new();
    while let Some(character) = rest.next_if(|&c| belongs(c)) {
        taken.push(character);
    }
    taken
}

fn unit_word(word: &str) -> Option<Token> {
    let letters: String = word
        .chars()
        .filter(|&c| c != '.')
        .flat_map(char::to_lowercase)
        .collect();
    match letters.as_str() {
        "kr" | "kroner" | "dkk" => Some(Token::Kroner),
        "t" | "tkr" | "tusind" => Some(Token::Scale(1_000)),
        "mio" | "mill" | "million" | "millioner" | "miokr" => Some(Token::Scale(1_000_000)),
        "mia" | "milliard" | "milliarder" | "miakr" => Some(Token::Scale(1_000_000_000)),
        _ => None,
    }
}

/// One number as typed: digits, points between groups of three, at most one comma.
fn literal_number(literal: &str) -> Result<Decimal, NumberError> {
    let mut parts = literal.split(',');
    let whole = parts.next().unwrap_or_default();
    let fraction = parts.next();
    if parts.next().is_some() {
        return Err(NumberError::Commas(literal.to_owned()));
    }
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains('.');
    let well_grouped =
        !first.is_empty() && (!grouped || first.len() <= 3) && groups.all(|group| group.len() == 3);
    let fraction_is_digits =
        fraction.is_none_or(|digits| !digits.is_empty() && !digits.contains('.'));
    if !well_grouped || !fraction_is_digits {
        return Err(NumberError::Grouping(literal.to_owned()));
    }
    let digits: String = whole.chars().filter(|&c| c != '.').collect();
    let fraction = fraction.unwrap_or_default().trim_end_matches('0');
    if digits.trim_start_matches('0').len() > 15 {
        return Err(NumberError::TooLarge);
    }
    if fraction.len() > 12 {
        return Err(NumberError::TooManyDecimals(limits::AMOUNT_DECIMALS));
    }
    Decimal::from_str_exact(&format!("{digits}.{fraction}0")).map_err(|_| NumberError::TooLarge)
}

/// Evaluates tokens, in the field's unit, by the usual rules: brackets, then `*` and `/`, then `+` and `-`.
/// Its depth is bounded by the length of the text.
struct Parser<'a> {
    tokens: &'a [Token],
    /// Kroner in one of the field's unit.
    unit: Decimal,
    calculated: bool,
    /// Whether a unit was named so far in the innermost bracket.
    named: bool,
}

impl Parser<'_> {
    fn peek(&self) -> Option<Token> {
        self.tokens.first().copied()
    }

    fn skip(&mut self) {
        self.tokens = self.tokens.get(1..).unwrap_or_default();
    }

    fn takes(&mut self, token: Token) -> bool {
        let found = self.peek() == Some(token);
        if found {
            self.skip();
        }
        found
    }

    /// Ledgers print a minus after the number (`4600-`) or put the number in brackets (`(4.600)`).
    fn as_ledgers_print(&mut self, formula: bool) -> Result<Option<Decimal>, NumberError> {
        let all = self.tokens;
        if formula {
            return Ok(None);
        }
        let before = self.takes(Token::Kroner);
        let bracketed = self.takes(Token::Open);
        let before = self.takes(Token::Kroner) || before;
        if let Some(Token::Number(number)) = self.peek() {
            self.skip();
            let mut number = self.in_unit(number, before)?;
            if bracketed && self.takes(Token::Close) {
                number = self.after_bracket(number)?;
                if self.tokens.is_empty() {
                    return Ok(Some(-number));
                }
            } else if !bracketed && self.tokens == [Token::Operator('-')] {
                return Ok(Some(-number));
            }
        }
        self.named = false;
        self.tokens = all;
        Ok(None)
    }

    fn whole(&mut self) -> Result<Decimal, NumberError> {
        let number = self.sum()?;
        match self.peek() {
            None => Ok(number),
            Some(Token::Close) => Err(NumberError::Unfinished),
            Some(_) => Err(NumberError::NothingBetween),
        }
    }

    fn sum(&mut self) -> Result<Decimal, NumberError> {
        let mut left = self.product(true)?;
        while let Some(Token::Operator(sign @ ('+' | '-'))) = self.peek() {
            self.skip();
            let right = self.product(false)?;
            self.calculated = true;
            let right = if sign == '-' { -right } else { right };
            left = left.checked_add(right).ok_or(NumberError::TooLarge)?;
        }
        Ok(left)
    }

    /// `sign_allowed`: whether a sign may stand first; not where one has just been read.
    fn product(&mut self, sign_allowed: bool) -> Result<Decimal, NumberError> {
        let mut left = self.factor(sign_allowed)?;
        while let Some(Token::Operator(operator @ ('*' | '/'))) = self.peek() {
            self.skip();
            let right = self.factor(true)?;
            self.calculated = true;
            left = if operator == '*' {
                left.checked_mul(right).ok_or(NumberError::TooLarge)?
            } else if right.is_zero() {
                return Err(NumberError::DivisionByZero);
            } else {
                left.checked_div(right).ok_or(NumberError::TooLarge)?
            };
        }
        Ok(left)
    }

    fn factor(&mut self, sign_allowed: bool) -> Result<Decimal, NumberError> {
        match self.peek() {
            Some(Token::Operator(sign @ ('+' | '-'))) => {
                if !sign_allowed {
                    return Err(NumberError::TwoSigns);
                }
                self.skip();
                let number = self.factor(false)?;
                Ok(if sign == '-' { -number } else { number })
            }
            Some(Token::Kroner) => {
                self.skip();
                let negative = sign_allowed && self.takes(Token::Operator('-'));
                match self.peek() {
                    Some(Token::Number(number)) => {
                        self.skip();
                        let number = self.in_unit(number, true)?;
                        Ok(if negative { -number } else { number })
                    }
                    Some(Token::Operator(_)) => Err(NumberError::TwoSigns),
                    _ => Err(NumberError::Unfinished),
                }
            }
            Some(Token::Number(number)) => {
                self.skip();
                self.in_unit(number, false)
            }
            Some(Token::Open) => {
                self.skip();
                let outside = std::mem::take(&mut self.named);
                let number = self.sum()?;
                if !self.takes(Token::Close) {
                    return Err(NumberError::Unfinished);
                }
                let number = self.after_bracket(number);
                self.named |= outside;
                number
            }
            Some(Token::Scale(_)) => Err(NumberError::Unfinished),
            Some(Token::Operator(_) | Token::Close) | None => Err(NumberError::Unfinished),
        }
    }

    /// Takes the unit that follows a bracket, if any. Where a unit was named inside, `kr.` behind it says
    /// nothing new: `(4,6 mio.) kr.`.
    fn after_bracket(&mut self, number: Decimal) -> Result<Decimal, NumberError> {
        if self.named {
            self.takes(Token::Kroner);
            Ok(number)
        } else {
            self.in_unit(number, false)
        }
    }

    /// Takes the unit that follows a number, if any, and gives the number in the field's unit.
    fn in_unit(&mut self, number: Decimal, kroner_before: bool) -> Result<Decimal, NumberError> {
        let kroner = match self.peek() {
            Some(Token::Scale(kroner)) => {
                self.skip();
                self.takes(Token::Kroner);
                kroner
            }
            Some(Token::Kroner) if !kroner_before => {
                self.skip();
                1
            }
            _ if kroner_before => 1,
            _ => return Ok(number),
        };
        self.named = true;
        number
            .checked_mul(Decimal::from(kroner))
            .and_then(|kroner| kroner.checked_div(self.unit))
            .ok_or(NumberError::TooLarge)
    }
}
