//! Amounts that a running text mentions.

use rust_decimal::{Decimal, RoundingStrategy};

use super::letter_case::in_small_letters;
use super::number::{AmountUnit, is_format, read_amount};
use crate::domain::{Amount, invariant, limits};

/// An amount that a text mentions, such as “6 mio. kr.”.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentioned {
    /// The words as they stand in the text, with the whole unit: `26,1 mio. kr.`
    pub words: String,
    /// The amount they name, in kroner.
    pub amount: Amount,
    /// The precision they name it with, in kroner: `26,1 mio.` is precise to 100.000.
    pub precision: Decimal,
}

impl Mentioned {
    /// Returns the number and the word beside it: `26,1 mio`. Files recognise dismissed advice by them, so they never
    /// change.
    ///
    /// ```
    /// use raaderum::danish::amounts_mentioned;
    ///
    /// let found = amounts_mentioned("Området skal spare 26,1 mio. kr. i 2023.");
    /// assert_eq!(found[0].words, "26,1 mio. kr.");
    /// assert_eq!(found[0].number_and_scale(), "26,1 mio");
    /// ```
    #[must_use]
    pub fn number_and_scale(&self) -> String {
        let words: Vec<&str> = self.words.split(' ').collect();
        // A space can part a number into thousands.
        let digits = words.iter().take_while(|word| word.ends_with(is_digit));
        let (number, rest) = words.split_at(digits.count());
        match (number, rest) {
            ([], [kroner, number, ..]) if is_kroner(kroner.trim_end_matches('.')) => {
                format!("{kroner} {number}")
            }
            ([], [glued, ..]) => (*glued).to_owned(),
            (_, [unit, ..]) => {
                let unit = unit.trim_end_matches(|c: char| !c.is_alphabetic());
                format!("{} {unit}", number.join(" "))
            }
            (_, []) => number.join(" "),
        }
    }

    /// Returns whether this is the amount, sign apart.
    #[must_use]
    pub fn is(&self, amount: Amount) -> bool {
        amount.kroner().abs() == self.amount.kroner().abs()
    }

    /// Returns whether this can mean the amount, sign apart: whether both are the same at the precision of the words.
    ///
    /// ```
    /// use raaderum::danish::amounts_mentioned;
    /// use raaderum::domain::Amount;
    ///
    /// let found = amounts_mentioned("Det er 26,1 mio. kr. dyrere.");
    /// // The head of the plan has 26.050.000, which the text rounds.
    /// assert!(found[0].agrees_with(Amount::from_kroner(-26_050_000)));
    /// assert!(!found[0].is(Amount::from_kroner(26_050_000)));
    /// assert!(!found[0].agrees_with(Amount::from_kroner(26_000_000)));
    /// ```
    #[must_use]
    pub fn agrees_with(&self, amount: Amount) -> bool {
        let rounded = |kroner: Decimal| {
            kroner.abs().checked_div(self.precision).map(|units| {
                units.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            })
        };
        rounded(amount.kroner()) == rounded(self.amount.kroner())
    }
}

/// Returns the amounts that a text names with a unit of money: `6 mio. kr.`, `kr. 250.000`, `250.000 kr.`.
///
/// ```
/// use raaderum::danish::amounts_mentioned;
/// use raaderum::domain::Amount;
///
/// let found = amounts_mentioned("Spar 6 mio. kr., heraf kr. 250.000 på kontaktpersoner.");
/// let amounts: Vec<Amount> = found.iter().map(|mentioned| mentioned.amount).collect();
/// assert_eq!(amounts, [Amount::from_kroner(6_000_000), Amount::from_kroner(250_000)]);
/// ```
///
/// Years, paragraphs and counts have no such unit and are not amounts; nor is anything below 1.000 kr., which is often
/// the price of one thing:
///
/// ```
/// use raaderum::danish::amounts_mentioned;
///
/// assert!(amounts_mentioned("I 2023 får 12 borgere hjælp efter § 52.").is_empty());
/// assert!(amounts_mentioned("Frokosten koster 35 kr. om dagen.").is_empty());
/// ```
#[must_use]
pub fn amounts_mentioned(text: &str) -> Vec<Mentioned> {
    let text: String = text.chars().filter(|&c| !is_format(c)).collect();
    let words = words(&text);
    words
        .iter()
        .enumerate()
        .filter_map(|(index, word)| {
            let digits = word.trim_matches(|c: char| !is_digit(c));
            if digits.is_empty() || !word.starts_with(is_digit) {
                return None;
            }
            let after = |distance: usize| {
                words
                    .get(index + distance)
                    .map(String::as_str)
                    .unwrap_or_default()
            };
            let unit = after(1).trim_end_matches(|c: char| !c.is_alphabetic());
            let before = index
                .checked_sub(1)
                .and_then(|before| words.get(before))
                .map(String::as_str)
                .unwrap_or_default();
            // What is read, and what people are shown of the text.
            let (words, shown) = if word.len() > digits.len() {
                // The unit is glued to the digits, or a comma or full stop follows them: no unit word follows.
                let glued = word.trim_end_matches([',', ';', ':', ')']).to_owned();
                let shown = match glued == *word {
                    true => with_kroner(glued.clone(), after(1)),
                    false => glued.clone(),
                };
                (glued, shown)
            } else if is_scale(unit) {
                let whole = whole_unit(after(1));
                let shown = format!("{digits} {whole}");
                let shown = match whole == after(1) {
                    true => with_kroner(shown, after(2)),
                    // Something ends after the unit.
                    false => shown,
                };
                (format!("{digits} {unit}"), shown)
            } else if is_kroner(unit) {
                let shown = format!("{digits} {}", whole_unit(after(1)));
                (format!("{digits} {unit}"), shown)
            } else if is_kroner(before.trim_end_matches('.')) {
                let words = format!("kr. {digits}");
                (words.clone(), words)
            } else {
                return None;
            };
            let is_whole_kroner = [",-", ",\u{2013}"].iter().any(|end| words.ends_with(end));
            let named = is_whole_kroner || words.chars().any(char::is_alphabetic);
            let amount = named
                .then(|| read_amount(&words, AmountUnit::Kroner).ok().flatten())
                .flatten()?;
            let decimals = match digits.split_once(',') {
                Some((_, decimals)) => decimals.len(),
                None if digits.ends_with('½') => 1,
                None if digits.ends_with(['¼', '¾']) => 2,
                None => 0,
            };
            let scale = read_amount(&words.replace(digits, "1"), AmountUnit::Kroner).ok()??;
            let fineness = (0..decimals).try_fold(scale.kroner(), |fineness, _| {
                invariant(fineness.checked_div(Decimal::TEN), "ten is not 0")
            })?;
            (amount >= Amount::from_kroner(1_000)).then_some(Mentioned {
                words: shown,
                amount,
                // However many noughts are written, an amount is no finer than an øre.
                precision: fineness.max(Decimal::new(1, limits::AMOUNT_DECIMALS)),
            })
        })
        .collect()
}

/// Returns an amount with the word after it, if that is `kr.`
fn with_kroner(words: String, next: &str) -> String {
    let unit = next.trim_end_matches(|c: char| !c.is_alphabetic());
    if is_kroner(unit) {
        format!("{words} {}", whole_unit(next))
    } else {
        words
    }
}

/// Returns a unit without what follows it in the text. The full stop stays with an abbreviation, and ends the sentence
/// after a word.
fn whole_unit(word: &str) -> &str {
    let word = word.trim_end_matches(|c: char| !c.is_alphabetic() && c != '.');
    let unit = word.trim_end_matches(|c: char| !c.is_alphabetic());
    let is_abbreviated = matches!(
        in_small_letters(unit).replace('.', "").as_str(),
        "mio" | "mill" | "mia" | "tkr" | "kr"
    );
    match word.strip_prefix(unit) {
        Some(end) if is_abbreviated && end.starts_with('.') => {
            invariant(word.get(..=unit.len()), "a full stop follows").unwrap_or(unit)
        }
        _ => unit,
    }
}

/// Returns the words of a text; digits that one space parts into thousands are one word: `96 755`.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let group = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let group = group.split_once(',').map_or(group, |(whole, _)| whole);
        let is_group = group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
        match words
            .last_mut()
            .filter(|before| is_group && can_be_grouped(before))
        {
            Some(before) => {
                before.push(' ');
                before.push_str(word);
            }
            None => words.push(word.to_owned()),
        }
    }
    words
}

/// Returns whether a word is digits that a group of three can follow.
fn can_be_grouped(word: &str) -> bool {
    let first = word.split_once(' ').map_or(word, |(first, _)| first);
    let are_digits = word
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b' ');
    (1..=3).contains(&first.len()) && are_digits
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '¼' | '½' | '¾')
}

fn is_scale(word: &str) -> bool {
    matches!(
        in_small_letters(word).replace('.', "").as_str(),
        "mio" | "mill" | "million" | "millioner" | "mia" | "milliard" | "milliarder" | "tkr"
    )
}

fn is_kroner(word: &str) -> bool {
    matches!(in_small_letters(word).as_str(), "kr" | "kroner")
}
