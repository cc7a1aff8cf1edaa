//! The pages about where documents lie.

pub mod bin;
pub mod earlier;
pub mod file;
pub mod import;
pub mod storage;
pub mod unreadable;
