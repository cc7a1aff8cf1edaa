//! What leaves Råderum for readers who need not have it: a catalogue as a page, packages as links, what is new in an edition, and open data.

mod catalogue_tables;
mod colophon;
mod content_code;
mod csv;
mod data;
mod data_package;
mod editions;
mod hearing_answer;
mod kept_answer;
mod kept_package;
mod open_data;
mod package;
mod package_file;
mod package_link;
mod page;
mod plan_table;
mod publish;
mod published_file;
mod sentences;
mod table;

pub use catalogue_tables::{catalogue_amounts, catalogue_proposals};
pub use colophon::{COLOPHON, Colophon, colophon_of_page};
pub use content_code::content_code;
pub use csv::csv;
pub use data::data_of_page;
pub use data_package::data_package;
pub use editions::{
    ChangedProposal, EditionComparison, PublishedEdition, compare_editions, would_be_public,
};
pub use hearing_answer::{Comment, HearingAnswer, hearing_answer};
pub use kept_answer::{read_kept_answer, write_kept_answer};
pub use kept_package::{read_kept_package, write_kept_package};
pub use open_data::{DataFile, open_data, open_data_names, plan_open_data};
pub use package::{PackageError, SharedPackage};
pub use package_file::{package_file, read_package_file};
pub use package_link::{catalogue_of_link, package_link, read_package_link};
pub use page::{
    DATA, PROGRAM, PROGRAM_LINK, PROGRAM_SECTIONS, REPLACED, proposal_anchor, published_page,
};
pub use plan_table::plan_matrix;
pub use publish::{PositionsWithoutSign, Publication, Withheld, publish};
pub use published_file::PublishedFile;
pub use table::{Cell, Column, ColumnKind, Table};
