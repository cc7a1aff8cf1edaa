//! Writing version 3.

use serde_json::Number;

use super::{
    CalendarDate, CalendarYear, Cell, File, Format, Identity, Kroner, Moment, MonthNumber, People,
    Percent, Positions, VERSION, ValueOrText, WireAppropriation, WireCatalogue, WireDismissal,
    WireEdition, WireEntry, WireFocusArea, WireGroup, WireKind, WirePackage, WirePlan,
    WireProposal, WireRelation, WireRelationKind, WireSections, WireSource, WireStatedSum,
    WireStatedTotals, WireStatus, WireUpdate, WireYear,
};
use crate::domain::{
    ActionPlan, Amount, Catalogue, CatalogueEntry, ChangeKind, ClosedUpdate, Dismissal, Document,
    Edition, Entry, FocusArea, Id, Month, Package, Proposal, ProposalSource, ProposalStatus,
    ProposalYear, Relation, RelationKind, Section, StatedSum, VariantGroup,
};
use crate::file::iso;

impl File {
    pub(in crate::file) fn of(documents: &[&Document]) -> Self {
        let mut file = Self {
            format: Format::Raaderum,
            version: VERSION,
            proposals: Vec::new(),
            action_plans: Vec::new(),
            catalogues: Vec::new(),
        };
        for document in documents {
            match document {
                Document::Proposal(proposal) => file.proposals.push(proposal.into()),
                Document::ActionPlan(plan) => file.action_plans.push(plan.into()),
                Document::Catalogue(catalogue) => file.catalogues.push(catalogue.into()),
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
            id: identity(proposal.id),
            changed_at: Moment(iso::moment(proposal.changed_at)),
            heading: proposal.heading.clone(),
            department: proposal.department.clone(),
            appropriations: lines,
            kinds: proposal.kinds.iter().map(|&kind| kind.into()).collect(),
            first_year: cell(&proposal.first_year, |year| CalendarYear(year.number())),
            price_level: cell(&proposal.price_level, |year| CalendarYear(year.number())),
            reimbursement_rate: cell(&proposal.reimbursement, |rate| {
                Percent(exact(rate.percent()))
            }),
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
            stated_totals: WireStatedTotals {
                rows: proposal.stated.rows.each_ref().map(amount),
                net_change: proposal.stated.net_change.each_ref().map(amount),
                net_change_total: amount(&proposal.stated.net_change_total),
            },
            dismissed_advice: dismissed(&proposal.dismissed),
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
            id: identity(plan.id),
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
            carried_over_overspend: amount(&plan.carried_over),
            focus_areas: plan.focus_areas.iter().map(WireFocusArea::from).collect(),
            stated_sums: plan.stated_sums.iter().map(WireStatedSum::from).collect(),
            realised_through: plan.status.map(MonthNumber::from),
            closed_through: plan.closed_through.map(MonthNumber::from),
            closed_updates: plan.updates.all().iter().map(WireUpdate::from).collect(),
            supplementary_appropriation: WireAppropriation {
                amount: amount(&plan.appropriation),
                financing: plan.appropriation_financing.clone(),
            },
            dismissed_advice: dismissed(&plan.dismissed),
        }
    }
}

impl From<&FocusArea> for WireFocusArea {
    fn from(row: &FocusArea) -> Self {
        Self {
            id: identity(row.id),
            area: row.area.clone(),
            goal: row.goal.clone(),
            action: row.action.clone(),
            consequences: row.consequences.clone(),
            effects: row.effects.each_ref().map(amount),
            realised: row.realised.each_ref().map(amount),
            stated_total: amount(&row.stated_total),
            proposal: row.source.as_ref().map(WireSource::from),
        }
    }
}

impl From<&ProposalSource> for WireSource {
    fn from(source: &ProposalSource) -> Self {
        Self {
            id: identity(source.proposal),
            heading: source.heading.clone(),
            year: CalendarYear(source.year.number()),
            net_change: kroner(source.net_change),
        }
    }
}

impl From<&StatedSum> for WireStatedSum {
    fn from(sum: &StatedSum) -> Self {
        Self {
            id: identity(sum.id),
            focus_areas: identities(&sum.rows),
            months: sum.months.each_ref().map(amount),
            total: amount(&sum.total),
        }
    }
}

impl From<&ClosedUpdate> for WireUpdate {
    fn from(update: &ClosedUpdate) -> Self {
        Self {
            closed_on: CalendarDate(iso::date(update.closed_on())),
            realised_through: update.status().map(MonthNumber::from),
            effect: kroner(update.effect()),
            expected_overspend: kroner(update.forecast()),
            note: update.note().to_owned(),
        }
    }
}

impl From<&Catalogue> for WireCatalogue {
    fn from(catalogue: &Catalogue) -> Self {
        Self {
            id: identity(catalogue.id),
            changed_at: Moment(iso::moment(catalogue.changed_at)),
            title: catalogue.title.clone(),
            municipality: catalogue.municipality.clone(),
            first_year: cell(&catalogue.first_year, |year| CalendarYear(year.number())),
            stage: catalogue.stage.clone(),
            price_level: cell(&catalogue.price_level, |year| CalendarYear(year.number())),
            hearing_from: cell(&catalogue.hearing_from, |day| CalendarDate(iso::date(day))),
            hearing_to: cell(&catalogue.hearing_to, |day| CalendarDate(iso::date(day))),
            introduction: catalogue.introduction.clone(),
            targets: catalogue.targets.each_ref().map(amount),
            entries: catalogue.entries.iter().map(WireEntry::from).collect(),
            variant_groups: catalogue
                .variant_groups
                .iter()
                .map(WireGroup::from)
                .collect(),
            relations: catalogue.relations.iter().map(WireRelation::from).collect(),
            packages: catalogue.packages.iter().map(WirePackage::from).collect(),
            edition: catalogue.edition.map(WireEdition::from),
        }
    }
}

impl From<&CatalogueEntry> for WireEntry {
    fn from(entry: &CatalogueEntry) -> Self {
        Self {
            proposal: identity(entry.proposal),
            status: entry.status.into(),
            outcome: entry.outcome.clone(),
        }
    }
}

impl From<ProposalStatus> for WireStatus {
    fn from(status: ProposalStatus) -> Self {
        match status {
            ProposalStatus::Draft => Self::Draft,
            ProposalStatus::Proposed => Self::Proposed,
            ProposalStatus::Consultation => Self::Consultation,
            ProposalStatus::Amended => Self::Amended,
            ProposalStatus::Adopted => Self::Adopted,
            ProposalStatus::PartlyAdopted => Self::PartlyAdopted,
            ProposalStatus::Cancelled => Self::Cancelled,
        }
    }
}

impl From<&VariantGroup> for WireGroup {
    fn from(group: &VariantGroup) -> Self {
        Self {
            id: identity(group.id),
            name: group.name.clone(),
            proposals: identities(&group.proposals),
        }
    }
}

impl From<&Relation> for WireRelation {
    fn from(relation: &Relation) -> Self {
        Self {
            id: identity(relation.id),
            kind: match relation.kind {
                RelationKind::Requires => WireRelationKind::Requires,
                RelationKind::Excludes => WireRelationKind::Excludes,
                RelationKind::Weakens => WireRelationKind::Weakens,
            },
            from: identity(relation.from),
            to: identity(relation.to),
            weakening: relation.weakening.each_ref().map(amount),
            note: relation.note.clone(),
        }
    }
}

impl From<&Package> for WirePackage {
    fn from(package: &Package) -> Self {
        Self {
            id: identity(package.id),
            name: package.name.clone(),
            proposals: identities(&package.proposals),
        }
    }
}

impl From<Edition> for WireEdition {
    fn from(edition: Edition) -> Self {
        Self {
            number: edition.number(),
            published_on: CalendarDate(iso::date(edition.published_on())),
        }
    }
}

fn identity(id: Id) -> Identity {
    Identity(id.to_string())
}

fn identities(ids: &[Id]) -> Vec<Identity> {
    ids.iter().copied().map(identity).collect()
}

impl From<Month> for MonthNumber {
    fn from(month: Month) -> Self {
        // A month's place is 0 to 11.
        Self(month as u8 + 1)
    }
}

fn dismissed(advice: &[Dismissal]) -> Vec<WireDismissal> {
    let wire = |dismissal: &Dismissal| WireDismissal {
        advice: dismissal.advice.clone(),
        field: dismissal.field.clone(),
        detail: dismissal.detail.clone(),
        reason: dismissal.reason.clone(),
    };
    advice.iter().map(wire).collect()
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
    cell(entry, kroner)
}

fn kroner(amount: Amount) -> Kroner {
    Kroner(exact(amount.kroner()))
}

fn exact(number: rust_decimal::Decimal) -> Number {
    // A decimal prints as digits with at most one point, which is always a JSON number.
    let digits = number.normalize().to_string();
    digits.parse().unwrap_or_else(|_| Number::from(0))
}
