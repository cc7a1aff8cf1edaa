//! What holds for every number, text, form and file, tried on arbitrary ones.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

use std::collections::BTreeSet;
use std::fmt::Debug;

use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use proptest::test_runner::RngSeed;
use raaderum::danish::{
    AmountUnit, amounts_mentioned, print_amount, print_date, print_number, read_amount, read_date,
    read_number,
};
use raaderum::domain::{
    ActionPlan, Amount, ChangeKind, Date, Document, Entry, FocusArea, FullTimeEquivalents,
    HeadCount, Id, Month, Proposal, ProposalYear, Remainder, Spread, Timestamp, Total, Year,
    limits, net_change_by_year, spread,
};
use raaderum::draft::{Block, Form, paste, restore};
use raaderum::file;
use rust_decimal::Decimal;

const GOLDEN: &str = include_str!("golden/v1.json");

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
    (id(), moment(), texts, kinds, entry(year()), years)
        .prop_map(
            |(
                id,
                changed_at,
                (heading, department, appropriations, sections),
                kinds,
                first_year,
                years,
            )| Proposal {
                id,
                changed_at,
                heading,
                department,
                appropriations,
                kinds: BTreeSet::from_iter(kinds),
                first_year,
                years,
                sections: sections.try_into().expect("seven sections"),
            },
        )
        .boxed()
}

fn focus_area() -> BoxedStrategy<FocusArea> {
    let effects = prop::collection::vec(entry(amount()), 12);
    (id(), [(); 4].map(|()| text()), effects)
        .prop_map(|(id, texts, effects)| {
            let [area, goal, action, consequences] = texts;
            FocusArea {
                id,
                area,
                goal,
                action,
                consequences,
                effects: effects.try_into().expect("twelve months"),
            }
        })
        .boxed()
}

fn plan() -> BoxedStrategy<ActionPlan> {
    let head = (id(), moment(), entry(year()));
    let texts = [(); 6].map(|()| text());
    let dates = [(); 2].map(|()| entry(date()));
    let amounts = [(); 2].map(|()| entry(amount()));
    let rows = prop::collection::vec(focus_area(), 0..5);
    (head, texts, dates, amounts, rows)
        .prop_map(|(head, texts, dates, amounts, focus_areas)| {
            let (id, changed_at, year) = head;
            let [
                department,
                department_responsible,
                unit,
                unit_responsible,
                cause,
                case_number,
            ] = texts;
            let [started_on, updated_on] = dates;
            let [overspend_at_start, overspend_at_update] = amounts;
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
                cause,
                case_number,
                focus_areas,
            }
        })
        .boxed()
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    let document = prop_oneof![
        proposal().prop_map(Document::from),
        plan().prop_map(Document::from),
    ];
    prop::collection::vec(document, 0..4)
}

/// A form as it can come about by typing: every field entered once more. (A file can also hold texts as
/// unreadable that this version can read.)
fn typed_out<F: Form>(mut form: F) -> F {
    for field in form.fields() {
        let shown = form.shown(field);
        form.enter(field, &shown);
    }
    form
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
        for unit in [AmountUnit::Kroner, AmountUnit::Thousands] {
            if let Ok(Some(amount)) = read_amount(&text, unit) {
                prop_assert_eq!(Amount::new(amount.kroner()), Ok(amount));
            }
        }
        // A plain number is an amount of kroner, calculations apart, and names no unit.
        if let (Ok(Some(number)), Ok(Some(amount))) = (read_number(&text), read_amount(&text, AmountUnit::Kroner)) {
            prop_assert_eq!(Amount::nearest(number), Ok(amount));
        }
        let _ = read_date(&text);
        for found in amounts_mentioned(&text) {
            prop_assert!(found.amount >= Amount::from_kroner(1_000) && found.precision > Decimal::ZERO);
        }
    }

    /// The sign in front, of a number with a unit or without, turns the amount around.
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
        (plan, shuffled) in plan().prop_flat_map(|plan| {
            let rows = Just(plan.focus_areas.clone()).prop_shuffle();
            (Just(plan), rows)
        }),
    ) {
        let other = ActionPlan { focus_areas: shuffled, ..plan.clone() };
        prop_assert_eq!(other.total_effect(), plan.total_effect());
        prop_assert_eq!(other.forecast(), plan.forecast());
        let months: Total = Month::ALL.into_iter().map(|month| plan.month_total(month)).sum();
        prop_assert_eq!(months, plan.total_effect());
        for month in Month::ALL {
            prop_assert_eq!(other.month_total(month), plan.month_total(month));
        }
    }

    #[test]
    fn totals_do_not_depend_on_the_order_of_proposals(
        (proposals, shuffled) in prop::collection::vec(proposal(), 0..5).prop_flat_map(|proposals| {
            (Just(proposals.clone()), Just(proposals).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(net_change_by_year(&shuffled), net_change_by_year(&proposals));
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

fn check_pasting<F>(original: &F, start: Index, block: &str) -> Result<(F, usize), TestCaseError>
where
    F: Form + Clone + Debug + PartialEq,
{
    let mut form = original.clone();
    let cells: Vec<F::Field> = form
        .fields()
        .into_iter()
        .filter(|&field| form.position(field).is_some())
        .collect();
    let (Some(block), false) = (Block::from_clipboard(block), cells.is_empty()) else {
        return Ok((form, 0));
    };
    let pasted = paste(&mut form, *start.get(&cells), &block).expect("a cell");
    restore(&mut form, &pasted.before);
    Ok((form, pasted.rows_added))
}

fn block() -> impl Strategy<Value = String> {
    let cells = prop::collection::vec(prop_oneof![typed(), Just(String::new())], 1..6);
    let rows = prop::collection::vec(cells.prop_map(|cells| cells.join("\t")), 1..6);
    rows.prop_map(|rows| rows.join("\r\n"))
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
    fn restoring_takes_a_paste_into_a_proposal_back(form in proposal(), start in any::<Index>(), block in block()) {
        let original = typed_out(form);
        let (restored, rows_added) = check_pasting(&original, start, &block)?;
        prop_assert_eq!(rows_added, 0);
        prop_assert_eq!(restored, original);
    }

    #[test]
    fn restoring_takes_a_paste_into_a_plan_back(form in plan(), start in any::<Index>(), block in block()) {
        let original = typed_out(form);
        let (mut restored, rows_added) = check_pasting(&original, start, &block)?;
        let added = restored.focus_areas.split_off(original.focus_areas.len());
        prop_assert_eq!(added.len(), rows_added);
        prop_assert!(added.iter().all(FocusArea::is_blank));
        prop_assert_eq!(restored, original);
    }
}

// ---- files ----

/// What a file of ours reads as is what it writes again, to the byte.
fn check_stable(documents: &[Document]) -> Result<(), TestCaseError> {
    let text = file::write(documents).expect("JSON");
    let read = file::read(&text);
    prop_assert_eq!(read.as_ref().map(Vec::len), Ok(documents.len()));
    let read = read.expect("just read");
    for document in documents {
        prop_assert!(read.contains(document), "{:?}", document);
    }
    prop_assert_eq!(file::write(&read).expect("JSON"), text);
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn documents_survive_a_file(documents in documents()) {
        check_stable(&documents)?;
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
    ) {
        let mut bytes = GOLDEN.as_bytes().to_vec();
        for (place, byte) in changes {
            let byte = if printable { b' ' + byte % 95 } else { byte };
            *place.get_mut(&mut bytes) = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(documents) = file::read_bytes(&bytes) {
            check_stable(&documents)?;
        }
    }

    /// Digits changed in numbers, names and dates: what is still read is sound.
    #[test]
    fn changed_digits_are_refused_or_sound(
        changes in prop::collection::vec((any::<Index>(), select(b"0123456789.-eE+".to_vec())), 1..3),
    ) {
        let mut bytes = GOLDEN.as_bytes().to_vec();
        let digits: Vec<usize> =
            (0..bytes.len()).filter(|&place| bytes[place].is_ascii_digit()).collect();
        for (place, byte) in changes {
            bytes[*place.get(&digits)] = byte;
        }
        if let Ok(documents) = file::read_bytes(&bytes) {
            check_stable(&documents)?;
        }
    }
}
