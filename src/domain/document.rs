use std::collections::BTreeMap;

use super::{ActionPlan, Catalogue, Id, Proposal, Timestamp};

/// One of the two forms, filled in, or a catalogue.
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

/// What a document is.
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
    /// What it is.
    #[must_use]
    pub fn kind(&self) -> DocumentKind {
        match self {
            Self::Proposal(_) => DocumentKind::Proposal,
            Self::ActionPlan(_) => DocumentKind::ActionPlan,
            Self::Catalogue(_) => DocumentKind::Catalogue,
        }
    }

    /// The document's identity.
    #[must_use]
    pub fn id(&self) -> Id {
        match self {
            Self::Proposal(proposal) => proposal.id,
            Self::ActionPlan(plan) => plan.id,
            Self::Catalogue(catalogue) => catalogue.id,
        }
    }

    /// When somebody last changed it.
    #[must_use]
    pub fn changed_at(&self) -> Timestamp {
        match self {
            Self::Proposal(proposal) => proposal.changed_at,
            Self::ActionPlan(plan) => plan.changed_at,
            Self::Catalogue(catalogue) => catalogue.changed_at,
        }
    }

    /// What the document is called by whoever fills it in: the heading, the unit, or the title.
    pub fn name_mut(&mut self) -> &mut String {
        match self {
            Self::Proposal(proposal) => &mut proposal.heading,
            Self::ActionPlan(plan) => &mut plan.unit,
            Self::Catalogue(catalogue) => &mut catalogue.title,
        }
    }

    /// The same document under another identity, for a copy beside the original.
    #[must_use]
    pub fn with_id(mut self, id: Id) -> Self {
        match &mut self {
            Self::Proposal(proposal) => proposal.id = id,
            Self::ActionPlan(plan) => plan.id = id,
            Self::Catalogue(catalogue) => catalogue.id = id,
        }
        self
    }

    /// The same document, changed at another moment.
    #[must_use]
    pub fn with_changed_at(mut self, changed_at: Timestamp) -> Self {
        match &mut self {
            Self::Proposal(proposal) => proposal.changed_at = changed_at,
            Self::ActionPlan(plan) => plan.changed_at = changed_at,
            Self::Catalogue(catalogue) => catalogue.changed_at = changed_at,
        }
        self
    }

    /// Whether both say the same; when and in which order they were changed does not matter.
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

/// The proposals among documents, by identity, as the sums of a catalogue take them.
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
