//! The bin: what was deleted, until it is emptied.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::record::Stamp;
use crate::text::safekeeping::{bin, storage};
use crate::text::{app, document, messages};
use crate::ui::document_actions::route_of;
use crate::ui::session::Session;
use crate::ui::view::{SECONDARY, button, dynamic, link_button};
use crate::web::{Deleted, StorageProblem, focus, go, moment_in_words, now};

type Found = Option<Result<Vec<Deleted>, StorageProblem>>;

/// The section about deleted documents.
pub fn bin(session: Session) -> AnyView {
    let Session {
        library, notices, ..
    } = session;
    let found = RwSignal::new_local(None::<Result<Vec<Deleted>, StorageProblem>>);
    let look = move || {
        spawn_local(async move {
            let bin = library.bin().await;
            _ = found.try_set(Some(bin));
        });
    };
    // What is deleted or brought back in another tab shows too.
    let changed = library.changed_elsewhere();
    let is_sure = RwSignal::new(false);
    Effect::new(move |_| {
        changed.track();
        // What was asked about is not what would be removed.
        is_sure.set(false);
        look();
    });
    let empty = move |deleted: Vec<Stamp>| {
        spawn_local(async move {
            match library.empty_bin(&deleted).await {
                Ok(()) => notices.say(bin::BIN_EMPTIED.to_owned()),
                Err(_) => notices.say(storage::NO_DATABASE.to_owned()),
            }
            _ = is_sure.try_set(false);
            look();
            focus("bin-heading");
        });
    };
    let content = Signal::derive_local(move || found.get());
    let content = move || draw(content.get(), session, is_sure, empty);
    view! {
        <section aria-labelledby="bin-heading">
            <h2 id="bin-heading" tabindex="-1">
                {bin::BIN}
            </h2>
            <p>{bin::BIN_TEXT}</p>
            {content}
        </section>
    }
    .into_any()
}

fn draw(
    found: Found,
    session: Session,
    is_sure: RwSignal<bool>,
    empty: impl Fn(Vec<Stamp>) + Copy + Send + Sync + 'static,
) -> AnyView {
    let bin = match found {
        None => return view! { <p aria-busy="true">{app::LOADING}</p> }.into_any(),
        Some(Err(_)) => return view! { <p>{storage::NO_DATABASE}</p> }.into_any(),
        Some(Ok(bin)) if bin.is_empty() => {
            return view! { <p>{bin::BIN_EMPTY}</p> }.into_any();
        }
        Some(Ok(bin)) => bin,
    };
    let stamps: Vec<Stamp> = bin.iter().map(|deleted| deleted.stamp.clone()).collect();
    let lines: Vec<AnyView> = bin
        .into_iter()
        .map(|deleted| line(deleted, session))
        .collect();
    let emptying = dynamic(move || {
        if !is_sure.get() {
            return button(SECONDARY, bin::EMPTY_BIN, move || {
                is_sure.set(true);
                focus("bin-sure");
            });
        }
        let stamps = stamps.clone();
        view! {
            <div
                class="alert alert-warning d-print-none"
                id="bin-sure"
                tabindex="-1"
                role="group"
                aria-label=bin::EMPTY_BIN
            >
                <div class="alert-body">
                    <p class="alert-text">{bin::EMPTY_BIN_SURE}</p>
                    <div class="button-group">
                        {button(SECONDARY, bin::EMPTY_BIN_YES, move || empty(stamps.clone()))}
                        {button(
                            SECONDARY,
                            app::CANCEL,
                            move || {
                                is_sure.set(false);
                                focus("bin-heading");
                            },
                        )}
                    </div>
                </div>
            </div>
        }
        .into_any()
    });
    view! {
        <ul class="safekeeping__list">{lines}</ul>
        {emptying}
    }
    .into_any()
}

fn line(deleted: Deleted, session: Session) -> AnyView {
    let Session {
        library, notices, ..
    } = session;
    let at = format!("{} {}", bin::DELETED_AT, moment_in_words(deleted.stamp.at));
    match deleted.document {
        Ok(document) => {
            let title = document::title(&document);
            let name = bin::bring_back(&title);
            let kind = document::titled_kind(&document);
            let bring_back = move || {
                library.put_in_place_of(document.clone().with_changed_at(now()));
                library.flush();
                notices.say(bin::brought_back(&title));
                go(&route_of(&document));
            };
            let button = link_button(
                bin::RESTORE.to_owned().into(),
                Some(name.into()),
                false.into(),
                bring_back,
            );
            view! { <li>{kind} " " <span class="form-hint">{at}</span> " " {button}</li> }
                .into_any()
        }
        Err(refusal) => {
            view! { <li>{messages::refusal(&refusal)} " " <span class="form-hint">{at}</span></li> }
                .into_any()
        }
    }
}
