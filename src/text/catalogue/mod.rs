//! The page of a catalogue.

pub mod entries;
pub mod head;
pub mod key_figures;
pub mod names;
pub mod packages;
pub mod publish;
pub mod relations;
pub mod tabs;
