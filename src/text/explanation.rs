//! How every computed figure explains itself: the formula with its values, and where each of them came from.

use crate::text::document;
use crate::text::plan::{chart, forecast};
use std::collections::BTreeMap;

use super::{labels, messages};
use crate::danish::{AmountUnit, MINUS, Signs, print_amount, print_number, print_percent};
use crate::domain::{
    ActionPlan, Amount, AmountRow, Catalogue, Combination, CombinedYear, Entry, FocusArea,
    HeadField, Id, Month, Proposal, ProposalYear, Total, Year,
};

/// The formula of a figure, and a line for each value in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explanation {
    /// `−4.600 + 3.100 = −1.500`
    pub formula: String,
    /// `Estimeret gevinst 2024: −4.600`
    pub sources: Vec<String>,
}

/// Stands in a formula for a value that is not known.
const UNKNOWN: &str = "?";

/// A value of a formula.
struct Term {
    label: String,
    value: Value,
    /// Whether its sign says that it saves or costs.
    is_change: bool,
    is_subtracted: bool,
}

enum Value {
    Blank,
    Amount(Amount),
    Unreadable(String),
    Incomplete,
}

impl Term {
    fn entry(label: String, entry: &Entry<Amount>) -> Self {
        let value = match entry {
            Entry::Blank => Value::Blank,
            Entry::Value(amount) => Value::Amount(*amount),
            Entry::Unreadable(text) => Value::Unreadable(text.clone()),
        };
        Self::new(label, value)
    }

    fn total(label: impl Into<String>, total: Total) -> Self {
        let value = match total {
            Total::Blank => Value::Blank,
            Total::Complete(amount) => Value::Amount(amount),
            Total::Incomplete => Value::Incomplete,
        };
        Self::new(label.into(), value)
    }

    fn new(label: String, value: Value) -> Self {
        Self {
            label,
            value,
            is_change: true,
            is_subtracted: false,
        }
    }

    /// A level, such as a budget or an overspend: its sign is the same in every convention.
    fn level(mut self) -> Self {
        self.is_change = false;
        self
    }

    fn subtracted(mut self) -> Self {
        self.is_subtracted = true;
        self
    }
}

/// How the values are printed.
#[derive(Clone, Copy)]
struct Print {
    unit: AmountUnit,
    signs: Signs,
}

impl Print {
    /// A value where it stands alone.
    fn alone(self, amount: Amount, is_change: bool) -> String {
        if is_change {
            self.signs.print(amount, self.unit)
        } else {
            print_amount(amount, self.unit)
        }
    }

    /// A value in a formula. Arithmetic needs signs: words are for the lines below it.
    fn in_formula(self, amount: Amount, is_turned: bool) -> String {
        print_amount(if is_turned { -amount } else { amount }, self.unit)
    }

    fn source(self, term: &Term) -> String {
        let value = match &term.value {
            Value::Blank => EXPLAIN_BLANK.to_owned(),
            Value::Amount(amount) => self.alone(*amount, term.is_change),
            Value::Unreadable(text) => explain_unreadable(text),
            Value::Incomplete => messages::INCOMPLETE.to_owned(),
        };
        format!("{}: {value}", term.label)
    }

    /// A total where it stands alone.
    fn total(self, total: Total) -> String {
        match total {
            Total::Blank => EXPLAIN_BLANK.to_owned(),
            Total::Complete(amount) => self.alone(amount, true),
            Total::Incomplete => messages::INCOMPLETE.to_owned(),
        }
    }

    /// A total that a formula computes with.
    fn part_of_formula(self, total: Total, is_turned: bool) -> String {
        match total {
            Total::Incomplete => UNKNOWN.to_owned(),
            Total::Blank | Total::Complete(_) => self.result_of_formula(total, is_turned),
        }
    }

    /// What a formula computes.
    fn result_of_formula(self, total: Total, is_turned: bool) -> String {
        match total {
            Total::Blank => EXPLAIN_BLANK.to_owned(),
            Total::Complete(amount) => self.in_formula(amount, is_turned),
            Total::Incomplete => messages::INCOMPLETE.to_owned(),
        }
    }

    /// A sum of terms. Where all of them are changes, the formula is in the sign convention; a level keeps its sign,
    /// and then so do the changes of it.
    fn sum(self, terms: Vec<Term>, result: Total) -> Explanation {
        // What is blank has nothing to explain.
        if result.is_blank() {
            return Explanation::default();
        }
        let is_turned = self.signs == Signs::PlusSaves && terms.iter().all(|term| term.is_change);
        let mut formula = String::new();
        for term in &terms {
            let value = match &term.value {
                Value::Blank => continue,
                Value::Amount(amount) => self.in_formula(*amount, is_turned),
                Value::Unreadable(_) | Value::Incomplete => UNKNOWN.to_owned(),
            };
            let (minus, digits) = match (value.strip_prefix(MINUS), term.is_subtracted) {
                (Some(digits), subtracted) => (!subtracted, digits),
                (None, subtracted) => (subtracted, value.as_str()),
            };
            match (formula.is_empty(), minus) {
                (true, true) => formula.push(MINUS),
                (true, false) => {}
                (false, true) => formula.push_str(&format!(" {MINUS} ")),
                (false, false) => formula.push_str(" + "),
            }
            formula.push_str(digits);
        }
        if formula.is_empty() {
            formula.push('0');
        }
        let result = self.result_of_formula(result, is_turned);
        Explanation {
            formula: format!("{formula} = {result}"),
            sources: terms.iter().map(|term| self.source(term)).collect(),
        }
    }
}

// ---- the proposal ----

fn thousands(signs: Signs) -> Print {
    Print {
        unit: AmountUnit::Thousands,
        signs,
    }
}

/// Ændringsforslag i alt in a year.
#[must_use]
pub fn net_change(proposal: &Proposal, year: usize, signs: Signs) -> Explanation {
    let Some(of_year) = proposal.years.get(year) else {
        return Explanation::default();
    };
    let column = labels::year_column(&proposal.first_year, year);
    let terms = AmountRow::CHANGES.into_iter().map(|row| {
        Term::entry(
            format!("{} {column}", labels::amount_row(row)),
            row.of(of_year),
        )
    });
    thousands(signs).sum(terms.collect(), of_year.net_change())
}

/// A row of amounts over all years.
#[must_use]
pub fn row_of_amounts(proposal: &Proposal, row: AmountRow, signs: Signs) -> Explanation {
    let terms = proposal.years.iter().enumerate().map(|(year, of_year)| {
        let column = labels::year_column(&proposal.first_year, year);
        Term::entry(column, row.of(of_year))
    });
    let total = proposal.row_total(row).unwrap_or(Total::Blank);
    thousands(signs).sum(terms.collect(), total)
}

/// Ændringsforslag i alt over all years.
#[must_use]
pub fn net_change_total(proposal: &Proposal, signs: Signs) -> Explanation {
    let terms = proposal.years.iter().enumerate().map(|(year, of_year)| {
        let column = labels::year_column(&proposal.first_year, year);
        Term::total(
            format!("{} {column}", labels::NET_CHANGE),
            of_year.net_change(),
        )
    });
    thousands(signs).sum(terms.collect(), proposal.net_change_total())
}

/// Budget efter ændring in a year.
#[must_use]
pub fn budget_after(proposal: &Proposal, year: usize, signs: Signs) -> Explanation {
    let of_year = proposal.years.get(year);
    let Some((of_year, after)) = of_year.and_then(|year| Some((year, year.budget_after()?))) else {
        return Explanation::default();
    };
    thousands(signs).sum(budget_terms(proposal, of_year, year), after)
}

fn budget_terms(proposal: &Proposal, of_year: &ProposalYear, year: usize) -> Vec<Term> {
    let column = labels::year_column(&proposal.first_year, year);
    let budget = labels::amount_row(AmountRow::CurrentBudget);
    vec![
        Term::entry(format!("{budget} {column}"), &of_year.current_budget).level(),
        Term::total(
            format!("{} {column}", labels::NET_CHANGE),
            of_year.net_change(),
        ),
    ]
}

/// Ændring i procent in a year.
#[must_use]
pub fn change_percent(proposal: &Proposal, year: usize, signs: Signs) -> Explanation {
    let figures = proposal.years.get(year).and_then(|of_year| {
        let (budget, net) = (
            of_year.current_budget.value()?,
            of_year.net_change().amount()?,
        );
        Some((of_year, budget, net, of_year.change_percent()?))
    });
    let Some((of_year, budget, net, percent)) = figures else {
        return Explanation::default();
    };
    let print = thousands(signs);
    // The percentage has the sign of the change itself, and so have its values.
    let terms = budget_terms(proposal, of_year, year).into_iter();
    let terms: Vec<Term> = terms.map(Term::level).collect();
    Explanation {
        formula: format!(
            "{} / {} = {}",
            print.in_formula(net, false),
            print.in_formula(super::meaning::size(budget), false),
            print_percent(percent)
        ),
        sources: terms.iter().rev().map(|term| print.source(term)).collect(),
    }
}

/// Brutto and the state's share, in a year or in all (`None`).
#[must_use]
pub fn gross(proposal: &Proposal, year: Option<usize>, signs: Signs) -> Explanation {
    let figures = match year {
        Some(year) => proposal.gross_and_net(year),
        None => proposal.gross_and_net_total(),
    };
    let print = thousands(signs);
    if let (None, Some(total)) = (year, figures) {
        // The sum of the years, each rounded by itself.
        let terms = (0..proposal.years.len()).filter_map(|year| {
            let column = labels::year_column(&proposal.first_year, year);
            let gross = proposal.gross_and_net(year)?.gross;
            Some(Term::total(format!("{} {column}", labels::GROSS), gross))
        });
        let sum = print.sum(terms.collect(), total.gross);
        if total.gross.is_blank() {
            return Explanation::default();
        }
        let state_share = print.part_of_formula(total.state_share, signs == Signs::PlusSaves);
        return Explanation {
            formula: explain_gross_sum(&sum.formula, &state_share),
            ..sum
        };
    }
    let (Some(figures), Some(rate)) = (figures, proposal.reimbursement.value()) else {
        return Explanation::default();
    };
    let column = labels::year_column(&proposal.first_year, year.unwrap_or_default());
    let net_change = format!("{} {column}", labels::NET_CHANGE);
    let is_turned = signs == Signs::PlusSaves;
    if figures.gross.is_blank() {
        return Explanation::default();
    }
    Explanation {
        formula: explain_gross(
            &print.part_of_formula(figures.net, is_turned),
            &print_number(rate.percent()),
            &print.result_of_formula(figures.gross, is_turned),
            &print.part_of_formula(figures.state_share, is_turned),
        ),
        sources: vec![
            print.source(&Term::total(net_change, figures.net)),
            format!(
                "{}: {} %",
                labels::REIMBURSEMENT,
                print_number(rate.percent())
            ),
        ],
    }
}

/// Sources that are spelt out in a sum of many.
const MOST_SOURCES: usize = 12;

/// The sum of several proposals in a year, or over all years (`None`). Those without an amount are not named.
#[must_use]
pub fn proposals<'a>(
    proposals: impl Iterator<Item = &'a Proposal>,
    year: Option<Year>,
    signs: Signs,
) -> Explanation {
    let terms: Vec<(Term, Total)> = proposals
        .filter_map(|proposal| {
            let total = match year {
                Some(year) => proposal.net_change_in(year)?,
                None => proposal.net_change_total(),
            };
            if total.is_blank() {
                return None;
            }
            Some((
                Term::total(document::proposal_title(proposal), total),
                total,
            ))
        })
        .collect();
    let total = terms.iter().map(|(_, total)| *total).sum();
    let count = terms.len();
    let terms = terms.into_iter().map(|(term, _)| term).collect();
    sum_of_many(terms, count, total, signs)
}

/// A sum over so many proposals, whose terms may not all have room.
fn sum_of_many(mut terms: Vec<Term>, proposals: usize, total: Total, signs: Signs) -> Explanation {
    let more = terms.len().saturating_sub(MOST_SOURCES);
    if more == 0 {
        return thousands(signs).sum(terms, total);
    }
    terms.truncate(MOST_SOURCES);
    let print = thousands(signs);
    let mut sources: Vec<String> = terms.iter().map(|term| print.source(term)).collect();
    sources.push(explain_more(more));
    Explanation {
        formula: explain_many(proposals, &print.total(total)),
        sources,
    }
}

// ---- the catalogue ----

/// Ændringsforslag i alt of what counts in a choice, in a year of the catalogue or over all of them (`None`): the proposals,
/// and what they weaken one another.
#[must_use]
pub fn combination(
    catalogue: &Catalogue,
    proposals: &BTreeMap<Id, &Proposal>,
    combination: &Combination,
    year: Option<usize>,
    signs: Signs,
) -> Explanation {
    let counted = combination.counted.iter().filter_map(|id| {
        let &proposal = proposals.get(id)?;
        let total = match year {
            Some(year) => catalogue.net_change_in(proposal, year),
            None => catalogue.net_change_over_all_years(proposal),
        };
        Some(Term::total(document::proposal_title(proposal), total))
    });
    let of_year = |of: &CombinedYear| (of.weakening, of.net_change);
    let (weakening, total) = match year {
        Some(year) => combination.years.get(year).map(of_year),
        None => {
            let weakening = combination.years.iter().map(|of| of.weakening).sum();
            Some((weakening, combination.net_change_total()))
        }
    }
    .unwrap_or((Total::Blank, Total::Blank));
    let weakening = (weakening.counted() != Some(Amount::ZERO))
        .then(|| Term::total(labels::WEAKENING, weakening));
    let proposals = combination.counted.len();
    sum_of_many(counted.chain(weakening).collect(), proposals, total, signs)
}

// ---- the plan ----

fn kroner(signs: Signs) -> Print {
    Print {
        unit: AmountUnit::Kroner,
        signs,
    }
}

fn row_name(plan: &ActionPlan, row: &FocusArea) -> String {
    let name = labels::focus_area(plan.position(row.id).unwrap_or_default());
    match row.area.trim() {
        "" => name,
        area => format!("{name} {area}"),
    }
}

/// What a row is planned to give over the year.
#[must_use]
pub fn row_total(plan: &ActionPlan, id: Id, signs: Signs) -> Explanation {
    let Some(row) = plan.focus_area(id) else {
        return Explanation::default();
    };
    let terms = months_of(Month::ALL.iter().copied(), &row.effects);
    kroner(signs).sum(terms, row.planned_total())
}

fn months_of(months: impl Iterator<Item = Month>, entries: &[Entry<Amount>; 12]) -> Vec<Term> {
    months
        .filter_map(|month| Some((month, entries.get(month.index())?)))
        // Twelve months are listed where they hold something: an empty one needs no line of its own.
        .filter(|(_, entry)| !entry.is_blank())
        .map(|(month, entry)| Term::entry(labels::month(month).to_owned(), entry))
        .collect()
}

/// What all rows are planned to give in a month.
#[must_use]
pub fn month_total(plan: &ActionPlan, month: Month, signs: Signs) -> Explanation {
    let terms = plan
        .focus_areas
        .iter()
        .filter_map(|row| Some((row, row.effect(month)?)))
        .filter(|(_, entry)| !entry.is_blank())
        .map(|(row, entry)| Term::entry(row_name(plan, row), entry));
    kroner(signs).sum(terms.collect(), plan.month_total(month))
}

/// A figure of each row, added up.
fn rows(
    plan: &ActionPlan,
    figure: impl Fn(&FocusArea) -> Total,
    total: Total,
    signs: Signs,
) -> Explanation {
    let terms = plan
        .focus_areas
        .iter()
        .filter(|row| !row.is_blank())
        .map(|row| {
            if row.has_no_amount_yet() {
                Term::new(row_name(plan, row), Value::Blank)
            } else {
                Term::total(row_name(plan, row), figure(row))
            }
        });
    kroner(signs).sum(terms.collect(), total)
}

/// What all rows are planned to give over the year.
#[must_use]
pub fn planned_effect(plan: &ActionPlan, signs: Signs) -> Explanation {
    rows(plan, FocusArea::planned_total, plan.planned_effect(), signs)
}

/// What all rows are expected to give over the year.
#[must_use]
pub fn expected_effect(plan: &ActionPlan, signs: Signs) -> Explanation {
    let expected = |row: &FocusArea| row.expected_total(plan.status);
    rows(plan, expected, plan.expected_effect(), signs)
}

/// A figure of the follow-up up to a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowUpFigure {
    /// Planned up to the month.
    Planned,
    /// Realised up to the month.
    Realised,
    /// Realised minus planned.
    Deviation,
    /// Expected over the year.
    Expected,
}

/// A figure of the follow-up: of a row, or of all (`None`).
#[must_use]
pub fn follow_up(
    plan: &ActionPlan,
    id: Option<Id>,
    figure: FollowUpFigure,
    status: Month,
    signs: Signs,
) -> Explanation {
    let print = kroner(signs);
    let row = id.and_then(|id| plan.focus_area(id));
    let figures = row.map_or_else(|| plan.follow_up(status), |row| row.follow_up(status));
    let passed = || Month::ALL.into_iter().filter(move |&month| month <= status);
    match (figure, row) {
        (FollowUpFigure::Deviation, _) => print.sum(
            vec![
                Term::total(labels::REALISED, figures.realised),
                Term::total(labels::PLANNED, figures.planned).subtracted(),
            ],
            figures.deviation(),
        ),
        (FollowUpFigure::Planned, Some(row)) => {
            print.sum(months_of(passed(), &row.effects), figures.planned)
        }
        (FollowUpFigure::Realised, Some(row)) => {
            print.sum(months_of(passed(), &row.realised), figures.realised)
        }
        (FollowUpFigure::Expected, Some(row)) => {
            let left = Month::ALL.into_iter().filter(|&month| month > status);
            let mut terms = months_of(passed(), &row.realised);
            terms.extend(months_of(left, &row.effects));
            print.sum(terms, figures.expected)
        }
        (FollowUpFigure::Planned, None) => rows(
            plan,
            |row| row.planned_through(status),
            figures.planned,
            signs,
        ),
        (FollowUpFigure::Realised, None) => rows(
            plan,
            |row| row.realised_through(status),
            figures.realised,
            signs,
        ),
        (FollowUpFigure::Expected, None) => expected_effect(plan, signs),
    }
}

/// Forventet merforbrug efter denne opdatering.
#[must_use]
pub fn forecast(plan: &ActionPlan, signs: Signs) -> Explanation {
    let terms = vec![
        Term::entry(
            labels::head(HeadField::OverspendAtStart).to_owned(),
            &plan.overspend_at_start,
        )
        .level(),
        Term::total(forecast::TOTAL_EFFECT, plan.expected_effect()),
    ];
    let total = plan.forecast().unwrap_or(Total::Blank);
    kroner(signs).sum(terms, total)
}

/// At dække i alt.
#[must_use]
pub fn to_cover(plan: &ActionPlan, signs: Signs) -> Explanation {
    let (Some(forecast), Some(total)) = (plan.forecast(), plan.to_cover()) else {
        return Explanation::default();
    };
    let terms = vec![
        Term::total(labels::FORECAST, forecast).level(),
        Term::entry(
            labels::head(HeadField::CarriedOver).to_owned(),
            &plan.carried_over,
        )
        .level(),
    ];
    kroner(signs).sum(terms, total)
}

/// What remains after the supplementary appropriation.
#[must_use]
pub fn remaining(plan: &ActionPlan, signs: Signs) -> Explanation {
    let (Some(to_cover), Some(total)) = (plan.to_cover(), plan.remaining()) else {
        return Explanation::default();
    };
    let terms = vec![
        Term::total(labels::TO_COVER, to_cover).level(),
        Term::entry(
            labels::head(HeadField::Appropriation).to_owned(),
            &plan.appropriation,
        )
        .level()
        .subtracted(),
    ];
    kroner(signs).sum(terms, total)
}

/// What the months that are left must give for the year to end at zero.
#[must_use]
pub fn needed(plan: &ActionPlan, signs: Signs) -> Explanation {
    let Some(needed) = plan.needed() else {
        return Explanation::default();
    };
    let realised = plan
        .status
        .map_or(Total::Blank, |status| plan.follow_up(status).realised);
    let print = kroner(signs);
    Explanation {
        formula: format!(
            "{} / {} = {}",
            print.in_formula(needed.total, signs == Signs::PlusSaves),
            needed.months,
            print.in_formula(needed.each, signs == Signs::PlusSaves)
        ),
        sources: vec![
            print.source(
                &Term::entry(
                    labels::head(HeadField::OverspendAtStart).to_owned(),
                    &plan.overspend_at_start,
                )
                .level(),
            ),
            print.source(&Term::total(labels::REALISED, realised)),
            explain_needed(needed.months, &print.alone(needed.last, true)),
        ],
    }
}

/// The expected overspend at the end of a month.
#[must_use]
pub fn line_point(plan: &ActionPlan, month: Month, is_planned: bool, signs: Signs) -> Explanation {
    let Some(line) = plan.month_by_month() else {
        return Explanation::default();
    };
    let (Some(before), Some(point)) = (line.get(month.index()), line.get(month.index() + 1)) else {
        return Explanation::default();
    };
    let label = before.month.map_or(chart::CHART_START, labels::month);
    let (before, change, after) = if is_planned {
        (before.planned, plan.month_total(month), point.planned)
    } else {
        (before.expected, plan.counted_in(month), point.expected)
    };
    let terms = vec![
        Term::total(label, before).level(),
        Term::total(
            format!("{} {}", labels::ALL_FOCUS_AREAS, labels::month(month)),
            change,
        ),
    ];
    kroner(signs).sum(terms, after)
}

pub const EXPLAIN_BLANK: &str = "ikke udfyldt, tæller ikke med";

pub const EXPLAIN_HINT: &str =
    "Peg på et beregnet tal, eller gå til det med Tab, for at se, hvordan det er regnet ud.";

/// A value that cannot be read.
#[must_use]
pub fn explain_unreadable(text: &str) -> String {
    let text: String = text.chars().take(40).collect();
    format!("»{text}« kan ikke læses")
}

/// Brutto and the state's share.
#[must_use]
pub fn explain_gross(net: &str, rate: &str, gross: &str, state_share: &str) -> String {
    format!("{net} / (100 % − {rate} %) = {gross}; heraf staten {state_share}")
}

/// Brutto over all years, and the state's share of it.
#[must_use]
pub fn explain_gross_sum(sum: &str, state_share: &str) -> String {
    format!("{sum}; heraf staten {state_share}")
}

/// A sum of more than can be listed.
#[must_use]
pub fn explain_many(count: usize, total: &str) -> String {
    format!("Summen af {count} forslag = {total}")
}

/// Those that are not listed.
#[must_use]
pub fn explain_more(more: usize) -> String {
    format!("og {more} til")
}

/// The last of the months that are left.
#[must_use]
pub fn explain_needed(months: usize, last: &str) -> String {
    format!("Måneder tilbage: {months}; den sidste med resten: {last}")
}
