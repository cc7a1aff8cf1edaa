//! A package that came by a link, to be put into its catalogue.

use leptos::prelude::*;

use crate::domain::{Catalogue, Document, DocumentKind, Id};
use crate::publication::{SharedPackage, catalogue_of_link, read_package_link};
use crate::text::catalogue::{entries, names, packages};
use crate::text::reader::own_package;
use crate::text::{app, document};
use crate::ui::session::Session;
use crate::ui::view::{PRIMARY, button, dynamic, page_heading};
use crate::web::{CatalogueTab, Library, Route, go_to_tab, now};

/// The page of a link.
pub fn received_package(link: String, session: Session) -> AnyView {
    let Session { library, .. } = session;
    library.load_all();
    let content = dynamic(move || match catalogue_of_link(&link) {
        Err(error) => view! { <p>{error.sentence()}</p> }.into_any(),
        Ok(id) => of_catalogue(id, link.clone(), session),
    });
    view! {
        {page_heading(packages::RECEIVED_PACKAGE.to_owned().into())}
        {content}
        <p>
            <a href=Route::Overview.href()>{app::TO_OVERVIEW}</a>
        </p>
    }
    .into_any()
}

/// What the link holds of a catalogue, once that is here.
fn of_catalogue(id: Id, link: String, session: Session) -> AnyView {
    let Session { library, .. } = session;
    let is_started = library.is_started().get();
    let Some(Document::Catalogue(catalogue)) = library.get(DocumentKind::Catalogue, id) else {
        return match is_started {
            true => view! { <p>{packages::CATALOGUE_NOT_HERE}</p> }.into_any(),
            false => view! { <p aria-busy="true">{app::LOADING}</p> }.into_any(),
        };
    };
    let read = read_package_link(&catalogue, &link);
    let (package, words) = match SharedPackage::to_take_in(read) {
        Ok(package) => package,
        Err(words) => return view! { <p>{words}</p> }.into_any(),
    };
    let title = document::catalogue_title(&catalogue);
    let about = own_package::received(&package.name, package.proposals.len());
    let names = package
        .proposals
        .iter()
        .map(|&id| name(&catalogue, library, id));
    let names: Vec<AnyView> = names
        .map(|name| view! { <li>{name}</li> }.into_any())
        .collect();
    let add = move || add(&package, id, session);
    view! {
        <p class="font-lead">{about}</p>
        {words.map(|words| view! { <p class="message message--advice">{words}</p> }.into_any())}
        <ul>{names}</ul>
        <p>{packages::package_of(&title)}</p>
        {button(PRIMARY, packages::ADD_RECEIVED, add)}
    }
    .into_any()
}

fn name(catalogue: &Catalogue, library: Library, id: Id) -> String {
    let title = match library.get(DocumentKind::Proposal, id) {
        Some(Document::Proposal(proposal)) => Some(document::proposal_title(&proposal)),
        _ => None,
    };
    names::entry_name(catalogue.number(id), title.as_deref())
}

/// Puts the package into the catalogue as it is now, opens that, and offers to take the package out again.
fn add(package: &SharedPackage, id: Id, session: Session) {
    let Session {
        library, notices, ..
    } = session;
    let Some(Document::Catalogue(mut catalogue)) = library.get(DocumentKind::Catalogue, id) else {
        return;
    };
    let added = Id::random();
    if !package.put_into(&mut catalogue, added) {
        return notices.say(entries::full_list());
    }
    library.put(Document::from(catalogue).with_changed_at(now()));
    library.flush();
    go_to_tab(id, CatalogueTab::Packages);
    notices.say_with_undo(packages::package_taken_in(&package.name), move || {
        take_out(id, added, session);
    });
}

/// Takes a package out of a catalogue as it is now: what else was changed since stays.
fn take_out(id: Id, package: Id, session: Session) {
    let Session {
        library, notices, ..
    } = session;
    let Some(Document::Catalogue(mut catalogue)) = library.get(DocumentKind::Catalogue, id) else {
        return;
    };
    catalogue.packages.retain(|other| other.id != package);
    // The package may have been changed since: that state stays among the earlier ones.
    library.put_beside_editor(Document::from(catalogue).with_changed_at(now()));
    library.flush();
    notices.say(packages::PACKAGE_TAKEN_BACK.to_owned());
}
