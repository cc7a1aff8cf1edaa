//! Numbers with slashes between them: a row as catalogues print it, `-450 / -650 / -650 / -650`, or a division.

use rust_decimal::Decimal;

use super::token::{Lexeme, Token};

/// Two numbers of at least this size, the second no smaller than the first, are two amounts rather than a division.
const LARGE: Decimal = Decimal::ONE_HUNDRED;
/// How often a row may say that its last number is repeated: `-500 / -1.500 ×3`.
const MOST_REPEATED: usize = 12;

/// A number of several.
struct Part<'a> {
    text: String,
    number: Decimal,
    /// Whether a sign or brackets belong to it.
    is_marked: bool,
    /// What is behind it and names its unit.
    unit: &'a [Lexeme<'a>],
    has_unit: bool,
}

/// Returns the numbers of a text that holds nothing but numbers and slashes, each with its sign and its unit; `None`
/// where the text is something else, or is as likely a division.
pub(super) fn row(lexemes: &[Lexeme<'_>]) -> Option<Vec<String>> {
    let mut parts: Vec<&[Lexeme<'_>]> = lexemes.split(|lexeme| is(lexeme, '/')).collect();
    let (last, times) = without_repetition(parts.pop()?);
    parts.push(last);
    let parts: Vec<Part<'_>> = parts.into_iter().map(part).collect::<Option<_>>()?;
    let is_row = match parts.as_slice() {
        [] | [_] => false,
        [first, second] => {
            second.is_marked
                || (first.number >= LARGE && second.number >= first.number)
                || (second.has_unit
                    && (first.has_unit || !is_division(first.number, second.number)))
        }
        _ => true,
    };
    is_row.then(|| texts(&parts, times))
}

/// Returns whether two numbers before one unit are a fraction of it, `3/4 mio.`, or a division, `5.400/12 kr.`, rather than
/// two amounts: `1,2/1,3 mio.`.
fn is_division(number: Decimal, divisor: Decimal) -> bool {
    let is_shared = |by: &Decimal| (number % *by).is_zero() && (divisor % *by).is_zero();
    let is_fraction = || {
        let is_small = number.is_integer() && number < divisor && divisor <= Decimal::TEN;
        is_small && !(2..10).map(Decimal::from).any(|by| is_shared(&by))
    };
    divisor.is_integer() && (number > divisor || is_fraction())
}

fn is(lexeme: &Lexeme<'_>, operator: char) -> bool {
    lexeme.token == Token::Operator(operator)
}

/// Returns a number without the `*3` behind it, and how often it stands in the row.
fn without_repetition<'a>(lexemes: &'a [Lexeme<'a>]) -> (&'a [Lexeme<'a>], usize) {
    let [before @ .., times, count] = lexemes else {
        return (lexemes, 1);
    };
    let Token::Number(count) = count.token else {
        return (lexemes, 1);
    };
    match usize::try_from(count) {
        Ok(count @ 1..=MOST_REPEATED) if is(times, '*') => (before, count),
        _ => (lexemes, 1),
    }
}

/// Returns the only number of a text, which has at most one sign.
fn part<'a>(lexemes: &'a [Lexeme<'a>]) -> Option<Part<'a>> {
    let place = lexemes
        .iter()
        .position(|lexeme| matches!(lexeme.token, Token::Number(_)))?;
    let (before, rest) = lexemes.split_at_checked(place)?;
    let ([number], behind) = rest.split_at_checked(1)? else {
        return None;
    };
    let Token::Number(value) = number.token else {
        return None;
    };
    let stands_before =
        |token: Token| matches!(token, Token::Kroner | Token::Scale(_) | Token::Open);
    let stands_behind = |token: Token| token.is_unit() || token == Token::Close;
    let is_minus = |lexeme: &&Lexeme<'_>| is(lexeme, '-');
    let is_sign = |lexeme: &&Lexeme<'_>| lexeme.token.is_sign();
    let signs = before.iter().filter(is_sign).count() + behind.iter().filter(is_minus).count();
    let is_alone = before
        .iter()
        .all(|lexeme| lexeme.token.is_sign() || stands_before(lexeme.token))
        && behind
            .iter()
            .all(|lexeme| is(lexeme, '-') || stands_behind(lexeme.token));
    let has_unit = lexemes.iter().any(|lexeme| lexeme.token.is_unit());
    let has_bracket = before.iter().any(|lexeme| lexeme.token == Token::Open);
    (is_alone && signs <= 1).then(|| Part {
        text: text(lexemes),
        number: value,
        is_marked: signs > 0 || has_bracket,
        unit: behind,
        has_unit,
    })
}

fn text(lexemes: &[Lexeme<'_>]) -> String {
    let mut text = String::new();
    let mut follows_sign = true;
    for lexeme in lexemes {
        if lexeme.is_apart && !follows_sign {
            text.push(' ');
        }
        text.push_str(lexeme.text);
        follows_sign = lexeme.token.is_sign() || lexeme.token == Token::Open;
    }
    text
}

/// Returns what stands in each cell of the row. A unit behind the last number alone is that of all.
fn texts(parts: &[Part<'_>], times: usize) -> Vec<String> {
    let Some((last, others)) = parts.split_last() else {
        return Vec::new();
    };
    let is_shared = !others.iter().any(|part| part.has_unit);
    let are_units = last.unit.iter().all(|lexeme| lexeme.token.is_unit());
    let unit = match last.unit.first() {
        Some(first) if is_shared && are_units => {
            let space = if first.token == Token::WholeKroner {
                ""
            } else {
                " "
            };
            format!("{space}{}", text(last.unit))
        }
        _ => String::new(),
    };
    let others = others.iter().map(|part| format!("{}{unit}", part.text));
    others
        .chain(std::iter::repeat_n(last.text.clone(), times))
        .collect()
}
