use crate::domain::Document;

/// What adding a document from a file means for the documents that are here.
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
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// use raaderum::file::{Comparison, compare};
///
/// let here = Document::from(lejre.proposal("Isafjord"));
/// assert_eq!(compare(&here, None), Comparison::New);
/// // The time of the last change does not matter.
/// let later = here.clone().with_changed_at(Timestamp::MAX);
/// assert_eq!(compare(&later, Some(&here)), Comparison::Same);
/// let mut renamed = here.clone();
/// *renamed.name_mut() = "Nedlægge Isafjord".to_owned();
/// assert_eq!(compare(&renamed, Some(&here)), Comparison::Changed);
/// ```
#[must_use]
pub fn compare(from_file: &Document, here: Option<&Document>) -> Comparison {
    match here {
        None => Comparison::New,
        Some(here) if here.says_the_same_as(from_file) => Comparison::Same,
        Some(_) => Comparison::Changed,
    }
}
