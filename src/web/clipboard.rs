//! What is on the clipboard: a block of cells, as text or as a table of a page or a letter.

use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, Document, DomParser, Element, HtmlTableCellElement, HtmlTableElement,
    HtmlTableRowElement, SupportedType,
};

use crate::draft::{Block, Look, Omitted, PageStyles, STYLE_ATTRIBUTE, Size, TableCell, is_block};

/// A page on the clipboard that is longer than this is not read, in bytes.
const LONGEST_PAGE: usize = 4_000_000;
/// So many cells of a table are read.
const CELLS: u32 = 20_000;
/// So much of a text above a table is read, in characters.
const CAPTION: usize = 300;
/// Where a cell breaks its line, until the other space in it has become single.
const BREAK: &str = "\u{2028}";

/// What is on the clipboard, as it was when somebody pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    text: String,
    /// The same, as a page.
    page: String,
}

/// What is pasted, where that is a block of cells. `None` for one cell, which needs no help.
#[must_use]
pub fn copied(event: &ClipboardEvent) -> Option<Copied> {
    // The clipboard can be read while the event lasts, and not later.
    let data = event.clipboard_data()?;
    let copied = Copied {
        text: data.get_data("text/plain").unwrap_or_default(),
        page: data.get_data("text/html").unwrap_or_default(),
    };
    let has_rows = |(_, table): (Document, HtmlTableElement)| {
        let cell_after_cell = table.query_selector("td + td, th + td, td + th");
        cell_after_cell.is_ok_and(|cell| cell.is_some())
    };
    let is_block = is_block(&copied.text) || copied.tables().1.into_iter().any(has_rows);
    is_block.then_some(copied)
}

/// What is pasted where that is one cell, as so many rows and columns of it.
#[must_use]
pub fn repeated(event: &ClipboardEvent, size: Size) -> Option<Copied> {
    let text = event.clipboard_data()?.get_data("text/plain").ok()?;
    let text = text.trim_end_matches(['\r', '\n']);
    if text.is_empty() || is_block(text) {
        return None;
    }
    let row = vec![text; size.columns].join("\t");
    Some(Copied {
        text: vec![row; size.rows].join("\n"),
        page: String::new(),
    })
}

/// The block of cells that was copied: from the text, or where that holds no table, from the page.
#[must_use]
pub fn block_in(copied: &Copied) -> Block {
    let block = Block::from_clipboard(&copied.text);
    let is_table = block.as_ref().is_some_and(Block::is_table);
    // In a text, raised digits and what is struck through stand among the digits of a number.
    if let Some(block) = block.as_ref().filter(|_| is_table && !copied.has_marks()) {
        return block.clone();
    }
    // One after the other, so that none is lost.
    let (styles, tables) = copied.tables();
    let tables = tables
        .iter()
        .filter_map(|(document, table)| Reading::of(document, styles.clone()).table(table));
    let table = tables.reduce(Block::followed_by);
    let table = table.filter(Block::is_table).or(block);
    table.unwrap_or_else(|| Block::of_one_cell(&copied.text))
}

impl Copied {
    /// Whether something on the page may be raised, struck through or hidden.
    fn has_marks(&self) -> bool {
        let marks = [
            "line-through",
            "<sup",
            "<del",
            "<strike",
            "<s>",
            "<s ",
            "display:none",
            "display: none",
            "visibility:",
            "mso-hide",
        ];
        let page = self.page.to_ascii_lowercase();
        marks.iter().any(|mark| page.contains(mark))
    }

    /// The styles of the page, and its tables that hold no other table, with their page. That is never shown: nothing in it is
    /// run or loaded.
    fn tables(&self) -> (PageStyles, Vec<(Document, HtmlTableElement)>) {
        let page = &self.page;
        if page.len() > LONGEST_PAGE || !(page.contains("<t") || page.contains("<T")) {
            return (PageStyles::default(), Vec::new());
        }
        let (styles, page) = PageStyles::taken_from(page);
        let parser = DomParser::new().ok();
        let document = parser.and_then(|parser| {
            parser
                .parse_from_string(&page, SupportedType::TextHtml)
                .ok()
        });
        let Some(document) = document else {
            return (styles, Vec::new());
        };
        let tables = document.get_elements_by_tag_name("table");
        let tables = (0..tables.length())
            .filter_map(|place| tables.item(place))
            .filter(|table| table.get_elements_by_tag_name("table").length() == 0)
            .filter_map(|table| table.dyn_into::<HtmlTableElement>().ok())
            .filter(|table| table.get_elements_by_tag_name("td").length() > 1)
            .map(|table| (document.clone(), table))
            .collect();
        (styles, tables)
    }
}

/// What is read of a page, and what of it does not count.
struct Reading<'a> {
    document: &'a Document,
    styles: PageStyles,
    omitted: Vec<Omitted>,
}

impl<'a> Reading<'a> {
    fn of(document: &'a Document, styles: PageStyles) -> Self {
        Self {
            document,
            styles,
            omitted: Vec::new(),
        }
    }

    fn table(mut self, table: &HtmlTableElement) -> Option<Block> {
        let mut cells_left = CELLS;
        let rows = table.rows();
        let mut read = Vec::new();
        for place in 0..rows.length() {
            let Some(row) = rows.item(place) else {
                continue;
            };
            let around = [Some(Element::from(table.clone())), row.parent_element()];
            let around = around.into_iter().flatten();
            // What hides a table or a part of it hides its rows.
            let of_row =
                around
                    .chain([row.clone()])
                    .fold(Look::Plain, |look, element| match look {
                        Look::Plain => self.look(&element),
                        other => other,
                    });
            let cells = row.dyn_into::<HtmlTableRowElement>().ok()?.cells();
            cells_left = cells_left.checked_sub(cells.length())?;
            let cells = (0..cells.length()).filter_map(|place| cells.item(place));
            let cells = cells.filter_map(|cell| cell.dyn_into::<HtmlTableCellElement>().ok());
            let cells: Vec<TableCell> = cells.filter_map(|cell| self.cell(&cell, of_row)).collect();
            if of_row != Look::Absent {
                read.push(cells);
            }
        }
        let above = self.above(table);
        let block = Block::from_table(&read)?;
        Some(block.below(above).without(self.omitted))
    }

    /// Reads a cell of a row that looks like this. `None` for one that takes up no place.
    fn cell(&mut self, cell: &HtmlTableCellElement, of_row: Look) -> Option<TableCell> {
        let look = match of_row {
            Look::Plain => self.look(cell),
            other => other,
        };
        if look != Look::Plain {
            self.omit(cell, look);
            cell.set_text_content(None);
        }
        let text = self.text_of(cell);
        (look != Look::Absent).then(|| TableCell {
            columns: usize::try_from(cell.col_span()).unwrap_or(1),
            rows: usize::try_from(cell.row_span()).unwrap_or(1),
            text,
        })
    }

    /// The caption of a table, and the line before it.
    fn above(&mut self, table: &HtmlTableElement) -> Vec<String> {
        let before = table.previous_element_sibling();
        // Another table is read by itself.
        let is_table = |element: &Element| {
            element.tag_name() == "TABLE" || element.get_elements_by_tag_name("table").length() > 0
        };
        let before = before.filter(|element| !is_table(element));
        let before = before.and_then(|element| match self.look(&element) {
            Look::Plain => Some(self.text_of(&element)),
            look => {
                self.omit(&element, look);
                None
            }
        });
        let caption = table.caption().map(|caption| self.text_of(&caption));
        let texts = before.into_iter().chain(caption);
        texts
            .filter(|text| !text.is_empty() && text.chars().count() <= CAPTION)
            .map(|text| text.replace('\n', " "))
            .collect()
    }

    /// How an element looks by itself.
    fn look(&self, element: &Element) -> Look {
        if element.has_attribute("hidden") {
            return Look::Absent;
        }
        let style = element.get_attribute(STYLE_ATTRIBUTE).unwrap_or_default();
        // Of a drawing, `className` is no text.
        let classes = element.get_attribute("class").unwrap_or_default();
        let tag = element.tag_name();
        self.styles.look(&tag, &style, &classes)
    }

    /// Notes what an element says, which looks like this.
    fn omit(&mut self, element: &Element, look: Look) {
        let text = element.text_content().unwrap_or_default();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            self.omitted.push(match look {
                Look::Struck => Omitted::Struck(text),
                Look::Plain | Look::Unseen | Look::Absent => Omitted::Hidden(text),
            });
        }
    }

    /// Removes from an element what is struck through or not to be seen.
    fn remove_what_does_not_count(&mut self, element: &Element) {
        let found = element.get_elements_by_tag_name("*");
        let inner: Vec<Element> = (0..found.length())
            .filter_map(|place| found.item(place))
            .collect();
        for inner in inner {
            let look = self.look(&inner);
            // What stood in something that was removed is gone with it.
            if look != Look::Plain && element.contains(Some(&inner)) {
                self.omit(&inner, look);
                inner.remove();
            }
        }
    }

    /// The text of an element, with a line for each paragraph and line break in it.
    fn text_of(&mut self, element: &Element) -> String {
        self.remove_what_does_not_count(element);
        raise_marks(element);
        for tag in ["br", "p", "div", "li"] {
            let found = element.get_elements_by_tag_name(tag);
            for place in 0..found.length() {
                let Some(inner) = found.item(place) else {
                    continue;
                };
                let line_break = self.document.create_text_node(BREAK);
                // A text that cannot be put in only lacks its line break.
                _ = inner.append_child(&line_break);
            }
        }
        let text = element.text_content().unwrap_or_default();
        let words = text
            .split(|c: char| c.is_ascii_whitespace())
            .filter(|word| !word.is_empty());
        let lines = words.collect::<Vec<_>>().join(" ");
        let lines = lines.split(BREAK).map(str::trim);
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    }
}

/// Makes small digits of the digits in raised text: `-120<sup>1)</sup>` is `-120¹⁾`, which is a mark and no part of the
/// number.
fn raise_marks(element: &Element) {
    let found = element.get_elements_by_tag_name("sup");
    for place in 0..found.length() {
        let Some(raised) = found.item(place) else {
            continue;
        };
        let text = raised.text_content().unwrap_or_default();
        raised.set_text_content(Some(&text.trim().chars().map(small).collect::<String>()));
    }
}

fn small(c: char) -> char {
    match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        '(' => '⁽',
        ')' => '⁾',
        other => other,
    }
}
