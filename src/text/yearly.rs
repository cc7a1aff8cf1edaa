//! Four yearly amounts in a sentence, year by year: a sum of four years says nothing beside a target per year. Amounts are
//! rounded; the table beside the sentence has them exactly.

use super::labels::year_column;
use super::meaning::{rounded, rounded_among, size};
use crate::danish::Direction;
use crate::domain::{AgainstTarget, Amount, CombinedYear, Entry, Total, YEARS, Year};

/// What is said alike of years that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run<T> {
    said: T,
    /// The first of the years, 0 for the budget year.
    from: usize,
    /// The last of them.
    to: usize,
}

impl<T> Run<T> {
    fn is_several_years(&self) -> bool {
        self.from < self.to
    }

    fn is_every_year(&self) -> bool {
        self.from == 0 && self.to + 1 == YEARS
    }

    /// Whether it follows others and goes on to the end.
    fn is_the_rest(&self) -> bool {
        self.is_several_years() && self.from > 0 && self.to + 1 == YEARS
    }
}

/// The runs of what is said of each year. A year of which nothing is said ends a run and is in none.
fn runs<T: PartialEq>(said: impl IntoIterator<Item = Option<T>>) -> Vec<Run<T>> {
    let mut runs: Vec<Run<T>> = Vec::new();
    for (index, said) in said.into_iter().enumerate() {
        let Some(said) = said else {
            continue;
        };
        match runs.last_mut() {
            Some(last) if last.said == said && last.to + 1 == index => last.to = index,
            _ => runs.push(Run {
                said,
                from: index,
                to: index,
            }),
        }
    }
    runs
}

/// An amount without its sign among others; nothing at all is `0`.
fn said(amount: Amount, in_millions: bool) -> String {
    match amount.is_zero() {
        true => "0".to_owned(),
        false => rounded_among(size(amount), in_millions),
    }
}

/// `2024`, or `2025-2026`.
fn years<T>(first_year: &Entry<Year>, run: &Run<T>) -> String {
    let (from, to) = (
        year_column(first_year, run.from),
        year_column(first_year, run.to),
    );
    match run.is_several_years() {
        true => format!("{from}-{to}"),
        false => from,
    }
}

/// Parts of a sentence: `a`, `a og b`, `a, b og c`. What goes on after the others follows a comma.
fn joined(parts: &[String], goes_on: bool) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let and = if goes_on { ", " } else { " og " };
            format!("{}{and}{last}", first.join(", "))
        }
    }
}

/// What four yearly changes do to the budget, minus saves: `sparer 1,5 mio. kr. om året`, `sparer 0 i 2024, derefter 1 mio. kr. om
/// året`, `koster 0,3 mio. kr. i 2024, sparer derefter 1 mio. kr. om året`. `None` where one of the amounts cannot be told.
#[must_use]
pub fn change_by_year(first_year: &Entry<Year>, changes: &[Total; YEARS]) -> Option<String> {
    let amounts: Option<Vec<Amount>> = changes.iter().map(|&change| change.counted()).collect();
    let amounts = amounts?;
    let in_millions = amounts.iter().any(|amount| amount.reaches_a_million());
    let runs = runs(
        amounts
            .iter()
            .map(|&amount| Some((Direction::of(amount), said(amount, in_millions)))),
    );
    // Nothing goes with what comes next, or with what was before.
    let Some(mut direction) = amounts.iter().find_map(|&amount| Direction::of(amount)) else {
        return Some("hverken sparer eller koster noget".to_owned());
    };
    let parts = runs.iter().enumerate().map(|(place, run)| {
        let (of_run, size) = &run.said;
        let is_turned = of_run.is_some_and(|of_run| of_run != direction);
        direction = of_run.unwrap_or(direction);
        let verb = match place == 0 || is_turned {
            true => format!("{} ", direction.word()),
            false => String::new(),
        };
        if run.is_every_year() {
            format!("{verb}{size} om året")
        } else if run.is_the_rest() {
            format!("{verb}derefter {size} om året")
        } else {
            let a_year = if run.is_several_years() {
                " om året"
            } else {
                ""
            };
            format!("{verb}{size}{a_year} i {}", years(first_year, run))
        }
    });
    let parts: Vec<String> = parts.collect();
    let goes_on = runs.last().is_some_and(Run::is_the_rest);
    Some(joined(&parts, goes_on))
}

/// How much four yearly amounts are, without a direction: `100.000 kr. i 2025`. Years without an amount are not named. `None` where
/// one of the amounts cannot be told.
#[must_use]
pub fn sizes_by_year(first_year: &Entry<Year>, amounts: &[Total; YEARS]) -> Option<String> {
    let amounts: Option<Vec<Amount>> = amounts.iter().map(|&amount| amount.counted()).collect();
    let amounts = amounts?;
    let in_millions = amounts.iter().any(|amount| amount.reaches_a_million());
    let runs = runs(
        amounts
            .iter()
            .map(|&amount| (!amount.is_zero()).then(|| said(amount, in_millions))),
    );
    let parts = runs.iter().map(|run| match run.is_several_years() {
        _ if run.is_every_year() => format!("{} om året", run.said),
        true => format!("{} om året i {}", run.said, years(first_year, run)),
        false => format!("{} i {}", run.said, years(first_year, run)),
    });
    Some(joined(&parts.collect::<Vec<_>>(), false))
}

/// What targets ask to be saved, where all that are stated ask for that: `6 mio. kr. i 2024 og 8 mio. kr. om året derefter`.
/// Exactly, since nothing else says them as a whole.
#[must_use]
pub fn to_be_found(first_year: &Entry<Year>, targets: &[Option<Total>; YEARS]) -> Option<String> {
    let are_savings = targets
        .iter()
        .flatten()
        .all(|target| target.amount().is_some_and(Amount::is_saving));
    if !are_savings || targets.iter().flatten().next().is_none() {
        return None;
    }
    let runs = runs(targets.iter().map(|target| {
        let amount = target.and_then(Total::amount)?;
        Some(super::meaning::short(size(amount)))
    }));
    let parts = runs.iter().map(|run| {
        if run.is_every_year() {
            format!("{} om året", run.said)
        } else if run.is_the_rest() {
            format!("{} om året derefter", run.said)
        } else if run.is_several_years() {
            format!("{} om året i {}", run.said, years(first_year, run))
        } else {
            format!("{} i {}", run.said, years(first_year, run))
        }
    });
    Some(joined(&parts.collect::<Vec<_>>(), false))
}

/// How large the need is, a sentence for targets in the same direction: `Budgettet skal sænkes med 6 mio. kr. i 2024 og med 8 mio.
/// kr. hvert år fra 2025.` Nothing is said of a year without a target.
#[must_use]
pub fn needs(first_year: &Entry<Year>, targets: &[Option<Total>; YEARS]) -> Vec<String> {
    let runs = runs(targets.iter().copied());
    let mut sentences: Vec<(&str, Vec<String>)> = Vec::new();
    for run in &runs {
        let years = match run.is_several_years() {
            true if run.to + 1 == YEARS => {
                format!("hvert år fra {}", year_column(first_year, run.from))
            }
            true => format!("hvert år i {}", years(first_year, run)),
            false => format!("i {}", years(first_year, run)),
        };
        let (verb, part) = match run.said.amount() {
            None => ("kan ikke regnes ud", years),
            Some(amount) if amount.is_zero() => ("skal ikke ændres", years),
            Some(amount) => {
                let verb = match amount.is_saving() {
                    true => "skal sænkes",
                    false => "kan hæves",
                };
                let size = super::meaning::short(size(amount));
                (verb, format!("med {size} {years}"))
            }
        };
        match sentences.last_mut() {
            Some((last, parts)) if *last == verb => parts.push(part),
            _ => sentences.push((verb, vec![part])),
        }
    }
    let sentences = sentences.into_iter().map(|(verb, parts)| {
        let sentence = format!("Budgettet {verb} {}", joined(&parts, false));
        ended(&sentence)
    });
    sentences.collect()
}

/// Which of the proposals a sum is over, which are those that save most together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// All that can be chosen together.
    All,
    /// Not all: some would save nothing more.
    Some,
    /// None of them: none saves anything.
    None,
}

pub const NOTHING_SAVES: &str = "Intet valg af forslagene sparer noget over de fire år tilsammen.";

/// What comes of choosing what saves most, and how far that is from the targets: `Vælges alt, der kan vælges sammen, sparer
/// kommunen 4,6 mio. kr. i 2024: 1,4 mio. kr. for lidt.` `None` where a sum cannot be told.
#[must_use]
pub fn most_saved(
    first_year: &Entry<Year>,
    sums: &[CombinedYear; YEARS],
    chosen: Chosen,
) -> Option<String> {
    let what = match chosen {
        Chosen::None => return Some(NOTHING_SAVES.to_owned()),
        Chosen::All => "Vælges alt, der kan vælges sammen,",
        Chosen::Some => "Vælges de forslag, der tilsammen sparer mest,",
    };
    let amounts: Option<Vec<Amount>> = sums.iter().map(|year| year.net_change.counted()).collect();
    let amounts = amounts?;
    let in_millions = amounts.iter().any(|amount| amount.reaches_a_million());
    let runs = runs(amounts.iter().zip(sums).map(|(&amount, year)| {
        let change = (Direction::of(amount), said(amount, in_millions));
        Some((change, distance(year)))
    }));
    let sentences = runs.iter().enumerate().map(|(place, run)| {
        let ((direction, size), distance) = &run.said;
        let a_year = if run.is_several_years() {
            " om året"
        } else {
            ""
        };
        let distance = match distance.as_str() {
            "" => String::new(),
            distance => format!(": {distance}"),
        };
        let of = years(first_year, run);
        let sentence = match (place, direction) {
            (0, Some(Direction::Costs)) => {
                format!("{what} koster det kommunen {size}{a_year} i {of}{distance}")
            }
            (0, Some(Direction::Saves)) => {
                format!("{what} sparer kommunen {size}{a_year} i {of}{distance}")
            }
            (0, None) => {
                format!("{what} hverken sparer eller koster det kommunen noget i {of}{distance}")
            }
            (_, Some(Direction::Costs)) => format!("I {of} koster det {size}{a_year}{distance}"),
            (_, Some(Direction::Saves)) => {
                format!("I {of} sparer den {size}{a_year}{distance}")
            }
            (_, None) => format!("I {of} hverken sparer eller koster det noget{distance}"),
        };
        ended(&sentence)
    });
    let costs = sums
        .iter()
        .any(|year| !year.cost.counted().is_none_or(Amount::is_zero));
    let is_net = costs.then(|| NET_OF_COST.to_owned());
    Some(sentences.chain(is_net).collect::<Vec<_>>().join(" "))
}

/// After sums in which some proposals cost something.
pub const NET_OF_COST: &str = "Det, som nogle af forslagene koster, er trukket fra.";

/// How far a year is from its target: `1,4 mio. kr. for lidt`; nothing where there is no target.
fn distance(year: &CombinedYear) -> String {
    match year.against_target() {
        None | Some(AgainstTarget::Unknown | AgainstTarget::Doubtful) => String::new(),
        Some(AgainstTarget::Missing(missing)) => format!("{} for lidt", rounded(missing)),
        Some(AgainstTarget::Reached { beyond }) if beyond.is_zero() => {
            "præcis måltallet".to_owned()
        }
        Some(AgainstTarget::Reached { beyond }) => {
            format!("{} mere end måltallet", rounded(beyond))
        }
    }
}

/// A sentence with its point; an abbreviation at the end has it already.
#[must_use]
pub fn ended(sentence: &str) -> String {
    format!("{}.", sentence.trim_end_matches('.'))
}
