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
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Requires, Self::Excludes, Self::Weakens];
}

/// A relation between two proposals. A relation of a proposal to itself has no effect:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut catalogue = lejre.catalogue();
/// let isafjord = lejre.id("Isafjord");
/// catalogue.relations.push(Relation::new(Id::random(), RelationKind::Excludes, isafjord, isafjord));
/// assert_eq!(combine(&catalogue, &lejre.proposals(), &[isafjord]).counted, [isafjord]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Unique in its catalogue.
    pub id: Id,
    /// How the two are related.
    pub kind: RelationKind,
    /// The proposal that requires, excludes or weakens.
    pub from: Id,
    /// The proposal that is required, excluded or weakened.
    pub to: Id,
    /// What `to` saves less in each year of the catalogue when `from` is chosen too, in kroner; plus. Counts only where
    /// the relation is [`RelationKind::Weakens`]. All blank: the amount is unknown.
    pub weakening: [Entry<Amount>; YEARS],
    /// The reason for the relation, as it was typed.
    pub note: String,
}

impl Relation {
    /// Returns a relation without amounts.
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
