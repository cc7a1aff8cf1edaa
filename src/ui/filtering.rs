//! Which proposals a list shows, and in which order.

use std::collections::BTreeSet;

use leptos::ev::{self, Event};
use leptos::prelude::*;

use super::dialog::select;
use crate::danish::in_small_letters;
use crate::domain::{
    Catalogue, CatalogueEntry, ChangeKind, Id, Proposal, Timestamp, Total, sort_by,
};
use crate::text::catalogue::names;
use crate::text::{document, filtering, labels, overview};
use crate::web::{DanishOrder, Sought, show_sought_in_address, sought_in_address};

/// A proposal as it is found and sorted.
#[derive(Clone, PartialEq, Hash)]
pub struct Listed {
    /// The proposal.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// Its center, as it is written.
    pub department: String,
    /// What it is.
    pub kinds: BTreeSet<ChangeKind>,
    /// What it changes over the years of the list.
    pub total: Total,
    /// Whether it has any amount.
    pub has_amount: bool,
    changed_at: Timestamp,
    /// All its text in lower case, to be searched.
    text: String,
}

impl Listed {
    /// A proposal with what it changes over the years of the list, and what more is read of it there and can be looked for.
    pub fn new(proposal: &Proposal, total: Total, more: &str) -> Self {
        let kinds = proposal.kinds.iter().map(|&kind| labels::kind(kind));
        let texts: Vec<&str> = proposal.texts().chain(kinds).chain([more]).collect();
        Self {
            id: proposal.id,
            title: document::proposal_title(proposal),
            department: proposal.department.trim().to_owned(),
            kinds: proposal.kinds.clone(),
            total,
            has_amount: proposal.has_amount(),
            changed_at: proposal.changed_at,
            text: in_small_letters(&texts.join("\n")),
        }
    }

    /// A proposal of a catalogue with its number there, by which it is found too, as by its status and what became of it.
    pub fn in_catalogue(
        catalogue: &Catalogue,
        number: usize,
        entry: &CatalogueEntry,
        proposal: &Proposal,
    ) -> Self {
        let name = names::entry_name(Some(number), Some(&document::proposal_title(proposal)));
        let more = [&name, labels::status(entry.status), &entry.outcome];
        let total = catalogue.net_change_over_all_years(proposal);
        Self::new(proposal, total, &more.join("\n"))
    }
}

/// What is looked for in the texts of proposals. Copies share it.
#[derive(Clone, Copy)]
pub struct Search(RwSignal<String>);

impl Search {
    /// Nothing is looked for yet.
    pub fn new() -> Self {
        Self(RwSignal::new(String::new()))
    }

    /// What is looked for, in lower case.
    pub fn text(self) -> String {
        in_small_letters(&self.0.get())
    }

    /// Whether a proposal has every word of such a text. Each is looked for wherever it stands: few remember the words between.
    pub fn finds(text: &str, listed: &Listed) -> bool {
        text.split_whitespace()
            .all(|word| listed.text.contains(word))
    }

    /// The input, with this element id.
    pub fn draw(self, id: String) -> AnyView {
        let on_input: Box<dyn FnMut(Event)> =
            Box::new(move |event| self.0.set(event_target_value(&event)));
        view! {
            <div class="form-group d-print-none">
                <label class="form-label" for=id.clone()>
                    {filtering::SEARCH}
                </label>
                <input
                    type="search"
                    class="form-input"
                    id=id
                    prop:value=self.0
                    on:input=on_input
                />
            </div>
        }
        .into_any()
    }
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As it is given.
    Number,
    /// The latest first.
    Changed,
    /// By name.
    Title,
    /// By center.
    Department,
    /// The largest saving first.
    Total,
}

impl Order {
    fn label(self) -> &'static str {
        match self {
            Self::Number => filtering::ORDER_NUMBER,
            Self::Changed => filtering::ORDER_CHANGED,
            Self::Title => filtering::ORDER_TITLE,
            Self::Department => filtering::ORDER_DEPARTMENT,
            Self::Total => filtering::ORDER_TOTAL,
        }
    }

    /// What an address calls it.
    fn in_address(self) -> &'static str {
        match self {
            Self::Number => "nummer",
            Self::Changed => "aendret",
            Self::Title => "overskrift",
            Self::Department => "center",
            Self::Total => "beloeb",
        }
    }

    fn sort<T>(self, rows: &mut Vec<T>, of: impl Fn(&T) -> &Listed) {
        let danish = DanishOrder::new();
        sort_by(rows, |a, b| {
            let (a, b) = (of(a), of(b));
            match self {
                Self::Number => std::cmp::Ordering::Equal,
                Self::Changed => b.changed_at.cmp(&a.changed_at),
                Self::Title => danish.compare(&a.title, &b.title),
                Self::Department => danish.compare(&a.department, &b.department),
                // What is blank or incomplete last: nobody knows where it belongs.
                Self::Total => {
                    let key = |row: &Listed| (row.total.amount().is_none(), row.total.amount());
                    key(a).cmp(&key(b))
                }
            }
        });
    }
}

/// What is looked for. A choice is a place in its list; 0 is everything.
#[derive(Clone, Copy)]
pub struct Filter {
    search: Search,
    department: RwSignal<usize>,
    /// The name of a center that is looked for and not in the list, or not yet.
    wanted: StoredValue<Option<String>>,
    kind: RwSignal<usize>,
    order: RwSignal<usize>,
    orders: &'static [Order],
    departments: Memo<Vec<String>>,
}

impl Filter {
    /// Everything, of proposals from these centers, in the first of these orders.
    pub fn new(
        orders: &'static [Order],
        departments: impl Fn() -> BTreeSet<String> + Send + Sync + 'static,
    ) -> Self {
        let departments = Memo::new(move |_| {
            let mut names: Vec<String> = departments()
                .into_iter()
                .filter(|name| !name.is_empty())
                .collect();
            let danish = DanishOrder::new();
            sort_by(&mut names, |a, b| danish.compare(a, b));
            names
        });
        let department = RwSignal::new(0_usize);
        let wanted = StoredValue::new(None::<String>);
        // When the list of centers changes, the one that was chosen may stand elsewhere in it, or nowhere.
        Effect::new(move |before: Option<Vec<String>>| {
            let now = departments.get();
            let place = department.get_untracked().checked_sub(1);
            let chosen = before
                .as_ref()
                .zip(place)
                .and_then(|(before, place)| before.get(place).cloned());
            let chosen = wanted.get_value().or(chosen);
            let place = chosen.and_then(|chosen| now.iter().position(|name| *name == chosen));
            department.set(place.map_or(0, |place| place + 1));
            now
        });
        Self {
            search: Search::new(),
            department,
            wanted,
            kind: RwSignal::new(0),
            order: RwSignal::new(0),
            orders,
            departments,
        }
    }

    /// The same on the start page, whose address says what is looked for.
    pub fn in_address(
        orders: &'static [Order],
        departments: impl Fn() -> BTreeSet<String> + Send + Sync + 'static,
    ) -> Self {
        let filter = Self::new(orders, departments);
        let seek = move || {
            if let Some(sought) = sought_in_address() {
                filter.seek(sought);
            }
        };
        seek();
        let listener = window_event_listener(ev::hashchange, move |_| seek());
        on_cleanup(move || listener.remove());
        Effect::new(move |_| show_sought_in_address(&filter.sought()));
        filter
    }

    fn seek(self, sought: Sought) {
        let place = |place: Option<usize>| place.map_or(0, |place| place + 1);
        let of_kind = |kind| ChangeKind::ALL.iter().position(|&other| other == kind);
        let order = |order: &&Order| order.in_address() == sought.order;
        self.order
            .set(self.orders.iter().position(|one| order(&one)).unwrap_or(0));
        self.kind.set(place(sought.kind.and_then(of_kind)));
        self.department
            .set(place(self.departments.with_untracked(|names| {
                names.iter().position(|name| *name == sought.department)
            })));
        self.wanted
            .set_value((!sought.department.is_empty()).then_some(sought.department));
        self.search.0.set(sought.text);
    }

    fn sought(self) -> Sought {
        let chosen = self.department.get().checked_sub(1);
        let chosen = self
            .departments
            .with(|names| chosen.and_then(|place| names.get(place).cloned()));
        if chosen.is_some() {
            self.wanted.set_value(None);
        }
        let kind = self.kind.get().checked_sub(1);
        // The first order is what nobody has asked for.
        let order = Some(self.order.get()).filter(|&order| order > 0);
        let order = order.and_then(|order| self.orders.get(order));
        Sought {
            text: self.search.0.get(),
            department: chosen
                .or_else(|| self.wanted.get_value())
                .unwrap_or_default(),
            kind: kind.and_then(|place| ChangeKind::ALL.get(place).copied()),
            order: order.map_or("", |order| order.in_address()).to_owned(),
        }
    }

    /// The rows that match, in order.
    pub fn apply<T: Clone>(self, rows: &[T], of: impl Fn(&T) -> &Listed) -> Vec<T> {
        let text = self.search.text();
        let department = self.department.get().checked_sub(1);
        let department = department.and_then(|place| self.departments.get().get(place).cloned());
        let kind = self.kind.get().checked_sub(1);
        let kind = kind.and_then(|place| ChangeKind::ALL.get(place).copied());
        let matches = |row: &Listed| {
            let is_of_department = department
                .as_ref()
                .is_none_or(|department| row.department == *department);
            is_of_department
                && kind.is_none_or(|kind| row.kinds.contains(&kind))
                && Search::finds(&text, row)
        };
        let found = rows.iter().filter(|row| matches(of(row)));
        let mut found: Vec<T> = found.cloned().collect();
        if let Some(order) = self.orders.get(self.order.get()) {
            order.sort(&mut found, of);
        }
        found
    }

    /// The inputs; `more` stand after them. Where there is one order only, there is no choice of it.
    pub fn draw(self, more: AnyView) -> AnyView {
        let departments = Signal::derive(move || {
            let mut options = vec![filtering::ALL_DEPARTMENTS.to_owned()];
            options.extend(self.departments.get());
            options
        });
        let kinds: Vec<String> = [filtering::ALL_KINDS]
            .into_iter()
            .chain(ChangeKind::ALL.map(labels::kind))
            .map(str::to_owned)
            .collect();
        let orders: Vec<String> = self
            .orders
            .iter()
            .map(|order| order.label().to_owned())
            .collect();
        let order = (orders.len() > 1)
            .then(|| select("filter-order", filtering::ORDER, orders.into(), self.order));
        view! {
            <div class="filters d-print-none">
                {self.search.draw("filter-text".to_owned())}
                {select("filter-department", overview::DEPARTMENT, departments, self.department)}
                {select("filter-kind", overview::KIND, kinds.into(), self.kind)}
                {order}
                {more}
            </div>
        }
        .into_any()
    }
}
