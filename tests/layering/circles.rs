//! No circles: modules beside each other, whether files or folders, never depend on each other in a circle.
//!
//! A file depends on another when a `use`, or a path in its code, leads to an item that the other defines.
//! Re-exports are followed to the file with the definition: `crate::domain::Amount` leads to `domain/amount.rs`.
//! A folder depends on whatever its files depend on outside it. So `danish/signs.rs` may use
//! `danish/number/print.rs` only as long as nothing in `danish/number/` uses `danish/signs.rs`; that the two files
//! themselves make no circle is not enough.
//!
//! A folder's own `mod.rs` stands above the files beside it, and is not one of them. It declares and re-exports
//! them and may use them; and they may use what it defines: what the folder is about, such as the form whose rows
//! and figures are told in files of their own. Parent and child are one module, not two that entangle each other.
//! So no circle of files is left but one that goes through the `mod.rs` of a folder in which all its files lie.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{Source, sources, tokens};

/// What one file says of modules and items.
#[derive(Default)]
struct Outline {
    /// The modules that it declares, each with a file of its own.
    modules: BTreeSet<String>,
    /// The items that it defines.
    items: BTreeSet<String>,
    /// What it brings into scope: the name, the path, and whether others see it there.
    uses: Vec<Use>,
    /// The other paths in its code, such as `page::TITLE`.
    paths: Vec<Vec<String>>,
    /// The names that occur in its code, outside of `use`.
    words: BTreeSet<String>,
}

struct Use {
    name: String,
    path: Vec<String>,
    is_public: bool,
}

impl Outline {
    fn of(source: &str) -> Self {
        let tokens = tokens(source);
        let mut outline = Self::default();
        let mut depth = 0;
        let mut index = 0;
        while let Some(token) = tokens.get(index) {
            let next = tokens.get(index + 1).map_or("", String::as_str);
            match token.as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                "use" if next != "<" => {
                    let end = tokens[index..].iter().position(|token| token == ";");
                    let end = end.map_or(tokens.len(), |length| index + length);
                    let before = index.checked_sub(1).map(|before| tokens[before].as_str());
                    let is_public = matches!(before, Some("pub" | ")"));
                    outline.add_uses(&tokens[index + 1..end], &[], is_public);
                    index = end;
                }
                "mod" if depth == 0 && tokens.get(index + 2).is_some_and(|end| end == ";") => {
                    outline.modules.insert(next.to_owned());
                    index += 1;
                }
                "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static"
                    if depth == 0 && next != "fn" =>
                {
                    outline.items.insert(next.to_owned());
                    index += 1;
                }
                _ if is_name(token) => index = outline.add_path(&tokens, index),
                _ => {}
            }
            index += 1;
        }
        outline
    }

    /// Adds what a tree of `use` brings into scope: `a::b` and `a::c` of `a::{b, c}`.
    fn add_uses(&mut self, tree: &[String], around: &[String], is_public: bool) {
        let mut depth = 0;
        for branch in tree.split(|token| {
            match token.as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            depth == 0 && token == ","
        }) {
            let mut path = around.to_vec();
            let end = branch
                .iter()
                .position(|token| token == "{" || token == "as");
            let steps = &branch[..end.unwrap_or(branch.len())];
            path.extend(steps.iter().filter(|step| *step != "::").cloned());
            let alias = match branch.get(end.unwrap_or(branch.len())) {
                Some(open) if open == "{" => {
                    let inner = &branch[end.unwrap_or(0) + 1..branch.len() - 1];
                    self.add_uses(inner, &path, is_public);
                    continue;
                }
                Some(_) => branch.last(),
                None => None,
            };
            if path.last().is_some_and(|last| last == "self") {
                path.pop();
            }
            if let Some(name) = alias.or(path.last()).cloned() {
                self.uses.push(Use {
                    name,
                    path,
                    is_public,
                });
            }
        }
    }

    /// Adds the path that begins at a token, and says where its last name is.
    fn add_path(&mut self, tokens: &[String], start: usize) -> usize {
        let mut end = start;
        while tokens.get(end + 1).is_some_and(|next| next == "::")
            && tokens.get(end + 2).is_some_and(|next| is_name(next))
        {
            end += 2;
        }
        let before = start.checked_sub(1).map_or("", |before| &tokens[before]);
        if end > start && before != "::" {
            let steps = tokens[start..=end].iter();
            let path = steps.filter(|step| *step != "::").cloned().collect();
            self.paths.push(path);
        } else if !matches!(before, "." | "::") {
            let after = tokens.get(start + 1).map_or("", String::as_str);
            // A function is called or handed on; a member or a variable of its name is neither.
            let is_type = tokens[start].starts_with(char::is_uppercase);
            if is_type || after == "(" || before == "(" && after == ")" {
                self.words.insert(tokens[start].clone());
            }
        }
        end
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// The modules of the crate by their path, each with its file and what that says.
struct Crate(BTreeMap<Vec<String>, (String, Outline)>);

impl Crate {
    fn of(sources: &[Source]) -> Self {
        let modules = sources.iter().map(|source| {
            let path = source.path.trim_end_matches(".rs");
            let steps = path
                .split('/')
                .filter(|step| !["lib", "mod"].contains(step));
            let module = steps.map(str::to_owned).collect();
            (module, (source.path.clone(), Outline::of(&source.text)))
        });
        Self(modules.collect())
    }

    /// The module that defines the item to which a path in a module leads. `None` where it leads to a module, or out
    /// of the crate. At most `most` re-exports are followed.
    fn find(&self, module: &[String], path: &[String], most: usize) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let start = match first.as_str() {
            "crate" | "raaderum" => Vec::new(),
            "self" => module.to_vec(),
            "super" => module.split_last()?.1.to_vec(),
            _ => return self.find_in(module, path, most),
        };
        match rest.first().map(String::as_str) {
            Some("super") => self.find(&start, rest, most),
            _ => self.find_in(&start, rest, most),
        }
    }

    /// The same for a path whose first name is one that a module has.
    fn find_in(&self, module: &[String], path: &[String], most: usize) -> Option<Vec<String>> {
        let (_, outline) = self.0.get(module)?;
        let (name, rest) = path.split_first()?;
        if !rest.is_empty() && outline.modules.contains(name) {
            return self.find_in(&[module, &path[..1]].concat(), rest, most);
        }
        if outline.items.contains(name) {
            return Some(module.to_vec());
        }
        let most = most.checked_sub(1)?;
        outline.uses.iter().find_map(|brought| match &brought.name {
            own if own == name => self.find(module, &[&brought.path[..], rest].concat(), most),
            all if all == "*" => {
                let (_, around) = brought.path.split_last()?;
                self.find(module, &[around, path].concat(), most)
            }
            _ => None,
        })
    }

    /// What depends on what, of modules beside each other, and by which imports.
    fn dependencies(&self) -> Dependencies {
        let mut dependencies = Dependencies::new();
        for (module, (file, outline)) in &self.0 {
            let brought = outline.uses.iter();
            let used = brought
                .filter(|brought| !brought.is_public || outline.words.contains(&brought.name));
            let used = used.map(|brought| &brought.path);
            for path in used.chain(&outline.paths) {
                let Some(other) = self.find(module, path, 8) else {
                    continue;
                };
                if let Some(siblings) = siblings(module, &other) {
                    let imports = dependencies.entry(siblings).or_default();
                    imports.insert(format!("{file}: {}", path.join("::")));
                }
            }
        }
        dependencies
    }
}

/// Who depends on what, and the imports that say so.
type Dependencies = BTreeMap<(String, String), BTreeSet<String>>;

/// The modules beside each other in which two modules lie: `danish/signs` and `danish/number` for `danish::signs`
/// and `danish::number::print`. `None` if one of the two lies in the other.
fn siblings(one: &[String], other: &[String]) -> Option<(String, String)> {
    let shared = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let own = |module: &[String]| Some(module.get(..=shared)?.join("/"));
    Some((own(one)?, own(other)?))
}

/// The modules that each module depends on.
type Graph<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// The shortest way from a module to another along dependencies, both included.
fn way<'a>(graph: &Graph<'a>, from: &'a str, to: &str) -> Option<Vec<&'a str>> {
    let mut ways = VecDeque::from([vec![from]]);
    let mut seen = BTreeSet::from([from]);
    while let Some(way) = ways.pop_front() {
        let last = way.last()?;
        if *last == to {
            return Some(way);
        }
        for imported in graph.get(last).into_iter().flatten() {
            if seen.insert(imported) {
                ways.push_back([&way[..], &[imported]].concat());
            }
        }
    }
    None
}

/// For each dependency that is part of a circle the shortest such one, beginning with the module first by name.
fn circles<'a>(graph: &Graph<'a>) -> BTreeSet<Vec<&'a str>> {
    let mut graph = graph.clone();
    // What depends on nothing that is left is in no circle.
    loop {
        let left: BTreeSet<&str> = graph.keys().copied().collect();
        for imported in graph.values_mut() {
            imported.retain(|file| left.contains(file));
        }
        graph.retain(|_, imported| !imported.is_empty());
        if graph.len() == left.len() {
            break;
        }
    }
    let imports = graph
        .iter()
        .flat_map(|(file, imported)| imported.iter().map(move |imported| (*file, *imported)));
    let circles = imports.filter_map(|(file, imported)| {
        let mut circle = way(&graph, imported, file)?;
        let (first, _) = circle.iter().enumerate().min_by_key(|(_, file)| **file)?;
        circle.rotate_left(first);
        Some(circle)
    });
    circles.collect()
}

#[test]
fn the_scanner_sees_what_depends_on_what() {
    let source = |(path, text): &(&str, &str)| Source {
        path: (*path).to_owned(),
        layer: String::new(),
        depth: 0,
        text: (*text).to_owned(),
    };
    let check = |files: &[(&str, &str)], expected: &[(&str, &str)]| {
        let root = ("lib.rs", "mod a; mod b; mod c;");
        let files: Vec<Source> = [&[root], files].concat().iter().map(source).collect();
        let found = Crate::of(&files).dependencies();
        let found: Vec<(&str, &str)> = found
            .keys()
            .map(|(module, other)| (module.as_str(), other.as_str()))
            .collect();
        assert_eq!(found, expected);
    };
    let item = ("b.rs", "pub struct B; pub fn b() {} pub const ALL: u8 = 0;");
    check(&[("a.rs", "use crate::b::B;"), item], &[("a", "b")]);
    check(
        &[("a.rs", "use super::{b::{self, B as C}};"), item],
        &[("a", "b")],
    );
    check(&[("a.rs", "fn a() { crate::b::b() }"), item], &[("a", "b")]);
    check(
        &[("a.rs", "use super::b; fn a() { b::b() }"), item],
        &[("a", "b")],
    );
    // A module that is named, and nothing of it used.
    check(&[("a.rs", "use super::b;"), item], &[]);
    // What is only handed on, and what is used, too.
    let user = ("c.rs", "use crate::a::B;");
    check(
        &[("a.rs", "pub use super::b::B;"), item, user],
        &[("c", "b")],
    );
    check(
        &[("a.rs", "pub use super::b::*;"), item, user],
        &[("c", "b")],
    );
    check(
        &[("a.rs", "pub use super::b::B; struct A(B);"), item],
        &[("a", "b")],
    );
    // A folder depends on what its files depend on; its own file stands above them.
    let folder = ("a/mod.rs", "mod x; mod y; pub struct A; fn a() { x::x() }");
    let x = (
        "a/x.rs",
        "use super::A; use crate::b::B; pub fn x() { super::y::y() }",
    );
    let y = ("a/y.rs", "pub fn y() { crate::a::x::x() }");
    check(
        &[folder, x, y, item],
        &[("a", "b"), ("a/x", "a/y"), ("a/y", "a/x")],
    );
}

#[test]
fn circles_are_found_once() {
    let graph = Graph::from([
        ("a", BTreeSet::from(["b", "d"])),
        ("b", BTreeSet::from(["c"])),
        ("c", BTreeSet::from(["a", "d"])),
        ("d", BTreeSet::new()),
    ]);
    assert_eq!(circles(&graph), BTreeSet::from([vec!["a", "b", "c"]]));
}

#[test]
fn no_modules_depend_on_each_other_in_a_circle() {
    let dependencies = Crate::of(&sources()).dependencies();
    let mut graph = Graph::new();
    for (module, other) in dependencies.keys() {
        graph.entry(module).or_default().insert(other);
    }
    let mut told = String::new();
    for circle in circles(&graph) {
        told += "\n";
        for (module, other) in circle.iter().zip(circle.iter().cycle().skip(1)) {
            told += &format!("{module} depends on {other}\n");
            let imports = dependencies.get(&((*module).to_owned(), (*other).to_owned()));
            for import in imports.into_iter().flatten() {
                told += &format!("    {import}\n");
            }
        }
    }
    assert!(told.is_empty(), "circles:\n{told}");
}
