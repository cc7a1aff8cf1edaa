use super::kind::PROPOSAL_UNIT;
use super::paste::{Paste, Source, paste_years};
use super::{EntryError, Form};
use crate::danish::AmountUnit;
use crate::domain::{Catalogue, CatalogueField, YEARS};

impl Form for Catalogue {
    const UNIT: AmountUnit = PROPOSAL_UNIT;

    fn contradiction(&self, field: CatalogueField) -> Option<EntryError> {
        let (from, to) = (self.hearing_from.value()?, self.hearing_to.value()?);
        (field == CatalogueField::HearingTo && to < from).then_some(EntryError::HearingEndsFirst)
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
