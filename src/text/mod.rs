//! Every string that people see, in Danish and in one place: a second language is a second set of these files.
//!
//! The folders and files are those of `ui` and `publication`: what `ui/plan/spread.rs` shows is said in `plan/spread.rs`. What every
//! page shares: `labels` names what the forms name, `hints` say how a field is filled in, `messages` are sentences about what somebody typed or
//! opened, `meaning` says amounts in words, `yearly` those of four years, `explanation` how figures came about, `differences` what changed, and
//! `open_data` names the columns of tables that are published.

#![expect(missing_docs, reason = "a Danish sentence says itself what it is")]

pub mod app;
pub mod catalogue;
pub mod commands;
pub mod differences;
pub mod document;
pub mod editions;
pub mod editor;
pub mod explanation;
pub mod filtering;
pub mod hints;
pub mod labels;
pub mod meaning;
pub mod messages;
pub mod offers;
pub mod open_data;
pub mod overview;
pub mod paste;
pub mod plan;
pub mod problems;
pub mod proposal;
pub mod publication;
pub mod reader;
pub mod safekeeping;
pub mod share_package;
pub mod sums;
pub mod update;
pub mod yearly;
