//! The size of the tests' own files: one that is too long to read is split by subject.

use std::fs;
use std::path::Path;

/// The most lines that a file of tests may have.
const LINES: usize = 600;

/// Adds the Rust and TypeScript files in a folder and below that have too many lines, and returns how many files were seen.
fn add_too_long(folder: &Path, too_long: &mut Vec<String>) -> usize {
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let extension = path.extension().unwrap_or_default();
        if path.is_dir() {
            seen += add_too_long(&path, too_long);
        } else if extension == "rs" || extension == "ts" {
            let lines = fs::read_to_string(&path).expect("text").lines().count();
            if lines > LINES {
                too_long.push(format!("{}: {lines} lines", path.display()));
            }
            seen += 1;
        }
    }
    seen
}

#[test]
fn no_file_of_tests_is_too_long() {
    let mut too_long = Vec::new();
    let seen = add_too_long(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"),
        &mut too_long,
    );
    assert!(seen > 100, "only {seen} files");
    assert!(too_long.is_empty(), "{too_long:#?}");
}
