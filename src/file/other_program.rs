//! Files of other programs, recognised by their content: a name can be anything.

use super::refusal::OtherProgram;

/// The beginning of the archives that today's Office files are.
const ZIP: &[u8] = b"PK\x03\x04";
/// The beginning of Office files from before 2007, and of those with a password.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Returns the program whose file this is; `None` if it may be ours.
pub(super) fn recognised(bytes: &[u8]) -> Option<OtherProgram> {
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    if bytes.starts_with(b"%PDF-") {
        Some(OtherProgram::Pdf)
    } else if bytes.starts_with(br"{\rtf") {
        Some(OtherProgram::Word)
    } else if bytes.starts_with(ZIP) {
        // The names of the files in an archive stand in it uncompressed.
        let program = if holds(b"word/document") {
            OtherProgram::Word
        } else if holds(b"xl/workbook") {
            OtherProgram::Excel
        } else if holds(b"[Content_Types].xml") || holds(b"application/vnd.oasis.") {
            OtherProgram::Office
        } else {
            OtherProgram::Zip
        };
        Some(program)
    } else if bytes.starts_with(COMPOUND) {
        let program = if holds(&wide("WordDocument")) {
            OtherProgram::Word
        } else if holds(&wide("Workbook")) || holds(&wide("Book")) {
            OtherProgram::Excel
        } else {
            OtherProgram::Office
        };
        Some(program)
    } else if is_image(bytes) {
        Some(OtherProgram::Image)
    } else {
        let text = text_of(bytes)?;
        let begins_as_page = text.trim_start_matches(super::is_nothing).starts_with('<');
        begins_as_page.then(|| page(&text))
    }
}

/// Returns what a text is that is no JSON and does not look like a damaged file of ours; `None` for what is no text.
pub(super) fn recognised_text(bytes: &[u8]) -> Option<OtherProgram> {
    let text = text_of(bytes)?;
    let begins_as_json = text
        .trim_start_matches(super::is_nothing)
        .starts_with(['{', '[']);
    if begins_as_json || text.contains(&format!("\"{}\"", super::FORMAT)) {
        None
    } else if has_cells(&text) {
        Some(OtherProgram::Csv)
    } else {
        Some(OtherProgram::Text)
    }
}

/// The data that a published page has in it (`publication::DATA`).
const PUBLISHED: &str = "<script type=\"application/json\" id=\"catalogue.json\">";

/// So many bytes tell what a text is.
const BEGINNING: usize = 8_000;

fn is_image(bytes: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 6] = [
        b"\x89PNG\r\n\x1a\n",
        b"\xFF\xD8\xFF",
        b"GIF8",
        b"II*\0",
        b"MM\0*",
        b"\0\0\x01\0",
    ];
    // Within a container, what it holds is named after its size.
    let holds = |at: usize, what: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(what));
    BEGINNINGS
        .iter()
        .any(|beginning| bytes.starts_with(beginning))
        || bytes.starts_with(b"RIFF") && holds(8, b"WEBP")
        || holds(4, b"ftypheic")
        || holds(4, b"ftypavif")
        || bytes.starts_with(b"BM") && holds(6, b"\0\0\0\0")
}

/// Returns the text that a file is: in UTF-8, in UTF-16 as spreadsheets write it, or in an older encoding of one byte a
/// letter, of which the letters do not matter here. `None` for what is no text.
fn text_of(bytes: &[u8]) -> Option<String> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2);
        let units = units.filter_map(|pair| Some(unit(pair.try_into().ok()?)));
        let units: Vec<u16> = units.take(BEGINNING).collect();
        String::from_utf16_lossy(&units)
    };
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Some(wide(rest, u16::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Some(wide(rest, u16::from_be_bytes));
    }
    let is_control = |byte: &u8| *byte < b' ' && !byte.is_ascii_whitespace();
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if !beginning.iter().any(is_control) => Some(text.to_owned()),
        Ok(_) => None,
        Err(_) if beginning.iter().any(is_control) => None,
        Err(_) => Some(bytes.iter().copied().map(char::from).collect()),
    }
}

/// Returns what a text is that begins as a page does.
fn page(text: &str) -> OtherProgram {
    let beginning: String = text.chars().take(BEGINNING).collect();
    let beginning = beginning.to_ascii_lowercase();
    if text.contains(PUBLISHED) {
        OtherProgram::PublishedPage
    } else if beginning.contains("<html") || beginning.contains("<!doctype html") {
        OtherProgram::WebPage
    } else if beginning.contains("<svg") {
        OtherProgram::Image
    } else {
        OtherProgram::Text
    }
}

/// Returns whether a text is of cells: each of its first lines has the same sign between cells, and as often.
fn has_cells(text: &str) -> bool {
    let lines = || {
        let lines = text.lines().take(10);
        lines.filter(|line| !line.trim().is_empty())
    };
    [';', '\t', ','].into_iter().any(|sign| {
        let mut counts = lines().map(|line| line.matches(sign).count());
        let first = counts.next().unwrap_or_default();
        // A comma can stand in a sentence.
        let is_certain = sign != ',' || lines().count() > 1;
        first > 0 && is_certain && counts.all(|count| count == first)
    })
}

/// Returns a name as such a file spells it: UTF-16.
fn wide(name: &str) -> Vec<u8> {
    name.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
