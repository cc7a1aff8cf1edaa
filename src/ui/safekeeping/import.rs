//! Taking in files: first what they hold and what that would mean, then, if wanted, doing it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::domain::{Document, Id};
use crate::file::{self, Comparison};
use crate::record::Step;
use crate::text::safekeeping::import;
use crate::text::{app, document, messages};
use crate::ui::dialog::{Dialog, radio};
use crate::ui::session::Session;
use crate::ui::view::{PRIMARY, SECONDARY, button, dynamic};
use crate::web::{Opened, now, open};

/// What to do with a document that is here already and says something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Resolution {
    /// The file's takes its place.
    Replace,
    /// The file's becomes a copy beside it.
    KeepBoth,
    /// The file's is left out.
    Skip,
}

impl Resolution {
    const ALL: [Self; 3] = [Self::Replace, Self::KeepBoth, Self::Skip];

    fn label(self) -> &'static str {
        match self {
            Self::Replace => import::IMPORT_REPLACE,
            Self::KeepBoth => import::IMPORT_KEEP_BOTH,
            Self::Skip => import::IMPORT_SKIP,
        }
    }

    /// The newer of the two, unless that would take the place of something newer here.
    fn usual(from_file: &Document, here: &Document) -> Self {
        if from_file.changed_at() > here.changed_at() {
            Self::Replace
        } else {
            Self::KeepBoth
        }
    }
}

/// A document of a file beside the one that is here.
#[derive(Clone)]
struct Candidate {
    document: Document,
    comparison: Comparison,
    choice: RwSignal<Resolution>,
}

impl Candidate {
    fn new(here: Option<&Document>, document: Document) -> Self {
        let usual = here.map_or(Resolution::Replace, |here| {
            Resolution::usual(&document, here)
        });
        Self {
            comparison: file::compare(&document, here),
            choice: RwSignal::new(usual),
            document,
        }
    }
}

/// Reads files and shows what is in them, in a dialog. Nothing is written until somebody says so.
pub fn import(files: Vec<File>, session: Session) -> AnyView {
    let Session { library, .. } = session;
    // Comparing needs every document that is here.
    library.load_all();
    let opened = RwSignal::new(Vec::<Opened>::new());
    spawn_local(async move {
        let mut content = Vec::new();
        for file in files {
            content.push(open(file).await);
        }
        opened.try_set(content);
    });
    dynamic(move || {
        let files = opened.get();
        if files.is_empty() {
            return ().into_any();
        }
        open_dialog(files, session, opened)
    })
}

fn open_dialog(opened: Vec<Opened>, session: Session, shown: RwSignal<Vec<Opened>>) -> AnyView {
    let Session { library, .. } = session;
    let mut refusals: Vec<AnyView> = Vec::new();
    let mut of_readers = 0;
    // The same document in two files: the one that was changed last counts.
    let mut documents: BTreeMap<Id, Document> = BTreeMap::new();
    for file in opened {
        for (key, refusal) in &file.unreadable {
            refusals.push(refused(key, messages::refusal(refusal)));
        }
        of_readers += file.of_readers;
        match file.content {
            Ok(content) => {
                for document in content {
                    let other = documents.get(&document.id());
                    if other.is_none_or(|other| other.changed_at() < document.changed_at()) {
                        documents.insert(document.id(), document);
                    }
                }
            }
            Err(refusal) => refusals.push(refused(&file.name, messages::refusal(&refusal))),
        }
    }
    let candidates: Vec<Candidate> = library.documents().with_untracked(|here| {
        documents
            .into_values()
            .map(|document| Candidate::new(here.get(&document.id()), document))
            .collect()
    });
    let of = |comparison| -> Vec<Candidate> {
        let candidates = candidates.iter();
        candidates
            .filter(|candidate| candidate.comparison == comparison)
            .cloned()
            .collect()
    };
    let (new, changed, same) = (
        of(Comparison::New),
        of(Comparison::Changed),
        of(Comparison::Same),
    );
    let has_something = !new.is_empty() || !changed.is_empty();
    let of_readers = (of_readers > 0).then(|| {
        let words = import::import_of_readers(of_readers);
        view! { <p class="message message--advice">{words}</p> }.into_any()
    });
    let dialog = Dialog::new();
    let take_in = has_something.then(|| {
        button(PRIMARY, import::IMPORT_APPLY, move || {
            apply(&candidates, session);
            dialog.close();
        })
    });
    let leave = if has_something {
        app::CANCEL
    } else {
        app::CLOSE
    };
    let content = view! {
        <h2 id="import-heading">{import::IMPORT_HEADING}</h2>
        {refusals}
        {group(import::import_new(new.len()), new)}
        {group(import::import_changed(changed.len()), changed)}
        {group(import::import_same(same.len()), same)}
        {of_readers}
        <p class="form-hint">{import::IMPORT_NOTHING_YET}</p>
        <div class="button-group">{take_in} {button(SECONDARY, leave, move || dialog.close())}</div>
    };
    let on_close = move || shown.set(Vec::new());
    dialog.draw(
        "dialog dialog--wide",
        "import-heading",
        content.into_any(),
        on_close,
    )
}

fn refused(file: &str, sentence: String) -> AnyView {
    view! {
        <div class="alert alert-error" role="alert">
            <div class="alert-body">
                <h3 class="alert-heading">{import::refused(file)}</h3>
                <p class="alert-text">{sentence}</p>
            </div>
        </div>
    }
    .into_any()
}

fn group(heading: String, candidates: Vec<Candidate>) -> AnyView {
    if candidates.is_empty() {
        return ().into_any();
    }
    let lines: Vec<AnyView> = candidates.into_iter().map(line).collect();
    view! {
        <h3>{heading}</h3>
        <ul class="dialog__list">{lines}</ul>
    }
    .into_any()
}

fn line(candidate: Candidate) -> AnyView {
    let choices = (candidate.comparison == Comparison::Changed).then(|| choices(&candidate));
    view! { <li>{document::titled_kind(&candidate.document)} {choices}</li> }.into_any()
}

fn choices(candidate: &Candidate) -> AnyView {
    let group = format!("choice-{}", candidate.document.id());
    let legend = import::import_choice(&document::title(&candidate.document));
    let radios: Vec<AnyView> = Resolution::ALL
        .into_iter()
        .map(|choice| {
            let id = format!("{group}-{choice:?}");
            radio(id, group.clone(), choice.label(), choice, candidate.choice)
        })
        .collect();
    view! {
        <fieldset class="dialog__choice">
            <legend class="sr-only">{legend}</legend>
            {radios}
        </fieldset>
    }
    .into_any()
}

/// A document that was taken in.
struct TakenIn {
    document: Document,
    /// What that changed in the document that was here. `None` when there was none.
    step: Option<Step>,
}

/// Takes the documents in, and offers to take that back on the page that is open: an editor has steps of its own.
fn apply(candidates: &[Candidate], session: Session) {
    let Session {
        library, notices, ..
    } = session;
    let mut taken_in = Vec::new();
    for candidate in candidates {
        let document = candidate.document.clone();
        let document = match (candidate.comparison, candidate.choice.get_untracked()) {
            (Comparison::Same, _) | (Comparison::Changed, Resolution::Skip) => continue,
            (Comparison::New, _) | (Comparison::Changed, Resolution::Replace) => document,
            (Comparison::Changed, Resolution::KeepBoth) => {
                document.with_id(Id::random()).with_changed_at(now())
            }
        };
        let here = library.get(document.kind(), document.id());
        taken_in.push(TakenIn {
            step: here.map(|here| Step::between(here, document.clone())),
            document: document.clone(),
        });
        // What it takes the place of stays among the earlier states.
        library.put_in_place_of(document);
    }
    library.flush();
    let said = import::imported(taken_in.len());
    notices.say_with_undo_in_page(said, move || take_back(&taken_in, session));
}

/// Takes back what an import changed, and nothing that was written since.
fn take_back(taken_in: &[TakenIn], session: Session) {
    let Session {
        library, notices, ..
    } = session;
    let (mut mixed, mut kept) = (Vec::new(), Vec::new());
    for TakenIn { document, step } in taken_in {
        let Some(current) = library.get(document.kind(), document.id()) else {
            // It was deleted since, and that stands.
            continue;
        };
        let is_as_imported = current.says_the_same_as(document);
        match step.as_ref().map(|step| step.taken_back(&current)) {
            None if is_as_imported => _ = library.remove(document.id()),
            Some(Some(without)) if is_as_imported => library.put_in_place_of(without),
            Some(Some(without)) => {
                mixed.push(document::title(&without));
                library.put_in_place_of(without.with_changed_at(now()));
            }
            None | Some(None) => kept.push(document::title(&current)),
        }
    }
    library.flush();
    if !(mixed.is_empty() && kept.is_empty()) {
        notices.say(import::import_changed_since(&mixed, &kept));
    }
}
