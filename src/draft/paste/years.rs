//! Tables with a column a year, for forms that have one: years above, the names of rows before the amounts, sums at the
//! end of a row and below them.

use std::collections::BTreeSet;

use super::headings::{
    Head, Heads, heads_above, is_blank, is_heading_line, is_name, is_price_level, is_row_number,
    names_a_sum,
};
use super::reading::is_amount;
use super::{FirstYear, LeftOut, Paste, Question, Source};
use crate::domain::{Entry, YEARS, Year, invariant};
use crate::draft::Form;

/// What the name of a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::draft) enum Named {
    /// It is a row of the grid, counted from 0.
    Row(usize),
    /// It is the sum of the rows that are changes.
    Sum,
}

/// A form with a grid of years.
pub(in crate::draft) trait YearGrid: Form {
    /// Returns what a row of this name is. The name is as [`super::headings::plain`] makes it.
    fn named(grid: Self::Field, name: &str) -> Option<Named>;

    /// Returns the row that a row of this name probably is.
    fn likely(grid: Self::Field, name: &str) -> Option<usize>;

    /// Returns where the sum of the rows is kept that a source states, in a year or (`YEARS`) over all of them.
    fn sum(grid: Self::Field, column: usize) -> Option<Self::Field>;

    /// The field of the first year.
    const FIRST_YEAR: Self::Field;

    /// Returns the first year.
    fn first_year(&self) -> &Entry<Year>;
}

/// A table as it lies in a block.
struct Table<'a> {
    /// Its lines below the captions, each with its index in the block.
    lines: Vec<(usize, &'a [String])>,
    /// The lines of years.
    heads: Vec<(usize, Heads)>,
    /// The lines of headings that name no years.
    strange: BTreeSet<usize>,
    /// How many columns of names stand before the amounts.
    names: usize,
    /// Whether the years stand further to the left than the amounts, because the corner above the names is missing.
    is_shifted: bool,
}

impl<'a> Table<'a> {
    /// Returns the lines that are no headings.
    fn body(&self) -> impl Iterator<Item = (usize, &'a [String])> {
        let is_head = |line: usize| self.heads.iter().any(|(head, _)| *head == line);
        self.lines
            .iter()
            .copied()
            .filter(move |(line, _)| !is_head(*line) && !self.strange.contains(line))
    }

    /// Returns the cells of a column, below its headings, that are not blank.
    fn column(&self, index: usize) -> impl Iterator<Item = &'a str> {
        self.body()
            .filter_map(move |(_, cells)| cells.get(index))
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
    }

    fn has_amounts(&self, index: usize) -> bool {
        self.column(index).any(is_amount)
    }

    /// Returns what stands above a column in the lines that name no years.
    fn strange_heading(&self, index: usize) -> String {
        let lines = self
            .lines
            .iter()
            .filter(|(line, _)| self.strange.contains(line));
        let texts = lines.filter_map(|(_, cells)| cells.get(index));
        let texts = texts
            .map(|text| text.trim())
            .filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join(" ")
    }
}

/// Places a table by its years and the names of its rows. Returns whether it is one.
pub(in crate::draft) fn paste<F: YearGrid>(
    form: &mut F,
    start: F::Field,
    source: &Source,
    captions: usize,
    paste: &mut Paste<'_, F::Field>,
) -> bool {
    let Some((first_row, first_column)) = form.position(start) else {
        return false;
    };
    let Some(table) = table::<F>(start, source, captions) else {
        return false;
    };
    super::leave_out_captions(source, captions, paste);
    let budget_year = years::<F>(form, &table, paste);
    if table.is_shifted || table.heads.iter().any(|(_, heads)| heads.is_odd) {
        paste.ask(Question::Place);
    }
    for (_, heads) in &table.heads {
        if let Some((year, read)) = heads.twice {
            paste.ask(Question::YearTwice { year, read });
        }
    }
    let mut columns = if !table.heads.is_empty() {
        Vec::new()
    } else if table.strange.is_empty() {
        columns_in_order(&table, first_column, paste)
    } else {
        strange_columns(&table, None, paste)
    };
    let rows = rows::<F>(start, &table);
    let mut targets = targets::<F>(form, start, &rows, first_row, paste);
    let mut taken = BTreeSet::new();
    for (line, cells) in &table.lines {
        if let Some((_, heads)) = table.heads.iter().find(|(head, _)| head == line) {
            let shift = if table.is_shifted { table.names } else { 0 };
            columns = if is_split(&table, heads) {
                strange_columns(&table, Some((heads, cells)), paste)
            } else {
                columns_of(heads, budget_year, shift)
            };
            continue;
        }
        let Some(row) = rows.iter().find(|row| row.line == *line) else {
            continue;
        };
        let mut target = targets.remove(line).unwrap_or(Target::None);
        if let Target::Row(row) = target
            && !taken.insert(row)
        {
            target = Target::Twice;
        }
        for (index, text) in cells.iter().enumerate().take(table.names) {
            // An amount among the names has no column.
            if !is_row_number(text) && text.trim() != row.name {
                paste.leave_out_cell((*line, index), text);
            }
        }
        for (index, text) in cells.iter().enumerate().skip(table.names) {
            let column = columns.get(index).cloned().unwrap_or(Column::None);
            let field = match (target, &column) {
                (Target::Row(row), Column::Year(year)) => form.cell(start, row, *year),
                (Target::Row(row), Column::Sum) => form.stated(start, row, YEARS),
                (Target::Sum, Column::Year(year)) => F::sum(start, *year),
                (Target::Sum, Column::Sum) => F::sum(start, YEARS),
                (_, Column::None | Column::Other(_) | Column::Strange(_))
                | (Target::None | Target::Twice, _) => None,
            };
            match (field, target, column) {
                (Some(field), ..) => paste.put(form, field, (*line, index), text),
                (None, Target::Twice, _) => {
                    let of = (row.name.as_str(), LeftOut::Twice as fn(String) -> LeftOut);
                    paste.leave_out_of(of, (*line, index), text);
                }
                (None, Target::None, _) if row.is_filled && !row.name.is_empty() => {
                    paste.leave_out(text, LeftOut::Row(row.name.clone()));
                }
                (None, _, Column::Strange(heading)) => {
                    paste.leave_out(text, LeftOut::Column(heading));
                }
                (None, _, Column::Other(year)) => paste.leave_out(text, LeftOut::Year(year)),
                (None, ..) => paste.leave_out_cell((*line, index), text),
            }
        }
    }
    true
}

/// Returns the shape of a table. `None` for a block of bare numbers, and for one of texts alone.
fn table<'a, F: YearGrid>(
    start: F::Field,
    source: &Source<'a>,
    captions: usize,
) -> Option<Table<'a>> {
    let lines: Vec<(usize, &'a [String])> = source
        .0
        .iter()
        .copied()
        .enumerate()
        .skip(captions)
        .collect();
    let mut table = Table {
        lines,
        heads: Vec::new(),
        strange: BTreeSet::new(),
        names: 0,
        is_shifted: false,
    };
    // Few years are headings only above the amounts.
    let mut is_above = true;
    for (place, (line, cells)) in table.lines.iter().enumerate() {
        let below = table.lines.get(place + 1..).unwrap_or_default();
        let below: Vec<&[String]> = below.iter().map(|(_, cells)| *cells).collect();
        match heads_above(cells, is_above, &below) {
            // Amounts that could be years, one of them twice.
            Some(heads)
                if (heads.is_split || heads.is_odd || heads.twice.is_some())
                    && known::<F>(start, cells).is_some() =>
            {
                is_above = false;
            }
            Some(heads) => {
                is_above = false;
                table.heads.push((*line, heads));
            }
            None => {
                is_above &= known::<F>(start, cells).is_none() && !has_amount(cells);
            }
        }
    }
    note_strange_headings(&mut table);
    let has_known = table
        .body()
        .any(|(_, cells)| known::<F>(start, cells).is_some());
    let names = names_before::<F>(start, &table);
    let has_names = names > 0 && table.body().any(|(_, cells)| has_amount(cells));
    if table.heads.is_empty() && !has_known && !has_names && table.strange.is_empty() {
        return None;
    }
    let first = table.heads.first().map(|(_, heads)| {
        let first = heads.first();
        // A sum can stand before the years.
        let is_sum = |index: &usize| {
            heads.columns.get(*index) == Some(&Head::Sum)
                && table.has_amounts(*index)
                && table.column(*index).all(is_amount)
        };
        let before = first.checked_sub(1).filter(is_sum);
        before.unwrap_or(first)
    });
    table.names = first.unwrap_or(0).max(names);
    table.is_shifted = first.is_some_and(|first| first < names);
    Some(table)
}

/// Notes the headings that name no years: those of a table without any, and those below years that have several columns.
fn note_strange_headings(table: &mut Table<'_>) {
    let mut strange = BTreeSet::new();
    for (place, (line, cells)) in table.lines.iter().enumerate() {
        let is_head = table.heads.iter().any(|(head, _)| head == line);
        if is_head {
            continue;
        }
        if has_amount(cells) {
            break;
        }
        let below = table.lines.get(place + 1..).unwrap_or_default();
        let below: Vec<&[String]> = below.iter().map(|(_, cells)| *cells).collect();
        let is_split = || table.heads.iter().any(|(_, heads)| is_split(table, heads));
        if is_heading_line(cells, &below) && (table.heads.is_empty() || is_split()) {
            strange.insert(*line);
        }
    }
    table.strange = strange;
}

/// Returns whether a year above a table has several columns, so that it does not say what each of them is.
fn is_split(table: &Table<'_>, heads: &Heads) -> bool {
    let is_year = |head: &Head| matches!(head, Head::Year(_));
    let last = heads.columns.iter().rposition(is_year).unwrap_or_default();
    let mut between = heads.first()..last;
    heads.is_split
        || between.any(|index| {
            let is_blank = heads.columns.get(index) == Some(&Head::Other);
            is_blank && table.has_amounts(index)
        })
}

/// Returns the columns of a table whose headings do not say which year each is; each is asked about.
fn strange_columns<Field: Copy>(
    table: &Table<'_>,
    heads: Option<(&Heads, &[String])>,
    paste: &mut Paste<'_, Field>,
) -> Vec<Column> {
    let width = table.lines.iter().map(|(_, cells)| cells.len()).max();
    let mut taken = BTreeSet::new();
    let mut above = String::new();
    let columns = (0..width.unwrap_or_default()).map(|index| {
        // What stands above several columns stands above the first of them.
        if let Some((heads, cells)) = heads
            && let Some(Head::Year(_) | Head::Sum) = heads.columns.get(index)
            && let Some(cell) = cells.get(index).filter(|cell| !cell.trim().is_empty())
        {
            above = cell.trim().to_owned();
        }
        if index < table.names || !table.has_amounts(index) {
            return Column::None;
        }
        let heading = format!("{above} {}", table.strange_heading(index));
        let heading = heading.trim().to_owned();
        match paste.ask_column(index, &heading) {
            Some(place) if taken.insert(place) && place < YEARS => Column::Year(place),
            Some(YEARS) => Column::Sum,
            Some(_) | None => Column::Strange(heading),
        }
    });
    columns.collect()
}

fn has_amount(cells: &[String]) -> bool {
    cells.iter().any(|cell| is_amount(cell))
}

/// Returns how many columns of names and row numbers stand before the amounts.
fn names_before<F: YearGrid>(start: F::Field, table: &Table<'_>) -> usize {
    let known = table
        .body()
        .filter_map(|(_, cells)| known::<F>(start, cells))
        .map(|(index, _)| index + 1)
        .max()
        .unwrap_or(0);
    let column = |index: usize| {
        table
            .body()
            .filter_map(move |(_, cells)| cells.get(index))
            .filter(|cell| !cell.trim().is_empty())
    };
    let are_names = |index: usize| {
        column(index).any(|cell| is_name(cell) || is_price_level(cell))
            && column(index).all(|cell| {
                is_name(cell)
                    || is_price_level(cell)
                    || !(is_amount(cell) || cell.contains(|c: char| c.is_ascii_digit()))
            })
    };
    let are_numbers = |index: usize| column(index).all(|cell| is_row_number(cell));
    let names = (0..3)
        .take_while(|&index| are_names(index) || (are_numbers(index) && are_names(index + 1)))
        .count();
    names.max(known)
}

/// Returns the index of a row's name among its cells, and what it says, where it is one of the form's.
fn known<F: YearGrid>(start: F::Field, cells: &[String]) -> Option<(usize, Named)> {
    let names = cells.iter().enumerate().take(3);
    let mut names = names.filter(|(_, cell)| is_name(cell));
    names.find_map(|(index, cell)| {
        let name = super::headings::plain(cell);
        // `2. Estimeret gevinst` has its number before it.
        let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let named = F::named(start, name)?;
        Some((index, named))
    })
}

/// What a column of the table holds.
#[derive(Clone)]
enum Column {
    /// A year of the form, counted from 0.
    Year(usize),
    /// Another year.
    Other(u16),
    Sum,
    /// One that nobody has said what it is; its heading.
    Strange(String),
    None,
}

fn columns_of(heads: &Heads, budget_year: Option<u16>, shift: usize) -> Vec<Column> {
    let columns = heads.columns.iter().map(|head| match head {
        Head::Year(year) => budget_year
            .and_then(|first| year.checked_sub(first))
            .map(usize::from)
            .filter(|index| *index < YEARS)
            .map_or(Column::Other(*year), Column::Year),
        Head::Sum => Column::Sum,
        Head::Other => Column::None,
    });
    std::iter::repeat_n(Column::None, shift)
        .chain(columns)
        .collect()
}

/// Returns the columns of a table without years above: those of the form and their sum, in order. Fewer than four begin
/// where they are put.
fn columns_in_order<Field: Copy>(
    table: &Table<'_>,
    first_column: usize,
    paste: &mut Paste<'_, Field>,
) -> Vec<Column> {
    let names = table.names;
    let filled = |(_, cells): (usize, &[String])| {
        let last = cells.iter().rposition(|cell| !cell.trim().is_empty());
        last.map_or(0, |last| (last + 1).saturating_sub(names))
    };
    let width = table.body().map(filled).max().unwrap_or(0);
    let first = if width < YEARS { first_column } else { 0 };
    let is_blank_first = table.body().all(|(_, cells)| {
        let cell = cells.get(names).map(String::as_str).unwrap_or_default();
        cell.trim().is_empty()
    });
    // A column between names and amounts can be a year without amounts, or nothing at all.
    if (first != 0 && width > 0) || (is_blank_first && width > YEARS) {
        paste.ask(Question::Place);
    }
    let years = (first..=YEARS).map(|index| {
        if index < YEARS {
            Column::Year(index)
        } else {
            Column::Sum
        }
    });
    std::iter::repeat_n(Column::None, names)
        .chain(years)
        .collect()
}

/// Returns the first year of the form once the table is pasted; asks where the table's is another.
fn years<F: YearGrid>(form: &mut F, table: &Table, paste: &mut Paste<'_, F::Field>) -> Option<u16> {
    // Of years with several columns each, what is answered about the columns counts.
    let mut heads = table.heads.iter().map(|(_, heads)| heads);
    let heads = heads.find(|heads| !is_split(table, heads))?;
    let (earliest, latest) = (heads.earliest()?, heads.years().max()?);
    let document = form.first_year().value();
    let fits = document.is_some_and(|year| {
        let first = year.number();
        let years = invariant(u16::try_from(YEARS).ok(), "a form has few years");
        let years = years.unwrap_or_default();
        let has_all = (first..first + years).all(|year| heads.years().any(|of| of == year));
        has_all || ((first..first + years).contains(&earliest) && latest < first + years)
    });
    // Which of more years than the form has are meant is not known.
    let are_many = latest - earliest >= u16::try_from(YEARS).unwrap_or_default();
    let is_blank = form.first_year().is_blank();
    let is_asked = !fits && (!is_blank || are_many);
    if is_asked {
        let is_empty = form
            .fields()
            .into_iter()
            .filter(|&field| form.position(field).is_some())
            .all(|field| form.shown(field).is_empty());
        let takes = match is_empty {
            true => FirstYear::Take(earliest),
            false => FirstYear::Keep,
        };
        paste.ask(Question::Years {
            block: (earliest, latest),
            document: form.first_year().clone(),
            choices: first_years(heads, latest),
            suggested: (!are_many).then_some(takes),
        });
    }
    let taken = match paste.answers.first_year.filter(|_| is_asked) {
        Some(FirstYear::Take(year)) => Some(year),
        Some(FirstYear::Keep) => None,
        None => Some(earliest).filter(|_| is_blank && !is_asked),
    };
    if let Some(year) = taken {
        form.enter(F::FIRST_YEAR, &year.to_string());
        paste.found.pasted.written += 1;
    }
    let first = form.first_year().value().map(|year| year.number());
    paste.found.first_year = first;
    // Which of many years are meant where the document has none is not known before that is answered.
    first.or(Some(earliest).filter(|_| !(is_blank && is_asked)))
}

/// Returns the years of a table that a document can begin in, so that each of its years is one of the table's span. A table
/// of fewer years has one.
fn first_years(heads: &Heads, latest: u16) -> Vec<u16> {
    let after = u16::try_from(YEARS - 1).unwrap_or_default();
    let years: BTreeSet<u16> = heads.years().collect();
    let earliest = years.first().copied();
    years
        .into_iter()
        .filter(|year| Some(*year) == earliest || year + after <= latest)
        .collect()
}

/// A row of amounts.
struct Row {
    /// Its line in the block.
    line: usize,
    /// What it is called, and nothing where it is not.
    name: String,
    /// What its name says.
    named: Option<Named>,
    /// Whether it holds sums of other rows.
    is_sum: bool,
    /// Whether it holds any amount.
    is_filled: bool,
}

fn rows<F: YearGrid>(start: F::Field, table: &Table<'_>) -> Vec<Row> {
    let names = table.names;
    table
        .body()
        .filter(|(_, cells)| !is_blank(cells))
        .map(|(line, cells)| {
            let before = invariant(
                cells.get(..names.min(cells.len())),
                "no more than there are",
            );
            let before = before.unwrap_or_default();
            let known = known::<F>(start, before);
            let name = match known {
                Some((index, _)) => before.get(index),
                None => before
                    .iter()
                    .find(|cell| is_name(cell) || is_price_level(cell)),
            };
            let name = name.map(|name| name.trim().to_owned()).unwrap_or_default();
            let data = cells.get(names..).unwrap_or_default();
            Row {
                line,
                named: known.map(|(_, named)| named),
                is_sum: known.is_none() && names_a_sum(&name),
                is_filled: has_amount(data),
                name,
            }
        })
        .collect()
}

/// Where a row of the table goes.
#[derive(Clone, Copy)]
enum Target {
    Row(usize),
    Sum,
    /// Nowhere, because it is not known where.
    None,
    /// Nowhere, because another row of the table is there.
    Twice,
}

/// Returns where each row goes, by its line; asks about those whose names are not the form's.
fn targets<F: YearGrid>(
    form: &F,
    start: F::Field,
    rows: &[Row],
    first_row: usize,
    paste: &mut Paste<'_, F::Field>,
) -> std::collections::BTreeMap<usize, Target> {
    let knows_any = rows.iter().any(|row| row.named.is_some());
    let strange = |row: &&Row| row.named.is_none() && !row.is_sum && row.is_filled;
    let is_alone = rows.iter().filter(strange).count() == 1;
    let mut next = first_row;
    let mut is_taken: BTreeSet<usize> = BTreeSet::new();
    let mut targets = std::collections::BTreeMap::new();
    for row in rows {
        if !row.name.is_empty() {
            paste.found.names.insert(row.line, row.name.clone());
        }
        let answer = paste.answers.rows.get(&row.line);
        let target = match (row.named, answer) {
            (_, Some(Some(index))) => Target::Row(*index),
            (_, Some(None)) => Target::None,
            (Some(Named::Row(index)), None) => Target::Row(index),
            (Some(Named::Sum), None) => Target::Sum,
            // The sum of rows that are known is that of the form.
            (None, None) if row.is_sum && knows_any => Target::Sum,
            (None, None) if row.is_sum || !row.is_filled => Target::None,
            // Rows without names go where they are put, and so does one alone.
            (None, None) if !knows_any && (row.name.is_empty() || is_alone) => {
                next += 1;
                Target::Row(next - 1)
            }
            (None, None) => Target::None,
        };
        let is_known_twice = match row.named {
            Some(Named::Row(index)) => !is_taken.insert(index),
            Some(Named::Sum) | None => false,
        };
        if strange(&row) || is_known_twice {
            let unanswered = match (row.named, target) {
                (Some(_), _) => None,
                (None, Target::Row(index)) if answer.is_none() => Some(index),
                (None, _) => None,
            };
            let likely = F::likely(start, &super::headings::plain(&row.name))
                .filter(|_| row.named.is_none());
            paste.ask(Question::Row {
                row: row.line,
                suggested: likely.or(unanswered),
            });
        }
        let target = match target {
            Target::Row(index) if form.cell(start, index, 0).is_none() => Target::None,
            other => other,
        };
        targets.insert(row.line, target);
    }
    targets
}
