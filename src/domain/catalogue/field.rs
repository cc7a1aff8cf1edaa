use super::{Catalogue, RelationKind};
use crate::domain::{
    AmountRole, Audience, Description, FieldKind, Fields, FormField, Id, Period, Slot, SlotMut,
    YEARS,
};

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

impl FormField for CatalogueField {
    fn describe(self) -> Description {
        let new = |name, kind| Description::new(name, kind, Audience::Public);
        let text = |name| new(name, FieldKind::Text);
        let yearly = |name, role, year: usize| {
            new(name, FieldKind::Amount(role, Period::BudgetYear)).numbered(year)
        };
        match self {
            Self::Title => text("title"),
            Self::Municipality => text("municipality"),
            Self::FirstYear => new("first-year", FieldKind::Year),
            Self::Stage => text("stage"),
            Self::PriceLevel => new("price-level", FieldKind::PriceLevel),
            Self::HearingFrom => new("hearing-from", FieldKind::Date),
            Self::HearingTo => new("hearing-to", FieldKind::Date),
            Self::Introduction => text("introduction"),
            // A target is what must be saved.
            Self::Target(year) => yearly("target", AmountRole::Saving, year),
            Self::Outcome(proposal) => text("outcome").of_row(proposal),
            Self::GroupName(group) => text("group-name").of_row(group),
            Self::Weakening(relation, year) => {
                yearly("weakening", AmountRole::Reduction, year).of_row(relation)
            }
            Self::Note(relation) => text("note").of_row(relation),
            Self::PackageName(package) => text("package-name").of_row(package),
        }
    }
}

impl Fields for Catalogue {
    type Field = CatalogueField;

    fn fields(&self) -> Vec<CatalogueField> {
        Self::fields(self).collect()
    }

    fn slot(&self, field: CatalogueField) -> Option<Slot<'_>> {
        Some(match field {
            CatalogueField::Title => Slot::Text(&self.title),
            CatalogueField::Municipality => Slot::Text(&self.municipality),
            CatalogueField::FirstYear => Slot::Year(&self.first_year),
            CatalogueField::Stage => Slot::Text(&self.stage),
            CatalogueField::PriceLevel => Slot::Year(&self.price_level),
            CatalogueField::HearingFrom => Slot::Date(&self.hearing_from),
            CatalogueField::HearingTo => Slot::Date(&self.hearing_to),
            CatalogueField::Introduction => Slot::Text(&self.introduction),
            CatalogueField::Target(year) => Slot::Amount(self.targets.get(year)?),
            CatalogueField::Outcome(proposal) => Slot::Text(&self.entry(proposal)?.outcome),
            CatalogueField::GroupName(id) => Slot::Text(&self.variant_group(id)?.name),
            CatalogueField::Weakening(id, year) => {
                Slot::Amount(self.relation(id)?.weakening.get(year)?)
            }
            CatalogueField::Note(id) => Slot::Text(&self.relation(id)?.note),
            CatalogueField::PackageName(id) => Slot::Text(&self.package(id)?.name),
        })
    }

    fn slot_mut(&mut self, field: CatalogueField) -> Option<SlotMut<'_>> {
        Some(match field {
            CatalogueField::Title => SlotMut::Text(&mut self.title),
            CatalogueField::Municipality => SlotMut::Text(&mut self.municipality),
            CatalogueField::FirstYear => SlotMut::Year(&mut self.first_year),
            CatalogueField::Stage => SlotMut::Text(&mut self.stage),
            CatalogueField::PriceLevel => SlotMut::Year(&mut self.price_level),
            CatalogueField::HearingFrom => SlotMut::Date(&mut self.hearing_from),
            CatalogueField::HearingTo => SlotMut::Date(&mut self.hearing_to),
            CatalogueField::Introduction => SlotMut::Text(&mut self.introduction),
            CatalogueField::Target(year) => SlotMut::Amount(self.targets.get_mut(year)?),
            CatalogueField::Outcome(proposal) => {
                SlotMut::Text(&mut self.entry_mut(proposal)?.outcome)
            }
            CatalogueField::GroupName(id) => SlotMut::Text(&mut self.variant_group_mut(id)?.name),
            CatalogueField::Weakening(id, year) => {
                SlotMut::Amount(self.relation_mut(id)?.weakening.get_mut(year)?)
            }
            CatalogueField::Note(id) => SlotMut::Text(&mut self.relation_mut(id)?.note),
            CatalogueField::PackageName(id) => SlotMut::Text(&mut self.package_mut(id)?.name),
        })
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
