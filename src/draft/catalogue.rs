use super::paste::{Paste, Source, paste_years};
use super::proposal::{PROPOSAL_UNIT, print_price_level, read_price_level};
use super::{
    EntryError, Form, amount_entry, amount_error, amount_shown, date_entry, date_error, date_shown,
    entry, reason, shown, text_error, year_entry, year_error, year_shown,
};
use crate::danish::{AmountUnit, Direction, read_amount};
use crate::domain::{Amount, Catalogue, CatalogueField, Entry, Id, YEARS};

impl Form for Catalogue {
    type Field = CatalogueField;

    fn name(field: CatalogueField) -> String {
        field.name()
    }

    fn shown(&self, field: CatalogueField) -> String {
        match field {
            CatalogueField::FirstYear => year_shown(&self.first_year),
            CatalogueField::PriceLevel => shown(&self.price_level, print_price_level),
            CatalogueField::HearingFrom => date_shown(&self.hearing_from),
            CatalogueField::HearingTo => date_shown(&self.hearing_to),
            _ => match self.amount(field) {
                // Like the proposals, in whole thousands.
                Some(amount) => amount_shown(amount, PROPOSAL_UNIT),
                None => self.text(field).cloned().unwrap_or_default(),
            },
        }
    }

    fn enter(&mut self, field: CatalogueField, typed: &str) {
        match field {
            CatalogueField::FirstYear => self.first_year = year_entry(typed),
            CatalogueField::PriceLevel => self.price_level = entry(typed, read_price_level),
            CatalogueField::HearingFrom => self.hearing_from = date_entry(typed),
            CatalogueField::HearingTo => self.hearing_to = date_entry(typed),
            CatalogueField::Weakening(id, year) => {
                if let Some(amount) = self.weakening_mut(id, year) {
                    *amount = entry(typed, read_weakening);
                }
            }
            _ => {
                if let Some(amount) = self.amount_mut(field) {
                    *amount = amount_entry(typed, PROPOSAL_UNIT);
                } else if let Some(text) = self.text_mut(field) {
                    typed.clone_into(text);
                }
            }
        }
    }

    fn error(&self, field: CatalogueField) -> Option<EntryError> {
        match field {
            CatalogueField::FirstYear => year_error(&self.first_year),
            CatalogueField::PriceLevel => {
                reason(&self.price_level, read_price_level, EntryError::PriceLevel)
            }
            CatalogueField::HearingFrom => date_error(&self.hearing_from),
            CatalogueField::HearingTo => {
                date_error(&self.hearing_to).or_else(|| self.hearing_order())
            }
            CatalogueField::Weakening(..) => match self.amount(field)? {
                Entry::Blank => None,
                Entry::Value(amount) => amount.is_saving().then_some(EntryError::Weakening),
                Entry::Unreadable(_) => Some(EntryError::Weakening),
            },
            _ => match self.amount(field) {
                Some(amount) => amount_error(amount, PROPOSAL_UNIT),
                None => text_error(self.text(field)?),
            },
        }
    }

    fn fields(&self) -> Vec<CatalogueField> {
        Catalogue::fields(self).collect()
    }

    fn is_change(field: CatalogueField) -> bool {
        // A weakening has no sign: it is what another proposal saves less.
        matches!(field, CatalogueField::Target(_))
    }

    fn direction(field: CatalogueField) -> Option<Direction> {
        // A target is what must be saved.
        matches!(field, CatalogueField::Target(_)).then_some(Direction::Saves)
    }

    fn unit(field: CatalogueField) -> Option<AmountUnit> {
        let is_amount = matches!(
            field,
            CatalogueField::Target(_) | CatalogueField::Weakening(..)
        );
        is_amount.then_some(PROPOSAL_UNIT)
    }

    fn is_stated(_field: CatalogueField) -> bool {
        false
    }

    fn cell(&self, grid: CatalogueField, row: usize, column: usize) -> Option<CatalogueField> {
        if row > 0 || column >= YEARS {
            return None;
        }
        match grid {
            CatalogueField::Target(_) => Some(CatalogueField::Target(column)),
            CatalogueField::Weakening(relation, _) => {
                Some(CatalogueField::Weakening(relation, column))
            }
            _ => None,
        }
    }

    fn paste_table(
        &mut self,
        start: CatalogueField,
        block: &Source,
        captions: usize,
        paste: &mut Paste<'_, CatalogueField>,
    ) -> bool {
        paste_years(self, start, block, captions, paste)
    }

    fn position(&self, field: CatalogueField) -> Option<(usize, usize)> {
        match field {
            CatalogueField::Target(year) | CatalogueField::Weakening(_, year) => Some((0, year)),
            _ => None,
        }
    }
}

/// What somebody types into a weakening: an amount, and no saving.
fn read_weakening(typed: &str) -> Result<Option<Amount>, EntryError> {
    let amount = read_amount(typed, PROPOSAL_UNIT)?;
    match amount {
        Some(amount) if amount.is_saving() => Err(EntryError::Weakening),
        Some(_) | None => Ok(amount),
    }
}

impl Catalogue {
    /// Whether the hearing ends before it begins.
    fn hearing_order(&self) -> Option<EntryError> {
        let (from, to) = (self.hearing_from.value()?, self.hearing_to.value()?);
        (to < from).then_some(EntryError::HearingEndsFirst)
    }

    fn weakening_mut(&mut self, relation: Id, year: usize) -> Option<&mut Entry<Amount>> {
        self.relation_mut(relation)?.weakening.get_mut(year)
    }

    /// The amount in a field, where it holds one.
    fn amount(&self, field: CatalogueField) -> Option<&Entry<Amount>> {
        match field {
            CatalogueField::Target(year) => self.targets.get(year),
            CatalogueField::Weakening(id, year) => self.relation(id)?.weakening.get(year),
            _ => None,
        }
    }

    fn amount_mut(&mut self, field: CatalogueField) -> Option<&mut Entry<Amount>> {
        match field {
            CatalogueField::Target(year) => self.targets.get_mut(year),
            CatalogueField::Weakening(id, year) => self.weakening_mut(id, year),
            _ => None,
        }
    }

    /// The text in a field, where it holds one.
    fn text(&self, field: CatalogueField) -> Option<&String> {
        match field {
            CatalogueField::Title => Some(&self.title),
            CatalogueField::Municipality => Some(&self.municipality),
            CatalogueField::Stage => Some(&self.stage),
            CatalogueField::Introduction => Some(&self.introduction),
            CatalogueField::Outcome(proposal) => Some(&self.entry(proposal)?.outcome),
            CatalogueField::GroupName(id) => Some(&self.variant_group(id)?.name),
            CatalogueField::Note(id) => Some(&self.relation(id)?.note),
            CatalogueField::PackageName(id) => Some(&self.package(id)?.name),
            CatalogueField::FirstYear
            | CatalogueField::PriceLevel
            | CatalogueField::HearingFrom
            | CatalogueField::HearingTo
            | CatalogueField::Target(_)
            | CatalogueField::Weakening(..) => None,
        }
    }

    fn text_mut(&mut self, field: CatalogueField) -> Option<&mut String> {
        match field {
            CatalogueField::Title => Some(&mut self.title),
            CatalogueField::Municipality => Some(&mut self.municipality),
            CatalogueField::Stage => Some(&mut self.stage),
            CatalogueField::Introduction => Some(&mut self.introduction),
            CatalogueField::Outcome(proposal) => Some(&mut self.entry_mut(proposal)?.outcome),
            CatalogueField::GroupName(id) => Some(&mut self.variant_group_mut(id)?.name),
            CatalogueField::Note(id) => Some(&mut self.relation_mut(id)?.note),
            CatalogueField::PackageName(id) => Some(&mut self.package_mut(id)?.name),
            CatalogueField::FirstYear
            | CatalogueField::PriceLevel
            | CatalogueField::HearingFrom
            | CatalogueField::HearingTo
            | CatalogueField::Target(_)
            | CatalogueField::Weakening(..) => None,
        }
    }
}
