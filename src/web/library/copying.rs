//! The copy of each document in local storage, which opens at once. It holds what is stored in the database; where there is
//! none, it is all there is.

use super::Library;
use crate::domain::Document;
use crate::record::{Found, Next, Sent, Stamp, Standing, StorageProblem, stamped};
use crate::web::clock::now;
use crate::web::database;
use crate::web::local_storage;

impl Library {
    /// Copies what is stored by now, unless something newer is there. What is there and is no record of a stored revision
    /// is kept first: a tab with the program's previous version wrote it, or it has been damaged. `base`: what the document
    /// said before.
    pub(super) async fn copy_quickly(self, next: &Next, base: Option<&Document>) {
        let key = next.stamp.key;
        let name = key.to_string();
        let found = local_storage::record(&name);
        if let Some(record) = &found {
            let is_kept = match stamped(key, record) {
                Ok((stamp, _)) if stamp.revision > next.stamp.revision => return,
                Ok((stamp, text)) if stamp.revision == 0 => {
                    self.keep_plain(&stamp, text, base).await
                }
                Ok(_) => Ok(()),
                Err(_) => {
                    let stamp = Stamp::of(record, key, 0, now(), Standing::SetAside);
                    database::set_aside(&stamp.to_string(), record).await
                }
            };
            if is_kept.is_err() {
                return;
            }
        }
        // Another tab may have written meanwhile.
        if local_storage::record(&name) == found {
            // Without room for it, the document opens from the database.
            _ = write(next);
        }
    }

    /// Keeps a record without a revision: among the earlier states, and as a copy beside the document if it says what
    /// neither a stored state says, nor what this tab began with.
    pub(super) async fn keep_plain(
        self,
        stamp: &Stamp,
        text: &str,
        base: Option<&Document>,
    ) -> Result<(), StorageProblem> {
        let kept = database::earlier_stamps(&stamp.key.to_string()).await?;
        let mut kept = kept.iter().filter_map(|line| Stamp::parse(line));
        if kept.any(|kept| kept.is_of(text)) {
            return Ok(());
        }
        let aside = stamp.clone().with_standing(Standing::SetAside);
        database::set_aside(&aside.to_string(), text).await?;
        let here = self.get(stamp.key.kind, stamp.key.id);
        let says_it = |known: Option<&Document>, document| {
            known.is_some_and(|known| known.says_the_same_as(document))
        };
        if let Ok(document) = stamp.read(text)
            && !says_it(here.as_ref(), &document)
            && !says_it(base, &document)
        {
            _ = self.keep_copy(document);
        }
        Ok(())
    }
}

fn write(next: &Next) -> Result<(), StorageProblem> {
    let name = next.stamp.key.to_string();
    if next.stamp.standing == Standing::Deleted {
        local_storage::remove(&name);
        return Ok(());
    }
    local_storage::write(&name, &next.stamp.record(&next.text))
}

/// Stores a change in local storage, where there is no database.
pub(super) fn store_quickly(sent: &Sent) -> Result<Option<Next>, StorageProblem> {
    let key = sent.key();
    let record = local_storage::record(&key.to_string());
    let found = record.as_deref().map(|record| stamped(key, record));
    let found = found.transpose().map_err(|_| StorageProblem::Occupied)?;
    let found = found.map(|(stamp, text)| Found { stamp, text });
    // What is noted is forgotten in the same place in which it is stored.
    let next = sent.pending.next(found, 0, sent.noted_at, now());
    let next = next.map_err(|_| StorageProblem::Occupied)?;
    next.as_ref().map_or(Ok(()), write)?;
    Ok(next)
}
