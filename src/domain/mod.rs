//! What the two forms and the catalogue mean, and what is computed from them: plain Rust that knows no browser, no file and no
//! language. Every figure that Råderum shows is one function here.

mod amount;
mod catalogue;
mod change_kind;
mod dismissal;
mod document;
mod entry;
mod field;
mod id;
mod invariant;
pub mod limits;
mod month;
mod plan;
mod proposal;
mod reimbursement_rate;
mod sorting;
mod spread;
mod staff;
mod stated;
mod total;
mod year;

pub use amount::{Amount, AmountError};
pub use catalogue::{
    AgainstTarget, AppliedWeakening, Catalogue, CatalogueEntry, CatalogueField, Combination,
    CombinedYear, Costing, Decided, Edition, LargestChoice, ListSum, NotCounted, NotCountedReason,
    Package, PackageComparison, PackagesWith, Part, ProposalStatus, Relation, RelationKind,
    VariantGroup, combine, compare_packages, costing, largest_choice, net_change_by_year,
    not_counted, passed_over, weightiest,
};
pub use change_kind::ChangeKind;
pub use dismissal::Dismissal;
pub use document::{Document, DocumentKind, proposals_in};
pub use entry::Entry;
pub use field::{
    Access, AmountRole, Audience, Content, Description, FieldKind, Fields, FormField, Origin,
    Period, Row, Slot, SlotMut,
};
pub use id::Id;
pub use invariant::invariant;
pub use month::Month;
pub use plan::{
    ActionPlan, CloseError, ClosedUpdate, ClosedUpdates, Coverage, DoubtfulOverspend, FocusArea,
    FocusAreaField, FollowUp, HeadField, HistoryEntry, HistoryKind, LinePoint, Needed,
    PLAN_REQUIRED_ABOVE, PlanField, ProposalSource, RowText, StatedSum, Unreported,
};
pub use proposal::{
    AmountRow, GrossAndNet, Proposal, ProposalField, ProposalYear, Section, StaffRow, StatedFigure,
    StatedFigures, YEARS, links,
};
pub use reimbursement_rate::ReimbursementRate;
pub use sorting::sort_by;
pub use spread::{Remainder, Spread, SpreadError, spread};
pub use staff::{FullTimeEquivalents, HeadCount, PositionTotal};
pub use stated::StatedDifference;
pub use total::Total;
pub use year::Year;

/// A calendar date.
pub use time::Date;
/// A time of day, where the user is.
pub use time::Time as TimeOfDay;
/// A moment in universal time.
pub use time::UtcDateTime as Timestamp;
