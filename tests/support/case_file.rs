//! Case files: Markdown whose tables are executed. How they are written stands in `tests/regler/README.md`.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The tables below each rule of a file; a rule begins with a heading of the second level.
pub struct CaseFile {
    pub rules: Vec<Vec<Table>>,
    /// What cannot be executed because it is written wrongly, with its line.
    pub mistakes: Vec<(usize, String)>,
}

/// A table. Lines are counted from 1.
pub struct Table {
    pub line: usize,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

pub struct Column {
    pub name: String,
    /// Whether the column says what is expected: its name is bold.
    pub is_expected: bool,
}

pub struct Row {
    pub line: usize,
    /// As many as there are columns.
    pub cells: Vec<String>,
}

impl Table {
    /// Whether the table says what is given to the tables below it, and expects nothing itself.
    pub fn is_given(&self) -> bool {
        !self.columns.iter().any(|column| column.is_expected)
    }
}

impl CaseFile {
    pub fn parse(text: &str) -> Self {
        let mut file = Self {
            rules: vec![Vec::new()],
            mistakes: Vec::new(),
        };
        let line_of = |range: &Range<usize>| text[..range.start].matches('\n').count() + 1;
        let mut lines_of_tables = Vec::new();
        // The cell that is being read, and whether it is bold.
        let mut cell: Option<(String, bool)> = None;
        let mut cells = Vec::new();
        for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
            let line = line_of(&range);
            let rule = file.rules.last_mut().expect("a rule");
            match event {
                Event::Start(Tag::Heading {
                    level: HeadingLevel::H2,
                    ..
                }) => file.rules.push(Vec::new()),
                Event::Start(Tag::Table(_)) => {
                    let end = line_of(&(range.end..range.end));
                    lines_of_tables.push(line..end);
                    rule.push(Table {
                        line,
                        columns: Vec::new(),
                        rows: Vec::new(),
                    });
                }
                Event::Start(Tag::TableCell) => cell = Some((String::new(), false)),
                Event::Start(Tag::Strong) => cell.iter_mut().for_each(|(_, bold)| *bold = true),
                Event::Text(part) | Event::Code(part) => {
                    cell.iter_mut().for_each(|(text, _)| text.push_str(&part));
                }
                Event::InlineHtml(tag) if tag.as_ref() == "<br>" => {
                    cell.iter_mut().for_each(|(text, _)| text.push('\n'));
                }
                Event::End(TagEnd::TableCell) => cells.extend(cell.take()),
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                    let table = rule.last_mut().expect("a table");
                    let cells = std::mem::take(&mut cells).into_iter();
                    if table.columns.is_empty() {
                        let columns = cells.map(|(name, is_expected)| Column { name, is_expected });
                        table.columns = columns.collect();
                    } else {
                        let cells = cells.map(|(text, _)| text).collect();
                        table.rows.push(Row { line, cells });
                    }
                    // Markdown drops the cells that are too many, and fills in those that lack.
                    let source = text.lines().nth(line - 1).unwrap_or_default();
                    let bars = source.replace("\\|", "").matches('|').count();
                    let (found, expected) = (bars.saturating_sub(1), table.columns.len());
                    if found != expected {
                        let told =
                            format!("rækken har {found} celler, tabellen {expected} kolonner");
                        file.mistakes.push((line, told));
                    }
                }
                _ => {}
            }
        }
        for (line, _) in (1..)
            .zip(text.lines())
            .filter(|(_, text)| text.trim_start().starts_with('|'))
        {
            if !lines_of_tables.iter().any(|table| table.contains(&line)) {
                file.mistakes
                    .push((line, "rækken står ikke i en tabel".to_owned()));
            }
        }
        file
    }
}
