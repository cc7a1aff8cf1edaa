//! Amounts and sentences that stand twice: one was probably copied from the other (mistake 7).

use super::sentences::sentences;
use super::{Advice, AdviceReason};
use crate::domain::{ActionPlan, Entry, FocusArea, HeadField, Month, PlanField, RowText};

/// Shorter texts can be the same by chance.
const SENTENCE_CHARACTERS: usize = 25;

/// Notices the rows of a plan that have the same amounts or the same sentence as a row above them.
pub(super) fn copied_rows(plan: &ActionPlan) -> impl Iterator<Item = Advice<PlanField>> {
    plan.focus_areas
        .iter()
        .enumerate()
        .flat_map(|(index, row)| {
            let above = || plan.focus_areas.iter().take(index).enumerate();
            let amounts = above()
                .find(|(_, other)| has_amounts(row) && row.effects == other.effects)
                .map(|(index, other)| {
                    let field = PlanField::Effect(row.id, Month::January);
                    Advice::new(field, AdviceReason::SameAmountsAsRow(index, other.id))
                });
            // An area or a consequence can well be the same; what is done, and what for, hardly.
            let texts = [RowText::Goal, RowText::Action]
                .into_iter()
                .filter_map(move |text| {
                    let (other, sentence) = long_sentences(text.of(row)).find_map(|sentence| {
                        let stands = |other: &FocusArea| {
                            long_sentences(text.of(other)).any(|other| other == sentence)
                        };
                        let (other, _) = above().find(|(_, other)| stands(other))?;
                        Some((other, sentence))
                    })?;
                    let reason = AdviceReason::SameTextAsRow(other, sentence.to_owned());
                    Some(Advice::new(PlanField::Text(row.id, text), reason))
                });
            amounts.into_iter().chain(texts.collect::<Vec<_>>())
        })
}

/// Returns what a plan has in common with another plan, called `name`: all amounts, or a sentence.
#[must_use]
pub fn copied_from(plan: &ActionPlan, other: &ActionPlan, name: &str) -> Vec<Advice<PlanField>> {
    let mut advice = Vec::new();
    let first = plan.focus_areas.first();
    if let Some(row) = first
        && plan.id != other.id
        && amounts(plan).next().is_some()
        && amounts(plan).eq(amounts(other))
    {
        let field = PlanField::Effect(row.id, Month::January);
        let reason = AdviceReason::SameAmountsAsPlan(name.to_owned());
        advice.push(Advice::new(field, reason));
    }
    if plan.id != other.id {
        let theirs: Vec<&str> = texts(other).map(|(_, text)| text).collect();
        let same = texts(plan).find(|(_, text)| theirs.contains(text));
        advice.extend(same.map(|(field, text)| {
            let reason = AdviceReason::SameTextAsPlan(name.to_owned(), text.to_owned());
            Advice::new(field, reason)
        }));
    }
    advice
}

/// Returns the amounts of a plan in order, rows without any left out.
fn amounts(plan: &ActionPlan) -> impl Iterator<Item = &[Entry<crate::domain::Amount>; 12]> {
    plan.focus_areas
        .iter()
        .filter(|row| has_amounts(row))
        .map(|row| &row.effects)
}

/// Returns the sentences of a plan that are its own to write.
fn texts(plan: &ActionPlan) -> impl Iterator<Item = (PlanField, &str)> {
    let of_field = |field, text| long_sentences(text).map(move |sentence| (field, sentence));
    let cause = of_field(PlanField::Head(HeadField::Cause), &plan.cause);
    let rows = plan.focus_areas.iter().flat_map(move |row| {
        [RowText::Goal, RowText::Action, RowText::Consequences]
            .into_iter()
            .flat_map(move |text| of_field(PlanField::Text(row.id, text), text.of(row)))
    });
    cause.chain(rows)
}

fn has_amounts(row: &FocusArea) -> bool {
    row.effects
        .iter()
        .filter_map(Entry::value)
        .any(|effect| !effect.is_zero())
}

fn long_sentences(text: &str) -> impl Iterator<Item = &str> {
    sentences(text).filter(|sentence| sentence.chars().count() >= SENTENCE_CHARACTERS)
}
