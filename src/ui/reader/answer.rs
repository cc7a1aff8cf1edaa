//! A hearing answer: written here, handed in by its writer.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::own_package::not_kept;
use super::state::Reader;
use crate::domain::Id;
use crate::publication::{
    Comment, HearingAnswer, PublishedEdition, hearing_answer, read_kept_answer, write_kept_answer,
};
use crate::text;
use crate::text::document;
use crate::text::reader::{answer, share};
use crate::ui::dialog::select;
use crate::ui::view::{SECONDARY, button, keyed, link_button, text, when};
use crate::web::{Kept, TEXT, copy_text, download, focus, select_text, today};

const HEADING: &str = "answer";
const RESULT: &str = "answer-text";
const PROPOSAL: &str = "answer-proposal";

/// What is written, without the package: that is the reader's own as it is.
#[derive(Clone, Copy)]
struct Written {
    reader: Reader,
    answer: RwSignal<HearingAnswer>,
    has_package: RwSignal<bool>,
}

/// The section.
pub fn answer(reader: Reader) -> AnyView {
    let written = Written {
        reader,
        answer: RwSignal::new(HearingAnswer::default()),
        has_package: RwSignal::new(true),
    };
    let is_kept = written.keep();
    let comments = Signal::derive(move || {
        written.answer.with(|answer| {
            let comments = answer.comments.iter();
            comments.map(|comment| (comment.proposal, 0)).collect()
        })
    });
    let sender = line(
        "answer-sender",
        answer::SENDER,
        text(move || written.answer.with(|answer| answer.sender.clone())),
        move |typed| written.answer.update(|answer| answer.sender = typed),
    );
    let general = area(
        "answer-general".to_owned(),
        answer::ABOUT_WHOLE.to_owned().into(),
        text(move || written.answer.with(|answer| answer.general.clone())),
        move |typed| written.answer.update(|answer| answer.general = typed),
    );
    let has_chosen = move || reader.chosen.with(|chosen| !chosen.is_empty());
    let with_package = when(has_chosen, move || with_package(written));
    let is_written = move || written.answer.with(|answer| !answer.is_blank());
    let result = when(is_written, move || result(written));
    view! {
        <section class="form-section d-print-none" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                {answer::WRITE_ANSWER}
            </h2>
            <p>{answer::HEARING_TEXT}</p>
            {not_kept(is_kept)}
            {sender}
            {general}
            {keyed(comments, move |id| comment(written, id))}
            {add_comment(written)}
            {with_package}
            {result}
        </section>
    }
    .into_any()
}

impl Written {
    /// Takes up what this browser kept, and keeps what is written from now on. Whether it does.
    fn keep(self) -> ReadSignal<bool> {
        let catalogue = self.reader.shown.catalogue;
        let kept = Kept::answer(catalogue.with_untracked(|catalogue| catalogue.id));
        kept.follow(
            move |text| {
                let (answer, has_package) = read_kept_answer(text);
                self.answer.set(answer);
                self.has_package.set(has_package);
            },
            move || {
                let has_package = self.has_package.get();
                self.answer
                    .with(|answer| write_kept_answer(answer, has_package))
            },
        )
    }

    /// The answer as plain text.
    fn text(self) -> String {
        let mut answer = self.answer.get();
        answer.package = self.has_package.get().then(|| self.reader.said());
        self.reader.shown.with(|catalogue, proposals| {
            let edition = PublishedEdition {
                catalogue,
                proposals,
            };
            hearing_answer(edition, self.reader.published_at, &answer, today())
        })
    }
}

/// A comment on a proposal.
fn comment(written: Written, id: Id) -> AnyView {
    let Written { reader, answer, .. } = written;
    let of = move |answer: &HearingAnswer| {
        let mut comments = answer.comments.iter();
        comments.find(|comment| comment.proposal == id).cloned()
    };
    // The catalogue may have lost the proposal since.
    let name = text(move || {
        let is_here = reader
            .shown
            .catalogue
            .with(|catalogue| catalogue.entry(id).is_some());
        match answer.with(of) {
            Some(comment) if !is_here => {
                text::publication::hearing_answer::proposal_elsewhere(&comment.title, id)
            }
            Some(_) | None => reader.shown.name(id),
        }
    });
    let remove_name = text(move || format!("{} {}", answer::REMOVE_REMARK, name.get()));
    let remove = move || {
        let removed = answer.with_untracked(of);
        answer.update(|answer| answer.comments.retain(|comment| comment.proposal != id));
        focus(HEADING);
        let Some(removed) = removed.filter(|removed| !removed.text.trim().is_empty()) else {
            return;
        };
        let undo = move || {
            answer.update(|answer| {
                let mut comments = answer.comments.iter_mut();
                match comments.find(|comment| comment.proposal == id) {
                    // Somebody has begun anew since: both stand.
                    Some(comment) => comment.text = format!("{}\n{}", removed.text, comment.text),
                    None => answer.comments.push(removed.clone()),
                }
            });
        };
        reader
            .notices
            .say_with_undo(answer::REMARK_REMOVED.to_owned(), undo);
    };
    let field = area(
        comment_id(id),
        name,
        text(move || {
            answer
                .with(of)
                .map(|comment| comment.text)
                .unwrap_or_default()
        }),
        move |typed| {
            answer.update(|answer| {
                let mut comments = answer.comments.iter_mut();
                if let Some(comment) = comments.find(|comment| comment.proposal == id) {
                    comment.text = typed;
                }
            });
        },
    );
    let remove = link_button(
        answer::REMOVE_REMARK.to_owned().into(),
        Some(remove_name),
        false.into(),
        remove,
    );
    view! { <div class="answer__remark">{field} {remove}</div> }.into_any()
}

fn comment_id(id: Id) -> String {
    format!("remark-{id}")
}

/// Chooses a proposal to write about.
fn add_comment(written: Written) -> AnyView {
    let Written { reader, answer, .. } = written;
    // Those that nobody has written about yet.
    let offered = Memo::new(move |_| {
        let commented = answer.with(|answer| {
            let comments = answer.comments.iter();
            comments
                .map(|comment| comment.proposal)
                .collect::<Vec<Id>>()
        });
        reader.shown.catalogue.with(|catalogue| {
            let entries = catalogue.entries.iter().map(|entry| entry.proposal);
            entries
                .filter(|id| !commented.contains(id))
                .collect::<Vec<Id>>()
        })
    });
    let options = Signal::derive(move || {
        let mut options = vec![answer::CHOOSE_REMARK.to_owned()];
        offered.with(|offered| options.extend(offered.iter().map(|&id| reader.shown.name(id))));
        options
    });
    let chosen = RwSignal::new(0_usize);
    let add = move || {
        let place = chosen.get_untracked().checked_sub(1);
        let id = offered.with_untracked(|offered| offered.get(place?).copied());
        let Some(id) = id else {
            reader.notices.say(answer::CHOOSE_REMARK_FIRST.to_owned());
            return focus(PROPOSAL);
        };
        let title = reader
            .shown
            .titles
            .with_untracked(|titles| titles.get(&id).cloned());
        answer.update(|answer| {
            answer.comments.push(Comment {
                proposal: id,
                title: title.unwrap_or_default(),
                text: String::new(),
            });
        });
        chosen.set(0);
        focus(&comment_id(id));
    };
    view! {
        <div class="catalogue__add">
            {select(PROPOSAL, answer::REMARK_TO, options, chosen)}
            {button(SECONDARY, answer::ADD_REMARK, add)}
        </div>
    }
    .into_any()
}

fn with_package(written: Written) -> AnyView {
    let on_change: Box<dyn FnMut(Event)> =
        Box::new(move |event| written.has_package.set(event_target_checked(&event)));
    view! {
        <div class="form-group-checkbox">
            <input
                type="checkbox"
                class="form-checkbox"
                id="answer-package"
                prop:checked=written.has_package
                on:change=on_change
            />
            <label for="answer-package">{answer::WITH_PACKAGE}</label>
        </div>
    }
    .into_any()
}

/// The text as it becomes, to be copied or saved.
fn result(written: Written) -> AnyView {
    let words = Memo::new(move |_| written.text());
    let copied = RwSignal::new("");
    let copy = move || {
        spawn_local(async move {
            let is_copied = copy_text(&words.get_untracked()).await;
            if !is_copied {
                select_text(RESULT);
            }
            copied.set(match is_copied {
                true => share::COPIED,
                false => share::NOT_COPIED,
            });
        });
    };
    let save = move || {
        if download(answer::ANSWER_FILE, &words.get_untracked(), TEXT).is_err() {
            let notices = written.reader.notices;
            notices.say(document::EXPORT_FAILED.to_owned());
        }
    };
    view! {
        <h3 id="answer-result">{answer::ANSWER_TEXT}</h3>
        <div
            class="answer__text"
            id=RESULT
            role="region"
            aria-labelledby="answer-result"
            tabindex="0"
        >
            {text(move || words.get())}
        </div>
        <div class="button-group">
            {button(SECONDARY, answer::COPY_ANSWER, copy)}
            {button(SECONDARY, answer::SAVE_ANSWER, save)}
        </div>
        <p role="status">{text(move || copied.get().to_owned())}</p>
    }
    .into_any()
}

fn line(
    id: &'static str,
    label: &'static str,
    value: Signal<String>,
    typed: impl Fn(String) + 'static,
) -> AnyView {
    let on_input: Box<dyn FnMut(Event)> = Box::new(move |event| typed(event_target_value(&event)));
    view! {
        <div class="form-group">
            <label class="form-label" for=id>
                {label}
            </label>
            <input
                type="text"
                class="form-input"
                id=id
                autocomplete="name"
                prop:value=value
                on:input=on_input
            />
        </div>
    }
    .into_any()
}

fn area(
    id: String,
    label: Signal<String>,
    value: Signal<String>,
    typed: impl Fn(String) + 'static,
) -> AnyView {
    let on_input: Box<dyn FnMut(Event)> = Box::new(move |event| typed(event_target_value(&event)));
    view! {
        <div class="form-group">
            <label class="form-label" for=id.clone()>
                {label}
            </label>
            <textarea
                class="form-input answer__area"
                id=id
                rows="5"
                prop:value=value
                on:input=on_input
            ></textarea>
        </div>
    }
    .into_any()
}
