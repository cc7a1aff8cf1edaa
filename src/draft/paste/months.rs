//! The months that stand above or beside the amounts of a plan.

use super::headings::plain;
use super::unit::is_number_word;
use crate::danish::month_beginning;
use crate::domain::Month;

/// A month that a heading names, and its year where it names one.
pub(super) type NamedMonth = (Month, Option<u16>);

/// Returns the months that a row of numbers stands for, which are headings: the twelve of a year, `1` to `12`.
pub(super) fn numbered_months(cells: &[String]) -> Option<Vec<Option<NamedMonth>>> {
    let number = |cell: &String| {
        let text = cell.trim();
        let number: usize = text.parse().ok().filter(|_| is_number_word(text))?;
        number.checked_sub(1)
    };
    let numbers: Vec<usize> = cells.iter().filter_map(number).collect();
    if !numbers.into_iter().eq(0..Month::ALL.len()) {
        return None;
    }
    let month = |cell| Some((*Month::ALL.get(number(cell)?)?, None));
    Some(cells.iter().map(month).collect())
}

/// Returns the month that a heading names, and its year where it names one: `JAN`, `jan.`, `Januar`, `jan-23`,
/// `01-04-2023`, `2023-04`.
pub(super) fn month_named(head: &str) -> Option<NamedMonth> {
    let head = plain(head);
    let words: Vec<&str> = head.split(' ').collect();
    if words.iter().all(|word| is_number_word(word)) {
        return month_of_date(&words);
    }
    // Excel writes `jan-23`.
    let (name, year) = match words.as_slice() {
        [name, year] if is_number_word(year) => (*name, year_of(year)),
        _ => (head.as_str(), None),
    };
    Some((month_beginning(name)?, year))
}

/// Returns the month and the year of a date that is split into its numbers.
fn month_of_date(words: &[&str]) -> Option<NamedMonth> {
    let is_year = |word: &str| word.len() == 4;
    let (month, year) = match words {
        [day, month, year] if day.len() <= 2 && month.len() <= 2 => (month, year),
        [year, month, day] if is_year(year) && month.len() <= 2 && day.len() <= 2 => (month, year),
        [month, year] if is_year(year) && month.len() <= 2 => (month, year),
        [year, month] if is_year(year) && month.len() == 2 => (month, year),
        _ => return None,
    };
    let month: usize = month.parse().ok()?;
    let month = Month::ALL.get(month.checked_sub(1)?)?;
    Some((*month, Some(year_of(year)?)))
}

fn year_of(word: &str) -> Option<u16> {
    let year: u16 = word.parse().ok()?;
    match word.len() {
        2 => Some(2000 + year),
        4 => (1990..=2100).contains(&year).then_some(year),
        _ => None,
    }
}

/// Returns whether a heading names a quarter of a year: `1. kvartal`, `Q1`.
pub(super) fn is_quarter(head: &str) -> bool {
    let head = plain(head);
    let words: Vec<&str> = head.split(' ').collect();
    let is_of_four = |word: &str| matches!(word, "1" | "2" | "3" | "4");
    match words.as_slice() {
        [number, "kvartal"] | ["kvartal", number] | ["kvt", number] | [number, "kvt"] => {
            is_of_four(number)
        }
        [word] => word.strip_prefix(['q', 'k']).is_some_and(is_of_four),
        _ => false,
    }
}
