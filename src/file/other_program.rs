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
    } else {
        None
    }
}

/// Returns a name as such a file spells it: UTF-16.
fn wide(name: &str) -> Vec<u8> {
    name.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
