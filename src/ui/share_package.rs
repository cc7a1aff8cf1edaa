//! A package on its way to somebody else: as a link, and as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::notices::Notices;
use super::sums::ShownCatalogue;
use super::view::{SECONDARY, button, text};
use crate::domain::Package;
use crate::publication::{package_file, package_link};
use crate::text::reader::share;
use crate::text::{document, share_package};
use crate::web::{JSON, address_with, copy_text, download, select, today};

/// The link, with buttons that copy it and that hand over the package as a file. `id` is that of the link's field.
pub fn share_package(
    id: String,
    shown: ShownCatalogue,
    package: Signal<Package>,
    notices: Notices,
) -> AnyView {
    let link = text(move || {
        let link = shown
            .catalogue
            .with(|catalogue| package.with(|package| package_link(catalogue, package)));
        address_with(&link)
    });
    let copied = RwSignal::new("");
    let field = id.clone();
    let copy = move || {
        let field = field.clone();
        spawn_local(async move {
            let is_copied = copy_text(&link.get_untracked()).await;
            if !is_copied {
                _ = select(&field);
            }
            copied.set(match is_copied {
                true => share::COPIED,
                false => share::NOT_COPIED,
            });
        });
    };
    view! {
        <div class="form-group">
            <label class="form-label" for=id.clone()>
                {share_package::PACKAGE_LINK}
            </label>
            <input type="text" class="form-input" id=id readonly prop:value=link />
        </div>
        <div class="button-group">
            {button(SECONDARY, share_package::COPY_LINK, copy)}
            {save_package(shown, package, notices)}
        </div>
        <p role="status">{text(move || copied.get().to_owned())}</p>
    }
    .into_any()
}

/// A button that hands over the package as a file.
pub fn save_package(shown: ShownCatalogue, package: Signal<Package>, notices: Notices) -> AnyView {
    let save = move || {
        let file = shown.catalogue.with_untracked(|catalogue| {
            package.with_untracked(|package| package_file(catalogue, package))
        });
        let name = document::file_name(share_package::PACKAGE_FILE, today());
        let is_saved = file.is_ok_and(|text| download(&name, &text, JSON).is_ok());
        if !is_saved {
            notices.say(document::EXPORT_FAILED.to_owned());
        }
    };
    button(SECONDARY, share_package::SAVE_PACKAGE, save)
}
