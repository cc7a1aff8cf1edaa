//! What is wrong or odd in the rows of the plan: what asks for an answer stands below its row, advice beside the row's texts.

use leptos::prelude::*;

use crate::domain::ActionPlan;
use crate::ui::editor::Editor;
use crate::ui::messages::Problem;

/// The problems of the plan, in two.
#[derive(Clone, Copy)]
pub struct RowProblems {
    /// What cannot be read, and questions about what was just typed.
    pub at_once: Memo<Vec<Problem>>,
    /// What can wait until somebody looks at the row. The plan keeps an answer to it.
    pub advice: Memo<Vec<Problem>>,
}

impl RowProblems {
    /// The problems of a plan that is being edited.
    pub fn new(editor: Editor<ActionPlan>) -> Self {
        let of_kind = move |can_wait: bool| {
            let problems = editor.problems;
            Memo::new(move |_| {
                problems.with(|problems| {
                    let of_kind = |problem: &&Problem| problem.advice.is_some() == can_wait;
                    problems.iter().filter(of_kind).cloned().collect()
                })
            })
        };
        Self {
            at_once: of_kind(false),
            advice: of_kind(true),
        }
    }

    /// How many pieces of advice there are about some fields.
    pub fn advice_about(self, names: Vec<String>) -> Memo<usize> {
        Memo::new(move |_| {
            self.advice.with(|problems| {
                let about = problems.iter();
                about
                    .filter(|problem| names.contains(&problem.field))
                    .count()
            })
        })
    }
}
