/// Advice that somebody has weighed and put aside, with the reason. It stays with the document, also in files.
///
/// The advice is recognised by its code, its field and its detail. When the detail changes (the text names
/// another amount, say), it is new advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dismissal {
    /// What was noticed, as a word that never changes.
    pub advice: String,
    /// The name of the field it is about.
    pub field: String,
    /// What exactly was noticed; empty when the code says it all.
    pub detail: String,
    /// Why it does not apply here, in somebody's own words.
    pub reason: String,
}
