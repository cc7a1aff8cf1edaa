//! What is offered beside a message, to be done by one click.

use super::messages::with_minus;
use crate::checks::AdviceReason;
use crate::danish::{AmountUnit, NumberError, print_amount};
use crate::draft::{Correction, EntryError, Remark};

/// A correction and the words on its button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The words on the button.
    pub label: String,
    /// What it does.
    pub correction: Correction,
}

impl Offer {
    /// To type a text instead.
    fn to_type(text: &str) -> Self {
        Self {
            label: format!("Skriv {}", with_minus(text)),
            correction: Correction::Type(text.to_owned()),
        }
    }

    /// To type a calculation instead.
    fn to_compute(calculation: &str) -> Self {
        Self {
            label: format!("Regn det ud: {}", with_minus(calculation)),
            correction: Correction::Type(calculation.to_owned()),
        }
    }

    /// To type one number into each cell from the field on.
    fn one_in_each_cell(numbers: &[String]) -> Self {
        Self {
            label: "Sæt ét tal i hver celle herfra".to_owned(),
            correction: Correction::OneInEachCell(numbers.to_vec()),
        }
    }

    /// To leave everything as it is.
    fn to_keep() -> Self {
        Self {
            label: "Det er rigtigt".to_owned(),
            correction: Correction::Keep,
        }
    }
}

/// What is offered where a field cannot be read.
#[must_use]
pub fn for_error(error: &EntryError) -> Vec<Offer> {
    let offer = match error {
        EntryError::Number(NumberError::UnclearUnit { calculations, .. }) => {
            return calculations
                .iter()
                .map(|text| Offer::to_compute(text))
                .collect();
        }
        EntryError::Number(
            NumberError::Range(text) | NumberError::Years(text) | NumberError::Subtraction(text),
        ) => text.calculation.as_deref().map(Offer::to_compute),
        EntryError::ComputesWithWhatStood(text) => Some(Offer::to_compute(&format!("={text}"))),
        EntryError::Number(NumberError::Row(numbers)) => Some(Offer::one_in_each_cell(numbers)),
        EntryError::Number(
            NumberError::MixedSeparators { number, .. } | NumberError::Counted { number, .. },
        ) => Some(Offer::to_type(number)),
        EntryError::Number(NumberError::LoneDash) => Some(Offer::to_type("0")),
        EntryError::Number(NumberError::GluedMark(number)) => Some(Offer::to_type(number)),
        EntryError::SeveralYears(typed) => {
            let first: String = typed.chars().take(4).collect();
            Some(Offer::to_type(&first))
        }
        _ => None,
    };
    offer.into_iter().collect()
}

/// What is offered where a text was read that may be meant otherwise.
#[must_use]
pub fn for_remark(remark: &Remark) -> Vec<Offer> {
    match remark {
        Remark::Footnote(_) => vec![Offer::to_keep()],
        Remark::Thousands(other) | Remark::FewKroner(other) | Remark::Fraction(other) => {
            vec![Offer::to_type(other), Offer::to_keep()]
        }
        Remark::Row(numbers) => vec![Offer::one_in_each_cell(numbers), Offer::to_keep()],
    }
}

/// What is offered beside advice.
#[must_use]
pub fn for_advice(reason: &AdviceReason) -> Vec<Offer> {
    match reason {
        AdviceReason::OverspendMayBeMillions(amount) => {
            let millions = format!("{} mio.", print_amount(*amount, AmountUnit::Kroner));
            vec![Offer::to_type(&millions)]
        }
        AdviceReason::OverspendIsNegative(amount) => {
            vec![Offer::to_type(&print_amount(-*amount, AmountUnit::Kroner))]
        }
        AdviceReason::TargetIsPositive(_) => vec![
            Offer {
                label: "Vend fortegnet".to_owned(),
                correction: Correction::TurnSigns,
            },
            Offer::to_keep(),
        ],
        _ => Vec::new(),
    }
}
