//! What can be undone in a document that is open, and done again.

use crate::domain::Document;
use crate::file;

/// Steps that can be undone at most.
const MOST_STEPS: usize = 300;
/// What is typed into one field without pausing for so long, in milliseconds, is one step.
const PAUSE: i64 = 1_000;

/// The steps that were made in one document, and those that were undone. What other tabs changed between two steps is
/// no step: undoing leaves it as it is.
#[derive(Debug, Default)]
pub struct Steps {
    done: Vec<Step>,
    undone: Vec<Step>,
    open: Option<OpenStep>,
}

#[derive(Debug)]
struct Step {
    before: Document,
    after: Document,
}

/// A step that is not over: somebody may still be typing.
#[derive(Debug)]
struct OpenStep {
    field: Option<String>,
    before: Document,
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
        let before = current();
        self.close(&before);
        self.undone.clear();
        self.open = Some(OpenStep {
            field: field.map(str::to_owned),
            before,
            at: milliseconds,
        });
    }

    /// Notes that what comes next is not part of the last step. The document is `current` now.
    pub fn close(&mut self, current: &Document) {
        if let Some(open) = self.open.take()
            && !open.before.says_the_same_as(current)
        {
            self.done.push(Step {
                before: open.before,
                after: current.clone(),
            });
            let too_many = self.done.len().saturating_sub(MOST_STEPS);
            _ = self.done.drain(..too_many);
        }
    }

    /// The document without the last step. `None` when there is none.
    pub fn undo(&mut self, current: &Document) -> Option<Document> {
        self.close(current);
        let step = self.done.pop()?;
        let without = changed(&step.after, &step.before, current);
        self.undone.push(step);
        Some(without)
    }

    /// The document with the step that was undone last. `None` when there is none.
    pub fn redo(&mut self, current: &Document) -> Option<Document> {
        let step = self.undone.pop()?;
        let with = changed(&step.before, &step.after, current);
        self.done.push(step);
        Some(with)
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.open.is_some() || !self.done.is_empty()
    }

    /// Whether there is a step to do again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

/// Makes the change that leads from one state to the other in the document as it is now.
fn changed(from: &Document, to: &Document, current: &Document) -> Document {
    if from.says_the_same_as(current) {
        to.clone()
    } else {
        file::merge(from, current, to).document
    }
}
