//! A matrix that is pasted whole, as the printed plans have it: months above, names or numbers before the rows,
//! sums at the end of each row and below them.

use std::collections::BTreeSet;

use super::headings::{
    Head, heads_above, is_blank, is_heading_line, is_row_number, names_a_sum, plain,
};
use super::months::{NamedMonth, month_named, numbered_months};
use super::reading::is_amount;
use super::{LeftOut, Paste, Question, Source};
use crate::danish::{AmountUnit, Direction, is_turned, read_amount, says_direction};
use crate::domain::{ActionPlan, Amount, Entry, Id, Month, PlanField, RowText, StatedSum, limits};
use crate::draft::Form;
use crate::draft::kind::amount_entry;

/// What a column of the table holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Month(Month),
    Total,
    /// It has a heading that names no month, or one that another column has.
    Strange,
    Unknown,
}

/// A cell of the table: what its column holds, where it stands in the block, and its text.
type Cell<'a> = (Column, (usize, usize), &'a str);

/// Places a table by its headings and the names of its rows. Returns whether it is one.
pub(in crate::draft) fn paste(
    plan: &mut ActionPlan,
    start: PlanField,
    source: &Source,
    captions: usize,
    paste: &mut Paste<'_, PlanField>,
) -> bool {
    let Some((first_row, first_column)) = Form::position(plan, start) else {
        return false;
    };
    let rows: Vec<&[String]> = source.0.iter().skip(captions).copied().collect();
    let year = plan.year.value().map(|year| year.number());
    let Some(mut table) = columns(&rows, first_column, year) else {
        return false;
    };
    place_strange_columns(&mut table, paste);
    if table.is_unsure {
        paste.ask(Question::Place);
    }
    super::leave_out_captions(source, captions, paste);
    for (line, cells) in table.above.iter().enumerate() {
        for (index, text) in cells.iter().enumerate() {
            paste.leave_out_cell((captions + line, index), text);
        }
    }
    let above = captions + table.above.len() + usize::from(table.heads.is_some());
    let mut summed: Vec<Id> = Vec::new();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let known_rows = plan.focus_areas.len();
    let mut row = first_row;
    for (index, cells) in table.body.iter().enumerate() {
        let line = above + index;
        let named: Vec<Cell<'_>> = table
            .columns
            .iter()
            .copied()
            .chain(std::iter::repeat(Column::Unknown))
            .zip(cells.iter().enumerate())
            .map(|(column, (index, text))| (column, (line, index), text.as_str()))
            .collect();
        let of_names = || {
            let names = named.iter().filter(|(column, ..)| *column == Column::Name);
            names.map(|(.., text)| *text)
        };
        if of_names().any(names_a_sum) {
            keep_sum(plan, start, &named, &summed, paste);
            summed.clear();
            continue;
        }
        let name = of_names().find(|text| is_name(text)).unwrap_or_default();
        if !name.is_empty() {
            paste.found.names.insert(line, name.trim().to_owned());
        }
        let has_content = named.iter().any(|(column, _, text)| match column {
            Column::Name => is_name(text),
            Column::Month(_) | Column::Total | Column::Strange | Column::Unknown => {
                !text.trim().is_empty()
            }
        });
        let answer = paste.answers.rows.get(&line).copied();
        if has_content {
            let found = row_for(plan, (line, name), row, &taken, paste);
            row = match answer {
                // Every row behind the last is a new one.
                Some(Some(index)) if index >= known_rows => plan.focus_areas.len(),
                Some(Some(index)) => index,
                Some(None) => {
                    for (_, from, text) in &named {
                        paste.leave_out_of((name, LeftOut::Row), *from, text);
                    }
                    continue;
                }
                None => found,
            };
            if !taken.insert(row) {
                for (_, from, text) in &named {
                    paste.leave_out_of((name, LeftOut::Twice), *from, text);
                }
                continue;
            }
        }
        while has_content && plan.cell(start, row, 0).is_none() && plan.grow(start) {
            paste.found.pasted.rows_added += 1;
        }
        if let Some(id) = plan.focus_areas.get(row).map(|row| row.id) {
            if has_content {
                summed.push(id);
            }
            for cell in named {
                // Whoever has said which row it is has not said that it is called otherwise.
                let is_name = cell.0 == Column::Name && is_name(cell.2);
                if cell.0 == Column::Strange {
                    let heading = table.heading(cell.1.1).to_owned();
                    paste.leave_out(cell.2, LeftOut::Column(heading));
                } else if answer.is_none() || !is_name || has_no_name(plan, row) {
                    put(plan, start, id, row, cell, paste);
                }
            }
        } else {
            // A printed form numbers rows that are empty.
            let left_out = named
                .iter()
                .filter(|(column, _, text)| *column != Column::Name || !is_row_number(text));
            left_out.for_each(|(_, from, text)| paste.leave_out_cell(*from, text));
        }
        row += 1;
    }
    true
}

/// Returns the row that a name on a line belongs to: the one that has it, or else `next`, unless that one has another.
/// Where it cannot be told, it is asked about.
fn row_for(
    plan: &ActionPlan,
    (line, name): (usize, &str),
    next: usize,
    taken: &BTreeSet<usize>,
    paste: &mut Paste<'_, PlanField>,
) -> usize {
    let wanted = plain(name);
    let new = plan.focus_areas.len();
    if wanted.is_empty() && !taken.contains(&next) {
        return next;
    }
    if wanted.is_empty() {
        paste.ask_row(line, new);
        return new;
    }
    let is_wanted = |area: &str| plain(area) == wanted;
    let rows = plan.focus_areas.iter().enumerate();
    let mut same = rows
        .filter(|(_, row)| is_wanted(&row.area))
        .map(|(index, _)| index);
    match (same.next(), same.next()) {
        // Two rows of one name are two rows: neither takes the place of the other.
        (Some(index), None) if taken.contains(&index) => {
            paste.ask_row(line, new);
            return new;
        }
        (Some(index), None) => return index,
        // Which of several it is cannot be told from the name.
        (Some(index), Some(_)) => {
            let is_next = next > index
                && plan
                    .focus_areas
                    .get(next)
                    .is_some_and(|row| is_wanted(&row.area));
            let free = || {
                let rows = plan.focus_areas.iter().enumerate();
                let mut free =
                    rows.filter(|(place, row)| is_wanted(&row.area) && !taken.contains(place));
                free.next().map_or(new, |(place, _)| place)
            };
            let likely = if is_next && !taken.contains(&next) {
                next
            } else {
                free()
            };
            paste.ask_row(line, likely);
            return likely;
        }
        (None, _) => {}
    }
    if has_no_name(plan, next) && !taken.contains(&next) {
        return next;
    }
    paste.ask_row(line, new);
    new
}

/// Returns whether a row is not called anything, or not there.
fn has_no_name(plan: &ActionPlan, row: usize) -> bool {
    let row = plan.focus_areas.get(row);
    row.is_none_or(|row| row.area.trim().is_empty())
}

/// Returns whether a text before a row is a name and not just its number, or an amount with its unit.
fn is_name(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !is_amount(text)
}

fn put(
    plan: &mut ActionPlan,
    start: PlanField,
    id: Id,
    row: usize,
    (column, from, text): Cell<'_>,
    paste: &mut Paste<'_, PlanField>,
) {
    match column {
        Column::Month(month) => match plan.cell(start, row, month.index()) {
            Some(field) => _ = paste.write(plan, field, from, text),
            None => paste.leave_out_cell(from, text),
        },
        Column::Total => match plan.stated(start, row, Month::ALL.len()) {
            Some(field) => paste.state(plan, field, from, text),
            None => paste.leave_out_cell(from, text),
        },
        Column::Name => {
            let area = PlanField::Text(id, RowText::Area);
            let is_name = is_name(text);
            let stands = plan.shown(area);
            if is_name && stands.trim().is_empty() {
                plan.enter(area, text.trim());
                paste.found.pasted.written += 1;
            } else if !is_row_number(text) && plain(&stands) != plain(text) {
                paste.leave_out(text, LeftOut::Row(text.trim().to_owned()));
            }
        }
        Column::Strange | Column::Unknown => paste.leave_out_cell(from, text),
    }
}

/// Keeps a sum row beside the rows above it. A plan that holds no more of them leaves it out.
fn keep_sum(
    plan: &mut ActionPlan,
    start: PlanField,
    named: &[Cell<'_>],
    summed: &[Id],
    paste: &mut Paste<'_, PlanField>,
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
    for (column, from, text) in named {
        let entry = match column {
            Column::Name => {
                if is_amount(text) && !is_row_number(text) {
                    paste.leave_out_cell(*from, text);
                }
                continue;
            }
            Column::Month(month) if has_room => sum.months.get_mut(month.index()),
            Column::Total if has_room => Some(&mut sum.total),
            Column::Month(_) | Column::Total | Column::Strange | Column::Unknown => None,
        };
        match entry {
            Some(entry) => {
                *entry = amount_in(text, from.0, paste);
                stated += usize::from(!entry.is_blank());
            }
            None => paste.leave_out_cell(*from, text),
        }
    }
    if stated > 0 {
        paste.found.pasted.stated += stated;
        plan.stated_sums.retain(|other| other.rows != sum.rows);
        plan.stated_sums.push(sum);
    }
}

/// Returns a sum as it was printed, in the same unit and sign convention as the cells.
fn amount_in(text: &str, line: usize, paste: &Paste<'_, PlanField>) -> Entry<Amount> {
    let typed = paste.format_of(line).typed(text, Some(AmountUnit::Kroner));
    match amount_entry(&typed, AmountUnit::Kroner) {
        Entry::Value(amount)
            if is_turned(paste.signs, Some(Direction::Saves)) && !says_direction(&typed) =>
        {
            Entry::Value(-amount)
        }
        entry => entry,
    }
}

/// A table's rows above the headings, what each column holds, and the rows below the headings.
struct Table<'a> {
    above: &'a [&'a [String]],
    /// The line of headings.
    heads: Option<&'a [String]>,
    columns: Vec<Column>,
    body: &'a [&'a [String]],
    /// Whether it begins in the middle of the grid, so that its months can be others.
    is_unsure: bool,
}

impl Table<'_> {
    /// Returns what stands above a column.
    fn heading(&self, column: usize) -> &str {
        let heading = self.heads.and_then(|heads| heads.get(column));
        heading.map(|heading| heading.trim()).unwrap_or_default()
    }
}

/// Asks about the columns whose headings name no month, or one that another column has, and places them as answered.
fn place_strange_columns(table: &mut Table<'_>, paste: &mut Paste<'_, PlanField>) {
    let mut taken: Vec<Column> = Vec::new();
    for index in 0..table.columns.len() {
        let Some(&column) = table.columns.get(index) else {
            continue;
        };
        let is_place = matches!(column, Column::Month(_) | Column::Total);
        let is_asked = column == Column::Strange || (is_place && taken.contains(&column));
        let place = if !is_asked {
            column
        } else {
            let cells = table.body.iter().filter_map(|cells| cells.get(index));
            let is_filled = cells.into_iter().any(|cell| !cell.trim().is_empty());
            let heading = table.heading(index).to_owned();
            let answer = is_filled.then(|| paste.ask_column(index, &heading));
            let answered = answer.flatten().map(|place| match Month::ALL.get(place) {
                Some(month) => Column::Month(*month),
                None => Column::Total,
            });
            answered
                .filter(|place| !taken.contains(place))
                .unwrap_or(Column::Strange)
        };
        if let Some(column) = table.columns.get_mut(index) {
            *column = place;
        }
        taken.push(place);
    }
}

/// Returns how a row of headings is read: what each of its columns holds, and whether its months are of another year.
/// `None` when it is none.
fn headings_in(
    cells: &[String],
    body: &[&[String]],
    year: Option<u16>,
) -> Option<(Vec<Column>, bool)> {
    let named: Vec<Option<NamedMonth>> = match numbered_months(cells) {
        Some(months) => months,
        None => cells.iter().map(|head| month_named(head)).collect(),
    };
    let months = named.iter().flatten().count();
    let has_amounts = body
        .iter()
        .any(|row| row.iter().any(|cell| is_amount(cell)));
    let years = heads_above(cells, has_amounts, body);
    let is_strange = months < 2 && (years.is_some() || is_heading_line(cells, body));
    if months < 2 && !is_strange {
        return None;
    }
    let is_year = |index: usize| {
        let head = years.as_ref().and_then(|heads| heads.columns.get(index));
        matches!(head, Some(Head::Year(_)))
    };
    let are_amounts = |index: usize| {
        let mut cells = body
            .iter()
            .filter_map(|row| row.get(index))
            .filter(|cell| !cell.trim().is_empty())
            .peekable();
        cells.peek().is_some() && cells.all(|cell| is_amount(cell))
    };
    let is_strange_column = |index: usize, head: &String| {
        is_strange && !head.trim().is_empty() && (is_year(index) || are_amounts(index))
    };
    let mut months_began = false;
    let columns = cells.iter().zip(&named).enumerate();
    let columns = columns.map(|(index, (head, named))| {
        let column = match named {
            Some((month, _)) => Column::Month(*month),
            None if is_strange_column(index, head) => Column::Strange,
            None if names_a_sum(head) => Column::Total,
            None if months_began => Column::Unknown,
            None => Column::Name,
        };
        months_began |= matches!(column, Column::Month(_) | Column::Strange);
        column
    });
    let columns = columns.collect();
    let is_other_year = named
        .iter()
        .flatten()
        .any(|(_, of)| of.is_some_and(|of| year.is_some_and(|year| year != of)));
    Some((columns, is_other_year))
}

fn columns<'a>(
    rows: &'a [&'a [String]],
    first_column: usize,
    year: Option<u16>,
) -> Option<Table<'a>> {
    // A title can stand above the headings.
    let found = rows.iter().enumerate().find_map(|(index, cells)| {
        let body = rows.get(index + 1..).unwrap_or_default();
        let (columns, is_other_year) = headings_in(cells, body, year)?;
        Some((index, columns, is_other_year))
    });
    if let Some((index, columns, is_other_year)) = found {
        return Some(Table {
            above: rows.get(..index)?,
            heads: rows.get(index).copied(),
            columns,
            body: rows.get(index + 1..)?,
            is_unsure: is_other_year,
        });
    }
    // Without headings a table can be told from its shape: names before the amounts, or a number, twelve months and
    // their sum.
    let filled = rows.iter().filter(|row| !is_blank(row));
    let width = filled.clone().map(|row| row.len()).max()?;
    let first = || filled.clone().filter_map(|row| row.first());
    let are_names = first().any(|name| super::headings::is_name(name))
        && first().all(|name| is_row_number(name) || super::headings::is_name(name));
    let has_amounts = filled
        .clone()
        .any(|row| row.iter().skip(1).any(|cell| is_amount(cell)));
    let are_numbers = first().all(|name| {
        is_row_number(name) || (is_name(name) && read_amount(name, AmountUnit::Kroner).is_err())
    });
    let months = Month::ALL.len();
    let has_total = width == months + 2;
    let is_year = (has_total && are_numbers) || (width == months + 1 && are_names);
    let is_named = are_names && has_amounts;
    (is_year || is_named).then(|| {
        // Fewer than a year's months begin where they are put.
        let from = if width > months { 0 } else { first_column };
        let of_months = Month::ALL.into_iter().skip(from).map(Column::Month);
        let columns = std::iter::once(Column::Name)
            .chain(of_months)
            .chain((from > 0 || has_total).then_some(Column::Total))
            .collect();
        Table {
            above: &[],
            heads: None,
            columns,
            body: rows,
            // A month that stands before its row is probably no focus area.
            is_unsure: first_column != 0 || first().any(|name| month_named(name).is_some()),
        }
    })
}
