//! Refusion: what a rate leaves alone. What a net amount is gross stands in `regler/refusion.md`.

use crate::support;

use raaderum::domain::ProposalField;
use raaderum::draft::Form;
use support::proposal;

#[test]
fn a_rate_changes_no_amount_of_the_table() {
    let before = proposal("tabt arbejdsfortjeneste");
    let mut form = before.clone();
    form.enter(ProposalField::Reimbursement, "50 %");
    assert_eq!(form.years, before.years);
    // A year that the form does not have is shown neither net nor gross.
    assert_eq!(form.gross_and_net(4), None);
}
