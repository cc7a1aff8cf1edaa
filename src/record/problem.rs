//! What stands in the way of storing.

/// Why something could not be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageProblem {
    /// The browser gives no storage: a private window or a policy.
    Blocked,
    /// No room is left.
    Full,
    /// The document's record now holds something that this version cannot read, and is left alone.
    Occupied,
    /// The database belongs to a newer version of the program.
    TooNew,
    /// Another tab keeps the database from being opened. It is opened as soon as that tab is closed.
    Blocking,
    /// The database cannot be used: what is stored lies only in local storage, which is written to disk late.
    NotSafe,
}

impl StorageProblem {
    /// Returns whether the database may be usable later, while the page is open.
    #[must_use]
    pub fn may_pass(self) -> bool {
        matches!(self, Self::Full | Self::NotSafe | Self::Blocking)
    }
}

/// Whether the database can be used. It is taken to be, until it fails.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DatabaseState {
    /// It can be read and written.
    #[default]
    Usable,
    /// It can still be read, and is written to when there is room.
    Full(StorageProblem),
    /// It can be neither: changes are stored in local storage.
    Unusable(StorageProblem),
}

impl DatabaseState {
    /// Returns the state after an attempt to use it, which may have failed. Without local storage either, nothing can be stored
    /// at all, and that is the problem.
    #[must_use]
    pub fn after(failed: Option<StorageProblem>, has_local_storage: bool) -> Self {
        let Some(problem) = failed else {
            return Self::Usable;
        };
        let worst = match has_local_storage {
            true => problem,
            false => StorageProblem::Blocked,
        };
        match problem {
            StorageProblem::Full => Self::Full(worst),
            _ => Self::Unusable(worst),
        }
    }

    /// Returns what the user must know of it.
    #[must_use]
    pub fn problem(self) -> Option<StorageProblem> {
        match self {
            Self::Usable => None,
            Self::Full(problem) | Self::Unusable(problem) => Some(problem),
        }
    }
}
