//! Version 1 of the file format: the types that are written, and the reader. Frozen once released.
//!
//! Amounts are exact JSON numbers in kroner, minus = lower net expenditure; blank is null; text that could not
//! be read as a value is `{"unreadable": "…"}`, so that it is neither lost nor taken for blank.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

use super::cursor::Cursor;
use super::iso;
use super::refusal::{Expected, Reason, Refusal};
use crate::domain::{
    ActionPlan, Amount, ChangeKind, Date, Document, Entry, FocusArea, FullTimeEquivalents,
    HeadCount, Id, Proposal, ProposalYear, Section, Timestamp, YEARS, Year, limits,
};

/// The version's number.
pub const VERSION: u32 = 1;

/// A file: any number of proposals and action plans.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(title = "Råderum", deny_unknown_fields)
)]
pub struct File {
    /// Always "raaderum".
    format: Format,
    /// Always 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
    version: u32,
    /// Reduktionsforslag.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::DOCUMENTS)))]
    proposals: Vec<WireProposal>,
    /// Handleplaner.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::DOCUMENTS)))]
    action_plans: Vec<WirePlan>,
}

/// The name of the format.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
enum Format {
    Raaderum,
}

/// Reduktionsforslag.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "Proposal", deny_unknown_fields)
)]
struct WireProposal {
    /// Unique in the file.
    id: Identity,
    /// When somebody last changed it.
    changed_at: Moment,
    /// Overskrift.
    heading: String,
    /// Center.
    department: String,
    /// Bevilling, one line each.
    appropriations: Vec<String>,
    /// Ændringen vedrører, in this order and each at most once.
    #[cfg_attr(feature = "schema", schemars(extend("uniqueItems" = true)))]
    kinds: Vec<WireKind>,
    /// The budget year; three forecast years follow.
    first_year: Cell<CalendarYear>,
    /// The budget year and the three forecast years.
    years: [WireYear; YEARS],
    /// The seven text sections.
    sections: WireSections,
}

/// Effektivisering, Investering, Besparelse, Merindtægt.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "ChangeKind")
)]
#[serde(rename_all = "snake_case")]
enum WireKind {
    Efficiency,
    Investment,
    Saving,
    AdditionalRevenue,
}

/// One year of a proposal. Amounts in kroner; minus = lower net expenditure.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "ProposalYear", deny_unknown_fields)
)]
struct WireYear {
    /// Nuværende budget, in kroner.
    current_budget: Cell<Kroner>,
    /// Budgetændring – drift, in kroner.
    operating_change: Cell<Kroner>,
    /// Estimeret gevinst, in kroner, normally negative.
    estimated_gain: Cell<Kroner>,
    /// Investeringsbehov, in kroner, normally positive.
    investment_need: Cell<Kroner>,
    /// Berørte antal medarbejdere.
    employees_affected: Cell<People>,
    /// Ændring i antal årsværk; minus = positions removed.
    full_time_equivalents: Cell<Positions>,
}

/// The seven text sections of a proposal.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "Sections", deny_unknown_fields)
)]
struct WireSections {
    /// Kort resumé af forslaget.
    summary: String,
    /// Reduktionsforslag.
    reduction: String,
    /// Investeringsbehov (evt.).
    investment: String,
    /// Konsekvenser ved forslaget.
    consequences: String,
    /// Tidshorisont.
    time_horizon: String,
    /// Sammenhæng til andre bidrag (evt.).
    related_contributions: String,
    /// Relevante dokumenter.
    relevant_documents: String,
}

/// Handleplan.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "ActionPlan", deny_unknown_fields)
)]
struct WirePlan {
    /// Unique in the file.
    id: Identity,
    /// When somebody last changed it.
    changed_at: Moment,
    /// The plan's year.
    year: Cell<CalendarYear>,
    /// Center.
    department: String,
    /// Ansvarlig, of the center.
    department_responsible: String,
    /// Virksomhed / område.
    unit: String,
    /// Ansvarlig, of the unit.
    unit_responsible: String,
    /// Opstart af handleplan.
    started_on: Cell<CalendarDate>,
    /// Forventet merforbrug ved opstart af handleplan, in kroner; positive = overspend.
    expected_overspend_at_start: Cell<Kroner>,
    /// Opdateret.
    updated_on: Cell<CalendarDate>,
    /// Forventet merforbrug ved sidste opdatering, in kroner; positive = overspend.
    expected_overspend_at_update: Cell<Kroner>,
    /// Årsag til merforbrug.
    cause: String,
    /// Sagsnummer.
    case_number: String,
    /// Indsatsområder, in order.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::FOCUS_AREAS)))]
    focus_areas: Vec<WireFocusArea>,
}

/// Indsatsområde: one row of a plan.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "FocusArea", deny_unknown_fields)
)]
struct WireFocusArea {
    /// Unique in its plan.
    id: Identity,
    /// Indsatsområde.
    area: String,
    /// Konkrete mål.
    goal: String,
    /// Handling og indsats.
    action: String,
    /// Konsekvenser.
    consequences: String,
    /// Økonomisk effekt, January to December, in kroner; negative reduces the overspend.
    effects: [Cell<Kroner>; 12],
}

/// A field: null when blank, a value, or text that is none.
type Cell<T> = Option<ValueOrText<T>>;

/// A value, or the text that was typed where a value belongs and could not be read.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "{T}OrText", deny_unknown_fields)
)]
#[serde(untagged)]
enum ValueOrText<T> {
    /// The value.
    Value(T),
    /// What was typed.
    Unreadable {
        /// The text exactly as it was typed.
        unreadable: String,
    },
}

/// A UUID in lower case.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(extend(
        "format" = "uuid",
        "pattern" = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
    ))
)]
struct Identity(String);

/// A moment in universal time, to the second: 2023-12-31T10:00:00Z.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(extend(
        "format" = "date-time",
        "pattern" = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
    ))
)]
struct Moment(String);

/// A date from 1970 to 2100: 2023-12-31.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(
        rename = "Date",
        extend("format" = "date", "pattern" = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    )
)]
struct CalendarDate(String);

/// A calendar year.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(
        rename = "Year",
        extend("minimum" = limits::YEARS.0, "maximum" = limits::YEARS.1)
    )
)]
struct CalendarYear(u16);

/// A number of people.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(extend("maximum" = limits::STAFF))
)]
struct People(u32);

/// A change in full-time positions, exact, with at most four decimals.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(extend("minimum" = -limits::STAFF, "maximum" = limits::STAFF))
)]
struct Positions(Number);

/// An exact amount in kroner with at most two decimals. Read it as a decimal, not as a binary float.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(extend("minimum" = -limits::AMOUNT_KRONER, "maximum" = limits::AMOUNT_KRONER))
)]
struct Kroner(Number);

/// The JSON Schema of this version, generated from the types above.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::generate::SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<File>()
        .to_value()
}

// ---- writing ----

impl File {
    pub(super) fn of(documents: &[&Document]) -> Self {
        let mut file = Self {
            format: Format::Raaderum,
            version: VERSION,
            proposals: Vec::new(),
            action_plans: Vec::new(),
        };
        for document in documents {
            match document {
                Document::Proposal(proposal) => file.proposals.push(proposal.into()),
                Document::ActionPlan(plan) => file.action_plans.push(plan.into()),
            }
        }
        file
    }
}

impl From<&Proposal> for WireProposal {
    fn from(proposal: &Proposal) -> Self {
        let lines = match proposal.appropriations.as_str() {
            "" => Vec::new(),
            text => text.split('\n').map(str::to_owned).collect(),
        };
        let text = |section| proposal.section(section).to_owned();
        Self {
            id: Identity(proposal.id.to_string()),
            changed_at: Moment(iso::moment(proposal.changed_at)),
            heading: proposal.heading.clone(),
            department: proposal.department.clone(),
            appropriations: lines,
            kinds: proposal.kinds.iter().map(|&kind| kind.into()).collect(),
            first_year: cell(&proposal.first_year, |year| CalendarYear(year.number())),
            years: proposal.years.each_ref().map(WireYear::from),
            sections: WireSections {
                summary: text(Section::Summary),
                reduction: text(Section::Reduction),
                investment: text(Section::Investment),
                consequences: text(Section::Consequences),
                time_horizon: text(Section::TimeHorizon),
                related_contributions: text(Section::RelatedContributions),
                relevant_documents: text(Section::RelevantDocuments),
            },
        }
    }
}

impl From<ChangeKind> for WireKind {
    fn from(kind: ChangeKind) -> Self {
        match kind {
            ChangeKind::Efficiency => Self::Efficiency,
            ChangeKind::Investment => Self::Investment,
            ChangeKind::Saving => Self::Saving,
            ChangeKind::AdditionalRevenue => Self::AdditionalRevenue,
        }
    }
}

impl From<&ProposalYear> for WireYear {
    fn from(year: &ProposalYear) -> Self {
        Self {
            current_budget: amount(&year.current_budget),
            operating_change: amount(&year.operating_change),
            estimated_gain: amount(&year.estimated_gain),
            investment_need: amount(&year.investment_need),
            employees_affected: cell(&year.employees_affected, |count| People(count.people())),
            full_time_equivalents: cell(&year.full_time_equivalents, |change| {
                Positions(exact(change.positions()))
            }),
        }
    }
}

impl From<&ActionPlan> for WirePlan {
    fn from(plan: &ActionPlan) -> Self {
        Self {
            id: Identity(plan.id.to_string()),
            changed_at: Moment(iso::moment(plan.changed_at)),
            year: cell(&plan.year, |year| CalendarYear(year.number())),
            department: plan.department.clone(),
            department_responsible: plan.department_responsible.clone(),
            unit: plan.unit.clone(),
            unit_responsible: plan.unit_responsible.clone(),
            started_on: cell(&plan.started_on, |day| CalendarDate(iso::date(day))),
            expected_overspend_at_start: amount(&plan.overspend_at_start),
            updated_on: cell(&plan.updated_on, |day| CalendarDate(iso::date(day))),
            expected_overspend_at_update: amount(&plan.overspend_at_update),
            cause: plan.cause.clone(),
            case_number: plan.case_number.clone(),
            focus_areas: plan.focus_areas.iter().map(WireFocusArea::from).collect(),
        }
    }
}

impl From<&FocusArea> for WireFocusArea {
    fn from(row: &FocusArea) -> Self {
        Self {
            id: Identity(row.id.to_string()),
            area: row.area.clone(),
            goal: row.goal.clone(),
            action: row.action.clone(),
            consequences: row.consequences.clone(),
            effects: row.effects.each_ref().map(amount),
        }
    }
}

fn cell<T: Copy, W>(entry: &Entry<T>, write: impl Fn(T) -> W) -> Cell<W> {
    match entry {
        Entry::Blank => None,
        Entry::Value(value) => Some(ValueOrText::Value(write(*value))),
        Entry::Unreadable(text) => Some(ValueOrText::Unreadable {
            unreadable: text.clone(),
        }),
    }
}

fn amount(entry: &Entry<Amount>) -> Cell<Kroner> {
    cell(entry, |amount| Kroner(exact(amount.kroner())))
}

fn exact(number: rust_decimal::Decimal) -> Number {
    // A decimal prints as digits with at most one point, which is always a JSON number.
    let digits = number.normalize().to_string();
    digits.parse().unwrap_or_else(|_| Number::from(0))
}

// ---- reading ----

pub(super) fn read(root: &Cursor<'_>) -> Result<Vec<Document>, Refusal> {
    root.only(&["format", "version", "proposals", "action_plans"])?;
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
        "years",
        "sections",
    ])?;
    let list = at.field("appropriations")?;
    let lines = list
        .items(limits::TEXT_CHARACTERS)?
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
    ])?;
    let mut focus_areas: Vec<FocusArea> = Vec::new();
    for item in at.field("focus_areas")?.items(limits::FOCUS_AREAS)? {
        let row = focus_area(&item)?;
        if focus_areas.iter().any(|other| other.id == row.id) {
            return Err(item.refuse(Reason::SameId(row.id)));
        }
        focus_areas.push(row);
    }
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
    })
}

fn focus_area(at: &Cursor<'_>) -> Result<FocusArea, Refusal> {
    at.only(&["id", "area", "goal", "action", "consequences", "effects"])?;
    Ok(FocusArea {
        id: at.field("id")?.id()?,
        area: read_text(at, "area")?,
        goal: read_text(at, "goal")?,
        action: read_text(at, "action")?,
        consequences: read_text(at, "consequences")?,
        effects: at.field("effects")?.array(read_amount)?,
    })
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
    entry(at, |at| {
        Amount::new(at.number()?).map_err(|_| at.refuse(Reason::AmountOutOfBounds))
    })
}

fn read_year(at: &Cursor<'_>) -> Result<Entry<Year>, Refusal> {
    entry(at, |at| {
        at.whole_number()
            .ok()
            .and_then(Year::new)
            .ok_or_else(|| at.refuse(Reason::Expected(Expected::YearOrBlank)))
    })
}

fn read_date(at: &Cursor<'_>) -> Result<Entry<Date>, Refusal> {
    entry(at, |at| {
        at.text()
            .ok()
            .and_then(iso::read_date)
            .filter(|date| Year::new(date.year().into()).is_some())
            .ok_or_else(|| at.refuse(Reason::Expected(Expected::DateOrBlank)))
    })
}

fn read_moment(at: &Cursor<'_>) -> Result<Timestamp, Refusal> {
    iso::read_moment(at.text()?).ok_or_else(|| at.refuse(Reason::Expected(Expected::Moment)))
}
