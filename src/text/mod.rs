//! Every string that people see, in Danish and in one place: a second language is a second set of these files.
//!
//! `labels` names what the forms name, `hints` say how a field is filled in, `messages` are sentences about what somebody typed or opened, `page` is
//! everything else that stands on the screen, `meaning` says amounts in words, `yearly` those of four years, `explanation` how figures came about, and
//! `open_data` names the columns of tables that are published.

#![expect(missing_docs, reason = "a Danish sentence says itself what it is")]

pub mod differences;
pub mod explanation;
pub mod hints;
pub mod labels;
pub mod meaning;
pub mod messages;
pub mod offers;
pub mod open_data;
pub mod page;
pub mod yearly;
