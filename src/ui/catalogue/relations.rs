//! Variants, and how proposals relate to each other.

use leptos::prelude::*;

use super::Page;
use super::head::amounts_row;
use crate::danish::in_small_letters;
use crate::domain::{CatalogueField, Id, Relation, RelationKind, VariantGroup, limits};
use crate::text::catalogue::{names, relations};
use crate::text::{editor, labels};
use crate::ui::dialog::choice_in_row;
use crate::ui::form_field::form_field_called;
use crate::ui::rows::Rows;
use crate::ui::sums::Level;
use crate::ui::view::{SECONDARY, click, flag, keyed, link_button, text, when};
use crate::web::focus;

const GROUPS_HEADING: &str = "groups-heading";
const LINKS_HEADING: &str = "links-heading";

/// The section.
pub fn relations(on_page: Page) -> AnyView {
    view! {
        <section class="form-section" aria-labelledby="relations-heading">
            <h2 id="relations-heading">{relations::RELATIONS}</h2>
            <p class="form-hint catalogue__read">{relations::RELATIONS_HINT}</p>
            {groups(on_page)}
            {links(on_page)}
        </section>
    }
    .into_any()
}

/// A block with a heading that can be removed: a variant group, a relation or a package.
pub fn block(
    level: Level,
    heading_id: String,
    heading: Signal<String>,
    remove: impl Fn() + 'static,
    content: AnyView,
) -> AnyView {
    let name = text(move || format!("{} {}", editor::REMOVE, in_small_letters(&heading.get())));
    let id = heading_id.clone();
    let heading_line = match level {
        Level::Third => view! {
            <h3 id=id tabindex="-1">
                {heading}
            </h3>
        }
        .into_any(),
        Level::Fourth => view! {
            <h4 id=id tabindex="-1">
                {heading}
            </h4>
        }
        .into_any(),
    };
    let remove = link_button(
        editor::REMOVE.to_owned().into(),
        Some(name),
        false.into(),
        remove,
    );
    view! {
        <div class="focus-area" role="group" aria-labelledby=heading_id>
            <div class="focus-area__head">
                {heading_line} <div class="focus-area__actions">{remove}</div>
            </div>
            {content}
        </div>
    }
    .into_any()
}

/// A button that adds a block; disabled while there is no room.
pub fn add_button(label: &'static str, is_full: Signal<bool>, add: impl Fn() + 'static) -> AnyView {
    view! {
        <p class="d-print-none">
            <button type="button" class=SECONDARY disabled=is_full on:click=click(add)>
                {label}
            </button>
        </p>
    }
    .into_any()
}

/// A choice of one of these proposals, and of the one that is chosen already. Nothing is chosen until somebody does.
fn proposal_choice(
    on_page: Page,
    id: String,
    label: Signal<String>,
    offered: impl Fn() -> Vec<Id> + Send + Sync + 'static,
    chosen: Signal<Option<Id>>,
    choose: impl Fn(Option<Id>) + 'static,
) -> AnyView {
    let ids = Memo::new(move |_| {
        let mut ids = offered();
        ids.extend(chosen.get().filter(|chosen| !ids.contains(chosen)));
        ids
    });
    let options = Memo::new(move |_| {
        let names = ids.get().into_iter().map(|id| on_page.shown.name(id));
        std::iter::once(relations::CHOOSE_PROPOSAL.to_owned())
            .chain(names)
            .collect::<Vec<_>>()
    });
    let place = Signal::derive(move || {
        let of = |chosen| ids.with(|ids| ids.iter().position(|&id| id == chosen));
        chosen.get().and_then(of).map_or(0, |place| place + 1)
    });
    let choose = move |place: usize| {
        let id = place.checked_sub(1);
        choose(id.and_then(|place| ids.with_untracked(|ids| ids.get(place).copied())));
    };
    choice_in_row(
        id,
        "form-label",
        label,
        options.into(),
        place,
        Box::new(choose),
    )
}

// ---- variants ----

fn group_id(id: Id) -> String {
    format!("group-heading-{id}")
}

fn groups(on_page: Page) -> AnyView {
    let editor = on_page.editor;
    let rows = Rows::new(move || {
        editor.document.with(|catalogue| {
            catalogue
                .variant_groups
                .iter()
                .map(|group| group.id)
                .collect()
        })
    });
    let list = keyed(rows.keys(), move |id| group(on_page, rows, id));
    let add = move || {
        let group = VariantGroup {
            id: Id::random(),
            name: String::new(),
            proposals: Vec::new(),
        };
        let id = group.id;
        editor.edit(|catalogue| catalogue.variant_groups.push(group));
        editor.settle();
        focus(&group_id(id));
    };
    let is_full = flag(move || rows.count() >= limits::VARIANT_GROUPS);
    view! {
        <div class="catalogue__part">
            <h3 id=GROUPS_HEADING tabindex="-1">
                {relations::GROUPS}
            </h3>
            <p class="form-hint catalogue__read">{relations::GROUPS_HINT}</p>
            {list}
            {add_button(relations::ADD_GROUP, is_full, add)}
        </div>
    }
    .into_any()
}

fn group(on_page: Page, rows: Rows, id: Id) -> AnyView {
    let editor = on_page.editor;
    let position = rows.position(id);
    let heading = text(move || relations::group_heading(position.get()));
    let variants = Rows::new(move || {
        editor
            .document
            .with(|catalogue| {
                catalogue
                    .variant_group(id)
                    .map(|group| group.proposals.clone())
            })
            .unwrap_or_default()
    });
    let change = move |change: &mut dyn FnMut(&mut Vec<Id>)| {
        editor.edit(|catalogue| {
            if let Some(group) = catalogue.variant_group_mut(id) {
                change(&mut group.proposals);
            }
        });
        editor.settle();
        focus(&group_id(id));
    };
    let sentence = text(move || relations::group_sentence(variants.count()));
    let list = keyed(variants.keys(), move |variant| {
        let name = text(move || on_page.shown.name(variant));
        let full_name = text(move || format!("{} {}", editor::REMOVE, name.get()));
        let remove = link_button(
            editor::REMOVE.to_owned().into(),
            Some(full_name),
            false.into(),
            move || change(&mut |variants| variants.retain(|&other| other != variant)),
        );
        view! { <li>{name} " " {remove}</li> }.into_any()
    });
    let chosen = RwSignal::new(None::<Id>);
    let offered = move || {
        let variants = variants.ids();
        let mut entries = on_page.entries.ids();
        entries.retain(|entry| !variants.contains(entry));
        entries
    };
    let choice = proposal_choice(
        on_page,
        format!("variant-{id}"),
        relations::ADD_VARIANT.to_owned().into(),
        offered,
        chosen.into(),
        move |choice| chosen.set(choice),
    );
    let add_name = text(move || {
        format!(
            "{} til {}",
            relations::ADD,
            in_small_letters(&heading.get())
        )
    });
    let add = move || {
        if let Some(variant) = chosen.get_untracked() {
            change(&mut |variants| {
                if !variants.contains(&variant) && variants.len() < limits::CATALOGUE_ENTRIES {
                    variants.push(variant);
                }
            });
            chosen.set(None);
        }
        // The next one is chosen in the same place.
        focus(&format!("variant-{id}"));
    };
    let name = form_field_called(
        editor,
        CatalogueField::GroupName(id),
        relations::GROUP_NAME.to_owned(),
    );
    let remove = move || {
        editor.edit(|catalogue| catalogue.variant_groups.retain(|group| group.id != id));
        editor.settle();
        editor.say_undoable(relations::GROUP_REMOVED.to_owned());
        focus(GROUPS_HEADING);
    };
    let content = view! {
        {name}
        <p class="catalogue__sentence">{sentence}</p>
        <ul class="catalogue__members">{list}</ul>
        <div class="catalogue__add d-print-none">
            {choice} <button type="button" class=SECONDARY aria-label=add_name on:click=click(add)>
                {relations::ADD}
            </button>
        </div>
    };
    block(
        Level::Fourth,
        group_id(id),
        heading,
        remove,
        content.into_any(),
    )
}

// ---- relations ----

fn relation_id(id: Id) -> String {
    format!("relation-heading-{id}")
}

fn links(on_page: Page) -> AnyView {
    let editor = on_page.editor;
    let rows = Rows::new(move || {
        editor.document.with(|catalogue| {
            catalogue
                .relations
                .iter()
                .map(|relation| relation.id)
                .collect()
        })
    });
    let list = keyed(rows.keys(), move |id| relation(on_page, rows, id));
    view! {
        <div class="catalogue__part">
            <h3 id=LINKS_HEADING tabindex="-1">
                {relations::LINKS_HEADING}
            </h3>
            {list}
            {new_relation(on_page, rows)}
        </div>
    }
    .into_any()
}

fn kind_choice(
    id: String,
    kind: Signal<RelationKind>,
    choose: impl Fn(RelationKind) + 'static,
) -> AnyView {
    let options: Vec<String> = RelationKind::ALL
        .into_iter()
        .map(|kind| labels::relation(kind).to_owned())
        .collect();
    let place = Signal::derive(move || {
        let mut all = RelationKind::ALL.iter();
        all.position(|&one| one == kind.get()).unwrap_or_default()
    });
    let choose = move |place: usize| {
        if let Some(&kind) = RelationKind::ALL.get(place) {
            choose(kind);
        }
    };
    let label = relations::RELATION_KIND.to_owned().into();
    choice_in_row(
        id,
        "form-label",
        label,
        options.into(),
        place,
        Box::new(choose),
    )
}

/// Two proposals and what is between them, to be added.
fn new_relation(on_page: Page, rows: Rows) -> AnyView {
    let editor = on_page.editor;
    let (from, to) = (RwSignal::new(None::<Id>), RwSignal::new(None::<Id>));
    let kind = RwSignal::new(RelationKind::Requires);
    let error = RwSignal::new("");
    let choice = move |id: &str, label: &str, chosen: RwSignal<Option<Id>>| {
        proposal_choice(
            on_page,
            id.to_owned(),
            label.to_owned().into(),
            move || on_page.entries.ids(),
            chosen.into(),
            move |choice| {
                chosen.set(choice);
                error.set("");
            },
        )
    };
    let add = move || {
        let (Some(one), Some(other)) = (from.get_untracked(), to.get_untracked()) else {
            error.set(relations::RELATION_NEEDS_TWO);
            return;
        };
        if one == other {
            error.set(relations::RELATION_NEEDS_TWO);
            return;
        }
        let relation = Relation::new(Id::random(), kind.get_untracked(), one, other);
        let id = relation.id;
        editor.edit(|catalogue| catalogue.relations.push(relation));
        editor.settle();
        from.set(None);
        to.set(None);
        focus(&relation_id(id));
    };
    let is_full = flag(move || rows.count() >= limits::RELATIONS);
    view! {
        <div class="catalogue__relation d-print-none">
            {choice("new-relation-from", relations::RELATION_FROM, from)}
            {kind_choice(
                "new-relation-kind".to_owned(),
                kind.into(),
                move |choice| kind.set(choice),
            )} {choice("new-relation-to", relations::RELATION_TO, to)}
        </div>
        <p class="form-error-message" role="alert">
            {text(move || error.get().to_owned())}
        </p>
        {add_button(relations::ADD_RELATION, is_full, add)}
    }
    .into_any()
}

fn relation(on_page: Page, rows: Rows, id: Id) -> AnyView {
    let editor = on_page.editor;
    let position = rows.position(id);
    let heading = text(move || names::relation(position.get()));
    let now = Memo::new(move |_| {
        editor.document.with(|catalogue| {
            let relation = catalogue.relation(id)?;
            Some((relation.kind, relation.from, relation.to))
        })
    });
    let change = move |change: &mut dyn FnMut(&mut Relation)| {
        editor.edit(|catalogue| {
            if let Some(relation) = catalogue.relation_mut(id) {
                change(relation);
            }
        });
        editor.settle();
    };
    let sentence = text(move || {
        now.get().map_or_else(String::new, |(kind, from, to)| {
            relations::relation_sentence(
                kind,
                &on_page.shown.name(from),
                &on_page.shown.name(to),
                from == to,
            )
        })
    });
    let choice = move |part: &str, label: &str, chosen: Signal<Option<Id>>, is_from: bool| {
        proposal_choice(
            on_page,
            format!("relation-{part}-{id}"),
            label.to_owned().into(),
            move || on_page.entries.ids(),
            chosen,
            move |choice| {
                let Some(choice) = choice else { return };
                change(&mut |relation| {
                    if is_from {
                        relation.from = choice;
                    } else {
                        relation.to = choice;
                    }
                });
            },
        )
    };
    let from = Signal::derive(move || now.get().map(|(_, from, _)| from));
    let to = Signal::derive(move || now.get().map(|(.., to)| to));
    let kind = Signal::derive(move || now.get().map_or(RelationKind::Requires, |(kind, ..)| kind));
    let weakening = when(
        move || kind.get() == RelationKind::Weakens,
        move || weakening(on_page, id, position),
    );
    let is_impossible = move || {
        editor.document.with(|catalogue| {
            let relation = catalogue.relation(id);
            relation.is_some_and(|relation| catalogue.is_impossible(relation))
        })
    };
    let impossible = when(is_impossible, || {
        view! { <p class="message message--advice">{relations::IMPOSSIBLE_RELATION}</p> }.into_any()
    });
    let note = form_field_called(
        editor,
        CatalogueField::Note(id),
        relations::RELATION_NOTE.to_owned(),
    );
    let remove = move || {
        editor.edit(|catalogue| catalogue.relations.retain(|relation| relation.id != id));
        editor.settle();
        editor.say_undoable(relations::RELATION_REMOVED.to_owned());
        focus(LINKS_HEADING);
    };
    let content = view! {
        <p class="catalogue__sentence">{sentence}</p>
        <div class="catalogue__relation d-print-none">
            {choice("from", relations::RELATION_FROM, from, true)}
            {kind_choice(
                format!("relation-kind-{id}"),
                kind,
                move |choice| change(&mut |relation| relation.kind = choice),
            )} {choice("to", relations::RELATION_TO, to, false)}
        </div>
        <div role="status">{impossible}</div>
        {weakening}
        {note}
    };
    block(
        Level::Fourth,
        relation_id(id),
        heading,
        remove,
        content.into_any(),
    )
}

/// What the second proposal saves less, per year.
fn weakening(on_page: Page, id: Id, position: Memo<usize>) -> AnyView {
    let words = text(move || relations::weakening_caption(position.get()));
    let caption = format!("weakening-caption-{id}");
    view! {
        <div class="table-frame" role="region" aria-labelledby=caption.clone() tabindex="0">
            <table class="table figures figures--targets">
                <caption id=caption.clone()>{words}</caption>
                <thead>
                    <tr>
                        <th scope="col">
                            <span class="sr-only">{labels::ROW}</span>
                        </th>
                        {on_page.shown.year_heads()}
                    </tr>
                </thead>
                <tbody>
                    {amounts_row(
                        on_page,
                        relations::WEAKENED_BY,
                        move |year| CatalogueField::Weakening(id, year),
                        |_| ().into_any(),
                    )}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}
