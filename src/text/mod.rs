//! Every string that people see, in Danish and in one place: a second language is a second set of these files.
//!
//! `labels` names what the forms name, `messages` are sentences about what somebody typed or opened, `page` is
//! everything else that stands on the screen, `meaning` says amounts in words, `explanation` how figures came about, and
//! `open_data` names the columns of tables that are published.

pub mod differences;
pub mod explanation;
pub mod labels;
pub mod meaning;
pub mod messages;
pub mod offers;
pub mod open_data;
pub mod page;
