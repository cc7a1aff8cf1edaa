//! The history of a plan: each update that was closed, as it was then.

use super::ActionPlan;
use crate::domain::{Amount, Date, Month, Total, limits};

/// An update that was closed. Nothing in it can be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedUpdate {
    closed_on: Date,
    status: Option<Month>,
    effect: Amount,
    forecast: Amount,
    note: String,
}

impl ClosedUpdate {
    /// An update as it was read from a file, or as [`ActionPlan::close_update`] makes it.
    #[must_use]
    pub fn new(
        closed_on: Date,
        status: Option<Month>,
        effect: Amount,
        forecast: Amount,
        note: String,
    ) -> Self {
        Self {
            closed_on,
            status,
            effect,
            forecast,
            note,
        }
    }

    /// The date of the update.
    #[must_use]
    pub fn closed_on(&self) -> Date {
        self.closed_on
    }

    /// The last month that was realised then.
    #[must_use]
    pub fn status(&self) -> Option<Month> {
        self.status
    }

    /// The effect that all focus areas were expected to have then, in kroner; negative reduces the overspend.
    #[must_use]
    pub fn effect(&self) -> Amount {
        self.effect
    }

    /// The expected overspend after the update, in kroner; positive = overspend.
    #[must_use]
    pub fn forecast(&self) -> Amount {
        self.forecast
    }

    /// What somebody wrote about it.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.note
    }
}

/// The closed updates of a plan, oldest first. One can be added at the end; none can be changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClosedUpdates(Vec<ClosedUpdate>);

impl ClosedUpdates {
    /// These updates, oldest first, as a file holds them.
    #[must_use]
    pub fn of(updates: Vec<ClosedUpdate>) -> Self {
        Self(updates)
    }

    /// All of them, oldest first.
    #[must_use]
    pub fn all(&self) -> &[ClosedUpdate] {
        &self.0
    }

    /// The latest.
    #[must_use]
    pub fn last(&self) -> Option<&ClosedUpdate> {
        self.0.last()
    }
}

/// Why an update cannot be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CloseError {
    /// Nothing is typed at start, so that there is no forecast.
    NoForecast,
    /// A field cannot be read, so that the forecast is incomplete.
    Incomplete,
    /// The effect or the forecast is larger than an amount can be.
    TooLarge,
    /// The date lies before that of the last closed update.
    BeforeLast(Date),
    /// More text than a note holds.
    NoteTooLong,
    /// The plan holds no more updates.
    TooMany,
}

impl ActionPlan {
    /// Afslut opdatering: freezes the date, the forecast, the sum of the effects and a note, and locks the months
    /// that were realised.
    ///
    /// # Errors
    /// [`CloseError`], and the plan is as it was.
    pub fn close_update(&mut self, on: Date, note: String) -> Result<(), CloseError> {
        // What was typed about the last update could not be mended any more: closed ones take its place.
        if self.updated_on.is_unreadable() || self.overspend_at_update.is_unreadable() {
            return Err(CloseError::Incomplete);
        }
        // A closed update holds an amount: what is blank had no effect.
        let effect = self.expected_effect().counted();
        let forecast = self.forecast().ok_or(CloseError::NoForecast)?.amount();
        let (effect, forecast) = effect.zip(forecast).ok_or(CloseError::Incomplete)?;
        if [effect, forecast]
            .iter()
            .any(|amount| Amount::new(amount.kroner()).is_err())
        {
            return Err(CloseError::TooLarge);
        }
        if let Some(last) = self.updates.last().map(ClosedUpdate::closed_on)
            && on < last
        {
            return Err(CloseError::BeforeLast(last));
        }
        if note.chars().count() > limits::TEXT_CHARACTERS {
            return Err(CloseError::NoteTooLong);
        }
        if self.updates.0.len() >= limits::UPDATES {
            return Err(CloseError::TooMany);
        }
        let update = ClosedUpdate::new(on, self.status, effect, forecast, note);
        self.updates.0.push(update);
        self.closed_through = self.closed_through.max(self.status);
        Ok(())
    }

    /// Forventet merforbrug ved sidste opdatering, in kroner: that of the last closed update, or else as it was
    /// typed. `None` when there was no update.
    #[must_use]
    pub fn overspend_at_last_update(&self) -> Option<Total> {
        match self.updates.last() {
            Some(update) => Some(Total::Complete(update.forecast())),
            None => Total::of_typed(&self.overspend_at_update),
        }
    }

    /// Opdateret: the date of the last closed update, or else as it was typed.
    #[must_use]
    pub fn last_updated_on(&self) -> Option<Date> {
        match self.updates.last() {
            Some(update) => Some(update.closed_on()),
            None => self.updated_on.value(),
        }
    }
}

/// A line of the history: what the forecast was, and how it had moved since the line before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Where the line comes from.
    pub kind: HistoryKind,
    /// When, if that is known.
    pub on: Option<Date>,
    /// The last month that was realised then.
    pub status: Option<Month>,
    /// The effect that was expected then, in kroner; `None` where it is not known.
    pub effect: Option<Total>,
    /// The expected overspend then, in kroner; positive = overspend.
    pub forecast: Total,
    /// The forecast minus the one before, in kroner.
    pub moved: Option<Total>,
    /// What somebody wrote about it.
    pub note: String,
}

/// Where a line of the history comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryKind {
    /// At start.
    Start,
    /// Typed on the form, before the first update was closed.
    Typed,
    /// A closed update.
    Closed,
    /// As it is now, not closed.
    Now,
}

impl ActionPlan {
    /// How the forecast moved from update to update, from the start until now, as far as each is known.
    #[must_use]
    pub fn history(&self) -> Vec<HistoryEntry> {
        let entry = |kind, on, forecast| HistoryEntry {
            kind,
            on,
            status: None,
            effect: None,
            forecast,
            moved: None,
            note: String::new(),
        };
        let mut history = Vec::new();
        if let Some(start) = Total::of_typed(&self.overspend_at_start) {
            history.push(entry(HistoryKind::Start, self.started_on.value(), start));
        }
        if let Some(typed) = Total::of_typed(&self.overspend_at_update) {
            history.push(entry(HistoryKind::Typed, self.updated_on.value(), typed));
        }
        history.extend(self.updates.all().iter().map(|update| HistoryEntry {
            status: update.status,
            effect: Some(Total::Complete(update.effect)),
            note: update.note.clone(),
            ..entry(
                HistoryKind::Closed,
                Some(update.closed_on),
                Total::Complete(update.forecast),
            )
        }));
        if let Some(now) = self.forecast() {
            history.push(HistoryEntry {
                status: self.status,
                effect: Some(self.expected_effect()),
                ..entry(HistoryKind::Now, None, now)
            });
        }
        let forecasts: Vec<Total> = history.iter().map(|entry| entry.forecast).collect();
        for (entry, before) in history.iter_mut().skip(1).zip(forecasts) {
            entry.moved = Some(entry.forecast - before);
        }
        history
    }
}
