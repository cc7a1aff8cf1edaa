use rust_decimal::Decimal;

use super::{Advice, AdviceReason, Checked};
use crate::domain::{
    Amount, AmountRow, Entry, Proposal, ProposalField, ProposalYear, Section, StaffRow,
};

impl Checked for Proposal {
    type Field = ProposalField;

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
            adds_positions_to_a_cut,
            |year| ProposalField::Staff(StaffRow::FullTimeEquivalents, year),
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
        advice
    }
}

/// A budget line begins with its number, such as `3.20.35`.
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

/// A proposal that only saves cannot add positions; one that also invests can, and often does.
fn adds_positions_to_a_cut(year: &ProposalYear) -> bool {
    let adds = year
        .full_time_equivalents
        .value()
        .is_some_and(|change| change.positions() > Decimal::ZERO);
    adds && is_saving(&year.estimated_gain)
        && !is_cost(&year.investment_need)
        && !is_cost(&year.operating_change)
}
