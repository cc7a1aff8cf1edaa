//! A hearing answer as the browser keeps it while it is being written. It is no format for others.

use serde_json::{Value, json};

use super::{Comment, HearingAnswer};
use crate::domain::Id;

impl HearingAnswer {
    /// Returns whether nothing is written in it. A choice alone is no answer.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let mut comments = self.comments.iter().map(|comment| &comment.text);
        [&self.sender, &self.general]
            .iter()
            .all(|text| text.trim().is_empty())
            && comments.all(|text| text.trim().is_empty())
    }
}

/// Returns what is kept of an answer, its package apart: only whether it has one. Empty where there is nothing to keep.
#[must_use]
pub fn write_kept_answer(answer: &HearingAnswer, has_package: bool) -> String {
    if answer.is_blank() && answer.comments.is_empty() && has_package {
        return String::new();
    }
    let comments = answer.comments.iter().map(|comment| {
        json!({
            "proposal": comment.proposal.to_string(),
            "title": comment.title,
            "text": comment.text,
        })
    });
    json!({
        "sender": answer.sender,
        "general": answer.general,
        "remarks": comments.collect::<Vec<Value>>(),
        "has_package": has_package,
    })
    .to_string()
}

/// Returns what was kept: the answer, and whether a package belongs to it, as at first. A text that is something else
/// was written by somebody all the same: it becomes the general comment.
#[must_use]
pub fn read_kept_answer(text: &str) -> (HearingAnswer, bool) {
    let general = || HearingAnswer {
        general: text.to_owned(),
        ..HearingAnswer::default()
    };
    read(text).unwrap_or_else(|| (general(), true))
}

fn read(text: &str) -> Option<(HearingAnswer, bool)> {
    if text.is_empty() {
        return Some((HearingAnswer::default(), true));
    }
    let kept: Value = serde_json::from_str(text).ok()?;
    let written = |of: &Value, name: &str| Some(of.get(name)?.as_str()?.to_owned());
    let comments = kept.get("remarks")?.as_array()?.iter().map(|comment| {
        Some(Comment {
            proposal: Id::parse(&written(comment, "proposal")?)?,
            title: written(comment, "title")?,
            text: written(comment, "text")?,
        })
    });
    let answer = HearingAnswer {
        sender: written(&kept, "sender")?,
        general: written(&kept, "general")?,
        comments: comments.collect::<Option<Vec<Comment>>>()?,
        package: None,
    };
    Some((answer, kept.get("has_package")?.as_bool()?))
}
