/// Advice that was considered and dismissed, with the reason. It stays with the document, also in files.
///
/// The advice is recognised by its code, its field and its detail. When the detail changes (the text names another
/// amount, say), it is new advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dismissal {
    /// The code of the advice, a word that never changes.
    pub advice: String,
    /// The name of the field that the advice is about.
    pub field: String,
    /// What exactly was noticed; empty where the code says it all.
    pub detail: String,
    /// Why the advice does not apply here, as it was typed.
    pub reason: String,
}
