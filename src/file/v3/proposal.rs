//! Reduktionsforslag in version 3.

use crate::domain::ProposalField as F;
use crate::domain::{
    AmountRow, Entry, Id, Proposal, Section, StaffRow, StatedFigure, Timestamp, YEARS,
};
use crate::file::cursor::Cursor;
use crate::file::iso;
use crate::file::layout::{Holds, Member, Merging, field, other, read, write};
use crate::file::refusal::Refusal;

/// The members of a proposal, in their order.
pub static MEMBERS: [Member<Proposal>; 13] = [
    other(
        "id",
        |at, proposal| at.id().map(|id| proposal.id = id),
        |proposal| write::identity(proposal.id),
        Merging::Whole,
    ),
    other(
        "changed_at",
        |at, proposal| read::moment(at).map(|moment| proposal.changed_at = moment),
        |proposal| write::Json::Text(iso::moment(proposal.changed_at).into()),
        Merging::Whole,
    ),
    field("heading", F::Heading),
    field("department", F::Department),
    Member {
        name: "appropriations",
        holds: Holds::Lines(F::Appropriations),
    },
    field("kinds", F::Kinds),
    field("first_year", F::FirstYear),
    field("price_level", F::PriceLevel),
    field("reimbursement_rate", F::Reimbursement),
    Member {
        name: "years",
        holds: Holds::Objects(
            YEARS,
            &[
                ("current_budget", |year| {
                    F::Amount(AmountRow::CurrentBudget, year)
                }),
                ("operating_change", |year| {
                    F::Amount(AmountRow::OperatingChange, year)
                }),
                ("estimated_gain", |year| {
                    F::Amount(AmountRow::EstimatedGain, year)
                }),
                ("investment_need", |year| {
                    F::Amount(AmountRow::InvestmentNeed, year)
                }),
                ("employees_affected", |year| {
                    F::Staff(StaffRow::EmployeesAffected, year)
                }),
                ("full_time_equivalents", |year| {
                    F::Staff(StaffRow::FullTimeEquivalents, year)
                }),
            ],
        ),
    },
    Member {
        name: "stated_totals",
        holds: Holds::Object(&[
            Member {
                name: "rows",
                holds: Holds::Fields(AmountRow::CHANGES.len(), |index| {
                    let row = AmountRow::CHANGES.get(index)?;
                    Some(F::Stated(StatedFigure::Row(*row)))
                }),
            },
            Member {
                name: "net_change",
                holds: Holds::Fields(YEARS, |year| Some(F::Stated(StatedFigure::NetChange(year)))),
            },
            field("net_change_total", F::Stated(StatedFigure::NetChangeTotal)),
        ]),
    },
    Member {
        name: "sections",
        holds: Holds::Object(&[
            field("summary", F::Section(Section::Summary)),
            field("reduction", F::Section(Section::Reduction)),
            field("investment", F::Section(Section::Investment)),
            field("consequences", F::Section(Section::Consequences)),
            field("time_horizon", F::Section(Section::TimeHorizon)),
            field(
                "related_contributions",
                F::Section(Section::RelatedContributions),
            ),
            field("relevant_documents", F::Section(Section::RelevantDocuments)),
        ]),
    },
    other(
        "dismissed_advice",
        |at, proposal| read::dismissed(at).map(|advice| proposal.dismissed = advice),
        |proposal| write::dismissed(&proposal.dismissed),
        Merging::Set,
    ),
];

pub fn read_proposal(at: &Cursor<'_>) -> Result<Proposal, Refusal> {
    let mut proposal =
        Proposal::blank(Id::from_bytes([0; 16]), Timestamp::UNIX_EPOCH, Entry::Blank);
    read::record(at, &MEMBERS, &mut proposal)?;
    Ok(proposal)
}
