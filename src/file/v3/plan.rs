//! Handleplan in version 3.

use crate::domain::FocusAreaField as R;
use crate::domain::HeadField as H;
use crate::domain::{
    ActionPlan, ClosedUpdate, ClosedUpdates, Entry, FocusArea, Id, Month, PlanField,
    ProposalSource, RowText, StatedSum, Timestamp, limits,
};
use crate::file::cursor::Cursor;
use crate::file::iso;
use crate::file::layout::{Holds, Json, Member, Merging, field, other, read, write};
use crate::file::refusal::Refusal;

/// The members of a plan, in their order.
pub static MEMBERS: [Member<ActionPlan>; 21] = [
    other(
        "id",
        |at, plan| at.id().map(|id| plan.id = id),
        |plan| write::identity(plan.id),
        Merging::Whole,
    ),
    other(
        "changed_at",
        |at, plan| read::moment(at).map(|moment| plan.changed_at = moment),
        |plan| Json::Text(iso::moment(plan.changed_at).into()),
        Merging::Whole,
    ),
    head("year", H::Year),
    head("department", H::Department),
    head("department_responsible", H::DepartmentResponsible),
    head("unit", H::Unit),
    head("unit_responsible", H::UnitResponsible),
    head("started_on", H::StartedOn),
    head("expected_overspend_at_start", H::OverspendAtStart),
    head("updated_on", H::UpdatedOn),
    head("expected_overspend_at_update", H::OverspendAtUpdate),
    head("carried_over_overspend", H::CarriedOver),
    head("cause", H::Cause),
    head("case_number", H::CaseNumber),
    other(
        "focus_areas",
        |at, plan| {
            let rows = read::rows(at, limits::FOCUS_AREAS, focus_area, |row| row.id);
            rows.map(|rows| plan.focus_areas = rows)
        },
        |plan| write::list(&plan.focus_areas, |row| write::record(&FOCUS_AREA, row)),
        Merging::Rows(&[("proposal", Merging::Whole)]),
    ),
    other(
        "stated_sums",
        |at, plan| {
            let sums = read::rows(at, limits::STATED_SUMS, stated_sum, |sum| sum.id);
            sums.map(|sums| plan.stated_sums = sums)
        },
        |plan| write::list(&plan.stated_sums, write_stated_sum),
        Merging::Rows(&[("focus_areas", Merging::Set)]),
    ),
    other(
        "realised_through",
        |at, plan| read::month(at).map(|month| plan.status = month),
        |plan| write::month(plan.status),
        Merging::Whole,
    ),
    other(
        "closed_through",
        |at, plan| read::month(at).map(|month| plan.closed_through = month),
        |plan| write::month(plan.closed_through),
        Merging::Whole,
    ),
    other(
        "closed_updates",
        |at, plan| {
            let updates = read::list(at, limits::UPDATES, closed_update);
            updates.map(|updates| plan.updates = ClosedUpdates::of(updates))
        },
        |plan| write::list(plan.updates.all(), write_closed_update),
        Merging::Set,
    ),
    Member {
        name: "supplementary_appropriation",
        holds: Holds::Object(&[
            head("amount", H::Appropriation),
            head("financing", H::AppropriationFinancing),
        ]),
    },
    other(
        "dismissed_advice",
        |at, plan| read::dismissed(at).map(|advice| plan.dismissed = advice),
        |plan| write::dismissed(&plan.dismissed),
        Merging::Set,
    ),
];

/// The members of a row, in their order.
static FOCUS_AREA: [Member<FocusArea>; 9] = [
    other(
        "id",
        |at, row| at.id().map(|id| row.id = id),
        |row| write::identity(row.id),
        Merging::Whole,
    ),
    field("area", R::Text(RowText::Area)),
    field("goal", R::Text(RowText::Goal)),
    field("action", R::Text(RowText::Action)),
    field("consequences", R::Text(RowText::Consequences)),
    Member {
        name: "effects",
        holds: Holds::Fields(12, |month| Some(R::Effect(*Month::ALL.get(month)?))),
    },
    Member {
        name: "realised",
        holds: Holds::Fields(12, |month| Some(R::Realised(*Month::ALL.get(month)?))),
    },
    field("stated_total", R::StatedTotal),
    other(
        "proposal",
        |at, row| source(at).map(|source| row.source = source),
        |row| row.source.as_ref().map_or(Json::Null, write_source),
        Merging::Whole,
    ),
];

const fn head(name: &'static str, of_head: H) -> Member<ActionPlan> {
    field(name, PlanField::Head(of_head))
}

pub fn read_plan(at: &Cursor<'_>) -> Result<ActionPlan, Refusal> {
    let mut plan = ActionPlan::blank(Id::from_bytes([0; 16]), Timestamp::UNIX_EPOCH, Entry::Blank);
    read::record(at, &MEMBERS, &mut plan)?;
    Ok(plan)
}

fn focus_area(at: &Cursor<'_>) -> Result<FocusArea, Refusal> {
    let mut row = FocusArea::blank(Id::from_bytes([0; 16]));
    read::record(at, &FOCUS_AREA, &mut row)?;
    Ok(row)
}

fn source(at: &Cursor<'_>) -> Result<Option<ProposalSource>, Refusal> {
    if at.is_null() {
        return Ok(None);
    }
    at.only(&["id", "heading", "year", "net_change"])?;
    Ok(Some(ProposalSource {
        proposal: at.field("id")?.id()?,
        heading: read::text(at, "heading")?,
        year: read::year(&at.field("year")?)?,
        net_change: read::kroner(&at.field("net_change")?)?,
    }))
}

fn write_source(source: &ProposalSource) -> Json<'_> {
    Json::Object(vec![
        ("id", write::identity(source.proposal)),
        ("heading", write::text_of(&source.heading)),
        ("year", write::year(source.year)),
        ("net_change", write::kroner(source.net_change)),
    ])
}

fn stated_sum(at: &Cursor<'_>) -> Result<StatedSum, Refusal> {
    at.only(&["id", "focus_areas", "months", "total"])?;
    Ok(StatedSum {
        id: at.field("id")?.id()?,
        rows: read::list(&at.field("focus_areas")?, limits::FOCUS_AREAS, |at| at.id())?,
        months: at.field("months")?.array(read::amount)?,
        total: read::amount(&at.field("total")?)?,
    })
}

fn write_stated_sum(sum: &StatedSum) -> Json<'_> {
    Json::Object(vec![
        ("id", write::identity(sum.id)),
        ("focus_areas", write::identities(&sum.rows)),
        ("months", write::amounts(&sum.months)),
        ("total", write::amount(&sum.total)),
    ])
}

fn closed_update(at: &Cursor<'_>) -> Result<ClosedUpdate, Refusal> {
    at.only(&[
        "closed_on",
        "realised_through",
        "effect",
        "expected_overspend",
        "note",
    ])?;
    Ok(ClosedUpdate::new(
        read::date(&at.field("closed_on")?)?,
        read::month(&at.field("realised_through")?)?,
        read::kroner(&at.field("effect")?)?,
        read::kroner(&at.field("expected_overspend")?)?,
        read::text(at, "note")?,
    ))
}

fn write_closed_update(update: &ClosedUpdate) -> Json<'_> {
    Json::Object(vec![
        ("closed_on", write::date(update.closed_on())),
        ("realised_through", write::month(update.status())),
        ("effect", write::kroner(update.effect())),
        ("expected_overspend", write::kroner(update.forecast())),
        ("note", write::text_of(update.note())),
    ])
}
