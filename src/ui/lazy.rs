//! The parts of the program that are loaded when they are first needed: a first visit loads the start page, and is
//! spared the editors and what is seldom used. The build splits the program at the functions marked here.

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::File;

use super::catalogue::{catalogue_page, catalogues, received_package};
use super::command_dialog::command_dialog;
use super::commands::CommandDialog;
use super::lists::{FindNotCounted, LoadNotCounted, lists};
use super::plan::plan_page;
use super::proposal::proposal_page;
use super::reader::reader;
use super::safekeeping::{earlier_page, file_line, import, safekeeping_page, unreadable};
use super::session::Session;
use super::view::{SECONDARY, button, dynamic};
use crate::domain::{ActionPlan, Catalogue, Document, Proposal, not_counted};
use crate::file::Refusal;
use crate::text::{app, update};
use crate::web::{before_mounting, focus_in_late_page, reload, say_text_only};

/// The page in which a document is edited.
type EditorPage<F> = fn(F, Session) -> AnyView;

#[wasm_split(proposal, fallible)]
fn load_proposal_page() -> Result<EditorPage<Proposal>, SplitLoaderError> {
    Ok(proposal_page)
}

#[wasm_split(plan, fallible)]
fn load_plan_page() -> Result<EditorPage<ActionPlan>, SplitLoaderError> {
    Ok(plan_page)
}

#[wasm_split(commands, fallible)]
fn load_command_dialog() -> Result<fn(CommandDialog, Session) -> AnyView, SplitLoaderError> {
    Ok(command_dialog)
}

#[wasm_split(lists, fallible)]
fn load_lists() -> Result<fn(LoadNotCounted, Session) -> AnyView, SplitLoaderError> {
    Ok(lists)
}

/// The page of a catalogue, the list of catalogues with their figures, and packages that come by links.
struct Catalogues {
    page: EditorPage<Catalogue>,
    list: fn(Session) -> AnyView,
    package: fn(String, Session) -> AnyView,
    not_counted: FindNotCounted,
}

#[wasm_split(catalogue, fallible)]
fn load_catalogues() -> Result<Catalogues, SplitLoaderError> {
    Ok(Catalogues {
        page: catalogue_page,
        list: catalogues,
        package: received_package,
        not_counted,
    })
}

/// Everything about where documents lie.
struct Safekeeping {
    page: fn(Session, RwSignal<bool>) -> AnyView,
    earlier: fn(Document, Session) -> AnyView,
    import: fn(Vec<File>, Session) -> AnyView,
    unreadable: fn(Session) -> AnyView,
    file_line: fn(Session) -> AnyView,
}

#[wasm_split(safekeeping, fallible)]
fn load_safekeeping() -> Result<Safekeeping, SplitLoaderError> {
    Ok(Safekeeping {
        page: safekeeping_page,
        earlier: earlier_page,
        import,
        unreadable,
        file_line,
    })
}

#[wasm_split(reader, fallible)]
fn load_reader() -> Result<fn(Vec<Document>), SplitLoaderError> {
    Ok(reader)
}

/// Adds to a published page what its readers can do with it. Where it cannot be had, the text of the page is all there is, and
/// the page says so.
pub fn read(documents: Result<Vec<Document>, Refusal>) {
    let Ok(documents) = documents else {
        say_text_only();
        return;
    };
    before_mounting(async move {
        match load_reader().await {
            Ok(reader) => reader(documents),
            Err(_) => say_text_only(),
        }
    });
}

/// Draws what a part is for.
type Draw = Arc<dyn Fn() -> AnyView + Send + Sync>;
/// Loads a part. `None` when it cannot be had.
type Load = Box<dyn Fn() -> Pin<Box<dyn Future<Output = Option<Draw>>>> + Send + Sync>;

/// What has come of loading a part.
#[derive(Clone)]
enum Loading {
    Begun,
    Here(Draw),
    Failed,
}

/// What a part draws, once it is here: a page, or something on one.
fn when_loaded(is_page: bool, load: Load) -> AnyView {
    let loading = RwSignal::new(Loading::Begun);
    let load = Arc::new(load);
    let begin = move || {
        loading.set(Loading::Begun);
        let part = load();
        let load = load.clone();
        spawn_local(async move {
            let part = match part.await {
                Some(part) => Some(part),
                // The connection may have been away for a moment.
                None => load().await,
            };
            let unset = loading.try_set(part.map_or(Loading::Failed, Loading::Here));
            // The page may have been left by now.
            if unset.is_none() && is_page {
                focus_in_late_page();
            }
        });
    };
    begin();
    dynamic(move || match loading.get() {
        Loading::Begun if is_page => view! { <p aria-busy="true">{app::LOADING}</p> }.into_any(),
        Loading::Begun => ().into_any(),
        Loading::Here(draw) => draw(),
        // A newer build on the server may have other parts: an open page cannot get its own any more. What was typed is noted
        // before the page is left.
        Loading::Failed => view! {
            <p role="alert">{app::NOT_LOADED}</p>
            <div class="button-group">
                {button(SECONDARY, app::TRY_AGAIN, begin.clone())}
                {button(SECONDARY, update::UPDATE_RELOAD, reload)}
            </div>
        }
        .into_any(),
    })
}

/// The page of a document, which `load` gets the part for.
fn editor_when_loaded<F: Clone + Send + Sync + 'static, L>(
    load: fn() -> L,
    document: F,
    session: Session,
) -> AnyView
where
    L: Future<Output = Result<EditorPage<F>, SplitLoaderError>> + 'static,
{
    when_loaded(
        true,
        Box::new(move || {
            let (part, document) = (load(), document.clone());
            Box::pin(async move {
                let page = part.await.ok()?;
                let draw: Draw = Arc::new(move || page(document.clone(), session));
                Some(draw)
            })
        }),
    )
}

/// The page of a proposal.
pub fn proposal_page_when_loaded(proposal: Proposal, session: Session) -> AnyView {
    editor_when_loaded(load_proposal_page, proposal, session)
}

/// The page of a plan.
pub fn plan_page_when_loaded(plan: ActionPlan, session: Session) -> AnyView {
    editor_when_loaded(load_plan_page, plan, session)
}

/// The page of a catalogue.
pub fn catalogue_page_when_loaded(catalogue: Catalogue, session: Session) -> AnyView {
    let load = || async { Ok(load_catalogues().await?.page) };
    editor_when_loaded(load, catalogue, session)
}

/// The page of a package that came by a link.
pub fn received_package_when_loaded(link: String, session: Session) -> AnyView {
    when_loaded(
        true,
        Box::new(move || {
            let link = link.clone();
            Box::pin(async move {
                let part = load_catalogues().await.ok()?;
                let draw: Draw = Arc::new(move || (part.package)(link.clone(), session));
                Some(draw)
            })
        }),
    )
}

/// A dialog about commands.
pub fn command_dialog_when_loaded(which: CommandDialog, session: Session) -> AnyView {
    when_loaded(
        false,
        Box::new(move || {
            Box::pin(async move {
                let dialog = load_command_dialog().await.ok()?;
                let draw: Draw = Arc::new(move || dialog(which, session));
                Some(draw)
            })
        }),
    )
}

/// The proposals and the plans on the start page.
pub fn lists_when_loaded(session: Session) -> AnyView {
    when_loaded(
        false,
        Box::new(move || {
            Box::pin(async move {
                let lists = load_lists().await.ok()?;
                let draw: Draw = Arc::new(move || lists(not_counted_when_loaded, session));
                Some(draw)
            })
        }),
    )
}

/// The catalogues on the start page.
pub fn catalogues_when_loaded(session: Session) -> AnyView {
    when_loaded(
        false,
        Box::new(move || {
            Box::pin(async move {
                let part = load_catalogues().await.ok()?;
                let draw: Draw = Arc::new(move || (part.list)(session));
                Some(draw)
            })
        }),
    )
}

/// Tells which proposals of a list do not count, from when it is needed and its part is here.
fn not_counted_when_loaded(is_needed: Memo<bool>) -> RwSignal<Option<FindNotCounted>> {
    let loaded = RwSignal::new(None::<FindNotCounted>);
    Effect::new(move |_| {
        if is_needed.get() && loaded.get_untracked().is_none() {
            spawn_local(async move {
                // Where it cannot be had, the list of catalogues says so.
                if let Ok(part) = load_catalogues().await {
                    // The page may have been left by now.
                    _ = loaded.try_set(Some(part.not_counted));
                }
            });
        }
    });
    loaded
}

/// What draws something about where documents lie.
fn safekeeping_when_loaded(
    is_page: bool,
    draw: impl Fn(&Safekeeping) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let draw = Arc::new(draw);
    when_loaded(
        is_page,
        Box::new(move || {
            let draw = draw.clone();
            Box::pin(async move {
                let part = load_safekeeping().await.ok()?;
                let draw: Draw = Arc::new(move || draw(&part));
                Some(draw)
            })
        }),
    )
}

/// The page about storage, backups and the bin.
pub fn safekeeping_page_when_loaded(session: Session, follows_file: RwSignal<bool>) -> AnyView {
    safekeeping_when_loaded(true, move |part| (part.page)(session, follows_file))
}

/// The page of a document's earlier states.
pub fn earlier_page_when_loaded(document: Document, session: Session) -> AnyView {
    safekeeping_when_loaded(true, move |part| (part.earlier)(document.clone(), session))
}

/// The dialog in which files are taken in.
pub fn import_when_loaded(files: Vec<File>, session: Session) -> AnyView {
    let files = StoredValue::new_local(files);
    safekeeping_when_loaded(false, move |part| (part.import)(files.get_value(), session))
}

/// The list of records that cannot be read.
pub fn unreadable_when_loaded(session: Session) -> AnyView {
    safekeeping_when_loaded(false, move |part| (part.unreadable)(session))
}

/// What stands in the way of the file that the documents are tied to. From the moment it is loaded, the file is followed.
pub fn file_line_when_loaded(session: Session) -> AnyView {
    safekeeping_when_loaded(false, move |part| (part.file_line)(session))
}
