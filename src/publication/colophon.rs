//! What a published page says of itself that is in no file format: the time of day at which it was published, and which positions
//! have no sign that can be told. It stands as attributes at the foot of the page.

use std::collections::BTreeSet;

use super::Publication;
use crate::danish::{print_time, read_time};
use crate::domain::{Id, TimeOfDay};

/// The identity of the element at the foot of a published page.
pub const COLOPHON: &str = "colophon";
const TIME: &str = "data-time";
const WITHOUT_SIGN: &str = "data-positions-without-sign";

/// What the foot of a published page says for programs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Colophon {
    /// The time of day at which it was published; `None` where it is not told.
    pub published_at: Option<TimeOfDay>,
    /// The proposals of which it cannot be told whether positions are created or cut.
    pub positions_without_sign: BTreeSet<Id>,
}

impl Colophon {
    /// Returns the colophon of a publication.
    #[must_use]
    pub fn of(publication: &Publication) -> Self {
        let without_sign = publication.positions_without_sign.keys();
        Self {
            published_at: publication.published_at,
            positions_without_sign: without_sign.copied().collect(),
        }
    }

    /// Returns the time of day as the page has it; `None` where it is not told.
    #[must_use]
    pub fn time(&self) -> Option<String> {
        self.published_at.map(print_time)
    }

    /// Returns the proposals without sign as the page has them; `None` where there are none.
    #[must_use]
    pub fn ids_without_sign(&self) -> Option<String> {
        let ids = self.positions_without_sign.iter();
        let ids: Vec<String> = ids.map(Id::to_string).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// Reads the attributes; `value` gives that of one. What cannot be read says nothing.
    #[must_use]
    pub fn read(value: impl Fn(&str) -> Option<String>) -> Self {
        let ids = value(WITHOUT_SIGN).unwrap_or_default();
        Self {
            published_at: value(TIME).and_then(|time| read_time(&time)),
            positions_without_sign: ids.split(' ').filter_map(Id::parse).collect(),
        }
    }
}

/// Returns the same of a page in a file that is not opened. What anybody wrote is escaped in the page, and looks
/// otherwise.
#[must_use]
pub fn colophon_of_page(html: &str) -> Colophon {
    let opening = format!("<footer id=\"{COLOPHON}\"");
    let element = html.split_once(&opening).map(|(_, rest)| rest);
    let element = element.and_then(|rest| rest.split_once('>'));
    let attributes = element.map_or("", |(attributes, _)| attributes);
    Colophon::read(|name| {
        let (_, rest) = attributes.split_once(&format!(" {name}=\""))?;
        let (value, _) = rest.split_once('"')?;
        Some(value.to_owned())
    })
}
