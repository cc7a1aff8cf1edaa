//! What the fields of a form are. A form describes each of its fields once ([`FormField::describe`]); what is done with all
//! fields of a kind alike (showing, entering, filing, merging, comparing, publishing) follows from that.

use std::collections::BTreeSet;

use super::{
    Amount, ChangeKind, Date, Entry, FullTimeEquivalents, HeadCount, Id, ReimbursementRate, Year,
    invariant,
};

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A line of text.
    Line,
    /// Text in several lines.
    Text,
    /// Any number of the kinds of change, Ændringen vedrører.
    ChangeKinds,
    /// An amount of money in kroner.
    Amount(AmountRole, Period),
    /// A calendar year.
    Year,
    /// The year in whose prices the amounts are: `2024-pl`.
    PriceLevel,
    /// A date.
    Date,
    /// A reimbursement rate in per cent.
    Rate,
    /// A number of people.
    People,
    /// A change in full-time positions; minus = positions removed.
    Positions,
}

/// What an amount says, and so what an amount without a sign means.
///
/// ```
/// use raaderum::domain::{AmountRole, FieldKind, FormField, HeadField, PlanField};
///
/// // An expected overspend is no change: `26.050.000` is one however the municipality prints signs.
/// let FieldKind::Amount(role, _) = PlanField::Head(HeadField::OverspendAtStart).describe().kind else {
///     panic!("an amount");
/// };
/// assert_eq!(role, AmountRole::Level);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountRole {
    /// How much there is or is expected: a budget, an overspend. The sign conventions do not touch it.
    Level,
    /// A change that can save or cost; minus saves.
    Change,
    /// A change that saves, unless it has the other sign; minus saves.
    Saving,
    /// A change that costs, unless it has the other sign; minus saves.
    Cost,
    /// What is taken off a saving. It has no sign: a minus is refused.
    Reduction,
}

/// The time that an amount is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// One of a form's budget years: `100.000 kr. om året` is for the years after it, too.
    BudgetYear,
    /// A month.
    Month,
    /// A plan's year, or all years of a proposal.
    Whole,
}

/// Who may read a field. Every field says it; there is no default.
///
/// ```
/// use raaderum::domain::{AmountRow, CatalogueField, FormField, HeadField, PlanField, ProposalField, StatedFigure};
///
/// assert!(ProposalField::Amount(AmountRow::EstimatedGain, 0).describe().is_public());
/// assert!(CatalogueField::Title.describe().is_public());
/// // A plan is for staff, and so is what a source states about its sums.
/// assert!(!PlanField::Head(HeadField::Cause).describe().is_public());
/// assert!(!ProposalField::Stated(StatedFigure::NetChangeTotal).describe().is_public());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everyone: the field is published.
    Public,
    /// Only those who work with the document: the field is never published.
    Staff,
}

/// Where the content of a field comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It is filled in.
    Entered,
    /// The source of a pasted table states it. It is kept beside the sum that it is about and never computed with.
    Stated,
}

/// What a form says of one of its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Description {
    /// The first part of the field's name.
    name: &'static str,
    /// The row that the field is in, where rows have identities.
    row: Option<Id>,
    /// The field's number, where there are several of the name.
    number: Option<usize>,
    /// What the field holds.
    pub kind: FieldKind,
    /// Who may read the field.
    pub audience: Audience,
    /// Where its content comes from.
    pub origin: Origin,
}

impl Description {
    /// Returns whether the field is published.
    #[must_use]
    pub fn is_public(self) -> bool {
        self.audience == Audience::Public
    }

    /// Returns the description of a field that is filled in. Whether it is published must be said: there is no default.
    #[must_use]
    pub const fn new(name: &'static str, kind: FieldKind, audience: Audience) -> Self {
        Self {
            name,
            row: None,
            number: None,
            kind,
            audience,
            origin: Origin::Entered,
        }
    }

    /// Returns the same description for a field of a row with an identity.
    #[must_use]
    pub const fn of_row(self, row: Id) -> Self {
        Self {
            row: Some(row),
            ..self
        }
    }

    /// Returns the same description with a number in the field's name.
    ///
    /// ```
    /// use raaderum::domain::{FocusAreaField, FormField, Month};
    ///
    /// // Months are counted from 1 in names.
    /// assert_eq!(FocusAreaField::Effect(Month::December).name(), "effect-12");
    /// ```
    #[must_use]
    pub const fn numbered(self, number: usize) -> Self {
        Self {
            number: Some(number),
            ..self
        }
    }

    /// Returns the same description for a field whose content the source of a pasted table states.
    #[must_use]
    pub const fn stated(self) -> Self {
        Self {
            origin: Origin::Stated,
            ..self
        }
    }

    /// Returns the field's name: letters, digits and hyphens.
    fn name(&self) -> String {
        match (self.row, self.number) {
            (None, None) => self.name.to_owned(),
            (None, Some(number)) => format!("{}-{number}", self.name),
            (Some(row), None) => format!("{}-{row}", self.name),
            (Some(row), Some(number)) => format!("{}-{row}-{number}", self.name),
        }
    }
}

/// A field of a form.
pub trait FormField: Copy + Eq + Send + Sync + 'static {
    /// Returns what the form says of the field.
    fn describe(self) -> Description;

    /// Returns the field's name, unique in the form: letters, digits and hyphens. Dismissed advice names its field so in
    /// files, too: a name never changes.
    fn name(self) -> String {
        self.describe().name()
    }
}

/// A document, or a row of one, that is filled in field by field.
///
/// What is done to all fields alike follows from their descriptions. Which fields of a proposal hold text that cannot
/// be read?
///
/// ```
/// # use raaderum::{domain::*, draft::Form};
/// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
/// let mut proposal = lejre.proposal("Isafjord");
/// proposal.enter(ProposalField::PriceLevel, "2024 priser");
/// let unreadable = |slot| matches!(slot, Slot::Year(Entry::Unreadable(_)));
/// let mut fields = proposal.fields();
/// fields.retain(|&field| proposal.slot(field).is_some_and(unreadable));
/// assert_eq!(fields, [ProposalField::PriceLevel]);
/// ```
pub trait Fields {
    /// A field of the form.
    type Field: FormField;

    /// Returns every field, in the order of the form.
    fn fields(&self) -> Vec<Self::Field>;

    /// Returns what the field holds; `None` where the form has no such field.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let proposal = lejre.proposal("Isafjord");
    /// assert!(proposal.slot(ProposalField::Amount(AmountRow::EstimatedGain, 3)).is_some());
    /// // A fifth year.
    /// assert_eq!(proposal.slot(ProposalField::Amount(AmountRow::EstimatedGain, 4)), None);
    /// ```
    fn slot(&self, field: Self::Field) -> Option<Slot<'_>>;

    /// Returns what the field holds, to be changed; `None` where the form has no such field.
    fn slot_mut(&mut self, field: Self::Field) -> Option<SlotMut<'_>>;

    /// Copies from another state of the form the content of every field whose description `takes` is true of.
    ///
    /// ```
    /// # use raaderum::{domain::*, draft::Form};
    /// # let (lejre, slagelse, date) = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/examples.rs"));
    /// let filled = lejre.proposal("Isafjord");
    /// let mut amounts_only = lejre.blank_proposal();
    /// amounts_only.copy_fields(&filled, |field| matches!(field.kind, FieldKind::Amount(..)));
    /// assert_eq!(amounts_only.net_change_total(), filled.net_change_total());
    /// assert_eq!(amounts_only.heading, "");
    /// ```
    fn copy_fields(&mut self, from: &Self, takes: impl Fn(Description) -> bool) {
        for field in from.fields() {
            if takes(field.describe())
                && let Some(content) = from.slot(field).map(Content::from)
                && let Some(mut slot) = self.slot_mut(field)
            {
                _ = slot.put(content);
            }
        }
    }
}

/// A field that a form has once, with its description and the way to its content.
pub struct Row<D, F> {
    /// The field.
    pub field: F,
    /// What the form says of it.
    pub description: Description,
    access: Access<D>,
}

/// How to reach the content of a field.
pub enum Access<D> {
    /// Text.
    Text(fn(&D) -> &String, fn(&mut D) -> &mut String),
    /// Kinds of change.
    ChangeKinds(
        fn(&D) -> &BTreeSet<ChangeKind>,
        fn(&mut D) -> &mut BTreeSet<ChangeKind>,
    ),
    /// An amount.
    Amount(fn(&D) -> &Entry<Amount>, fn(&mut D) -> &mut Entry<Amount>),
    /// A year, or that of a price level.
    Year(fn(&D) -> &Entry<Year>, fn(&mut D) -> &mut Entry<Year>),
    /// A date.
    Date(fn(&D) -> &Entry<Date>, fn(&mut D) -> &mut Entry<Date>),
    /// A rate.
    Rate(
        fn(&D) -> &Entry<ReimbursementRate>,
        fn(&mut D) -> &mut Entry<ReimbursementRate>,
    ),
}

impl<D, F> Row<D, F> {
    /// Returns the row of a field of this kind.
    pub const fn new(
        field: F,
        name: &'static str,
        kind: FieldKind,
        audience: Audience,
        access: Access<D>,
    ) -> Self {
        Self {
            field,
            description: Description::new(name, kind, audience),
            access,
        }
    }

    /// Returns what the field holds.
    pub fn slot<'a>(&self, form: &'a D) -> Slot<'a> {
        match self.access {
            Access::Text(get, _) => Slot::Text(get(form)),
            Access::ChangeKinds(get, _) => Slot::ChangeKinds(get(form)),
            Access::Amount(get, _) => Slot::Amount(get(form)),
            Access::Year(get, _) => Slot::Year(get(form)),
            Access::Date(get, _) => Slot::Date(get(form)),
            Access::Rate(get, _) => Slot::Rate(get(form)),
        }
    }

    /// Returns what the field holds, to be changed.
    pub fn slot_mut<'a>(&self, form: &'a mut D) -> SlotMut<'a> {
        match self.access {
            Access::Text(_, get_mut) => SlotMut::Text(get_mut(form)),
            Access::ChangeKinds(_, get_mut) => SlotMut::ChangeKinds(get_mut(form)),
            Access::Amount(_, get_mut) => SlotMut::Amount(get_mut(form)),
            Access::Year(_, get_mut) => SlotMut::Year(get_mut(form)),
            Access::Date(_, get_mut) => SlotMut::Date(get_mut(form)),
            Access::Rate(_, get_mut) => SlotMut::Rate(get_mut(form)),
        }
    }
}

/// Returns the row of a field.
pub(super) fn row_of<D, F: PartialEq>(
    rows: &'static [Row<D, F>],
    field: F,
) -> Option<&'static Row<D, F>> {
    let found = rows.iter().find(|row| row.field == field);
    invariant(found, "every field that a form has once is in its table")
}

/// Returns what a form says of a field that it has once.
pub(super) fn described<D, F: PartialEq>(rows: &'static [Row<D, F>], field: F) -> Description {
    let nothing = Description::new("", FieldKind::Text, Audience::Staff);
    row_of(rows, field).map_or(nothing, |row| row.description)
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its kind says")]
pub enum Slot<'a> {
    Text(&'a String),
    ChangeKinds(&'a BTreeSet<ChangeKind>),
    Amount(&'a Entry<Amount>),
    Year(&'a Entry<Year>),
    Date(&'a Entry<Date>),
    Rate(&'a Entry<ReimbursementRate>),
    People(&'a Entry<HeadCount>),
    Positions(&'a Entry<FullTimeEquivalents>),
}

/// What a field holds, to be changed.
#[derive(Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its kind says")]
pub enum SlotMut<'a> {
    Text(&'a mut String),
    ChangeKinds(&'a mut BTreeSet<ChangeKind>),
    Amount(&'a mut Entry<Amount>),
    Year(&'a mut Entry<Year>),
    Date(&'a mut Entry<Date>),
    Rate(&'a mut Entry<ReimbursementRate>),
    People(&'a mut Entry<HeadCount>),
    Positions(&'a mut Entry<FullTimeEquivalents>),
}

/// What a field held, apart from its form.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its kind says")]
pub enum Content {
    Text(String),
    ChangeKinds(BTreeSet<ChangeKind>),
    Amount(Entry<Amount>),
    Year(Entry<Year>),
    Date(Entry<Date>),
    Rate(Entry<ReimbursementRate>),
    People(Entry<HeadCount>),
    Positions(Entry<FullTimeEquivalents>),
}

impl From<Slot<'_>> for Content {
    fn from(slot: Slot<'_>) -> Self {
        match slot {
            Slot::Text(text) => Self::Text(text.clone()),
            Slot::ChangeKinds(kinds) => Self::ChangeKinds(kinds.clone()),
            Slot::Amount(entry) => Self::Amount(entry.clone()),
            Slot::Year(entry) => Self::Year(entry.clone()),
            Slot::Date(entry) => Self::Date(entry.clone()),
            Slot::Rate(entry) => Self::Rate(entry.clone()),
            Slot::People(entry) => Self::People(entry.clone()),
            Slot::Positions(entry) => Self::Positions(entry.clone()),
        }
    }
}

impl SlotMut<'_> {
    /// Puts content into the field; returns whether the field takes content of this kind. Where it does not, it stays
    /// as it is.
    ///
    /// ```
    /// use raaderum::domain::{Content, SlotMut};
    ///
    /// let mut heading = "Isafjord".to_owned();
    /// assert!(!SlotMut::Text(&mut heading).put(Content::Amount(Default::default())));
    /// assert_eq!(heading, "Isafjord");
    /// assert!(SlotMut::Text(&mut heading).put(Content::Text("Horseager".to_owned())));
    /// assert_eq!(heading, "Horseager");
    /// ```
    #[must_use]
    pub fn put(&mut self, content: Content) -> bool {
        match (self, content) {
            (Self::Text(slot), Content::Text(text)) => **slot = text,
            (Self::ChangeKinds(slot), Content::ChangeKinds(kinds)) => **slot = kinds,
            (Self::Amount(slot), Content::Amount(entry)) => **slot = entry,
            (Self::Year(slot), Content::Year(entry)) => **slot = entry,
            (Self::Date(slot), Content::Date(entry)) => **slot = entry,
            (Self::Rate(slot), Content::Rate(entry)) => **slot = entry,
            (Self::People(slot), Content::People(entry)) => **slot = entry,
            (Self::Positions(slot), Content::Positions(entry)) => **slot = entry,
            _ => return false,
        }
        true
    }

    /// Puts a text into a field for a value, as one that cannot be read. Fields of text and of kinds of change stay as
    /// they are.
    ///
    /// ```
    /// use raaderum::domain::{Amount, Entry, SlotMut};
    ///
    /// let mut gain = Entry::Value(Amount::from_kroner(-450_000));
    /// SlotMut::Amount(&mut gain).put_unreadable("450?".to_owned());
    /// assert_eq!(gain, Entry::Unreadable("450?".to_owned()));
    /// ```
    pub fn put_unreadable(self, text: String) {
        match self {
            Self::Text(_) | Self::ChangeKinds(_) => {}
            Self::Amount(entry) => *entry = Entry::Unreadable(text),
            Self::Year(entry) => *entry = Entry::Unreadable(text),
            Self::Date(entry) => *entry = Entry::Unreadable(text),
            Self::Rate(entry) => *entry = Entry::Unreadable(text),
            Self::People(entry) => *entry = Entry::Unreadable(text),
            Self::Positions(entry) => *entry = Entry::Unreadable(text),
        }
    }
}
