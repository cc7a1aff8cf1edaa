//! What the cells of a table are that hold no amounts: names, years, sums.

use super::reading::is_amount;
use super::unit::{is_number_word, units_in};
use crate::danish::{AmountUnit, read_amount, small_letter};
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
        .chars()
        .map(small_letter)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns whether a row holds nothing at all.
pub(super) fn is_blank(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
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

/// Returns whether a row above amounts is one of headings: texts stand above more than one column of amounts, and no
/// amount stands among them.
pub(super) fn is_heading_line(cells: &[String], body: &[&[String]]) -> bool {
    let is_amount_column = |index: usize| {
        let mut below = body
            .iter()
            .filter_map(|row| row.get(index))
            .filter(|cell| !cell.trim().is_empty())
            .peekable();
        below.peek().is_some() && below.all(|cell| is_amount(cell))
    };
    let filled = || {
        let cells = cells.iter().enumerate();
        cells.filter(|(_, cell)| !cell.trim().is_empty())
    };
    let has_amount = filled().any(|(_, cell)| is_amount(cell));
    let above_amounts = filled().filter(|(index, _)| is_amount_column(*index));
    !has_amount && above_amounts.count() >= 2
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
    /// Whether several years stand there more than once: each has several columns.
    pub is_split: bool,
    /// A year that stands twice, and as which year it is read.
    pub twice: Option<(u16, u16)>,
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

/// How a year stands above a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// By itself, or with what it is: `2024`, `B2024`, `Budget 2024`, `'24`, `2024 1)`.
    Plain,
    /// With a unit or a price level, as a title can name one: `2024 (mio. kr.)`, `2024-pl`.
    Qualified,
    /// As an amount is printed: `2.024`.
    Pointed,
}

/// Returns what each of some cells says above a column. A corner that names the price level is no year, and neither are
/// amounts that could be years one by one.
fn columns_above(cells: &[String]) -> Vec<Head> {
    let found: Vec<Option<(u16, Form)>> = cells.iter().map(|cell| year_above(cell)).collect();
    let count = |form| found.iter().flatten().filter(|(_, of)| *of == form).count();
    let (plain, qualified, pointed) = (
        count(Form::Plain),
        count(Form::Qualified),
        count(Form::Pointed),
    );
    let first_filled = cells.iter().position(|cell| !cell.trim().is_empty());
    let are_pointed = pointed >= 3 && plain + qualified == 0;
    let head = |(index, cell): (usize, &String)| {
        let is_corner = plain >= 2 && Some(index) == first_filled;
        match found.get(index).copied().flatten() {
            Some((year, Form::Plain)) => Head::Year(year),
            Some((year, Form::Qualified)) if qualified + plain >= 2 && !is_corner => {
                Head::Year(year)
            }
            Some((year, Form::Pointed)) if are_pointed => Head::Year(year),
            _ if names_a_sum(cell) || names_a_span(cell) => Head::Sum,
            _ => Head::Other,
        }
    };
    cells.iter().enumerate().map(head).collect()
}

/// Returns the row of years that some cells are above these rows. The first of them can be a corner above names, which
/// says in which year's prices the amounts are, and is none of their years.
pub(super) fn heads_above(
    cells: &[String],
    may_be_few: bool,
    below: &[&[String]],
) -> Option<Heads> {
    let below: Vec<&[String]> = below.iter().copied().filter(|row| !is_blank(row)).collect();
    let has_headings_below = below.split_first().is_some_and(|(first, rest)| {
        // The line below can be one of headings, too.
        is_heading_line(first, rest)
    });
    let first_cell = |row: &[String]| row.first().is_some_and(|cell| is_name(cell));
    let is_above_names = cells.first().is_none_or(|cell| cell.trim().is_empty())
        && below.iter().any(|row| first_cell(row));
    let may_be_one = has_headings_below || is_above_names;
    match corner(cells, &below) {
        None => read_heads(cells, may_be_few, may_be_one),
        Some((corner, is_certain)) => {
            let mut cells = cells.to_vec();
            if let Some(cell) = cells.get_mut(corner) {
                cell.clear();
            }
            let heads = read_heads(&cells, may_be_few, may_be_one)?;
            Some(Heads {
                is_odd: heads.is_odd || !is_certain,
                ..heads
            })
        }
    }
}

/// Returns the corner above names that some cells begin with, where it names a year: its place, and whether it is certain
/// that it is one and not the first of the years.
fn corner(cells: &[String], below: &[&[String]]) -> Option<(usize, bool)> {
    let first = cells.iter().position(|cell| !cell.trim().is_empty())?;
    let (year, form) = year_above(cells.get(first)?)?;
    let mut under = below.iter().filter_map(|row| row.get(first));
    let is_above_names = under.clone().any(|cell| is_name(cell));
    if !is_above_names || under.any(|cell| is_amount(cell)) {
        return None;
    }
    let others = || {
        let others = cells.iter().skip(first + 1);
        others.filter_map(|cell| year_above(cell))
    };
    let is_repeated = others().next().is_some_and(|(next, _)| next == year);
    let is_alone = form == Form::Qualified && others().any(|(_, other)| other != form);
    if is_repeated || is_alone {
        return Some((first, true));
    }
    let last = |row: &[String]| row.iter().rposition(|cell| !cell.trim().is_empty());
    let is_as_wide = last(cells) == below.iter().filter_map(|row| last(row)).max();
    (form == Form::Qualified && is_as_wide && others().next().is_some()).then_some((first, false))
}

/// Returns whether a text names the price level of amounts and nothing else: `2025-pl`.
pub(super) fn is_price_level(text: &str) -> bool {
    let text = plain(text);
    let level = text
        .strip_suffix(" pl")
        .or_else(|| text.strip_suffix(" p l"));
    let level = level.or_else(|| text.strip_prefix("pl "));
    level.is_some_and(|level| year(level).is_some())
}

/// Returns the row of years that some cells are. Four consecutive years are always headings; fewer, or years that are
/// out of order, only where `may_be_few`: above the amounts.
pub(super) fn heads(cells: &[String], may_be_few: bool) -> Option<Heads> {
    read_heads(cells, may_be_few, false)
}

/// The same; a single year that stands several times is a heading where `may_be_one`.
fn read_heads(cells: &[String], may_be_few: bool, may_be_one: bool) -> Option<Heads> {
    let mut columns = columns_above(cells);
    let years: Vec<u16> = columns
        .iter()
        .filter_map(|head| match head {
            Head::Year(year) => Some(*year),
            Head::Sum | Head::Other => None,
        })
        .collect();
    let steps = |holds: &dyn Fn(i32) -> bool| {
        let mut pairs = years.iter().zip(years.iter().skip(1));
        pairs.all(|(a, b)| holds(i32::from(*b) - i32::from(*a)))
    };
    let in_order = steps(&|step| step == 1) || steps(&|step| step == -1);
    // Years that follow one another with years between them that are not there.
    let has_gaps = steps(&|step| (1..10).contains(&step)) || steps(&|step| (-9..0).contains(&step));
    let distinct: std::collections::BTreeSet<u16> = years.iter().copied().collect();
    let holds_nothing_else = cells.iter().zip(&columns).all(|(cell, head)| {
        *head != Head::Other
            || cell.trim().is_empty()
            || is_name(cell)
            || !has_digit(cell)
            || is_price_level(cell)
            || !units_in(cell).is_empty()
    });
    let are_heads = match years.len() {
        0 => false,
        4.. if in_order => true,
        // One year alone can be part of a title.
        1 => may_be_few && holds_nothing_else && cells.iter().any(|cell| is_bare_year(cell)),
        _ if in_order || has_gaps => may_be_few && holds_nothing_else,
        4.. if distinct.len() >= 2 => may_be_few && holds_nothing_else,
        // `B2024 R2024` is no row of amounts.
        _ if distinct.len() == 1 => {
            let are_bare = || cells.iter().any(|cell| is_bare_year(cell));
            may_be_few && holds_nothing_else && (may_be_one || !are_bare())
        }
        _ => may_be_few && holds_nothing_else,
    };
    if !are_heads {
        return None;
    }
    let is_repeated = distinct.len() < years.len();
    let is_twice = distinct.len() + 1 == years.len() && is_slip(cells, &columns);
    let is_split = is_repeated && !is_twice;
    let mut twice = None;
    if is_twice && let Some(first) = years.first() {
        // A year that stands twice is a slip of the pen: the columns follow one another.
        let mut next = *first;
        for head in &mut columns {
            if let Head::Year(year) = head {
                if *year != next {
                    twice = twice.or(Some((*year, next)));
                }
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
        None if !has_sum => columns.push(Head::Sum),
        None | Some(_) => {}
    }
    Some(Heads {
        columns,
        is_odd: !in_order && !has_gaps && !is_split,
        is_split,
        twice,
    })
}

/// Returns whether a year that stands twice is a slip of the pen. Side by side, or named otherwise (`B2024`, `R2024`),
/// they are two columns of one year.
fn is_slip(cells: &[String], columns: &[Head]) -> bool {
    let years = cells
        .iter()
        .zip(columns)
        .filter_map(|(cell, head)| match head {
            Head::Year(year) => Some((*year, plain(cell))),
            Head::Sum | Head::Other => None,
        });
    let years: Vec<(u16, String)> = years.collect();
    let mut pairs = years.iter().zip(years.iter().skip(1));
    let are_beside = pairs.any(|((one, _), (other, _))| one == other);
    let are_alike = years.iter().enumerate().all(|(place, (year, name))| {
        let mut before = years.iter().take(place);
        before.all(|(other, called)| other != year || called == name)
    });
    !are_beside && are_alike
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

/// Returns the year of a heading, and how it stands there.
fn year_above(text: &str) -> Option<(u16, Form)> {
    let text = without_marks(text.trim());
    if text.chars().count() > 40 || text.starts_with(['-', '\u{2212}', '\u{2013}', '+']) {
        return None;
    }
    if let Some(digits) = text.strip_prefix(['\'', '\u{2019}', '\u{2018}']) {
        let is_short = digits.len() == 2 && is_number_word(digits);
        let short: u16 = digits.parse().ok().filter(|_| is_short)?;
        return Some((2000 + short, Form::Plain));
    }
    if let Some((thousands, rest)) = text.split_once('.')
        && thousands.len() == 1
        && rest.len() == 3
        && is_number_word(rest)
    {
        return Some((year(&format!("{thousands}{rest}"))?, Form::Pointed));
    }
    let (words, has_unit) = words_without_unit(text);
    // `BO2025` is the year 2025, and `OS1` and `BO1` say which of the years after the budget's it is.
    let parts = words.iter().filter(|word| has_digit(word)).map(|word| {
        let digits = word.trim_start_matches(|c: char| c.is_alphabetic());
        (word.chars().count() - digits.chars().count(), digits)
    });
    let numbers: Vec<(usize, &str)> = parts
        .filter(|(letters, digits)| !((1..=3).contains(letters) && digits.len() == 1))
        .collect();
    match numbers.as_slice() {
        [(letters, digits)] if *letters <= 3 => {
            let form = if has_unit {
                Form::Qualified
            } else {
                Form::Plain
            };
            Some((year(digits)?, form))
        }
        _ => None,
    }
}

/// Returns whether a heading names a year.
pub(super) fn names_a_year(text: &str) -> bool {
    year_above(text).is_some()
}

/// Returns the words of a heading without those of its unit and price level, and whether it has any.
fn words_without_unit(text: &str) -> (Vec<String>, bool) {
    let all = plain(text);
    let mut words: Vec<String> = Vec::new();
    let mut has_unit = false;
    for word in all.split(' ') {
        let is_unit = matches!(
            word,
            "kr" | "t" | "tkr" | "tusind" | "mio" | "mill" | "mia" | "dkk" | "pl" | "p" | "l"
        );
        has_unit |= is_unit;
        if is_unit {
            // `1.000 kr.`
            while words.len() > 1 && words.last().is_some_and(|last| last == "000") {
                words.pop();
            }
            if matches!(words.last().map(String::as_str), Some("1" | "1000")) {
                words.pop();
            }
        } else {
            words.push(word.to_owned());
        }
    }
    (words, has_unit)
}

/// Returns a heading without the footnote marks behind it: `2025 1)`, `2025¹`, `2025*`.
fn without_marks(text: &str) -> &str {
    let is_small = |c: char| matches!(c, '*' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁾' | '⁽' | ' ');
    let text = text.trim_end_matches(is_small);
    let Some((before, mark)) = text.rsplit_once(' ') else {
        return text;
    };
    let mark = mark.strip_prefix('(').unwrap_or(mark);
    match mark.strip_suffix(')') {
        Some(digits) if digits.len() <= 2 && is_number_word(digits) => before.trim_end(),
        _ => text,
    }
}

/// Returns what a heading says besides its year, where it has one. Its unit may be there.
pub(super) fn besides_year(text: &str) -> String {
    match year_above(text) {
        Some((year, _)) => text.replacen(&year.to_string(), " ", 1),
        None => text.to_owned(),
    }
}

/// Returns whether a heading names the years that a sum is over: `2024-2027`, `2024-27`.
fn names_a_span(text: &str) -> bool {
    let name = plain(text);
    let numbers: Vec<&str> = name.split(' ').filter(|word| has_digit(word)).collect();
    let letterless = |word: &&&str| {
        let digits = word.trim_start_matches(|c: char| c.is_alphabetic());
        year(digits).is_some()
    };
    if numbers.len() >= 2 && numbers.iter().filter(letterless).count() == numbers.len() {
        return true;
    }
    let parts: Vec<&str> = text.split(['-', '\u{2013}']).map(str::trim).collect();
    matches!(parts.as_slice(), [from, to] if is_number_word(from) && is_number_word(to))
}
