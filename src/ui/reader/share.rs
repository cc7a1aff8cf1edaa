//! Packages on their way: as links, as files, and beside the reader's own.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::state::Reader;
use super::{JSON, download3 as download, package_file, read_package_file};
use crate::domain::{Id, Package};
use crate::publication::{LinkError, SharedPackage, package_link, read_package_link};
use crate::text::page;
use crate::ui::sums::{Level, NamedPackage, comparison};
use crate::ui::view::{SECONDARY, TERTIARY, button, dynamic, keyed, link_button, text, when};
use crate::web::{
    address_with, copy_text, focus, forget_package_in_address, is_local, package_in_address,
    read_file, select,
};

/// The part of the section about other packages than the reader's, and about sharing that.
pub fn share(reader: Reader) -> AnyView {
    let in_address = package_in_address();
    Effect::new(move |_| {
        let Some(link) = in_address.get() else {
            return;
        };
        let read = reader
            .shown
            .catalogue
            .with_untracked(|catalogue| read_package_link(catalogue, &link));
        take_in(reader, read);
        forget_package_in_address();
        focus("own-package");
    });
    let has_chosen = move || reader.chosen.with(|chosen| !chosen.is_empty());
    let sharing = when(has_chosen, move || sharing(reader));
    view! {
        {received(reader)}
        {others(reader)}
        {sharing}
        {package_from_file(reader)}
    }
    .into_any()
}

/// A package that came, or why it could not be read.
fn take_in(reader: Reader, read: Result<SharedPackage, LinkError>) {
    match read {
        Ok(package) => reader.receive(package),
        Err(error) => {
            reader.notices.say(String::new());
            if let LinkError::UnknownProposals { known, .. } = error {
                reader.received.set(Some(known));
            }
        }
    }
}

/// The package that was received beside the reader's own: to be taken over, or closed.
fn received(reader: Reader) -> AnyView {
    dynamic(move || {
        let Some(package) = reader.received.get() else {
            return ().into_any();
        };
        let words = page::received(&package.name, package.proposals.len());
        let take_over = move || {
            reader.replace(package.clone(), page::PACKAGE_REPLACED.to_owned());
            reader.received.set(None);
            focus("own-package");
        };
        let leave = move || {
            reader.received.set(None);
            focus("own-package");
        };
        view! {
            <div class="received d-print-none" role="status">
                <p>
                    <strong>{words}</strong>
                    " "
                    {page::OWN_UNTOUCHED}
                </p>
                <div class="button-group">
                    {button(SECONDARY, page::TAKE_OVER, take_over)}
                    {button(TERTIARY, page::LEAVE_RECEIVED, leave)}
                </div>
            </div>
        }
        .into_any()
    })
}

/// The packages that were published or received, side by side with the reader's own.
fn others(reader: Reader) -> AnyView {
    let received_id = Id::random();
    let packages = Memo::new(move |_| {
        let own = reader.own_package();
        let own = (!own.proposals.is_empty()).then(|| NamedPackage {
            title: page::own_title(&own.name),
            package: own,
        });
        let received = reader.received.get().map(|received| NamedPackage {
            title: page::received_title(&received.name),
            package: Package {
                id: received_id,
                name: received.name,
                proposals: received.proposals,
            },
        });
        let published = reader.shown.catalogue.with(|catalogue| {
            let packages = catalogue.packages.iter().enumerate();
            let named = packages.map(|(place, package)| NamedPackage {
                title: page::package_title(place, &package.name),
                package: package.clone(),
            });
            named.collect::<Vec<_>>()
        });
        own.into_iter()
            .chain(received)
            .chain(published)
            .collect::<Vec<_>>()
    });
    let side_by_side = when(
        move || packages.with(|packages| packages.len() > 1),
        move || comparison(reader.shown, Level::Third, packages),
    );
    view! {
        {published(reader)}
        {side_by_side}
    }
    .into_any()
}

/// The published packages: each can be the beginning of the reader's own.
fn published(reader: Reader) -> AnyView {
    let catalogue = reader.shown.catalogue;
    let ids = Signal::derive(move || {
        catalogue.with(|catalogue| {
            let packages = catalogue.packages.iter();
            packages.map(|package| (package.id, 0)).collect()
        })
    });
    let row = move |id: Id| {
        let found = catalogue.with_untracked(|catalogue| {
            let place = catalogue
                .packages
                .iter()
                .position(|package| package.id == id)?;
            Some((place, catalogue.packages.get(place)?.clone()))
        });
        let Some((place, package)) = found else {
            return ().into_any();
        };
        let title = page::package_title(place, &package.name);
        let name = format!("{} {title}", page::BEGIN_WITH);
        let begin = link_button(
            page::BEGIN_WITH.to_owned().into(),
            Some(name.into()),
            false.into(),
            move || {
                let package = SharedPackage {
                    name: package.name.clone(),
                    proposals: package.proposals.clone(),
                };
                reader.replace(package, page::PACKAGE_REPLACED.to_owned());
                focus("own-package");
            },
        );
        view! { <li>{title} " " {begin}</li> }.into_any()
    };
    when(
        move || catalogue.with(|catalogue| !catalogue.packages.is_empty()),
        move || {
            view! {
                <div class="d-print-none">
                    <h3>{page::PUBLISHED_PACKAGES}</h3>
                    <ul class="catalogue__sentences">{keyed(ids, row)}</ul>
                </div>
            }
            .into_any()
        },
    )
}

/// The link to the reader's package, and the package as a file.
fn sharing(reader: Reader) -> AnyView {
    let link = text(move || {
        let own = reader.own_package();
        let link = reader
            .shown
            .catalogue
            .with(|catalogue| package_link(catalogue, &own));
        address_with(&link)
    });
    let copied = RwSignal::new("");
    let copy = move || {
        spawn_local(async move {
            let is_copied = copy_text(&link.get_untracked()).await;
            if !is_copied {
                _ = select("package-link");
            }
            copied.set(if is_copied {
                page::COPIED
            } else {
                page::NOT_COPIED
            });
        });
    };
    let save = move || {
        let own = reader.own_package();
        let file = reader
            .shown
            .catalogue
            .with_untracked(|catalogue| package_file(catalogue, &own));
        let name = page::file_name(page::PACKAGE_FILE, crate::web::today());
        let is_saved = file.is_ok_and(|text| download(&name, &text, JSON).is_ok());
        if !is_saved {
            reader.notices.say(page::EXPORT_FAILED.to_owned());
        }
    };
    let local = is_local().then(|| view! { <p>{page::SHARE_LOCAL}</p> }.into_any());
    view! {
        <div class="d-print-none">
            <h3>{page::SHARE_PACKAGE}</h3>
            <p>{page::SHARE_TEXT}</p>
            {local}
            <div class="form-group">
                <label class="form-label" for="package-link">
                    {page::PACKAGE_LINK}
                </label>
                <input
                    type="text"
                    class="form-input"
                    id="package-link"
                    readonly
                    prop:value=link
                />
            </div>
            <div class="button-group">
                {button(SECONDARY, page::COPY_LINK, copy)}
                {button(SECONDARY, page::SAVE_PACKAGE, save)}
            </div>
            <p role="status">{text(move || copied.get().to_owned())}</p>
        </div>
    }
    .into_any()
}

/// Takes in a package from a file.
fn package_from_file(reader: Reader) -> AnyView {
    let on_change: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let input = event.target().and_then(|target| target.dyn_into().ok());
        let Some(input): Option<HtmlInputElement> = input else {
            return;
        };
        let file = input.files().and_then(|files| files.get(0));
        // The same file can be chosen again.
        input.set_value("");
        let Some(file) = file else {
            return;
        };
        spawn_local(async move {
            let Some(text) = read_file(file).await else {
                reader.notices.say(page::FILE_NOT_READ.to_owned());
                return;
            };
            let read = reader
                .shown
                .catalogue
                .with_untracked(|catalogue| read_package_file(catalogue, &text));
            take_in(reader, read);
        });
    });
    view! {
        <div class="form-group d-print-none">
            <label class="form-label" for="package-file">
                {page::OPEN_PACKAGE}
            </label>
            <input
                type="file"
                id="package-file"
                accept=".json,application/json"
                on:change=on_change
            />
        </div>
    }
    .into_any()
}
