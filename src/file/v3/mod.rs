//! Version 3 of the file format: what a file holds, member by member. Frozen once released; `schema/raaderum.v3.schema.json`
//! says the same to other programs.
//!
//! New since version 2: catalogues.
//!
//! Amounts are exact JSON numbers in kroner, minus = lower net expenditure; blank is null; text that could not
//! be read as a value is `{"unreadable": "…"}`, so that it is neither lost nor taken for blank.

mod catalogue;
mod plan;
mod proposal;

use std::collections::BTreeSet;

use super::cursor::Cursor;
use super::layout::{self, Json, Merging, write};
use super::path::Segment;
use super::refusal::{Reason, Refusal};
use crate::domain::{Document, DocumentKind, Id, limits};

/// The version's number.
pub const VERSION: u32 = 3;

/// Returns the name of the list that a file holds the documents of a kind in.
pub(super) fn list_name(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Proposal => "proposals",
        DocumentKind::ActionPlan => "action_plans",
        DocumentKind::Catalogue => "catalogues",
    }
}

/// Writes a file with these documents, in this order.
pub(super) fn write_file<'a>(documents: &[&'a Document]) -> Json<'a> {
    let lists = DocumentKind::ALL.map(|kind| {
        let documents = documents.iter().filter(|document| document.kind() == kind);
        let written = documents.map(|document| match document {
            Document::Proposal(of) => write::record(&proposal::MEMBERS, of),
            Document::ActionPlan(of) => write::record(&plan::MEMBERS, of),
            Document::Catalogue(of) => write::record(&catalogue::MEMBERS, of),
        });
        (list_name(kind), Json::List(written.collect()))
    });
    let head = [
        ("format", write::text_of(super::FORMAT)),
        ("version", Json::Number(VERSION.into())),
    ];
    Json::Object(head.into_iter().chain(lists).collect())
}

/// Reads a file's documents.
///
/// # Errors
/// [`Refusal`], with the path of the value.
pub(super) fn read_file(root: &Cursor<'_>) -> Result<Vec<Document>, Refusal> {
    let lists = DocumentKind::ALL.map(list_name);
    let names: Vec<&str> = ["format", "version"].into_iter().chain(lists).collect();
    root.only(&names)?;
    let mut documents: Vec<Document> = Vec::new();
    let mut ids: BTreeSet<Id> = BTreeSet::new();
    for kind in DocumentKind::ALL {
        for item in root.field(list_name(kind))?.items(limits::DOCUMENTS)? {
            let document = match kind {
                DocumentKind::Proposal => proposal::read_proposal(&item)?.into(),
                DocumentKind::ActionPlan => plan::read_plan(&item)?.into(),
                DocumentKind::Catalogue => catalogue::read_catalogue(&item)?.into(),
            };
            let id = Document::id(&document);
            if !ids.insert(id) {
                return Err(item.refuse(Reason::SameId(id)));
            }
            documents.push(document);
        }
    }
    Ok(documents)
}

/// Returns how the value is merged that a path in a file leads to.
pub(super) fn merging(path: &[Segment<'_>]) -> Merging {
    let Some((list, rest)) = path.split_first() else {
        return Merging::Parts;
    };
    let [_, rest @ ..] = rest else {
        return Merging::Rows(&[]);
    };
    let mut kinds = DocumentKind::ALL.into_iter();
    match kinds.find(|&kind| Segment::Member(list_name(kind)) == *list) {
        Some(DocumentKind::Proposal) => layout::merging(&proposal::MEMBERS, rest),
        Some(DocumentKind::ActionPlan) => layout::merging(&plan::MEMBERS, rest),
        Some(DocumentKind::Catalogue) => layout::merging(&catalogue::MEMBERS, rest),
        None => Merging::Whole,
    }
}
