//! The architecture, checked: dependencies point one way, and only the page's own folders know the browser.

mod circles;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Each folder of `src`, and the ones that it may use. Only folders further up in the table: no circles.
const LAYERS: [(&str, &[&str]); 12] = [
    ("domain", &[]),
    ("danish", &["domain"]),
    ("draft", &["domain", "danish"]),
    ("checks", &["domain", "danish"]),
    ("file", &["domain"]),
    ("example", &["domain", "file"]),
    ("record", &["domain", "file"]),
    ("picture", &["domain"]),
    (
        "text",
        &[
            "domain", "danish", "draft", "checks", "file", "example", "picture",
        ],
    ),
    (
        "publication",
        &[
            "domain", "danish", "draft", "checks", "file", "picture", "text",
        ],
    ),
    (
        "web",
        &[
            "domain",
            "danish",
            "draft",
            "checks",
            "file",
            "example",
            "picture",
            "record",
            "text",
            "publication",
        ],
    ),
    (
        "ui",
        &[
            "domain",
            "danish",
            "draft",
            "checks",
            "file",
            "example",
            "picture",
            "record",
            "text",
            "publication",
            "web",
        ],
    ),
];

/// Crates that only some folders may know. `src` is `main.rs` and `lib.rs`, which mount the page.
const CRATES: [(&str, &[&str]); 13] = [
    ("leptos", &["web", "ui", "src"]),
    ("web_sys", &["web", "ui"]),
    ("js_sys", &["web", "ui"]),
    ("wasm_bindgen", &["web", "ui"]),
    ("wasm_bindgen_futures", &["web"]),
    ("console_error_panic_hook", &["web", "src"]),
    ("gloo_events", &["web", "ui"]),
    ("gloo_storage", &["web"]),
    ("gloo_timers", &["web", "ui"]),
    // Settings are JSON.
    ("serde", &["file", "web"]),
    // What is published names its columns in JSON.
    ("serde_json", &["file", "publication"]),
    ("base64", &["publication"]),
    ("percent_encoding", &["publication"]),
];

/// What `ui` may take from web_sys: what events carry. The browser's services are for `web`.
fn events_carry(name: &str) -> bool {
    name.ends_with("Event")
        || name.ends_with("Element")
        || ["File", "FileList", "DataTransfer"].contains(&name)
}

// ---- reading source ----

/// The words and punctuation of Rust source, without comments and what stands in quotation marks.
fn tokens(source: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            raw.find("\"#").map_or(rest.len(), |end| end + 5)
        } else if first == '"' {
            quoted(rest)
        } else if first == '\'' {
            character(rest)
        } else if first.is_alphanumeric() || first == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            let length = end.unwrap_or(rest.len());
            tokens.push(rest[..length].to_owned());
            length
        } else if rest.starts_with("::") {
            tokens.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                tokens.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    tokens
}

/// The length of a text in quotation marks.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (place, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return place + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of a character in quotation marks, or of the mark before a lifetime.
fn character(text: &str) -> usize {
    let mut characters = text.char_indices().skip(1);
    let (_, first) = characters.next().unwrap_or_default();
    if first == '\\' {
        return text[3..].find('\'').map_or(text.len(), |end| end + 4);
    }
    match characters.next() {
        Some((place, '\'')) => place + 1,
        _ => 1,
    }
}

/// The names at the head of a path or of each branch of a `{…}`: `a` of `a::b`, `a` and `c` of `{a::b, c}`.
fn heads(tokens: &[String]) -> Vec<&str> {
    match tokens {
        [open, rest @ ..] if open == "{" => {
            let mut heads = Vec::new();
            let (mut depth, mut is_head) = (1, true);
            for token in rest {
                match token.as_str() {
                    "{" => depth += 1,
                    "}" => depth -= 1,
                    "," if depth == 1 => is_head = true,
                    name if is_head && depth == 1 => {
                        heads.push(name);
                        is_head = false;
                    }
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
            }
            heads
        }
        [name, ..] => vec![name],
        [] => Vec::new(),
    }
}

/// The modules of the crate that a file reaches from the crate's root: by `crate::`, `raaderum::`, or as many
/// `super::` as lead there. `depth` is the number of modules around the file's own items.
fn reached(source: &str, depth: usize) -> BTreeSet<String> {
    let tokens = tokens(source);
    let mut reached = BTreeSet::new();
    let mut place = 0;
    while place < tokens.len() {
        let start = place;
        let mut up = 0;
        while tokens.get(place).is_some_and(|token| token == "super") {
            up += 1;
            place += 2;
        }
        let from_root = matches!(tokens[start].as_str(), "crate" | "raaderum")
            && tokens.get(start + 1).is_some_and(|next| next == "::");
        if from_root {
            place += 2;
        }
        if from_root || up > 0 && up == depth {
            let heads = heads(tokens.get(place..).unwrap_or_default());
            reached.extend(heads.into_iter().map(str::to_owned));
        }
        place = place.max(start + 1);
    }
    reached
}

/// The names that a file takes from a crate: `Event` of `web_sys::Event`.
fn taken_from(source: &str, name: &str) -> BTreeSet<String> {
    let tokens = tokens(source);
    let places = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| *token == name);
    let taken = places.flat_map(|(place, _)| match tokens.get(place + 1) {
        Some(next) if next == "::" => heads(&tokens[place + 2..]),
        _ => vec!["itself"],
    });
    taken.map(str::to_owned).collect()
}

#[test]
fn the_scanner_sees_what_a_file_reaches() {
    let check = |source: &str, depth: usize, expected: &[&str]| {
        let expected: BTreeSet<String> = expected.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(reached(source, depth), expected, "{source}");
    };
    check("use crate::domain::Amount;", 1, &["domain"]);
    check("let a = crate::web::now();", 1, &["web"]);
    check(
        "use crate::{domain::{Id, Year}, file};",
        1,
        &["domain", "file"],
    );
    check(
        "use crate :: {\n    ui::A,\n    text,\n};",
        1,
        &["ui", "text"],
    );
    check("pub(crate) fn f() {}", 1, &[]);
    check("use super::amount;", 2, &[]);
    check("use super::web::now;", 1, &["web"]);
    check("use super::super::web::now;", 2, &["web"]);
    check("use super::{web, text::A};", 1, &["web", "text"]);
    check("use raaderum::ui;", 1, &["ui"]);
    check(
        "// use crate::ui;\n/* crate::web */ /// [`crate::text`]",
        1,
        &[],
    );
    check(r#"let a = "crate::ui \" crate::web";"#, 1, &[]);
    check("let a = '\"'; use crate::ui; let b = '\"';", 1, &["ui"]);
    check("let a = '\\''; use crate::ui;", 1, &["ui"]);
    check("fn f<'a>(a: &'a str) { crate::ui::g(a) }", 1, &["ui"]);
    check(
        "let a = r#\"crate::web \"x\" \"#; crate::ui::g()",
        1,
        &["ui"],
    );
}

#[test]
fn the_scanner_sees_what_a_file_takes() {
    let check = |source: &str, expected: &[&str]| {
        let expected: BTreeSet<String> = expected.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(taken_from(source, "web_sys"), expected, "{source}");
    };
    check("use web_sys::{Event, Storage};", &["Event", "Storage"]);
    check("fn f(e: web_sys::MouseEvent) {}", &["MouseEvent"]);
    check("use leptos::web_sys;", &["itself"]);
    check("// web_sys::Storage", &[]);
}

// ---- the source ----

/// A source file: its path below `src`, the folder there that it belongs to (`src` for the files right in
/// it), the number of modules around its items, and its text.
struct Source {
    path: String,
    layer: String,
    depth: usize,
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&root).expect("below src");
                let steps: Vec<String> = below
                    .iter()
                    .map(|step| step.to_string_lossy().into_owned())
                    .collect();
                let is_root = steps.len() == 1 && fs::metadata(path.with_extension("")).is_err();
                let name = steps.last().expect("a name").trim_end_matches(".rs");
                found.push(Source {
                    path: steps.join("/"),
                    layer: if is_root {
                        "src".to_owned()
                    } else {
                        steps[0].trim_end_matches(".rs").to_owned()
                    },
                    depth: if name == "mod" {
                        steps.len() - 1
                    } else {
                        steps.len()
                    },
                    text: fs::read_to_string(&path).expect("text"),
                });
            }
        }
    }
    found
}

#[test]
fn every_folder_has_its_place() {
    let known: Vec<&str> = LAYERS.iter().map(|(layer, _)| *layer).collect();
    for (index, (layer, may_use)) in LAYERS.iter().enumerate() {
        for used in *may_use {
            assert!(
                known[..index].contains(used),
                "{layer} may use {used}, further down"
            );
        }
    }
    let sources = sources();
    for source in &sources {
        let has_place = source.layer == "src" || known.contains(&source.layer.as_str());
        assert!(
            has_place,
            "{} belongs to no layer of this test",
            source.path
        );
    }
    // The pure modules at least are there: the tests below do not run on nothing.
    for layer in &known[..7] {
        assert!(
            sources.iter().any(|source| source.layer == *layer),
            "no {layer}"
        );
    }
}

#[test]
fn dependencies_point_one_way() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some((layer, may_use)) = LAYERS.iter().find(|(layer, _)| *layer == source.layer) else {
            continue;
        };
        for name in reached(&source.text, source.depth) {
            if name != *layer && !may_use.contains(&name.as_str()) {
                wrong.push(format!(
                    "src/{} uses {name}: {layer} may use {may_use:?}",
                    source.path
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_page_knows_the_browser_and_only_files_know_json() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (name, layers) in CRATES {
            let taken = taken_from(&source.text, name);
            if !taken.is_empty() && !layers.contains(&source.layer.as_str()) {
                wrong.push(format!("src/{} knows {name}: for {layers:?}", source.path));
            }
            if (name, source.layer.as_str()) == ("web_sys", "ui") {
                let services = taken.iter().filter(|name| !events_carry(name));
                wrong.extend(services.map(|name| {
                    format!(
                        "src/{} takes web_sys::{name}: a browser's service is for src/web",
                        source.path
                    )
                }));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The floors that the code itself shows, the uppermost first: a folder stands one above the highest that it uses.
fn floors() -> Vec<String> {
    let sources = sources();
    let mut floors: Vec<(&str, usize)> = Vec::new();
    for (layer, _) in LAYERS {
        let own = sources.iter().filter(|source| source.layer == layer);
        let used: BTreeSet<String> = own
            .flat_map(|source| reached(&source.text, source.depth))
            .collect();
        let below = floors.iter().filter(|(other, _)| used.contains(*other));
        let floor = below.map(|(_, floor)| floor + 1).max().unwrap_or(0);
        floors.push((layer, floor));
    }
    let highest = floors.iter().map(|(_, floor)| *floor).max().unwrap_or(0);
    let names = |floor: usize| {
        let mut names: Vec<&str> = floors
            .iter()
            .filter(|(_, other)| *other == floor)
            .map(|(layer, _)| *layer)
            .collect();
        names.sort_unstable();
        names.join(" · ")
    };
    (0..=highest).rev().map(names).collect()
}

#[test]
fn the_picture_of_the_floors_is_that_of_the_code() {
    let map = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md"));
    let map = map.expect("ARCHITECTURE.md");
    let picture = map.split("```text\n").nth(1).expect("a picture");
    let picture = picture.split("\n```").next().expect("its end");
    assert_eq!(picture, floors().join("\n"));
}
