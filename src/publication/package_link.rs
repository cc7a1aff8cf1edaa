//! A package as the part of an address after `#`, which a browser sends to no server.
//!
//! `1.<catalogue>.<name>.<proposals>.<checksum>`: the version, the catalogue's identity in base64, the name per cent encoded,
//! the proposals in base64, and a checksum in hexadecimal digits, by which a link that was cut off or changed on its way is
//! noticed. Base64 is the kind for addresses, without padding. No part contains a point.
//!
//! A proposal stands there as the first bytes of its identity: as many as tell it from every other in the catalogue, but at
//! least [`LEAST_BYTES`], so that it is not taken for one that joined the catalogue later.

use std::hash::Hasher;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use fnv::FnvHasher;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::package::{PackageError, SharedPackage, shared_package};
use crate::domain::{Catalogue, Id, Package, invariant};

/// The version that is written, and the newest that is read.
const VERSION: u32 = 1;
/// The least bytes of an identity in a link.
const LEAST_BYTES: u8 = 4;
/// All bytes of an identity.
const ALL_BYTES: u8 = 16;
/// What is encoded in a name: all but letters without accents, digits, and what an address leaves alone. A point parts.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'~');

/// Returns a package of a catalogue as the part of an address after `#`.
#[must_use]
pub fn package_link(catalogue: &Catalogue, package: &Package) -> String {
    let width = width(catalogue, package);
    let mut proposals = vec![width];
    for id in &package.proposals {
        proposals.extend(id.bytes().into_iter().take(width.into()));
    }
    let checksum = checksum(catalogue.id, &package.name, &proposals);
    [
        VERSION.to_string(),
        URL_SAFE_NO_PAD.encode(catalogue.id.bytes()),
        utf8_percent_encode(&package.name, ENCODED).to_string(),
        URL_SAFE_NO_PAD.encode(&proposals),
        format!("{checksum:08x}"),
    ]
    .join(".")
}

/// Returns which catalogue a link is of, for whoever has several.
///
/// # Errors
/// [`PackageError::Damaged`] and [`PackageError::TooNew`].
pub fn catalogue_of_link(link: &str) -> Result<Id, PackageError> {
    parts(link).map(|parts| parts.catalogue)
}

/// Reads what [`package_link`] made of a package, in the catalogue as it is now.
///
/// # Errors
/// [`PackageError`]. Where only some proposals are unknown, it has the package without them.
pub fn read_package_link(catalogue: &Catalogue, link: &str) -> Result<SharedPackage, PackageError> {
    let parts = parts(link)?;
    let named = parts.proposals.chunks_exact(parts.width.into());
    let named = named.map(|beginning| {
        let entries = catalogue.entries.iter().map(|entry| entry.proposal);
        let mut found = entries.filter(|id| id.bytes().starts_with(beginning));
        match (found.next(), found.next()) {
            (Some(id), None) => Some(id),
            // None begins so, or several do by now.
            _ => None,
        }
    });
    shared_package(catalogue, parts.catalogue, parts.name.clone(), named)
}

/// What a link says.
struct Parts {
    catalogue: Id,
    name: String,
    /// How many bytes of an identity stand for each proposal.
    width: u8,
    proposals: Vec<u8>,
}

fn parts(link: &str) -> Result<Parts, PackageError> {
    let mut parts = link.split('.');
    let version = parts.next().and_then(|version| version.parse::<u32>().ok());
    match version.ok_or(PackageError::Damaged)? {
        VERSION => {}
        newer if newer > VERSION => return Err(PackageError::TooNew),
        _ => return Err(PackageError::Damaged),
    }
    rest(&mut parts).ok_or(PackageError::Damaged)
}

/// Returns the parts of a link after the version; `None` if it is damaged.
fn rest<'a>(parts: &mut impl Iterator<Item = &'a str>) -> Option<Parts> {
    let catalogue = URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
    let catalogue = Id::from_bytes(catalogue.try_into().ok()?);
    let name = percent_decode_str(parts.next()?)
        .decode_utf8()
        .ok()?
        .into_owned();
    let choice = URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
    let stated = u32::from_str_radix(parts.next()?, 16).ok()?;
    let is_whole = parts.next().is_none() && stated == checksum(catalogue, &name, &choice);
    let (&width, proposals) = choice.split_first()?;
    let is_sound =
        (LEAST_BYTES..=ALL_BYTES).contains(&width) && proposals.len().is_multiple_of(width.into());
    (is_whole && is_sound).then(|| Parts {
        catalogue,
        name,
        width,
        proposals: proposals.to_vec(),
    })
}

/// Returns how many bytes tell the proposals of a catalogue and of a package apart.
fn width(catalogue: &Catalogue, package: &Package) -> u8 {
    let entries = catalogue.entries.iter().map(|entry| entry.proposal);
    let mut ids: Vec<Id> = entries.chain(package.proposals.iter().copied()).collect();
    ids.sort_unstable();
    ids.dedup();
    let pairs = ids.iter().zip(ids.iter().skip(1));
    let common = |(one, other): (&Id, &Id)| {
        let bytes = one.bytes().into_iter().zip(other.bytes());
        bytes.take_while(|(one, other)| one == other).count()
    };
    let most = pairs.map(common).max().unwrap_or(0);
    let width = invariant(u8::try_from(most + 1).ok(), "an identity has few bytes");
    let width = width.unwrap_or(ALL_BYTES);
    width.clamp(LEAST_BYTES, ALL_BYTES)
}

/// Tells whether a link says what it said when it was made. It is of what is meant, not of how that is encoded: programs on the
/// way may encode a name otherwise.
fn checksum(catalogue: Id, name: &str, proposals: &[u8]) -> u32 {
    let mut hasher = FnvHasher::default();
    hasher.write(&catalogue.bytes());
    hasher.write(name.as_bytes());
    // Where the name ends: no text contains this byte.
    hasher.write(&[0xFF]);
    hasher.write(proposals);
    let [high, low] = [hasher.finish() >> 32, hasher.finish()];
    // Both halves count.
    let half = u32::try_from((high ^ low) & u64::from(u32::MAX));
    invariant(half.ok(), "no more bits are left").unwrap_or(u32::MAX)
}
