//! The examples: the eight proposals of Lejre Kommune (budget 2024-2027) and the plans of Slagelse Kommune
//! (2022-2023), with their real figures and short texts of our own.

use crate::domain::Document;
use crate::file::{self, Refusal};

/// Where the page finds the examples beside itself: they are no part of what a first visit loads.
pub const ADDRESS: &str = "examples.json";

/// The examples as a file in the public format.
pub const FILE: &str = include_str!("examples.json");

/// Returns the example documents.
///
/// # Errors
/// Never for the file as it is; a test reads it.
pub fn documents() -> Result<Vec<Document>, Refusal> {
    file::read(FILE)
}
