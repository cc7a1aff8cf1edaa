//! The file that the documents are tied to: on the computer, or on a drive that others write to as well. Loaded with the page
//! about storage, or at start when there is such a file.

mod choosing;
mod problem;
mod syncing;
mod tools;

use std::cell::Cell;
use std::time::Duration;

use gloo_timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::VisibilityState;

use self::tools::Tools;
use super::database;
use super::file_handle::FileHandle;
use super::library::{Library, SaveStatus};
use super::settings::{FILE, remember_shared_file};
use crate::domain::Timestamp;
use crate::record::{Seen, Turn};
use crate::text;
pub use problem::FileProblem;

/// What was stored in the browser is written to the file when nothing more was stored for this long.
const QUIET: Duration = Duration::from_secs(2);
/// The file is looked at this often.
const LOOK: Duration = Duration::from_secs(30);

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
    shown: RwSignal<ViewState>,
    state: StoredValue<State, LocalStorage>,
}

/// What a page shows. One signal: each kind of signal weighs some kilobytes.
struct ViewState {
    status: FileStatus,
    choice: ChosenFile,
}

/// What has become of the file that the user chose last.
enum ChosenFile {
    /// None is chosen, or it is decided what becomes of it.
    None,
    /// The documents can be tied to it.
    Offered(FileOffer),
    /// It cannot be used: its name, and why.
    Refused(String, FileProblem),
}

#[derive(Default)]
struct State {
    tools: Option<Tools>,
    tied: Option<Tied>,
    /// The file that is offered to be tied to.
    offered: Option<FileHandle>,
    /// Whether the file is being read and written, and whether it is due: something was stored in the browser since then.
    turn: Turn,
    timer: Option<Timeout>,
    say: Option<Box<dyn Fn(String)>>,
}

/// A file and what is known of it. It is this tab's own knowledge: what another tab of the browser wrote need not be here
/// yet.
#[derive(Clone)]
struct Tied {
    handle: FileHandle,
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
                shown: RwSignal::new(ViewState {
                    status: FileStatus::Asking,
                    choice: ChosenFile::None,
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
            match Tools::load().await {
                Some(tools) => {
                    shared.state.update_value(|state| state.tools = Some(tools));
                    shared.begin().await;
                }
                None => shared.show(FileStatus::Unsupported),
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
                self.state.update_value(|state| _ = state.turn.ask());
                self.sync_in(QUIET);
            }
        });
        set_interval(move || self.look(), LOOK);
        _ = window_event_listener(ev::focus, move |_| self.look());
        _ = window_event_listener(ev::visibilitychange, move |_| {
            let is_behind = self.state.with_value(|state| state.turn.is_due());
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
        self.shown.with(|shown| match &shown.choice {
            ChosenFile::Offered(offer) => Some(offer.clone()),
            ChosenFile::None | ChosenFile::Refused(..) => None,
        })
    }

    /// The file that was chosen and cannot be used, and why. Followed as well.
    #[must_use]
    pub fn refused(self) -> Option<(String, FileProblem)> {
        self.shown.with(|shown| match &shown.choice {
            ChosenFile::Refused(name, problem) => Some((name.clone(), problem.clone())),
            ChosenFile::None | ChosenFile::Offered(_) => None,
        })
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
            Ok(true) => self.sync(),
            // At start that is the rule, and the page shows it: no news.
            Ok(false) => self.set_problem(Some(FileProblem::NotAllowed)),
            Err(problem) => self.report(problem),
        }
    }

    fn set_tied(self, handle: FileHandle, seen: Seen) {
        let name = handle.name();
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

    fn is_untied(self) {
        self.state.update_value(|state| state.tied = None);
        self.show(FileStatus::Untied);
    }
}
