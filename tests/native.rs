//! The tests that need no browser, by subject: one crate, so that they are built and linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unreachable,
    reason = "tests"
)]

mod any_catalogue;
mod backup;
mod blank;
mod budget_year;
mod catalogue;
mod checks;
mod closing;
mod commands;
mod corrections;
mod coverage;
mod dates;
mod differences;
mod editions;
mod explanations;
mod fields;
mod file_format;
mod followup;
mod forms;
mod grid;
mod hearing_answer;
mod layering;
mod letter_case;
mod links;
mod list_sum;
mod mentioned;
mod merging;
mod new_field;
mod numbers;
mod open_data;
mod packages;
mod pasting;
mod pictures;
mod properties;
mod publication;
mod publishing;
mod ranges;
mod records;
mod reimbursement;
mod rules;
mod saving;
mod schema;
mod seeded_reading;
mod sharing;
mod signs;
mod sizes;
mod stated;
mod stated_proposal;
mod steps;
mod support;
mod targets;
mod thinning;
mod ticks;
mod typing;
mod updates;
mod yearly;
