use super::{Catalogue, RelationKind};
use crate::domain::Audience::Public;
use crate::domain::field::{Access, Row, described, row_of};
use crate::domain::{
    AmountRole, Description, FieldKind, Fields, FormField, Id, Period, Slot, SlotMut, YEARS,
};
use CatalogueField as F;

/// A field of a catalogue. Years are counted from 0, the budget year.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut catalogue = lejre.catalogue();
/// catalogue.enter(CatalogueField::Target(0), "-6.000");
/// // Targets are typed in thousands, as proposals are.
/// assert_eq!(catalogue.targets[0], Entry::Value(Amount::from_kroner(-6_000_000)));
/// ```
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

/// The fields that are there once.
static HEAD: &[Row<Catalogue, CatalogueField>] = &[
    Row::new(
        F::Title,
        "title",
        FieldKind::Line,
        Public,
        Access::Text(|of| &of.title, |of| &mut of.title),
    ),
    Row::new(
        F::Municipality,
        "municipality",
        FieldKind::Line,
        Public,
        Access::Text(|of| &of.municipality, |of| &mut of.municipality),
    ),
    Row::new(
        F::FirstYear,
        "first-year",
        FieldKind::Year,
        Public,
        Access::Year(|of| &of.first_year, |of| &mut of.first_year),
    ),
    Row::new(
        F::Stage,
        "stage",
        FieldKind::Line,
        Public,
        Access::Text(|of| &of.stage, |of| &mut of.stage),
    ),
    Row::new(
        F::PriceLevel,
        "price-level",
        FieldKind::PriceLevel,
        Public,
        Access::Year(|of| &of.price_level, |of| &mut of.price_level),
    ),
    Row::new(
        F::HearingFrom,
        "hearing-from",
        FieldKind::Date,
        Public,
        Access::Date(|of| &of.hearing_from, |of| &mut of.hearing_from),
    ),
    Row::new(
        F::HearingTo,
        "hearing-to",
        FieldKind::Date,
        Public,
        Access::Date(|of| &of.hearing_to, |of| &mut of.hearing_to),
    ),
    Row::new(
        F::Introduction,
        "introduction",
        FieldKind::Text,
        Public,
        Access::Text(|of| &of.introduction, |of| &mut of.introduction),
    ),
];

impl FormField for CatalogueField {
    fn describe(self) -> Description {
        let new = |name, kind| Description::new(name, kind, Public);
        let text = |name| new(name, FieldKind::Text);
        let line = |name| new(name, FieldKind::Line);
        let yearly = |name, role, year: usize| {
            new(name, FieldKind::Amount(role, Period::BudgetYear)).numbered(year)
        };
        match self {
            // A target is what must be saved.
            Self::Target(year) => yearly("target", AmountRole::Saving, year),
            Self::Outcome(proposal) => text("outcome").of_row(proposal),
            Self::GroupName(group) => line("group-name").of_row(group),
            Self::Weakening(relation, year) => {
                yearly("weakening", AmountRole::Reduction, year).of_row(relation)
            }
            Self::Note(relation) => text("note").of_row(relation),
            Self::PackageName(package) => line("package-name").of_row(package),
            once => described(HEAD, once),
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
            CatalogueField::Target(year) => Slot::Amount(self.targets.get(year)?),
            CatalogueField::Outcome(proposal) => Slot::Text(&self.entry(proposal)?.outcome),
            CatalogueField::GroupName(id) => Slot::Text(&self.variant_group(id)?.name),
            CatalogueField::Weakening(id, year) => {
                Slot::Amount(self.relation(id)?.weakening.get(year)?)
            }
            CatalogueField::Note(id) => Slot::Text(&self.relation(id)?.note),
            CatalogueField::PackageName(id) => Slot::Text(&self.package(id)?.name),
            once => row_of(HEAD, once)?.slot(self),
        })
    }

    fn slot_mut(&mut self, field: CatalogueField) -> Option<SlotMut<'_>> {
        Some(match field {
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
            once => row_of(HEAD, once)?.slot_mut(self),
        })
    }
}

impl Catalogue {
    /// Returns every field, in the order of the page. Of relations, only those that weaken have amounts.
    pub fn fields(&self) -> impl Iterator<Item = CatalogueField> {
        let head = HEAD.iter().map(|row| row.field);
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
        head.chain((0..YEARS).map(CatalogueField::Target))
            .chain(outcomes.map(CatalogueField::Outcome))
            .chain(groups.map(CatalogueField::GroupName))
            .chain(relations)
            .chain(packages.map(CatalogueField::PackageName))
    }
}
