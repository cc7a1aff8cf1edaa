//! The proposals: searched, sorted, grouped and chosen.

use leptos::ev::Event;
use leptos::prelude::*;

use super::state::Reader;
use crate::domain::{Id, ProposalStatus, Section};
use crate::publication::proposal_anchor;
use crate::text;
use crate::text::labels;
use crate::text::publication::page;
use crate::text::reader::list;
use crate::ui::dialog::select;
use crate::ui::filtering::{Filter, Listed, Order};
use crate::ui::rows::FIRST_ROWS;
use crate::ui::sums::{not_counted, why_not_counted};
use crate::ui::view::{flag, keyed, link_button, text, when};
use crate::web::focus;

/// What the list can be sorted by.
const ORDERS: [Order; 4] = [Order::Number, Order::Total, Order::Title, Order::Department];

/// A proposal as the list needs it.
#[derive(Clone, PartialEq)]
struct Row {
    listed: Listed,
    status: Option<ProposalStatus>,
}

/// What the list is grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    None,
    Department,
    Kind,
    Status,
}

impl Group {
    const ALL: [Self; 4] = [Self::None, Self::Department, Self::Kind, Self::Status];

    fn label(self) -> &'static str {
        match self {
            Self::None => list::GROUP_NONE,
            Self::Department => labels::DEPARTMENT,
            Self::Kind => labels::KINDS,
            Self::Status => list::GROUP_STATUS,
        }
    }

    /// The name of the group that a proposal is in. One with two kinds ticked is in a group of its own.
    fn of(self, row: &Row) -> String {
        match self {
            Self::None => String::new(),
            Self::Department => text::sums::department_name(&row.listed.department),
            Self::Kind => text::sums::kinds_name(&row.listed.kinds),
            Self::Status => row.status.map_or("", labels::status).to_owned(),
        }
    }
}

/// A group that is shown. Without a name where nothing is grouped.
#[derive(Clone, PartialEq)]
struct Shelf {
    name: String,
    proposals: Vec<Id>,
    /// How many of them are drawn.
    drawn: usize,
}

/// The list, in place of the one that stands in the page.
pub fn list(reader: Reader) -> AnyView {
    let rows = Memo::new(move |_| rows(reader));
    let filter = Filter::new(&ORDERS, move || {
        rows.with(|rows| {
            rows.iter()
                .map(|row| row.listed.department.clone())
                .collect()
        })
    });
    let group = RwSignal::new(0_usize);
    let shows_all = RwSignal::new(false);
    let found = Memo::new(move |_| rows.with(|rows| filter.apply(rows, |row| &row.listed)));
    let count = move || found.with(Vec::len);
    let without_amount =
        move || found.with(|rows| rows.iter().filter(|row| !row.listed.has_amount).count());
    let shelves = Memo::new(move |_| {
        let group = Group::ALL.get(group.get()).copied().unwrap_or(Group::None);
        let most = if shows_all.get() {
            usize::MAX
        } else {
            FIRST_ROWS
        };
        found.with(|rows| shelves(rows, group, most))
    });
    let names = Memo::new(move |_| {
        shelves.with(|shelves| {
            let names = shelves.iter().map(|shelf| shelf.name.clone());
            names.collect::<Vec<_>>()
        })
    });
    let drawn = view! {
        <For
            each=move || names.get()
            key=Clone::clone
            children=move |name| shelf(reader, name, shelves)
        />
    }
    .into_any();
    let groups: Vec<String> = Group::ALL.map(|group| group.label().to_owned()).into();
    let inputs = filter.draw(select("filter-group", list::GROUP, groups.into(), group));
    let rest = when(
        move || count() > FIRST_ROWS && !shows_all.get(),
        move || {
            let all = text(move || text::filtering::show_all(count()));
            let show_all = move || {
                // The button goes; the list goes on where it stood.
                let next = untrack(|| first_hidden(shelves));
                shows_all.set(true);
                if let Some(next) = next {
                    focus(&tick_id(next));
                }
            };
            let button = link_button(all, None, false.into(), show_all);
            let drawn = text(move || text::filtering::drawn(FIRST_ROWS, count()));
            view! { <p>{drawn} " " {button}</p> }.into_any()
        },
    );
    let nothing = when(
        move || count() == 0,
        || view! { <p>{list::NONE_FOUND}</p> }.into_any(),
    );
    view! {
        <div class="reader-list d-print-none">
            <p>{list::LIST_HINT}</p>
            {inputs}
            <p class="overview__count" role="status">
                {text(move || text::filtering::found(
                    count(),
                    rows.with(Vec::len),
                    without_amount(),
                ))}
            </p>
            {nothing}
            {drawn}
            {rest}
            {package_line(reader)}
        </div>
    }
    .into_any()
}

fn rows(reader: Reader) -> Vec<Row> {
    reader.shown.with(|catalogue, proposals| {
        let entries = catalogue.entries.iter().zip(1..);
        let rows = entries.filter_map(|(entry, number)| {
            let &proposal = proposals.get(&entry.proposal)?;
            Some(Row {
                listed: Listed::in_catalogue(catalogue, number, entry, proposal),
                status: Some(entry.status),
            })
        });
        rows.collect()
    })
}

/// The groups in the order in which the list first names them, and of all of them so many proposals.
fn shelves(rows: &[Row], group: Group, most: usize) -> Vec<Shelf> {
    let mut shelves: Vec<Shelf> = Vec::new();
    for row in rows {
        let name = group.of(row);
        let shelf = shelves.iter_mut().find(|shelf| shelf.name == name);
        match shelf {
            Some(shelf) => shelf.proposals.push(row.listed.id),
            None => shelves.push(Shelf {
                name,
                proposals: vec![row.listed.id],
                drawn: 0,
            }),
        }
    }
    let mut room = most;
    for shelf in &mut shelves {
        shelf.drawn = room.min(shelf.proposals.len());
        room -= shelf.drawn;
    }
    shelves.retain(|shelf| shelf.drawn > 0);
    shelves
}

/// The first proposal that is not drawn.
fn first_hidden(shelves: Memo<Vec<Shelf>>) -> Option<Id> {
    shelves.with(|shelves| {
        let last = shelves.last()?;
        last.proposals.get(last.drawn).copied()
    })
}

/// The element id of a proposal's tick.
fn tick_id(proposal: Id) -> String {
    format!("choose-{proposal}")
}

fn shelf(reader: Reader, name: String, shelves: Memo<Vec<Shelf>>) -> AnyView {
    let is_named = !name.is_empty();
    let of = Memo::new({
        let name = name.clone();
        move |_| {
            let found = |shelves: &Vec<Shelf>| {
                let mut shelves = shelves.iter();
                shelves.find(|shelf| shelf.name == name).cloned()
            };
            shelves.with(found)
        }
    });
    let keys = Signal::derive(move || {
        of.with(|shelf| {
            let shelf = shelf.as_ref();
            let drawn = shelf.map(|shelf| shelf.proposals.iter().take(shelf.drawn));
            drawn.into_iter().flatten().map(|&id| (id, 0)).collect()
        })
    });
    let heading = is_named.then(|| {
        let words = text(move || {
            let count = of.with(|shelf| shelf.as_ref().map_or(0, |shelf| shelf.proposals.len()));
            list::group(&name, count)
        });
        view! { <h3>{words}</h3> }.into_any()
    });
    view! {
        {heading}
        <ul class="choices">{keyed(keys, move |id| row(reader, id))}</ul>
    }
    .into_any()
}

/// A proposal that can be chosen. Once it is, what it leads to stands under it.
fn row(reader: Reader, id: Id) -> AnyView {
    let element = tick_id(id);
    let about_id = format!("{element}-about");
    let why_id = format!("{element}-why");
    let described_by = format!("{about_id} {why_id}");
    let name = reader.shown.name(id);
    let about = about(reader, id);
    let is_chosen = flag(move || reader.is_chosen.with(|chosen| chosen.contains(&id)));
    let on_change: Box<dyn FnMut(Event)> =
        Box::new(move |event| reader.choose(id, event_target_checked(&event)));
    let read_name = format!("{} {name}", list::READ);
    let leads_to = when(
        move || is_chosen.get(),
        move || {
            view! {
                {why_not(reader, id, Some(why_id.clone()))}
                {consequences(reader, id)}
            }
            .into_any()
        },
    );
    view! {
        <li class="choice" class:choice--chosen=is_chosen>
            <div class="form-group-checkbox">
                <input
                    type="checkbox"
                    class="form-checkbox"
                    id=element.clone()
                    aria-describedby=described_by
                    prop:checked=is_chosen
                    on:change=on_change
                />
                <label for=element>{name}</label>
            </div>
            <p class="choice__about">
                <span id=about_id>{about}</span>
                " "
                <a href=format!("#{}", proposal_anchor(id)) aria-label=read_name>
                    {list::READ}
                </a>
            </p>
            {leads_to}
        </li>
    }
    .into_any()
}

/// What a proposal does to the budget, whose it is, and how far it is.
fn about(reader: Reader, id: Id) -> String {
    reader.shown.catalogue.with_untracked(|catalogue| {
        let words = reader.of_proposal(id, |proposal| {
            let changes = catalogue.net_change_by_year(proposal);
            let effect = page::effect(proposal, &catalogue.first_year, &changes);
            let status = catalogue
                .entry(id)
                .map(|entry| labels::status(entry.status));
            list::about_proposal(&effect, &proposal.department, status.unwrap_or_default())
        });
        words.unwrap_or_default()
    })
}

/// Why a chosen proposal does not count, and what to change.
pub fn why_not(reader: Reader, id: Id, element: Option<String>) -> AnyView {
    let why = Memo::new(move |_| {
        reader
            .sums
            .with(|sums| why_not_counted(reader.shown, sums, id, false))
    });
    not_counted(why, element)
}

/// What a proposal leads to, in the words of the municipality.
pub fn consequences(reader: Reader, id: Id) -> AnyView {
    let words = reader.of_proposal(id, |proposal| {
        proposal.section(Section::Consequences).to_owned()
    });
    let words = words.filter(|words| !words.trim().is_empty());
    let words = match words {
        Some(words) => view! { <p class="choice__text">{words}</p> }.into_any(),
        None => view! {
            <p class="choice__text">
                <em>{page::NOT_STATED}</em>
            </p>
        }
        .into_any(),
    };
    view! {
        <p class="choice__leads">{list::CHOICE_LEADS_TO}</p>
        {words}
    }
    .into_any()
}

/// What the choice amounts to, in view while the list is.
fn package_line(reader: Reader) -> AnyView {
    let has_chosen = move || reader.chosen.with(|chosen| !chosen.is_empty());
    when(has_chosen, move || {
        let words = text(move || {
            reader
                .shown
                .catalogue
                .with(|catalogue| reader.sums.with(|sums| list::package_line(catalogue, sums)))
        });
        view! {
            <div class="package-line">
                <p>{words}</p>
                <a href="#own-package">{list::SEE_PACKAGE}</a>
            </div>
        }
        .into_any()
    })
}
