use super::{Publication, published_page};
use crate::domain::{Catalogue, CatalogueField, Id, limits};
use crate::draft::{self, Form};
use crate::file;
use crate::text::publication::page;

/// What the file holds in which a catalogue is published, apart from the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedFile {
    /// What the file is called.
    pub name: String,
    /// The title of its page.
    pub title: String,
    /// What the page is, for who has not opened it.
    pub description: String,
    /// The page itself: HTML.
    pub content: String,
    /// The same as a file in the public format: JSON.
    pub data: String,
}

impl PublishedFile {
    /// Returns whether the data is more than any program reads, this one included.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        // In the page, this character is written with five more (`inElement` in page/whole.mjs).
        let escaped = self.data.matches('<').count();
        self.data.len() + 5 * escaped > limits::FILE_BYTES
    }
}

impl Publication {
    /// Makes the file.
    ///
    /// # Errors
    /// As [`file::write`].
    pub fn file(&self) -> Result<PublishedFile, serde_json::Error> {
        let Self {
            catalogue, edition, ..
        } = self;
        Ok(PublishedFile {
            name: page::published_file_name(catalogue, *edition, &self.code()),
            title: page::published_title(catalogue),
            description: page::published_description(catalogue, &self.label()),
            content: published_page(self),
            data: file::write(&self.documents())?,
        })
    }

    /// Returns the proposals in which something cannot be read.
    #[must_use]
    pub fn unreadable(&self) -> Vec<Id> {
        let proposals = self.proposals.iter();
        let unreadable = proposals.filter(|proposal| !draft::errors(*proposal).is_empty());
        unreadable.map(|proposal| proposal.id).collect()
    }

    /// Returns whether some of the proposals have other numbers than in the catalogue it is made of.
    #[must_use]
    pub fn renumbers(&self, catalogue: &Catalogue) -> bool {
        let mut ids = self.proposals.iter().map(|proposal| proposal.id);
        ids.any(|id| self.catalogue.number(id) != catalogue.number(id))
    }

    /// Returns what readers look for first, and nobody has filled in.
    #[must_use]
    pub fn blank_fields(&self) -> Vec<CatalogueField> {
        const LOOKED_FOR: [CatalogueField; 5] = [
            CatalogueField::Title,
            CatalogueField::Municipality,
            CatalogueField::FirstYear,
            CatalogueField::PriceLevel,
            CatalogueField::Stage,
        ];
        let is_blank = |field| is_blank(&self.catalogue, field);
        LOOKED_FOR
            .into_iter()
            .filter(|&field| is_blank(field))
            .collect()
    }
}

fn is_blank(catalogue: &Catalogue, field: CatalogueField) -> bool {
    catalogue.shown(field).trim().is_empty()
}
