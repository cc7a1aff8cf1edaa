use super::{ActionPlan, Id, Proposal, Timestamp};

/// One of the two forms, filled in.
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
}

/// Which of the two forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// Reduktionsforslag.
    Proposal,
    /// Handleplan.
    ActionPlan,
}

impl Document {
    /// Which form it is.
    #[must_use]
    pub fn kind(&self) -> DocumentKind {
        match self {
            Self::Proposal(_) => DocumentKind::Proposal,
            Self::ActionPlan(_) => DocumentKind::ActionPlan,
        }
    }

    /// The document's identity.
    #[must_use]
    pub fn id(&self) -> Id {
        match self {
            Self::Proposal(proposal) => proposal.id,
            Self::ActionPlan(plan) => plan.id,
        }
    }

    /// When somebody last changed it.
    #[must_use]
    pub fn changed_at(&self) -> Timestamp {
        match self {
            Self::Proposal(proposal) => proposal.changed_at,
            Self::ActionPlan(plan) => plan.changed_at,
        }
    }

    /// What the document is called by whoever fills it in: the heading, or the unit.
    pub fn name_mut(&mut self) -> &mut String {
        match self {
            Self::Proposal(proposal) => &mut proposal.heading,
            Self::ActionPlan(plan) => &mut plan.unit,
        }
    }

    /// The same document under another identity, for a copy beside the original.
    #[must_use]
    pub fn with_id(mut self, id: Id) -> Self {
        match &mut self {
            Self::Proposal(proposal) => proposal.id = id,
            Self::ActionPlan(plan) => plan.id = id,
        }
        self
    }

    /// The same document, changed at another moment.
    #[must_use]
    pub fn with_changed_at(mut self, changed_at: Timestamp) -> Self {
        match &mut self {
            Self::Proposal(proposal) => proposal.changed_at = changed_at,
            Self::ActionPlan(plan) => plan.changed_at = changed_at,
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
