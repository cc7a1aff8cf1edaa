//! The start page: every proposal, every plan and every catalogue.

use leptos::ev::{DragEvent, Event};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, FileList, HtmlInputElement};

use super::document_actions::export_all;
use super::lazy::{
    catalogues_when_loaded, import_when_loaded, lists_when_loaded, unreadable_when_loaded,
};
use super::session::Session;
use super::view::{PRIMARY, SECONDARY, TERTIARY, button, click, dynamic, page_heading, when};
use crate::domain::{Document, DocumentKind};
use crate::example;
use crate::record::backup_overdue;
use crate::text::commands::Command;
use crate::text::overview;
use crate::text::safekeeping::storage;
use crate::web::{
    Room, Route, first_saved_at, focus, last_backup, now, open_beside_page, storage_room,
};

/// The start page.
pub fn overview(session: Session) -> AnyView {
    let Session { library, .. } = session;
    library.load_all();
    let documents = library.documents();
    let is_empty = Memo::new(move |_| documents.with(|documents| documents.is_empty()));
    let imports = RwSignal::new_local(Vec::<File>::new());
    let is_dragging = RwSignal::new(false);
    let on_over: Box<dyn FnMut(DragEvent)> = Box::new(move |event| {
        event.prevent_default();
        is_dragging.set(true);
    });
    let on_leave: Box<dyn FnMut(DragEvent)> = Box::new(move |_| is_dragging.set(false));
    let on_drop: Box<dyn FnMut(DragEvent)> = Box::new(move |event| {
        event.prevent_default();
        is_dragging.set(false);
        if let Some(files) = event.data_transfer().and_then(|data| data.files()) {
            imports.set(files_in(&files));
        }
    });
    let unreadable = library.unreadable();
    let import = move || {
        let files = imports.get();
        if files.is_empty() {
            ().into_any()
        } else {
            import_when_loaded(files, session)
        }
    };
    let has_catalogues = move || {
        documents.with(|documents| {
            let mut kinds = documents.values().map(Document::kind);
            kinds.any(|kind| kind == DocumentKind::Catalogue)
        })
    };
    let catalogues = when(has_catalogues, move || catalogues_when_loaded(session));
    // What lists documents is not loaded while there are none, nor for the first one, whose page is about to open.
    let is_left = RwSignal::new(false);
    let lists = when(
        move || !is_empty.get() && !is_left.get_untracked(),
        move || {
            let lists = lists_when_loaded(session);
            view! { <div class="overview__lists">{lists}</div> }.into_any()
        },
    );
    let empty = when(
        move || is_empty.get(),
        || view! { <p class="overview__empty">{overview::OVERVIEW_EMPTY}</p> }.into_any(),
    );
    view! {
            <div
                class="overview"
                class:overview--dragging=is_dragging
                on:dragover=on_over
                on:dragleave=on_leave
                on:drop=on_drop
            >
    {page_heading(overview::OVERVIEW_HEADING.to_owned().into())}
                <p class="font-lead">{overview::OVERVIEW_LEAD}</p>
                {actions(session, imports, is_empty, is_left)}
                {reminders(session)}
                {when(
                    move || unreadable.with(|entries| !entries.is_empty()),
                    move || unreadable_when_loaded(session),
                )}
                {empty}
                {lists}
                {catalogues}
                {import}
            </div>
        }
    .into_any()
}

fn actions(
    session: Session,
    imports: RwSignal<Vec<File>, LocalStorage>,
    is_empty: Memo<bool>,
    is_left: RwSignal<bool>,
) -> AnyView {
    let create = move |command: Command| {
        is_left.set(true);
        _ = session.commands.run(command);
    };
    let on_files: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(files) = input.files() {
            imports.set(files_in(&files));
        }
        // So that the same file can be chosen again.
        input.set_value("");
    });
    view! {
        <div class="button-group actions d-print-none">
            {button(PRIMARY, overview::NEW_PROPOSAL, move || create(Command::NewProposal))}
            {button(PRIMARY, overview::NEW_PLAN, move || create(Command::NewPlan))}
            {button(PRIMARY, overview::NEW_CATALOGUE, move || create(Command::NewCatalogue))} <span class="file-button">
                <input
                    type="file"
                    id="import"
                    accept=".json,application/json"
                    multiple
                    on:change=on_files
                />
                <label class=SECONDARY for="import">
                    {overview::IMPORT_JSON}
                </label>
            </span>
            <button
                type="button"
                class=SECONDARY
                disabled=is_empty
                on:click=click(move || export_all(session))
            >
                {overview::EXPORT_JSON}
            </button> {button(TERTIARY, overview::OPEN_EXAMPLE, move || open_example(session))}
        </div>
        <p class="form-hint d-print-none">{overview::DROP_HINT}</p>
    }
    .into_any()
}

/// The files in a list, which the browser empties when the input is emptied.
fn files_in(list: &FileList) -> Vec<File> {
    (0..list.length())
        .filter_map(|place| list.get(place))
        .collect()
}

/// Adds the example documents that are not here; one that is here, changed or not, is left alone.
fn open_example(session: Session) {
    let Session { notices, .. } = session;
    spawn_local(async move {
        match open_beside_page(example::ADDRESS).await {
            Some(examples) => add_examples(examples, session),
            None => notices.say(overview::EXAMPLE_MISSING.to_owned()),
        }
    });
}

fn add_examples(examples: Vec<Document>, session: Session) {
    let Session {
        library, notices, ..
    } = session;
    let added: Vec<Document> = examples
        .into_iter()
        .filter(|example| !library.is_here(example.kind(), example.id()))
        .collect();
    for example in &added {
        library.put(example.clone());
    }
    library.flush();
    if added.is_empty() {
        notices.say(overview::EXAMPLE_IS_HERE.to_owned());
        return;
    }
    notices.say_with_undo(overview::example_opened(added.len()), move || {
        // One that somebody has worked in since is no longer just an example.
        for example in &added {
            if library.get(example.kind(), example.id()).as_ref() == Some(example) {
                library.remove(example.id());
            }
        }
    });
}

/// Reminders while the last backup is old, and while little room is left. Both are looked at when the page opens.
fn reminders(session: Session) -> AnyView {
    let Session { library, .. } = session;
    let is_short = RwSignal::new(false);
    spawn_local(async move {
        let room = storage_room().await;
        _ = is_short.try_set(room.is_some_and(Room::is_short));
    });
    let short = when(
        move || is_short.get(),
        || {
            view! {
                <section class="reminder d-print-none" aria-label=storage::ROOM>
                    <p>{storage::ROOM_SHORT}</p>
                    <a href=Route::Safekeeping.href()>{storage::SAFEKEEPING}</a>
                </section>
            }
            .into_any()
        },
    );
    let overdue = move || {
        let last = last_backup();
        let days = library.documents().with_untracked(|documents| {
            let changed = documents.values().map(Document::changed_at);
            backup_overdue(last.or_else(first_saved_at)?, changed, now())
        });
        days.map(|days| overview::backup_is_old(days, last.is_some()))
    };
    let reminder = RwSignal::new(overdue());
    let back_up = move || {
        export_all(session);
        reminder.set(overdue());
        focus("page-heading");
    };
    let backup = dynamic(move || match reminder.get() {
        None => ().into_any(),
        Some(text) => view! {
            <section class="reminder d-print-none" aria-label=storage::BACKUP>
                <p>{text}</p>
                <div class="button-group">
                    {button(SECONDARY, storage::BACK_UP, back_up)}
                    <a href=Route::Safekeeping.href()>{storage::SAFEKEEPING}</a>
                </div>
            </section>
        }
        .into_any(),
    });
    view! {
        {short}
        {backup}
    }
    .into_any()
}
