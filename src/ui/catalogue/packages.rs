//! Choices of proposals with a name, each with what it amounts to, and side by side.

use leptos::prelude::*;

use super::Page;
use super::relations::{add_button, block};
use super::ticks::ticks;
use crate::domain::{Catalogue, CatalogueField, Id, Package, limits};
use crate::publication::{PackageError, SharedPackage, read_package_file};
use crate::text;
use crate::text::catalogue::{entries, packages};
use crate::text::reader::share;
use crate::ui::form_field::form_field_called;
use crate::ui::pick_file::pick_file;
use crate::ui::rows::Rows;
use crate::ui::share_package::{save_package, share_package};
use crate::ui::sums::{
    Level, NamedPackage, comparison, meters, notes, parts, sentences, sums_table,
};
use crate::ui::view::{flag, keyed, text, when};
use crate::web::{focus, is_local};

const HEADING: &str = "packages-heading";

/// The section.
pub fn packages(on_page: Page) -> AnyView {
    let editor = on_page.editor;
    let rows = Rows::new(move || {
        editor.document.with(|catalogue| {
            catalogue
                .packages
                .iter()
                .map(|package| package.id)
                .collect()
        })
    });
    let list = keyed(rows.keys(), move |id| package(on_page, rows, id));
    let add = move || {
        let package = Package::blank(Id::random());
        let id = package.id;
        editor.edit(|catalogue| catalogue.packages.push(package));
        editor.settle();
        focus(&heading_id(id));
    };
    let is_full = flag(move || rows.count() >= limits::PACKAGES);
    let take_in = move |text: Option<String>| {
        let Some(text) = text else {
            editor
                .session
                .notices
                .say(text::share_package::FILE_NOT_READ.to_owned());
            return;
        };
        let read = editor
            .document
            .with_untracked(|catalogue| read_package_file(catalogue, &text));
        receive(on_page, read);
    };
    let named = Memo::new(move |_| editor.document.with(NamedPackage::all_of));
    let comparison = when(
        move || rows.count() > 1,
        move || comparison(on_page.shown, Level::Third, named),
    );
    view! {
        <section class="form-section" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                {packages::PACKAGES}
            </h2>
            <p class="form-hint catalogue__read">{packages::PACKAGES_HINT}</p>
            <div class="catalogue__packages">{list}</div>
            {add_button(packages::ADD_PACKAGE, is_full, add)}
            {pick_file("package-file", share::OPEN_PACKAGE, ".json,application/json", take_in)}
            {comparison}
        </section>
    }
    .into_any()
}

/// Puts a package that came from a file among the others, or says why it cannot be read.
fn receive(on_page: Page, read: Result<SharedPackage, PackageError>) {
    let editor = on_page.editor;
    let (package, words) = match SharedPackage::to_take_in(read) {
        Ok(package) => package,
        Err(words) => return editor.session.notices.say(words),
    };
    let has_room = |catalogue: &Catalogue| catalogue.packages.len() < limits::PACKAGES;
    if !editor.document.with_untracked(has_room) {
        return editor.session.notices.say(entries::full_list());
    }
    let id = Id::random();
    editor.edit(|catalogue| _ = package.put_into(catalogue, id));
    editor.settle();
    editor.say_undoable(words.unwrap_or_else(|| packages::package_taken_in(&package.name)));
    focus(&heading_id(id));
}

fn heading_id(id: Id) -> String {
    format!("package-heading-{id}")
}

fn package(on_page: Page, rows: Rows, id: Id) -> AnyView {
    let editor = on_page.editor;
    let position = rows.position(id);
    let heading = text(move || packages::package_heading(position.get()));
    let chosen = Memo::new(move |_| {
        let package = |catalogue: &Catalogue| {
            catalogue
                .package(id)
                .map(|package| package.proposals.clone())
        };
        editor.document.with(package).unwrap_or_default()
    });
    let combination = on_page.shown.combined(move || chosen.get());
    let title = text(move || {
        let name =
            |catalogue: &Catalogue| catalogue.package(id).map(|package| package.name.clone());
        let name = editor.document.with(name).unwrap_or_default();
        packages::package_title(position.get(), &name)
    });
    let caption = on_page.shown.caption(title);
    let counts = text(move || {
        let counted = combination.with(|sums| sums.counted.len());
        packages::package_counts(counted, chosen.with(Vec::len))
    });
    let about = sentences(Level::Fourth, text::sums::ABOUT_SUM, move || {
        combination.with(|sums| notes(on_page.shown, sums, true))
    });
    let name = form_field_called(
        editor,
        CatalogueField::PackageName(id),
        packages::PACKAGE_NAME.to_owned(),
    );
    let remove = move || {
        editor.edit(|catalogue| catalogue.packages.retain(|package| package.id != id));
        editor.settle();
        editor.say_undoable(packages::PACKAGE_REMOVED.to_owned());
        focus(HEADING);
    };
    let table_id = format!("package-{id}");
    let shared = Signal::derive(move || {
        let package = |catalogue: &Catalogue| catalogue.package(id).cloned();
        let package = editor.document.with(package);
        package.unwrap_or_else(|| Package::blank(id))
    });
    // An address on this computer leads nowhere on another.
    let sharing = if is_local() {
        view! {
            <p>{packages::SHARE_FROM_LOCAL}</p>
            {save_package(on_page.shown, shared, editor.session.notices)}
        }
        .into_any()
    } else {
        view! {
            <p>{packages::SHARE_FROM_EDITOR}</p>
            {share_package(format!("link-{id}"), on_page.shown, shared, editor.session.notices)}
        }
        .into_any()
    };
    let content = view! {
        <div class="package">
            <div class="package__ticks">{name} {ticks(on_page, id, chosen, combination)}</div>
            <div class="package__sums">
                <p class="catalogue__sentence" role="status">
                    {counts}
                </p>
                // The table has the same.
                <div class="key-figures key-figures--small d-print-none" aria-hidden="true">
                    {meters(on_page.shown, combination)}
                </div>
                {sums_table(on_page.shown, &table_id, heading, caption, combination)}
                {parts(on_page.shown, &table_id, heading, combination)}
                {about}
                <details class="details d-print-none">
                    <summary class="details-summary">{packages::SHARE_THIS_PACKAGE}</summary>
                    <div class="details-text">{sharing}</div>
                </details>
            </div>
        </div>
    };
    block(
        Level::Third,
        heading_id(id),
        heading,
        remove,
        content.into_any(),
    )
}
