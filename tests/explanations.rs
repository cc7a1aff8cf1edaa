//! How figures explain themselves: the formula with its values, and where each of them came from.

use crate::support;

use raaderum::danish::Signs;
use raaderum::domain::{
    ActionPlan, AmountRow, Entry, HeadField, Id, Month, PlanField, Proposal, ProposalField,
    Relation, RelationKind, RowText, Timestamp, Year, combine,
};
use raaderum::draft::Form;
use raaderum::text::explanation::{self, Explanation, FollowUpFigure};
use support::{
    effect, head, month, plan, plan_2023, plan_of, proposal, proposals, realised, row, type_months,
};

fn check(explanation: &Explanation, formula: &str, sources: &[&str]) {
    assert_eq!(explanation.formula, formula);
    assert_eq!(explanation.sources, sources, "{formula}");
}

const GAIN: ProposalField = ProposalField::Amount(AmountRow::EstimatedGain, 0);

// ---- a proposal ----

#[test]
fn the_net_change_of_a_year_in_each_sign_convention() {
    let form = proposal("akut foranstaltninger");
    for (signs, formula, gain, need) in [
        (
            Signs::MinusSaves,
            "−4.600 + 3.100 = −1.500",
            "−4.600",
            "3.100",
        ),
        (Signs::PlusSaves, "4.600 − 3.100 = 1.500", "4.600", "−3.100"),
        // Arithmetic needs signs; the words are below it.
        (
            Signs::Words,
            "−4.600 + 3.100 = −1.500",
            "sparer 4.600",
            "koster 3.100",
        ),
    ] {
        check(
            &explanation::net_change(&form, 0, signs),
            formula,
            &[
                "Budgetændring – drift 2024: ikke udfyldt, tæller ikke med",
                &format!("Estimeret gevinst 2024: {gain}"),
                &format!("Investeringsbehov 2024: {need}"),
            ],
        );
    }
}

#[test]
fn blank_unreadable_and_zero_values_are_told_apart() {
    let mut form = proposal("akut foranstaltninger");
    let net = |form: &Proposal| explanation::net_change(form, 0, Signs::MinusSaves);
    form.enter(ProposalField::Amount(AmountRow::OperatingChange, 0), "0");
    assert_eq!(net(&form).formula, "0 − 4.600 + 3.100 = −1.500");
    form.enter(GAIN, "1.5");
    check(
        &net(&form),
        "0 + ? + 3.100 = kan ikke regnes ud",
        &[
            "Budgetændring – drift 2024: 0",
            "Estimeret gevinst 2024: »1.5« kan ikke læses",
            "Investeringsbehov 2024: 3.100",
        ],
    );
    // A long text is cut.
    form.enter(GAIN, &"x".repeat(41));
    let cut = format!(
        "Estimeret gevinst 2024: »{}« kan ikke læses",
        "x".repeat(40)
    );
    assert_eq!(net(&form).sources[1], cut);
    let blank = Proposal::blank(Id::random(), Timestamp::UNIX_EPOCH, Entry::Blank);
    check(
        &net(&blank),
        "0 = 0",
        &[
            "Budgetændring – drift 1. år: ikke udfyldt, tæller ikke med",
            "Estimeret gevinst 1. år: ikke udfyldt, tæller ikke med",
            "Investeringsbehov 1. år: ikke udfyldt, tæller ikke med",
        ],
    );
    // A year that there is not.
    assert_eq!(
        explanation::net_change(&blank, 4, Signs::MinusSaves),
        Explanation::default()
    );
}

#[test]
fn sums_over_the_years() {
    let form = proposal("tabt arbejdsfortjeneste");
    check(
        &explanation::row_of_amounts(&form, AmountRow::EstimatedGain, Signs::MinusSaves),
        "−1.000 − 2.000 − 2.000 − 2.000 = −7.000",
        &[
            "2024: −1.000",
            "2025: −2.000",
            "2026: −2.000",
            "2027: −2.000",
        ],
    );
    check(
        &explanation::net_change_total(&form, Signs::PlusSaves),
        "700 + 1.700 + 1.700 + 1.700 = 5.800",
        &[
            "Ændringsforslag i alt 2024: 700",
            "Ændringsforslag i alt 2025: 1.700",
            "Ændringsforslag i alt 2026: 1.700",
            "Ændringsforslag i alt 2027: 1.700",
        ],
    );
    let mut unread = form;
    unread.enter(GAIN, "?");
    let total = explanation::net_change_total(&unread, Signs::MinusSaves);
    assert_eq!(
        total.formula,
        "? − 1.700 − 1.700 − 1.700 = kan ikke regnes ud"
    );
    assert_eq!(
        total.sources[0],
        "Ændringsforslag i alt 2024: kan ikke regnes ud"
    );
}

#[test]
fn the_budget_after_and_the_percentage() {
    let form = proposal("Horseager");
    let budget = "Nuværende budget 2025: 1.213";
    // A budget is a level: with it, the change keeps the sign that adds up.
    for (signs, net) in [
        (Signs::MinusSaves, "−1.183"),
        (Signs::PlusSaves, "1.183"),
        (Signs::Words, "sparer 1.183"),
    ] {
        let net = format!("Ændringsforslag i alt 2025: {net}");
        check(
            &explanation::budget_after(&form, 1, signs),
            "1.213 − 1.183 = 30",
            &[budget, &net],
        );
        // A percentage has the sign of the change itself, and so have its values.
        check(
            &explanation::change_percent(&form, 1, signs),
            "−1.183 / 1.213 = −97,5 %",
            &["Ændringsforslag i alt 2025: −1.183", budget],
        );
    }
    // Where there is no budget, there is nothing to explain.
    let none = proposal("Isafjord");
    let nothing = Explanation::default();
    assert_eq!(
        explanation::budget_after(&none, 0, Signs::MinusSaves),
        nothing
    );
    assert_eq!(
        explanation::change_percent(&none, 0, Signs::MinusSaves),
        nothing
    );
}

#[test]
fn the_gross_amount() {
    let mut form = proposal("tabt arbejdsfortjeneste");
    let nothing = explanation::gross(&form, Some(1), Signs::MinusSaves);
    assert_eq!(nothing, Explanation::default());
    form.enter(ProposalField::Amount(AmountRow::InvestmentNeed, 1), "");
    form.enter(ProposalField::Reimbursement, "50 %");
    check(
        &explanation::gross(&form, Some(1), Signs::MinusSaves),
        "−2.000 / (100 % − 50 %) = −4.000; heraf staten −2.000",
        &["Ændringsforslag i alt 2025: −2.000", "Refusion: 50 %"],
    );
    check(
        &explanation::gross(&form, Some(1), Signs::PlusSaves),
        "2.000 / (100 % − 50 %) = 4.000; heraf staten 2.000",
        &["Ændringsforslag i alt 2025: 2.000", "Refusion: 50 %"],
    );
    assert_eq!(
        explanation::gross(&form, None, Signs::MinusSaves).formula,
        "−1.400 − 4.000 − 3.400 − 3.400 = −12.200; heraf staten −6.100"
    );
    form.enter(ProposalField::Amount(AmountRow::EstimatedGain, 1), "?");
    assert_eq!(
        explanation::gross(&form, Some(1), Signs::MinusSaves).formula,
        "? / (100 % − 50 %) = kan ikke regnes ud; heraf staten ?"
    );
    form.enter(ProposalField::Reimbursement, "100 %");
    let unread = explanation::gross(&form, Some(1), Signs::MinusSaves);
    assert_eq!(unread, Explanation::default());
}

#[test]
fn the_sum_of_a_catalogue() {
    let all = proposals();
    let of = |year: i64| Year::new(year).unwrap();
    let sum = |year, signs| explanation::proposals(all.iter(), year, signs);
    let of_2024 = sum(Some(of(2024)), Signs::MinusSaves);
    assert_eq!(
        of_2024.formula,
        "−1.500 − 450 − 700 − 700 − 550 + 0 − 200 − 983 = −5.083"
    );
    assert_eq!(of_2024.sources.len(), 8);
    assert_eq!(of_2024.sources[1], "Nedlægge tilbuddet Isafjord: −450");
    assert!(sum(None, Signs::PlusSaves).formula.ends_with(" = 29.932"));
    // No proposal reaches that year.
    check(&sum(Some(of(2028)), Signs::MinusSaves), "0 = 0", &[]);
    // More than can be listed.
    let many: Vec<&Proposal> = all.iter().chain(&all).collect();
    let many = |count| {
        let some = many.iter().copied().take(count);
        explanation::proposals(some, Some(of(2024)), Signs::Words)
    };
    assert_eq!(many(12).sources.len(), 12);
    assert!(many(12).formula.starts_with("−1.500 − 450"));
    let thirteen = many(13);
    assert_eq!(thirteen.formula, "Summen af 13 forslag = sparer 8.983");
    assert_eq!(thirteen.sources.len(), 13);
    assert_eq!(thirteen.sources[12], "og 1 til");
    assert_eq!(many(16).sources[12], "og 4 til");
}

#[test]
fn what_a_catalogue_amounts_to_is_its_proposals_and_what_they_weaken() {
    let all = proposals();
    let by_id = all.iter().map(|one| (one.id, one)).collect();
    let mut catalogue = support::catalogue_of(&all);
    let chosen: Vec<Id> = all.iter().take(2).map(|one| one.id).collect();
    let mut relation = Relation::new(
        support::numbered(20),
        RelationKind::Weakens,
        chosen[0],
        chosen[1],
    );
    relation.weakening[1] = Entry::Value(support::thousand(100));
    catalogue.relations.push(relation);
    let sums = combine(&catalogue, &by_id, &chosen);
    let told = |year| explanation::combination(&catalogue, &by_id, &sums, year, Signs::MinusSaves);
    check(
        &told(Some(0)),
        "−1.500 − 450 = −1.950",
        &[
            "Hjemtagning af akut foranstaltninger: −1.500",
            "Nedlægge tilbuddet Isafjord: −450",
        ],
    );
    assert_eq!(told(Some(1)).formula, "−1.500 − 650 + 100 = −2.050");
    assert_eq!(
        told(Some(1)).sources[2],
        "Forslagene overlapper hinanden: 100"
    );
    assert_eq!(told(None).formula, "−6.000 − 2.400 + 100 = −8.300");
    // More than can be listed: what weakens is no proposal.
    let many = combine(
        &catalogue,
        &by_id,
        &all.iter().map(|one| one.id).collect::<Vec<_>>(),
    );
    let all_of = explanation::combination(&catalogue, &by_id, &many, None, Signs::MinusSaves);
    assert_eq!(all_of.sources.len(), 9);
}

// ---- a plan ----

#[test]
fn the_sums_of_the_matrix() {
    let plan = plan("Familiehusene", 2022);
    let first = row(&plan, 1).id;
    check(
        &explanation::row_total(&plan, first, Signs::PlusSaves),
        "2.000 + 2.000 + 2.000 + 2.000 + 2.000 = 10.000",
        &[
            "august: 2.000",
            "september: 2.000",
            "oktober: 2.000",
            "november: 2.000",
            "december: 2.000",
        ],
    );
    let names = [
        "Indsats 1 Flere borgerrettede timer",
        "Indsats 2 Endnu flere borgerrettede timer til medarbejderne",
    ];
    let sources = |amounts: [&str; 2]| -> Vec<String> {
        let both = names.iter().zip(amounts);
        both.map(|(name, amount)| format!("{name}: {amount}"))
            .collect()
    };
    let december = explanation::month_total(&plan, Month::December, Signs::Words);
    assert_eq!(december.formula, "−2.000 − 272.000 = −274.000");
    assert_eq!(
        december.sources,
        sources(["sparer 2.000", "sparer 272.000"])
    );
    let august = explanation::month_total(&plan, Month::August, Signs::MinusSaves);
    assert_eq!(august.formula, "−2.000 = −2.000");
    let all = explanation::planned_effect(&plan, Signs::MinusSaves);
    assert_eq!(all.formula, "−10.000 − 272.000 = −282.000");
    assert_eq!(all.sources, sources(["−10.000", "−272.000"]));
    assert_eq!(explanation::expected_effect(&plan, Signs::MinusSaves), all);
    let stranger = explanation::row_total(&plan, Id::random(), Signs::MinusSaves);
    assert_eq!(stranger, Explanation::default());
}

#[test]
fn the_forecast_in_each_sign_convention() {
    let start = "Forventet merforbrug ved opstart af handleplan: 26.050.000";
    for (signs, all) in [
        (Signs::MinusSaves, "−26.049.996"),
        (Signs::PlusSaves, "26.049.996"),
        (Signs::Words, "sparer 26.049.996"),
    ] {
        // An overspend is a level: the effect is taken from it in every convention.
        check(
            &explanation::forecast(&plan_2023(), signs),
            "26.050.000 − 26.049.996 = 4",
            &[start, &format!("Økonomisk effekt af alle indsatser: {all}")],
        );
    }
}

#[test]
fn a_row_without_an_amount_is_named_and_counts_as_nothing() {
    let mut plan = plan_of("1.000", &["-10", ".", "-20"]);
    let second = PlanField::Text(row(&plan, 2).id, RowText::Area);
    plan.enter(second, "Aflastning");
    check(
        &explanation::planned_effect(&plan, Signs::MinusSaves),
        "−120 − 240 = −360",
        &[
            "Indsats 1: −120",
            "Indsats 2 Aflastning: ikke udfyldt, tæller ikke med",
            "Indsats 3: −240",
        ],
    );
    // A row with nothing in it at all is left out.
    plan.enter(second, "");
    assert_eq!(
        explanation::planned_effect(&plan, Signs::MinusSaves)
            .sources
            .len(),
        2
    );
}

#[test]
fn the_figures_of_the_follow_up() {
    let mut plan = plan_of("1.000", &["-10", "-20"]);
    type_months(&mut plan, 1, "-8 . 5 .", PlanField::Realised);
    type_months(&mut plan, 2, "-20 -20 -20 .", PlanField::Realised);
    plan.status = Some(Month::March);
    let first = Some(row(&plan, 1).id);
    let told =
        |id, figure| explanation::follow_up(&plan, id, figure, Month::March, Signs::MinusSaves);
    check(
        &told(first, FollowUpFigure::Planned),
        "−10 − 10 − 10 = −30",
        &["januar: −10", "februar: −10", "marts: −10"],
    );
    check(
        &told(first, FollowUpFigure::Realised),
        "−8 + 5 = −3",
        &["januar: −8", "marts: 5"],
    );
    // Minus a minus.
    check(
        &told(first, FollowUpFigure::Deviation),
        "−3 + 30 = 27",
        &["Realiseret: −3", "Planlagt: −30"],
    );
    let expected = told(first, FollowUpFigure::Expected);
    assert_eq!(
        expected.formula,
        "−8 + 5 − 10 − 10 − 10 − 10 − 10 − 10 − 10 − 10 − 10 = −93"
    );
    assert_eq!(expected.sources[1..3], ["marts: 5", "april: −10"]);
    for (figure, formula) in [
        (FollowUpFigure::Planned, "−30 − 60 = −90"),
        (FollowUpFigure::Realised, "−3 − 60 = −63"),
        (FollowUpFigure::Deviation, "−63 + 90 = 27"),
        (FollowUpFigure::Expected, "−93 − 240 = −333"),
    ] {
        assert_eq!(told(None, figure).formula, formula, "{figure:?}");
    }
    let turned = explanation::follow_up(
        &plan,
        first,
        FollowUpFigure::Deviation,
        Month::March,
        Signs::PlusSaves,
    );
    check(&turned, "3 − 30 = −27", &["Realiseret: 3", "Planlagt: 30"]);
}

#[test]
fn what_has_to_be_covered_and_what_remains() {
    let mut plan = plan_of("16.000.000", &["-125.000"]);
    let cover = |plan: &ActionPlan, signs| explanation::to_cover(plan, signs);
    check(
        &cover(&plan, Signs::MinusSaves),
        "14.500.000 = 14.500.000",
        &[
            "Forventet merforbrug efter denne opdatering: 14.500.000",
            "Overført merforbrug fra sidste år: ikke udfyldt, tæller ikke med",
        ],
    );
    plan.enter(head(HeadField::CarriedOver), "1.200.000");
    plan.enter(head(HeadField::Appropriation), "14,5 mio.");
    for signs in Signs::ALL {
        check(
            &cover(&plan, signs),
            "14.500.000 + 1.200.000 = 15.700.000",
            &[
                "Forventet merforbrug efter denne opdatering: 14.500.000",
                "Overført merforbrug fra sidste år: 1.200.000",
            ],
        );
        check(
            &explanation::remaining(&plan, signs),
            "15.700.000 − 14.500.000 = 1.200.000",
            &[
                "At dække i alt: 15.700.000",
                "Ansøgt tillægsbevilling: 14.500.000",
            ],
        );
    }
    plan.enter(head(HeadField::Appropriation), "?");
    assert_eq!(
        explanation::remaining(&plan, Signs::MinusSaves).formula,
        "15.700.000 − ? = kan ikke regnes ud"
    );
    plan.enter(head(HeadField::OverspendAtStart), "");
    assert_eq!(cover(&plan, Signs::MinusSaves), Explanation::default());
    assert_eq!(
        explanation::remaining(&plan, Signs::MinusSaves),
        Explanation::default()
    );
}

#[test]
fn what_the_months_that_are_left_must_give() {
    let mut plan = plan_2023();
    check(
        &explanation::needed(&plan, Signs::MinusSaves),
        "−26.050.000 / 12 = −2.170.833",
        &[
            "Forventet merforbrug ved opstart af handleplan: 26.050.000",
            "Realiseret: 0",
            "Måneder tilbage: 12; den sidste med resten: −2.170.837",
        ],
    );
    plan.status = Some(Month::January);
    plan.enter(realised(&plan, 1, 1), "-50.000");
    check(
        &explanation::needed(&plan, Signs::PlusSaves),
        "26.000.000 / 11 = 2.363.636",
        &[
            "Forventet merforbrug ved opstart af handleplan: 26.050.000",
            "Realiseret: 50.000",
            "Måneder tilbage: 11; den sidste med resten: 2.363.640",
        ],
    );
    plan.status = Some(Month::December);
    assert_eq!(
        explanation::needed(&plan, Signs::MinusSaves),
        Explanation::default()
    );
}

#[test]
fn the_points_of_the_line() {
    let mut plan = plan_of("1.000", &["-10", "-20"]);
    plan.status = Some(Month::January);
    plan.enter(realised(&plan, 1, 1), "-8");
    let point = |plan: &ActionPlan, of, is_planned| {
        explanation::line_point(plan, month(of), is_planned, Signs::MinusSaves)
    };
    check(
        &point(&plan, 1, false),
        "1.000 − 8 = 992",
        &["Opstart: 1.000", "Alle indsatser januar: −8"],
    );
    check(
        &point(&plan, 2, false),
        "992 − 30 = 962",
        &["januar: 992", "Alle indsatser februar: −30"],
    );
    check(
        &point(&plan, 12, true),
        "670 − 30 = 640",
        &["november: 670", "Alle indsatser december: −30"],
    );
    plan.enter(effect(&plan, 1, 2), "?");
    assert_eq!(
        point(&plan, 2, false).formula,
        "992 + ? = kan ikke regnes ud"
    );
    plan.enter(head(HeadField::OverspendAtStart), "");
    assert_eq!(point(&plan, 1, false), Explanation::default());
}
