//! What a text looks like that is not read as a number: dates, years, ranges, rows of numbers.

use rust_decimal::Decimal;

use super::characters::SPACE;
use super::error::{NotComputed, NumberError};
use super::marks::unpartnered;
use super::token::{Lexeme, Token, is_literal};
use super::unit::{AmountUnit, MAY_BE_KRONER};
use crate::danish::letter_case::in_small_letters;
use crate::danish::month::{month_beginning, month_name, month_short};
use crate::domain::limits;

/// Words that say that a number is not exact.
const APPROXIMATE: [&str; 16] = [
    "ca", "cirka", "circa", "omkring", "omtrent", "knap", "godt", "over", "under", "mindst",
    "højst", "max", "maks", "min", "op", "nogle",
];
/// Returns whether a folded text is a date: a day, a month and a year in figures, or a day with the name of a month.
pub(super) fn is_date(text: &str) -> bool {
    is_date_in_figures(text) || names_a_month(text)
}

fn names_a_month(text: &str) -> bool {
    let is_month = |word: &str| {
        let word = in_small_letters(word);
        let is_name = |month| [month_name(month), month_short(month)].contains(&word.as_str());
        month_beginning(&word).is_some_and(is_name)
    };
    text.contains(|c: char| c.is_ascii_digit())
        && text.split(|c: char| !c.is_alphabetic()).any(is_month)
}

fn is_date_in_figures(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['.', '-', '/']).map(str::trim).collect();
    let (day, month, year) = match parts.as_slice() {
        // `3/10 2022`
        [day, rest] => match rest.split_once(' ') {
            Some((month, year)) => (*day, month, year.trim_start()),
            None => return false,
        },
        [year, month, day] if year.len() == 4 => (*day, *month, *year),
        [day, month, year] => (*day, *month, *year),
        _ => return false,
    };
    let within = |digits: &str, most: u16| {
        let number = number_of(digits, 1..=2);
        number.is_some_and(|number| (1..=most).contains(&number))
    };
    let is_year = match year.len() {
        2 => number_of(year, 2..=2).is_some(),
        _ => is_year(year),
    };
    within(day, 31) && within(month, 12) && is_year
}

/// Returns whether a folded text is the year of a price level: `2024-pl`, `p/l 2024`, `2024-priser`.
pub(super) fn is_price_level(text: &str) -> bool {
    let lower = in_small_letters(text);
    let beside = |word: &str| {
        let beside = lower.strip_suffix(word);
        let beside = beside.or_else(|| lower.strip_prefix(word));
        beside.map(|year| year.trim_matches(['-', '.', ':', SPACE]).to_owned())
    };
    let is_short = |year: &str| number_of(year, 2..=2).is_some();
    let levels = ["p/l", "p/l.", "pl", "pl."].into_iter().filter_map(beside);
    let prices = ["priser", "prisniveau"].into_iter().filter_map(beside);
    levels
        .chain(prices.filter(|year| !is_short(year)))
        .any(|year| is_year(&year) || is_short(&year))
}

/// Returns whether a folded text is two years: `2024-2027`, `2024-27`, `2024/25`.
pub(super) fn is_years(text: &str) -> bool {
    let Some((first, last)) = text.split_once(['-', '/']) else {
        return false;
    };
    let (first, last) = (first.trim(), last.trim());
    let Some(begin) = year(first) else {
        return false;
    };
    let end = match last.len() {
        4 => year(last),
        2 => number_of(last, 2..=2).map(|year| begin - begin % 100 + year),
        _ => None,
    };
    // `2024/2` is a half.
    let follows = |end: u16| {
        if text.contains('/') {
            end == begin + 1
        } else {
            end > begin
        }
    };
    end.is_some_and(follows)
}

fn is_year(digits: &str) -> bool {
    year(digits).is_some()
}

fn year(digits: &str) -> Option<u16> {
    let (first, last) = limits::YEARS;
    number_of(digits, 4..=4).filter(|year| (first..=last).contains(year))
}

fn number_of(digits: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<u16> {
    let is_number = lengths.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

/// What is counted, as people name it behind a number.
const COUNTED: [&str; 20] = [
    "person",
    "personer",
    "pers",
    "medarbejder",
    "medarbejdere",
    "ansat",
    "ansatte",
    "mand",
    "stilling",
    "stillinger",
    "fuldtidsstilling",
    "fuldtidsstillinger",
    "fuldtidsansat",
    "fuldtidsansatte",
    "årsværk",
    "fte",
    "borger",
    "borgere",
    "styk",
    "stk",
];

/// Returns the word that stands last in a text and names what is counted, and what stands before it: `personer` and `2` of
/// `2 personer`.
pub(super) fn counted(typed: &str) -> Option<(&str, &str)> {
    let before = typed.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let word = typed.get(before.len()..)?;
    let is_counted = COUNTED.contains(&in_small_letters(word).trim_end_matches('.'));
    is_counted.then(|| (word, before.trim_end()))
}

/// Returns the reason that a word or sign which is no part of a number gives. `typed`: the text as it was typed.
pub(super) fn with_unknown(error: NumberError, typed: &str) -> NumberError {
    let NumberError::Unknown(word) = error else {
        return error;
    };
    let lower = in_small_letters(&word);
    let plain = lower.trim_matches('.');
    if word == "%" {
        return NumberError::Percent;
    }
    if matches!(word.as_str(), "~" | "≈" | "<" | ">" | "≤" | "≥") || APPROXIMATE.contains(&plain)
    {
        return NumberError::Approximate(word);
    }
    let has_digit = typed.contains(|c: char| c.is_ascii_digit());
    if plain == "til" && has_digit {
        return NumberError::Range(NotComputed {
            typed: typed.to_owned(),
            calculation: None,
        });
    }
    NumberError::Unknown(word)
}

/// Returns the number without its last digit and bracket, where those may be a footnote mark: `-0,5` of `-0,51)`.
pub(super) fn before_glued_mark(text: &str) -> Option<&str> {
    let inside = unpartnered(text)?;
    let before = inside.strip_suffix(|c: char| c.is_ascii_digit())?;
    before
        .ends_with(|c: char| c.is_ascii_digit())
        .then_some(before)
}

/// One number of several, with its sign and its unit.
struct Item<'a> {
    tokens: &'a [Lexeme<'a>],
}

impl Item<'_> {
    fn sign(&self) -> Option<char> {
        match self.tokens.first()?.token {
            Token::Operator(sign) => Some(sign),
            _ => None,
        }
    }

    fn has_unit(&self) -> bool {
        self.tokens.iter().any(|lexeme| lexeme.token.is_unit())
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for lexeme in self.tokens {
            if lexeme.is_apart && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(lexeme.text);
        }
        text
    }
}

/// Returns the numbers of a text that holds nothing else, each apart from the one before it and with its sign directly
/// before it; `None` where the text is something else, or is as likely a calculation.
pub(super) fn row(tokens: &[Lexeme<'_>]) -> Option<Vec<String>> {
    let items = items(tokens)?;
    let (first, others) = items.split_first()?;
    let units = items.iter().filter(|item| item.has_unit()).count();
    if others.is_empty() || (units > 0 && units < items.len()) {
        return None;
    }
    let is_unsigned = |item: &Item<'_>| item.sign().is_none();
    let has = |sign: char| others.iter().any(|item| item.sign() == Some(sign));
    let may_be_calculation = is_unsigned(first)
        && !others.iter().any(is_unsigned)
        // `1.200 +300`, and `26,1 mio. kr. -50.000 kr.`
        && (!has('-') || (units > 0 && others.len() == 1));
    (!may_be_calculation).then(|| items.iter().map(Item::text).collect())
}

/// Whether a token may stand apart from the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Space {
    Allowed,
    Refused,
}

impl Space {
    fn refused_if(condition: bool) -> Self {
        match condition {
            true => Self::Refused,
            false => Self::Allowed,
        }
    }
}

fn items<'a>(mut tokens: &'a [Lexeme<'a>]) -> Option<Vec<Item<'a>>> {
    let mut items = Vec::new();
    while let Some(first) = tokens.first() {
        if !first.is_apart {
            return None;
        }
        let mut length = 0;
        let mut takes = |wanted: fn(Token) -> bool, space: Space| {
            let found = tokens.get(length).is_some_and(|lexeme| {
                wanted(lexeme.token) && (space == Space::Allowed || !lexeme.is_apart)
            });
            length += usize::from(found);
            found
        };
        let is_kroner = |token| token == Token::Kroner;
        let is_scale = |token| matches!(token, Token::Scale(_));
        let is_signed = takes(Token::is_sign, Space::Allowed);
        let has_scale = takes(is_scale, Space::refused_if(is_signed));
        let has_kroner = takes(is_kroner, Space::refused_if(is_signed && !has_scale));
        let has_unit = has_scale || has_kroner;
        let is_signed_behind = !is_signed && has_unit && takes(Token::is_sign, Space::Allowed);
        let is_number = |token| matches!(token, Token::Number(_));
        let follows_sign = (is_signed && !has_unit) || is_signed_behind;
        if !takes(is_number, Space::refused_if(follows_sign)) {
            return None;
        }
        if !has_unit {
            while takes(Token::is_unit, Space::Allowed) {}
        }
        let (item, rest) = tokens.split_at_checked(length)?;
        items.push(Item { tokens: item });
        tokens = rest;
    }
    Some(items)
}

/// Returns a text with the number that stands in it with points between its thousands, where points and spaces stand
/// between them and it can only be one number, because a part of it begins with 0: `1.000 000`.
pub(super) fn with_points(text: &str, tokens: &[Lexeme<'_>]) -> Option<String> {
    let is_number = |lexeme: &Lexeme<'_>| matches!(lexeme.token, Token::Number(_));
    let runs = tokens.chunk_by(|one, next| is_number(one) && is_number(next));
    let mut parts = runs.map(|run| run.iter().map(|lexeme| lexeme.text).collect::<Vec<_>>());
    let parts = parts.find(|parts| parts.len() > 1)?;
    let number = parts.join(".").replace(SPACE, ".");
    let is_one_number = parts.iter().skip(1).any(|part| part.starts_with('0'))
        && !parts.iter().skip(1).any(|part| part.len() < 3)
        && is_literal(&number);
    let typed = parts.join(" ");
    (is_one_number && text.contains(&typed)).then(|| text.replace(&typed, &number))
}

/// Returns the calculations that a sum may stand for in which a number has no unit: with the unit that stands last, and
/// with the field's own, and with kroner where it may be those.
pub(super) fn with_units(tokens: &[Lexeme<'_>], unit: AmountUnit) -> Vec<String> {
    let is_large = |lexeme: &Lexeme<'_>| matches!(lexeme.token, Token::Number(number) if number >= MAY_BE_KRONER);
    let own: &[&str] = match unit {
        AmountUnit::Kroner => &[" kr."],
        AmountUnit::Thousands if tokens.iter().any(is_large) || names_kroner(tokens) => {
            &[" t.kr.", " kr."]
        }
        AmountUnit::Thousands => &[" t.kr."],
    };
    let own = own.iter().map(|&unit| unit.to_owned());
    let mut calculations: Vec<String> = Vec::new();
    for unit in unit_behind(tokens).into_iter().chain(own) {
        calculations.extend(with_unit(tokens, &unit).filter(|text| !calculations.contains(text)));
    }
    calculations
}

/// Returns whether a number of a text is one of kroner.
fn names_kroner(tokens: &[Lexeme<'_>]) -> bool {
    let mut before = None;
    tokens.iter().any(|lexeme| {
        let is_scaled = matches!(before, Some(Token::Scale(_)));
        before = Some(lexeme.token);
        !is_scaled && matches!(lexeme.token, Token::Kroner | Token::WholeKroner)
    })
}

/// Returns the unit behind the last number of a text, with the space before it.
fn unit_behind(tokens: &[Lexeme<'_>]) -> Option<String> {
    let number = tokens.iter().rposition(|lexeme| !lexeme.token.is_unit())?;
    let (_, units) = tokens.split_at_checked(number + 1)?;
    let space = match units.first()?.token {
        Token::WholeKroner => "",
        _ => " ",
    };
    let unit = Item { tokens: units };
    Some(format!("{space}{}", unit.text()))
}

/// Returns the calculation of a text with a unit behind every number that has none; `None` where the text is more than
/// numbers with `+` and `-` between them.
fn with_unit(tokens: &[Lexeme<'_>], unit: &str) -> Option<String> {
    let mut calculation = String::from("=");
    let mut lexemes = tokens.iter().peekable();
    let mut has_prefix = false;
    let mut follows_number = false;
    while let Some(lexeme) = lexemes.next() {
        match lexeme.token {
            Token::Operator(sign @ ('+' | '-')) if follows_number => {
                calculation.extend([' ', sign, ' ']);
                (follows_number, has_prefix) = (false, false);
            }
            Token::Operator(sign @ ('+' | '-')) => calculation.push(sign),
            Token::Number(_) => {
                calculation.push_str(lexeme.text);
                let has_unit =
                    has_prefix || lexemes.peek().is_some_and(|next| next.token.is_unit());
                if !has_unit {
                    calculation.push_str(unit);
                }
                follows_number = true;
            }
            Token::WholeKroner => calculation.push_str(lexeme.text),
            Token::Kroner | Token::Scale(_) => {
                has_prefix |= !follows_number;
                let space = if follows_number { " " } else { "" };
                let behind = if follows_number { "" } else { " " };
                calculation.extend([space, lexeme.text, behind]);
            }
            Token::Operator(_) | Token::Open | Token::Close => return None,
        }
    }
    Some(calculation)
}

/// Returns the parts of a number whose thousands are grouped by spaces: a row of unsigned numbers, where the number is
/// too large.
pub(super) fn spaced_parts(tokens: &[Lexeme<'_>]) -> Option<Vec<String>> {
    let number = tokens.iter().find(|lexeme| lexeme.is_spaced)?;
    let sign = match tokens.first()?.token {
        Token::Operator('-') => "-",
        _ => "",
    };
    let mut parts: Vec<String> = number.text.split(' ').map(str::to_owned).collect();
    if let Some(first) = parts.first_mut() {
        first.insert_str(0, sign);
    }
    Some(parts)
}

/// Returns why numbers with a dash between them are not computed. `before` is the word in front of the number, `text`
/// what follows it and `typed` the whole text as it was typed.
pub(super) fn dash(before: &str, text: &str, tokens: &[Lexeme<'_>], typed: &str) -> NumberError {
    let calculates = |calculation: &str| NotComputed {
        typed: typed.to_owned(),
        calculation: Some(format!("{before}={calculation}")),
    };
    let mut sides = tokens.split(|lexeme| lexeme.token == Token::Operator('-'));
    let (Some(left), Some(right), None) = (sides.next(), sides.next(), sides.next()) else {
        return NumberError::Subtraction(calculates(text));
    };
    let (Some((low, first_unit)), Some((high, last_unit))) = (single(left), single(right)) else {
        return NumberError::Subtraction(calculates(text));
    };
    // In `2,5-3,5 mio.` the unit is that of both.
    let is_shared = first_unit.is_none() && last_unit.is_some();
    let with_last_unit = unit_behind(tokens).and_then(|unit| with_unit(tokens, &unit));
    let calculation = match with_last_unit.filter(|_| is_shared) {
        Some(calculation) => NotComputed {
            typed: typed.to_owned(),
            calculation: Some(format!("{before}{calculation}")),
        },
        None => calculates(text),
    };
    if low < high && (is_shared || first_unit == last_unit) {
        NumberError::Range(calculation)
    } else {
        NumberError::Subtraction(calculation)
    }
}

/// Returns a number that stands alone, and the unit behind it.
fn single(tokens: &[Lexeme<'_>]) -> Option<(Decimal, Option<Token>)> {
    match tokens {
        [number] => match number.token {
            Token::Number(number) => Some((number, None)),
            _ => None,
        },
        [number, units @ ..] => match (number.token, units.first()?.token) {
            (Token::Number(number), unit) if units.iter().all(|unit| unit.token.is_unit()) => {
                Some((number, Some(unit)))
            }
            _ => None,
        },
        [] => None,
    }
}
