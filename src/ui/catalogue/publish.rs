//! Publishing: what becomes public and what does not, the page as it will be, and the file.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Page;
use crate::checks::doubtful_signs;
use crate::domain::{Catalogue, CatalogueField, Decided, DocumentKind, FormField, Id, Proposal};
use crate::draft::Form;
use crate::publication::{
    Publication, PublishedFile, Withheld, open_data, open_data_names, publish,
};
use crate::text;
use crate::text::catalogue::packages;
use crate::text::{app, document, labels};
use crate::ui::dialog::Dialog;
use crate::ui::open_data::open_data_buttons;
use crate::ui::view::{PRIMARY, SECONDARY, button, dynamic, flag, text, when};
use crate::web::{
    HTML, Route, download, focus, last_handed_over, preview, published_file, remember_handed_over,
    time_of_day, today,
};

const HEADING: &str = "publish-heading";
/// What a preview may: be given this page's style, and open what it links to. It runs no scripts.
const SANDBOX: &str = "allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/// What is said before anything is published.
#[derive(Clone, PartialEq)]
struct Told {
    becomes: String,
    public: Vec<String>,
    /// What else of the catalogue has a name.
    also_public: Vec<String>,
    stays: Vec<String>,
    look_at: Vec<String>,
    /// The proposals with signs that are probably not meant.
    doubtful: Vec<Doubtful>,
    decided: Decided,
}

/// A proposal with figures whose sign is probably not meant.
#[derive(Clone, PartialEq)]
struct Doubtful {
    proposal: Id,
    name: String,
    /// Each of them: what the field is called, its name in the form, and what is written there.
    fields: Vec<(String, String, String)>,
}

/// How far publishing is.
#[derive(Clone, Copy, PartialEq)]
enum Progress {
    None,
    Begun,
    Failed,
    TooLarge,
    /// Nobody has said that the doubtful signs were looked at.
    NotSeen,
}

/// The doubtful signs, and those that somebody has said he has looked at. When they change, they are to be looked at anew.
#[derive(Clone, Copy)]
struct Signs {
    doubtful: Memo<Vec<Doubtful>>,
    seen: RwSignal<Vec<Doubtful>>,
}

impl Signs {
    fn are_seen(self) -> bool {
        self.doubtful.with(|doubtful| {
            self.seen
                .with(|seen| doubtful.is_empty() || doubtful == seen)
        })
    }

    fn see(self, is_seen: bool) {
        let doubtful = self.doubtful.get_untracked();
        self.seen.set(match is_seen {
            true => doubtful,
            false => Vec::new(),
        });
    }
}

/// The tick by which somebody says that he has looked at them.
const SIGNS_SEEN: &str = "publish-signs-seen";

/// What somebody has said and done about publishing, wherever on the page he has been since.
#[derive(Clone, Copy)]
struct State {
    with_packages: RwSignal<bool>,
    /// The doubtful signs that he has looked at.
    seen: RwSignal<Vec<Doubtful>>,
    progress: RwSignal<Progress>,
}

/// The section. What is said of every proposal is found out while it is shown; paper has nothing of it.
pub fn publishing(on_page: Page, is_shown: Signal<bool>) -> AnyView {
    let state = State {
        with_packages: RwSignal::new(false),
        seen: RwSignal::new(Vec::new()),
        progress: RwSignal::new(Progress::None),
    };
    let content = when(move || is_shown.get(), move || content(on_page, state));
    view! {
        <section class="form-section d-print-none" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                {text::catalogue::publish::PUBLISH}
            </h2>
            <p class="catalogue__read">{text::catalogue::publish::PUBLISH_TEXT}</p>
            {content}
        </section>
    }
    .into_any()
}

fn content(on_page: Page, state: State) -> AnyView {
    let document = on_page.editor.document;
    let with_packages = state.with_packages;
    // What is said of every proposal takes longer than a keystroke may: it waits until typing has paused, as messages do.
    let told = Memo::new(move |_| {
        on_page.editor.track_settled();
        let with_packages = with_packages.get();
        untrack(|| {
            let (publication, withheld) = published(on_page, with_packages)?;
            Some(told(on_page, &publication, &withheld))
        })
    });
    let signs = Signs {
        doubtful: Memo::new(move |_| {
            told.with(|told| {
                told.as_ref()
                    .map_or(Vec::new(), |told| told.doubtful.clone())
            })
        }),
        seen: state.seen,
    };
    let is_told = move |is: fn(&Told) -> bool| told.with(|told| told.as_ref().is_some_and(is));
    let has_packages = move || document.with(|catalogue| !catalogue.packages.is_empty());
    let tick = when(has_packages, move || packages_tick(with_packages));
    let what = dynamic(move || told.get().map_or_else(no_more, draw));
    let actions = when(
        move || is_told(|told| !told.public.is_empty()),
        move || actions(on_page, state, signs),
    );
    view! {
        {tick}
        {what}
        {doubtful_signs_to_see(signs)}
        {actions}
    }
    .into_any()
}

/// What becomes public of the catalogue as it is now. `None` when there are no more editions.
fn published(on_page: Page, with_packages: bool) -> Option<(Publication, Withheld)> {
    on_page.shown.with(|catalogue, proposals| {
        let handed_over = last_handed_over(catalogue.id);
        let edition = catalogue.next_edition_after(handed_over, today())?;
        Some(publish(catalogue, proposals, edition, with_packages))
    })
}

fn told(on_page: Page, publication: &Publication, withheld: &Withheld) -> Told {
    let names =
        |ids: &[Id]| -> Vec<String> { ids.iter().map(|&id| on_page.shown.name(id)).collect() };
    let public = publication.proposals.iter().map(document::proposal_title);
    let doubtful = on_page.shown.with(|_, proposals| {
        let public = publication.proposals.iter().map(|proposal| proposal.id);
        let doubtful = public.filter_map(|id| doubtful(on_page, proposals.get(&id)?));
        doubtful.collect()
    });
    let (stays, look_at) = on_page.editor.document.with(|catalogue| {
        let stays = stays(catalogue, withheld, &names);
        let look_at = look_at(catalogue, publication, withheld, &names);
        (stays, look_at)
    });
    Told {
        becomes: text::catalogue::publish::becomes(publication.edition),
        public: public.collect(),
        also_public: also_public(&publication.catalogue),
        stays,
        look_at,
        doubtful,
        decided: publication.catalogue.decided(),
    }
}

/// The figures of a proposal whose sign is probably not meant; `None` where there are none.
fn doubtful(on_page: Page, proposal: &Proposal) -> Option<Doubtful> {
    let fields = doubtful_signs(proposal).into_iter().map(|field| {
        let label = labels::proposal_field(proposal, field);
        (label, field.name(), proposal.shown(field))
    });
    let fields: Vec<(String, String, String)> = fields.collect();
    (!fields.is_empty()).then(|| Doubtful {
        proposal: proposal.id,
        name: on_page.shown.name(proposal.id),
        fields,
    })
}

/// What else becomes public of the catalogue, a line each: somebody may have named and written it for himself.
fn also_public(catalogue: &Catalogue) -> Vec<String> {
    let groups = catalogue.variant_groups.iter();
    let groups = groups.map(|group| text::catalogue::publish::group_is_public(&group.name));
    let packages = catalogue.packages.iter().enumerate();
    let packages = packages.map(|(place, package)| packages::package_title(place, &package.name));
    let notes = catalogue.relations.iter();
    let notes = notes.filter(|relation| !relation.note.trim().is_empty());
    let outcomes = catalogue.entries.iter();
    let outcomes = outcomes.filter(|entry| !entry.outcome.trim().is_empty());
    let some = |number: usize, line: fn(usize) -> String| (number > 0).then(|| line(number));
    let written = [
        some(notes.count(), text::catalogue::publish::notes_are_public),
        some(
            outcomes.count(),
            text::catalogue::publish::outcomes_are_public,
        ),
    ];
    let written = written.into_iter().flatten();
    groups.chain(packages).chain(written).collect()
}

/// What does not become public, a line each.
fn stays(
    catalogue: &Catalogue,
    withheld: &Withheld,
    names: &dyn Fn(&[Id]) -> Vec<String>,
) -> Vec<String> {
    let missing = withheld.missing.iter();
    let missing: Vec<usize> = missing.filter_map(|&id| catalogue.number(id)).collect();
    let drafts = names(&withheld.drafts);
    let packages = catalogue.packages.iter().enumerate();
    let emptied = packages.filter(|(_, package)| withheld.emptied_packages.contains(&package.id));
    let emptied = emptied.map(|(place, package)| packages::package_title(place, &package.name));
    let emptied: Vec<String> = emptied.collect();
    let some = |number: usize, line: fn(usize) -> String| (number > 0).then(|| line(number));
    let lines = [
        (!drafts.is_empty()).then(|| text::catalogue::publish::drafts_stay(&drafts)),
        (!missing.is_empty()).then(|| text::catalogue::publish::missing_stay(&missing)),
        some(withheld.relations, text::catalogue::publish::relations_stay),
        some(withheld.packages, text::catalogue::publish::packages_stay),
        some(
            withheld.shortened_packages,
            text::catalogue::publish::packages_are_shortened,
        ),
        (!emptied.is_empty()).then(|| text::catalogue::publish::packages_are_emptied(&emptied)),
        some(
            withheld.dismissed_advice,
            text::catalogue::publish::dismissed_advice_stays,
        ),
        some(
            withheld.stated_sums,
            text::catalogue::publish::stated_sums_stay,
        ),
        Some(text::catalogue::publish::STAYS_ALWAYS.to_owned()),
    ];
    lines.into_iter().flatten().collect()
}

/// What could surprise who publishes, a line each.
fn look_at(
    catalogue: &Catalogue,
    publication: &Publication,
    withheld: &Withheld,
    names: &dyn Fn(&[Id]) -> Vec<String>,
) -> Vec<String> {
    let labels = |fields: Vec<CatalogueField>| -> Vec<String> {
        let fields = fields.into_iter();
        fields
            .map(|field| labels::catalogue_field(catalogue, field))
            .collect()
    };
    let of = |named: Vec<String>, line: fn(&[String]) -> String| {
        (!named.is_empty()).then(|| line(&named))
    };
    let mut blank = publication.blank_fields();
    // What is blank because it cannot be read is told as that.
    blank.retain(|field| !withheld.unreadable.contains(field));
    let unreadable = withheld.unreadable.clone();
    let loses_weakenings = unreadable
        .iter()
        .any(|field| matches!(field, CatalogueField::Weakening(..)));
    let unknown = publication.unknown_weakenings();
    let unknown = unknown.iter().map(|relation| {
        let [from, to] = [relation.from, relation.to].map(|id| names(&[id]).concat());
        text::catalogue::publish::weakens_without_amount(&from, &to)
    });
    let unknown: Vec<String> = unknown.collect();
    let lines = [
        of(unknown, text::catalogue::publish::sums_promise_too_much),
        of(
            names(&withheld.without_required),
            text::catalogue::publish::lack_what_they_require,
        ),
        of(
            names(&publication.unreadable()),
            text::catalogue::publish::cannot_be_read,
        ),
        of(
            labels(unreadable),
            text::catalogue::publish::catalogue_cannot_be_read,
        ),
        loses_weakenings.then(|| text::catalogue::publish::WEAKENINGS_LEFT_OUT.to_owned()),
        of(labels(blank), text::catalogue::publish::not_filled_in),
        publication
            .renumbers(catalogue)
            .then(|| text::catalogue::publish::RENUMBERED.to_owned()),
    ];
    lines.into_iter().flatten().collect()
}

fn no_more() -> AnyView {
    view! { <p>{text::catalogue::publish::NO_MORE_EDITIONS}</p> }.into_any()
}

fn draw(told: Told) -> AnyView {
    let public = if told.public.is_empty() {
        view! { <p class="catalogue__sentence">{text::catalogue::publish::NOTHING_PUBLIC}</p> }
            .into_any()
    } else {
        let not_decided = text::catalogue::publish::decision_line(told.decided).map(|line| {
            view! { <p>{text::catalogue::publish::says_not_decided(line)}</p> }.into_any()
        });
        let number = told.public.len();
        let also = list(told.also_public);
        view! {
            <p class="catalogue__sentence">{told.becomes}</p>
            {not_decided}
            <h3>{text::catalogue::publish::BECOMES_PUBLIC}</h3>
            <p>{text::catalogue::publish::becomes_public(number)}</p>
            <ol class="catalogue__sentences">{items(told.public)}</ol>
            {also}
        }
        .into_any()
    };
    view! {
        {public}
        {lines(text::catalogue::publish::STAYS, told.stays)}
        {lines(text::catalogue::publish::LOOK_BEFORE, told.look_at)}
    }
    .into_any()
}

/// Lines under a heading; nothing where there are none.
fn lines(heading: &'static str, lines: Vec<String>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    view! {
        <h3>{heading}</h3>
        {list(lines)}
    }
    .into_any()
}

fn list(lines: Vec<String>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    view! { <ul class="catalogue__sentences">{items(lines)}</ul> }.into_any()
}

fn items(lines: Vec<String>) -> Vec<AnyView> {
    let lines = lines.into_iter();
    lines
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect()
}

/// The signs that readers would misread, each with a way to it, and the tick without which nothing is published; nothing where
/// there are none.
fn doubtful_signs_to_see(signs: Signs) -> AnyView {
    let has_some = move || signs.doubtful.with(|doubtful| !doubtful.is_empty());
    when(has_some, move || signs_to_see(signs))
}

fn signs_to_see(signs: Signs) -> AnyView {
    let fields = dynamic(move || {
        let proposals = signs.doubtful.get().into_iter().map(|one| {
            let kind = DocumentKind::Proposal;
            let fields = one.fields.into_iter().map(|(label, field, shown)| {
                let address = Route::Field(kind, one.proposal, field).href();
                let name = format!("{}: {label}", one.name);
                view! {
                    <li>
                        <a href=address aria-label=name>
                            {label}
                        </a>
                        ": "
                        {shown}
                    </li>
                }
                .into_any()
            });
            let fields: Vec<AnyView> = fields.collect();
            view! { <li>{one.name.clone()} <ul class="catalogue__sentences">{fields}</ul></li> }
                .into_any()
        });
        let proposals: Vec<AnyView> = proposals.collect();
        view! { <ul class="catalogue__sentences">{proposals}</ul> }.into_any()
    });
    let on_change: Box<dyn FnMut(Event)> =
        Box::new(move |event| signs.see(event_target_checked(&event)));
    let is_seen = flag(move || signs.are_seen());
    view! {
        <h3 id="publish-signs">{text::catalogue::publish::DOUBTFUL_SIGNS}</h3>
        <p>{text::catalogue::publish::DOUBTFUL_SIGNS_TEXT}</p>
        {fields}
        <div class="form-group-checkbox">
            <input
                type="checkbox"
                class="form-checkbox"
                id=SIGNS_SEEN
                prop:checked=is_seen
                on:change=on_change
            />
            <label for=SIGNS_SEEN>{text::catalogue::publish::SIGNS_ARE_SEEN}</label>
        </div>
    }
    .into_any()
}

fn packages_tick(with_packages: RwSignal<bool>) -> AnyView {
    let on_change: Box<dyn FnMut(Event)> =
        Box::new(move |event| with_packages.set(event_target_checked(&event)));
    view! {
        <div class="form-group-checkbox">
            <input
                type="checkbox"
                class="form-checkbox"
                id="publish-packages"
                prop:checked=with_packages
                on:change=on_change
            />
            <label for="publish-packages">{text::catalogue::publish::WITH_PACKAGES}</label>
        </div>
    }
    .into_any()
}

fn actions(on_page: Page, state: State, signs: Signs) -> AnyView {
    let State {
        with_packages,
        progress,
        ..
    } = state;
    let shown = RwSignal::new(None::<PublishedFile>);
    let made = move || {
        let (publication, _) = untrack(|| published(on_page, with_packages.get()))?;
        let publication = publication.at(time_of_day());
        let file = publication.file().ok()?;
        Some((publication, file))
    };
    let show = move || match made() {
        Some((_, file)) => shown.set(Some(file)),
        None => progress.set(Progress::Failed),
    };
    let make = move || {
        if progress.get_untracked() == Progress::Begun {
            return;
        }
        if !untrack(|| signs.are_seen()) {
            progress.set(Progress::NotSeen);
            focus(SIGNS_SEEN);
            return;
        }
        let Some((publication, file)) = made() else {
            progress.set(Progress::Failed);
            return;
        };
        if file.is_too_large() {
            progress.set(Progress::TooLarge);
            return;
        }
        progress.set(Progress::Begun);
        spawn_local(async move {
            let is_made = hand_over(on_page, publication, file, made).await;
            // The page may have been left by now.
            _ = progress.try_set(if is_made {
                Progress::None
            } else {
                Progress::Failed
            });
        });
    };
    let dialog = dynamic(move || match shown.get() {
        Some(file) => untrack(|| preview_dialog(&file, shown)),
        None => ().into_any(),
    });
    let state = text(move || match progress.get() {
        Progress::Begun => text::catalogue::publish::PUBLISHING.to_owned(),
        Progress::None | Progress::Failed | Progress::TooLarge | Progress::NotSeen => String::new(),
    });
    let failure = dynamic(move || match progress.get() {
        Progress::None | Progress::Begun => ().into_any(),
        Progress::Failed => problem(text::catalogue::publish::NOT_PUBLISHED.to_owned()),
        Progress::TooLarge => problem(text::catalogue::publish::too_large_to_publish()),
        Progress::NotSeen if signs.are_seen() => ().into_any(),
        Progress::NotSeen => problem(text::catalogue::publish::SIGNS_NOT_SEEN.to_owned()),
    });
    let data = move || {
        let (publication, _) = untrack(|| published(on_page, with_packages.get()))?;
        open_data(&publication.at(time_of_day())).ok()
    };
    let data = open_data_buttons(open_data_names(), data, on_page.editor.session.notices);
    view! {
        <div class="button-group">
            {button(SECONDARY, text::catalogue::publish::PREVIEW, show)}
            {button(PRIMARY, text::catalogue::publish::PUBLISH, make)}
        </div>
        <p role="status">{state}</p>
        {failure}
        {dialog}
        <h3>{text::open_data::OPEN_DATA}</h3>
        <p class="catalogue__read">{text::open_data::OPEN_DATA_TEXT}</p>
        {data}
    }
    .into_any()
}

fn problem(sentence: String) -> AnyView {
    view! {
        <p class="message message--error" role="alert">
            {sentence}
        </p>
    }
    .into_any()
}

/// Makes the file and hands it over; only then the catalogue has a new edition. Should another tab hand one over meanwhile, it is
/// `made` anew: no number is given to two files. Whether it could be done.
async fn hand_over(
    on_page: Page,
    mut publication: Publication,
    mut file: PublishedFile,
    made: impl Fn() -> Option<(Publication, PublishedFile)>,
) -> bool {
    let editor = on_page.editor;
    let text = loop {
        let Some(text) = published_file(&file).await else {
            return false;
        };
        // Where the page has been left meanwhile, there is nothing to note the edition in.
        if editor.document.try_get_untracked().is_none() {
            return false;
        }
        if last_handed_over(publication.catalogue.id) < publication.edition.number() {
            break text;
        }
        let Some(anew) = made() else {
            return false;
        };
        (publication, file) = anew;
    };
    if download(&file.name, &text, HTML).is_err() {
        return false;
    }
    let edition = publication.edition;
    remember_handed_over(publication.catalogue.id, edition);
    editor.note(|catalogue| catalogue.edition = catalogue.edition.max(Some(edition)));
    let label = publication.label();
    editor
        .session
        .notices
        .say(text::catalogue::publish::published(&label, &file.name));
    true
}

fn preview_dialog(file: &PublishedFile, shown: RwSignal<Option<PublishedFile>>) -> AnyView {
    let dialog = Dialog::new();
    let content = view! {
        // Not the frame: there, Escape would be the page's own.
        <h2 id="preview-heading" tabindex="-1" autofocus>
            {text::catalogue::publish::PREVIEW}
        </h2>
        <p>{text::catalogue::publish::PREVIEW_TEXT}</p>
        <iframe
            class="dialog__frame"
            title=file.title.clone()
            sandbox=SANDBOX
            srcdoc=preview(file)
        ></iframe>
        <div class="button-group">{button(SECONDARY, app::CLOSE, move || dialog.close())}</div>
    };
    let close = move || shown.set(None);
    dialog.draw(
        "dialog dialog--page",
        "preview-heading",
        content.into_any(),
        close,
    )
}
