//! The earlier states of a document: looked at, compared with today's, brought back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::Document;
use crate::record::{Key, Stamp, Standing};
use crate::text::differences::document_differences;
use crate::text::safekeeping::{earlier, storage};
use crate::text::{app, document, messages};
use crate::ui::differences::difference_table;
use crate::ui::document_actions::{duplicate, route_of};
use crate::ui::session::Session;
use crate::ui::view::{PRIMARY, SECONDARY, button, dynamic, page_heading};
use crate::web::{Route, StorageProblem, focus, go, moment_in_words, now};

use super::unreadable::download_as_is;

/// What the database has of a state.
type Found = Result<Option<String>, StorageProblem>;

/// The page of a document's earlier states.
pub fn earlier_page(document: Document, session: Session) -> AnyView {
    let Session { library, .. } = session;
    let (kind, id) = (document.kind(), document.id());
    let documents = library.documents();
    let opened = earlier::earlier_heading(&document::title(&document));
    // What a tab that is gone had not stored may be taken over while this page is open; one that is deleted keeps its name.
    let heading = Memo::new(move |before: Option<&String>| {
        let title = documents.with(|documents| documents.get(&id).map(document::title));
        let heading = title.map(|title| earlier::earlier_heading(&title));
        heading
            .or(before.cloned())
            .unwrap_or_else(|| opened.clone())
    });
    let found = RwSignal::new_local(None::<Result<Vec<Stamp>, StorageProblem>>);
    let chosen = RwSignal::new_local(None::<Stamp>);
    let shown = RwSignal::new_local(None::<(Stamp, Found)>);
    // What was just typed is a state too.
    library.flush();
    let (status, changed) = (library.status(), library.changed_elsewhere());
    Effect::new(move |_| {
        // The list grows when something has been stored, here or in another tab.
        status.track();
        changed.track();
        spawn_local(async move {
            let stamps = Some(library.earlier(Key { kind, id }).await);
            if found.try_with_untracked(|found| *found != stamps) == Some(true) {
                found.set(stamps);
            }
        });
    });
    let choose = move |stamp: Stamp| {
        chosen.set(Some(stamp.clone()));
        spawn_local(async move {
            let found = library.state_at(&stamp).await;
            // Another may have been chosen by now, or the page been left.
            if chosen.try_get_untracked().flatten().as_ref() == Some(&stamp) {
                shown.set(Some((stamp, found)));
                focus("state-heading");
            }
        });
    };
    let list = move || match found.get() {
        None => view! { <p aria-busy="true">{app::LOADING}</p> }.into_any(),
        Some(Err(_)) => view! { <p>{storage::NO_DATABASE}</p> }.into_any(),
        Some(Ok(stamps)) if stamps.is_empty() => view! { <p>{earlier::NO_EARLIER}</p> }.into_any(),
        Some(Ok(stamps)) => {
            let lines: Vec<AnyView> = stamps
                .into_iter()
                .map(|stamp| line(stamp, chosen, choose))
                .collect();
            view! { <ol class="earlier__list">{lines}</ol> }.into_any()
        }
    };
    let state = move || match shown.get() {
        None => ().into_any(),
        Some((stamp, found)) => {
            let heading = moment_in_words(stamp.at);
            view! {
                <h2 id="state-heading" tabindex="-1">
                    {heading}
                </h2>
                {state(&stamp, found, session)}
            }
            .into_any()
        }
    };
    view! {
        {page_heading(heading.into())}
        <p class="font-lead">{earlier::EARLIER_LEAD}</p>
        <p class="d-print-none">
            <a href=Route::of(kind, id).href()>{earlier::TO_DOCUMENT}</a>
        </p>
        <div class="earlier">
            <div class="earlier__states">{list}</div>
            <div class="earlier__state">{state}</div>
        </div>
    }
    .into_any()
}

fn line(
    stamp: Stamp,
    chosen: RwSignal<Option<Stamp>, LocalStorage>,
    choose: impl Fn(Stamp) + Copy + 'static,
) -> AnyView {
    let moment = moment_in_words(stamp.at);
    let remark = match stamp.standing {
        Standing::Saved => None,
        Standing::SetAside => Some(earlier::STATE_SET_ASIDE),
        Standing::Deleted => Some(earlier::STATE_DELETED),
    };
    let remark = remark.map(|remark| view! { <span class="form-hint">{remark}</span> }.into_any());
    let this = stamp.clone();
    let current = move || (chosen.get().as_ref() == Some(&this)).then_some("true");
    let on_click = crate::ui::view::click(move || choose(stamp.clone()));
    view! {
        <li>
            <button type="button" class="function-link" aria-current=current on:click=on_click>
                {moment}
            </button>
            {remark}
        </li>
    }
    .into_any()
}

/// One state beside the document as it is.
fn state(stamp: &Stamp, found: Found, session: Session) -> AnyView {
    let Session { notices, .. } = session;
    let text = match found {
        Err(_) => return view! { <p>{storage::NO_DATABASE}</p> }.into_any(),
        Ok(None) => return view! { <p>{earlier::STATE_GONE}</p> }.into_any(),
        Ok(Some(text)) => text,
    };
    match stamp.read(&text) {
        Ok(then) => {
            let changed = session.library.changed_elsewhere();
            dynamic(move || {
                changed.track();
                compared_with_today(then.clone(), session)
            })
        }
        Err(damage) => {
            let reason = messages::damage(&damage);
            view! {
                <p>{earlier::STATE_UNREADABLE} " " {reason}</p>
                <p>{download_as_is(stamp.to_string(), text, notices)}</p>
            }
            .into_any()
        }
    }
}

fn compared_with_today(then: Document, session: Session) -> AnyView {
    let Session {
        library,
        notices,
        signs,
        ..
    } = session;
    let today = library.get(then.kind(), then.id());
    let is_same = today
        .as_ref()
        .is_some_and(|today| then.says_the_same_as(today));
    let comparison = match &today {
        None => view! { <p>{earlier::DELETED_SINCE}</p> }.into_any(),
        Some(_) if is_same => view! { <p>{earlier::NO_DIFFERENCE}</p> }.into_any(),
        Some(today) => {
            let differences = document_differences(&then, today, signs.get_untracked());
            if differences.is_empty() {
                view! { <p>{earlier::OTHER_DIFFERENCE}</p> }.into_any()
            } else {
                let caption = earlier::differences(differences.len());
                difference_table(
                    "differences",
                    caption,
                    earlier::THEN,
                    earlier::TODAY,
                    differences,
                )
            }
        }
    };
    let (restored, copied) = (then.clone(), then);
    let bring_back = move || {
        let mut back = restored.clone().with_changed_at(now());
        let current = library.get(back.kind(), back.id());
        if let (Document::Catalogue(back), Some(Document::Catalogue(current))) =
            (&mut back, &current)
        {
            back.keep_edition(current);
        }
        library.put_in_place_of(back);
        library.flush();
        notices.say(earlier::STATE_IS_BACK.to_owned());
        go(&route_of(&restored));
    };
    let copy = move || {
        let copy = duplicate(copied.clone(), library);
        notices.say(document::duplicated(&document::title(&copy)));
        go(&route_of(&copy));
    };
    let bring_back = (!is_same).then(|| button(PRIMARY, earlier::BRING_STATE_BACK, bring_back));
    view! {
        {comparison}
        <div class="button-group d-print-none">
            {bring_back} {button(SECONDARY, earlier::STATE_AS_COPY, copy)}
        </div>
    }
    .into_any()
}
