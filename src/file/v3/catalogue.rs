//! Råderumskatalog in version 3.

use crate::domain::CatalogueField as F;
use crate::domain::{
    Catalogue, CatalogueEntry, Edition, Entry, Id, Package, ProposalStatus, Relation, RelationKind,
    Timestamp, VariantGroup, YEARS, limits,
};
use crate::file::cursor::Cursor;
use crate::file::iso;
use crate::file::layout::{Holds, Json, Member, Merging, field, other, read, write};
use crate::file::refusal::{Expected, Reason, Refusal};

/// The members of a catalogue, in their order.
pub static MEMBERS: [Member<Catalogue>; 16] = [
    other(
        "id",
        |at, catalogue| at.id().map(|id| catalogue.id = id),
        |catalogue| write::identity(catalogue.id),
        Merging::Whole,
    ),
    other(
        "changed_at",
        |at, catalogue| read::moment(at).map(|moment| catalogue.changed_at = moment),
        |catalogue| Json::Text(iso::moment(catalogue.changed_at).into()),
        Merging::Whole,
    ),
    field("title", F::Title),
    field("municipality", F::Municipality),
    field("first_year", F::FirstYear),
    field("stage", F::Stage),
    field("price_level", F::PriceLevel),
    field("hearing_from", F::HearingFrom),
    field("hearing_to", F::HearingTo),
    field("introduction", F::Introduction),
    Member {
        name: "targets",
        holds: Holds::Fields(YEARS, |year| Some(F::Target(year))),
    },
    other(
        "entries",
        |at, catalogue| {
            let most = limits::CATALOGUE_ENTRIES;
            let entries = read::rows(at, most, entry, |entry| entry.proposal);
            entries.map(|entries| catalogue.entries = entries)
        },
        |catalogue| write::list(&catalogue.entries, write_entry),
        Merging::Rows(&[]),
    ),
    other(
        "variant_groups",
        |at, catalogue| {
            let groups = read::rows(at, limits::VARIANT_GROUPS, variant_group, |group| group.id);
            groups.map(|groups| catalogue.variant_groups = groups)
        },
        |catalogue| {
            write::list(&catalogue.variant_groups, |group| {
                write_choice(group.id, &group.name, &group.proposals)
            })
        },
        Merging::Rows(&[("proposals", Merging::Identities)]),
    ),
    other(
        "relations",
        |at, catalogue| {
            let relations = read::rows(at, limits::RELATIONS, relation, |relation| relation.id);
            relations.map(|relations| catalogue.relations = relations)
        },
        |catalogue| write::list(&catalogue.relations, write_relation),
        Merging::Rows(&[]),
    ),
    other(
        "packages",
        |at, catalogue| {
            let packages = read::rows(at, limits::PACKAGES, package, |package| package.id);
            packages.map(|packages| catalogue.packages = packages)
        },
        |catalogue| {
            write::list(&catalogue.packages, |package| {
                write_choice(package.id, &package.name, &package.proposals)
            })
        },
        Merging::Rows(&[("proposals", Merging::Identities)]),
    ),
    other(
        "edition",
        |at, catalogue| edition(at).map(|edition| catalogue.edition = edition),
        |catalogue| catalogue.edition.map_or(Json::Null, write_edition),
        Merging::Latest,
    ),
];

pub fn read_catalogue(at: &Cursor<'_>) -> Result<Catalogue, Refusal> {
    let mut catalogue =
        Catalogue::blank(Id::from_bytes([0; 16]), Timestamp::UNIX_EPOCH, Entry::Blank);
    read::record(at, &MEMBERS, &mut catalogue)?;
    Ok(catalogue)
}

const STATUSES: [(&str, ProposalStatus); ProposalStatus::ALL.len()] = [
    ("draft", ProposalStatus::Draft),
    ("proposed", ProposalStatus::Proposed),
    ("consultation", ProposalStatus::Consultation),
    ("amended", ProposalStatus::Amended),
    ("adopted", ProposalStatus::Adopted),
    ("partly_adopted", ProposalStatus::PartlyAdopted),
    ("cancelled", ProposalStatus::Cancelled),
];

const RELATION_KINDS: [(&str, RelationKind); RelationKind::ALL.len()] = [
    ("requires", RelationKind::Requires),
    ("excludes", RelationKind::Excludes),
    ("weakens", RelationKind::Weakens),
];

fn entry(at: &Cursor<'_>) -> Result<CatalogueEntry, Refusal> {
    at.only(&["proposal", "status", "outcome"])?;
    Ok(CatalogueEntry {
        proposal: at.field("proposal")?.id()?,
        status: read::named(&at.field("status")?, &STATUSES, Expected::Status)?,
        outcome: read::text(at, "outcome")?,
    })
}

fn write_entry(entry: &CatalogueEntry) -> Json<'_> {
    Json::Object(vec![
        ("proposal", write::identity(entry.proposal)),
        ("status", write::named(&STATUSES, entry.status)),
        ("outcome", write::text_of(&entry.outcome)),
    ])
}

fn variant_group(at: &Cursor<'_>) -> Result<VariantGroup, Refusal> {
    at.only(&["id", "name", "proposals"])?;
    Ok(VariantGroup {
        id: at.field("id")?.id()?,
        name: read::text(at, "name")?,
        proposals: choice(&at.field("proposals")?)?,
    })
}

fn package(at: &Cursor<'_>) -> Result<Package, Refusal> {
    at.only(&["id", "name", "proposals"])?;
    Ok(Package {
        id: at.field("id")?.id()?,
        name: read::text(at, "name")?,
        proposals: choice(&at.field("proposals")?)?,
    })
}

/// Reads proposals, each once.
fn choice(at: &Cursor<'_>) -> Result<Vec<Id>, Refusal> {
    read::rows(at, limits::CATALOGUE_ENTRIES, |at| at.id(), |&id| id)
}

fn write_choice<'a>(id: Id, name: &'a str, proposals: &'a [Id]) -> Json<'a> {
    Json::Object(vec![
        ("id", write::identity(id)),
        ("name", write::text_of(name)),
        ("proposals", write::identities(proposals)),
    ])
}

fn relation(at: &Cursor<'_>) -> Result<Relation, Refusal> {
    at.only(&["id", "kind", "from", "to", "weakening", "note"])?;
    Ok(Relation {
        id: at.field("id")?.id()?,
        kind: read::named(&at.field("kind")?, &RELATION_KINDS, Expected::RelationKind)?,
        from: at.field("from")?.id()?,
        to: at.field("to")?.id()?,
        weakening: at.field("weakening")?.array(read::amount)?,
        note: read::text(at, "note")?,
    })
}

fn write_relation(relation: &Relation) -> Json<'_> {
    Json::Object(vec![
        ("id", write::identity(relation.id)),
        ("kind", write::named(&RELATION_KINDS, relation.kind)),
        ("from", write::identity(relation.from)),
        ("to", write::identity(relation.to)),
        ("weakening", write::amounts(&relation.weakening)),
        ("note", write::text_of(&relation.note)),
    ])
}

fn edition(at: &Cursor<'_>) -> Result<Option<Edition>, Refusal> {
    if at.is_null() {
        return Ok(None);
    }
    at.only(&["number", "published_on"])?;
    let number = at.field("number")?;
    let published_on = read::date(&at.field("published_on")?)?;
    u32::try_from(number.whole_number()?)
        .ok()
        .and_then(|number| Edition::new(number, published_on))
        .map(Some)
        .ok_or_else(|| number.refuse(Reason::Expected(Expected::EditionNumber)))
}

fn write_edition<'a>(edition: Edition) -> Json<'a> {
    Json::Object(vec![
        ("number", Json::Number(edition.number().into())),
        ("published_on", write::date(edition.published_on())),
    ])
}
