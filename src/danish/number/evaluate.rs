//! The number that tokens amount to.

use rust_decimal::Decimal;

use super::error::NumberError;
use super::token::Token;
use crate::domain::invariant;

/// What tokens amount to.
pub(super) struct Evaluated {
    /// In the field's unit.
    pub(super) number: Decimal,
    /// Whether it took a calculation.
    pub(super) is_calculated: bool,
    /// Whether a dash stands between two numbers that have not each a unit of their own, outside brackets or in
    /// brackets that are the whole text: a range as likely as a subtraction.
    pub(super) has_bare_dash: bool,
}

/// Returns what tokens amount to by the usual rules: brackets, then `*` and `/`, then `+` and `-`. `unit`: the kroner
/// in one of the field's unit. `is_formula`: whether the text began with `=`, so that brackets are never a minus.
///
/// # Errors
/// [`NumberError`] where they are no number.
pub(super) fn evaluate(
    tokens: &[Token],
    unit: Decimal,
    is_formula: bool,
) -> Result<Evaluated, NumberError> {
    let mut parser = Parser {
        tokens,
        unit,
        depth: 0,
        dash: Dash::default(),
        is_calculated: false,
        named: false,
    };
    let number = match parser.as_ledgers_print(is_formula)? {
        Some(number) => number,
        None => parser.whole()?,
    };
    let dash = parser.dash;
    Ok(Evaluated {
        number,
        is_calculated: parser.is_calculated,
        has_bare_dash: dash.is_outside || (dash.is_inside && !dash.has_operator_outside),
    })
}

/// Where dashes stand between numbers that have not each a unit of their own.
#[derive(Default, Clone, Copy)]
struct Dash {
    is_outside: bool,
    is_inside: bool,
    /// Whether any operator stands between numbers outside brackets.
    has_operator_outside: bool,
}

/// Whether a sign may stand first: not directly behind another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Allowed,
    Refused,
}

/// What stands before a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prefix {
    None,
    /// `kr.`
    Kroner,
}

/// A number, and whether what stands first and last in it has a unit of its own.
#[derive(Clone, Copy)]
struct Value {
    number: Decimal,
    is_first_named: bool,
    is_last_named: bool,
}

/// Its depth is bounded by the length of the text.
struct Parser<'a> {
    tokens: &'a [Token],
    /// Kroner in one of the field's unit.
    unit: Decimal,
    /// How many brackets are open.
    depth: usize,
    dash: Dash,
    is_calculated: bool,
    /// Whether a unit was named so far in the innermost bracket.
    named: bool,
}

impl Parser<'_> {
    fn peek(&self) -> Option<Token> {
        self.tokens.first().copied()
    }

    fn skip(&mut self) {
        let rest = invariant(self.tokens.get(1..), "only what was seen is skipped");
        self.tokens = rest.unwrap_or_default();
    }

    fn takes(&mut self, token: Token) -> bool {
        let found = self.peek() == Some(token);
        if found {
            self.skip();
        }
        found
    }

    /// Returns the number where the minus stands as ledgers print it: after the number (`4600-`), or as brackets around
    /// it (`(4.600)`).
    fn as_ledgers_print(&mut self, is_formula: bool) -> Result<Option<Decimal>, NumberError> {
        let all = self.tokens;
        if is_formula {
            return Ok(None);
        }
        let is_before_bracket = self.takes(Token::Kroner);
        let bracketed = self.takes(Token::Open);
        let prefix = match self.takes(Token::Kroner) || is_before_bracket {
            true => Prefix::Kroner,
            false => Prefix::None,
        };
        if let Some(Token::Number(number)) = self.peek() {
            self.skip();
            let mut number = self.in_unit(number, prefix)?;
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
        let value = self.sum()?;
        match self.peek() {
            None => Ok(value.number),
            Some(Token::Close) => Err(NumberError::Unfinished),
            Some(_) => Err(NumberError::NothingBetween),
        }
    }

    fn sum(&mut self) -> Result<Value, NumberError> {
        let mut left = self.product(Sign::Allowed)?;
        while let Some(Token::Operator(sign @ ('+' | '-'))) = self.peek() {
            self.skip();
            let right = self.product(Sign::Refused)?;
            self.computes();
            if sign == '-' && !(left.is_last_named && right.is_first_named) {
                self.dash.is_outside |= self.depth == 0;
                self.dash.is_inside |= self.depth > 0;
            }
            let signed = if sign == '-' {
                -right.number
            } else {
                right.number
            };
            left.number = left
                .number
                .checked_add(signed)
                .ok_or(NumberError::TooLarge)?;
            left.is_last_named = right.is_last_named;
        }
        Ok(left)
    }

    /// Returns the product that begins here.
    fn product(&mut self, sign: Sign) -> Result<Value, NumberError> {
        let mut left = self.factor(sign)?;
        while let Some(Token::Operator(operator @ ('*' | '/'))) = self.peek() {
            self.skip();
            let right = self.factor(Sign::Allowed)?;
            self.computes();
            left.number = if operator == '*' {
                left.number.checked_mul(right.number)
            } else if right.number.is_zero() {
                return Err(NumberError::DivisionByZero);
            } else {
                left.number.checked_div(right.number)
            }
            .ok_or(NumberError::TooLarge)?;
            left.is_last_named = right.is_last_named;
        }
        Ok(left)
    }

    fn computes(&mut self) {
        self.is_calculated = true;
        self.dash.has_operator_outside |= self.depth == 0;
    }

    fn factor(&mut self, allowed: Sign) -> Result<Value, NumberError> {
        match self.peek() {
            Some(Token::Operator(sign @ ('+' | '-'))) => {
                if allowed == Sign::Refused {
                    return Err(NumberError::TwoSigns);
                }
                self.skip();
                let mut value = self.factor(Sign::Refused)?;
                if sign == '-' {
                    value.number = -value.number;
                }
                Ok(value)
            }
            Some(Token::Kroner) => {
                self.skip();
                let negative = allowed == Sign::Allowed && self.takes(Token::Operator('-'));
                match self.peek() {
                    Some(Token::Number(number)) => {
                        self.skip();
                        let mut value = self.number(number, Prefix::Kroner)?;
                        if negative {
                            value.number = -value.number;
                        }
                        Ok(value)
                    }
                    Some(Token::Operator(_)) => Err(NumberError::TwoSigns),
                    _ => Err(NumberError::Unfinished),
                }
            }
            Some(Token::Number(number)) => {
                self.skip();
                self.number(number, Prefix::None)
            }
            Some(Token::Open) => {
                self.skip();
                let outside = std::mem::take(&mut self.named);
                self.depth += 1;
                let inside = self.sum()?;
                self.depth -= 1;
                if !self.takes(Token::Close) {
                    return Err(NumberError::Unfinished);
                }
                let number = self.after_bracket(inside.number)?;
                Ok(self.value(number, outside))
            }
            Some(Token::Scale(_) | Token::WholeKroner | Token::Operator(_) | Token::Close)
            | None => Err(NumberError::Unfinished),
        }
    }

    fn number(&mut self, number: Decimal, prefix: Prefix) -> Result<Value, NumberError> {
        let outside = std::mem::take(&mut self.named);
        let number = self.in_unit(number, prefix)?;
        Ok(self.value(number, outside))
    }

    /// Returns a number whose unit, if any, was just named. `outside`: whether a unit was named before it.
    fn value(&mut self, number: Decimal, outside: bool) -> Value {
        let is_named = self.named;
        self.named |= outside;
        Value {
            number,
            is_first_named: is_named,
            is_last_named: is_named,
        }
    }

    /// Takes the unit that follows a bracket, if any. Where a unit was named inside, `kr.` behind it adds nothing:
    /// `(4,6 mio.) kr.`.
    fn after_bracket(&mut self, number: Decimal) -> Result<Decimal, NumberError> {
        if self.named {
            self.takes(Token::Kroner);
            Ok(number)
        } else {
            self.in_unit(number, Prefix::None)
        }
    }

    /// Takes the unit that follows a number, if any; returns the number in the field's unit.
    fn in_unit(&mut self, number: Decimal, prefix: Prefix) -> Result<Decimal, NumberError> {
        let kroner = match self.peek() {
            Some(Token::Scale(kroner)) => {
                self.skip();
                self.takes(Token::Kroner);
                kroner
            }
            Some(Token::WholeKroner) => {
                self.skip();
                self.takes(Token::Kroner);
                1
            }
            Some(Token::Kroner) if prefix == Prefix::None => {
                self.skip();
                1
            }
            _ if prefix == Prefix::Kroner => 1,
            _ => return Ok(number),
        };
        self.named = true;
        number
            .checked_mul(Decimal::from(kroner))
            .and_then(|kroner| kroner.checked_div(self.unit))
            .ok_or(NumberError::TooLarge)
    }
}
