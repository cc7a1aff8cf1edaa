//! What readers of a published page can do with it.

use crate::danish::print_number;
use crate::domain::{Catalogue, Combination};
use crate::text::{labels, page};

// ---- the list ----

pub const LIST_HINT: &str = "Søg, sortér og sæt kryds ved de forslag, du selv ville vælge. Under listen kan du se, hvad dit valg giver tilsammen.";
pub const GROUP: &str = "Gruppér efter";
pub const GROUP_NONE: &str = "Ingen grupper";
pub const GROUP_STATUS: &str = "Status";
pub const READ: &str = "Læs forslaget";
pub const NONE_FOUND: &str = "Ingen forslag passer til søgningen.";
pub const CHOICE_LEADS_TO: &str = "Konsekvenser";

/// What a proposal does to the budget, its center, and how far it is: `Sparer 1,5 mio. kr. om året · Center: CJS · i
/// høring.`
#[must_use]
pub fn about_proposal(effect: &str, department: &str, status: &str) -> String {
    let department = match department.trim() {
        "" => String::new(),
        department => format!("{}: {department}", labels::DEPARTMENT),
    };
    let parts = [effect, &department, status];
    let parts = parts.map(|part| part.trim().trim_end_matches('.'));
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    format!("{}.", parts.join(" · "))
}

/// The name of a group, and how many of its proposals are shown.
#[must_use]
pub fn group(name: &str, proposals: usize) -> String {
    format!("{name} ({})", count(proposals))
}

// ---- the reader's own package ----

pub const TRY_YOURSELF: &str = "Prøv selv: din pakke";
pub const TRY_TEXT: &str = "Vælg forslag i listen, og se her, om de når måltallet. Dit valg gemmes kun i din egen browser. Ingen andre kan se det, og siden sender intet.";
pub const NOTHING_CHOSEN: &str = "Du har ikke valgt nogen forslag endnu.";
pub const OWN_PACKAGE: &str = "Din pakke";
pub const OWN_NAME: &str = "Navn på din pakke";
pub const OWN_NAME_HINT: &str = "Højst 200 tegn. Navnet følger med, når du deler pakken.";
pub const CHOSEN: &str = "Det har du valgt";
pub const TAKE_OUT: &str = "Fjern";
pub const BEGIN_AGAIN: &str = "Fjern alle";
pub const ALL_TAKEN_OUT: &str = "Alle forslag er fjernet fra din pakke.";
pub const PACKAGE_REPLACED: &str = "Dit valg er skiftet ud.";
pub const SEE_PACKAGE: &str = "Se din pakke";
pub const PRINT_PACKAGE: &str = "Udskriv din pakke";
pub const KEPT_UNREADABLE: &str = "Dit tidligere valg kan ikke læses her. Det er lagt til side i browseren, og du kan vælge på ny.";
pub const SAME_PACKAGE: &str = "Pakken er den samme som din.";
pub const RECEIVED_HEADING: &str = "Du har fået en pakke";
pub const NOT_KEPT: &str = "Din browser gemmer ikke noget for denne side. Dit valg og det, du skriver, forsvinder, når du lukker den: del eller gem det, før du lukker.";

/// What was just chosen, or taken out, why it does not count, and where that leads.
#[must_use]
pub fn chosen(
    name: &str,
    is_chosen: bool,
    why_not: Option<&str>,
    catalogue: &Catalogue,
    sums: &Combination,
) -> String {
    let verb = if is_chosen { "Valgt" } else { "Fjernet" };
    let targets = page::against_targets(catalogue, &sums.years);
    let rest = if targets.is_empty() {
        page::package_counts(sums.counted.len(), sums.counted.len() + sums.left_out.len())
    } else {
        ended(&targets.join(", "))
    };
    match why_not {
        None => format!("{verb}: {} {rest}", ended(name)),
        Some(why) => format!(
            "{verb}: {} {} {why} {rest}",
            ended(name),
            page::NOT_COUNTED_HERE
        ),
    }
}

/// What does not count any more because of something else.
#[must_use]
pub fn count_no_longer(names: &[String]) -> String {
    format!("Tæller ikke længere med: {}.", names.join("; "))
}

/// On paper, above a reader's package: whose it is.
#[must_use]
pub fn whose_package(catalogue: &Catalogue) -> String {
    let of = match catalogue.municipality.trim() {
        "" => page::catalogue_title(catalogue),
        municipality => format!("{}, {municipality}", page::catalogue_title(catalogue)),
    };
    format!("En læsers eget valg mellem forslagene i {of}. Pakken er ikke kommunens.")
}

/// The package in a line: `Din pakke: 3 forslag. 2024: mangler 917.000 kr.`
#[must_use]
pub fn package_line(catalogue: &Catalogue, sums: &Combination) -> String {
    let counts = page::package_counts(sums.counted.len(), sums.counted.len() + sums.left_out.len());
    let targets = page::against_targets(catalogue, &sums.years);
    let targets = if targets.is_empty() {
        let changes = sums.years.each_ref().map(|year| year.net_change);
        page::yearly_change(&catalogue.first_year, &changes)
    } else {
        ended(&targets.join(", "))
    };
    format!("{OWN_PACKAGE}: {counts} {targets}")
}

// ---- sharing ----

pub const SHARE_PACKAGE: &str = "Del din pakke";
pub const SHARE_TEXT: &str = "Linket indeholder navnet og de forslag, du har valgt, og ikke andet. Den, der åbner det, ser din pakke og kan ændre sin egen kopi.";
pub const SHARE_LOCAL: &str = "Siden er åbnet fra en fil på din egen computer, så linket virker kun her. Skal andre se pakken, så send dem filen med pakken, eller åbn siden på kommunens hjemmeside først.";
pub const PACKAGE_LINK: &str = "Link til din pakke";
pub const COPY_LINK: &str = "Kopiér link";
pub const COPIED: &str = "Kopieret.";
pub const NOT_COPIED: &str = "Browseren vil ikke kopiere. Teksten er markeret: tryk Ctrl+C, eller hold fingeren på den og vælg kopiér.";
pub const SAVE_PACKAGE: &str = "Gem pakken som fil";
pub const OPEN_PACKAGE: &str = "Åbn en pakke fra en fil";
pub const PACKAGE_FILE: &str = "pakke";
pub const FILE_NOT_READ: &str = "Filen kan ikke læses. Prøv at vælge den igen.";

/// A package came by a link or from a file.
#[must_use]
pub fn received(name: &str, proposals: usize) -> String {
    match name.trim() {
        "" => format!(
            "Du har fået en pakke med {}.",
            proposals_in_words(proposals)
        ),
        name => format!(
            "Du har fået pakken »{name}« med {}.",
            proposals_in_words(proposals)
        ),
    }
}

pub const OWN_UNTOUCHED: &str = "Dit eget valg er urørt. Nedenfor kan du se de to side om side.";
pub const TAKE_OVER: &str = "Brug den i stedet for mit valg";
pub const LEAVE_RECEIVED: &str = "Luk den igen";
/// It was taken over at once, since nothing was chosen.
#[must_use]
pub fn taken_over(name: &str, proposals: usize) -> String {
    format!(
        "{} Den er nu dit valg; du kan ændre den, som du vil.",
        received(name, proposals)
    )
}
/// What a received package is called beside others.
#[must_use]
pub fn received_title(name: &str) -> String {
    match name.trim() {
        "" => "Modtaget".to_owned(),
        name => format!("Modtaget: {name}"),
    }
}
/// What the reader's package is called beside others.
#[must_use]
pub fn own_title(name: &str) -> String {
    match name.trim() {
        "" => OWN_PACKAGE.to_owned(),
        name => format!("{OWN_PACKAGE}: {name}"),
    }
}
pub const BEGIN_WITH: &str = "Begynd med denne";
pub const PUBLISHED_PACKAGES: &str = "Pakker i kataloget";

// ---- the hearing answer ----

pub const HEARING_TEXT: &str = "Skriv her, hvad du mener. Siden sætter det op som en tekst, du kan kopiere eller gemme og selv sende til kommunen. Siden sender intet, og teksten gemmes kun i din egen browser.";
pub const SENDER: &str = "Dit navn (må være tomt)";
pub const WRITE_ANSWER: &str = "Skriv et høringssvar";
pub const ABOUT_WHOLE: &str = "Om budgettet som helhed";
pub const REMARK_TO: &str = "Skriv om et bestemt forslag";
pub const ADD_REMARK: &str = "Tilføj";
pub const CHOOSE_REMARK: &str = "Vælg et forslag";
pub const REMOVE_REMARK: &str = "Fjern";
pub const REMARK_REMOVED: &str = "Bemærkningen er fjernet.";
pub const WITH_PACKAGE: &str = "Tag din pakke med i svaret";
pub const ANSWER_TEXT: &str = "Dit høringssvar";
pub const COPY_ANSWER: &str = "Kopiér teksten";
pub const SAVE_ANSWER: &str = "Gem som tekstfil";
pub const ANSWER_FILE: &str = "hoeringssvar.txt";

// ---- editions ----

pub const COMPARE_EDITIONS: &str = "Sammenlign med en anden udgave";
pub const COMPARE_TEXT: &str = "Vælg filen med en anden udgave af dette katalog. Filen bliver på din computer. Så kan du se, hvilke forslag der er nye, ændrede eller trukket tilbage.";
pub const CHOOSE_EDITION: &str = "Fil med en anden udgave";
pub const NO_EDITION: &str = "Filen er ikke et udgivet råderumskatalog. Vælg den fil, som kommunen udgav (den ender på .html), eller kataloget som JSON.";
pub const OTHER_CATALOGUE: &str =
    "Filen er et andet råderumskatalog end dette. Vælg en anden udgave af det samme katalog.";
pub const SAME_EDITION: &str = "De to udgaver siger det samme.";
pub const COMPARED_UNIT: &str = "Beløb er i hele 1.000 kr.";
pub const CHOOSE_REMARK_FIRST: &str = "Vælg først et forslag i listen.";
/// One of two editions with the same number: that of this page, and that of the file.
#[must_use]
pub fn told_apart(edition: &str, is_here: bool) -> String {
    match is_here {
        true => format!("{edition} (denne side)"),
        false => format!("{edition} (filen)"),
    }
}
/// Which is compared with which.
#[must_use]
pub fn compared_editions(then: &str, today: &str) -> String {
    format!("Fra {then} til {today}")
}
/// What a comparison found: how many proposals are new, changed and withdrawn, and whether the catalogue itself is changed.
#[must_use]
pub fn told_editions(new: usize, changed: usize, withdrawn: usize, is_catalogue: bool) -> String {
    if (new, changed, withdrawn) == (0, 0, 0) {
        return match is_catalogue {
            true => "Forslagene er de samme. Selve kataloget er ændret.".to_owned(),
            false => SAME_EDITION.to_owned(),
        };
    }
    let some = |number: usize, one: &str, more: &str| match number {
        0 => format!("ingen {more}"),
        1 => format!("1 {one}"),
        number => format!("{} {more}", count(number)),
    };
    let proposals = format!(
        "Forslag: {}, {} og {}.",
        some(new, "nyt", "nye"),
        some(changed, "ændret", "ændrede"),
        some(withdrawn, "trukket tilbage", "trukket tilbage"),
    );
    match is_catalogue {
        true => format!("{proposals} Selve kataloget er også ændret."),
        false => proposals,
    }
}
pub const AS_IT_IS_NOW: &str = "kataloget, som det ville blive udgivet nu";
pub const NO_NUMBER: &str = "en fil uden udgave";
pub const BEFORE: &str = "Før";
pub const AFTER: &str = "Efter";
pub const NEW_PROPOSALS: &str = "Nye forslag";
pub const WITHDRAWN_PROPOSALS: &str = "Trukket tilbage";
pub const CHANGED_PROPOSALS: &str = "Ændrede forslag";
pub const CHANGED_CATALOGUE: &str = "Ændret i selve kataloget";

// ---- open data ----

pub const OPEN_DATA: &str = "Gem tallene";
pub const OPEN_DATA_TEXT: &str = "Forslagene og deres beløb som filer, der kan åbnes i et regneark (CSV) eller læses af et program (JSON). Beløb er i kroner. datapackage.json beskriver kolonnerne.";

/// A button that hands over a file.
#[must_use]
pub fn fetch_file(name: &str) -> String {
    format!("Gem {name}")
}

/// A sentence with its point; an abbreviation at the end has it already.
fn ended(sentence: &str) -> String {
    format!("{}.", sentence.trim_end_matches('.'))
}

fn proposals_in_words(proposals: usize) -> String {
    match proposals {
        1 => "1 forslag".to_owned(),
        proposals => format!("{} forslag", count(proposals)),
    }
}

fn count(number: usize) -> String {
    print_number(number.into())
}
