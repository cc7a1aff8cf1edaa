//! What the editors of all documents share: the document, what is wrong or odd in it, and how it is changed.

use std::sync::Arc;
use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::cell::CellAction;
use super::explain::Explain;
use super::field::Field;
use super::notices::Notices;
use super::view::flag;
use crate::checks::{Advice, Checked, copied_from};
use crate::danish::Signs;
use crate::domain::{
    ActionPlan, Catalogue, CatalogueField, Dismissal, Document, DocumentKind, Fields, Id,
    PlanField, Proposal, ProposalField, Timestamp, Year, combine, largest_choice, proposals_in,
};
use crate::draft::{self, Answers, Block, Calculations, Correction, Form, Remarks, Typed};
use crate::record::{Step, Steps};
use crate::text::explanation::Explanation;
use crate::text::offers::{self, Offer};
use crate::text::{labels, messages, page};
use crate::web::{
    Library, focus, focus_if_lost, focused, is_dialog_open, milliseconds, now, select, today,
    watch_pointer, when_pointer_is_up,
};

/// Messages about a field appear when nobody has typed for this long, or has left the field.
const SETTLE: Duration = Duration::from_millis(500);
/// The main total is said aloud when nobody has typed for this long.
const ANNOUNCE: Duration = Duration::from_secs(1);

/// A form that has a page.
pub trait Editable:
    Form<Field = <Self as Checked>::Field> + Checked + Clone + Into<Document> + Send + Sync + 'static
{
    /// Which form it is.
    const KIND: DocumentKind;

    /// Whether it keeps which advice was dismissed.
    const KEEPS_DISMISSED: bool = true;

    /// The document's identity.
    fn id(&self) -> Id;

    /// The form in a document, if it is this one.
    fn from_document(document: Document) -> Option<Self>;

    /// Notes when it was changed.
    fn set_changed_at(&mut self, now: Timestamp);

    /// What the row and the column of a field are called.
    fn place(&self, field: <Self as Fields>::Field) -> (String, String);

    /// What a field is called in the summary of problems.
    fn label(&self, field: <Self as Fields>::Field) -> String;

    /// What advice is about. That about a whole row is kept with the row's first month.
    fn advice_label(&self, advice: &Advice<<Self as Fields>::Field>) -> String {
        self.label(advice.field)
    }

    /// The year that the document is for.
    fn own_year(&self) -> Option<Year>;

    /// The year of the examples of what may be typed: the document's own, or else this one.
    fn year_of_examples(&self) -> i32 {
        self.own_year()
            .map_or_else(|| today().year(), |year| year.number().into())
    }

    /// The figure that matters most, in words, for a screen reader. That of a catalogue takes other documents.
    fn main_total(&self, library: Library) -> String;

    /// Advice that takes other documents to give.
    fn advice_beside(&self, _library: Library) -> Vec<Advice<<Self as Fields>::Field>> {
        Vec::new()
    }
}

/// A field of a form.
pub type FieldOf<F> = <F as Fields>::Field;

/// Something to mend or to consider, beside the field and in the summary.
#[derive(Clone, PartialEq)]
pub struct Problem {
    /// The name of the field it is about ([`Form::name`]).
    pub field: String,
    /// Whether the field cannot be read; otherwise it is advice.
    pub is_error: bool,
    /// What the field is called.
    pub label: String,
    /// What to do.
    pub text: String,
    /// What can be done by one click.
    pub offers: Vec<Offer>,
    /// Takes the offer that was clicked, with the field's name.
    pub taken: RwSignal<Option<(String, Correction)>>,
    /// For advice that the document keeps an answer to: what is kept when it is dismissed, or why it was.
    pub advice: Option<Dismissal>,
}

/// A block that was pasted, and the cell that it was pasted into.
#[derive(Clone, PartialEq)]
pub struct Pasting<Field> {
    /// The cell.
    pub start: Field,
    /// The block.
    pub block: Block,
}

/// A document that is being edited. It is one value in one signal: every field and figure on the page is
/// derived from it.
pub struct Editor<F: Editable> {
    /// The document.
    pub document: RwSignal<F>,
    /// What is wrong or odd, as of the last time somebody stopped typing.
    pub problems: Memo<Vec<Problem>>,
    /// What would be odd, had somebody not dismissed it.
    pub dismissed: Memo<Vec<Problem>>,
    /// How signs are shown and read.
    pub signs: RwSignal<Signs>,
    /// Where the documents are.
    pub library: Library,
    /// What a screen reader is told when typing stops, if it has changed since.
    pub announcement: RwSignal<String>,
    /// What just happened.
    pub notices: Notices,
    /// What somebody has pasted and is asked about.
    pub pasting: RwSignal<Option<Pasting<FieldOf<F>>>>,
    /// Whether there is a step to undo.
    pub can_undo: RwSignal<bool>,
    /// Whether there is a step to do again.
    pub can_redo: RwSignal<bool>,
    /// Counts the times that typing stopped.
    settled: RwSignal<u32>,
    /// Counts the times that fields were changed from elsewhere than their inputs.
    rewritten: RwSignal<u32>,
    /// What values were computed from.
    pub(super) calculations: RwSignal<Calculations>,
    session: StoredValue<Session, LocalStorage>,
}

/// What is remembered while the document is open.
#[derive(Default)]
struct Session {
    steps: Steps,
    settle: Option<TimeoutHandle>,
    announce: Option<TimeoutHandle>,
    /// The field with the focus, if another tab changed it and nobody has changed it here since. Somebody may still be
    /// typing there, and not see it.
    changed_elsewhere: Option<String>,
    /// What is said about what was typed.
    remarks: Remarks,
    /// Advice that somebody has answered and that the document keeps no answer to.
    answered: Vec<Dismissal>,
}

impl<F: Editable> Clone for Editor<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Editable> Copy for Editor<F> {}

impl<F: Editable> Editor<F> {
    /// Begins to edit a document of the library, and follows what other tabs do to it.
    pub fn new(document: F, library: Library, notices: Notices, signs: RwSignal<Signs>) -> Self {
        watch_pointer();
        let id = document.id();
        let announcement = RwSignal::new(spoken_state(&document, library));
        let document = RwSignal::new(document);
        let settled = RwSignal::new(0_u32);
        let session = StoredValue::new_local(Session::default());
        let taken = RwSignal::new(None::<(String, Correction)>);
        let noticed = Memo::new(move |_| {
            settled.track();
            let signs = signs.get();
            document.with_untracked(|document| {
                session.with_value(|session| noticed(document, library, session, signs, taken))
            })
        });
        let editor = Self {
            document,
            problems: Memo::new(move |_| noticed.with(|(open, _)| open.clone())),
            dismissed: Memo::new(move |_| noticed.with(|(_, dismissed)| dismissed.clone())),
            signs,
            announcement,
            notices,
            library,
            pasting: RwSignal::new(None),
            can_undo: RwSignal::new(false),
            can_redo: RwSignal::new(false),
            settled,
            rewritten: RwSignal::new(0),
            calculations: RwSignal::new(Calculations::default()),
            session,
        };
        Effect::new(move |_| {
            if let Some((field, correction)) = taken.get() {
                untrack(|| editor.correct(&field, &correction));
            }
        });
        Effect::new(move |_| {
            // Only the last of several documents that changed at once is named.
            let changed = library.changed_elsewhere().get();
            match library.get(F::KIND, id) {
                Some(theirs) => editor.follow(theirs),
                None if changed != Some(id) => {}
                None => {
                    notices.say_with_undo_in_page(page::DELETED_ELSEWHERE.to_owned(), move || {
                        editor.edit(|_| {});
                    })
                }
            }
        });
        let keys = window_event_listener(ev::keydown, move |event| {
            let is_with_control = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
            if !is_with_control || is_dialog_open() {
                return;
            }
            match (event.key().as_str(), event.shift_key()) {
                ("z", false) => _ = editor.undo() || notices.undo(),
                ("y", false) | ("z" | "Z", true) => _ = editor.redo(),
                _ => return,
            }
            // The browser undoes what was typed into one input, and knows nothing of the rest.
            event.prevent_default();
        });
        on_cleanup(move || {
            keys.remove();
            editor.session.try_update_value(|session| {
                let running = [session.settle.take(), session.announce.take()];
                running.iter().flatten().for_each(TimeoutHandle::clear);
            });
        });
        editor
    }

    /// Tracks when typing pauses, a field is left, or another tab has changed something.
    pub fn track_settled(self) {
        self.settled.track();
        self.library.changed_elsewhere().track();
        self.library.is_started().track();
    }

    /// Takes in what another tab made of the document.
    fn follow(self, theirs: Document) {
        let before = self.document.get_untracked();
        let current = before.clone().into();
        if theirs == current {
            return;
        }
        let Some(theirs) = F::from_document(theirs) else {
            return;
        };
        self.session.update_value(|session| {
            _ = session.steps.close(&current);
            let focused = focused();
            let mut changed = draft::differences(&before, &theirs).map(F::name);
            let typed_in = changed.find(|field| focused.as_ref() == Some(field));
            session.changed_elsewhere = typed_in.or(session.changed_elsewhere.take());
        });
        self.document.set(theirs);
        self.show_steps();
        self.settle();
    }

    /// Changes the document, as one step that can be undone. Every figure that depends on the change follows at once,
    /// saving shortly after.
    pub fn edit(self, change: impl FnOnce(&mut F)) {
        let mut change = Some(change);
        self.edit_once(None, &mut |document| {
            if let Some(change) = change.take() {
                change(document);
            }
        });
    }

    /// Notes in the document what has happened and cannot be undone. It is no step.
    pub fn note(self, what: impl FnOnce(&mut F)) {
        let noted = self.document.try_update(|document| {
            // Whoever has typed before can undo that.
            let before = document.clone().into();
            self.session.try_update_value(|session| {
                _ = session.steps.close(&before);
            });
            what(document);
            document.set_changed_at(now());
            document.clone()
        });
        if let Some(document) = noted {
            self.library.put(document.into());
            self.show_steps();
            self.settle();
        }
    }

    /// The same, in one field: what is typed there without a pause is one step.
    pub(super) fn edit_once(self, field: Option<&str>, change: &mut dyn FnMut(&mut F)) {
        let document = self.document;
        let mut takes_place = false;
        self.session.update_value(|session| {
            session
                .steps
                .begin(field, milliseconds(), || document.get_untracked().into());
            let changed = session.changed_elsewhere.take();
            takes_place = changed.is_some_and(|changed| Some(changed.as_str()) == field);
        });
        let before: Option<Document> = takes_place
            .then(|| self.document.try_get_untracked().map(Into::into))
            .flatten();
        let changed = self.document.try_update(|document| {
            change(document);
            document.set_changed_at(now());
            document.clone()
        });
        let Some(document) = changed else {
            // The page has been left.
            return;
        };
        if takes_place {
            // Another tab wrote in the field that somebody is typing in here, who has not seen it.
            if let Some(theirs) = before {
                self.library.keep_copy(theirs);
            }
            self.library.put_in_place_of(document.into());
        } else {
            self.library.put(document.into());
        }
        self.after_change();
    }

    fn show_steps(self) {
        let (undo, redo) = self
            .session
            .with_value(|session| (session.steps.can_undo(), session.steps.can_redo()));
        for (signal, now) in [(self.can_undo, undo), (self.can_redo, redo)] {
            if signal.get_untracked() != now {
                signal.set(now);
            }
        }
    }

    fn after_change(self) {
        self.show_steps();
        let settle = set_timeout_with_handle(move || self.settle(), SETTLE).ok();
        let announce = set_timeout_with_handle(move || self.announce(), ANNOUNCE).ok();
        self.session.update_value(|session| {
            for (timer, next) in [
                (&mut session.settle, settle),
                (&mut session.announce, announce),
            ] {
                if let Some(previous) = std::mem::replace(timer, next) {
                    previous.clear();
                }
            }
        });
    }

    /// Takes back the last step. Whether there was one.
    pub fn undo(self) -> bool {
        self.travel(Steps::undo, page::undone)
    }

    /// Makes the step again that was taken back last. Whether there was one.
    pub fn redo(self) -> bool {
        self.travel(Steps::redo, page::done_again)
    }

    fn travel(
        self,
        go: fn(&mut Steps, &Document) -> Option<Document>,
        said: fn(&str) -> String,
    ) -> bool {
        let before = self.document.get_untracked();
        let current = before.clone().into();
        let gone = self
            .session
            .try_update_value(|session| go(&mut session.steps, &current))
            .flatten();
        let Some(document) = gone.and_then(F::from_document) else {
            // The last step may have come to nothing: something was typed and taken away again.
            self.show_steps();
            return false;
        };
        self.notices.close();
        let says_the_same = document.clone().into().says_the_same_as(&current);
        self.arrive(&before, document, said);
        if says_the_same {
            // Somebody else has changed the same since, and that stands.
            self.notices.say(page::NOTHING_TO_TAKE_BACK.to_owned());
        }
        true
    }

    /// Shows a state that the document was brought to, and where it differs from the one before.
    fn arrive(self, before: &F, mut document: F, said: fn(&str) -> String) {
        document.set_changed_at(now());
        let place = draft::first_difference(before, &document);
        self.announcement.set(said(
            &place.map(|field| document.label(field)).unwrap_or_default(),
        ));
        self.document.set(document.clone());
        self.rewritten
            .update(|count| *count = count.wrapping_add(1));
        self.library.put(document.into());
        self.after_change();
        self.settle();
        // So that it is seen what was changed.
        match place {
            Some(field) => focus(&F::name(field)),
            // The row with the focus may be gone.
            None => focus_if_lost("page-heading"),
        }
    }

    /// Brings the messages up to date, once nobody is about to click something that they would move.
    pub fn settle(self) {
        when_pointer_is_up(move || {
            // The page may have been left by now.
            self.settled
                .try_update(|count| *count = count.wrapping_add(1));
        });
    }

    fn announce(self) {
        let spoken = |document: &F| spoken_state(document, self.library);
        if let Some(total) = self.document.try_with_untracked(spoken)
            && self.announcement.try_get_untracked().as_ref() != Some(&total)
        {
            self.announcement.set(total);
        }
    }

    /// A field, as the inputs need it.
    pub fn field(self, field: FieldOf<F>) -> Field {
        let (document, signs) = (self.document, self.signs);
        Field {
            name: F::name(field),
            shown: Signal::derive(move || {
                document.with(|document| draft::shown_in(document, field, signs.get()))
            }),
            is_locked: Signal::derive(move || document.with(|document| document.is_locked(field))),
            problems: self.problems,
            rewritten: self.rewritten,
            is_number: F::is_number(field),
            can_be_read: flag(move || document.with(|document| document.error(field).is_none())),
            computed_from: Signal::derive(move || self.computed_from(field)),
            enter: Callback::new(move |typed: Typed| self.enter(field, &typed)),
            take_back: Callback::new(move |(shown, could_be_read): (String, bool)| {
                self.take_back(field, &shown, could_be_read);
            }),
            leave: Callback::new(move |()| self.leave(field)),
            act: Callback::new(move |action| self.act(field, action)),
        }
    }

    /// A figure of the document with its explanation.
    pub fn explain(
        self,
        explain: impl Fn(&F, Signs) -> Explanation + Send + Sync + 'static,
    ) -> Explain {
        Arc::new(move || {
            let signs = self.signs.get();
            self.document.with(|document| explain(document, signs))
        })
    }

    /// Does what a key or the clipboard asks for in a cell. Whether there was anything to do.
    fn act(self, field: FieldOf<F>, action: CellAction) -> bool {
        match action {
            CellAction::MoveRows(rows) => self.move_by(field, rows, 0),
            CellAction::MoveColumns(columns) => self.move_by(field, 0, columns),
            CellAction::FillRight => {
                self.fill_right(field);
                true
            }
            CellAction::Paste(block) => {
                self.paste(field, block);
                true
            }
        }
    }

    fn move_by(self, from: FieldOf<F>, rows: isize, columns: isize) -> bool {
        let target = self.document.with_untracked(|document| {
            let (row, column) = document.position(from)?;
            let row = row.checked_add_signed(rows)?;
            document.cell(from, row, column.checked_add_signed(columns)?)
        });
        target.is_some_and(|field| select(&F::name(field)))
    }

    fn fill_right(self, field: FieldOf<F>) {
        let mut filled = None;
        self.edit(|document| filled = draft::fill_right(document, field));
        self.settle();
        if let Some(cells) = filled {
            self.say_undoable(page::filled_right(cells));
        }
    }

    /// Pastes a block that is certain; asks about any other first.
    fn paste(self, start: FieldOf<F>, block: Block) {
        let signs = self.signs.get_untracked();
        let answers = Answers::default();
        let found = self.document.with_untracked(|document| {
            let mut tried = document.clone();
            draft::paste_as(&mut tried, start, &block, signs, &answers)
        });
        match found {
            Some(found) if found.questions.is_empty() => self.paste_as(start, &block, &answers),
            Some(_) => self.pasting.set(Some(Pasting { start, block })),
            None => {}
        }
    }

    /// Pastes a block as it was decided, as one step.
    pub fn paste_as(self, start: FieldOf<F>, block: &Block, answers: &Answers) {
        let mut found = None;
        let signs = self.signs.get_untracked();
        self.edit(|document| found = draft::paste_as(document, start, block, signs, answers));
        self.settle();
        if let Some(found) = found {
            self.say_undoable(page::pasted_all(
                found.pasted,
                &found.left_out,
                found.first_year,
            ));
        }
    }

    /// Notes what is to be said about a text that was typed, beside what it did in its field.
    pub(super) fn heed(self, field: FieldOf<F>, typed: &str) {
        let signs = self.signs.get_untracked();
        let filled = self.document.try_with_untracked(|document| {
            self.session
                .update_value(|session| session.remarks.typed(document, field, typed, signs));
            draft::filled_years(document, field, typed)
        });
        if let Some(years @ 1..) = filled {
            self.settle();
            self.say_undoable(page::filled_years(years));
        }
    }

    /// Takes an offer that was made beside a field.
    fn correct(self, name: &str, correction: &Correction) {
        let found = self.document.try_with_untracked(|document| {
            let mut fields = document.fields().into_iter();
            fields.find(|&field| F::name(field) == name)
        });
        let Some(field) = found.flatten() else {
            return;
        };
        let signs = self.signs.get_untracked();
        match correction {
            Correction::Keep => self.answer(field),
            Correction::Type(_) | Correction::OneInEachCell(_) | Correction::TurnSigns => {
                let mut corrected = None;
                self.edit(|document| {
                    corrected = Some(draft::correct(document, field, correction, signs));
                });
                self.rewritten
                    .update(|count| *count = count.wrapping_add(1));
                if let Correction::Type(text) = correction {
                    self.note_typed(field, text);
                    self.leave(field);
                    self.heed(field, text);
                } else if let Some(corrected) = corrected {
                    self.say_undoable(page::corrected(corrected));
                }
            }
        }
        self.settle();
        // The button is gone with its message.
        if !select(name) {
            focus(name);
        }
    }

    /// Notes that what was asked about a field is meant as it stands.
    fn answer(self, field: FieldOf<F>) {
        let name = |field: &FieldOf<F>| F::name(*field);
        let asked = self.document.with_untracked(|document| {
            let about = document.advice().into_iter();
            let about = about.filter(|advice| advice.field == field);
            about
                .map(|advice| advice.dismissed(name, String::new()))
                .collect::<Vec<_>>()
        });
        self.session.update_value(|session| {
            session.remarks.answer(&F::name(field));
            session.answered.extend(asked);
        });
    }

    /// Says what was just done, and offers to take it back by itself, whatever is done next.
    pub fn say_undoable(self, text: String) {
        let current = self.document.get_untracked().into();
        let step = self
            .session
            .try_update_value(|session| session.steps.close(&current));
        match step.flatten() {
            Some(step) => self.offer_to_take_back(text, step),
            None => self.notices.say(text),
        }
    }

    fn offer_to_take_back(self, text: String, step: Arc<Step>) {
        self.notices.say_with_undo_in_page(text, move || {
            let before = self.document.get_untracked();
            let without = step.taken_back(&before.clone().into());
            match without.and_then(F::from_document) {
                Some(document) => {
                    self.session.update_value(|session| {
                        let steps = &mut session.steps;
                        steps.begin(None, milliseconds(), || before.clone().into());
                    });
                    self.arrive(&before, document, page::undone);
                }
                // The offer stands: there may be room later.
                None => self.offer_to_take_back(page::CANNOT_TAKE_BACK.to_owned(), step.clone()),
            }
        });
    }
}

/// The main total, and how many fields cannot be read.
fn spoken_state<F: Editable>(document: &F, library: Library) -> String {
    match draft::errors(document).len() {
        0 => document.main_total(library),
        errors => {
            let total = document.main_total(library);
            format!("{total}. {}", page::error_count(errors))
        }
    }
}

/// What is wrong or odd in a document, and what would be, had it not been dismissed.
fn noticed<F: Editable>(
    document: &F,
    library: Library,
    session: &Session,
    signs: Signs,
    taken: RwSignal<Option<(String, Correction)>>,
) -> (Vec<Problem>, Vec<Problem>) {
    let problem = |field, text, offers: Vec<Offer>| Problem {
        field: F::name(field),
        is_error: false,
        label: document.label(field),
        text,
        offers,
        taken,
        advice: None,
    };
    let year = document.year_of_examples();
    let mut open: Vec<Problem> = draft::errors(document)
        .into_iter()
        .map(|(field, error)| {
            let mut offers = offers::for_error(&error);
            // A row of numbers can only be put into the cells of a grid.
            if document.position(field).is_none() {
                offers.retain(|offer| !matches!(offer.correction, Correction::OneInEachCell(_)));
            }
            Problem {
                is_error: true,
                ..problem(field, messages::entry_error(&error, year), offers)
            }
        })
        .collect();
    let remarks = session.remarks.standing(document, signs).into_iter();
    open.extend(remarks.map(|(field, remark)| {
        problem(field, messages::remark(remark), offers::for_remark(remark))
    }));
    let mut dismissed = Vec::new();
    let name = |field: &FieldOf<F>| F::name(*field);
    let beside = document.advice_beside(library);
    for advice in document.advice().into_iter().chain(beside) {
        let text = messages::advice(&advice.reason);
        let label = document.advice_label(&advice);
        let dismissal = document
            .dismissed()
            .iter()
            .find(|dismissal| advice.is_dismissed_by(dismissal, name));
        match dismissal {
            Some(dismissal) => dismissed.push(Problem {
                advice: Some(dismissal.clone()),
                label,
                ..problem(advice.field, text, Vec::new())
            }),
            None => {
                let is_answered = |answer: &Dismissal| advice.is_dismissed_by(answer, name);
                if session.answered.iter().any(is_answered) {
                    continue;
                }
                let kept = F::KEEPS_DISMISSED.then(|| advice.dismissed(name, String::new()));
                open.push(Problem {
                    advice: kept,
                    label,
                    ..problem(advice.field, text, offers::for_advice(&advice.reason))
                });
            }
        }
    }
    (open, dismissed)
}

impl Editable for Proposal {
    const KIND: DocumentKind = DocumentKind::Proposal;

    fn set_changed_at(&mut self, now: Timestamp) {
        self.changed_at = now;
    }

    fn id(&self) -> Id {
        self.id
    }

    fn from_document(document: Document) -> Option<Self> {
        match document {
            Document::Proposal(proposal) => Some(proposal),
            Document::ActionPlan(_) | Document::Catalogue(_) => None,
        }
    }

    fn own_year(&self) -> Option<Year> {
        self.first_year.value()
    }

    fn place(&self, field: ProposalField) -> (String, String) {
        page::place_in_proposal(self, field)
    }

    fn label(&self, field: ProposalField) -> String {
        labels::proposal_field(self, field)
    }

    fn main_total(&self, _library: Library) -> String {
        page::announce_net_change(&self.first_year, self.net_change_total())
    }
}

impl Editable for ActionPlan {
    const KIND: DocumentKind = DocumentKind::ActionPlan;

    fn set_changed_at(&mut self, now: Timestamp) {
        self.changed_at = now;
    }

    fn id(&self) -> Id {
        self.id
    }

    fn from_document(document: Document) -> Option<Self> {
        match document {
            Document::ActionPlan(plan) => Some(plan),
            Document::Proposal(_) | Document::Catalogue(_) => None,
        }
    }

    fn own_year(&self) -> Option<Year> {
        self.year.value()
    }

    fn place(&self, field: PlanField) -> (String, String) {
        page::place_in_plan(self, field)
    }

    fn label(&self, field: PlanField) -> String {
        labels::plan_field(self, field)
    }

    fn advice_label(&self, advice: &Advice<PlanField>) -> String {
        labels::plan_advice(self, advice)
    }

    fn main_total(&self, _library: Library) -> String {
        page::announce_forecast(self.forecast())
    }

    fn advice_beside(&self, library: Library) -> Vec<Advice<PlanField>> {
        library.documents().with_untracked(|documents| {
            let others = documents.values().filter_map(|document| match document {
                Document::ActionPlan(plan) if plan.year == self.year => Some(plan),
                Document::ActionPlan(_) | Document::Proposal(_) | Document::Catalogue(_) => None,
            });
            others
                .flat_map(|other| copied_from(self, other, &page::plan_title(other)))
                .collect()
        })
    }
}

impl Editable for Catalogue {
    const KIND: DocumentKind = DocumentKind::Catalogue;
    const KEEPS_DISMISSED: bool = false;

    fn set_changed_at(&mut self, now: Timestamp) {
        self.changed_at = now;
    }

    fn id(&self) -> Id {
        self.id
    }

    fn from_document(document: Document) -> Option<Self> {
        match document {
            Document::Catalogue(catalogue) => Some(catalogue),
            Document::Proposal(_) | Document::ActionPlan(_) => None,
        }
    }

    fn own_year(&self) -> Option<Year> {
        self.first_year.value()
    }

    fn place(&self, field: CatalogueField) -> (String, String) {
        page::place_in_catalogue(self, field)
    }

    fn label(&self, field: CatalogueField) -> String {
        labels::catalogue_field(self, field)
    }

    fn main_total(&self, library: Library) -> String {
        let total = library.documents().with_untracked(|documents| {
            let proposals = proposals_in(documents);
            let largest = largest_choice(self, &proposals);
            combine(self, &proposals, &largest.proposals).net_change_total()
        });
        page::announce_net_change(&self.first_year, total)
    }
}
