use std::collections::BTreeMap;

use super::{ActionPlan, Catalogue, Id, Proposal, Timestamp};

/// A filled-in form or a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "a document is a kilobyte of heap text anyway; a box would only make every use harder to read"
)]
pub enum Document {
    /// Reduktionsforslag.
    Proposal(Proposal),
    /// Handleplan.
    ActionPlan(ActionPlan),
    /// Råderumskatalog.
    Catalogue(Catalogue),
}

/// The kind of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// Reduktionsforslag.
    Proposal,
    /// Handleplan.
    ActionPlan,
    /// Råderumskatalog.
    Catalogue,
}

impl DocumentKind {
    /// Every kind, in the order of a file.
    pub const ALL: [Self; 3] = [Self::Proposal, Self::ActionPlan, Self::Catalogue];
}

impl Document {
    /// Returns the document's kind.
    #[must_use]
    pub fn kind(&self) -> DocumentKind {
        match self {
            Self::Proposal(_) => DocumentKind::Proposal,
            Self::ActionPlan(_) => DocumentKind::ActionPlan,
            Self::Catalogue(_) => DocumentKind::Catalogue,
        }
    }

    /// Returns the document's identity.
    #[must_use]
    pub fn id(&self) -> Id {
        match self {
            Self::Proposal(proposal) => proposal.id,
            Self::ActionPlan(plan) => plan.id,
            Self::Catalogue(catalogue) => catalogue.id,
        }
    }

    /// Returns when the document was last changed.
    #[must_use]
    pub fn changed_at(&self) -> Timestamp {
        match self {
            Self::Proposal(proposal) => proposal.changed_at,
            Self::ActionPlan(plan) => plan.changed_at,
            Self::Catalogue(catalogue) => catalogue.changed_at,
        }
    }

    /// Returns the document's name, to be changed: the heading of a proposal, the unit of a plan, the title of a
    /// catalogue.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = Document::from(slagelse.plan("Havrebjerg", 2022));
    /// assert_eq!(plan.name_mut(), "Familieinstitutionen Havrebjerg");
    /// ```
    pub fn name_mut(&mut self) -> &mut String {
        match self {
            Self::Proposal(proposal) => &mut proposal.heading,
            Self::ActionPlan(plan) => &mut plan.unit,
            Self::Catalogue(catalogue) => &mut catalogue.title,
        }
    }

    /// Returns the same document under another identity, for a copy beside the original.
    #[must_use]
    pub fn with_id(mut self, id: Id) -> Self {
        match &mut self {
            Self::Proposal(proposal) => proposal.id = id,
            Self::ActionPlan(plan) => plan.id = id,
            Self::Catalogue(catalogue) => catalogue.id = id,
        }
        self
    }

    /// Returns the same document, changed at another time.
    #[must_use]
    pub fn with_changed_at(mut self, changed_at: Timestamp) -> Self {
        match &mut self {
            Self::Proposal(proposal) => proposal.changed_at = changed_at,
            Self::ActionPlan(plan) => plan.changed_at = changed_at,
            Self::Catalogue(catalogue) => catalogue.changed_at = changed_at,
        }
        self
    }

    /// Returns whether both documents say the same; when they were changed does not matter, their identities do.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let proposal = Document::from(lejre.proposal("Isafjord"));
    /// let later = proposal.clone().with_changed_at(Timestamp::MAX);
    /// assert!(later.says_the_same_as(&proposal));
    /// // A copy is another document.
    /// let copy = proposal.clone().with_id(Id::random());
    /// assert!(!copy.says_the_same_as(&proposal));
    /// ```
    #[must_use]
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        self.clone().with_changed_at(other.changed_at()) == *other
    }
}

impl From<Proposal> for Document {
    fn from(proposal: Proposal) -> Self {
        Self::Proposal(proposal)
    }
}

impl From<ActionPlan> for Document {
    fn from(plan: ActionPlan) -> Self {
        Self::ActionPlan(plan)
    }
}

impl From<Catalogue> for Document {
    fn from(catalogue: Catalogue) -> Self {
        Self::Catalogue(catalogue)
    }
}

/// Returns the proposals among documents, by identity, as the sums of a catalogue take them.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// // Eight proposals of Lejre and four plans of Slagelse.
/// let documents = raaderum::example::documents().unwrap().into_iter();
/// let documents = documents.map(|document| (document.id(), document)).collect();
/// assert_eq!(proposals_in(&documents).len(), 8);
/// ```
#[must_use]
pub fn proposals_in(documents: &BTreeMap<Id, Document>) -> BTreeMap<Id, &Proposal> {
    let proposals = documents
        .iter()
        .filter_map(|(&id, document)| match document {
            Document::Proposal(proposal) => Some((id, proposal)),
            Document::ActionPlan(_) | Document::Catalogue(_) => None,
        });
    proposals.collect()
}
