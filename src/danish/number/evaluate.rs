//! The number that tokens amount to.

use rust_decimal::Decimal;

use super::error::NumberError;
use super::token::Token;
use super::unit::MAY_BE_KRONER;
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
    /// Whether a number without a unit stands in a sum before one with another unit than the field's, which may be meant
    /// for both, or is so large beside an amount with a unit that it may be kroner.
    pub(super) has_unclear_unit: bool,
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
        has_unclear_unit: false,
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
        has_unclear_unit: parser.has_unclear_unit,
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

/// The unit that stands before a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prefix {
    None,
    /// `kr.`
    Kroner,
    /// `t.kr.`, `mio.`, `mia.`: the kroner in one of them.
    Scale(i64),
}

/// The unit that a value was given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    /// None: it is a plain number, in the field's unit where it is an amount.
    None,
    /// The field's own, in all parts of it.
    FieldUnit,
    /// Another one, in a part of it at least.
    OtherUnit,
}

/// A number, and whether what stands first and last in it has a unit of its own.
#[derive(Clone, Copy)]
struct Value {
    number: Decimal,
    named: Named,
    /// The number as it was written and what it was multiplied by for its unit, where it is a single one that has a unit.
    written: Option<(Decimal, Decimal)>,
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
    has_unclear_unit: bool,
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
        let before = self.prefix();
        let bracketed = self.takes(Token::Open);
        let prefix = match before {
            Prefix::None => self.prefix(),
            before => before,
        };
        if let Some(Token::Number(number)) = self.peek() {
            self.skip();
            let factor = self.factor_of_unit(prefix)?;
            let mut number = times(number, factor)?;
            if bracketed && self.takes(Token::Close) {
                number = times(number, self.factor_behind_bracket()?)?;
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
        let mut has_plain = left.named == Named::None;
        let mut has_large = self.may_be_kroner(left);
        let mut has_small = is_below_unit(left);
        while let Some(Token::Operator(sign @ ('+' | '-'))) = self.peek() {
            self.skip();
            let right = self.product(Sign::Refused)?;
            self.has_unclear_unit |= has_plain && right.named == Named::OtherUnit;
            has_plain |= right.named == Named::None;
            has_large |= self.may_be_kroner(right);
            has_small |= is_below_unit(right);
            // Beside kroner, thousands without a word are as likely kroner.
            self.has_unclear_unit |= has_small && has_plain;
            let has_named = left.named != Named::None || right.named != Named::None;
            self.has_unclear_unit |= has_large && has_named;
            left.named = match (left.named, right.named) {
                (Named::None, other) | (other, Named::None) => other,
                (Named::FieldUnit, Named::FieldUnit) => Named::FieldUnit,
                _ => Named::OtherUnit,
            };
            left.written = None;
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

    /// Returns whether a number without a unit is so large that it may be kroner, beside amounts in words: `2 mio. + 300.000`
    /// in a field of thousands.
    fn may_be_kroner(&self, value: Value) -> bool {
        let is_large = value.number.abs() >= MAY_BE_KRONER;
        value.named == Named::None && self.unit != Decimal::ONE && is_large
    }

    /// Returns the product that begins here.
    fn product(&mut self, sign: Sign) -> Result<Value, NumberError> {
        let mut left = self.factor(sign)?;
        while let Some(Token::Operator(operator @ ('*' | '/'))) = self.peek() {
            self.skip();
            let right = self.factor(Sign::Allowed)?;
            self.computes();
            let is_last_named = right.is_last_named;
            left = match operator {
                '*' => multiplied(left, right)?,
                _ => divided(left, right)?,
            };
            left.is_last_named = is_last_named;
        }
        Ok(left)
    }

    /// Takes the unit that stands before a number, if any.
    fn prefix(&mut self) -> Prefix {
        match self.peek() {
            Some(Token::Kroner) => {
                self.skip();
                Prefix::Kroner
            }
            Some(Token::Scale(kroner)) => {
                self.skip();
                self.takes(Token::Kroner);
                Prefix::Scale(kroner)
            }
            _ => Prefix::None,
        }
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
                    value = value.negated();
                }
                Ok(value)
            }
            Some(Token::Kroner | Token::Scale(_)) => {
                let prefix = self.prefix();
                let negative = allowed == Sign::Allowed && self.takes(Token::Operator('-'));
                match self.peek() {
                    Some(Token::Number(number)) => {
                        self.skip();
                        let value = self.number(number, prefix)?;
                        Ok(if negative { value.negated() } else { value })
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
                let factor = self.factor_behind_bracket()?;
                let named = match factor {
                    Some(factor) => named_by(factor),
                    None => inside.named,
                };
                let number = times(inside.number, factor)?;
                Ok(self.value(number, named, outside))
            }
            Some(Token::WholeKroner | Token::Operator(_) | Token::Close) | None => {
                Err(NumberError::Unfinished)
            }
        }
    }

    fn number(&mut self, number: Decimal, prefix: Prefix) -> Result<Value, NumberError> {
        let outside = std::mem::take(&mut self.named);
        let factor = self.factor_of_unit(prefix)?;
        let named = factor.map_or(Named::None, named_by);
        let value = self.value(times(number, factor)?, named, outside);
        Ok(Value {
            written: factor.map(|factor| (number, factor)),
            ..value
        })
    }

    /// Returns a number whose unit, if any, was just named. `outside`: whether a unit was named before it.
    fn value(&mut self, number: Decimal, named: Named, outside: bool) -> Value {
        let is_named = self.named;
        self.named |= outside;
        Value {
            number,
            named,
            written: None,
            is_first_named: is_named,
            is_last_named: is_named,
        }
    }

    /// Takes the unit that follows a bracket, if any; returns how many of the field's unit it is. Where a unit was named
    /// inside, `kr.` behind it adds nothing: `(4,6 mio.) kr.`.
    fn factor_behind_bracket(&mut self) -> Result<Option<Decimal>, NumberError> {
        if self.named {
            self.takes(Token::Kroner);
            Ok(None)
        } else {
            self.factor_of_unit(Prefix::None)
        }
    }

    /// Takes the unit that follows a number, if any; returns how many of the field's unit the number's unit is, `None`
    /// where it has none.
    fn factor_of_unit(&mut self, prefix: Prefix) -> Result<Option<Decimal>, NumberError> {
        let kroner = match (prefix, self.peek()) {
            // A second unit is left over.
            (Prefix::Scale(kroner), _) => kroner,
            (_, Some(Token::Scale(kroner))) => {
                self.skip();
                self.takes(Token::Kroner);
                kroner
            }
            (_, Some(Token::WholeKroner)) => {
                self.skip();
                self.takes(Token::Kroner);
                1
            }
            (Prefix::None, Some(Token::Kroner)) => {
                self.skip();
                1
            }
            (Prefix::Kroner, _) => 1,
            (Prefix::None, _) => return Ok(None),
        };
        self.named = true;
        let factor = Decimal::from(kroner).checked_div(self.unit);
        factor.ok_or(NumberError::TooLarge).map(Some)
    }
}

impl Value {
    fn negated(self) -> Self {
        Self {
            number: -self.number,
            written: self.written.map(|(number, factor)| (-number, factor)),
            ..self
        }
    }
}

/// Returns what a unit is of which so many of the field's unit make one.
/// Returns whether a value is a number with a unit that is less than the field's: kroner in a field of thousands.
fn is_below_unit(value: Value) -> bool {
    value
        .written
        .is_some_and(|(_, factor)| factor < Decimal::ONE)
}

fn named_by(factor: Decimal) -> Named {
    if factor == Decimal::ONE {
        Named::FieldUnit
    } else {
        Named::OtherUnit
    }
}

fn times(number: Decimal, factor: Option<Decimal>) -> Result<Decimal, NumberError> {
    let factor = factor.unwrap_or(Decimal::ONE);
    number.checked_mul(factor).ok_or(NumberError::TooLarge)
}

/// Returns a product: of two numbers, or of a number and an amount.
fn multiplied(left: Value, right: Value) -> Result<Value, NumberError> {
    let named = match (left.named, right.named) {
        (Named::None, named) | (named, Named::None) => named,
        _ => return Err(NumberError::NotAnAmount),
    };
    Ok(Value {
        number: times(left.number, Some(right.number))?,
        named,
        written: None,
        ..left
    })
}

/// Returns a quotient. The unit of a fraction is behind it: `1/2 mio.`.
fn divided(left: Value, right: Value) -> Result<Value, NumberError> {
    let (divisor, factor, named) = match (left.named, right.named) {
        (named, Named::None) => (right.number, None, named),
        (Named::None, named) => match right.written {
            Some((number, factor)) => (number, Some(factor), named),
            None => return Err(NumberError::NotAnAmount),
        },
        // How many times one amount is another is a number.
        _ => (right.number, None, Named::None),
    };
    if divisor.is_zero() {
        return Err(NumberError::DivisionByZero);
    }
    let quotient = left.number.checked_div(divisor);
    Ok(Value {
        number: times(quotient.ok_or(NumberError::TooLarge)?, factor)?,
        named,
        written: None,
        ..left
    })
}
