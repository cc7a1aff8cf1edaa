//! The tabs of a document's page, and what its address ends with in each: `#/handleplaner/<id>/opfoelgning`.

use crate::domain::DocumentKind;

/// A tab of the page of one kind of document.
pub trait PageTab: Copy + Eq + Send + Sync + 'static {
    /// The documents whose page has such tabs.
    const KIND: DocumentKind;
    /// The one that the page opens with.
    const FIRST: Self;
    /// Every tab, in the order of the page.
    const ALL: &'static [Self];

    /// Returns what the address of the document ends with; nothing for the tab that the page opens with.
    fn suffix(self) -> &'static str;
}

/// Returns what the addresses of documents of a kind may end with, for their tabs.
pub fn suffixes(kind: DocumentKind) -> Vec<&'static str> {
    fn of<T: PageTab>() -> Vec<&'static str> {
        T::ALL.iter().map(|tab| tab.suffix()).collect()
    }
    match kind {
        DocumentKind::Proposal => Vec::new(),
        DocumentKind::ActionPlan => of::<PlanTab>(),
        DocumentKind::Catalogue => of::<CatalogueTab>(),
    }
}

/// A tab of a plan's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanTab {
    /// The rows with their texts and their planned effect.
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

impl PageTab for PlanTab {
    const KIND: DocumentKind = DocumentKind::ActionPlan;
    const FIRST: Self = Self::Plan;
    const ALL: &'static [Self] = &[
        Self::Plan,
        Self::FollowUp,
        Self::Forecast,
        Self::Updates,
        Self::Details,
    ];

    fn suffix(self) -> &'static str {
        match self {
            Self::Plan => "",
            Self::FollowUp => "/opfoelgning",
            Self::Forecast => "/prognose",
            Self::Updates => "/opdateringer",
            Self::Details => "/oplysninger",
        }
    }
}

/// A tab of a catalogue's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CatalogueTab {
    /// The proposals, and what they amount to at most.
    Proposals,
    /// Variants, and how proposals relate to each other.
    Relations,
    /// Choices of proposals with a name.
    Packages,
    /// Publishing, and earlier editions.
    Publish,
    /// What the catalogue is about, and its targets.
    Details,
}

impl PageTab for CatalogueTab {
    const KIND: DocumentKind = DocumentKind::Catalogue;
    const FIRST: Self = Self::Proposals;
    const ALL: &'static [Self] = &[
        Self::Proposals,
        Self::Relations,
        Self::Packages,
        Self::Publish,
        Self::Details,
    ];

    fn suffix(self) -> &'static str {
        match self {
            Self::Proposals => "",
            Self::Relations => "/sammenhaenge",
            Self::Packages => "/pakker",
            Self::Publish => "/udgiv",
            Self::Details => "/oplysninger",
        }
    }
}
