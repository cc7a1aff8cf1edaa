//! What holds for everything that is read, whoever wrote it: files and numbers. Both the fuzz targets (`fuzz/`) and the
//! native tests try these, so that a property is written once.

#![allow(
    dead_code,
    unused_imports,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests; each uses a part of it"
)]

mod explanations;
mod files;
mod numbers;

pub use explanations::{check_sums_of_plan, check_sums_of_proposal};
pub use files::{
    check_amount, check_documents, check_file, check_refusal, check_stable, keys, parts, typed_out,
};
pub use numbers::{blank_catalogue, blank_plan, blank_proposal, check_number};

/// A message is for a person: it says something, and can be read through.
const MESSAGE_CHARACTERS: usize = 1_000;

#[track_caller]
fn check_sentence(sentence: &str) {
    assert!(!sentence.trim().is_empty(), "no words");
    let length = sentence.chars().count();
    assert!(length <= MESSAGE_CHARACTERS, "{length} characters");
}
