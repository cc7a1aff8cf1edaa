use crate::domain::{
    Amount, AmountRole, Audience, Description, Entry, FieldKind, Fields, FormField, Id, Month,
    Period, Slot, SlotMut, StatedDifference, Total, Year,
};

/// Indsatsområde: one row of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FocusArea {
    /// The row's identity within its plan.
    pub id: Id,
    /// Indsatsområde.
    pub area: String,
    /// Konkrete mål.
    pub goal: String,
    /// Handling og indsats.
    pub action: String,
    /// Konsekvenser.
    pub consequences: String,
    /// Økonomisk effekt as it is planned, January to December, in kroner; negative reduces the overspend.
    pub effects: [Entry<Amount>; 12],
    /// Realiseret: the effect that each month really had, in kroner; negative reduced the overspend. Counts for
    /// the months up to the plan's `Status pr.`.
    pub realised: [Entry<Amount>; 12],
    /// I alt, as the source of a pasted table states it, in kroner. Never computed with.
    pub stated_total: Entry<Amount>,
    /// The proposal that the row follows up, if it was picked from the catalogue.
    pub source: Option<ProposalSource>,
}

/// The proposal that a focus area comes from, as it was when it was picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalSource {
    /// The proposal's identity.
    pub proposal: Id,
    /// Its heading.
    pub heading: String,
    /// The plan's year when it was picked.
    pub year: Year,
    /// Its Ændringsforslag i alt in that year, in kroner.
    pub net_change: Amount,
}

/// A text of a focus area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowText {
    /// Indsatsområde.
    Area,
    /// Konkrete mål.
    Goal,
    /// Handling og indsats.
    Action,
    /// Konsekvenser.
    Consequences,
}

impl RowText {
    /// In the form's order.
    pub const ALL: [Self; 4] = [Self::Area, Self::Goal, Self::Action, Self::Consequences];

    /// Returns this text of a row.
    #[must_use]
    pub fn of(self, row: &FocusArea) -> &String {
        match self {
            Self::Area => &row.area,
            Self::Goal => &row.goal,
            Self::Action => &row.action,
            Self::Consequences => &row.consequences,
        }
    }

    /// Returns this text of a row, to be changed.
    pub fn of_mut(self, row: &mut FocusArea) -> &mut String {
        match self {
            Self::Area => &mut row.area,
            Self::Goal => &mut row.goal,
            Self::Action => &mut row.action,
            Self::Consequences => &mut row.consequences,
        }
    }
}

impl FocusArea {
    /// Returns an empty row.
    #[must_use]
    pub fn blank(id: Id) -> Self {
        Self {
            id,
            area: String::new(),
            goal: String::new(),
            action: String::new(),
            consequences: String::new(),
            effects: Default::default(),
            realised: Default::default(),
            stated_total: Entry::Blank,
            source: None,
        }
    }

    /// Returns the planned effect in a month.
    #[must_use]
    pub fn effect(&self, month: Month) -> Option<&Entry<Amount>> {
        self.effects.get(month.index())
    }

    /// Returns the realised effect in a month.
    #[must_use]
    pub fn realised_in(&self, month: Month) -> Option<&Entry<Amount>> {
        self.realised.get(month.index())
    }

    /// Returns Indsats i alt: the row's planned effect over the year, in kroner; negative reduces the overspend.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let plan = slagelse.plan("Børn og Familie", 2023);
    /// // 12 × −500.000
    /// assert_eq!(plan.focus_areas[0].planned_total(), Total::from(Amount::from_kroner(-6_000_000)));
    /// // One month, and eleven blank ones.
    /// assert_eq!(plan.focus_areas[6].planned_total(), Total::from(Amount::from_kroner(-250_000)));
    /// ```
    #[must_use]
    pub fn planned_total(&self) -> Total {
        Total::of(&self.effects)
    }

    /// Returns the entry that counts in a month: the realised effect up to and including `status`, the planned one
    /// after it.
    #[must_use]
    pub fn counted(&self, month: Month, status: Option<Month>) -> Option<&Entry<Amount>> {
        if status.is_some_and(|status| month <= status) {
            self.realised_in(month)
        } else {
            self.effect(month)
        }
    }

    /// Returns the effect that the row is expected to have over the year, in kroner: realised amounts up to and
    /// including `status`, planned ones after it. A month that was not reported counts as nothing.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut row = slagelse.plan("Børn og Familie", 2023).focus_areas[0].clone();
    /// row.realised[0] = Entry::Value(Amount::from_kroner(-400_000));
    /// let expected = |status| row.expected_total(status).amount().unwrap();
    /// assert_eq!(expected(None), Amount::from_kroner(-6_000_000));
    /// assert_eq!(expected(Some(Month::January)), Amount::from_kroner(-5_900_000));
    /// // February was not reported.
    /// assert_eq!(expected(Some(Month::February)), Amount::from_kroner(-5_400_000));
    /// ```
    #[must_use]
    pub fn expected_total(&self, status: Option<Month>) -> Total {
        let counted = |month| self.counted(month, status);
        Total::of(Month::ALL.into_iter().filter_map(counted))
    }

    /// Returns the planned effect from January up to and including a month, in kroner.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let plan = slagelse.plan("Børn og Familie", 2023);
    /// let row = &plan.focus_areas[9];
    /// // The remainder is in January: −20.837 and 11 × −20.833.
    /// assert_eq!(row.planned_through(Month::January), Total::from(Amount::from_kroner(-20_837)));
    /// assert_eq!(row.planned_through(Month::December), Total::from(Amount::from_kroner(-250_000)));
    /// ```
    #[must_use]
    pub fn planned_through(&self, month: Month) -> Total {
        Total::of(self.effects.iter().take(month.index() + 1))
    }

    /// Returns the realised effect from January up to and including a month, in kroner.
    #[must_use]
    pub fn realised_through(&self, month: Month) -> Total {
        Total::of(self.realised.iter().take(month.index() + 1))
    }

    /// Returns the months up to and including `status` for which something is planned and nothing was reported. A
    /// planned zero needs no report:
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut row = FocusArea::blank(Id::random());
    /// row.effects[0] = Entry::Value(Amount::ZERO);
    /// row.effects[1] = Entry::Value(Amount::from_kroner(-83_333));
    /// let months: Vec<Month> = row.unreported(Month::March).collect();
    /// assert_eq!(months, [Month::February]);
    /// ```
    pub fn unreported(&self, status: Month) -> impl Iterator<Item = Month> {
        Month::ALL.into_iter().filter(move |&month| {
            let is_planned = self
                .effect(month)
                .is_some_and(|effect| !effect.is_blank() && effect.value() != Some(Amount::ZERO));
            let is_reported = self
                .realised_in(month)
                .is_none_or(|realised| !realised.is_blank());
            month <= status && is_planned && !is_reported
        })
    }

    /// Returns whether the row is described and has no amount in any month yet.
    #[must_use]
    pub fn has_no_amount_yet(&self) -> bool {
        self.has_text() && self.has_no_entry()
    }

    /// Returns whether nothing is in the row. Spaces are nothing.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut row = FocusArea::blank(Id::random());
    /// row.goal = "  ".to_owned();
    /// assert!(row.is_blank());
    /// row.effects[0] = Entry::Unreadable("?".to_owned());
    /// assert!(!row.is_blank());
    /// ```
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.has_text()
            && self.has_no_entry()
            && self.stated_total.is_blank()
            && self.source.is_none()
    }

    fn has_text(&self) -> bool {
        RowText::ALL
            .iter()
            .any(|text| !text.of(self).trim().is_empty())
    }

    fn has_no_entry(&self) -> bool {
        self.effects
            .iter()
            .chain(&self.realised)
            .all(Entry::is_blank)
    }

    /// Returns what the source of the row states in all beside what the planned months give, in kroner; `None` where
    /// they agree, or one of them is unknown.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut row = slagelse.plan("Børn og Familie", 2023).focus_areas[8].clone();
    /// // Printed as a million; the cells give 999.996.
    /// row.stated_total = Entry::Value(Amount::from_kroner(-1_000_000));
    /// let difference = row.stated_difference().unwrap().difference();
    /// assert_eq!(difference, Amount::from_kroner(-4));
    /// ```
    #[must_use]
    pub fn stated_difference(&self) -> Option<StatedDifference> {
        StatedDifference::between(&self.stated_total, self.planned_total())
    }

    /// Returns what December must be for the months to add up to what the source states, in kroner. `None` where they
    /// do, or one of them cannot be read.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let mut row = slagelse.plan("Børn og Familie", 2023).focus_areas[8].clone();
    /// row.stated_total = Entry::Value(Amount::from_kroner(-1_000_000));
    /// assert_eq!(row.mended_december(), Some(Amount::from_kroner(-83_337)));
    /// row.effects[11] = Entry::Value(Amount::from_kroner(-83_337));
    /// assert_eq!(row.mended_december(), None);
    /// ```
    #[must_use]
    pub fn mended_december(&self) -> Option<Amount> {
        let difference = self.stated_difference()?.difference();
        let [.., december] = &self.effects;
        let mended = Total::from(december) + Total::Complete(difference);
        // The bounds of an amount hold for a mended one too.
        Amount::new(mended.amount()?.kroner()).ok()
    }
}

/// A field of a row of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FocusAreaField {
    /// A text.
    Text(RowText),
    /// The planned effect in a month.
    Effect(Month),
    /// The realised effect in a month.
    Realised(Month),
    /// The total, as the source of a pasted table states it.
    StatedTotal,
}

impl FormField for FocusAreaField {
    fn describe(self) -> Description {
        // A plan is not published.
        let new = |name, kind| Description::new(name, kind, Audience::Staff);
        let monthly = |name, month: Month| {
            // An effect reduces the overspend.
            let kind = FieldKind::Amount(AmountRole::Saving, Period::Month);
            new(name, kind).numbered(month.index() + 1)
        };
        match self {
            Self::Text(RowText::Area) => new("area", FieldKind::Line),
            Self::Text(RowText::Goal) => new("goal", FieldKind::Text),
            Self::Text(RowText::Action) => new("action", FieldKind::Text),
            Self::Text(RowText::Consequences) => new("consequences", FieldKind::Text),
            Self::Effect(month) => monthly("effect", month),
            Self::Realised(month) => monthly("realised", month),
            Self::StatedTotal => {
                let kind = FieldKind::Amount(AmountRole::Saving, Period::Whole);
                new("stated-total", kind).stated()
            }
        }
    }
}

impl Fields for FocusArea {
    type Field = FocusAreaField;

    fn fields(&self) -> Vec<FocusAreaField> {
        let texts = RowText::ALL.into_iter().map(FocusAreaField::Text);
        texts
            .chain(Month::ALL.into_iter().map(FocusAreaField::Effect))
            .chain(Month::ALL.into_iter().map(FocusAreaField::Realised))
            .chain([FocusAreaField::StatedTotal])
            .collect()
    }

    fn slot(&self, field: FocusAreaField) -> Option<Slot<'_>> {
        Some(match field {
            FocusAreaField::Text(text) => Slot::Text(text.of(self)),
            FocusAreaField::Effect(month) => Slot::Amount(self.effect(month)?),
            FocusAreaField::Realised(month) => Slot::Amount(self.realised_in(month)?),
            FocusAreaField::StatedTotal => Slot::Amount(&self.stated_total),
        })
    }

    fn slot_mut(&mut self, field: FocusAreaField) -> Option<SlotMut<'_>> {
        Some(match field {
            FocusAreaField::Text(text) => SlotMut::Text(text.of_mut(self)),
            FocusAreaField::Effect(month) => SlotMut::Amount(self.effects.get_mut(month.index())?),
            FocusAreaField::Realised(month) => {
                SlotMut::Amount(self.realised.get_mut(month.index())?)
            }
            FocusAreaField::StatedTotal => SlotMut::Amount(&mut self.stated_total),
        })
    }
}
