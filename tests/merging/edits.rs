//! What somebody may do to a document, and arbitrary versions of one.

use std::fmt::Debug;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use raaderum::domain::{
    ActionPlan, Catalogue, CatalogueEntry, ChangeKind, Dismissal, Document, Edition, FocusArea, Id,
    Month, Package, Proposal, ProposalStatus, Relation, RelationKind, VariantGroup,
};
use raaderum::draft::Form;

use super::{dismissal, moment, source};
use crate::support::{catalogue, date, plans, proposals, without_last_update};

/// What somebody does to a document. Places are counted round.
#[derive(Debug, Clone)]
enum Edit {
    Enter(usize, String),
    Tick(ChangeKind),
    Add(usize, Id, String),
    Remove(usize),
    Move(usize, usize),
    Pick(usize, Option<usize>),
    Status(Option<Month>),
    Close(u8, usize),
    TakeBack,
    Dismiss(usize, usize),
    BringBack(usize),
}

/// Often one of a few, so that both meet.
pub fn place() -> impl Strategy<Value = usize> {
    prop_oneof![0..4_usize, 0..400_usize]
}

fn id() -> impl Strategy<Value = Id> {
    any::<(u32, u16, u16, u16, u64)>().prop_map(|(a, b, c, d, e)| {
        let e = e >> 16;
        Id::parse(&format!("{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}")).expect("an identity")
    })
}

pub fn typed() -> impl Strategy<Value = String> {
    let texts = [
        "",
        "-1.200",
        "450",
        "4,4,4",
        "halvtreds",
        "2024",
        "1.5.2023",
        "50",
        "3.20.35 Familiehuset\n3.20.32 Unge",
        "3.20.35 Familiehuset\n3.20.33 Børn",
    ];
    select(texts.to_vec()).prop_map(str::to_owned)
}

const TEXTS: [&str; 3] = ["", "Aftalt", "Står i bilaget"];

fn edits() -> BoxedStrategy<Vec<Edit>> {
    let edit = prop_oneof![
        6 => (place(), typed()).prop_map(|(place, typed)| Edit::Enter(place, typed)),
        1 => select(ChangeKind::ALL.to_vec()).prop_map(Edit::Tick),
        2 => (place(), id(), typed()).prop_map(|(place, id, typed)| Edit::Add(place, id, typed)),
        2 => place().prop_map(Edit::Remove),
        2 => (place(), place()).prop_map(|(from, to)| Edit::Move(from, to)),
        3 => (place(), prop::option::of(0..3_usize)).prop_map(|(row, of)| Edit::Pick(row, of)),
        1 => prop::option::of(select(Month::ALL[..4].to_vec())).prop_map(Edit::Status),
        1 => (1..28_u8, 0..3_usize).prop_map(|(day, note)| Edit::Close(day, note)),
        1 => Just(Edit::TakeBack),
        1 => (0..3_usize, 0..3_usize).prop_map(|(advice, reason)| Edit::Dismiss(advice, reason)),
        1 => (0..3_usize).prop_map(Edit::BringBack),
    ];
    prop::collection::vec(edit, 0..9).boxed()
}

fn round<T>(list: &[T], place: usize) -> Option<usize> {
    (!list.is_empty()).then(|| place % list.len())
}

/// Enters a text in one of the fields; one of the first is anywhere in the form.
fn enter<F: Form>(form: &mut F, place: usize, typed: &str) {
    let fields = form.fields();
    form.enter(fields[place * 7 % fields.len()], typed);
}

fn edit_advice(dismissed: &mut Vec<Dismissal>, edit: &Edit) {
    let advice = |number: usize| ["no-summary", "no-investment", "gain-is-positive"][number];
    let number = match edit {
        Edit::Dismiss(number, _) | Edit::BringBack(number) => *number,
        _ => return,
    };
    dismissed.retain(|dismissal| dismissal.advice != advice(number));
    if let Edit::Dismiss(_, reason) = edit {
        dismissed.push(dismissal(advice(number), TEXTS[*reason]));
    }
}

fn edit_proposal(proposal: &mut Proposal, edit: &Edit) {
    match edit {
        Edit::Enter(place, typed) => enter(proposal, *place, typed),
        Edit::Tick(kind) if !proposal.kinds.remove(kind) => {
            proposal.kinds.insert(*kind);
        }
        _ => edit_advice(&mut proposal.dismissed, edit),
    }
}

fn edit_plan(plan: &mut ActionPlan, edit: &Edit) {
    let rows = &mut plan.focus_areas;
    match edit {
        Edit::Enter(place, typed) => enter(plan, *place, typed),
        Edit::Add(place, id, area) => {
            let row = FocusArea {
                area: area.clone(),
                ..FocusArea::blank(*id)
            };
            rows.insert(place % (rows.len() + 1), row);
        }
        Edit::Remove(place) => {
            let place = round(rows, *place);
            _ = place.map(|place| rows.remove(place));
        }
        Edit::Move(from, to) => {
            if let (Some(from), Some(to)) = (round(rows, *from), round(rows, *to)) {
                let row = rows.remove(from);
                rows.insert(to, row);
            }
        }
        Edit::Pick(place, of) => {
            if let Some(place) = round(rows, *place) {
                rows[place].source = of.and_then(|number| {
                    let picked = &proposals()[number];
                    let mut source = source(&picked.heading, 2023, "-1200000")?;
                    source.proposal = picked.id;
                    Some(source)
                });
            }
        }
        Edit::Status(status) => plan.status = *status,
        Edit::Close(day, note) => {
            // Not every plan can be closed, and not on every day.
            _ = plan.close_update(date(&format!("{day}.4.2023")), TEXTS[*note].to_owned());
        }
        Edit::TakeBack => {
            if plan.updates.last().is_some() {
                *plan = without_last_update(plan);
            }
        }
        _ => edit_advice(&mut plan.dismissed, edit),
    }
}

/// Does something to one of the lists of a catalogue.
fn in_list(catalogue: &mut Catalogue, list: usize, edit: impl Fn(&mut dyn Rows)) {
    match list % 4 {
        0 => edit(&mut catalogue.entries),
        1 => edit(&mut catalogue.variant_groups),
        2 => edit(&mut catalogue.relations),
        _ => edit(&mut catalogue.packages),
    }
}

/// Rows that come, go and move.
trait Rows {
    fn take_out(&mut self, place: usize);
    fn shift(&mut self, from: usize, to: usize);
}

impl<T> Rows for Vec<T> {
    fn take_out(&mut self, place: usize) {
        _ = round(self, place).map(|place| self.remove(place));
    }

    fn shift(&mut self, from: usize, to: usize) {
        if let (Some(from), Some(to)) = (round(self, from), round(self, to)) {
            let row = self.remove(from);
            self.insert(to, row);
        }
    }
}

/// The proposals that packages and groups have in these tests: those of the examples.
pub fn pool() -> &'static [Id] {
    static POOL: LazyLock<Vec<Id>> =
        LazyLock::new(|| proposals().iter().map(|proposal| proposal.id).collect());
    &POOL
}

fn edit_catalogue(catalogue: &mut Catalogue, edit: &Edit) {
    match edit {
        Edit::Enter(place, typed) => enter(catalogue, *place, typed),
        Edit::Add(place, id, name) => {
            let name = name.clone();
            let at = |length: usize| place / 4 % (length + 1);
            match place % 4 {
                0 => {
                    let entry = CatalogueEntry::draft(*id);
                    catalogue.entries.insert(at(catalogue.entries.len()), entry);
                }
                1 => {
                    let group = VariantGroup {
                        id: *id,
                        name,
                        proposals: pool()[..2].to_vec(),
                    };
                    let at = at(catalogue.variant_groups.len());
                    catalogue.variant_groups.insert(at, group);
                }
                2 => {
                    let relation = Relation::new(*id, RelationKind::Weakens, pool()[0], pool()[1]);
                    let at = at(catalogue.relations.len());
                    catalogue.relations.insert(at, relation);
                }
                _ => {
                    let package = Package {
                        id: *id,
                        name,
                        proposals: pool()[1..4].to_vec(),
                    };
                    catalogue
                        .packages
                        .insert(at(catalogue.packages.len()), package);
                }
            }
        }
        Edit::Remove(place) => in_list(catalogue, *place, |rows| rows.take_out(place / 4)),
        // Also within the first package.
        Edit::Move(from, to) if from % 5 == 4 => {
            if let Some(package) = catalogue.packages.first_mut() {
                package.proposals.shift(from / 5, *to);
            }
        }
        Edit::Move(from, to) => in_list(catalogue, from % 5, |rows| rows.shift(from / 5, *to)),
        Edit::Pick(place, of) => {
            let picked = pool()[of.unwrap_or(7)];
            let lists = catalogue.packages.iter_mut().map(|one| &mut one.proposals);
            let groups = catalogue.variant_groups.iter_mut();
            let mut lists: Vec<_> = lists.chain(groups.map(|one| &mut one.proposals)).collect();
            if let Some(at) = round(&lists, *place) {
                let had = lists[at].len();
                lists[at].retain(|id| *id != picked);
                if lists[at].len() == had {
                    lists[at].push(picked);
                }
            }
        }
        Edit::Status(month) => {
            let status = ProposalStatus::ALL[month.map_or(6, Month::index)];
            let entries = catalogue.entries.len();
            if let Some(entry) = catalogue.entries.get_mut(entries / 2) {
                entry.status = status;
            }
        }
        Edit::Close(day, note) => {
            let number = u32::try_from(note + 1).expect("a number");
            let edition = Edition::new(number, date(&format!("{day}.4.2023")));
            // No number falls: what was handed over stays so.
            catalogue.edition = catalogue.edition.max(edition);
        }
        Edit::TakeBack | Edit::Tick(_) | Edit::Dismiss(..) | Edit::BringBack(_) => {}
    }
}

fn edited(document: &Document, edits: &[Edit], changed_at: i64) -> Document {
    let mut document = document.clone();
    for edit in edits {
        match &mut document {
            Document::Proposal(proposal) => edit_proposal(proposal, edit),
            Document::ActionPlan(plan) => edit_plan(plan, edit),
            Document::Catalogue(catalogue) => edit_catalogue(catalogue, edit),
        }
    }
    document.with_changed_at(moment(changed_at))
}

fn base() -> BoxedStrategy<Document> {
    let plans = plans().into_iter().map(|mut plan| {
        plan.status = Some(Month::February);
        plan.into()
    });
    let documents: Vec<Document> = plans
        .chain(proposals().into_iter().take(4).map(Document::from))
        .chain((0..4).map(|_| catalogue().into()))
        .collect();
    (select(documents), edits())
        .prop_map(|(document, edits)| edited(&document, &edits, 1_000))
        .boxed()
}

/// A document and two that were made from it.
pub fn versions() -> BoxedStrategy<[Document; 3]> {
    (base(), edits(), edits(), 1_000..3_000_i64)
        .prop_map(|(base, ours, theirs, at)| {
            let (ours, theirs) = (edited(&base, &ours, 2_000), edited(&base, &theirs, at));
            [base, ours, theirs]
        })
        .boxed()
}
