use crate::danish::{AmountUnit, Mentioned, print_amount};
use crate::domain::{Amount, DoubtfulOverspend, Id, Month};

/// What was noticed. The numbers are those of the list “Mistakes in the originals” in the domain notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdviceReason {
    /// No kind is ticked.
    NoKind,
    /// A budget line without a number in front (8).
    AppropriationWithoutNumber(String),
    /// No current budget, so the change cannot be weighed against it (8).
    NoCurrentBudget,
    /// A gain without a minus: it would be a cost.
    GainIsPositive,
    /// An investment with a minus: it would be a saving.
    InvestmentIsNegative,
    /// Investering is ticked, and no investment need is given.
    InvestmentWithoutAmount,
    /// An investment need is given, and Investering is not ticked.
    InvestmentNotTicked,
    /// A saving larger than the current budget.
    SavingExceedsBudget,
    /// A saving without an investment, whose positions have no minus (5).
    PositionsOfACutArePositive,
    /// A proposal that only costs, whose positions have a minus.
    PositionsOfAnExpansionAreNegative,
    /// Nothing about the consequences (8).
    NoConsequences,
    /// Nothing about the time horizon (8).
    NoTimeHorizon,
    /// A text names an amount that is nowhere in the table (9).
    TextNamesAnotherAmount(Mentioned),
    /// A date in another year than the plan's (4): the year of the date, and the plan's.
    DateOutsideYear(u16, u16),
    /// Updated before it began.
    UpdatedBeforeStart,
    /// Effects, but nothing to subtract them from.
    NoOverspendAtStart,
    /// An expected overspend of fewer than 1.000 kr. with decimals: millions of which nobody wrote the word.
    OverspendMayBeMillions(Amount),
    /// An expected overspend with a minus: it would be an underspend.
    OverspendIsNegative(Amount),
    /// Targets without a minus, which ask for proposals that cost; in the order of the years.
    TargetIsPositive(Vec<Amount>),
    /// An overspend above the limit, and no effect at all (6).
    NoEffect,
    /// An effect that makes the overspend larger.
    EffectIsPositive,
    /// Months that have passed, with a planned effect and nothing reported.
    NotReported(Vec<Month>),
    /// The goal names an amount that is not the row's (1, 9).
    GoalNamesAnotherAmount(Mentioned, Amount),
    /// The cause names nearly the overspend at start, but not that amount (9).
    CauseNamesAnotherAmount(Mentioned, Amount),
    /// The same amounts as another row, by its index and identity (7).
    SameAmountsAsRow(usize, Id),
    /// A sentence of another row, by its index, and the sentence (7).
    SameTextAsRow(usize, String),
    /// The same amounts as another plan, by its name (7).
    SameAmountsAsPlan(String),
    /// A sentence of another plan, by its name, and the sentence (7).
    SameTextAsPlan(String, String),
    /// A supplementary appropriation without its financing.
    AppropriationWithoutFinancing,
    /// A supplementary appropriation with a minus.
    AppropriationIsNegative,
}

impl AdviceReason {
    /// Returns what was noticed, as a word that never changes: dismissed advice is recognised by it in files.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoKind => "no_kind",
            Self::AppropriationWithoutNumber(_) => "appropriation_without_number",
            Self::NoCurrentBudget => "no_current_budget",
            Self::GainIsPositive => "gain_is_positive",
            Self::InvestmentIsNegative => "investment_is_negative",
            Self::InvestmentWithoutAmount => "investment_without_amount",
            Self::InvestmentNotTicked => "investment_not_ticked",
            Self::SavingExceedsBudget => "saving_exceeds_budget",
            Self::PositionsOfACutArePositive => "positions_of_a_cut_are_positive",
            Self::PositionsOfAnExpansionAreNegative => "positions_of_an_expansion_are_negative",
            Self::NoConsequences => "no_consequences",
            Self::NoTimeHorizon => "no_time_horizon",
            Self::TextNamesAnotherAmount(_) => "text_names_another_amount",
            Self::DateOutsideYear(..) => "date_outside_year",
            Self::UpdatedBeforeStart => "updated_before_start",
            Self::NoOverspendAtStart => "no_overspend_at_start",
            Self::OverspendMayBeMillions(_) => DoubtfulOverspend::Unit.code(),
            Self::OverspendIsNegative(_) => DoubtfulOverspend::Negative.code(),
            Self::TargetIsPositive(_) => "target_is_positive",
            Self::NoEffect => "no_effect",
            Self::EffectIsPositive => "effect_is_positive",
            Self::NotReported(_) => "not_reported",
            Self::GoalNamesAnotherAmount(..) => "goal_names_another_amount",
            Self::CauseNamesAnotherAmount(..) => "cause_names_another_amount",
            Self::SameAmountsAsRow(..) => "same_amounts_as_row",
            Self::SameTextAsRow(..) => "same_text_as_row",
            Self::SameAmountsAsPlan(_) => "same_amounts_as_plan",
            Self::SameTextAsPlan(..) => "same_text_as_plan",
            Self::AppropriationWithoutFinancing => "appropriation_without_financing",
            Self::AppropriationIsNegative => "appropriation_is_negative",
        }
    }

    /// Returns what exactly was noticed, so that dismissing one thing does not hide another.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::AppropriationWithoutNumber(line) => line.clone(),
            Self::TextNamesAnotherAmount(mentioned) => mentioned.number_and_scale(),
            Self::GoalNamesAnotherAmount(mentioned, amount)
            | Self::CauseNamesAnotherAmount(mentioned, amount) => {
                let amount = print_amount(*amount, AmountUnit::Kroner);
                format!("{} / {amount}", mentioned.number_and_scale())
            }
            Self::OverspendMayBeMillions(amount) | Self::OverspendIsNegative(amount) => {
                print_amount(*amount, AmountUnit::Kroner)
            }
            Self::TargetIsPositive(amounts) => {
                let printed = amounts
                    .iter()
                    .map(|amount| print_amount(*amount, AmountUnit::Kroner));
                printed.collect::<Vec<_>>().join(" / ")
            }
            Self::DateOutsideYear(dated, year) => format!("{dated} / {year}"),
            Self::NotReported(months) => {
                let numbers: Vec<String> = months
                    .iter()
                    .map(|month| (month.index() + 1).to_string())
                    .collect();
                numbers.join(" ")
            }
            // Not its index: rows can be moved.
            Self::SameAmountsAsRow(_, row) => row.to_string(),
            Self::SameTextAsRow(_, text) | Self::SameTextAsPlan(_, text) => text.clone(),
            Self::SameAmountsAsPlan(name) => name.clone(),
            _ => String::new(),
        }
    }
}
