//! What is handed over as open data: tables, the documents that they are made of, and the description of them all.

use super::data_package::{CSV, FileResource, JSON, describe};
use super::{Publication, Table, catalogue_amounts, catalogue_proposals, csv, plan_matrix};
use crate::domain::{ActionPlan, Document};
use crate::file;
use crate::text::{document, open_data as words};

/// A file to be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFile {
    /// What it is called, with its ending. The description names it so.
    pub name: String,
    /// The kind of text that it holds.
    pub media_type: &'static str,
    /// What it holds.
    pub text: String,
}

/// What Frictionless calls the description.
const DESCRIPTION: &str = "datapackage.json";

/// Returns a published catalogue as open data: the proposals, their amounts, and both as a file in the public format.
/// Nothing is in it that is not public.
///
/// # Errors
/// Only if the JSON writer fails, which it does not for these values.
pub fn open_data(publication: &Publication) -> Result<Vec<DataFile>, serde_json::Error> {
    let catalogue = &publication.catalogue;
    let proposals = publication.by_id();
    let title = words::catalogue_title(&document::catalogue_title(catalogue), &publication.label());
    let year = catalogue.first_year.value();
    bundle(
        &words::package_name(words::CATALOGUE_FILE, year),
        &title,
        &[
            catalogue_proposals(catalogue, &proposals),
            catalogue_amounts(catalogue, &proposals),
        ],
        words::CATALOGUE_FILE,
        &publication.documents(),
    )
}

/// Returns what the files of a published catalogue are called.
#[must_use]
pub fn open_data_names() -> Vec<String> {
    let tables = [words::PROPOSALS_FILE, words::AMOUNTS_FILE];
    let tables = tables.map(|name| format!("{name}.csv"));
    let json = [
        format!("{}.json", words::CATALOGUE_FILE),
        DESCRIPTION.to_owned(),
    ];
    tables.into_iter().chain(json).collect()
}

/// Returns a plan as open data: its matrix, and the plan as a file in the public format, without the advice that was
/// dismissed in it.
///
/// # Errors
/// As [`open_data`].
pub fn plan_open_data(plan: &ActionPlan) -> Result<Vec<DataFile>, serde_json::Error> {
    let public = ActionPlan {
        dismissed: Vec::new(),
        ..plan.clone()
    };
    bundle(
        &words::package_name(words::PLAN_FILE, plan.year.value()),
        &document::plan_title(plan),
        &[plan_matrix(plan)],
        words::PLAN_FILE,
        &[public.into()],
    )
}

/// Returns the files, the description last. `document` names the one with the documents.
fn bundle(
    name: &str,
    title: &str,
    tables: &[Table],
    document: &str,
    documents: &[Document],
) -> Result<Vec<DataFile>, serde_json::Error> {
    let whole = FileResource {
        name: document,
        path: &format!("{document}.json"),
        title,
        description: words::DOCUMENT_MEANING,
    };
    let described: Vec<&Table> = tables.iter().collect();
    let description = describe(name, title, &described, Some(&whole))?;
    let tables = tables.iter().map(|table| DataFile {
        name: table.path(),
        media_type: CSV,
        text: csv(table),
    });
    let json = [
        (whole.path, file::write(documents)?),
        (DESCRIPTION, description),
    ];
    let json = json.map(|(name, text)| DataFile {
        name: name.to_owned(),
        media_type: JSON,
        text,
    });
    Ok(tables.chain(json).collect())
}
