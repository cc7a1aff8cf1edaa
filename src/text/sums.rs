//! What a choice of proposals amounts to, with its bars, and packages side by side.

use std::collections::BTreeSet;

use crate::danish::{AmountUnit, Signs, print_number};
use crate::domain::{
    AgainstTarget, Amount, Catalogue, ChangeKind, Combination, CombinedYear, Entry, Id, NotCounted,
    NotCountedReason, PositionTotal, Total, YEARS, Year,
};
use crate::text::labels::year_column;
use crate::text::messages::{INCOMPLETE, listed};
use crate::text::{document, labels, meaning, messages, yearly};

pub const AGAINST_TARGET: &str = "I forhold til måltallet";
pub const AMOUNTS_TO: &str = "Hvad kataloget højst kan give";
pub const AMOUNTS_TO_HINT: &str = "Tallene er det tilladte valg, der sparer mest over de fire år. Det er ikke summen af alle forslag: af varianter og af forslag, der ikke kan vælges sammen, er højst ét talt med, og forslag, der ikke sparer mere i alt, er ikke talt med.";

/// Of how many proposals a catalogue's sum is.
#[must_use]
pub fn counted_of(counted: usize, proposals: usize) -> String {
    format!(
        "{} af katalogets {} forslag er talt med.",
        messages::count(counted),
        messages::count(proposals)
    )
}
pub const OF_CATALOGUE: &str = "Kataloget";
pub const NOTHING_COUNTED: &str = "Ingen forslag tæller med endnu.";
pub const ABOUT_SUM: &str = "Om summen";
pub const NOT_COUNTED: &str = "Forslag, der ikke er talt med";
pub const WEAKENING_ROW: &str = "Heraf modregnet, fordi forslag overlapper hinanden";
pub const POSITIONS_ROW: &str = "Ændring i antal årsværk";
pub const PARTS: &str = "Fordelt på centre og typer";
pub const BY_DEPARTMENT: &str = "fordelt på centre";
pub const BY_KINDS: &str = "fordelt på, hvad ændringerne vedrører";
pub const NO_DEPARTMENT: &str = "Center ikke oplyst";
pub const NO_KIND: &str = "Ikke oplyst, hvad ændringen vedrører";

/// A center as it is named where proposals are grouped.
#[must_use]
pub fn department_name(name: &str) -> String {
    match name {
        "" => NO_DEPARTMENT.to_owned(),
        name => name.to_owned(),
    }
}

/// The kinds of a proposal as they are named where proposals are grouped.
#[must_use]
pub fn kinds_name(kinds: &BTreeSet<ChangeKind>) -> String {
    let kinds: Vec<_> = kinds.iter().map(|&kind| labels::kind(kind)).collect();
    match kinds.as_slice() {
        [] => NO_KIND.to_owned(),
        kinds => kinds.join(", "),
    }
}

pub const BARS_BY: &str = "Del søjlerne op efter";
pub const BARS_WHOLE: &str = "Ikke delt op";
pub const BARS_OTHERS: &str = "Øvrige";
pub const BARS_SAVING: &str = "Besparelse i året";
pub const BARS_COST: &str = "Udgift i året";
pub const BARS_TARGET: &str = "Måltal";
pub const BARS_INCOMPLETE: &str = "Figuren tegnes, når alle beløb kan læses.";

/// A figure of a sum: `Kataloget: Ændringsforslag i alt 2024`.
#[must_use]
pub fn figure_of(what: &str, figure: &str) -> String {
    format!("{what}: {figure}")
}

/// Above a table of amounts: what it is of, the unit, what a sign means, and the price level, if there is one.
#[must_use]
pub fn caption(what: &str, signs: Signs, price_level: &str) -> String {
    format!("{what}. {}", document::thousands(signs, price_level))
}

/// How far a year is from its target, in words, exactly; nothing where there is no target.
#[must_use]
pub fn against_target(year: &CombinedYear) -> String {
    against_target_as(year, meaning::short)
}

/// The same, rounded, beside a picture or in a sentence with other rounded amounts.
#[must_use]
pub fn against_target_rounded(year: &CombinedYear) -> String {
    against_target_as(year, meaning::rounded)
}

fn against_target_as(year: &CombinedYear, said: fn(Amount) -> String) -> String {
    match year.against_target() {
        None => String::new(),
        Some(AgainstTarget::Unknown) => INCOMPLETE.to_owned(),
        Some(AgainstTarget::Doubtful) => NOT_COMPARABLE.to_owned(),
        Some(AgainstTarget::Reached { beyond }) if beyond.is_zero() => {
            "måltallet er nået".to_owned()
        }
        Some(AgainstTarget::Reached { beyond }) => {
            format!("måltallet er nået med {} i overskud", said(beyond))
        }
        Some(AgainstTarget::Missing(missing)) => format!("mangler {}", said(missing)),
    }
}

/// The same beside a bar that fills up to the target: `mangler 917.000 kr. af 6 mio. kr.`
#[must_use]
pub fn of_target(year: &CombinedYear) -> String {
    let target = year.target.and_then(Total::amount);
    match (year.against_target(), target) {
        (None, _) => NO_TARGET.to_owned(),
        (Some(AgainstTarget::Missing(missing)), Some(target)) if !target.is_zero() => format!(
            "mangler {} af {}",
            meaning::short(missing),
            meaning::short(meaning::size(target))
        ),
        _ => against_target(year),
    }
}

pub const NO_TARGET: &str = "intet måltal";
pub const NOT_COMPARABLE: &str =
    "kan ikke sammenlignes, før det er afklaret, om måltallet har det rigtige fortegn";

/// What stands under a bar, rounded: the table beside it has the exact amount.
#[must_use]
pub fn bar_words(net_change: Amount) -> String {
    match meaning::rounded_change(net_change) {
        words if words.is_empty() => "0 kr.".to_owned(),
        words => words,
    }
}

/// The picture in words, for who cannot see it.
#[must_use]
pub fn bars_in_words(catalogue: &Catalogue, years: &[CombinedYear]) -> String {
    let bar = |year: &CombinedYear| {
        let words = |total: Total| {
            let amount = total.amount();
            amount.map_or_else(|| INCOMPLETE.to_owned(), bar_words)
        };
        let net = words(year.net_change);
        if year.cost.counted().is_none_or(Amount::is_zero) {
            return net;
        }
        let saving = words(year.net_change - year.cost);
        format!("{net} i alt ({saving}, {})", words(year.cost))
    };
    // Most of them end in `kr.`
    each_year_in_words(catalogue, years, bar).join("; ")
}

pub(super) fn each_year_in_words(
    catalogue: &Catalogue,
    years: &[CombinedYear],
    in_words: impl Fn(&CombinedYear) -> String,
) -> Vec<String> {
    let words = years.iter().enumerate().map(|(index, year)| {
        let column = year_column(&catalogue.first_year, index);
        let change = in_words(year);
        match against_target_rounded(year) {
            // Of what cannot be added up, the distance to the target is not known either.
            target if target.is_empty() || target == change => format!("{column}: {change}"),
            target => format!("{column}: {change}, {target}"),
        }
    });
    words.collect()
}

/// A sum of changes in words.
#[must_use]
pub fn total_words(net_change: Total) -> String {
    match net_change {
        Total::Blank => messages::NO_AMOUNT_YET.to_owned(),
        Total::Complete(amount) => bar_words(amount),
        Total::Incomplete => INCOMPLETE.to_owned(),
    }
}

/// Positions of a year.
#[must_use]
pub fn positions(positions: Option<PositionTotal>) -> String {
    match positions {
        None => String::new(),
        Some(total) => total
            .positions()
            .map_or_else(|| INCOMPLETE.to_owned(), print_number),
    }
}

/// How many of the proposals say how many positions they change, and of how many of those it cannot be told whether positions are
/// created or cut.
#[must_use]
pub fn positions_stated(stated: usize, counted: usize, without_sign: usize) -> String {
    let stated = format!(
        "Årsværk er oplyst i {} af {} forslag, der tæller med. Minus er stillinger, der nedlægges.",
        messages::count(stated),
        messages::count(counted)
    );
    match without_sign {
        0 => stated,
        1 => format!(
            "{stated} I 1 af dem er fortegnet ikke oplyst, så summen kan ikke bruges uden at se efter i forslaget."
        ),
        number => format!(
            "{stated} I {} af dem er fortegnet ikke oplyst, så summen kan ikke bruges uden at se efter i forslagene.",
            messages::count(number)
        ),
    }
}

/// Why a proposal does not count; `name` gives the name of a proposal.
#[must_use]
pub fn not_counted_reason(
    catalogue: &Catalogue,
    reason: NotCountedReason,
    name: &dyn Fn(Id) -> String,
) -> String {
    match reason {
        NotCountedReason::NotInCatalogue => "Det er ikke i kataloget.".to_owned(),
        NotCountedReason::Unknown => "Det mangler her i browseren.".to_owned(),
        NotCountedReason::Cancelled => "Det er annulleret.".to_owned(),
        NotCountedReason::OtherVariant { group, counted } => {
            let counted = name(counted);
            let of = catalogue
                .variant_group(group)
                .map(|group| group.name.trim());
            match of {
                None | Some("") => {
                    format!("Varianten »{counted}« tæller, og højst én af varianterne kan vælges.")
                }
                Some(of) => format!(
                    "Varianten »{counted}« tæller, og højst én af varianterne af »{of}« kan vælges."
                ),
            }
        }
        NotCountedReason::Excluded { counted, .. } => format!(
            "Det kan ikke vælges sammen med »{}«, som tæller.",
            name(counted)
        ),
        NotCountedReason::MissingPrerequisite {
            proposal,
            is_chosen: true,
            ..
        } => format!("Det kræver »{}«, som heller ikke tæller.", name(proposal)),
        NotCountedReason::MissingPrerequisite { proposal, .. } => {
            format!("Det kræver »{}«, som ikke er valgt.", name(proposal))
        }
    }
}

/// Why a proposal does not count, a sentence each; and, to whoever can mend the catalogue, how. `name` gives the name of a
/// proposal.
#[must_use]
pub fn reasons(
    catalogue: &Catalogue,
    not_counted: &NotCounted,
    name: &dyn Fn(Id) -> String,
    can_mend: bool,
) -> Vec<String> {
    let sentences = not_counted.reasons.iter().flat_map(|&reason| {
        let how = if can_mend {
            not_counted_mending(reason)
        } else {
            ""
        };
        [not_counted_reason(catalogue, reason, name), how.to_owned()]
    });
    sentences.filter(|sentence| !sentence.is_empty()).collect()
}

/// What whoever keeps the catalogue can do about it; nothing where it is a choice to be made.
#[must_use]
pub fn not_counted_mending(reason: NotCountedReason) -> &'static str {
    match reason {
        NotCountedReason::Unknown => "Åbn den fil, det ligger i, hvis det skal tælle.",
        NotCountedReason::Cancelled => "Ret dets status, hvis det skal tælle.",
        NotCountedReason::NotInCatalogue
        | NotCountedReason::OtherVariant { .. }
        | NotCountedReason::Excluded { .. }
        | NotCountedReason::MissingPrerequisite { .. } => "",
    }
}

/// What to change in a package, so that a ticked proposal counts; nothing where the reason says it.
#[must_use]
pub fn not_counted_advice(reason: NotCountedReason) -> &'static str {
    match reason {
        NotCountedReason::NotInCatalogue => {
            "Tilføj det under forslagene, hvis det skal tælle, eller fjern krydset."
        }
        NotCountedReason::OtherVariant { .. } | NotCountedReason::Excluded { .. } => {
            "Fjern krydset ved det ene."
        }
        NotCountedReason::MissingPrerequisite {
            is_chosen: false, ..
        } => "Sæt også kryds ved det.",
        NotCountedReason::MissingPrerequisite { .. }
        | NotCountedReason::Unknown
        | NotCountedReason::Cancelled => "",
    }
}

pub const SAVES_NOTHING_MORE: &str = "Kataloget sparer ikke mere med det: det koster, ændrer intet eller tager mere fra andre forslag, end det sparer.";

/// What one proposal that counts takes from another, year by year.
#[must_use]
pub fn weakening_applied(
    from: &str,
    to: &str,
    first_year: &Entry<Year>,
    amounts: &[Total; YEARS],
) -> String {
    match yearly::sizes_by_year(first_year, amounts) {
        Some(amounts) if amounts.is_empty() => {
            format!("»{from}« overlapper »{to}« med 0 kr.")
        }
        Some(amounts) => {
            format!("»{from}« overlapper »{to}«: {amounts} er trukket fra besparelsen.")
        }
        None => format!("»{from}« overlapper »{to}«, men et af beløbene kan ikke læses."),
    }
}

/// What one proposal that counts takes from another is not known: to whoever can mend the catalogue, and to whoever only reads.
#[must_use]
pub fn weakening_unknown(from: &str, to: &str, can_mend: bool) -> String {
    match can_mend {
        true => format!(
            "»{from}« overlapper »{to}«, men der står ikke hvor meget. Summen lover derfor måske for meget."
        ),
        false => {
            format!(
                "»{from}« overlapper »{to}«. Hvor meget er ikke oplyst, så intet er trukket fra."
            )
        }
    }
}

/// What is to be said of a sum: what was weakened, different prices, other years; and, to whoever can mend the catalogue, how.
/// `name` gives the name of a proposal.
#[must_use]
pub fn about_sum(
    combination: &Combination,
    name: &dyn Fn(Id) -> String,
    can_mend: bool,
) -> Vec<String> {
    let mended = |note: String, how: &'static str| match can_mend {
        true => format!("{note} {how}"),
        false => note,
    };
    let [budget_year, ..] = &combination.years;
    let first_year = budget_year.year.map_or(Entry::Blank, Entry::Value);
    let weakenings = combination.weakenings.iter().map(|one| {
        let (from, to) = (name(one.from), name(one.to));
        let is_known = one.amounts.is_some();
        let note = match &one.amounts {
            Some(amounts) => weakening_applied(&from, &to, &first_year, amounts),
            None => weakening_unknown(&from, &to, can_mend),
        };
        match one.over_all_years() {
            Total::Complete(_) if is_known => note,
            Total::Blank | Total::Complete(_) | Total::Incomplete => mended(note, MEND_WEAKENING),
        }
    });
    let levels = combination.has_different_price_levels().then(|| {
        let levels = combination.price_levels.iter().map(|(&year, of)| {
            let of: Vec<String> = of.iter().map(|&id| name(id)).collect();
            price_level_of(year, &of)
        });
        let note = different_price_levels(&levels.collect::<Vec<_>>());
        mended(note, MEND_PRICE_LEVELS)
    });
    let other_years = combination.other_years.iter();
    let other_years = other_years.map(|&id| mended(other_year(&name(id)), MEND_YEAR));
    weakenings.chain(levels).chain(other_years).collect()
}

pub const MEND_WEAKENING: &str = "Skriv beløbene under sammenhængene.";
pub const MEND_PRICE_LEVELS: &str = "Regn dem om til ét prisniveau i forslagene.";
pub const MEND_YEAR: &str = "Ret budgetåret, eller tag forslaget ud.";

/// The amounts are in the prices of different years: each level, and whose it is.
#[must_use]
pub fn different_price_levels(levels: &[String]) -> String {
    format!(
        "Beløbene er i forskellige prisniveauer, så summen er ikke nøjagtig: {}.",
        levels.join("; ")
    )
}

/// A price level, and the proposals that have it: `2024-pl (1. A og 2. B)`.
#[must_use]
pub fn price_level_of(year: Year, of: &[String]) -> String {
    let of: Vec<&str> = of.iter().map(String::as_str).collect();
    match of.as_slice() {
        [] => format!("{}-pl (kataloget)", year.number()),
        names => format!("{}-pl ({})", year.number(), listed(names)),
    }
}

/// A proposal has another budget year than the catalogue.
#[must_use]
pub fn other_year(name: &str) -> String {
    format!(
        "»{name}« har et andet budgetår end kataloget. Kun beløb i katalogets fire år er talt med."
    )
}

/// A better choice may have been missed.
#[must_use]
pub fn unproven(proposals: usize) -> String {
    format!(
        "{} forslag hænger sammen på så mange måder, eller har beløb, der ikke kan læses, at et bedre valg kan være overset. Tallet er det bedste, der er fundet.",
        messages::count(proposals)
    )
}

pub const COMPARISON: &str = "Pakkerne side om side";
pub const COMPARED_FIGURES: &str = "Pakkernes tal";

/// Only so many can stand side by side.
#[must_use]
pub fn compared(most: usize) -> String {
    format!(
        "Vælg op til {} pakker at sammenligne.",
        messages::count(most)
    )
}

pub const COMPARED_PROPOSALS: &str = "Hvad pakkerne har fælles, og hvor de er forskellige";
pub const SHARED: &str = "I alle pakkerne";
pub const CHOSEN_IN_ALL: &str = "Valgt i alle pakkerne, men tæller ikke med i dem alle";
pub const DIFFERING: &str = "Kun i nogle af pakkerne";
pub const HAS: &str = "med";
pub const HAS_NOT_COUNTED: &str = "valgt, tæller ikke";
pub const HAS_NOT: &str = "–";

/// An amount of a year.
#[must_use]
pub fn in_year(figure: &str, catalogue: &Catalogue, index: usize) -> String {
    format!("{figure} {}", year_column(&catalogue.first_year, index))
}

/// An amount in kroner, for a dialog.
#[must_use]
pub fn four_years(signs: Signs, total: Total) -> String {
    match total {
        Total::Blank => messages::NO_AMOUNT_YET.to_owned(),
        Total::Complete(amount) => format!(
            "{} t.kr. over fire år",
            signs.print(amount, AmountUnit::Thousands)
        ),
        Total::Incomplete => INCOMPLETE.to_owned(),
    }
}
