use super::{Curve, FULL, across};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::domain::{AgainstTarget, Amount, CombinedYear, Total};

/// How much of its share of the width a bar fills, in thousandths.
const BAR: u32 = 600;

/// How much of it a target line fills.
const LINE: u32 = 900;

/// Bars beside each other, each from zero to an amount, and a line across each at its target. Larger amounts are higher up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bars {
    room: Curve,
    bars: usize,
}

/// A bar: where it begins, and how large it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// How far from the left it begins.
    pub left: u32,
    /// How wide it is.
    pub width: u32,
    /// How far from the top it begins.
    pub top: u32,
    /// How high it is.
    pub height: u32,
}

impl Saving {
    /// Returns the parts of its bar: what is saved, and what it costs, where it costs anything.
    #[must_use]
    pub fn parts(self) -> Vec<Amount> {
        let cost = Some(self.cost).filter(|cost| !cost.is_zero());
        std::iter::once(self.saving).chain(cost).collect()
    }

    /// Returns how high and how low its bar and its target line reach.
    pub fn reach(self) -> impl Iterator<Item = Amount> {
        self.parts().into_iter().chain(self.target)
    }
}

impl Bars {
    /// Returns the room for so many bars, with these amounts and targets.
    #[must_use]
    pub fn of(bars: usize, amounts: impl IntoIterator<Item = Amount>) -> Self {
        Self {
            room: Curve::of(amounts),
            bars,
        }
    }

    /// Returns how far from the top nothing lies.
    #[must_use]
    pub fn zero(self) -> u32 {
        self.room.down(Amount::ZERO)
    }

    /// Returns how far from the top an amount lies.
    #[must_use]
    pub fn down(self, amount: Amount) -> u32 {
        self.room.down(amount)
    }

    /// Returns the bar of an index in parts that lie on each other: what saves goes up from zero, what costs goes down.
    #[must_use]
    pub fn stack(self, index: usize, parts: &[Amount]) -> Vec<Bar> {
        let (left, width) = self.within(index, BAR);
        let (mut up, mut down) = (Total::ZERO, Total::ZERO);
        let parts = parts.iter().filter_map(|&part| {
            let heap = if part.is_saving() { &mut down } else { &mut up };
            let from = self.room.down(heap.amount()?);
            *heap = *heap + Total::Complete(part);
            let to = self.room.down(heap.amount()?);
            Some(Bar {
                left,
                width,
                top: from.min(to),
                height: from.abs_diff(to),
            })
        });
        parts.collect()
    }

    /// Returns where the target line of a bar begins and ends, from the left.
    #[must_use]
    pub fn line(self, index: usize) -> (u32, u32) {
        let (left, width) = self.within(index, LINE);
        (left, left + width)
    }

    /// Returns the middle part of a bar's share of the width, `filled` thousandths of it: where it begins, and how wide
    /// it is.
    fn within(self, index: usize, filled: u32) -> (u32, u32) {
        let (from, to) = (across(index, self.bars), across(index + 1, self.bars));
        let share = to.saturating_sub(from);
        let width = share * filled / FULL;
        (from + (share - width) / 2, width)
    }
}

/// What is saved in a year and what is spent on that, and what the target asks to be saved, in kroner; minus where it costs. The
/// bars of a catalogue are higher the more is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saving {
    /// What the proposals save that save something.
    pub saving: Amount,
    /// What those cost that cost something: zero, or minus.
    pub cost: Amount,
    /// What the target asks for; `None` where there is none that anything can be compared with.
    pub target: Option<Amount>,
}

/// Returns what is saved in each of these years; `None` where one of the amounts cannot be read.
#[must_use]
pub fn savings(years: &[CombinedYear]) -> Option<Vec<Saving>> {
    let known = years.iter().map(|year| {
        if year.target == Some(Total::Incomplete) {
            return None;
        }
        Some(Saving {
            // A bar of nothing is not seen; that it is blank and not zero is said under it.
            saving: -(year.net_change - year.cost).counted()?,
            cost: -year.cost.counted()?,
            target: year.comparable_target().map(|target| -target),
        })
    });
    known.collect()
}

/// Returns how much of its target a year reaches, in thousandths: nothing where it costs, and [`FULL`] from the target on. `None`
/// where there is no target that anything can be compared with.
#[must_use]
pub fn reached(year: &CombinedYear) -> Option<u32> {
    match year.against_target()? {
        AgainstTarget::Unknown | AgainstTarget::Doubtful => None,
        AgainstTarget::Reached { .. } => Some(FULL),
        AgainstTarget::Missing(_) => {
            let target = year.comparable_target()?.kroner();
            let saved = year.net_change.counted()?.kroner();
            let thousandths = saved
                .checked_mul(Decimal::from(FULL))
                .and_then(|saved| saved.checked_div(target));
            // What costs is on the other side of nothing. Where something is missing, the bar is not full.
            Some(thousandths.map_or(0, |of| of.trunc().to_u32().unwrap_or(0).min(FULL - 1)))
        }
    }
}

/// Returns how high and how low bars reach whose parts lie on each other: the sum of what saves in a bar, and of what
/// costs.
#[must_use]
pub fn reach(parts: &[Amount]) -> [Amount; 2] {
    let sum = |is_wanted: fn(&Amount) -> bool| {
        let wanted = parts.iter().copied().filter(is_wanted);
        let sum: Total = wanted.map(Total::Complete).sum();
        sum.amount().unwrap_or(Amount::ZERO)
    };
    [sum(|part| !part.is_saving()), sum(|part| part.is_saving())]
}
