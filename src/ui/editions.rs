//! Two editions of a catalogue: what is new, changed and withdrawn.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::differences::difference_table;
use super::pick_file::pick_file;
use super::sums::Shown;
use super::view::dynamic;
use crate::danish::Signs;
use crate::domain::{Catalogue, Document, Edition, Id, Proposal, proposals_in};
use crate::file;
use crate::publication::{
    ChangedProposal, EditionComparison, PublishedEdition, compare_editions, data_of_page,
};
use crate::text::differences::Difference;
use crate::text::{labels, messages, page};

/// What came of opening a file.
#[derive(Clone)]
enum Opened {
    /// The other edition.
    Edition(BTreeMap<Id, Document>),
    /// Why it is none.
    Refused(String),
}

const HEADING: &str = "editions";

/// The section in which a file with another edition of the catalogue is chosen; it shows what the later of the two says
/// otherwise.
pub fn editions(shown: Shown) -> AnyView {
    let opened = RwSignal::new(None::<Opened>);
    let open = move |text: Option<String>| {
        let id = shown.catalogue.with_untracked(|catalogue| catalogue.id);
        opened.set(Some(match text {
            Some(text) => read(id, &text),
            None => Opened::Refused(page::FILE_NOT_READ.to_owned()),
        }));
    };
    let result = dynamic(move || match opened.get() {
        None => ().into_any(),
        Some(Opened::Refused(why)) => {
            view! { <p class="message message--error">{why}</p> }.into_any()
        }
        Some(Opened::Edition(documents)) => compared(shown, &documents),
    });
    view! {
        <section class="form-section" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{page::COMPARE_EDITIONS}</h2>
            <p class="catalogue__read d-print-none">{page::COMPARE_TEXT}</p>
            {pick_file("edition-file", page::CHOOSE_EDITION, ".html,.htm,.json", open)}
            <div role="status">{result}</div>
        </section>
    }
    .into_any()
}

/// Reads a published page, or a file in the public format.
fn read(catalogue: Id, text: &str) -> Opened {
    let data = data_of_page(text);
    let documents = match file::read(data.unwrap_or(text)) {
        Ok(documents) => documents,
        // A file that is neither says nothing by its place in JSON.
        Err(refusal) if data.is_some() => return Opened::Refused(messages::refusal(&refusal)),
        Err(_) => return Opened::Refused(page::NO_EDITION.to_owned()),
    };
    let documents: BTreeMap<Id, Document> = documents
        .into_iter()
        .map(|document| (document.id(), document))
        .collect();
    let is_catalogue = |document: &Document| matches!(document, Document::Catalogue(_));
    if documents.get(&catalogue).is_some_and(is_catalogue) {
        Opened::Edition(documents)
    } else if documents.values().any(is_catalogue) {
        Opened::Refused(page::OTHER_CATALOGUE.to_owned())
    } else {
        Opened::Refused(page::NO_EDITION.to_owned())
    }
}

/// The two editions, the earlier one first.
fn compared(shown: Shown, other: &BTreeMap<Id, Document>) -> AnyView {
    let signs = shown.signs.get();
    shown.with(|catalogue, proposals| {
        let Some(Document::Catalogue(other_catalogue)) = other.get(&catalogue.id) else {
            return ().into_any();
        };
        let other_proposals = proposals_in(other);
        let here = PublishedEdition {
            catalogue,
            proposals,
        };
        let there = PublishedEdition {
            catalogue: other_catalogue,
            proposals: &other_proposals,
        };
        if other_catalogue.edition > catalogue.edition {
            draw(here, there, signs)
        } else {
            draw(there, here, signs)
        }
    })
}

fn draw(then: PublishedEdition<'_>, today: PublishedEdition<'_>, signs: Signs) -> AnyView {
    let told = compare_editions(then, today, signs);
    let heading = page::compared_editions(
        &edition(then.catalogue.edition),
        &edition(today.catalogue.edition),
    );
    let content = if told.is_nothing() {
        view! { <p>{page::SAME_EDITION}</p> }.into_any()
    } else {
        differences(then, today, told)
    };
    view! {
        <h3>{heading}</h3>
        {content}
    }
    .into_any()
}

fn edition(edition: Option<Edition>) -> String {
    edition.map_or_else(|| page::NO_NUMBER.to_owned(), page::edition)
}

fn differences(
    then: PublishedEdition<'_>,
    today: PublishedEdition<'_>,
    told: EditionComparison,
) -> AnyView {
    let new = names(page::NEW_PROPOSALS, today, &told.new);
    let withdrawn = names(page::WITHDRAWN_PROPOSALS, then, &told.withdrawn);
    let changed: Vec<AnyView> = told
        .changed
        .into_iter()
        .map(|changed| changed_proposal(today, changed))
        .collect();
    let changed = (!changed.is_empty()).then(|| {
        view! {
            <h4>{page::CHANGED_PROPOSALS}</h4>
            {changed}
        }
        .into_any()
    });
    let of_catalogue = (!told.catalogue.is_empty()).then(|| {
        view! {
            <h4>{page::CHANGED_CATALOGUE}</h4>
            {table("changed-catalogue", page::CHANGED_CATALOGUE.to_owned(), told.catalogue)}
        }
        .into_any()
    });
    view! {
        {new}
        {withdrawn}
        {changed}
        {of_catalogue}
    }
    .into_any()
}

/// Proposals as a list under a heading; nothing where there are none.
fn names(heading: &'static str, of: PublishedEdition<'_>, ids: &[Id]) -> Option<AnyView> {
    let names = ids.iter().map(|&id| {
        let name = name(of.catalogue, of.proposals, id);
        view! { <li>{name}</li> }.into_any()
    });
    let names: Vec<AnyView> = names.collect();
    (!names.is_empty()).then(|| {
        view! {
            <h4>{heading}</h4>
            <ul>{names}</ul>
        }
        .into_any()
    })
}

fn name(catalogue: &Catalogue, proposals: &BTreeMap<Id, &Proposal>, id: Id) -> String {
    let title = proposals.get(&id).map(|one| page::proposal_title(one));
    page::entry_name(catalogue.number(id), title.as_deref())
}

/// A proposal that says something else: its status, and each place.
fn changed_proposal(today: PublishedEdition<'_>, changed: ChangedProposal) -> AnyView {
    let status = changed.status.map(|(then, today)| Difference {
        label: labels::STATUS.to_owned(),
        then: labels::status(then).to_owned(),
        today: labels::status(today).to_owned(),
    });
    let name = name(today.catalogue, today.proposals, changed.proposal);
    let id = format!("changed-{}", changed.proposal);
    table(
        &id,
        name,
        status.into_iter().chain(changed.differences).collect(),
    )
}

fn table(id: &str, caption: String, differences: Vec<Difference>) -> AnyView {
    difference_table(id, caption, page::BEFORE, page::AFTER, differences)
}
