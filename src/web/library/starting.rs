//! What happens at start: the two copies of each document are compared, and the newer one counts.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Library;
use super::saving::AGAIN;
use crate::domain::Id;
use crate::file::{Reason, Refusal};
use crate::record::{
    Damage, DatabaseState, HIGHEST_REVISION, Key, Newest, Stamp, Standing, StorageProblem, newest,
    split, stamped,
};
use crate::web::clock::now;
use crate::web::database::{self, Adopted};
use crate::web::local_storage;

/// How far a tab came is known for so long. What is noted in local storage may be there again after the computer has
/// stopped, but only for as long as the browser takes to write it.
const ARRIVALS: Duration = Duration::from_secs(86_400);

/// A record of local storage.
struct LocalCopy {
    record: String,
    stamp: Result<Stamp, Damage>,
}

impl LocalCopy {
    /// What local storage holds of a document, if anything.
    fn of(key: Key) -> Option<Self> {
        let record = local_storage::record(&key.to_string())?;
        let stamp = stamped(key, &record).map(|(stamp, _)| stamp);
        Some(Self { record, stamp })
    }

    fn text(&self) -> &str {
        split(&self.record).1
    }

    /// The record as the database takes it in place of what it holds, unless it cannot be read.
    fn to_adopt(&self, before: Option<Stamp>) -> Option<Adopted> {
        let stamp = self.stamp.as_ref().ok()?;
        let text = self.text();
        // A record that knows nothing of revisions is the first one.
        let revision = stamp.revision.max(1);
        Some(Adopted {
            stamp: Stamp::of(text, stamp.key, revision, stamp.at, stamp.standing),
            text: text.to_owned(),
            before,
        })
    }

    /// Keeps the record before the one in the database takes its place.
    async fn keep(&self, library: Library, stored: &Stamp) -> Result<(), StorageProblem> {
        let text = self.text();
        let stamp = match &self.stamp {
            // It is what the database holds, from before there were revisions.
            Ok(stamp) if stamp.revision == 0 && stamp.is_same_text(stored) => return Ok(()),
            // A tab with the program's previous version wrote it.
            Ok(stamp) if stamp.revision == 0 => return library.keep_plain(stamp, text, None).await,
            Ok(stamp) => stamp.clone().with_standing(Standing::SetAside),
            Err(_) => Stamp::of(text, stored.key, 0, now(), Standing::SetAside),
        };
        database::set_aside(&stamp.to_string(), text).await
    }
}

impl Library {
    /// Compares local storage with the database, in the background, and stores what tabs that are gone have not.
    pub(super) fn start(self) {
        spawn_local(async move {
            let problem = self.compare().await.err();
            self.state.update_value(|state| {
                state.database = DatabaseState::after(problem, local_storage::is_there());
                if problem.is_none() {
                    let known = state.known.values_mut();
                    known.for_each(|known| known.saving.is_in_database());
                }
            });
            self.take_over().await;
            if !self.is_started.get_untracked() {
                self.is_started.set(true);
            }
            self.show_status();
            if problem.is_none() {
                // It can wait.
                _ = database::forget_arrivals(now() - ARRIVALS).await;
            }
            if problem.is_some_and(StorageProblem::may_pass) {
                set_timeout(move || self.start(), AGAIN);
            }
        });
    }

    async fn compare(self) -> Result<(), StorageProblem> {
        let lines = database::stamps().await?;
        // What is newer in the database, or only there.
        let mut wanted: Vec<(String, Stamp, Option<LocalCopy>)> = Vec::new();
        // What is newer in local storage, or only there.
        let mut newer: Vec<Adopted> = Vec::new();
        let mut in_database: Vec<Id> = Vec::new();
        for line in lines {
            let Some(stamp) = Stamp::parse(&line) else {
                self.show_unreadable(&line).await?;
                continue;
            };
            in_database.push(stamp.key.id);
            let Some(here) = LocalCopy::of(stamp.key) else {
                // What was deleted is missing in local storage, and rightly so.
                if stamp.standing == Standing::Saved {
                    wanted.push((line, stamp, None));
                }
                continue;
            };
            match newest(here.stamp.as_ref(), &stamp) {
                Newest::Same => {}
                Newest::Database => wanted.push((line, stamp, Some(here))),
                Newest::LocalStorage => newer.extend(here.to_adopt(Some(stamp))),
            }
        }
        for name in local_storage::keys(Key::is_ours) {
            if let Some(key) = Key::parse(&name)
                && !in_database.contains(&key.id)
            {
                newer.extend(LocalCopy::of(key).and_then(|here| here.to_adopt(None)));
            }
        }
        self.take_from_database(wanted).await?;
        if !newer.is_empty() {
            database::adopt(&newer).await?;
        }
        for Adopted { stamp, text, .. } in newer {
            // From now on, a record without a stamp is not ours.
            let name = stamp.key.to_string();
            if local_storage::record(&name).as_ref() == Some(&text) {
                _ = local_storage::write(&name, &stamp.record(&text));
            }
        }
        Ok(())
    }

    async fn take_from_database(
        self,
        wanted: Vec<(String, Stamp, Option<LocalCopy>)>,
    ) -> Result<(), StorageProblem> {
        let lines: Vec<String> = wanted.iter().map(|(line, ..)| line.clone()).collect();
        if lines.is_empty() {
            return Ok(());
        }
        let texts = database::texts(&lines).await?;
        let mut done = Ok(());
        for ((line, stamp, here), text) in wanted.into_iter().zip(texts) {
            let Some(text) = text else {
                // Another tab has stored a newer one meanwhile, and told of it.
                continue;
            };
            if let Err(refusal) = stamp.read(&text) {
                match here.as_ref().map(|here| (here, &here.stamp)) {
                    // The copy in local storage can be read: it takes the place of the one that cannot,
                    // but not of what a newer version wrote.
                    Some((here, Ok(in_local_storage)))
                        if !matches!(refusal.reason, Reason::TooNew(_)) =>
                    {
                        if let Err(problem) = self.replace(&stamp, here, in_local_storage).await {
                            done = Err(problem);
                        }
                    }
                    _ => self.cannot_read(line, text, refusal),
                }
                continue;
            }
            let key = stamp.key.to_string();
            // What was stored since, here or by another tab, stands.
            self.hear_stored(&line, text.clone());
            if let Some(here) = &here
                && let Err(problem) = here.keep(self, &stamp).await
            {
                // Without room for what is older, it stays where it is.
                done = Err(problem);
                continue;
            }
            self.unreadable
                .update(|entries| entries.retain(|entry| entry.key != key));
            // Somebody may have typed meanwhile.
            if local_storage::record(&key) == here.map(|here| here.record) {
                if stamp.standing == Standing::Saved {
                    _ = local_storage::write(&key, &stamp.record(&text));
                } else {
                    local_storage::remove(&key);
                }
            }
        }
        done
    }

    /// What local storage holds takes the place of a record in the database that cannot be read.
    async fn replace(
        self,
        unreadable: &Stamp,
        here: &LocalCopy,
        in_local_storage: &Stamp,
    ) -> Result<(), StorageProblem> {
        let revision = unreadable.revision.max(in_local_storage.revision) + 1;
        if revision > HIGHEST_REVISION {
            return Err(StorageProblem::Occupied);
        }
        let text = here.text();
        let next = Stamp::of(
            text,
            in_local_storage.key,
            revision,
            in_local_storage.at,
            Standing::Saved,
        );
        let adopted = Adopted {
            stamp: next.clone(),
            text: text.to_owned(),
            before: Some(unreadable.clone()),
        };
        database::adopt(&[adopted]).await?;
        let name = next.key.to_string();
        if local_storage::record(&name).as_ref() == Some(&here.record) {
            _ = local_storage::write(&name, &next.record(text));
        }
        self.sees(next.key.id, revision);
        Ok(())
    }

    async fn show_unreadable(self, line: &str) -> Result<(), StorageProblem> {
        let texts = database::texts(&[line.to_owned()]).await?;
        if let Some(text) = texts.into_iter().flatten().next() {
            let refusal = Refusal::whole(Reason::NotOurs);
            self.cannot_read(line.to_owned(), text, refusal);
        }
        Ok(())
    }
}
