//! Version 3 of the file format: the types that are written, and the reader. Frozen once released.
//!
//! New since version 2: catalogues.
//!
//! Amounts are exact JSON numbers in kroner, minus = lower net expenditure; blank is null; text that could not
//! be read as a value is `{"unreadable": "…"}`, so that it is neither lost nor taken for blank.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Number;

mod read;
mod write;

pub(super) use read::read;

#[cfg(feature = "schema")]
use crate::domain::limits;
use crate::domain::{AmountRow, YEARS};

/// The version's number.
pub const VERSION: u32 = 3;

/// A file: any number of proposals, action plans and catalogues.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(title = "Råderum", deny_unknown_fields)
)]
pub struct File {
    /// Always "raaderum".
    format: Format,
    /// Always 3.
    #[cfg_attr(feature = "schema", schemars(range(min = 3, max = 3)))]
    version: u32,
    /// Reduktionsforslag.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::DOCUMENTS)))]
    proposals: Vec<WireProposal>,
    /// Handleplaner.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::DOCUMENTS)))]
    action_plans: Vec<WirePlan>,
    /// Råderumskataloger.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::DOCUMENTS)))]
    catalogues: Vec<WireCatalogue>,
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
    /// Prisniveau: the year in whose prices the amounts are.
    price_level: Cell<CalendarYear>,
    /// Refusion: the share in per cent that the state reimburses. The amounts are net of it.
    reimbursement_rate: Cell<Percent>,
    /// The budget year and the three forecast years.
    years: [WireYear; YEARS],
    /// Sums that the source of a pasted table stated, beside what the years give.
    stated_totals: WireStatedTotals,
    /// The seven text sections.
    sections: WireSections,
    /// Advice that somebody put aside.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::DISMISSALS)))]
    dismissed_advice: Vec<WireDismissal>,
}

/// Sums that the source of a pasted table stated, in kroner.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "StatedTotals", deny_unknown_fields)
)]
struct WireStatedTotals {
    /// Budgetændring – drift, estimeret gevinst and investeringsbehov, each over all years.
    rows: [Cell<Kroner>; AmountRow::CHANGES.len()],
    /// Ændringsforslag i alt in each year.
    net_change: [Cell<Kroner>; YEARS],
    /// Ændringsforslag i alt over all years.
    net_change_total: Cell<Kroner>,
}

/// Advice that somebody put aside. It is recognised by the three first fields.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "DismissedAdvice", deny_unknown_fields)
)]
struct WireDismissal {
    /// What was noticed, as a word.
    advice: String,
    /// The name of the field it is about.
    field: String,
    /// What exactly was noticed; empty when the word says it all.
    detail: String,
    /// Why it does not apply.
    reason: String,
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
    /// Overført merforbrug fra sidste år, in kroner; positive = overspend. Apart from this year's.
    carried_over_overspend: Cell<Kroner>,
    /// Årsag til merforbrug.
    cause: String,
    /// Sagsnummer.
    case_number: String,
    /// Indsatsområder, in order.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::FOCUS_AREAS)))]
    focus_areas: Vec<WireFocusArea>,
    /// Sum rows that pasted tables stated, beside what the focus areas give.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::STATED_SUMS)))]
    stated_sums: Vec<WireStatedSum>,
    /// Status pr.: the last month whose realised effects count, 1 to 12.
    realised_through: Option<MonthNumber>,
    /// The last month that is closed: up to it, amounts are locked against typing.
    closed_through: Option<MonthNumber>,
    /// The updates that were closed, oldest first.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::UPDATES)))]
    closed_updates: Vec<WireUpdate>,
    /// Tillægsbevilling that is applied for.
    supplementary_appropriation: WireAppropriation,
    /// Advice that somebody put aside.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::DISMISSALS)))]
    dismissed_advice: Vec<WireDismissal>,
}

/// An update that was closed, as it was then.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "ClosedUpdate", deny_unknown_fields)
)]
struct WireUpdate {
    /// The date of the update.
    closed_on: CalendarDate,
    /// The last month that was realised then.
    realised_through: Option<MonthNumber>,
    /// The effect that all focus areas were expected to have, in kroner; negative reduces the overspend.
    effect: Kroner,
    /// Forventet merforbrug efter opdateringen, in kroner; positive = overspend.
    expected_overspend: Kroner,
    /// What somebody wrote about it.
    note: String,
}

/// Tillægsbevilling: money that the council is asked to add in the middle of the year.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "SupplementaryAppropriation", deny_unknown_fields)
)]
struct WireAppropriation {
    /// In kroner; positive.
    amount: Cell<Kroner>,
    /// Where the money is to come from.
    financing: String,
}

/// The sum row of a pasted table, as its source stated it.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "StatedSum", deny_unknown_fields)
)]
struct WireStatedSum {
    /// Unique in its plan.
    id: Identity,
    /// The focus areas that it is the sum of. One that was removed since may be among them.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::FOCUS_AREAS)))]
    focus_areas: Vec<Identity>,
    /// January to December, in kroner.
    months: [Cell<Kroner>; 12],
    /// I alt, in kroner.
    total: Cell<Kroner>,
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
    /// Økonomisk effekt as planned, January to December, in kroner; negative reduces the overspend.
    effects: [Cell<Kroner>; 12],
    /// What was realised, January to December, in kroner; negative reduced the overspend.
    realised: [Cell<Kroner>; 12],
    /// I alt, as the source of a pasted table stated it, in kroner.
    stated_total: Cell<Kroner>,
    /// The proposal that the focus area follows up.
    proposal: Option<WireSource>,
}

/// The proposal that a focus area comes from, as it was when it was picked.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "ProposalSource", deny_unknown_fields)
)]
struct WireSource {
    /// The proposal.
    id: Identity,
    /// Its heading.
    heading: String,
    /// The plan's year when it was picked.
    year: CalendarYear,
    /// Its Ændringsforslag i alt in that year, in kroner.
    net_change: Kroner,
}

/// Råderumskatalog: the proposals of a budget year, and how they relate. It names proposals by identity; one that is not in
/// the file, or not among its entries, counts as nothing.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "Catalogue", deny_unknown_fields)
)]
struct WireCatalogue {
    /// Unique in the file.
    id: Identity,
    /// When somebody last changed it.
    changed_at: Moment,
    /// Titel.
    title: String,
    /// Kommune.
    municipality: String,
    /// The budget year; three forecast years follow.
    first_year: Cell<CalendarYear>,
    /// Fase, as typed.
    stage: String,
    /// Prisniveau: the year in whose prices the amounts are.
    price_level: Cell<CalendarYear>,
    /// The first day of the hearing.
    hearing_from: Cell<CalendarDate>,
    /// The last day of the hearing.
    hearing_to: Cell<CalendarDate>,
    /// Indledning.
    introduction: String,
    /// Måltal: the net change that must be reached in each year, in kroner; minus = must save.
    targets: [Cell<Kroner>; YEARS],
    /// The proposals, in the order of their numbers in the catalogue, each once.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::CATALOGUE_ENTRIES)))]
    entries: Vec<WireEntry>,
    /// Variants of which at most one can be chosen.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::VARIANT_GROUPS)))]
    variant_groups: Vec<WireGroup>,
    /// How two proposals relate.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::RELATIONS)))]
    relations: Vec<WireRelation>,
    /// Choices of proposals that somebody has named.
    #[cfg_attr(feature = "schema", schemars(length(max = limits::PACKAGES)))]
    packages: Vec<WirePackage>,
    /// The edition that was published last.
    edition: Option<WireEdition>,
}

/// What a catalogue says of one of its proposals.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "CatalogueEntry", deny_unknown_fields)
)]
struct WireEntry {
    /// The proposal. Unique in its catalogue.
    proposal: Identity,
    /// Status.
    status: WireStatus,
    /// What became of it.
    outcome: String,
}

/// Kladde, til behandling, i høring, ændret, vedtaget, delvist vedtaget, annulleret.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "ProposalStatus")
)]
#[serde(rename_all = "snake_case")]
enum WireStatus {
    Draft,
    Proposed,
    Consultation,
    Amended,
    Adopted,
    PartlyAdopted,
    Cancelled,
}

/// Varianter: proposals of which at most one can be chosen.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "VariantGroup", deny_unknown_fields)
)]
struct WireGroup {
    /// Unique in its catalogue, among the groups.
    id: Identity,
    /// What they are variants of.
    name: String,
    /// The variants, each once.
    #[cfg_attr(
        feature = "schema",
        schemars(length(max = limits::CATALOGUE_ENTRIES), extend("uniqueItems" = true))
    )]
    proposals: Vec<Identity>,
}

/// How one proposal relates to another.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "Relation", deny_unknown_fields)
)]
struct WireRelation {
    /// Unique in its catalogue, among the relations.
    id: Identity,
    /// What it says.
    kind: WireRelationKind,
    /// The proposal that requires, excludes or weakens.
    from: Identity,
    /// The proposal that is required, excluded or weakened.
    to: Identity,
    /// What `to` saves less in each year of the catalogue when `from` is chosen too, in kroner; plus. It counts where the
    /// one weakens the other.
    weakening: [Cell<Kroner>; YEARS],
    /// Why.
    note: String,
}

/// Forudsætter, kan ikke kombineres med, svækker.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "RelationKind")
)]
#[serde(rename_all = "snake_case")]
enum WireRelationKind {
    Requires,
    Excludes,
    Weakens,
}

/// Pakke: a choice of proposals with a name.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "Package", deny_unknown_fields)
)]
struct WirePackage {
    /// Unique in its catalogue, among the packages.
    id: Identity,
    /// What somebody calls it.
    name: String,
    /// The proposals, each once. Of those that cannot be combined, the first counts.
    #[cfg_attr(
        feature = "schema",
        schemars(length(max = limits::CATALOGUE_ENTRIES), extend("uniqueItems" = true))
    )]
    proposals: Vec<Identity>,
}

/// Udgave: a catalogue as it was published.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "Edition", deny_unknown_fields)
)]
struct WireEdition {
    /// The number, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = limits::EDITIONS)))]
    number: u32,
    /// The day on which it was published.
    published_on: CalendarDate,
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

/// A share in per cent, exact, with at most two decimals.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(extend("minimum" = 0, "exclusiveMaximum" = 100))
)]
struct Percent(Number);

/// A month, 1 for January.
#[derive(Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(JsonSchema),
    schemars(rename = "Month", extend("minimum" = 1, "maximum" = 12))
)]
struct MonthNumber(u8);

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
