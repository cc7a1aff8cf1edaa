//! What readers of a published page can do with it.

pub mod answer;
pub mod list;
pub mod own_package;
pub mod share;
