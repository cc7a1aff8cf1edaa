//! A package on its way from one reader to another, by a link or as a file.

use std::collections::BTreeSet;

use crate::domain::{Catalogue, Id, Package, limits};
use crate::text::publication::package;

/// A package that came by a link or as a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SharedPackage {
    /// What somebody calls it.
    pub name: String,
    /// The proposals, each once, in the order of the choice.
    pub proposals: Vec<Id>,
}

/// Why a link or a file is no package of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackageError {
    /// It is something else.
    NotAPackage,
    /// It is not what was made: cut off, or changed on its way.
    Damaged,
    /// It was made by a later Råderum.
    TooNew,
    /// It is of the catalogue with this identity.
    OtherCatalogue(Id),
    /// The catalogue does not have all of its proposals: the package is of another edition.
    UnknownProposals {
        /// The package without them.
        known: SharedPackage,
        /// How many there are.
        unknown: usize,
    },
}

impl PackageError {
    /// Returns what happened, and what to do about it.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::NotAPackage => package::NOT_A_PACKAGE.to_owned(),
            Self::Damaged => package::PACKAGE_DAMAGED.to_owned(),
            Self::TooNew => package::PACKAGE_TOO_NEW.to_owned(),
            Self::OtherCatalogue(_) => package::PACKAGE_OF_OTHER_CATALOGUE.to_owned(),
            Self::UnknownProposals { known, unknown } => {
                package::package_of_other_edition(known.proposals.len(), *unknown)
            }
        }
    }
}

impl SharedPackage {
    /// Returns what of a package that was read can be taken in, and what is to be said of it first.
    ///
    /// # Errors
    /// Why nothing of it can, in a sentence. A package of nothing is no choice that anybody made.
    pub fn to_take_in(read: Result<Self, PackageError>) -> Result<(Self, Option<String>), String> {
        let (package, words) = match read {
            Ok(package) => (package, None),
            Err(error) => {
                let words = error.sentence();
                match error {
                    PackageError::UnknownProposals { known, .. } => (known, Some(words)),
                    _ => return Err(words),
                }
            }
        };
        if package.proposals.is_empty() {
            return Err(words.unwrap_or_else(|| package::PACKAGE_EMPTY.to_owned()));
        }
        Ok((package, words))
    }

    /// Puts it among the packages of a catalogue. Returns whether there was room.
    pub fn put_into(&self, catalogue: &mut Catalogue, id: Id) -> bool {
        let has_room = catalogue.packages.len() < limits::PACKAGES;
        if has_room {
            catalogue.packages.push(Package {
                id,
                name: self.name.clone(),
                proposals: self.proposals.clone(),
            });
        }
        has_room
    }
}

/// Returns the package of a catalogue that names these proposals; `None` is one that the catalogue does not have.
pub(super) fn shared_package(
    catalogue: &Catalogue,
    of: Id,
    name: String,
    named: impl IntoIterator<Item = Option<Id>>,
) -> Result<SharedPackage, PackageError> {
    if of != catalogue.id {
        return Err(PackageError::OtherCatalogue(of));
    }
    let mut taken = BTreeSet::new();
    let mut proposals = Vec::new();
    let mut unknown = 0;
    for proposal in named {
        match proposal {
            None => unknown += 1,
            Some(id) if taken.insert(id) => proposals.push(id),
            Some(_) => {}
        }
    }
    let known = SharedPackage { name, proposals };
    if unknown > 0 {
        return Err(PackageError::UnknownProposals { known, unknown });
    }
    Ok(known)
}
