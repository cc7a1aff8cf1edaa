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
    /// In the order in which a proposal passes through them.
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

/// How much of a catalogue is decided. Cancelled proposals do not matter: they decide nothing of the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// No proposal is adopted.
    Nothing,
    /// Some are adopted, in part or as a whole, and others are not.
    Something,
    /// All are.
    Everything,
}

impl Decided {
    /// Returns how much is decided of proposals with these statuses.
    ///
    /// ```
    /// use raaderum::domain::{Decided, ProposalStatus::*};
    ///
    /// assert_eq!(Decided::of([Draft, Consultation].into_iter()), Decided::Nothing);
    /// assert_eq!(Decided::of([Adopted, Amended].into_iter()), Decided::Something);
    /// assert_eq!(Decided::of([Adopted, PartlyAdopted, Cancelled].into_iter()), Decided::Everything);
    /// // To cancel everything is no decision of a budget.
    /// assert_eq!(Decided::of([Cancelled].into_iter()), Decided::Nothing);
    /// ```
    #[must_use]
    pub fn of(statuses: impl Iterator<Item = ProposalStatus>) -> Self {
        let (mut is_any_adopted, mut is_any_open) = (false, false);
        for status in statuses {
            match status {
                ProposalStatus::Adopted | ProposalStatus::PartlyAdopted => is_any_adopted = true,
                ProposalStatus::Cancelled => {}
                ProposalStatus::Draft
                | ProposalStatus::Proposed
                | ProposalStatus::Consultation
                | ProposalStatus::Amended => is_any_open = true,
            }
        }
        match (is_any_adopted, is_any_open) {
            (false, _) => Self::Nothing,
            (true, true) => Self::Something,
            (true, false) => Self::Everything,
        }
    }
}

/// What a catalogue says of one of its proposals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// The proposal. A catalogue has it once.
    pub proposal: Id,
    /// Status.
    pub status: ProposalStatus,
    /// What was decided about the proposal, as it was typed.
    pub outcome: String,
}

impl CatalogueEntry {
    /// Returns the entry of a proposal that was just added: a draft.
    #[must_use]
    pub fn draft(proposal: Id) -> Self {
        Self {
            proposal,
            status: ProposalStatus::Draft,
            outcome: String::new(),
        }
    }
}
