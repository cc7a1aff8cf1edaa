use crate::domain::Id;

/// Status: where a proposal of a catalogue is on its way to a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProposalStatus {
    /// Kladde.
    Draft,
    /// Til behandling.
    Proposed,
    /// I høring.
    Consultation,
    /// Ændret.
    Amended,
    /// Vedtaget.
    Adopted,
    /// Delvist vedtaget.
    PartlyAdopted,
    /// Annulleret: it counts in no sum.
    Cancelled,
}

impl ProposalStatus {
    /// In the order of a proposal's way.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Proposed,
        Self::Consultation,
        Self::Amended,
        Self::Adopted,
        Self::PartlyAdopted,
        Self::Cancelled,
    ];
}

/// What a catalogue says of one of its proposals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// The proposal. A catalogue has it once.
    pub proposal: Id,
    /// Status.
    pub status: ProposalStatus,
    /// What became of it, in somebody's own words.
    pub outcome: String,
}

impl CatalogueEntry {
    /// A proposal that has just been taken in: a draft.
    #[must_use]
    pub fn draft(proposal: Id) -> Self {
        Self {
            proposal,
            status: ProposalStatus::Draft,
            outcome: String::new(),
        }
    }
}
