//! The proposals that can be ticked into a package, each with what matters before it is ticked.

use std::collections::{BTreeMap, BTreeSet};

use leptos::ev::Event;
use leptos::prelude::*;

use super::Page;
use super::entries::listed;
use crate::domain::{Combination, Id, limits};
use crate::text;
use crate::text::catalogue::packages;
use crate::ui::filtering::Search;
use crate::ui::rows::{Rows, first_rows};
use crate::ui::sums::{not_counted, why_not_counted};
use crate::ui::view::{flag, keyed, text, when};

/// Of more proposals than this, one is looked for rather than read through.
const LONG: usize = 12;

/// A package that is ticked.
#[derive(Clone, Copy)]
struct Ticked {
    on_page: Page,
    package: Id,
    /// What is ticked, to be looked up.
    chosen: Memo<BTreeSet<Id>>,
    /// Why something that is ticked does not count.
    why_not: Memo<BTreeMap<Id, String>>,
}

/// The ticks, and above a long list of them a search, which never hides what is ticked.
pub fn ticks(
    on_page: Page,
    package: Id,
    chosen: Memo<Vec<Id>>,
    combination: Memo<Combination>,
) -> AnyView {
    let ticked = Ticked {
        on_page,
        package,
        chosen: Memo::new(move |_| chosen.with(|chosen| chosen.iter().copied().collect())),
        why_not: Memo::new(move |_| {
            combination.with(|sums| {
                let not_counted = sums.not_counted.iter().map(|one| one.proposal);
                let why = |id| why_not_counted(on_page.shown, sums, id, true);
                not_counted.filter_map(|id| Some((id, why(id)?))).collect()
            })
        }),
    };
    // What is ticked and has left the catalogue is shown too, so that it can be taken out.
    let offered = Rows::new(move || {
        let mut ids = on_page.entries.ids();
        let here: BTreeSet<Id> = ids.iter().copied().collect();
        chosen.with(|chosen| ids.extend(chosen.iter().filter(|id| !here.contains(id))));
        ids
    });
    let search = Search::new();
    let found = found(ticked, offered, search);
    let is_looked_for = move |id| ticked.chosen.with(|chosen| chosen.contains(&id));
    let (keys, rest) = first_rows(found, is_looked_for);
    let list = keyed(keys, move |proposal| tick(ticked, proposal));
    let searching = when(
        move || offered.count() > LONG,
        move || {
            let count = text(move || text::filtering::found(found.count(), offered.count(), 0));
            view! {
                {search.draw(format!("search-{package}"))}
                <p class="form-hint d-print-none" role="status">
                    {count}
                </p>
            }
            .into_any()
        },
    );
    view! {
        {searching}
        <fieldset class="catalogue__ticks">
            <legend class="form-label">{packages::PACKAGE_PROPOSALS}</legend>
            {list}
            {rest}
        </fieldset>
    }
    .into_any()
}

/// The proposals that match what is looked for, and those that are ticked. One that is taken out stays until something else is
/// looked for: it would go away under the pointer.
fn found(ticked: Ticked, offered: Rows, search: Search) -> Rows {
    let Ticked {
        on_page, chosen, ..
    } = ticked;
    let matching = Memo::new(move |_| {
        let text = search.text();
        (!text.trim().is_empty()).then(|| {
            _ = on_page.entries.count();
            let listed = untrack(|| listed(on_page)).into_iter();
            let found = listed.filter(|listed| Search::finds(&text, listed));
            found.map(|listed| listed.id).collect::<BTreeSet<Id>>()
        })
    });
    let was_ticked = StoredValue::new((None, BTreeSet::<Id>::new()));
    Rows::new(move || {
        let mut ids = offered.ids();
        let Some(matching) = matching.get() else {
            return ids;
        };
        was_ticked.update_value(|(before, was_ticked)| {
            if before.as_ref() != Some(&matching) {
                was_ticked.clear();
                *before = Some(matching.clone());
            }
            chosen.with(|chosen| was_ticked.extend(chosen.iter().copied()));
            ids.retain(|id| matching.contains(id) || was_ticked.contains(id));
        });
        ids
    })
}

/// A proposal that can be ticked; below it, what it changes and what it has to do with others, and why it does not count.
fn tick(ticked: Ticked, proposal: Id) -> AnyView {
    let Ticked {
        on_page,
        package,
        chosen,
        why_not,
    } = ticked;
    let editor = on_page.editor;
    let is_ticked = flag(move || chosen.with(|chosen| chosen.contains(&proposal)));
    let on_change: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let is_ticked = event_target_checked(&event);
        editor.edit(|catalogue| {
            if let Some(package) = catalogue.package_mut(package) {
                package.proposals.retain(|&other| other != proposal);
                if is_ticked && package.proposals.len() < limits::CATALOGUE_ENTRIES {
                    package.proposals.push(proposal);
                }
            }
        });
        editor.settle();
    });
    let amount = Memo::new(move |_| {
        let words = on_page
            .shown
            .with_proposal(proposal, |catalogue, proposal| {
                let first = catalogue.net_change_in(proposal, 0);
                let all = catalogue.net_change_over_all_years(proposal);
                packages::amount_in_words(catalogue, first, all)
            });
        words.unwrap_or_default()
    });
    let ties = Memo::new(move |_| {
        let of =
            |ties: &BTreeMap<Id, Vec<String>>| ties.get(&proposal).map(|ties| ties.join(" · "));
        on_page.ties.with(of).unwrap_or_default()
    });
    let why = Memo::new(move |_| why_not.with(|why_not| why_not.get(&proposal).cloned()));
    let id = format!("tick-{package}-{proposal}");
    let (about_id, why_id) = (format!("{id}-about"), format!("{id}-why"));
    let described_by = {
        let (about_id, why_id) = (about_id.clone(), why_id.clone());
        text(move || match why.with(Option::is_some) {
            true => format!("{about_id} {why_id}"),
            false => about_id.clone(),
        })
    };
    let reason = not_counted(why, Some(why_id));
    let name = text(move || on_page.shown.name(proposal));
    view! {
        <div class="form-group-checkbox" class:catalogue__tick--out=flag(move || !is_ticked.get())>
            <input
                type="checkbox"
                class="form-checkbox"
                id=id.clone()
                aria-describedby=described_by
                prop:checked=is_ticked
                on:change=on_change
            />
            <label for=id>{name}</label>
            <p class="package__about d-print-none" id=about_id>
                <span>{text(move || amount.get())}</span>
                <strong>{text(move || ties.get())}</strong>
            </p>
            {reason}
        </div>
    }
    .into_any()
}
