//! What leaves for readers.

pub mod hearing_answer;
pub mod package;
pub mod page;
