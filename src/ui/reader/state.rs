//! What the parts of the page share: the catalogue, and what its reader chose.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::danish::Signs;
use crate::domain::{Catalogue, Combination, Document, Id, Package, Proposal, limits};
use crate::publication::{PackageError, SharedPackage, package_link, read_package_link};
use crate::text::page;
use crate::ui::notices::Notices;
use crate::ui::sums::Shown;
use crate::web::Kept;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Reader {
    /// The published catalogue.
    pub shown: Shown,
    /// The identity of the reader's package among others.
    own: Id,
    /// What the reader chose, in the order of the choice.
    pub chosen: RwSignal<Vec<Id>>,
    /// The same, to be looked up.
    pub is_chosen: Memo<BTreeSet<Id>>,
    /// What the reader calls it.
    pub name: RwSignal<String>,
    /// What it amounts to.
    pub sums: Memo<Combination>,
    /// A package that came by a link or from a file, and is not the reader's own.
    pub received: RwSignal<Option<SharedPackage>>,
    /// Whether the browser keeps what is chosen and written.
    pub is_kept: RwSignal<bool>,
    /// What a screen reader is told.
    pub announcement: RwSignal<String>,
    /// What just happened.
    pub notices: Notices,
}

impl Reader {
    /// A reader of a catalogue, with what this browser kept of an earlier visit.
    pub fn new(catalogue: Catalogue, documents: BTreeMap<Id, Document>) -> Self {
        let kept = Kept::package(catalogue.id);
        let (catalogue, documents) = (RwSignal::new(catalogue), RwSignal::new(documents));
        let signs = RwSignal::new(Signs::MinusSaves);
        let shown = Shown::new(catalogue.into(), documents.into(), signs);
        let chosen = RwSignal::new(Vec::new());
        let reader = Self {
            shown,
            own: Id::random(),
            chosen,
            is_chosen: Memo::new(move |_| chosen.with(|chosen| chosen.iter().copied().collect())),
            name: RwSignal::new(String::new()),
            sums: shown.combined(move |_| chosen.get()),
            received: RwSignal::new(None),
            is_kept: RwSignal::new(true),
            announcement: RwSignal::new(String::new()),
            notices: Notices::new(),
        };
        reader.begin(kept);
        reader
    }

    /// Takes up what was kept, and keeps what is chosen from now on.
    fn begin(self, kept: Kept) {
        if let Some(link) = kept.read() {
            self.take_up(&link);
        }
        kept.follow(move |link| self.take_up(&link));
        Effect::new(move |before: Option<String>| {
            let own = self.own_package();
            let is_nothing = own.proposals.is_empty() && own.name.is_empty();
            let link = match is_nothing {
                true => String::new(),
                false => self
                    .shown
                    .catalogue
                    .with(|catalogue| package_link(catalogue, &own)),
            };
            // What was just read need not be written.
            if before.is_some_and(|before| before != link) {
                self.is_kept.set(kept.write(&link));
            }
            link
        });
    }

    /// What this or another tab kept. Where the catalogue has lost some of the proposals since, the rest.
    fn take_up(self, link: &str) {
        let read = |catalogue: &Catalogue| match link {
            "" => Ok(SharedPackage::default()),
            link => read_package_link(catalogue, link),
        };
        let package = match self.shown.catalogue.with_untracked(read) {
            Ok(package) => package,
            Err(error) => {
                self.notices.say(error.sentence());
                let PackageError::UnknownProposals { known, .. } = error else {
                    return;
                };
                known
            }
        };
        self.chosen.set(package.proposals);
        self.name.set(package.name);
    }

    /// The reader's package.
    pub fn own_package(self) -> Package {
        Package {
            id: self.own,
            name: self.name.get(),
            proposals: self.chosen.get(),
        }
    }

    /// Chooses a proposal, or takes it out, and says where that leads.
    pub fn choose(self, proposal: Id, is_chosen: bool) {
        self.chosen.update(|chosen| {
            chosen.retain(|&other| other != proposal);
            if is_chosen && chosen.len() < limits::CATALOGUE_ENTRIES {
                chosen.push(proposal);
            }
        });
        let name = self.shown.name(proposal);
        let words = self.shown.catalogue.with_untracked(|catalogue| {
            self.sums
                .with_untracked(|sums| page::chosen(&name, is_chosen, catalogue, sums))
        });
        self.announcement.set(words);
    }

    /// Puts another choice in place of the reader's, and offers to bring it back.
    pub fn replace(self, package: SharedPackage, words: String) {
        let (chosen, name) = (self.chosen.get_untracked(), self.name.get_untracked());
        self.chosen.set(package.proposals);
        self.name.set(package.name);
        if chosen.is_empty() {
            self.notices.say(words);
            return;
        }
        self.notices.say_with_undo(words, move || {
            self.chosen.set(chosen.clone());
            self.name.set(name.clone());
        });
    }

    /// A package that somebody shared: the reader's own, if there is none yet; otherwise it is shown beside it.
    pub fn receive(self, package: SharedPackage) {
        if self.chosen.with_untracked(Vec::is_empty) {
            let words = page::taken_over(&package.name, package.proposals.len());
            self.replace(package, words);
        } else if package.proposals != self.chosen.get_untracked() {
            self.received.set(Some(package));
        }
    }

    /// Looks at a published proposal.
    pub fn of_proposal<T>(self, id: Id, look: impl FnOnce(&Proposal) -> T) -> Option<T> {
        self.shown
            .documents
            .with_untracked(|documents| match documents.get(&id) {
                Some(Document::Proposal(proposal)) => Some(look(proposal)),
                Some(Document::ActionPlan(_) | Document::Catalogue(_)) | None => None,
            })
    }
}
