//! The largest size of a file, and documents that need several.

use raaderum::domain::{Document, Entry, Proposal, ProposalField, Section, Timestamp, limits};
use raaderum::draft::Form;
use raaderum::file::{self, Reason};

use super::golden::golden_documents;
use super::{GOLDEN_1, id, outcome, refuse};

#[test]
fn a_file_has_a_largest_size() {
    let fits = " ".repeat(limits::FILE_BYTES);
    let too_large = " ".repeat(limits::FILE_BYTES + 1);
    let refused = refuse("", Reason::FileTooLarge);
    for bytes in [too_large.as_bytes(), &vec![0xFF; limits::FILE_BYTES + 1]] {
        assert_eq!(outcome(file::read_bytes(bytes)), refused);
    }
    assert_eq!(outcome(file::read(&too_large)), refused);
    assert_ne!(outcome(file::read(&fits)), refused);
    let padded = format!(
        "{GOLDEN_1}{}",
        " ".repeat(limits::FILE_BYTES - GOLDEN_1.len())
    );
    assert_eq!(file::read_bytes(padded.as_bytes()), Ok(golden_documents()));
}

fn proposal_with(number: usize, summary: &str) -> Document {
    let id = id(&format!("00000000-0000-4000-8000-{number:012}"));
    let mut proposal = Proposal::blank(id, Timestamp::UNIX_EPOCH, Entry::Blank);
    proposal.enter(ProposalField::Section(Section::Summary), summary);
    proposal.into()
}

#[test]
fn what_one_file_cannot_hold_is_written_to_several() {
    let check = |documents: &[Document], expected: &[usize]| {
        let all: Vec<&Document> = documents.iter().collect();
        let parts = file::write_parts(&all).unwrap();
        let read = parts.iter().map(|text| file::read(text).unwrap());
        let read: Vec<Vec<Document>> = read.collect();
        let counts: Vec<usize> = read.iter().map(Vec::len).collect();
        assert_eq!(counts, expected);
        assert!(read.concat() == documents);
    };
    check(&[], &[0]);
    check(&golden_documents(), &[golden_documents().len()]);
    let many = limits::DOCUMENTS + 1;
    let many: Vec<Document> = (0..many).map(|number| proposal_with(number, "")).collect();
    check(&many, &[limits::DOCUMENTS / 2 + 1, limits::DOCUMENTS / 2]);

    // One that is too large by itself is written all the same: what was typed is not lost.
    let long = "x".repeat(limits::FILE_BYTES);
    let documents = [proposal_with(1, "x"), proposal_with(2, &long)];
    let parts = file::write_parts(&documents.each_ref()).unwrap();
    let [fits, too_large] = &parts[..] else {
        panic!("two files");
    };
    assert_eq!(file::read(fits).unwrap(), documents[..1]);
    assert!(too_large.contains(&long));
}
