//! Earlier states of documents, and the documents that were deleted.

use super::Library;
use crate::domain::{Document, sort_by};
use crate::record::{Damage, Key, Stamp, Standing, StorageProblem};
use crate::web::database;

/// A document in the bin.
#[derive(Debug, Clone)]
pub struct Deleted {
    /// When it was deleted, and what it is.
    pub stamp: Stamp,
    /// The document, if it can be read.
    pub document: Result<Document, Damage>,
}

impl Library {
    /// The earlier states of a document, newest first.
    ///
    /// # Errors
    /// Why the database cannot be asked.
    pub async fn earlier(self, key: Key) -> Result<Vec<Stamp>, StorageProblem> {
        let lines = database::earlier_stamps(&key.to_string()).await?;
        let mut stamps: Vec<Stamp> = lines.iter().filter_map(|line| Stamp::parse(line)).collect();
        sort_by(&mut stamps, |one, other| {
            (other.at, other.revision).cmp(&(one.at, one.revision))
        });
        Ok(stamps)
    }

    /// The text of one earlier state, which its stamp reads. `None` when it is not kept any more.
    ///
    /// # Errors
    /// Why the database cannot be asked.
    pub async fn state_at(self, stamp: &Stamp) -> Result<Option<String>, StorageProblem> {
        let texts = database::texts(&[stamp.to_string()]).await?;
        Ok(texts.into_iter().flatten().next())
    }

    /// The documents in the bin, the latest first.
    ///
    /// # Errors
    /// Why the database cannot be asked.
    pub async fn bin(self) -> Result<Vec<Deleted>, StorageProblem> {
        let lines = database::stamps().await?;
        let mut stamps: Vec<Stamp> = lines.iter().filter_map(|line| Stamp::parse(line)).collect();
        stamps.retain(|stamp| stamp.standing == Standing::Deleted);
        sort_by(&mut stamps, |one, other| other.at.cmp(&one.at));
        let lines: Vec<String> = stamps.iter().map(Stamp::to_string).collect();
        let texts = database::texts(&lines).await?;
        let bin = stamps.into_iter().zip(texts).filter_map(|(stamp, text)| {
            let document = stamp.read(&text?);
            Some(Deleted { stamp, document })
        });
        Ok(bin.collect())
    }

    /// Removes documents from the bin, with all their earlier states, for good. One that was brought back meanwhile stays.
    ///
    /// # Errors
    /// Why the database cannot be asked.
    pub async fn empty_bin(self, deleted: &[Stamp]) -> Result<(), StorageProblem> {
        let lines: Vec<String> = deleted.iter().map(Stamp::to_string).collect();
        database::forget(&lines).await
    }
}
