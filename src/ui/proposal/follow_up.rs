//! What has come of a proposal: the focus areas of action plans that follow it up.

use leptos::prelude::*;

use crate::domain::{ActionPlan, Document, FocusArea, Id, Proposal, Total};
use crate::text::plan::matrix;
use crate::text::{document, labels, proposal};
use crate::ui::editor::Editor;
use crate::ui::view::{dynamic, when};
use crate::web::Route;

/// A focus area that follows the proposal up.
#[derive(Clone, PartialEq)]
struct Followed {
    plan: Id,
    title: String,
    planned: Total,
    realised: Option<(Total, &'static str)>,
}

impl Followed {
    fn of(plan: &ActionPlan, row: &FocusArea) -> Self {
        let kicker = matrix::plan_kicker(&plan.year);
        Self {
            plan: plan.id,
            title: format!("{kicker}: {}", document::plan_title(plan)),
            planned: row.planned_total(),
            realised: plan
                .status
                .map(|status| (row.realised_through(status), labels::month(status))),
        }
    }
}

/// The plans that follow the proposal up, with a link to each; nothing while there is none.
pub fn follow_up(editor: Editor<Proposal>) -> AnyView {
    let id = editor.document.with_untracked(|proposal| proposal.id);
    let library = editor.session.library;
    // After the page is there: reading the plans is not what somebody waits for.
    set_timeout(
        move || library.load_plans_with(&id.to_string()),
        std::time::Duration::ZERO,
    );
    let documents = library.documents();
    let followed = Memo::new(move |_| {
        documents.with(|documents| {
            let plans = documents.values().filter_map(|document| match document {
                Document::ActionPlan(plan) => Some(plan),
                Document::Proposal(_) | Document::Catalogue(_) => None,
            });
            plans
                .flat_map(|plan| {
                    let rows = plan.focus_areas.iter();
                    rows.filter(|row| row.source.as_ref().map(|source| source.proposal) == Some(id))
                        .map(|row| Followed::of(plan, row))
                })
                .collect::<Vec<_>>()
        })
    });
    when(
        move || followed.with(|followed| !followed.is_empty()),
        move || {
            let lines = dynamic(move || {
                let lines: Vec<AnyView> = followed.get().into_iter().map(line).collect();
                lines.into_any()
            });
            view! {
                <section class="form-section" aria-labelledby="follow-up-heading">
                    <h2 id="follow-up-heading">{proposal::FOLLOW_UP_IN_PLANS}</h2>
                    <ul class="plain-list">{lines}</ul>
                </section>
            }
            .into_any()
        },
    )
}

fn line(followed: Followed) -> AnyView {
    let words = proposal::followed_up(followed.planned, followed.realised);
    view! {
        <li>
            <a href=Route::ActionPlan(followed.plan).href()>{followed.title}</a>
            ": "
            {words}
        </li>
    }
    .into_any()
}
