//! Typing a number, as in a spreadsheet: a field that is entered is selected whole, so that typing replaces what stands
//! there; a second click, F2 or Enter puts the caret in; Escape takes back what was typed.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::field::{Field, Left};
use crate::web::{
    has_focus, has_window_focus, is_all_selected, put_caret_at_end, select_all, set_editing,
};

/// What somebody is typing, and how often the field was rewritten from elsewhere by then.
pub type TypedText = RwSignal<Option<(String, u32)>>;

/// How somebody types in a field that holds a number.
#[derive(Clone, Copy)]
pub struct NumberEntry {
    state: StoredValue<State, LocalStorage>,
    typed: TypedText,
    rewritten: RwSignal<u32>,
    shown: Memo<String>,
    could_be_read: Signal<bool>,
}

#[derive(Default)]
struct State {
    /// What the field showed when it was entered.
    stood: String,
    could_be_read: bool,
    /// Whether what stood there is still being changed piece by piece.
    is_over: bool,
    /// What the field showed of what was typed last, if anything was.
    result: Option<String>,
    /// Whether the caret was put in, or something typed: the arrow keys move in the text.
    is_editing: bool,
    /// Whether the pointer, which is down on the field or just was, found it with the focus.
    press: Option<bool>,
    /// Whether the window lost the focus while the field had it: a click that brings it back is a first one.
    was_left_with_window: bool,
}

impl NumberEntry {
    pub fn new(
        typed: TypedText,
        rewritten: RwSignal<u32>,
        shown: Memo<String>,
        could_be_read: Signal<bool>,
    ) -> Self {
        Self {
            state: StoredValue::new_local(State::default()),
            typed,
            rewritten,
            shown,
            could_be_read,
        }
    }

    /// The field is entered, or begun anew.
    pub fn enter(self, input: &HtmlInputElement) {
        self.begin();
        self.state
            .try_update_value(|state| state.is_editing = false);
        set_editing(input, false);
        select_all(input);
    }

    /// What the field shows now is what stands there.
    fn begin(self) {
        let stood = self.shown.try_get_untracked().unwrap_or_default();
        let could_be_read = self.could_be_read.try_get_untracked().unwrap_or_default();
        self.state.try_update_value(|state| {
            state.stood = stood;
            state.could_be_read = could_be_read;
            state.is_over = true;
            state.result = None;
        });
    }

    /// What was typed since the field was entered, unless the document was changed from elsewhere since.
    fn is_typed_in(self) -> bool {
        let since = self.rewritten.try_get_untracked();
        let typed = self.typed.try_get_untracked().flatten();
        typed.is_some_and(|(_, then)| Some(then) == since)
    }

    /// How the field would be left now.
    pub fn left(self) -> Left {
        match self.is_typed_in() {
            true => Left::AsTyped,
            false => Left::AsItStands,
        }
    }

    /// What stood in the field when it was entered, while that is changed piece by piece.
    pub fn over(self) -> Option<String> {
        let over = |state: &State| state.is_over.then(|| state.stood.clone());
        self.state.try_with_value(over).flatten()
    }

    /// Something was typed and taken in.
    pub fn note_result(self, input: Option<&HtmlInputElement>) {
        let result = self.shown.try_get_untracked();
        self.state.try_update_value(|state| {
            state.result = result;
            state.is_editing = true;
        });
        if let Some(input) = input {
            set_editing(input, true);
        }
    }

    /// The field is left.
    pub fn leave(self) {
        self.state.try_update_value(|state| {
            state.press = None;
            state.was_left_with_window = !has_window_focus();
        });
    }

    pub fn press(self, input: &HtmlInputElement) {
        self.state.try_update_value(|state| {
            let is_first = std::mem::take(&mut state.was_left_with_window);
            state.press = Some(has_focus(input) && !is_first);
        });
    }

    /// The pointer was released on the field, and the browser has put the caret there.
    pub fn release(self, input: &HtmlInputElement) {
        let press = |state: &mut State| {
            let had_focus = state.press.take();
            let begins = had_focus == Some(true) && !state.is_editing;
            state.is_editing |= begins;
            if begins {
                set_editing(input, true);
            }
            (had_focus, begins)
        };
        match self.state.try_update_value(press) {
            Some((Some(false), _)) => select_all(input),
            // A tap on what is selected leaves it selected.
            Some((_, true)) if is_all_selected(input) => put_caret_at_end(input),
            _ => {}
        }
    }

    /// A menu opens: by the other button, which puts the caret there too and ends in no click, or by a tap on what is
    /// selected, which does.
    pub fn open_menu(self, input: &HtmlInputElement) {
        if self.state.try_with_value(|state| state.press) == Some(Some(false)) {
            select_all(input);
        }
    }

    /// What is selected is about to be replaced.
    pub fn before_input(self, input: &HtmlInputElement) {
        if !self.is_typed_in() {
            // It may show something else than when it was entered: it was filled, pasted, undone or changed elsewhere.
            self.begin();
        }
        if is_all_selected(input) {
            self.state.try_update_value(|state| state.is_over = false);
        }
    }

    /// Whether the field is selected as a whole, and its text is not being edited.
    pub fn is_selected(self, input: &HtmlInputElement) -> bool {
        let is_editing = self.state.try_with_value(|state| state.is_editing);
        is_editing == Some(false) && is_all_selected(input)
    }

    /// Puts the caret behind the text.
    pub fn edit(self, input: &HtmlInputElement) {
        self.state.try_update_value(|state| state.is_editing = true);
        set_editing(input, true);
        put_caret_at_end(input);
    }

    /// What is typed counts no longer: the field shows its value.
    pub fn stop_typing(self) {
        self.typed.try_set(None);
    }

    /// Ends typing with what was typed, and selects it; the focus stays.
    pub fn finish(self, field: &Field, input: &HtmlInputElement) {
        let left = self.left();
        self.stop_typing();
        field.leave.try_run(left);
        self.show(input);
    }

    /// Shows the value and begins anew.
    pub fn show(self, input: &HtmlInputElement) {
        // What follows the value writes it once more, which moves no selection.
        input.set_value(&self.shown.try_get_untracked().unwrap_or_default());
        self.enter(input);
    }

    /// Takes back what was typed since the field was entered, or takes the caret out again. Whether there was anything to do.
    pub fn escape(self, field: &Field, input: &HtmlInputElement) -> bool {
        let (stood, could_be_read, result, is_editing) = self
            .state
            .try_with_value(|state| {
                let stood = state.stood.clone();
                (
                    stood,
                    state.could_be_read,
                    state.result.clone(),
                    state.is_editing,
                )
            })
            .unwrap_or_default();
        if !self.is_typed_in() {
            if is_editing {
                self.enter(input);
            }
            return is_editing;
        }
        // What was changed from elsewhere meanwhile stands.
        if result == self.shown.try_get_untracked() {
            field.take_back.try_run((stood, could_be_read));
        }
        self.stop_typing();
        self.show(input);
        true
    }
}
