//! What is said about a text that was typed and could be read: what of it was not read, and what else it may mean. It is
//! known only while it is typed, so it is kept beside the document until it is answered.

use rust_decimal::Decimal;

use super::read::names_percent;
use super::{Form, Quantity};
use crate::danish::{AmountUnit, Signs, footnote_of, print_number, reading, says_direction};
use crate::domain::{Amount, Entry, ReimbursementRate, Slot};

/// An amount of fewer kroner, typed with `kr.` into a field of thousands, is asked about: it may be thousands that the
/// text it was copied from called kroner.
pub const KRONER_IN_THOUSANDS: i64 = 10_000;

/// What is said about a text that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// A footnote mark that was not read.
    Footnote(String),
    /// Three digits behind a comma, the last of them 0: `4,600`. What to type for thousands.
    Thousands(String),
    /// Few kroner in a field of thousands: `kr. -1.183`. What to type for so many thousands.
    FewKroner(String),
    /// A rate below one per cent without a per cent sign: `½`. What to type for that part of the whole: `50 %`.
    Fraction(String),
    /// So many groups of three digits with spaces between them that they may be numbers: `108 333 108 333`.
    Row(Vec<String>),
}

/// The remarks about a document that stand until they are answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remarks(Vec<Remarked>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Remarked {
    /// The field's name.
    field: String,
    /// What the field showed when it was typed into.
    shown: String,
    /// The sign convention in which it was typed: the other reading is one in that convention.
    signs: Signs,
    remark: Remark,
}

impl Remarks {
    /// Notes what is to be said about a text that has just been typed into a field, in place of what was said about it
    /// before.
    pub fn typed<F: Form>(&mut self, form: &F, field: F::Field, typed: &str, signs: Signs) {
        let name = F::name(field);
        self.answer(&name);
        for remark in remarks(form, field, typed) {
            self.0.push(Remarked {
                field: name.clone(),
                shown: form.shown(field),
                signs,
                remark,
            });
        }
    }

    /// Takes away what is said about a field.
    pub fn answer(&mut self, field: &str) {
        self.0.retain(|remarked| remarked.field != field);
    }

    /// Returns what is said about each field that still shows what was typed there in this sign convention.
    pub fn standing<F: Form>(&self, form: &F, signs: Signs) -> Vec<(F::Field, &Remark)> {
        // Most of the time nothing is to be said about anything.
        if self.0.is_empty() {
            return Vec::new();
        }
        let said_of = |field: F::Field| {
            let name = F::name(field);
            let stands = move |remarked: &&Remarked| {
                remarked.field == name
                    && remarked.signs == signs
                    && remarked.shown == form.shown(field)
            };
            let remarked = self.0.iter().filter(stands);
            remarked.map(move |remarked| (field, &remarked.remark))
        };
        form.fields().into_iter().flat_map(said_of).collect()
    }
}

/// Returns what is to be said about a text typed into a field that could be read.
fn remarks<F: Form>(form: &F, field: F::Field, typed: &str) -> Vec<Remark> {
    if !F::is_number(field) || form.error(field).is_some() {
        return Vec::new();
    }
    let quantity = F::quantity(field);
    let thousands = quantity.and_then(|_| as_thousands(typed).map(Remark::Thousands));
    let row = quantity
        .and_then(|_| form.position(field))
        .and_then(|_| may_be_row(typed).map(Remark::Row));
    let few_kroner = match quantity {
        Some(Quantity::Amount(AmountUnit::Thousands)) => few_kroner(typed).map(Remark::FewKroner),
        Some(Quantity::Amount(AmountUnit::Kroner) | Quantity::Number) | None => None,
    };
    let part = match form.slot(field) {
        Some(Slot::Rate(Entry::Value(rate))) => as_part(typed, *rate).map(Remark::Fraction),
        _ => None,
    };
    let footnote = footnote_of(typed).map(Remark::Footnote);
    footnote
        .into_iter()
        .chain(thousands)
        .chain(row)
        .chain(few_kroner)
        .chain(part)
        .collect()
}

/// Returns what a rate means if it was typed as a part of the whole: `50 %` for `½`.
fn as_part(typed: &str, rate: ReimbursementRate) -> Option<String> {
    let is_part = !rate.percent().is_zero() && rate.percent() < Decimal::ONE;
    let percent = rate.percent().checked_mul(Decimal::ONE_HUNDRED)?;
    (is_part && !names_percent(typed)).then(|| format!("{} %", print_number(percent)))
}

/// Returns the groups of a number whose thousands are grouped with spaces, where it has so many that it would be a
/// milliard.
fn may_be_row(typed: &str) -> Option<Vec<String>> {
    let groups: Vec<String> = typed.split_whitespace().map(str::to_owned).collect();
    let is_group = |group: &String| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit());
    (groups.len() >= 4 && groups.iter().skip(1).all(is_group)).then_some(groups)
}

/// Returns what a text means if its comma stands between thousands: `4.600` for `4,600`.
fn as_thousands(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let (whole, behind) = typed.split_once(',')?;
    let unit = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let decimals = behind.strip_suffix(unit)?;
    let is_in_kroner = || {
        let read = reading(typed, AmountUnit::Kroner);
        matches!(read, Ok(Some(read)) if read.is_in_kroner)
    };
    let digits = whole.trim_start_matches(|c: char| !c.is_ascii_digit());
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let can_be_thousands = (1..=3).contains(&digits.len()) && !digits.starts_with('0');
    let are_alike = is_number(digits)
        && decimals.len() == 3
        && decimals.ends_with('0')
        && !whole.contains('=')
        && (unit.is_empty() || is_in_kroner());
    (can_be_thousands && are_alike).then(|| format!("{whole}.{behind}"))
}

/// Returns what a text means without its unit, where it says so few kroner that they may be thousands: `−1.183` for
/// `kr. -1.183`.
fn few_kroner(typed: &str) -> Option<String> {
    let read = reading(typed, AmountUnit::Thousands).ok()??;
    let is_few =
        |amount: Amount| !amount.is_zero() && amount.kroner().abs() < KRONER_IN_THOUSANDS.into();
    if !read.is_in_kroner || read.is_calculated || !is_few(read.amount) {
        return None;
    }
    let signs = if says_direction(typed) {
        Signs::Words
    } else {
        Signs::MinusSaves
    };
    Some(signs.print(read.amount, AmountUnit::Kroner))
}
