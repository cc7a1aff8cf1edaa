//! The file that the documents are tied to.

use leptos::prelude::*;

use crate::text::safekeeping::{file, storage};
use crate::text::{app, messages};
use crate::ui::session::Session;
use crate::ui::view::{PRIMARY, SECONDARY, TERTIARY, button, dynamic, when};
use crate::web::{
    FileOffer, FileProblem, FileStatus, Route, SharedFile, TiedFile, focus, moment_in_words,
};

fn shared_file(session: Session) -> SharedFile {
    let Session {
        library, notices, ..
    } = session;
    SharedFile::of_page(library, move |sentence| notices.say(sentence))
}

/// The section about the file. `follows_file` is set when there is one.
pub fn file(session: Session, follows_file: RwSignal<bool>) -> AnyView {
    let Session { notices, .. } = session;
    let shared = shared_file(session);
    Effect::new(move |_| {
        if matches!(shared.status(), FileStatus::Tied(_)) {
            follows_file.set(true);
        }
    });
    let untie = move || {
        shared.untie();
        notices.say(file::UNTIED.to_owned());
        focus("file-heading");
    };
    let state = dynamic(move || match shared.status() {
        FileStatus::Asking => view! { <p aria-busy="true">{app::LOADING}</p> }.into_any(),
        FileStatus::Unsupported => view! { <p>{file::SHARED_FILE_UNSUPPORTED}</p> }.into_any(),
        FileStatus::Untied => view! { <p>{file::SHARED_FILE_TEXT}</p> }.into_any(),
        FileStatus::Tied(file) => tied(file),
    });
    // Each stays as it is while the state is told anew: whoever stands on a button goes on standing there.
    let choose = when(
        move || shared.status() == FileStatus::Untied,
        move || {
            group([
                button(SECONDARY, file::OPEN_FILE, move || shared.open()),
                button(SECONDARY, file::SAVE_TO_NEW_FILE, move || shared.create()),
            ])
        },
    );
    let resume = when(
        move || can_resume(&shared.status()) == Some(true),
        move || {
            group([
                button(PRIMARY, file::RESUME_FILE, move || shared.resume()),
                button(TERTIARY, file::UNTIE_FILE, untie),
            ])
        },
    );
    let save = when(
        move || can_resume(&shared.status()) == Some(false),
        move || {
            group([
                button(SECONDARY, file::SAVE_FILE_NOW, move || shared.sync()),
                button(TERTIARY, file::UNTIE_FILE, untie),
            ])
        },
    );
    let refused = when(
        move || shared.refused().is_some(),
        move || match untrack(|| shared.refused()) {
            None => ().into_any(),
            Some((name, reason)) => {
                let heading = file::file_not_used(&name);
                alert("alert alert-error", heading, problem(&reason))
            }
        },
    );
    let offer = when(
        move || shared.offer().is_some(),
        move || match untrack(|| shared.offer()) {
            None => ().into_any(),
            Some(offer) => offered(offer, shared),
        },
    );
    view! {
        <section aria-labelledby="file-heading">
            <h2 id="file-heading" tabindex="-1">
                {file::SHARED_FILE}
            </h2>
            {state}
            {choose}
            {resume}
            {save}
            <div role="alert">{refused}</div>
            {offer}
        </section>
    }
    .into_any()
}

fn group(buttons: [AnyView; 2]) -> AnyView {
    let [first, second] = buttons;
    view! { <div class="button-group">{first} {second}</div> }.into_any()
}

/// Whether what stands in the way is that the browser wants permission. `None` when there is no file.
fn can_resume(status: &FileStatus) -> Option<bool> {
    match status {
        FileStatus::Tied(file) => Some(file.problem == Some(FileProblem::NotAllowed)),
        _ => None,
    }
}

fn alert(class: &'static str, heading: String, text: String) -> AnyView {
    view! {
        <div class=class>
            <div class="alert-body">
                <h3 class="alert-heading">{heading}</h3>
                <p class="alert-text">{text}</p>
            </div>
        </div>
    }
    .into_any()
}

fn tied(file: TiedFile) -> AnyView {
    let state = match (&file.problem, file.same_at) {
        (Some(reason), _) => {
            let text = format!("{} {}", problem(reason), file::KEPT_HERE_MEANWHILE);
            alert(
                "alert alert-warning",
                file::not_in_file_line(&file.name),
                text,
            )
        }
        (None, None) => view! { <p aria-busy="true">{file::FILE_NOT_SEEN}</p> }.into_any(),
        (None, Some(moment)) => {
            view! { <p>{file::file_same_at(&moment_in_words(moment))}</p> }.into_any()
        }
    };
    let news = file.news.map(|(news, at)| {
        view! { <p>{file::last_file_news(&moment_in_words(at), &news)}</p> }.into_any()
    });
    view! {
        <p>{file::tied_to(&file.name)} " " {file::SHARED_FILE_FOLLOWED}</p>
        {state}
        {news}
    }
    .into_any()
}

fn problem(problem: &FileProblem) -> String {
    match problem {
        FileProblem::NotAllowed => file::FILE_NOT_ALLOWED.to_owned(),
        FileProblem::Missing => file::FILE_MISSING.to_owned(),
        FileProblem::Locked => file::FILE_LOCKED.to_owned(),
        FileProblem::Refused(refusal) => file::file_refused(&messages::refusal(refusal)),
        FileProblem::TooMuch(refusal) => file::file_too_much(&messages::refusal(refusal)),
        FileProblem::NotWhole => file::FILE_NOT_WHOLE.to_owned(),
        FileProblem::Failed => file::FILE_FAILED.to_owned(),
    }
}

/// What tying the documents to the file would mean, and whether it is wanted.
fn offered(offer: FileOffer, shared: SharedFile) -> AnyView {
    let FileOffer {
        name,
        new,
        same,
        different,
        only_here,
    } = offer;
    let lines = file::offer_parts(new, same, different, only_here)
        .into_iter()
        .map(|part| view! { <li>{part}</li> }.into_any());
    let lines: Vec<AnyView> = lines.collect();
    // A copy comes beside each that differs.
    let total = file::offer_total(new + same + 2 * different + only_here);
    let decide = move |accepts: bool| {
        if accepts {
            shared.accept_offer();
        } else {
            shared.leave_offer();
        }
        focus("file-heading");
    };
    Effect::new(|_| focus("file-offer"));
    view! {
        <div class="alert alert-info offer" id="file-offer" tabindex="-1">
            <div class="alert-body">
                <h3 class="alert-heading">{file::offer_heading(&name)}</h3>
                <ul>{lines}</ul>
                <p class="alert-text">{total} " " {file::OFFER_AFTERWARDS}</p>
                <div class="button-group">
                    {button(PRIMARY, file::OFFER_ACCEPT, move || decide(true))}
                    {button(SECONDARY, app::CANCEL, move || decide(false))}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Stands on every page while the documents are tied to a file that they are not kept in.
pub fn file_line(session: Session) -> AnyView {
    let shared = shared_file(session);
    let trouble = move || match shared.status() {
        FileStatus::Tied(file) if file.problem.is_some() => Some(file.name),
        _ => None,
    };
    let resume = move || {
        when(
            move || can_resume(&shared.status()) == Some(true),
            move || button("function-link", file::RESUME_FILE, move || shared.resume()),
        )
    };
    when(
        move || trouble().is_some(),
        move || {
            let text = untrack(trouble).map(|name| file::not_in_file_line(&name));
            view! {
                <div class="file-line d-print-none" role="status">
                    <p class="container">
                        {text} " " {resume()} " "
                        <a href=Route::Safekeeping.href()>{storage::SAFEKEEPING}</a>
                    </p>
                </div>
            }
            .into_any()
        },
    )
}
