//! Pasting a block into a grid. A block that carries headings, names or sums is a table and is placed by them; one of bare
//! numbers goes where it is put. What is not certain is asked about before anything is written.

mod block;
mod headings;
mod months;
mod page;
mod plan;
mod proposal;
mod questions;
mod reading;
mod targets;
mod turning;
mod unit;
mod years;

use std::collections::BTreeMap;

pub use block::{Block, Omitted, TableCell, is_block};
pub use page::{Look, PageStyles, STYLE_ATTRIBUTE};
pub use questions::{Answers, FirstYear, Question};
pub use reading::Commas;
pub use unit::BlockUnit;

pub(super) use plan::paste as paste_plan;
pub(super) use years::paste as paste_years;

use super::Form;
use super::signs::enter_alone;
use crate::danish::Signs;
use crate::domain::YEARS;
use headings::{is_blank, is_name};
use reading::CellFormat;

/// What pasting a block did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pasted {
    /// How many cells were written.
    pub written: usize,
    /// How many sums of the source were kept beside the cells.
    pub stated: usize,
    /// How many cells of the block, not blank, lay outside the grid and were left out.
    pub outside: usize,
    /// How many cells of the block, not blank, belonged in locked cells and were left out.
    pub locked: usize,
    /// How many amounts had footnote marks, which were left out.
    pub marks: usize,
    /// How many rows the grid grew by.
    pub rows_added: usize,
}

/// A cell of a block that was written, and its row and column in the block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed<Field> {
    /// Where it went.
    pub field: Field,
    /// Where it came from.
    pub from: (usize, usize),
}

/// Why a cell of a block stays out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// It is of a year that the form does not have.
    Year(u16),
    /// It is of a row that the form does not have; the row's name.
    Row(String),
    /// The row that it belongs to is taken by another row of the block; the row's name.
    Twice(String),
    /// It is of a column that the form does not have, or that is not known; the column's heading.
    Column(String),
    /// No cell of the form is for it.
    Other(OutsideCell),
    /// It is struck through or not to be seen where it was copied.
    Omitted(Omitted),
}

/// A cell of a block that no cell of the form is for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct OutsideCell {
    /// Its text.
    pub text: String,
    /// Its row and column in the block, counted from 0.
    pub from: (usize, usize),
    /// The name of its row in the block, where it has one.
    pub row: Option<String>,
    /// The heading of its column in the block, where it has one.
    pub column: Option<String>,
}

/// What was recognised in a block, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised<Field> {
    /// How many cells.
    pub pasted: Pasted,
    /// Every cell that was written or kept as what the source states.
    pub placed: Vec<Placed<Field>>,
    /// Every cell that stays out, unless it is blank.
    pub left_out: Vec<LeftOut>,
    /// What is not certain.
    pub questions: Vec<Question>,
    /// The names of the block's rows.
    pub names: BTreeMap<usize, String>,
    /// The headings of the block's columns that are asked about.
    pub columns: BTreeMap<usize, String>,
    /// The first year of the document, where it decides what stays out.
    pub first_year: Option<u16>,
}

impl<Field> Default for Recognised<Field> {
    fn default() -> Self {
        Self {
            pasted: Pasted::default(),
            placed: Vec::new(),
            left_out: Vec::new(),
            questions: Vec::new(),
            names: BTreeMap::new(),
            columns: BTreeMap::new(),
            first_year: None,
        }
    }
}

/// The cells of a block, by their places.
pub struct Source<'a>(Vec<&'a [String]>);

impl Source<'_> {
    fn text(&self, (row, column): (usize, usize)) -> Option<&str> {
        Some(self.0.get(row)?.get(column)?.as_str())
    }

    /// Returns the cells, each with its row and column.
    fn cells(&self) -> impl Iterator<Item = ((usize, usize), &str)> {
        let rows = self.0.iter().enumerate();
        rows.flat_map(|(row, cells)| {
            let cells = cells.iter().enumerate();
            cells.map(move |(column, text)| ((row, column), text.as_str()))
        })
    }
}

/// A block on its way into a form.
pub struct Paste<'a, Field> {
    /// The convention that its signs are read in.
    signs: Signs,
    /// The convention that they are read in unless something else is answered.
    unanswered: Signs,
    /// How amounts are read in lines that name no unit.
    format: CellFormat,
    /// The units that each line's amounts are in.
    units: Vec<Vec<BlockUnit>>,
    answers: &'a Answers,
    found: Recognised<Field>,
}

impl<Field: Copy> Paste<'_, Field> {
    /// Returns how the amounts of a line are read.
    fn format_of(&self, line: usize) -> CellFormat {
        let mut format = self.format;
        if let Some([unit]) = self.units.get(line).map(Vec::as_slice) {
            format.unit = Some(*unit);
        }
        format
    }

    /// Notes a cell that no cell of the form is for, unless it is blank.
    fn leave_out(&mut self, text: &str, why: LeftOut) {
        if !text.trim().is_empty() {
            self.found.pasted.outside += 1;
            self.found.left_out.push(why);
        }
    }

    /// Notes a cell that lies outside the form, unless it is blank.
    fn leave_out_cell(&mut self, from: (usize, usize), text: &str) {
        let cell = OutsideCell {
            text: text.trim().to_owned(),
            from,
            ..OutsideCell::default()
        };
        self.leave_out(text, LeftOut::Other(cell));
    }

    /// Notes a cell of a row that stays out, unless it is blank. A row without a name is told by where its cells stand.
    fn leave_out_of(
        &mut self,
        (name, why): (&str, fn(String) -> LeftOut),
        from: (usize, usize),
        text: &str,
    ) {
        match name.trim() {
            "" => self.leave_out_cell(from, text),
            name => self.leave_out(text, why(name.to_owned())),
        }
    }

    /// Writes a cell of the block into a field. Returns whether it did.
    fn write<F: Form<Field = Field>>(
        &mut self,
        form: &mut F,
        field: Field,
        from: (usize, usize),
        text: &str,
    ) -> bool {
        if form.is_locked(field) {
            self.found.pasted.locked += usize::from(!text.trim().is_empty());
            return false;
        }
        let typed = self.format_of(from.0).typed(text, F::unit(field));
        let has_mark = F::is_number(field) && crate::danish::footnote_of(text).is_some();
        self.found.pasted.marks += usize::from(has_mark);
        enter_alone(form, field, &typed, self.signs);
        self.found.pasted.written += 1;
        self.found.placed.push(Placed { field, from });
        true
    }

    /// Keeps what the source states in a field beside the grid.
    fn state<F: Form<Field = Field>>(
        &mut self,
        form: &mut F,
        field: Field,
        from: (usize, usize),
        text: &str,
    ) {
        if self.write(form, field, from, text) {
            self.found.pasted.written -= 1;
            self.found.pasted.stated += usize::from(!text.trim().is_empty());
        }
    }

    /// Writes a cell, or keeps it beside the grid.
    fn put<F: Form<Field = Field>>(
        &mut self,
        form: &mut F,
        field: Field,
        from: (usize, usize),
        text: &str,
    ) {
        if F::is_stated(field) {
            self.state(form, field, from, text);
        } else {
            self.write(form, field, from, text);
        }
    }

    /// Asks where a row of the block belongs, which probably is this one of the grid.
    fn ask_row(&mut self, row: usize, likely: usize) {
        self.ask(Question::Row {
            row,
            suggested: Some(likely),
        });
    }

    /// Asks what a column of the block holds that has this heading. Returns the column of the grid that was answered.
    fn ask_column(&mut self, column: usize, heading: &str) -> Option<usize> {
        let suggested = None;
        self.ask(Question::Column { column, suggested });
        self.found.columns.insert(column, heading.trim().to_owned());
        self.answers.columns.get(&column).copied().flatten()
    }

    fn ask(&mut self, question: Question) {
        if !self.found.questions.contains(&question) {
            self.found.questions.push(question);
        }
    }
}

/// Returns what becomes of a block that is pasted into a form, which stays as it is, and the answers that it takes:
/// those that are given to what is asked, and what is likely about the rest. `None` when `start` is no cell of a grid.
pub fn try_paste<F: Form + Clone>(
    form: &F,
    start: F::Field,
    block: &Block,
    signs: Signs,
    answers: &Answers,
) -> Option<(F, Recognised<F::Field>, Answers)> {
    let mut answers = answers.clone();
    // Where a row goes can raise a question about its signs, and that is all that questions depend on.
    for _ in 0..3 {
        let mut pasted = form.clone();
        let found = paste_as(&mut pasted, start, block, signs, &answers)?;
        let settled = answers.settled(&found.questions);
        if settled == answers {
            return Some((pasted, found, answers));
        }
        answers = settled;
    }
    let mut pasted = form.clone();
    let found = paste_as(&mut pasted, start, block, signs, &answers)?;
    Some((pasted, found, answers))
}

/// Writes a block into the grid. A block with headings, names or sums of its own is placed by them; any other begins at
/// `start`. A form that can grow gets the rows it lacks; what lies outside all the same, or belongs in locked cells, is
/// named, not squeezed in. `None` when `start` is no cell of a grid.
pub fn paste_as<F: Form>(
    form: &mut F,
    start: F::Field,
    block: &Block,
    signs: Signs,
    answers: &Answers,
) -> Option<Recognised<F::Field>> {
    let (first_row, _) = form.position(start)?;
    let lines = Source(block.rows().collect());
    let captions = captions(&lines);
    let column = turning::column_of_periods(form, start, &lines, captions);
    let months = turning::months_down_the_side(form, start, &lines, captions);
    let is_turned = match column {
        Some(_) => answers.is_downwards == Some(true),
        None => months.is_some() || turning::has_years_down_the_side(&lines, captions),
    };
    let turned = is_turned.then(|| turning::turned(&lines, captions));
    let source = match &turned {
        Some(rows) => Source(rows.iter().map(Vec::as_slice).collect()),
        None => lines,
    };
    let mut paste = Paste {
        signs: answers.signs.unwrap_or(signs),
        unanswered: signs,
        format: CellFormat {
            unit: answers.unit,
            are_kroner: answers.are_kroner != Some(false),
            commas: answers.commas.unwrap_or(Commas::Decimals),
        },
        units: units_of_lines(&source, captions),
        answers,
        found: Recognised::default(),
    };
    for omitted in block.omitted() {
        let (Omitted::Struck(text) | Omitted::Hidden(text)) = omitted;
        paste.leave_out(text, LeftOut::Omitted(omitted.clone()));
    }
    if let Some(column) = column {
        // From the first row on, the column can be a year of the form; a plan has as many rows as it needs.
        let is_likely = column.has_name
            || !column.are_months && (first_row > 0 || form.cell(start, YEARS - 1, 0).is_none());
        paste.ask(Question::Downwards {
            are_months: column.are_months,
            suggested: is_likely.then_some(true),
        });
        if answers.is_downwards.is_none() {
            for (from, text) in source.cells() {
                paste.leave_out_cell(from, text);
            }
            return Some(paste.found);
        }
    }
    if months == Some(turning::Months::Numbered) {
        paste.ask(Question::Place);
    }
    let is_table = form.paste_table(start, &source, captions, &mut paste);
    if !is_table {
        paste_plain(form, start, &source, captions, &mut paste)?;
    }
    questions::ask_about_amounts::<F>(&mut paste, &source);
    let before = Source(block.rows().collect());
    if is_turned {
        for placed in &mut paste.found.placed {
            placed.from = turning::before(placed.from, captions);
        }
        for left_out in &mut paste.found.left_out {
            if let LeftOut::Other(cell) = left_out {
                cell.from = turning::before(cell.from, captions);
            }
        }
        // Lines that end early were filled up with blank cells.
        paste
            .found
            .placed
            .retain(|placed| before.text(placed.from).is_some());
    }
    if is_table {
        name_outside(&mut paste.found.left_out, &before, captions);
    }
    Some(paste.found)
}

/// Names the rows and columns of the cells that lie outside the form, as the block does.
fn name_outside(left_out: &mut [LeftOut], block: &Source, captions: usize) {
    for left_out in left_out {
        let LeftOut::Other(cell) = left_out else {
            continue;
        };
        let (row, column) = cell.from;
        let cells = block.0.get(row).copied().unwrap_or_default();
        let mut before = cells.iter().take(column);
        let name = before.find(|text| is_name(text));
        let above = block.0.iter().take(row).skip(captions);
        let mut above = above.filter_map(|cells| cells.get(column));
        let heading = above.find(|text| !text.trim().is_empty());
        let heading = heading.filter(|text| is_name(text) || headings::names_a_year(text));
        let named = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        cell.row = name.map(named);
        cell.column = heading.map(named);
    }
}

/// Writes a block from a cell on.
fn paste_plain<F: Form>(
    form: &mut F,
    start: F::Field,
    source: &Source,
    captions: usize,
    paste: &mut Paste<'_, F::Field>,
) -> Option<()> {
    let (first_row, first_column) = form.position(start)?;
    leave_out_captions(source, captions, paste);
    for (line, cells) in source.0.iter().enumerate().skip(captions) {
        let row = first_row + line - captions;
        let has_content = !is_blank(cells);
        // More than one when empty lines of the block lie past the end of the grid.
        while has_content && form.cell(start, row, 0).is_none() && form.grow(start) {
            paste.found.pasted.rows_added += 1;
        }
        for (index, text) in cells.iter().enumerate() {
            let column = first_column + index;
            let field = form
                .cell(start, row, column)
                .or_else(|| form.stated(start, row, column));
            match field {
                Some(field) => paste.put(form, field, (line, index), text),
                None => paste.leave_out_cell((line, index), text),
            }
        }
    }
    Some(())
}

/// Returns how many lines of text stand above a block.
fn captions(source: &Source) -> usize {
    let is_caption = |cells: &&&[String]| {
        let mut filled = cells.iter().filter(|cell| !cell.trim().is_empty());
        match (filled.next(), filled.next()) {
            (None, _) => true,
            (Some(text), None) => {
                is_name(text) || unit_alone(text) || headings::is_price_level(text)
            }
            (Some(_), Some(_)) => false,
        }
    };
    let lines = source.0.iter().take_while(is_caption).count();
    let lines = match lines.checked_sub(1) {
        Some(last) if is_heading_of_periods(source, last) => last,
        _ => lines,
    };
    let has_text = source.0.iter().take(lines).any(|cells| !is_blank(cells));
    // Empty lines alone keep their place, and a text above a single column can be a cell of it.
    let is_above_table = source.0.iter().skip(lines).any(|cells| {
        let filled = cells.iter().filter(|cell| !cell.trim().is_empty());
        filled.count() >= 2
    });
    let above = || source.0.iter().take(lines).flat_map(|cells| cells.iter());
    let has_unit = above().any(|text| unit_alone(text));
    let has_content = source.0.iter().skip(lines).any(|cells| !is_blank(cells));
    if has_text && (is_above_table || (has_unit && has_content)) {
        lines
    } else {
        0
    }
}

/// Returns whether the one text of a line stands above amounts with years or months before them: it is what they are
/// called, and no caption.
fn is_heading_of_periods(source: &Source, line: usize) -> bool {
    let cells = source.0.get(line).copied().unwrap_or_default();
    let Some(column) = cells.iter().position(|cell| !cell.trim().is_empty()) else {
        return false;
    };
    let below = || source.0.iter().skip(line + 1);
    let mut under = below()
        .filter_map(|cells| cells.get(column))
        .filter(|cell| !cell.trim().is_empty());
    let mut before = below().filter_map(|cells| cells.first());
    let is_period = |cell: &String| {
        headings::names_a_year(cell)
            || months::month_named(cell).is_some()
            || months::is_quarter(cell)
    };
    column > 0 && under.all(|cell| reading::is_amount(cell)) && before.any(is_period)
}

/// Returns whether a text above a table names a unit. `1.000 kr.` does, though it is a number, too.
fn unit_alone(text: &str) -> bool {
    !unit::units_in(text).is_empty()
}

/// Notes the lines above a block that say more than its unit.
fn leave_out_captions<Field: Copy>(source: &Source, captions: usize, paste: &mut Paste<'_, Field>) {
    for (from, text) in source.cells().filter(|((row, _), _)| *row < captions) {
        if unit::units_in(text).is_empty() {
            paste.leave_out_cell(from, text);
        }
    }
}

/// Returns the units that the amounts of each line are in: that of the line's name, or else those above. Where they are
/// several, which of them it is is not certain.
fn units_of_lines(source: &Source, captions: usize) -> Vec<Vec<BlockUnit>> {
    let mut current: Vec<BlockUnit> = Vec::new();
    let mut is_above = true;
    let mut lines = Vec::new();
    for (line, cells) in source.0.iter().enumerate() {
        let is_caption = line < captions;
        let below = source.0.get(line + 1..).unwrap_or_default();
        let heads = headings::heads_above(cells, is_above, below);
        let is_heading = heads.is_some() && !is_caption;
        let filled = || cells.iter().filter(|cell| !cell.trim().is_empty());
        // `1.000 kr.` alone is a unit, though it is a number, too.
        let is_alone = filled().count() == 1 && filled().all(|text| unit_alone(text));
        let has_amount = !is_caption && !is_heading && !is_alone;
        let has_amount = has_amount && cells.iter().any(|cell| reading::is_amount(cell));
        let own: Vec<BlockUnit> = if has_amount {
            let names = cells.iter().filter(|cell| is_name(cell));
            names.flat_map(|name| unit::units_at_end(name)).collect()
        } else {
            Vec::new()
        };
        if !has_amount {
            let named = filled().flat_map(|text| {
                if is_heading {
                    unit::units_in(&headings::besides_year(text))
                } else {
                    unit::units_in(text)
                }
            });
            let mut named = named.peekable();
            // A unit between the rows counts from there on.
            if named.peek().is_some() && !is_above {
                current.clear();
            }
            for unit in named {
                if !current.contains(&unit) {
                    current.push(unit);
                }
            }
        }
        is_above &= !has_amount;
        lines.push(if own.is_empty() { current.clone() } else { own });
    }
    lines
}
