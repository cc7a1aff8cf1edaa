//! Two editions of a catalogue: what is new, changed and withdrawn.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::differences::difference_table;
use super::pick_file::pick_file;
use super::sums::ShownCatalogue;
use super::view::{dynamic, flag, text};
use crate::danish::Signs;
use crate::domain::{Catalogue, Document, Id, Proposal, TimeOfDay, proposals_in};
use crate::file;
use crate::publication::{
    ChangedProposal, PublishedEdition, colophon_of_page, compare_editions, content_code,
    data_of_page, would_be_public,
};
use crate::text::catalogue::names;
use crate::text::differences::Difference;
use crate::text::{document, editions, labels, messages, share_package};
use crate::web::today;

/// What came of opening a file.
#[derive(Clone)]
enum Opened {
    /// The other edition, and the time of day at which it was published, where the file tells.
    Edition(BTreeMap<Id, Document>, Option<TimeOfDay>),
    /// Why it is none.
    Refused(String),
}

/// What an edition is compared with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Here {
    /// A published catalogue, all of which is public, and the time of day at which it was published, where that is told.
    Published(Option<TimeOfDay>),
    /// A catalogue that is being worked on.
    Draft,
}

/// What the later of two editions says otherwise, in words.
#[derive(Clone, PartialEq)]
struct Told {
    /// Which is compared with which.
    heading: String,
    /// What was found, in a sentence.
    sentence: String,
    /// The names of the proposals that are new.
    new: Vec<String>,
    /// The names of those that are gone.
    withdrawn: Vec<String>,
    /// Those that say something else: by identity and name, and each place.
    changed: Vec<(Id, String, Vec<Difference>)>,
    /// What the catalogue itself says otherwise.
    catalogue: Vec<Difference>,
}

const HEADING: &str = "editions";

/// The section in which a published catalogue is compared with another edition, from a file: it shows what the later of the two
/// says otherwise.
pub fn editions(shown: ShownCatalogue, published_at: Option<TimeOfDay>) -> AnyView {
    section(shown, Here::Published(published_at))
}

/// The same of a catalogue that is being worked on: what would be public of it is compared.
pub fn editions_of_draft(shown: ShownCatalogue) -> AnyView {
    section(shown, Here::Draft)
}

fn section(shown: ShownCatalogue, here: Here) -> AnyView {
    let opened = RwSignal::new(None::<Opened>);
    let open = move |text: Option<String>| {
        let id = shown.catalogue.with_untracked(|catalogue| catalogue.id);
        opened.set(Some(match text {
            Some(text) => read(id, &text),
            None => Opened::Refused(share_package::FILE_NOT_READ.to_owned()),
        }));
    };
    let told = Memo::new(move |_| {
        opened.with(|opened| match opened {
            Some(Opened::Edition(documents, at)) => compared(shown, here, documents, *at),
            Some(Opened::Refused(_)) | None => None,
        })
    });
    let is_nothing = flag(move || told.with(Option::is_none));
    let heading = dynamic(move || {
        let heading = told.with(|told| told.as_ref().map(|told| told.heading.clone()));
        heading
            .map(|heading| view! { <h3>{heading}</h3> }.into_any())
            .into_any()
    });
    let sentence = text(move || {
        let refused = opened.with(|opened| match opened {
            Some(Opened::Refused(why)) => Some(why.clone()),
            Some(Opened::Edition(..)) | None => None,
        });
        let sentence = || told.with(|told| told.as_ref().map(|told| told.sentence.clone()));
        refused.or_else(sentence).unwrap_or_default()
    });
    let is_refused = flag(move || opened.with(|opened| matches!(opened, Some(Opened::Refused(_)))));
    let differences = dynamic(move || told.get().map(differences).into_any());
    // On paper there is nothing to choose a file with: the section stands there only when it says something.
    view! {
        <section class="form-section" class:d-print-none=is_nothing aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{editions::COMPARE_EDITIONS}</h2>
            <p class="catalogue__read d-print-none">{editions::COMPARE_TEXT}</p>
            {pick_file("edition-file", editions::CHOOSE_EDITION, ".html,.htm,.json", open)}
            {heading}
            // Only the sentence is read aloud: the tables under it may be long.
            <p
                role="status"
                class:message=is_refused
                class:message--error=is_refused
            >
                {sentence}
            </p>
            {differences}
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
        Err(_) => return Opened::Refused(editions::NO_EDITION.to_owned()),
    };
    let documents: BTreeMap<Id, Document> = documents
        .into_iter()
        .map(|document| (document.id(), document))
        .collect();
    let is_catalogue = |document: &Document| matches!(document, Document::Catalogue(_));
    if documents.get(&catalogue).is_some_and(is_catalogue) {
        Opened::Edition(documents, colophon_of_page(text).published_at)
    } else if documents.values().any(is_catalogue) {
        Opened::Refused(editions::OTHER_CATALOGUE.to_owned())
    } else {
        Opened::Refused(editions::NO_EDITION.to_owned())
    }
}

/// The two editions, the earlier one first. `None` where the other is of another catalogue.
fn compared(
    shown: ShownCatalogue,
    here: Here,
    other: &BTreeMap<Id, Document>,
    other_at: Option<TimeOfDay>,
) -> Option<Told> {
    let signs = shown.signs.get();
    shown.with(|catalogue, proposals| {
        let Some(Document::Catalogue(other_catalogue)) = other.get(&catalogue.id) else {
            return None;
        };
        let other_proposals = proposals_in(other);
        let (public, other_public) = match here {
            Here::Published(_) => (catalogue.clone(), other_catalogue.clone()),
            Here::Draft => {
                // Nobody knows whether the packages will be published: they are compared where they were.
                let with_packages = !other_catalogue.packages.is_empty();
                // A file may have the catalogue without its proposals.
                let mut known = proposals.clone();
                known.extend(other_proposals.iter());
                let of = |catalogue: &Catalogue, proposals: &BTreeMap<Id, &Proposal>| {
                    would_be_public(catalogue, proposals, today(), with_packages)
                };
                (of(catalogue, proposals), of(other_catalogue, &known))
            }
        };
        let here = Side {
            edition: PublishedEdition {
                catalogue: &public,
                proposals,
            },
            name: match here {
                Here::Published(at) => edition(&public, proposals, at),
                Here::Draft => editions::AS_IT_IS_NOW.to_owned(),
            },
        };
        let there = Side {
            edition: PublishedEdition {
                catalogue: &other_public,
                proposals: &other_proposals,
            },
            name: edition(other_catalogue, &other_proposals, other_at),
        };
        let (here, there) = if here.name == there.name {
            (here.told_apart(true), there.told_apart(false))
        } else {
            (here, there)
        };
        Some(if other_public.edition > public.edition {
            told(&here, &there, signs)
        } else {
            told(&there, &here, signs)
        })
    })
}

/// One of the two, and what it is called.
struct Side<'a> {
    edition: PublishedEdition<'a>,
    name: String,
}

impl Side<'_> {
    fn told_apart(self, is_here: bool) -> Self {
        let name = editions::told_apart(&self.name, is_here);
        Self { name, ..self }
    }
}

/// Which edition a file is: by number, date, time of day and what it says.
fn edition(
    catalogue: &Catalogue,
    proposals: &BTreeMap<Id, &Proposal>,
    published_at: Option<TimeOfDay>,
) -> String {
    match catalogue.edition {
        None => editions::NO_NUMBER.to_owned(),
        Some(edition) => {
            let code = content_code(catalogue, proposals);
            names::edition_label(edition, published_at, &code)
        }
    }
}

fn told(then: &Side<'_>, today: &Side<'_>, signs: Signs) -> Told {
    let found = compare_editions(then.edition, today.edition, signs);
    let names = |of: PublishedEdition<'_>, ids: &[Id]| -> Vec<String> {
        ids.iter().map(|&id| name(of, id)).collect()
    };
    let changed = |changed: ChangedProposal| {
        let status = changed.status.map(|(then, today)| Difference {
            label: labels::STATUS.to_owned(),
            then: labels::status(then).to_owned(),
            today: labels::status(today).to_owned(),
        });
        let differences = status.into_iter().chain(changed.differences).collect();
        let id = changed.proposal;
        (id, name(today.edition, id), differences)
    };
    Told {
        heading: editions::compared_editions(&then.name, &today.name),
        sentence: editions::told_editions(
            found.new.len(),
            found.changed.len(),
            found.withdrawn.len(),
            !found.catalogue.is_empty(),
        ),
        new: names(today.edition, &found.new),
        withdrawn: names(then.edition, &found.withdrawn),
        changed: found.changed.into_iter().map(changed).collect(),
        catalogue: found.catalogue,
    }
}

fn name(of: PublishedEdition<'_>, id: Id) -> String {
    let title = of
        .proposals
        .get(&id)
        .map(|one| document::proposal_title(one));
    names::entry_name(of.catalogue.number(id), title.as_deref())
}

fn differences(told: Told) -> AnyView {
    let has_amounts = !(told.changed.is_empty() && told.catalogue.is_empty());
    let unit = has_amounts.then(|| view! { <p>{editions::COMPARED_UNIT}</p> }.into_any());
    let changed: Vec<AnyView> = told
        .changed
        .into_iter()
        .map(|(id, name, differences)| table(&format!("changed-{id}"), name, differences))
        .collect();
    let changed = (!changed.is_empty()).then(|| {
        view! {
            <h4>{editions::CHANGED_PROPOSALS}</h4>
            {changed}
        }
        .into_any()
    });
    let of_catalogue = (!told.catalogue.is_empty()).then(|| {
        view! { {table("changed-catalogue", editions::CHANGED_CATALOGUE.to_owned(), told.catalogue)} }
        .into_any()
    });
    view! {
        {names(editions::NEW_PROPOSALS, told.new)}
        {names(editions::WITHDRAWN_PROPOSALS, told.withdrawn)}
        {unit}
        {changed}
        {of_catalogue}
    }
    .into_any()
}

/// Proposals as a list under a heading; nothing where there are none.
fn names(heading: &'static str, names: Vec<String>) -> Option<AnyView> {
    let names = names.into_iter();
    let names: Vec<AnyView> = names
        .map(|name| view! { <li>{name}</li> }.into_any())
        .collect();
    (!names.is_empty()).then(|| {
        view! {
            <h4>{heading}</h4>
            <ul>{names}</ul>
        }
        .into_any()
    })
}

fn table(id: &str, caption: String, differences: Vec<Difference>) -> AnyView {
    difference_table(id, caption, editions::BEFORE, editions::AFTER, differences)
}
