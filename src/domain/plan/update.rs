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
    /// Returns an update as a file holds it. [`ActionPlan::close_update`] makes new ones.
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

    /// Returns the date of the update.
    #[must_use]
    pub fn closed_on(&self) -> Date {
        self.closed_on
    }

    /// Returns the last month that was realised at the time.
    #[must_use]
    pub fn status(&self) -> Option<Month> {
        self.status
    }

    /// Returns the effect that all focus areas were expected to have, in kroner; negative reduces the overspend.
    #[must_use]
    pub fn effect(&self) -> Amount {
        self.effect
    }

    /// Returns the overspend that was expected after the update, in kroner; positive = overspend.
    #[must_use]
    pub fn forecast(&self) -> Amount {
        self.forecast
    }

    /// Returns the note to the update.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.note
    }
}

/// The closed updates of a plan, oldest first. One can be added at the end; none can be changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClosedUpdates(Vec<ClosedUpdate>);

impl ClosedUpdates {
    /// Returns these updates, oldest first, as a file holds them.
    #[must_use]
    pub fn of(updates: Vec<ClosedUpdate>) -> Self {
        Self(updates)
    }

    /// Returns all updates, oldest first.
    #[must_use]
    pub fn all(&self) -> &[ClosedUpdate] {
        &self.0
    }

    /// Returns the latest update.
    #[must_use]
    pub fn last(&self) -> Option<&ClosedUpdate> {
        self.0.last()
    }
}

/// The reason why an update cannot be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CloseError {
    /// Nothing is typed at start, so there is no forecast.
    NoForecast,
    /// A field cannot be read, so the forecast is incomplete.
    Incomplete,
    /// The effect or the forecast is larger than an amount can be.
    TooLarge,
    /// The date lies before that of the last closed update.
    BeforeLast(Date),
    /// The note has more characters than a text holds ([`limits::TEXT_CHARACTERS`]).
    NoteTooLong,
    /// The plan has [`limits::UPDATES`] updates.
    TooMany,
}

impl ActionPlan {
    /// Closes an update, Afslut opdatering: keeps the date, the forecast, the sum of the effects and a note, and locks the months that
    /// were realised.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Havrebjerg", 2022);
    /// plan.enter(PlanField::Realised(plan.focus_areas[0].id, Month::August), "-3.000");
    /// plan.status = Some(Month::August);
    /// plan.close_update(date(2022, 9, 5), "Efter august".to_owned()).unwrap();
    /// let update = plan.updates.last().unwrap();
    /// assert_eq!(update.effect(), Amount::from_kroner(-283_000));
    /// assert_eq!(update.forecast(), Amount::from_kroner(1_765_567));
    /// assert!(plan.is_closed(Month::August));
    /// ```
    ///
    /// Without a status no month is locked. Months that are locked stay so, whatever the status is later:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Havrebjerg", 2022);
    /// plan.closed_through = Some(Month::August);
    /// plan.status = None;
    /// plan.close_update(date(2022, 12, 1), String::new()).unwrap();
    /// assert_eq!(plan.closed_through, Some(Month::August));
    /// ```
    ///
    /// # Errors
    /// [`CloseError`], and the plan stays as it was.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Havrebjerg", 2022);
    /// plan.close_update(date(2022, 9, 5), String::new()).unwrap();
    /// let before = plan.close_update(date(2022, 9, 4), String::new());
    /// assert_eq!(before, Err(CloseError::BeforeLast(date(2022, 9, 5))));
    /// assert_eq!(plan.updates.all().len(), 1);
    /// // The same day again is no mistake.
    /// assert!(plan.close_update(date(2022, 9, 5), String::new()).is_ok());
    /// ```
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.blank_plan();
    /// assert_eq!(plan.close_update(date(2023, 6, 9), String::new()), Err(CloseError::NoForecast));
    /// plan.enter(PlanField::Head(HeadField::OverspendAtStart), "1.5");
    /// assert_eq!(plan.close_update(date(2023, 6, 9), String::new()), Err(CloseError::Incomplete));
    /// ```
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

    /// Returns Forventet merforbrug ved sidste opdatering, in kroner; positive = overspend: the forecast of the last
    /// closed update, or else what was typed. `None` where there was no update.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Havrebjerg", 2022);
    /// plan.enter(PlanField::Head(HeadField::OverspendAtUpdate), "1.900.000");
    /// assert_eq!(plan.overspend_at_last_update(), Some(Total::from(Amount::from_kroner(1_900_000))));
    /// // A closed update takes the place of what was typed.
    /// plan.close_update(date(2022, 9, 5), String::new()).unwrap();
    /// assert_eq!(plan.overspend_at_last_update(), Some(Total::from(Amount::from_kroner(1_766_567))));
    /// ```
    #[must_use]
    pub fn overspend_at_last_update(&self) -> Option<Total> {
        match self.updates.last() {
            Some(update) => Some(Total::Complete(update.forecast())),
            None => Total::of_typed(&self.overspend_at_update),
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
    /// The effect that was expected then, in kroner; `None` where it is unknown.
    pub effect: Option<Total>,
    /// The expected overspend then, in kroner; positive = overspend.
    pub forecast: Total,
    /// The forecast minus the one before, in kroner; negative = the expected overspend fell.
    pub moved: Option<Total>,
    /// The note to the update.
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
    /// Returns how the forecast moved from update to update, from the start until now, as far as each is known.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut plan = slagelse.plan("Havrebjerg", 2022);
    /// plan.close_update(date(2022, 9, 5), "Efter august".to_owned()).unwrap();
    /// let history = plan.history();
    /// let kinds: Vec<HistoryKind> = history.iter().map(|line| line.kind).collect();
    /// assert_eq!(kinds, [HistoryKind::Start, HistoryKind::Closed, HistoryKind::Now]);
    /// assert_eq!(history[1].moved, Some(Total::from(Amount::from_kroner(-282_000))));
    /// assert_eq!(history[2].moved, Some(Total::ZERO));
    /// ```
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
