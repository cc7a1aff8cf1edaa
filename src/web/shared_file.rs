//! The file that the documents are tied to: on the computer, or on a drive that others write to as well. Reading, combining
//! and writing; `page/modules/shared_file.ts` is what the browser does of it. Loaded with the page about storage, or at start
//! when there is such a file.

use std::cell::Cell;
use std::time::Duration;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Uint8Array};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::VisibilityState;

use super::clock::{after, now};
use super::database;
use super::library::{Library, SaveStatus};
use super::settings::{FILE, remember_shared_file};
use crate::domain::{Document, Id, Timestamp, limits};
use crate::file::{self, Reason, Refusal};
use crate::record::{Combined, Key, Seen, combine, say_the_same};
use crate::text;
use crate::text::{app, document};

#[wasm_bindgen(raw_module = "./lazy.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = sharedFile)]
    async fn load_tools() -> Result<JsValue, JsValue>;

    /// `page/modules/shared_file.ts`.
    #[derive(Clone)]
    type Tools;
    #[wasm_bindgen(method, js_name = isThere)]
    fn is_there(this: &Tools) -> bool;
    #[wasm_bindgen(method, catch)]
    async fn choose(this: &Tools, kind: &str, name: Option<&str>) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = mayWrite)]
    async fn may_write(this: &Tools, file: &JsValue, asks: bool) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn modified(this: &Tools, file: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn read(this: &Tools, file: &JsValue, most: f64) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn write(
        this: &Tools,
        file: &JsValue,
        text: &str,
        before: &str,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn turn(this: &Tools) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn wait(this: &Tools, milliseconds: u32) -> Result<JsValue, JsValue>;
}

/// What was stored in the browser is written to the file when nothing more was stored for this long.
const QUIET: Duration = Duration::from_secs(2);
/// The file is looked at this often.
const LOOK: Duration = Duration::from_secs(30);
/// How often writing begins anew because others write at the same moment, before it is left for later.
const TRIES: u8 = 4;

/// What stands in the way of keeping the documents in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileProblem {
    /// The browser wants the user's permission, which takes a click.
    NotAllowed,
    /// The file is gone, or the drive is.
    Missing,
    /// Somebody else holds the file, or it may only be read.
    Locked,
    /// What the file holds cannot be read, and so is not written over.
    Refused(Refusal),
    /// The documents do not fit into a file.
    TooMuch(Refusal),
    /// The browser's storage could not be read at start: what is missing here need not have been deleted.
    NotWhole,
    /// Writing failed.
    Failed,
}

impl From<JsValue> for FileProblem {
    fn from(error: JsValue) -> Self {
        let name = js_sys::Reflect::get(&error, &"name".into());
        match name.ok().and_then(|name| name.as_string()).as_deref() {
            Some("NotAllowedError" | "SecurityError") => Self::NotAllowed,
            Some("NotFoundError") => Self::Missing,
            Some("NoModificationAllowedError" | "InvalidStateError" | "NotReadableError") => {
                Self::Locked
            }
            _ => Self::Failed,
        }
    }
}

/// The file that the documents are tied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TiedFile {
    /// Its name; the browser tells nobody where it lies.
    pub name: String,
    /// When it was last seen to hold every document as it is here.
    pub same_at: Option<Timestamp>,
    /// What others had written in it last, in a sentence, and when it was taken in.
    pub news: Option<(String, Timestamp)>,
    /// What stands in the way.
    pub problem: Option<FileProblem>,
}

/// How the documents relate to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileStatus {
    /// It is being found out.
    Asking,
    /// The browser cannot write files.
    Unsupported,
    /// There is no file.
    Untied,
    /// Tied to a file.
    Tied(TiedFile),
}

/// What tying the documents to a file would mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileOffer {
    /// The file's name.
    pub name: String,
    /// Documents of the file that are not here.
    pub new: usize,
    /// Documents that say the same here and there.
    pub same: usize,
    /// Documents that say something else here.
    pub different: usize,
    /// Documents that are only here.
    pub only_here: usize,
}

/// The shared file, as long as the page lives.
#[derive(Clone, Copy)]
pub struct SharedFile {
    library: Library,
    shown: RwSignal<Shown>,
    state: StoredValue<State, LocalStorage>,
}

/// What a page shows. One signal: each kind of signal weighs some kilobytes.
struct Shown {
    status: FileStatus,
    offer: Option<FileOffer>,
    refused: Option<(String, FileProblem)>,
}

#[derive(Default)]
struct State {
    tools: Option<Tools>,
    tied: Option<Tied>,
    /// The file that is offered to be tied to.
    offered: Option<JsValue>,
    is_busy: bool,
    /// Whether something was stored in the browser since the file was written.
    is_behind: bool,
    timer: Option<Timeout>,
    say: Option<Box<dyn Fn(String)>>,
}

/// A file and what is known of it. It is this tab's own knowledge: what another tab of the browser wrote need not be here
/// yet.
#[derive(Clone)]
struct Tied {
    handle: JsValue,
    seen: Seen,
    /// When it was changed last, as of the last look.
    looked_at: i64,
}

thread_local! {
    /// The one of the page: it is needed only where somebody has a file.
    static OF_PAGE: Cell<Option<SharedFile>> = const { Cell::new(None) };
}

impl SharedFile {
    /// The one of the page, at work from the first time it is asked for. `say` tells the user.
    #[must_use]
    pub fn of_page(library: Library, say: impl Fn(String) + 'static) -> Self {
        if let Some(shared) = OF_PAGE.get() {
            return shared;
        }
        // Whoever asks first may be a page that is left again.
        let mut owner = Owner::current().unwrap_or_default();
        while let Some(outer) = owner.parent() {
            owner = outer;
        }
        let shared = owner.with(|| {
            let shared = Self {
                library,
                shown: RwSignal::new(Shown {
                    status: FileStatus::Asking,
                    offer: None,
                    refused: None,
                }),
                state: StoredValue::new_local(State::default()),
            };
            shared.listen();
            shared
        });
        shared
            .state
            .update_value(|state| state.say = Some(Box::new(say)));
        OF_PAGE.set(Some(shared));
        spawn_local(async move {
            match load_tools().await {
                Ok(tools) => {
                    let tools: Tools = tools.unchecked_into();
                    shared.state.update_value(|state| state.tools = Some(tools));
                    shared.begin().await;
                }
                Err(_) => shared.show(FileStatus::Unsupported),
            }
        });
        shared
    }

    /// These listeners live as long as the page.
    fn listen(self) {
        let status = self.library.status();
        Effect::new(move |before: Option<()>| {
            let is_saving = status.get() == SaveStatus::Saving;
            if before.is_some() && !is_saving {
                self.state.update_value(|state| state.is_behind = true);
                self.sync_in(QUIET);
            }
        });
        set_interval(move || self.look(), LOOK);
        _ = window_event_listener(ev::focus, move |_| self.look());
        _ = window_event_listener(ev::visibilitychange, move |_| {
            let is_behind = self.state.with_value(|state| state.is_behind);
            if document().visibility_state() == VisibilityState::Visible {
                self.look();
            } else if is_behind {
                self.sync();
            }
        });
        // Another tab tied the documents to a file, or to none.
        _ = window_event_listener(ev::storage, move |event| {
            if event.key().as_deref() == Some(FILE) {
                spawn_local(async move { self.begin().await });
            }
        });
    }

    /// How the documents relate to a file. Whoever asks while drawing is drawn anew when that changes.
    #[must_use]
    pub fn status(self) -> FileStatus {
        self.shown.with(|shown| shown.status.clone())
    }

    /// What tying them to the file that was chosen would mean, until that is decided. Followed as well.
    #[must_use]
    pub fn offer(self) -> Option<FileOffer> {
        self.shown.with(|shown| shown.offer.clone())
    }

    /// The file that was chosen and cannot be used, and why. Followed as well.
    #[must_use]
    pub fn refused(self) -> Option<(String, FileProblem)> {
        self.shown.with(|shown| shown.refused.clone())
    }

    fn show(self, status: FileStatus) {
        self.shown.update(|shown| shown.status = status);
    }

    /// The file as it is shown, if there is one.
    fn shown_file(self) -> Option<TiedFile> {
        self.shown.with_untracked(|shown| match &shown.status {
            FileStatus::Tied(file) => Some(file.clone()),
            _ => None,
        })
    }

    fn tools(self) -> Option<Tools> {
        self.state.with_value(|state| state.tools.clone())
    }

    fn tied(self) -> Option<Tied> {
        self.state.with_value(|state| state.tied.clone())
    }

    fn say(self, sentence: String) {
        self.state.with_value(|state| {
            if let Some(say) = &state.say {
                say(sentence);
            }
        });
    }

    /// Takes up the file that the documents were tied to before.
    async fn begin(self) {
        let Some(tools) = self.tools() else {
            return;
        };
        if !tools.is_there() {
            self.show(FileStatus::Unsupported);
            return;
        }
        let tied = database::tied_file().await;
        let Ok(Some((handle, seen))) = tied else {
            self.is_untied();
            if tied.is_ok() {
                remember_shared_file(None);
            }
            return;
        };
        self.set_tied(handle.clone(), seen);
        match tools.may_write(&handle, false).await {
            Ok(may) if may.is_truthy() => self.sync(),
            // At start that is the rule, and the page shows it: no news.
            Ok(_) => self.set_problem(Some(FileProblem::NotAllowed)),
            Err(error) => self.report(error.into()),
        }
    }

    fn set_tied(self, handle: JsValue, seen: Seen) {
        let name = name_of(&handle);
        remember_shared_file(Some(&name));
        self.state.update_value(|state| {
            state.tied = Some(Tied {
                handle,
                looked_at: seen.modified,
                seen,
            });
        });
        self.show(FileStatus::Tied(TiedFile {
            name,
            same_at: None,
            news: None,
            problem: None,
        }));
    }

    fn update(self, change: impl FnOnce(&mut TiedFile)) {
        self.shown.update(|shown| {
            if let FileStatus::Tied(file) = &mut shown.status {
                change(file);
            }
        });
    }

    fn set_problem(self, problem: Option<FileProblem>) {
        if self
            .shown_file()
            .is_some_and(|file| file.problem != problem)
        {
            self.update(|file| file.problem = problem);
        }
    }

    /// Shows a problem, and says so the first time.
    fn report(self, problem: FileProblem) {
        let before = self.shown_file();
        self.set_problem(Some(problem));
        if let Some(file) = before.filter(|file| file.problem.is_none()) {
            self.say(text::safekeeping::file::not_in_file(&file.name));
        }
    }

    // ---- what the user asks for ----

    /// Lets the user choose a file that exists.
    pub fn open(self) {
        self.choose(None);
    }

    /// Lets the user choose where a new file is to lie.
    pub fn create(self) {
        self.choose(Some(text::safekeeping::file::SHARED_FILE_NAME));
    }

    fn choose(self, name: Option<&'static str>) {
        let Some(tools) = self.tools() else {
            return;
        };
        self.shown.update(|shown| shown.refused = None);
        self.leave_offer();
        spawn_local(async move {
            let chosen = tools.choose(app::PRODUCT, name).await;
            let handle = match chosen {
                Ok(handle) if handle.is_truthy() => handle,
                Ok(_) => return,
                Err(error) => return self.refuse(String::new(), error.into()),
            };
            let chosen = self.look_into(&tools, &handle, name.is_some()).await;
            if let Err(problem) = chosen {
                self.refuse(name_of(&handle), problem);
            }
        });
    }

    fn refuse(self, name: String, problem: FileProblem) {
        self.shown
            .update(|shown| shown.refused = Some((name, problem)));
    }

    /// Ties the documents to a file that was chosen, or offers to, where it holds something.
    async fn look_into(
        self,
        tools: &Tools,
        handle: &JsValue,
        is_new: bool,
    ) -> Result<(), FileProblem> {
        self.is_ready(tools).await?;
        let (text, modified) = read(tools, handle).await?;
        if is_new && text.trim().is_empty() {
            // The browser emptied what lay there, after it had asked.
            let seen = Seen {
                text,
                modified,
                before: None,
            };
            self.tie(handle.clone(), seen).await;
            return Ok(());
        }
        let theirs = file::read(&text).map_err(FileProblem::Refused)?;
        let ours = self.documents();
        if ours.is_empty() {
            self.ask(tools, handle).await;
            return Ok(());
        }
        let counted = combine(&[], &ours, &theirs);
        let (new, different) = (counted.added.len(), counted.set_aside.len());
        let same = theirs.len() - new - different;
        self.state
            .update_value(|state| state.offered = Some(handle.clone()));
        let offer = FileOffer {
            name: name_of(handle),
            new,
            same,
            different,
            only_here: ours.len() - same - different,
        };
        self.shown.update(|shown| shown.offer = Some(offer));
        Ok(())
    }

    /// Ties the documents to the file that is offered.
    pub fn accept_offer(self) {
        let offered = self.state.try_update_value(|state| state.offered.take());
        self.shown.update(|shown| shown.offer = None);
        if let Some((tools, handle)) = self.tools().zip(offered.flatten()) {
            spawn_local(async move { self.ask(&tools, &handle).await });
        }
    }

    /// Leaves the file alone that is offered.
    pub fn leave_offer(self) {
        self.state.update_value(|state| state.offered = None);
        self.shown.update(|shown| shown.offer = None);
    }

    /// Ties the documents to a file; the browser asks whether it may be written.
    async fn ask(self, tools: &Tools, handle: &JsValue) {
        match tools.may_write(handle, true).await {
            Ok(may) if may.is_truthy() => self.tie(handle.clone(), Seen::default()).await,
            Ok(_) => self.refuse(name_of(handle), FileProblem::NotAllowed),
            Err(error) => self.refuse(name_of(handle), error.into()),
        }
    }

    async fn tie(self, handle: JsValue, seen: Seen) {
        if database::tie(Some((&handle, &seen))).await.is_err() {
            self.refuse(name_of(&handle), FileProblem::NotWhole);
            return;
        }
        self.set_tied(handle, seen);
        self.sync();
    }

    /// Goes on writing the file, once the user has said to the browser that it may.
    pub fn resume(self) {
        let Some((tools, tied)) = self.tools().zip(self.tied()) else {
            return;
        };
        spawn_local(async move {
            match tools.may_write(&tied.handle, true).await {
                Ok(may) if may.is_truthy() => self.sync(),
                Ok(_) => self.set_problem(Some(FileProblem::NotAllowed)),
                Err(error) => self.report(error.into()),
            }
        });
    }

    /// Leaves the file as it is, and writes it no more.
    pub fn untie(self) {
        let Some(tools) = self.tools() else {
            return;
        };
        self.is_untied();
        spawn_local(async move {
            // Whoever is at the file finishes first, and finds no file the next time.
            let turn = tools.turn().await;
            _ = database::tie(None).await;
            remember_shared_file(None);
            end(turn.ok());
        });
    }

    fn is_untied(self) {
        self.state.update_value(|state| state.tied = None);
        self.show(FileStatus::Untied);
    }

    // ---- reading and writing ----

    fn sync_in(self, time: Duration) {
        let timer = after(time, move || self.sync());
        self.state
            .try_update_value(|state| state.timer = Some(timer));
    }

    /// Looks whether others have changed the file.
    fn look(self) {
        let is_behind = self.state.with_value(|state| state.is_behind);
        let Some((tools, tied)) = self.tools().zip(self.tied()) else {
            return;
        };
        spawn_local(async move {
            match tools.modified(&tied.handle).await {
                Ok(modified) if !is_behind && moment(&modified) == tied.looked_at => {}
                Ok(_) => self.sync(),
                Err(error) => self.is_held_up(error.into()),
            }
        });
    }

    /// Something stands in the way; it is tried again.
    fn is_held_up(self, problem: FileProblem) {
        self.state.update_value(|state| state.is_behind = true);
        self.report(problem);
    }

    /// Takes in what others wrote in the file, and writes what is new here.
    pub fn sync(self) {
        let Some(tools) = self.tools() else {
            return;
        };
        let begins = self.state.try_update_value(|state| {
            let begins = !state.is_busy && state.tied.is_some();
            // Whoever is at it begins anew when done.
            state.is_behind |= state.is_busy;
            state.is_busy |= begins;
            begins
        });
        if begins != Some(true) {
            return;
        }
        spawn_local(async move {
            let result = self.take_turn(&tools).await;
            self.state.update_value(|state| state.is_busy = false);
            match result {
                Ok(()) => self.set_problem(None),
                Err(problem) => self.is_held_up(problem),
            }
            let is_behind = self.state.with_value(|state| state.is_behind);
            let file = self.shown_file();
            if is_behind && file.is_some_and(|file| file.problem.is_none()) {
                self.sync_in(QUIET);
            }
        });
    }

    async fn take_turn(self, tools: &Tools) -> Result<(), FileProblem> {
        self.is_ready(tools).await?;
        let turn = tools.turn().await?;
        let result = match database::tied_file().await {
            // Another tab untied it.
            Ok(None) => {
                self.is_untied();
                Ok(())
            }
            _ => self.bring_together(tools).await,
        };
        end(Some(turn));
        result
    }

    /// Waits until every document is here and stored.
    async fn is_ready(self, tools: &Tools) -> Result<(), FileProblem> {
        let (is_started, status) = (self.library.is_started(), self.library.status());
        while !is_started.get_untracked() || status.get_untracked() == SaveStatus::Saving {
            _ = tools.wait(50).await?;
        }
        self.library.load_all();
        if self.library.is_whole() {
            Ok(())
        } else {
            Err(FileProblem::NotWhole)
        }
    }

    fn documents(self) -> Vec<Document> {
        let documents = self.library.documents();
        documents.with_untracked(|documents| documents.values().cloned().collect())
    }

    /// The documents that are here but cannot be read: those of the file are neither taken in nor taken out.
    fn unreadable(self) -> Vec<Id> {
        self.library.unreadable().with_untracked(|entries| {
            let keys = entries.iter().filter_map(|entry| {
                let key = entry.key.split(' ').next()?;
                Key::parse(key)
            });
            keys.map(|key| key.id).collect()
        })
    }

    async fn bring_together(self, tools: &Tools) -> Result<(), FileProblem> {
        for _ in 0..TRIES {
            let Some(tied) = self.tied() else {
                return Ok(());
            };
            // Without it, writing could make the browser ask in the middle of a word.
            if !tools.may_write(&tied.handle, false).await?.is_truthy() {
                return Err(FileProblem::NotAllowed);
            }
            // What is stored, or seen to have changed, from now on is for the next time.
            self.state.update_value(|state| state.is_behind = false);
            let (text, modified) = read(tools, &tied.handle).await?;
            self.know(|tied| tied.looked_at = modified);
            let unreadable = self.unreadable();
            let is_news = text != tied.seen.text;
            let theirs = match file::read(&text) {
                Ok(theirs) => theirs,
                Err(refusal) if is_news => return Err(FileProblem::Refused(refusal)),
                // It was just made, and is blank.
                Err(_) => Vec::new(),
            };
            let (kept, theirs): (Vec<_>, Vec<_>) = theirs
                .into_iter()
                .partition(|document| unreadable.contains(&document.id()));
            if is_news {
                let base = file::read(tied.seen.base(modified)).unwrap_or_default();
                let combined = combine(&base, &self.documents(), &theirs);
                self.take_in(&combined).await;
                let seen = Seen {
                    text: text.clone(),
                    modified,
                    before: None,
                };
                self.know(|tied| tied.seen = seen);
                // What came in is safe here before it counts as seen.
                self.is_ready(tools).await?;
            }
            let ours = self.documents();
            if say_the_same(&ours, &theirs) && !text.trim().is_empty() {
                return self.is_same(is_news).await;
            }
            let all: Vec<&Document> = ours.iter().chain(&kept).collect();
            let too_much = || FileProblem::TooMuch(Refusal::whole(Reason::FileTooLarge));
            let written = file::write(all).map_err(|_| too_much())?;
            // What could not be read again is not written.
            _ = file::read(&written).map_err(FileProblem::TooMuch)?;
            let is_written = tools.write(&tied.handle, &written, &text).await?;
            if !is_written.is_truthy() {
                continue;
            }
            let (found, modified) = read(tools, &tied.handle).await?;
            if found != written {
                // Another wrote at the same moment. What we wrote is not in that text, so it is no base.
                continue;
            }
            self.know(|tied| {
                tied.looked_at = modified;
                tied.seen = Seen {
                    text: written,
                    modified,
                    before: Some(text),
                };
            });
            return self.is_same(true).await;
        }
        Err(FileProblem::Locked)
    }

    fn know(self, change: impl FnOnce(&mut Tied)) {
        self.state.update_value(|state| {
            if let Some(tied) = &mut state.tied {
                change(tied);
            }
        });
    }

    /// The file holds what is here.
    async fn is_same(self, is_news: bool) -> Result<(), FileProblem> {
        self.update(|file| file.same_at = Some(now()));
        if let Some(tied) = self.tied().filter(|_| is_news) {
            let kept = database::tie(Some((&tied.handle, &tied.seen))).await;
            kept.map_err(|_| FileProblem::NotWhole)?;
        }
        Ok(())
    }

    async fn take_in(self, combined: &Combined) {
        if combined.is_nothing() {
            return;
        }
        let titles = |documents: &[Document]| documents.iter().map(document::title).collect();
        let news = text::safekeeping::file::file_news(
            combined.added.len(),
            combined.changed.len(),
            titles(&combined.removed),
            titles(&combined.set_aside),
        );
        self.update(|file| file.news = Some((news.clone(), now())));
        self.say(news);
        self.library.take_in(combined).await;
    }
}

/// Lets the next tab at the file.
fn end(turn: Option<JsValue>) {
    if let Some(end) = turn.and_then(|turn| turn.dyn_into::<Function>().ok()) {
        // It does nothing but end a wait.
        _ = end.call0(&JsValue::NULL);
    }
}

fn name_of(handle: &JsValue) -> String {
    let name = js_sys::Reflect::get(handle, &"name".into());
    let name = name.ok().and_then(|name| name.as_string());
    name.unwrap_or_default()
}

/// Milliseconds since 1970: far below 2^53.
fn moment(value: &JsValue) -> i64 {
    value.as_f64().unwrap_or_default() as i64
}

async fn read(tools: &Tools, handle: &JsValue) -> Result<(String, i64), FileProblem> {
    let refuse = |reason| FileProblem::Refused(Refusal::whole(reason));
    let read = Array::from(&tools.read(handle, limits::FILE_BYTES as f64).await?);
    let bytes = Uint8Array::new(&read.get(0)).to_vec();
    if bytes.len() > limits::FILE_BYTES {
        return Err(refuse(Reason::FileTooLarge));
    }
    file::refuse_other_program(&bytes).map_err(FileProblem::Refused)?;
    let text = String::from_utf8(bytes).map_err(|_| refuse(Reason::NotText))?;
    Ok((text, moment(&read.get(1))))
}
