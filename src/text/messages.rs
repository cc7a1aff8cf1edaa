//! Sentences about what somebody typed or opened: what is wrong or odd, and what to do.

use super::labels;
use super::meaning::{self, kroner};
use crate::checks::AdviceReason;
use crate::danish::{
    AmountUnit, DateError, MINUS, NumberError, Signs, in_small_letters, print_amount, print_number,
};
use crate::domain::{Amount, PLAN_REQUIRED_ABOVE, StatedDifference, limits};
use crate::draft::{EntryError, Remark};
use crate::file::{Expected, OtherProgram, Reason, Refusal};

pub const INCOMPLETE: &str = "kan ikke regnes ud";

/// The last day of a year, as dates are typed: `31.12.2027`
pub(super) fn example_date(year: i32) -> String {
    format!("31.12.{year}")
}

/// Why a field cannot be read, and what to type. The examples are of a year, the document's own where it has one.
#[must_use]
pub fn entry_error(error: &EntryError, year: i32) -> String {
    match error {
        EntryError::Number(error) => number_error(error),
        EntryError::ComputesWithWhatStood(typed) => format!(
            "»{typed}« er ikke regnet ud, for der stod et tal i feltet i forvejen. Skriv ={typed}, hvis det skal regnes ud. Skriv ellers kun det nye tal."
        ),
        EntryError::Date(DateError::Unknown) => {
            format!(
                "Skriv datoen med dag, måned og år, fx {} eller 31. december {year}.",
                example_date(year)
            )
        }
        EntryError::Date(DateError::NotInCalendar) => {
            format!(
                "Den dato findes ikke i kalenderen. Skriv fx {}.",
                example_date(year)
            )
        }
        EntryError::Year => {
            let (first, last) = limits::YEARS;
            format!("Skriv et årstal mellem {first} og {last}, fx {year}.")
        }
        EntryError::SeveralYears(typed) => {
            format!("»{typed}« er flere år. Skriv kun det første, fx 2024.")
        }
        EntryError::Rate => {
            "Skriv statens andel i procent fra 0 til under 100 med højst to decimaler, fx 50 %."
                .to_owned()
        }
        EntryError::TextTooLong => format!(
            "Teksten er for lang. Forkort den til højst {} tegn, ellers er der måske ikke plads til at gemme den.",
            print_number(limits::TEXT_CHARACTERS.into())
        ),
        EntryError::PriceLevel => format!("Skriv prisniveauet som et årstal, fx {year}-pl."),
        EntryError::Weakening => {
            "Skriv et beløb i hele 1.000 kr. uden fortegn, fx 100, eller lad feltet stå tomt."
                .to_owned()
        }
        EntryError::HearingEndsFirst => {
            "Høringen slutter, før den begynder. Ret en af de to datoer.".to_owned()
        }
    }
}

fn number_error(error: &NumberError) -> String {
    match error {
        NumberError::Grouping(typed) => format!(
            "»{typed}« kan ikke læses. Brug komma til decimaler (1,5), og sæt kun punktum mellem tusinder (1.500)."
        ),
        NumberError::Commas(typed) => {
            format!("»{typed}« har mere end ét komma. Skriv fx 1.234,5.")
        }
        NumberError::Unknown(typed) => format!(
            "»{typed}« er ikke en del af et tal. Skriv fx −4.600, 5,6 mio. eller =12*450."
        ),
        NumberError::Approximate(word) => format!(
            "»{word}« siger, at tallet ikke er præcist. Skriv det tal, der skal regnes med, fx 300, og forbeholdet i teksten."
        ),
        NumberError::Percent => {
            "Procent kan ikke stå her. Regn tallet ud, fx =12/100*4.600, og skriv det.".to_owned()
        }
        NumberError::LoneDash => {
            "En streg alene er ikke et tal. Skriv 0, hvis der intet er, eller lad feltet stå tomt, hvis det mangler.".to_owned()
        }
        NumberError::MixedSeparators { typed, number } => format!(
            "I »{typed}« står både punktum og mellemrum mellem tusinder. Brug kun det ene, fx {}.",
            with_minus(number)
        ),
        NumberError::Counted { word, number } => format!(
            "»{word}« er ikke en del af et tal. Skriv kun tallet: {}.",
            with_minus(number)
        ),
        NumberError::PriceLevel(typed) => format!(
            "»{typed}« ligner et prisniveau, og her skal stå et tal. Skriv beløbet eller antallet her."
        ),
        NumberError::UnclearUnit { typed, .. } => format!(
            "I »{typed}« har nogle tal en enhed, og andre har ingen. Skriv enheden efter hvert tal, fx =5 mio. − 3 mio."
        ),
        NumberError::NotAnAmount => {
            "Et beløb kan ikke ganges med et beløb, og et tal kan ikke deles med et beløb. Skriv kun enhed på beløbet, fx =12*450 kr.".to_owned()
        }
        NumberError::GluedMark(number) => format!(
            "Slutparentesen har ingen begyndelse. Er det sidste ciffer en fodnote, så skriv {}, ellers slet parentesen.",
            with_minus(number)
        ),
        NumberError::Range(text) => format!(
            "»{}« ligner et interval, og der kan kun regnes med ét tal. Skriv det, du vil regne med.",
            text.typed
        ),
        NumberError::Years(text) => format!(
            "»{}« ligner årstal, ikke et tal at regne med. Skriv beløbet eller antallet her.",
            text.typed
        ),
        NumberError::Subtraction(text) => format!(
            "»{}« ligner et regnestykke, men kan også være to tal eller et interval. Begynd med =, hvis der skal trækkes fra, eller skriv ét tal.",
            text.typed
        ),
        NumberError::Date(typed) => format!(
            "»{typed}« ligner en dato, og her skal stå et tal. Skal det regnes ud, så begynd med =."
        ),
        NumberError::Row(numbers) => format!(
            "Her står {} tal efter hinanden: {}. Skriv ét tal i hver celle, eller sæt regnetegn imellem og begynd med =.",
            numbers.len(),
            brief(&with_minus(&numbers.join(" | "))).trim_end_matches('.')
        ),
        NumberError::PerYear => {
            "Et beløb per år kan kun stå i et års kolonne. Skriv det beløb, der hører til her.".to_owned()
        }
        NumberError::TwoSigns => {
            "Der står to fortegn efter hinanden. Skriv ét, fx −4.".to_owned()
        }
        NumberError::Unfinished => {
            "Tallet eller regnestykket er ikke skrevet færdigt. Skriv fx −4.600 eller =(1.200-300)/3.".to_owned()
        }
        NumberError::NothingBetween => {
            "Der står to tal efter hinanden. Skriv ét tal, med punktum mellem tusinder, eller sæt +, -, * eller / imellem.".to_owned()
        }
        NumberError::UnitNotAllowed => "Her skal stå et antal uden kr., fx 2.".to_owned(),
        NumberError::DivisionByZero => {
            "Man kan ikke dividere med nul. Ret regnestykket.".to_owned()
        }
        NumberError::TooLarge => {
            "Tallet er for stort. Et beløb er højst 1.000 mia. kr., og et antal er højst 1.000.000. Tjek antallet af nuller.".to_owned()
        }
        NumberError::TooManyDecimals(limits::AMOUNT_DECIMALS) => {
            "Beløbet er finere end én øre. Brug færre decimaler.".to_owned()
        }
        NumberError::TooManyDecimals(most) => format!("Brug højst {most} decimaler."),
        NumberError::NotAHeadCount => {
            "Skriv et helt antal medarbejdere uden fortegn, fx 2.".to_owned()
        }
        NumberError::TooLong => format!(
            "Teksten er for lang til et tal. Skriv højst {} tegn.",
            limits::NUMBER_CHARACTERS
        ),
    }
}

/// What is said about a text that was typed and read.
#[must_use]
pub fn remark(remark: &Remark) -> String {
    match remark {
        Remark::Footnote(mark) => format!(
            "»{mark}« ligner et fodnotemærke og er ikke taget med i tallet. Skriv noten i teksten, hvis den skal med."
        ),
        Remark::Thousands(other) => format!(
            "Kommaet er læst som decimalkomma. Er det tusinder, så skal der stå {}.",
            with_minus(other)
        ),
        Remark::Fraction(percent) => format!(
            "Det er læst som under 1 %. Er det en andel af det hele, så skal der stå {percent}."
        ),
        Remark::Row(numbers) => format!(
            "Mellemrummene er læst som skel mellem tusinder, så det er ét tal. Er det {} tal, så sæt dem i hver sin celle.",
            numbers.len()
        ),
        Remark::FewKroner(other) => format!(
            "Der står kr., så beløbet er læst som hele kroner. Er det i 1.000 kr. som resten af skemaet, så skal der stå {other}."
        ),
    }
}

/// A number as it was typed, with the minus sign that is printed.
pub(super) fn with_minus(typed: &str) -> String {
    typed.replace('-', &MINUS.to_string())
}

/// What was noticed, why it matters, and what to consider.
#[must_use]
pub fn advice(reason: &AdviceReason) -> String {
    match reason {
        AdviceReason::NoKind => "Sæt mindst ét kryds, så andre kan finde forslaget.".to_owned(),
        AdviceReason::AppropriationWithoutNumber(line) => format!(
            "Bevillingen »{}« har intet nummer. Skriv det foran, fx 3.20.35, så økonomi kan finde den.",
            brief(line)
        ),
        AdviceReason::NoCurrentBudget => {
            "Udfyld det nuværende budget, så man kan se, hvor meget ændringen fylder.".to_owned()
        }
        AdviceReason::GainIsPositive => {
            "Gevinsten tæller som en udgift, så forslaget ser dyrere ud. Skal den spare, så vend fortegnet."
                .to_owned()
        }
        AdviceReason::InvestmentIsNegative => {
            "Investeringen tæller som en besparelse, så forslaget ser billigere ud. Skal den koste, så vend fortegnet."
                .to_owned()
        }
        AdviceReason::InvestmentWithoutAmount => {
            "Der er sat kryds ved Investering, men intet investeringsbehov er skrevet. Uden det regnes forslaget for billigt.".to_owned()
        }
        AdviceReason::InvestmentNotTicked => {
            "Forslaget har et investeringsbehov, men intet kryds ved Investering. Så overses det, når der ledes efter investeringer.".to_owned()
        }
        AdviceReason::SavingExceedsBudget => {
            "Forslaget sparer mere end det nuværende budget, og man kan ikke spare mere, end der er. Er tallene i 1.000 kr.?".to_owned()
        }
        AdviceReason::PositionsOfACutArePositive => {
            "Forslaget sparer uden at investere, men årsværk står med plus, som om der ansættes. Nedlægges der stillinger, skrives de med minus.".to_owned()
        }
        AdviceReason::PositionsOfAnExpansionAreNegative => {
            "Forslaget koster kun, men årsværk står med minus, som om der nedlægges stillinger. Oprettes de, skrives de med plus.".to_owned()
        }
        AdviceReason::NoConsequences => {
            "Skriv, hvad forslaget betyder for borgere og medarbejdere. Det er det første, politikere og borgere spørger om.".to_owned()
        }
        AdviceReason::NoTimeHorizon => {
            "Skriv, hvornår forslaget får virkning, så man kan se, om hele årets beløb kan nås.".to_owned()
        }
        AdviceReason::TextNamesAnotherAmount(mentioned) => format!(
            "Teksten nævner »{}«, men det beløb står ikke i tabellen. Læserne ser begge tal. Hvilket gælder?",
            mentioned.words
        ),
        AdviceReason::DateOutsideYear(dated, year) => {
            format!("Datoen ligger i {dated}, men handleplanen er for {year}. En forkert dato flytter prognosen til et andet år. Passer den?")
        }
        AdviceReason::UpdatedBeforeStart => {
            "Planen er opdateret før sin opstart. Er datoerne byttet om?".to_owned()
        }
        AdviceReason::NoOverspendAtStart => {
            "Skriv det forventede merforbrug ved opstart. Uden det kan resultatet ikke regnes ud.".to_owned()
        }
        AdviceReason::OverspendMayBeMillions(amount) => format!(
            "Merforbruget er læst som {}, altså under 1.000 kr. Mangler der »mio.«?",
            kroner(*amount)
        ),
        AdviceReason::OverspendIsNegative(amount) => format!(
            "Med minus er det et forventet mindreforbrug på {} Er det et merforbrug, så fjern fortegnet.",
            kroner(-*amount)
        ),
        AdviceReason::TargetIsPositive(_) => {
            "Et måltal uden minus betyder, at forslagene må koste så meget. Skal de spare, så vend fortegnet.".to_owned()
        }
        AdviceReason::NoEffect => {
            "Der er et merforbrug over grænsen, men ingen økonomisk effekt af indsatserne endnu. Så viser planen ikke, hvordan det nedbringes."
                .to_owned()
        }
        AdviceReason::EffectIsPositive => {
            "Effekten øger merforbruget. Skal den spare, så vend fortegnet.".to_owned()
        }
        AdviceReason::NotReported(months) => {
            let names: Vec<&str> = months.iter().map(|&month| labels::month(month)).collect();
            format!(
                "Der er planlagt en effekt, men intet er meldt for {}. Det tæller som 0, til det er skrevet; skriv 0, hvis der intet kom.",
                listed(&names)
            )
        }
        AdviceReason::GoalNamesAnotherAmount(mentioned, total) => format!(
            "Målet nævner »{}«, men månederne giver {} Hvilket beløb gælder?",
            mentioned.words,
            kroner(meaning::size(*total))
        ),
        AdviceReason::CauseNamesAnotherAmount(mentioned, at_start) => format!(
            "Årsagen nævner »{}«, men ved opstart står {} Er det afrundet, eller gælder det ene ikke?",
            mentioned.words,
            kroner(*at_start)
        ),
        AdviceReason::SameAmountsAsRow(row, _) => format!(
            "Beløbene er de samme som i {}. Er de kopieret, tælles besparelsen to gange.",
            in_small_letters(&labels::focus_area(*row))
        ),
        AdviceReason::SameTextAsRow(row, _) => format!(
            "Teksten er den samme som i {}. Er den kopieret, mangler der måske noget her.",
            in_small_letters(&labels::focus_area(*row))
        ),
        AdviceReason::SameAmountsAsPlan(plan) => format!(
            "Alle beløb er de samme som i handleplanen for »{}«. Er den ene kopieret fra den anden, passer tallene næppe til begge steder.",
            brief(plan)
        ),
        AdviceReason::SameTextAsPlan(plan, _) => format!(
            "Samme tekst står i handleplanen for »{}«. Er den kopieret, passer den så også her?",
            brief(plan)
        ),
        AdviceReason::AppropriationWithoutFinancing => {
            "Skriv, hvor pengene til tillægsbevillingen skal komme fra. Uden finansiering kan byrådet ikke bevilge den.".to_owned()
        }
        AdviceReason::AppropriationIsNegative => {
            "En tillægsbevilling er penge, der lægges til, og skrives uden minus. Med minus øger den det, der mangler.".to_owned()
        }
    }
}

/// As much of a text as a sentence about it can hold: it is known by its beginning.
fn brief(text: &str) -> String {
    const CHARACTERS: usize = 100;
    let mut brief: String = text.chars().take(CHARACTERS).collect();
    if text.chars().nth(CHARACTERS).is_some() {
        brief.push('…');
    }
    brief
}

/// `a, b og c`
pub(super) fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} og {last}", first.join(", ")),
    }
}

/// What the source states where it cannot be read.
#[must_use]
pub fn stated_unreadable(text: &str) -> String {
    let text: String = text.chars().take(40).collect();
    format!("Summen i det, du satte ind, er »{text}«, som ikke kan læses som et beløb.")
}

/// What the source states, what the cells give, and the difference.
#[must_use]
pub fn stated_difference(difference: &StatedDifference, unit: AmountUnit, signs: Signs) -> String {
    let stated = signs.print(difference.stated, unit);
    let computed = signs.print(difference.computed, unit);
    let size = print_amount(meaning::size(difference.difference()), unit);
    let unit = match unit {
        AmountUnit::Kroner => "kr.",
        AmountUnit::Thousands => "t.kr.",
    };
    match signs {
        Signs::MinusSaves | Signs::PlusSaves => {
            format!(
                "Summen i det, du satte ind, er {stated}. Cellerne giver {computed}. Forskellen er {size} {unit}"
            )
        }
        Signs::Words | Signs::RowDecides => {
            format!(
                "Summen i det, du satte ind: {stated}. Cellerne: {computed}. Forskellen er {size} {unit}"
            )
        }
    }
}

/// Why a file is refused: one sentence that begins with the path.
#[must_use]
pub fn refusal(refusal: &Refusal) -> String {
    let sentence = reason(&refusal.reason);
    if refusal.path.is_empty() {
        sentence
    } else {
        format!("{}: {sentence}", refusal.path)
    }
}

/// Why a record in the browser's storage cannot be read.
#[must_use]
pub fn damage(damage: &Refusal) -> String {
    match damage.reason {
        Reason::NotJson { line, column } => {
            format!("Det er ikke gyldig JSON (linje {line}, tegn {column}) og er måske beskadiget.")
        }
        Reason::NotOurs if damage.path.is_empty() => {
            "Det er ikke det dokument, som hører til her.".to_owned()
        }
        _ => refusal(damage),
    }
}

fn reason(reason: &Reason) -> String {
    match reason {
        Reason::FileTooLarge => format!(
            "Filen er for stor. Grænsen er {} MB. Del den i flere filer.",
            limits::FILE_BYTES / 1_000_000
        ),
        Reason::Empty => "Filen er tom. Vælg en anden fil, som Råderum har gemt.".to_owned(),
        Reason::OtherProgram(program) => other_program(*program).to_owned(),
        Reason::NotText => "Filen er ikke en tekstfil (UTF-8). Vælg en fil, som Råderum har gemt.".to_owned(),
        Reason::NotJson { line, column } => format!(
            "Filen kan ikke læses som en Råderum-fil (JSON): linje {line}, tegn {column}. Er den fra Råderum, er den måske beskadiget eller ikke kopieret helt."
        ),
        Reason::Damaged => "Indholdet er beskadiget: det er ikke længere det, der blev gemt.".to_owned(),
        Reason::NotOurs => "Filen er ikke fra Råderum. Vælg en fil, som Råderum har gemt.".to_owned(),
        Reason::TooNew(version) => format!(
            "Filen er lavet med en nyere Råderum (version {version}). Denne læser til og med version {}. Genindlæs siden for at få den nyeste.",
            crate::file::VERSION
        ),
        Reason::Missing => "Her mangler en værdi.".to_owned(),
        Reason::Unknown => "Denne version kender ikke feltet, og det ville gå tabt.".to_owned(),
        Reason::Doubled => {
            "Feltet står to gange, og kun det ene kan læses. Slet det, der ikke gælder.".to_owned()
        }
        Reason::Expected(expected) => format!("Her skal stå {}.", belongs(*expected)),
        Reason::AmountOutOfBounds => {
            "Tallet er uden for grænserne. Et beløb er højst 1.000 mia. kr. og har højst to decimaler.".to_owned()
        }
        Reason::StaffOutOfBounds => format!(
            "Tallet er uden for grænserne. Medarbejdere er et helt antal fra 0, årsværk har højst {} decimaler, og begge er højst {}.",
            limits::STAFF_DECIMALS,
            print_number(limits::STAFF.into())
        ),
        Reason::RateOutOfBounds => {
            "Procenten er uden for grænserne. Den er fra 0 til under 100 og har højst to decimaler.".to_owned()
        }
        Reason::TooMany(most) => format!(
            "Her er for mange. Grænsen er {}. Fjern nogle, eller del filen i flere.",
            print_number((*most).into())
        ),
        Reason::SameId(id) => format!("Nøglen {id} er brugt to gange i filen."),
    }
}

const PUBLISHED_PAGE: &str = "Det er en side, som Råderum har udgivet. Råderum kan åbne det udgivne katalog og dets forslag fra den: åbn siden i browseren, gem filen »raaderumskatalog.json« under »Gem tallene«, og åbn den fil her.";

fn other_program(program: OtherProgram) -> &'static str {
    match program {
        OtherProgram::Word => {
            "Det er en Word-fil. Råderum kan kun åbne filer, som Råderum selv har gemt. Åbn filen i Word, kopiér tabellen, og sæt den ind i et forslag eller en handleplan."
        }
        OtherProgram::Excel => {
            "Det er en Excel-fil. Råderum kan kun åbne filer, som Råderum selv har gemt. Åbn filen i Excel, kopiér cellerne, og sæt dem ind i et forslag eller en handleplan."
        }
        OtherProgram::Office => {
            "Det er en Office-fil. Råderum kan kun åbne filer, som Råderum selv har gemt. Åbn filen i det program, den er lavet med, kopiér tabellen, og sæt den ind i et forslag eller en handleplan."
        }
        OtherProgram::Pdf => {
            "Det er en PDF-fil. Råderum kan kun åbne filer, som Råderum selv har gemt. Åbn filen, kopiér tallene, og sæt dem ind i et forslag eller en handleplan."
        }
        OtherProgram::Csv => {
            "Det er en CSV-fil. Råderum kan kun åbne filer, som Råderum selv har gemt. Åbn filen i et regneark, kopiér cellerne, og sæt dem ind i et forslag eller en handleplan."
        }
        OtherProgram::Text => {
            "Det er en tekstfil. Råderum kan kun åbne filer, som Råderum selv har gemt. Åbn filen, kopiér det, du skal bruge, og sæt det ind i et forslag eller en handleplan."
        }
        OtherProgram::Image => {
            "Det er et billede. Råderum kan ikke læse tal i billeder. Skriv tallene ind, eller kopiér tabellen dér, hvor billedet er taget."
        }
        OtherProgram::WebPage => {
            "Det er en webside (HTML). Råderum kan kun åbne filer, som Råderum selv har gemt. Åbn siden i browseren, kopiér tabellen, og sæt den ind i et forslag eller en handleplan."
        }
        OtherProgram::PublishedPage => PUBLISHED_PAGE,
        OtherProgram::Zip => {
            "Det er en zip-fil. Råderum kan ikke åbne den. Pak den ud først, og vælg den Råderum-fil (JSON), der ligger i den."
        }
    }
}

fn belongs(expected: Expected) -> String {
    match expected {
        Expected::Object => "et objekt {…}".to_owned(),
        Expected::List => "en liste […]".to_owned(),
        Expected::ListOf(count) => format!("en liste med netop {count}"),
        Expected::Text => "en tekst".to_owned(),
        Expected::WholeNumber => "et helt tal".to_owned(),
        Expected::Version => "en version, der findes, fx 2".to_owned(),
        Expected::NumberOrBlank => "et tal eller null".to_owned(),
        Expected::YearOrBlank => {
            let (first, last) = limits::YEARS;
            format!("et årstal mellem {first} og {last} eller null")
        }
        Expected::DateOrBlank => "en dato som 2023-12-31 eller null".to_owned(),
        Expected::Month => "en måned fra 1 til 12 eller null".to_owned(),
        Expected::Moment => "et tidspunkt som 2023-12-31T10:00:00Z".to_owned(),
        Expected::Identity => "en nøgle (UUID med små bogstaver)".to_owned(),
        Expected::Kind => {
            "efficiency, investment, saving eller additional_revenue, hver højst én gang".to_owned()
        }
        Expected::Status => {
            "draft, proposed, consultation, amended, adopted, partly_adopted eller cancelled"
                .to_owned()
        }
        Expected::RelationKind => "requires, excludes eller weakens".to_owned(),
        Expected::EditionNumber => format!(
            "et nummer fra 1 til {}",
            print_number(limits::EDITIONS.into())
        ),
    }
}

/// Whether the overspend makes a plan required.
#[must_use]
pub fn plan_required(required: Option<bool>) -> String {
    let limit = kroner(Amount::from_kroner(PLAN_REQUIRED_ABOVE));
    match required {
        Some(true) => format!("Over grænsen på {limit}: der skal laves en handleplan."),
        Some(false) => format!("Ikke over grænsen på {limit}: en handleplan er ikke påkrævet."),
        None => format!("En handleplan er påkrævet, når det forventede merforbrug er over {limit}"),
    }
}

/// The number as it is printed.
#[must_use]
pub fn count(number: usize) -> String {
    print_number(number.into())
}

pub const NO_AMOUNT_YET: &str = "intet beløb endnu";

/// `1 forslag`, `8 forslag`
#[must_use]
pub fn proposals_in_words(proposals: usize) -> String {
    match proposals {
        1 => "1 forslag".to_owned(),
        proposals => format!("{} forslag", count(proposals)),
    }
}
