use crate::domain::{Amount, Entry, Id, YEARS};

/// Varianter: proposals of which at most one can be chosen, such as 5, 10 and 15 per cent of the same amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantGroup {
    /// Unique in its catalogue.
    pub id: Id,
    /// What they are variants of.
    pub name: String,
    /// The variants, each once.
    pub proposals: Vec<Id>,
}

/// How one proposal relates to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// Forudsætter: the first can be chosen only together with the second.
    Requires,
    /// Kan ikke kombineres med: the two cannot both be chosen.
    Excludes,
    /// Svækker: the second saves less when the first is chosen too.
    Weakens,
}

impl RelationKind {
    /// Every one of them.
    pub const ALL: [Self; 3] = [Self::Requires, Self::Excludes, Self::Weakens];
}

/// A relation between two proposals. One of a proposal to itself says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Unique in its catalogue.
    pub id: Id,
    /// What it says.
    pub kind: RelationKind,
    /// The proposal that requires, excludes or weakens.
    pub from: Id,
    /// The proposal that is required, excluded or weakened.
    pub to: Id,
    /// What `to` saves less in each year of the catalogue when `from` is chosen too, in kroner; plus. Counts only where
    /// the one weakens the other. All blank: nobody knows.
    pub weakening: [Entry<Amount>; YEARS],
    /// Why, in somebody's own words.
    pub note: String,
}

impl Relation {
    /// A relation without amounts.
    #[must_use]
    pub fn new(id: Id, kind: RelationKind, from: Id, to: Id) -> Self {
        Self {
            id,
            kind,
            from,
            to,
            weakening: Default::default(),
            note: String::new(),
        }
    }
}
