//! The table of commands: what each is called, other words that it is found by, and its keys. Menus, the hints of buttons, the search
//! of commands and the list of keys all tell it from here; what a command does, the page that offers it knows.

use crate::text::{app, document, editor, overview, safekeeping};

/// Something that can be done by a button, by a key or by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    Search,
    ShowKeys,
    NewProposal,
    NewPlan,
    NewCatalogue,
    ToOverview,
    ToStorage,
    Undo,
    Redo,
    SaveFile,
    SaveCsv,
    Print,
    Duplicate,
    Earlier,
    Delete,
}

/// Keys that are pressed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Keys {
    /// Whether Ctrl, or the command key of a Mac, is pressed.
    pub control: bool,
    pub shift: bool,
    /// The key, as a browser names it, in small letters.
    pub key: &'static str,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct CommandRow {
    pub name: &'static str,
    /// Other words that it is found by, in small letters.
    pub synonyms: &'static str,
    /// Each of these does it.
    pub keys: &'static [Keys],
}

const fn control(key: &'static str) -> Keys {
    Keys {
        control: true,
        shift: false,
        key,
    }
}

const CONTROL_SHIFT_Z: Keys = Keys {
    control: true,
    shift: true,
    key: "z",
};
/// It takes a Shift to type it, on the keyboards of most.
const QUESTION_MARK: Keys = Keys {
    control: false,
    shift: true,
    key: "?",
};

const SEARCH_KEYS: &[Keys] = &[control("k")];
const HELP_KEYS: &[Keys] = &[QUESTION_MARK];
const UNDO_KEYS: &[Keys] = &[control("z")];
const REDO_KEYS: &[Keys] = &[control("y"), CONTROL_SHIFT_Z];

impl Command {
    /// Every command, in the order in which they are listed.
    pub const ALL: [Self; 15] = [
        Self::NewProposal,
        Self::NewPlan,
        Self::NewCatalogue,
        Self::Undo,
        Self::Redo,
        Self::SaveFile,
        Self::SaveCsv,
        Self::Print,
        Self::Duplicate,
        Self::Earlier,
        Self::Delete,
        Self::ToOverview,
        Self::ToStorage,
        Self::Search,
        Self::ShowKeys,
    ];

    /// Returns the command's row of the table.
    #[must_use]
    pub const fn row(self) -> CommandRow {
        let (name, synonyms, keys): (_, _, &[Keys]) = match self {
            Self::Search => (SEARCH_COMMANDS, "søg gå til", SEARCH_KEYS),
            Self::ShowKeys => (KEYS, "tastatur genveje hjælp", HELP_KEYS),
            Self::NewProposal => (overview::NEW_PROPOSAL, "opret reduktionsforslag", &[]),
            Self::NewPlan => (overview::NEW_PLAN, "opret", &[]),
            Self::NewCatalogue => (overview::NEW_CATALOGUE, "opret", &[]),
            Self::ToOverview => (app::TO_OVERVIEW, "forside start liste tilbage", &[]),
            Self::ToStorage => (
                safekeeping::storage::SAFEKEEPING,
                "backup papirkurv slettet plads",
                &[],
            ),
            Self::Undo => (editor::UNDO, "fortryde tilbage undo", UNDO_KEYS),
            Self::Redo => (editor::REDO, "gentag redo igen", REDO_KEYS),
            Self::SaveFile => (overview::EXPORT_JSON, "eksportér fil download backup", &[]),
            Self::SaveCsv => (SAVE_CSV, "eksportér excel regneark tabel", &[]),
            Self::Print => (document::PRINT, "print papir pdf", &[]),
            Self::Duplicate => (document::DUPLICATE, "kopiér kopi dublér", &[]),
            Self::Earlier => (document::EARLIER, "historik gendan før", &[]),
            Self::Delete => (document::DELETE, "fjern smid ud papirkurv", &[]),
        };
        CommandRow {
            name,
            synonyms,
            keys,
        }
    }

    /// Returns the command that keys give, if any. `key` is as the browser names it.
    ///
    /// ```
    /// use raaderum::text::commands::Command;
    ///
    /// assert_eq!(Command::of_keys("Z", true, false), Some(Command::Undo));
    /// assert_eq!(Command::of_keys("z", false, false), None);
    /// // Where it takes no Shift, it is the same key.
    /// assert_eq!(Command::of_keys("?", false, false), Some(Command::ShowKeys));
    /// ```
    #[must_use]
    pub fn of_keys(key: &str, control: bool, shift: bool) -> Option<Self> {
        let is_pressed = |keys: &Keys| {
            let is_letter = keys.key.chars().all(char::is_alphanumeric);
            keys.key.eq_ignore_ascii_case(key)
                && keys.control == control
                && (keys.shift == shift || !is_letter)
        };
        let has = |command: &Self| command.row().keys.iter().any(is_pressed);
        Self::ALL.into_iter().find(has)
    }

    /// Returns the first of the command's keys as people read it: `Ctrl+Z`.
    #[must_use]
    pub fn keys_in_words(self) -> Option<String> {
        let keys = self.row().keys.first()?;
        let mut words = String::new();
        if keys.control {
            words.push_str("Ctrl+");
        }
        words.push_str(&keys.key.to_ascii_uppercase());
        Some(words)
    }

    /// Returns the same as assistive technology is told it: `Control+Z`. `None` for a character that is typed.
    #[must_use]
    pub fn keys_for_attribute(self) -> Option<String> {
        let words = self.keys_in_words()?;
        let key = words.strip_prefix("Ctrl+")?;
        Some(format!("Control+{key}"))
    }

    /// Returns what the hint of a button says: `Fortryd (Ctrl+Z)`.
    #[must_use]
    pub fn title(self) -> String {
        let name = self.row().name;
        match self.keys_in_words() {
            Some(keys) => format!("{name} ({keys})"),
            None => name.to_owned(),
        }
    }
}

pub const SEARCH_COMMANDS: &str = "Find kommando, felt eller dokument";
pub const KEYS: &str = "Taster";
pub const SAVE_CSV: &str = "Gem som CSV";
pub const SEARCH_HINT: &str =
    "Skriv en del af navnet. Pil op og ned vælger, Enter udfører, Esc lukker.";
pub const RESULTS: &str = "Fundet";
pub const NOTHING_FOUND: &str = "Intet hedder sådan. Prøv et andet ord.";
pub const KEYS_SEARCH: &str = "Søg i tasterne";
pub const KEYS_EVERYWHERE: &str = "Kommandoer";
pub const KEYS_IN_GRID: &str = "I en tabel med beløb";
pub const KEYS_IN_PLAN: &str = "I en handleplans rækker";
pub const NO_KEYS: &str = "ingen tast";
pub const OF_FIELD: &str = "felt";
pub const OF_SETTING: &str = "indstilling";

pub const SINGLE_KEYS: &str = "Tasten ? åbner denne liste";

/// How many were found, of which no more than `most` are shown.
#[must_use]
pub fn found(count: usize, most: usize) -> String {
    match count {
        0 => NOTHING_FOUND.to_owned(),
        1 => "1 fundet".to_owned(),
        count if count > most => {
            format!("De første {most} af {count}. Skriv mere for at finde færre.")
        }
        count => format!("{count} fundet"),
    }
}

/// Keys in a table of amounts, and what they do.
pub const GRID: [(&str, &str); 16] = [
    ("Piletaster", "gå til cellen ved siden af, over eller under"),
    ("Tab, Enter", "gå videre"),
    ("Home, End", "gå til rækkens første eller sidste celle"),
    (
        "Ctrl+Home, Ctrl+End",
        "gå til tabellens første eller sidste celle",
    ),
    ("Page Up, Page Down", "gå en skærm op eller ned"),
    ("F2, Enter, dobbeltklik", "ret i det, der står"),
    ("Esc", "fortryd det, der er skrevet i cellen"),
    ("=", "begynd en beregning: =12*450"),
    ("Skift+piletaster, Skift+klik, træk", "markér flere celler"),
    ("Ctrl+A", "markér hele tabellen"),
    ("Ctrl+C, Ctrl+X", "kopiér eller klip det markerede"),
    ("Ctrl+V", "sæt ind fra cellen og frem"),
    ("Delete, Backspace", "tøm det markerede"),
    ("Ctrl+D", "udfyld nedad"),
    ("Ctrl+R", "udfyld mod højre"),
    ("Håndtaget i hjørnet", "udfyld dertil, hvor du trækker"),
];

/// Keys among the rows of a plan.
pub const PLAN: [(&str, &str); 3] = [
    ("Enter på et navn", "åbn rækkens tekster"),
    (
        "Ctrl+pil op, Ctrl+pil ned",
        "gå til den forrige eller næste rækkes tekster",
    ),
    ("Esc", "luk rækkens tekster"),
];
