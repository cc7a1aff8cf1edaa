//! The rows of a catalogue's amounts per year, as tables name them.

use super::years::{Named, YearGrid};
use crate::domain::{Catalogue, CatalogueField, Entry, Year};

impl YearGrid for Catalogue {
    fn named(grid: CatalogueField, name: &str) -> Option<Named> {
        let names = ["måltal", "sparekrav", "besparelseskrav", "reduktionskrav"];
        let is_target = matches!(grid, CatalogueField::Target(_))
            && names.iter().any(|target| name.starts_with(target));
        is_target.then_some(Named::Row(0))
    }

    fn likely(grid: CatalogueField, name: &str) -> Option<usize> {
        let words = ["krav", "mål"];
        let is_likely = matches!(grid, CatalogueField::Target(_))
            && words.iter().any(|word| name.contains(word));
        is_likely.then_some(0)
    }

    fn sum(_grid: CatalogueField, _column: usize) -> Option<CatalogueField> {
        None
    }

    const FIRST_YEAR: CatalogueField = CatalogueField::FirstYear;

    fn first_year(&self) -> &Entry<Year> {
        &self.first_year
    }
}
