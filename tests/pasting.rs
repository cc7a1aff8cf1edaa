//! Tables as they are copied from spreadsheets, letters and web pages: where they go, what stays out and what is asked.
//! Each case is a table and the form that it makes, as text.

mod cells;
mod clipboard;
mod downwards;
mod headings;
mod left_out;
mod places;
mod plans;
mod public_budgets;
mod signs;
mod units;

use raaderum::danish::Signs;
use raaderum::domain::{
    AmountRow, Entry, Id, Proposal, ProposalField, StaffRow, StatedFigure, Timestamp,
};
use raaderum::draft::{Answers, Form, LeftOut, Question, Recognised, paste_as, try_paste};
use raaderum::text::labels;

use crate::support::block;

const GAIN: ProposalField = ProposalField::Amount(AmountRow::EstimatedGain, 0);
const BUDGET: ProposalField = ProposalField::Amount(AmountRow::CurrentBudget, 0);

/// An empty proposal for a budget year; none when the text is blank.
fn proposal_for(year: &str) -> Proposal {
    let mut proposal = Proposal::blank(Id::random(), Timestamp::UNIX_EPOCH, Entry::Blank);
    proposal.enter(ProposalField::FirstYear, year);
    proposal
}

/// The rows of a proposal that hold something, as a text: its budget year, its rows, what the source states.
fn as_text(proposal: &Proposal) -> String {
    let shown = |field| proposal.shown(field);
    let mut lines = vec![shown(ProposalField::FirstYear)];
    let mut row = |name: &str, cells: Vec<String>| {
        if cells.iter().any(|cell| !cell.is_empty()) {
            lines.push(format!("{name}: {}", cells.join(" | ")));
        }
    };
    for amount in AmountRow::ALL {
        let mut cells: Vec<String> = (0..4)
            .map(|year| shown(ProposalField::Amount(amount, year)))
            .collect();
        let stated = shown(ProposalField::Stated(StatedFigure::Row(amount)));
        if !stated.is_empty() {
            cells.push(format!("({stated})"));
        }
        row(labels::amount_row(amount), cells);
    }
    let net = (0..4).map(|year| shown(ProposalField::Stated(StatedFigure::NetChange(year))));
    let total = shown(ProposalField::Stated(StatedFigure::NetChangeTotal));
    row("kildens sum", net.chain([total]).collect());
    for staff in StaffRow::ALL {
        let cells = (0..4).map(|year| shown(ProposalField::Staff(staff, year)));
        row(labels::staff_row(staff), cells.collect());
    }
    lines.join("\n")
}

/// What is asked about a block and what stays out of it, in short.
type Told = (Vec<Question>, Vec<LeftOut>);

/// Pastes into a proposal, with what is likely answered when `answers`; gives the form as text, and what was told.
fn into(proposal: &Proposal, start: ProposalField, text: &str, answers: bool) -> (String, Told) {
    let block = block(text);
    let signs = Signs::MinusSaves;
    if answers {
        let pasted = try_paste(proposal, start, &block, signs, &Answers::default());
        let (form, found, _) = pasted.expect("a cell");
        return (as_text(&form), (found.questions, found.left_out));
    }
    let mut form = proposal.clone();
    let found = paste_as(&mut form, start, &block, signs, &Answers::default()).expect("a cell");
    (as_text(&form), (found.questions, found.left_out))
}

/// A table that is certain: it lands as the text says, and nothing is asked and nothing left out.
fn check(start: ProposalField, text: &str, expected: &str) {
    let (form, (questions, left_out)) = into(&proposal_for("2024"), start, text, false);
    assert_eq!(form, expected, "{text}");
    assert_eq!((questions, left_out), (vec![], vec![]), "{text}");
}

/// The cells of a block with a digit that were neither placed nor named as left out, headings aside: those in the first
/// line, and texts with letters.
fn numbers_lost<Field>(text: &str, found: &Recognised<Field>) -> Vec<String> {
    let rows: Vec<Vec<&str>> = text.lines().map(|row| row.split('\t').collect()).collect();
    let is_number = |cell: &str| {
        cell.chars().any(|c| c.is_ascii_digit()) && !cell.chars().any(char::is_alphabetic)
    };
    let mut lost = Vec::new();
    for (row, cells) in rows.iter().enumerate().skip(1) {
        for (column, cell) in cells.iter().enumerate() {
            let is_placed = found
                .placed
                .iter()
                .any(|placed| placed.from == (row, column));
            if is_number(cell) && !is_placed {
                lost.push((*cell).to_owned());
            }
        }
    }
    let named = found.left_out.len();
    if lost.len() <= named {
        Vec::new()
    } else {
        lost
    }
}
