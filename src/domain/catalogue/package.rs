use crate::domain::Id;

/// Pakke: a choice of proposals with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Unique in its catalogue.
    pub id: Id,
    /// The package's name.
    pub name: String,
    /// The proposals, each once. Of those that cannot be combined, the first counts.
    pub proposals: Vec<Id>,
}

impl Package {
    /// Returns an empty package.
    #[must_use]
    pub fn blank(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            proposals: Vec::new(),
        }
    }
}
