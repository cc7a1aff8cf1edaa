//! Merging two changed versions of a document that began as the same one: field by field, row by row.

use serde_json::{Map, Value};

use super::cursor::Cursor;
use super::layout::{self, Member, Merging};
use super::path::{Segment, spell};
use super::v3;
use super::{FORMAT, VERSION, write};
use crate::domain::{Document, Fields};

/// The result of merging two versions of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Everything that either version changed.
    pub document: Document,
    /// The paths of what both changed, each in its own way; ours stands there. None when nothing of theirs is missing.
    /// The path is empty when the versions could not be merged at all.
    pub conflicts: Vec<String>,
}

/// Merges `ours` and `theirs`, which were both made from `base`. Changes of different values are both kept:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// use raaderum::file::merge;
///
/// let base = lejre.proposal("Isafjord");
/// let (mut ours, mut theirs) = (base.clone(), base.clone());
/// ours.enter(ProposalField::Amount(AmountRow::EstimatedGain, 0), "-500");
/// theirs.enter(ProposalField::Amount(AmountRow::EstimatedGain, 1), "-700");
/// let merged = merge(&base.into(), &ours.into(), &theirs.into());
/// assert!(merged.conflicts.is_empty());
/// let Document::Proposal(proposal) = merged.document else { panic!("a proposal") };
/// // -500 / -700 / -650 / -650
/// assert_eq!(proposal.net_change_total(), Total::from(Amount::from_kroner(-2_500_000)));
/// ```
///
/// Where both changed the same text, amount or choice, ours stands, and its path is named:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// use raaderum::file::merge;
///
/// let base = lejre.proposal("Isafjord");
/// let (mut ours, mut theirs) = (base.clone(), base.clone());
/// ours.enter(ProposalField::Heading, "Isafjord lukkes");
/// theirs.enter(ProposalField::Heading, "Isafjord flyttes");
/// let mut merged = merge(&base.into(), &ours.into(), &theirs.into());
/// assert_eq!(merged.document.name_mut(), "Isafjord lukkes");
/// assert_eq!(merged.conflicts, ["proposals[0].heading"]);
/// ```
///
/// The same change on both sides is no conflict:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// use raaderum::file::merge;
///
/// let base = lejre.proposal("Isafjord");
/// let mut both = base.clone();
/// both.enter(ProposalField::PriceLevel, "2024-pl");
/// let both = Document::from(both);
/// assert!(merge(&base.into(), &both, &both).conflicts.is_empty());
/// ```
///
/// A row that one version removed and the other changed stays; one that the other left alone is gone:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// use raaderum::file::merge;
///
/// let base = slagelse.plan("Havrebjerg", 2022);
/// let [first, second] = [base.focus_areas[0].id, base.focus_areas[1].id];
/// let (mut ours, mut theirs) = (base.clone(), base.clone());
/// ours.focus_areas.clear();
/// theirs.enter(PlanField::Effect(second, Month::December), "-300.000");
/// let merged = merge(&base.into(), &ours.into(), &theirs.into());
/// let Document::ActionPlan(plan) = merged.document else { panic!("a plan") };
/// assert!(plan.focus_area(first).is_none());
/// assert_eq!(plan.forecast(), Some(Total::from(Amount::from_kroner(1_748_567))));
/// ```
///
/// Of the editions of a catalogue, the latest of all three stands:
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// use raaderum::file::merge;
///
/// let base = lejre.catalogue();
/// let (mut ours, mut theirs) = (base.clone(), base.clone());
/// ours.edition = Edition::new(1, date(2023, 9, 1));
/// theirs.edition = Edition::new(2, date(2023, 9, 8));
/// let latest = theirs.edition;
/// let merged = merge(&base.into(), &ours.into(), &theirs.into());
/// let Document::Catalogue(catalogue) = merged.document else { panic!("a catalogue") };
/// assert_eq!(catalogue.edition, latest);
/// ```
#[must_use]
pub fn merge(base: &Document, ours: &Document, theirs: &Document) -> Merged {
    let changed_at = ours.changed_at().max(theirs.changed_at());
    // Whichever state stands, the edition that was published last does.
    let standing = |document: &Document| {
        let mut document = document.clone().with_changed_at(changed_at);
        if let Document::Catalogue(catalogue) = &mut document {
            for other in [base, ours, theirs] {
                if let Document::Catalogue(other) = other {
                    catalogue.keep_edition(other);
                }
            }
        }
        document
    };
    let agreed = |document: &Document| Merged {
        document: standing(document),
        conflicts: Vec::new(),
    };
    if base.says_the_same_as(theirs) || ours.says_the_same_as(theirs) {
        return agreed(ours);
    }
    if base.says_the_same_as(ours) {
        return agreed(theirs);
    }
    let mut conflicts = Vec::new();
    match merge_values(base, ours, theirs, &mut conflicts) {
        Some(document) => Merged {
            document: standing(&document),
            conflicts,
        },
        // More rows than a document holds, say: each can still stand by itself.
        None => Merged {
            document: standing(ours),
            conflicts: vec![String::new()],
        },
    }
}

fn merge_values(
    base: &Document,
    ours: &Document,
    theirs: &Document,
    conflicts: &mut Vec<String>,
) -> Option<Document> {
    let (base, ours, theirs) = (value_of(base)?, value_of(ours)?, value_of(theirs)?);
    document_of(&merge_json(&base, &ours, &theirs, &v3::merging, conflicts))
}

/// Merges two versions of a record that were made from the same one, as objects with these members. Returns the merged
/// object, and the paths of what both changed, each in its own way.
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// use raaderum::file::layout::{Member, field};
/// use raaderum::file::merge_records;
/// use serde_json::json;
///
/// let members: [Member<Proposal>; 2] =
///     [field("title", ProposalField::Heading), field("center", ProposalField::Department)];
/// let base = json!({"title": "Isafjord", "center": ""});
/// let ours = json!({"title": "Isafjord", "center": "CJS"});
/// let theirs = json!({"title": "Horseager", "center": "CJS – Jobcenter"});
/// let (merged, conflicts) = merge_records(&members, &base, &ours, &theirs);
/// assert_eq!(merged, json!({"title": "Horseager", "center": "CJS"}));
/// assert_eq!(conflicts, ["center"]);
/// ```
#[must_use]
pub fn merge_records<R: Fields>(
    members: &[Member<R>],
    base: &Value,
    ours: &Value,
    theirs: &Value,
) -> (Value, Vec<String>) {
    let mut conflicts = Vec::new();
    let rule = |path: &[Segment<'_>]| layout::merging(members, path);
    let merged = merge_json(base, ours, theirs, &rule, &mut conflicts);
    (merged, conflicts)
}

fn merge_json(
    base: &Value,
    ours: &Value,
    theirs: &Value,
    rule: &dyn Fn(&[Segment<'_>]) -> Merging,
    conflicts: &mut Vec<String>,
) -> Value {
    let mut merger = Merger {
        rule,
        path: Vec::new(),
        conflicts,
    };
    merger.value(base, ours, theirs)
}

/// Returns a document as a file with it alone.
fn value_of(document: &Document) -> Option<Value> {
    let mut value: Value = serde_json::from_str(&write([document]).ok()?).ok()?;
    let file = value.as_object_mut()?;
    // When it was changed is no part of what it says.
    let list = file.get_mut(v3::list_name(document.kind()))?;
    let fields = list.get_mut(0)?.as_object_mut()?;
    _ = fields.insert("changed_at".to_owned(), "1970-01-01T00:00:00Z".into());
    Some(value)
}

fn document_of(file: &Value) -> Option<Document> {
    debug_assert_eq!(file.get("format").and_then(Value::as_str), Some(FORMAT));
    debug_assert_eq!(file.get("version"), Some(&VERSION.into()));
    v3::read_file(&Cursor::root(file)).ok()?.pop()
}

struct Merger<'a> {
    /// How the value at a path is merged.
    rule: &'a dyn Fn(&[Segment<'_>]) -> Merging,
    path: Vec<Segment<'a>>,
    conflicts: &'a mut Vec<String>,
}

impl<'a> Merger<'a> {
    fn note_conflict(&mut self) {
        self.conflicts.push(spell(self.path.iter().copied()));
    }

    fn value(&mut self, base: &Value, ours: &'a Value, theirs: &'a Value) -> Value {
        if ours == theirs || base == theirs {
            return ours.clone();
        }
        if base == ours {
            return theirs.clone();
        }
        let merging = (self.rule)(&self.path);
        let merged = match (merging, base, ours, theirs) {
            // Whichever stands here, the later one does in the end: nothing of either is missing.
            (Merging::Latest, ..) => return ours.clone(),
            (Merging::Parts, Value::Object(base), Value::Object(ours), Value::Object(theirs)) => {
                self.members(base, ours, theirs)
            }
            (_, Value::Array(base), Value::Array(ours), Value::Array(theirs)) => {
                self.list(merging, base, ours, theirs)
            }
            _ => None,
        };
        merged.unwrap_or_else(|| {
            self.note_conflict();
            ours.clone()
        })
    }

    fn part(
        &mut self,
        segment: Segment<'a>,
        base: &Value,
        ours: &'a Value,
        theirs: &'a Value,
    ) -> Value {
        self.path.push(segment);
        let merged = self.value(base, ours, theirs);
        self.path.pop();
        merged
    }

    fn members(
        &mut self,
        base: &Map<String, Value>,
        ours: &'a Map<String, Value>,
        theirs: &'a Map<String, Value>,
    ) -> Option<Value> {
        let mut merged = Map::new();
        for (name, our_value) in ours {
            let (base, theirs) = (base.get(name)?, theirs.get(name)?);
            let value = self.part(Segment::Member(name), base, our_value, theirs);
            _ = merged.insert(name.clone(), value);
        }
        Some(Value::Object(merged))
    }

    fn list(
        &mut self,
        merging: Merging,
        base: &[Value],
        ours: &'a [Value],
        theirs: &'a [Value],
    ) -> Option<Value> {
        let merged = match merging {
            Merging::Rows(_) | Merging::Identities => self.rows(base, ours, theirs),
            Merging::Set => self.set(base, ours, theirs),
            Merging::Parts if base.len() == ours.len() && ours.len() == theirs.len() => {
                let items = base.iter().zip(ours).zip(theirs).enumerate();
                items
                    .map(|(index, ((base, ours), theirs))| {
                        self.part(Segment::Item(index), base, ours, theirs)
                    })
                    .collect()
            }
            Merging::Parts | Merging::Whole | Merging::Latest => return None,
        };
        Some(Value::Array(merged))
    }

    /// Merges rows that are recognised by their identity.
    fn rows(&mut self, base: &[Value], ours: &'a [Value], theirs: &'a [Value]) -> Vec<Value> {
        // Whoever moved rows decides their order.
        let is_reordered =
            |one: &[Value], other: &[Value]| common_order(one, other) != common_order(other, one);
        let moved_by_us = is_reordered(base, ours);
        if moved_by_us && is_reordered(base, theirs) && is_reordered(ours, theirs) {
            self.note_conflict();
        }
        let (lead, other) = if moved_by_us {
            (ours, theirs)
        } else {
            (theirs, ours)
        };
        // What one removed and the other left as it was is gone.
        let stays = |row: &Value, in_other: &[Value]| {
            row_of(in_other, row).is_some() || row_of(base, row) != Some(row)
        };
        let mut order: Vec<&Value> = lead.iter().filter(|row| stays(row, other)).collect();
        let mut after = 0;
        for row in other {
            if let Some(index) = order.iter().position(|placed| id(placed) == id(row)) {
                after = index + 1;
            } else if stays(row, lead) {
                order.insert(after, row);
                after += 1;
            }
        }
        order
            .into_iter()
            .enumerate()
            .map(
                |(index, row)| match (row_of(ours, row), row_of(theirs, row)) {
                    (Some(ours), Some(theirs)) => {
                        let base = row_of(base, row).unwrap_or(&Value::Null);
                        self.part(Segment::Item(index), base, ours, theirs)
                    }
                    _ => row.clone(),
                },
            )
            .collect()
    }

    /// Merges things without identity, each of which is there or not.
    fn set(&mut self, base: &[Value], ours: &[Value], theirs: &[Value]) -> Vec<Value> {
        let kept = ours
            .iter()
            .filter(|item| theirs.contains(item) || !base.contains(item));
        let mut merged: Vec<Value> = kept.cloned().collect();
        let added = theirs
            .iter()
            .filter(|item| !base.contains(item) && !ours.contains(item));
        for item in added {
            if merged.iter().any(|other| is_same_advice(other, item)) {
                self.note_conflict();
                continue;
            }
            // Closed updates stay oldest first; what has no date comes last.
            let before = merged
                .iter()
                .rposition(|other| closed_on(other) <= closed_on(item));
            merged.insert(before.map_or(0, |index| index + 1), item.clone());
        }
        merged
    }
}

/// Returns whether both dismiss the same advice, whatever the reason.
fn is_same_advice(one: &Value, other: &Value) -> bool {
    let is_same = |name| one.get(name).is_some() && one.get(name) == other.get(name);
    ["advice", "field", "detail"].into_iter().all(is_same)
}

/// Returns the date of a closed update.
fn closed_on(update: &Value) -> Option<&str> {
    update.get("closed_on")?.as_str()
}

/// Returns what a row is recognised by: its own identity, or that of the proposal that an entry of a catalogue is
/// about. Where a list holds identities, each is its own.
fn id(row: &Value) -> Option<&str> {
    let id = row.get("id").or_else(|| row.get("proposal"));
    id.unwrap_or(row).as_str()
}

/// Returns the row with the same identity.
fn row_of<'a>(rows: &'a [Value], row: &Value) -> Option<&'a Value> {
    rows.iter().find(|candidate| id(candidate) == id(row))
}

/// Returns the identities of the rows that both have, in the order of the first.
fn common_order<'a>(rows: &'a [Value], others: &[Value]) -> Vec<Option<&'a str>> {
    let common = rows.iter().filter(|row| row_of(others, row).is_some());
    common.map(id).collect()
}
