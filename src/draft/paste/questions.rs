//! What is not certain about a block that is pasted, and what was answered.

use std::collections::BTreeMap;

use super::reading::{CellFormat, Commas, has_thousands_comma, is_english, is_signed};
use super::unit::BlockUnit;
use super::{Paste, Source};
use crate::danish::{Direction, Signs, is_turned};
use crate::domain::Year;
use crate::draft::Form;

/// Something about a block that is not certain. Each is asked about once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// The unit of its amounts.
    Unit {
        /// What is likely.
        suggested: BlockUnit,
    },
    /// Whether its commas are before decimals or between thousands.
    Commas {
        /// What is likely.
        suggested: Commas,
    },
    /// Which signs its amounts have.
    Signs {
        /// What is likely.
        suggested: Signs,
    },
    /// It begins in another year than the document.
    Years {
        /// Its first year.
        block: Year,
        /// The document's first year.
        document: Option<Year>,
        /// Whether the document's first year should be the block's.
        suggested: bool,
    },
    /// Where one of its rows belongs.
    Row {
        /// The row in the block, counted from 0.
        row: usize,
        /// The row of the grid, counted from 0, where one is likely.
        suggested: Option<usize>,
    },
    /// Whether it lies where it should, which is to be seen.
    Place,
}

/// What somebody answered. What is not answered is read as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// The unit of amounts that name none.
    pub unit: Option<BlockUnit>,
    /// What commas are.
    pub commas: Option<Commas>,
    /// The convention its signs are in.
    pub signs: Option<Signs>,
    /// Whether the document's first year becomes the block's.
    pub takes_first_year: Option<bool>,
    /// The row of the grid that a row of the block goes to; `None` for a row that stays out.
    pub rows: BTreeMap<usize, Option<usize>>,
}

impl Answers {
    /// Returns the answers to these questions: what was answered, what is likely about the others, and nothing that is
    /// not asked.
    #[must_use]
    pub fn settled(&self, questions: &[Question]) -> Self {
        let mut answers = Self::default();
        for question in questions {
            match *question {
                Question::Unit { suggested } => answers.unit = self.unit.or(Some(suggested)),
                Question::Commas { suggested } => answers.commas = self.commas.or(Some(suggested)),
                Question::Signs { suggested } => answers.signs = self.signs.or(Some(suggested)),
                Question::Years { suggested, .. } => {
                    answers.takes_first_year = self.takes_first_year.or(Some(suggested));
                }
                Question::Row { row, suggested } => {
                    let answer = self.rows.get(&row).copied();
                    answers.rows.insert(row, answer.unwrap_or(suggested));
                }
                Question::Place => {}
            }
        }
        answers
    }
}

/// The amounts of a block as they were copied, and where they went.
struct Written<'a, Field> {
    field: Field,
    text: &'a str,
}

/// Asks about what only all amounts of a block together show.
pub(super) fn ask_about_amounts<F: Form>(
    paste: &mut Paste<'_, F::Field>,
    named: &[BlockUnit],
    source: &Source,
) {
    let written: Vec<Written<'_, F::Field>> = paste
        .found
        .placed
        .iter()
        .filter(|placed| F::unit(placed.field).is_some())
        .filter_map(|placed| {
            let text = source.text(placed.from)?;
            Some(Written {
                field: placed.field,
                text,
            })
        })
        .collect();
    let commas = commas(&written);
    // What is asked does not depend on what was answered.
    let mut format = paste.format;
    format.commas = match &commas {
        Some(Question::Commas { suggested }) => *suggested,
        _ => Commas::Decimals,
    };
    let questions = [
        unit::<F>(&written, named, format, commas.is_some()),
        commas,
        signs::<F>(&written, paste.unanswered, format),
    ];
    // The questions that are about the whole come first.
    let asked = questions.into_iter().flatten();
    paste.found.questions = asked
        .chain(std::mem::take(&mut paste.found.questions))
        .collect();
}

fn commas<Field>(written: &[Written<'_, Field>]) -> Option<Question> {
    let mut with_comma = written
        .iter()
        .filter_map(|cell| has_thousands_comma(cell.text))
        .peekable();
    with_comma.peek()?;
    let suggested = if written.iter().any(|cell| is_english(cell.text)) {
        Commas::Thousands
    } else {
        Commas::Decimals
    };
    with_comma
        .all(|is_thousands| is_thousands)
        .then_some(Question::Commas { suggested })
}

/// Asks for the unit of the amounts, where they name several or are too large or too small for the form's: then they are
/// probably in another.
fn unit<F: Form>(
    written: &[Written<'_, F::Field>],
    named: &[BlockUnit],
    format: CellFormat,
    are_commas_asked: bool,
) -> Option<Question> {
    match named {
        [] => {}
        [_] => return None,
        [suggested, ..] => {
            return Some(Question::Unit {
                suggested: *suggested,
            });
        }
    }
    let field_unit = BlockUnit::from(F::unit(written.first()?.field)?);
    if are_commas_asked {
        // How large the amounts are is not known before that.
        return Some(Question::Unit {
            suggested: field_unit,
        });
    }
    let numbers: Vec<_> = written
        .iter()
        .filter_map(|cell| format.amount(cell.text))
        .filter(|(amount, names_unit)| !names_unit && !amount.is_zero())
        .map(|(amount, _)| amount.kroner().abs())
        .collect();
    let all = |holds: &dyn Fn(rust_decimal::Decimal) -> bool| {
        !numbers.is_empty() && numbers.iter().all(|number| holds(*number))
    };
    let has_decimals = |number: rust_decimal::Decimal| !number.fract().is_zero();
    let likely = match field_unit {
        BlockUnit::Thousands if all(&|number| number >= 100_000.into()) => BlockUnit::Kroner,
        BlockUnit::Thousands if all(&|number| has_decimals(number) && number < 100.into()) => {
            BlockUnit::Millions
        }
        BlockUnit::Kroner
            if all(&|number| number < 1_000.into()) && numbers.iter().any(|n| has_decimals(*n)) =>
        {
            BlockUnit::Millions
        }
        _ => return None,
    };
    Some(Question::Unit { suggested: likely })
}

/// Asks for the sign convention, where savings would be read as costs, or investments as savings: then they are probably
/// printed in another.
fn signs<F: Form>(
    written: &[Written<'_, F::Field>],
    unanswered: Signs,
    format: CellFormat,
) -> Option<Question> {
    let mut is_unsigned = true;
    // How many amounts of each kind of row go which way.
    let (mut gains, mut gains_that_save, mut needs, mut needs_that_cost) = (0, 0, 0, 0);
    for cell in written {
        let Some(row) = F::direction(cell.field) else {
            continue;
        };
        let Some((amount, _)) = format.amount(cell.text) else {
            continue;
        };
        if amount.is_zero() {
            continue;
        }
        let says = is_signed(cell.text, amount);
        is_unsigned &= !says;
        let turns = is_turned(unanswered, Some(row)) && !crate::danish::says_direction(cell.text);
        let saves = amount.is_saving() != turns;
        match row {
            Direction::Saves => {
                gains += 1;
                gains_that_save += usize::from(saves);
            }
            Direction::Costs => {
                needs += 1;
                needs_that_cost += usize::from(!saves);
            }
        }
    }
    let is_odd = (gains > 0 && gains_that_save == 0) || (needs > 0 && needs_that_cost == 0);
    let suggested = match unanswered {
        _ if is_unsigned => Signs::RowDecides,
        Signs::PlusSaves | Signs::RowDecides => Signs::MinusSaves,
        Signs::MinusSaves | Signs::Words => Signs::PlusSaves,
    };
    is_odd.then_some(Question::Signs { suggested })
}
