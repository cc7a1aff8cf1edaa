//! What `script/audit` asks the library, so that others' suites and checks meet the program's own reading and writing.
//!
//! - `read`: each line of the input is a JSON string with the text of a file. Prints for each `accepted` and how many documents
//!   it holds, or `refused` and the sentence; fails where what holds for all that is read does not hold.
//! - `clipboard`: each line is a JSON string with a text from the clipboard. Prints its cells as JSON.
//! - `published`: each line is a JSON string with the text of a file. Prints for each the published pages of its catalogues, packages
//!   too, as a JSON object by their identities.
//! - `open-data FOLDER`: writes the open data of the golden file into a folder each.

#[path = "../tests/support/reading/mod.rs"]
mod reading;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::{BufRead, Write, stdin, stdout};
use std::path::Path;

use raaderum::danish::read_date;
use raaderum::domain::{Document, Edition, Id, Proposal, ProposalStatus};
use raaderum::draft::Block;
use raaderum::file;
use raaderum::publication::{DataFile, open_data, plan_open_data, publish, published_page};
use raaderum::text::messages;

const GOLDEN: &str = include_str!("../tests/golden/v3.json");

type Done = Result<(), Box<dyn Error>>;

fn main() -> Done {
    let mut given = std::env::args().skip(1);
    match (given.next().as_deref(), given.next()) {
        (Some("read"), None) => for_each_text(|text| {
            reading::check_file(text.as_bytes());
            match file::read(text) {
                Ok(documents) => format!("accepted {}", documents.len()),
                Err(refusal) => format!("refused {}", messages::refusal(&refusal)),
            }
        }),
        (Some("clipboard"), None) => for_each_text(|text| {
            let block = Block::from_clipboard(text);
            let rows = block.iter().flat_map(Block::rows);
            serde_json::Value::from_iter(rows.map(<[String]>::to_vec)).to_string()
        }),
        (Some("published"), None) => for_each_text(|text| match published(text) {
            Ok(pages) => pages.to_string(),
            Err(error) => error.to_string(),
        }),
        (Some("open-data"), Some(folder)) => write_open_data(Path::new(&folder)),
        _ => Err("read, clipboard, published or open-data FOLDER".into()),
    }
}

/// Answers each line of the input with a line.
fn for_each_text(answer: impl Fn(&str) -> String) -> Done {
    for line in stdin().lock().lines() {
        let text: String = serde_json::from_str(&line?)?;
        writeln!(stdout(), "{}", answer(&text).replace('\n', " "))?;
    }
    Ok(())
}

fn proposals_in(documents: &[Document]) -> BTreeMap<Id, &Proposal> {
    let proposals = documents.iter().filter_map(|document| match document {
        Document::Proposal(proposal) => Some((proposal.id, proposal)),
        _ => None,
    });
    proposals.collect()
}

fn first_edition() -> Result<Edition, Box<dyn Error>> {
    let date = read_date("22.11.2026").ok().flatten();
    let edition = date.and_then(|date| Edition::new(1, date));
    edition.ok_or_else(|| "no edition".into())
}

fn published(text: &str) -> Result<serde_json::Value, Box<dyn Error>> {
    let documents = file::read(text).map_err(|refusal| messages::refusal(&refusal))?;
    let proposals = proposals_in(&documents);
    let edition = first_edition()?;
    let pages = documents.iter().filter_map(|document| match document {
        Document::Catalogue(catalogue) => {
            let (publication, _) = publish(catalogue, &proposals, edition, true);
            Some((catalogue.id.to_string(), published_page(&publication)))
        }
        _ => None,
    });
    Ok(serde_json::Value::from_iter(pages))
}

fn write_open_data(folder: &Path) -> Done {
    let documents = file::read(GOLDEN).map_err(|refusal| messages::refusal(&refusal))?;
    let proposals = proposals_in(&documents);
    let edition = first_edition()?;
    for (number, document) in documents.iter().enumerate() {
        let files = match document {
            Document::Proposal(_) => continue,
            Document::ActionPlan(plan) => plan_open_data(plan)?,
            Document::Catalogue(catalogue) => {
                let mut catalogue = catalogue.clone();
                for entry in &mut catalogue.entries {
                    entry.status = ProposalStatus::Consultation;
                }
                open_data(&publish(&catalogue, &proposals, edition, true).0)?
            }
        };
        write_files(&folder.join(number.to_string()), &files)?;
    }
    Ok(())
}

fn write_files(folder: &Path, files: &[DataFile]) -> Done {
    fs::create_dir_all(folder)?;
    for file in files {
        fs::write(folder.join(&file.name), &file.text)?;
    }
    Ok(())
}
