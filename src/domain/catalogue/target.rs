//! How far a choice is from the targets of its catalogue.

use super::CombinedYear;
use crate::domain::{Amount, Total};

/// How a year stands against its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgainstTarget {
    /// The target or one of the amounts cannot be read.
    Unknown,
    /// The target is positive. It would permit the catalogue to cost something, which is hardly meant: nothing is compared
    /// with it.
    Doubtful,
    /// So much must still be saved, in kroner; plus.
    Missing(Amount),
    /// The target is reached.
    Reached {
        /// What is saved beyond it, in kroner; zero or plus.
        beyond: Amount,
    },
}

impl CombinedYear {
    /// Whether the target is positive, so that its sign is in doubt.
    #[must_use]
    pub fn has_doubtful_target(&self) -> bool {
        self.target.and_then(Total::amount).is_some_and(is_doubtful)
    }

    /// The target in kroner, minus = must save, where something can be compared with it: there is one, it can be read, and
    /// its sign is not in doubt.
    #[must_use]
    pub fn comparable_target(&self) -> Option<Amount> {
        let target = self.target.and_then(Total::amount);
        target.filter(|&target| !is_doubtful(target))
    }

    /// How the year stands against its target; `None` where there is none.
    #[must_use]
    pub fn against_target(&self) -> Option<AgainstTarget> {
        let target = self.target?;
        if self.has_doubtful_target() {
            return Some(AgainstTarget::Doubtful);
        }
        let Some(missing) = (self.net_change - target).amount() else {
            return Some(AgainstTarget::Unknown);
        };
        Some(if missing > Amount::ZERO {
            AgainstTarget::Missing(missing)
        } else {
            AgainstTarget::Reached { beyond: -missing }
        })
    }

    /// What is missing to the target: the net change less the target, in kroner. Plus = must still be saved, minus = more is
    /// saved than the target asks. `None` where there is no target, incomplete where nothing can be compared with it.
    #[must_use]
    pub fn missing(&self) -> Option<Total> {
        self.against_target().map(|against| match against {
            AgainstTarget::Unknown | AgainstTarget::Doubtful => Total::Incomplete,
            AgainstTarget::Missing(missing) => Total::Complete(missing),
            AgainstTarget::Reached { beyond } => Total::Complete(-beyond),
        })
    }

    /// Whether the target is met; `None` where there is none, or it cannot be told.
    #[must_use]
    pub fn is_met(&self) -> Option<bool> {
        match self.against_target()? {
            AgainstTarget::Unknown | AgainstTarget::Doubtful => None,
            AgainstTarget::Missing(_) => Some(false),
            AgainstTarget::Reached { .. } => Some(true),
        }
    }
}

/// Whether the sign of a target is in doubt: one of a catalogue of reductions asks for a saving.
fn is_doubtful(target: Amount) -> bool {
    target > Amount::ZERO
}
