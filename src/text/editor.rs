//! What the pages of all documents share: saving, undo, rows, typing.

use crate::draft::Corrected;
use crate::text::messages;

pub const REDO: &str = "Annullér fortryd";
pub const UNDO: &str = "Fortryd";
pub const SAVED: &str = "Gemt";
pub const SAVING: &str = "Gemmer …";
pub const NOT_SAVED: &str = "Ikke gemt";
pub const HEAD: &str = "Grundoplysninger";
pub const GRID_HINT: &str = "Det, du skriver i en celle, erstatter det, der står. F2, Enter eller et klik mere retter i det, og Esc fortryder. Piletaster, Tab og Enter går videre. Ctrl+R udfylder mod højre. Celler fra Excel eller Word kan sættes ind. Skriv fx 5,6 mio. eller =12*450.";

/// A cell was copied to the right.
#[must_use]
pub fn filled_right(cells: usize) -> String {
    match cells {
        1 => "1 celle er udfyldt mod højre.".to_owned(),
        cells => format!("{} celler er udfyldt mod højre.", messages::count(cells)),
    }
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
