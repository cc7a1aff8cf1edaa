//! What is not certain about a block that is pasted, and what was answered.

use std::collections::BTreeMap;

use super::reading::{
    CellFormat, Commas, has_thousands_comma, is_english, is_in_kroner, is_signed,
};
use super::unit::BlockUnit;
use super::{Paste, Source};
use crate::danish::{Direction, Signs, is_turned};
use crate::domain::{Entry, Year};
use crate::draft::Form;

/// Something about a block that is not certain. Each is asked about once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// The unit of its amounts.
    Unit {
        /// What is likely.
        suggested: Option<BlockUnit>,
    },
    /// Whether `kr.` beside small amounts says that they are in kroner, where others would be in thousands.
    Kroner {
        /// What is likely.
        suggested: Option<bool>,
    },
    /// Whether its commas are before decimals or between thousands.
    Commas {
        /// What is likely.
        suggested: Commas,
    },
    /// Which signs its amounts have.
    Signs {
        /// What is likely.
        suggested: Option<Signs>,
    },
    /// Whether a single column of amounts is one row, with its years or months one below the other.
    Downwards {
        /// Whether its amounts would be those of months, and not of years.
        are_months: bool,
        /// What is likely.
        suggested: Option<bool>,
    },
    /// A year that stands twice above it, and as which year it is read the second time.
    YearTwice {
        /// The year.
        year: u16,
        /// How it is read.
        read: u16,
    },
    /// It begins in another year than the document, or has more years than a document.
    Years {
        /// Its first year and its last.
        block: (u16, u16),
        /// The document's first year.
        document: Entry<Year>,
        /// The years that the document can begin in.
        choices: Vec<u16>,
        /// What is likely.
        suggested: Option<FirstYear>,
    },
    /// Where one of its rows belongs.
    Row {
        /// The row in the block, counted from 0.
        row: usize,
        /// The row of the grid, counted from 0, where one is likely.
        suggested: Option<usize>,
    },
    /// What one of its columns holds.
    Column {
        /// The column in the block, counted from 0.
        column: usize,
        /// The column of the grid, counted from 0, where one is likely; the one after the last is that of the sums.
        suggested: Option<usize>,
    },
    /// Whether it lies where it should, which is to be seen.
    Place,
}

/// What becomes of the document's first year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstYear {
    /// It stays as it is.
    Keep,
    /// It becomes this year.
    Take(u16),
}

/// What somebody answered. What is not answered is read as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// The unit of amounts that name none.
    pub unit: Option<BlockUnit>,
    /// Whether `kr.` beside an amount says that it is in kroner.
    pub are_kroner: Option<bool>,
    /// What commas are.
    pub commas: Option<Commas>,
    /// The convention its signs are in.
    pub signs: Option<Signs>,
    /// Whether a single column is one row, with its years one below the other.
    pub is_downwards: Option<bool>,
    /// What becomes of the document's first year.
    pub first_year: Option<FirstYear>,
    /// The row of the grid that a row of the block goes to; `None` for a row that stays out.
    pub rows: BTreeMap<usize, Option<usize>>,
    /// The column of the grid that a column of the block goes to; `None` for a column that stays out.
    pub columns: BTreeMap<usize, Option<usize>>,
}

impl Answers {
    /// Returns the answers to these questions: what was answered, what is likely about the others, and nothing that is
    /// not asked.
    #[must_use]
    pub fn settled(&self, questions: &[Question]) -> Self {
        let mut answers = Self::default();
        for question in questions {
            match *question {
                Question::Unit { suggested } => answers.unit = self.unit.or(suggested),
                Question::Kroner { suggested } => {
                    answers.are_kroner = self.are_kroner.or(suggested)
                }
                Question::Commas { suggested } => answers.commas = self.commas.or(Some(suggested)),
                Question::Signs { suggested } => answers.signs = self.signs.or(suggested),
                Question::Years { suggested, .. } => {
                    answers.first_year = self.first_year.or(suggested);
                }
                Question::Downwards { suggested, .. } => {
                    answers.is_downwards = self.is_downwards.or(suggested);
                }
                Question::Row { row, suggested } => {
                    let answer = self.rows.get(&row).copied();
                    answers.rows.insert(row, answer.unwrap_or(suggested));
                }
                Question::Column { column, suggested } => {
                    let answer = self.columns.get(&column).copied();
                    answers.columns.insert(column, answer.unwrap_or(suggested));
                }
                Question::Place | Question::YearTwice { .. } => {}
            }
        }
        answers
    }

    /// Returns whether one of these questions has no answer here and none that is likely, so that nothing may be written.
    #[must_use]
    pub fn lack_any(&self, questions: &[Question]) -> bool {
        questions.iter().any(|question| match question {
            Question::Unit { .. } => self.unit.is_none(),
            Question::Kroner { .. } => self.are_kroner.is_none(),
            Question::Commas { .. } => self.commas.is_none(),
            Question::Signs { .. } => self.signs.is_none(),
            Question::Downwards { .. } => self.is_downwards.is_none(),
            Question::Years { .. } => self.first_year.is_none(),
            // What is not chosen stays out, which is said.
            Question::Row { .. } | Question::Column { .. } => false,
            Question::Place | Question::YearTwice { .. } => false,
        })
    }
}

/// The amounts of a block as they were copied, and where they went.
struct Written<'a, Field> {
    field: Field,
    text: &'a str,
    /// The units that its line is in.
    units: &'a [BlockUnit],
}

/// Asks about what only all amounts of a block together show.
pub(super) fn ask_about_amounts<F: Form>(paste: &mut Paste<'_, F::Field>, source: &Source) {
    let units = std::mem::take(&mut paste.units);
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
                units: units.get(placed.from.0).map_or(&[], Vec::as_slice),
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
        unit::<F>(&written, format, commas.is_some()),
        kroner::<F>(&written, format),
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
    format: CellFormat,
    are_commas_asked: bool,
) -> Option<Question> {
    let any = |holds: &dyn Fn(usize) -> bool| written.iter().any(|cell| holds(cell.units.len()));
    let is_doubtful = any(&|units| units > 1);
    if is_doubtful || (any(&|units| units == 1) && any(&|units| units == 0)) {
        return Some(Question::Unit { suggested: None });
    }
    if any(&|units| units == 1) {
        return None;
    }
    let field_unit = BlockUnit::from(F::unit(written.first()?.field)?);
    if are_commas_asked {
        // How large the amounts are is not known before that.
        return Some(Question::Unit {
            suggested: Some(field_unit),
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
    let has_any_decimals = numbers.iter().any(|number| has_decimals(*number));
    let mut texts = written.iter().filter(|cell| {
        let amount = format.amount(cell.text);
        amount.is_some_and(|(amount, names_unit)| !names_unit && !amount.is_zero())
    });
    let suggested = match field_unit {
        BlockUnit::Thousands if all(&|number| number >= 100_000.into()) => Some(BlockUnit::Kroner),
        BlockUnit::Thousands if has_any_decimals => {
            // Half a thousand, or half a million: where all amounts have decimals they are millions.
            let are_millions =
                all(&|number| number < 100.into()) && texts.all(|cell| cell.text.contains(','));
            are_millions.then_some(BlockUnit::Millions)
        }
        BlockUnit::Kroner if all(&|number| number < 1_000.into()) && has_any_decimals => {
            Some(BlockUnit::Millions)
        }
        _ => return None,
    };
    Some(Question::Unit { suggested })
}

/// Asks whether `kr.` is meant, where it stands beside amounts that are small for a form of thousands.
fn kroner<F: Form>(written: &[Written<'_, F::Field>], format: CellFormat) -> Option<Question> {
    let is_of_kroner = |cell: &&Written<'_, F::Field>| {
        let unit = match cell.units {
            [unit] => Some(*unit),
            _ => F::unit(cell.field).map(BlockUnit::from),
        };
        unit != Some(BlockUnit::Kroner) && is_in_kroner(cell.text)
    };
    let mut amounts = written
        .iter()
        .filter(is_of_kroner)
        .filter_map(|cell| format.amount(cell.text))
        .map(|(amount, _)| amount.kroner().abs())
        .filter(|amount| !amount.is_zero())
        .peekable();
    amounts.peek()?;
    amounts
        .all(|amount| amount < 100_000.into())
        .then_some(Question::Kroner { suggested: None })
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
    let mut has_minus = false;
    let (mut minus_gains, mut minus_needs) = (0, 0);
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
        let is_minus = amount.is_saving() && !crate::danish::says_direction(cell.text);
        has_minus |= is_minus;
        match row {
            Direction::Saves => minus_gains += usize::from(is_minus),
            Direction::Costs => minus_needs += usize::from(is_minus),
        }
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
    let are_turned_gains = gains > 0 && gains_that_save == 0;
    let are_turned_needs = needs > 0 && needs_that_cost == 0;
    // Where nothing has a sign, one that is there is of another convention.
    let is_mixed = unanswered == Signs::RowDecides && has_minus;
    if !(are_turned_gains || are_turned_needs || is_mixed) {
        return None;
    }
    let is_plain = is_mixed && gains > 0 && needs > 0 && gains == minus_gains && minus_needs == 0;
    let suggested = match unanswered {
        _ if is_unsigned => Some(Signs::RowDecides),
        Signs::RowDecides => is_plain.then_some(Signs::MinusSaves),
        // One kind of row alone can be as it is meant, so that it is not turned unasked.
        _ if !(are_turned_gains && are_turned_needs) => None,
        Signs::PlusSaves => Some(Signs::MinusSaves),
        Signs::MinusSaves | Signs::Words => Some(Signs::PlusSaves),
    };
    Some(Question::Signs { suggested })
}
