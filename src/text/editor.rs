//! What the pages of all documents share: saving, undo, rows, typing.

use rust_decimal::Decimal;

use crate::danish::{AmountUnit, Signs, print_amount, print_number};
use crate::domain::Amount;
use crate::draft::{CellSum, Corrected, Figures, FillTo, Filled, Summed};
use crate::text::messages;

pub const REDO: &str = "Annullér fortryd";
pub const UNDO: &str = "Fortryd";
pub const SAVED: &str = "Gemt";
pub const SAVING: &str = "Gemmer …";
pub const NOT_SAVED: &str = "Ikke gemt";
pub const HEAD: &str = "Grundoplysninger";
pub const GRID_KEYS: &str = "Taster i tabellen";
pub const GRID_HINT: &str = "Det, du skriver i en celle, erstatter det, der står. F2, Enter eller et klik mere retter i det, og Esc fortryder. Piletaster, Tab og Enter går videre. Skift og piletaster, Skift og klik eller træk markerer flere celler, Ctrl+A dem alle. Ctrl+C kopierer, Delete tømmer, Ctrl+R udfylder mod højre og Ctrl+D nedad. Celler fra Excel eller Word kan sættes ind. Skriv fx 5,6 mio. eller =12*450.";

/// What is selected, in the line that says what it comes to.
pub const RANGE: &str = "Markerede celler";

/// What a screen reader says of a cell that is one of those selected.
pub const IN_RANGE: &str = "markeret";

/// So many cells.
fn cells(count: usize) -> String {
    match count {
        1 => "1 celle".to_owned(),
        cells => format!("{} celler", messages::count(cells)),
    }
}

/// What cells come to, in the unit and with the signs of their table.
#[must_use]
pub fn sum_of_cells(sum: &CellSum, unit: AmountUnit, signs: Signs) -> String {
    let mut parts = vec![cells(sum.cells)];
    match &sum.figures {
        Some(figures) => {
            let mean = figure(figures, figures.mean, unit, signs);
            let about = if figures.is_rounded { "ca. " } else { "" };
            parts.push(format!("sum {}", figure(figures, figures.sum, unit, signs)));
            parts.push(format!("gennemsnit {about}{mean}"));
        }
        None if sum.cells > sum.blank + sum.unreadable => {
            parts.push("ingen sum, for tallene er af flere slags".to_owned());
        }
        None => {}
    }
    let not_counted = [(sum.blank, "tomme"), (sum.unreadable, "der ikke kan læses")];
    let not_counted: Vec<String> = not_counted
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| match (count, what) {
            (1, "tomme") => "1 tom".to_owned(),
            (count, what) => format!("{} {what}", messages::count(count)),
        })
        .collect();
    if !not_counted.is_empty() {
        parts.push(format!("ikke talt med: {}", not_counted.join(" og ")));
    }
    parts.join(" · ")
}

fn figure(figures: &Figures, number: Decimal, unit: AmountUnit, signs: Signs) -> String {
    let kroner = match unit {
        AmountUnit::Kroner => "kr.",
        AmountUnit::Thousands => "t.kr.",
    };
    // Of a figure that lies beyond the bound of an amount, too.
    let amount = Amount::of_sum(number);
    match figures.kind {
        Summed::Changes => format!("{} {kroner}", signs.print(amount, unit)),
        Summed::Levels => format!("{} {kroner}", print_amount(amount, unit)),
        Summed::People => format!("{} medarbejdere", print_number(number)),
        Summed::Positions => format!("{} årsværk", print_number(number)),
    }
}

/// Several cells were selected, from one to another.
#[must_use]
pub fn selected(from: &str, to: &str, sum: &str) -> String {
    format!("{from} til {to}: {sum}")
}

/// Cells were copied.
#[must_use]
pub fn copied(count: usize) -> String {
    format!("{} er kopieret.", cells(count))
}

/// Cells were emptied.
#[must_use]
pub fn emptied(filled: Filled) -> String {
    let done = match filled.written {
        1 => "1 celle er tømt.".to_owned(),
        written => format!("{} celler er tømt.", messages::count(written)),
    };
    with_left_alone(done, filled)
}

/// Cells were filled from others.
#[must_use]
pub fn filled(filled: Filled, to: Option<FillTo>) -> String {
    let to = match to {
        Some(FillTo::Right) => " mod højre",
        Some(FillTo::Down) => " nedad",
        None => "",
    };
    let done = match filled.written {
        1 => format!("1 celle er udfyldt{to}."),
        written => format!("{} celler er udfyldt{to}.", messages::count(written)),
    };
    with_left_alone(done, filled)
}

/// What was done, where anything was, and which cells were left alone.
fn with_left_alone(done: String, filled: Filled) -> String {
    let mut sentences = Vec::new();
    if filled.written > 0 {
        sentences.push(done);
    }
    match filled.locked {
        0 => {}
        1 => sentences.push("1 celle ligger i en lukket måned og er ikke ændret.".to_owned()),
        cells => sentences.push(format!(
            "{} celler ligger i lukkede måneder og er ikke ændret.",
            messages::count(cells)
        )),
    }
    match filled.unlike {
        0 => {}
        1 => sentences.push("1 celle er til en anden slags tal og er ikke ændret.".to_owned()),
        cells => sentences.push(format!(
            "{} celler er til en anden slags tal og er ikke ændret.",
            messages::count(cells)
        )),
    }
    sentences.join(" ")
}

/// An amount per year was put into the years after its own too.
#[must_use]
pub fn filled_years(years: usize) -> String {
    match years {
        1 => "Beløbet er også skrevet i året efter.".to_owned(),
        years => format!(
            "Beløbet er også skrevet i de {} år efter.",
            messages::count(years)
        ),
    }
}

/// An offer beside a message was taken.
#[must_use]
pub fn corrected(corrected: Corrected) -> String {
    let written = match corrected.written {
        1 => "1 celle er rettet.".to_owned(),
        cells => format!("{} celler er rettet.", messages::count(cells)),
    };
    match corrected.left_out {
        0 => written,
        1 => format!("{written} Der var ikke plads til 1 tal."),
        numbers => format!(
            "{written} Der var ikke plads til {} tal.",
            messages::count(numbers)
        ),
    }
}

pub const MOVE_UP: &str = "Flyt op";
pub const MOVE_DOWN: &str = "Flyt ned";
pub const REMOVE: &str = "Fjern";
