//! What the parts of the page share: the catalogue, and what its reader chose.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::danish::Signs;
use crate::domain::{Catalogue, Combination, Document, Id, Package, Proposal, TimeOfDay, limits};
use crate::publication::{Colophon, SharedPackage, read_kept_package, write_kept_package};
use crate::text::reader::own_package;
use crate::ui::notices::Notices;
use crate::ui::sums::{ShownCatalogue, why_not_counted};
use crate::web::Kept;

/// The heading of the reader's package.
pub const OWN_PACKAGE: &str = "own-package";
/// The heading of a package that was received.
pub const RECEIVED: &str = "received-package";

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Reader {
    /// The published catalogue.
    pub shown: ShownCatalogue,
    /// The time of day at which it was published, where the page tells.
    pub published_at: Option<TimeOfDay>,
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
    /// Whether the browser keeps what is chosen.
    pub is_kept: ReadSignal<bool>,
    /// What a screen reader is told.
    pub announcement: RwSignal<String>,
    /// What just happened.
    pub notices: Notices,
}

impl Reader {
    /// A reader of a catalogue, with what the foot of its page says, and with what this browser kept of an earlier visit.
    pub fn new(
        catalogue: Catalogue,
        documents: BTreeMap<Id, Document>,
        colophon: Colophon,
    ) -> Self {
        let kept = Kept::package(catalogue.id);
        let (catalogue, documents) = (RwSignal::new(catalogue), RwSignal::new(documents));
        let signs = RwSignal::new(Signs::MinusSaves);
        let shown = ShownCatalogue::new(catalogue.into(), documents.into(), signs);
        let without_sign = colophon.positions_without_sign;
        shown.positions_without_sign.set_value(without_sign);
        let chosen = RwSignal::new(Vec::new());
        let reader = Self {
            shown,
            published_at: colophon.published_at,
            own: Id::random(),
            chosen,
            is_chosen: Memo::new(move |_| chosen.with(|chosen| chosen.iter().copied().collect())),
            name: RwSignal::new(String::new()),
            sums: shown.combined(move || chosen.get()),
            received: RwSignal::new(None),
            is_kept: RwSignal::new(true).read_only(),
            announcement: RwSignal::new(String::new()),
            notices: Notices::new(),
        };
        let is_kept = kept.follow(
            move |text| reader.take_up(kept, text),
            move || write_kept_package(&reader.said()),
        );
        Self { is_kept, ..reader }
    }

    /// What this or another tab kept.
    fn take_up(self, kept: Kept, text: &str) {
        match read_kept_package(text) {
            Some(package) => {
                self.chosen.set(package.proposals);
                self.name.set(package.name);
            }
            None => {
                kept.set_aside(text);
                self.notices.say(own_package::KEPT_UNREADABLE.to_owned());
            }
        }
    }

    /// What the reader's package says.
    pub fn said(self) -> SharedPackage {
        SharedPackage {
            name: self.name.get(),
            proposals: self.chosen.get(),
        }
    }

    /// The reader's package.
    pub fn own_package(self) -> Package {
        let SharedPackage { name, proposals } = self.said();
        Package {
            id: self.own,
            name,
            proposals,
        }
    }

    /// Chooses a proposal, or takes it out, and says where that leads.
    pub fn choose(self, proposal: Id, is_chosen: bool) {
        let passed_over = self.passed_over();
        self.chosen.update(|chosen| {
            chosen.retain(|&other| other != proposal);
            if is_chosen && chosen.len() < limits::CATALOGUE_ENTRIES {
                chosen.push(proposal);
            }
        });
        let name = self.shown.name(proposal);
        // One proposal can take another with it.
        let taken_along = self.passed_over().into_iter();
        let taken_along = taken_along.filter(|id| *id != proposal && !passed_over.contains(id));
        let taken_along: Vec<String> = taken_along.map(|id| self.shown.name(id)).collect();
        let words = self.shown.catalogue.with_untracked(|catalogue| {
            self.sums.with_untracked(|sums| {
                let why = why_not_counted(self.shown, sums, proposal, false);
                own_package::chosen(&name, is_chosen, why.as_deref(), catalogue, sums)
            })
        });
        let words = match taken_along.as_slice() {
            [] => words,
            names => format!("{words} {}", own_package::count_no_longer(names)),
        };
        self.announcement.set(words);
    }

    /// What is chosen and does not count.
    fn passed_over(self) -> BTreeSet<Id> {
        self.sums.with_untracked(|sums| {
            let not_counted = sums.not_counted.iter();
            not_counted
                .map(|not_counted| not_counted.proposal)
                .collect()
        })
    }

    /// Puts another choice in place of the reader's, and offers to bring it back.
    pub fn replace(self, package: SharedPackage, words: String) {
        let (chosen, name) = (self.chosen.get_untracked(), self.name.get_untracked());
        self.chosen.set(package.proposals);
        self.name.set(package.name);
        if chosen.is_empty() && name.is_empty() {
            self.notices.say(words);
            return;
        }
        self.notices.say_with_undo(words, move || {
            self.chosen.set(chosen.clone());
            self.name.set(name.clone());
        });
    }

    /// A package that somebody shared: the reader's own, if there is none yet; otherwise it is shown beside it. Where the focus
    /// goes.
    pub fn receive(self, package: SharedPackage) -> &'static str {
        if self.chosen.with_untracked(Vec::is_empty) {
            let words = own_package::taken_over(&package.name, package.proposals.len());
            self.replace(package, words);
            OWN_PACKAGE
        } else if package.proposals == self.chosen.get_untracked() {
            self.notices.say(own_package::SAME_PACKAGE.to_owned());
            OWN_PACKAGE
        } else {
            self.received.set(Some(package));
            RECEIVED
        }
    }

    /// Looks at a published proposal.
    pub fn of_proposal<T>(self, id: Id, look: impl FnOnce(&Proposal) -> T) -> Option<T> {
        untrack(|| self.shown.with_proposal(id, |_, proposal| look(proposal)))
    }
}
