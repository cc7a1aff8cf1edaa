//! What the cells of a table are that hold no amounts: names, years, sums.

use crate::danish::{AmountUnit, read_amount};
use crate::domain::invariant;

/// Returns whether a row or column with this name holds sums.
pub(super) fn names_a_sum(text: &str) -> bool {
    let name = plain(text);
    let begins = [
        "i alt",
        "ialt",
        "total",
        "sum",
        "alle indsatser",
        "alle år",
        "samlet",
    ]
    .iter()
    .any(|sum| {
        name == *sum
            || name
                .strip_prefix(sum)
                .is_some_and(|rest| rest.starts_with(' '))
    });
    begins || name.ends_with(" i alt")
}

/// Returns a heading without capitals, dots, dashes and repeated spaces, so that small differences in print do not
/// matter.
pub(super) fn plain(text: &str) -> String {
    let letters: String = text
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns whether a row holds nothing at all.
pub(super) fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
}

/// Returns whether a word is a number without a sign.
pub(super) fn is_number_word(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
}

/// Returns whether a text is a name. `0,5 mio. kr.` has letters too, and is none.
pub(super) fn is_name(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !text.starts_with('#')
        && read_amount(text, AmountUnit::Kroner).is_err()
}

/// Returns whether a text before a row is nothing, or its number on the printed form.
pub(super) fn is_row_number(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    text.len() <= 3 && text.chars().all(|c| c.is_ascii_digit())
}

/// What stands above a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// A year.
    Year(u16),
    /// Sums over the years.
    Sum,
    /// Nothing, or something else.
    Other,
}

/// A row of years.
pub(super) struct Heads {
    /// What each column holds.
    pub columns: Vec<Head>,
    /// Whether the years are not in order, or one of them stands twice.
    pub is_odd: bool,
}

impl Heads {
    /// Returns the first column that is a year.
    pub fn first(&self) -> usize {
        let is_year = |head: &Head| matches!(head, Head::Year(_));
        let first = self.columns.iter().position(is_year);
        invariant(first, "a row of years has one").unwrap_or_default()
    }

    /// Returns the earliest year.
    pub fn earliest(&self) -> Option<u16> {
        self.years().min()
    }

    /// Returns the years, in the order of their columns.
    pub fn years(&self) -> impl Iterator<Item = u16> {
        self.columns.iter().filter_map(|head| match head {
            Head::Year(year) => Some(*year),
            Head::Sum | Head::Other => None,
        })
    }
}

/// Returns the row of years that some cells are. Four consecutive years are always headings; fewer, or years that are
/// out of order, only where `may_be_few`: above the amounts.
pub(super) fn heads(cells: &[String], may_be_few: bool) -> Option<Heads> {
    let mut columns: Vec<Head> = cells.iter().map(|cell| head(cell)).collect();
    let years: Vec<u16> = columns
        .iter()
        .filter_map(|head| match head {
            Head::Year(year) => Some(*year),
            Head::Sum | Head::Other => None,
        })
        .collect();
    let steps = |step: i32| {
        let pairs = years.iter().zip(years.iter().skip(1));
        pairs
            .into_iter()
            .all(|(a, b)| i32::from(*b) - i32::from(*a) == step)
    };
    let in_order = steps(1) || steps(-1);
    let distinct: std::collections::BTreeSet<u16> = years.iter().copied().collect();
    let holds_nothing_else = cells.iter().zip(&columns).all(|(cell, head)| {
        *head != Head::Other || cell.trim().is_empty() || is_name(cell) || !has_digit(cell)
    });
    let are_heads = match years.len() {
        0 => false,
        4.. if in_order => true,
        // One year alone can be part of a title.
        1 => may_be_few && holds_nothing_else && cells.iter().any(|cell| is_bare_year(cell)),
        _ if in_order => may_be_few && holds_nothing_else,
        _ => may_be_few && holds_nothing_else && distinct.len() >= 3,
    };
    if !are_heads {
        return None;
    }
    if !in_order && let Some(first) = years.first() {
        // A year that stands twice is a slip of the pen: the columns follow one another.
        let is_slip = distinct.len() < years.len();
        let mut next = *first;
        for head in &mut columns {
            if let Head::Year(year) = head
                && is_slip
            {
                *year = next;
                next += 1;
            }
        }
    }
    // A column without a heading beside the last year is that of the sums.
    let last = columns
        .iter()
        .rposition(|head| matches!(head, Head::Year(_)));
    let last = invariant(last, "a row of years has one").unwrap_or_default();
    let has_sum = columns.contains(&Head::Sum);
    match columns.get_mut(last + 1) {
        Some(head @ Head::Other) if !has_sum => {
            if cells
                .get(last + 1)
                .is_none_or(|cell| cell.trim().is_empty())
            {
                *head = Head::Sum;
            }
        }
        None => columns.push(Head::Sum),
        Some(_) => {}
    }
    Some(Heads {
        columns,
        is_odd: !in_order,
    })
}

fn has_digit(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
}

fn is_bare_year(text: &str) -> bool {
    is_number_word(text.trim()) && year(text.trim()).is_some()
}

fn year(word: &str) -> Option<u16> {
    let is_year = word.len() == 4 && is_number_word(word);
    let year: u16 = word.parse().ok().filter(|_| is_year)?;
    (1990..=2100).contains(&year).then_some(year)
}

/// Returns what a heading says: `2024`, `B2024`, `Budget 2024`; `I alt`, `2024-2027`.
fn head(text: &str) -> Head {
    let text = text.trim();
    if text.chars().count() > 40 {
        return Head::Other;
    }
    let name = plain(text);
    let words: Vec<&str> = name.split(' ').collect();
    // `BO2025` is the year 2025.
    let years: Vec<u16> = words
        .iter()
        .filter_map(|word| {
            let digits = word.trim_start_matches(|c: char| c.is_alphabetic());
            let letters = word.chars().count() - digits.chars().count();
            year(digits).filter(|_| letters <= 3)
        })
        .collect();
    let others = words.iter().filter(|word| has_digit(word)).count();
    match years.as_slice() {
        [_, _, ..] if others == years.len() => Head::Sum,
        [year]
            if others == 1
                && !text.starts_with(['-', '\u{2212}', '\u{2013}', '+'])
                && !["kr", "t", "tkr", "mio", "pl", "p"]
                    .iter()
                    .any(|word| words.contains(word)) =>
        {
            Head::Year(*year)
        }
        _ if names_a_sum(text) => Head::Sum,
        _ => {
            let parts: Vec<&str> = text.split(['-', '\u{2013}']).map(str::trim).collect();
            match parts.as_slice() {
                // `2024-27`.
                [from, to] if is_number_word(from) && is_number_word(to) => Head::Sum,
                _ => Head::Other,
            }
        }
    }
}
