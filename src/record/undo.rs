//! What can be undone in a document that is open, and done again.

use std::sync::Arc;

use crate::domain::Document;
use crate::file;

/// Steps that can be undone at most …
const MOST_STEPS: usize = 300;
/// … unless their documents take up more bytes than this, as files. The last step can always be undone.
const MOST_BYTES: usize = 50_000_000;
/// What is typed into one field without pausing for so long, in milliseconds, is one step.
const PAUSE: i64 = 1_000;

/// The steps that were made in one document, and those that were undone. What other tabs changed between two steps is
/// no step: undoing leaves it as it is.
#[derive(Debug, Default)]
pub struct Steps {
    done: Vec<Arc<Step>>,
    undone: Vec<Arc<Step>>,
    open: Option<OpenStep>,
}

/// A step that was made. What one step ends with, the next one begins with: both hold the same document.
#[derive(Debug)]
pub struct Step {
    before: Arc<Document>,
    after: Arc<Document>,
    /// The bytes of the document as a file, as it is afterwards.
    bytes: usize,
}

impl Step {
    /// Returns the step from one state of a document to another.
    #[must_use]
    pub fn between(before: Document, after: Document) -> Self {
        Self::new(before.into(), after.into())
    }

    fn new(before: Arc<Document>, after: Arc<Document>) -> Self {
        let bytes = file::write([&*after]).map_or(0, |text| text.len());
        Self {
            before,
            after,
            bytes,
        }
    }

    /// Returns the document as it is now without what this step changed, whatever was changed since. `None` when it
    /// cannot be taken back any more: the document would hold more rows than it can.
    #[must_use]
    pub fn taken_back(&self, current: &Document) -> Option<Document> {
        changed(&self.after, &self.before, current)
    }

    /// Returns the document as it is now with what this step changes, whatever was changed since the step began: where
    /// that changed the same, it stands. `None` when the document would hold more rows than it can.
    #[must_use]
    pub fn made_again(&self, current: &Document) -> Option<Document> {
        changed(&self.before, &self.after, current)
    }
}

/// A step that is not over: somebody may still be typing.
#[derive(Debug)]
struct OpenStep {
    field: Option<String>,
    before: Arc<Document>,
    /// When it was last added to, in milliseconds.
    at: i64,
}

impl Steps {
    /// Notes that the document, which is `current` now, is about to be changed: in one field, or as a whole. Typing on in
    /// the same field is the same step.
    pub fn begin(
        &mut self,
        field: Option<&str>,
        milliseconds: i64,
        current: impl Fn() -> Document,
    ) {
        if let (Some(open), Some(_)) = (&mut self.open, field)
            && open.field.as_deref() == field
            && milliseconds - open.at < PAUSE
        {
            open.at = milliseconds;
            return;
        }
        let current = current();
        let before = match self.done.last() {
            Some(last) if last.after.says_the_same_as(&current) => last.after.clone(),
            _ => Arc::new(current),
        };
        _ = self.close_at(&before);
        self.undone.clear();
        self.open = Some(OpenStep {
            field: field.map(str::to_owned),
            before,
            at: milliseconds,
        });
    }

    /// Notes that what comes next is not part of the last step. The document is `current` now. Gives the step, to be taken
    /// back by itself later on; `None` when it changed nothing or is closed already.
    pub fn close(&mut self, current: &Document) -> Option<Arc<Step>> {
        self.open.as_ref()?;
        self.close_at(&Arc::new(current.clone()))
    }

    fn close_at(&mut self, current: &Arc<Document>) -> Option<Arc<Step>> {
        let open = self.open.take()?;
        if open.before.says_the_same_as(current) {
            return None;
        }
        let step = Arc::new(Step::new(open.before, current.clone()));
        self.done.push(step.clone());
        self.forget_oldest();
        Some(step)
    }

    fn forget_oldest(&mut self) {
        let mut bytes = 0;
        let fits = |step: &&Arc<Step>| {
            let is_last = bytes == 0;
            bytes += step.bytes;
            is_last || bytes <= MOST_BYTES
        };
        let latest = self.done.iter().rev().take(MOST_STEPS);
        let kept = latest.take_while(fits).count();
        let too_many = self.done.len().saturating_sub(kept);
        _ = self.done.drain(..too_many);
    }

    /// Returns the document without the last step. `None` when there is none, or it cannot be taken back.
    pub fn undo(&mut self, current: &Document) -> Option<Document> {
        _ = self.close(current);
        let without = self.done.last()?.taken_back(current)?;
        self.undone.extend(self.done.pop());
        Some(without)
    }

    /// Returns the document with the step that was undone last. `None` when there is none, or it cannot be made any
    /// more.
    pub fn redo(&mut self, current: &Document) -> Option<Document> {
        let step = self.undone.last()?;
        let with = step.made_again(current)?;
        self.done.extend(self.undone.pop());
        Some(with)
    }

    /// Returns whether there is a step to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.open.is_some() || !self.done.is_empty()
    }

    /// Returns whether there is a step to do again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

/// Keeps the edition of a catalogue: a file that was handed over is not taken back by undoing, and its number stays given
/// away.
fn keep_edition(changed: &mut Document, current: &Document) {
    if let (Document::Catalogue(changed), Document::Catalogue(current)) = (changed, current) {
        changed.keep_edition(current);
    }
}

/// Makes the change that leads from one state to the other in the document as it is now.
fn changed(from: &Document, to: &Document, current: &Document) -> Option<Document> {
    if from.says_the_same_as(current) {
        let mut changed = to.clone();
        keep_edition(&mut changed, current);
        return Some(changed);
    }
    let mut merged = file::merge(from, current, to);
    keep_edition(&mut merged.document, current);
    // Months that were closed since stay as they are.
    if let (Document::ActionPlan(plan), Document::ActionPlan(now)) = (&mut merged.document, current)
        && plan.closed_through == now.closed_through
    {
        plan.keep_closed_months(now);
    }
    // What was changed since stands; what could not be merged at all would change nothing.
    let is_merged = merged.conflicts.iter().all(|path| !path.is_empty());
    is_merged.then_some(merged.document)
}
