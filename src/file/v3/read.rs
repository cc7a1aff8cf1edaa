//! Reading version 3, strictly: what is unknown, missing or out of bounds is refused, with its place.

use crate::domain::{
    ActionPlan, Amount, Catalogue, CatalogueEntry, ChangeKind, ClosedUpdate, ClosedUpdates, Date,
    Dismissal, Document, Edition, Entry, FocusArea, FullTimeEquivalents, HeadCount, Id, Month,
    Package, Proposal, ProposalSource, ProposalStatus, ProposalYear, ReimbursementRate, Relation,
    RelationKind, Section, StatedFigures, StatedSum, Timestamp, VariantGroup, Year, limits,
};
use crate::file::cursor::Cursor;
use crate::file::iso;
use crate::file::refusal::{Expected, Reason, Refusal};

pub(in crate::file) fn read(root: &Cursor<'_>) -> Result<Vec<Document>, Refusal> {
    root.only(&[
        "format",
        "version",
        "proposals",
        "action_plans",
        "catalogues",
    ])?;
    let mut documents: Vec<Document> = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    let mut unique = |place: &Cursor<'_>, id: Id| {
        if ids.insert(id) {
            Ok(())
        } else {
            Err(place.refuse(Reason::SameId(id)))
        }
    };
    for item in root.field("proposals")?.items(limits::DOCUMENTS)? {
        let proposal = proposal(&item)?;
        unique(&item, proposal.id)?;
        documents.push(proposal.into());
    }
    for item in root.field("action_plans")?.items(limits::DOCUMENTS)? {
        let plan = plan(&item)?;
        unique(&item, plan.id)?;
        documents.push(plan.into());
    }
    for item in root.field("catalogues")?.items(limits::DOCUMENTS)? {
        let catalogue = catalogue(&item)?;
        unique(&item, catalogue.id)?;
        documents.push(catalogue.into());
    }
    Ok(documents)
}

fn proposal(at: &Cursor<'_>) -> Result<Proposal, Refusal> {
    at.only(&[
        "id",
        "changed_at",
        "heading",
        "department",
        "appropriations",
        "kinds",
        "first_year",
        "price_level",
        "reimbursement_rate",
        "years",
        "stated_totals",
        "sections",
        "dismissed_advice",
    ])?;
    let list = at.field("appropriations")?;
    let lines = list
        .items(usize::MAX)?
        .map(|line| line.text())
        .collect::<Result<Vec<_>, _>>()?;
    let mut kinds = std::collections::BTreeSet::new();
    for item in at.field("kinds")?.items(ChangeKind::ALL.len())? {
        let kind = kind(item.text()?).filter(|&kind| kinds.insert(kind));
        kind.ok_or_else(|| item.refuse(Reason::Expected(Expected::Kind)))?;
    }
    let sections = at.field("sections")?;
    sections.only(&SECTION_NAMES)?;
    let mut texts: [String; SECTION_NAMES.len()] = Default::default();
    for (text, name) in texts.iter_mut().zip(SECTION_NAMES) {
        *text = sections.field(name)?.text()?.to_owned();
    }
    Ok(Proposal {
        id: at.field("id")?.id()?,
        changed_at: read_moment(&at.field("changed_at")?)?,
        heading: read_text(at, "heading")?,
        department: read_text(at, "department")?,
        appropriations: lines.join("\n"),
        kinds,
        first_year: read_year(&at.field("first_year")?)?,
        price_level: read_year(&at.field("price_level")?)?,
        reimbursement: entry(&at.field("reimbursement_rate")?, |at| {
            ReimbursementRate::new(at.number()?).ok_or_else(|| at.refuse(Reason::RateOutOfBounds))
        })?,
        stated: stated_totals(&at.field("stated_totals")?)?,
        dismissed: dismissed(&at.field("dismissed_advice")?)?,
        years: at.field("years")?.array(year)?,
        sections: texts,
    })
}

/// In the order of [`Section::ALL`].
const SECTION_NAMES: [&str; Section::ALL.len()] = [
    "summary",
    "reduction",
    "investment",
    "consequences",
    "time_horizon",
    "related_contributions",
    "relevant_documents",
];

fn kind(name: &str) -> Option<ChangeKind> {
    match name {
        "efficiency" => Some(ChangeKind::Efficiency),
        "investment" => Some(ChangeKind::Investment),
        "saving" => Some(ChangeKind::Saving),
        "additional_revenue" => Some(ChangeKind::AdditionalRevenue),
        _ => None,
    }
}

fn year(at: &Cursor<'_>) -> Result<ProposalYear, Refusal> {
    at.only(&[
        "current_budget",
        "operating_change",
        "estimated_gain",
        "investment_need",
        "employees_affected",
        "full_time_equivalents",
    ])?;
    Ok(ProposalYear {
        current_budget: read_amount(&at.field("current_budget")?)?,
        operating_change: read_amount(&at.field("operating_change")?)?,
        estimated_gain: read_amount(&at.field("estimated_gain")?)?,
        investment_need: read_amount(&at.field("investment_need")?)?,
        employees_affected: entry(&at.field("employees_affected")?, |at| {
            HeadCount::new(at.number()?).ok_or_else(|| at.refuse(Reason::StaffOutOfBounds))
        })?,
        full_time_equivalents: entry(&at.field("full_time_equivalents")?, |at| {
            FullTimeEquivalents::new(at.number()?)
                .ok_or_else(|| at.refuse(Reason::StaffOutOfBounds))
        })?,
    })
}

fn plan(at: &Cursor<'_>) -> Result<ActionPlan, Refusal> {
    at.only(&[
        "id",
        "changed_at",
        "year",
        "department",
        "department_responsible",
        "unit",
        "unit_responsible",
        "started_on",
        "expected_overspend_at_start",
        "updated_on",
        "expected_overspend_at_update",
        "cause",
        "case_number",
        "focus_areas",
        "carried_over_overspend",
        "stated_sums",
        "realised_through",
        "closed_through",
        "closed_updates",
        "supplementary_appropriation",
        "dismissed_advice",
    ])?;
    let appropriation = at.field("supplementary_appropriation")?;
    appropriation.only(&["amount", "financing"])?;
    let (areas, sums) = (at.field("focus_areas")?, at.field("stated_sums")?);
    let focus_areas = rows(&areas, limits::FOCUS_AREAS, focus_area, |row| row.id)?;
    let stated_sums = rows(&sums, limits::STATED_SUMS, stated_sum, |sum| sum.id)?;
    Ok(ActionPlan {
        id: at.field("id")?.id()?,
        changed_at: read_moment(&at.field("changed_at")?)?,
        year: read_year(&at.field("year")?)?,
        department: read_text(at, "department")?,
        department_responsible: read_text(at, "department_responsible")?,
        unit: read_text(at, "unit")?,
        unit_responsible: read_text(at, "unit_responsible")?,
        started_on: read_date(&at.field("started_on")?)?,
        overspend_at_start: read_amount(&at.field("expected_overspend_at_start")?)?,
        updated_on: read_date(&at.field("updated_on")?)?,
        overspend_at_update: read_amount(&at.field("expected_overspend_at_update")?)?,
        cause: read_text(at, "cause")?,
        case_number: read_text(at, "case_number")?,
        focus_areas,
        carried_over: read_amount(&at.field("carried_over_overspend")?)?,
        stated_sums,
        status: read_month(&at.field("realised_through")?)?,
        closed_through: read_month(&at.field("closed_through")?)?,
        updates: ClosedUpdates::of(list(
            &at.field("closed_updates")?,
            limits::UPDATES,
            closed_update,
        )?),
        appropriation: read_amount(&appropriation.field("amount")?)?,
        appropriation_financing: read_text(&appropriation, "financing")?,
        dismissed: dismissed(&at.field("dismissed_advice")?)?,
    })
}

fn focus_area(at: &Cursor<'_>) -> Result<FocusArea, Refusal> {
    at.only(&[
        "id",
        "area",
        "goal",
        "action",
        "consequences",
        "effects",
        "realised",
        "stated_total",
        "proposal",
    ])?;
    Ok(FocusArea {
        id: at.field("id")?.id()?,
        area: read_text(at, "area")?,
        goal: read_text(at, "goal")?,
        action: read_text(at, "action")?,
        consequences: read_text(at, "consequences")?,
        effects: at.field("effects")?.array(read_amount)?,
        realised: at.field("realised")?.array(read_amount)?,
        stated_total: read_amount(&at.field("stated_total")?)?,
        source: source(&at.field("proposal")?)?,
    })
}

fn source(at: &Cursor<'_>) -> Result<Option<ProposalSource>, Refusal> {
    if at.is_null() {
        return Ok(None);
    }
    at.only(&["id", "heading", "year", "net_change"])?;
    Ok(Some(ProposalSource {
        proposal: at.field("id")?.id()?,
        heading: read_text(at, "heading")?,
        year: calendar_year(&at.field("year")?)?,
        net_change: kroner(&at.field("net_change")?)?,
    }))
}

fn stated_sum(at: &Cursor<'_>) -> Result<StatedSum, Refusal> {
    at.only(&["id", "focus_areas", "months", "total"])?;
    Ok(StatedSum {
        id: at.field("id")?.id()?,
        rows: list(&at.field("focus_areas")?, limits::FOCUS_AREAS, |at| at.id())?,
        months: at.field("months")?.array(read_amount)?,
        total: read_amount(&at.field("total")?)?,
    })
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
        calendar_date(&at.field("closed_on")?)?,
        read_month(&at.field("realised_through")?)?,
        kroner(&at.field("effect")?)?,
        kroner(&at.field("expected_overspend")?)?,
        read_text(at, "note")?,
    ))
}

fn catalogue(at: &Cursor<'_>) -> Result<Catalogue, Refusal> {
    at.only(&[
        "id",
        "changed_at",
        "title",
        "municipality",
        "first_year",
        "stage",
        "price_level",
        "hearing_from",
        "hearing_to",
        "introduction",
        "targets",
        "entries",
        "variant_groups",
        "relations",
        "packages",
        "edition",
    ])?;
    let (entries, groups) = (at.field("entries")?, at.field("variant_groups")?);
    let (relations, packages) = (at.field("relations")?, at.field("packages")?);
    Ok(Catalogue {
        id: at.field("id")?.id()?,
        changed_at: read_moment(&at.field("changed_at")?)?,
        title: read_text(at, "title")?,
        municipality: read_text(at, "municipality")?,
        first_year: read_year(&at.field("first_year")?)?,
        stage: read_text(at, "stage")?,
        price_level: read_year(&at.field("price_level")?)?,
        hearing_from: read_date(&at.field("hearing_from")?)?,
        hearing_to: read_date(&at.field("hearing_to")?)?,
        introduction: read_text(at, "introduction")?,
        targets: at.field("targets")?.array(read_amount)?,
        entries: rows(
            &entries,
            limits::CATALOGUE_ENTRIES,
            catalogue_entry,
            |entry| entry.proposal,
        )?,
        variant_groups: rows(&groups, limits::VARIANT_GROUPS, variant_group, |group| {
            group.id
        })?,
        relations: rows(&relations, limits::RELATIONS, relation, |relation| {
            relation.id
        })?,
        packages: rows(&packages, limits::PACKAGES, package, |package| package.id)?,
        edition: edition(&at.field("edition")?)?,
    })
}

/// The items of a list, of which no two have the same identity.
fn rows<T>(
    at: &Cursor<'_>,
    most: usize,
    read: impl Fn(&Cursor<'_>) -> Result<T, Refusal>,
    id: impl Fn(&T) -> Id,
) -> Result<Vec<T>, Refusal> {
    let mut ids = std::collections::BTreeSet::new();
    let mut rows = Vec::new();
    for item in at.items(most)? {
        let row = read(&item)?;
        if !ids.insert(id(&row)) {
            return Err(item.refuse(Reason::SameId(id(&row))));
        }
        rows.push(row);
    }
    Ok(rows)
}

fn catalogue_entry(at: &Cursor<'_>) -> Result<CatalogueEntry, Refusal> {
    at.only(&["proposal", "status", "outcome"])?;
    Ok(CatalogueEntry {
        proposal: at.field("proposal")?.id()?,
        status: named(&at.field("status")?, &STATUSES, Expected::Status)?,
        outcome: read_text(at, "outcome")?,
    })
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

fn variant_group(at: &Cursor<'_>) -> Result<VariantGroup, Refusal> {
    at.only(&["id", "name", "proposals"])?;
    Ok(VariantGroup {
        id: at.field("id")?.id()?,
        name: read_text(at, "name")?,
        proposals: choice(&at.field("proposals")?)?,
    })
}

/// Proposals, each once.
fn choice(at: &Cursor<'_>) -> Result<Vec<Id>, Refusal> {
    rows(at, limits::CATALOGUE_ENTRIES, |at| at.id(), |&id| id)
}

fn relation(at: &Cursor<'_>) -> Result<Relation, Refusal> {
    at.only(&["id", "kind", "from", "to", "weakening", "note"])?;
    Ok(Relation {
        id: at.field("id")?.id()?,
        kind: named(&at.field("kind")?, &RELATION_KINDS, Expected::RelationKind)?,
        from: at.field("from")?.id()?,
        to: at.field("to")?.id()?,
        weakening: at.field("weakening")?.array(read_amount)?,
        note: read_text(at, "note")?,
    })
}

const RELATION_KINDS: [(&str, RelationKind); RelationKind::ALL.len()] = [
    ("requires", RelationKind::Requires),
    ("excludes", RelationKind::Excludes),
    ("weakens", RelationKind::Weakens),
];

/// What a word stands for.
fn named<T: Copy>(at: &Cursor<'_>, names: &[(&str, T)], expected: Expected) -> Result<T, Refusal> {
    let name = at.text()?;
    let found = names.iter().find(|(other, _)| *other == name);
    found
        .map(|&(_, value)| value)
        .ok_or_else(|| at.refuse(Reason::Expected(expected)))
}

fn package(at: &Cursor<'_>) -> Result<Package, Refusal> {
    at.only(&["id", "name", "proposals"])?;
    Ok(Package {
        id: at.field("id")?.id()?,
        name: read_text(at, "name")?,
        proposals: choice(&at.field("proposals")?)?,
    })
}

fn edition(at: &Cursor<'_>) -> Result<Option<Edition>, Refusal> {
    if at.is_null() {
        return Ok(None);
    }
    at.only(&["number", "published_on"])?;
    let number = at.field("number")?;
    let published_on = calendar_date(&at.field("published_on")?)?;
    u32::try_from(number.whole_number()?)
        .ok()
        .and_then(|number| Edition::new(number, published_on))
        .map(Some)
        .ok_or_else(|| number.refuse(Reason::Expected(Expected::EditionNumber)))
}

fn stated_totals(at: &Cursor<'_>) -> Result<StatedFigures, Refusal> {
    at.only(&["rows", "net_change", "net_change_total"])?;
    Ok(StatedFigures {
        rows: at.field("rows")?.array(read_amount)?,
        net_change: at.field("net_change")?.array(read_amount)?,
        net_change_total: read_amount(&at.field("net_change_total")?)?,
    })
}

fn dismissed(at: &Cursor<'_>) -> Result<Vec<Dismissal>, Refusal> {
    list(at, limits::DISMISSALS, |at| {
        at.only(&["advice", "field", "detail", "reason"])?;
        Ok(Dismissal {
            advice: read_text(at, "advice")?,
            field: read_text(at, "field")?,
            detail: read_text(at, "detail")?,
            reason: read_text(at, "reason")?,
        })
    })
}

fn list<T>(
    at: &Cursor<'_>,
    most: usize,
    read: impl Fn(&Cursor<'_>) -> Result<T, Refusal>,
) -> Result<Vec<T>, Refusal> {
    at.items(most)?.map(|item| read(&item)).collect()
}

fn read_text(at: &Cursor<'_>, name: &str) -> Result<String, Refusal> {
    Ok(at.field(name)?.text()?.to_owned())
}

fn entry<T>(
    at: &Cursor<'_>,
    read: impl Fn(&Cursor<'_>) -> Result<T, Refusal>,
) -> Result<Entry<T>, Refusal> {
    if at.is_null() {
        return Ok(Entry::Blank);
    }
    match at.unreadable()? {
        Some(text) => Ok(Entry::Unreadable(text)),
        None => read(at).map(Entry::Value),
    }
}

fn read_amount(at: &Cursor<'_>) -> Result<Entry<Amount>, Refusal> {
    entry(at, kroner)
}

fn kroner(at: &Cursor<'_>) -> Result<Amount, Refusal> {
    Amount::new(at.number()?).map_err(|_| at.refuse(Reason::AmountOutOfBounds))
}

fn read_month(at: &Cursor<'_>) -> Result<Option<Month>, Refusal> {
    if at.is_null() {
        return Ok(None);
    }
    let number = at.whole_number()?;
    Month::ALL
        .into_iter()
        .zip(1..)
        .find(|(_, other)| *other == number)
        .map(|(month, _)| Some(month))
        .ok_or_else(|| at.refuse(Reason::Expected(Expected::Month)))
}

fn read_year(at: &Cursor<'_>) -> Result<Entry<Year>, Refusal> {
    entry(at, calendar_year)
}

fn calendar_year(at: &Cursor<'_>) -> Result<Year, Refusal> {
    at.whole_number()
        .ok()
        .and_then(Year::new)
        .ok_or_else(|| at.refuse(Reason::Expected(Expected::YearOrBlank)))
}

fn read_date(at: &Cursor<'_>) -> Result<Entry<Date>, Refusal> {
    entry(at, calendar_date)
}

fn calendar_date(at: &Cursor<'_>) -> Result<Date, Refusal> {
    at.text()
        .ok()
        .and_then(iso::read_date)
        .filter(|date| Year::new(date.year().into()).is_some())
        .ok_or_else(|| at.refuse(Reason::Expected(Expected::DateOrBlank)))
}

fn read_moment(at: &Cursor<'_>) -> Result<Timestamp, Refusal> {
    iso::read_moment(at.text()?).ok_or_else(|| at.refuse(Reason::Expected(Expected::Moment)))
}
