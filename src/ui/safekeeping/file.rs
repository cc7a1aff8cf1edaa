//! The file that the documents are tied to.

use leptos::prelude::*;

use crate::text::{messages, page};
use crate::ui::notices::Notices;
use crate::ui::view::{PRIMARY, SECONDARY, TERTIARY, button, dynamic, when};
use crate::web::{
    FileOffer, FileProblem, FileStatus, Library, Route, SharedFile, TiedFile, focus,
    moment_in_words,
};

fn shared_file(library: Library, notices: Notices) -> SharedFile {
    SharedFile::of_page(library, move |sentence| notices.say(sentence))
}

/// The section about the file. `follows_file` is set when there is one.
pub fn file(library: Library, notices: Notices, follows_file: RwSignal<bool>) -> AnyView {
    let shared = shared_file(library, notices);
    Effect::new(move |_| {
        if matches!(shared.status(), FileStatus::Tied(_)) {
            follows_file.set(true);
        }
    });
    let untie = move || {
        shared.untie();
        notices.say(page::UNTIED.to_owned());
        focus("file-heading");
    };
    let state = dynamic(move || match shared.status() {
        FileStatus::Asking => view! { <p aria-busy="true">{page::LOADING}</p> }.into_any(),
        FileStatus::Unsupported => view! { <p>{page::SHARED_FILE_UNSUPPORTED}</p> }.into_any(),
        FileStatus::Untied => view! { <p>{page::SHARED_FILE_TEXT}</p> }.into_any(),
        FileStatus::Tied(file) => tied(file),
    });
    // Each stays as it is while the state is told anew: whoever stands on a button goes on standing there.
    let choose = when(
        move || shared.status() == FileStatus::Untied,
        move || {
            group([
                button(SECONDARY, page::OPEN_FILE, move || shared.open()),
                button(SECONDARY, page::SAVE_TO_NEW_FILE, move || shared.create()),
            ])
        },
    );
    let resume = when(
        move || can_resume(&shared.status()) == Some(true),
        move || {
            group([
                button(PRIMARY, page::RESUME_FILE, move || shared.resume()),
                button(TERTIARY, page::UNTIE_FILE, untie),
            ])
        },
    );
    let save = when(
        move || can_resume(&shared.status()) == Some(false),
        move || {
            group([
                button(SECONDARY, page::SAVE_FILE_NOW, move || shared.sync()),
                button(TERTIARY, page::UNTIE_FILE, untie),
            ])
        },
    );
    let refused = when(
        move || shared.refused().is_some(),
        move || match untrack(|| shared.refused()) {
            None => ().into_any(),
            Some((name, reason)) => {
                let heading = page::file_not_used(&name);
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
                {page::SHARED_FILE}
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
            let text = format!("{} {}", problem(reason), page::KEPT_HERE_MEANWHILE);
            alert(
                "alert alert-warning",
                page::not_in_file_line(&file.name),
                text,
            )
        }
        (None, None) => view! { <p aria-busy="true">{page::FILE_NOT_SEEN}</p> }.into_any(),
        (None, Some(moment)) => {
            view! { <p>{page::file_same_at(&moment_in_words(moment))}</p> }.into_any()
        }
    };
    let news = file.news.map(|(news, at)| {
        view! { <p>{page::last_file_news(&moment_in_words(at), &news)}</p> }.into_any()
    });
    view! {
        <p>{page::tied_to(&file.name)} " " {page::SHARED_FILE_FOLLOWED}</p>
        {state}
        {news}
    }
    .into_any()
}

fn problem(problem: &FileProblem) -> String {
    match problem {
        FileProblem::NotAllowed => page::FILE_NOT_ALLOWED.to_owned(),
        FileProblem::Missing => page::FILE_MISSING.to_owned(),
        FileProblem::Locked => page::FILE_LOCKED.to_owned(),
        FileProblem::Refused(refusal) => page::file_refused(&messages::refusal(refusal)),
        FileProblem::TooMuch(refusal) => page::file_too_much(&messages::refusal(refusal)),
        FileProblem::NotWhole => page::FILE_NOT_WHOLE.to_owned(),
        FileProblem::Failed => page::FILE_FAILED.to_owned(),
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
    let lines = page::offer_parts(new, same, different, only_here)
        .into_iter()
        .map(|part| view! { <li>{part}</li> }.into_any());
    let lines: Vec<AnyView> = lines.collect();
    // A copy comes beside each that differs.
    let total = page::offer_total(new + same + 2 * different + only_here);
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
                <h3 class="alert-heading">{page::offer_heading(&name)}</h3>
                <ul>{lines}</ul>
                <p class="alert-text">{total} " " {page::OFFER_AFTERWARDS}</p>
                <div class="button-group">
                    {button(PRIMARY, page::OFFER_ACCEPT, move || decide(true))}
                    {button(SECONDARY, page::CANCEL, move || decide(false))}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Stands on every page while the documents are tied to a file that they are not kept in.
pub fn file_line(library: Library, notices: Notices) -> AnyView {
    let shared = shared_file(library, notices);
    let trouble = move || match shared.status() {
        FileStatus::Tied(file) if file.problem.is_some() => Some(file.name),
        _ => None,
    };
    let resume = move || {
        when(
            move || can_resume(&shared.status()) == Some(true),
            move || button("function-link", page::RESUME_FILE, move || shared.resume()),
        )
    };
    when(
        move || trouble().is_some(),
        move || {
            let text = untrack(trouble).map(|name| page::not_in_file_line(&name));
            view! {
                <div class="file-line d-print-none" role="status">
                    <p class="container">
                        {text} " " {resume()} " "
                        <a href=Route::Safekeeping.href()>{page::SAFEKEEPING}</a>
                    </p>
                </div>
            }
            .into_any()
        },
    )
}
