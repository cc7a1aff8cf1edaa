//! Which proposals the list shows, and in which order.

use std::collections::BTreeSet;

use leptos::ev::Event;
use leptos::prelude::*;

use super::proposals::Row;
use crate::domain::ChangeKind;
use crate::text::{labels, page};
use crate::ui::dialog::select;
use crate::web::DanishOrder;

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// The latest first.
    Changed,
    Title,
    Department,
    /// The largest saving first.
    Total,
}

impl Order {
    const ALL: [Self; 4] = [Self::Changed, Self::Title, Self::Department, Self::Total];

    fn label(self) -> &'static str {
        match self {
            Self::Changed => page::ORDER_CHANGED,
            Self::Title => page::ORDER_TITLE,
            Self::Department => page::ORDER_DEPARTMENT,
            Self::Total => page::ORDER_TOTAL,
        }
    }

    fn sort(self, rows: &mut [Row]) {
        let danish = DanishOrder::new();
        rows.sort_by(|a, b| match self {
            Self::Changed => b.changed_at.cmp(&a.changed_at),
            Self::Title => danish.compare(&a.title, &b.title),
            Self::Department => danish.compare(&a.department, &b.department),
            // Incomplete totals last: nobody knows where they belong.
            Self::Total => {
                let key = |row: &Row| (row.total.amount().is_none(), row.total.amount());
                key(a).cmp(&key(b))
            }
        });
    }
}

/// What is looked for. A choice is a place in its list; 0 is everything.
#[derive(Clone, Copy)]
pub struct Filter {
    text: RwSignal<String>,
    department: RwSignal<usize>,
    kind: RwSignal<usize>,
    order: RwSignal<usize>,
    departments: Memo<Vec<String>>,
}

impl Filter {
    /// Everything, of these rows.
    pub fn new(rows: Memo<Vec<Row>>) -> Self {
        let departments = Memo::new(move |_| {
            rows.with(|rows| {
                let names: BTreeSet<&str> = rows
                    .iter()
                    .map(|row| row.department.trim())
                    .filter(|name| !name.is_empty())
                    .collect();
                let mut names: Vec<String> = names.into_iter().map(str::to_owned).collect();
                let danish = DanishOrder::new();
                names.sort_by(|a, b| danish.compare(a, b));
                names
            })
        });
        let department = RwSignal::new(0_usize);
        // When the list of centers changes, the one that was chosen may stand elsewhere in it, or nowhere.
        Effect::new(move |before: Option<Vec<String>>| {
            let now = departments.get();
            let place = department.get_untracked().checked_sub(1);
            let chosen = before
                .as_ref()
                .zip(place)
                .and_then(|(before, place)| before.get(place));
            let place = chosen.and_then(|chosen| now.iter().position(|name| name == chosen));
            department.set(place.map_or(0, |place| place + 1));
            now
        });
        Self {
            text: RwSignal::new(String::new()),
            department,
            kind: RwSignal::new(0),
            order: RwSignal::new(0),
            departments,
        }
    }

    /// The rows that match, in order.
    pub fn apply(self, rows: &[Row]) -> Vec<Row> {
        let text = self.text.get().trim().to_lowercase();
        let department = self.department.get().checked_sub(1);
        let department = department.and_then(|place| self.departments.get().get(place).cloned());
        let kind = self.kind.get().checked_sub(1);
        let kind = kind.and_then(|place| ChangeKind::ALL.get(place).copied());
        let mut rows: Vec<Row> = rows
            .iter()
            .filter(|row| row.haystack.contains(&text))
            .filter(|row| {
                department
                    .as_ref()
                    .is_none_or(|department| row.department.trim() == department)
            })
            .filter(|row| kind.is_none_or(|kind| row.kinds.contains(&kind)))
            .cloned()
            .collect();
        if let Some(order) = Order::ALL.get(self.order.get()) {
            order.sort(&mut rows);
        }
        rows
    }

    /// The inputs.
    pub fn draw(self) -> AnyView {
        let departments = Signal::derive(move || {
            let mut options = vec![page::ALL_DEPARTMENTS.to_owned()];
            options.extend(self.departments.get());
            options
        });
        let kinds: Vec<String> = [page::ALL_KINDS]
            .into_iter()
            .chain(ChangeKind::ALL.map(labels::kind))
            .map(str::to_owned)
            .collect();
        let orders: Vec<String> = Order::ALL.map(|order| order.label().to_owned()).into();
        let on_input: Box<dyn FnMut(Event)> =
            Box::new(move |event| self.text.set(event_target_value(&event)));
        view! {
            <div class="filters d-print-none">
                <div class="form-group">
                    <label class="form-label" for="filter-text">
                        {page::SEARCH}
                    </label>
                    <input
                        type="search"
                        class="form-input"
                        id="filter-text"
                        prop:value=self.text
                        on:input=on_input
                    />
                </div>
                {select("filter-department", page::DEPARTMENT, departments, self.department)}
                {select("filter-kind", page::KIND, kinds.into(), self.kind)}
                {select("filter-order", page::ORDER, orders.into(), self.order)}
            </div>
        }
        .into_any()
    }
}
