//! The proposals of the catalogue: which, in which order, and what became of them.

use leptos::prelude::*;

use super::Page;
use crate::domain::{
    Catalogue, CatalogueEntry, CatalogueField, Entry, Id, Proposal, ProposalStatus, Total, YEARS,
    Year, limits, proposals_in, sort_by,
};
use crate::text;
use crate::text::catalogue::{entries, names};
use crate::text::reader::list;
use crate::text::{document, editor, labels, messages, sums};
use crate::ui::dialog::{Dialog, choice_in_row, select};
use crate::ui::filtering::{Filter, Listed, Order};
use crate::ui::labelled_field::text_cell;
use crate::ui::outputs::meaning;
use crate::ui::pick_list::{PickRow, PickTexts, pick_list};
use crate::ui::rows::{Rows, first_rows, shift};
use crate::ui::view::{SECONDARY, button, click, dynamic, flag, keyed, link_button, text, when};
use crate::web::{DanishOrder, Route, focus};

/// What the focus goes to when a row is gone.
const HEADING: &str = "entries-heading";

/// The rows stand in the catalogue's order, which numbers them.
const ORDERS: [Order; 1] = [Order::Number];

/// What a row shows of its proposal.
#[derive(Clone, PartialEq)]
struct Row {
    title: String,
    department: String,
    net_change: Vec<Total>,
    total: Total,
    has_amount: bool,
}

/// The section.
pub fn entries(on_page: Page) -> AnyView {
    let rows = on_page.entries;
    let caption = on_page
        .shown
        .caption(entries::ENTRIES_FIGURES.to_owned().into());
    let empty = when(
        move || rows.count() == 0,
        || view! { <p>{entries::ENTRIES_EMPTY}</p> }.into_any(),
    );
    let filter = filter(on_page);
    let found = Rows::new(move || found(on_page, filter));
    let table = when(
        move || rows.count() > 0,
        move || {
            let (keys, rest) = first_rows(found, |_| false);
            let body = keyed(keys, move |id| entry(on_page, id));
            let count = text(move || {
                let without_amount = on_page.shown.with(|_, proposals| {
                    let found = found.ids().into_iter();
                    let found = found.filter_map(|id| proposals.get(&id));
                    found.filter(|proposal| !proposal.has_amount()).count()
                });
                text::filtering::found(found.count(), rows.count(), without_amount)
            });
            let nothing = when(
                move || found.count() == 0,
                || view! { <p>{list::NONE_FOUND}</p> }.into_any(),
            );
            view! {
                <p class="form-hint">{entries::ENTRIES_HINT}</p>
                {filter.draw(().into_any())}
                <p class="overview__count d-print-none" role="status">
                    {count}
                </p>
                {nothing}
                <div
                    class="table-frame"
                    role="region"
                    aria-labelledby="entries-caption"
                    tabindex="0"
                >
                    <table class="table figures figures--list figures--entries">
                        <caption id="entries-caption">{caption}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{entries::ENTRY}</th>
                                <th scope="col">{labels::DEPARTMENT}</th>
                                {on_page.shown.year_heads()}
                                <th scope="col" class="number">
                                    {labels::TOTAL}
                                </th>
                                <th scope="col">{labels::STATUS}</th>
                                <th scope="col">{labels::OUTCOME}</th>
                                <th scope="col" class="d-print-none">
                                    <span class="sr-only">{document::ACTIONS}</span>
                                </th>
                            </tr>
                        </thead>
                        <tbody>{body}</tbody>
                    </table>
                </div>
                {rest}
            }
            .into_any()
        },
    );
    view! {
        <section class="form-section form-section--matrix" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                {entries::ENTRIES}
            </h2>
            {empty}
            {table}
            <div class="catalogue__actions d-print-none">
                {add_buttons(on_page)} {give_drafts(on_page)}
            </div>
        </section>
    }
    .into_any()
}

/// What is looked for among the rows.
fn filter(on_page: Page) -> Filter {
    Filter::new(&ORDERS, move || {
        on_page.shown.with(|catalogue, proposals| {
            let entries = catalogue.entries.iter();
            let proposals = entries.filter_map(|entry| proposals.get(&entry.proposal));
            let departments = proposals.map(|proposal| proposal.department.trim().to_owned());
            departments.collect()
        })
    })
}

/// The proposals that match what is looked for. What is written in a row does not take it away while somebody writes there: the
/// rows are looked at again when something else is looked for, or when proposals come, go or are called otherwise.
fn found(on_page: Page, filter: Filter) -> Vec<Id> {
    _ = on_page.entries.count();
    on_page.shown.titles.track();
    let listed = untrack(|| listed(on_page));
    let found = filter.apply(&listed, |listed| listed);
    found.into_iter().map(|listed| listed.id).collect()
}

/// The proposals of the catalogue as they are found, in its order.
pub fn listed(on_page: Page) -> Vec<Listed> {
    on_page.shown.with(|catalogue, proposals| {
        let entries = catalogue.entries.iter().zip(1..);
        let listed = entries.map(|(entry, number)| {
            // One that is not here is found by what the catalogue says of it.
            let blank = || Proposal::blank(entry.proposal, catalogue.changed_at, Entry::Blank);
            match proposals.get(&entry.proposal) {
                Some(proposal) => Listed::in_catalogue(catalogue, number, entry, proposal),
                None => Listed::in_catalogue(catalogue, number, entry, &blank()),
            }
        });
        listed.collect()
    })
}

/// The element id of a row's first cell.
fn row_id(proposal: Id) -> String {
    format!("entry-{proposal}")
}

fn entry(on_page: Page, id: Id) -> AnyView {
    let editor = on_page.editor;
    let rows = on_page.entries;
    let printed = on_page.shown.printed();
    let position = rows.position(id);
    let shown = Memo::new(move |_| {
        let title = on_page
            .shown
            .titles
            .with(|titles| titles.get(&id).cloned())?;
        on_page.shown.figures_of(id, |catalogue, proposal| Row {
            title,
            department: proposal.department.clone(),
            net_change: catalogue.net_change_by_year(proposal).into(),
            total: catalogue.net_change_over_all_years(proposal),
            has_amount: proposal.has_amount(),
        })
    });
    let heading = dynamic(move || {
        match shown.with(|shown| shown.as_ref().map(|shown| shown.title.clone())) {
            Some(title) => view! { <a href=Route::Proposal(id).href()>{title}</a> }.into_any(),
            None => view! {
                {names::entry_name(Some(position.get() + 1), None)}
                <span class="message message--error">{entries::ENTRY_MISSING}</span>
            }
            .into_any(),
        }
    });
    let number = text(move || {
        let is_here = shown.with(Option::is_some);
        if is_here {
            format!("{}. ", position.get() + 1)
        } else {
            String::new()
        }
    });
    let amounts: Vec<AnyView> = (0..YEARS)
        .map(|year| {
            let total = text(move || {
                printed.optional(shown.with(|shown| shown.as_ref()?.net_change.get(year).copied()))
            });
            view! { <td class="number">{total}</td> }.into_any()
        })
        .collect();
    let total =
        text(move || printed.optional(shown.with(|shown| shown.as_ref().map(|shown| shown.total))));
    let note = meaning(move || {
        let has_none = |shown: &Option<Row>| shown.as_ref().is_some_and(|of| !of.has_amount);
        match shown.with(has_none) {
            true => messages::NO_AMOUNT_YET.to_owned(),
            false => String::new(),
        }
    });
    let department = text(move || {
        let department = |shown: &Option<Row>| shown.as_ref().map(|shown| shown.department.clone());
        shown.with(department).unwrap_or_default()
    });
    let outcome = CatalogueField::Outcome(id);
    let outcome_label = text(move || {
        editor
            .document
            .with(|catalogue| labels::catalogue_field(catalogue, outcome))
    });
    let button = |label: &'static str, is_disabled: Signal<bool>, action: Box<dyn Fn()>| {
        let name = text(move || format!("{label} {}", entries::entry_number(position.get() + 1)));
        link_button(label.to_owned().into(), Some(name), is_disabled, action)
    };
    let is_last = flag(move || position.get() + 1 >= rows.count());
    view! {
        <tr>
            <th scope="row" id=row_id(id) tabindex="-1">
                {number}
                {heading}
            </th>
            <td>{department}</td>
            {amounts}
            <td class="number row-sum">{total} {note}</td>
            <td>{status(on_page, id, position)}</td>
            <td class="figures__text">{text_cell(&editor.field(outcome), outcome_label)}</td>
            <td class="d-print-none">
                <div class="row-actions">
                    {button(
                        editor::MOVE_UP,
                        flag(move || position.get() == 0),
                        Box::new(move || move_entry(on_page, id, -1)),
                    )}
                    {button(
                        editor::MOVE_DOWN,
                        is_last,
                        Box::new(move || move_entry(on_page, id, 1)),
                    )} {button(editor::REMOVE, false.into(), Box::new(move || remove(on_page, id)))}
                </div>
            </td>
        </tr>
    }
    .into_any()
}

fn status(on_page: Page, id: Id, position: Memo<usize>) -> AnyView {
    let editor = on_page.editor;
    let label = text(move || names::status_of(position.get() + 1));
    let options: Vec<String> = ProposalStatus::ALL
        .into_iter()
        .map(|status| labels::status(status).to_owned())
        .collect();
    let status = Memo::new(move |_| {
        editor
            .document
            .with(|catalogue| catalogue.entry(id).map(|entry| entry.status))
    });
    let chosen = Signal::derive(move || {
        let status = status.get();
        let mut all = ProposalStatus::ALL.iter();
        all.position(|&one| Some(one) == status).unwrap_or_default()
    });
    let words = text(move || {
        status
            .get()
            .map(labels::status)
            .unwrap_or_default()
            .to_owned()
    });
    let choose = move |place: usize| {
        let Some(&status) = ProposalStatus::ALL.get(place) else {
            return;
        };
        editor.edit(|catalogue| {
            if let Some(entry) = catalogue.entry_mut(id) {
                entry.status = status;
            }
        });
        editor.settle();
    };
    let id = format!("status-{id}");
    view! {
        <div class="field field--cell">
            <div class="d-print-none">
                {choice_in_row(id, "sr-only", label, options.into(), chosen, Box::new(choose))}
            </div>
            <div class="print-text" aria-hidden="true">
                {words}
            </div>
        </div>
    }
    .into_any()
}

/// Gives all drafts a status at once; only where there are several.
fn give_drafts(on_page: Page) -> AnyView {
    let editor = on_page.editor;
    let drafts = Memo::new(move |_| {
        editor.document.with(|catalogue| {
            let entries = catalogue.entries.iter();
            let drafts = entries.filter(|entry| entry.status == ProposalStatus::Draft);
            drafts.count()
        })
    });
    let others = || {
        let all = ProposalStatus::ALL.into_iter();
        all.filter(|&status| status != ProposalStatus::Draft)
    };
    let options: Vec<String> = others()
        .map(|status| labels::status(status).to_owned())
        .collect();
    let chosen = RwSignal::new(0_usize);
    let give = move || {
        let Some(status) = others().nth(chosen.get_untracked()) else {
            return;
        };
        let mut given = 0;
        editor.edit(|catalogue| given = catalogue.give_drafts(status));
        editor.settle();
        editor.say_undoable(entries::drafts_given(given, labels::status(status)));
        focus(HEADING);
    };
    when(
        move || drafts.get() > 1,
        move || {
            view! {
                <div class="catalogue__add d-print-none">
                    {select("drafts-status", entries::GIVE_DRAFTS, options.clone().into(), chosen)}
                    {button(SECONDARY, entries::GIVE, give)}
                </div>
            }
            .into_any()
        },
    )
}

/// Moves a row up or down; the focus follows it.
fn move_entry(on_page: Page, id: Id, places: isize) {
    on_page.editor.edit(|catalogue| {
        let from = catalogue
            .entries
            .iter()
            .position(|entry| entry.proposal == id);
        shift(&mut catalogue.entries, from, places);
    });
    on_page.editor.settle();
    focus(&row_id(id));
}

/// Takes a proposal out of the catalogue. What relations and packages say of it is kept, and counts as nothing.
fn remove(on_page: Page, id: Id) {
    let name = untrack(|| on_page.shown.name(id));
    on_page
        .editor
        .edit(|catalogue| catalogue.entries.retain(|entry| entry.proposal != id));
    on_page.editor.settle();
    on_page.editor.say_undoable(entries::entry_removed(&name));
    focus(HEADING);
}

/// The proposals that are here and not in the catalogue, by title: all, or those of a budget year.
fn not_taken(on_page: Page, of: Option<Year>) -> Vec<(Id, String, String)> {
    let mut found: Vec<(Id, String, String)> = on_page.shown.with(|catalogue, proposals| {
        let (proposals, taken) = (proposals.values(), catalogue.proposals());
        proposals
            .filter(|proposal| !taken.contains(&proposal.id))
            .filter(|proposal| of.is_none() || proposal.first_year.value() == of)
            .map(|proposal| {
                let department = proposal.department.clone();
                (proposal.id, document::proposal_title(proposal), department)
            })
            .collect()
    });
    let order = DanishOrder::new();
    sort_by(&mut found, |a, b| order.compare(&a.1, &b.1));
    found
}

/// Takes proposals in at the end, as far as there is room. How many.
fn take(catalogue: &mut Catalogue, ids: impl IntoIterator<Item = Id>) -> usize {
    let mut taken = 0;
    for id in ids {
        if catalogue.entries.len() < limits::CATALOGUE_ENTRIES && catalogue.entry(id).is_none() {
            catalogue.entries.push(CatalogueEntry::draft(id));
            taken += 1;
        }
    }
    taken
}

fn add_buttons(on_page: Page) -> AnyView {
    let editor = on_page.editor;
    let is_picking = RwSignal::new(false);
    let is_full = move || on_page.entries.count() >= limits::CATALOGUE_ENTRIES;
    // The budget year, and how many proposals of it could be taken in.
    let waiting = Memo::new(move |_| {
        on_page.shown.with(|catalogue, proposals| {
            let year = catalogue.first_year.value()?;
            let taken = catalogue.proposals();
            let of_year = proposals
                .values()
                .filter(|proposal| proposal.first_year.value() == Some(year))
                .filter(|proposal| !taken.contains(&proposal.id));
            Some((year, of_year.count())).filter(|(_, count)| *count > 0)
        })
    });
    let take_all = move || {
        let Some((year, _)) = waiting.get_untracked() else {
            return;
        };
        let found = untrack(|| not_taken(on_page, Some(year)));
        let mut taken = 0;
        editor.edit(|catalogue| taken = take(catalogue, found.into_iter().map(|(id, ..)| id)));
        editor.settle();
        editor.say_undoable(entries::entries_added(taken));
        focus(HEADING);
    };
    let all = dynamic(move || match waiting.get() {
        None => ().into_any(),
        Some((year, count)) => view! {
            <p class="d-print-none">
                <button
                    type="button"
                    class=SECONDARY
                    disabled=flag(is_full)
                    on:click=click(take_all)
                >
                    {entries::take_all(year)}
                </button>
                <span class="form-hint">{entries::take_all_count(count)}</span>
            </p>
        }
        .into_any(),
    });
    let dialog = dynamic(move || {
        if is_picking.get() {
            untrack(|| pick(on_page, is_picking))
        } else {
            ().into_any()
        }
    });
    let full = when(is_full, || {
        view! { <p>{entries::full_list()}</p> }.into_any()
    });
    view! {
        {all}
        <p class="d-print-none">
            <button
                type="button"
                class=SECONDARY
                disabled=flag(is_full)
                on:click=click(move || is_picking.set(true))
            >
                {entries::ADD_PROPOSALS}
            </button>
        </p>
        {full}
        {dialog}
    }
    .into_any()
}

fn pick(on_page: Page, is_picking: RwSignal<bool>) -> AnyView {
    let editor = on_page.editor;
    let found = not_taken(on_page, None);
    let note = if found.is_empty() {
        entries::PICK_ENTRY_NONE
    } else {
        entries::PICK_ENTRY_TEXT
    };
    let signs = editor.session.signs.get_untracked();
    let choices: Vec<PickRow> = editor
        .session
        .library
        .documents()
        .with_untracked(|documents| {
            let proposals = proposals_in(documents);
            let choices = found.into_iter().map(|(id, heading, department)| {
                let total = proposals
                    .get(&id)
                    .map(|proposal| proposal.net_change_total());
                let total = sums::four_years(signs, total.unwrap_or(Total::Blank));
                PickRow {
                    id,
                    heading,
                    detail: format!("{department} {total}"),
                }
            });
            choices.collect()
        });
    let texts = PickTexts {
        heading: entries::PICK_ENTRY_HEADING,
        note,
        leave: entries::DONE,
    };
    let said = RwSignal::new(String::new());
    let is_offered = move |id: Id| {
        editor
            .document
            .with(|catalogue| catalogue.entry(id).is_none())
    };
    let take_one = move |id: Id, _: Dialog| {
        let title = on_page
            .shown
            .titles
            .with_untracked(|titles| titles.get(&id).cloned());
        let mut taken = 0;
        editor.edit(|catalogue| taken = take(catalogue, [id]));
        editor.settle();
        said.set(if taken == 0 {
            entries::full_list()
        } else {
            entries::entry_added(&title.unwrap_or_default())
        });
        // The button is gone with its line.
        focus("pick-search");
    };
    pick_list(
        &texts,
        choices,
        is_offered,
        take_one,
        said.into(),
        move || {
            is_picking.set(false);
        },
    )
}
