//! What the user asks for: to tie the documents to a file, to go on writing it, or to leave it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::tools::Tools;
use super::{ChosenFile, FileOffer, FileProblem, SharedFile};
use crate::file;
use crate::record::{Seen, combine};
use crate::text;
use crate::text::app;
use crate::web::database;
use crate::web::file_handle::FileHandle;
use crate::web::settings::remember_shared_file;

impl SharedFile {
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
        self.set_choice(ChosenFile::None);
        spawn_local(async move {
            let handle = match tools.choose(app::PRODUCT, name).await {
                Ok(Some(handle)) => handle,
                Ok(None) => return,
                Err(problem) => return self.refuse(String::new(), problem),
            };
            let chosen = self.look_into(&tools, &handle, name.is_some()).await;
            if let Err(problem) = chosen {
                self.refuse(handle.name(), problem);
            }
        });
    }

    fn refuse(self, name: String, problem: FileProblem) {
        self.set_choice(ChosenFile::Refused(name, problem));
    }

    /// Ties the documents to a file that was chosen, or offers to, where it holds something.
    async fn look_into(
        self,
        tools: &Tools,
        handle: &FileHandle,
        is_new: bool,
    ) -> Result<(), FileProblem> {
        self.is_ready(tools).await?;
        let (text, modified) = tools.read(handle).await?;
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
        let offer = FileOffer {
            name: handle.name(),
            new,
            same,
            different,
            only_here: ours.len() - same - different,
        };
        self.set_choice(ChosenFile::Offered(offer));
        self.state
            .update_value(|state| state.offered = Some(handle.clone()));
        Ok(())
    }

    /// Ties the documents to the file that is offered.
    pub fn accept_offer(self) {
        let offered = self.state.try_update_value(|state| state.offered.take());
        self.set_choice(ChosenFile::None);
        if let Some((tools, handle)) = self.tools().zip(offered.flatten()) {
            spawn_local(async move { self.ask(&tools, &handle).await });
        }
    }

    /// Leaves the file alone that is offered.
    pub fn leave_offer(self) {
        if self.offer_is_open() {
            self.set_choice(ChosenFile::None);
        }
    }

    /// Ties the documents to a file; the browser asks whether it may be written.
    async fn ask(self, tools: &Tools, handle: &FileHandle) {
        match tools.may_write(handle, true).await {
            Ok(true) => self.tie(handle.clone(), Seen::default()).await,
            Ok(false) => self.refuse(handle.name(), FileProblem::NotAllowed),
            Err(problem) => self.refuse(handle.name(), problem),
        }
    }

    async fn tie(self, handle: FileHandle, seen: Seen) {
        if database::tie(Some((&handle, &seen))).await.is_err() {
            self.refuse(handle.name(), FileProblem::NotWhole);
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
                Ok(true) => self.sync(),
                Ok(false) => self.set_problem(Some(FileProblem::NotAllowed)),
                Err(problem) => self.report(problem),
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
            drop(turn);
        });
    }

    fn set_choice(self, choice: ChosenFile) {
        self.state.update_value(|state| state.offered = None);
        self.shown.update(|shown| shown.choice = choice);
    }

    fn offer_is_open(self) -> bool {
        self.shown
            .with_untracked(|shown| matches!(shown.choice, ChosenFile::Offered(_)))
    }
}
