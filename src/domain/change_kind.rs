//! What kinds of change a proposal can be.

/// Ændringen vedrører: what a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Effektivisering.
    Efficiency,
    /// Investering.
    Investment,
    /// Besparelse.
    Saving,
    /// Merindtægt.
    AdditionalRevenue,
}

impl ChangeKind {
    /// In the form's order.
    pub const ALL: [Self; 4] = [
        Self::Efficiency,
        Self::Investment,
        Self::Saving,
        Self::AdditionalRevenue,
    ];
}
