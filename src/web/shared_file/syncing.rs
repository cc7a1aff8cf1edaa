//! Reading and writing the file: what others wrote is taken in, and what is new here is written.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::tools::Tools;
use super::{FileProblem, QUIET, SharedFile, Tied};
use crate::domain::{Document, Id};
use crate::file::{self, Reason, Refusal};
use crate::record::{Combined, Key, Seen, combine, say_the_same};
use crate::text;
use crate::text::document;
use crate::web::clock::{after, now};
use crate::web::database;
use crate::web::library::SaveStatus;

/// How often writing begins anew because others write at the same moment, before it is left for later.
const TRIES: u8 = 4;

impl SharedFile {
    pub(super) fn sync_in(self, time: Duration) {
        let timer = after(time, move || self.sync());
        self.state
            .try_update_value(|state| state.timer = Some(timer));
    }

    /// Looks whether others have changed the file.
    pub(super) fn look(self) {
        let is_behind = self.state.with_value(|state| state.turn.is_due());
        let Some((tools, tied)) = self.tools().zip(self.tied()) else {
            return;
        };
        spawn_local(async move {
            match tools.modified(&tied.handle).await {
                Ok(modified) if !is_behind && modified == tied.looked_at => {}
                Ok(_) => self.sync(),
                Err(problem) => self.is_held_up(problem),
            }
        });
    }

    /// Something stands in the way; it is tried again.
    fn is_held_up(self, problem: FileProblem) {
        self.state.update_value(|state| _ = state.turn.ask());
        self.report(problem);
    }

    /// Takes in what others wrote in the file, and writes what is new here.
    pub fn sync(self) {
        let Some(tools) = self.tools() else {
            return;
        };
        let begins = self.state.try_update_value(|state| {
            if state.turn.is_running() {
                // Whoever is at it begins anew when done.
                _ = state.turn.ask();
                return false;
            }
            state.tied.is_some() && state.turn.begin()
        });
        if begins != Some(true) {
            return;
        }
        spawn_local(async move {
            let result = self.take_turn(&tools).await;
            self.state.update_value(|state| state.turn.end());
            match result {
                Ok(()) => self.set_problem(None),
                Err(problem) => self.is_held_up(problem),
            }
            let is_behind = self.state.with_value(|state| state.turn.is_due());
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
        drop(turn);
        result
    }

    /// Waits until every document is here and stored.
    pub(super) async fn is_ready(self, tools: &Tools) -> Result<(), FileProblem> {
        let (is_started, status) = (self.library.is_started(), self.library.status());
        while !is_started.get_untracked() || status.get_untracked() == SaveStatus::Saving {
            tools.wait(50).await?;
        }
        self.library.load_all();
        if self.library.is_whole() {
            Ok(())
        } else {
            Err(FileProblem::NotWhole)
        }
    }

    pub(super) fn documents(self) -> Vec<Document> {
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
            if !tools.may_write(&tied.handle, false).await? {
                return Err(FileProblem::NotAllowed);
            }
            // What is stored, or seen to have changed, from now on is for the next time.
            self.state.update_value(|state| state.turn.take_up());
            let (text, modified) = tools.read(&tied.handle).await?;
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
            if !is_written {
                continue;
            }
            let (found, modified) = tools.read(&tied.handle).await?;
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
