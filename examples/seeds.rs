//! Writes what fuzzing begins with into the folder `fuzz`: corpora and dictionaries, made from the golden files, the
//! examples and the number texts of the tests. `script/fuzz` runs it.

#[path = "../tests/support/mutation.rs"]
mod mutation;
#[path = "../tests/support/reading/mod.rs"]
mod reading;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use mutation::{FILES, NUMBERS, PIECES};
use raaderum::domain::Document;
use raaderum::file;

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let blank = [
        Document::from(reading::blank_proposal()),
        Document::from(reading::blank_plan()),
        Document::from(reading::blank_catalogue()),
    ];
    let mut files = reading::parts(&FILES);
    for document in &blank {
        files.push(file::write([document])?.into_bytes());
    }
    // Older versions are read, and not written. A catalogue has more to say together with its proposals.
    files.extend(FILES.map(|file| file.as_bytes().to_vec()));
    corpus(&folder.join("corpus/file"), files.iter().map(Vec::as_slice))?;
    corpus(
        &folder.join("corpus/number"),
        NUMBERS.iter().map(|number| number.as_bytes()),
    )?;
    let words = reading::keys(&FILES)
        .into_iter()
        .flat_map(|key| [format!("\"{key}\":"), key]);
    let values = mutation::VALUES.iter().map(|&value| value.to_owned());
    dictionary(&folder.join("file.dict"), words.chain(values))?;
    let pieces = PIECES.iter().map(|&piece| piece.to_owned());
    dictionary(&folder.join("number.dict"), pieces)
}

fn corpus<'a>(folder: &Path, seeds: impl Iterator<Item = &'a [u8]>) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (number, seed) in seeds.enumerate() {
        fs::write(folder.join(format!("seed-{number:03}")), seed)?;
    }
    Ok(())
}

/// One quoted word a line; what is not plain is written as its bytes.
fn dictionary(path: &Path, words: impl Iterator<Item = String>) -> io::Result<()> {
    let words: BTreeSet<String> = words.filter(|word| !word.is_empty()).collect();
    let line = |word: &String| {
        let bytes = word.bytes().map(|byte| match byte {
            b'"' | b'\\' => format!("\\{}", char::from(byte)),
            b' '..=b'~' => char::from(byte).to_string(),
            _ => format!("\\x{byte:02X}"),
        });
        format!("\"{}\"\n", bytes.collect::<String>())
    };
    fs::write(path, words.iter().map(line).collect::<String>())
}
