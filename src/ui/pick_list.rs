//! A dialog in which one of many proposals is found and picked.

use leptos::prelude::*;

use super::dialog::{Dialog, text_line};
use super::view::{TERTIARY, button, dynamic, link_button};
use crate::danish::in_small_letters;
use crate::domain::Id;
use crate::text::filtering;

/// Proposals that are shown before somebody searches.
const MOST_SHOWN: usize = 30;

/// A row of the list: a proposal that can be picked.
#[derive(Clone)]
pub struct PickRow {
    /// The proposal.
    pub id: Id,
    /// What it is called; this is searched.
    pub heading: String,
    /// What else is said of it.
    pub detail: String,
}

/// What the dialog is about.
pub struct PickTexts {
    /// Its heading.
    pub heading: &'static str,
    /// Under it: what picking does, or why there is nothing to pick.
    pub note: &'static str,
    /// Leaves it.
    pub leave: &'static str,
}

/// Draws the open dialog. `pick` is told what was picked, and closes it or lets it stay; what is not `is_offered` any more
/// leaves the list.
pub fn pick_list(
    texts: &PickTexts,
    choices: Vec<PickRow>,
    is_offered: impl Fn(Id) -> bool + Send + Sync + 'static,
    pick: impl Fn(Id, Dialog) + Copy + Send + Sync + 'static,
    said: Signal<String>,
    on_close: impl Fn() + 'static,
) -> AnyView {
    let searched = RwSignal::new(String::new());
    let dialog = Dialog::new();
    let list = dynamic(move || {
        let words = in_small_letters(&searched.get());
        let lines: Vec<AnyView> = choices
            .iter()
            .filter(|choice| is_offered(choice.id))
            .filter(|choice| in_small_letters(&choice.heading).contains(words.trim()))
            .take(MOST_SHOWN)
            .map(|choice| {
                let id = choice.id;
                let take = link_button(
                    choice.heading.clone().into(),
                    None,
                    false.into(),
                    move || pick(id, dialog),
                );
                view! { <li>{take} " " {choice.detail.clone()}</li> }.into_any()
            })
            .collect();
        lines.into_any()
    });
    let content = view! {
        <h2 id="pick-heading">{texts.heading}</h2>
        <p>{texts.note}</p>
        {text_line("pick-search", filtering::SEARCH, None, searched, String::new().into())}
        <p role="status">{said}</p>
        <ul class="dialog__list">{list}</ul>
        <div class="button-group">{button(TERTIARY, texts.leave, move || dialog.close())}</div>
    };
    dialog.draw(
        "dialog dialog--wide",
        "pick-heading",
        content.into_any(),
        on_close,
    )
}
