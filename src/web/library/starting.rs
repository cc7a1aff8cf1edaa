//! What happens at start: the two copies of each document are compared, and the newer one counts.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Library, read_quick};
use crate::record::{Damage, Key, Newest, Stamp, Standing, newest, split};
use crate::web::clock::now;
use crate::web::quick::{self, StorageProblem};
use crate::web::vault;

/// A record of local storage.
struct Quick {
    record: String,
    stamp: Result<Stamp, Damage>,
}

impl Quick {
    /// What local storage holds of a document, if anything.
    fn of(key: Key) -> Option<Self> {
        let record = quick::record(&key.to_string())?;
        let stamp = match split(&record) {
            // Reading every document would take as long as the start page does.
            (Some(stamp), text) if stamp.key == key && stamp.is_of(text) => Ok(stamp),
            _ => read_quick(Some(key), &record).map(|(stamp, _)| stamp),
        };
        Some(Self { record, stamp })
    }

    fn text(&self) -> &str {
        split(&self.record).1
    }

    /// The record as the database takes it, unless it cannot be read.
    fn to_adopt(&self) -> Option<(String, String)> {
        let stamp = self.stamp.as_ref().ok()?;
        let text = self.text();
        // A record that knows nothing of revisions is the first one.
        let revision = stamp.revision.max(1);
        let stamp = Stamp::of(text, stamp.key, revision, stamp.at, stamp.standing);
        Some((stamp.to_string(), text.to_owned()))
    }

    /// The stamp under which the record is kept beside the one that took its place.
    fn kept_as(&self, key: &Key) -> String {
        let kept = match &self.stamp {
            Ok(stamp) => stamp.clone().with_standing(Standing::SetAside),
            Err(_) => Stamp::of(self.text(), *key, 0, now(), Standing::SetAside),
        };
        kept.to_string()
    }
}

impl Library {
    /// Compares local storage with the database, in the background.
    pub(super) fn start(self) {
        spawn_local(async move {
            if let Err(problem) = self.compare().await {
                self.state.update_value(|state| {
                    state.has_no_database = Some(problem);
                    state.problem = Some(match quick::is_there() {
                        true => problem,
                        false => StorageProblem::Blocked,
                    });
                });
                self.show_status();
            }
            self.is_started.set(true);
        });
    }

    async fn compare(self) -> Result<(), StorageProblem> {
        let lines = vault::stamps().await?;
        // What is newer in the database, or only there.
        let mut wanted: Vec<(String, Stamp, Option<Quick>)> = Vec::new();
        // What is newer in local storage, or only there.
        let mut newer: Vec<(String, String)> = Vec::new();
        for line in lines {
            let Some(stamp) = Stamp::parse(&line) else {
                self.show_unreadable(&line).await?;
                continue;
            };
            self.with_known(stamp.key.id, |known| known.is_in_database = true);
            let Some(here) = Quick::of(stamp.key) else {
                // What was deleted is missing in local storage, and rightly so.
                if stamp.standing == Standing::Saved {
                    wanted.push((line, stamp, None));
                }
                continue;
            };
            match newest(here.stamp.as_ref(), &stamp) {
                Newest::Same => {}
                Newest::Database => wanted.push((line, stamp, Some(here))),
                Newest::Quick => newer.extend(here.to_adopt()),
            }
        }
        for name in quick::keys() {
            if let Some(key) = Key::parse(&name)
                && !self.with_known(key.id, |known| known.is_in_database)
            {
                newer.extend(Quick::of(key).and_then(|here| here.to_adopt()));
            }
        }
        if !newer.is_empty() {
            vault::adopt(&newer).await?;
        }
        self.take_from_database(wanted).await
    }

    async fn take_from_database(
        self,
        wanted: Vec<(String, Stamp, Option<Quick>)>,
    ) -> Result<(), StorageProblem> {
        let lines: Vec<String> = wanted.iter().map(|(line, ..)| line.clone()).collect();
        if lines.is_empty() {
            return Ok(());
        }
        let texts = vault::texts(&lines).await?;
        for ((line, stamp, here), text) in wanted.into_iter().zip(texts) {
            let Some(text) = text else {
                // Another tab has stored a newer one meanwhile, and told of it.
                continue;
            };
            let document = match stamp.read(&text) {
                Ok(document) => document,
                Err(refusal) => {
                    match here.as_ref().map(|here| (here, &here.stamp)) {
                        // The copy in local storage can be read: it takes the place of the one that cannot.
                        Some((here, Ok(quick))) => {
                            let next = Stamp::of(
                                here.text(),
                                stamp.key,
                                stamp.revision.max(quick.revision) + 1,
                                quick.at,
                                Standing::Saved,
                            );
                            vault::adopt(&[(next.to_string(), here.text().to_owned())]).await?;
                            _ = quick::write(&next, here.text());
                            self.sees(&next);
                        }
                        _ => self.cannot_read(line, text, refusal),
                    }
                    continue;
                }
            };
            if let Some(here) = here {
                vault::set_aside(&here.kept_as(&stamp.key), here.text()).await?;
            }
            if stamp.standing == Standing::Saved {
                self.unreadable
                    .update(|entries| entries.retain(|entry| entry.key != stamp.key.to_string()));
                _ = quick::write(&stamp, &text);
                self.follow(&stamp, document);
            } else {
                quick::remove(&stamp.key.to_string());
                self.hear(&line, text);
            }
        }
        Ok(())
    }

    async fn show_unreadable(self, line: &str) -> Result<(), StorageProblem> {
        let texts = vault::texts(&[line.to_owned()]).await?;
        if let Some(text) = texts.into_iter().flatten().next() {
            let refusal = crate::file::Refusal::whole(crate::file::Reason::NotOurs);
            self.cannot_read(line.to_owned(), text, refusal);
        }
        Ok(())
    }
}
