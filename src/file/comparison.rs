use crate::domain::Document;

/// What taking in a document from a file would mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// No document here has its identity.
    New,
    /// A document here has its identity and says something else.
    Changed,
    /// A document here says the same.
    Same,
}

/// Compares a document from a file with the one of the same identity that is here, if there is one.
#[must_use]
pub fn compare(from_file: &Document, here: Option<&Document>) -> Comparison {
    match here {
        None => Comparison::New,
        Some(here) if here.says_the_same_as(from_file) => Comparison::Same,
        Some(_) => Comparison::Changed,
    }
}
