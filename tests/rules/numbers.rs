//! Numbers as they are typed, printed and spread.

use raaderum::danish::{
    AmountUnit, NumberError, cell_text, footnote_of, print_amount, print_number, print_percent,
    read_amount, read_number, read_yearly_amount,
};
use raaderum::domain::{Amount, Remainder, Spread, spread};
use raaderum::draft::{Correction, EntryError, SpreadRefusal};
use raaderum::text;
use raaderum::text::{messages, offers};
use rust_decimal::Decimal;

use super::{Subject, month, shown_amount, unknown};

/// A text as somebody types it.
pub struct Typed(String);

impl Typed {
    pub fn new(cell: &str) -> Self {
        Self(cell.to_owned())
    }

    fn in_field(&self, unit: AmountUnit) -> String {
        told(read_amount(&self.0, unit), |amount| {
            print_amount(amount, unit)
        })
    }

    /// What is offered to be typed instead.
    fn offers(&self, unit: AmountUnit) -> String {
        let Err(error) = read_amount(&self.0, unit) else {
            return String::new();
        };
        let offers = offers::for_error(&EntryError::Number(error)).into_iter();
        let texts = offers.filter_map(|offer| match offer.correction {
            Correction::Type(text) => Some(text),
            _ => None,
        });
        texts.collect::<Vec<_>>().join("\n")
    }

    fn as_number(&self) -> String {
        told(read_number(&self.0), print_number)
    }
}

/// What a field shows of what was read, or what is said instead.
fn told<T>(read: Result<Option<T>, NumberError>, print: impl Fn(T) -> String) -> String {
    match read {
        Ok(value) => value.map_or_else(String::new, print),
        Err(error) => messages::entry_error(&EntryError::Number(error), 2024),
    }
}

impl Subject for Typed {
    fn take(&mut self, column: &str, _cell: &str) -> Result<(), String> {
        Err(unknown(column))
    }

    fn answer(&mut self, column: &str) -> Result<String, String> {
        use AmountUnit::{Kroner, Thousands};
        let same = |answers: &[String]| match answers {
            [first, rest @ ..] if rest.iter().all(|other| other == first) => first.clone(),
            different => different.join("\n"),
        };
        Ok(match column {
            "I kroner" => self.in_field(Kroner),
            "I 1.000 kr." => self.in_field(Thousands),
            "Som antal" => self.as_number(),
            "I beløbsfelter" => same(&[self.in_field(Kroner), self.in_field(Thousands)]),
            "Overalt" => same(&[
                self.in_field(Kroner),
                self.in_field(Thousands),
                self.as_number(),
            ]),
            "I et års kolonne" => {
                let read = read_yearly_amount(&self.0, Kroner);
                told(read, |amount| print_amount(amount, Kroner))
            }
            "I en indsat tabel" => cell_text(&self.0).to_owned(),
            "Fodnotemærke" => footnote_of(&self.0).unwrap_or_default(),
            "Tilbud" | "Tilbud i kroner" => self.offers(Kroner),
            "Tilbud i 1.000 kr." => self.offers(Thousands),
            _ => return Err(unknown(column)),
        })
    }
}

/// Returns the number in a cell that is not about reading numbers: points between thousands, a comma before decimals, and
/// any minus.
fn number(cell: &str) -> Result<Decimal, String> {
    let digits = cell.replace('.', "").replace(',', ".").replace('−', "-");
    Decimal::from_str_exact(&digits).map_err(|_| format!("»{cell}« er intet tal"))
}

fn amount(cell: &str) -> Result<Amount, String> {
    Amount::new(number(cell)?).map_err(|_| format!("»{cell}« er intet beløb"))
}

/// A number that is printed; an amount is in kroner.
pub struct Printed(Decimal);

impl Printed {
    pub fn new(cell: &str) -> Result<Self, String> {
        number(cell).map(Self)
    }
}

impl Subject for Printed {
    fn take(&mut self, column: &str, _cell: &str) -> Result<(), String> {
        Err(unknown(column))
    }

    fn answer(&mut self, column: &str) -> Result<String, String> {
        let amount = |unit| {
            let amount = Amount::new(self.0).map_err(|_| "intet beløb".to_owned())?;
            Ok(print_amount(amount, unit))
        };
        match column {
            "Vist som antal" => Ok(print_number(self.0)),
            "Vist i kroner" => amount(AmountUnit::Kroner),
            "Vist i 1.000 kr." => amount(AmountUnit::Thousands),
            "Vist i procent" => Ok(print_percent(self.0)),
            _ => Err(unknown(column)),
        }
    }
}

/// A yearly amount that is spread over months.
pub struct Spreading(Spread);

impl Spreading {
    pub fn new(cell: &str) -> Result<Self, String> {
        let year = raaderum::domain::Month::ALL;
        Ok(Self(Spread {
            amount: amount(cell)?,
            from: year[0],
            to: year[11],
            remainder: Remainder::Last,
        }))
    }
}

impl Subject for Spreading {
    fn take(&mut self, column: &str, cell: &str) -> Result<(), String> {
        match (column, cell) {
            ("Fra", name) => self.0.from = month(name)?,
            ("Til", name) => self.0.to = month(name)?,
            ("Resten", "først") => self.0.remainder = Remainder::First,
            ("Resten", "sidst") => self.0.remainder = Remainder::Last,
            ("Resten", _) => return Err(format!("»{cell}« er hverken »først« eller »sidst«")),
            _ => return Err(unknown(column)),
        }
        Ok(())
    }

    fn answer(&mut self, column: &str) -> Result<String, String> {
        let parts = spread(&self.0);
        let kroner = |part| shown_amount(part, AmountUnit::Kroner);
        Ok(match (column, parts) {
            ("Besked", Ok(_)) => String::new(),
            ("Besked", Err(error)) => {
                text::plan::spread::spread_refusal(SpreadRefusal::Months(error))
            }
            (_, Err(_)) => String::new(),
            ("I alt", Ok(parts)) => kroner(Some(parts.into_iter().flatten().sum())),
            ("De andre", Ok(parts)) => {
                let rest = if self.0.remainder == Remainder::Last {
                    self.0.to
                } else {
                    self.0.from
                };
                let range = self.0.from.index()..=self.0.to.index();
                let mut others = range.filter(|&of| of != rest.index()).map(|of| parts[of]);
                let first = others.next().flatten();
                if !others.all(|part| part == first) {
                    return Err("de andre måneder er ikke ens".to_owned());
                }
                kroner(first)
            }
            (name, Ok(parts)) => kroner(parts[month(name).map_err(|_| unknown(name))?.index()]),
        })
    }
}
