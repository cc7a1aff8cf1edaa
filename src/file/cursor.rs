//! A value in a JSON document, and the path that leads to it.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::path::{Segment, spell};
use super::refusal::{Expected, Reason, Refusal};
use crate::domain::Id;

/// A value and the path to it. The path is a chain, and is spelt out only when something is refused.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    value: &'a Value,
    /// The value around this one, and the segment of the path that leads here from there; `None` for the whole document.
    from: Option<(&'a Cursor<'a>, Segment<'a>)>,
}

impl<'a> Cursor<'a> {
    pub(super) fn root(value: &'a Value) -> Self {
        Self { value, from: None }
    }

    pub(super) fn refuse(&self, reason: Reason) -> Refusal {
        let mut segments: Vec<Segment<'_>> =
            std::iter::successors(self.from, |(around, _)| around.from)
                .map(|(_, segment)| segment)
                .collect();
        segments.reverse();
        Refusal {
            path: spell(segments),
            reason,
        }
    }

    fn expected(&self, expected: Expected) -> Refusal {
        self.refuse(Reason::Expected(expected))
    }

    fn object(&self) -> Result<&'a Map<String, Value>, Refusal> {
        self.value
            .as_object()
            .ok_or_else(|| self.expected(Expected::Object))
    }

    /// Refuses what is no object, and an object with a member that is not named here: it would be lost.
    pub(super) fn only(&'a self, names: &[&str]) -> Result<(), Refusal> {
        match self
            .object()?
            .iter()
            .find(|(name, _)| !names.contains(&name.as_str()))
        {
            None => Ok(()),
            Some((name, value)) => Err(self
                .to(value, Segment::Member(name))
                .refuse(Reason::Unknown)),
        }
    }

    fn to(&'a self, value: &'a Value, segment: Segment<'a>) -> Self {
        Self {
            value,
            from: Some((self, segment)),
        }
    }

    pub(super) fn field(&'a self, name: &'a str) -> Result<Self, Refusal> {
        match self.object()?.get(name) {
            Some(value) => Ok(self.to(value, Segment::Member(name))),
            None => Err(self
                .to(&Value::Null, Segment::Member(name))
                .refuse(Reason::Missing)),
        }
    }

    /// Returns the items of a list of at most so many.
    pub(super) fn items(
        &'a self,
        most: usize,
    ) -> Result<impl ExactSizeIterator<Item = Self>, Refusal> {
        let list = self
            .value
            .as_array()
            .ok_or_else(|| self.expected(Expected::List))?;
        if list.len() > most {
            return Err(self.refuse(Reason::TooMany(most)));
        }
        Ok(list
            .iter()
            .enumerate()
            .map(|(index, value)| self.to(value, Segment::Item(index))))
    }

    /// Returns the items of a list of exactly `N`, read one by one.
    pub(super) fn array<T: Default + Clone, const N: usize>(
        &'a self,
        read: impl Fn(&Cursor<'_>) -> Result<T, Refusal>,
    ) -> Result<[T; N], Refusal> {
        let items: Vec<T> = self
            .items(usize::MAX)?
            .map(|item| read(&item))
            .collect::<Result<_, _>>()?;
        items
            .try_into()
            .map_err(|_| self.expected(Expected::ListOf(N)))
    }

    pub(super) fn is_null(&self) -> bool {
        self.value.is_null()
    }

    /// Returns a text of any length: one that is too long for its field was typed there, and is not lost.
    pub(super) fn text(&self) -> Result<&'a str, Refusal> {
        self.value
            .as_str()
            .ok_or_else(|| self.expected(Expected::Text))
    }

    /// Returns the text of `{"unreadable": "…"}`, if that is what the value is.
    pub(super) fn unreadable(&'a self) -> Result<Option<String>, Refusal> {
        if !self.value.is_object() {
            return Ok(None);
        }
        self.only(&["unreadable"])?;
        Ok(Some(self.field("unreadable")?.text()?.to_owned()))
    }

    /// Returns a number, digit for digit as the file has it.
    pub(super) fn number(&self) -> Result<Decimal, Refusal> {
        let expected = || self.expected(Expected::NumberOrBlank);
        let Value::Number(number) = self.value else {
            return Err(expected());
        };
        let digits = number.as_str();
        let read = match digits.split_once(['e', 'E']) {
            None => Decimal::from_str_exact(digits),
            // Reading a power of ten rounds the digits before it, unless they fit as they stand.
            Some((before, _)) => {
                Decimal::from_str_exact(before).and_then(|_| Decimal::from_scientific(digits))
            }
        };
        read.map_err(|_| self.refuse(Reason::AmountOutOfBounds))
    }

    pub(super) fn whole_number(&self) -> Result<i64, Refusal> {
        self.value
            .as_i64()
            .ok_or_else(|| self.expected(Expected::WholeNumber))
    }

    pub(super) fn id(&self) -> Result<Id, Refusal> {
        Id::parse(self.text()?).ok_or_else(|| self.expected(Expected::Identity))
    }
}
