//! The frame around every page.

use leptos::ev::{self, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};

use super::commands::{CommandDialog, TextInput};
use super::dialog::choice;
use super::document_actions::{create, export_all};
use super::icon::{self, icon_button};
use super::lazy::{
    catalogue_page_when_loaded, command_dialog_when_loaded, earlier_page_when_loaded,
    file_line_when_loaded, plan_page_when_loaded, proposal_page_when_loaded,
    received_package_when_loaded, safekeeping_page_when_loaded,
};
use super::notices::notice_area;
use super::overview::overview;
use super::session::Session;
use super::summary_bar::DOCUMENT_IN_BAR;
use super::update::update_offer;
use super::view::{SECONDARY, button, click, dynamic, link_button, page_heading, text, when};
use crate::danish::Signs;
use crate::domain::{ActionPlan, Catalogue, Document, DocumentKind, Id, Proposal};
use crate::text::app;
use crate::text::commands::Command;
use crate::text::safekeeping::storage;
use crate::web::{
    Library, Route, SaveStatus, StorageProblem, build_name, close_menus, come_back_to_start_page,
    current_route, focus, focus_first_cell, go, next_budget_year, now, shared_file_name, this_year,
};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Råderum.
pub fn app() -> AnyView {
    let session = Session::new();
    let Session {
        library,
        notices,
        commands,
        ..
    } = session;
    let route = current_route();
    let follows_file = RwSignal::new(shared_file_name().is_some());
    // A new page begins at its heading, as a page that is loaded does; the first one is left to the browser.
    Effect::new(move |before: Option<Route>| {
        let route = route.get();
        if before.is_some_and(|before| before != route) {
            notices.page_changed();
            if route == Route::Overview {
                come_back_to_start_page(route.place());
            } else {
                focus(route.place());
            }
        }
        route
    });
    Effect::new(move |_| {
        if library.conflict_copy().get().is_some() {
            notices.say(app::CONFLICT_COPY.to_owned());
        }
    });
    // A file that is dropped beside the place for it must not take the place of the page.
    _ = window_event_listener(ev::dragover, |event| event.prevent_default());
    _ = window_event_listener(ev::drop, |event| event.prevent_default());
    offer_everywhere(session);
    // In a field, the browser undoes what was typed; elsewhere, what just happened is undone. An open document sees to
    // itself.
    commands.follow_keys(text_input, move |command, typed_in| {
        command == Command::Undo && typed_in.is_none() && notices.undo()
    });
    let content = dynamic(move || match route.get() {
        Route::Overview => overview(session),
        Route::Proposal(id) => document_page(DocumentKind::Proposal, id, session),
        Route::ActionPlan(id) => document_page(DocumentKind::ActionPlan, id, session),
        Route::Catalogue(id) => document_page(DocumentKind::Catalogue, id, session),
        Route::Field(kind, id, _) => document_page(kind, id, session),
        Route::Earlier(kind, id) => once_here(kind, id, library, move |document| {
            earlier_page_when_loaded(document, session)
        }),
        Route::Package(link) => received_package_when_loaded(link, session),
        Route::Safekeeping => safekeeping_page_when_loaded(session, follows_file),
        Route::Unknown(_) => missing(app::NO_SUCH_PAGE),
    });
    let skip: Box<dyn FnMut(MouseEvent)> = Box::new(move |event| {
        // The part of the address after `#` is the route.
        event.prevent_default();
        focus("main");
    });
    let has_document = move || {
        matches!(
            route.get(),
            Route::Proposal(_) | Route::ActionPlan(_) | Route::Catalogue(_) | Route::Field(..)
        )
    };
    let skip_to_figures = when(has_document, || {
        let skip: Box<dyn FnMut(MouseEvent)> = Box::new(move |event| {
            event.prevent_default();
            if !focus_first_cell() {
                focus("main");
            }
        });
        view! {
            <a class="skipnav d-print-none" href="#main" on:click=skip>
                {app::SKIP_TO_FIGURES}
            </a>
        }
        .into_any()
    });
    let file_line = when(
        move || follows_file.get(),
        move || file_line_when_loaded(session),
    );
    let by_name = move |command: Command| {
        let name = command.row().name.to_owned();
        link_button(name.into(), None, false.into(), move || {
            _ = commands.run(command);
        })
    };
    view! {
        <a class="skipnav" href="#main" on:click=skip>
            {app::SKIP_TO_CONTENT}
        </a>
        {skip_to_figures}
        {header(route, session)}
        {not_saved_banner(session)}
        {update_offer(session)}
        {file_line}
        {notice_area(notices)}
        {command_dialog(session)}
        <div class="page-container container">
            <main id="main" tabindex="-1">
                {content}
            </main>
        </div>
        <footer class="d-print-none">
            <div class="footer">
                <div class="container">
                    <p>
                        {app::FOOTER} " "
                        <a href=Route::Safekeeping.href()>{storage::SAFEKEEPING}</a> " "
                        {by_name(Command::Search)} " " {by_name(Command::ShowKeys)}
                    </p>
                    <details class="details">
                        <summary class="details-summary">{app::ABOUT_RAADERUM}</summary>
                        <p class="details-text">{app::version(VERSION, build_name().as_deref())}</p>
                    </details>
                </div>
            </div>
        </footer>
    }
    .into_any()
}

/// The kind of input that text is typed into, to which an event happens. `None` where it is none, a tick box say.
fn text_input(event: &Event) -> Option<TextInput> {
    let target = event.target()?;
    if target.is_instance_of::<HtmlTextAreaElement>() {
        return Some(TextInput::Field);
    }
    match target.dyn_into::<HtmlInputElement>().ok()?.type_().as_str() {
        "search" => Some(TextInput::Search),
        "checkbox" | "radio" | "file" | "button" => None,
        _ => Some(TextInput::Field),
    }
}

/// The commands that are offered on every page.
fn offer_everywhere(session: Session) {
    let Session {
        library, commands, ..
    } = session;
    let new_proposal = || Proposal::blank(Id::random(), now(), next_budget_year());
    let new_plan = || ActionPlan::blank(Id::random(), now(), this_year());
    let new_catalogue = || Catalogue::blank(Id::random(), now(), next_budget_year());
    commands.offer(Command::NewProposal, move || {
        create(new_proposal().into(), library);
    });
    commands.offer(Command::NewPlan, move || create(new_plan().into(), library));
    commands.offer(Command::NewCatalogue, move || {
        create(new_catalogue().into(), library);
    });
    commands.offer(Command::ToOverview, || go(&Route::Overview));
    commands.offer(Command::ToStorage, || go(&Route::Safekeeping));
    let open = move |which| {
        // The focus goes back to where a menu was opened, and from there to the dialog.
        close_menus();
        commands.dialog.set(Some(which));
    };
    commands.offer(Command::Search, move || open(CommandDialog::Search));
    commands.offer(Command::ShowKeys, move || open(CommandDialog::Keys));
}

/// The dialog about commands, while it is open.
fn command_dialog(session: Session) -> AnyView {
    let open = session.commands.dialog;
    dynamic(move || match open.get() {
        Some(which) => command_dialog_when_loaded(which, session),
        None => ().into_any(),
    })
}

/// The bar over every page, which stays in view. A document that is open draws its own part of it.
fn header(route: ReadSignal<Route>, session: Session) -> AnyView {
    let Session {
        signs, commands, ..
    } = session;
    let is_start_page = Memo::new(move |_| route.get() == Route::Overview);
    // Where it was left.
    let home = text(move || {
        route.track();
        Route::Overview.href()
    });
    let way_back = when(
        move || !is_start_page.get(),
        || {
            view! {
                <span class="bar__back">
                    {icon::BACK.draw()} <span class="bar__overview">{app::OVERVIEW}</span>
                </span>
            }
            .into_any()
        },
    );
    let promise = when(
        move || is_start_page.get(),
        || view! { <p class="bar__promise">{app::PROMISE}</p> }.into_any(),
    );
    view! {
        <header class="bar-area d-print-none">
            <div class="bar">
                <a class="bar__home" href=home>
                    <span class="bar__mark">{app::PRODUCT}</span>
                    " "
                    {way_back}
                </a>
                {promise}
                <div class="bar__document" id=DOCUMENT_IN_BAR></div>
                <div class="bar__search">
                    {icon_button(
                        icon::SEARCH,
                        Command::Search,
                        false.into(),
                        click(move || _ = commands.run(Command::Search)),
                    )}
                </div>
            </div>
            {sign_choice(signs)}
        </header>
    }
    .into_any()
}

/// The setting for signs: how the municipality prints them.
fn sign_choice(signs: RwSignal<Signs>) -> AnyView {
    let names: Vec<String> = Signs::ALL
        .into_iter()
        .map(|signs| app::signs(signs).to_owned())
        .collect();
    let place = move || Signs::ALL.iter().position(|&choice| choice == signs.get());
    let chosen = Signal::derive(move || place().unwrap_or_default());
    let choose = move |place: usize| {
        if let Some(&choice) = Signs::ALL.get(place) {
            signs.set(choice);
        }
    };
    view! {
        <div class="bar__signs">
            {choice("signs", app::SIGNS, names.into(), chosen, choose)}
        </div>
    }
    .into_any()
}

fn document_page(kind: DocumentKind, id: Id, session: Session) -> AnyView {
    let Session { library, .. } = session;
    once_here(kind, id, library, move |document| match document {
        Document::Proposal(proposal) => proposal_page_when_loaded(proposal, session),
        Document::ActionPlan(plan) => plan_page_when_loaded(plan, session),
        Document::Catalogue(catalogue) => catalogue_page_when_loaded(catalogue, session),
    })
}

/// Draws the page of a document, once the document is here: it may lie in the database only.
fn once_here(
    kind: DocumentKind,
    id: Id,
    library: Library,
    draw: impl Fn(Document) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    if let Some(document) = library.get(kind, id) {
        return draw(document);
    }
    let is_started = library.is_started();
    dynamic(move || {
        if !is_started.get() {
            return view! { <p aria-busy="true">{app::LOADING}</p> }.into_any();
        }
        match library.get(kind, id) {
            Some(document) => draw(document),
            None if library.is_whole() => missing(app::NO_SUCH_DOCUMENT),
            None => missing(app::DOCUMENT_NOT_FOUND),
        }
    })
}

fn missing(text: &'static str) -> AnyView {
    view! {
        {page_heading(app::NOT_FOUND.to_owned().into())}
        <p>{text}</p>
        <p>
            <a href=Route::Overview.href()>{app::TO_OVERVIEW}</a>
        </p>
    }
    .into_any()
}

/// Stays as long as something is not saved.
fn not_saved_banner(session: Session) -> AnyView {
    let Session { library, .. } = session;
    let problem = Memo::new(move |_| match library.status().get() {
        SaveStatus::NotSaved(problem) => Some(problem),
        SaveStatus::Saved | SaveStatus::Saving => None,
    });
    dynamic(move || {
        let (heading, text) = match problem.get() {
            None => return ().into_any(),
            Some(StorageProblem::Full) => (app::FULL_HEADING, app::FULL_TEXT),
            Some(StorageProblem::Blocked) => (app::BLOCKED_HEADING, app::BLOCKED_TEXT),
            Some(StorageProblem::Occupied) => (app::OCCUPIED_HEADING, app::OCCUPIED_TEXT),
            Some(StorageProblem::TooNew) => (app::TOO_NEW_HEADING, app::TOO_NEW_TEXT),
            Some(StorageProblem::Blocking) => (app::BLOCKING_HEADING, app::BLOCKING_TEXT),
            Some(StorageProblem::NotSafe) => (app::NOT_SAFE_HEADING, app::NOT_SAFE_TEXT),
        };
        view! {
            <section class="banner d-print-none" role="alert">
                <div class="container banner__inner">
                    <p>
                        <strong>{heading}</strong>
                        " "
                        {text}
                    </p>
                    {button(SECONDARY, app::EXPORT_EVERYTHING, move || export_all(session))}
                </div>
            </section>
        }
        .into_any()
    })
}
