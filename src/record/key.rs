use std::fmt;

use crate::domain::{Document, DocumentKind, Id};

/// Which document a record is about: `raaderum/forslag/<identity>`, `raaderum/handleplan/<identity>` or
/// `raaderum/katalog/<identity>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// What it is.
    pub kind: DocumentKind,
    /// The document's identity.
    pub id: Id,
}

const PREFIX: &str = "raaderum/";

fn folder(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Proposal => "forslag",
        DocumentKind::ActionPlan => "handleplan",
        DocumentKind::Catalogue => "katalog",
    }
}

impl Key {
    /// Returns the key of a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        Self {
            kind: document.kind(),
            id: document.id(),
        }
    }

    /// Reads what a key prints, and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (found, id) = text.strip_prefix(PREFIX)?.split_once('/')?;
        let kind = DocumentKind::ALL
            .into_iter()
            .find(|&kind| folder(kind) == found)?;
        let id = Id::parse(id)?;
        Some(Self { kind, id })
    }

    /// Returns whether a text is meant as a key of ours, readable or not.
    #[must_use]
    pub fn is_ours(text: &str) -> bool {
        text.starts_with(PREFIX)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{PREFIX}{}/{}", folder(self.kind), self.id)
    }
}
