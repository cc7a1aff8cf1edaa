//! A focus area from a proposal: picked from those of the plan's year, with a link both ways.

use leptos::prelude::*;

use super::printed;
use crate::domain::{
    ActionPlan, Amount, Document, DocumentKind, FocusArea, Id, Month, Proposal, ProposalSource,
    Remainder, Spread, Year, sort_by,
};
use crate::draft::spread_over;
use crate::text::plan::{focus_areas, matrix};
use crate::text::{app, document};
use crate::ui::dialog::Dialog;
use crate::ui::editor::Editor;
use crate::ui::pick_list::{PickRow, PickTexts, pick_list};
use crate::ui::view::{SECONDARY, button, dynamic, text};
use crate::web::{DanishOrder, Route, focus};

/// A proposal that can be picked.
#[derive(Clone)]
struct Candidate {
    id: Id,
    heading: String,
    department: String,
    year: Year,
    net_change: Amount,
}

impl Candidate {
    fn of(proposal: &Proposal, year: Year) -> Option<Self> {
        // A year without an amount is no amount of 0 to follow up.
        let net_change = proposal.net_change_in(year)?.amount()?;
        // The bounds of an amount hold for what is kept of it.
        let net_change = Amount::new(net_change.kroner()).ok()?;
        Some(Self {
            id: proposal.id,
            heading: document::proposal_title(proposal),
            department: proposal.department.clone(),
            year,
            net_change,
        })
    }
}

/// The button, and its dialog.
pub fn pick(editor: Editor<ActionPlan>) -> AnyView {
    let picking = RwSignal::new(false);
    let dialog = dynamic(move || {
        if picking.get() {
            open(editor, picking)
        } else {
            ().into_any()
        }
    });
    view! {
        {button(SECONDARY, focus_areas::ADD_FROM_PROPOSAL, move || picking.set(true))}
        {dialog}
    }
    .into_any()
}

fn open(editor: Editor<ActionPlan>, picking: RwSignal<bool>) -> AnyView {
    let year = editor.document.with_untracked(|plan| plan.year.value());
    editor.session.library.load_all();
    let mut candidates: Vec<Candidate> =
        editor
            .session
            .library
            .documents()
            .with_untracked(|documents| {
                let proposals = documents.values().filter_map(|document| match document {
                    Document::Proposal(proposal) => Candidate::of(proposal, year?),
                    Document::ActionPlan(_) | Document::Catalogue(_) => None,
                });
                proposals.collect()
            });
    let order = DanishOrder::new();
    sort_by(&mut candidates, |a, b| {
        order.compare(&a.heading, &b.heading)
    });
    let note = match (year, candidates.is_empty()) {
        (None, _) => focus_areas::PICK_NO_YEAR,
        (Some(_), true) => focus_areas::PICK_NONE,
        (Some(_), false) => focus_areas::PICK_TEXT,
    };
    let choices = candidates
        .iter()
        .map(|candidate| {
            let net_change = printed(editor).total(candidate.net_change.into());
            PickRow {
                id: candidate.id,
                heading: candidate.heading.clone(),
                detail: format!("{} {net_change} kr.", candidate.department),
            }
        })
        .collect();
    let texts = PickTexts {
        heading: focus_areas::PICK_HEADING,
        note,
        leave: app::CANCEL,
    };
    let candidates = StoredValue::new(candidates);
    let take = move |id: Id, dialog: Dialog| {
        let candidate = candidates.with_value(|all| all.iter().find(|one| one.id == id).cloned());
        if let Some(candidate) = candidate {
            add(editor, &candidate);
        }
        dialog.close();
    };
    pick_list(
        &texts,
        choices,
        |_| true,
        take,
        String::new().into(),
        move || picking.set(false),
    )
}

/// Adds a row with the proposal's heading, its net change spread over the months that are open.
fn add(editor: Editor<ActionPlan>, candidate: &Candidate) {
    let mut row = FocusArea::blank(Id::random());
    row.area.clone_from(&candidate.heading);
    row.source = Some(ProposalSource {
        proposal: candidate.id,
        heading: candidate.heading.clone(),
        year: candidate.year,
        net_change: candidate.net_change,
    });
    let id = row.id;
    let amount = candidate.net_change;
    let mut is_added = false;
    editor.edit(|plan| {
        if !plan.has_room() {
            return;
        }
        // The first row of a new plan is empty: a proposal takes its place.
        if let [only] = plan.focus_areas.as_slice()
            && only.is_blank()
        {
            plan.focus_areas.clear();
        }
        let passed = plan.closed_through.max(plan.status);
        let first = passed.map_or(0, |passed| passed.index() + 1);
        plan.focus_areas.push(row);
        if let Some(&from) = Month::ALL.get(first) {
            // It fails only for months in the wrong order.
            _ = spread_over(
                plan,
                id,
                &Spread {
                    amount,
                    from,
                    to: Month::December,
                    remainder: Remainder::Last,
                },
            );
        }
        is_added = true;
    });
    editor.settle();
    if !is_added {
        editor.session.notices.say(matrix::focus_areas_full());
        return;
    }
    editor.say_undoable(focus_areas::picked(&candidate.heading));
    focus(&super::opened::heading_id(id));
}

/// Where a row comes from, with a link to the proposal and what it says by now.
pub fn source_of(editor: Editor<ActionPlan>, id: Id) -> AnyView {
    let document = editor.document;
    let source = Memo::new(move |_| document.with(|plan| plan.focus_area(id)?.source.clone()));
    dynamic(move || {
        let Some(source) = source.get() else {
            return ().into_any();
        };
        let library = editor.session.library;
        let here = library.get(DocumentKind::Proposal, source.proposal);
        let changed = match here {
            Some(Document::Proposal(proposal)) => {
                focus_areas::proposal_now(&source, proposal.net_change_in(source.year))
            }
            Some(Document::ActionPlan(_) | Document::Catalogue(_)) | None => String::new(),
        };
        let is_here = library.is_here(DocumentKind::Proposal, source.proposal);
        let link = if is_here {
            view! { <a href=Route::Proposal(source.proposal).href()>{focus_areas::TO_PROPOSAL}</a> }
                .into_any()
        } else {
            focus_areas::PROPOSAL_MISSING.into_any()
        };
        let words = text(move || focus_areas::from_proposal(&source));
        view! { <p class="focus-area__source">{words} " " {changed} " " {link}</p> }.into_any()
    })
}
