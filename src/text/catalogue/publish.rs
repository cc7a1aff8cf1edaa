//! Publishing: what becomes public, what does not, and what came of it.

use crate::domain::{Decided, Edition, limits};
use crate::text::catalogue::{names, relations};
use crate::text::messages::listed;
use crate::text::{labels, messages};

/// While it is a proposal, on every page and every printed sheet, here and in the editor. Nothing where all is decided.
#[must_use]
pub fn decision_line(decided: Decided) -> Option<&'static str> {
    match decided {
        Decided::Nothing => Some("FORSLAG – intet er besluttet"),
        Decided::Something => Some("FORSLAG – ikke alt er besluttet"),
        Decided::Everything => None,
    }
}

pub const PUBLISH: &str = "Udgiv";
pub const PUBLISH_TEXT: &str = "Kataloget bliver til én fil, som alle kan læse i deres browser, også uden Råderum. Læg den på kommunens hjemmeside, eller send den med en mail. Filen henter intet og sender intet, og intet er offentligt, før du selv lægger den ud.";
pub const BECOMES_PUBLIC: &str = "Det bliver offentligt";
pub const STAYS: &str = "Det kommer ikke med";

pub const STAYS_ALWAYS: &str =
    "Alt andet i browseren: tidligere versioner af forslagene, handleplaner og andre kataloger.";

pub const LOOK_BEFORE: &str = "Se efter, før du udgiver";
pub const NOTHING_PUBLIC: &str = "Der er ikke noget at udgive endnu. Tag forslag med i kataloget, og giv dem en anden status end kladde: så bliver de offentlige, når du udgiver.";

pub const RENUMBERED: &str =
    "Forslagene får andre numre på siden end her, for kun dem, der kommer med, bliver nummereret.";

pub const WITH_PACKAGES: &str = "Tag pakkerne med";

/// What every sheet says, while something is not decided.
#[must_use]
pub fn says_not_decided(line: &str) -> String {
    format!("Øverst på siden og på hvert udskrevet ark står »{line}«.")
}

pub const PREVIEW: &str = "Se siden, som den bliver";

pub const PREVIEW_TEXT: &str =
    "Sådan ser siden ud for læserne. I filen kan de også vælge forslag og regne på dem.";

pub const PUBLISHING: &str = "Laver filen …";
pub const NOT_PUBLISHED: &str = "Filen kunne ikke laves, og kataloget er ikke ændret. Er der forbindelse til serveren? Genindlæs siden, og prøv igen.";

/// Nobody could read it.
#[must_use]
pub fn too_large_to_publish() -> String {
    format!(
        "Kataloget er for stort til at udgive: tekster og tal fylder mere end {} MB, og så kan siden ikke regne på dem. Der er ikke lavet nogen fil, og kataloget er ikke ændret. Del forslagene på flere kataloger.",
        limits::FILE_BYTES / 1_000_000
    )
}

pub const NO_MORE_EDITIONS: &str = "Kataloget kan ikke udgives flere gange.";

/// Which edition it will be: `Det bliver 2. udgave, 22.11.2026.`
#[must_use]
pub fn becomes(edition: Edition) -> String {
    format!("Det bliver {}.", names::edition(edition))
}

/// How many proposals become public, above their names.
#[must_use]
pub fn becomes_public(proposals: usize) -> String {
    format!(
        "{} forslag med alle tekster og tal:",
        messages::count(proposals)
    )
}

/// A group of variants that becomes public, by its name.
#[must_use]
pub fn group_is_public(name: &str) -> String {
    match name.trim() {
        "" => "Varianter uden navn".to_owned(),
        name => format!("Varianter: {name}"),
    }
}

/// The proposals that are left out as drafts.
#[must_use]
pub fn drafts_stay(names: &[String]) -> String {
    match names {
        [name] => format!(
            "Kladden »{name}«. Den tæller heller ikke med i sidens tal. Giv den en anden status, hvis den skal med."
        ),
        names => format!(
            "{} kladder: {}. De tæller heller ikke med i sidens tal. Giv dem en anden status, hvis de skal med.",
            messages::count(names.len()),
            quoted(names)
        ),
    }
}

/// The proposals that are left out because they are not here, by their numbers in the catalogue.
#[must_use]
pub fn missing_stay(numbers: &[usize]) -> String {
    let names: Vec<String> = numbers
        .iter()
        .map(|&number| messages::count(number))
        .collect();
    match names.as_slice() {
        [number] => {
            format!(
                "Forslag {number}, som mangler her i browseren. Åbn den fil, det ligger i, hvis det skal med."
            )
        }
        names => format!(
            "Forslag {}, som mangler her i browseren. Åbn de filer, de ligger i, hvis de skal med.",
            list(names)
        ),
    }
}

/// Variant groups and relations are left out.
#[must_use]
pub fn relations_stay(relations: usize) -> String {
    format!(
        "{} mellem forslag, der ikke alle bliver offentlige.",
        counted(relations, "sammenhæng", "sammenhænge")
    )
}

/// Packages are left out.
#[must_use]
pub fn packages_stay(packages: usize) -> String {
    let them = if packages == 1 { "den" } else { "de" };
    format!(
        "{}. Sæt kryds ved »{WITH_PACKAGES}«, hvis {them} skal med.",
        counted(packages, "pakke", "pakker")
    )
}

/// Packages become public without some of their proposals.
#[must_use]
pub fn packages_are_shortened(packages: usize) -> String {
    let verb = if packages == 1 {
        "mister"
    } else {
        "mister hver"
    };
    format!(
        "{} {verb} de forslag, der ikke bliver offentlige, og kan få andre summer end her.",
        counted(packages, "pakke", "pakker")
    )
}

/// Packages have nothing left that is public.
#[must_use]
pub fn packages_are_emptied(names: &[String]) -> String {
    match names {
        [name] => format!("»{name}«: ingen af pakkens forslag bliver offentlige."),
        names => format!(
            "{}: ingen af deres forslag bliver offentlige.",
            quoted(names)
        ),
    }
}

/// Advice that was dismissed is left out.
#[must_use]
pub fn dismissed_advice_stays(advice: usize) -> String {
    format!(
        "{} som i orden, og begrundelserne.",
        counted(advice, "ting, der er noteret", "ting, der er noteret")
    )
}

/// The sums of the source are left out.
#[must_use]
pub fn stated_sums_stay(proposals: usize) -> String {
    format!(
        "De indsatte summer i {} forslag. Siden viser de beregnede.",
        messages::count(proposals)
    )
}

/// Something cannot be read in these proposals.
#[must_use]
pub fn cannot_be_read(names: &[String]) -> String {
    format!(
        "Et felt kan ikke læses i {}. Det kommer til at stå, som det er skrevet, og summerne kan ikke regnes ud.",
        quoted(names)
    )
}

/// Something in the catalogue's own fields cannot be read.
#[must_use]
pub fn catalogue_cannot_be_read(fields: &[String]) -> String {
    format!(
        "Skal rettes i kataloget: {}. Læserne får det ikke at se, før det er rettet.",
        list(fields)
    )
}

pub const WEAKENINGS_LEFT_OUT: &str = "Når et beløb i et overlap ikke kan læses, bliver overlappets andre beløb også udeladt. Siden siger, at beløbet ikke er oplyst, og summen lover måske for meget.";
pub const DOUBTFUL_SIGNS: &str = "Fortegn, der måske er forkerte";
pub const DOUBTFUL_SIGNS_TEXT: &str = "Ret dem, eller skriv i forslaget under »Tjek«, at tallet er i orden. Ellers står årsværk på siden som »fortegn ikke oplyst«, og beløb, som de er skrevet.";
pub const SIGNS_ARE_SEEN: &str = "Jeg har set på fortegnene og vil udgive dem, som de står";

pub const SIGNS_NOT_SEEN: &str =
    "Se på fortegnene ovenfor, og sæt kryds ved, at du har set dem. Så kan kataloget udgives.";

/// One proposal weakens another, and nobody has written by how much.
#[must_use]
pub fn weakens_without_amount(from: &str, to: &str) -> String {
    format!("»{from}« overlapper »{to}«")
}

/// Weakenings without an amount.
#[must_use]
pub fn sums_promise_too_much(weakenings: &[String]) -> String {
    format!(
        "{}, men der står ikke hvor meget. Summerne på siden lover derfor måske for meget.",
        list(weakenings)
    )
}

/// These proposals require others that are not public.
#[must_use]
pub fn lack_what_they_require(names: &[String]) -> String {
    format!(
        "Det, som {} kræver, bliver ikke offentligt. På siden står de, som om de kan vælges alene, så summerne kan love mere end her.",
        quoted(names)
    )
}

/// The reasons of so many relations become public.
#[must_use]
pub fn notes_are_public(relations: usize) -> String {
    format!(
        "»{}« i {}",
        relations::RELATION_NOTE,
        counted(relations, "sammenhæng", "sammenhænge")
    )
}

/// What became of so many proposals becomes public.
#[must_use]
pub fn outcomes_are_public(proposals: usize) -> String {
    format!(
        "»{}« i {}",
        labels::OUTCOME,
        counted(proposals, "forslag", "forslag")
    )
}

/// Something at the head of the catalogue is blank.
#[must_use]
pub fn not_filled_in(fields: &[String]) -> String {
    format!(
        "Ikke udfyldt i kataloget: {}. Læserne kan heller ikke se det.",
        list(fields)
    )
}

/// It was published: which edition (`label`), and in which file.
#[must_use]
pub fn published(label: &str, file: &str) -> String {
    format!("{label} er klar: filen {file} er lavet.")
}

fn list(names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    listed(&names)
}

/// `»1. A« og »3. B«`
fn quoted(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("»{name}«")).collect();
    list(&names)
}

fn counted(number: usize, one: &str, several: &str) -> String {
    let name = if number == 1 { one } else { several };
    format!("{} {name}", messages::count(number))
}
