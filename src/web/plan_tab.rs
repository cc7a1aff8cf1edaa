//! The tabs of a plan's page, and what its address ends with in each: `#/handleplaner/<id>/opfoelgning`.

/// A tab of a plan's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanTab {
    /// The rows with their texts and their planned effect: what a plan opens with.
    Plan,
    /// What was realised, and the deviation.
    FollowUp,
    /// The expected overspend, and how it is covered.
    Forecast,
    /// The history.
    Updates,
    /// The head of the form.
    Details,
}

impl PlanTab {
    /// Every tab, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::Plan,
        Self::FollowUp,
        Self::Forecast,
        Self::Updates,
        Self::Details,
    ];

    /// What the address of a plan ends with; nothing for the tab that it opens with.
    #[must_use]
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Plan => "",
            Self::FollowUp => "/opfoelgning",
            Self::Forecast => "/prognose",
            Self::Updates => "/opdateringer",
            Self::Details => "/oplysninger",
        }
    }
}
