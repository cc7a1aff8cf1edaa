use serde_json::{Value, json};

use super::csv::{DELIMITER, LINE_END};
use super::{Column, ColumnKind, Table};

/// `datapackage.json`, which says how the tables beside it are to be read (Frictionless Data Package, version 1). Each table is
/// the file of its name with the ending `.csv`, as [`super::csv`] writes it.
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
    let resources = tables.iter().map(|table| resource(table, tables));
    let resources: Vec<Value> = resources.collect();
    let mut text = serde_json::to_string_pretty(&json!({
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "resources": resources,
    }))?;
    text.push('\n');
    Ok(text)
}

/// One of the tables.
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
        "path": format!("{}.csv", table.name),
        "format": "csv",
        "mediatype": "text/csv",
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
