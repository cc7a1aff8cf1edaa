//! Packages on their way: as links, as files, and beside the reader's own.

use leptos::prelude::*;

use super::state::{OWN_PACKAGE, RECEIVED, Reader};
use crate::domain::{Id, Package};
use crate::publication::{PackageError, SharedPackage, read_package_file, read_package_link};
use crate::text;
use crate::text::catalogue::packages;
use crate::text::reader::{own_package, share};
use crate::ui::pick_file::pick_file;
use crate::ui::share_package::share_package;
use crate::ui::sums::{Level, NamedPackage, comparison};
use crate::ui::view::{SECONDARY, TERTIARY, button, dynamic, keyed, link_button, when};
use crate::web::{focus, forget_package_in_address, is_local, package_in_address};

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
        forget_package_in_address();
        take_in(reader, read);
    });
    let has_chosen = move || reader.chosen.with(|chosen| !chosen.is_empty());
    let sharing = when(has_chosen, move || sharing(reader));
    view! {
        {others(reader)}
        {sharing}
        {package_from_file(reader)}
    }
    .into_any()
}

/// A package that came, or why it could not be read. Of one of another edition, what this one has.
fn take_in(reader: Reader, read: Result<SharedPackage, PackageError>) {
    let (place, words) = match SharedPackage::to_take_in(read) {
        Ok((package, words)) => (reader.receive(package), words),
        Err(words) => (OWN_PACKAGE, Some(words)),
    };
    if let Some(words) = words {
        reader.notices.say(words);
    }
    focus(place);
}

/// The package that was received beside the reader's own: to be taken over, or closed.
pub fn received(reader: Reader) -> AnyView {
    dynamic(move || {
        let Some(package) = reader.received.get() else {
            return ().into_any();
        };
        let words = own_package::received(&package.name, package.proposals.len());
        let take_over = move || {
            reader.replace(package.clone(), share::PACKAGE_REPLACED.to_owned());
            reader.received.set(None);
            focus(OWN_PACKAGE);
        };
        let leave = move || {
            reader.received.set(None);
            focus(OWN_PACKAGE);
        };
        view! {
            <div class="received d-print-none" role="group" aria-labelledby=RECEIVED>
                <h3 id=RECEIVED tabindex="-1">
                    {share::RECEIVED_HEADING}
                </h3>
                <p>
                    <strong>{words}</strong>
                    " "
                    {share::OWN_UNTOUCHED}
                </p>
                <div class="button-group">
                    {button(SECONDARY, share::TAKE_OVER, take_over)}
                    {button(TERTIARY, share::LEAVE_RECEIVED, leave)}
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
            title: share::own_title(&own.name),
            package: own,
        });
        let received = reader.received.get().map(|received| NamedPackage {
            title: share::received_title(&received.name),
            package: Package {
                id: received_id,
                name: received.name,
                proposals: received.proposals,
            },
        });
        let published = reader.shown.catalogue.with(NamedPackage::all_of);
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
        let title = packages::package_title(place, &package.name);
        let name = format!("{} {title}", share::BEGIN_WITH);
        let begin = link_button(
            share::BEGIN_WITH.to_owned().into(),
            Some(name.into()),
            false.into(),
            move || {
                let package = SharedPackage {
                    name: package.name.clone(),
                    proposals: package.proposals.clone(),
                };
                reader.replace(package, share::PACKAGE_REPLACED.to_owned());
                focus(OWN_PACKAGE);
            },
        );
        view! { <li>{title} " " {begin}</li> }.into_any()
    };
    when(
        move || catalogue.with(|catalogue| !catalogue.packages.is_empty()),
        move || {
            view! {
                <div class="d-print-none">
                    <h3>{share::PUBLISHED_PACKAGES}</h3>
                    <ul class="catalogue__sentences">{keyed(ids, row)}</ul>
                </div>
            }
            .into_any()
        },
    )
}

/// The link to the reader's package, and the package as a file.
fn sharing(reader: Reader) -> AnyView {
    let local = is_local().then(|| view! { <p>{share::SHARE_LOCAL}</p> }.into_any());
    let own = Signal::derive(move || reader.own_package());
    view! {
        <div class="d-print-none">
            <h3>{share::SHARE_PACKAGE}</h3>
            <p>{share::SHARE_TEXT}</p>
            {local}
            {share_package("package-link".to_owned(), reader.shown, own, reader.notices)}
        </div>
    }
    .into_any()
}

/// Takes in a package from a file.
fn package_from_file(reader: Reader) -> AnyView {
    let read = move |text: Option<String>| {
        let Some(text) = text else {
            reader
                .notices
                .say(text::share_package::FILE_NOT_READ.to_owned());
            return;
        };
        let read = reader
            .shown
            .catalogue
            .with_untracked(|catalogue| read_package_file(catalogue, &text));
        take_in(reader, read);
    };
    pick_file(
        "package-file",
        share::OPEN_PACKAGE,
        ".json,application/json",
        read,
    )
}
