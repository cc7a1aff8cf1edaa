//! Prints the JSON Schema of the file format. `script/schema` writes it where it belongs.

use std::io::Write;

fn main() -> std::io::Result<()> {
    let schema = serde_json::to_string_pretty(&raaderum::file::v3::schema())?;
    writeln!(std::io::stdout(), "{schema}")
}
