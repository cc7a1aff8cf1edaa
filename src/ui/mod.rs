//! The pages, and the parts that they are made of.

mod app;
mod catalogue;
mod cell;
mod dialog;
mod differences;
mod document_actions;
mod editions;
mod editor;
mod explain;
mod field;
mod filtering;
mod form_field;
mod lazy;
mod notices;
mod number_entry;
mod open_data;
mod outputs;
mod overview;
mod paste;
mod pick_file;
mod pick_list;
mod plan;
mod problems;
mod proposal;
mod reader;
mod rows;
mod safekeeping;
mod session;
mod share_package;
mod stated;
mod summary_bar;
mod sums;
mod update;
mod view;

pub use app::app;
pub use lazy::read;
