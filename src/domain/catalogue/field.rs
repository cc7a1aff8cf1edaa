use super::{Catalogue, RelationKind};
use crate::domain::{Id, YEARS};

/// A place in a catalogue that somebody fills in. Years are counted from 0, the budget year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CatalogueField {
    /// Titel.
    Title,
    /// Kommune.
    Municipality,
    /// The budget year.
    FirstYear,
    /// Fase.
    Stage,
    /// Prisniveau.
    PriceLevel,
    /// The first day of the hearing.
    HearingFrom,
    /// The last day of the hearing.
    HearingTo,
    /// Indledning.
    Introduction,
    /// Måltal of a year.
    Target(usize),
    /// What became of a proposal.
    Outcome(Id),
    /// The name of a variant group.
    GroupName(Id),
    /// What a relation weakens in a year.
    Weakening(Id, usize),
    /// Why there is a relation.
    Note(Id),
    /// The name of a package.
    PackageName(Id),
}

impl CatalogueField {
    /// A name for the field, unique in the catalogue: letters, digits and hyphens. A name never changes.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Title => "title".to_owned(),
            Self::Municipality => "municipality".to_owned(),
            Self::FirstYear => "first-year".to_owned(),
            Self::Stage => "stage".to_owned(),
            Self::PriceLevel => "price-level".to_owned(),
            Self::HearingFrom => "hearing-from".to_owned(),
            Self::HearingTo => "hearing-to".to_owned(),
            Self::Introduction => "introduction".to_owned(),
            Self::Target(year) => format!("target-{year}"),
            Self::Outcome(proposal) => format!("outcome-{proposal}"),
            Self::GroupName(group) => format!("group-name-{group}"),
            Self::Weakening(relation, year) => format!("weakening-{relation}-{year}"),
            Self::Note(relation) => format!("note-{relation}"),
            Self::PackageName(package) => format!("package-name-{package}"),
        }
    }
}

impl Catalogue {
    /// Every field, in the order of the page. Only what weakens has amounts.
    pub fn fields(&self) -> impl Iterator<Item = CatalogueField> {
        let head = [
            CatalogueField::Title,
            CatalogueField::Municipality,
            CatalogueField::FirstYear,
            CatalogueField::Stage,
            CatalogueField::PriceLevel,
            CatalogueField::HearingFrom,
            CatalogueField::HearingTo,
            CatalogueField::Introduction,
        ];
        let outcomes = self.entries.iter().map(|entry| entry.proposal);
        let groups = self.variant_groups.iter().map(|group| group.id);
        let relations = self.relations.iter().flat_map(|relation| {
            let years = match relation.kind {
                RelationKind::Weakens => YEARS,
                RelationKind::Requires | RelationKind::Excludes => 0,
            };
            (0..years)
                .map(|year| CatalogueField::Weakening(relation.id, year))
                .chain(std::iter::once(CatalogueField::Note(relation.id)))
        });
        let packages = self.packages.iter().map(|package| package.id);
        head.into_iter()
            .chain((0..YEARS).map(CatalogueField::Target))
            .chain(outcomes.map(CatalogueField::Outcome))
            .chain(groups.map(CatalogueField::GroupName))
            .chain(relations)
            .chain(packages.map(CatalogueField::PackageName))
    }
}
