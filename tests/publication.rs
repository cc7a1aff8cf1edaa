//! The published catalogue: what becomes public of it, and the page it is read on.

mod data;
mod hostile_texts;
mod public_parts;
mod published_page;

use std::collections::BTreeMap;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use raaderum::domain::{
    Catalogue, Edition, Entry, Id, Proposal, ProposalStatus, Relation, RelationKind, VariantGroup,
    Year,
};
use raaderum::publication::{Publication, publish};

use crate::support::{catalogue_of, date, numbered, proposals, thousand};

fn by_id(proposals: &[Proposal]) -> BTreeMap<Id, &Proposal> {
    proposals.iter().map(|one| (one.id, one)).collect()
}

fn edition() -> Edition {
    Edition::new(2, date("22.11.2026")).expect("an edition")
}

/// The catalogue of Lejre, as it could be sent out for a hearing.
fn lejre() -> (Catalogue, Vec<Proposal>) {
    let proposals = proposals();
    let mut catalogue = catalogue_of(&proposals);
    catalogue.title = "Råderumskatalog 2024-2027".to_owned();
    catalogue.municipality = "Lejre Kommune".to_owned();
    catalogue.stage = "Høring".to_owned();
    catalogue.introduction = "Udvalget har bedt om forslag.\nDe står her.\n\nVælg selv.".to_owned();
    catalogue.price_level = Entry::Value(Year::new(2024).expect("a year"));
    catalogue.hearing_from = Entry::Value(date("01.09.2023"));
    catalogue.hearing_to = Entry::Value(date("22.09.2023"));
    catalogue.targets = [-5_000, -9_000, -8_283, 0].map(|target| match target {
        0 => Entry::Blank,
        target => Entry::Value(thousand(target)),
    });
    for entry in &mut catalogue.entries {
        entry.status = ProposalStatus::Consultation;
    }
    let ids: Vec<Id> = proposals.iter().map(|proposal| proposal.id).collect();
    let mut weakens = Relation::new(numbered(31), RelationKind::Weakens, ids[5], ids[6]);
    weakens.weakening[1] = Entry::Value(thousand(100));
    weakens.note = "De to tilbud har de samme borgere.".to_owned();
    catalogue.relations = vec![
        Relation::new(numbered(30), RelationKind::Requires, ids[0], ids[4]),
        weakens,
    ];
    catalogue.variant_groups = vec![VariantGroup {
        id: numbered(32),
        name: "Væresteder".to_owned(),
        proposals: vec![ids[1], ids[7]],
    }];
    (catalogue, proposals)
}

fn published(catalogue: &Catalogue, proposals: &[Proposal]) -> Publication {
    publish(catalogue, &by_id(proposals), edition(), false).0
}

/// A page as a browser reads it.
fn parsed(page: &str) -> RcDom {
    let file = format!(
        "<!doctype html><html lang=\"da\"><head><title>T</title></head><body>{page}</body></html>"
    );
    parse_document(RcDom::default(), ParseOpts::default()).one(file)
}

/// Every element of a page in order, with its attributes but for addresses.
fn elements(handle: &Handle, found: &mut Vec<String>) {
    if let NodeData::Element { name, attrs, .. } = &handle.data {
        let attrs = attrs.borrow();
        let attrs: Vec<&str> = attrs.iter().map(|attr| &*attr.name.local).collect();
        found.push(format!("{} {}", name.local, attrs.join(" ")));
    }
    for child in handle.children.borrow().iter() {
        elements(child, found);
    }
}

fn text_of(handle: &Handle, text: &mut String) {
    if let NodeData::Text { contents } = &handle.data {
        text.push_str(&contents.borrow());
    }
    for child in handle.children.borrow().iter() {
        text_of(child, text);
    }
    let is_block = matches!(&handle.data, NodeData::Element { name, .. } if &*name.local != "em" && &*name.local != "a");
    if is_block {
        text.push('\n');
    }
}

fn words(page: &str) -> String {
    let mut text = String::new();
    text_of(&parsed(page).document, &mut text);
    text
}

fn structure(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    elements(&parsed(page).document, &mut found);
    found
}
