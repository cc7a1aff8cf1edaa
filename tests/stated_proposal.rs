//! A proposal's table that is pasted whole: which of it goes into cells, and which is kept as what its source states.

use crate::support;

use raaderum::danish::Signs;
use raaderum::domain::{
    Amount, AmountRow, Entry, Id, Proposal, ProposalField, StaffRow, StatedDifference,
    StatedFigure, Timestamp, Year,
};
use raaderum::draft::{Form, errors};
use support::{block, kr, paste, pasted, thousand};

fn difference(stated: &str, computed: &str) -> StatedDifference {
    StatedDifference {
        stated: kr(stated),
        computed: kr(computed),
    }
}

/// The table of Lejre's first proposal as it is printed.
const LEJRE: &str = "\
Beløb i hele 1.000 kr.\t2024\t2025\t2026\t2027
Nuværende budget\t\t\t\t
Budgetændring – drift\t\t\t\t
Estimeret gevinst\t-4.600\t-4.600\t-4.600\t-4.600
Investeringsbehov\t3.100\t3.100\t3.100\t3.100
Ændringsforslag i alt\t-1.500\t-1.500\t-1.500\t-1.500
Personalekonsekvenser\t\t\t\t
Berørte antal medarbejdere\t\t\t\t
Ændring i antal årsværk\t+4\t+4\t+4\t+4
";

const FIRST_CELL: ProposalField = ProposalField::Amount(AmountRow::CurrentBudget, 0);

fn blank_proposal() -> Proposal {
    Proposal::blank(Id::random(), Timestamp::UNIX_EPOCH, Entry::Blank)
}

fn amounts(proposal: &Proposal, row: AmountRow) -> [Entry<Amount>; 4] {
    proposal.years.each_ref().map(|year| row.of(year).clone())
}

fn thousands(amounts: [i64; 4]) -> [Entry<Amount>; 4] {
    amounts.map(|amount| Entry::Value(thousand(amount)))
}

const BLANK: [Entry<Amount>; 4] = [const { Entry::Blank }; 4];

#[test]
fn the_table_of_a_proposal_is_pasted_whole() {
    let mut form = blank_proposal();
    let done = pasted(&mut form, FIRST_CELL, LEJRE);
    assert_eq!(form.first_year, Entry::Value(Year::new(2024).unwrap()));
    assert_eq!(amounts(&form, AmountRow::CurrentBudget), BLANK);
    assert_eq!(amounts(&form, AmountRow::OperatingChange), BLANK);
    assert_eq!(
        amounts(&form, AmountRow::EstimatedGain),
        thousands([-4_600; 4])
    );
    assert_eq!(
        amounts(&form, AmountRow::InvestmentNeed),
        thousands([3_100; 4])
    );
    let positions = [0, 1, 2, 3]
        .map(|year| form.shown(ProposalField::Staff(StaffRow::FullTimeEquivalents, year)));
    assert_eq!(positions, ["4"; 4]);
    assert_eq!(form.stated.net_change, thousands([-1_500; 4]));
    assert_eq!(form.stated.rows, [const { Entry::Blank }; 3]);
    assert_eq!(form.stated.net_change_total, Entry::Blank);
    // The budget year, and six rows of four; nothing of the table is lost.
    assert_eq!((done.written, done.stated), (1 + 6 * 4, 4));
    assert_eq!((done.outside, errors(&form).len()), (0, 0));
    for figure in StatedFigure::all() {
        assert_eq!(form.stated_difference(figure), None, "{figure:?}");
    }
}

#[test]
fn sums_over_all_years_are_kept_beside_the_cells() {
    for (heads, sums) in [
        (
            "2024\t2025\t2026\t2027\tI alt",
            ["-18.400", "12.400", "-6.000"],
        ),
        (
            "2024\t2025\t2026\t2027\t2024-2027",
            ["-18.400", "12.400", "-6.001"],
        ),
    ] {
        let mut form = blank_proposal();
        let [gain, need, net] = sums;
        let text = format!(
            "\t{heads}\nEstimeret gevinst\t-4.600\t-4.600\t-4.600\t-4.600\t{gain}\n\
             Investeringsbehov (evt.)\t3.100\t3.100\t3.100\t3.100\t{need}\n\
             ÆNDRINGSFORSLAG I ALT:\t-1.500\t-1.500\t-1.500\t-1.500\t{net}\n\
             Ændring i antal årsværk\t4\t4\t4\t4\t16"
        );
        let done = pasted(&mut form, FIRST_CELL, &text);
        // Positions have no sum.
        assert_eq!((done.stated, done.outside), (2 + 5, 1), "{heads}");
        let shown = |figure| form.shown(ProposalField::Stated(figure));
        assert_eq!(
            shown(StatedFigure::Row(AmountRow::EstimatedGain)),
            "−18.400"
        );
        assert_eq!(
            shown(StatedFigure::Row(AmountRow::InvestmentNeed)),
            "12.400"
        );
        assert_eq!(shown(StatedFigure::NetChangeTotal), net.replace('-', "−"));
        let lacks = (net == "-6.001").then(|| difference("-6001000", "-6000000"));
        assert_eq!(form.stated_difference(StatedFigure::NetChangeTotal), lacks);
        for row in AmountRow::CHANGES {
            assert_eq!(form.stated_difference(StatedFigure::Row(row)), None);
        }
    }
    // The current budget has no sum over the years that changes anything.
    let mut form = blank_proposal();
    let text = "Nuværende budget\t1\t2\t3\t4\t10\nEstimeret gevinst\t-1\t-1\t-1\t-1\t-5";
    let done = pasted(&mut form, FIRST_CELL, text);
    assert_eq!((done.stated, done.outside), (1, 1));
    let row = StatedFigure::Row(AmountRow::EstimatedGain);
    assert_eq!(
        form.stated_difference(row),
        Some(difference("-5000", "-4000"))
    );
}

/// The columns go to their own years when a budget year is typed.
#[test]
fn years_above_a_table_are_those_of_the_form() {
    let mut form = blank_proposal();
    form.enter(ProposalField::FirstYear, "2025");
    let done = pasted(
        &mut form,
        FIRST_CELL,
        &LEJRE.replace("3.100\t3.100\t3.100\t3.100", "1\t2\t3\t4"),
    );
    assert_eq!(form.shown(ProposalField::FirstYear), "2025");
    let mut need = thousands([2, 3, 4, 0]);
    need[3] = Entry::Blank;
    assert_eq!(amounts(&form, AmountRow::InvestmentNeed), need);
    // 2024 is no year of the form: gain, investment, net change and positions.
    assert_eq!(done.outside, 4);
    let net = &form.stated.net_change;
    assert_eq!(net[..3], thousands([-1_500; 4])[..3]);
    assert!(net[3].is_blank());
}

#[test]
fn four_digits_in_a_row_of_another_name_are_no_years() {
    for strange in [
        "Heraf løn\t1200\t1300\t1400\t1500",
        "Heraf løn\t2024\t2024\t2024\t2024",
    ] {
        let mut form = blank_proposal();
        let text = format!(
            "\t2024\t2025\t2026\t2027\nEstimeret gevinst\t-1\t-2\t-3\t-4\n{strange}\nInvesteringsbehov\t1\t2\t3\t4"
        );
        let done = pasted(&mut form, FIRST_CELL, &text);
        assert_eq!(form.shown(ProposalField::FirstYear), "2024");
        assert_eq!(
            amounts(&form, AmountRow::InvestmentNeed),
            thousands([1, 2, 3, 4])
        );
        assert_eq!(done.outside, 4);
    }
}

#[test]
fn a_block_without_the_names_of_the_form_is_pasted_where_it_is_put() {
    let mut form = blank_proposal();
    let start = ProposalField::Amount(AmountRow::EstimatedGain, 0);
    let done = pasted(&mut form, start, "-1\t-2\n3\t4");
    assert_eq!((done.written, done.stated), (4, 0));
    assert_eq!(
        amounts(&form, AmountRow::EstimatedGain)[..2],
        thousands([-1, -2, 0, 0])[..2]
    );
    assert!(form.first_year.is_blank());
    assert_eq!(
        paste(
            &mut form,
            ProposalField::FirstYear,
            &block(LEJRE),
            Signs::MinusSaves
        ),
        None
    );
}
