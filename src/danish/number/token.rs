//! A text taken apart into numbers, signs, brackets and units.

use rust_decimal::Decimal;

use super::characters::{BREAK, SPACE};
use super::error::NumberError;
use crate::danish::letter_case::small_letter;
use crate::domain::{invariant, limits};

/// The smallest part of a text that means something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Token {
    Number(Decimal),
    Operator(char),
    Open,
    Close,
    /// `kr.`, before or after a number.
    Kroner,
    /// `,-` after a number: whole kroner, and no øre.
    WholeKroner,
    /// `t.kr.`, `mio.`, `mia.`, after a number: the kroner in one of them.
    Scale(i64),
}

impl Token {
    pub(super) fn is_unit(self) -> bool {
        matches!(self, Self::Kroner | Self::WholeKroner | Self::Scale(_))
    }

    pub(super) fn is_sign(self) -> bool {
        matches!(self, Self::Operator('+' | '-'))
    }
}

/// A token, and how it stands in the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lexeme<'a> {
    pub(super) token: Token,
    /// As it was typed.
    pub(super) text: &'a str,
    /// Whether it begins the text, or a space stands before it.
    pub(super) is_apart: bool,
    /// Whether it is a number whose thousands are grouped with spaces.
    pub(super) is_spaced: bool,
}

/// Returns the tokens of a folded text.
///
/// # Errors
/// [`NumberError`] where something is no part of a number.
pub(super) fn tokens(text: &str) -> Result<Vec<Lexeme<'_>>, NumberError> {
    let mut tokenizer = Tokenizer {
        rest: text,
        is_apart: true,
        tokens: Vec::new(),
    };
    while let Some(character) = tokenizer.rest.chars().next() {
        if matches!(character, SPACE | BREAK) {
            tokenizer.take(character.len_utf8());
            tokenizer.is_apart = true;
        } else {
            tokenizer.next(character)?;
        }
    }
    Ok(tokenizer.tokens)
}

struct Tokenizer<'a> {
    rest: &'a str,
    is_apart: bool,
    tokens: Vec<Lexeme<'a>>,
}

impl<'a> Tokenizer<'a> {
    fn next(&mut self, character: char) -> Result<(), NumberError> {
        if character.is_ascii_digit()
            || matches!(character, ',' | '.')
            || fraction(character).is_some()
        {
            return self.number();
        }
        if character.is_alphabetic() {
            let word = self.take_while(|c| c.is_alphabetic() || c == '.');
            let unit = unit_word(word).ok_or_else(|| NumberError::Unknown(word.to_owned()))?;
            self.unit(unit, word);
            return Ok(());
        }
        let text = self.take(character.len_utf8());
        let token = match character {
            '+' | '-' | '*' | '/' => Token::Operator(character),
            '(' => Token::Open,
            ')' => Token::Close,
            _ => return Err(NumberError::Unknown(text.to_owned())),
        };
        self.push(token, text);
        Ok(())
    }

    /// Takes a number, and the unit that is glued to it.
    fn number(&mut self) -> Result<(), NumberError> {
        let begin = self.rest;
        let mut literal = self.digits().to_owned();
        let groups = self.spaced_groups(&literal);
        let is_spaced = !groups.is_empty();
        if is_spaced {
            literal.push_str(&groups);
            literal.push_str(self.digits());
        }
        let is_whole_kroner = self.whole_kroner(&literal);
        if is_whole_kroner {
            literal.pop();
        }
        let part = if is_whole_kroner {
            None
        } else {
            self.fraction_behind(&literal)?
        };
        let length = begin.len() - self.rest.len();
        let text = invariant(begin.get(..length), "the rest ends what began").unwrap_or_default();
        let whole = if literal.is_empty() && part.is_some() {
            Ok(Decimal::ZERO)
        } else {
            literal_number(&literal)
        };
        let number = match whole {
            // Nobody writes a number that large: the spaces stand between numbers.
            Err(NumberError::TooLarge) if is_spaced => {
                return Err(NumberError::Row(self.groups(text)));
            }
            whole => whole?
                .checked_add(part.unwrap_or_default())
                .ok_or(NumberError::TooLarge)?,
        };
        let text = match is_whole_kroner.then(|| text.split_once(',')).flatten() {
            Some((digits, _)) => digits,
            None => text,
        };
        self.push(Token::Number(number), text);
        if let Some(lexeme) = self.tokens.last_mut() {
            lexeme.is_spaced = is_spaced;
        }
        if is_whole_kroner {
            self.push(Token::WholeKroner, ",-");
        }
        // Letters directly after the digits: a unit, or a mistake that is named whole, such as `1e5`.
        let word = self.take_while(|c| c.is_alphabetic() || c == '.');
        if !word.is_empty() {
            let Some(unit) = unit_word(word) else {
                let rest = self.take_while(char::is_alphanumeric);
                return Err(NumberError::Unknown(format!("{literal}{word}{rest}")));
            };
            self.unit(unit, word);
        }
        Ok(())
    }

    fn unit(&mut self, unit: Token, word: &'a str) {
        self.push(unit, word);
        let behind = self.rest.trim_start_matches(SPACE);
        // `4.600 kr.,-` says twice that there are no øre.
        if unit == Token::Kroner
            && let Some(dashes) = behind.strip_prefix(',').and_then(whole_kroner_dashes)
        {
            self.take(self.rest.len() - behind.len() + ','.len_utf8() + dashes);
        }
    }

    fn digits(&mut self) -> &'a str {
        self.take_while(|c| c.is_ascii_digit() || c == ',' || c == '.')
    }

    /// Takes the digits of the thousands that follow, each group of three behind one space: `96 755`. Returns them
    /// without spaces.
    fn spaced_groups(&mut self, literal: &str) -> String {
        let mut groups = String::new();
        if literal.is_empty() || literal.len() > 3 || !literal.bytes().all(|b| b.is_ascii_digit()) {
            return groups;
        }
        while let Some(group) = self.spaced_group() {
            groups.push_str(group);
            self.take(SPACE.len_utf8() + group.len());
        }
        groups
    }

    fn spaced_group(&self) -> Option<&'a str> {
        let behind = self.rest.strip_prefix(SPACE)?;
        let (group, after) = behind.split_at_checked(3)?;
        let is_group = group.bytes().all(|byte| byte.is_ascii_digit());
        (is_group && !after.starts_with(|c: char| c.is_ascii_digit() || c == '.')).then_some(group)
    }

    /// Takes the dash of `4.600,-`, which stands for no øre; returns whether it was there.
    fn whole_kroner(&mut self, literal: &str) -> bool {
        let is_whole = literal
            .strip_suffix(',')
            .is_some_and(|whole| !whole.is_empty() && !whole.contains(','));
        let dashes = whole_kroner_dashes(self.rest).filter(|_| is_whole);
        if let Some(dashes) = dashes {
            self.take(dashes);
        }
        dashes.is_some()
    }

    /// Takes the `½` behind whole digits, or alone; returns it as a number.
    fn fraction_behind(&mut self, literal: &str) -> Result<Option<Decimal>, NumberError> {
        let space = usize::from(!literal.is_empty() && self.rest.starts_with(SPACE));
        let Some((part, length)) = self
            .rest
            .get(space..)
            .and_then(|behind| behind.chars().next())
            .and_then(|character| Some((fraction(character)?, character.len_utf8())))
        else {
            return Ok(None);
        };
        if literal.contains(',') {
            let sign = self.take(space + length).trim_start();
            return Err(NumberError::Unknown(format!("{literal}{sign}")));
        }
        self.take(space + length);
        Ok(Some(part))
    }

    /// Returns the numbers between spaces, the first with the minus that stands before it.
    fn groups(&self, text: &str) -> Vec<String> {
        let is_minus = |lexeme: &Lexeme<'_>| lexeme.token == Token::Operator('-');
        let sign = if self.tokens.last().is_some_and(is_minus) {
            "-"
        } else {
            ""
        };
        let signed = format!("{sign}{text}");
        signed.split(SPACE).map(str::to_owned).collect()
    }

    fn push(&mut self, token: Token, text: &'a str) {
        self.tokens.push(Lexeme {
            token,
            text,
            is_apart: std::mem::take(&mut self.is_apart),
            is_spaced: false,
        });
    }

    fn take(&mut self, bytes: usize) -> &'a str {
        let parts = self.rest.split_at_checked(bytes);
        let parts = invariant(parts, "whole characters of the rest are taken");
        let (taken, rest) = parts.unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest.trim_start_matches(belongs);
        self.take(self.rest.len() - rest.len())
    }
}

/// Returns how many dashes stand for no øre in what follows the comma of `4.600,-`; `None` where they are something else.
fn whole_kroner_dashes(text: &str) -> Option<usize> {
    let behind = text.trim_start_matches('-');
    let dashes = text.len() - behind.len();
    // `25,--` is printed too.
    let stands =
        (1..=2).contains(&dashes) && !behind.starts_with(|c: char| c.is_ascii_digit() || c == ',');
    stands.then_some(dashes)
}

fn fraction(character: char) -> Option<Decimal> {
    match character {
        '¼' => Some(Decimal::new(25, 2)),
        '½' => Some(Decimal::new(5, 1)),
        '¾' => Some(Decimal::new(75, 2)),
        _ => None,
    }
}

fn unit_word(word: &str) -> Option<Token> {
    let letters: String = word
        .chars()
        .filter(|&c| c != '.')
        .map(small_letter)
        .collect();
    match letters.as_str() {
        "kr" | "kroner" | "dkk" => Some(Token::Kroner),
        "t" | "tkr" | "tusind" | "tusinde" | "tusinder" => Some(Token::Scale(1_000)),
        "mio" | "mill" | "million" | "millioner" | "miokr" => Some(Token::Scale(1_000_000)),
        "mia" | "milliard" | "milliarder" | "miakr" => Some(Token::Scale(1_000_000_000)),
        _ => None,
    }
}

/// Returns whether a text is one number as typed, without spaces.
pub(super) fn is_literal(text: &str) -> bool {
    literal_number(text).is_ok()
}

/// Returns one number as typed, without spaces: digits, points between groups of three, at most one comma.
fn literal_number(literal: &str) -> Result<Decimal, NumberError> {
    let mut parts = literal.split(',');
    let whole = invariant(parts.next(), "a text has a first part").unwrap_or_default();
    let fraction = parts.next();
    if parts.next().is_some() {
        return Err(NumberError::Commas(literal.to_owned()));
    }
    let mut groups = whole.split('.');
    let first = invariant(groups.next(), "a text has a first part").unwrap_or_default();
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
