//! What the program adds to a published page for its readers. The text of the page stands as it is; nothing here can change
//! what is published.

use crate::domain::Document;
use crate::web::focus_if_lost;

/// Fills the places that the page leaves for the program.
pub fn reader(documents: Vec<Document>) {
    _ = documents;
    focus_if_lost("main");
}
