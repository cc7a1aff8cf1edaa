//! What the editors of all documents share: the document, what is wrong or odd in it, and how it is changed.

mod cells;
mod correcting;
mod editable;
mod entering;
mod following;
mod noticing;
mod pasting;
mod selecting;
mod stepping;
mod timer;

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::commands::FieldPlace;
use super::explain::Explain;
use super::field::Field;
use super::messages::Problem;
use super::paste::PasteInto;
use super::session::Session;
use super::view::flag;
use crate::danish::Signs;
use crate::domain::{Content, Dismissal, Document};
use crate::draft::{self, Calculations, Correction, Remarks, Selection, Typed};
use crate::record::Steps;
use crate::text::app;
use crate::text::commands::Command;
use crate::text::explanation::Explanation;
use crate::web::{kept_calculations, milliseconds, now, watch_pointer, when_pointer_is_up};
pub use editable::{Editable, FieldOf};
use noticing::{noticed, spoken_state};
use pasting::{Pasting, Waiting, paste_dialog};
use selecting::range_line;
use timer::Timer;

/// Messages about a field appear when nobody has typed for this long, or has left the field.
const SETTLE: Duration = Duration::from_millis(500);
/// The main total is said aloud when nobody has typed for this long.
const ANNOUNCE: Duration = Duration::from_secs(1);

/// What the grids of a page share: the line about what is selected, and the dialog in which what is pasted is asked about.
pub fn grid_parts<F: Editable>(editor: Editor<F>) -> AnyView {
    view! {
        {range_line(editor)}
        {paste_dialog(editor)}
    }
    .into_any()
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
    /// What every view is handed.
    pub session: Session,
    /// What a screen reader is told when typing stops, if it has changed since.
    pub announcement: RwSignal<String>,
    /// What a screen reader is told about what is selected in a grid.
    range_announcement: RwSignal<String>,
    /// What is selected in a grid, while that has the focus.
    selection: RwSignal<Option<Selection<FieldOf<F>>>>,
    /// What somebody has pasted and is asked about.
    pasting: RwSignal<Option<Pasting<FieldOf<F>>>>,
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
    remembered: StoredValue<Remembered<F>, LocalStorage>,
}

/// What is remembered while the document is open.
struct Remembered<F: Editable> {
    steps: Steps,
    settle: Timer,
    announce: Timer,
    say_range: Timer,
    /// What was selected before the handle of it was dragged, while it is.
    filled_from: Option<Selection<FieldOf<F>>>,
    /// The field with the focus, if another tab changed it and nobody has changed it here since. Somebody may still be
    /// typing there, and not see it.
    changed_elsewhere: Option<ChangedElsewhere>,
    /// What is said about what was typed.
    remarks: Remarks,
    /// Advice that somebody has answered and that the document keeps no answer to.
    answered: Vec<Dismissal>,
    /// The field that an amount per year was typed into since it was entered, and the document before that filled other years.
    before_filling: Option<(String, F)>,
    /// What was pasted and is not written yet, in that order.
    waiting: VecDeque<Waiting<F>>,
    /// What pastes, once it is here.
    paste: Option<PasteInto<F>>,
}

/// A field that another tab changed while it had the focus here.
struct ChangedElsewhere {
    field: String,
    /// What it held before.
    mine: Content,
}

impl<F: Editable> Default for Remembered<F> {
    fn default() -> Self {
        Self {
            steps: Steps::default(),
            settle: Timer::default(),
            announce: Timer::default(),
            say_range: Timer::default(),
            filled_from: None,
            changed_elsewhere: None,
            remarks: Remarks::default(),
            answered: Vec::new(),
            before_filling: None,
            waiting: VecDeque::new(),
            paste: None,
        }
    }
}

impl<F: Editable> Clone for Editor<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Editable> Copy for Editor<F> {}

impl<F: Editable> Editor<F> {
    /// Begins to edit a document of the library, and follows what other tabs do to it.
    pub fn new(document: F, session: Session) -> Self {
        let Session {
            library,
            notices,
            signs,
            commands,
        } = session;
        watch_pointer();
        let id = document.id();
        let announcement = RwSignal::new(spoken_state(&document, library));
        let document = RwSignal::new(document);
        let settled = RwSignal::new(0_u32);
        let remembered = StoredValue::new_local(Remembered::default());
        let taken = RwSignal::new(None::<(String, Correction)>);
        let noticed = Memo::new(move |_| {
            settled.track();
            let signs = signs.get();
            document.with_untracked(|document| {
                remembered
                    .with_value(|remembered| noticed(document, library, remembered, signs, taken))
            })
        });
        let editor = Self {
            document,
            problems: Memo::new(move |_| noticed.with(|(open, _)| open.clone())),
            dismissed: Memo::new(move |_| noticed.with(|(_, dismissed)| dismissed.clone())),
            session,
            announcement,
            range_announcement: RwSignal::new(String::new()),
            selection: RwSignal::new(None),
            pasting: RwSignal::new(None),
            can_undo: RwSignal::new(false),
            can_redo: RwSignal::new(false),
            settled,
            rewritten: RwSignal::new(0),
            calculations: RwSignal::new(Calculations::from_kept(&kept_calculations(id))),
            remembered,
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
                    notices.say_with_undo_in_page(app::DELETED_ELSEWHERE.to_owned(), move || {
                        editor.edit(|_| {});
                    })
                }
            }
        });
        // The browser undoes what was typed into one input, and knows nothing of the rest.
        commands.offer(Command::Undo, move || {
            _ = editor.undo() || notices.undo();
        });
        commands.offer(Command::Redo, move || _ = editor.redo());
        commands.offer_fields(move || editor.field_places());
        on_cleanup(move || {
            editor.remembered.try_update_value(|remembered| {
                remembered.settle.stop();
                remembered.announce.stop();
                remembered.say_range.stop();
            });
        });
        editor.follow_selection();
        editor
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
            self.remembered.try_update_value(|remembered| {
                _ = remembered.steps.close(&before);
            });
            what(document);
            document.set_changed_at(now());
            document.clone()
        });
        if let Some(document) = noted {
            self.session.library.put(document.into());
            self.show_steps();
            self.settle();
        }
    }

    /// The same, in one field: what is typed there without a pause is one step.
    pub(super) fn edit_once(self, field: Option<&str>, change: &mut dyn FnMut(&mut F)) {
        let document = self.document;
        let mut takes_place = false;
        self.remembered.update_value(|remembered| {
            remembered
                .steps
                .begin(field, milliseconds(), || document.get_untracked().into());
            let changed = remembered.changed_elsewhere.take();
            takes_place = changed.is_some_and(|changed| Some(changed.field.as_str()) == field);
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
                self.session.library.keep_copy(theirs);
            }
            self.session.library.put_in_place_of(document.into());
        } else {
            self.session.library.put(document.into());
        }
        self.after_change();
    }

    fn after_change(self) {
        self.show_steps();
        self.remembered.update_value(|remembered| {
            remembered.settle.start(SETTLE, move || self.settle());
            remembered.announce.start(ANNOUNCE, move || self.announce());
        });
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
        let spoken = |document: &F| spoken_state(document, self.session.library);
        if let Some(total) = self.document.try_with_untracked(spoken)
            && self.announcement.try_get_untracked().as_ref() != Some(&total)
        {
            self.announcement.set(total);
        }
    }

    /// The fields that can be gone to by their names.
    fn field_places(self) -> Vec<FieldPlace> {
        self.document.with_untracked(|document| {
            let fields = document.fields().into_iter();
            fields
                .map(|field| (document.label(field), F::name(field)))
                .collect()
        })
    }

    /// A field, as the inputs need it.
    pub fn field(self, field: FieldOf<F>) -> Field {
        let (document, signs) = (self.document, self.session.signs);
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
            leave: Callback::new(move |left| self.leave(field, left)),
            act: Callback::new(move |action| self.act(field, action)),
        }
    }

    /// A figure of the document with its explanation.
    pub fn explain(
        self,
        explain: impl Fn(&F, Signs) -> Explanation + Send + Sync + 'static,
    ) -> Explain {
        Arc::new(move || {
            let signs = self.session.signs.get();
            self.document.with(|document| explain(document, signs))
        })
    }
}
