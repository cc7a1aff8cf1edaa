//! Several tabs with one document, with messages that are late or lost and tabs that end.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use raaderum::domain::{
    ActionPlan, AmountRow, Document, Entry, HeadField, PlanField, Proposal, ProposalField, RowText,
    Year,
};
use raaderum::draft::Form;
use raaderum::file;
use raaderum::record::{Found, Next, Pending, Stamp, Standing, next_deleted};

use super::next::{after, check_next, mine};
use super::{config, heading, now, stamp_of, text_of, with};
use crate::support::{head, plan, proposal, row};

/// A tab with a document open.
struct Tab {
    /// Gone where another tab deleted it.
    document: Option<Document>,
    base: Document,
    seen: u64,
    /// Each tab has its own.
    number: usize,
    /// What is being stored, and how many of the typed texts are in it.
    on_its_way: Option<(Pending, usize)>,
    /// How many changes there were.
    changes: u64,
    /// What it has noted so far, with what was typed in it.
    noted: Vec<(String, Vec<(String, String)>)>,
    /// What other tabs told, and this one has not heard yet.
    messages: Vec<(Stamp, String)>,
    /// What was typed here and is not stored yet, with what it was typed over.
    typed: Vec<(String, String)>,
}

/// The browser: what is stored, and what was ever typed.
struct Browser {
    stored: (Stamp, String),
    tabs: Vec<Option<Tab>>,
    /// What tabs that are gone have left, as it is noted. It is never forgotten here: the computer can stop before the
    /// browser has written that it is.
    left: Vec<(usize, String)>,
    /// How far each tab has come.
    arrived: BTreeMap<usize, u64>,
    /// How many tabs were ever open.
    opened: usize,
    set_aside: Vec<Document>,
    /// What was typed.
    typed: Vec<String>,
    /// What somebody who had seen it typed over, or deleted.
    given_up: BTreeSet<String>,
    counter: usize,
}

#[derive(Debug, Clone)]
enum Step {
    Type(usize, usize),
    /// Begins to store.
    Send(usize),
    /// Notes what was typed since.
    Note(usize),
    /// What was sent is stored.
    Arrive(usize),
    Hear(usize, Index),
    Lose(usize, Index),
    Delete(usize),
    /// Is closed; what was sent arrives afterwards, or never.
    Close(usize, bool),
    /// Is closed while it deletes.
    CloseDeleting(usize),
    /// Ends without a word, and something that it noted is there; what was sent arrives afterwards, or never.
    End(usize, Index, bool),
    /// Opens, and takes over what tabs that are gone have left.
    Open(usize),
}

fn steps() -> BoxedStrategy<Vec<Step>> {
    let tab = || 0..4_usize;
    let step = prop_oneof![
        8 => (tab(), 0..5_usize).prop_map(|(tab, field)| Step::Type(tab, field)),
        6 => tab().prop_map(Step::Send),
        6 => tab().prop_map(Step::Arrive),
        3 => tab().prop_map(Step::Note),
        6 => (tab(), any::<Index>()).prop_map(|(tab, which)| Step::Hear(tab, which)),
        2 => (tab(), any::<Index>()).prop_map(|(tab, which)| Step::Lose(tab, which)),
        1 => tab().prop_map(Step::Delete),
        2 => (tab(), any::<bool>()).prop_map(|(tab, arrives)| Step::Close(tab, arrives)),
        1 => tab().prop_map(Step::CloseDeleting),
        1 => (tab(), any::<Index>(), any::<bool>()).prop_map(|(tab, which, arrives)| Step::End(tab, which, arrives)),
        3 => tab().prop_map(Step::Open),
    ];
    prop::collection::vec(step, 0..60).boxed()
}

/// The document that the tabs have open.
pub static OPENED: LazyLock<ActionPlan> = LazyLock::new(|| plan("Afdeling Børn og Familie", 2022));

/// The fields that are typed in: of the head, and of the three rows.
fn fields() -> [PlanField; 5] {
    let row = |number| row(&OPENED, number).id;
    [
        head(HeadField::Cause),
        head(HeadField::CaseNumber),
        PlanField::Text(row(1), RowText::Goal),
        PlanField::Text(row(1), RowText::Action),
        PlanField::Text(row(3), RowText::Goal),
    ]
}

fn texts(document: &Document) -> Vec<String> {
    let Document::ActionPlan(plan) = document else {
        panic!("a proposal");
    };
    fields().map(|field| plan.shown(field)).to_vec()
}

impl Tab {
    fn open(number: usize, stored: &(Stamp, String)) -> Self {
        let base = stored.0.read(&stored.1).expect("a document");
        Self {
            document: (stored.0.standing == Standing::Saved).then(|| base.clone()),
            base,
            seen: stored.0.revision,
            number,
            on_its_way: None,
            changes: 0,
            noted: Vec::new(),
            messages: Vec::new(),
            typed: Vec::new(),
        }
    }

    /// What is not stored.
    fn pending(&self, is_deleted: bool) -> Option<Pending> {
        let document = self.document.clone()?;
        let on_its_way = self.on_its_way.as_ref();
        (is_deleted || self.is_changed()).then(|| Pending {
            number: self.changes + u64::from(is_deleted),
            document,
            is_deleted,
            seen: self.seen,
            base: Some(self.base.clone()),
            on_its_way: on_its_way.map(|(sent, _)| (sent.number, sent.document.clone())),
        })
    }

    /// Notes what is not stored.
    fn write_down(&mut self) {
        if let Some(pending) = self.pending(false) {
            let record = pending.print(now()).expect("a record");
            self.noted.push((record, self.typed.clone()));
        }
    }

    fn is_changed(&self) -> bool {
        let document = self.document.as_ref();
        document.is_some_and(|document| !document.says_the_same_as(&self.base))
    }

    /// Follows what another tab stored. What both changed is set aside.
    fn hear(&mut self, stamp: &Stamp, text: &str) -> Option<Document> {
        if stamp.revision <= self.seen {
            return None;
        }
        let theirs = stamp.read(text).expect("a document");
        let is_changed = self.is_changed();
        self.seen = stamp.revision;
        if stamp.standing == Standing::Deleted {
            // What was changed here is stored again as soon as this tab stores.
            self.document = self.document.take().filter(|_| is_changed);
            return None;
        }
        let mut set_aside = None;
        self.document = Some(match &self.document {
            Some(mine) if is_changed => {
                let merged = file::merge(&self.base, mine, &theirs);
                set_aside = (!merged.conflicts.is_empty()).then(|| theirs.clone());
                merged.document
            }
            _ => theirs.clone(),
        });
        self.base = theirs;
        set_aside
    }
}

impl Browser {
    fn new(tabs: usize, revision: u64) -> Self {
        let document = OPENED.clone().into();
        let stored = (
            stamp_of(&document, revision, Standing::Saved),
            text_of(&document),
        );
        let tab = |number| Some(Tab::open(number, &stored));
        Self {
            tabs: (0..tabs).map(tab).collect(),
            stored,
            left: Vec::new(),
            arrived: BTreeMap::new(),
            opened: tabs,
            set_aside: Vec::new(),
            typed: Vec::new(),
            given_up: BTreeSet::new(),
            counter: 0,
        }
    }

    fn tab(&mut self, number: usize) -> Option<&mut Tab> {
        let count = self.tabs.len();
        self.tabs[number % count].as_mut()
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Type(tab, field) => {
                self.counter += 1;
                let typed = format!("Tekst {}", self.counter);
                let Some(tab) = self.tab(*tab) else { return };
                if let Some(Document::ActionPlan(plan)) = &mut tab.document {
                    let over = plan.shown(fields()[*field]);
                    plan.enter(fields()[*field], &typed);
                    tab.changes += 1;
                    tab.typed.push((typed, over));
                }
            }
            Step::Send(tab) => self.send(*tab),
            Step::Arrive(tab) => self.arrive(*tab),
            Step::Note(tab) => {
                if let Some(tab) = self.tab(*tab) {
                    tab.write_down();
                }
            }
            Step::Hear(tab, which) => {
                let Some(tab) = self.tab(*tab) else { return };
                // What is heard while something is stored waits.
                if !tab.messages.is_empty() && tab.on_its_way.is_none() {
                    let message = tab.messages.remove(which.index(tab.messages.len()));
                    let set_aside = tab.hear(&message.0, &message.1);
                    self.set_aside.extend(set_aside);
                }
            }
            Step::Lose(tab, which) => {
                let Some(tab) = self.tab(*tab) else { return };
                if !tab.messages.is_empty() {
                    _ = tab.messages.remove(which.index(tab.messages.len()));
                }
            }
            Step::Delete(tab) => self.delete(*tab),
            Step::Close(tab, arrives) => self.close(*tab, *arrives, false),
            Step::CloseDeleting(tab) => self.close(*tab, true, true),
            Step::End(tab, which, arrives) => self.end(*tab, *which, *arrives),
            Step::Open(tab) => {
                let count = self.tabs.len();
                if self.tabs[*tab % count].is_none() {
                    self.take_over();
                    self.tabs[*tab % count] = Some(Tab::open(self.opened, &self.stored));
                    self.opened += 1;
                }
            }
        }
    }

    fn send(&mut self, number: usize) {
        let Some(tab) = self.tab(number) else { return };
        if tab.on_its_way.is_none()
            && let Some(pending) = tab.pending(false)
        {
            tab.write_down();
            tab.on_its_way = Some((
                Pending {
                    on_its_way: None,
                    ..pending
                },
                tab.typed.len(),
            ));
        }
    }

    /// What is stored next, noting how far the tab has come.
    fn next(&mut self, tab: usize, pending: &Pending) -> Option<Next> {
        let arrived = self.arrived.get(&tab).copied().unwrap_or_default();
        let found = Found {
            stamp: self.stored.0.clone(),
            text: &self.stored.1,
        };
        let next = pending
            .next(Some(found), arrived, now(), now())
            .expect("what is stored can be read");
        self.arrived.insert(tab, arrived.max(pending.number));
        if let Some(next) = &next {
            assert_eq!(next.stamp.revision, self.stored.0.revision + 1);
        }
        next
    }

    fn arrive(&mut self, number: usize) {
        let Some(tab) = self.tab(number) else { return };
        let Some((sent, count)) = tab.on_its_way.take() else {
            return;
        };
        let id = tab.number;
        let next = self.next(id, &sent).expect("nothing was deleted");
        let tab = self.tab(number).expect("the tab");
        let mut set_aside = next.set_aside.clone();
        if let Some(document) = &mut tab.document {
            let merged = file::merge(&sent.document, document, &next.document);
            *document = merged.document;
            if !merged.conflicts.is_empty() {
                set_aside = Some(next.document.clone());
            }
        }
        tab.base = next.document.clone();
        tab.seen = next.stamp.revision;
        let typed: Vec<_> = tab.typed.drain(..count).collect();
        self.note(typed);
        self.set_aside.extend(next.set_aside.clone());
        self.set_aside.extend(set_aside);
        self.put(number, next);
    }

    fn note(&mut self, typed: Vec<(String, String)>) {
        for (typed, over) in typed {
            self.typed.push(typed);
            self.given_up.insert(over);
        }
    }

    /// A tab is closed. It notes what it has not stored.
    fn close(&mut self, number: usize, arrives: bool, is_deleted: bool) {
        let count = self.tabs.len();
        let Some(tab) = self.tabs[number % count].take() else {
            return;
        };
        if let Some(pending) = tab.pending(is_deleted) {
            let record = pending.print(now()).expect("a record");
            self.left.push((tab.number, record));
            if is_deleted {
                self.given_up.extend(texts(&pending.document));
            }
        }
        self.note(tab.typed);
        if let Some((sent, _)) = tab.on_its_way
            && arrives
        {
            self.arrive_alone(tab.number, &sent);
        }
    }

    /// A tab ends without a word. Any earlier note of it may be there.
    fn end(&mut self, number: usize, which: Index, arrives: bool) {
        let count = self.tabs.len();
        let Some(tab) = self.tabs[number % count].take() else {
            return;
        };
        if let Some((sent, count)) = tab.on_its_way
            && arrives
        {
            let typed = tab.typed.into_iter().take(count).collect();
            self.note(typed);
            self.arrive_alone(tab.number, &sent);
        }
        if !tab.noted.is_empty() {
            let (record, typed) = tab.noted[which.index(tab.noted.len())].clone();
            self.note(typed);
            self.left.push((tab.number, record));
        }
    }

    /// What a tab sent that is gone: there is nobody to tell the others.
    fn arrive_alone(&mut self, tab: usize, sent: &Pending) {
        if let Some(next) = self.next(tab, sent) {
            self.stored = (next.stamp, next.text);
            self.set_aside.extend(next.set_aside);
        }
    }

    /// What tabs that are gone have left is stored.
    fn take_over(&mut self) {
        for (tab, record) in self.left.clone() {
            let key = self.stored.0.key;
            let (pending, _) = Pending::read(key, &record).expect("a record");
            if let Some(next) = self.next(tab, &pending) {
                self.set_aside.extend(next.set_aside.clone());
                self.put(usize::MAX, next);
            }
        }
    }

    fn delete(&mut self, number: usize) {
        let stored = self.stored.clone();
        let Some(tab) = self.tab(number) else { return };
        let Some(document) = &tab.document else {
            return;
        };
        if tab.on_its_way.is_some() {
            return;
        }
        let next = next_deleted(
            mine(document, Some(&tab.base), tab.seen),
            Some(&stored.0),
            now(),
        );
        match next.expect("it can be written") {
            Some(next) => {
                tab.document = None;
                tab.seen = next.stamp.revision;
                let typed: Vec<_> = tab.typed.drain(..).collect();
                self.note(typed);
                self.given_up.extend(texts(&next.document));
                self.put(number, next);
            }
            // It is shown what another tab wrote.
            None => {
                let set_aside = tab.hear(&stored.0, &stored.1);
                self.set_aside.extend(set_aside);
            }
        }
    }

    /// Stores a record and tells the others.
    fn put(&mut self, number: usize, next: Next) {
        let count = self.tabs.len();
        for (other, tab) in self.tabs.iter_mut().enumerate() {
            if let Some(tab) = tab
                && (number == usize::MAX || other != number % count)
            {
                tab.messages.push((next.stamp.clone(), next.text.clone()));
            }
        }
        self.stored = (next.stamp, next.text);
    }

    /// Every tab that lives stores, and follows.
    fn settle(&mut self) {
        for number in 0..self.tabs.len() {
            self.arrive(number);
            self.send(number);
            self.arrive(number);
        }
        self.take_over();
        let (stamp, text) = self.stored.clone();
        for tab in self.tabs.iter_mut().flatten() {
            assert!(!tab.is_changed());
            assert!(tab.typed.is_empty());
            self.set_aside.extend(tab.hear(&stamp, &text));
        }
    }
}

proptest! {
    #![proptest_config(config())]

    /// Whatever is typed in whichever tab, and however late, out of order or never the others hear of it: it is in the
    /// document, or somebody who saw it wrote over it, or it is in a document that was set aside.
    #[test]
    fn tabs_lose_nothing_to_each_other(tabs in 2..=4_usize, revision in select(vec![0_u64, 1, 17]), steps in steps()) {
        let mut browser = Browser::new(tabs, revision);
        for step in &steps {
            browser.take(step);
        }
        browser.settle();

        let (stamp, text) = &browser.stored;
        let last = stamp.read(text).expect("a document");
        for tab in browser.tabs.iter().flatten() {
            match (&tab.document, stamp.standing) {
                (Some(document), Standing::Saved) => prop_assert!(document.says_the_same_as(&last)),
                (None, Standing::Deleted) => {}
                other => prop_assert!(false, "{:?}", other),
            }
            prop_assert_eq!(tab.seen, stamp.revision);
        }
        let mut found = browser.given_up.clone();
        found.extend(texts(&last));
        found.extend(browser.set_aside.iter().flat_map(texts));
        for typed in &browser.typed {
            prop_assert!(found.contains(typed), "{} is lost", typed);
        }
    }

    /// Whoever has only one tab at a time is never told of a copy, however often it is closed while it stores.
    #[test]
    fn one_tab_sets_nothing_aside(steps in steps()) {
        let mut browser = Browser::new(1, 1);
        for step in &steps {
            browser.take(step);
        }
        browser.settle();
        let (_, text) = &browser.stored;
        for document in &browser.set_aside {
            prop_assert_eq!(&text_of(document), text);
        }
    }

    /// As long as everybody types in a field of their own, and nobody deletes, nothing is ever set aside.
    #[test]
    fn tabs_with_a_field_each_set_nothing_aside(steps in steps()) {
        let mut browser = Browser::new(4, 1);
        let mut last_typed = BTreeMap::new();
        for step in &steps {
            match *step {
                Step::Type(tab, _) => {
                    browser.take(&Step::Type(tab, tab));
                    last_typed.insert(tab, format!("Tekst {}", browser.counter));
                }
                Step::Delete(_) | Step::CloseDeleting(_) | Step::Close(..) | Step::End(..) => {}
                _ => browser.take(step),
            }
        }
        browser.settle();
        prop_assert_eq!(&browser.set_aside, &[]);
        let (stamp, text) = &browser.stored;
        let shown = texts(&stamp.read(text).expect("a document"));
        for (tab, typed) in last_typed {
            prop_assert_eq!(&shown[tab], &typed);
        }
    }
}

/// One story of two tabs, told in full.
#[test]
fn two_tabs_type_in_the_same_field_and_in_others() {
    let mut first = proposal("Isafjord");
    first.first_year = Entry::Value(Year::new(2024).expect("a year"));
    let base: Document = first.into();
    let gain = ProposalField::Amount(AmountRow::EstimatedGain, 0);
    // Both opened revision 4. The first stores revision 5.
    let ours = with(&base, &[(gain, "-1.700")]);
    let stored = Some((&base, 4, Standing::Saved));
    let fifth = after(mine(&ours, Some(&base), 4), stored).expect("stored");
    check_next(&fifth, 5, Standing::Saved);
    // The second has not heard of it, and stores revision 6 with both in it.
    let theirs = heading(&base, "Isafjord lukkes");
    let stored = Some((&fifth.document, 5, Standing::Saved));
    let sixth = after(mine(&theirs, Some(&base), 4), stored).expect("stored");
    check_next(&sixth, 6, Standing::Saved);
    assert_eq!(sixth.set_aside, None);
    assert_eq!(sixth.document, heading(&ours, "Isafjord lukkes"));
    // The first types in the heading too, without having heard.
    let again = heading(&fifth.document, "Isafjord nedlægges");
    let stored = Some((&sixth.document, 6, Standing::Saved));
    let seventh = after(mine(&again, Some(&fifth.document), 5), stored).expect("stored");
    check_next(&seventh, 7, Standing::Saved);
    assert_eq!(seventh.document, again);
    assert_eq!(seventh.set_aside, Some(sixth.document));
    // The second cannot delete what it has not seen.
    let seen = Document::from(Proposal::blank(base.id(), now(), Entry::Blank));
    let refused = next_deleted(mine(&seen, Some(&seen), 6), Some(&seventh.stamp), now());
    assert_eq!(refused, Ok(None));
}
