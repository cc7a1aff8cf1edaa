//! How far a tab is in storing what was changed in a document: a state machine, one for each document.

use super::{Pending, PendingKey, Sent, Stamp, StorageProblem};
use crate::domain::{Document, Timestamp};

/// What was changed in a document since it was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What the document said before. `None` for one that is new.
    pub base: Option<Document>,
    /// Its number, to see whether there came more while it was stored.
    pub number: u64,
    /// Its number when the state that is replaced last had to stay among the earlier ones. `None` when it need not.
    pub keeps_replaced: Option<u64>,
    /// The document, if the change is that it was deleted.
    pub deleted: Option<Document>,
    /// Whether the change is noted in local storage, as it is now.
    pub is_noted: bool,
}

impl Change {
    /// Returns the change as it sets out to be stored. `None` where a document that was not deleted is not `here`.
    #[must_use]
    pub fn sent(&self, here: Option<Document>, seen: u64, noted_at: Timestamp) -> Option<Sent> {
        let pending = Pending {
            number: self.number,
            document: self.deleted.clone().or(here)?,
            is_deleted: self.deleted.is_some(),
            seen,
            base: self.base.clone(),
            on_its_way: None,
        };
        Some(Sent {
            pending,
            keeps_replaced: self.keeps_replaced.is_some(),
            noted_at,
        })
    }
}

/// Where a document stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Progress {
    /// Nothing is left to be stored.
    #[default]
    Stored,
    /// It was changed, and the change is not being stored yet.
    Changed(Box<Change>),
    /// A change is being stored.
    Storing {
        /// The change as it set out.
        sent: Box<Pending>,
        /// The change, with what came to it since. `None` once it has arrived and nothing came to it.
        change: Option<Box<Change>>,
        /// What another tab stored meanwhile, under its stamp: the newest of it.
        heard: Option<(Stamp, String)>,
    },
}

/// How far a tab is in storing a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saving {
    progress: Progress,
    /// How many changes there were.
    changes: u64,
    /// The note of a tab that is gone from which the change was taken: it goes with the change.
    taken_from: Option<PendingKey>,
    /// Why what was stored last is not safe.
    problem: Option<StorageProblem>,
}

impl Saving {
    /// Returns what is not stored yet.
    #[must_use]
    pub fn change(&self) -> Option<&Change> {
        match &self.progress {
            Progress::Stored => None,
            Progress::Changed(change) => Some(change),
            Progress::Storing { change, .. } => change.as_deref(),
        }
    }

    fn change_mut(&mut self) -> Option<&mut Change> {
        match &mut self.progress {
            Progress::Stored => None,
            Progress::Changed(change) => Some(change),
            Progress::Storing { change, .. } => change.as_deref_mut(),
        }
    }

    fn set_change(&mut self, new: Option<Box<Change>>) {
        match &mut self.progress {
            Progress::Storing { change, .. } => *change = new,
            Progress::Stored | Progress::Changed(_) => {
                self.progress = new.map_or(Progress::Stored, Progress::Changed);
            }
        }
    }

    /// Returns whether something is not stored yet.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.change().is_some()
    }

    /// Returns whether the change is noted in local storage, as it is now.
    #[must_use]
    pub fn is_noted(&self) -> bool {
        self.change().is_some_and(|change| change.is_noted)
    }

    /// Returns whether there is a change that would be gone with the tab.
    #[must_use]
    pub fn is_in_memory_only(&self) -> bool {
        self.is_changed() && !self.is_noted()
    }

    /// Returns why what was stored last is not safe.
    #[must_use]
    pub fn problem(&self) -> Option<StorageProblem> {
        self.problem
    }

    /// Returns the note of a tab that is gone from which the change was taken.
    #[must_use]
    pub fn taken_from(&self) -> Option<PendingKey> {
        self.taken_from
    }

    /// Returns what is being stored, with its number, as it is noted together with what came to it. A deletion is left out:
    /// whether it arrived, nobody can tell, and another tab's change stays in spite of it.
    #[must_use]
    pub fn on_its_way(&self) -> Option<(u64, Document)> {
        match &self.progress {
            Progress::Storing { sent, .. } if !sent.is_deleted => {
                Some((sent.number, sent.document.clone()))
            }
            _ => None,
        }
    }

    /// Returns the number of a change that comes now.
    pub fn next_number(&mut self) -> u64 {
        self.changes += 1;
        self.changes
    }

    /// Notes that the document was changed from what it said before, or `deleted`.
    pub fn changed(
        &mut self,
        before: Option<Document>,
        keeps_replaced: bool,
        deleted: Option<Document>,
    ) {
        let number = self.next_number();
        let earlier = self.change().cloned();
        let (base, kept) = match earlier {
            Some(earlier) => (earlier.base, earlier.keeps_replaced),
            None => (before, None),
        };
        self.set_change(Some(Box::new(Change {
            base,
            number,
            keeps_replaced: if keeps_replaced { Some(number) } else { kept },
            deleted,
            is_noted: false,
        })));
    }

    /// Makes a change that a tab which is gone has left a change of this one, from `base` on.
    pub fn take_over(&mut self, left: &Pending, base: Option<Document>, taken_from: PendingKey) {
        let number = self.next_number();
        self.set_change(Some(Box::new(Change {
            base,
            number,
            keeps_replaced: Some(number),
            deleted: left.is_deleted.then(|| left.document.clone()),
            is_noted: false,
        })));
        self.taken_from = Some(taken_from);
    }

    /// Notes whether the change is noted in local storage, as it is now.
    pub fn set_noted(&mut self, is_noted: bool) {
        if let Some(change) = self.change_mut() {
            change.is_noted = is_noted;
        }
    }

    /// The state that the change replaces must stay among the earlier ones.
    pub fn keep_replaced(&mut self) {
        if let Some(change) = self.change_mut() {
            change.keeps_replaced = Some(change.number);
        }
    }

    /// The change is one of what another tab stored from now on.
    pub fn follow(&mut self, theirs: &Document) {
        if let Some(change) = self.change_mut() {
            change.base = Some(theirs.clone());
            change.is_noted = false;
        }
    }

    /// Begins to store the change. Returns whether it begins: one that is on its way is waited for.
    pub fn begin(&mut self, sent: &Pending) -> bool {
        let Progress::Changed(change) = &self.progress else {
            return false;
        };
        self.progress = Progress::Storing {
            sent: Box::new(sent.clone()),
            change: Some(change.clone()),
            heard: None,
        };
        true
    }

    /// Hears that another tab stored a record. Returns it when it can be taken in now; while a change is being stored it waits.
    pub fn hear(&mut self, stamp: Stamp, text: String) -> Option<(Stamp, String)> {
        let Progress::Storing { heard, .. } = &mut self.progress else {
            return Some((stamp, text));
        };
        let last = heard.as_ref().map(|(stamp, _)| stamp.revision);
        if last < Some(stamp.revision) {
            *heard = Some((stamp, text));
        }
        None
    }

    /// The change with this number has arrived, and the document is stored like this. Returns whether nothing came to it while it
    /// was stored.
    pub fn arrived(&mut self, number: u64, stored: &Document) -> bool {
        match self.change_mut() {
            Some(change) if change.number != number => {
                change.base = Some(stored.clone());
                change.keeps_replaced = change.keeps_replaced.filter(|&kept| kept > number);
                change.is_noted = false;
                false
            }
            _ => {
                self.set_change(None);
                true
            }
        }
    }

    /// The deletion with this number is over: another tab changed the document, which stays. Returns whether it was not brought
    /// back here meanwhile.
    pub fn overruled(&mut self, number: u64) -> bool {
        let is_over = self.change().is_none_or(|change| change.number == number);
        if is_over {
            self.set_change(None);
        }
        is_over
    }

    /// Ends storing, which may not have been safe. Returns what another tab stored meanwhile. What came meanwhile is no longer
    /// noted as it is: the note tells what was on its way.
    pub fn end(&mut self, problem: Option<StorageProblem>) -> Option<(Stamp, String)> {
        self.problem = problem;
        self.set_noted(false);
        match std::mem::take(&mut self.progress) {
            Progress::Storing { change, heard, .. } => {
                self.set_change(change);
                heard
            }
            other => {
                self.progress = other;
                None
            }
        }
    }

    /// Returns the other tab's note that goes now that nothing is left to be stored.
    pub fn release_note(&mut self) -> Option<PendingKey> {
        self.taken_from.take()
    }

    /// What was stored in local storage only is in the database too by now.
    pub fn is_in_database(&mut self) {
        if !self.is_changed() {
            self.problem = None;
        }
    }
}
