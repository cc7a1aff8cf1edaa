use rust_decimal::Decimal;

use super::sentences::sentences;
use super::{Advice, AdviceReason, Checked};
use crate::danish::{Mentioned, amounts_mentioned};
use crate::domain::{
    Amount, AmountRow, ChangeKind, Dismissal, Entry, Proposal, ProposalField, ProposalYear,
    Section, StaffRow, Total, Year,
};

impl Checked for Proposal {
    fn advice(&self) -> Vec<Advice<ProposalField>> {
        let has_amounts = AmountRow::ALL
            .iter()
            .any(|row| self.years.iter().any(|year| !row.of(year).is_blank()));
        let has_text = self.sections.iter().any(|text| !text.trim().is_empty());
        if !has_amounts && !has_text {
            return Vec::new();
        }
        let mut advice = Vec::new();
        advice.extend(
            self.appropriation_lines()
                .filter(|line| !has_number(line))
                .map(|line| {
                    Advice::new(
                        ProposalField::Appropriations,
                        AdviceReason::AppropriationWithoutNumber(line.to_owned()),
                    )
                }),
        );
        if self.kinds.is_empty() {
            advice.push(Advice::new(ProposalField::Kinds, AdviceReason::NoKind));
        }
        let invests = self
            .years
            .iter()
            .position(|year| is_cost(&year.investment_need));
        match (self.kinds.contains(&ChangeKind::Investment), invests) {
            (true, None) => advice.push(Advice::new(
                ProposalField::Amount(AmountRow::InvestmentNeed, 0),
                AdviceReason::InvestmentWithoutAmount,
            )),
            (false, Some(_)) => advice.push(Advice::new(
                ProposalField::Kinds,
                AdviceReason::InvestmentNotTicked,
            )),
            (true, Some(_)) | (false, None) => {}
        }
        let mut first_year_where =
            |wrong: fn(&ProposalYear) -> bool, field: fn(usize) -> ProposalField, reason| {
                if let Some(year) = self.years.iter().position(wrong) {
                    advice.push(Advice::new(field(year), reason));
                }
            };
        first_year_where(
            |year| year.current_budget.is_blank() && changes_something(year),
            |year| ProposalField::Amount(AmountRow::CurrentBudget, year),
            AdviceReason::NoCurrentBudget,
        );
        first_year_where(
            |year| is_cost(&year.estimated_gain),
            |year| ProposalField::Amount(AmountRow::EstimatedGain, year),
            AdviceReason::GainIsPositive,
        );
        first_year_where(
            |year| is_saving(&year.investment_need),
            |year| ProposalField::Amount(AmountRow::InvestmentNeed, year),
            AdviceReason::InvestmentIsNegative,
        );
        first_year_where(
            saves_more_than_the_budget,
            |year| ProposalField::Amount(AmountRow::CurrentBudget, year),
            AdviceReason::SavingExceedsBudget,
        );
        first_year_where(
            removes_positions_at_a_cost,
            positions_field,
            AdviceReason::PositionsOfAnExpansionAreNegative,
        );
        first_year_where(
            adds_positions_to_a_cut,
            positions_field,
            AdviceReason::PositionsOfACutArePositive,
        );
        for (section, reason) in [
            (Section::Consequences, AdviceReason::NoConsequences),
            (Section::TimeHorizon, AdviceReason::NoTimeHorizon),
        ] {
            if self.section(section).trim().is_empty() {
                advice.push(Advice::new(ProposalField::Section(section), reason));
            }
        }
        advice.extend(texts_name_other_amounts(self));
        advice
    }

    fn dismissed(&self) -> &[Dismissal] {
        &self.dismissed
    }

    fn dismissed_mut(&mut self) -> Option<&mut Vec<Dismissal>> {
        Some(&mut self.dismissed)
    }
}

/// Returns the figures whose sign is probably not meant, in the order of the form: every year, not only the first,
/// which the advice is about. Not those of which somebody has said that they are as meant.
#[must_use]
pub fn doubtful_signs(proposal: &Proposal) -> Vec<ProposalField> {
    type Rule = (
        AdviceReason,
        fn(&ProposalYear) -> bool,
        fn(usize) -> ProposalField,
    );
    let rules: [Rule; 4] = [
        (
            AdviceReason::GainIsPositive,
            |year| is_cost(&year.estimated_gain),
            |year| ProposalField::Amount(AmountRow::EstimatedGain, year),
        ),
        (
            AdviceReason::InvestmentIsNegative,
            |year| is_saving(&year.investment_need),
            |year| ProposalField::Amount(AmountRow::InvestmentNeed, year),
        ),
        (
            AdviceReason::PositionsOfAnExpansionAreNegative,
            removes_positions_at_a_cost,
            positions_field,
        ),
        (
            AdviceReason::PositionsOfACutArePositive,
            adds_positions_to_a_cut,
            positions_field,
        ),
    ];
    let advice = proposal.advice();
    let stands = |reason: &AdviceReason| {
        let mut advice = advice.iter().filter(|advice| advice.reason == *reason);
        advice.any(|advice| {
            let mut dismissed = proposal.dismissed.iter();
            !dismissed.any(|dismissal| advice.is_dismissed_by(dismissal))
        })
    };
    let standing = rules.iter().filter(|(reason, ..)| stands(reason));
    let fields = standing.flat_map(|(_, is_wrong, field)| {
        let years = proposal.years.iter().enumerate();
        let wrong = years.filter(|(_, year)| is_wrong(year));
        wrong.map(|(year, _)| field(year))
    });
    fields.collect()
}

fn positions_field(year: usize) -> ProposalField {
    ProposalField::Staff(StaffRow::FullTimeEquivalents, year)
}

/// Returns whether a budget line begins with its number, such as `3.20.35`.
fn has_number(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_digit())
}

fn changes_something(year: &ProposalYear) -> bool {
    year.net_change().amount().is_some_and(|net| !net.is_zero())
}

fn is_saving(entry: &Entry<Amount>) -> bool {
    entry.value().is_some_and(Amount::is_saving)
}

fn is_cost(entry: &Entry<Amount>) -> bool {
    entry.value().is_some_and(|amount| amount > Amount::ZERO)
}

/// Returns whether a year that only saves adds positions. One that also invests can, and often does.
fn adds_positions_to_a_cut(year: &ProposalYear) -> bool {
    let adds = year
        .full_time_equivalents
        .value()
        .is_some_and(|change| change.positions() > Decimal::ZERO);
    adds && is_saving(&year.estimated_gain)
        && !is_cost(&year.investment_need)
        && !is_cost(&year.operating_change)
}

fn saves_more_than_the_budget(year: &ProposalYear) -> bool {
    let (budget, net) = (year.current_budget.value(), year.net_change().amount());
    budget
        .zip(net)
        .is_some_and(|(budget, net)| budget > Amount::ZERO && -net > budget)
}

/// Returns whether a year that only costs removes positions, which it hardly can.
fn removes_positions_at_a_cost(year: &ProposalYear) -> bool {
    let removes = year
        .full_time_equivalents
        .value()
        .is_some_and(|change| change.positions() < Decimal::ZERO);
    let saves = AmountRow::CHANGES.iter().any(|row| is_saving(row.of(year)));
    removes && !saves && year.net_change().amount() > Some(Amount::ZERO)
}

/// Notices the amounts that a text which sums the proposal up names, where none of them is in the table. A text that
/// names one of the table's amounts may name others that explain it.
fn texts_name_other_amounts(
    proposal: &Proposal,
) -> impl Iterator<Item = Advice<ProposalField>> + '_ {
    let figures = figures(proposal);
    [Section::Summary, Section::Reduction, Section::Investment]
        .into_iter()
        .flat_map(move |section| {
            let mentioned: Vec<Mentioned> = sentences(proposal.section(section))
                .filter(|sentence| !is_about_another_year(sentence, proposal))
                .flat_map(amounts_mentioned)
                .collect();
            let is_known = |mentioned: &Mentioned| figures.iter().any(|&f| mentioned.is(f));
            let is_explained = figures.is_empty() || mentioned.iter().any(is_known);
            let unknown = mentioned.into_iter().filter(move |_| !is_explained);
            unknown.map(move |mentioned| {
                Advice::new(
                    ProposalField::Section(section),
                    AdviceReason::TextNamesAnotherAmount(mentioned),
                )
            })
        })
}

/// Returns every amount of the table, typed or computed.
fn figures(proposal: &Proposal) -> Vec<Amount> {
    let typed = proposal.years.iter().flat_map(|year| {
        AmountRow::ALL
            .into_iter()
            .filter_map(move |row| row.of(year).value())
    });
    let by_year = (0..proposal.years.len()).filter_map(|year| proposal.gross_and_net(year));
    let gross = by_year.chain(proposal.gross_and_net_total());
    let computed = proposal
        .years
        .iter()
        .flat_map(|year| [Some(year.net_change()), year.budget_after()])
        .chain(AmountRow::CHANGES.map(|row| proposal.row_total(row)))
        .chain([Some(proposal.net_change_total())])
        .flatten()
        .chain(gross.flat_map(|gross| [gross.state_share, gross.gross]));
    typed
        .chain(computed.filter_map(Total::amount))
        .filter(|amount| !amount.is_zero())
        .collect()
}

/// Returns whether a sentence names a year that is not among the proposal's: what was spent then is no figure of the
/// table.
fn is_about_another_year(sentence: &str, proposal: &Proposal) -> bool {
    let Some(first) = proposal.first_year.value() else {
        return false;
    };
    sentence
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| Year::new(digits.parse().ok()?))
        .any(|year| (0..proposal.years.len()).all(|index| first.plus(index) != year))
}
