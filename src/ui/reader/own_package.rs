//! The reader's own package: what it amounts to, what it leads to, and how it is shared.

use leptos::ev::Event;
use leptos::prelude::*;

use super::list::{consequences, why_not};
use super::share::{received, share};
use super::state::{OWN_PACKAGE as HEADING, Reader};
use crate::domain::{Combination, Id};
use crate::publication::{SharedPackage, proposal_anchor};
use crate::text;
use crate::text::catalogue::packages;
use crate::text::reader::own_package;
use crate::ui::rows::Rows;
use crate::ui::sums::{Level, bars, notes, parts, sentences, sums_table};
use crate::ui::view::{SECONDARY, TERTIARY, button, keyed, link_button, text, when};
use crate::web::{focus, print_only};

/// Marks the page while only the package is printed.
const PRINTS_PACKAGE: &str = "prints-package";

/// The section.
pub fn own_package(reader: Reader) -> AnyView {
    let has_chosen = move || reader.chosen.with(|chosen| !chosen.is_empty());
    let nothing = when(
        move || !has_chosen(),
        || view! { <p>{own_package::NOTHING_CHOSEN}</p> }.into_any(),
    );
    let content = when(has_chosen, move || content(reader));
    let not_kept = not_kept(reader.is_kept);
    let whose = text(move || reader.shown.catalogue.with(own_package::whose_package));
    view! {
        <section class="reader-section reader-section--package" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                {own_package::TRY_YOURSELF}
            </h2>
            <p class="d-print-none">{own_package::TRY_TEXT}</p>
            <p class="on-paper-only">{whose}</p>
            {not_kept}
            {received(reader)}
            {nothing}
            {content}
            {share(reader)}
        </section>
    }
    .into_any()
}

/// Says that the browser keeps nothing, once that is known.
pub fn not_kept(is_kept: ReadSignal<bool>) -> AnyView {
    let words = when(
        move || !is_kept.get(),
        || view! { <p class="message message--advice">{own_package::NOT_KEPT}</p> }.into_any(),
    );
    view! {
        <div role="status" class="d-print-none">
            {words}
        </div>
    }
    .into_any()
}

fn content(reader: Reader) -> AnyView {
    let shown = reader.shown;
    let of: Signal<String> = own_package::OWN_PACKAGE.to_owned().into();
    let caption = shown.caption(text(move || {
        text::reader::share::own_title(&reader.name.get())
    }));
    let counts = text(move || {
        let counted = reader.sums.with(|sums| sums.counted.len());
        packages::package_counts(counted, reader.chosen.with(Vec::len))
    });
    let about = sentences(Level::Third, text::sums::ABOUT_SUM, move || {
        reader
            .sums
            .with(|sums: &Combination| notes(shown, sums, false))
    });
    let rows = Rows::new(move || reader.chosen.get());
    let chosen = keyed(rows.keys(), move |id| chosen(reader, id));
    let begin_again = move || {
        reader.replace(
            SharedPackage::default(),
            own_package::ALL_TAKEN_OUT.to_owned(),
        );
        focus(HEADING);
    };
    view! {
        {name(reader)}
        <p class="catalogue__sentence">{counts}</p>
        {bars(shown, "own", reader.sums)}
        {sums_table(shown, "own", of, caption, reader.sums)}
        {parts(shown, "own", of, reader.sums)}
        {about}
        <h3>{own_package::CHOSEN}</h3>
        <ol class="choices">{chosen}</ol>
        <div class="button-group d-print-none">
            {button(SECONDARY, own_package::PRINT_PACKAGE, || print_only(PRINTS_PACKAGE))}
            {button(TERTIARY, own_package::BEGIN_AGAIN, begin_again)}
        </div>
    }
    .into_any()
}

fn name(reader: Reader) -> AnyView {
    let on_input: Box<dyn FnMut(Event)> =
        Box::new(move |event| reader.name.set(event_target_value(&event)));
    view! {
        <div class="form-group d-print-none">
            <label class="form-label" for="own-name">
                {own_package::OWN_NAME}
            </label>
            <span class="form-hint" id="own-name-hint">
                {own_package::OWN_NAME_HINT}
            </span>
            <input
                type="text"
                class="form-input"
                id="own-name"
                autocomplete="off"
                maxlength="200"
                aria-describedby="own-name-hint"
                prop:value=reader.name
                on:input=on_input
            />
        </div>
    }
    .into_any()
}

/// A chosen proposal with what it leads to.
fn chosen(reader: Reader, id: Id) -> AnyView {
    let name = reader.shown.name(id);
    let remove_name = format!("{} {name}", own_package::TAKE_OUT);
    let remove = link_button(
        own_package::TAKE_OUT.to_owned().into(),
        Some(remove_name.into()),
        false.into(),
        move || {
            reader.choose(id, false);
            focus(HEADING);
        },
    );
    view! {
        <li class="choice choice--chosen">
            <p class="choice__name">
                <a href=format!("#{}", proposal_anchor(id))>{name}</a>
                " "
                {remove}
            </p>
            {why_not(reader, id, None)}
            {consequences(reader, id)}
        </li>
    }
    .into_any()
}
