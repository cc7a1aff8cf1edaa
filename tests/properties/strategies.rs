//! Arbitrary numbers, texts, forms and documents.

use std::collections::BTreeSet;
use std::fmt::Debug;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use raaderum::domain::{
    ActionPlan, Amount, AmountRow, Catalogue, CatalogueEntry, ChangeKind, ClosedUpdate,
    ClosedUpdates, Date, Dismissal, Document, Edition, Entry, FocusArea, FullTimeEquivalents,
    HeadCount, Id, Month, Package, Proposal, ProposalSource, ProposalStatus, ProposalYear,
    ReimbursementRate, Relation, RelationKind, StatedFigures, StatedSum, Timestamp, VariantGroup,
    Year, limits,
};
use rust_decimal::Decimal;

// The large ones are boxed: as one type they overflow the stack.

pub fn text() -> impl Strategy<Value = String> {
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

pub fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        text(),
        numeric_text(),
        formula(),
        date_text(),
        "(19|20|21)[0-9]{2}"
    ]
}

pub fn amount() -> impl Strategy<Value = Amount> {
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

pub fn date() -> impl Strategy<Value = Date> {
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

pub fn month() -> impl Strategy<Value = Option<Month>> {
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

pub fn proposal() -> BoxedStrategy<Proposal> {
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

pub fn plan() -> BoxedStrategy<ActionPlan> {
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

pub fn catalogue() -> BoxedStrategy<Catalogue> {
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
pub fn readable_plan() -> BoxedStrategy<ActionPlan> {
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
pub fn readable_proposal() -> BoxedStrategy<Proposal> {
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

pub fn proposals() -> impl Strategy<Value = Vec<Proposal>> {
    prop::collection::vec(prop_oneof![proposal(), readable_proposal()], 0..5)
}

pub fn make_readable(entry: &mut Entry<Amount>) {
    *entry = entry.value().map_or(Entry::Blank, Entry::Value);
}

pub fn documents() -> impl Strategy<Value = Vec<Document>> {
    let document = prop_oneof![
        proposal().prop_map(Document::from),
        plan().prop_map(Document::from),
        catalogue().prop_map(Document::from),
    ];
    prop::collection::vec(document, 0..4)
}
