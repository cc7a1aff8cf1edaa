use super::copies::copied_rows;
use super::{Advice, AdviceReason, Checked};
use crate::danish::amounts_mentioned;
use crate::domain::{
    ActionPlan, Amount, Dismissal, DoubtfulOverspend, Entry, FocusArea, HeadField, Month,
    PlanField, RowText,
};

impl Checked for ActionPlan {
    fn advice(&self) -> Vec<Advice<PlanField>> {
        let mut advice = Vec::new();
        let mut head = |field, reason| advice.push(Advice::new(PlanField::Head(field), reason));
        // Once an update is closed, the date that was typed before is history.
        let updated_on = match self.updates.last() {
            Some(_) => &Entry::Blank,
            None => &self.updated_on,
        };
        for (field, date) in [
            (HeadField::StartedOn, &self.started_on),
            (HeadField::UpdatedOn, updated_on),
        ] {
            if let (Some(year), Some(date)) = (self.year.value(), date.value()) {
                let dated = u16::try_from(date.year()).unwrap_or_default();
                if dated != year.number() {
                    head(field, AdviceReason::DateOutsideYear(dated, year.number()));
                }
            }
        }
        if let (Some(started), Some(updated)) = (self.started_on.value(), updated_on.value())
            && updated < started
        {
            head(HeadField::UpdatedOn, AdviceReason::UpdatedBeforeStart);
        }
        // The same goes for the overspend that was typed then.
        let at_update = match self.updates.last() {
            Some(_) => &Entry::Blank,
            None => &self.overspend_at_update,
        };
        for (field, overspend) in [
            (HeadField::OverspendAtStart, &self.overspend_at_start),
            (HeadField::OverspendAtUpdate, at_update),
        ] {
            if let Some(amount) = overspend.value() {
                for doubt in DoubtfulOverspend::of(amount).rev() {
                    head(
                        field,
                        match doubt {
                            DoubtfulOverspend::Unit => AdviceReason::OverspendMayBeMillions(amount),
                            DoubtfulOverspend::Negative => {
                                AdviceReason::OverspendIsNegative(amount)
                            }
                        },
                    );
                }
            }
        }
        let has_effect = self.focus_areas.iter().any(has_effect);
        if self.overspend_at_start.is_blank() && has_effect {
            head(
                HeadField::OverspendAtStart,
                AdviceReason::NoOverspendAtStart,
            );
        }
        if let Some(reason) = cause_names_another_amount(self) {
            head(HeadField::Cause, reason);
        }
        if self.appropriation.value().is_some_and(Amount::is_saving) {
            head(
                HeadField::Appropriation,
                AdviceReason::AppropriationIsNegative,
            );
        }
        if !self.appropriation.is_blank() && self.appropriation_financing.trim().is_empty() {
            head(
                HeadField::AppropriationFinancing,
                AdviceReason::AppropriationWithoutFinancing,
            );
        }
        if self.is_required() == Some(true) && !has_effect {
            let field = self
                .focus_areas
                .first()
                .map_or(PlanField::Head(HeadField::OverspendAtStart), |row| {
                    PlanField::Effect(row.id, Month::January)
                });
            advice.push(Advice::new(field, AdviceReason::NoEffect));
        }
        for row in &self.focus_areas {
            advice.extend(goal_names_another_amount(row));
        }
        for row in &self.focus_areas {
            advice.extend(first_positive_effect(row));
        }
        for row in &self.focus_areas {
            advice.extend(self.status.and_then(|status| not_reported(row, status)));
        }
        advice.extend(copied_rows(self));
        advice
    }

    fn dismissed(&self) -> &[Dismissal] {
        &self.dismissed
    }

    fn dismissed_mut(&mut self) -> Option<&mut Vec<Dismissal>> {
        Some(&mut self.dismissed)
    }
}

/// Returns whether a row has an effect. Blank, and 0 in every month, is none; what cannot be read may be one.
fn has_effect(row: &FocusArea) -> bool {
    row.effects
        .iter()
        .any(|effect| !effect.is_blank() && effect.value() != Some(Amount::ZERO))
}

/// Notices a goal that names amounts, and not the row's, to the krone: a difference of 4 kr. is how row 9 was found.
fn goal_names_another_amount(row: &FocusArea) -> Option<Advice<PlanField>> {
    let amount = row.planned_total().amount().filter(|_| has_effect(row))?;
    let mentioned = amounts_mentioned(&row.goal);
    if mentioned.iter().any(|mentioned| mentioned.is(amount)) {
        return None;
    }
    let mentioned = mentioned.into_iter().next()?;
    Some(Advice::new(
        PlanField::Text(row.id, RowText::Goal),
        AdviceReason::GoalNamesAnotherAmount(mentioned, amount),
    ))
}

/// Notices a cause that names the overspend at start rounded, and not exactly. It can name many other amounts.
fn cause_names_another_amount(plan: &ActionPlan) -> Option<AdviceReason> {
    let amount = plan.overspend_at_start.value()?;
    let mentioned = amounts_mentioned(&plan.cause);
    if mentioned.iter().any(|mentioned| mentioned.is(amount)) {
        return None;
    }
    let rounded = mentioned
        .into_iter()
        .find(|mentioned| mentioned.agrees_with(amount))?;
    Some(AdviceReason::CauseNamesAnotherAmount(rounded, amount))
}

fn first_positive_effect(row: &FocusArea) -> Option<Advice<PlanField>> {
    let is_cost = |month: &Month| {
        let effect = row.effect(*month).and_then(Entry::value);
        effect.is_some_and(|effect| effect > Amount::ZERO)
    };
    let month = Month::ALL.into_iter().find(is_cost)?;
    Some(Advice::new(
        PlanField::Effect(row.id, month),
        AdviceReason::EffectIsPositive,
    ))
}

fn not_reported(row: &FocusArea, status: Month) -> Option<Advice<PlanField>> {
    let months: Vec<Month> = row.unreported(status).collect();
    let first = *months.first()?;
    Some(Advice::new(
        PlanField::Realised(row.id, first),
        AdviceReason::NotReported(months),
    ))
}
