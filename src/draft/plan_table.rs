//! A matrix that is pasted whole, as the printed plans have it: months above, names or numbers before the rows,
//! sums at the end of each row and below them.

use super::table::{names_a_sum, plain};
use super::{Block, Form, Pasted, amount_entry};
use crate::danish::{AmountUnit, Direction, Signs, is_turned, read_amount, says_direction};
use crate::domain::{ActionPlan, Amount, Entry, Id, Month, PlanField, RowText, StatedSum, limits};

/// What a column of the table holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Month(Month),
    Total,
    Unknown,
}

/// Places a table by its headings. `None` when it has none, or does not begin in a cell of a month.
pub(super) fn paste(
    plan: &mut ActionPlan,
    start: PlanField,
    block: &Block,
    signs: Signs,
) -> Option<Pasted> {
    let (first_row, first_column) = Form::position(plan, start)?;
    let rows: Vec<&[String]> = block.rows().collect();
    let (above, columns, body) = columns(&rows, first_column)?;
    let mut pasted = Pasted::default();
    let titles = above.iter().flat_map(|row| row.iter());
    titles.for_each(|text| pasted.leave_out(text));
    let mut summed: Vec<Id> = Vec::new();
    let mut row = first_row;
    for cells in body {
        let named: Vec<(Column, &str)> = columns
            .iter()
            .copied()
            .chain(std::iter::repeat(Column::Unknown))
            .zip(cells.iter().map(String::as_str))
            .collect();
        let is_sum = named
            .iter()
            .any(|(column, text)| *column == Column::Name && names_a_sum(text));
        if is_sum {
            keep_sum(plan, start, &named, &summed, signs, &mut pasted);
            summed.clear();
            continue;
        }
        let has_content = named.iter().any(|(column, text)| match column {
            Column::Name => is_name(text),
            Column::Month(_) | Column::Total | Column::Unknown => !text.trim().is_empty(),
        });
        while has_content && plan.cell(start, row, 0).is_none() && plan.grow(start) {
            pasted.rows_added += 1;
        }
        if let Some(id) = plan.focus_areas.get(row).map(|row| row.id) {
            if has_content {
                summed.push(id);
            }
            for (column, text) in named {
                place(plan, start, id, (row, column), text, signs, &mut pasted);
            }
        } else {
            // A printed form numbers rows that are empty.
            let left_out = named
                .iter()
                .filter(|(column, text)| *column != Column::Name || is_name(text));
            left_out.for_each(|(_, text)| pasted.leave_out(text));
        }
        row += 1;
    }
    Some(pasted)
}

/// Whether a text before a row is nothing, or its number on the printed form.
fn is_blank_name(text: &str) -> bool {
    let text = text.trim();
    text.len() <= 3 && text.chars().all(|c| c.is_ascii_digit())
}

/// Whether a text before a row is a name and not just its number.
fn is_name(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn place(
    plan: &mut ActionPlan,
    start: PlanField,
    id: Id,
    (row, column): (usize, Column),
    text: &str,
    signs: Signs,
    pasted: &mut Pasted,
) {
    match column {
        Column::Month(month) => match plan.cell(start, row, month.index()) {
            Some(field) => pasted.write(plan, field, text, signs),
            None => pasted.leave_out(text),
        },
        Column::Total => match plan.stated(start, row, Month::ALL.len()) {
            Some(field) => pasted.state(plan, field, text, signs),
            None => pasted.leave_out(text),
        },
        Column::Name => {
            let area = PlanField::Text(id, RowText::Area);
            let is_name = is_name(text);
            let stands = plan.shown(area);
            if is_name && stands.trim().is_empty() {
                pasted.write(plan, area, text.trim(), signs);
            } else if !is_blank_name(text) && stands.trim() != text.trim() {
                pasted.leave_out(text);
            }
        }
        Column::Unknown => pasted.leave_out(text),
    }
}

/// Keeps a sum row beside the rows above it. A plan that holds no more of them leaves it out.
fn keep_sum(
    plan: &mut ActionPlan,
    start: PlanField,
    named: &[(Column, &str)],
    summed: &[Id],
    signs: Signs,
    pasted: &mut Pasted,
) {
    let mut sum = StatedSum {
        id: Id::random(),
        rows: summed.to_vec(),
        months: Default::default(),
        total: Entry::Blank,
    };
    let is_planned = matches!(start, PlanField::Effect(..));
    // A page that is pasted again takes the place of what it stated before.
    let is_repeated = plan.stated_sums.iter().any(|other| other.rows == sum.rows);
    let has_place = plan.stated_sums.len() < limits::STATED_SUMS || is_repeated;
    let has_room = has_place && is_planned && !summed.is_empty();
    let mut stated = 0;
    for (column, text) in named {
        let entry = match column {
            Column::Name => continue,
            Column::Month(month) if has_room => sum.months.get_mut(month.index()),
            Column::Total if has_room => Some(&mut sum.total),
            Column::Month(_) | Column::Total | Column::Unknown => None,
        };
        match entry {
            Some(entry) => {
                *entry = amount_in(text, signs);
                stated += usize::from(!entry.is_blank());
            }
            None => pasted.leave_out(text),
        }
    }
    if stated > 0 {
        pasted.stated += stated;
        plan.stated_sums.retain(|other| other.rows != sum.rows);
        plan.stated_sums.push(sum);
    }
}

/// A sum as it was printed, in the same sign convention as the cells.
fn amount_in(text: &str, signs: Signs) -> Entry<Amount> {
    match amount_entry(text, AmountUnit::Kroner) {
        Entry::Value(amount)
            if is_turned(signs, Some(Direction::Saves)) && !says_direction(text) =>
        {
            Entry::Value(-amount)
        }
        entry => entry,
    }
}

/// A table's rows above the headings, what each column holds, and the rows below the headings.
type Table<'a> = (&'a [&'a [String]], Vec<Column>, &'a [&'a [String]]);

fn columns<'a>(rows: &'a [&'a [String]], first_column: usize) -> Option<Table<'a>> {
    let has_months = |row: &&[String]| row.iter().filter_map(|head| month_named(head)).count() >= 2;
    // A title can stand above the headings.
    if let Some(place) = rows.iter().position(has_months) {
        let (above, heads, body) = (rows.get(..place)?, rows.get(place)?, rows.get(place + 1..)?);
        let mut months_began = false;
        let columns = heads.iter().map(|head| {
            let column = match month_named(head) {
                Some(month) => Column::Month(month),
                None if names_a_sum(head) => Column::Total,
                None if months_began => Column::Unknown,
                None => Column::Name,
            };
            months_began |= matches!(column, Column::Month(_));
            column
        });
        return Some((above, columns.collect(), body));
    }
    // Without headings only a whole year can be told from its shape: a name, twelve months and their sum.
    let width = rows.iter().map(|row| row.len()).max()?;
    let begins_in_january = first_column == 0;
    let is_named = rows.iter().any(|row| {
        // `0,5 mio. kr.` has letters too, and is no name.
        row.first().is_some_and(|name| {
            name.chars().filter(|c| c.is_alphabetic()).count() >= 3
                && read_amount(name, AmountUnit::Kroner).is_err()
        })
    });
    let has_total = width == Month::ALL.len() + 2;
    let names_rows = rows
        .iter()
        .filter_map(|row| row.first())
        .all(|name| is_blank_name(name) || is_name(name));
    let is_year = names_rows && (has_total || (width == Month::ALL.len() + 1 && is_named));
    (begins_in_january && is_year).then(|| {
        let months = Month::ALL.into_iter().map(Column::Month);
        let columns = std::iter::once(Column::Name)
            .chain(months)
            .chain(has_total.then_some(Column::Total))
            .collect();
        (&[][..], columns, rows)
    })
}

/// The month that a heading names: `JAN`, `jan.`, `Januar`.
fn month_named(head: &str) -> Option<Month> {
    const NAMES: [&str; 12] = [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let head = plain(head);
    // Excel writes `jan-23`.
    let head = match head.split_once(' ') {
        Some((name, year)) if year.chars().all(|c| c.is_ascii_digit()) => name.to_owned(),
        _ => head,
    };
    let place = NAMES
        .iter()
        .position(|name| head == *name || (head.len() >= 3 && name.starts_with(&head)))?;
    Month::ALL.get(place).copied()
}
