use serde_json::{Value, json};

use super::csv::{DELIMITER, LINE_END};
use super::{Column, ColumnKind, Table};

/// The kind of text in a table.
pub(super) const CSV: &str = "text/csv";
/// The kind of text in what is described beside the tables, and in the description.
pub(super) const JSON: &str = "application/json";

/// Writes `datapackage.json`, which says how the tables beside it are to be read (Frictionless Data Package, version 1).
/// Each table is the file of its name with the ending `.csv`, as [`super::csv`] writes it.
///
/// `name` is the package's name: lower-case letters, digits and hyphens.
///
/// # Errors
/// Only if the JSON writer fails, which it does not for these values.
pub fn data_package(
    name: &str,
    title: &str,
    tables: &[&Table],
) -> Result<String, serde_json::Error> {
    describe(name, title, tables, None)
}

/// A file beside the tables that is none: text in JSON.
pub(super) struct FileResource<'a> {
    /// Its name among the resources: lower-case letters, digits and hyphens.
    pub(super) name: &'a str,
    /// The file.
    pub(super) path: &'a str,
    /// What it is called.
    pub(super) title: &'a str,
    /// What it holds.
    pub(super) description: &'a str,
}

/// Writes the same with a file beside the tables that is none.
pub(super) fn describe(
    name: &str,
    title: &str,
    tables: &[&Table],
    file: Option<&FileResource<'_>>,
) -> Result<String, serde_json::Error> {
    let resources = tables.iter().map(|table| resource(table, tables));
    let resources: Vec<Value> = resources.chain(file.map(file_resource)).collect();
    // In a package of tables, every resource must be one.
    let profile = match file {
        None => "tabular-data-package",
        Some(_) => "data-package",
    };
    let mut text = serde_json::to_string_pretty(&json!({
        "profile": profile,
        "name": name,
        "title": title,
        "resources": resources,
    }))?;
    text.push('\n');
    Ok(text)
}

fn file_resource(file: &FileResource<'_>) -> Value {
    json!({
        "profile": "data-resource",
        "name": file.name,
        "title": file.title,
        "description": file.description,
        "path": file.path,
        "format": "json",
        "mediatype": JSON,
        "encoding": "utf-8",
    })
}

/// Describes one of the tables.
fn resource(table: &Table, tables: &[&Table]) -> Value {
    let keys = table.columns.iter().take(table.key);
    let keys: Vec<&str> = keys.map(|column| column.name.as_str()).collect();
    // A table can be published without the one that it refers to.
    let referred = tables
        .iter()
        .filter(|other| table.refers_to == Some(other.name));
    let references = referred.map(|other| {
        json!({
            "fields": keys.first(),
            "reference": {
                "resource": other.name,
                "fields": other.columns.first().map(|column| &column.name),
            },
        })
    });
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": table.path(),
        "format": "csv",
        "mediatype": CSV,
        "encoding": "utf-8",
        "dialect": {
            "csvddfVersion": 1.2,
            "delimiter": DELIMITER,
            "lineTerminator": LINE_END,
            "quoteChar": "\"",
            "doubleQuote": true,
            "skipInitialSpace": false,
            "header": true,
        },
        "schema": {
            "fields": table.columns.iter().map(field).collect::<Vec<_>>(),
            "missingValues": [""],
            "primaryKey": keys,
            "foreignKeys": references.collect::<Vec<_>>(),
        },
    })
}

fn field(column: &Column) -> Value {
    let of_kind = |kind: &str| {
        json!({
            "name": column.name,
            "type": kind,
            "description": column.description,
        })
    };
    match column.kind {
        ColumnKind::Text => of_kind("string"),
        ColumnKind::WholeNumber => of_kind("integer"),
        ColumnKind::Year => of_kind("year"),
        ColumnKind::Number => json!({
            "name": column.name,
            "type": "number",
            "decimalChar": ",",
            "description": column.description,
        }),
    }
}
