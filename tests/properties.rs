//! What holds for every number, text, form and file, tried on arbitrary ones.

use crate::support;
use crate::support::{paste, reading};

use std::collections::BTreeSet;
use std::fmt::Debug;

use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use proptest::test_runner::RngSeed;
use raaderum::danish::{
    AmountUnit, Signs, print_amount, print_date, print_number, read_amount, read_date, read_number,
};
use raaderum::domain::{
    ActionPlan, Amount, AmountRow, Catalogue, CatalogueEntry, ChangeKind, ClosedUpdate,
    ClosedUpdates, Date, Dismissal, Document, Edition, Entry, Fields, FocusArea,
    FullTimeEquivalents, HeadCount, Id, Month, Package, PlanField, Proposal, ProposalSource,
    ProposalStatus, ProposalYear, ReimbursementRate, Relation, RelationKind, Remainder, Spread,
    StatedFigures, StatedSum, Timestamp, Total, VariantGroup, Year, limits, net_change_by_year,
    spread,
};
use raaderum::draft::{Block, Form, enter_in, fill_right, mend, shown_in, spread_over};
use raaderum::file;
use reading::{check_number, check_stable, check_sums_of_plan, check_sums_of_proposal, typed_out};
use rust_decimal::Decimal;

const GOLDEN_1: &str = include_str!("golden/v1.json");
const GOLDEN_2: &str = include_str!("golden/v2.json");
const GOLDEN_3: &str = include_str!("golden/v3.json");

/// The same cases in every run; more of them with the variable `PROPTEST_CASES`.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2023),
        ..ProptestConfig::default()
    }
}

// ---- strategies ----
// The large ones are boxed: as one type they overflow the stack.

fn text() -> impl Strategy<Value = String> {
    let characters = prop_oneof![
        4 => any::<char>(),
        1 => select(vec!['\n', '\r', '\t', '"', '\\', 'æ', 'Å', '−', '\u{FEFF}', '\u{1F4B0}']),
    ];
    prop::collection::vec(characters, 0..20).prop_map(String::from_iter)
}

/// Texts that look like numbers and calculations, most of them wrong.
fn numeric_text() -> impl Strategy<Value = String> {
    let characters: Vec<char> = "0123456789.,+-−–*/()= krtmioa%".chars().collect();
    prop::collection::vec(select(characters), 0..24).prop_map(String::from_iter)
}

/// Texts put together from whole numbers, signs, brackets and units, many of them right.
fn formula() -> impl Strategy<Value = String> {
    let words = vec![
        "1.213", "4600", "0,5", "1,35", "0", "12", "-", "−", "+", "*", "/", "(", ")", "=", " kr. ",
        "mio.", " t.kr.", "mia", " ",
    ];
    prop::collection::vec(select(words), 0..8).prop_map(|words| words.concat())
}

fn date_text() -> impl Strategy<Value = String> {
    "[0-9]{1,4}[./ -][0-9]{1,2}[./ -][0-9]{1,4}"
}

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        text(),
        numeric_text(),
        formula(),
        date_text(),
        "(19|20|21)[0-9]{2}"
    ]
}

fn amount() -> impl Strategy<Value = Amount> {
    let øre = limits::AMOUNT_KRONER * 100;
    let øre = prop_oneof![
        -1_000_000_i64..=1_000_000,
        -øre..=øre,
        Just(øre),
        Just(-øre),
        Just(0)
    ];
    øre.prop_map(|øre| Amount::new(Decimal::new(øre, 2)).expect("an amount within bounds"))
}

fn entry<T: Clone + Debug + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Entry<T>> {
    prop_oneof![
        1 => Just(Entry::Blank),
        3 => value.prop_map(Entry::Value),
        1 => typed().prop_map(Entry::Unreadable),
    ]
    .boxed()
}

fn id() -> impl Strategy<Value = Id> {
    any::<(u32, u16, u16, u16, u64)>().prop_map(|(a, b, c, d, e)| {
        let e = e >> 16;
        Id::parse(&format!("{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}")).expect("an identity")
    })
}

fn year() -> impl Strategy<Value = Year> {
    (1970_i64..=2100).prop_map(|year| Year::new(year).expect("a year"))
}

fn moment() -> impl Strategy<Value = Timestamp> {
    (0_i64..=253_402_300_799)
        .prop_map(|seconds| Timestamp::from_unix_timestamp(seconds).expect("a moment"))
}

fn date() -> impl Strategy<Value = Date> {
    (1970_i32..=2100, 1_u16..=365)
        .prop_map(|(year, day)| Date::from_ordinal_date(year, day).expect("a date"))
}

fn head_count() -> impl Strategy<Value = HeadCount> {
    (0..=limits::STAFF).prop_map(|count| HeadCount::new(count.into()).expect("a head count"))
}

fn positions() -> impl Strategy<Value = FullTimeEquivalents> {
    let most = limits::STAFF * 10_000;
    (-most..=most)
        .prop_map(|number| FullTimeEquivalents::new(Decimal::new(number, 4)).expect("positions"))
}

fn rate() -> impl Strategy<Value = ReimbursementRate> {
    (0_i64..10_000)
        .prop_map(|number| ReimbursementRate::new(Decimal::new(number, 2)).expect("a rate"))
}

fn month() -> impl Strategy<Value = Option<Month>> {
    prop::option::of(select(Month::ALL.to_vec()))
}

fn amounts<const N: usize>() -> impl Strategy<Value = [Entry<Amount>; N]> {
    prop::collection::vec(entry(amount()), N)
        .prop_map(|entries| entries.try_into().expect("so many"))
}

fn dismissals() -> impl Strategy<Value = Vec<Dismissal>> {
    let dismissal = [(); 4].map(|()| text()).prop_map(|texts| {
        let [advice, field, detail, reason] = texts;
        Dismissal {
            advice,
            field,
            detail,
            reason,
        }
    });
    prop::collection::vec(dismissal, 0..3)
}

fn proposal_year() -> BoxedStrategy<ProposalYear> {
    let amounts = [(); 4].map(|()| entry(amount()));
    (amounts, entry(head_count()), entry(positions()))
        .prop_map(|(amounts, people, positions)| {
            let [
                current_budget,
                operating_change,
                estimated_gain,
                investment_need,
            ] = amounts;
            ProposalYear {
                current_budget,
                operating_change,
                estimated_gain,
                investment_need,
                employees_affected: people,
                full_time_equivalents: positions,
            }
        })
        .boxed()
}

fn proposal() -> BoxedStrategy<Proposal> {
    let texts = (text(), text(), text(), prop::collection::vec(text(), 7));
    let kinds = subsequence(ChangeKind::ALL.to_vec(), 0..=4);
    let years = [(); 4].map(|()| proposal_year());
    let stated = (amounts(), amounts(), entry(amount())).boxed();
    let terms = (entry(year()), entry(year()), entry(rate()), dismissals()).boxed();
    (id(), moment(), texts, kinds, terms, years, stated)
        .prop_map(
            |(
                id,
                changed_at,
                (heading, department, appropriations, sections),
                kinds,
                (first_year, price_level, reimbursement, dismissed),
                years,
                (rows, net_change, net_change_total),
            )| Proposal {
                id,
                changed_at,
                heading,
                department,
                appropriations,
                kinds: BTreeSet::from_iter(kinds),
                first_year,
                price_level,
                reimbursement,
                years,
                stated: StatedFigures {
                    rows,
                    net_change,
                    net_change_total,
                },
                sections: sections.try_into().expect("seven sections"),
                dismissed,
            },
        )
        .boxed()
}

fn source() -> impl Strategy<Value = ProposalSource> {
    (id(), text(), year(), amount()).prop_map(|(proposal, heading, year, net_change)| {
        ProposalSource {
            proposal,
            heading,
            year,
            net_change,
        }
    })
}

fn focus_area() -> BoxedStrategy<FocusArea> {
    let cells = (amounts(), amounts(), entry(amount())).boxed();
    let texts = [(); 4].map(|()| text());
    (id(), texts, cells, prop::option::of(source()))
        .prop_map(|(id, texts, (effects, realised, stated_total), source)| {
            let [area, goal, action, consequences] = texts;
            FocusArea {
                id,
                area,
                goal,
                action,
                consequences,
                effects,
                realised,
                stated_total,
                source,
            }
        })
        .boxed()
}

fn stated_sum() -> BoxedStrategy<StatedSum> {
    let rows = prop::collection::vec(id(), 0..3);
    (id(), rows, amounts(), entry(amount()))
        .prop_map(|(id, rows, months, total)| StatedSum {
            id,
            rows,
            months,
            total,
        })
        .boxed()
}

fn update() -> BoxedStrategy<ClosedUpdate> {
    (date(), month(), amount(), amount(), text())
        .prop_map(|(on, status, effect, forecast, note)| {
            ClosedUpdate::new(on, status, effect, forecast, note)
        })
        .boxed()
}

fn plan() -> BoxedStrategy<ActionPlan> {
    let head = (id(), moment(), entry(year()));
    let texts = [(); 7].map(|()| text());
    let dates = [(); 2].map(|()| entry(date()));
    let rows = prop::collection::vec(focus_area(), 0..5);
    let sums = prop::collection::vec(stated_sum(), 0..3).boxed();
    let updates = prop::collection::vec(update(), 0..3).boxed();
    let history = (month(), month(), updates, sums, dismissals()).boxed();
    (head, texts, dates, amounts(), rows, history)
        .prop_map(|(head, texts, dates, amounts, focus_areas, history)| {
            let (id, changed_at, year) = head;
            let [
                department,
                department_responsible,
                unit,
                unit_responsible,
                cause,
                case_number,
                appropriation_financing,
            ] = texts;
            let [started_on, updated_on] = dates;
            let [
                overspend_at_start,
                overspend_at_update,
                carried_over,
                appropriation,
            ] = amounts;
            let (status, closed_through, updates, stated_sums, dismissed) = history;
            ActionPlan {
                id,
                changed_at,
                year,
                department,
                department_responsible,
                unit,
                unit_responsible,
                started_on,
                overspend_at_start,
                updated_on,
                overspend_at_update,
                carried_over,
                cause,
                case_number,
                focus_areas,
                stated_sums,
                status,
                closed_through,
                updates: ClosedUpdates::of(updates),
                appropriation,
                appropriation_financing,
                dismissed,
            }
        })
        .boxed()
}

/// Identities, each once.
fn ids() -> impl Strategy<Value = Vec<Id>> {
    prop::collection::btree_set(id(), 0..4)
        .prop_map(|ids| ids.into_iter().collect::<Vec<Id>>())
        .prop_shuffle()
}

fn catalogue_entry() -> BoxedStrategy<CatalogueEntry> {
    (id(), select(ProposalStatus::ALL.to_vec()), text())
        .prop_map(|(proposal, status, outcome)| CatalogueEntry {
            proposal,
            status,
            outcome,
        })
        .boxed()
}

fn relation() -> BoxedStrategy<Relation> {
    let kind = select(RelationKind::ALL.to_vec());
    (id(), kind, id(), id(), amounts(), text())
        .prop_map(|(id, kind, from, to, weakening, note)| Relation {
            weakening,
            note,
            ..Relation::new(id, kind, from, to)
        })
        .boxed()
}

fn edition() -> impl Strategy<Value = Option<Edition>> {
    prop::option::of((1..=limits::EDITIONS, date()))
        .prop_map(|edition| edition.and_then(|(number, on)| Edition::new(number, on)))
}

fn catalogue() -> BoxedStrategy<Catalogue> {
    let head = (id(), moment(), entry(year()), entry(year()), edition());
    let texts = [(); 4].map(|()| text());
    let dates = [(); 2].map(|()| entry(date()));
    let named = || prop::collection::vec((id(), text(), ids()), 0..3);
    let entries = prop::collection::vec(catalogue_entry(), 0..4);
    let relations = prop::collection::vec(relation(), 0..4);
    let lists = (entries, named(), relations, named()).boxed();
    (head, texts, dates, amounts(), lists)
        .prop_map(|(head, texts, dates, targets, lists)| {
            let (id, changed_at, first_year, price_level, edition) = head;
            let [title, municipality, stage, introduction] = texts;
            let [hearing_from, hearing_to] = dates;
            let (entries, groups, relations, packages) = lists;
            let group = |(id, name, proposals)| VariantGroup {
                id,
                name,
                proposals,
            };
            let package = |(id, name, proposals)| Package {
                id,
                name,
                proposals,
            };
            Catalogue {
                title,
                municipality,
                stage,
                price_level,
                hearing_from,
                hearing_to,
                introduction,
                targets,
                entries,
                variant_groups: groups.into_iter().map(group).collect(),
                relations,
                packages: packages.into_iter().map(package).collect(),
                edition,
                ..Catalogue::blank(id, changed_at, first_year)
            }
        })
        .boxed()
}

/// A plan in which every amount can be read: in an arbitrary one hardly any sum is complete.
fn readable_plan() -> BoxedStrategy<ActionPlan> {
    plan()
        .prop_map(|mut plan| {
            let head = [
                &mut plan.overspend_at_start,
                &mut plan.carried_over,
                &mut plan.appropriation,
            ];
            let rows = plan.focus_areas.iter_mut();
            let cells = rows.flat_map(|row| row.effects.iter_mut().chain(&mut row.realised));
            for amount in head.into_iter().chain(cells) {
                make_readable(amount);
            }
            plan
        })
        .boxed()
}

/// A proposal in which every amount can be read.
fn readable_proposal() -> BoxedStrategy<Proposal> {
    proposal()
        .prop_map(|mut proposal| {
            for year in &mut proposal.years {
                for row in AmountRow::ALL {
                    make_readable(row.of_mut(year));
                }
            }
            proposal
        })
        .boxed()
}

fn proposals() -> impl Strategy<Value = Vec<Proposal>> {
    prop::collection::vec(prop_oneof![proposal(), readable_proposal()], 0..5)
}

fn make_readable(entry: &mut Entry<Amount>) {
    *entry = entry.value().map_or(Entry::Blank, Entry::Value);
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    let document = prop_oneof![
        proposal().prop_map(Document::from),
        plan().prop_map(Document::from),
        catalogue().prop_map(Document::from),
    ];
    prop::collection::vec(document, 0..4)
}

// ---- numbers ----

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_parts_of_a_spread_add_up(
        amount in amount(),
        from in select(Month::ALL.to_vec()),
        to in select(Month::ALL.to_vec()),
        remainder in select(vec![Remainder::First, Remainder::Last]),
    ) {
        let how = Spread { amount, from, to, remainder };
        let Ok(parts) = spread(&how) else {
            prop_assert!(to < from);
            return Ok(());
        };
        let given: Vec<Amount> = parts.iter().copied().flatten().collect();
        prop_assert_eq!(given.len(), to.index() - from.index() + 1);
        prop_assert_eq!(given.iter().copied().sum::<Amount>(), amount);
        prop_assert!(parts[from.index()].is_some() && parts[to.index()].is_some());
        let end = match remainder {
            Remainder::First => 0,
            Remainder::Last => given.len() - 1,
        };
        for (place, part) in given.iter().enumerate().filter(|(place, _)| *place != end) {
            prop_assert!(part.kroner().is_integer(), "part {} is {:?}", place, part);
            prop_assert_eq!(part, &given[(end + 1) % given.len()]);
            // No part but the last goes past the even share, and none is of the other sign.
            let months = Decimal::from(given.len());
            prop_assert!(part.kroner().abs() * months <= amount.kroner().abs());
            prop_assert!(part.is_zero() || part.is_saving() == amount.is_saving());
        }
    }

    #[test]
    fn a_printed_amount_reads_back_the_same(amount in amount()) {
        for unit in [AmountUnit::Kroner, AmountUnit::Thousands] {
            prop_assert_eq!(read_amount(&print_amount(amount, unit), unit), Ok(Some(amount)));
        }
        let number = amount.kroner();
        prop_assert_eq!(read_number(&print_number(number)), Ok(Some(number)));
    }

    #[test]
    fn a_printed_date_reads_back_the_same(date in date()) {
        prop_assert_eq!(read_date(&print_date(date)), Ok(Some(date)));
    }

    /// Whatever is typed: no reader panics, and a number that is read lies within its limits.
    #[test]
    fn readers_take_any_text(text in typed()) {
        check_number(&text);
    }

    /// The sign in front, of a number with a unit or without, turns the amount around.
    #[test]
    fn an_amount_printed_in_a_sign_convention_reads_back(amount in amount()) {
        for unit in [AmountUnit::Kroner, AmountUnit::Thousands] {
            let read = |signs: Signs| read_amount(&signs.print(amount, unit), unit);
            prop_assert_eq!(read(Signs::MinusSaves), Ok(Some(amount)));
            prop_assert_eq!(read(Signs::Words), Ok(Some(amount)));
            prop_assert_eq!(read(Signs::PlusSaves), Ok(Some(-amount)));
        }
    }

    #[test]
    fn a_minus_in_front_negates(amount in amount(), unit in select(vec!["", " kr.", " mio."]), minus in select(vec!['-', '−', '–'])) {
        let digits = print_number(amount.kroner().abs());
        let plain = read_amount(&format!("{digits}{unit}"), AmountUnit::Thousands);
        let turned = plain.clone().map(|read| read.map(|amount| -amount));
        prop_assert_eq!(read_amount(&format!("{minus}{digits}{unit}"), AmountUnit::Thousands), turned.clone());
        prop_assert_eq!(read_amount(&format!("({digits}{unit})"), AmountUnit::Thousands), turned.clone());
        prop_assert_eq!(read_amount(&format!("{digits}{unit}{minus}"), AmountUnit::Thousands), turned);
    }
}

// ---- totals ----

proptest! {
    #![proptest_config(config())]

    #[test]
    fn totals_do_not_depend_on_the_order_of_rows(
        (plan, shuffled) in prop_oneof![plan(), readable_plan()].prop_flat_map(|plan| {
            let rows = Just(plan.focus_areas.clone()).prop_shuffle();
            (Just(plan), rows)
        }),
    ) {
        let other = ActionPlan { focus_areas: shuffled, ..plan.clone() };
        prop_assert_eq!(other.planned_effect(), plan.planned_effect());
        prop_assert_eq!(other.forecast(), plan.forecast());
        let months: Total = Month::ALL.into_iter().map(|month| plan.month_total(month)).sum();
        prop_assert_eq!(months, plan.planned_effect());
        for month in Month::ALL {
            prop_assert_eq!(other.month_total(month), plan.month_total(month));
        }
    }

    #[test]
    fn totals_do_not_depend_on_the_order_of_proposals(
        (proposals, shuffled) in proposals().prop_flat_map(|proposals| {
            (Just(proposals.clone()), Just(proposals).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(net_change_by_year(&shuffled), net_change_by_year(&proposals));
    }
}

// ---- planned and realised ----

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_forecast_is_the_start_and_what_every_row_is_expected_to_give(
        plan in prop_oneof![plan(), readable_plan()],
    ) {
        let rows: Total = plan.focus_areas.iter().map(|row| row.expected_total(plan.status)).sum();
        prop_assert_eq!(plan.expected_effect(), rows);
        let start = Total::of_typed(&plan.overspend_at_start);
        prop_assert_eq!(plan.forecast(), start.map(|start| start + rows));
        let months: Total = Month::ALL.into_iter().map(|month| plan.counted_in(month)).sum();
        prop_assert_eq!(months, rows);
        if let Some(status) = plan.status {
            prop_assert_eq!(plan.follow_up(status).expected, rows);
        } else {
            prop_assert_eq!(plan.planned_effect(), rows);
        }
    }

    #[test]
    fn the_line_ends_at_the_forecast(plan in prop_oneof![plan(), readable_plan()]) {
        let line = plan.month_by_month();
        prop_assert_eq!(line.is_some(), plan.forecast().is_some());
        let Some(line) = line else { return Ok(()) };
        prop_assert_eq!(line.len(), 13);
        prop_assert_eq!(Some(line[12].expected), plan.forecast());
        let start = Total::from(&plan.overspend_at_start);
        prop_assert_eq!(line[12].planned, start + plan.planned_effect());
        prop_assert_eq!((line[0].planned, line[0].expected), (start, start));
    }

    /// When the months that are left give what is needed, and are written down, the year ends at zero.
    #[test]
    fn what_is_needed_ends_the_year_at_zero(mut plan in readable_plan()) {
        plan.focus_areas.truncate(1);
        let Some(needed) = plan.needed() else { return Ok(()) };
        let first = plan.status.map_or(0, |status| status.index() + 1);
        prop_assert_eq!(needed.months, 12 - first);
        let others: Amount = std::iter::repeat_n(needed.each, needed.months - 1).sum();
        prop_assert_eq!(others + needed.last, needed.total);
        let Some(row) = plan.focus_areas.first_mut() else { return Ok(()) };
        for (place, effect) in row.effects.iter_mut().enumerate().skip(first) {
            *effect = Entry::Value(if place == 11 { needed.last } else { needed.each });
        }
        prop_assert_eq!(plan.forecast(), Some(Total::ZERO));
    }

    #[test]
    fn mending_gives_what_the_source_states(
        mut plan in plan(),
        which in any::<Index>(),
        december in prop::option::of(amount()),
    ) {
        if plan.focus_areas.is_empty() {
            return Ok(());
        }
        let place = which.index(plan.focus_areas.len());
        // One in many arbitrary rows is readable as a whole: make this one so.
        plan.focus_areas[place].effects.iter_mut().for_each(make_readable);
        if let Some(stated) = december {
            plan.focus_areas[place].stated_total = Entry::Value(stated);
        }
        let (id, before) = (plan.focus_areas[place].id, plan.clone());
        let possible = plan.focus_areas[place].mended_december().is_some();
        if mend(&mut plan, id) {
            prop_assert!(possible && !before.is_closed(Month::December));
            let row = &mut plan.focus_areas[place];
            prop_assert_eq!(row.planned_total(), Total::from(&row.stated_total));
            prop_assert_eq!(row.stated_difference(), None);
            row.effects[11] = before.focus_areas[place].effects[11].clone();
        } else {
            prop_assert!(!possible || before.is_closed(Month::December));
        }
        prop_assert_eq!(plan, before);
    }
}

// ---- closed updates ----

/// Something that somebody does with a plan.
#[derive(Debug, Clone)]
enum Step {
    Enter(Index, String),
    Paste(Index, String, Signs),
    Fill(Index),
    Spread(Index, Spread),
    Mend(Index),
    Close(Date, String),
    Status(Option<Month>),
    Reopen,
    Remove(Index),
    File,
}

fn step() -> BoxedStrategy<Step> {
    let months = || select(Month::ALL.to_vec());
    let how = (amount(), months(), months()).prop_map(|(amount, from, to)| Spread {
        amount,
        from,
        to,
        remainder: Remainder::Last,
    });
    let close = (date(), text()).prop_map(|(on, note)| Step::Close(on, note));
    let pasted = prop_oneof![block(), plan_table()];
    prop_oneof![
        3 => (any::<Index>(), typed()).prop_map(|(field, typed)| Step::Enter(field, typed)),
        2 => (any::<Index>(), pasted, select(Signs::ALL.to_vec()))
            .prop_map(|(start, block, signs)| Step::Paste(start, block, signs)),
        1 => any::<Index>().prop_map(Step::Fill),
        1 => (any::<Index>(), how).prop_map(|(row, how)| Step::Spread(row, how)),
        1 => any::<Index>().prop_map(Step::Mend),
        2 => close,
        2 => month().prop_map(Step::Status),
        1 => Just(Step::Reopen),
        1 => any::<Index>().prop_map(Step::Remove),
        1 => Just(Step::File),
    ]
    .boxed()
}

/// Does a step, as far as it can be done.
fn take(plan: &mut ActionPlan, step: Step) {
    let row = |plan: &ActionPlan, which: Index| {
        let rows = &plan.focus_areas;
        (!rows.is_empty()).then(|| rows[which.index(rows.len())].id)
    };
    match step {
        Step::Enter(which, typed) => {
            let field = *which.get(&Fields::fields(plan));
            plan.enter(field, &typed);
        }
        Step::Paste(which, text, signs) => {
            let start = *which.get(&Fields::fields(plan));
            if let Some(block) = Block::from_clipboard(&text) {
                paste(plan, start, &block, signs);
            }
        }
        Step::Fill(which) => _ = fill_right(plan, *which.get(&Fields::fields(plan))),
        Step::Spread(which, how) => {
            if let Some(id) = row(plan, which) {
                _ = spread_over(plan, id, &how);
            }
        }
        Step::Mend(which) => {
            if let Some(id) = row(plan, which) {
                mend(plan, id);
            }
        }
        Step::Close(on, note) => _ = plan.close_update(on, note),
        Step::Status(status) => plan.status = status,
        Step::Reopen => plan.closed_through = None,
        Step::Remove(which) => {
            if let Some(id) = row(plan, which) {
                plan.focus_areas.retain(|row| row.id != id);
            }
        }
        Step::File => {
            let document = Document::from(plan.clone());
            let text = file::write([&document]).expect("JSON");
            let read = file::read(&text).expect("a file of ours");
            assert_eq!(read, [document], "through a file");
            if let Some(Document::ActionPlan(read)) = read.into_iter().next() {
                *plan = read;
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_closed_update_never_changes(
        start in amount(),
        rows in prop::collection::vec("-?[1-9][0-9]{0,5}", 12),
        steps in prop::collection::vec(step(), 1..12),
    ) {
        let year = Entry::Value(Year::new(2023).expect("a year"));
        let mut plan = ActionPlan::blank(Id::random(), Timestamp::UNIX_EPOCH, year);
        plan.overspend_at_start = Entry::Value(start);
        plan.status = Some(Month::March);
        let id = plan.focus_areas[0].id;
        for (month, typed) in Month::ALL.into_iter().zip(&rows) {
            plan.enter(PlanField::Effect(id, month), typed);
        }
        let day = Date::from_ordinal_date(1970, 1).expect("a date");
        let forecast = plan.forecast().and_then(Total::amount);
        let effect = plan.expected_effect().amount();
        if plan.close_update(day, "Første".to_owned()).is_err() {
            // Only where the sum is larger than an amount can be.
            let bound = Amount::from_kroner(limits::AMOUNT_KRONER);
            prop_assert!(forecast > Some(bound) || forecast < Some(-bound));
            return Ok(());
        }
        let first = plan.updates.all()[0].clone();
        prop_assert_eq!((Some(first.effect()), Some(first.forecast())), (effect, forecast));
        prop_assert_eq!((first.closed_on(), first.status()), (day, Some(Month::March)));
        let mut closed = vec![first];
        for step in steps {
            let (before, locked) = (plan.clone(), plan.closed_through);
            let reopens = matches!(step, Step::Reopen);
            take(&mut plan, step);
            // Those that were closed stand, and at most one has come.
            let (old, new) = plan.updates.all().split_at(closed.len());
            prop_assert_eq!(old, closed.as_slice());
            prop_assert!(new.len() <= 1);
            closed.extend(new.to_vec());
            // Until somebody opens them, locked months hold what they held.
            if !reopens {
                prop_assert!(plan.closed_through >= locked);
                for row in &plan.focus_areas {
                    let Some(stood) = before.focus_area(row.id) else { continue };
                    for month in Month::ALL.into_iter().filter(|&month| before.is_closed(month)) {
                        prop_assert_eq!(row.effect(month), stood.effect(month));
                        prop_assert_eq!(row.realised_in(month), stood.realised_in(month));
                    }
                }
            }
            let dates: Vec<Date> = closed.iter().map(ClosedUpdate::closed_on).collect();
            prop_assert!(dates.is_sorted());
        }
    }
}

// ---- explanations ----

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_sum_of_a_proposal_explains_itself(
        form in prop_oneof![proposal(), readable_proposal()],
        signs in select(Signs::ALL.to_vec()),
    ) {
        check_sums_of_proposal(&form, signs);
    }

    #[test]
    fn every_sum_of_a_plan_explains_itself(
        plan in prop_oneof![plan(), readable_plan()],
        status in select(Month::ALL.to_vec()),
        signs in select(Signs::ALL.to_vec()),
    ) {
        let mut plan = plan;
        plan.status = plan.status.map(|_| status);
        check_sums_of_plan(&plan, status, signs);
    }
}

// ---- forms ----

/// Enters a text into every field in turn: shown and entered again it gives the same form, and what cannot be
/// read is shown as it was typed.
fn check_entering<F>(form: &F, typed: &str) -> Result<(), TestCaseError>
where
    F: Form + Clone + Debug + PartialEq,
    F::Field: Debug,
{
    for field in form.fields() {
        let mut once = form.clone();
        once.enter(field, typed);
        if form.is_locked(field) {
            prop_assert_eq!(&once, form, "{:?} is locked", field);
            continue;
        }
        let shown = once.shown(field);
        let mut twice = once.clone();
        twice.enter(field, &shown);
        prop_assert_eq!(&twice, &once, "{:?} shows {:?}", field, shown);
        if once.error(field).is_some() {
            prop_assert_eq!(&shown, typed, "{:?}", field);
        }
    }
    Ok(())
}

/// Typing what a field shows in a sign convention, in that convention, gives the same entry.
fn check_signs<F>(form: &F, signs: Signs) -> Result<(), TestCaseError>
where
    F: Form + Clone + Debug + PartialEq,
    F::Field: Debug,
{
    let form = typed_out(form.clone());
    for field in form.fields() {
        let shown = shown_in(&form, field, signs);
        let mut typed = form.clone();
        typed.enter(field, "");
        enter_in(&mut typed, field, &shown, signs);
        prop_assert_eq!(&typed, &form, "{:?} shows {:?}", field, shown);
    }
    Ok(())
}

/// Pasting gives a form that a file holds, and can be taken back after something else was done.
fn check_pasting<F>(
    original: &F,
    start: Index,
    block: &str,
    signs: Signs,
) -> Result<(), TestCaseError>
where
    F: Form + Clone + Debug + PartialEq + Into<Document>,
{
    let mut form = original.clone();
    let cells: Vec<F::Field> = form
        .fields()
        .into_iter()
        .filter(|&field| form.position(field).is_some())
        .collect();
    let (Some(block), false) = (Block::from_clipboard(block), cells.is_empty()) else {
        return Ok(());
    };
    paste(&mut form, *start.get(&cells), &block, signs).expect("a cell");
    check_stable(&[form.clone().into()]);
    if form != *original {
        let back = support::taken_back(original, &form, &form);
        let original: Document = original.clone().into();
        prop_assert_eq!(back, original);
    }
    Ok(())
}

fn block() -> impl Strategy<Value = String> {
    let cells = prop::collection::vec(prop_oneof![typed(), Just(String::new())], 1..6);
    let rows = prop::collection::vec(cells.prop_map(|cells| cells.join("\t")), 1..6);
    rows.prop_map(|rows| rows.join("\r\n"))
}

/// A matrix with months above and a sum below, as the printed plans have it.
fn plan_table() -> impl Strategy<Value = String> {
    let row = prop::collection::vec(prop_oneof![typed(), Just(String::new())], 5);
    prop::collection::vec(row, 1..6).prop_map(|rows| {
        let mut lines = vec!["\tJAN\tmar\tDecember\tI ALT".to_owned()];
        lines.extend(rows.into_iter().map(|cells| cells.join("\t")));
        lines.push("I alt\t-1\t−2\t\t-3".to_owned());
        lines.join("\n")
    })
}

/// A table with years above and the names of the rows, as the printed proposals have it.
fn proposal_table() -> impl Strategy<Value = String> {
    let row = || prop::collection::vec(prop_oneof![typed(), Just(String::new())], 1..6);
    [row(), row(), row(), row()].prop_map(|rows| {
        let names = [
            "Estimeret gevinst",
            "Investeringsbehov",
            "Ændringsforslag i alt",
            "Ændring i antal årsværk",
        ];
        let lines = names
            .iter()
            .zip(rows)
            .map(|(name, cells)| format!("{name}\t{}", cells.join("\t")));
        let lines: Vec<String> = lines.collect();
        format!(
            "Beløb i hele 1.000 kr.\t2024\t2025\t2026\t2027\tI alt\n{}",
            lines.join("\n")
        )
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn entering_what_is_shown_changes_nothing_in_a_proposal(form in proposal(), typed in typed()) {
        check_entering(&form, &typed)?;
    }

    #[test]
    fn entering_what_is_shown_changes_nothing_in_a_plan(form in plan(), typed in typed()) {
        check_entering(&form, &typed)?;
    }

    #[test]
    fn what_a_proposal_shows_in_a_sign_convention_reads_back(form in proposal(), signs in select(Signs::ALL.to_vec())) {
        check_signs(&form, signs)?;
    }

    #[test]
    fn what_a_plan_shows_in_a_sign_convention_reads_back(form in plan(), signs in select(Signs::ALL.to_vec())) {
        check_signs(&form, signs)?;
    }

    #[test]
    fn entering_what_is_shown_changes_nothing_in_a_catalogue(form in catalogue(), typed in typed()) {
        check_entering(&form, &typed)?;
    }

    #[test]
    fn what_a_catalogue_shows_in_a_sign_convention_reads_back(form in catalogue(), signs in select(Signs::ALL.to_vec())) {
        check_signs(&form, signs)?;
    }

    #[test]
    fn a_paste_into_a_proposal_is_taken_back(
        form in proposal(),
        start in any::<Index>(),
        block in prop_oneof![block(), proposal_table()],
        signs in select(Signs::ALL.to_vec()),
    ) {
        check_pasting(&typed_out(form), start, &block, signs)?;
    }

    #[test]
    fn a_paste_into_a_plan_is_taken_back(
        form in plan(),
        start in any::<Index>(),
        block in prop_oneof![block(), plan_table()],
        signs in select(Signs::ALL.to_vec()),
    ) {
        check_pasting(&typed_out(form), start, &block, signs)?;
    }
}

// ---- files ----

/// A document with all that version 1 does not know left blank; `None` for one of which it knows nothing.
fn as_version_1(document: &Document) -> Option<Document> {
    Some(match document {
        Document::Catalogue(_) => return None,
        Document::Proposal(form) => Document::Proposal(Proposal {
            price_level: Entry::Blank,
            reimbursement: Entry::Blank,
            stated: StatedFigures::default(),
            dismissed: Vec::new(),
            ..form.clone()
        }),
        Document::ActionPlan(form) => {
            let blank = ActionPlan::blank(form.id, form.changed_at, form.year.clone());
            let rows = form.focus_areas.iter().map(|row| FocusArea {
                area: row.area.clone(),
                goal: row.goal.clone(),
                action: row.action.clone(),
                consequences: row.consequences.clone(),
                effects: row.effects.clone(),
                ..FocusArea::blank(row.id)
            });
            Document::ActionPlan(ActionPlan {
                department: form.department.clone(),
                department_responsible: form.department_responsible.clone(),
                unit: form.unit.clone(),
                unit_responsible: form.unit_responsible.clone(),
                started_on: form.started_on.clone(),
                overspend_at_start: form.overspend_at_start.clone(),
                updated_on: form.updated_on.clone(),
                overspend_at_update: form.overspend_at_update.clone(),
                cause: form.cause.clone(),
                case_number: form.case_number.clone(),
                focus_areas: rows.collect(),
                ..blank
            })
        }
    })
}

fn strip(object: &mut serde_json::Value, names: &[&str]) {
    let fields = object.as_object_mut().expect("an object");
    for name in names {
        fields.remove(*name).expect("a field of a later version");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn documents_survive_a_file(documents in documents()) {
        check_stable(&documents);
    }

    /// A file of version 2 means what one of version 3 does without catalogues.
    #[test]
    fn a_file_of_version_2_means_the_same(documents in documents()) {
        let old: Vec<Document> =
            documents.into_iter().filter(|document| !matches!(document, Document::Catalogue(_))).collect();
        let text = file::write(&old).expect("JSON");
        let mut json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        json["version"] = 2.into();
        strip(&mut json, &["catalogues"]);
        let read = file::read(&json.to_string()).expect("a file of ours");
        prop_assert_eq!(file::write(&read).expect("JSON"), text);
    }

    /// A file of version 1 means what one of version 3 does in which every new field is blank.
    #[test]
    fn a_file_of_version_1_means_the_same(documents in documents()) {
        let old: Vec<Document> = documents.iter().filter_map(as_version_1).collect();
        let text = file::write(&old).expect("JSON");
        let mut json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        json["version"] = 1.into();
        strip(&mut json, &["catalogues"]);
        for (list, names) in [
            ("proposals", &["price_level", "reimbursement_rate", "stated_totals", "dismissed_advice"][..]),
            ("action_plans", &[
                "carried_over_overspend", "stated_sums", "realised_through", "closed_through",
                "closed_updates", "supplementary_appropriation", "dismissed_advice",
            ]),
        ] {
            for document in json[list].as_array_mut().expect("a list") {
                strip(document, names);
                let rows = document.get_mut("focus_areas").and_then(serde_json::Value::as_array_mut);
                for row in rows.into_iter().flatten() {
                    strip(row, &["realised", "stated_total", "proposal"]);
                }
            }
        }
        let read = file::read(&json.to_string());
        prop_assert_eq!(read.as_ref().map(Vec::len), Ok(old.len()));
        prop_assert_eq!(file::write(&read.expect("just read")).expect("JSON"), text);
    }

    #[test]
    fn the_reader_of_files_takes_any_text(text in text()) {
        prop_assert!(file::read(&text).is_err());
    }

    #[test]
    fn the_reader_of_files_takes_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(file::read_bytes(&bytes).is_err());
    }

    /// A file that was damaged is refused, or it means something that can be written and read again.
    #[test]
    fn a_damaged_file_is_refused_or_sound(
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 0..4),
        printable in any::<bool>(),
        cut in prop::option::weighted(0.3, any::<Index>()),
        golden in select(vec![GOLDEN_1, GOLDEN_2, GOLDEN_3]),
    ) {
        let mut bytes = golden.as_bytes().to_vec();
        for (place, byte) in changes {
            let byte = if printable { b' ' + byte % 95 } else { byte };
            *place.get_mut(&mut bytes) = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(documents) = file::read_bytes(&bytes) {
            check_stable(&documents);
        }
    }

    /// Digits changed in numbers, names and dates: what is still read is sound.
    #[test]
    fn changed_digits_are_refused_or_sound(
        changes in prop::collection::vec((any::<Index>(), select(b"0123456789.-eE+".to_vec())), 1..3),
        golden in select(vec![GOLDEN_1, GOLDEN_2, GOLDEN_3]),
    ) {
        let mut bytes = golden.as_bytes().to_vec();
        let digits: Vec<usize> =
            (0..bytes.len()).filter(|&place| bytes[place].is_ascii_digit()).collect();
        for (place, byte) in changes {
            bytes[*place.get(&digits)] = byte;
        }
        if let Ok(documents) = file::read_bytes(&bytes) {
            check_stable(&documents);
        }
    }
}
